/* The strictness of the Gemini API: tools and the choice among them. */
#include <string.h>

#include "gemini_check.h"

#define LONGEST 128
#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_"

int gemini_check_name(const json_t *name, const struct place *where, struct error *err) {
    const char *text = name ? json_string_value(name) : "";
    if (*text && strchr(LETTERS, *text) && strlen(text) <= LONGEST &&
        text[strspn(text, LETTERS "0123456789.:-")] == '\0')
        return 0;
    return gemini_refuse(
        err, where,
        "Invalid function name. Must start with a letter or an underscore. Must be alphanumeric "
        "(a-z, A-Z, 0-9), underscores (_), dots (.), colons (:), or dashes (-), with a maximum "
        "length of %d.",
        LONGEST);
}

/* A schema that may be there in one of two forms. */
static int check_forms(const json_t *declaration, const char *own_name, const char *json_name,
                       const struct place *own_where, const struct place *json_where, struct error *err) {
    const json_t *own = json_object_get(declaration, own_name),
                 *json = json_object_get(declaration, json_name);
    if (own && json)
        return gemini_refuse(err, json_where, "it must not be set together with %s", own_where->name);
    if (own)
        return gemini_check_schema(own, own_where, err);
    return json ? gemini_check_json_schema(json, json_where, err) : 0;
}

static int check_declaration(const json_t *declaration, const struct place *where, struct error *err) {
    struct place name = {where, "name", 0}, parameters = {where, "parameters", 0},
                 parameters_json = {where, "parameters_json_schema", 0}, response = {where, "response", 0},
                 response_json = {where, "response_json_schema", 0};
    if (gemini_check_name(json_object_get(declaration, "name"), &name, err) ||
        check_forms(declaration, "parameters", "parametersJsonSchema", &parameters, &parameters_json, err) ||
        check_forms(declaration, "response", "responseJsonSchema", &response, &response_json, err))
        return -1;
    const json_t *type = json_object_get(json_object_get(declaration, "parameters"), "type");
    if (type && strcmp(json_string_value(type), "OBJECT") != 0)
        return gemini_refuse(err, &parameters, "the type must be OBJECT");
    return 0;
}

/* Whether a function of this name is declared before the declaration `before` (NULL: at all). */
static bool is_declared(const json_t *tools, const char *name, const json_t *before) {
    size_t i, j;
    json_t *tool, *declaration;
    json_array_foreach(tools, i, tool) {
        json_array_foreach(json_object_get(tool, "functionDeclarations"), j, declaration) {
            if (declaration == before)
                return false;
            if (strcmp(json_string_value(json_object_get(declaration, "name")), name) == 0)
                return true;
        }
    }
    return false;
}

static int check_tool(const json_t *tools, const json_t *tool, const struct place *where, struct error *err) {
    struct place list = {where, "function_declarations", 0};
    size_t i;
    json_t *declaration;
    if (json_object_size(tool) == 0)
        return gemini_refuse(err, where, "a tool must be set");
    json_array_foreach(json_object_get(tool, "functionDeclarations"), i, declaration) {
        struct place inner = {&list, NULL, i};
        if (check_declaration(declaration, &inner, err))
            return -1;
        const char *name = json_string_value(json_object_get(declaration, "name"));
        if (is_declared(tools, name, declaration))
            return error_set(err, ERR_REQUEST, "Duplicate function declaration found: %s", name);
    }
    return 0;
}

static bool has_functions(const json_t *tools) {
    size_t i;
    json_t *tool;
    json_array_foreach(tools, i, tool) {
        if (json_array_size(json_object_get(tool, "functionDeclarations")) > 0)
            return true;
    }
    return false;
}

static int check_calling(const json_t *calling, const json_t *tools, struct error *err) {
    struct place config = {NULL, "tool_config", 0}, where = {&config, "function_calling_config", 0},
                 list = {&where, "allowed_function_names", 0};
    const json_t *allowed = json_object_get(calling, "allowedFunctionNames");
    const char *mode = json_string_value(json_object_get(calling, "mode"));
    size_t i;
    json_t *name;
    if (!calling)
        return 0;
    if (!has_functions(tools))
        return error_set(err, ERR_REQUEST, "Function calling config is set without function_declarations.");
    if (json_array_size(allowed) > 0 &&
        !(mode && (strcmp(mode, "ANY") == 0 || strcmp(mode, "VALIDATED") == 0)))
        return error_set(
            err, ERR_REQUEST,
            "Please set allowed_function_names only when function calling mode is ANY or VALIDATED.");
    json_array_foreach(allowed, i, name) {
        struct place inner = {&list, NULL, i};
        if (!is_declared(tools, json_string_value(name), NULL))
            return gemini_refuse(err, &inner, "the function '%.64s' is not declared",
                                 json_string_value(name));
    }
    return 0;
}

int gemini_check_tools(const json_t *request, struct error *err) {
    const json_t *tools = json_object_get(request, "tools");
    struct place list = {NULL, "tools", 0};
    size_t i;
    json_t *tool;
    json_array_foreach(tools, i, tool) {
        struct place inner = {&list, NULL, i};
        if (check_tool(tools, tool, &inner, err))
            return -1;
    }
    return check_calling(json_object_get(json_object_get(request, "toolConfig"), "functionCallingConfig"),
                         tools, err);
}
