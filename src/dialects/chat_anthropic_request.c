/* Requests of Anthropic's Messages: read into the canonical form. */
#include <string.h>

#include "dialects/chat_anthropic.h"
#include "dialects/read.h"

#define STOPS_MOST  256
#define BUDGET_MOST 100000000

/* ---- system and messages ---------------------------------------------------------- */

/* Claude Code's first block changes with each request: kept, it would spoil every other provider's cache. */
static bool is_billing_header(const struct chat_block *block) {
    static const char begin[] = "\"x-anthropic-billing-header:";
    return block && block->kind == CHAT_TEXT && block->text.len >= sizeof begin &&
           memcmp(block->text.at, begin, sizeof begin - 1) == 0;
}

static int read_system(struct chat_request *q, const struct json *system, struct error *err) {
    if (chat_anthropic_read_content(q, system, ANTHROPIC_SYSTEM, &q->system, err) < 0)
        return -1;
    if (!is_billing_header(q->system.first))
        return 0;
    chat_drop(q, "system[].x-anthropic-billing-header");
    q->system.first = q->system.first->next;
    if (!q->system.first)
        q->system.last = NULL;
    return 0;
}

static int read_message(struct chat_request *q, const struct json *message, struct error *err) {
    static const char *const names[] = {"role", "content", NULL};
    static const char *const roles[] = {"user", "assistant", "system", NULL};
    static const enum chat_role turns[] = {CHAT_USER, CHAT_ASSISTANT, CHAT_INSTRUCTION};
    static const enum anthropic_place places[] = {ANTHROPIC_USER, ANTHROPIC_ASSISTANT, ANTHROPIC_SYSTEM};
    struct chat_blocks blocks = {0};
    struct json found[2];
    int role;
    if (read_members(q, message, names, found, err) < 0)
        return -1;
    if (found[0].type == SCAN_NONE)
        return read_missing(message, "role", err);
    if (value_choice(&found[0], roles, &role, err) < 0)
        return -1;
    if (found[1].type == SCAN_NONE)
        return read_missing(message, "content", err);
    if (turns[role] == CHAT_INSTRUCTION && !q->turns) /* it speaks before the conversation */
        return chat_anthropic_read_content(q, &found[1], ANTHROPIC_SYSTEM, &q->system, err);
    if (chat_anthropic_read_content(q, &found[1], places[role], &blocks, err) < 0)
        return -1;
    chat_add_turn_blocks(q, turns[role], &blocks);
    return 0;
}

static int read_messages(struct chat_request *q, const struct json *messages, struct error *err) {
    struct json message = {0};
    struct span rest = messages->text;
    while (value_next(messages, &rest, &message))
        if (read_message(q, &message, err) < 0)
            return -1;
    chat_settle_turns(q);
    return 0;
}

/* ---- tools ------------------------------------------------------------------------- */

static int read_function(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const names[] = {"type",   "name",          "description", "input_schema",
                                        "strict", "cache_control", NULL};
    struct chat_tool *tool = read_new_tool(q, value, TOOL_FUNCTION, err);
    struct json found[6];
    return !tool || read_members(q, value, names, found, err) < 0 ||
                   read_wanted_name(q, &found[1], "name", &tool->name, err) < 0 ||
                   read_string(&found[2], &tool->description, err) < 0 ||
                   read_schema(&found[3], &tool->schema, err) < 0 ||
                   read_flag(&found[4], &tool->strict, err) < 0 ||
                   chat_anthropic_read_cache(q, &found[5], &tool->cache, err) < 0
               ? -1
               : 0;
}

/* A tool that Anthropic knows by its type, and mostly runs. */
static int read_typed(struct chat_request *q, const struct json *value, const struct json *type,
                      struct error *err) {
    struct chat_tool *tool = read_new_tool(q, value, TOOL_HOSTED, err);
    struct json name = value_member(value, "name");
    if (!tool || read_wanted_name(q, type, "type", &tool->type, err) < 0)
        return -1;
    tool->name = tool->type;
    return value_given(&name) ? read_wanted_name(q, &name, "name", &tool->name, err) : 0;
}

static int read_tools(struct chat_request *q, const struct json *tools, struct error *err) {
    struct json tool = {0};
    struct span rest = tools->text;
    if (tools->type != SCAN_NONE && tools->type != SCAN_ARRAY)
        return value_bad(tools, "must be an array", err);
    while (value_next(tools, &rest, &tool)) {
        struct json type = value_member(&tool, "type");
        bool typed = value_given(&type) && (type.type != SCAN_STRING || !scan_equals(type.text, "custom"));
        if ((typed ? read_typed(q, &tool, &type, err) : read_function(q, &tool, err)) < 0)
            return -1;
    }
    return 0;
}

