/* Schemas as Google takes them. */
#include "dialects/gemini_schema.h"

#include "dropped.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const struct {
    const char *schema;
    const char *want;    /* NULL: the same */
    const char *dropped; /* joined by blanks */
} rows[] = {
    {"{}", NULL, ""},
    {" { \"type\" : \"object\", \"properties\":{\"a\" : {\"$ref\":\"#/$defs/a\"}} , \"$defs\":{\"a\":{}},"
     "\"additionalProperties\":false}",
     NULL, ""},
    {"{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":{\"type\":\"string\"}},\"$comment\":\"c\"}", NULL, ""},
    {"{\"additionalProperties\":true,\"default\":true,\"enum\":[true,false],\"const\":false}", NULL, ""},
    /* beside a reference */
    {"{\"properties\":{\"a\":{\"$ref\":\"#/$defs/a\",\"description\":\"d\"}},\"$defs\":{\"a\":{}}}",
     "{\"properties\":{\"a\":{\"anyOf\":[{\"$ref\":\"#/$defs/a\"}],\"description\":\"d\"}},"
     "\"$defs\":{\"a\":{}}}",
     ""},
    {"{\"default\": 1,\"$ref\" : \"#/$defs/a\","
     "\"$defs\":{\"a\":{\"items\":{\"$ref\":\"#\",\"title\":\"t\"}}}}",
     "{\"default\":1,\"anyOf\":[{\"$ref\":\"#/$defs/a\"}],"
     "\"$defs\":{\"a\":{\"items\":{\"anyOf\":[{\"$ref\":\"#\"}],\"title\":\"t\"}}}}",
     ""},
    {"{\"\\u0024ref\":\"#/$defs/a\",\"minimum\":1}", "{\"anyOf\":[{\"$ref\":\"#/$defs/a\"}],\"minimum\":1}",
     ""},
    {"{\"oneOf\":[{\"$ref\":\"#/a\",\"anyOf\":[{\"type\":\"null\"}],\"oneOf\":[]},true]}",
     "{\"oneOf\":[{\"anyOf\":[{\"$ref\":\"#/a\"}]},{}]}", "s.oneOf[].anyOf s.oneOf[].oneOf"},
    {"{\"properties\":{\"$ref\":{\"type\":\"string\"},\"b\":{\"type\":\"string\"}}}", NULL, ""},
    {"{\"default\":{\"$ref\":\"a\",\"b\":true}}", NULL, ""},
    /* schemas that are true or false */
    {"{\"properties\":{\"a\":true,\"b\":{\"items\":true}},\"anyOf\":[true,{\"type\":\"null\"}]}",
     "{\"properties\":{\"a\":{},\"b\":{\"items\":{}}},\"anyOf\":[{},{\"type\":\"null\"}]}", ""},
    {"{\"$defs\":{\"a\":true},\"definitions\":{\"a\":true},\"prefixItems\":[true],\"items\":false}",
     "{\"$defs\":{\"a\":{}},\"definitions\":{\"a\":{}},\"prefixItems\":[{}],\"items\":{\"not\":{}}}",
     "s.items"},
    {"{\"properties\":{\"a\":false},\"additionalProperties\":{\"items\":true}}",
     "{\"properties\":{\"a\":{\"not\":{}}},\"additionalProperties\":{\"items\":{}}}", "s.properties.a"},
    /* a schema for each element, as it was called */
    {"{\"items\":[{\"type\":\"string\"},true]}", "{\"prefixItems\":[{\"type\":\"string\"},{}]}", ""},
    {"{\"properties\":{\"items\":{\"type\":\"string\"}}}", NULL, ""},
    /* what is none */
    {"{\"properties\":[1],\"items\":7,\"anyOf\":{\"a\":true},\"$ref\":null}", NULL, ""},
};

static void test_rows(void) {
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena *arena = arena_new();
        struct chat_request q = {.arena = arena};
        struct span schema = {rows[i].schema, strlen(rows[i].schema)};
        struct span result = gemini_schema(&q, schema, "s");
        is_str(arena_strndup(arena, result.at, result.len), rows[i].want ? rows[i].want : rows[i].schema,
               "as Google takes it");
        is_str(dropped_words(&q), rows[i].dropped, "what is gone is noted");
        ok((result.at == schema.at) == !rows[i].want, "and what it takes stays the same text");
        ok(gemini_schema(&q, result, "s").at == result.at, "as does the result");
        arena_free(arena);
    }
}

/* As many names as are kept, and that there were more. */
static void test_many(void) {
    enum { MEMBERS = 100000 };
    struct arena *arena = arena_new();
    struct chat_request q = {.arena = arena};
    struct buf text;
    int noted = 0;
    buf_init(&text, (size_t)MEMBERS * 20);
    buf_puts(&text, "{\"properties\":");
    for (int i = 0; i < MEMBERS; i++)
        buf_printf(&text, "%c\"k%d\":false", i ? ',' : '{', i);
    buf_puts(&text, "}}");
    struct span result = gemini_schema(&q, (struct span){text.data, text.len}, "s");
    for (const struct chat_list *item = q.dropped; item; item = item->next)
        noted++;
    is_int(noted, CHAT_DROPPED_MOST, "members that are noted");
    ok(q.dropped_more, "and that this is not all");
    is_int((int64_t)result.len, (int64_t)text.len + (int64_t)MEMBERS * 5, "all of them are written");
    buf_free(&text);
    arena_free(arena);
}

int main(void) {
    test_rows();
    test_many();
    return tap_done();
}
