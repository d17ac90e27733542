/* Requests of OpenAI's Responses: tools and settings, read into the canonical form. */
#include <string.h>

#include "dialects/chat_responses.h"
#include "dialects/read.h"

/* ---- tools -------------------------------------------------------------------------- */

static int compare_names(const void *a, const void *b) {
    const struct chat_tool *one = a, *other = b;
    int order = strcmp(one->space ? one->space : "", other->space ? other->space : "");
    return order ? order : strcmp(one->name, other->name);
}

/* Adds a tool unless there is one of its name. */
static int take_tool(struct chat_request *q, const struct chat_tool *read, struct tree *tools,
                     const struct json *value, struct error *err) {
    char place[JSON_PATH];
    if (read->kind != TOOL_HOSTED && tree_find(tools, read))
        return 0;
    struct chat_tool *tool = chat_add_tool(q, read->kind);
    if (!tool)
        return value_bad(value, "is one tool too many", err);
    *tool = *read;
    tool->place = arena_strdup(q->arena, value_path(value, place));
    if (tool->kind != TOOL_HOSTED)
        tree_add(tools, tool);
    return 0;
}

static int read_function(struct chat_request *q, const struct json *value, struct chat_tool *tool,
                         struct error *err) {
    enum { TYPE, NAME, DESCRIPTION, PARAMETERS, STRICT, MEMBERS };
    static const char *const names[] = {"type", "name", "description", "parameters", "strict", NULL};
    struct json found[MEMBERS];
    tool->kind = TOOL_FUNCTION;
    return read_members(q, value, names, found, err) < 0 ||
                   read_wanted_name(q, &found[NAME], "name", &tool->name, err) < 0 ||
                   read_string(&found[DESCRIPTION], &tool->description, err) < 0 ||
                   read_schema(&found[PARAMETERS], &tool->schema, err) < 0 ||
                   read_flag(&found[STRICT], &tool->strict, err) < 0
               ? -1
               : 0;
}

/* {"type":"text"}, or {"type":"grammar","syntax":…,"definition":…} */
static int read_grammar(const struct json *format, struct chat_tool *tool, struct error *err) {
    struct json definition = value_member(format, "definition");
    if (format->type != SCAN_NONE && format->type != SCAN_OBJECT)
        return value_bad(format, "must be an object", err);
    if (definition.type == SCAN_STRING)
        tool->grammar = format->text;
    return 0;
}

static int read_custom(struct chat_request *q, const struct json *value, struct chat_tool *tool,
                       struct error *err) {
    enum { TYPE, NAME, DESCRIPTION, FORMAT, MEMBERS };
    static const char *const names[] = {"type", "name", "description", "format", NULL};
    struct json found[MEMBERS];
    tool->kind = TOOL_CUSTOM;
    return read_members(q, value, names, found, err) < 0 ||
                   read_wanted_name(q, &found[NAME], "name", &tool->name, err) < 0 ||
                   read_string(&found[DESCRIPTION], &tool->description, err) < 0 ||
                   read_grammar(&found[FORMAT], tool, err) < 0
               ? -1
               : 0;
}

/* One that its provider runs by itself. */
static int read_hosted(struct chat_request *q, const struct json *type, struct chat_tool *tool,
                       struct error *err) {
    tool->kind = TOOL_HOSTED;
    return read_wanted_name(q, type, "type", &tool->type, err);
}

static int read_tool(struct chat_request *q, const struct json *value, const char *space, struct tree *tools,
                     struct error *err);

/* The tools of a namespace; it has no namespaces within. */
static int read_namespace(struct chat_request *q, const struct json *value, struct tree *tools,
                          struct error *err) {
    enum { TYPE, NAME, TOOLS, MEMBERS };
    static const char *const names[] = {"type", "name", "tools", NULL};
    struct json found[MEMBERS], item = {0};
    const char *space;
    if (read_members(q, value, names, found, err) < 0 ||
        read_wanted_name(q, &found[NAME], "name", &space, err) < 0)
        return -1;
    if (found[TOOLS].type != SCAN_ARRAY)
        return found[TOOLS].type == SCAN_NONE ? read_missing(value, "tools", err)
                                              : value_bad(&found[TOOLS], "must be an array", err);
    struct span rest = found[TOOLS].text;
    while (value_next(&found[TOOLS], &rest, &item))
        if (read_tool(q, &item, space, tools, err) < 0)
            return -1;
    return 0;
}

