/* IndoxRouter's chat and text completions: requests, and the tables of the two dialects. */
#include "dialects/chat_indox.h"

#include <string.h>

#include "base/jsonvalue.h"
#include "dialects/ask.h"
#include "dialects/chat_openai.h"
#include "dialects/error_shapes.h"
#include "dialects/read.h"

#define DEFAULT_MODEL "gpt-3.5-turbo" /* IndoxRouter's, where nothing is said */

/* ---- what must be known ------------------------------------------------------------ */

enum looked {
    LOOKED_MODEL,
    LOOKED_PROVIDER,
    LOOKED_STREAM,
    LOOKED_STREAM_OPTIONS,
    LOOKED_MAX_TOKENS,
    LOOKED_MAX_COMPLETION_TOKENS,
    LOOKED_N,
    LOOKED_TOOLS,
    LOOKED_FUNCTIONS,
    LOOKED_RESPONSE_FORMAT,
    LOOKED_PREDICTION,
    LOOKED_BYOK,
    LOOKED_INPUT,
    LOOKED_ADDITIONAL, /* what stands before it may stand within it */
    LOOKED__MAX
};
_Static_assert(LOOKED__MAX <= ASK_MEMBERS, "room for all of them");

/* Where options may stand that are none of a client's own; the names of members, less or with that. */
#define ADDITIONAL "additional_params"
#define WITHIN     ADDITIONAL "."

static const char *const looked[] = {
    [LOOKED_MODEL] = WITHIN "model",
    [LOOKED_PROVIDER] = WITHIN "provider",
    [LOOKED_STREAM] = WITHIN "stream",
    [LOOKED_STREAM_OPTIONS] = WITHIN "stream_options",
    [LOOKED_MAX_TOKENS] = WITHIN "max_tokens",
    [LOOKED_MAX_COMPLETION_TOKENS] = WITHIN "max_completion_tokens",
    [LOOKED_N] = WITHIN "n",
    [LOOKED_TOOLS] = WITHIN "tools",
    [LOOKED_FUNCTIONS] = WITHIN "functions",
    [LOOKED_RESPONSE_FORMAT] = WITHIN "response_format",
    [LOOKED_PREDICTION] = WITHIN "prediction",
    [LOOKED_BYOK] = WITHIN "byok_api_key",
    [LOOKED_INPUT] = NULL, /* by the kind of request */
    [LOOKED_ADDITIONAL] = WITHIN ADDITIONAL,
};
_Static_assert(sizeof looked / sizeof *looked == LOOKED__MAX, "a name for each");

/* What a request is about. */
struct form {
    const char *input;                   /* the member, with WITHIN before its name */
    enum scan_type element;              /* what an array of it holds */
    bool alone;                          /* a string does, and an array has one element */
    const char *array, *type, *too_many; /* what is said else */
};

static const struct form chat_form = {.input = WITHIN "messages",
                                      .element = SCAN_OBJECT,
                                      .array = "must be an array of at least one message",
                                      .type = "must be an array of objects"},
                         text_form = {.input = WITHIN "prompt",
                                      .element = SCAN_STRING,
                                      .alone = true,
                                      .array = "must be a string or an array of one",
                                      .type = "must be text: tokens are not possible with this model",
                                      .too_many =
                                          "must be one text: several are not possible with this model"};

static const char *name_within(const struct form *form, size_t i) {
    return i == LOOKED_INPUT ? form->input : looked[i];
}

static const char *plain_name(const char *within) {
    return within + sizeof WITHIN - 1;
}

/* What stands within `additional_params` is as good as what stands at the top, but not beside it. */
static int look_within(const struct form *form, struct chat_ask *ask, struct error *err) {
    const struct scan_want *additional = &ask->member[LOOKED_ADDITIONAL];
    struct scan_want found[LOOKED_ADDITIONAL] = {0};
    if (!ask_given(additional))
        return 0;
    if (additional->type != SCAN_OBJECT)
        return ask_bad(ask, additional, "must be an object", err);
    for (size_t i = 0; i < LOOKED_ADDITIONAL; i++)
        found[i].name = plain_name(name_within(form, i));
    scan_members(additional->value, found, LOOKED_ADDITIONAL);
    for (size_t i = 0; i < LOOKED_ADDITIONAL; i++) {
        found[i].name = name_within(form, i);
        if (found[i].seen > 1 || (ask_given(&found[i]) && ask_given(&ask->member[i])))
            return ask_bad(ask, &found[i], "is given twice", err);
        if (ask_given(&found[i]))
            ask->member[i] = found[i];
    }
    return 0;
}

