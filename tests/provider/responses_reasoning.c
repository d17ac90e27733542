/* The strictness of OpenAI's Responses API: reasoning that comes back. */
#include <stdint.h>
#include <string.h>

#include "member.h"
#include "responses_check.h"
#include "thought.h"

static const struct field summary_rows[] = {
    {.name = "text", .type = FIELD_STRING, .required = true},
    {.name = "type", .type = FIELD_STRING, .required = true, .choice = "summary_text "},
};
static const struct fields summary_fields = FIELDS(summary_rows);

static const struct field content_rows[] = {
    {.name = "text", .type = FIELD_STRING, .required = true},
    {.name = "type", .type = FIELD_STRING, .required = true, .choice = "reasoning_text "},
};
static const struct fields content_fields = FIELDS(content_rows);

/* Checks the parts and adds their text. */
static int read_parts(json_t *item, const char *member, const struct fields *fields, struct buf *text,
                      const struct place *where, struct error *err) {
    struct place list = {where, member, 0};
    size_t i;
    json_t *part;
    json_array_foreach(json_object_get(item, member), i, part) {
        struct place inner = {&list, NULL, i};
        if (fields_check(part, fields, &inner, false, err))
            return -1;
        buf_puts(text, json_string_value(json_object_get(part, "text")));
    }
    return 0;
}

/* What is not stored has to come back whole. */
static int refuse_unstored(const json_t *item, const struct place *where, struct error *err) {
    struct place id_place = {where, "id", 0};
    const char *id = json_string_value(json_object_get(item, "id"));
    if (!id)
        return field_refuse(err, &id_place, "it is missing.");
    return error_param(
        err, ERR_NOT_FOUND, "input",
        "Item with id '%.64s' not found. Items are not persisted when `store` is set to false. "
        "Try again with `store` set to true, or remove this item from your input.",
        id);
}

static int check_signature(const json_t *item, const struct buf *text, const struct place *where,
                           struct error *err) {
    struct place inner = {where, "encrypted_content", 0};
    struct buf signature;
    buf_init(&signature, 256);
    thought_signature(text->data, text->len, &signature);
    bool same = strcmp(signature.data, json_string_value(json_object_get(item, "encrypted_content"))) == 0;
    buf_free(&signature);
    if (same)
        return 0;
    field_refuse(err, &inner, "the encrypted content could not be verified.");
    err->code = "invalid_encrypted_content";
    return -1;
}

int responses_check_reasoning(json_t *item, const struct place *where, struct error *err) {
    struct buf text;
    buf_init(&text, SIZE_MAX / 2);
    buf_puts(&text, "");
    int result = read_parts(item, "summary", &summary_fields, &text, where, err) ||
                         read_parts(item, "content", &content_fields, &text, where, err)
                     ? -1
                 : member_given(item, "encrypted_content") ? check_signature(item, &text, where, err)
                                                           : refuse_unstored(item, where, err);
    buf_free(&text);
    return result;
}