static int read_tool(struct chat_request *q, const struct json *value, const char *space, struct tree *tools,
                     struct error *err) {
    struct json type = value_member(value, "type");
    struct chat_tool tool = {.space = space};
    if (value->type != SCAN_OBJECT)
        return value_bad(value, "must be an object", err);
    if (!value_given(&type))
        return read_missing(value, "type", err);
    if (type.type != SCAN_STRING)
        return value_bad(&type, "must be a string", err);
    if (scan_equals(type.text, "namespace"))
        return space ? value_bad(&type, "must not be a namespace within a namespace", err)
                     : read_namespace(q, value, tools, err);
    int rc = scan_equals(type.text, "function") ? read_function(q, value, &tool, err)
             : scan_equals(type.text, "custom") ? read_custom(q, value, &tool, err)
                                                : read_hosted(q, &type, &tool, err);
    return rc < 0 ? -1 : take_tool(q, &tool, tools, value, err);
}

int chat_responses_read_tools(struct chat_request *request, const struct json *list, struct tree *tools,
                              struct error *err) {
    struct json item = {0};
    struct span rest = list->text;
    if (list->type != SCAN_NONE && list->type != SCAN_ARRAY)
        return value_bad(list, "must be an array", err);
    while (value_next(list, &rest, &item))
        if (read_tool(request, &item, NULL, tools, err) < 0)
            return -1;
    return 0;
}

/* ---- the choice among them -------------------------------------------------------------- */

enum { PICK_TYPE, PICK_NAME, PICK_NAMESPACE, PICK_MODE, PICK_TOOLS, PICK__MAX };
static const char *const choice_names[] = {
    [PICK_TYPE] = "type", [PICK_NAME] = "name",   [PICK_NAMESPACE] = "namespace",
    [PICK_MODE] = "mode", [PICK_TOOLS] = "tools", [PICK__MAX] = NULL,
};

/* {"type":"allowed_tools","mode":…,"tools":[{"type":"function","name":…}…]}. Hosted ones have no name. */
static int read_allowed(struct chat_request *q, const struct json *value, const struct json *found,
                        struct error *err) {
    static const char *const modes[] = {"auto", "required", NULL};
    struct json item = {0};
    struct span rest = found[PICK_TOOLS].text;
    int mode = 0;
    if (found[PICK_MODE].type != SCAN_NONE && value_choice(&found[PICK_MODE], modes, &mode, err) < 0)
        return -1;
    if (found[PICK_TOOLS].type != SCAN_ARRAY)
        return read_missing(value, "tools", err);
    q->choice = mode == 0 ? CHOICE_AUTO : CHOICE_ANY;
    while (value_next(&found[PICK_TOOLS], &rest, &item)) {
        struct json inner[PICK__MAX];
        if (read_members(q, &item, choice_names, inner, err) < 0)
            return -1;
        struct chat_list *allowed = chat_add_item(q->arena, &q->allowed);
        if (!allowed)
            return value_bad(&found[PICK_TOOLS], "has too many elements", err);
        if (inner[PICK_NAME].type == SCAN_NONE) {
            allowed->name = "";
            read_dropped(q, &item);
        } else if (read_wanted_name(q, &inner[PICK_NAME], "name", &allowed->name, err) < 0) {
            return -1;
        }
    }
    return 0;
}

static int read_choice(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const modes[] = {"auto", "none", "required", NULL};
    static const enum chat_choice choices[] = {CHOICE_AUTO, CHOICE_NONE, CHOICE_ANY};
    struct json found[PICK__MAX];
    int mode;
    if (value->type == SCAN_NONE)
        return 0;
    if (value->type == SCAN_STRING) {
        if (value_choice(value, modes, &mode, err) < 0)
            return -1;
        q->choice = choices[mode];
        return 0;
    }
    if (read_members(q, value, choice_names, found, err) < 0)
        return -1;
    const struct json *type = &found[PICK_TYPE];
    if (type->type == SCAN_NONE)
        return read_missing(value, "type", err);
    if (type->type != SCAN_STRING)
        return value_bad(type, "must be a string", err);
    if (scan_equals(type->text, "allowed_tools"))
        return read_allowed(q, value, found, err);
    if (!scan_equals(type->text, "function") && !scan_equals(type->text, "custom")) {
        q->choice = CHOICE_AUTO; /* a hosted tool that is not there to be chosen */
        read_dropped(q, value);
        return 0;
    }
    q->choice = CHOICE_NAMED;
    return read_wanted_name(q, &found[PICK_NAME], "name", &q->choice_name, err) < 0 ||
                   read_name(q, &found[PICK_NAMESPACE], &q->choice_space, err) < 0
               ? -1
               : 0;
}

