/* Schemas as Google writes them, turned into JSON Schema. */
#include "dialects/openapi_schema.h"

#include <string.h>

#include "base/buf.h"
#include "base/jsonwrite.h"

#define NESTED_MOST 64 /* schemas within schemas */
#define SCHEMA_MOST ((size_t)1 << 28)

struct turning {
    struct json_writer w;
    struct scan_ends ends; /* of the whole */
    bool changed, deep;
};

/* What is within a member of a schema. */
enum inside {
    INSIDE_PLAIN,
    INSIDE_SCHEMA,  /* a schema, or an array of them */
    INSIDE_SCHEMAS, /* an object whose members are schemas */
    INSIDE_COUNT,   /* a number, which Google's JSON may have as a string */
    INSIDE_TYPE,
    INSIDE_ENUM,
    INSIDE_ANY_OF,
    INSIDE_NOTHING, /* to be left out */
};

static const struct row {
    const char *name, *snake; /* NULL: it has only one spelling */
    enum inside inside;
} rows[] = {
    {"type", NULL, INSIDE_TYPE},
    {"enum", NULL, INSIDE_ENUM},
    {"nullable", NULL, INSIDE_NOTHING},
    {"propertyOrdering", "property_ordering", INSIDE_NOTHING},
    {"minItems", "min_items", INSIDE_COUNT},
    {"maxItems", "max_items", INSIDE_COUNT},
    {"minLength", "min_length", INSIDE_COUNT},
    {"maxLength", "max_length", INSIDE_COUNT},
    {"minProperties", "min_properties", INSIDE_COUNT},
    {"maxProperties", "max_properties", INSIDE_COUNT},
    {"anyOf", "any_of", INSIDE_ANY_OF},
    {"oneOf", NULL, INSIDE_SCHEMA},
    {"allOf", NULL, INSIDE_SCHEMA},
    {"not", NULL, INSIDE_SCHEMA},
    {"if", NULL, INSIDE_SCHEMA},
    {"then", NULL, INSIDE_SCHEMA},
    {"else", NULL, INSIDE_SCHEMA},
    {"items", NULL, INSIDE_SCHEMA},
    {"prefixItems", "prefix_items", INSIDE_SCHEMA},
    {"contains", NULL, INSIDE_SCHEMA},
    {"additionalProperties", "additional_properties", INSIDE_SCHEMA},
    {"propertyNames", NULL, INSIDE_SCHEMA},
    {"properties", NULL, INSIDE_SCHEMAS},
    {"patternProperties", NULL, INSIDE_SCHEMAS},
    {"$defs", NULL, INSIDE_SCHEMAS},
    {"definitions", NULL, INSIDE_SCHEMAS},
};

static const struct row *find_row(struct span name) {
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (scan_equals(name, rows[i].name) || (rows[i].snake && scan_equals(name, rows[i].snake)))
            return &rows[i];
    return NULL;
}

static void put_name(struct turning *t, const struct row *row, struct span name) {
    if (row && !scan_equals(name, row->name)) {
        json_key(&t->w, row->name);
        t->changed = true;
        return;
    }
    json_key_raw(&t->w, name);
}

/* ---- types ------------------------------------------------------------------------ */

