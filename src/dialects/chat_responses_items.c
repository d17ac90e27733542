/* Requests of OpenAI's Responses: the items of their input, read into the canonical form. */
#include <stdio.h>

#include "canon/media.h"
#include "dialects/chat_responses.h"
#include "dialects/read.h"

/* ---- parts of a content ----------------------------------------------------------- */

enum {
    PART_TYPE,
    PART_TEXT,
    PART_REFUSAL,
    PART_IMAGE_URL,
    PART_DETAIL,
    PART_FILE_ID,
    PART_FILE_DATA,
    PART_FILE_URL,
    PART_FILENAME,
    PART_AUDIO,
    PART_CACHE,
    PART_ANNOTATIONS,
    PART_LOGPROBS,
    PART__MAX
};
static const char *const part_names[] = {
    [PART_TYPE] = "type",
    [PART_TEXT] = "text",
    [PART_REFUSAL] = "refusal",
    [PART_IMAGE_URL] = "image_url",
    [PART_DETAIL] = "detail",
    [PART_FILE_ID] = "file_id",
    [PART_FILE_DATA] = "file_data",
    [PART_FILE_URL] = "file_url",
    [PART_FILENAME] = "filename",
    [PART_AUDIO] = "input_audio",
    [PART_CACHE] = "prompt_cache_breakpoint",
    [PART_ANNOTATIONS] = "annotations",
    [PART_LOGPROBS] = "logprobs",
    [PART__MAX] = NULL,
};

/* Of an image or a file the provider's own id is enough. */
static int read_media_id(const struct json *part, const struct json *id, const char *member,
                         struct chat_media *media, struct error *err) {
    return id->type == SCAN_NONE ? read_missing(part, member, err) : value_string(id, &media->file, err);
}

static int read_image(struct chat_request *q, const struct json *part, const struct json *found,
                      struct chat_media *media, struct error *err) {
    const struct json *url = &found[PART_IMAGE_URL];
    if (read_name(q, &found[PART_DETAIL], &media->detail, err) < 0)
        return -1;
    return url->type == SCAN_NONE ? read_media_id(part, &found[PART_FILE_ID], "image_url", media, err)
                                  : media_read_url(media, url, q->arena, err);
}

static int read_file(struct chat_request *q, const struct json *part, const struct json *found,
                     struct chat_media *media, struct error *err) {
    const struct json *data = &found[PART_FILE_DATA], *url = &found[PART_FILE_URL],
                      *title = &found[PART_FILENAME];
    media->kind = MEDIA_FILE;
    if (read_string(title, &media->title, err) < 0 ||
        read_name(q, &found[PART_DETAIL], &media->detail, err) < 0)
        return -1;
    if (data->type == SCAN_NONE)
        data = url;
    return data->type == SCAN_NONE ? read_media_id(part, &found[PART_FILE_ID], "file_data", media, err)
                                   : media_read_url(media, data, q->arena, err);
}

static int read_audio(struct chat_request *q, const struct json *part, const struct json *found,
                      struct chat_media *media, struct error *err) {
    static const char *const names[] = {"data", "format", NULL};
    struct json inner[2];
    const char *format;
    media->kind = MEDIA_AUDIO;
    if (found[PART_AUDIO].type == SCAN_NONE)
        return read_missing(part, "input_audio", err);
    if (read_members(q, &found[PART_AUDIO], names, inner, err) < 0 ||
        read_wanted_name(q, &inner[1], "format", &format, err) < 0)
        return -1;
    if (inner[0].type == SCAN_NONE)
        return read_missing(&found[PART_AUDIO], "data", err);
    return media_read_base64(media, &inner[0], arena_printf(q->arena, "audio/%s", format), q->arena, err);
}

typedef int read_media(struct chat_request *q, const struct json *part, const struct json *found,
                       struct chat_media *media, struct error *err);

enum part_kind { PART_INPUT_TEXT, PART_OUTPUT_TEXT, PART_IS_REFUSAL, PART_IMAGE, PART_FILE, PART_SOUND };
static const char *const part_types[] = {
    [PART_INPUT_TEXT] = "input_text",
    [PART_OUTPUT_TEXT] = "output_text",
    [PART_IS_REFUSAL] = "refusal",
    [PART_IMAGE] = "input_image",
    [PART_FILE] = "input_file",
    [PART_SOUND] = "input_audio",
    NULL,
};

