/* The strictness of Anthropic's Messages: tools and the choice among them. */
#include <string.h>

#include "anthropic.h"
#include "member.h"

static const struct field custom_rows[] = {
    {.name = "allowed_callers", .type = FIELD_ARRAY},
    {.name = "cache_control", .type = FIELD_OBJECT},
    {.name = "defer_loading", .type = FIELD_BOOL},
    {.name = "description", .type = FIELD_STRING},
    {.name = "eager_input_streaming", .type = FIELD_BOOL},
    {.name = "input_examples", .type = FIELD_ARRAY},
    {.name = "input_schema", .type = FIELD_OBJECT, .required = true},
    {.name = "name", .type = FIELD_STRING, .required = true},
    {.name = "strict", .type = FIELD_BOOL},
    {.name = "type", .type = FIELD_STRING, .choice = "custom "},
};
static const struct fields custom_fields = FIELDS(custom_rows);

/* Tools of Anthropic's own; each type has further members. */
static const struct field own_rows[] = {
    {.name = "name", .type = FIELD_STRING, .required = true},
    {.name = "type", .type = FIELD_STRING, .required = true},
};
static const struct fields own_fields = FIELDS(own_rows);
static const char *const own_types[] = {"bash_",        "code_execution_",   "computer_",  "memory_",
                                        "text_editor_", "tool_search_tool_", "web_fetch_", "web_search_"};

static const struct field choice_rows[] = {
    {.name = "disable_parallel_tool_use", .type = FIELD_BOOL},
    {.name = "name", .type = FIELD_STRING},
    {.name = "type", .type = FIELD_STRING, .required = true, .choice = "auto any tool none "},
};
static const struct fields choice_fields = FIELDS(choice_rows);

static bool is_own(const json_t *tool) {
    const char *type = json_string_value(json_object_get(tool, "type"));
    for (size_t i = 0; type && i < sizeof own_types / sizeof *own_types; i++)
        if (strncmp(type, own_types[i], strlen(own_types[i])) == 0)
            return true;
    return false;
}

static int check_name(struct anthropic_request *request, const json_t *tool, const struct place *where) {
    static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    struct place inner = {where, "name", 0};
    const char *name = json_string_value(json_object_get(tool, "name"));
    if (*name == '\0' || strlen(name) > 128 || name[strspn(name, allowed)])
        return field_refuse(request->err, &inner, "String should match pattern '^[a-zA-Z0-9_-]{1,128}$'");
    return 0;
}

static int check_input_schema(struct anthropic_request *request, json_t *tool, const struct place *where) {
    static const char *const unions[] = {"anyOf", "oneOf", "allOf"};
    struct place inner = {where, "input_schema", 0}, type_where = {&inner, "type", 0},
                 properties_where = {&inner, "properties", 0};
    json_t *schema = json_object_get(tool, "input_schema");
    const json_t *properties = json_object_get(schema, "properties");
    if (!member_is(schema, "type", "object"))
        return field_refuse(request->err, &type_where, "Input should be 'object'");
    if (properties && !json_is_object(properties))
        return field_refuse(request->err, &properties_where, "Input should be a valid dictionary");
    for (size_t i = 0; i < sizeof unions / sizeof *unions; i++)
        if (json_object_get(schema, unions[i]))
            return field_refuse(request->err, &inner,
                                "input_schema does not support oneOf, allOf, or anyOf at the top level");
    if (!json_is_true(json_object_get(tool, "strict")))
        return 0;
    return anthropic_check_kept(request, where) ? -1 : anthropic_check_schema(request, schema, &inner);
}

static int check_tool(struct anthropic_request *request, json_t *tool, const struct place *where) {
    bool own = is_own(tool);
    if (fields_check(tool, own ? &own_fields : &custom_fields, where, own, request->err) ||
        anthropic_check_mark(request, tool, where) || check_name(request, tool, where))
        return -1;
    return own ? 0 : check_input_schema(request, tool, where);
}

/* How many of the first `count` tools have the name. */
static unsigned count_named(const json_t *tools, size_t count, const char *name) {
    unsigned found = 0;
    for (size_t i = 0; i < count; i++)
        found += member_is(json_array_get(tools, i), "name", name);
    return found;
}

static int check_choice(struct anthropic_request *request, const json_t *tools) {
    struct place where = {anthropic_place, "tool_choice", 0}, name_where = {&where, "name", 0};
    json_t *choice = json_object_get(request->body, "tool_choice");
    if (!choice || json_is_null(choice))
        return 0;
    if (json_array_size(tools) == 0)
        return field_refuse(request->err, &where, "it may only be specified while providing tools");
    if (fields_check(choice, &choice_fields, &where, false, request->err))
        return -1;
    const char *name = json_string_value(json_object_get(choice, "name"));
    if (member_is(choice, "type", "tool") != (name != NULL))
        return field_refuse(request->err, &name_where, "it goes with the type `tool`, and only with it");
    if (name && count_named(tools, json_array_size(tools), name) == 0)
        return field_refuse(request->err, &name_where, "Tool '%.128s' not found in provided tools", name);
    return name || member_is(choice, "type", "any") ? anthropic_check_forced(request, &where) : 0;
}

int anthropic_check_tools(struct anthropic_request *request) {
    struct place where = {anthropic_place, "tools", 0};
    json_t *tools = json_object_get(request->body, "tools"), *tool;
    size_t i;
    json_array_foreach(tools, i, tool) {
        struct place inner = {&where, NULL, i};
        if (check_tool(request, tool, &inner))
            return -1;
        if (count_named(tools, i, json_string_value(json_object_get(tool, "name"))) > 0)
            return field_refuse(request->err, &where, "Tool names must be unique.");
    }
    return check_choice(request, tools);
}
