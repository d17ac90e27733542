/* The strictness of OpenAI's Responses API: the items of the input and their order. */
#include <string.h>

#include "openai.h"
#include "responses_check.h"

/* Not documented; Codex sends it to OpenAI. */
#define ITEM_PASSTHROUGH                                                                                     \
    { .name = "internal_chat_message_metadata_passthrough", .type = FIELD_OBJECT }
#define ITEM_STATUS                                                                                          \
    { .name = "status", .type = FIELD_STRING, .choice = "in_progress completed incomplete " }
#define ITEM_ID                                                                                              \
    { .name = "id", .type = FIELD_STRING, .low = 1, .high = 64 }
#define ITEM_TYPE                                                                                            \
    { .name = "type", .type = FIELD_STRING, .required = true }
#define CALL_ID                                                                                              \
    { .name = "call_id", .type = FIELD_STRING, .required = true, .low = 1, .high = 64 }
#define TOOL_NAME                                                                                            \
    { .name = "name", .type = FIELD_STRING, .required = true, .low = 1, .high = 64 }

static const struct field message_rows[] = {
    ITEM_ID,
    ITEM_PASSTHROUGH,
    ITEM_STATUS,
    {.name = "content", .type = FIELD_ANY, .required = true},
    {.name = "phase", .type = FIELD_STRING, .choice = "commentary final_answer "},
    {.name = "role", .type = FIELD_STRING, .required = true, .choice = "user assistant system developer "},
    {.name = "type", .type = FIELD_STRING},
};
static const struct field call_rows[] = {
    ITEM_ID,
    ITEM_PASSTHROUGH,
    ITEM_STATUS,
    ITEM_TYPE,
    CALL_ID,
    TOOL_NAME,
    {.name = "arguments", .type = FIELD_STRING, .required = true},
    {.name = "caller", .type = FIELD_OBJECT},
    {.name = "namespace", .type = FIELD_STRING, .low = 1, .high = 64},
};
static const struct field custom_call_rows[] = {
    ITEM_ID,
    ITEM_PASSTHROUGH,
    ITEM_STATUS,
    ITEM_TYPE,
    CALL_ID,
    TOOL_NAME,
    {.name = "caller", .type = FIELD_OBJECT},
    {.name = "input", .type = FIELD_STRING, .required = true},
    {.name = "namespace", .type = FIELD_STRING, .low = 1, .high = 64},
};
static const struct field output_rows[] = {
    ITEM_ID,
    ITEM_PASSTHROUGH,
    ITEM_STATUS,
    ITEM_TYPE,
    CALL_ID,
    {.name = "caller", .type = FIELD_OBJECT},
    {.name = "output", .type = FIELD_ANY, .required = true},
};
static const struct field reasoning_rows[] = {
    ITEM_ID,
    ITEM_PASSTHROUGH,
    ITEM_STATUS,
    ITEM_TYPE,
    {.name = "content", .type = FIELD_ARRAY},
    {.name = "encrypted_content", .type = FIELD_STRING},
    {.name = "summary", .type = FIELD_ARRAY, .required = true},
};
static const struct field reference_rows[] = {
    {.name = "id", .type = FIELD_STRING, .required = true, .low = 1, .high = 64},
    ITEM_TYPE,
};
static const struct field more_tools_rows[] = {
    ITEM_ID,
    ITEM_TYPE,
    {.name = "role", .type = FIELD_STRING, .required = true, .choice = "developer "},
    {.name = "tools", .type = FIELD_ARRAY, .required = true, .low = 1, .high = 128},
};

/* Of the calls and their outputs. */
struct pairing {
    const char *call, *output; /* what the API names them in its errors */
};
static const struct pairing functions = {"function call", "function call output"};
static const struct pairing customs = {"custom tool call", "custom tool call output"};

/* What was seen of the items so far. */
struct history {
    json_t *open;           /* call_id: the call's name in errors. Calls without an output */
    json_t *calls;          /* call_id of all calls */
    json_t *ids;            /* of all items */
    const json_t *thinking; /* a reasoning whose item has to follow; NULL: none */
};

struct item {
    const char *type;
    struct fields fields; /* no rows: its members are not looked at */
    const char *prefix;   /* of its id; NULL: any */
    bool made;            /* by the model, so it may be what a reasoning belongs to */
    const struct pairing *pairing;
    int (*check)(struct history *history, json_t *item, const struct item *kind, const struct place *where,
                 struct error *err);
};

static const char *string_of(const json_t *item, const char *name) {
    return json_string_value(json_object_get(item, name));
}

