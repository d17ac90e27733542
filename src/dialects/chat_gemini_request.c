/* Requests of Gemini's generateContent: read into the canonical form. */
#include <string.h>

#include "dialects/chat_gemini.h"
#include "dialects/openapi_schema.h"
#include "dialects/read.h"

/* ---- members, however they are spelled --------------------------------------------- */

#define NAME_MOST 64

/* Google takes each name as "topP" and as "top_p". */
static bool is_named(struct span name, const char *camel) {
    char snake[2 * NAME_MOST];
    size_t len = 0;
    if (name.at[1] != camel[0] && name.at[1] != '\\')
        return false;
    if (scan_equals(name, camel))
        return true;
    for (; *camel && len < sizeof snake - 2; camel++)
        if (*camel >= 'A' && *camel <= 'Z') {
            snake[len++] = '_';
            snake[len++] = (char)(*camel + ('a' - 'A'));
        } else {
            snake[len++] = *camel;
        }
    snake[len] = '\0';
    return scan_equals(name, snake);
}

int chat_gemini_members(struct chat_request *q, const struct json *object, const char *const *names,
                        struct json *found, struct error *err) {
    return read_members_named(q, object, names, is_named, found, err);
}

const char *chat_gemini_param(struct chat_request *q, const struct json *value) {
    char place[JSON_PATH];
    return arena_strdup(q->arena, value_place(value, place));
}

/* ---- tools -------------------------------------------------------------------------- */

static int read_declaration(struct chat_request *q, const struct json *value, struct error *err) {
    enum { NAME, DESCRIPTION, PARAMETERS, SCHEMA, NAMES };
    static const char *const names[] = {[NAME] = "name",
                                        [DESCRIPTION] = "description",
                                        [PARAMETERS] = "parameters",
                                        [SCHEMA] = "parametersJsonSchema",
                                        [NAMES] = NULL};
    struct chat_tool *tool = read_new_tool(q, value, TOOL_FUNCTION, err);
    struct json found[NAMES];
    if (!tool || chat_gemini_members(q, value, names, found, err) < 0 ||
        read_wanted_name(q, &found[NAME], "name", &tool->name, err) < 0 ||
        read_string(&found[DESCRIPTION], &tool->description, err) < 0)
        return -1;
    if (found[PARAMETERS].type == SCAN_NONE)
        return read_schema(&found[SCHEMA], &tool->schema, err);
    if (found[SCHEMA].type != SCAN_NONE)
        return value_bad(&found[SCHEMA], "must not stand beside \"parameters\"", err);
    return openapi_schema_read(&found[PARAMETERS], q->arena, &tool->schema, err);
}

static int read_declarations(struct chat_request *q, const struct json *value, struct error *err) {
    struct json item = {0};
    struct span rest = value->text;
    if (value->type == SCAN_NULL)
        return 0;
    if (value->type != SCAN_ARRAY)
        return value_bad(value, "must be an array", err);
    while (value_next(value, &rest, &item))
        if (read_declaration(q, &item, err) < 0)
            return -1;
    return 0;
}

/* What is no function Google runs itself: googleSearch, codeExecution and others. */
static int read_hosted(struct chat_request *q, const struct json *value, struct error *err) {
    if (value->type == SCAN_NULL)
        return 0;
    struct chat_tool *tool = read_new_tool(q, value, TOOL_HOSTED, err);
    if (!tool)
        return -1;
    struct span type = chat_unquote(q->arena, value->name);
    tool->type = arena_strndup(q->arena, type.at, type.len);
    return 0;
}

static int read_tool(struct chat_request *q, const struct json *value, struct error *err) {
    struct json item = {0};
    struct span rest = value->text;
    bool seen = false;
    if (value->type != SCAN_OBJECT)
        return value_bad(value, "must be an object", err);
    while (value_next(value, &rest, &item)) {
        bool functions = is_named(item.name, "functionDeclarations");
        if (functions && seen)
            return value_bad(&item, "is given twice", err);
        seen |= functions;
        if ((functions ? read_declarations : read_hosted)(q, &item, err) < 0)
            return -1;
    }
    return 0;
}

static int read_tools(struct chat_request *q, const struct json *tools, struct error *err) {
    struct json item = {0};
    struct span rest = tools->text;
    if (tools->type != SCAN_NONE && tools->type != SCAN_ARRAY)
        return value_bad(tools, "must be an array", err);
    while (value_next(tools, &rest, &item))
        if (read_tool(q, &item, err) < 0)
            return -1;
    return 0;
}

/* ---- which of them ---------------------------------------------------------------------- */

