/* The strictness of OpenAI, and what else is the same in its APIs. */
#include "openai.h"

#include <stdio.h>
#include <string.h>

#include "dialect.h"
#include "member.h"
#include "multipart.h"
#include "strict_schema.h"
#include "timers.h"

int openai_read_head(const struct http_request *request, struct scene *scene, struct error *err) {
    (void)scene;
    return dialect_check_key(request, NULL, err);
}

void openai_write_error(const struct error *err, uint64_t serial, struct buf *json) {
    dialect_chat.write_error(err, serial, json);
}

bool openai_write_failure(const struct scene *scene, unsigned position, unsigned i, const struct error *err,
                          struct buf *data) {
    (void)position;
    if (i > 0)
        return false;
    struct buf json;
    buf_init(&json, SIZE_MAX / 2);
    openai_write_error(err, scene->serial, &json);
    buf_printf(data, "{\"type\":\"error\",%s", json.data + 1);
    buf_free(&json);
    return true;
}

int openai_read_model(struct scene *scene, struct error *err) {
    const json_t *model = json_object_get(scene->body, "model");
    const struct part *part = scene->form ? multipart_find(scene->form, "model") : NULL;
    json_t *text = part ? json_stringn(part->bytes.at, part->bytes.len) : json_incref((json_t *)model);
    const char *name = json_string_value(text);
    int result = name ? behaviour_read(&scene->how, name, err) : 0;
    buf_init(&scene->name, SIZE_MAX / 2);
    buf_puts(&scene->name, name ? name : "");
    scene->model = scene->name.data;
    json_decref(text);
    return result;
}

void openai_put_further(const struct scene *scene, struct buf *json) {
    if (scene->how.unknown)
        buf_puts(json, ",\"x_unknown\":{\"deep\":[1,2.50,null,\"\\u00e9\"]}");
    if (scene->how.stamp)
        buf_printf(json, ",\"sent_us\":%llu", (unsigned long long)clock_now_us());
}

int openai_check_metadata(json_t *metadata, struct error *err) {
    static const struct field text = {.type = FIELD_STRING, .required = true, .low = 0, .high = 512};
    struct place where = {NULL, "metadata", 0};
    const char *name;
    json_t *value;
    if (json_object_size(metadata) > 16)
        return field_refuse(err, &where, "it has more than 16 members.");
    json_object_foreach(metadata, name, value) {
        struct place inner = {&where, name, 0};
        if (strlen(name) > 64)
            return field_refuse(err, &where, "a name has more than 64 bytes.");
        if (field_check(value, &text, &inner, err))
            return -1;
    }
    return 0;
}

int openai_check_name(const json_t *owner, const struct place *where, struct error *err) {
    static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    struct place inner = {where, "name", 0};
    const char *name = json_string_value(json_object_get(owner, "name"));
    if (name[strspn(name, allowed)])
        return field_refuse(err, &inner,
                            "string does not match pattern. Expected a string that matches the pattern "
                            "'^[a-zA-Z0-9_-]+$'.");
    return 0;
}

int openai_check_parameters(const json_t *function, const struct place *where, struct error *err) {
    struct place inner = {where, "parameters", 0};
    bool strict = json_is_true(json_object_get(function, "strict"));
    char what[96];
    if (!strict && !member_given(function, "parameters"))
        return 0;
    snprintf(what, sizeof what, "function '%s'", json_string_value(json_object_get(function, "name")));
    if (schema_check(json_object_get(function, "parameters"), strict, what, &inner, err) == 0)
        return 0;
    err->code = "invalid_function_parameters";
    return -1;
}

int openai_check_format(const json_t *format, const struct place *where, struct error *err) {
    struct place inner = {where, "schema", 0};
    bool strict = json_is_true(json_object_get(format, "strict"));
    char what[96];
    if (!strict && !member_given(format, "schema"))
        return 0;
    snprintf(what, sizeof what, "response_format '%s'", json_string_value(json_object_get(format, "name")));
    return schema_check(json_object_get(format, "schema"), strict, what, &inner, err);
}

bool openai_mentions_json(json_t *value) {
    const char *name;
    size_t i;
    json_t *inner;
    if (json_is_string(value))
        return strcasestr(json_string_value(value), "json");
    json_array_foreach(value, i, inner) {
        if (openai_mentions_json(inner))
            return true;
    }
    json_object_foreach(value, name, inner) {
        if (openai_mentions_json(inner))
            return true;
    }
    return false;
}
