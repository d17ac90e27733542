/* What looking at a request takes in every dialect. */
#include "dialects/ask.h"

#include <string.h>

#include "dialects/estimate.h"

#define MODEL_MAX 200 /* bytes of a model's name */

static int bad_in_quotes(const struct chat_ask *ask, const struct scan_want *member, const char *what,
                         struct error *err) {
    (void)ask;
    return error_param(err, ERR_REQUEST, member->name, "\"%s\" %s.", member->name, what);
}

const struct ask_words ask_openai_words = {
    .missing = "is missing", .no_model = "is missing: name the model", .bad = bad_in_quotes};

void ask_begin(struct chat_ask *ask, struct span text, const struct ask_words *words,
               const char *const *names, size_t count) {
    *ask = (struct chat_ask){.text = text,
                             .words = words,
                             .choices = 1,
                             .model = ask->model,
                             .stream = ask->stream || ask->always_streams,
                             .always_streams = ask->always_streams,
                             .in_session = ask->in_session,
                             .counting = ask->counting};
    for (size_t i = 0; i < count; i++)
        ask->member[i].name = names[i];
}

/* Of two of a name, which one would the provider take? */
static int check_doubles(const struct chat_ask *ask, size_t first, size_t count, struct error *err) {
    for (size_t i = first; i < first + count; i++)
        if (ask->member[i].seen > 1)
            return ask_bad(ask, &ask->member[i], "is given twice", err);
    return 0;
}

int ask_members(struct chat_ask *ask, size_t count, struct error *err) {
    struct scan_want want[ASK_MEMBERS + 1];
    memcpy(want, ask->member, count * sizeof *want);
    want[count] = (struct scan_want){.name = ASK_SESSION};
    if (scan_object(ask->text, want, count + 1, SCAN_DEPTH, err) < 0)
        return -1;
    memcpy(ask->member, want, count * sizeof *want);
    ask->session = want[count];
    if (ask->session.seen > 1)
        return ask_bad(ask, &ask->session, "is given twice", err);
    return check_doubles(ask, 0, count, err);
}

int ask_members_of(struct chat_ask *ask, const struct scan_want *object, size_t first, size_t count,
                   struct error *err) {
    if (!ask_given(object))
        return 0;
    if (object->type != SCAN_OBJECT)
        return ask_bad(ask, object, "must be an object", err);
    scan_members(object->value, ask->member + first, count);
    return check_doubles(ask, first, count, err);
}

bool ask_given(const struct scan_want *member) {
    return member->type != SCAN_NONE && member->type != SCAN_NULL;
}

int ask_bad(const struct chat_ask *ask, const struct scan_want *member, const char *what, struct error *err) {
    return ask->words->bad(ask, member, what, err);
}

int ask_missing(const struct chat_ask *ask, const struct scan_want *member, struct error *err) {
    return ask_bad(ask, member, ask->words->missing, err);
}

bool ask_default_model(const char *model) {
    return *model == '\0' || strcmp(model, "default") == 0;
}

bool ask_in_session(const struct chat_ask *ask) {
    return ask->in_session || ask_given(&ask->session);
}

int ask_model(struct chat_ask *ask, const struct scan_want *member, struct arena *arena, struct error *err) {
    struct buf text;
    if (!ask->counting && ask_in_session(ask) &&
        (!ask_given(member) || (member->type == SCAN_STRING && member->value.len == 2))) {
        ask->model = "";
        return 0;
    }
    if (!ask_given(member))
        return ask_bad(ask, member, ask->words->no_model, err);
    if (member->type != SCAN_STRING)
        return ask_bad(ask, member, "must be a string", err);
    buf_init(&text, MODEL_MAX);
    scan_unquote(member->value, &text);
    bool good = text.len > 0 && !text.overflow && !memchr(text.data, '\0', text.len);
    if (good)
        ask->model = arena_strndup(arena, text.data, text.len);
    buf_free(&text);
    return good ? 0 : ask_bad(ask, member, "must be a name of 1 to 200 characters", err);
}

int ask_stream(struct chat_ask *ask, const struct scan_want *member, struct error *err) {
    if (ask_given(member) && member->type != SCAN_TRUE && member->type != SCAN_FALSE)
        return ask_bad(ask, member, "must be true or false", err);
    ask->stream = ask->always_streams || member->type == SCAN_TRUE;
    return 0;
}

int ask_stream_options(struct chat_ask *ask, const struct scan_want *member, struct error *err) {
    struct scan_want usage = {.name = "include_usage"};
    if (!ask_given(member))
        return 0;
    if (member->type != SCAN_OBJECT)
        return ask_bad(ask, member, "must be an object", err);
    if (!ask->stream)
        return ask_bad(ask, member, "is only allowed when \"stream\" is true", err);
    scan_members(member->value, &usage, 1);
    if (usage.seen > 1)
        return ask_bad(ask, member, "has \"include_usage\" twice", err);
    ask->usage_asked = usage.type == SCAN_TRUE;
    return 0;
}

int ask_count(const struct chat_ask *ask, const struct scan_want *member, int64_t most, int64_t *value,
              struct error *err) {
    int64_t count;
    if (!ask_given(member))
        return 0;
    if (member->type != SCAN_NUMBER || !scan_int(member->value, &count) || count < 1 || count > most)
        return ask_bad(ask, member, "must be a positive integer within its bounds", err);
    *value = count;
    return 0;
}

void ask_estimate(struct chat_ask *ask, const struct scan_want *member) {
    if (ask_given(member))
        ask->prompt += estimate_tokens(member->value);
}

/* ---- editing ------------------------------------------------------------------------- */

void ask_put_front(struct splice *splice, struct span object, const char *member, struct arena *arena) {
    const char *bracket = memchr(object.at, '{', object.len);
    size_t blank = 1 + strspn(bracket + 1, " \t\r\n"); /* ends at the closing bracket at the latest */
    splice_replace(splice, (struct span){bracket + 1, 0},
                   arena_printf(arena, "%s%s", member, bracket[blank] == '}' ? "" : ","));
}

void ask_put(struct splice *splice, const struct chat_ask *ask, const struct scan_want *member,
             const char *value, struct arena *arena) {
    if (member->type != SCAN_NONE)
        splice_replace(splice, member->value, value);
    else
        ask_put_front(splice, ask->text, arena_printf(arena, "\"%s\":%s", member->name, value), arena);
}

void ask_put_text(struct splice *splice, const struct chat_ask *ask, const struct scan_want *member,
                  const char *text, struct arena *arena) {
    ask_put(splice, ask, member, chat_quote(arena, text, strlen(text)).at, arena);
}
