/* The JSON form of protocol buffers, as strict and as lenient as Google's servers read it. */
#include "gemini_proto.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "media.h"

#define TYPES        "type.googleapis.com/google.ai.generativelanguage.v1beta."
#define LONGEST_NAME 64

static const char *const type_names[] = {
    [PROTO_BOOL] = "TYPE_BOOL",
    [PROTO_INT32] = "TYPE_INT32",
    [PROTO_INT64] = "TYPE_INT64",
    [PROTO_FLOAT] = "TYPE_FLOAT",
    [PROTO_STRING] = "TYPE_STRING",
    [PROTO_BYTES] = "TYPE_BYTES",
    [PROTO_ENUM] = "TYPE_ENUM",
    [PROTO_MESSAGE] = TYPES,
    [PROTO_STRUCT] = "type.googleapis.com/google.protobuf.Struct",
    [PROTO_VALUE] = "type.googleapis.com/google.protobuf.Value",
};

static void put_place(const struct place *where, struct buf *out) {
    if (where->outer)
        put_place(where->outer, out);
    if (where->name)
        buf_printf(out, "%s%s", where->outer ? "." : "", where->name);
    else
        buf_printf(out, "[%zu]", where->index);
}

const char *proto_path(const struct place *where, char path[static PROTO_PATH]) {
    struct buf text;
    buf_init(&text, SIZE_MAX / 2);
    buf_puts(&text, "");
    if (where)
        put_place(where, &text);
    snprintf(path, PROTO_PATH, "%s", text.data);
    buf_free(&text);
    return path;
}

/* ---- refusals; each returns NULL ---- */

static json_t *refuse_name(struct error *err, const struct place *where, const char *name, const char *why) {
    char path[PROTO_PATH];
    proto_path(where, path);
    error_param(err, ERR_REQUEST, path, "Invalid JSON payload received. Unknown name \"%.80s\"%s%s%s: %s",
                name, *path ? " at '" : "", path, *path ? "'" : "", why);
    return NULL;
}

static json_t *refuse_value(struct error *err, const struct place *where, const struct proto_field *field,
                            const json_t *value, const char *why) {
    char path[PROTO_PATH];
    char *text = json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT);
    proto_path(where, path);
    error_param(err, ERR_REQUEST, path, "Invalid value at '%s' (%s%s), %s%.60s", path,
                type_names[field->type], field->message ? field->message->name : "", why, text ? text : "");
    free(text);
    return NULL;
}

/* ---- single values ---- */

/* A number, or a string that holds one; false if it is neither. */
static bool read_number(const json_t *value, double *number) {
    char *end;
    if (json_is_number(value)) {
        *number = json_number_value(value);
        return true;
    }
    const char *text = json_string_value(value);
    if (!text || !*text || isspace((unsigned char)*text))
        return false;
    *number = strtod(text, &end);
    return *end == '\0';
}

static json_t *read_integer(const json_t *value, double limit) {
    double number;
    if (!read_number(value, &number) || !(number >= -limit && number < limit))
        return NULL;
    json_int_t whole = (json_int_t)number;
    return (double)whole == number ? json_integer(whole) : NULL;
}

static json_t *read_float(const json_t *value) {
    double number;
    return read_number(value, &number) ? json_real(number) : NULL;
}

/* Upper or lower case, as Google has it. */
static json_t *read_enum(const json_t *value, const char *names) {
    const char *text = json_string_value(value);
    for (size_t len; text && *names; names += len + 1) {
        len = strcspn(names, " ");
        if (strlen(text) == len && strncasecmp(text, names, len) == 0)
            return json_stringn(names, len);
    }
    return NULL;
}

/* A new reference; NULL if the value is none of the type. */
static json_t *convert(json_t *value, const struct proto_field *field) {
    bool fits = false;
    switch (field->type) {
    case PROTO_INT32:
        return read_integer(value, 0x1p31);
    case PROTO_INT64:
        return read_integer(value, 0x1p63);
    case PROTO_FLOAT:
        return read_float(value);
    case PROTO_ENUM:
        return read_enum(value, field->choice);
    case PROTO_BOOL:
        fits = json_is_boolean(value);
        break;
    case PROTO_STRING:
        fits = json_is_string(value);
        break;
    case PROTO_BYTES:
        fits = json_is_string(value) &&
               media_is_base64(json_string_value(value), json_string_length(value), true);
        break;
    case PROTO_STRUCT:
        fits = json_is_object(value);
        break;
    case PROTO_VALUE:
        fits = true;
        break;
    case PROTO_MESSAGE:
        break;
    }
    return fits ? json_incref(value) : NULL;
}