/* What a model said with its text: nothing of it is in the canonical form. */
static void drop_notes(struct chat_request *q, const struct json *list) {
    struct json item = {0};
    struct span rest = list->text;
    if (value_next(list, &rest, &item))
        read_dropped(q, list);
}

static int read_text_part(struct chat_request *q, const struct json *part, const struct json *found,
                          bool refusal, struct chat_block *block, struct error *err) {
    const struct json *text = &found[refusal ? PART_REFUSAL : PART_TEXT];
    drop_notes(q, &found[PART_ANNOTATIONS]);
    drop_notes(q, &found[PART_LOGPROBS]);
    return text->type == SCAN_NONE ? read_missing(part, refusal ? "refusal" : "text", err)
                                   : value_string(text, &block->text, err);
}

static int read_part(struct chat_request *q, const struct json *part, struct chat_blocks *into,
                     struct error *err) {
    static read_media *const readers[] = {
        [PART_IMAGE] = read_image, [PART_FILE] = read_file, [PART_SOUND] = read_audio};
    struct json found[PART__MAX];
    char place[JSON_PATH];
    int type;
    if (read_members(q, part, part_names, found, err) < 0)
        return -1;
    if (found[PART_TYPE].type == SCAN_NONE)
        return read_missing(part, "type", err);
    if (value_choice(&found[PART_TYPE], part_types, &type, err) < 0)
        return -1;
    enum chat_block_kind kind = type > PART_IS_REFUSAL    ? CHAT_MEDIA
                                : type == PART_IS_REFUSAL ? CHAT_REFUSAL
                                                          : CHAT_TEXT;
    struct chat_block *block = chat_add_block(q->arena, into, kind);
    block->cache = found[PART_CACHE].type != SCAN_NONE;
    q->cache_param = "input[].content[].prompt_cache_breakpoint";
    if (kind != CHAT_MEDIA)
        return read_text_part(q, part, found, kind == CHAT_REFUSAL, block, err);
    block->media.place = arena_strdup(q->arena, value_place(part, place));
    return readers[type](q, part, found, &block->media, err);
}

/* A text, or an array of parts. */
static int read_content(struct chat_request *q, const struct json *content, struct chat_blocks *into,
                        struct error *err) {
    struct json part = {0};
    struct span rest = content->text;
    if (content->type == SCAN_STRING) {
        chat_add_block(q->arena, into, CHAT_TEXT)->text = content->text;
        return 0;
    }
    if (content->type != SCAN_ARRAY)
        return value_bad(content, "must be a string or an array of parts", err);
    while (value_next(content, &rest, &part))
        if (read_part(q, &part, into, err) < 0)
            return -1;
    return 0;
}

/* ---- messages ---------------------------------------------------------------------- */

/* All items may have an id and a status: they say nothing of the conversation. */
enum { MESSAGE_TYPE, MESSAGE_ID, MESSAGE_STATUS, MESSAGE_ROLE, MESSAGE_CONTENT, MESSAGE__MAX };
static const char *const message_names[] = {
    [MESSAGE_TYPE] = "type", [MESSAGE_ID] = "id",           [MESSAGE_STATUS] = "status",
    [MESSAGE_ROLE] = "role", [MESSAGE_CONTENT] = "content", [MESSAGE__MAX] = NULL,
};

/* What all readers of items take. */
struct reading {
    struct chat_request *q;
    struct tree *tools;
};

/* A system or developer speaks before the conversation or in its middle. */
static int add_instruction(struct chat_request *q, const struct json *content,
                           const struct chat_blocks *texts, struct error *err) {
    for (const struct chat_block *block = texts->first; block; block = block->next) {
        if (block->kind != CHAT_TEXT)
            return value_bad(content, "must be text in this role", err);
        struct chat_block *added = q->turns ? chat_add_turn_block(q, CHAT_INSTRUCTION, CHAT_TEXT)
                                            : chat_add_block(q->arena, &q->system, CHAT_TEXT);
        added->text = block->text;
        added->cache = block->cache;
    }
    return 0;
}

