/* Makes up an answer that obeys a schema. Knows no API. */
#include "sample.h"

#include <string.h>
#include <strings.h>

#define DEPTH_MAX 12 /* a schema may contain itself */

static json_t *make(const json_t *root, const json_t *schema, unsigned depth);

/* "#/$defs/NAME" */
static const json_t *follow(const json_t *root, const char *reference) {
    const char *name = strrchr(reference, '/');
    const json_t *found = name ? json_object_get(json_object_get(root, "$defs"), name + 1) : NULL;
    return found ? found : json_object_get(json_object_get(root, "definitions"), name ? name + 1 : "");
}

static json_t *make_object(const json_t *root, const json_t *schema, unsigned depth) {
    json_t *object = json_object(), *inner;
    const char *name;
    json_object_foreach(json_object_get(schema, "properties"), name, inner) {
        json_object_set_new(object, name, make(root, inner, depth + 1));
    }
    return object;
}

static json_t *make_array(const json_t *root, const json_t *schema, unsigned depth) {
    json_t *array = json_array();
    const json_t *items = json_object_get(schema, "items");
    if (items && depth + 1 < DEPTH_MAX)
        json_array_append_new(array, make(root, items, depth + 1));
    return array;
}

static json_t *make_string(const json_t *schema) {
    static const struct {
        const char *format, *text;
    } formats[] = {
        {"date-time", "2026-01-02T03:04:05Z"},
        {"time", "03:04:05Z"},
        {"date", "2026-01-02"},
        {"duration", "PT1H"},
        {"email", "somebody@example.org"},
        {"hostname", "example.org"},
        {"uri", "https://example.org/"},
        {"ipv4", "192.0.2.1"},
        {"ipv6", "2001:db8::1"},
        {"uuid", "123e4567-e89b-12d3-a456-426614174000"},
    };
    const char *format = json_string_value(json_object_get(schema, "format"));
    for (size_t i = 0; format && i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].format, format) == 0)
            return json_string(formats[i].text);
    return json_string("word0 word1");
}

static json_t *make_typed(const json_t *root, const json_t *schema, unsigned depth) {
    const json_t *types = json_object_get(schema, "type");
    const char *type = json_string_value(json_is_array(types) ? json_array_get(types, 0) : types);
    const json_t *low = json_object_get(schema, "minimum");
    if (!type)
        return json_object_get(schema, "properties") ? make_object(root, schema, depth) : json_null();
    /* Some APIs say the names in capital letters. */
    if (strcasecmp(type, "object") == 0)
        return make_object(root, schema, depth);
    if (strcasecmp(type, "array") == 0)
        return make_array(root, schema, depth);
    if (strcasecmp(type, "string") == 0)
        return make_string(schema);
    if (strcasecmp(type, "integer") == 0)
        return json_integer(low ? (json_int_t)json_number_value(low) + 1 : 7);
    if (strcasecmp(type, "number") == 0)
        return json_real(low ? json_number_value(low) + 1 : 1.5);
    return strcasecmp(type, "boolean") == 0 ? json_true() : json_null();
}

static json_t *make(const json_t *root, const json_t *schema, unsigned depth) {
    json_t *enumeration = json_object_get(schema, "enum"), *constant = json_object_get(schema, "const");
    const json_t *any = json_object_get(schema, "anyOf");
    const char *reference = json_string_value(json_object_get(schema, "$ref"));
    if (depth >= DEPTH_MAX)
        return json_null();
    if (constant)
        return json_incref(constant);
    if (json_array_size(enumeration) > 0)
        return json_incref(json_array_get(enumeration, 0));
    if (reference)
        return make(root, follow(root, reference), depth + 1);
    if (json_array_size(any) > 0)
        return make(root, json_array_get(any, 0), depth + 1);
    return make_typed(root, schema, depth);
}

void sample_write(const json_t *schema, struct buf *json) {
    json_t *value = make(schema, schema, 0);
    size_t size = json_dumpb(value, NULL, 0, JSON_ENCODE_ANY);
    char *at = buf_reserve(json, size);
    if (at) {
        json_dumpb(value, at, size, JSON_ENCODE_ANY);
        buf_commit(json, size);
    }
    json_decref(value);
}
