/* The strictness of OpenAI's chat API: the messages. */
#include <string.h>

#include "chat_check.h"

#define MAX_CALLS 128

/* ---- parts of a content ---- */

static const struct field text_rows[] = {
    {.name = "prompt_cache_breakpoint", .type = FIELD_OBJECT},
    {.name = "text", .type = FIELD_STRING, .required = true},
    {.name = "type", .type = FIELD_STRING, .required = true},
};
static const struct field refusal_rows[] = {
    {.name = "refusal", .type = FIELD_STRING, .required = true},
    {.name = "type", .type = FIELD_STRING, .required = true},
};
static const struct field image_rows[] = {
    {.name = "image_url", .type = FIELD_OBJECT, .required = true},
    {.name = "prompt_cache_breakpoint", .type = FIELD_OBJECT},
    {.name = "type", .type = FIELD_STRING, .required = true},
};
static const struct field image_url_rows[] = {
    {.name = "detail", .type = FIELD_STRING, .choice = "auto low high "},
    {.name = "url", .type = FIELD_STRING, .required = true, .low = 1, .high = 1e8},
};
static const struct field audio_rows[] = {
    {.name = "input_audio", .type = FIELD_OBJECT, .required = true},
    {.name = "prompt_cache_breakpoint", .type = FIELD_OBJECT},
    {.name = "type", .type = FIELD_STRING, .required = true},
};
static const struct field input_audio_rows[] = {
    {.name = "data", .type = FIELD_STRING, .required = true},
    {.name = "format", .type = FIELD_STRING, .required = true, .choice = "wav mp3 "},
};
static const struct field file_rows[] = {
    {.name = "file", .type = FIELD_OBJECT, .required = true},
    {.name = "prompt_cache_breakpoint", .type = FIELD_OBJECT},
    {.name = "type", .type = FIELD_STRING, .required = true},
};
static const struct field file_inner_rows[] = {
    {.name = "file_data", .type = FIELD_STRING},
    {.name = "file_id", .type = FIELD_STRING},
    {.name = "filename", .type = FIELD_STRING},
};

static const struct part {
    const char *type;
    struct fields fields;
    const char *inner; /* the member that holds the substance; NULL: the part itself does */
    struct fields inner_fields;
} parts[] = {
    {"text", FIELDS(text_rows), NULL, {0}},
    {"refusal", FIELDS(refusal_rows), NULL, {0}},
    {"image_url", FIELDS(image_rows), "image_url", FIELDS(image_url_rows)},
    {"input_audio", FIELDS(audio_rows), "input_audio", FIELDS(input_audio_rows)},
    {"file", FIELDS(file_rows), "file", FIELDS(file_inner_rows)},
};

/* ---- roles ---- */

static const struct field system_rows[] = {
    {.name = "content", .type = FIELD_ANY, .required = true},
    {.name = "name", .type = FIELD_STRING},
    {.name = "role", .type = FIELD_STRING, .required = true},
};
static const struct field assistant_rows[] = {
    {.name = "annotations", .type = FIELD_ARRAY}, /* of its own answers */
    {.name = "audio", .type = FIELD_OBJECT},
    {.name = "content", .type = FIELD_ANY},
    {.name = "function_call", .type = FIELD_OBJECT},
    {.name = "name", .type = FIELD_STRING},
    {.name = "refusal", .type = FIELD_STRING},
    {.name = "role", .type = FIELD_STRING, .required = true},
    {.name = "tool_calls", .type = FIELD_ARRAY, .low = 1, .high = MAX_CALLS},
};
static const struct field tool_rows[] = {
    {.name = "content", .type = FIELD_ANY, .required = true},
    {.name = "role", .type = FIELD_STRING, .required = true},
    {.name = "tool_call_id", .type = FIELD_STRING, .required = true},
};
static const struct field function_rows[] = {
    {.name = "content", .type = FIELD_ANY, .required = true},
    {.name = "name", .type = FIELD_STRING, .required = true},
    {.name = "role", .type = FIELD_STRING, .required = true},
};

static const struct role {
    const char *name;
    struct fields fields;
    const char *const *parts; /* the types of content parts it may have, up to a NULL */
} roles[] = {
    {"system", FIELDS(system_rows), (const char *const[]){"text", NULL}},
    {"developer", FIELDS(system_rows), (const char *const[]){"text", NULL}},
    {"user", FIELDS(system_rows), (const char *const[]){"text", "image_url", "input_audio", "file", NULL}},
    {"assistant", FIELDS(assistant_rows), (const char *const[]){"text", "refusal", NULL}},
    {"tool", FIELDS(tool_rows), (const char *const[]){"text", NULL}},
    {"function", FIELDS(function_rows), (const char *const[]){"text", NULL}},
};

static const struct role *find_role(const char *name) {
    for (size_t i = 0; name && i < sizeof roles / sizeof *roles; i++)
        if (strcmp(roles[i].name, name) == 0)
            return &roles[i];
    return NULL;
}

static const struct part *find_part(const struct role *role, const char *type) {
    bool allowed = false;
    for (size_t i = 0; type && role->parts[i]; i++)
        allowed = allowed || strcmp(role->parts[i], type) == 0;
    for (size_t i = 0; allowed && i < sizeof parts / sizeof *parts; i++)
        if (strcmp(parts[i].type, type) == 0)
            return &parts[i];
    return NULL;
}