static int read_message(struct reading *r, const struct json *item, struct error *err) {
    enum { USER, ASSISTANT };
    static const char *const roles[] = {"user", "assistant", "system", "developer", NULL};
    struct json found[MESSAGE__MAX];
    struct chat_blocks blocks = {0};
    int role;
    if (read_members(r->q, item, message_names, found, err) < 0)
        return -1;
    if (found[MESSAGE_ROLE].type == SCAN_NONE)
        return read_missing(item, "role", err);
    if (value_choice(&found[MESSAGE_ROLE], roles, &role, err) < 0)
        return -1;
    if (found[MESSAGE_CONTENT].type == SCAN_NONE)
        return read_missing(item, "content", err);
    if (read_content(r->q, &found[MESSAGE_CONTENT], &blocks, err) < 0)
        return -1;
    if (role > ASSISTANT)
        return add_instruction(r->q, &found[MESSAGE_CONTENT], &blocks, err);
    chat_add_turn_blocks(r->q, role == USER ? CHAT_USER : CHAT_ASSISTANT, &blocks);
    return 0;
}

/* ---- calls and their outputs ---------------------------------------------------------- */

enum {
    CALL_TYPE,
    CALL_ID,
    CALL_STATUS,
    CALL_CALL_ID,
    CALL_NAME,
    CALL_NAMESPACE,
    CALL_ARGUMENTS,
    CALL_INPUT,
    CALL_OUTPUT,
    CALL__MAX
};
static const char *const call_names[] = {
    [CALL_TYPE] = "type",           [CALL_ID] = "id",
    [CALL_STATUS] = "status",       [CALL_CALL_ID] = "call_id",
    [CALL_NAME] = "name",           [CALL_NAMESPACE] = "namespace",
    [CALL_ARGUMENTS] = "arguments", [CALL_INPUT] = "input",
    [CALL_OUTPUT] = "output",       [CALL__MAX] = NULL,
};

static int read_call(struct reading *r, const struct json *item, bool custom, struct error *err) {
    struct chat_call *call = &chat_add_turn_block(r->q, CHAT_ASSISTANT, CHAT_CALL)->call;
    struct json found[CALL__MAX];
    struct span text = {0};
    const struct json *args = &found[custom ? CALL_INPUT : CALL_ARGUMENTS];
    call->custom = custom;
    if (read_members(r->q, item, call_names, found, err) < 0 ||
        read_wanted_name(r->q, &found[CALL_CALL_ID], "call_id", &call->id, err) < 0 ||
        read_wanted_name(r->q, &found[CALL_NAME], "name", &call->name, err) < 0 ||
        read_name(r->q, &found[CALL_NAMESPACE], &call->space, err) < 0)
        return -1;
    if (args->type == SCAN_NONE)
        return read_missing(item, custom ? "input" : "arguments", err);
    if (value_string(args, &text, err) < 0)
        return -1;
    call->args = chat_unquote(r->q->arena, text);
    return 0;
}

static int read_function_call(struct reading *r, const struct json *item, struct error *err) {
    return read_call(r, item, false, err);
}

static int read_custom_call(struct reading *r, const struct json *item, struct error *err) {
    return read_call(r, item, true, err);
}

static int read_output(struct reading *r, const struct json *item, struct error *err) {
    struct chat_result *result = &chat_add_turn_block(r->q, CHAT_USER, CHAT_RESULT)->result;
    struct json found[CALL__MAX];
    if (read_members(r->q, item, call_names, found, err) < 0 ||
        read_wanted_name(r->q, &found[CALL_CALL_ID], "call_id", &result->id, err) < 0)
        return -1;
    return found[CALL_OUTPUT].type == SCAN_NONE
               ? read_missing(item, "output", err)
               : read_content(r->q, &found[CALL_OUTPUT], &result->content, err);
}

/* ---- reasoning -------------------------------------------------------------------------- */

/* The texts of an array of parts. */
static int read_thought_parts(struct chat_request *q, const struct json *list, struct chat_blocks *into,
                              struct error *err) {
    static const char *const names[] = {"type", "text", NULL};
    struct json part = {0}, found[2];
    struct span rest = list->text;
    if (list->type != SCAN_NONE && list->type != SCAN_ARRAY)
        return value_bad(list, "must be an array of parts", err);
    while (value_next(list, &rest, &part)) {
        if (read_members(q, &part, names, found, err) < 0)
            return -1;
        if (found[1].type == SCAN_NONE)
            return read_missing(&part, "text", err);
        if (value_string(&found[1], &chat_add_block(q->arena, into, CHAT_TEXT)->text, err) < 0)
            return -1;
    }
    return 0;
}

