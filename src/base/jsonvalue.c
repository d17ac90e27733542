/* Values of JSON text that know their place. */
#include "base/jsonvalue.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"

struct json value_whole(struct span text) {
    struct json value = {.text = text};
    value.type = scan_type(text);
    return value;
}

bool value_next_by(const struct scan_ends *ends, const struct json *value, struct span *rest,
                   struct json *item) {
    *item = (struct json){.in = value, .index = item->in == value ? item->index + 1 : 0};
    if (value->type == SCAN_ARRAY)
        return scan_next_by(ends, rest, &item->text, &item->type);
    return value->type == SCAN_OBJECT &&
           scan_next_member_by(ends, rest, &item->name, &item->text, &item->type);
}

bool value_next(const struct json *value, struct span *rest, struct json *item) {
    return value_next_by(NULL, value, rest, item);
}

struct json value_member(const struct json *object, const char *name) {
    struct json found = {.in = object}, item = {0};
    struct span rest = object->text;
    while (object->type == SCAN_OBJECT && value_next(object, &rest, &item))
        if (scan_equals(item.name, name))
            found = item;
    return found;
}

bool value_given(const struct json *value) {
    return value->type != SCAN_NONE && value->type != SCAN_NULL;
}

/* ---- places ------------------------------------------------------------------- */

/* One that is being written. What comes behind its end is not looked at: names may be as long as the text. */
struct path {
    char *text;
    size_t len;
};

static bool is_full(const struct path *path) {
    return path->len == JSON_PATH - 1;
}

static void add_char(struct path *path, char c) {
    if (!is_full(path))
        path->text[path->len++] = c;
}

/* Names of strangers: what has no place in a path is a question mark. */
static void add_name(struct path *path, struct span name) {
    if (path->len > 0)
        add_char(path, '.');
    for (size_t i = 1; i + 1 < name.len && !is_full(path); i++)
        add_char(path,
                 (unsigned char)name.at[i] > ' ' && (unsigned char)name.at[i] < 0x7f ? name.at[i] : '?');
}

static void add_index(struct path *path, size_t index) {
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", index);
    for (const char *digit = digits; *digit; digit++)
        add_char(path, *digit);
}

static void add_place(struct path *path, const struct json *value, bool indexes) {
    if (!value->in)
        return;
    add_place(path, value->in, indexes);
    if (value->name.at) {
        add_name(path, value->name);
        return;
    }
    add_char(path, '[');
    if (indexes)
        add_index(path, value->index);
    add_char(path, ']');
}

static const char *write_place(const struct json *value, char out[JSON_PATH], bool indexes) {
    struct path path = {out, 0};
    add_place(&path, value, indexes);
    out[path.len] = '\0';
    return out;
}

const char *value_path(const struct json *value, char path[JSON_PATH]) {
    return write_place(value, path, true);
}

const char *value_place(const struct json *value, char path[JSON_PATH]) {
    return write_place(value, path, false);
}

int value_bad(const struct json *value, const char *what, struct error *err) {
    char path[JSON_PATH];
    value_path(value, path);
    return error_param(err, ERR_REQUEST, path, "\"%s\" %s.", path, what);
}

/* ---- typed values ---------------------------------------------------------------- */

int value_bool(const struct json *value, bool *into, struct error *err) {
    if (value->type != SCAN_TRUE && value->type != SCAN_FALSE)
        return value_bad(value, "must be true or false", err);
    *into = value->type == SCAN_TRUE;
    return 0;
}

int value_int(const struct json *value, int64_t low, int64_t high, int64_t *into, struct error *err) {
    char what[96];
    if (value->type == SCAN_NUMBER && scan_int(value->text, into) && *into >= low && *into <= high)
        return 0;
    snprintf(what, sizeof what, "must be an integer from %lld to %lld", (long long)low, (long long)high);
    return value_bad(value, what, err);
}

static int take(const struct json *value, enum scan_type type, const char *what, struct span *into,
                struct error *err) {
    if (value->type != type)
        return value_bad(value, what, err);
    *into = value->text;
    return 0;
}

int value_number(const struct json *value, struct span *into, struct error *err) {
    return take(value, SCAN_NUMBER, "must be a number", into, err);
}

int value_string(const struct json *value, struct span *into, struct error *err) {
    return take(value, SCAN_STRING, "must be a string", into, err);
}

int value_object(const struct json *value, struct span *into, struct error *err) {
    return take(value, SCAN_OBJECT, "must be an object", into, err);
}

int value_name(const struct json *value, size_t most, struct arena *arena, const char **into,
               struct error *err) {
    char what[96];
    struct buf text;
    if (value->type != SCAN_STRING)
        return value_bad(value, "must be a string", err);
    buf_init(&text, most);
    buf_puts(&text, "");
    scan_unquote(value->text, &text);
    bool good = !text.overflow && !memchr(text.data, '\0', text.len);
    if (good)
        *into = arena_strndup(arena, text.data, text.len);
    buf_free(&text);
    snprintf(what, sizeof what, "must have at most %zu bytes and no NUL", most);
    return good ? 0 : value_bad(value, what, err);
}

int value_choice(const struct json *value, const char *const *list, int *into, struct error *err) {
    struct buf what;
    if (value->type == SCAN_STRING)
        for (int i = 0; list[i]; i++)
            if (scan_equals(value->text, list[i])) {
                *into = i;
                return 0;
            }
    buf_init(&what, 200);
    buf_puts(&what, "must be one of");
    for (int i = 0; list[i]; i++)
        buf_printf(&what, "%s %s", i ? "," : "", list[i]);
    value_bad(value, what.data, err);
    buf_free(&what);
    return -1;
}

/* ---- objects by table --------------------------------------------------------------- */

int value_pick(const struct json *object, const char *const *names,
               bool (*named)(struct span name, const char *wanted), struct json *found,
               void (*unknown)(void *arg, const struct json *value), void *arg, struct error *err) {
    struct json item = {0};
    struct span rest = object->text;
    uint64_t seen = 0;
    if (object->type != SCAN_OBJECT)
        return value_bad(object, "must be an object", err);
    for (size_t i = 0; names[i]; i++)
        found[i] = (struct json){.in = object};
    while (value_next(object, &rest, &item)) {
        size_t i = 0;
        while (names[i] && !named(item.name, names[i]))
            i++;
        if (!names[i] && unknown && item.type != SCAN_NULL)
            unknown(arg, &item);
        if (!names[i])
            continue;
        if (seen & UINT64_C(1) << i) /* which one would be meant? */
            return value_bad(&item, "is given twice", err);
        seen |= UINT64_C(1) << i;
        if (item.type != SCAN_NULL)
            found[i] = item;
    }
    return 0;
}