static int read_choice(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const names[] = {"type", "name", "disable_parallel_tool_use", NULL};
    static const char *const types[] = {"auto", "none", "any", "tool", NULL};
    struct json found[3];
    bool single = false;
    int type;
    if (value->type == SCAN_NONE)
        return 0;
    if (read_members(q, value, names, found, err) < 0)
        return -1;
    if (found[0].type == SCAN_NONE)
        return read_missing(value, "type", err);
    if (value_choice(&found[0], types, &type, err) < 0 ||
        (found[2].type != SCAN_NONE && value_bool(&found[2], &single, err) < 0))
        return -1;
    q->choice = CHOICE_AUTO + (enum chat_choice)type;
    if (found[2].type != SCAN_NONE)
        q->parallel = single ? FLAG_OFF : FLAG_ON;
    q->parallel_param = "tool_choice.disable_parallel_tool_use";
    return q->choice == CHOICE_NAMED ? read_wanted_name(q, &found[1], "name", &q->choice_name, err) : 0;
}

/* ---- settings ---------------------------------------------------------------------- */

/* Thoughts are shown unless the client says otherwise. */
static int read_display(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const displays[] = {"summarized", "omitted", "updates", NULL};
    enum { SUMMARIZED, OMITTED, UPDATES };
    int display = SUMMARIZED;
    if (value->type != SCAN_NONE && value_choice(value, displays, &display, err) < 0)
        return -1;
    q->reasoning.show = display == OMITTED ? FLAG_OFF : FLAG_ON;
    if (display == UPDATES) /* nobody else tells thoughts in that form */
        read_dropped(q, value);
    if (value->type != SCAN_NONE)
        q->reasoning.show_param = "thinking.display";
    return 0;
}

static int read_thinking(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const names[] = {"type", "budget_tokens", "display", NULL};
    static const char *const types[] = {"disabled", "enabled", "adaptive", "between_tools", NULL};
    enum { DISABLED, ENABLED, ADAPTIVE, BETWEEN_TOOLS };
    struct json found[3];
    int type;
    if (value->type == SCAN_NONE)
        return 0;
    if (read_members(q, value, names, found, err) < 0)
        return -1;
    if (found[0].type == SCAN_NONE)
        return read_missing(value, "type", err);
    if (value_choice(&found[0], types, &type, err) < 0)
        return -1;
    q->reasoning.param = "thinking";
    q->reasoning.off = type == DISABLED || type == BETWEEN_TOOLS;
    if (type == DISABLED)
        return 0;
    if (type == BETWEEN_TOOLS) /* nobody else can be told to do no more than that */
        read_dropped(q, &found[0]);
    q->reasoning.adaptive = type == ADAPTIVE;
    if (type == ENABLED && found[1].type == SCAN_NONE)
        return read_missing(value, "budget_tokens", err);
    if (type == ENABLED && value_int(&found[1], 1, BUDGET_MOST, &q->reasoning.budget, err) < 0)
        return -1;
    return read_display(q, &found[2], err);
}

static int read_format(struct chat_request *q, const struct json *value, const char *param,
                       struct error *err) {
    static const char *const names[] = {"type", "schema", NULL};
    static const char *const types[] = {"json_schema", NULL};
    struct json found[2];
    int type;
    if (value->type == SCAN_NONE)
        return 0;
    if (read_members(q, value, names, found, err) < 0)
        return -1;
    if (found[0].type == SCAN_NONE)
        return read_missing(value, "type", err);
    if (found[1].type == SCAN_NONE)
        return read_missing(value, "schema", err);
    q->format = FORMAT_SCHEMA;
    q->format_param = param;
    return value_choice(&found[0], types, &type, err) < 0 ? -1
                                                          : read_schema(&found[1], &q->format_schema, err);
}

static int read_effort(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const names[] = {"low", "medium", "high", "xhigh", "max", NULL};
    int effort;
    if (value->type == SCAN_NONE)
        return 0;
    if (value_choice(value, names, &effort, err) < 0)
        return -1;
    if (q->reasoning.off) { /* others know an effort only of thinking */
        read_dropped(q, value);
        return 0;
    }
    q->reasoning.effort = EFFORT_LOW + (enum chat_effort)effort;
    if (!q->reasoning.param)
        q->reasoning.param = "output_config.effort";
    return 0;
}