/* ---- settings ---------------------------------------------------------------------------- */

static int read_format(struct chat_request *q, const struct json *value, struct error *err) {
    enum { TYPE, NAME, DESCRIPTION, SCHEMA, STRICT, MEMBERS };
    static const char *const names[] = {"type", "name", "description", "schema", "strict", NULL};
    static const char *const types[] = {"text", "json_object", "json_schema", NULL};
    struct json found[MEMBERS];
    int type;
    if (value->type == SCAN_NONE)
        return 0;
    q->format_param = "text.format";
    if (read_members(q, value, names, found, err) < 0)
        return -1;
    if (found[TYPE].type == SCAN_NONE)
        return read_missing(value, "type", err);
    if (value_choice(&found[TYPE], types, &type, err) < 0)
        return -1;
    q->format = FORMAT_TEXT + (enum chat_format)type;
    if (q->format != FORMAT_SCHEMA)
        return 0;
    if (found[SCHEMA].type == SCAN_NONE)
        return read_missing(value, "schema", err);
    return read_wanted_name(q, &found[NAME], "name", &q->format_name, err) < 0 ||
                   read_string(&found[DESCRIPTION], &q->format_description, err) < 0 ||
                   read_schema(&found[SCHEMA], &q->format_schema, err) < 0 ||
                   read_flag(&found[STRICT], &q->format_strict, err) < 0
               ? -1
               : 0;
}

static int read_text_settings(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const names[] = {"format", "verbosity", NULL};
    struct json found[2];
    if (value->type == SCAN_NONE)
        return 0;
    return read_members(q, value, names, found, err) < 0 || read_format(q, &found[0], err) < 0 ||
                   read_text(&found[1], "text.verbosity", &q->verbosity, err) < 0
               ? -1
               : 0;
}

static int read_reasoning(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const names[] = {"effort", "summary", NULL};
    static const char *const summaries[] = {"auto", "concise", "detailed", NULL};
    struct json found[2];
    int effort, summary;
    if (value->type == SCAN_NONE)
        return 0;
    if (read_members(q, value, names, found, err) < 0)
        return -1;
    if (found[0].type != SCAN_NONE) {
        if (value_choice(&found[0], chat_effort_names, &effort, err) < 0)
            return -1;
        q->reasoning.param = "reasoning.effort";
        q->reasoning.effort = EFFORT_NONE + (enum chat_effort)effort;
    }
    if (found[1].type != SCAN_NONE) {
        if (value_choice(&found[1], summaries, &summary, err) < 0)
            return -1;
        q->reasoning.show = FLAG_ON;
        q->reasoning.show_param = "reasoning.summary";
        if (!q->reasoning.param)
            q->reasoning.param = "reasoning";
    }
    return 0;
}

static int read_include(struct chat_request *q, const struct json *value, struct error *err) {
    struct json item = {0};
    struct span rest = value->text;
    if (value->type != SCAN_NONE && value->type != SCAN_ARRAY)
        return value_bad(value, "must be an array", err);
    while (value_next(value, &rest, &item)) {
        if (item.type != SCAN_STRING)
            return value_bad(&item, "must be a string", err);
        if (scan_equals(item.text, "reasoning.encrypted_content"))
            q->reasoning.state = true;
        else
            read_dropped(q, &item);
    }
    return 0;
}

enum {
    MEMBER_MODEL,
    MEMBER_INPUT,
    MEMBER_STREAM,
    MEMBER_MAX_OUTPUT,
    MEMBER_BACKGROUND,
    MEMBER_INSTRUCTIONS,
    MEMBER_TOOLS,
    MEMBER_TOOL_CHOICE,
    MEMBER_PARALLEL,
    MEMBER_TEXT,
    MEMBER_REASONING,
    MEMBER_INCLUDE,
    MEMBER_TEMPERATURE,
    MEMBER_TOP_P,
    MEMBER_TOP_LOGPROBS,
    MEMBER_METADATA,
    MEMBER_USER,
    MEMBER_SAFETY_ID,
    MEMBER_CACHE_KEY,
    MEMBER_TIER,
    MEMBER_STORE,
    MEMBER_TRUNCATION,
    MEMBER__MAX
};
static const char *const names[] = {
    [MEMBER_MODEL] = "model",
    [MEMBER_INPUT] = "input",
    [MEMBER_STREAM] = "stream",
    [MEMBER_MAX_OUTPUT] = "max_output_tokens",
    [MEMBER_BACKGROUND] = "background",
    [MEMBER_INSTRUCTIONS] = "instructions",
    [MEMBER_TOOLS] = "tools",
    [MEMBER_TOOL_CHOICE] = "tool_choice",
    [MEMBER_PARALLEL] = "parallel_tool_calls",
    [MEMBER_TEXT] = "text",
    [MEMBER_REASONING] = "reasoning",
    [MEMBER_INCLUDE] = "include",
    [MEMBER_TEMPERATURE] = "temperature",
    [MEMBER_TOP_P] = "top_p",
    [MEMBER_TOP_LOGPROBS] = "top_logprobs",
    [MEMBER_METADATA] = "metadata",
    [MEMBER_USER] = "user",
    [MEMBER_SAFETY_ID] = "safety_identifier",
    [MEMBER_CACHE_KEY] = "prompt_cache_key",
    [MEMBER_TIER] = "service_tier",
    [MEMBER_STORE] = "store",
    [MEMBER_TRUNCATION] = "truncation",
    [MEMBER__MAX] = NULL,
};

