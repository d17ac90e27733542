/* Requests of the AIGNE framework: read into the canonical form. */
#include "canon/media.h"
#include "dialects/chat_framework.h"
#include "dialects/read.h"

#define BUDGET_MOST (INT64_C(1) << 31) /* tokens */

/* ---- marks for caching ------------------------------------------------------------ */

/* {"type":"ephemeral","ttl":…}: five minutes is what a mark means where nothing is said. */
static int read_mark(struct chat_request *q, const struct json *control, bool *cache, struct error *err) {
    static const char *const names[] = {"type", "ttl", NULL};
    struct json found[2];
    if (control->type == SCAN_NONE)
        return 0;
    if (read_members(q, control, names, found, err) < 0)
        return -1;
    if (found[1].type != SCAN_NONE && !(found[1].type == SCAN_STRING && scan_equals(found[1].text, "5m")))
        read_dropped(q, &found[1]);
    *cache = true;
    return 0;
}

/* ---- content --------------------------------------------------------------------------- */

enum {
    PART_TYPE,
    PART_TEXT,
    PART_URL,
    PART_DATA,
    PART_MIME,
    PART_FILENAME,
    PART_THINKS,
    PART_CACHE,
    PART__MAX
};
static const char *const part_names[] = {
    [PART_TYPE] = "type",         [PART_TEXT] = "text",          [PART_URL] = "url",
    [PART_DATA] = "data",         [PART_MIME] = "mimeType",      [PART_FILENAME] = "filename",
    [PART_THINKS] = "isThinking", [PART_CACHE] = "cacheControl", [PART__MAX] = NULL,
};

/* An agent's own thoughts come back as texts that say so. */
static int read_text_part(struct chat_request *q, const struct json *found, enum chat_role role,
                          struct chat_blocks *into, struct error *err) {
    enum chat_flag thinks = FLAG_UNSET;
    if (read_flag(&found[PART_THINKS], &thinks, err) < 0)
        return -1;
    bool thought = thinks == FLAG_ON && role == CHAT_ASSISTANT;
    struct chat_block *block = chat_add_block(q->arena, into, thought ? CHAT_THOUGHT : CHAT_TEXT);
    return value_string(&found[PART_TEXT], &block->text, err) < 0 ||
                   read_mark(q, &found[PART_CACHE], &block->cache, err) < 0
               ? -1
               : 0;
}

/* The name of a picture is of no use to a model. */
static int read_title(const struct json *filename, struct chat_media *media, struct error *err) {
    struct span title = {0};
    if (read_string(filename, &title, err) < 0)
        return -1;
    if (media->kind == MEDIA_FILE)
        media->title = title;
    return 0;
}

static int read_media(struct chat_request *q, const struct json *found, struct chat_block *block,
                      struct error *err) {
    struct chat_media *media = &block->media;
    bool by_url = found[PART_URL].type != SCAN_NONE;
    const struct json *value = &found[by_url ? PART_URL : PART_DATA];
    char place[JSON_PATH];
    const char *mime;
    if (read_name(q, &found[PART_MIME], &mime, err) < 0 ||
        read_mark(q, &found[PART_CACHE], &block->cache, err) < 0)
        return -1;
    media->place = arena_strdup(q->arena, value_place(value, place));
    media->kind = media_kind(mime, by_url ? MEDIA_IMAGE : MEDIA_FILE);
    return (by_url ? media_read_url(media, value, q->arena, err)
                   : media_read_base64(media, value, mime, q->arena, err)) < 0
               ? -1
               : read_title(&found[PART_FILENAME], media, err);
}

