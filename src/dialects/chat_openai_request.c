/* Requests of OpenAI's Chat Completions: read into the canonical form. */
#include <string.h>

#include "canon/media.h"
#include "dialects/chat_openai.h"
#include "dialects/read.h"

/* ---- reading: content ----------------------------------------------------------- */

enum { PART_TYPE, PART_TEXT, PART_REFUSAL, PART_IMAGE, PART_AUDIO, PART_FILE, PART__MAX };
static const char *const part_names[] = {
    [PART_TYPE] = "type",       [PART_TEXT] = "text",         [PART_REFUSAL] = "refusal",
    [PART_IMAGE] = "image_url", [PART_AUDIO] = "input_audio", [PART_FILE] = "file",
    [PART__MAX] = NULL,
};

static int read_image(struct chat_request *q, const struct json *value, struct chat_media *media,
                      struct error *err) {
    static const char *const names[] = {"url", "detail", NULL};
    struct json found[2];
    if (read_members(q, value, names, found, err) < 0)
        return -1;
    if (found[0].type == SCAN_NONE)
        return read_missing(value, "url", err);
    return media_read_url(media, &found[0], q->arena, err) < 0 ||
                   read_name(q, &found[1], &media->detail, err) < 0
               ? -1
               : 0;
}

static int read_audio(struct chat_request *q, const struct json *value, struct chat_media *media,
                      struct error *err) {
    static const char *const names[] = {"data", "format", NULL};
    struct json found[2];
    const char *format;
    if (read_members(q, value, names, found, err) < 0 ||
        read_wanted_name(q, &found[1], "format", &format, err) < 0)
        return -1;
    if (found[0].type == SCAN_NONE)
        return read_missing(value, "data", err);
    media->kind = MEDIA_AUDIO;
    return media_read_base64(media, &found[0], arena_printf(q->arena, "audio/%s", format), q->arena, err);
}

static int read_file(struct chat_request *q, const struct json *value, struct chat_media *media,
                     struct error *err) {
    static const char *const names[] = {"file_data", "file_id", "filename", NULL};
    struct json found[3];
    media->kind = MEDIA_FILE;
    if (read_members(q, value, names, found, err) < 0 || read_string(&found[1], &media->file, err) < 0 ||
        read_string(&found[2], &media->title, err) < 0)
        return -1;
    if (found[0].type == SCAN_NONE)
        return media->file.at ? 0 : read_missing(value, "file_data", err);
    return found[0].type == SCAN_STRING && memchr(found[0].text.at, ':', found[0].text.len)
               ? media_read_url(media, &found[0], q->arena, err)
               : media_read_base64(media, &found[0], NULL, q->arena, err);
}

static int read_media(struct chat_request *q, const struct json *value, int type, struct chat_media *media,
                      struct error *err) {
    char place[JSON_PATH];
    media->place = arena_strdup(q->arena, value_place(value, place));
    return type == PART_IMAGE   ? read_image(q, value, media, err)
           : type == PART_AUDIO ? read_audio(q, value, media, err)
                                : read_file(q, value, media, err);
}

static int read_part(struct chat_request *q, const struct json *part, enum chat_role role,
                     struct chat_blocks *into, struct error *err) {
    static const char *const types[] = {"text", "refusal", "image_url", "input_audio", "file", NULL};
    struct json found[PART__MAX];
    int type;
    if (read_members(q, part, part_names, found, err) < 0)
        return -1;
    if (found[PART_TYPE].type == SCAN_NONE)
        return read_missing(part, "type", err);
    if (value_choice(&found[PART_TYPE], types, &type, err) < 0)
        return -1;
    const struct json *value = &found[type += PART_TEXT];
    if (value->type == SCAN_NONE)
        return read_missing(part, part_names[type], err);
    if (type == PART_REFUSAL && role != CHAT_ASSISTANT)
        return value_bad(value, "is the assistant's alone", err);
    if (type > PART_REFUSAL)
        return read_media(q, value, type, &chat_add_block(q->arena, into, CHAT_MEDIA)->media, err);
    struct chat_block *block = chat_add_block(q->arena, into, type == PART_TEXT ? CHAT_TEXT : CHAT_REFUSAL);
    return value_string(value, &block->text, err);
}