/* The name of a type; NULL: it is none of Google's. */
static const char *lower_type(struct span type) {
    static const char *const names[][2] = {
        {"STRING", "string"}, {"NUMBER", "number"}, {"INTEGER", "integer"}, {"BOOLEAN", "boolean"},
        {"ARRAY", "array"},   {"OBJECT", "object"}, {"NULL", "null"},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (scan_equals(type, names[i][0]))
            return names[i][1];
    return NULL;
}

static void put_type(struct turning *t, struct span type, enum scan_type kind) {
    const char *lower = kind == SCAN_STRING ? lower_type(type) : NULL;
    if (lower)
        json_put_text(&t->w, lower);
    else
        json_put(&t->w, type);
    t->changed |= lower != NULL;
}

/* A type or an array of them, and "null" beside. */
static void put_types(struct turning *t, const struct json *value, bool nullable) {
    struct span rest = value->text, type;
    enum scan_type kind;
    bool known = false;
    if (value->type != SCAN_ARRAY && !nullable) {
        put_type(t, value->text, value->type);
        return;
    }
    json_open(&t->w, '[');
    if (value->type != SCAN_ARRAY) {
        put_type(t, value->text, value->type);
        known = value->type == SCAN_STRING &&
                (scan_equals(value->text, "null") || scan_equals(value->text, "NULL"));
    }
    while (value->type == SCAN_ARRAY && scan_next(&rest, &type, &kind)) {
        put_type(t, type, kind);
        known |= kind == SCAN_STRING && (scan_equals(type, "null") || scan_equals(type, "NULL"));
    }
    if (nullable && !known)
        json_put_text(&t->w, "null");
    json_close(&t->w, ']');
}

/* ---- members ------------------------------------------------------------------------ */

static void put_schema(struct turning *t, const struct json *value, int depth);

/* The elements of an array, each of which may be a schema, and one more. */
static void put_each(struct turning *t, const struct json *array, int depth, const char *more) {
    struct span rest = array->text;
    struct json item = {0};
    json_open(&t->w, '[');
    while (value_next_by(&t->ends, array, &rest, &item))
        put_schema(t, &item, depth);
    if (more)
        json_put_raw(&t->w, more);
    json_close(&t->w, ']');
}

static void put_map(struct turning *t, const struct json *map, int depth) {
    struct span rest = map->text;
    struct json item = {0};
    json_open(&t->w, '{');
    while (value_next_by(&t->ends, map, &rest, &item)) {
        put_name(t, NULL, item.name);
        put_schema(t, &item, depth);
    }
    json_close(&t->w, '}');
}

static void put_enum(struct turning *t, const struct json *value, bool nullable) {
    struct span rest = value->text, item;
    enum scan_type type;
    bool known = false;
    while (value->type == SCAN_ARRAY && scan_next(&rest, &item, &type))
        known |= type == SCAN_NULL;
    if (value->type != SCAN_ARRAY || !nullable || known) {
        json_put(&t->w, value->text);
        return;
    }
    rest = value->text;
    json_open(&t->w, '[');
    while (scan_next(&rest, &item, &type))
        json_put(&t->w, item);
    json_put_raw(&t->w, "null");
    json_close(&t->w, ']');
}

static void put_count(struct turning *t, const struct json *value) {
    struct span digits = {value->text.at + 1, value->text.len - 2};
    int64_t count;
    if (value->type == SCAN_STRING && digits.len > 0 && scan_int(digits, &count) && count >= 0) {
        json_put_int(&t->w, count);
        t->changed = true;
    } else {
        json_put(&t->w, value->text);
    }
}

/* `nullable` stands beside a type if there is one, else it is one more of anyOf. */
struct around {
    bool nullable, typed;
};

static void put_member(struct turning *t, const struct row *row, const struct json *value,
                       const struct around *around, int depth) {
    switch (row ? row->inside : INSIDE_PLAIN) {
    case INSIDE_TYPE:
        put_types(t, value, around->nullable);
        break;
    case INSIDE_ENUM:
        put_enum(t, value, around->nullable);
        break;
    case INSIDE_COUNT:
        put_count(t, value);
        break;
    case INSIDE_ANY_OF:
        if (value->type == SCAN_ARRAY)
            put_each(t, value, depth + 1, around->nullable && !around->typed ? "{\"type\":\"null\"}" : NULL);
        else
            json_put(&t->w, value->text);
        break;
    case INSIDE_SCHEMA:
        if (value->type == SCAN_ARRAY)
            put_each(t, value, depth + 1, NULL);
        else
            put_schema(t, value, depth + 1);
        break;
    case INSIDE_SCHEMAS:
        if (value->type == SCAN_OBJECT)
            put_map(t, value, depth + 1);
        else
            json_put(&t->w, value->text);
        break;
    default:
        json_put(&t->w, value->text);
    }
}

static bool is_left_out(const struct row *row, const struct json *value) {
    return row &&
           (row->inside == INSIDE_NOTHING || (row->inside == INSIDE_TYPE && value->type == SCAN_STRING &&
                                              scan_equals(value->text, "TYPE_UNSPECIFIED")));
}

/* Anything but an object stays what it is. */
static void put_schema(struct turning *t, const struct json *value, int depth) {
    struct json item = {0};
    struct span rest = value->text;
    t->deep |= depth > NESTED_MOST;
    if (value->type != SCAN_OBJECT || t->deep) {
        json_put(&t->w, value->text);
        return;
    }
    struct scan_want want[] = {{.name = "nullable"}, {.name = "type"}};
    scan_members_by(&t->ends, value->text, want, 2);
    struct around around = {want[0].type == SCAN_TRUE, want[1].seen > 0};
    json_open(&t->w, '{');
    while (value_next_by(&t->ends, value, &rest, &item)) {
        const struct row *row = find_row(item.name);
        if (is_left_out(row, &item)) {
            t->changed = true;
            continue;
        }
        put_name(t, row, item.name);
        put_member(t, row, &item, &around, depth);
    }
    json_close(&t->w, '}');
}

int openapi_schema_read(const struct json *value, struct arena *arena, struct span *schema,
                        struct error *err) {
    struct turning t = {0};
    struct buf text;
    if (value_object(value, schema, err) < 0)
        return -1;
    buf_init(&text, SCHEMA_MOST);
    t.w.out = &text;
    scan_ends_find(&t.ends, value->text);
    put_schema(&t, value, 0);
    scan_ends_free(&t.ends);
    if (t.changed && !t.deep && !text.overflow)
        *schema = (struct span){arena_strndup(arena, text.data, text.len), text.len};
    bool good = !t.deep && !text.overflow;
    buf_free(&text);
    return good ? 0 : value_bad(value, "is nested too deeply", err);
}