static int read_part(struct chat_request *q, const struct json *part, enum chat_role role,
                     struct chat_blocks *into, struct error *err) {
    static const char *const types[] = {"text", "url", "file", NULL};
    struct json found[PART__MAX];
    int type;
    if (read_members(q, part, part_names, found, err) < 0)
        return -1;
    if (found[PART_TYPE].type == SCAN_NONE)
        return read_missing(part, "type", err);
    if (value_choice(&found[PART_TYPE], types, &type, err) < 0)
        return -1;
    for (int i = PART_TEXT; i <= PART_DATA; i++)
        if (i != PART_TEXT + type && found[i].type != SCAN_NONE)
            return value_bad(&found[i], "does not belong to a part of this type", err);
    if (found[PART_TEXT + type].type == SCAN_NONE)
        return read_missing(part, part_names[PART_TEXT + type], err);
    if (PART_TEXT + type == PART_TEXT)
        return read_text_part(q, found, role, into, err);
    return read_media(q, found, chat_add_block(q->arena, into, CHAT_MEDIA), err);
}

/* ---- messages --------------------------------------------------------------------------- */

enum {
    MESSAGE_ROLE,
    MESSAGE_CONTENT,
    MESSAGE_CALLS,
    MESSAGE_CALL_ID,
    MESSAGE_NAME,
    MESSAGE_CACHE,
    MESSAGE__MAX
};
static const char *const message_names[] = {
    [MESSAGE_ROLE] = "role",       [MESSAGE_CONTENT] = "content",
    [MESSAGE_CALLS] = "toolCalls", [MESSAGE_CALL_ID] = "toolCallId",
    [MESSAGE_NAME] = "name",       [MESSAGE_CACHE] = "cacheControl",
    [MESSAGE__MAX] = NULL,
};

/* The content of a message; its mark for caching is one of its last part. */
static int read_said(struct chat_request *q, const struct json *found, enum chat_role role,
                     struct chat_blocks *into, struct error *err) {
    bool cache = false;
    if (read_message_content(q, &found[MESSAGE_CONTENT], role, read_part, into, err) < 0 ||
        read_mark(q, &found[MESSAGE_CACHE], &cache, err) < 0)
        return -1;
    if (into->last)
        into->last->cache |= cache;
    return 0;
}

static int read_instruction(struct chat_request *q, const struct json *found, struct error *err) {
    struct chat_blocks texts = {0};
    if (read_said(q, found, CHAT_INSTRUCTION, &texts, err) < 0)
        return -1;
    for (struct chat_block *block = texts.first; block; block = block->next) {
        if (block->kind != CHAT_TEXT)
            return value_bad(&found[MESSAGE_CONTENT], "must be text in this role", err);
        struct chat_block *made = q->turns ? chat_add_turn_block(q, CHAT_INSTRUCTION, CHAT_TEXT)
                                           : chat_add_block(q->arena, &q->system, CHAT_TEXT);
        made->text = block->text;
        made->cache = block->cache;
    }
    return 0;
}

static int read_user(struct chat_request *q, const struct json *found, struct error *err) {
    struct chat_blocks blocks = {0};
    if (found[MESSAGE_NAME].type != SCAN_NONE)
        read_dropped(q, &found[MESSAGE_NAME]);
    if (found[MESSAGE_CONTENT].type == SCAN_NONE)
        return read_missing(found[MESSAGE_CONTENT].in, "content", err);
    if (read_said(q, found, CHAT_USER, &blocks, err) < 0)
        return -1;
    chat_add_turn_blocks(q, CHAT_USER, &blocks);
    return 0;
}

static int read_called(struct chat_request *q, const struct json *value, struct chat_call *call,
                       struct error *err) {
    static const char *const names[] = {"name", "arguments", NULL};
    struct json found[2];
    return read_members(q, value, names, found, err) < 0 ||
                   read_wanted_name(q, &found[0], "name", &call->name, err) < 0 ||
                   read_schema(&found[1], &call->args, err) < 0
               ? -1
               : 0;
}

static int read_call(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const names[] = {"id", "type", "function", NULL}, *const types[] = {"function", NULL};
    struct chat_call *call = &chat_add_turn_block(q, CHAT_ASSISTANT, CHAT_CALL)->call;
    struct json found[3];
    int type;
    if (read_members(q, value, names, found, err) < 0 ||
        read_wanted_name(q, &found[0], "id", &call->id, err) < 0 ||
        (found[1].type != SCAN_NONE && value_choice(&found[1], types, &type, err) < 0))
        return -1;
    return found[2].type == SCAN_NONE ? read_missing(value, "function", err)
                                      : read_called(q, &found[2], call, err);
}

