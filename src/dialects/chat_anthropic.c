/* Anthropic's Messages: requests that pass, and the table of the dialect. */
#include "dialects/chat_anthropic.h"

#include <string.h>

#include "dialects/answer.h"
#include "dialects/error_shapes.h"
#include "dialects/estimate.h"

#define DEPTH     512 /* of nested brackets */
#define MODEL_MAX 200 /* bytes of a model's name */
#define LIMIT_MAX 100000000

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

static int bad(struct error *err, enum member member, const char *what) {
    return error_param(err, ERR_REQUEST, names[member], "%s: %s", names[member], what);
}

static bool given(const struct scan_want *want) {
    return want->type != SCAN_NONE && want->type != SCAN_NULL;
}

static int check_doubles(const struct chat_ask *ask, struct error *err) {
    for (int i = 0; i < MEMBER__MAX; i++)
        if (ask->member[i].seen > 1) /* which one would the provider take? */
            return bad(err, i, "is given twice");
    return 0;
}

static int read_model(struct chat_ask *ask, struct arena *arena, struct error *err) {
    const struct scan_want *want = &ask->member[MEMBER_MODEL];
    struct json value = {.text = want->value, .type = want->type};
    struct error ignored = {0};
    if (!given(want))
        return bad(err, MEMBER_MODEL, "Field required");
    if (value_name(&value, MODEL_MAX, arena, &ask->model, &ignored) < 0 || !*ask->model)
        return bad(err, MEMBER_MODEL, "must be a name of 1 to 200 bytes");
    return 0;
}

static int read_messages(const struct chat_ask *ask, struct error *err) {
    const struct scan_want *want = &ask->member[MEMBER_MESSAGES];
    struct span rest = want->value, first;
    enum scan_type type;
    if (!given(want))
        return bad(err, MEMBER_MESSAGES, "Field required");
    if (want->type != SCAN_ARRAY || !scan_next(&rest, &first, &type))
        return bad(err, MEMBER_MESSAGES, "must be an array of at least one message");
    if (type != SCAN_OBJECT)
        return error_param(err, ERR_REQUEST, "messages[0]", "messages: each must be an object");
    return 0;
}

static int read_stream(struct chat_ask *ask, struct error *err) {
    const struct scan_want *want = &ask->member[MEMBER_STREAM];
    if (given(want) && want->type != SCAN_TRUE && want->type != SCAN_FALSE)
        return bad(err, MEMBER_STREAM, "must be true or false");
    ask->stream = ask->always_streams || want->type == SCAN_TRUE;
    return 0;
}

/* With 0 the prompt is only to be cached. As a limit that is told as 1, the least that others know: here 0
 * stands for "not said". */
static int read_limit(struct chat_ask *ask, struct error *err) {
    const struct scan_want *want = &ask->member[MEMBER_MAX_TOKENS];
    if (!given(want))
        return ask->counting ? 0 : bad(err, MEMBER_MAX_TOKENS, "Field required");
    if (want->type != SCAN_NUMBER || !scan_int(want->value, &ask->max_output) || ask->max_output < 0 ||
        ask->max_output > LIMIT_MAX)
        return bad(err, MEMBER_MAX_TOKENS, "must be an integer that is not negative, within its bounds");
    if (ask->max_output == 0)
        ask->max_output = 1;
    return 0;
}

static int look(struct span text, struct arena *arena, struct chat_ask *ask, struct error *err) {
    static const enum member input[] = {MEMBER_SYSTEM, MEMBER_MESSAGES, MEMBER_TOOLS};
    *ask = (struct chat_ask){
        .text = text, .choices = 1, .always_streams = ask->always_streams, .counting = ask->counting};
    for (int i = 0; i < MEMBER__MAX; i++)
        ask->member[i].name = names[i];
    if (scan_object(text, ask->member, MEMBER__MAX, DEPTH, err) < 0 || check_doubles(ask, err) < 0 ||
        read_model(ask, arena, err) < 0 || read_messages(ask, err) < 0 || read_stream(ask, err) < 0 ||
        read_limit(ask, err) < 0)
        return -1;
    for (size_t i = 0; i < sizeof input / sizeof *input; i++)
        if (given(&ask->member[input[i]]))
            ask->prompt += estimate_tokens(ask->member[input[i]].value);
    return 0;
}

/* Behind the bracket that opens the text, in which there are other members. */
static struct span front_of(struct span text) {
    const char *bracket = memchr(text.at, '{', text.len);
    return (struct span){bracket + 1, 0};
}

static void edit_stream(struct splice *splice, const struct chat_ask *ask) {
    const struct scan_want *want = &ask->member[MEMBER_STREAM];
    if (!ask->stream || want->type == SCAN_TRUE)
        return;
    if (want->type != SCAN_NONE)
        splice_replace(splice, want->value, "true");
    else
        splice_replace(splice, front_of(ask->text), "\"stream\":true,");
}

/* A limit is lowered, never raised: 0 asks for no output at all. */
static void edit_limit(struct splice *splice, const struct chat_ask *ask, int64_t limit,
                       struct arena *arena) {
    const struct scan_want *want = &ask->member[MEMBER_MAX_TOKENS];
    if (limit && limit < ask->max_output)
        splice_replace(splice, want->value, arena_printf(arena, "%lld", (long long)limit));
}

static struct span *edit(const struct chat_ask *ask, const struct chat_change *change, struct arena *arena,
                         size_t *parts, size_t *total) {
    struct splice splice = {.text = ask->text};
    struct span model = chat_quote(arena, change->model, strlen(change->model));
    splice_replace(&splice, ask->member[MEMBER_MODEL].value, model.at);
    edit_stream(&splice, ask);
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
