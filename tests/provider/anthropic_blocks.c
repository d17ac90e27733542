/* The strictness of Anthropic's Messages: the blocks of a content, each alone. */
#include <string.h>

#include "anthropic.h"
#include "media.h"
#include "member.h"
#include "thought.h"

#define MARKS_MAX 4

#define TYPE                                                                                                 \
    { .name = "type", .type = FIELD_STRING, .required = true }
#define MARK                                                                                                 \
    { .name = "cache_control", .type = FIELD_OBJECT }

static const struct field text_rows[] = {
    MARK,
    {.name = "citations", .type = FIELD_ARRAY},
    {.name = "text", .type = FIELD_STRING, .required = true},
    TYPE,
};
static const struct field image_rows[] = {
    MARK,
    {.name = "source", .type = FIELD_OBJECT, .required = true},
    TYPE,
};
static const struct field document_rows[] = {
    MARK,
    {.name = "citations", .type = FIELD_OBJECT},
    {.name = "context", .type = FIELD_STRING},
    {.name = "source", .type = FIELD_OBJECT, .required = true},
    {.name = "title", .type = FIELD_STRING},
    TYPE,
};
static const struct field search_rows[] = {
    MARK,
    {.name = "citations", .type = FIELD_OBJECT},
    {.name = "content", .type = FIELD_ARRAY, .required = true},
    {.name = "source", .type = FIELD_STRING, .required = true},
    {.name = "title", .type = FIELD_STRING, .required = true},
    TYPE,
};
static const struct field thinking_rows[] = {
    {.name = "signature", .type = FIELD_STRING, .required = true},
    {.name = "thinking", .type = FIELD_STRING, .required = true},
    TYPE,
};
static const struct field redacted_rows[] = {
    {.name = "data", .type = FIELD_STRING, .required = true},
    TYPE,
};
static const struct field call_rows[] = {
    MARK,
    {.name = "caller", .type = FIELD_OBJECT},
    {.name = "id", .type = FIELD_STRING, .required = true},
    {.name = "input", .type = FIELD_OBJECT, .required = true},
    {.name = "name", .type = FIELD_STRING, .required = true, .low = 1, .high = 200},
    {.name = "toolset_name", .type = FIELD_STRING},
    TYPE,
};
static const struct field result_rows[] = {
    MARK,
    {.name = "content", .type = FIELD_ANY},
    {.name = "is_error", .type = FIELD_BOOL},
    {.name = "tool_use_id", .type = FIELD_STRING, .required = true},
    TYPE,
};
static const struct field server_result_rows[] = {
    MARK,
    {.name = "caller", .type = FIELD_OBJECT},
    {.name = "content", .type = FIELD_ANY, .required = true},
    {.name = "tool_use_id", .type = FIELD_STRING, .required = true},
    TYPE,
};
static const struct field upload_rows[] = {
    MARK,
    {.name = "file_id", .type = FIELD_STRING, .required = true},
    TYPE,
};
static const struct field reference_rows[] = {
    MARK,
    {.name = "tool_name", .type = FIELD_STRING, .required = true},
    TYPE,
};

/* ---- sources of pictures and documents ---- */

static const struct field data_rows[] = {
    {.name = "data", .type = FIELD_STRING, .required = true, .low = 1, .high = 1e8},
    {.name = "media_type", .type = FIELD_STRING, .required = true},
    TYPE,
};
static const struct field url_rows[] = {
    TYPE,
    {.name = "url", .type = FIELD_STRING, .required = true},
};
static const struct field file_rows[] = {
    {.name = "file_id", .type = FIELD_STRING, .required = true},
    TYPE,
};
static const struct field content_rows[] = {
    {.name = "content", .type = FIELD_ANY, .required = true},
    TYPE,
};

static const struct source {
    const char *block, *type;
    struct fields fields;
    const char *media; /* the media types that `data` may have */
} sources[] = {
    {"image", "base64", FIELDS(data_rows), "image/jpeg image/png image/gif image/webp "},
    {"image", "url", FIELDS(url_rows), NULL},
    {"image", "file", FIELDS(file_rows), NULL},
    {"document", "base64", FIELDS(data_rows), "application/pdf "},
    {"document", "text", FIELDS(data_rows), "text/plain "},
    {"document", "content", FIELDS(content_rows), NULL},
    {"document", "url", FIELDS(url_rows), NULL},
    {"document", "file", FIELDS(file_rows), NULL},
};

static const struct source *find_source(const char *block, const json_t *source) {
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        if (strcmp(sources[i].block, block) == 0 && member_is(source, "type", sources[i].type))
            return &sources[i];
    return NULL;
}

