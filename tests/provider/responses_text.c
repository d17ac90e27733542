/* The strictness of OpenAI's Responses API: the format of the answer. */
#include "member.h"
#include "openai.h"
#include "responses_check.h"

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

static int check_schema(json_t *format, const struct place *where, struct error *err) {
    if (fields_check(format, &schema_fields, where, false, err) || openai_check_name(format, where, err))
        return -1;
    return openai_check_format(format, where, err);
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
    if (member_is(format, "type", "json_object") && !openai_mentions_json(json_object_get(body, "input")))
        return error_param(err, ERR_REQUEST, "input",
                           "Response input messages must contain the word 'json' in some form to use "
                           "'text.format' of type 'json_object'.");
    return 0;
}
