/* The strictness of OpenAI: JSON schemas. */
#include "strict_schema.h"

#include <string.h>

#define MAX_DEPTH    32
#define STRICT_DEPTH 10

/* Keywords that strict schemas do not have. */
static const char *const forbidden[] = {
    "allOf",
    "not",
    "if",
    "then",
    "else",
    "oneOf",
    "dependentRequired",
    "dependentSchemas",
    "patternProperties",
};

/* One look at a schema. A context is a place inside it, NULL: the schema itself. */
struct look {
    bool strict;
    const char *what;
    const struct place *where;
    struct error *err;
};

static int refuse(const struct look *look, const struct place *context, const char *reason) {
    struct buf param, inside;
    buf_init(&param, sizeof look->err->param - 1);
    buf_init(&inside, sizeof look->err->param - 1);
    place_put(look->where, &param);
    buf_puts(&inside, "");
    if (context)
        place_put(context, &inside);
    error_param(look->err, ERR_REQUEST, param.data, "Invalid schema for %s: In context=(%s), %s", look->what,
                inside.data, reason);
    buf_free(&param);
    buf_free(&inside);
    return -1;
}

static bool has_type(const json_t *schema, const char *type) {
    const json_t *value = json_object_get(schema, "type");
    size_t i;
    json_t *one;
    if (json_is_string(value))
        return strcmp(json_string_value(value), type) == 0;
    json_array_foreach(value, i, one) {
        if (json_is_string(one) && strcmp(json_string_value(one), type) == 0)
            return true;
    }
    return false;
}

static bool is_required(const json_t *schema, const char *name) {
    size_t i;
    json_t *one;
    json_array_foreach(json_object_get(schema, "required"), i, one) {
        if (json_is_string(one) && strcmp(json_string_value(one), name) == 0)
            return true;
    }
    return false;
}

static int check_strict_object(const struct look *look, const json_t *schema, const struct place *context) {
    const char *name;
    json_t *property, *properties = json_object_get(schema, "properties");
    if (!json_is_false(json_object_get(schema, "additionalProperties")))
        return refuse(look, context, "'additionalProperties' is required to be supplied and to be false.");
    json_object_foreach(properties, name, property) {
        if (!is_required(schema, name))
            return refuse(look, context, "'required' is required to include every key in properties.");
    }
    return 0;
}

static int check_keywords(const struct look *look, const json_t *schema, const struct place *context) {
    static const char *const said[] = {"type", "anyOf", "$ref", "enum", "const"};
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++) {
        struct place inner = {context, forbidden[i], 0};
        if (json_object_get(schema, forbidden[i]))
            return refuse(look, &inner, "this keyword is not permitted.");
    }
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        if (json_object_get(schema, said[i]))
            return 0;
    return refuse(look, context, "schema must have a 'type' key.");
}

static int check_one(const struct look *look, const json_t *schema, const struct place *context,
                     unsigned depth);

/* The schemas in a member that is an object or an array of them. */
static int check_many(const struct look *look, const json_t *schema, const char *member,
                      const struct place *context, unsigned depth) {
    struct place where = {context, member, 0};
    json_t *many = json_object_get(schema, member), *one;
    const char *name;
    size_t i;
    json_object_foreach(many, name, one) {
        struct place inner = {&where, name, 0};
        if (check_one(look, one, &inner, depth))
            return -1;
    }
    json_array_foreach(many, i, one) {
        struct place inner = {&where, NULL, i};
        if (check_one(look, one, &inner, depth))
            return -1;
    }
    return 0;
}

static int check_one(const struct look *look, const json_t *schema, const struct place *context,
                     unsigned depth) {
    static const char *const inner[] = {"properties", "anyOf", "$defs", "definitions"};
    struct place items_place = {context, "items", 0};
    const json_t *items = json_object_get(schema, "items");
    if (json_is_boolean(schema) && !look->strict)
        return 0;
    if (!json_is_object(schema))
        return refuse(look, context, "expected a schema.");
    if (look->strict && depth > STRICT_DEPTH)
        return refuse(look, context, "11 levels of nesting exceeds limit of 10.");
    if (depth == MAX_DEPTH)
        return refuse(look, context, "it is nested too deep.");
    if (has_type(schema, "array") && !items)
        return refuse(look, context, "array schema missing items.");
    if (look->strict && (check_keywords(look, schema, context) ||
                         (has_type(schema, "object") && check_strict_object(look, schema, context))))
        return -1;
    for (size_t i = 0; i < sizeof inner / sizeof *inner; i++)
        if (check_many(look, schema, inner[i], context, depth + 1))
            return -1;
    return items ? check_one(look, items, &items_place, depth + 1) : 0;
}

int schema_check(const json_t *schema, bool strict, const char *what, const struct place *where,
                 struct error *err) {
    struct look look = {strict, what, where, err};
    if (!has_type(schema, "object"))
        return refuse(&look, NULL, "schema must be a JSON Schema of 'type: \"object\"'.");
    if (!json_object_get(schema, "properties") && !strict)
        return refuse(&look, NULL, "object schema missing properties.");
    if (strict && json_object_get(schema, "anyOf"))
        return refuse(&look, NULL, "'anyOf' is not permitted at the root.");
    return check_one(&look, schema, NULL, 0);
}
