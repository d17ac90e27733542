/* The schemas of the Gemini API, in both forms. */
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "gemini_check.h"
#include "member.h"
#include "schema_reference.h"

/* ---- Google's own form ---- */

static int check_required(const json_t *schema, const struct place *where, struct error *err) {
    const json_t *properties = json_object_get(schema, "properties");
    struct place list = {where, "required", 0};
    size_t i;
    json_t *name;
    json_array_foreach(json_object_get(schema, "required"), i, name) {
        struct place inner = {&list, NULL, i};
        if (!json_object_get(properties, json_string_value(name)))
            return gemini_refuse(err, &inner, "property is not defined");
    }
    return 0;
}

static int check_text(const json_t *schema, const struct place *where, struct error *err) {
    const char *format = json_string_value(json_object_get(schema, "format"));
    struct place inner = {where, "format", 0}, names = {where, "enum", 0};
    if (json_object_get(schema, "enum") && !member_is(schema, "type", "STRING"))
        return gemini_refuse(err, &names, "only allowed for STRING type");
    if (format && *format && member_is(schema, "type", "STRING") && strcmp(format, "enum") != 0 &&
        strcmp(format, "date-time") != 0)
        return gemini_refuse(err, &inner, "only 'enum' and 'date-time' are supported for STRING type");
    return 0;
}

/* Google names a property by its name in brackets here, and by its position where it reads. */
static int check_properties(const json_t *schema, const struct place *where, struct error *err) {
    const char *name;
    json_t *property;
    json_object_foreach((json_t *)json_object_get(schema, "properties"), name, property) {
        struct buf text;
        buf_init(&text, 200);
        buf_printf(&text, "properties[%s]", name);
        struct place inner = {where, text.data ? text.data : "properties", 0};
        int result = gemini_check_schema(property, &inner, err);
        buf_free(&text);
        if (result)
            return -1;
    }
    return 0;
}

int gemini_check_schema(const json_t *schema, const struct place *where, struct error *err) {
    struct place type = {where, "type", 0}, items = {where, "items", 0}, any = {where, "any_of", 0};
    const json_t *choices = json_object_get(schema, "anyOf"), *element = json_object_get(schema, "items");
    size_t i;
    json_t *choice;
    if (!json_object_get(schema, "type") && !choices)
        return gemini_refuse(err, &type, "must be specified");
    if (member_is(schema, "type", "ARRAY") && !element)
        return gemini_refuse(err, &items, "missing field.");
    if (check_text(schema, where, err) || check_properties(schema, where, err) ||
        check_required(schema, where, err) || (element && gemini_check_schema(element, &items, err)))
        return -1;
    json_array_foreach(choices, i, choice) {
        struct place inner = {&any, NULL, i};
        if (gemini_check_schema(choice, &inner, err))
            return -1;
    }
    return 0;
}

/* ---- JSON Schema ---- */

enum shape { TEXT, NUMBER, LIST, NAMES, SCHEMA, SCHEMAS, SCHEMA_MAP, SCHEMA_OR_BOOL, TYPES };

static const struct keyword {
    const char *name;
    enum shape shape;
} keywords[] = {
    {"$id", TEXT},
    {"$defs", SCHEMA_MAP},
    {"$ref", TEXT},
    {"$anchor", TEXT},
    {"type", TYPES},
    {"format", TEXT},
    {"title", TEXT},
    {"description", TEXT},
    {"enum", LIST},
    {"items", SCHEMA},
    {"prefixItems", SCHEMAS},
    {"minItems", NUMBER},
    {"maxItems", NUMBER},
    {"minimum", NUMBER},
    {"maximum", NUMBER},
    {"anyOf", SCHEMAS},
    {"oneOf", SCHEMAS},
    {"properties", SCHEMA_MAP},
    {"additionalProperties", SCHEMA_OR_BOOL},
    {"required", NAMES},
    {"propertyOrdering", NAMES},
};

static bool is_type_name(const json_t *value) {
    static const char *const names[] = {"string", "number", "integer", "boolean", "array", "object", "null"};
    const char *text = json_string_value(value);
    for (size_t i = 0; text && i < sizeof names / sizeof *names; i++)
        if (strcasecmp(names[i], text) == 0)
            return true;
    return false;
}

static bool all(const json_t *list, bool (*fits)(const json_t *value)) {
    size_t i;
    json_t *value;
    if (!json_is_array(list))
        return false;
    json_array_foreach(list, i, value) {
        if (!fits(value))
            return false;
    }
    return true;
}

static bool is_text(const json_t *value) {
    return json_is_string(value);
}

/* A number may come in quotes: the official clients send it so. */
static bool is_number(const json_t *value) {
    const char *text = json_string_value(value);
    return json_is_number(value) || (text && *text && text[strspn(text, "-0123456789.")] == '\0');
}

static int check_any(const json_t *root, const json_t *schema, const struct place *where, struct error *err);

static int check_each(const json_t *root, json_t *value, const struct place *where, struct error *err) {
    const char *name;
    json_t *inner;
    size_t i;
    json_object_foreach(value, name, inner) {
        struct place place = {where, name, 0};
        if (check_any(root, inner, &place, err))
            return -1;
    }
    json_array_foreach(value, i, inner) {
        struct place place = {where, NULL, i};
        if (check_any(root, inner, &place, err))
            return -1;
    }
    return 0;
}

static int check_keyword(const json_t *root, enum shape shape, json_t *value, const struct place *where,
                         struct error *err) {
    bool fits = true;
    switch (shape) {
    case TEXT:
        fits = json_is_string(value);
        break;
    case NUMBER:
        fits = is_number(value);
        break;
    case LIST:
        fits = json_is_array(value);
        break;
    case NAMES:
        fits = all(value, is_text);
        break;
    case TYPES:
        fits = is_type_name(value) || all(value, is_type_name);
        break;
    case SCHEMA_OR_BOOL:
        if (json_is_boolean(value))
            break;
        return check_any(root, value, where, err);
    case SCHEMA:
        return check_any(root, value, where, err);
    case SCHEMAS:
    case SCHEMA_MAP:
        fits = shape == SCHEMAS ? json_is_array(value) : json_is_object(value);
        if (fits)
            return check_each(root, value, where, err);
        break;
    }
    return fits ? 0 : gemini_refuse(err, where, "invalid value for a JSON schema keyword");
}

static int check_ref(const json_t *root, const json_t *schema, const struct place *where, struct error *err) {
    const char *name, *ref = json_string_value(json_object_get(schema, "$ref"));
    json_t *value;
    struct place inner = {where, "$ref", 0};
    if (!ref)
        return 0;
    json_object_foreach((json_t *)schema, name, value) {
        if (*name != '$')
            return gemini_refuse(err, &inner, "beside it only names with '$' may be set, not '%.40s'", name);
    }
    return schema_resolve(root, ref) ? 0 : gemini_refuse(err, &inner, "'%.60s' is not defined", ref);
}

static int check_any(const json_t *root, const json_t *schema, const struct place *where, struct error *err) {
    if (!json_is_object(schema))
        return gemini_refuse(err, where, "a JSON schema must be an object");
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        struct place inner = {where, keywords[i].name, 0};
        json_t *value = json_object_get(schema, keywords[i].name);
        if (value && check_keyword(root, keywords[i].shape, value, &inner, err))
            return -1;
    }
    return check_ref(root, schema, where, err);
}

int gemini_check_json_schema(const json_t *schema, const struct place *where, struct error *err) {
    return check_any(schema, schema, where, err);
}
