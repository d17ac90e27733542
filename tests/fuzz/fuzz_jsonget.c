/* Objects of any JSON read by a table of fields: what is taken is what stands there, and within its bounds;
 * what is refused has a path and a message of one line. */
#include <jansson.h>
#include <limits.h>
#include <stdbool.h>
#include <string.h>

#include "base/jsonget.h"
#include "fuzz.h"

#define LOW  (-3)
#define HIGH 12

struct record {
    const char *name;
    int count, on;
    long size;
    const json_t *rest;
};

static const struct field fields[] = {
    {"name", FIELD_STRING, offsetof(struct record, name), "unnamed", 0, 1, HIGH},
    {"count", FIELD_INT, offsetof(struct record, count), NULL, 5, LOW, HIGH},
    {"size", FIELD_LONG, offsetof(struct record, size), NULL, -7, 0, LONG_MAX},
    {"on", FIELD_BOOL, offsetof(struct record, on), NULL, 1, 0, 0},
    {"rest", FIELD_JSON, offsetof(struct record, rest), NULL, 0, 0, 0},
    {.key = NULL},
};

static bool is_field(const char *key) {
    const struct field *field = fields;
    while (field->key && strcmp(field->key, key) != 0)
        field++;
    return field->key != NULL;
}

static bool is_number(const json_t *value, long low, long high) {
    return !value ||
           (json_is_integer(value) && json_integer_value(value) >= low && json_integer_value(value) <= high);
}

/* Whether the table allows it. */
static bool is_allowed(json_t *value) {
    const char *key;
    json_t *member;
    if (!json_is_object(value))
        return false;
    json_object_foreach(value, key, member) if (!is_field(key)) return false;
    const json_t *name = json_object_get(value, "name"), *on = json_object_get(value, "on");
    return (!name ||
            (json_is_string(name) && json_string_length(name) >= 1 && json_string_length(name) <= HIGH)) &&
           (!on || json_is_boolean(on)) && is_number(json_object_get(value, "count"), LOW, HIGH) &&
           is_number(json_object_get(value, "size"), 0, LONG_MAX);
}

static void check_record(const struct record *record, const json_t *value) {
    const json_t *name = json_object_get(value, "name"), *count = json_object_get(value, "count"),
                 *size = json_object_get(value, "size"), *on = json_object_get(value, "on");
    check(strcmp(record->name, name ? json_string_value(name) : "unnamed") == 0);
    check(record->count == (count ? json_integer_value(count) : 5));
    check(record->size == (size ? json_integer_value(size) : -7));
    check(record->on == (on ? json_is_true(on) : 1));
    check(record->rest == json_object_get(value, "rest"));
}

static void check_message(const struct error *err) {
    check(err->kind == ERR_REQUEST && err->message[0] && strncmp(err->param, "at", 2) == 0);
    for (const char *c = err->param; *c; c++)
        check((unsigned char)*c >= ' ' && *c != 0x7f);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    json_t *value = json_loadb((const char *)data, size, JSON_DECODE_ANY, NULL);
    if (!value)
        return 0;
    struct arena *arena = arena_new();
    struct error err = {0};
    struct record record;
    int rc = jsonget_object(&record, fields, value, "at", arena, &err);
    check((rc == 0) == is_allowed(value));
    if (rc == 0)
        check_record(&record, value);
    else
        check_message(&err);
    arena_free(arena);
    json_decref(value);
    return 0;
}