/* Stands before all items. */
static int read_instructions(struct chat_request *q, const struct json *value, struct error *err) {
    return value->type == SCAN_NONE
               ? 0
               : value_string(value, &chat_add_block(q->arena, &q->system, CHAT_TEXT)->text, err);
}

/* What other providers do not do, and what everybody does. */
static int read_truncation(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const modes[] = {"disabled", "auto", NULL};
    int mode = 0;
    if (value->type != SCAN_NONE && value_choice(value, modes, &mode, err) < 0)
        return -1;
    if (mode == 1)
        read_dropped(q, value);
    return 0;
}

static int read_store(struct chat_request *q, const struct json *value, struct error *err) {
    bool store = false;
    if (value->type != SCAN_NONE && value_bool(value, &store, err) < 0)
        return -1;
    if (store)
        read_dropped(q, value);
    return 0;
}

static int read_user(struct chat_request *q, const struct json *found, struct error *err) {
    if (found[MEMBER_SAFETY_ID].type == SCAN_NONE)
        return read_text(&found[MEMBER_USER], "user", &q->user, err);
    if (found[MEMBER_USER].type != SCAN_NONE)
        read_dropped(q, &found[MEMBER_USER]);
    return read_text(&found[MEMBER_SAFETY_ID], "safety_identifier", &q->user, err);
}

static int read_settings(struct chat_request *q, const struct json *found, struct error *err) {
    q->parallel_param = "parallel_tool_calls";
    q->max_output_param = names[MEMBER_MAX_OUTPUT];
    read_raw(&found[MEMBER_METADATA], "metadata", &q->metadata);
    return read_text_settings(q, &found[MEMBER_TEXT], err) < 0 ||
                   read_reasoning(q, &found[MEMBER_REASONING], err) < 0 ||
                   read_include(q, &found[MEMBER_INCLUDE], err) < 0 ||
                   read_flag(&found[MEMBER_PARALLEL], &q->parallel, err) < 0 ||
                   read_number(&found[MEMBER_TEMPERATURE], "temperature", &q->temperature, err) < 0 ||
                   read_number(&found[MEMBER_TOP_P], "top_p", &q->top_p, err) < 0 ||
                   read_number(&found[MEMBER_TOP_LOGPROBS], "top_logprobs", &q->top_logprobs, err) < 0 ||
                   read_user(q, found, err) < 0 ||
                   read_text(&found[MEMBER_CACHE_KEY], "prompt_cache_key", &q->cache_key, err) < 0 ||
                   read_text(&found[MEMBER_TIER], "service_tier", &q->tier, err) < 0 ||
                   read_store(q, &found[MEMBER_STORE], err) < 0 ||
                   read_truncation(q, &found[MEMBER_TRUNCATION], err) < 0
               ? -1
               : 0;
}

int chat_responses_read_request(const struct chat_ask *ask, struct chat_request *q, struct error *err) {
    struct json whole = value_whole(ask->text), found[MEMBER__MAX];
    struct tree tools = {.compare = compare_names};
    if (read_members(q, &whole, names, found, err) < 0)
        return -1;
    int rc = read_instructions(q, &found[MEMBER_INSTRUCTIONS], err) < 0 ||
                     chat_responses_read_tools(q, &found[MEMBER_TOOLS], &tools, err) < 0 ||
                     chat_responses_read_input(q, &found[MEMBER_INPUT], &tools, err) < 0 ||
                     read_choice(q, &found[MEMBER_TOOL_CHOICE], err) < 0 || read_settings(q, found, err) < 0
                 ? -1
                 : 0;
    tree_free(&tools);
    return rc;
}
