/* The strictness of OpenAI's Responses API: the format of the answer. */
#include <stdio.h>
#include <string.h>

#include "member.h"
#include "responses_check.h"
#include "strict_schema.h"

static const struct field text_rows[] = {
    {.name = "format", .type = FIELD_OBJECT},
    {.name = "verbosity", .type = FIELD_STRING, .choice = "low medium high "},
};
static const struct fields text_fields = FIELDS(text_rows);

static const struct field plain_rows[] = {
    {.name = "type", .type = FIELD_STRING, .required = true, .choice = "text json_object json_schema "},
};
static const struct fields plain_fields = FIELDS(plain_rows);

static const struct field schema_rows[] = {
    {.name = "description", .type = FIELD_STRING},
    {.name = "name", .type = FIELD_STRING, .required = true, .low = 1, .high = 64},
    {.name = "schema", .type = FIELD_OBJECT, .required = true},
    {.name = "strict", .type = FIELD_BOOL},
    {.name = "type", .type = FIELD_STRING, .required = true},
};
static const struct fields schema_fields = FIELDS(schema_rows);

int responses_check_name(const json_t *owner, const struct place *where, struct error *err) {
    static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    struct place inner = {where, "name", 0};
    const char *name = json_string_value(json_object_get(owner, "name"));
    if (name[strspn(name, allowed)])
        return field_refuse(err, &inner,
                            "string does not match pattern. Expected a string that matches the pattern "
                            "'^[a-zA-Z0-9_-]+$'.");
    return 0;
}

/* Whether the input says "json" somewhere, as OpenAI wants it for json_object. */
static bool mentions_json(json_t *value) {
    const char *name;
    size_t i;
    json_t *inner;
    if (json_is_string(value))
        return strcasestr(json_string_value(value), "json");
    json_array_foreach(value, i, inner) {
        if (mentions_json(inner))
            return true;
    }
    json_object_foreach(value, name, inner) {
        if (mentions_json(inner))
            return true;
    }
    return false;
}

static int check_schema(json_t *format, const struct place *where, struct error *err) {
    struct place schema_place = {where, "schema", 0};
    char what[96];
    if (fields_check(format, &schema_fields, where, false, err) || responses_check_name(format, where, err))
        return -1;
    snprintf(what, sizeof what, "response_format '%s'", json_string_value(json_object_get(format, "name")));
    return schema_check(json_object_get(format, "schema"), json_is_true(json_object_get(format, "strict")),
                        what, &schema_place, err);
}

int responses_check_text(json_t *body, struct error *err) {
    struct place text_place = {&responses_request.place, "text", 0}, where = {&text_place, "format", 0};
    json_t *text = json_object_get(body, "text"), *format = json_object_get(text, "format");
    if (!member_given(body, "text"))
        return 0;
    if (fields_check(text, &text_fields, &text_place, false, err))
        return -1;
    if (!member_given(text, "format"))
        return 0;
    if (member_is(format, "type", "json_schema"))
        return check_schema(format, &where, err);
    if (fields_check(format, &plain_fields, &where, false, err))
        return -1;
    if (member_is(format, "type", "json_object") && !mentions_json(json_object_get(body, "input")))
        return error_param(err, ERR_REQUEST, "input",
                           "Response input messages must contain the word 'json' in some form to use "
                           "'text.format' of type 'json_object'.");
    return 0;
}
