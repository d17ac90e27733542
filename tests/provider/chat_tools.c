/* The strictness of OpenAI's chat API: tools and the choice among them. */
#include <string.h>

#include "chat_check.h"
#include "openai.h"

static const struct field tool_rows[] = {
    {.name = "custom", .type = FIELD_OBJECT},
    {.name = "function", .type = FIELD_OBJECT},
    {.name = "type", .type = FIELD_STRING, .required = true, .choice = "function custom "},
};
static const struct fields tool_fields = FIELDS(tool_rows);

static const struct field function_rows[] = {
    {.name = "description", .type = FIELD_STRING},
    {.name = "name", .type = FIELD_STRING, .required = true, .low = 1, .high = 64},
    {.name = "parameters", .type = FIELD_OBJECT},
    {.name = "strict", .type = FIELD_BOOL},
};
static const struct fields function_fields = FIELDS(function_rows);

static const struct field custom_rows[] = {
    {.name = "description", .type = FIELD_STRING},
    {.name = "format", .type = FIELD_OBJECT},
    {.name = "name", .type = FIELD_STRING, .required = true, .low = 1, .high = 64},
};
static const struct fields custom_fields = FIELDS(custom_rows);

static const struct field choice_rows[] = {
    {.name = "allowed_tools", .type = FIELD_OBJECT},
    {.name = "custom", .type = FIELD_OBJECT},
    {.name = "function", .type = FIELD_OBJECT},
    {.name = "type",
     .type = FIELD_STRING,
     .required = true,
     .choice = "function custom allowed_tools "},
};
static const struct fields choice_fields = FIELDS(choice_rows);

static const struct field named_rows[] = {
    {.name = "name", .type = FIELD_STRING, .required = true},
};
static const struct fields named_fields = FIELDS(named_rows);

static const struct field allowed_rows[] = {
    {.name = "mode", .type = FIELD_STRING, .required = true, .choice = "auto required "},
    {.name = "tools", .type = FIELD_ARRAY, .required = true, .low = 1, .high = 128},
};
static const struct fields allowed_fields = FIELDS(allowed_rows);

static int check_tool(json_t *tool, const struct place *where, struct error *err) {
    if (fields_check(tool, &tool_fields, where, false, err))
        return -1;
    const char *type = json_string_value(json_object_get(tool, "type"));
    const struct fields *fields = strcmp(type, "custom") == 0 ? &custom_fields : &function_fields;
    struct place inner = {where, type, 0};
    json_t *substance = json_object_get(tool, type);
    if (fields_check(substance, fields, &inner, false, err))
        return -1;
    if (openai_check_name(substance, &inner, err))
        return -1;
    return strcmp(type, "function") == 0 ? openai_check_parameters(substance, &inner, err) : 0;
}

static bool is_declared(const json_t *tools, const char *type, const char *name) {
    size_t i;
    json_t *tool;
    json_array_foreach(tools, i, tool) {
        const char *declared =
            json_string_value(json_object_get(json_object_get(tool, type), "name"));
        if (declared && strcmp(declared, name) == 0)
            return true;
    }
    return false;
}

static int check_choice(json_t *choice, const json_t *tools, struct error *err) {
    static const struct field word = {.type = FIELD_STRING, .choice = "none auto required "};
    struct place where = {NULL, "tool_choice", 0};
    if (!tools)
        return field_refuse(err, &where, "it is allowed only with 'tools'.");
    if (json_is_string(choice))
        return field_check(choice, &word, &where, err);
    if (fields_check(choice, &choice_fields, &where, false, err))
        return -1;
    const char *type = json_string_value(json_object_get(choice, "type"));
    bool allowed_tools = strcmp(type, "allowed_tools") == 0;
    struct place inner = {&where, type, 0};
    json_t *substance = json_object_get(choice, type);
    if (fields_check(substance, allowed_tools ? &allowed_fields : &named_fields, &inner, false,
                     err))
        return -1;
    if (!allowed_tools &&
        !is_declared(tools, type, json_string_value(json_object_get(substance, "name"))))
        return field_refuse(err, &where, "it names a tool that 'tools' does not have.");
    return 0;
}

int chat_check_tools(json_t *body, struct error *err) {
    struct place where = {NULL, "tools", 0};
    json_t *tools = json_object_get(body, "tools"), *choice = json_object_get(body, "tool_choice"),
           *tool;
    size_t i;
    if (json_is_null(tools))
        tools = NULL;
    json_array_foreach(tools, i, tool) {
        struct place inner = {&where, NULL, i};
        if (check_tool(tool, &inner, err))
            return -1;
    }
    return choice && !json_is_null(choice) ? check_choice(choice, tools, err) : 0;
}