/* ---- each kind ---- */

static int check_none_open(const struct history *history, struct error *err) {
    void *first = json_object_iter(history->open);
    return first ? error_param(err, ERR_REQUEST, "input", "No tool output found for %s %.64s.",
                               json_string_value(json_object_iter_value(first)), json_object_iter_key(first))
                 : 0;
}

static int check_message(struct history *history, json_t *item, const struct item *kind,
                         const struct place *where, struct error *err) {
    (void)kind;
    struct place content_place = {where, "content", 0};
    const char *role = string_of(item, "role");
    bool assistant = strcmp(role, "assistant") == 0;
    if (strcmp(role, "user") == 0 && check_none_open(history, err))
        return -1;
    return responses_check_content(json_object_get(item, "content"),
                                   assistant ? CONTENT_ASSISTANT : CONTENT_INPUT, &content_place, err);
}

static int check_call(struct history *history, json_t *item, const struct item *kind,
                      const struct place *where, struct error *err) {
    struct place id_place = {where, "call_id", 0};
    const char *id = string_of(item, "call_id");
    if (openai_check_name(item, where, err))
        return -1;
    if (json_object_get(history->calls, id))
        return field_refuse(err, &id_place, "another call has the same one.");
    json_object_set_new(history->calls, id, json_true());
    json_object_set_new(history->open, id, json_string(kind->pairing->call));
    return 0;
}

static int check_output(struct history *history, json_t *item, const struct item *kind,
                        const struct place *where, struct error *err) {
    struct place output_place = {where, "output", 0};
    const char *id = string_of(item, "call_id"), *call = string_of(history->open, id);
    if (!call || strcmp(call, kind->pairing->call) != 0)
        return error_param(err, ERR_REQUEST, "input", "No tool call found for %s with call_id %.64s.",
                           kind->pairing->output, id);
    json_object_del(history->open, id);
    return responses_check_content(json_object_get(item, "output"), CONTENT_OUTPUT, &output_place, err);
}

static int check_reasoning(struct history *history, json_t *item, const struct item *kind,
                           const struct place *where, struct error *err) {
    (void)kind;
    history->thinking = item;
    return responses_check_reasoning(item, where, err);
}

static int check_reference(struct history *history, json_t *item, const struct item *kind,
                           const struct place *where, struct error *err) {
    (void)history, (void)kind, (void)where;
    return error_param(err, ERR_NOT_FOUND, "input", "Item with id '%.64s' not found.", string_of(item, "id"));
}

static int check_more_tools(struct history *history, json_t *item, const struct item *kind,
                            const struct place *where, struct error *err) {
    (void)history, (void)kind;
    struct place inner = {where, "tools", 0};
    return responses_check_tools(json_object_get(item, "tools"), false, &inner, err);
}

#define TAKEN_AS_IT_IS                                                                                       \
    { NULL, 0 }

static const struct item items[] = {
    {"message", FIELDS(message_rows), "msg_", false, NULL, check_message},
    {"function_call", FIELDS(call_rows), "fc_", true, &functions, check_call},
    {"function_call_output", FIELDS(output_rows), "fc", false, &functions, check_output},
    {"custom_tool_call", FIELDS(custom_call_rows), "ctc_", true, &customs, check_call},
    {"custom_tool_call_output", FIELDS(output_rows), "ctc", false, &customs, check_output},
    {"reasoning", FIELDS(reasoning_rows), "rs_", true, NULL, check_reasoning},
    {"item_reference", FIELDS(reference_rows), NULL, false, NULL, check_reference},
    {"additional_tools", FIELDS(more_tools_rows), NULL, false, NULL, check_more_tools},
    {"apply_patch_call", TAKEN_AS_IT_IS, NULL, true, NULL, NULL},
    {"apply_patch_call_output", TAKEN_AS_IT_IS, NULL, false, NULL, NULL},
    {"code_interpreter_call", TAKEN_AS_IT_IS, NULL, true, NULL, NULL},
    {"compaction", TAKEN_AS_IT_IS, NULL, true, NULL, NULL},
    {"compaction_trigger", TAKEN_AS_IT_IS, NULL, false, NULL, NULL},
    {"computer_call", TAKEN_AS_IT_IS, NULL, true, NULL, NULL},
    {"computer_call_output", TAKEN_AS_IT_IS, NULL, false, NULL, NULL},
    {"file_search_call", TAKEN_AS_IT_IS, NULL, true, NULL, NULL},
    {"image_generation_call", TAKEN_AS_IT_IS, NULL, true, NULL, NULL},
    {"local_shell_call", TAKEN_AS_IT_IS, NULL, true, NULL, NULL},
    {"local_shell_call_output", TAKEN_AS_IT_IS, NULL, false, NULL, NULL},
    {"mcp_approval_request", TAKEN_AS_IT_IS, NULL, true, NULL, NULL},
    {"mcp_approval_response", TAKEN_AS_IT_IS, NULL, false, NULL, NULL},
    {"mcp_call", TAKEN_AS_IT_IS, NULL, true, NULL, NULL},
    {"mcp_list_tools", TAKEN_AS_IT_IS, NULL, true, NULL, NULL},
    {"program", TAKEN_AS_IT_IS, NULL, true, NULL, NULL},
    {"program_output", TAKEN_AS_IT_IS, NULL, false, NULL, NULL},
    {"shell_call", TAKEN_AS_IT_IS, NULL, true, NULL, NULL},
    {"shell_call_output", TAKEN_AS_IT_IS, NULL, false, NULL, NULL},
    {"tool_search_call", TAKEN_AS_IT_IS, NULL, true, NULL, NULL},
    {"tool_search_output", TAKEN_AS_IT_IS, NULL, false, NULL, NULL},
    {"web_search_call", TAKEN_AS_IT_IS, NULL, true, NULL, NULL},
};

