/* What all writers of requests lean on: which schemas are strict, and which tools are declared. */
#include "dialects/write.h"

#include <string.h>

#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static bool is_strict(const char *schema) {
    return write_is_strict((struct span){schema, strlen(schema)});
}

static void test_strict(void) {
    static const struct {
        const char *schema;
        bool want;
    } rows[] = {
        {"{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false}", true},
        {"{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\"],"
         "\"additionalProperties\":false}",
         true},
        {"{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[],"
         "\"additionalProperties\":false}",
         false},
        {"{\"type\":\"object\",\"properties\":{},\"additionalProperties\":true}", false},
        {"{\"type\":\"object\",\"properties\":{}}", false},
        {"{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false,\"oneOf\":[]}", false},
        {"{\"type\":\"array\",\"items\":{\"type\":\"string\"}}", false},
        {"{}", false},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        is_int(is_strict(rows[i].schema), rows[i].want, rows[i].schema);
    ok(!write_is_strict((struct span){0}), "none");
}

/* A schema with so many levels below its root, each in what the one above has for it. */
static bool is_strict_nested(const char *open, const char *close, int levels) {
    struct buf text;
    buf_init(&text, 100000);
    buf_puts(&text, "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"a\"],"
                    "\"properties\":{\"a\":");
    for (int i = 1; i < levels; i++)
        buf_puts(&text, open);
    buf_puts(&text, "{\"type\":\"string\"}");
    for (int i = 1; i < levels; i++)
        buf_puts(&text, close);
    buf_puts(&text, "}}");
    bool strict = is_strict(text.data);
    buf_free(&text);
    return strict;
}

/* The root does not count; the last, which nests nothing, does. */
static void test_levels(void) {
    static const struct {
        const char *open, *close;
    } rows[] = {
        {"{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"a\"],\"properties\":{\"a\":",
         "}}"},
        {"{\"type\":\"array\",\"items\":", "}"},
        {"{\"anyOf\":[{\"type\":\"null\"},", "]}"},
        {"{\"type\":\"string\",\"$defs\":{\"a\":", "}}"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        ok(is_strict_nested(rows[i].open, rows[i].close, 10), "10 levels: %s", rows[i].open);
        ok(!is_strict_nested(rows[i].open, rows[i].close, 11), "11 levels: %s", rows[i].open);
    }
}

/* ---- tools --------------------------------------------------------------------------- */

#define NAMES 3 /* at most, with NULL at the end */

/* The tools "f", "g" and "h", of which the last is hosted. */
static struct chat_request request_with(struct arena *arena, const char *const allowed[NAMES],
                                        struct chat_tool tools[3]) {
    static const char *const names[] = {"f", "g", "h"};
    struct chat_request q = {.arena = arena, .tools = tools};
    for (size_t i = 0; i < 3; i++)
        tools[i] = (struct chat_tool){.next = i < 2 ? &tools[i + 1] : NULL,
                                      .kind = i < 2 ? TOOL_FUNCTION : TOOL_HOSTED,
                                      .name = names[i],
                                      .place = names[i]};
    for (size_t i = 0; i < NAMES && allowed[i]; i++)
        chat_add_item(arena, &q.allowed)->name = allowed[i];
    return q;
}

static void test_marks(void) {
    static const struct {
        const char *allowed[NAMES];
        bool f, g;
        const char *name;
    } rows[] = {
        {{NULL}, true, true, "all"},
        {{"g", "f", NULL}, true, true, "two"},
        {{"g", NULL}, false, true, "one"},
        {{"x", "f", NULL}, true, false, "one of those that are named"},
        {{"h", NULL}, false, false, "not a hosted one"},
        {{"x", NULL}, false, false, "none"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena *arena = arena_new();
        struct chat_tool tools[3];
        struct chat_request q = request_with(arena, rows[i].allowed, tools);
        write_mark_tools(&q);
        ok(tools[0].offered == rows[i].f && tools[1].offered == rows[i].g && !tools[2].offered, "offered: %s",
           rows[i].name);
        is_int(write_offers_tools(&q), rows[i].f || rows[i].g, rows[i].name);
        arena_free(arena);
    }
}

static void test_choice(void) {
    static const struct {
        const char *named, *allowed[NAMES], *param;
        enum chat_choice want;
        const char *dropped;
    } rows[] = {
        {"f", {NULL}, NULL, CHOICE_NAMED, ""},
        {"x", {NULL}, NULL, CHOICE_AUTO, "tool_choice"},
        {"x", {NULL}, "function_call", CHOICE_AUTO, "function_call"},
        {"h", {NULL}, NULL, CHOICE_AUTO, "tool_choice"},
        {NULL, {NULL}, NULL, CHOICE_ANY, ""},
        {NULL, {"f", "x"}, NULL, CHOICE_ANY, ""},
        {NULL, {"h", "x"}, NULL, CHOICE_ANY, "tool_choice"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena *arena = arena_new();
        struct chat_tool tools[3];
        struct chat_request q = request_with(arena, rows[i].allowed, tools);
        q.choice = rows[i].named ? CHOICE_NAMED : CHOICE_ANY;
        q.choice_name = rows[i].named;
        q.choice_param = rows[i].param;
        write_mark_tools(&q);
        write_settle_choice(&q);
        is_int(q.choice, rows[i].want, rows[i].named ? rows[i].named : "any");
        is_str(chat_dropped_names(&q, 100), rows[i].dropped, "what is noted");
        arena_free(arena);
    }
}

int main(void) {
    test_strict();
    test_levels();
    test_marks();
    test_choice();
    return tap_done();
}