/* ---- reading: messages ------------------------------------------------------------- */

enum {
    MESSAGE_ROLE,
    MESSAGE_CONTENT,
    MESSAGE_REFUSAL,
    MESSAGE_TOOL_CALLS,
    MESSAGE_CALL_ID,
    MESSAGE_NAME,
    MESSAGE_REASONING_CONTENT,
    MESSAGE_REASONING,
    MESSAGE_FUNCTION_CALL,
    MESSAGE__MAX
};
static const char *const message_names[] = {
    [MESSAGE_ROLE] = "role",
    [MESSAGE_CONTENT] = "content",
    [MESSAGE_REFUSAL] = "refusal",
    [MESSAGE_TOOL_CALLS] = "tool_calls",
    [MESSAGE_CALL_ID] = "tool_call_id",
    [MESSAGE_NAME] = "name",
    [MESSAGE_REASONING_CONTENT] = "reasoning_content",
    [MESSAGE_REASONING] = "reasoning",
    [MESSAGE_FUNCTION_CALL] = "function_call",
    [MESSAGE__MAX] = NULL,
};

/* A system or developer speaks before the conversation or in its middle. */
static int read_instruction(struct chat_request *q, const struct json *found, struct error *err) {
    struct chat_blocks texts = {0};
    if (read_message_content(q, &found[MESSAGE_CONTENT], CHAT_INSTRUCTION, read_part, &texts, err) < 0)
        return -1;
    for (struct chat_block *block = texts.first; block; block = block->next) {
        if (block->kind != CHAT_TEXT)
            return value_bad(&found[MESSAGE_CONTENT], "must be text in this role", err);
        if (q->turns)
            chat_add_turn_block(q, CHAT_INSTRUCTION, CHAT_TEXT)->text = block->text;
        else
            chat_add_block(q->arena, &q->system, CHAT_TEXT)->text = block->text;
    }
    return 0;
}

static int read_user(struct chat_request *q, const struct json *found, struct error *err) {
    struct chat_blocks blocks = {0};
    if (found[MESSAGE_NAME].type != SCAN_NONE)
        read_dropped(q, &found[MESSAGE_NAME]);
    if (found[MESSAGE_CONTENT].type == SCAN_NONE)
        return read_missing(found[MESSAGE_CONTENT].in, "content", err);
    if (read_message_content(q, &found[MESSAGE_CONTENT], CHAT_USER, read_part, &blocks, err) < 0)
        return -1;
    chat_add_turn_blocks(q, CHAT_USER, &blocks);
    return 0;
}

static int read_arguments(struct chat_request *q, const struct json *value, struct span *into,
                          struct error *err) {
    struct span text = {0};
    if (value->type == SCAN_NONE)
        return 0;
    if (value_string(value, &text, err) < 0)
        return -1;
    *into = chat_unquote(q->arena, text);
    return 0;
}

/* The function or custom member of a call. */
static int read_called(struct chat_request *q, const struct json *value, struct chat_call *call,
                       struct error *err) {
    static const char *const function[] = {"name", "arguments", NULL}, *const custom[] = {"name", "input",
                                                                                          NULL};
    struct json found[2];
    return read_members(q, value, call->custom ? custom : function, found, err) < 0 ||
                   read_wanted_name(q, &found[0], "name", &call->name, err) < 0 ||
                   read_arguments(q, &found[1], &call->args, err) < 0
               ? -1
               : 0;
}

static int read_call(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const names[] = {"id", "type", "function", "custom", NULL};
    struct chat_call *call = &chat_add_turn_block(q, CHAT_ASSISTANT, CHAT_CALL)->call;
    struct json found[4];
    if (read_members(q, value, names, found, err) < 0 ||
        read_wanted_name(q, &found[0], "id", &call->id, err) < 0)
        return -1;
    call->custom = found[3].type != SCAN_NONE;
    if (!call->custom && found[2].type == SCAN_NONE)
        return read_missing(value, "function", err);
    return read_called(q, &found[call->custom ? 3 : 2], call, err);
}