static int read_agent(struct chat_request *q, const struct json *found, struct error *err) {
    const struct json *calls = &found[MESSAGE_CALLS];
    struct chat_blocks blocks = {0};
    struct json call = {0};
    struct span rest = calls->text;
    if (found[MESSAGE_NAME].type != SCAN_NONE)
        read_dropped(q, &found[MESSAGE_NAME]);
    if (read_said(q, found, CHAT_ASSISTANT, &blocks, err) < 0)
        return -1;
    chat_add_turn_blocks(q, CHAT_ASSISTANT, &blocks);
    if (calls->type != SCAN_NONE && calls->type != SCAN_ARRAY)
        return value_bad(calls, "must be an array", err);
    while (value_next(calls, &rest, &call))
        if (read_call(q, &call, err) < 0)
            return -1;
    return 0;
}

static int read_result(struct chat_request *q, const struct json *found, struct error *err) {
    struct chat_block *block = chat_add_turn_block(q, CHAT_USER, CHAT_RESULT);
    return read_wanted_name(q, &found[MESSAGE_CALL_ID], "toolCallId", &block->result.id, err) < 0 ||
                   read_message_content(q, &found[MESSAGE_CONTENT], CHAT_USER, read_part,
                                        &block->result.content, err) < 0 ||
                   read_mark(q, &found[MESSAGE_CACHE], &block->cache, err) < 0
               ? -1
               : 0;
}

/* Who does not call the assistant an agent means the same. */
static int read_message(struct chat_request *q, const struct json *message, struct error *err) {
    static const char *const roles[] = {"system", "user", "agent", "tool", "assistant", NULL};
    enum { SYSTEM, USER, AGENT, TOOL };
    struct json found[MESSAGE__MAX];
    int role;
    if (read_members(q, message, message_names, found, err) < 0)
        return -1;
    if (found[MESSAGE_ROLE].type == SCAN_NONE)
        return read_missing(message, "role", err);
    if (value_choice(&found[MESSAGE_ROLE], roles, &role, err) < 0)
        return -1;
    switch (role) {
    case SYSTEM:
        return read_instruction(q, found, err);
    case USER:
        return read_user(q, found, err);
    case TOOL:
        return read_result(q, found, err);
    default:
        return read_agent(q, found, err);
    }
}

static int read_messages(struct chat_request *q, const struct json *messages, struct error *err) {
    struct json message = {0};
    struct span rest = messages->text;
    while (value_next(messages, &rest, &message))
        if (read_message(q, &message, err) < 0)
            return -1;
    return 0;
}

/* ---- tools ---------------------------------------------------------------------------------- */

