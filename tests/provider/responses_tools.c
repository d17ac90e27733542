/* The strictness of OpenAI's Responses API: tools and the choice among them. */
#include <string.h>

#include "member.h"
#include "openai.h"
#include "responses_check.h"

static const struct field function_rows[] = {
    {.name = "defer_loading", .type = FIELD_BOOL},
    {.name = "description", .type = FIELD_STRING},
    {.name = "name", .type = FIELD_STRING, .required = true, .low = 1, .high = 64},
    {.name = "output_schema", .type = FIELD_OBJECT},
    {.name = "parameters", .type = FIELD_OBJECT},
    {.name = "strict", .type = FIELD_BOOL},
    {.name = "type", .type = FIELD_STRING, .required = true},
};
static const struct field custom_rows[] = {
    {.name = "defer_loading", .type = FIELD_BOOL},
    {.name = "description", .type = FIELD_STRING},
    {.name = "format", .type = FIELD_OBJECT},
    {.name = "name", .type = FIELD_STRING, .required = true, .low = 1, .high = 64},
    {.name = "type", .type = FIELD_STRING, .required = true},
};
static const struct field namespace_rows[] = {
    {.name = "description", .type = FIELD_STRING, .required = true},
    {.name = "name", .type = FIELD_STRING, .required = true, .low = 1, .high = 64},
    {.name = "tools", .type = FIELD_ARRAY, .required = true, .low = 1, .high = 128},
    {.name = "type", .type = FIELD_STRING, .required = true},
};
static const struct field search_rows[] = {
    {.name = "description", .type = FIELD_STRING},
    {.name = "execution", .type = FIELD_STRING, .choice = "client server "},
    {.name = "parameters", .type = FIELD_OBJECT},
    {.name = "type", .type = FIELD_STRING, .required = true},
};
static const struct field web_rows[] = {
    {.name = "external_web_access", .type = FIELD_BOOL},
    {.name = "filters", .type = FIELD_OBJECT},
    {.name = "search_content_types", .type = FIELD_ARRAY}, /* not documented; Codex sends it */
    {.name = "search_context_size", .type = FIELD_STRING, .choice = "low medium high "},
    {.name = "type", .type = FIELD_STRING, .required = true},
    {.name = "user_location", .type = FIELD_OBJECT},
};

static const struct field text_format_rows[] = {
    {.name = "type", .type = FIELD_STRING, .required = true, .choice = "text grammar "},
};
static const struct fields text_format_fields = FIELDS(text_format_rows);

static const struct field grammar_rows[] = {
    {.name = "definition", .type = FIELD_STRING, .required = true},
    {.name = "syntax", .type = FIELD_STRING, .required = true, .choice = "lark regex "},
    {.name = "type", .type = FIELD_STRING, .required = true},
};
static const struct fields grammar_fields = FIELDS(grammar_rows);

static const struct kind {
    const char *type;
    struct fields fields; /* no rows: its members are not looked at */
    bool callable;        /* by name, so it may stand in a namespace */
} kinds[] = {
    {"function", FIELDS(function_rows), true},
    {"custom", FIELDS(custom_rows), true},
    {"namespace", FIELDS(namespace_rows), false},
    {"tool_search", FIELDS(search_rows), false},
    {"web_search", FIELDS(web_rows), false},
    {"web_search_preview", FIELDS(web_rows), false},
    {"apply_patch", {NULL, 0}, false},
    {"code_interpreter", {NULL, 0}, false},
    {"computer", {NULL, 0}, false},
    {"computer_use_preview", {NULL, 0}, false},
    {"file_search", {NULL, 0}, false},
    {"image_generation", {NULL, 0}, false},
    {"local_shell", {NULL, 0}, false},
    {"mcp", {NULL, 0}, false},
    {"programmatic_tool_calling", {NULL, 0}, false},
    {"shell", {NULL, 0}, false},
};

static const struct kind *find_kind(const char *type) {
    for (size_t i = 0; type && i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].type, type) == 0)
            return &kinds[i];
    return NULL;
}

/* ---- the declarations ---- */

static int check_custom(json_t *tool, const struct place *where, struct error *err) {
    struct place inner = {where, "format", 0};
    json_t *format = json_object_get(tool, "format");
    if (!member_given(tool, "format"))
        return 0;
    return fields_check(format, member_is(format, "type", "grammar") ? &grammar_fields : &text_format_fields,
                        &inner, false, err);
}

static int check_tool(json_t *tool, bool nested, const struct place *where, struct error *err) {
    struct place type_place = {where, "type", 0}, inner = {where, "tools", 0};
    const char *type = json_string_value(json_object_get(tool, "type"));
    const struct kind *kind = find_kind(type);
    if (!kind || (nested && !kind->callable))
        return field_refuse(err, &type_place, "there is no tool of the type '%.40s' here.", type ? type : "");
    if (kind->fields.count == 0)
        return 0;
    if (fields_check(tool, &kind->fields, where, false, err))
        return -1;
    if (json_object_get(tool, "name") && openai_check_name(tool, where, err))
        return -1;
    if (member_is(tool, "type", "function"))
        return openai_check_parameters(tool, where, err);
    if (member_is(tool, "type", "custom"))
        return check_custom(tool, where, err);
    return member_is(tool, "type", "namespace")
               ? responses_check_tools(json_object_get(tool, "tools"), true, &inner, err)
               : 0;
}