/* Before tool calls there was one function at a time, without an id: its name serves as one. */
static int read_old_call(struct chat_request *q, const struct json *value, struct error *err) {
    struct chat_call *call = &chat_add_turn_block(q, CHAT_ASSISTANT, CHAT_CALL)->call;
    if (read_called(q, value, call, err) < 0)
        return -1;
    call->id = call->name;
    return 0;
}

static int read_thought(struct chat_request *q, const struct json *value, struct error *err) {
    if (value->type == SCAN_NONE)
        return 0;
    struct chat_block *block = chat_add_turn_block(q, CHAT_ASSISTANT, CHAT_THOUGHT);
    return value_string(value, &block->text, err);
}

static int read_assistant(struct chat_request *q, const struct json *found, struct error *err) {
    const struct json *calls = &found[MESSAGE_TOOL_CALLS], *reasoning = &found[MESSAGE_REASONING_CONTENT];
    struct chat_blocks blocks = {0};
    struct json call = {0};
    struct span rest = calls->text;
    if (found[MESSAGE_NAME].type != SCAN_NONE)
        read_dropped(q, &found[MESSAGE_NAME]);
    if (reasoning->type == SCAN_NONE)
        reasoning = &found[MESSAGE_REASONING];
    if (read_thought(q, reasoning, err) < 0 ||
        read_message_content(q, &found[MESSAGE_CONTENT], CHAT_ASSISTANT, read_part, &blocks, err) < 0)
        return -1;
    chat_add_turn_blocks(q, CHAT_ASSISTANT, &blocks);
    if (found[MESSAGE_REFUSAL].type != SCAN_NONE &&
        value_string(&found[MESSAGE_REFUSAL], &chat_add_turn_block(q, CHAT_ASSISTANT, CHAT_REFUSAL)->text,
                     err) < 0)
        return -1;
    if (calls->type != SCAN_NONE && calls->type != SCAN_ARRAY)
        return value_bad(calls, "must be an array", err);
    while (value_next(calls, &rest, &call))
        if (read_call(q, &call, err) < 0)
            return -1;
    return found[MESSAGE_FUNCTION_CALL].type == SCAN_NONE
               ? 0
               : read_old_call(q, &found[MESSAGE_FUNCTION_CALL], err);
}

static int read_result(struct chat_request *q, const struct json *found, const struct json *id,
                       const char *member, struct error *err) {
    struct chat_result *result = &chat_add_turn_block(q, CHAT_USER, CHAT_RESULT)->result;
    return read_wanted_name(q, id, member, &result->id, err) < 0 ||
                   read_message_content(q, &found[MESSAGE_CONTENT], CHAT_USER, read_part, &result->content,
                                        err) < 0
               ? -1
               : 0;
}

int chat_openai_read_message(struct chat_request *q, const struct json *message, struct error *err) {
    static const char *const roles[] = {"system", "developer", "user", "assistant", "tool", "function", NULL};
    enum { SYSTEM, DEVELOPER, USER, ASSISTANT, TOOL, FUNCTION };
    struct json found[MESSAGE__MAX];
    int role;
    if (read_members(q, message, message_names, found, err) < 0)
        return -1;
    if (found[MESSAGE_ROLE].type == SCAN_NONE)
        return read_missing(message, "role", err);
    if (value_choice(&found[MESSAGE_ROLE], roles, &role, err) < 0)
        return -1;
    switch (role) {
    case USER:
        return read_user(q, found, err);
    case ASSISTANT:
        return read_assistant(q, found, err);
    case TOOL:
        return read_result(q, found, &found[MESSAGE_CALL_ID], "tool_call_id", err);
    case FUNCTION:
        return read_result(q, found, &found[MESSAGE_NAME], "name", err);
    default:
        return read_instruction(q, found, err);
    }
}

