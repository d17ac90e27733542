/* Forms as JSON objects, in OpenAI's words where that cannot be. */
#include "form.h"

#include <string.h>

#include "hash.h"
#include "words.h"

#define LONGEST_NAME 64

struct span form_bytes(const struct multipart *form, const json_t *file) {
    return form->parts[json_integer_value(json_object_get(file, "part"))].bytes;
}

static enum field_type type_of(const struct fields *fields, const char *name) {
    for (size_t i = 0; i < fields->count; i++)
        if (strcmp(fields->rows[i].name, name) == 0)
            return fields->rows[i].type;
    return FIELD_STRING;
}

static json_t *read_file(const struct multipart *form, const struct part *part) {
    char hex[HASH_HEX];
    json_t *file = json_object(), *name = json_stringn(part->filename.at, part->filename.len);
    json_object_set_new(file, "part", json_integer(part - form->parts));
    json_object_set_new(file, "filename", name ? name : json_string(""));
    json_object_set_new(file, "length", json_integer((json_int_t)part->bytes.len));
    json_object_set_new(file, "sha256", json_string(hash_hex(part->bytes.at, part->bytes.len, hex)));
    return file;
}

/* A new reference; NULL if the text is none of the type. */
static json_t *read_text(struct span bytes, enum field_type type) {
    json_t *text = json_stringn(bytes.at, bytes.len), *value = NULL;
    if (!text || type == FIELD_STRING || type == FIELD_ANY || type == FIELD_ARRAY)
        return text;
    if (type == FIELD_BOOL && (span_is(bytes, "true") || span_is(bytes, "false")))
        value = json_boolean(bytes.len == strlen("true"));
    if (type == FIELD_INT || type == FIELD_NUMBER || type == FIELD_OBJECT)
        value = json_loadb(bytes.at, bytes.len, JSON_DECODE_ANY, NULL);
    json_decref(text);
    if (type == FIELD_OBJECT ? json_is_object(value) : json_is_number(value) || json_is_boolean(value))
        return value;
    json_decref(value);
    return NULL;
}

/* Adds one value as the array's element, or as the member itself. */
static int add(json_t *body, const char *name, json_t *value, bool element, bool plain, struct error *err) {
    const json_t *known = json_object_get(body, name);
    if (known && plain) {
        json_decref(value);
        return error_param(err, ERR_REQUEST, name,
                           "Duplicate parameter: '%s'. You provided multiple values for this parameter, "
                           "whereas only one is allowed.",
                           name);
    }
    if (!element)
        return json_object_set_new(body, name, value);
    if (!known)
        json_object_set_new(body, name, json_array());
    return json_array_append_new(json_object_get(body, name), value);
}

static int read_part(const struct multipart *form, const struct part *part, const struct fields *fields,
                     const char *files, json_t *body, struct error *err) {
    char name[LONGEST_NAME] = "";
    if (part->name.len >= sizeof name || memchr(part->name.at, '\0', part->name.len))
        return error_set(err, ERR_REQUEST, "Could not parse multipart form: the name of a part is too long.");
    memcpy(name, part->name.at, part->name.len);
    size_t len = part->name.len;
    bool brackets = len > 2 && strcmp(name + len - 2, "[]") == 0;
    if (brackets)
        name[len - 2] = '\0';
    enum field_type type = type_of(fields, name);
    bool array = type == FIELD_ARRAY, is_file = words_have(files, name);
    struct place where = {NULL, name, 0};
    if (brackets && !array)
        name[len - 2] = '[';
    if (is_file && !part->filename.at)
        return field_refuse(err, &where, "expected a file with a filename, got a text instead.");
    if (!is_file && part->filename.at)
        return field_refuse(err, &where, "expected a text, got a file instead.");
    if (array && !brackets && !is_file)
        return field_refuse(err, &where, "expected an array, its elements as '%s[]'.", name);
    json_t *value = is_file ? read_file(form, part) : read_text(part->bytes, type);
    if (!value)
        return field_refuse(err, &where, "the value has another type, or is no text in UTF-8.");
    return add(body, name, value, array, !brackets, err);
}

int form_read(const struct multipart *form, const struct fields *fields, const char *files, json_t *body,
              struct error *err) {
    for (size_t i = 0; i < form->count; i++)
        if (read_part(form, &form->parts[i], fields, files, body, err))
            return -1;
    return 0;
}
