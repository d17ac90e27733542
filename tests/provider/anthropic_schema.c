/* The part of JSON Schema that Anthropic lets rule an answer. */
#include <string.h>

#include "anthropic.h"
#include "member.h"

static const char *const keywords[] = {"$defs",    "$ref",        "additionalProperties",
                                       "allOf",    "anyOf",       "const",
                                       "default",  "definitions", "description",
                                       "enum",     "format",      "items",
                                       "minItems", "properties",  "required",
                                       "title",    "type"};
static const char *const formats[] = {"date-time", "time", "date", "duration", "email",
                                      "hostname",  "uri",  "ipv4", "ipv6",     "uuid"};

static bool is_among(const char *word, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i], word) == 0)
            return true;
    return false;
}
#define IS_AMONG(word, words) is_among(word, words, sizeof(words) / sizeof *(words))

/* Members that hold schemas by name. */
static int check_named(struct anthropic_request *request, json_t *schemas, const struct place *where) {
    const char *name;
    json_t *schema;
    json_object_foreach(schemas, name, schema) {
        struct place inner = {where, name, 0};
        if (anthropic_check_schema(request, schema, &inner))
            return -1;
    }
    return 0;
}

static int check_list(struct anthropic_request *request, json_t *schemas, const struct place *where) {
    size_t i;
    json_t *schema;
    json_array_foreach(schemas, i, schema) {
        struct place inner = {where, NULL, i};
        if (anthropic_check_schema(request, schema, &inner))
            return -1;
    }
    return 0;
}

static int check_keyword(struct anthropic_request *request, const char *name, json_t *value,
                         const struct place *where) {
    if (!IS_AMONG(name, keywords))
        return field_refuse(request->err, where, "this keyword is not supported in output schemas.");
    if (strcmp(name, "properties") == 0 || strcmp(name, "$defs") == 0 || strcmp(name, "definitions") == 0)
        return check_named(request, value, where);
    if (strcmp(name, "anyOf") == 0 || strcmp(name, "allOf") == 0)
        return check_list(request, value, where);
    if (strcmp(name, "items") == 0)
        return anthropic_check_schema(request, value, where);
    if (strcmp(name, "minItems") == 0 && json_integer_value(value) > 1)
        return field_refuse(request->err, where, "only 0 and 1 are supported.");
    if (strcmp(name, "format") == 0 &&
        !(json_is_string(value) && IS_AMONG(json_string_value(value), formats)))
        return field_refuse(request->err, where, "this format is not supported.");
    return 0;
}

int anthropic_check_schema(struct anthropic_request *request, json_t *schema, const struct place *where) {
    static const char *const instead[] = {"$ref", "anyOf", "allOf", "const", "enum"};
    const char *name;
    json_t *value;
    struct place type = {where, "type", 0}, additional = {where, "additionalProperties", 0};
    bool typed = json_object_get(schema, "type");
    if (!json_is_object(schema))
        return field_refuse(request->err, where, "Input should be a valid dictionary");
    for (size_t i = 0; i < sizeof instead / sizeof *instead; i++)
        typed = typed || json_object_get(schema, instead[i]);
    if (!typed)
        return field_refuse(request->err, &type, "Field required");
    if (member_is(schema, "type", "object") &&
        !json_is_false(json_object_get(schema, "additionalProperties")))
        return field_refuse(request->err, &additional,
                            "for 'object' type, it must be explicitly set to false");
    json_object_foreach(schema, name, value) {
        struct place inner = {where, name, 0};
        if (check_keyword(request, name, value, &inner))
            return -1;
    }
    return 0;
}
