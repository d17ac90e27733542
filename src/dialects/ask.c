/* What looking at a request takes in every dialect that has its model in the text. */
#include "dialects/ask.h"

#include <string.h>

#include "dialects/estimate.h"

#define DEPTH     512 /* of nested brackets */
#define MODEL_MAX 200 /* bytes of a model's name */

int ask_members(struct chat_ask *ask, struct span text, const char *const *names, size_t count,
                struct error *err) {
    *ask = (struct chat_ask){.text = text, .choices = 1, .always_streams = ask->always_streams};
    for (size_t i = 0; i < count; i++)
        ask->member[i].name = names[i];
    if (scan_object(text, ask->member, count, DEPTH, err) < 0)
        return -1;
    for (size_t i = 0; i < count; i++)
        if (ask->member[i].seen > 1)
            return ask_bad(&ask->member[i], "is given twice", err);
    return 0;
}

bool ask_given(const struct scan_want *member) {
    return member->type != SCAN_NONE && member->type != SCAN_NULL;
}

int ask_bad(const struct scan_want *member, const char *what, struct error *err) {
    return error_param(err, ERR_REQUEST, member->name, "\"%s\" %s.", member->name, what);
}

int ask_model(struct chat_ask *ask, const struct scan_want *member, struct arena *arena, struct error *err) {
    struct buf text;
    if (!ask_given(member))
        return ask_bad(member, "is missing: name the model", err);
    if (member->type != SCAN_STRING)
        return ask_bad(member, "must be a string", err);
    buf_init(&text, MODEL_MAX);
    scan_unquote(member->value, &text);
    bool good = text.len > 0 && !text.overflow && !memchr(text.data, '\0', text.len);
    if (good)
        ask->model = arena_strndup(arena, text.data, text.len);
    buf_free(&text);
    return good ? 0 : ask_bad(member, "must be a name of 1 to 200 characters", err);
}

int ask_stream(struct chat_ask *ask, const struct scan_want *member, struct error *err) {
    if (ask_given(member) && member->type != SCAN_TRUE && member->type != SCAN_FALSE)
        return ask_bad(member, "must be true or false", err);
    ask->stream = ask->always_streams || member->type == SCAN_TRUE;
    return 0;
}

int ask_stream_options(struct chat_ask *ask, const struct scan_want *member, struct error *err) {
    struct scan_want usage = {.name = "include_usage"};
    if (!ask_given(member))
        return 0;
    if (member->type != SCAN_OBJECT)
        return ask_bad(member, "must be an object", err);
    if (!ask->stream)
        return ask_bad(member, "is only allowed when \"stream\" is true", err);
    scan_members(member->value, &usage, 1);
    if (usage.seen > 1)
        return ask_bad(member, "has \"include_usage\" twice", err);
    ask->usage_asked = usage.type == SCAN_TRUE;
    return 0;
}

int ask_count(const struct scan_want *member, int64_t most, int64_t *value, struct error *err) {
    int64_t count;
    if (!ask_given(member))
        return 0;
    if (member->type != SCAN_NUMBER || !scan_int(member->value, &count) || count < 1 || count > most)
        return ask_bad(member, "must be a positive integer within its bounds", err);
    *value = count;
    return 0;
}

void ask_estimate(struct chat_ask *ask, const struct scan_want *member) {
    if (ask_given(member))
        ask->prompt += estimate_tokens(member->value);
}

/* ---- editing ------------------------------------------------------------------------- */

void ask_put(struct splice *splice, const struct chat_ask *ask, const struct scan_want *member,
             const char *value, struct arena *arena) {
    const char *bracket = memchr(ask->text.at, '{', ask->text.len);
    if (member->type != SCAN_NONE)
        splice_replace(splice, member->value, value);
    else /* the model stands behind it, so a comma fits */
        splice_replace(splice, (struct span){bracket + 1, 0},
                       arena_printf(arena, "\"%s\":%s,", member->name, value));
}

void ask_put_text(struct splice *splice, const struct chat_ask *ask, const struct scan_want *member,
                  const char *text, struct arena *arena) {
    struct buf quoted;
    buf_init(&quoted, 4096);
    buf_quote(&quoted, text, strlen(text));
    ask_put(splice, ask, member, arena_strdup(arena, quoted.data), arena);
    buf_free(&quoted);
}