/* What is shown of a thought is its summary, or else its text. */
static int read_reasoning(struct reading *r, const struct json *item, struct error *err) {
    enum { TYPE, ID, STATUS, SUMMARY, CONTENT, ENCRYPTED, MEMBERS };
    static const char *const names[] = {"type", "id", "status", "summary", "content", "encrypted_content",
                                        NULL};
    struct chat_request *q = r->q;
    struct json found[MEMBERS];
    struct chat_blocks summary = {0}, content = {0};
    struct span state = {0};
    const char *id;
    if (read_members(q, item, names, found, err) < 0 ||
        read_thought_parts(q, &found[SUMMARY], &summary, err) < 0 ||
        read_thought_parts(q, &found[CONTENT], &content, err) < 0 || read_name(q, &found[ID], &id, err) < 0 ||
        read_string(&found[ENCRYPTED], &state, err) < 0)
        return -1;
    struct span text = chat_text_of(q->arena, summary.first ? &summary : &content, 1u << CHAT_TEXT, "\\n\\n");
    bool says = text.at && !chat_is_empty(text), signature = state.at && !chat_is_empty(state);
    if (!says && !signature)
        return 0;
    struct chat_block *block = chat_add_turn_block(q, CHAT_ASSISTANT, CHAT_THOUGHT);
    block->id = id;
    block->text = says ? text : (struct span){0};
    block->signature = signature ? state : (struct span){0};
    block->redacted = !says;
    q->thought_param = "input[] reasoning";
    return 0;
}

/* ---- other items -------------------------------------------------------------------------- */

/* Tools that are declared at this place of the conversation, or were found by a search for tools. */
static int read_more_tools(struct reading *r, const struct json *item, struct error *err) {
    static const char *const names[] = {"type",  "id",      "status",    "role",
                                        "tools", "call_id", "execution", NULL};
    struct json found[7];
    if (read_members(r->q, item, names, found, err) < 0)
        return -1;
    return found[4].type == SCAN_NONE ? read_missing(item, "tools", err)
                                      : chat_responses_read_tools(r->q, &found[4], r->tools, err);
}

/* What only its own provider knows what to do with. */
static const char *const foreign[] = {
    "apply_patch_call",        "apply_patch_call_output",
    "code_interpreter_call",   "compaction",
    "compaction_trigger",      "computer_call",
    "computer_call_output",    "file_search_call",
    "image_generation_call",   "local_shell_call",
    "local_shell_call_output", "mcp_approval_request",
    "mcp_approval_response",   "mcp_call",
    "mcp_list_tools",          "program",
    "program_output",          "shell_call",
    "shell_call_output",       "tool_search_call",
    "web_search_call",
};

static bool drop_foreign(struct chat_request *q, const struct json *type) {
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        if (scan_equals(type->text, foreign[i])) {
            chat_drop(q, arena_printf(q->arena, "input[] %s", foreign[i]));
            return true;
        }
    return false;
}

static const struct {
    const char *type;
    int (*read)(struct reading *r, const struct json *item, struct error *err);
} kinds[] = {
    {"message", read_message},
    {"function_call", read_function_call},
    {"function_call_output", read_output},
    {"custom_tool_call", read_custom_call},
    {"custom_tool_call_output", read_output},
    {"reasoning", read_reasoning},
    {"additional_tools", read_more_tools},
    {"tool_search_output", read_more_tools},
};

static int read_item(struct reading *r, const struct json *item, struct error *err) {
    struct json type = value_member(item, "type");
    if (!value_given(&type)) /* what has a role is a message */
        return read_message(r, item, err);
    if (type.type != SCAN_STRING)
        return value_bad(&type, "must be a string", err);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (scan_equals(type.text, kinds[i].type))
            return kinds[i].read(r, item, err);
    return drop_foreign(r->q, &type) ? 0 : value_bad(&type, "is not the type of an item", err);
}

int chat_responses_read_input(struct chat_request *request, const struct json *input, struct tree *tools,
                              struct error *err) {
    struct reading reading = {request, tools};
    struct json item = {0};
    struct span rest = input->text;
    if (input->type == SCAN_STRING)
        chat_add_turn_block(request, CHAT_USER, CHAT_TEXT)->text = input->text;
    while (value_next(input, &rest, &item))
        if (read_item(&reading, &item, err) < 0)
            return -1;
    chat_settle_turns(request);
    return 0;
}
