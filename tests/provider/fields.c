/* Checks JSON objects against tables of their members. Knows no particular API. */
#include "fields.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "words.h"

static const char *const type_names[] = {
    [FIELD_ANY] = "a value",      [FIELD_BOOL] = "a boolean",  [FIELD_INT] = "an integer",
    [FIELD_NUMBER] = "a number",  [FIELD_STRING] = "a string", [FIELD_ARRAY] = "an array",
    [FIELD_OBJECT] = "an object",
};

static const struct field_words openai_words = {
    .before = "Invalid '",
    .after = "': ",
    .element_before = "[",
    .element_after = "]",
    .missing = "it is missing.",
    .unknown = "there is no such parameter.",
    .unknown_outermost = "Unrecognized request argument supplied: ",
};

static bool is_request(const struct place *where) {
    return !where || (!where->outer && !where->name);
}

static const struct field_words *words_of(const struct place *where) {
    while (where->outer)
        where = where->outer;
    return is_request(where) ? ((const struct request_place *)where)->words : &openai_words;
}

static void put_place(const struct place *where, const struct field_words *words, struct buf *out) {
    if (is_request(where))
        return;
    put_place(where->outer, words, out);
    if (where->name)
        buf_printf(out, "%s%s", is_request(where->outer) ? "" : ".", where->name);
    else
        buf_printf(out, "%s%zu%s", words->element_before, where->index, words->element_after);
}

void place_put(const struct place *where, struct buf *out) {
    put_place(where, words_of(where), out);
}

int field_refuse(struct error *err, const struct place *where, const char *format, ...) {
    char reason[200];
    struct buf path;
    const struct field_words *words = words_of(where);
    va_list args;
    va_start(args, format);
    vsnprintf(reason, sizeof reason, format, args);
    va_end(args);
    buf_init(&path, sizeof err->param - 1);
    buf_puts(&path, "");
    put_place(where, words, &path);
    error_param(err, ERR_REQUEST, path.data, "%s%s%s%s", words->before, path.data, words->after, reason);
    buf_free(&path);
    return -1;
}

static bool type_fits(const json_t *value, enum field_type type) {
    switch (type) {
    case FIELD_ANY:
        return true;
    case FIELD_BOOL:
        return json_is_boolean(value);
    case FIELD_INT:
        return json_is_integer(value);
    case FIELD_NUMBER:
        return json_is_number(value);
    case FIELD_STRING:
        return json_is_string(value);
    case FIELD_ARRAY:
        return json_is_array(value);
    case FIELD_OBJECT:
        return json_is_object(value);
    }
    return false;
}

static double measure(const json_t *value) {
    if (json_is_string(value))
        return (double)json_string_length(value);
    return json_is_array(value) ? (double)json_array_size(value) : json_number_value(value);
}

int field_check(const json_t *value, const struct field *field, const struct place *where,
                struct error *err) {
    if (json_is_null(value) && !field->required)
        return 0;
    if (!type_fits(value, field->type))
        return field_refuse(err, where, "expected %s.", type_names[field->type]);
    if (field->high > 0 && (measure(value) < field->low || measure(value) > field->high))
        return field_refuse(err, where, "its %s must lie between %g and %g.",
                            json_is_number(value) ? "value" : "length", field->low, field->high);
    if (field->choice && !words_have(field->choice, json_string_value(value)))
        return field_refuse(err, where, "supported are: %s", field->choice);
    return 0;
}

static const struct field *find(const struct fields *fields, const char *name) {
    for (size_t i = 0; i < fields->count; i++)
        if (strcmp(fields->rows[i].name, name) == 0)
            return &fields->rows[i];
    return NULL;
}

static int refuse_member(const struct place *where, const struct field_words *words, struct error *err) {
    struct buf path;
    buf_init(&path, sizeof err->param - 1);
    put_place(where, words, &path);
    error_param(err, ERR_REQUEST, path.data, "%s%s%s", words->unknown_before, path.data,
                words->unknown_after);
    buf_free(&path);
    err->code = words->unknown_code;
    return -1;
}

static int refuse_unknown(const struct place *where, struct error *err) {
    const struct field_words *words = words_of(where);
    if (words->unknown_before)
        return refuse_member(where, words, err);
    if (!is_request(where->outer) || !words->unknown_outermost)
        return field_refuse(err, where, "%s", words->unknown);
    return error_param(err, ERR_REQUEST, where->name, "%s%s", words->unknown_outermost, where->name);
}

int fields_check(json_t *object, const struct fields *fields, const struct place *where, bool loose,
                 struct error *err) {
    const char *name;
    json_t *value;
    if (!json_is_object(object))
        return field_refuse(err, where, "expected an object.");
    json_object_foreach(object, name, value) {
        const struct field *field = find(fields, name);
        struct place inner = {where, name, 0};
        if (field ? field_check(value, field, &inner, err) : !loose && refuse_unknown(&inner, err))
            return -1;
    }
    for (size_t i = 0; i < fields->count; i++) {
        const struct field *field = &fields->rows[i];
        struct place inner = {where, field->name, 0};
        if (field->required && !json_object_get(object, field->name))
            return field_refuse(err, &inner, "%s", words_of(&inner)->missing);
    }
    return 0;
}