static int check_part(json_t *part, const struct role *role, const struct place *where, struct error *err) {
    struct place type_where = {where, "type", 0};
    const char *type = json_string_value(json_object_get(part, "type"));
    const struct part *known = find_part(role, type);
    if (!known)
        return field_refuse(err, &type_where, "a message of role '%s' cannot have '%.40s'.", role->name,
                            type ? type : "");
    if (fields_check(part, &known->fields, where, false, err))
        return -1;
    if (!known->inner)
        return 0;
    struct place inner = {where, known->inner, 0};
    return fields_check(json_object_get(part, known->inner), &known->inner_fields, &inner, false, err);
}

static int check_content(const json_t *content, const struct role *role, const struct place *where,
                         struct error *err) {
    static const struct field list = {.type = FIELD_ARRAY, .required = true, .low = 1, .high = 1e6};
    size_t i;
    json_t *part;
    if (json_is_string(content))
        return 0;
    if (field_check(content, &list, where, err))
        return -1;
    json_array_foreach(content, i, part) {
        struct place inner = {where, NULL, i};
        if (check_part(part, role, &inner, err))
            return -1;
    }
    return 0;
}

/* ---- tool calls and their results ---- */

static const struct field call_rows[] = {
    {.name = "custom", .type = FIELD_OBJECT},
    {.name = "function", .type = FIELD_OBJECT},
    {.name = "id", .type = FIELD_STRING, .required = true, .low = 1, .high = 256},
    {.name = "type", .type = FIELD_STRING, .required = true, .choice = "function custom "},
};
static const struct fields call_fields = FIELDS(call_rows);

static const struct field called_function_rows[] = {
    {.name = "arguments", .type = FIELD_STRING, .required = true},
    {.name = "name", .type = FIELD_STRING, .required = true, .low = 1, .high = 64},
};
static const struct fields called_function_fields = FIELDS(called_function_rows);

static const struct field called_custom_rows[] = {
    {.name = "input", .type = FIELD_STRING, .required = true},
    {.name = "name", .type = FIELD_STRING, .required = true, .low = 1, .high = 64},
};
static const struct fields called_custom_fields = FIELDS(called_custom_rows);

/* Calls of the last assistant message that have no result yet. */
struct open_calls {
    const char *ids[MAX_CALLS];
    size_t count;
};

static int open_call(struct open_calls *open, json_t *call, const struct place *where, struct error *err) {
    if (fields_check(call, &call_fields, where, false, err))
        return -1;
    const char *type = json_string_value(json_object_get(call, "type"));
    struct place inner = {where, type, 0};
    const struct fields *fields =
        strcmp(type, "custom") == 0 ? &called_custom_fields : &called_function_fields;
    if (fields_check(json_object_get(call, type), fields, &inner, false, err))
        return -1;
    struct place id_where = {where, "id", 0};
    const char *id = json_string_value(json_object_get(call, "id"));
    for (size_t i = 0; i < open->count; i++)
        if (strcmp(open->ids[i], id) == 0)
            return field_refuse(err, &id_where, "duplicate value '%.64s'.", id);
    open->ids[open->count++] = id;
    return 0;
}

static int open_all(struct open_calls *open, const json_t *message, const struct place *where,
                    struct error *err) {
    struct place list = {where, "tool_calls", 0};
    size_t i;
    json_t *call;
    json_array_foreach(json_object_get(message, "tool_calls"), i, call) {
        struct place inner = {&list, NULL, i};
        if (open_call(open, call, &inner, err))
            return -1;
    }
    return 0;
}

static int close_call(struct open_calls *open, const json_t *message, const struct place *where,
                      struct error *err) {
    struct place inner = {where, "tool_call_id", 0};
    const char *id = json_string_value(json_object_get(message, "tool_call_id"));
    for (size_t i = 0; i < open->count; i++)
        if (strcmp(open->ids[i], id) == 0) {
            open->ids[i] = open->ids[--open->count];
            return 0;
        }
    return field_refuse(err, &inner, "a preceding message with 'tool_calls' must have made the call '%.64s'.",
                        id);
}

static int check_none_open(const struct open_calls *open, const struct place *where, struct error *err) {
    if (open->count == 0)
        return 0;
    return field_refuse(err, where, "the tool call '%.64s' has no message with its result.", open->ids[0]);
}

/* ---- a message ---- */

/* An assistant's message may lack content if it says something otherwise. */
static bool may_lack_content(const json_t *message) {
    static const char *const instead[] = {"tool_calls", "function_call", "refusal", "audio"};
    for (size_t i = 0; i < sizeof instead / sizeof *instead; i++) {
        const json_t *value = json_object_get(message, instead[i]);
        if (value && !json_is_null(value))
            return true;
    }
    return false;
}

static int check_message(struct open_calls *open, json_t *message, const struct place *where,
                         struct error *err) {
    struct place role_where = {where, "role", 0}, content_where = {where, "content", 0};
    const char *name = json_string_value(json_object_get(message, "role"));
    const struct role *role = find_role(name);
    if (!role)
        return field_refuse(err, &role_where, "there is no role '%.40s'.", name ? name : "");
    if (fields_check(message, &role->fields, where, false, err))
        return -1;
    const json_t *content = json_object_get(message, "content");
    bool lacking = !content || json_is_null(content);
    if (!(lacking && may_lack_content(message)) && check_content(content, role, &content_where, err))
        return -1;
    if (strcmp(name, "tool") == 0)
        return close_call(open, message, where, err);
    if (check_none_open(open, where, err))
        return -1;
    return open_all(open, message, where, err);
}

int chat_check_messages(json_t *messages, const struct place *where, struct error *err) {
    struct open_calls open = {.count = 0};
    size_t i;
    json_t *message;
    json_array_foreach(messages, i, message) {
        struct place inner = {where, NULL, i};
        if (check_message(&open, message, &inner, err))
            return -1;
    }
    return check_none_open(&open, where, err);
}