static int read_tool(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const names[] = {"type", "function", "cacheControl", NULL};
    static const char *const types[] = {"function", NULL};
    struct chat_tool *tool = read_new_tool(q, value, TOOL_FUNCTION, err);
    struct json found[3];
    int type;
    if (!tool || read_members(q, value, names, found, err) < 0 ||
        (found[0].type != SCAN_NONE && value_choice(&found[0], types, &type, err) < 0) ||
        read_mark(q, &found[2], &tool->cache, err) < 0)
        return -1;
    return found[1].type == SCAN_NONE ? read_missing(value, "function", err)
                                      : read_tool_function(q, &found[1], tool, err);
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

/* A word, or a tool as it is declared, of which the name matters. */
static int read_choice(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const modes[] = {"auto", "none", "required", NULL};
    static const enum chat_choice choices[] = {CHOICE_AUTO, CHOICE_NONE, CHOICE_ANY};
    int mode;
    q->choice_param = "input.toolChoice";
    if (value->type == SCAN_NONE)
        return 0;
    if (value->type == SCAN_STRING) {
        if (value_choice(value, modes, &mode, err) < 0)
            return -1;
        q->choice = choices[mode];
        return 0;
    }
    if (value->type != SCAN_OBJECT)
        return value_bad(value, "must be a string or a tool", err);
    struct json function = value_member(value, "function"), name = value_member(&function, "name");
    if (function.type != SCAN_OBJECT)
        return read_missing(value, "function", err);
    q->choice = CHOICE_NAMED;
    return read_wanted_name(q, &name, "name", &q->choice_name, err);
}

/* ---- settings ---------------------------------------------------------------------------------- */

static int read_schema_format(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const names[] = {"name", "description", "schema", "strict", NULL};
    struct json found[4];
    return read_members(q, value, names, found, err) < 0 ||
                   read_wanted_name(q, &found[0], "name", &q->format_name, err) < 0 ||
                   read_string(&found[1], &q->format_description, err) < 0 ||
                   read_schema(&found[2], &q->format_schema, err) < 0 ||
                   read_flag(&found[3], &q->format_strict, err) < 0
               ? -1
               : 0;
}

static int read_format(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const names[] = {"type", "jsonSchema", NULL};
    static const char *const types[] = {"text", "json_object", "json_schema", NULL};
    struct json found[2];
    int type;
    q->format_param = "input.responseFormat";
    if (value->type == SCAN_NONE)
        return 0;
    if (read_members(q, value, names, found, err) < 0)
        return -1;
    if (found[0].type == SCAN_NONE)
        return read_missing(value, "type", err);
    if (value_choice(&found[0], types, &type, err) < 0)
        return -1;
    q->format = FORMAT_TEXT + (enum chat_format)type;
    if (q->format != FORMAT_SCHEMA)
        return 0;
    return found[1].type == SCAN_NONE ? read_missing(value, "jsonSchema", err)
                                      : read_schema_format(q, &found[1], err);
}

/* A word, or a budget of tokens. */
static int read_effort(struct chat_request *q, const struct json *value, struct error *err) {
    int effort;
    if (value->type == SCAN_NONE)
        return 0;
    q->reasoning.param = "input.modelOptions.reasoningEffort";
    if (value->type == SCAN_NUMBER) {
        if (value_int(value, 0, BUDGET_MOST, &q->reasoning.budget, err) < 0)
            return -1;
        q->reasoning.off = q->reasoning.budget == 0;
        return 0;
    }
    if (value_choice(value, chat_effort_names, &effort, err) < 0)
        return -1;
    q->reasoning.effort = EFFORT_NONE + (enum chat_effort)effort;
    return 0;
}

/* ---- what is to be cached -------------------------------------------------------------------------- */

static bool any_marked(const struct chat_blocks *blocks) {
    for (const struct chat_block *block = blocks->first; block; block = block->next)
        if (block->cache)
            return true;
    return false;
}

static bool has_marks(const struct chat_request *q) {
    for (const struct chat_tool *tool = q->tools; tool; tool = tool->next)
        if (tool->cache)
            return true;
    for (const struct chat_turn *turn = q->turns; turn; turn = turn->next)
        if (any_marked(&turn->blocks))
            return true;
    return any_marked(&q->system);
}

static void remove_marks_of(struct chat_blocks *blocks) {
    for (struct chat_block *block = blocks->first; block; block = block->next)
        block->cache = false;
}

static void remove_marks(struct chat_request *q) {
    for (struct chat_tool *tool = q->tools; tool; tool = tool->next)
        tool->cache = false;
    for (struct chat_turn *turn = q->turns; turn; turn = turn->next)
        remove_marks_of(&turn->blocks);
    remove_marks_of(&q->system);
}

/* Marks the ends of what a conversation repeats. */
static void guess_marks(struct chat_request *q, bool tools, bool system, bool last_message) {
    q->cache_guessed = true;
    if (tools && q->last_tool)
        q->last_tool->cache = true;
    if (system && q->system.last)
        q->system.last->cache = true;
    if (last_message && q->last && q->last->blocks.last)
        q->last->blocks.last->cache = true;
}

/* The clients of the framework say it with each request. Who marked something knows better. */
static int read_caching(struct chat_request *q, const struct json *value, struct error *err) {
    enum { ENABLED, TTL, STRATEGY, BREAKPOINTS, NAMES };
    static const char *const names[] = {
        [ENABLED] = "enabled", [TTL] = "ttl", [STRATEGY] = "strategy", [BREAKPOINTS] = "autoBreakpoints",
        [NAMES] = NULL,
    };
    static const char *const ends[] = {"tools", "system", "lastMessage", NULL};
    static const char *const strategies[] = {"auto", "manual", NULL};
    enum { AUTO };
    enum chat_flag enabled = FLAG_UNSET, wanted[3] = {FLAG_UNSET};
    struct json found[NAMES], end[3] = {0};
    int strategy = AUTO;
    if (value->type == SCAN_NONE)
        return 0;
    if (read_members(q, value, names, found, err) < 0 || read_flag(&found[ENABLED], &enabled, err) < 0 ||
        (found[STRATEGY].type != SCAN_NONE &&
         value_choice(&found[STRATEGY], strategies, &strategy, err) < 0) ||
        (found[BREAKPOINTS].type != SCAN_NONE && read_members(q, &found[BREAKPOINTS], ends, end, err) < 0))
        return -1;
    for (int i = 0; i < 3; i++)
        if (read_flag(&end[i], &wanted[i], err) < 0)
            return -1;
    if (found[TTL].type != SCAN_NONE &&
        !(found[TTL].type == SCAN_STRING && scan_equals(found[TTL].text, "5m")))
        read_dropped(q, &found[TTL]);
    if (enabled == FLAG_OFF)
        remove_marks(q);
    else if (strategy == AUTO && !has_marks(q))
        guess_marks(q, wanted[0] != FLAG_OFF, wanted[1] != FLAG_OFF, wanted[2] == FLAG_ON);
    return 0;
}

/* ---- the whole ------------------------------------------------------------------------------------- */

enum {
    OPTION_MODEL,
    OPTION_MAX_TOKENS,
    OPTION_TEMPERATURE,
    OPTION_TOP_P,
    OPTION_TOP_K,
    OPTION_SEED,
    OPTION_STOP,
    OPTION_FREQUENCY_PENALTY,
    OPTION_PRESENCE_PENALTY,
    OPTION_PARALLEL,
    OPTION_MODALITIES,
    OPTION_EFFORT,
    OPTION_CACHING,
    OPTION_FILE_TYPE, /* what the client itself does with files, before it sends them */
    OPTION__MAX
};
static const char *const option_names[] = {
    [OPTION_MODEL] = "model",
    [OPTION_MAX_TOKENS] = "maxTokens",
    [OPTION_TEMPERATURE] = "temperature",
    [OPTION_TOP_P] = "topP",
    [OPTION_TOP_K] = "topK",
    [OPTION_SEED] = "seed",
    [OPTION_STOP] = "stop",
    [OPTION_FREQUENCY_PENALTY] = "frequencyPenalty",
    [OPTION_PRESENCE_PENALTY] = "presencePenalty",
    [OPTION_PARALLEL] = "parallelToolCalls",
    [OPTION_MODALITIES] = "modalities",
    [OPTION_EFFORT] = "reasoningEffort",
    [OPTION_CACHING] = "cacheConfig",
    [OPTION_FILE_TYPE] = "preferInputFileType",
    [OPTION__MAX] = NULL,
};

#define STOPS_MOST 4

static int read_model_options(struct chat_request *q, const struct json *value, struct error *err) {
    struct json found[OPTION__MAX];
    const struct {
        int member;
        const char *param;
        struct chat_option *into;
    } rows[] = {
        {OPTION_TEMPERATURE, "input.modelOptions.temperature", &q->temperature},
        {OPTION_TOP_P, "input.modelOptions.topP", &q->top_p},
        {OPTION_TOP_K, "input.modelOptions.topK", &q->top_k},
        {OPTION_SEED, "input.modelOptions.seed", &q->seed},
        {OPTION_FREQUENCY_PENALTY, "input.modelOptions.frequencyPenalty", &q->frequency_penalty},
        {OPTION_PRESENCE_PENALTY, "input.modelOptions.presencePenalty", &q->presence_penalty},
    };
    q->max_output_param = "input.modelOptions.maxTokens";
    q->parallel_param = "input.modelOptions.parallelToolCalls";
    q->stop_param = "input.modelOptions.stop";
    if (value->type == SCAN_NONE)
        return 0;
    if (read_members(q, value, option_names, found, err) < 0)
        return -1;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (read_number(&found[rows[i].member], rows[i].param, rows[i].into, err) < 0)
            return -1;
    return read_texts(q, &found[OPTION_STOP], STOPS_MOST, &q->stop, err) < 0 ||
                   read_flag(&found[OPTION_PARALLEL], &q->parallel, err) < 0 ||
                   read_text_alone(&found[OPTION_MODALITIES], err) < 0 ||
                   read_effort(q, &found[OPTION_EFFORT], err) < 0 ||
                   read_caching(q, &found[OPTION_CACHING], err) < 0
               ? -1
               : 0;
}

/* Who asks for files by their URL gets none from a model that answers in text: `outputFileType` says nothing
 * here. */
static int read_input(struct chat_request *q, const struct json *input, struct error *err) {
    enum { MESSAGES, TOOLS, CHOICE, FORMAT, MODEL_OPTIONS, MODEL, FILE_TYPE, NAMES };
    static const char *const names[] = {
        [MESSAGES] = "messages",          [TOOLS] = "tools",
        [CHOICE] = "toolChoice",          [FORMAT] = "responseFormat",
        [MODEL_OPTIONS] = "modelOptions", [MODEL] = "model",
        [FILE_TYPE] = "outputFileType",   [NAMES] = NULL,
    };
    struct json found[NAMES];
    if (read_members(q, input, names, found, err) < 0 || read_messages(q, &found[MESSAGES], err) < 0)
        return -1;
    chat_settle_turns(q);
    return read_tools(q, &found[TOOLS], err) < 0 || read_choice(q, &found[CHOICE], err) < 0 ||
                   read_format(q, &found[FORMAT], err) < 0 ||
                   read_model_options(q, &found[MODEL_OPTIONS], err) < 0
               ? -1
               : 0;
}

/* What concerns an agent that is called, which a model is not, is nothing to be lost while it is empty. */
static int read_options(struct chat_request *q, const struct json *options, struct error *err) {
    enum { STREAMING, PROGRESS, CONTEXT, NAMES };
    static const char *const names[] = {[STREAMING] = "streaming",
                                        [PROGRESS] = "returnProgressChunks",
                                        [CONTEXT] = "userContext",
                                        [NAMES] = NULL};
    struct json found[NAMES];
    if (options->type == SCAN_NONE)
        return 0;
    if (read_members(q, options, names, found, err) < 0)
        return -1;
    if (found[PROGRESS].type == SCAN_TRUE)
        read_dropped(q, &found[PROGRESS]);
    if (found[CONTEXT].type != SCAN_NONE && !chat_is_nothing(found[CONTEXT].text))
        read_dropped(q, &found[CONTEXT]);
    return 0;
}

int chat_framework_read_request(const struct chat_ask *ask, struct chat_request *q, struct error *err) {
    enum { INPUT, OPTIONS, MODEL, AGENT, NAMES };
    static const char *const names[] = {
        [INPUT] = "input", [OPTIONS] = "options", [MODEL] = "model", [AGENT] = "agent", [NAMES] = NULL};
    struct json whole = value_whole(ask->text), found[NAMES];
    q->thought_param = "input.messages[].content[].isThinking";
    q->cache_param = "cacheControl";
    return read_members(q, &whole, names, found, err) < 0 || read_input(q, &found[INPUT], err) < 0 ||
                   read_options(q, &found[OPTIONS], err) < 0
               ? -1
               : 0;
}