static int check_data(struct anthropic_request *request, const json_t *source, const struct source *known,
                      const struct place *where) {
    const struct field media = {
        .type = FIELD_STRING, .required = true, .choice = known->media ? known->media : ""};
    struct place media_where = {where, "media_type", 0}, data_where = {where, "data", 0};
    const json_t *type = json_object_get(source, "media_type"), *data = json_object_get(source, "data");
    if (field_check(type, &media, &media_where, request->err))
        return -1;
    if (strcmp(known->type, "base64") == 0 &&
        !media_fits(json_string_value(type), json_string_value(data), json_string_length(data), false))
        return field_refuse(request->err, &data_where, "it is no base64 of the media type %s",
                            json_string_value(type));
    return 0;
}

int anthropic_check_content(struct anthropic_request *request, json_t *content, enum anthropic_holder holder,
                            const struct place *where) {
    size_t i;
    json_t *block;
    if (json_is_string(content))
        return 0;
    if (!json_is_array(content))
        return field_refuse(request->err, where, "Input should be a valid string or list");
    json_array_foreach(content, i, block) {
        struct place inner = {where, NULL, i};
        if (anthropic_check_block(request, block, holder, &inner))
            return -1;
    }
    return 0;
}

static int check_source(struct anthropic_request *request, json_t *block, const struct place *where) {
    struct place source_where = {where, "source", 0}, content_where = {&source_where, "content", 0},
                 url_where = {&source_where, "url", 0};
    json_t *source = json_object_get(block, "source");
    const struct source *known = find_source(json_string_value(json_object_get(block, "type")), source);
    if (!known)
        return field_refuse(request->err, &source_where, "there is no such type of source.");
    if (fields_check(source, &known->fields, &source_where, false, request->err))
        return -1;
    if (known->media)
        return check_data(request, source, known, &source_where);
    if (strcmp(known->type, "content") == 0)
        return anthropic_check_content(request, json_object_get(source, "content"), HOLDER_DOCUMENT,
                                       &content_where);
    if (strcmp(known->type, "file") == 0 && !anthropic_has_beta(request, "files-api-"))
        return field_refuse(request->err, &source_where, "files need the beta `files-api`.");
    const char *url = json_string_value(json_object_get(source, "url"));
    if (url && !media_is_web(url))
        return field_refuse(request->err, &url_where, "Only HTTPS URLs are supported.");
    return 0;
}

/* ---- blocks that need a closer look ---- */

static int check_text(struct anthropic_request *request, json_t *block, const struct place *where) {
    struct place inner = {where, "text", 0};
    const char *text = json_string_value(json_object_get(block, "text"));
    if (*text == '\0')
        return field_refuse(request->err, &inner, "text content blocks must be non-empty");
    if (text[strspn(text, " \t\r\n")] == '\0')
        return field_refuse(request->err, &inner, "text content blocks must contain non-whitespace text");
    return 0;
}

/* Byte by byte what was given out. */
static int check_thought(struct anthropic_request *request, json_t *block, const struct place *where) {
    const json_t *text = json_object_get(block, "thinking"), *signature = json_object_get(block, "signature");
    struct buf wanted;
    buf_init(&wanted, 256);
    thought_signature(json_string_value(text), json_string_length(text), &wanted);
    bool good = strcmp(wanted.data, json_string_value(signature)) == 0;
    buf_free(&wanted);
    return good ? 0 : field_refuse(request->err, where, "Invalid `signature` in `thinking` block");
}

/* None is given out, so it is from somebody else. */
static int check_redacted(struct anthropic_request *request, json_t *block, const struct place *where) {
    (void)block;
    return field_refuse(request->err, where, "Invalid `data` in `redacted_thinking` block");
}

static int check_call(struct anthropic_request *request, json_t *block, const struct place *where) {
    static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    struct place inner = {where, "id", 0};
    const char *id = json_string_value(json_object_get(block, "id"));
    if (*id == '\0' || strlen(id) > 64 || id[strspn(id, allowed)])
        return field_refuse(request->err, &inner, "String should match pattern '^[a-zA-Z0-9_-]{1,64}$'");
    return 0;
}

static int check_result(struct anthropic_request *request, json_t *block, const struct place *where) {
    struct place content_where = {where, "content", 0};
    json_t *content = json_object_get(block, "content"), *inner;
    size_t i;
    if (!content)
        return 0;
    if (anthropic_check_content(request, content, HOLDER_RESULT, &content_where))
        return -1;
    json_array_foreach(
        content, i,
        inner) if (json_is_true(json_object_get(block, "is_error")) &&
                   !member_is(
                       inner, "type",
                       "text")) return field_refuse(request->err, &content_where,
                                                    "all content must be type `text` if `is_error` is true");
    return 0;
}

static int check_search(struct anthropic_request *request, json_t *block, const struct place *where) {
    struct place inner = {where, "content", 0};
    return anthropic_check_content(request, json_object_get(block, "content"), HOLDER_SYSTEM, &inner);
}

