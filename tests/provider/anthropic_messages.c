/* The strictness of Anthropic's Messages: roles, and how messages follow each other. */
#include <string.h>

#include "anthropic.h"
#include "member.h"

static const struct field message_rows[] = {
    {.name = "content", .type = FIELD_ANY, .required = true},
    {.name = "role", .type = FIELD_STRING, .required = true, .choice = "user assistant system "},
    {.name = "output_config", .type = FIELD_OBJECT}, /* of a beta; stays the last row */
};

static enum anthropic_holder holder_of(const json_t *message) {
    return member_is(message, "role", "user")        ? HOLDER_USER
           : member_is(message, "role", "assistant") ? HOLDER_ASSISTANT
                                                     : HOLDER_SYSTEM;
}

static bool ends_in_space(const json_t *content) {
    const json_t *last = json_array_get(content, json_array_size(content) - 1);
    const json_t *text = json_is_string(content) ? content : json_object_get(last, "text");
    size_t len = json_string_length(text);
    return len > 0 && strchr(" \t\r\n", json_string_value(text)[len - 1]);
}

/* What an instruction asks for from there on. */
static int check_control(struct anthropic_request *request, json_t *message, const struct place *where) {
    static const struct field rows[] = {
        {.name = "effort", .type = FIELD_STRING, .choice = "low medium high xhigh max "},
    };
    static const struct fields fields = FIELDS(rows);
    struct place inner = {where, "output_config", 0};
    json_t *control = json_object_get(message, "output_config");
    if (!control || json_is_null(control))
        return 0;
    if (holder_of(message) != HOLDER_SYSTEM)
        return field_refuse(request->err, &inner, "only messages of the system role can have it");
    return fields_check(control, &fields, &inner, false, request->err);
}

static int check_members(struct anthropic_request *request, json_t *message, const struct place *where) {
    struct fields fields = FIELDS(message_rows);
    if (!anthropic_has_beta(request, "per-turn-control-"))
        fields.count--;
    return fields_check(message, &fields, where, false, request->err) < 0 ||
                   check_control(request, message, where) < 0
               ? -1
               : 0;
}

static int check_message(struct anthropic_request *request, json_t *message, bool last,
                         const struct place *where) {
    struct place content_where = {where, "content", 0};
    json_t *content = json_object_get(message, "content");
    if (check_members(request, message, where))
        return -1;
    enum anthropic_holder holder = holder_of(message);
    if (where->index == 0 && holder != HOLDER_USER)
        return field_refuse(request->err, where, "the first message must use the user role");
    bool empty = json_is_string(content) ? json_string_length(content) == 0
                                         : json_is_array(content) && json_array_size(content) == 0;
    if (empty && !(last && holder == HOLDER_ASSISTANT))
        return field_refuse(
            request->err, where,
            "all messages must have non-empty content except for the optional final assistant "
            "message");
    if (last && holder == HOLDER_ASSISTANT && ends_in_space(content))
        return field_refuse(request->err, where,
                            "final assistant content cannot end with trailing whitespace");
    return anthropic_check_content(request, content, holder, &content_where);
}

/* ---- tool calls and their results ---- */

static int check_unique(struct anthropic_request *request, json_t *seen, const json_t *block,
                        const struct place *where) {
    const char *id = json_string_value(json_object_get(block, "id"));
    struct place inner = {where, "id", 0};
    if (json_object_get(seen, id))
        return field_refuse(request->err, &inner, "`tool_use` ids must be unique");
    json_object_set_new(seen, id, json_null());
    return 0;
}

/* The results of all open calls, before anything else; closes them. */
static int close_calls(struct anthropic_request *request, json_t *open, const json_t *content,
                       const struct place *where) {
    size_t i;
    json_t *block;
    bool late = false;
    json_array_foreach(content, i, block) {
        struct place inner = {where, NULL, i};
        const char *id = json_string_value(json_object_get(block, "tool_use_id"));
        if (!member_is(block, "type", "tool_result")) {
            late = true;
            continue;
        }
        if (late)
            return field_refuse(request->err, &inner, "`tool_result` blocks must come before other content");
        if (json_object_del(open, id))
            return field_refuse(
                request->err, &inner,
                "unexpected `tool_use_id` found in `tool_result` blocks: %.64s. Each must have "
                "one corresponding `tool_use` block in the previous message.",
                id);
    }
    return 0;
}

