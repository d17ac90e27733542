/* OpenAI's Chat Completions: requests that pass, and the table of the dialect. */
#include "dialects/chat_openai.h"

#include "dialects/answer.h"
#include "dialects/ask.h"
#include "dialects/blame.h"
#include "dialects/error_shapes.h"

enum member {
    MEMBER_MODEL,
    MEMBER_MESSAGES,
    MEMBER_STREAM,
    MEMBER_STREAM_OPTIONS,
    MEMBER_MAX_TOKENS,
    MEMBER_MAX_COMPLETION_TOKENS,
    MEMBER_N,
    MEMBER_TOOLS,
    MEMBER_FUNCTIONS,
    MEMBER_RESPONSE_FORMAT,
    MEMBER_PREDICTION,
    MEMBER__MAX
};

static const char *const names[] = {
    [MEMBER_MODEL] = "model",
    [MEMBER_MESSAGES] = "messages",
    [MEMBER_STREAM] = "stream",
    [MEMBER_STREAM_OPTIONS] = "stream_options",
    [MEMBER_MAX_TOKENS] = "max_tokens",
    [MEMBER_MAX_COMPLETION_TOKENS] = "max_completion_tokens",
    [MEMBER_N] = "n",
    [MEMBER_TOOLS] = "tools",
    [MEMBER_FUNCTIONS] = "functions",
    [MEMBER_RESPONSE_FORMAT] = "response_format",
    [MEMBER_PREDICTION] = "prediction",
};
_Static_assert(sizeof names / sizeof *names == MEMBER__MAX, "a name for each member");

/* ---- requests ------------------------------------------------------------- */

static int read_messages(const struct chat_ask *ask, struct error *err) {
    const struct scan_want *want = &ask->member[MEMBER_MESSAGES];
    struct span rest = want->value, first;
    enum scan_type type;
    if (!ask_given(want))
        return ask_missing(ask, want, err);
    if (want->type != SCAN_ARRAY || !scan_next(&rest, &first, &type))
        return ask_bad(ask, want, "must be an array of at least one message", err);
    if (type != SCAN_OBJECT)
        return error_param(err, ERR_REQUEST, "messages[0]", "Each message must be an object.");
    return 0;
}

static int look(struct span text, struct arena *arena, struct chat_ask *ask, struct error *err) {
    static const enum member input[] = {MEMBER_MESSAGES, MEMBER_TOOLS, MEMBER_FUNCTIONS,
                                        MEMBER_RESPONSE_FORMAT, MEMBER_PREDICTION};
    const struct scan_want *member = ask->member;
    int64_t plain = 0, completion = 0;
    ask_begin(ask, text, &ask_openai_words, names, MEMBER__MAX);
    if (ask_members(ask, MEMBER__MAX, err) < 0 || ask_model(ask, &member[MEMBER_MODEL], arena, err) < 0 ||
        read_messages(ask, err) < 0 || ask_stream(ask, &member[MEMBER_STREAM], err) < 0 ||
        ask_stream_options(ask, &member[MEMBER_STREAM_OPTIONS], err) < 0 ||
        ask_count(ask, &member[MEMBER_MAX_TOKENS], ASK_LIMIT_MAX, &plain, err) < 0 ||
        ask_count(ask, &member[MEMBER_MAX_COMPLETION_TOKENS], ASK_LIMIT_MAX, &completion, err) < 0 ||
        ask_count(ask, &member[MEMBER_N], CHAT_OPENAI_CHOICES, &ask->choices, err) < 0)
        return -1;
    ask->max_output = plain > completion ? plain : completion; /* some providers know only one of them */
    for (size_t i = 0; i < sizeof input / sizeof *input; i++)
        ask_estimate(ask, &member[input[i]]);
    return 0;
}

/* ---- editing ------------------------------------------------------------------------ */

static void put_member(struct splice *splice, const struct chat_ask *ask, enum member member,
                       const char *value, struct arena *arena) {
    ask_put(splice, ask, &ask->member[member], value, arena);
}

static void put_usage_option(struct splice *splice, const struct chat_ask *ask, struct arena *arena) {
    const struct scan_want *options = &ask->member[MEMBER_STREAM_OPTIONS];
    struct scan_want usage = {.name = "include_usage"};
    if (!ask_given(options)) {
        put_member(splice, ask, MEMBER_STREAM_OPTIONS, "{\"include_usage\":true}", arena);
        return;
    }
    scan_members(options->value, &usage, 1);
    if (usage.type != SCAN_NONE)
        splice_replace(splice, usage.value, "true");
    else
        ask_put_front(splice, options->value, "\"include_usage\":true", arena);
}

static void put_limit(struct splice *splice, const struct chat_ask *ask, const struct chat_change *change,
                      struct arena *arena) {
    const char *limit = arena_printf(arena, "%lld", (long long)change->output_limit);
    bool completion = ask_given(&ask->member[MEMBER_MAX_COMPLETION_TOKENS]);
    bool plain = ask_given(&ask->member[MEMBER_MAX_TOKENS]);
    if (completion || (!plain && change->completion_limit))
        put_member(splice, ask, MEMBER_MAX_COMPLETION_TOKENS, limit, arena);
    if (plain || (!completion && !change->completion_limit))
        put_member(splice, ask, MEMBER_MAX_TOKENS, limit, arena);
}

static struct span *edit(const struct chat_ask *ask, const struct chat_change *change, struct arena *arena,
                         size_t *parts, size_t *total) {
    struct splice splice = {.text = ask->text};
    ask_put_text(&splice, ask, &ask->member[MEMBER_MODEL], change->model, arena);
    if (ask->stream && ask->member[MEMBER_STREAM].type != SCAN_TRUE)
        put_member(&splice, ask, MEMBER_STREAM, "true", arena);
    if (ask->stream && change->ask_usage && !ask->usage_asked)
        put_usage_option(&splice, ask, arena);
    if (change->output_limit)
        put_limit(&splice, ask, change, arena);
    return splice_parts(&splice, arena, parts, total);
}

/* ---- the dialect ------------------------------------------------------------------ */

static const char *path(const char *model, bool stream, struct arena *arena) {
    (void)model, (void)stream, (void)arena;
    return "/chat/completions";
}

const struct chat_dialect chat_openai = {
    .name = "openai",
    .look = look,
    .edit = edit,
    .read_request = chat_openai_read_request,
    .write_reply = chat_openai_write_reply,
    .new_writer = chat_openai_new_writer,
    .write_event = chat_openai_write_event,
    .id_header = CHAT_OPENAI_ID,
    .write_error = error_shape_openai,
    .write_failure = chat_openai_write_failure,
    .stream_type = "text/event-stream; charset=utf-8",
    .end = "data: [DONE]\n\n",
    .usage_on_request = true,
    .keep_alive = ": keep-alive\n\n",
    .path = path,
    .write_request = chat_openai_write_request,
    .read_reply = chat_openai_read_reply,
    .new_reader = chat_openai_new_reader,
    .read_event = chat_openai_read_event,
    .read_end = chat_openai_read_end,
    .read_error = answer_read_error,
    .blame = blame_openai,
};
