/* The JSON scanner on any bytes. What it says about a text must hold for the parts it found. */
#include <stdlib.h>
#include <string.h>

#include "base/jsonscan.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(int good) {
    if (!good)
        abort();
}

static void visit(struct span value, enum scan_type type);

static void visit_string(struct span string) {
    struct buf text, quoted, again;
    buf_init(&text, string.len);
    buf_init(&quoted, 6 * string.len + 2);
    buf_init(&again, string.len);
    buf_puts(&text, "");
    scan_unquote(string, &text);
    check(!text.overflow);
    check(scan_equals(string, text.data) == !memchr(text.data, '\0', text.len));
    buf_quote(&quoted, text.data, text.len);
    scan_unquote((struct span){quoted.data, quoted.len}, &again);
    check(again.len == text.len && (text.len == 0 || memcmp(again.data, text.data, text.len) == 0));
    buf_free(&text);
    buf_free(&quoted);
    buf_free(&again);
}

static void visit_array(struct span rest) {
    const char *end = rest.at + rest.len;
    struct span value;
    enum scan_type type;
    while (scan_next(&rest, &value, &type)) {
        check(value.len > 0 && value.at + value.len < end && rest.at + rest.len == end);
        visit(value, type);
    }
    check(rest.len > 0 && rest.at[rest.len - 1] == ']');
}

static void visit_object(struct span object) {
    struct error err = {0};
    struct scan_want wants[] = {{.name = "a"}, {.name = "model"}, {.name = "messages"}, {.name = ""}};
    size_t count = sizeof wants / sizeof *wants;
    check(scan_object(object, wants, count, 64, &err) == 0);
    for (size_t i = 0; i < count; i++) {
        check((wants[i].type == SCAN_NONE) == (wants[i].seen == 0));
        if (wants[i].seen > 0)
            visit(wants[i].value, wants[i].type);
    }
}

static void visit(struct span value, enum scan_type type) {
    int64_t number;
    if (type == SCAN_STRING)
        visit_string(value);
    else if (type == SCAN_ARRAY)
        visit_array(value);
    else if (type == SCAN_OBJECT)
        visit_object(value);
    else if (type == SCAN_NUMBER)
        scan_int(value, &number);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct span text = {(const char *)data, size};
    struct error err = {0};
    if (scan_object(text, NULL, 0, 64, &err) == 0)
        visit_object(text);
    else
        check(err.kind == ERR_REQUEST && strstr(err.message, " at line ") != NULL);
    return 0;
}