static int read_messages(struct chat_request *q, const struct json *messages, struct error *err) {
    struct json message = {0};
    struct span rest = messages->text;
    while (value_next(messages, &rest, &message))
        if (chat_openai_read_message(q, &message, err) < 0)
            return -1;
    chat_settle_turns(q);
    return 0;
}

/* ---- reading: tools ------------------------------------------------------------------ */

/* {"type":"grammar","grammar":{"syntax":…,"definition":…}}; the canonical form is without the outer object.
 */
static int read_grammar(const struct json *format, struct chat_tool *tool, struct error *err) {
    struct json grammar = value_member(format, "grammar");
    if (format->type != SCAN_NONE && format->type != SCAN_OBJECT)
        return value_bad(format, "must be an object", err);
    return value_given(&grammar) ? value_object(&grammar, &tool->grammar, err) : 0;
}

static int read_custom(struct chat_request *q, const struct json *value, struct chat_tool *tool,
                       struct error *err) {
    static const char *const names[] = {"name", "description", "format", NULL};
    struct json found[3];
    return read_members(q, value, names, found, err) < 0 ||
                   read_wanted_name(q, &found[0], "name", &tool->name, err) < 0 ||
                   read_string(&found[1], &tool->description, err) < 0 ||
                   read_grammar(&found[2], tool, err) < 0
               ? -1
               : 0;
}

static int read_tool(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const names[] = {"type", "function", "custom", NULL};
    static const char *const types[] = {"function", "custom", NULL};
    struct json found[3];
    int type;
    if (read_members(q, value, names, found, err) < 0)
        return -1;
    if (found[0].type == SCAN_NONE)
        return read_missing(value, "type", err);
    if (value_choice(&found[0], types, &type, err) < 0)
        return -1;
    if (found[1 + type].type == SCAN_NONE)
        return read_missing(value, types[type], err);
    struct chat_tool *tool = read_new_tool(q, value, type == 0 ? TOOL_FUNCTION : TOOL_CUSTOM, err);
    if (!tool)
        return -1;
    return type == 0 ? read_tool_function(q, &found[1], tool, err) : read_custom(q, &found[2], tool, err);
}

static int read_tools(struct chat_request *q, const struct json *tools, const struct json *functions,
                      struct error *err) {
    struct json item = {0};
    struct span rest = tools->text;
    if (tools->type != SCAN_NONE && tools->type != SCAN_ARRAY)
        return value_bad(tools, "must be an array", err);
    while (value_next(tools, &rest, &item))
        if (read_tool(q, &item, err) < 0)
            return -1;
    if (functions->type != SCAN_NONE && functions->type != SCAN_ARRAY)
        return value_bad(functions, "must be an array", err);
    rest = functions->text;
    item = (struct json){0};
    while (value_next(functions, &rest, &item)) {
        struct chat_tool *tool = read_new_tool(q, &item, TOOL_FUNCTION, err);
        if (!tool || read_tool_function(q, &item, tool, err) < 0)
            return -1;
    }
    return 0;
}

/* {"name":…}; of tool choices it is the inner object. */
static int read_named_choice(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const names[] = {"name", NULL};
    struct json found[1];
    q->choice = CHOICE_NAMED;
    return read_members(q, value, names, found, err) < 0
               ? -1
               : read_wanted_name(q, &found[0], "name", &q->choice_name, err);
}

/* {"type":"function","function":{"name":…}}, or the same of a custom tool. */
static int read_allowed_tool(struct chat_request *q, const struct json *value, const char **name,
                             struct error *err) {
    static const char *const names[] = {"type", "function", "custom", NULL}, *const inner[] = {"name", NULL};
    struct json found[3], called;
    if (read_members(q, value, names, found, err) < 0)
        return -1;
    const struct json *tool = &found[found[1].type != SCAN_NONE ? 1 : 2];
    if (tool->type == SCAN_NONE)
        return read_missing(value, "function", err);
    return read_members(q, tool, inner, &called, err) < 0 ? -1
                                                          : read_wanted_name(q, &called, "name", name, err);
}