/* ---- the blocks ---- */

static const struct block {
    const char *type;
    unsigned holders;
    struct fields fields;
    int (*check)(struct anthropic_request *request, json_t *block, const struct place *where);
} blocks[] = {
    {"text", HOLDER_USER | HOLDER_ASSISTANT | HOLDER_SYSTEM | HOLDER_RESULT | HOLDER_DOCUMENT,
     FIELDS(text_rows), check_text},
    {"image", HOLDER_USER | HOLDER_RESULT | HOLDER_DOCUMENT, FIELDS(image_rows), check_source},
    {"document", HOLDER_USER | HOLDER_ASSISTANT | HOLDER_RESULT, FIELDS(document_rows), check_source},
    {"search_result", HOLDER_USER | HOLDER_RESULT, FIELDS(search_rows), check_search},
    {"thinking", HOLDER_ASSISTANT, FIELDS(thinking_rows), check_thought},
    {"redacted_thinking", HOLDER_ASSISTANT, FIELDS(redacted_rows), check_redacted},
    {"tool_use", HOLDER_ASSISTANT, FIELDS(call_rows), check_call},
    {"tool_result", HOLDER_USER, FIELDS(result_rows), check_result},
    {"tool_reference", HOLDER_RESULT, FIELDS(reference_rows), NULL},
    {"container_upload", HOLDER_USER, FIELDS(upload_rows), NULL},
    {"server_tool_use", HOLDER_ASSISTANT, FIELDS(call_rows), NULL},
    {"web_search_tool_result", HOLDER_ASSISTANT, FIELDS(server_result_rows), NULL},
    {"web_fetch_tool_result", HOLDER_ASSISTANT, FIELDS(server_result_rows), NULL},
    {"code_execution_tool_result", HOLDER_ASSISTANT, FIELDS(server_result_rows), NULL},
    {"bash_code_execution_tool_result", HOLDER_ASSISTANT, FIELDS(server_result_rows), NULL},
    {"text_editor_code_execution_tool_result", HOLDER_ASSISTANT, FIELDS(server_result_rows), NULL},
    {"tool_search_tool_result", HOLDER_ASSISTANT, FIELDS(server_result_rows), NULL},
};

static const struct block *find_block(const json_t *block, enum anthropic_holder holder) {
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        if ((blocks[i].holders & holder) && member_is(block, "type", blocks[i].type))
            return &blocks[i];
    return NULL;
}

/* What the new version no longer takes. */
static int check_version(struct anthropic_request *request, const json_t *block, enum anthropic_holder holder,
                         const struct place *where) {
    struct place citations = {where, "citations", 0};
    if (request->version != ANTHROPIC_NEW)
        return 0;
    if (holder == HOLDER_ASSISTANT && member_is(block, "type", "document"))
        return field_refuse(request->err, where, "an assistant has no documents in this version of the API.");
    if (holder == HOLDER_USER && json_array_size(json_object_get(block, "citations")) > 0)
        return field_refuse(request->err, &citations, "a user has no citations in this version of the API.");
    return 0;
}

int anthropic_check_block(struct anthropic_request *request, json_t *block, enum anthropic_holder holder,
                          const struct place *where) {
    struct place type_where = {where, "type", 0};
    const struct block *known = find_block(block, holder);
    if (!known) {
        const char *type = json_string_value(json_object_get(block, "type"));
        return field_refuse(request->err, &type_where, "a block of type '%.40s' is not expected here.",
                            type ? type : "");
    }
    if (fields_check(block, &known->fields, where, false, request->err) ||
        anthropic_check_mark(request, block, where) || check_version(request, block, holder, where))
        return -1;
    return known->check ? known->check(request, block, where) : 0;
}

int anthropic_check_mark(struct anthropic_request *request, json_t *holder, const struct place *where) {
    static const struct field mark_rows[] = {
        {.name = "ttl", .type = FIELD_STRING, .choice = "5m 1h "},
        {.name = "type", .type = FIELD_STRING, .required = true, .choice = "ephemeral "},
        {.name = "scope", .type = FIELD_STRING, .choice = "global "}, /* of a beta; stays the last row */
    };
    struct fields fields = FIELDS(mark_rows);
    struct place inner = {where, "cache_control", 0};
    json_t *mark = json_object_get(holder, "cache_control");
    if (!mark || json_is_null(mark))
        return 0;
    if (!anthropic_has_beta(request, "prompt-caching-scope-"))
        fields.count--;
    if (++request->marks > MARKS_MAX)
        return field_refuse(request->err, &inner,
                            "a maximum of %d blocks with cache_control may be provided.", MARKS_MAX);
    return fields_check(mark, &fields, &inner, false, request->err);
}