static int look_members(const struct form *form, struct span text, struct chat_ask *ask, struct error *err) {
    const char *names[LOOKED__MAX];
    for (size_t i = 0; i < LOOKED__MAX; i++)
        names[i] = plain_name(name_within(form, i));
    ask_begin(ask, text, &ask_openai_words, names, LOOKED__MAX);
    return ask_members(ask, LOOKED__MAX, err) < 0 ? -1 : look_within(form, ask, err);
}

/* The provider, "" if none is named. */
static int look_provider(const struct chat_ask *ask, struct arena *arena, const char **provider,
                         struct error *err) {
    const struct scan_want *member = &ask->member[LOOKED_PROVIDER];
    *provider = "";
    if (!ask_given(member))
        return 0;
    if (member->type != SCAN_STRING)
        return ask_bad(ask, member, "must be a string", err);
    struct span name = chat_unquote(arena, member->value);
    if (memchr(name.at, '\0', name.len) || memchr(name.at, '/', name.len) || name.len > 100)
        return ask_bad(ask, member, "must be the name of a provider", err);
    *provider = arena_strndup(arena, name.at, name.len);
    return 0;
}

static int look_model(struct chat_ask *ask, struct arena *arena, struct error *err) {
    const struct scan_want *model = &ask->member[LOOKED_MODEL];
    const char *provider;
    bool in_session = ask_in_session(ask);
    if (look_provider(ask, arena, &provider, err) < 0)
        return -1;
    if (!ask_given(model) && !in_session)
        ask->model = DEFAULT_MODEL;
    else if (ask_model(ask, model, arena, err) < 0)
        return -1;
    bool of_session = in_session && ask_default_model(ask->model);
    if (*provider && !of_session && *ask->model && !strchr(ask->model, '/'))
        ask->model = arena_printf(arena, "%s/%s", provider, ask->model);
    return 0;
}

/* The conversation, or the text; at == NULL with an error if it is none. */
static struct span look_input(const struct form *form, const struct chat_ask *ask, struct error *err) {
    const struct scan_want *input = &ask->member[LOOKED_INPUT];
    struct span rest = input->value, first = {0}, second;
    enum scan_type type = SCAN_NONE, other;
    if (!ask_given(input))
        ask_missing(ask, input, err);
    else if (form->alone && input->type == SCAN_STRING)
        return input->value;
    else if (input->type != SCAN_ARRAY || !scan_next(&rest, &first, &type))
        ask_bad(ask, input, form->array, err);
    else if (type != form->element)
        ask_bad(ask, input, form->type, err);
    else if (form->alone && scan_next(&rest, &second, &other))
        ask_bad(ask, input, form->too_many, err);
    else
        return first;
    return (struct span){0};
}

/* An answer has one text; and who pays the provider is the hub. */
static int refuse_impossible(const struct chat_ask *ask, struct error *err) {
    const struct scan_want *byok = &ask->member[LOOKED_BYOK], *n = &ask->member[LOOKED_N];
    if (ask_given(byok) && !(byok->type == SCAN_STRING && scan_equals(byok->value, "")))
        return ask_bad(ask, byok, "is not possible here: the hub asks providers with keys of its own", err);
    return ask->choices > 1 ? ask_bad(ask, n, "must be 1: an answer has one text", err) : 0;
}

static int look(const struct form *form, struct span text, struct arena *arena, struct chat_ask *ask,
                struct error *err) {
    static const enum looked input[] = {LOOKED_INPUT, LOOKED_TOOLS, LOOKED_FUNCTIONS, LOOKED_RESPONSE_FORMAT,
                                        LOOKED_PREDICTION};
    const struct scan_want *member = ask->member;
    int64_t plain = 0, completion = 0;
    if (look_members(form, text, ask, err) < 0 || look_model(ask, arena, err) < 0 ||
        !look_input(form, ask, err).at || ask_stream(ask, &member[LOOKED_STREAM], err) < 0 ||
        ask_stream_options(ask, &member[LOOKED_STREAM_OPTIONS], err) < 0 ||
        ask_count(ask, &member[LOOKED_MAX_TOKENS], ASK_LIMIT_MAX, &plain, err) < 0 ||
        ask_count(ask, &member[LOOKED_MAX_COMPLETION_TOKENS], ASK_LIMIT_MAX, &completion, err) < 0 ||
        ask_count(ask, &member[LOOKED_N], CHAT_OPENAI_CHOICES, &ask->choices, err) < 0 ||
        refuse_impossible(ask, err) < 0)
        return -1;
    ask->max_output = plain > completion ? plain : completion;
    for (size_t i = 0; i < sizeof input / sizeof *input; i++)
        ask_estimate(ask, &member[input[i]]);
    return 0;
}