/* {"mode":…,"tools":[…]} */
static int read_allowed(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const names[] = {"mode", "tools", NULL}, *const modes[] = {"auto", "required", NULL};
    struct json found[2], item = {0};
    int mode = 0;
    if (read_members(q, value, names, found, err) < 0 ||
        (found[0].type != SCAN_NONE && value_choice(&found[0], modes, &mode, err) < 0))
        return -1;
    if (found[1].type != SCAN_ARRAY)
        return read_missing(value, "tools", err);
    q->choice = mode == 0 ? CHOICE_AUTO : CHOICE_ANY;
    struct span rest = found[1].text;
    while (value_next(&found[1], &rest, &item)) {
        struct chat_list *allowed = chat_add_item(q->arena, &q->allowed);
        if (!allowed)
            return value_bad(&found[1], "has too many elements", err);
        if (read_allowed_tool(q, &item, &allowed->name, err) < 0)
            return -1;
    }
    return 0;
}

static int read_choice(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const modes[] = {"auto", "none", "required", NULL};
    static const enum chat_choice choices[] = {CHOICE_AUTO, CHOICE_NONE, CHOICE_ANY};
    static const char *const names[] = {"type", "function", "custom", "allowed_tools", NULL};
    struct json found[4];
    int mode;
    if (value->type == SCAN_NONE)
        return 0;
    if (value->type == SCAN_STRING) {
        if (value_choice(value, modes, &mode, err) < 0)
            return -1;
        q->choice = choices[mode];
        return 0;
    }
    struct json old = value_member(value, "name"); /* of `function_call` */
    if (old.type != SCAN_NONE)
        return read_named_choice(q, value, err);
    if (read_members(q, value, names, found, err) < 0)
        return -1;
    if (found[3].type != SCAN_NONE)
        return read_allowed(q, &found[3], err);
    const struct json *named = &found[found[1].type != SCAN_NONE ? 1 : 2];
    return named->type == SCAN_NONE ? read_missing(value, "function", err) : read_named_choice(q, named, err);
}

/* ---- reading: settings ------------------------------------------------------------------ */

static int read_format(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const names[] = {"type", "json_schema", NULL};
    static const char *const types[] = {"text", "json_object", "json_schema", NULL};
    static const char *const parts[] = {"name", "description", "schema", "strict", NULL};
    struct json found[2], part[4];
    int type;
    if (value->type == SCAN_NONE)
        return 0;
    q->format_param = read_param(q, value, "response_format");
    if (read_members(q, value, names, found, err) < 0)
        return -1;
    if (found[0].type == SCAN_NONE)
        return read_missing(value, "type", err);
    if (value_choice(&found[0], types, &type, err) < 0)
        return -1;
    q->format = FORMAT_TEXT + (enum chat_format)type;
    if (q->format != FORMAT_SCHEMA)
        return 0;
    if (found[1].type == SCAN_NONE)
        return read_missing(value, "json_schema", err);
    return read_members(q, &found[1], parts, part, err) < 0 ||
                   read_wanted_name(q, &part[0], "name", &q->format_name, err) < 0 ||
                   read_string(&part[1], &q->format_description, err) < 0 ||
                   read_schema(&part[2], &q->format_schema, err) < 0 ||
                   read_flag(&part[3], &q->format_strict, err) < 0
               ? -1
               : 0;
}

static int read_effort(struct chat_request *q, const struct json *value, struct error *err) {
    int effort;
    if (value->type == SCAN_NONE)
        return 0;
    if (value_choice(value, chat_effort_names, &effort, err) < 0)
        return -1;
    q->reasoning.param = read_param(q, value, "reasoning_effort");
    q->reasoning.effort = EFFORT_NONE + (enum chat_effort)effort;
    return 0;
}

