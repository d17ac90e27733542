/*
 * JSON objects read by a table of their keys, with messages that say where the
 * mistake is and what was wanted.
 */
#include "base/jsonget.h"

#include <ctype.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define KEY_MAX 40 /* longer ones are not compared with the known keys */

static const char *type_name(const json_t *value) {
    static const char *const names[] = {
        [JSON_OBJECT] = "an object",   [JSON_ARRAY] = "an array",     [JSON_STRING] = "a string",
        [JSON_INTEGER] = "an integer", [JSON_REAL] = "a real number", [JSON_TRUE] = "true",
        [JSON_FALSE] = "false",        [JSON_NULL] = "null",
    };
    return names[json_typeof(value)];
}

int jsonget_wrong(const char *wanted, const json_t *got, const char *path, struct error *err) {
    return error_param(err, ERR_REQUEST, path, "wanted %s, got %s", wanted, type_name(got));
}

/* The path of a key, fit for a message of one line. */
static const char *path_of(const char *path, const char *key, struct arena *arena) {
    char *joined = arena_printf(arena, "%s%s%s", path, *path ? "." : "", key);
    for (char *c = joined; *c; c++)
        if (iscntrl((unsigned char)*c))
            *c = '?';
    return joined;
}

static unsigned least(unsigned a, unsigned b) {
    return a < b ? a : b;
}

/* Slips of the pen between two words: letters changed, missing, too many, or two of them swapped. */
static unsigned distance(const char *a, const char *b) {
    unsigned slips[KEY_MAX + 1][KEY_MAX + 1];
    unsigned rows = (unsigned)strlen(a), columns = (unsigned)strlen(b);
    for (unsigned i = 0; i <= rows; i++)
        for (unsigned j = 0; j <= columns; j++) {
            if (i == 0 || j == 0) {
                slips[i][j] = i + j;
                continue;
            }
            unsigned best = slips[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            best = least(best, least(slips[i - 1][j], slips[i][j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                best = least(best, slips[i - 2][j - 2] + 1);
            slips[i][j] = best;
        }
    return slips[rows][columns];
}

/* One slip in three letters is near. */
const char *jsonget_nearer(const char *word, const char *found, const char *known) {
    if (strlen(word) > KEY_MAX || strlen(known) > KEY_MAX)
        return found;
    unsigned slips = distance(word, known);
    bool nearer = found ? slips < distance(word, found) : slips <= (strlen(word) + 2) / 3;
    return nearer ? known : found;
}

/* The known key that was most likely meant, NULL if none is near. */
static const char *nearest(const char *key, const struct field *table) {
    const char *found = NULL;
    for (const struct field *f = table; f->key; f++)
        found = jsonget_nearer(key, found, f->key);
    return found;
}

static int check_keys(const struct field *table, const json_t *object, const char *path, struct arena *arena,
                      struct error *err) {
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)object, key, value) {
        const struct field *f = table;
        while (f->key && strcmp(f->key, key) != 0)
            f++;
        if (f->key)
            continue;
        const char *meant = nearest(key, table), *full = path_of(path, key, arena);
        if (meant)
            return error_param(err, ERR_REQUEST, full, "unknown key; did you mean \"%s\"?", meant);
        return error_param(err, ERR_REQUEST, full, "unknown key");
    }
    return 0;
}

static int get_string(const char **into, const struct field *f, const json_t *value, const char *path,
                      struct arena *arena, struct error *err) {
    if (!json_is_string(value))
        return jsonget_wrong("a string", value, path, err);
    size_t len = json_string_length(value);
    if (len < (size_t)f->low)
        return error_param(err, ERR_REQUEST, path, "must not be empty");
    if (len > (size_t)f->high)
        return error_param(err, ERR_REQUEST, path, "is longer than %ld bytes", f->high);
    *into = arena_strdup(arena, json_string_value(value));
    return 0;
}

static int get_number(long *into, const struct field *f, const json_t *value, const char *path,
                      struct error *err) {
    if (!json_is_integer(value))
        return jsonget_wrong("an integer", value, path, err);
    json_int_t number = json_integer_value(value);
    if (number < f->low || number > f->high)
        return error_param(err, ERR_REQUEST, path, "%" JSON_INTEGER_FORMAT " is not between %ld and %ld",
                           number, f->low, f->high);
    *into = (long)number;
    return 0;
}

static int get_field(void *member, const struct field *f, const json_t *value, const char *path,
                     struct arena *arena, struct error *err) {
    long number = f->number;
    switch (f->type) {
    case FIELD_STRING:
        *(const char **)member = f->text;
        return value ? get_string(member, f, value, path, arena, err) : 0;
    case FIELD_JSON:
        *(const json_t **)member = value;
        return 0;
    case FIELD_BOOL:
        if (value && !json_is_boolean(value))
            return jsonget_wrong("true or false", value, path, err);
        *(int *)member = value ? json_is_true(value) : (int)number;
        return 0;
    case FIELD_INT:
        if (value && get_number(&number, f, value, path, err) < 0)
            return -1;
        *(int *)member = (int)number;
        return 0;
    case FIELD_LONG:
        if (value && get_number(&number, f, value, path, err) < 0)
            return -1;
        *(long *)member = number;
        return 0;
    }
    return 0;
}

int jsonget_object(void *into, const struct field *table, const json_t *value, const char *path,
                   struct arena *arena, struct error *err) {
    if (!json_is_object(value))
        return jsonget_wrong("an object", value, path, err);
    if (check_keys(table, value, path, arena, err) < 0)
        return -1;
    for (const struct field *f = table; f->key; f++) {
        void *member = (char *)into + f->offset;
        const json_t *found = json_object_get(value, f->key);
        if (get_field(member, f, found, path_of(path, f->key, arena), arena, err) < 0)
            return -1;
    }
    return 0;
}