static int read_output(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const names[] = {"effort", "format", NULL};
    struct json found[2];
    if (value->type == SCAN_NONE)
        return 0;
    return read_members(q, value, names, found, err) < 0 || read_effort(q, &found[0], err) < 0 ||
                   read_format(q, &found[1], "output_config.format", err) < 0
               ? -1
               : 0;
}

static int read_user(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const names[] = {"user_id", NULL};
    struct json found[1];
    if (value->type == SCAN_NONE)
        return 0;
    return read_members(q, value, names, found, err) < 0
               ? -1
               : read_text(&found[0], "metadata.user_id", &q->user, err);
}

enum {
    MEMBER_MODEL,
    MEMBER_MAX_TOKENS,
    MEMBER_STREAM,
    MEMBER_SYSTEM,
    MEMBER_MESSAGES,
    MEMBER_TOOLS,
    MEMBER_CHOICE,
    MEMBER_THINKING,
    MEMBER_OUTPUT,
    MEMBER_FORMAT,
    MEMBER_METADATA,
    MEMBER_STOPS,
    MEMBER_TEMPERATURE,
    MEMBER_TOP_P,
    MEMBER_TOP_K,
    MEMBER_TIER,
    MEMBER__MAX
};
static const char *const names[] = {
    [MEMBER_MODEL] = "model",
    [MEMBER_MAX_TOKENS] = "max_tokens",
    [MEMBER_STREAM] = "stream",
    [MEMBER_SYSTEM] = "system",
    [MEMBER_MESSAGES] = "messages",
    [MEMBER_TOOLS] = "tools",
    [MEMBER_CHOICE] = "tool_choice",
    [MEMBER_THINKING] = "thinking",
    [MEMBER_OUTPUT] = "output_config",
    [MEMBER_FORMAT] = "output_format",
    [MEMBER_METADATA] = "metadata",
    [MEMBER_STOPS] = "stop_sequences",
    [MEMBER_TEMPERATURE] = "temperature",
    [MEMBER_TOP_P] = "top_p",
    [MEMBER_TOP_K] = "top_k",
    [MEMBER_TIER] = "service_tier",
    [MEMBER__MAX] = NULL,
};

static int read_settings(struct chat_request *q, const struct json *found, struct error *err) {
    q->stop_param = names[MEMBER_STOPS];
    q->max_output_param = names[MEMBER_MAX_TOKENS];
    if (found[MEMBER_STOPS].type != SCAN_NONE && found[MEMBER_STOPS].type != SCAN_ARRAY)
        return value_bad(&found[MEMBER_STOPS], "must be an array of strings", err);
    return read_thinking(q, &found[MEMBER_THINKING], err) < 0 ||
                   read_format(q, &found[MEMBER_FORMAT], names[MEMBER_FORMAT], err) < 0 ||
                   read_output(q, &found[MEMBER_OUTPUT], err) < 0 ||
                   read_user(q, &found[MEMBER_METADATA], err) < 0 ||
                   read_texts(q, &found[MEMBER_STOPS], STOPS_MOST, &q->stop, err) < 0 ||
                   read_number(&found[MEMBER_TEMPERATURE], "temperature", &q->temperature, err) < 0 ||
                   read_number(&found[MEMBER_TOP_P], "top_p", &q->top_p, err) < 0 ||
                   read_number(&found[MEMBER_TOP_K], "top_k", &q->top_k, err) < 0 ||
                   read_text(&found[MEMBER_TIER], "service_tier", &q->tier, err) < 0
               ? -1
               : 0;
}

int chat_anthropic_read_request(const struct chat_ask *ask, struct chat_request *q, struct error *err) {
    struct json whole = value_whole(ask->text), found[MEMBER__MAX];
    q->thought_param = "messages[].content[].thinking";
    return read_members(q, &whole, names, found, err) < 0 || read_system(q, &found[MEMBER_SYSTEM], err) < 0 ||
                   read_messages(q, &found[MEMBER_MESSAGES], err) < 0 ||
                   read_tools(q, &found[MEMBER_TOOLS], err) < 0 ||
                   read_choice(q, &found[MEMBER_CHOICE], err) < 0 || read_settings(q, found, err) < 0
               ? -1
               : 0;
}
