/* The strictness of OpenAI's Responses API: the parts of a content. */
#include <string.h>

#include "media.h"
#include "member.h"
#include "responses_check.h"

static const struct field text_rows[] = {
    {.name = "text", .type = FIELD_STRING, .required = true},
    {.name = "type", .type = FIELD_STRING, .required = true},
};
static const struct field image_rows[] = {
    {.name = "detail", .type = FIELD_STRING, .choice = "low high auto original "},
    {.name = "file_id", .type = FIELD_STRING},
    {.name = "image_url", .type = FIELD_STRING},
    {.name = "type", .type = FIELD_STRING, .required = true},
};
static const struct field file_rows[] = {
    {.name = "detail", .type = FIELD_STRING, .choice = "low high auto "},
    {.name = "file_data", .type = FIELD_STRING},
    {.name = "file_id", .type = FIELD_STRING},
    {.name = "file_url", .type = FIELD_STRING},
    {.name = "filename", .type = FIELD_STRING},
    {.name = "type", .type = FIELD_STRING, .required = true},
};
static const struct field audio_rows[] = {
    {.name = "input_audio", .type = FIELD_OBJECT, .required = true},
    {.name = "type", .type = FIELD_STRING, .required = true},
};
static const struct field said_rows[] = {
    {.name = "annotations", .type = FIELD_ARRAY},
    {.name = "logprobs", .type = FIELD_ARRAY},
    {.name = "text", .type = FIELD_STRING, .required = true},
    {.name = "type", .type = FIELD_STRING, .required = true},
};
static const struct field refusal_rows[] = {
    {.name = "refusal", .type = FIELD_STRING, .required = true},
    {.name = "type", .type = FIELD_STRING, .required = true},
};

static const struct field inner_audio_rows[] = {
    {.name = "data", .type = FIELD_STRING, .required = true},
    {.name = "format", .type = FIELD_STRING, .required = true, .choice = "wav mp3 "},
};
static const struct fields inner_audio_fields = FIELDS(inner_audio_rows);

/* ---- what a part refers to ---- */

/* How many of the members there are. */
static size_t count_members(const json_t *part, const char *const *names, size_t count) {
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        found += member_given(part, names[i]);
    return found;
}

static int refuse_file_id(const json_t *part, const struct place *where, struct error *err) {
    struct place inner = {where, "file_id", 0};
    return field_refuse(err, &inner, "there is no file with the id '%.80s'.",
                        json_string_value(json_object_get(part, "file_id")));
}

static int check_image(json_t *part, const struct place *where, struct error *err) {
    static const char *const sources[] = {"file_id", "image_url"};
    struct place inner = {where, "image_url", 0};
    if (count_members(part, sources, 2) != 1)
        return field_refuse(err, &inner, "exactly one of 'image_url' and 'file_id' is needed.");
    if (member_given(part, "file_id"))
        return refuse_file_id(part, where, err);
    const char *url = json_string_value(json_object_get(part, "image_url"));
    if (media_is_web(url) || media_is_data(url, "image/png image/jpeg image/gif image/webp "))
        return 0;
    return field_refuse(err, &inner,
                        "expected an https URL, or a base64-encoded data URL with an image MIME type (e.g. "
                        "'data:image/png;base64,aW1nIGJ5dGVzIGhlcmU=').");
}

static int check_file(json_t *part, const struct place *where, struct error *err) {
    static const char *const sources[] = {"file_data", "file_id", "file_url"};
    struct place data_place = {where, "file_data", 0}, url_place = {where, "file_url", 0},
                 name_place = {where, "filename", 0};
    if (count_members(part, sources, 3) != 1)
        return field_refuse(err, &data_place,
                            "exactly one of 'file_data', 'file_url' and 'file_id' is needed.");
    if (member_given(part, "file_id"))
        return refuse_file_id(part, where, err);
    if (member_given(part, "file_url"))
        return media_is_web(json_string_value(json_object_get(part, "file_url")))
                   ? 0
                   : field_refuse(err, &url_place, "expected an https URL.");
    if (!media_is_data(json_string_value(json_object_get(part, "file_data")), NULL))
        return field_refuse(err, &data_place, "expected a base64-encoded data URL.");
    if (!member_given(part, "filename"))
        return field_refuse(err, &name_place, "it is missing.");
    return 0;
}

static int check_audio(json_t *part, const struct place *where, struct error *err) {
    struct place inner = {where, "input_audio", 0};
    return fields_check(json_object_get(part, "input_audio"), &inner_audio_fields, &inner, false, err);
}

/* ---- parts ---- */

#define IN(kind) (1U << (kind))

static const struct part {
    const char *type;
    struct fields fields;
    unsigned where; /* bits of enum responses_content */
    int (*check)(json_t *part, const struct place *where, struct error *err);
} parts[] = {
    {"input_text", FIELDS(text_rows), IN(CONTENT_INPUT) | IN(CONTENT_OUTPUT), NULL},
    {"input_image", FIELDS(image_rows), IN(CONTENT_INPUT) | IN(CONTENT_OUTPUT), check_image},
    {"input_file", FIELDS(file_rows), IN(CONTENT_INPUT) | IN(CONTENT_OUTPUT), check_file},
    {"input_audio", FIELDS(audio_rows), IN(CONTENT_INPUT), check_audio},
    {"output_text", FIELDS(said_rows), IN(CONTENT_ASSISTANT), NULL},
    {"refusal", FIELDS(refusal_rows), IN(CONTENT_ASSISTANT), NULL},
};

static const char *const allowed[] = {
    [CONTENT_INPUT] = "'input_text', 'input_image', 'input_file', and 'input_audio'",
    [CONTENT_ASSISTANT] = "'output_text' and 'refusal'",
    [CONTENT_OUTPUT] = "'input_text', 'input_image', and 'input_file'",
};

static int refuse_type(const char *type, enum responses_content kind, const struct place *where,
                       struct error *err) {
    struct buf path;
    buf_init(&path, sizeof err->param - 1);
    place_put(where, &path);
    error_param(err, ERR_REQUEST, path.data, "Invalid value: '%.40s'. Supported values are: %s.", type,
                allowed[kind]);
    buf_free(&path);
    err->code = "invalid_value";
    return -1;
}

static int check_part(json_t *part, enum responses_content kind, const struct place *where,
                      struct error *err) {
    struct place type_place = {where, "type", 0};
    const char *type = json_string_value(json_object_get(part, "type"));
    if (!json_is_object(part))
        return field_refuse(err, where, "expected an object.");
    for (size_t i = 0; type && i < sizeof parts / sizeof *parts; i++) {
        if (strcmp(parts[i].type, type) != 0 || !(parts[i].where & IN(kind)))
            continue;
        if (fields_check(part, &parts[i].fields, where, false, err))
            return -1;
        return parts[i].check ? parts[i].check(part, where, err) : 0;
    }
    return refuse_type(type ? type : "", kind, &type_place, err);
}

int responses_check_content(json_t *content, enum responses_content kind, const struct place *where,
                            struct error *err) {
    size_t i;
    json_t *part;
    if (json_is_string(content))
        return 0;
    if (!json_is_array(content))
        return field_refuse(err, where, "expected a string or an array of parts.");
    json_array_foreach(content, i, part) {
        struct place inner = {where, NULL, i};
        if (check_part(part, kind, &inner, err))
            return -1;
    }
    return 0;
}
