/* The JSON scanner on any bytes. What it says about a text must hold for the parts it found, and Jansson must
 * say the same. */
#include <jansson.h>
#include <string.h>

#include "base/jsonscan.h"
#include "fuzz.h"

#define DEPTH_MAX 64

static void visit(struct span value, enum scan_type type, const json_t *known);

/* known: what Jansson made of it, NULL if it could not. */
static void visit_string(struct span string, const json_t *known) {
    struct buf text, quoted, again;
    buf_init(&text, string.len);
    buf_init(&quoted, 6 * string.len + 2);
    buf_init(&again, string.len);
    buf_puts(&text, "");
    scan_unquote(string, &text);
    check(!text.overflow);
    check(!known || (json_string_length(known) == text.len &&
                     memcmp(json_string_value(known), text.data, text.len) == 0));
    check(scan_equals(string, text.data) == !memchr(text.data, '\0', text.len));
    buf_quote(&quoted, text.data, text.len);
    scan_unquote((struct span){quoted.data, quoted.len}, &again);
    check(again.len == text.len && (text.len == 0 || memcmp(again.data, text.data, text.len) == 0));
    buf_free(&text);
    buf_free(&quoted);
    buf_free(&again);
}

/* Each value within one is the same where the ends are known. */
static void visit_by(const struct scan_ends *ends, struct span value, enum scan_type type) {
    struct span rest = value, same = value, name, item, other;
    enum scan_type item_type, other_type;
    if (type == SCAN_ARRAY)
        while (scan_next(&rest, &item, &item_type)) {
            check(scan_next_by(ends, &same, &other, &other_type));
            check(item_type == other_type && item.at == other.at && item.len == other.len);
            visit_by(ends, item, item_type);
        }
    else if (type == SCAN_OBJECT)
        while (scan_next_member(&rest, &name, &item, &item_type)) {
            check(scan_next_member_by(ends, &same, &name, &other, &other_type));
            check(item_type == other_type && item.at == other.at && item.len == other.len);
            visit_by(ends, item, item_type);
        }
    check(rest.at == same.at && rest.len == same.len);
}

static void visit_array(struct span rest, const json_t *known) {
    size_t count = 0;
    const char *end = rest.at + rest.len;
    struct span value;
    enum scan_type type;
    while (scan_next(&rest, &value, &type)) {
        check(value.len > 0 && value.at + value.len < end && rest.at + rest.len == end);
        visit(value, type, json_array_get(known, count++));
    }
    check(!known || count == json_array_size(known));
    check(rest.len > 0 && rest.at[rest.len - 1] == ']');
}

static void visit_object(struct span object, const json_t *known) {
    struct error err = {0};
    struct scan_want wants[] = {{.name = "a"}, {.name = "model"}, {.name = "messages"}, {.name = ""}};
    size_t count = sizeof wants / sizeof *wants;
    struct scan_want members[] = {{.name = "a"}, {.name = "model"}, {.name = "messages"}, {.name = ""}};
    check(scan_object(object, wants, count, DEPTH_MAX, &err) == 0);
    scan_members(object, members, count);
    for (size_t i = 0; i < count; i++) {
        check(members[i].seen == wants[i].seen && members[i].type == wants[i].type);
        check(members[i].value.at == wants[i].value.at && members[i].value.len == wants[i].value.len);
        check((wants[i].type == SCAN_NONE) == (wants[i].seen == 0));
        const json_t *member = json_object_get(known, wants[i].name);
        check(!known || (member != NULL) == (wants[i].seen > 0));
        if (wants[i].seen > 0)
            visit(wants[i].value, wants[i].type, member);
    }
}

static void visit_number(struct span value, const json_t *known) {
    int64_t number;
    bool whole = scan_int(value, &number);
    check(!known || (json_is_integer(known) ? whole && number == json_integer_value(known) : !whole));
}

static void visit(struct span value, enum scan_type type, const json_t *known) {
    static const json_type types[] = {
        [SCAN_NULL] = JSON_NULL,     [SCAN_FALSE] = JSON_FALSE, [SCAN_TRUE] = JSON_TRUE,
        [SCAN_STRING] = JSON_STRING, [SCAN_ARRAY] = JSON_ARRAY, [SCAN_OBJECT] = JSON_OBJECT,
    };
    check(!known || (type == SCAN_NUMBER ? json_is_number(known) : json_typeof(known) == types[type]));
    if (type == SCAN_STRING)
        visit_string(value, known);
    else if (type == SCAN_ARRAY)
        visit_array(value, known);
    else if (type == SCAN_OBJECT)
        visit_object(value, known);
    else if (type == SCAN_NUMBER)
        visit_number(value, known);
}

static bool is_deep(const json_t *value, unsigned left) {
    const char *key;
    json_t *inner;
    size_t i;
    if (!json_is_object(value) && !json_is_array(value))
        return false;
    if (left == 0)
        return true;
    json_object_foreach((json_t *)value, key, inner) if (is_deep(inner, left - 1)) return true;
    json_array_foreach(value, i, inner) if (is_deep(inner, left - 1)) return true;
    return false;
}

/* What is JSON and Jansson cannot hold: numbers beyond its types, a NUL in a name, a lone surrogate. */
static bool is_beyond(const json_error_t *why) {
    enum json_error_code code = json_error_code(why);
    return code == json_error_numeric_overflow || code == json_error_null_byte_in_key ||
           strstr(why->text, "invalid Unicode") != NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct span text = {(const char *)data, size};
    struct error err = {0};
    json_error_t why;
    json_t *known = json_loadb(text.at, text.len, JSON_ALLOW_NUL, &why);
    if (scan_object(text, NULL, 0, DEPTH_MAX, &err) == 0) {
        check(known || is_beyond(&why));
        visit_object(text, known);
        struct scan_ends ends;
        scan_ends_find(&ends, text);
        visit_by(&ends, text, SCAN_OBJECT);
        scan_ends_free(&ends);
    } else {
        check(err.kind == ERR_REQUEST && strstr(err.message, " at line ") != NULL);
        bool nul = memchr(text.at, '\0', text.len) != NULL; /* which Jansson sometimes passes over */
        check(!json_is_object(known) || is_deep(known, DEPTH_MAX) || nul);
    }
    json_decref(known);
    return 0;
}
