/* Schemas of tools whose root is not plainly an object. */
#include "dialects/tool_schema.h"

#include "dropped.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

#define A                                                                                                    \
    "{\"type\":\"object\",\"properties\":{\"k\":{\"const\":\"a\"},\"a\":{}},"                                \
    "\"required\":[\"k\",\"a\"]}"
#define B      "{\"properties\":{\"k\":{\"const\":\"b\"},\"b\":true},\"required\":[\"b\",\"k\"]}"
#define A_OR_B "{\"k\":{\"anyOf\":[{\"const\":\"a\"},{\"const\":\"b\"}]},\"a\":{},\"b\":true}"
#define SHUT   "{\"type\":\"object\",\"properties\":{\"a\":{}},\"additionalProperties\":false}"

static const struct {
    const char *schema;
    const char *want;    /* NULL: the same */
    const char *told;    /* what the description ends in, unquoted; NULL: there is none */
    const char *dropped; /* joined by blanks */
} rows[] = {
    {"{}", NULL, NULL, ""},
    {"{ \"type\" : \"object\",\"properties\":{\"anyOf\":{\"anyOf\":[]}}}", NULL, NULL, ""},
    {"{\"properties\":{\"a\":{}},\"if\":{},\"$defs\":{}}", NULL, NULL, ""},
    /* arguments are never null */
    {"{\"type\":[\"object\",\"null\"],\"properties\":{\"a\":{}},\"required\":[\"a\"],\"title\":\"t\"}",
     "{\"type\":\"object\",\"properties\":{\"a\":{}},\"required\":[\"a\"],\"title\":\"t\"}", NULL, ""},
    {"{\"anyOf\":[" SHUT ",{\"type\":\"null\"}],\"description\":\"d\"}",
     "{\"type\":\"object\",\"properties\":{\"a\":{}},\"additionalProperties\":false,\"description\":\"d\"}",
     NULL, ""},
    /* alternatives */
    {"{\"anyOf\":[" A "," B "]}", "{\"type\":\"object\",\"properties\":" A_OR_B ",\"required\":[\"k\"]",
     "{\"anyOf\":[" A "," B "]}", "s.anyOf"},
    {"{\"type\":\"object\",\"oneOf\":[{\"$ref\":\"#/$defs/a\"},{\"$ref\":\"#/$defs/b\"}],"
     "\"$defs\":{\"a\":" A ",\"b\":" B "}}",
     "{\"type\":\"object\",\"properties\":" A_OR_B ",\"required\":[\"k\"],"
     "\"$defs\":{\"a\":" A ",\"b\":" B "}",
     "{\"oneOf\":[{\"$ref\":\"#/$defs/a\"},{\"$ref\":\"#/$defs/b\"}]}", "s.oneOf"},
    {"{\"properties\":{\"a\":{},\"b\":{}},\"anyOf\":[{\"required\":[\"a\"]},{\"required\":[\"b\"]}]}",
     "{\"type\":\"object\",\"properties\":{\"a\":{},\"b\":{}}",
     "{\"anyOf\":[{\"required\":[\"a\"]},{\"required\":[\"b\"]}]}", "s.anyOf"},
    {"{\"anyOf\":[" SHUT "," SHUT "]}",
     "{\"type\":\"object\",\"properties\":{\"a\":{}},\"additionalProperties\":false",
     "{\"anyOf\":[" SHUT "," SHUT "]}", "s.anyOf"},
    {"{\"properties\":{\"k\":{\"type\":\"string\"}},\"anyOf\":[" A "],\"description\":7}",
     "{\"type\":\"object\",\"properties\":{\"k\":{\"type\":\"string\"},\"a\":{}},\"required\":[\"k\",\"a\"]",
     "{\"anyOf\":[" A "]}", "s.anyOf"},
    {"{\"properties\":{\"a\":{}},\"additionalProperties\":false,\"anyOf\":[{\"properties\":{\"b\":{}}}]}",
     "{\"type\":\"object\",\"properties\":{\"a\":{}},\"additionalProperties\":false",
     "{\"anyOf\":[{\"properties\":{\"b\":{}}}]}", "s.anyOf"},
    {"{\"anyOf\":[true,{\"$ref\":\"#/$defs/none\"},{\"$ref\":\"http://a/b\"},{\"$ref\":\"#\"}]}",
     "{\"type\":\"object\",\"properties\":{}",
     "{\"anyOf\":[true,{\"$ref\":\"#/$defs/none\"},{\"$ref\":\"http://a/b\"},{\"$ref\":\"#\"}]}", "s.anyOf"},
    {"{\"anyOf\":[{\"minProperties\":1,\"properties\":{\"a\":{}}}]}",
     "{\"type\":\"object\",\"properties\":{\"a\":{}}",
     "{\"anyOf\":[{\"minProperties\":1,\"properties\":{\"a\":{}}}]}", "s.anyOf"},
    {"{\"anyOf\":7,\"oneOf\":[]}", "{\"type\":\"object\",\"properties\":{}", "{\"anyOf\":7,\"oneOf\":[]}",
     "s.anyOf s.oneOf"},
    /* all of them */
    {"{\"allOf\":[{\"properties\":{\"a\":{}}},{\"required\":[\"a\"]},{\"$ref\":\"#/definitions/b\"}],"
     "\"definitions\":{\"b\":{\"$ref\":\"#/definitions/c\"},\"c\":{\"properties\":{\"c\":{}}}}}",
     "{\"type\":\"object\",\"properties\":{\"a\":{},\"c\":{}},\"required\":[\"a\"],"
     "\"definitions\":{\"b\":{\"$ref\":\"#/definitions/c\"},\"c\":{\"properties\":{\"c\":{}}}}}",
     NULL, ""},
    {"{\"allOf\":[" SHUT ",{\"properties\":{\"b\":{}}}]}",
     "{\"type\":\"object\",\"properties\":{\"a\":{},\"b\":{}}",
     "{\"allOf\":[" SHUT ",{\"properties\":{\"b\":{}}}]}", "s.allOf"},
    {"{\"allOf\":[" SHUT "]}",
     "{\"type\":\"object\",\"properties\":{\"a\":{}},\"additionalProperties\":false}", NULL, ""},
    /* references */
    {"{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":" SHUT "}}",
     "{\"type\":\"object\",\"properties\":{\"a\":{}},\"$defs\":{\"a\":" SHUT
     "},\"additionalProperties\":false}",
     NULL, ""},
    {"{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":{\"$ref\":\"#/$defs/a\"}}}",
     "{\"type\":\"object\",\"properties\":{},\"$defs\":{\"a\":{\"$ref\":\"#/$defs/a\"}}",
     "{\"$ref\":\"#/$defs/a\"}", "s.$ref"},
    /* what no schema of an object's properties says */
    {"{\"type\":\"string\",\"enum\":[\"a\"],\"const\":1,\"not\":{},\"description\":\"d\"}",
     "{\"type\":\"object\",\"properties\":{}",
     "d\n\n{\"type\":\"string\",\"enum\":[\"a\"],\"const\":1,\"not\":{}}", "s.type s.enum s.const s.not"},
};

