/* OpenAI's Responses: requests that pass, and the table of the dialect. */
#include "dialects/chat_responses.h"

#include <stdio.h>

#include "dialects/answer.h"
#include "dialects/ask.h"
#include "dialects/chat_openai.h"
#include "dialects/error_shapes.h"

enum member {
    MEMBER_MODEL,
    MEMBER_INPUT,
    MEMBER_INSTRUCTIONS,
    MEMBER_TOOLS,
    MEMBER_TEXT,
    MEMBER_STREAM,
    MEMBER_MAX_OUTPUT,
    MEMBER_PREVIOUS,
    MEMBER_CONVERSATION,
    MEMBER_PROMPT,
    MEMBER_BACKGROUND,
    MEMBER__MAX
};

static const char *const names[] = {
    [MEMBER_MODEL] = "model",
    [MEMBER_INPUT] = "input",
    [MEMBER_INSTRUCTIONS] = "instructions",
    [MEMBER_TOOLS] = "tools",
    [MEMBER_TEXT] = "text",
    [MEMBER_STREAM] = "stream",
    [MEMBER_MAX_OUTPUT] = "max_output_tokens",
    [MEMBER_PREVIOUS] = "previous_response_id",
    [MEMBER_CONVERSATION] = "conversation",
    [MEMBER_PROMPT] = "prompt",
    [MEMBER_BACKGROUND] = "background",
};
_Static_assert(sizeof names / sizeof *names == MEMBER__MAX, "a name for each member");
_Static_assert(MEMBER__MAX <= ASK_MEMBERS, "room for all of them");

#define NOT_STORED "this hub does not store responses yet: send the whole conversation in \"input\""

/* ---- requests -------------------------------------------------------------------- */

/* What another account of the provider may have stored must not be reached, either. */
static int refuse_stored(const struct chat_ask *ask, struct error *err) {
    static const enum member stored[] = {MEMBER_PREVIOUS, MEMBER_CONVERSATION, MEMBER_PROMPT};
    for (size_t i = 0; i < sizeof stored / sizeof *stored; i++)
        if (ask_given(&ask->member[stored[i]]))
            return ask_bad(ask, &ask->member[stored[i]], "is not possible: " NOT_STORED, err);
    const struct scan_want *background = &ask->member[MEMBER_BACKGROUND];
    if (ask_given(background) && background->type != SCAN_FALSE)
        return ask_bad(ask, background, "must be false: this hub does not store responses yet", err);
    return 0;
}

/* A reference to an item needs no type: then it has nothing but an id. */
static int check_item(struct span item, size_t index, struct error *err) {
    enum { TYPE, ROLE, WANTS };
    struct scan_want want[WANTS] = {[TYPE] = {.name = "type"}, [ROLE] = {.name = "role"}};
    char place[48];
    scan_members(item, want, WANTS);
    for (int i = 0; i < WANTS; i++) {
        snprintf(place, sizeof place, "input[%zu].%s", index, want[i].name);
        if (want[i].seen > 1)
            return error_param(err, ERR_REQUEST, place, "\"%s\" is given twice.", place);
    }
    snprintf(place, sizeof place, "input[%zu]", index);
    if (ask_given(&want[TYPE])
            ? want[TYPE].type == SCAN_STRING && scan_equals(want[TYPE].value, "item_reference")
            : !ask_given(&want[ROLE]))
        return error_param(err, ERR_REQUEST, place,
                           "\"%s\" refers to a stored item, which is not possible: " NOT_STORED ".", place);
    return 0;
}

static int check_input(const struct chat_ask *ask, struct error *err) {
    const struct scan_want *input = &ask->member[MEMBER_INPUT];
    struct span rest = input->value, item;
    enum scan_type type;
    size_t count = 0;
    if (!ask_given(input))
        return ask_missing(ask, input, err);
    if (input->type == SCAN_STRING)
        return 0;
    for (; input->type == SCAN_ARRAY && scan_next(&rest, &item, &type); count++) {
        char place[48];
        snprintf(place, sizeof place, "input[%zu]", count);
        if (type != SCAN_OBJECT)
            return error_param(err, ERR_REQUEST, place, "\"%s\" must be an object.", place);
        if (check_item(item, count, err) < 0)
            return -1;
    }
    return count > 0 ? 0 : ask_bad(ask, input, "must be a string or an array of at least one item", err);
}

static int look(struct span text, struct arena *arena, struct chat_ask *ask, struct error *err) {
    static const enum member prompt[] = {MEMBER_INPUT, MEMBER_INSTRUCTIONS, MEMBER_TOOLS, MEMBER_TEXT};
    ask_begin(ask, text, &ask_openai_words, names, MEMBER__MAX);
    if (ask_members(ask, MEMBER__MAX, err) < 0 ||
        ask_model(ask, &ask->member[MEMBER_MODEL], arena, err) < 0 || refuse_stored(ask, err) < 0 ||
        check_input(ask, err) < 0 || ask_stream(ask, &ask->member[MEMBER_STREAM], err) < 0 ||
        ask_count(ask, &ask->member[MEMBER_MAX_OUTPUT], ASK_LIMIT_MAX, &ask->max_output, err) < 0)
        return -1;
    for (size_t i = 0; i < sizeof prompt / sizeof *prompt; i++)
        ask_estimate(ask, &ask->member[prompt[i]]);
    return 0;
}

static struct span *edit(const struct chat_ask *ask, const struct chat_change *change, struct arena *arena,
                         size_t *parts, size_t *total) {
    struct splice splice = {.text = ask->text};
    ask_put_text(&splice, ask, &ask->member[MEMBER_MODEL], change->model, arena);
    if (ask->stream && ask->member[MEMBER_STREAM].type != SCAN_TRUE)
        ask_put(&splice, ask, &ask->member[MEMBER_STREAM], "true", arena);
    if (change->output_limit)
        ask_put(&splice, ask, &ask->member[MEMBER_MAX_OUTPUT],
                arena_printf(arena, "%lld", (long long)change->output_limit), arena);
    return splice_parts(&splice, arena, parts, total);
}

/* ---- the dialect ------------------------------------------------------------------ */

static const char *path(const char *model, bool stream, struct arena *arena) {
    (void)model, (void)stream, (void)arena;
    return "/responses";
}

static const char *const passed_headers[] = {"openai-beta", "session-id", "thread-id", NULL};

const struct chat_dialect chat_responses = {
    .name = "responses",
    .carries = CARRY_THOUGHT,
    .look = look,
    .edit = edit,
    .unseal = chat_responses_unseal,
    .read_request = chat_responses_read_request,
    .write_reply = chat_responses_write_reply,
    .new_writer = chat_responses_new_writer,
    .write_event = chat_responses_write_event,
    .id_header = CHAT_OPENAI_ID,
    .write_error = error_shape_openai,
    .write_failure = chat_responses_write_failure,
    .resume = chat_responses_resume,
    .stream_type = "text/event-stream; charset=utf-8",
    .repeats_request = true,
    .keep_alive = ": keep-alive\n\n",
    .passed_headers = passed_headers,
    .path = path,
    .write_request = chat_responses_write_request,
    .read_reply = chat_responses_read_reply,
    .new_reader = chat_responses_new_reader,
    .read_event = chat_responses_read_event,
    .read_end = chat_responses_read_end,
    .read_error = answer_read_error,
};
