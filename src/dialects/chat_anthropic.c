/* Anthropic's Messages: requests that pass, and the table of the dialect. */
#include "dialects/chat_anthropic.h"

#include "dialects/answer.h"
#include "dialects/ask.h"
#include "dialects/error_shapes.h"

enum member {
    MEMBER_MODEL,
    MEMBER_MESSAGES,
    MEMBER_SYSTEM,
    MEMBER_TOOLS,
    MEMBER_STREAM,
    MEMBER_MAX_TOKENS,
    MEMBER__MAX
};

static const char *const names[] = {
    [MEMBER_MODEL] = "model", [MEMBER_MESSAGES] = "messages", [MEMBER_SYSTEM] = "system",
    [MEMBER_TOOLS] = "tools", [MEMBER_STREAM] = "stream",     [MEMBER_MAX_TOKENS] = "max_tokens",
};
_Static_assert(sizeof names / sizeof *names == MEMBER__MAX, "a name for each member");

/* ---- requests ------------------------------------------------------------- */

static int bad(const struct chat_ask *ask, const struct scan_want *member, const char *what,
               struct error *err) {
    (void)ask;
    return error_param(err, ERR_REQUEST, member->name, "%s: %s", member->name, what);
}

static const struct ask_words words = {.missing = "Field required", .no_model = "Field required", .bad = bad};

static int read_messages(const struct chat_ask *ask, struct error *err) {
    const struct scan_want *want = &ask->member[MEMBER_MESSAGES];
    struct span rest = want->value, first;
    enum scan_type type;
    if (!ask_given(want))
        return ask_missing(ask, want, err);
    if (want->type != SCAN_ARRAY || !scan_next(&rest, &first, &type))
        return ask_bad(ask, want, "must be an array of at least one message", err);
    if (type != SCAN_OBJECT)
        return error_param(err, ERR_REQUEST, "messages[0]", "messages: each must be an object");
    return 0;
}

/* With 0 the prompt is only to be cached. As a limit that is told as 1, the least that others know: here 0
 * stands for "not said". */
static int read_limit(struct chat_ask *ask, struct error *err) {
    const struct scan_want *want = &ask->member[MEMBER_MAX_TOKENS];
    if (!ask_given(want))
        return ask->counting ? 0 : ask_missing(ask, want, err);
    if (want->type != SCAN_NUMBER || !scan_int(want->value, &ask->max_output) || ask->max_output < 0 ||
        ask->max_output > ASK_LIMIT_MAX)
        return ask_bad(ask, want, "must be an integer that is not negative, within its bounds", err);
    if (ask->max_output == 0)
        ask->max_output = 1;
    return 0;
}

static int look(struct span text, struct arena *arena, struct chat_ask *ask, struct error *err) {
    static const enum member input[] = {MEMBER_SYSTEM, MEMBER_MESSAGES, MEMBER_TOOLS};
    ask_begin(ask, text, &words, names, MEMBER__MAX);
    if (ask_members(ask, MEMBER__MAX, err) < 0 ||
        ask_model(ask, &ask->member[MEMBER_MODEL], arena, err) < 0 || read_messages(ask, err) < 0 ||
        ask_stream(ask, &ask->member[MEMBER_STREAM], err) < 0 || read_limit(ask, err) < 0)
        return -1;
    for (size_t i = 0; i < sizeof input / sizeof *input; i++)
        ask_estimate(ask, &ask->member[input[i]]);
    return 0;
}

/* A limit is lowered, never raised: 0 asks for no output at all. */
static void edit_limit(struct splice *splice, const struct chat_ask *ask, int64_t limit,
                       struct arena *arena) {
    if (limit && limit < ask->max_output)
        ask_put(splice, ask, &ask->member[MEMBER_MAX_TOKENS], arena_printf(arena, "%lld", (long long)limit),
                arena);
}

static struct span *edit(const struct chat_ask *ask, const struct chat_change *change, struct arena *arena,
                         size_t *parts, size_t *total) {
    struct splice splice = {.text = ask->text};
    ask_put_text(&splice, ask, &ask->member[MEMBER_MODEL], change->model, arena);
    if (ask->stream && ask->member[MEMBER_STREAM].type != SCAN_TRUE)
        ask_put(&splice, ask, &ask->member[MEMBER_STREAM], "true", arena);
    edit_limit(&splice, ask, change->output_limit, arena);
    return splice_parts(&splice, arena, parts, total);
}

/* ---- the dialect ------------------------------------------------------------------ */

static const char *path(const char *model, bool stream, struct arena *arena) {
    (void)model, (void)stream, (void)arena;
    return "/messages";
}

static const char *const passed_headers[] = {"anthropic-version", "anthropic-beta", NULL};

const struct chat_dialect chat_anthropic = {
    .name = "anthropic",
    .carries = CARRY_THOUGHT,
    .look = look,
    .edit = edit,
    .unseal = chat_anthropic_unseal,
    .read_request = chat_anthropic_read_request,
    .write_reply = chat_anthropic_write_reply,
    .new_writer = chat_anthropic_new_writer,
    .write_event = chat_anthropic_write_event,
    .write_error = error_shape_anthropic,
    .write_failure = chat_anthropic_write_failure,
    .stream_type = "text/event-stream; charset=utf-8",
    .keep_alive = "event: ping\ndata: {\"type\":\"ping\"}\n\n",
    .id_header = "request-id",
    .header = "anthropic-version: 2023-06-01",
    .passed_headers = passed_headers,
    .passed_query = "beta",
    .path = path,
    .write_request = chat_anthropic_write_request,
    .read_reply = chat_anthropic_read_reply,
    .new_reader = chat_anthropic_new_reader,
    .read_event = chat_anthropic_read_event,
    .read_end = chat_anthropic_read_end,
    .read_error = answer_read_error,
};