int responses_check_tools(json_t *tools, bool nested, const struct place *where, struct error *err) {
    size_t i;
    json_t *tool;
    json_array_foreach(tools, i, tool) {
        struct place inner = {where, NULL, i};
        if (check_tool(tool, nested, &inner, err))
            return -1;
    }
    return 0;
}

/* ---- all that can be called ---- */

static void collect(struct toolbox *box, const json_t *tools, const char *space) {
    size_t i;
    json_t *tool;
    json_array_foreach(tools, i, tool) {
        const char *name = json_string_value(json_object_get(tool, "name"));
        bool custom = member_is(tool, "type", "custom");
        if (member_is(tool, "type", "namespace"))
            collect(box, json_object_get(tool, "tools"), name);
        if (custom || member_is(tool, "type", "function"))
            toolbox_add(box, (struct tool){name, space, custom});
    }
}

void responses_collect(const json_t *body, struct toolbox *box) {
    size_t i;
    json_t *item;
    collect(box, json_object_get(body, "tools"), NULL);
    json_array_foreach(json_object_get(body, "input"), i, item) {
        if (member_is(item, "type", "additional_tools"))
            collect(box, json_object_get(item, "tools"), NULL);
    }
}

/* ---- the choice ---- */

static const struct field named_rows[] = {
    {.name = "name", .type = FIELD_STRING, .required = true},
    {.name = "type", .type = FIELD_STRING, .required = true},
};
static const struct fields named_fields = FIELDS(named_rows);

static const struct field allowed_rows[] = {
    {.name = "mode", .type = FIELD_STRING, .required = true, .choice = "auto required "},
    {.name = "tools", .type = FIELD_ARRAY, .required = true, .low = 1, .high = 128},
    {.name = "type", .type = FIELD_STRING, .required = true},
};
static const struct fields allowed_fields = FIELDS(allowed_rows);

/* Whether there is any tool, hosted ones too. */
static bool has_tools(const json_t *body) {
    size_t i;
    json_t *item;
    if (member_given(body, "tools"))
        return true;
    json_array_foreach(json_object_get(body, "input"), i, item) {
        if (member_is(item, "type", "additional_tools"))
            return true;
    }
    return false;
}

static bool is_declared(const json_t *body, const json_t *choice) {
    const char *name = json_string_value(json_object_get(choice, "name"));
    struct toolbox box = {0};
    bool custom = member_is(choice, "type", "custom"), found = false;
    responses_collect(body, &box);
    for (size_t i = 0; i < box.count; i++)
        found = found || (strcmp(box.tools[i].name, name) == 0 && box.tools[i].custom == custom);
    toolbox_free(&box);
    return found;
}

/* A hosted tool is chosen by its type. */
static bool is_hosted(const json_t *body, const json_t *choice) {
    const char *type = json_string_value(json_object_get(choice, "type"));
    const struct kind *kind = find_kind(type);
    size_t i;
    json_t *tool;
    if (!kind || kind->callable)
        return false;
    json_array_foreach(json_object_get(body, "tools"), i, tool) {
        if (member_is(tool, "type", type))
            return true;
    }
    return false;
}

static int check_chosen(json_t *body, json_t *choice, const struct place *where, struct error *err) {
    if (!json_is_object(choice))
        return field_refuse(err, where, "expected a string or an object.");
    if (member_is(choice, "type", "allowed_tools"))
        return fields_check(choice, &allowed_fields, where, false, err);
    bool named = member_is(choice, "type", "function") || member_is(choice, "type", "custom");
    if (named && fields_check(choice, &named_fields, where, false, err))
        return -1;
    if (named ? is_declared(body, choice) : is_hosted(body, choice))
        return 0;
    return error_param(err, ERR_REQUEST, "tool_choice", "Tool choice '%.40s' not found in 'tools' parameter.",
                       json_is_string(json_object_get(choice, "type"))
                           ? json_string_value(json_object_get(choice, "type"))
                           : "");
}

int responses_check_choice(json_t *body, struct error *err) {
    static const struct field word = {.type = FIELD_STRING, .choice = "none auto required "};
    struct place where = {&responses_request.place, "tool_choice", 0};
    json_t *choice = json_object_get(body, "tool_choice");
    if (!member_given(body, "tool_choice"))
        return 0;
    if (!has_tools(body))
        return error_param(err, ERR_REQUEST, "tool_choice",
                           "Tool choice '%.40s' must be specified with 'tools' parameter.",
                           json_is_string(choice) ? json_string_value(choice) : "");
    return json_is_string(choice) ? field_check(choice, &word, &where, err)
                                  : check_chosen(body, choice, &where, err);
}
