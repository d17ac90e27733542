/* Values that are valid for a JSON schema. */
#include "schema_sample.h"

#include <string.h>
#include <strings.h>

#include "schema_reference.h"

#define MAX_DEPTH 16
#define MAX_ITEMS 64
#define DEEP      6 /* from here on what may be left out is: schemas may be recursive */

/* The type, of several the first. Some APIs write it in capital letters. */
static const char *type_of(const json_t *schema) {
    const json_t *type = json_object_get(schema, "type");
    if (json_is_array(type))
        type = json_array_get(type, 0);
    if (json_is_string(type))
        return json_string_value(type);
    return json_object_get(schema, "properties") ? "object" : json_object_get(schema, "items") ? "array" : "";
}

static json_t *sample(const json_t *root, const json_t *schema, unsigned depth);

static json_t *sample_object(const json_t *root, const json_t *schema, unsigned depth) {
    json_t *object = json_object(), *property;
    const char *name;
    json_object_foreach(json_object_get(schema, "properties"), name, property)
        json_object_set_new(object, name, sample(root, property, depth + 1));
    return object;
}

static json_t *sample_array(const json_t *root, const json_t *schema, unsigned depth) {
    const json_t *least = json_object_get(schema, "minItems"), *items = json_object_get(schema, "items");
    json_int_t count = json_is_integer(least) ? json_integer_value(least) : items && depth < DEEP;
    json_t *array = json_array();
    for (json_int_t i = 0; i < count && i < MAX_ITEMS; i++)
        json_array_append_new(array, sample(root, items, depth + 1));
    return array;
}

static json_t *sample_string(const json_t *schema) {
    static const struct {
        const char *format, *value;
    } formats[] = {
        {"date-time", "2026-01-02T03:04:05Z"},
        {"date", "2026-01-02"},
        {"time", "03:04:05Z"},
        {"duration", "P1D"},
        {"email", "word0@example.com"},
        {"hostname", "example.com"},
        {"ipv4", "192.0.2.1"},
        {"ipv6", "2001:db8::1"},
        {"uri", "https://example.com/"},
        {"uuid", "123e4567-e89b-12d3-a456-426614174000"},
    };
    const char *format = json_string_value(json_object_get(schema, "format"));
    json_int_t least = json_integer_value(json_object_get(schema, "minLength"));
    char text[MAX_ITEMS + 1] = "word0 word1";
    for (size_t i = 0; format && i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].format, format) == 0)
            return json_string(formats[i].value);
    for (size_t len = strlen(text); len < MAX_ITEMS && (json_int_t)len < least; len++)
        text[len] = 'x';
    return json_string(text);
}

/* The least number that is allowed. */
static json_t *sample_number(const json_t *schema) {
    const json_t *least = json_object_get(schema, "minimum"),
                 *above = json_object_get(schema, "exclusiveMinimum");
    if (json_is_number(least))
        return json_real(json_number_value(least));
    return json_real(json_is_number(above) ? json_number_value(above) + 0.5 : 1.5);
}

/* The next whole one. */
static json_t *sample_integer(const json_t *schema) {
    static const char *const limits[] = {"minimum", "exclusiveMinimum"};
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        const json_t *limit = json_object_get(schema, limits[i]);
        json_int_t whole = (json_int_t)json_number_value(limit);
        if (json_is_number(limit))
            return json_integer(whole + (i == 1 || (double)whole < json_number_value(limit)));
    }
    return json_integer(1);
}

/* The first of several, deep down null if it is one of them. */
static const json_t *choose(const json_t *several, unsigned depth) {
    size_t i;
    json_t *one;
    json_array_foreach(several, i, one) {
        if (depth >= DEEP && strcasecmp(type_of(one), "null") == 0)
            return one;
    }
    return json_array_get(several, 0);
}

static json_t *sample(const json_t *root, const json_t *schema, unsigned depth) {
    static const char *const choices[] = {"enum", "anyOf", "oneOf"};
    const char *reference = json_string_value(json_object_get(schema, "$ref")), *type = type_of(schema);
    if (depth > MAX_DEPTH)
        return json_null();
    if (reference)
        return sample(root, schema_resolve(root, reference), depth + 1);
    if (json_object_get(schema, "const"))
        return json_deep_copy(json_object_get(schema, "const"));
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
        const json_t *chosen = choose(json_object_get(schema, choices[i]), depth);
        if (chosen)
            return i == 0 ? json_deep_copy(chosen) : sample(root, chosen, depth + 1);
    }
    if (strcasecmp(type, "object") == 0)
        return sample_object(root, schema, depth);
    if (strcasecmp(type, "array") == 0)
        return sample_array(root, schema, depth);
    if (strcasecmp(type, "string") == 0)
        return sample_string(schema);
    if (strcasecmp(type, "integer") == 0)
        return sample_integer(schema);
    if (strcasecmp(type, "number") == 0)
        return sample_number(schema);
    return strcasecmp(type, "boolean") == 0 ? json_true() : json_null();
}

json_t *schema_sample(const json_t *schema) {
    return sample(schema, schema, 0);
}