static int look_at_chat(struct span text, struct arena *arena, struct chat_ask *ask, struct error *err) {
    return look(&chat_form, text, arena, ask, err);
}

static int look_at_text(struct span text, struct arena *arena, struct chat_ask *ask, struct error *err) {
    return look(&text_form, text, arena, ask, err);
}

/* ---- the canonical form ---------------------------------------------------------------- */

/* Those of OpenAI Chat, and behind them IndoxRouter's own. */
enum { MEMBER_PROVIDER = CHAT_OPENAI_MEMBERS, MEMBER_BYOK, MEMBER_ADDITIONAL, MEMBER__MAX };
_Static_assert(MEMBER__MAX <= JSON_MEMBERS_MOST, "room for all of them");

/* The first `count` of them. */
static void list_names(const struct form *form, size_t count, const char *names[MEMBER__MAX + 1]) {
    memcpy(names, chat_openai_members, CHAT_OPENAI_MEMBERS * sizeof *names);
    names[CHAT_OPENAI_MESSAGES] = plain_name(form->input);
    names[MEMBER_PROVIDER] = "provider";
    names[MEMBER_BYOK] = "byok_api_key";
    names[MEMBER_ADDITIONAL] = ADDITIONAL;
    names[count] = NULL;
}

static int read_additional(struct chat_request *q, const struct form *form, struct json found[MEMBER__MAX],
                           struct error *err) {
    const char *names[MEMBER__MAX + 1];
    struct json more[MEMBER__MAX];
    if (found[MEMBER_ADDITIONAL].type == SCAN_NONE)
        return 0;
    list_names(form, MEMBER_ADDITIONAL, names);
    if (read_members(q, &found[MEMBER_ADDITIONAL], names, more, err) < 0)
        return -1;
    for (size_t i = 0; i < MEMBER_ADDITIONAL; i++) {
        if (more[i].type == SCAN_NONE)
            continue;
        if (found[i].type != SCAN_NONE)
            return value_bad(&more[i], "is given twice", err);
        found[i] = more[i];
    }
    return 0;
}

static int read_all(const struct form *form, const struct chat_ask *ask, struct chat_request *q,
                    struct error *err) {
    const char *names[MEMBER__MAX + 1];
    struct json whole = value_whole(ask->text), found[MEMBER__MAX];
    list_names(form, MEMBER__MAX, names);
    if (read_members(q, &whole, names, found, err) < 0 || read_additional(q, form, found, err) < 0)
        return -1;
    if (form->alone) {
        struct span prompt = look_input(form, ask, err);
        if (!prompt.at)
            return -1;
        chat_add_turn_block(q, CHAT_USER, CHAT_TEXT)->text = prompt;
        found[CHAT_OPENAI_MESSAGES] = (struct json){0};
    }
    return chat_openai_read_members(q, found, err);
}

static int read_chat(const struct chat_ask *ask, struct chat_request *q, struct error *err) {
    return read_all(&chat_form, ask, q, err);
}

static int read_text_request(const struct chat_ask *ask, struct chat_request *q, struct error *err) {
    return read_all(&text_form, ask, q, err);
}

/* ---- the dialects ------------------------------------------------------------------------ */

const struct chat_dialect chat_indox = {
    .name = "indox",
    .look = look_at_chat,
    .read_request = read_chat,
    .write_reply = chat_indox_write_reply,
    .new_writer = chat_indox_new_writer,
    .write_event = chat_indox_write_event,
    .write_error = error_shape_indox,
    .write_failure = chat_indox_write_failure,
    .stream_type = "text/event-stream; charset=utf-8",
    .keep_alive = ": keep-alive\n\n",
};

const struct chat_dialect chat_indox_text = {
    .name = "indox-text",
    .look = look_at_text,
    .read_request = read_text_request,
    .write_reply = chat_indox_write_reply,
    .new_writer = chat_indox_new_text_writer,
    .write_event = chat_indox_write_event,
    .write_error = error_shape_indox,
    .write_failure = chat_indox_write_failure,
    .stream_type = "text/event-stream; charset=utf-8",
    .keep_alive = ": keep-alive\n\n",
};
