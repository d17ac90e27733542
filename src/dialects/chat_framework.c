/* The chat of the AIGNE framework: what must be known of a request, and the table of the dialect. */
#include "dialects/chat_framework.h"

#include <stdio.h>

#include "dialects/aigne_model.h"
#include "dialects/ask.h"
#include "dialects/error_shapes.h"

/* Those of one object stand together. */
enum member {
    MEMBER_INPUT,
    MEMBER_OPTIONS,
    MEMBER_MODEL,
    MEMBER__TOP,
    INPUT_MESSAGES = MEMBER__TOP,
    INPUT_TOOLS,
    INPUT_FORMAT,
    INPUT_MODEL,
    INPUT_MODEL_OPTIONS,
    INPUT__END,
    MODEL_OPTIONS_MODEL = INPUT__END,
    MODEL_OPTIONS_MAX_TOKENS,
    MODEL_OPTIONS__END,
    OPTIONS_STREAMING = MODEL_OPTIONS__END,
    MEMBER__MAX
};
_Static_assert(MEMBER__MAX <= ASK_MEMBERS, "room for all of them");

static const char *const names[] = {
    [MEMBER_INPUT] = "input",          [MEMBER_OPTIONS] = "options",
    [MEMBER_MODEL] = "model",          [INPUT_MESSAGES] = "messages",
    [INPUT_TOOLS] = "tools",           [INPUT_FORMAT] = "responseFormat",
    [INPUT_MODEL] = "model",           [INPUT_MODEL_OPTIONS] = "modelOptions",
    [MODEL_OPTIONS_MODEL] = "model",   [MODEL_OPTIONS_MAX_TOKENS] = "maxTokens",
    [OPTIONS_STREAMING] = "streaming",
};
_Static_assert(sizeof names / sizeof *names == MEMBER__MAX, "a name for each member");

/* ---- what is wrong --------------------------------------------------------------- */

/* Where a member stands. */
static const char *within(enum member member) {
    if (member < MEMBER__TOP)
        return "";
    return member < INPUT__END ? "input." : member < MODEL_OPTIONS__END ? "input.modelOptions." : "options.";
}

static int bad(const struct chat_ask *ask, const struct scan_want *member, const char *what,
               struct error *err) {
    char path[64];
    const char *place = member == &ask->session ? "" : within((enum member)(member - ask->member));
    snprintf(path, sizeof path, "%s%s", place, member->name);
    return error_param(err, ERR_REQUEST, path, "\"%s\" %s.", path, what);
}

static const struct ask_words words = {
    .missing = "is missing", .no_model = "is missing: name the model", .bad = bad};

/* ---- what must be known ------------------------------------------------------------ */

static int find_members(struct chat_ask *ask, struct error *err) {
    const struct scan_want *member = ask->member;
    if (ask_members(ask, MEMBER__TOP, err) < 0)
        return -1;
    if (!ask_given(&member[MEMBER_INPUT]))
        return ask_missing(ask, &member[MEMBER_INPUT], err);
    return ask_members_of(ask, &member[MEMBER_INPUT], INPUT_MESSAGES, INPUT__END - INPUT_MESSAGES, err) < 0 ||
                   ask_members_of(ask, &member[INPUT_MODEL_OPTIONS], MODEL_OPTIONS_MODEL,
                                  MODEL_OPTIONS__END - MODEL_OPTIONS_MODEL, err) < 0 ||
                   ask_members_of(ask, &member[MEMBER_OPTIONS], OPTIONS_STREAMING, 1, err) < 0
               ? -1
               : 0;
}

/* Where the model is named: in its options, or further out. */
static const struct scan_want *model_member(const struct chat_ask *ask) {
    static const enum member places[] = {MODEL_OPTIONS_MODEL, INPUT_MODEL, MEMBER_MODEL};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (ask_given(&ask->member[places[i]]))
            return &ask->member[places[i]];
    return &ask->member[MODEL_OPTIONS_MODEL];
}

static int check_messages(const struct chat_ask *ask, struct error *err) {
    const struct scan_want *messages = &ask->member[INPUT_MESSAGES];
    struct span rest = messages->value, first;
    enum scan_type type;
    if (!ask_given(messages))
        return ask_missing(ask, messages, err);
    if (messages->type != SCAN_ARRAY || !scan_next(&rest, &first, &type))
        return ask_bad(ask, messages, "must be an array of at least one message", err);
    return 0;
}

static int look(struct span text, struct arena *arena, struct chat_ask *ask, struct error *err) {
    static const enum member input[] = {INPUT_MESSAGES, INPUT_TOOLS, INPUT_FORMAT};
    ask_begin(ask, text, &words, names, MEMBER__MAX);
    if (find_members(ask, err) < 0 || ask_model(ask, model_member(ask), arena, err) < 0 ||
        check_messages(ask, err) < 0 || ask_stream(ask, &ask->member[OPTIONS_STREAMING], err) < 0 ||
        ask_count(ask, &ask->member[MODEL_OPTIONS_MAX_TOKENS], ASK_LIMIT_MAX, &ask->max_output, err) < 0)
        return -1;
    ask->model = aigne_model(ask->model);
    for (size_t i = 0; i < sizeof input / sizeof *input; i++)
        ask_estimate(ask, &ask->member[input[i]]);
    return 0;
}

const struct chat_dialect chat_framework = {
    .name = "framework",
    .look = look,
    .read_request = chat_framework_read_request,
    .write_reply = chat_framework_write_reply,
    .new_writer = chat_framework_new_writer,
    .write_event = chat_framework_write_event,
    .write_error = error_shape_aigne,
    .write_failure = chat_framework_write_failure,
    .stream_type = "text/event-stream; charset=utf-8",
    .ends_with_bytes = true,
    .keep_alive = ": keep-alive\n\n",
};