static int read_allowed(struct chat_request *q, const struct json *value, struct error *err) {
    struct json item = {0};
    struct span rest = value->text;
    if (value->type != SCAN_NONE && value->type != SCAN_ARRAY)
        return value_bad(value, "must be an array", err);
    while (value_next(value, &rest, &item)) {
        struct chat_list *allowed = chat_add_item(q->arena, &q->allowed);
        if (!allowed)
            return value_bad(value, "has too many elements", err);
        if (read_wanted_name(q, &item, "name", &allowed->name, err) < 0)
            return -1;
    }
    return 0;
}

static int read_mode(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const modes[] = {"AUTO", "ANY", "NONE", "VALIDATED", "MODE_UNSPECIFIED",
                                        "auto", "any", "none", "validated", NULL};
    static const enum chat_choice choices[] = {CHOICE_AUTO, CHOICE_ANY,   CHOICE_NONE,
                                               CHOICE_AUTO, CHOICE_UNSET, CHOICE_AUTO,
                                               CHOICE_ANY,  CHOICE_NONE,  CHOICE_AUTO};
    int mode;
    if (value->type == SCAN_NONE)
        return 0;
    if (value_choice(value, modes, &mode, err) < 0)
        return -1;
    q->choice = choices[mode];
    q->choice_param = chat_gemini_param(q, value);
    return 0;
}

static int read_choice(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const names[] = {"functionCallingConfig", NULL}, *const members[] = {
                                                                            "mode", "allowedFunctionNames",
                                                                            NULL};
    struct json config, found[2];
    if (value->type == SCAN_NONE)
        return 0;
    if (chat_gemini_members(q, value, names, &config, err) < 0)
        return -1;
    if (config.type == SCAN_NONE)
        return 0;
    if (chat_gemini_members(q, &config, members, found, err) < 0 || read_mode(q, &found[0], err) < 0 ||
        read_allowed(q, &found[1], err) < 0)
        return -1;
    if (q->choice == CHOICE_ANY && q->allowed && !q->allowed->next) {
        q->choice = CHOICE_NAMED;
        q->choice_name = q->allowed->name;
        q->allowed = NULL;
    }
    return 0;
}

/* ---- the whole ----------------------------------------------------------------------- */

enum {
    MEMBER_MODEL,
    MEMBER_CONTENTS,
    MEMBER_SYSTEM,
    MEMBER_TOOLS,
    MEMBER_CHOICE,
    MEMBER_CONFIG,
    MEMBER_CACHED,
    MEMBER_TIER,
    MEMBER_STORE,
    MEMBER__MAX
};
static const char *const names[] = {
    [MEMBER_MODEL] = "model",
    [MEMBER_CONTENTS] = "contents",
    [MEMBER_SYSTEM] = "systemInstruction",
    [MEMBER_TOOLS] = "tools",
    [MEMBER_CHOICE] = "toolConfig",
    [MEMBER_CONFIG] = "generationConfig",
    [MEMBER_CACHED] = "cachedContent",
    [MEMBER_TIER] = "serviceTier",
    [MEMBER_STORE] = "store",
    [MEMBER__MAX] = NULL,
};

static int read_rest(struct chat_request *q, const struct json *found, struct error *err) {
    const struct json *tier = &found[MEMBER_TIER];
    if (found[MEMBER_CACHED].type != SCAN_NONE)
        return value_bad(&found[MEMBER_CACHED],
                         "is not possible with this model: what is cached elsewhere cannot be sent", err);
    if (found[MEMBER_STORE].type == SCAN_TRUE)
        read_dropped(q, &found[MEMBER_STORE]);
    return read_text(tier, tier->type == SCAN_NONE ? NULL : chat_gemini_param(q, tier), &q->tier, err);
}

int chat_gemini_read_request(const struct chat_ask *ask, struct chat_request *q, struct error *err) {
    struct json whole = value_whole(ask->text), found[MEMBER__MAX];
    q->thought_param = "contents[].parts[].thought";
    return chat_gemini_members(q, &whole, names, found, err) < 0 || read_rest(q, found, err) < 0 ||
                   chat_gemini_read_system(q, &found[MEMBER_SYSTEM], err) < 0 ||
                   chat_gemini_read_contents(q, &found[MEMBER_CONTENTS], err) < 0 ||
                   read_tools(q, &found[MEMBER_TOOLS], err) < 0 ||
                   read_choice(q, &found[MEMBER_CHOICE], err) < 0 ||
                   chat_gemini_read_config(q, &found[MEMBER_CONFIG], err) < 0
               ? -1
               : 0;
}
