/* What reading a request takes in every dialect. */
#include "dialects/read.h"

#include <stdio.h>

#define NAME_MOST 256

const char *read_param(struct chat_request *request, const struct json *value, const char *usual) {
    char place[JSON_PATH];
    return request->named && value->type != SCAN_NONE
               ? arena_strdup(request->arena, value_place(value, place))
               : usual;
}

void read_dropped(struct chat_request *request, const struct json *value) {
    char place[JSON_PATH];
    chat_drop(request, value_place(value, place));
}

/* Of an empty list or text nothing is lost; an empty object can switch something on. */
static void note_unknown(void *arg, const struct json *value) {
    if (value->type == SCAN_OBJECT || !chat_is_nothing(value->text))
        read_dropped(arg, value);
}

static int count_part(struct chat_request *request, const struct json *object, struct error *err) {
    char what[64];
    if (request->part_count++ < CHAT_PARTS_MOST)
        return 0;
    snprintf(what, sizeof what, "is one part too many: there may be %d", CHAT_PARTS_MOST);
    return value_bad(object, what, err);
}

int read_members(struct chat_request *request, const struct json *object, const char *const *names,
                 struct json *found, struct error *err) {
    return read_members_named(request, object, names, request->named ? request->named : scan_equals, found,
                              err);
}

int read_members_named(struct chat_request *request, const struct json *object, const char *const *names,
                       bool (*named)(struct span name, const char *wanted), struct json *found,
                       struct error *err) {
    return count_part(request, object, err) < 0
               ? -1
               : value_pick(object, names, named, found, note_unknown, request, err);
}

int read_missing(const struct json *object, const char *member, struct error *err) {
    char path[JSON_PATH], whole[2 * JSON_PATH];
    value_path(object, path);
    snprintf(whole, sizeof whole, "%s%s%s", path, *path ? "." : "", member);
    return error_param(err, ERR_REQUEST, whole, "\"%s\" is missing.", whole);
}

int read_raw(const struct json *value, const char *param, struct chat_option *into) {
    if (value->type != SCAN_NONE)
        *into = (struct chat_option){value->text, param};
    return 0;
}

int read_number(const struct json *value, const char *param, struct chat_option *into, struct error *err) {
    if (value->type == SCAN_NONE)
        return 0;
    into->param = param;
    return value_number(value, &into->value, err);
}

int read_text(const struct json *value, const char *param, struct chat_option *into, struct error *err) {
    if (value->type == SCAN_NONE)
        return 0;
    into->param = param;
    return value_string(value, &into->value, err);
}

int read_flag(const struct json *value, enum chat_flag *into, struct error *err) {
    bool on;
    if (value->type == SCAN_NONE)
        return 0;
    if (value_bool(value, &on, err) < 0)
        return -1;
    *into = on ? FLAG_ON : FLAG_OFF;
    return 0;
}

int read_string(const struct json *value, struct span *into, struct error *err) {
    return value->type == SCAN_NONE ? 0 : value_string(value, into, err);
}

int read_name(struct chat_request *request, const struct json *value, const char **into, struct error *err) {
    *into = NULL;
    return value->type == SCAN_NONE ? 0 : value_name(value, NAME_MOST, request->arena, into, err);
}

int read_wanted_name(struct chat_request *request, const struct json *value, const char *member,
                     const char **into, struct error *err) {
    if (value->type == SCAN_NONE)
        return read_missing(value->in, member, err);
    if (value_name(value, NAME_MOST, request->arena, into, err) < 0)
        return -1;
    return **into ? 0 : value_bad(value, "must not be empty", err);
}

int read_texts(struct chat_request *request, const struct json *value, int most, struct chat_list **into,
               struct error *err) {
    struct json item = {0};
    struct span rest = value->text;
    if (value->type == SCAN_NONE)
        return 0;
    if (value->type == SCAN_STRING) {
        chat_add_item(request->arena, into)->text = value->text;
        return 0;
    }
    if (value->type != SCAN_ARRAY)
        return value_bad(value, "must be a string or an array of strings", err);
    for (int count = 0; value_next(value, &rest, &item); count++) {
        if (count == most)
            return value_bad(value, "has too many elements", err);
        if (value_string(&item, &chat_add_item(request->arena, into)->text, err) < 0)
            return -1;
    }
    return 0;
}

struct chat_tool *read_new_tool(struct chat_request *request, const struct json *value,
                                enum chat_tool_kind kind, struct error *err) {
    struct chat_tool *tool = chat_add_tool(request, kind);
    char place[JSON_PATH];
    if (!tool)
        value_bad(value, "is one tool too many", err);
    else
        tool->place = arena_strdup(request->arena, value_path(value, place));
    return tool;
}

int read_text_alone(const struct json *value, struct error *err) {
    struct json item = {0};
    struct span rest = value->text;
    if (value->type != SCAN_NONE && value->type != SCAN_ARRAY)
        return value_bad(value, "must be an array", err);
    while (value_next(value, &rest, &item))
        if (item.type != SCAN_STRING || !scan_equals(item.text, "text"))
            return value_bad(&item, "is not possible with this model: it answers in text", err);
    return 0;
}

int read_schema(const struct json *value, struct span *into, struct error *err) {
    return value->type == SCAN_NONE ? 0 : value_object(value, into, err);
}

int read_message_content(struct chat_request *request, const struct json *content, enum chat_role role,
                         read_part_of *part, struct chat_blocks *into, struct error *err) {
    struct json one = {0};
    struct span rest = content->text;
    if (content->type == SCAN_NONE)
        return 0;
    if (content->type == SCAN_STRING) {
        chat_add_block(request->arena, into, CHAT_TEXT)->text = content->text;
        return 0;
    }
    if (content->type != SCAN_ARRAY)
        return value_bad(content, "must be a string or an array of parts", err);
    while (value_next(content, &rest, &one))
        if (part(request, &one, role, into, err) < 0)
            return -1;
    return 0;
}

int read_tool_function(struct chat_request *request, const struct json *value, struct chat_tool *tool,
                       struct error *err) {
    static const char *const names[] = {"name", "description", "parameters", "strict", NULL};
    struct json found[4];
    return read_members(request, value, names, found, err) < 0 ||
                   read_wanted_name(request, &found[0], "name", &tool->name, err) < 0 ||
                   read_string(&found[1], &tool->description, err) < 0 ||
                   read_schema(&found[2], &tool->schema, err) < 0 ||
                   read_flag(&found[3], &tool->strict, err) < 0
               ? -1
               : 0;
}