enum {
    MEMBER_MODEL,
    MEMBER_MESSAGES,
    MEMBER_STREAM,
    MEMBER_STREAM_OPTIONS,
    MEMBER_MAX_TOKENS,
    MEMBER_MAX_COMPLETION_TOKENS,
    MEMBER_N,
    MEMBER_TEMPERATURE,
    MEMBER_TOP_P,
    MEMBER_TOP_K,
    MEMBER_SEED,
    MEMBER_PRESENCE_PENALTY,
    MEMBER_FREQUENCY_PENALTY,
    MEMBER_LOGIT_BIAS,
    MEMBER_LOGPROBS,
    MEMBER_TOP_LOGPROBS,
    MEMBER_STOP,
    MEMBER_TOOLS,
    MEMBER_FUNCTIONS,
    MEMBER_TOOL_CHOICE,
    MEMBER_FUNCTION_CALL,
    MEMBER_PARALLEL,
    MEMBER_FORMAT,
    MEMBER_EFFORT,
    MEMBER_VERBOSITY,
    MEMBER_USER,
    MEMBER_SAFETY_ID,
    MEMBER_METADATA,
    MEMBER_TIER,
    MEMBER_CACHE_KEY,
    MEMBER_STORE,
    MEMBER_MODALITIES,
    MEMBER__MAX
};
_Static_assert(MEMBER__MAX == CHAT_OPENAI_MEMBERS && MEMBER_MESSAGES == CHAT_OPENAI_MESSAGES,
               "the header says where they are");

const char *const chat_openai_members[] = {
    [MEMBER_MODEL] = "model",
    [MEMBER_MESSAGES] = "messages",
    [MEMBER_STREAM] = "stream",
    [MEMBER_STREAM_OPTIONS] = "stream_options",
    [MEMBER_MAX_TOKENS] = "max_tokens",
    [MEMBER_MAX_COMPLETION_TOKENS] = "max_completion_tokens",
    [MEMBER_N] = "n",
    [MEMBER_TEMPERATURE] = "temperature",
    [MEMBER_TOP_P] = "top_p",
    [MEMBER_TOP_K] = "top_k",
    [MEMBER_SEED] = "seed",
    [MEMBER_PRESENCE_PENALTY] = "presence_penalty",
    [MEMBER_FREQUENCY_PENALTY] = "frequency_penalty",
    [MEMBER_LOGIT_BIAS] = "logit_bias",
    [MEMBER_LOGPROBS] = "logprobs",
    [MEMBER_TOP_LOGPROBS] = "top_logprobs",
    [MEMBER_STOP] = "stop",
    [MEMBER_TOOLS] = "tools",
    [MEMBER_FUNCTIONS] = "functions",
    [MEMBER_TOOL_CHOICE] = "tool_choice",
    [MEMBER_FUNCTION_CALL] = "function_call",
    [MEMBER_PARALLEL] = "parallel_tool_calls",
    [MEMBER_FORMAT] = "response_format",
    [MEMBER_EFFORT] = "reasoning_effort",
    [MEMBER_VERBOSITY] = "verbosity",
    [MEMBER_USER] = "user",
    [MEMBER_SAFETY_ID] = "safety_identifier",
    [MEMBER_METADATA] = "metadata",
    [MEMBER_TIER] = "service_tier",
    [MEMBER_CACHE_KEY] = "prompt_cache_key",
    [MEMBER_STORE] = "store",
    [MEMBER_MODALITIES] = "modalities",
    [MEMBER__MAX] = NULL,
};

static const char *param_of(struct chat_request *q, const struct json *found, int member) {
    return read_param(q, &found[member], chat_openai_members[member]);
}