static int check_none_open(struct anthropic_request *request, json_t *open, const struct place *where) {
    const char *id = json_object_iter_key(json_object_iter(open));
    if (!id)
        return 0;
    return field_refuse(request->err, where,
                        "`tool_use` ids were found without `tool_result` blocks immediately after: %.64s.",
                        id);
}

static int open_calls(struct anthropic_request *request, json_t *open, json_t *seen, const json_t *content,
                      const struct place *where) {
    size_t i;
    json_t *block;
    json_array_foreach(content, i, block) {
        struct place inner = {where, NULL, i};
        if (!member_is(block, "type", "tool_use"))
            continue;
        if (check_unique(request, seen, block, &inner))
            return -1;
        json_object_set_new(open, json_string_value(json_object_get(block, "id")), json_null());
    }
    return 0;
}

/* open: the ids of the calls in the message before; seen: those of all. */
static int pair_calls(struct anthropic_request *request, const json_t *messages, json_t *open, json_t *seen,
                      const struct place *where) {
    size_t i;
    json_t *message;
    json_array_foreach(messages, i, message) {
        struct place inner = {where, NULL, i}, before = {where, NULL, i - 1},
                     content_where = {&inner, "content", 0};
        const json_t *content = json_object_get(message, "content");
        if (close_calls(request, open, content, &content_where) ||
            (i > 0 && check_none_open(request, open, &before)) ||
            open_calls(request, open, seen, content, &content_where))
            return -1;
    }
    struct place last = {where, NULL, json_array_size(messages) - 1};
    return check_none_open(request, open, &last);
}

static int check_pairs(struct anthropic_request *request, const json_t *messages, const struct place *where) {
    json_t *open = json_object(), *seen = json_object();
    int result = pair_calls(request, messages, open, seen, where);
    if (result == 0 && json_object_size(seen) > 0 &&
        json_array_size(json_object_get(request->body, "tools")) == 0) {
        struct place tools = {anthropic_place, "tools", 0};
        result = field_refuse(request->err, &tools,
                              "requests which include `tool_use` or `tool_result` blocks must define tools");
    }
    json_decref(open);
    json_decref(seen);
    return result;
}

/* ---- thoughts ---- */

static bool has_block(const json_t *message, const char *type) {
    size_t i;
    json_t *block;
    json_array_foreach(json_object_get(message, "content"), i,
                       block) if (member_is(block, "type", type)) return true;
    return false;
}

/* Where the turn begins that the messages end in: behind the last message of the user's own. */
static size_t find_turn(const json_t *messages) {
    for (size_t i = json_array_size(messages); i-- > 0;) {
        const json_t *message = json_array_get(messages, i);
        if (member_is(message, "role", "user") && !has_block(message, "tool_result"))
            return i + 1;
    }
    return 0;
}

/* What was thought before a call has to come back with it as long as the turn goes on. */
static int check_thoughts(struct anthropic_request *request, const json_t *messages,
                          const struct place *where) {
    if (!request->must_think)
        return 0;
    for (size_t i = find_turn(messages); i < json_array_size(messages); i++) {
        const json_t *message = json_array_get(messages, i);
        struct place inner = {where, NULL, i}, content = {&inner, "content", 0}, first = {&content, NULL, 0},
                     type = {&first, "type", 0};
        if (has_block(message, "tool_use") &&
            !member_is(json_array_get(json_object_get(message, "content"), 0), "type", "thinking"))
            return field_refuse(
                request->err, &type,
                "Expected `thinking` or `redacted_thinking`. When `thinking` is enabled, a final "
                "`assistant` message must start with a thinking block.");
    }
    return 0;
}

int anthropic_check_messages(struct anthropic_request *request, json_t *messages, const struct place *where) {
    size_t i;
    json_t *message;
    json_array_foreach(messages, i, message) {
        struct place inner = {where, NULL, i};
        if (check_message(request, message, i + 1 == json_array_size(messages), &inner))
            return -1;
    }
    if (check_pairs(request, messages, where))
        return -1;
    return check_thoughts(request, messages, where);
}
