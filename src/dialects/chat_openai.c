/* OpenAI's Chat Completions: requests that pass, and the table of the dialect. */
#include "dialects/chat_openai.h"

#include "dialects/answer.h"
#include "dialects/ask.h"
#include "dialects/error_shapes.h"

enum member {
    CHAT_MODEL,
    CHAT_MESSAGES,
    CHAT_STREAM,
    CHAT_STREAM_OPTIONS,
    CHAT_MAX_TOKENS,
    CHAT_MAX_COMPLETION_TOKENS,
    CHAT_N,
    CHAT_TOOLS,
    CHAT_FUNCTIONS,
    CHAT_RESPONSE_FORMAT,
    CHAT_PREDICTION,
    CHAT__MAX
};

static const char *const names[] = {
    [CHAT_MODEL] = "model",
    [CHAT_MESSAGES] = "messages",
    [CHAT_STREAM] = "stream",
    [CHAT_STREAM_OPTIONS] = "stream_options",
    [CHAT_MAX_TOKENS] = "max_tokens",
    [CHAT_MAX_COMPLETION_TOKENS] = "max_completion_tokens",
    [CHAT_N] = "n",
    [CHAT_TOOLS] = "tools",
    [CHAT_FUNCTIONS] = "functions",
    [CHAT_RESPONSE_FORMAT] = "response_format",
    [CHAT_PREDICTION] = "prediction",
};
_Static_assert(sizeof names / sizeof *names == CHAT__MAX, "a name for each member");

/* ---- requests ------------------------------------------------------------- */

static int read_messages(const struct chat_ask *request, struct error *err) {
    const struct scan_want *want = &request->member[CHAT_MESSAGES];
    struct span rest = want->value, first;
    enum scan_type type;
    if (!ask_given(want))
        return ask_missing(request, want, err);
    if (want->type != SCAN_ARRAY || !scan_next(&rest, &first, &type))
        return ask_bad(request, want, "must be an array of at least one message", err);
    if (type != SCAN_OBJECT)
        return error_param(err, ERR_REQUEST, "messages[0]", "Each message must be an object.");
    return 0;
}

static int look(struct span text, struct arena *arena, struct chat_ask *request, struct error *err) {
    static const enum member input[] = {CHAT_MESSAGES, CHAT_TOOLS, CHAT_FUNCTIONS, CHAT_RESPONSE_FORMAT,
                                        CHAT_PREDICTION};
    const struct scan_want *member = request->member;
    int64_t plain = 0, completion = 0;
    ask_begin(request, text, &ask_openai_words, names, CHAT__MAX);
    if (ask_members(request, CHAT__MAX, err) < 0 || ask_model(request, &member[CHAT_MODEL], arena, err) < 0 ||
        read_messages(request, err) < 0 || ask_stream(request, &member[CHAT_STREAM], err) < 0 ||
        ask_stream_options(request, &member[CHAT_STREAM_OPTIONS], err) < 0 ||
        ask_count(request, &member[CHAT_MAX_TOKENS], ASK_LIMIT_MAX, &plain, err) < 0 ||
        ask_count(request, &member[CHAT_MAX_COMPLETION_TOKENS], ASK_LIMIT_MAX, &completion, err) < 0 ||
        ask_count(request, &member[CHAT_N], CHAT_OPENAI_CHOICES, &request->choices, err) < 0)
        return -1;
    request->max_output = plain > completion ? plain : completion; /* some providers know only one of them */
    for (size_t i = 0; i < sizeof input / sizeof *input; i++)
        ask_estimate(request, &member[input[i]]);
    return 0;
}

/* ---- editing ------------------------------------------------------------------------ */

static void put_member(struct splice *splice, const struct chat_ask *request, enum member member,
                       const char *value, struct arena *arena) {
    ask_put(splice, request, &request->member[member], value, arena);
}

static void put_usage_option(struct splice *splice, const struct chat_ask *request, struct arena *arena) {
    const struct scan_want *options = &request->member[CHAT_STREAM_OPTIONS];
    struct scan_want usage = {.name = "include_usage"};
    if (!ask_given(options)) {
        put_member(splice, request, CHAT_STREAM_OPTIONS, "{\"include_usage\":true}", arena);
        return;
    }
    scan_members(options->value, &usage, 1);
    if (usage.type != SCAN_NONE)
        splice_replace(splice, usage.value, "true");
    else
        ask_put_front(splice, options->value, "\"include_usage\":true", arena);
}

static void put_limit(struct splice *splice, const struct chat_ask *request, const struct chat_change *change,
                      struct arena *arena) {
    const char *limit = arena_printf(arena, "%lld", (long long)change->output_limit);
    bool completion = ask_given(&request->member[CHAT_MAX_COMPLETION_TOKENS]);
    bool plain = ask_given(&request->member[CHAT_MAX_TOKENS]);
    if (completion || (!plain && change->completion_limit))
        put_member(splice, request, CHAT_MAX_COMPLETION_TOKENS, limit, arena);
    if (plain || (!completion && !change->completion_limit))
        put_member(splice, request, CHAT_MAX_TOKENS, limit, arena);
}

static struct span *edit(const struct chat_ask *request, const struct chat_change *change,
                         struct arena *arena, size_t *parts, size_t *total) {
    struct splice splice = {.text = request->text};
    ask_put_text(&splice, request, &request->member[CHAT_MODEL], change->model, arena);
    if (request->stream && request->member[CHAT_STREAM].type != SCAN_TRUE)
        put_member(&splice, request, CHAT_STREAM, "true", arena);
    if (request->stream && change->ask_usage && !request->usage_asked)
        put_usage_option(&splice, request, arena);
    if (change->output_limit)
        put_limit(&splice, request, change, arena);
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
};