static int read_sampling(struct chat_request *q, const struct json *found, struct error *err) {
    const struct {
        int member;
        struct chat_option *into;
    } rows[] = {
        {MEMBER_TEMPERATURE, &q->temperature},
        {MEMBER_TOP_P, &q->top_p},
        {MEMBER_TOP_K, &q->top_k},
        {MEMBER_SEED, &q->seed},
        {MEMBER_PRESENCE_PENALTY, &q->presence_penalty},
        {MEMBER_FREQUENCY_PENALTY, &q->frequency_penalty},
        {MEMBER_TOP_LOGPROBS, &q->top_logprobs},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (read_number(&found[rows[i].member], param_of(q, found, rows[i].member), rows[i].into, err) < 0)
            return -1;
    q->stop_param = "stop";
    bool completion = found[MEMBER_MAX_TOKENS].type == SCAN_NONE;
    q->max_output_param = param_of(q, found, completion ? MEMBER_MAX_COMPLETION_TOKENS : MEMBER_MAX_TOKENS);
    return read_texts(q, &found[MEMBER_STOP], CHAT_OPENAI_STOPS, &q->stop, err);
}

static int read_rest(struct chat_request *q, const struct json *found, struct error *err) {
    const struct json *user = &found[MEMBER_SAFETY_ID];
    if (user->type == SCAN_NONE)
        user = &found[MEMBER_USER];
    else if (found[MEMBER_USER].type != SCAN_NONE)
        read_dropped(q, &found[MEMBER_USER]);
    if (found[MEMBER_STORE].type == SCAN_TRUE)
        read_dropped(q, &found[MEMBER_STORE]);
    q->parallel_param = param_of(q, found, MEMBER_PARALLEL);
    read_raw(&found[MEMBER_LOGIT_BIAS], param_of(q, found, MEMBER_LOGIT_BIAS), &q->logit_bias);
    read_raw(&found[MEMBER_METADATA], "metadata", &q->metadata);
    if (found[MEMBER_LOGPROBS].type == SCAN_TRUE)
        read_raw(&found[MEMBER_LOGPROBS], "logprobs", &q->logprobs);
    return read_text(user, param_of(q, found, (int)(user - found)), &q->user, err) < 0 ||
                   read_text(&found[MEMBER_VERBOSITY], "verbosity", &q->verbosity, err) < 0 ||
                   read_text(&found[MEMBER_TIER], param_of(q, found, MEMBER_TIER), &q->tier, err) < 0 ||
                   read_text(&found[MEMBER_CACHE_KEY], param_of(q, found, MEMBER_CACHE_KEY), &q->cache_key,
                             err) < 0 ||
                   read_flag(&found[MEMBER_PARALLEL], &q->parallel, err) < 0 ||
                   read_text_alone(&found[MEMBER_MODALITIES], err) < 0
               ? -1
               : 0;
}

/* Of the stream's options only the usage is ours to give. */
static int read_stream_options(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const options[] = {"include_usage", NULL};
    struct json found[1];
    return value->type == SCAN_NONE ? 0 : read_members(q, value, options, found, err);
}

int chat_openai_read_members(struct chat_request *q, const struct json found[CHAT_OPENAI_MEMBERS],
                             struct error *err) {
    q->choices_param = "n";
    q->thought_param = "messages[].reasoning_content";
    bool choice = found[MEMBER_TOOL_CHOICE].type != SCAN_NONE;
    q->choice_param = param_of(q, found, choice ? MEMBER_TOOL_CHOICE : MEMBER_FUNCTION_CALL);
    return read_messages(q, &found[MEMBER_MESSAGES], err) < 0 ||
                   read_stream_options(q, &found[MEMBER_STREAM_OPTIONS], err) < 0 ||
                   read_tools(q, &found[MEMBER_TOOLS], &found[MEMBER_FUNCTIONS], err) < 0 ||
                   read_choice(q, &found[choice ? MEMBER_TOOL_CHOICE : MEMBER_FUNCTION_CALL], err) < 0 ||
                   read_format(q, &found[MEMBER_FORMAT], err) < 0 ||
                   read_effort(q, &found[MEMBER_EFFORT], err) < 0 || read_sampling(q, found, err) < 0 ||
                   read_rest(q, found, err) < 0
               ? -1
               : 0;
}

int chat_openai_read_request(const struct chat_ask *ask, struct chat_request *q, struct error *err) {
    struct json whole = value_whole(ask->text), found[MEMBER__MAX];
    return read_members(q, &whole, chat_openai_members, found, err) < 0
               ? -1
               : chat_openai_read_members(q, found, err);
}