/* ---- what all have in common ---- */

/* A message may lack its type. */
static const struct item *find_kind(const json_t *item) {
    const char *type = string_of(item, "type");
    if (!json_object_get(item, "type") && json_object_get(item, "role"))
        type = "message";
    for (size_t i = 0; type && i < sizeof items / sizeof *items; i++)
        if (strcmp(items[i].type, type) == 0)
            return &items[i];
    return NULL;
}

static int check_id(struct history *history, const json_t *item, const struct item *kind,
                    const struct place *where, struct error *err) {
    struct place inner = {where, "id", 0};
    const char *id = string_of(item, "id");
    if (!id)
        return 0;
    if (kind->prefix && strncmp(id, kind->prefix, strlen(kind->prefix)) != 0)
        return field_refuse(err, &inner, "'%.64s'. Expected an ID that begins with '%s'.", id, kind->prefix);
    if (json_object_get(history->ids, id))
        return error_param(
            err, ERR_REQUEST, "input",
            "Duplicate item found with id %.64s. Remove duplicate items from your input and try "
            "again.",
            id);
    json_object_set_new(history->ids, id, json_true());
    return 0;
}

static bool is_said_by_model(const json_t *item, const struct item *kind) {
    const char *role = string_of(item, "role");
    return kind->made || (kind->check == check_message && role && strcmp(role, "assistant") == 0);
}

static int refuse_lone_reasoning(const struct history *history, struct error *err) {
    const char *id = string_of(history->thinking, "id");
    return error_param(err, ERR_REQUEST, "input",
                       "Item '%.64s' of type 'reasoning' was provided without its required following item.",
                       id ? id : "");
}

static int check_item(struct history *history, json_t *item, const struct place *where, struct error *err) {
    struct place type_place = {where, "type", 0};
    const struct item *kind = find_kind(item);
    const char *type = string_of(item, "type");
    if (!json_is_object(item))
        return field_refuse(err, where, "expected an object.");
    if (!kind)
        return field_refuse(err, &type_place, "there is no item of the type '%.40s'.", type ? type : "");
    if (kind->fields.count > 0 && fields_check(item, &kind->fields, where, false, err))
        return -1;
    if (history->thinking && !is_said_by_model(item, kind))
        return refuse_lone_reasoning(history, err);
    history->thinking = NULL;
    if (check_id(history, item, kind, where, err))
        return -1;
    return kind->check ? kind->check(history, item, kind, where, err) : 0;
}

static int check_all(struct history *history, json_t *list, const struct place *where, struct error *err) {
    size_t i;
    json_t *item;
    json_array_foreach(list, i, item) {
        struct place inner = {where, NULL, i};
        if (check_item(history, item, &inner, err))
            return -1;
    }
    return history->thinking ? refuse_lone_reasoning(history, err) : check_none_open(history, err);
}

int responses_check_items(json_t *list, const struct place *where, struct error *err) {
    struct history history = {json_object(), json_object(), json_object(), NULL};
    int result = check_all(&history, list, where, err);
    json_decref(history.open);
    json_decref(history.calls);
    json_decref(history.ids);
    return result;
}