/* The wanted text with its description. */
static const char *wanted(struct arena *arena, size_t row) {
    if (!rows[row].want || !rows[row].told)
        return rows[row].want ? rows[row].want : rows[row].schema;
    struct span told = chat_quote(arena, rows[row].told, strlen(rows[row].told));
    return arena_printf(arena, "%s,\"description\":%.*s}", rows[row].want, (int)told.len, told.at);
}

static void test_rows(void) {
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena *arena = arena_new();
        struct chat_request q = {.arena = arena};
        struct span schema = {rows[i].schema, strlen(rows[i].schema)};
        struct span result = tool_schema(&q, schema, "s");
        is_str(arena_strndup(arena, result.at, result.len), wanted(arena, i), "plainly an object");
        is_str(dropped_words(&q), rows[i].dropped, "what is only told is noted");
        ok((result.at == schema.at) == !rows[i].want, "and one that is it already stays the same text");
        ok(tool_schema(&q, result, "s").at == result.at, "as does the result");
        arena_free(arena);
    }
}

/* More properties, or alternatives, than are put together: they are told. */
static void test_many(void) {
    static const struct {
        const char *start, *each, *end;
        int count;
        bool whole;
    } many[] = {
        {"{\"anyOf\":[{\"properties\":{\"z\":{}", ",\"k%d\":{}", "}}]}", 127, true},
        {"{\"anyOf\":[{\"properties\":{\"z\":{}", ",\"k%d\":{}", "}}]}", 128, false},
        {"{\"type\":[\"object\"],\"properties\":{\"z\":{}", ",\"k%d\":{}", "}}", 100000, true},
        {"{\"anyOf\":[{\"properties\":{}}", ",{\"type\":\"null\",\"title\":\"%d\"}", "]}", 2000, true},
        {"{\"anyOf\":[{\"properties\":{}}", ",{\"type\":\"null\",\"title\":\"%d\"}", "]}", 4000, false},
        {"{\"allOf\":[{}", ",{\"title\":\"%d\"}", "]}", 31, true},
        {"{\"allOf\":[{}", ",{\"title\":\"%d\"}", "]}", 32, false},
    };
    for (size_t i = 0; i < COUNT(many); i++) {
        struct arena *arena = arena_new();
        struct chat_request q = {.arena = arena};
        struct buf text;
        buf_init(&text, 10 << 20);
        buf_puts(&text, many[i].start);
        for (int k = 0; k < many[i].count; k++) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
            buf_printf(&text, many[i].each, k);
#pragma GCC diagnostic pop
        }
        buf_puts(&text, many[i].end);
        struct span result = tool_schema(&q, (struct span){text.data, text.len}, "s");
        ok(result.at != text.data && !q.dropped == many[i].whole, "%s with %d", many[i].start, many[i].count);
        ok(result.len > text.len / 2 || many[i].whole, "nothing is lost");
        buf_free(&text);
        arena_free(arena);
    }
}

int main(void) {
    test_rows();
    test_many();
    return tap_done();
}