static json_t *read_one(json_t *value, const struct proto_field *field, const struct place *where, bool loose,
                        struct error *err) {
    if (field->type == PROTO_MESSAGE && json_is_object(value))
        return proto_read(value, field->message, where, loose, err);
    json_t *converted = convert(value, field);
    if (converted)
        return converted;
    bool text = field->type == PROTO_BYTES && json_is_string(value);
    return refuse_value(err, where, field, value, text ? "Base64 decoding failed for " : "");
}

/* ---- lists and maps ---- */

static json_t *read_list(json_t *value, const struct proto_field *field, const struct place *where,
                         bool loose, struct error *err) {
    json_t *list = json_array(), *element;
    size_t i;
    if (!json_is_array(value)) {
        struct place first = {where, NULL, 0};
        if (json_array_append_new(list, read_one(value, field, &first, loose, err)) == 0)
            return list;
        json_decref(list);
        return NULL;
    }
    json_array_foreach(value, i, element) {
        struct place inner = {where, NULL, i};
        if (json_array_append_new(list, read_one(element, field, &inner, loose, err)) == 0)
            continue;
        json_decref(list);
        return NULL;
    }
    return list;
}

/* In the path an entry is known by its position, not by its name. */
static json_t *read_map(json_t *value, const struct proto_field *field, const struct place *where, bool loose,
                        struct error *err) {
    json_t *map, *element;
    const char *name;
    size_t i = 0;
    if (!json_is_object(value))
        return refuse_value(err, where, field, value, "");
    map = json_object();
    json_object_foreach(value, name, element) {
        struct place entry = {where, NULL, i++}, inner = {&entry, "value", 0};
        if (json_object_set_new(map, name, read_one(element, field, &inner, loose, err)) == 0)
            continue;
        json_decref(map);
        return NULL;
    }
    return map;
}

/* ---- messages ---- */

static void make_snake(const char *camel, char snake[static LONGEST_NAME]) {
    size_t len = 0;
    for (; *camel && len + 2 < LONGEST_NAME; camel++) {
        if (isupper((unsigned char)*camel))
            snake[len++] = '_';
        snake[len++] = (char)tolower((unsigned char)*camel);
    }
    snake[len] = '\0';
}

static const struct proto_field *find(const struct proto_message *message, const char *name,
                                      char snake[static LONGEST_NAME]) {
    for (size_t i = 0; i < message->count; i++) {
        make_snake(message->fields[i].name, snake);
        if (strcmp(message->fields[i].name, name) == 0 || strcmp(snake, name) == 0)
            return &message->fields[i];
    }
    return NULL;
}

static bool is_taken(const json_t *result, const struct proto_message *message,
                     const struct proto_field *field) {
    for (size_t i = 0; field->oneof && i < message->count; i++)
        if (message->fields[i].oneof && strcmp(message->fields[i].oneof, field->oneof) == 0 &&
            json_object_get(result, message->fields[i].name))
            return true;
    return false;
}

static json_t *read_field(json_t *value, const struct proto_field *field, const struct place *outer,
                          const char *snake, bool loose, struct error *err) {
    struct place where = {outer, snake, 0};
    if (field->shape == PROTO_LIST)
        return read_list(value, field, &where, loose, err);
    if (field->shape == PROTO_MAP)
        return read_map(value, field, &where, loose, err);
    if (json_is_array(value) && field->type != PROTO_VALUE)
        return refuse_name(err, outer, snake, "Proto field is not repeating, cannot start list.");
    return read_one(value, field, &where, loose, err);
}

/* Adds one member to the result. */
static int add_member(json_t *result, const char *name, json_t *value, const struct proto_message *message,
                      const struct place *where, bool loose, struct error *err) {
    char snake[LONGEST_NAME], path[PROTO_PATH];
    const struct proto_field *field = find(message, name, snake);
    if (!field && loose)
        return 0;
    if (!field) {
        refuse_name(err, where, name, "Cannot find field.");
        return -1;
    }
    if (json_is_null(value) && field->type != PROTO_VALUE)
        return 0;
    if (is_taken(result, message, field))
        return error_param(err, ERR_REQUEST, proto_path(where, path),
                           "Invalid value at '%s' (oneof), oneof field '%s' is already set. Cannot set '%s'",
                           path, field->oneof, field->name);
    if (json_object_get(result, field->name)) {
        refuse_name(err, where, name, "Proto field is not repeating, it is set twice.");
        return -1;
    }
    return json_object_set_new(result, field->name, read_field(value, field, where, snake, loose, err));
}

json_t *proto_read(json_t *value, const struct proto_message *message, const struct place *where, bool loose,
                   struct error *err) {
    json_t *result = json_object(), *member;
    const char *name;
    json_object_foreach(value, name, member) {
        if (add_member(result, name, member, message, where, loose, err) == 0)
            continue;
        json_decref(result);
        return NULL;
    }
    return result;
}
