/* Schemas in the subset of Anthropic's structured output. */
#include "dialects/schema_subset.h"

#include "dropped.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const struct {
    const char *schema;
    const char *want;    /* NULL: the same */
    const char *dropped; /* joined by blanks */
} rows[] = {
    {"{\"type\":\"string\"}", NULL, ""},
    {" { \"type\" : \"object\", \"properties\":{\"a\" : {\"type\":\"integer\",\"title\":\"A\"}} ,"
     "\"required\":[\"a\"],\"additionalProperties\":false , \"description\":\"d\"}",
     NULL, ""},
    {"{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":{\"type\":\"string\",\"enum\":[\"x\",null,1]}}}", NULL, ""},
    {"{\"anyOf\":[{\"type\":\"null\"},{\"type\":\"array\","
     "\"items\":{\"type\":\"string\",\"format\":\"uuid\"},\"minItems\":1}]}",
     NULL, ""},
    {"{\"allOf\":[{\"type\":\"string\",\"const\":\"x\"}]}", NULL, ""},
    {"{\"type\":\"object\"}", "{\"type\":\"object\",\"additionalProperties\":false}", ""},
    {"{\"type\":\"object\",\"additionalProperties\":true}",
     "{\"type\":\"object\",\"additionalProperties\":false,"
     "\"description\":\"{\\\"additionalProperties\\\":true}\"}",
     "s.additionalProperties"},
    {"{\"properties\":{}}", "{\"properties\":{},\"type\":\"object\",\"additionalProperties\":false}", ""},
    {"{\"items\":{\"enum\":[\"a\",\"b\"]}}",
     "{\"items\":{\"enum\":[\"a\",\"b\"],\"type\":\"string\"},\"type\":\"array\"}", ""},
    {"{\"enum\":[true,false]}", "{\"enum\":[true,false],\"type\":\"boolean\"}", ""},
    {"{\"enum\":[1,\"a\"]}", NULL, ""},
    {"{\"enum\":[]}", NULL, ""},
    {"{\"enum\":[{}],\"type\":\"object\"}",
     "{\"type\":\"object\",\"additionalProperties\":false,\"description\":\"{\\\"enum\\\":[{}]}\"}",
     "s.enum"},
    {"{\"const\":7}", "{\"const\":7,\"type\":\"number\"}", ""},
    {"{\"const\":null}", "{\"const\":null,\"type\":\"null\"}", ""},
    {"{\"type\":\"string\",\"$schema\":\"x\",\"$id\":\"y\"}", "{\"type\":\"string\"}", ""},
    {"{\"type\":\"integer\",\"minimum\":1,\"description\":\"N \\u00e9\",\"maximum\":2.50}",
     "{\"type\":\"integer\",\"description\":\"N \\u00e9\\n\\n{\\\"minimum\\\":1,\\\"maximum\\\":2.50}\"}",
     "s.minimum s.maximum"},
    {"{\"type\":\"array\",\"items\":[{\"type\":\"string\"}],\"minItems\":2}",
     "{\"type\":\"array\","
     "\"description\":\"{\\\"items\\\":[{\\\"type\\\":\\\"string\\\"}],\\\"minItems\\\":2}\"}",
     "s.items s.minItems"},
    {"{\"type\":\"array\",\"items\":true}", "{\"type\":\"array\"}", ""},
    {"{\"oneOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]}",
     "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]}", ""},
    {"{\"oneOf\":[{\"type\":\"string\"}],\"anyOf\":[]}",
     "{\"anyOf\":[],\"description\":\"{\\\"oneOf\\\":[{\\\"type\\\":\\\"string\\\"}]}\"}", "s.oneOf"},
    {"{\"type\":\"string\",\"enum\":[{}],\"const\":[1],\"format\":\"regex\",\"not\":{}}",
     "{\"type\":\"string\","
     "\"description\":\"{\\\"enum\\\":[{}],\\\"const\\\":[1],\\\"format\\\":\\\"regex\\\","
     "\\\"not\\\":{}}\"}",
     "s.enum s.const s.format s.not"},
    {"{\"type\":\"object\",\"properties\":{\"minimum\":{\"type\":\"number\",\"minimum\":0},\"$id\":{\"type\":"
     "\"string\"}},\"additionalProperties\":false}",
     "{\"type\":\"object\",\"properties\":{\"minimum\":{\"type\":\"number\","
     "\"description\":\"{\\\"minimum\\\":0}\"},"
     "\"$id\":{\"type\":\"string\"}},\"additionalProperties\":false}",
     "s.properties.minimum.minimum"},
    {"{\"ty\\u0070e\":\"string\",\"pat\\\"tern\":\"x\"}",
     "{\"ty\\u0070e\":\"string\",\"description\":\"{\\\"pat\\\\\\\"tern\\\":\\\"x\\\"}\"}", "s.pat\\\"tern"},
};

static void test_rows(void) {
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena *arena = arena_new();
        struct chat_request q = {.arena = arena};
        struct span schema = {rows[i].schema, strlen(rows[i].schema)}, result = {0}, again = {0};
        struct error err = {0};
        is_int(schema_subset(&q, schema, "s", &result, &err), 0, rows[i].schema);
        is_str(arena_strndup(arena, result.at, result.len), rows[i].want ? rows[i].want : rows[i].schema,
               "in the subset");
        is_str(dropped_words(&q), rows[i].dropped, "what is gone is noted");
        ok((result.at == schema.at) == !rows[i].want && schema_is_subset(arena, schema) == !rows[i].want,
           "and what is within it stays the same text");
        schema_subset(&q, result, "s", &again, &err);
        ok(again.at == result.at && schema_is_subset(arena, result), "the result is within it");
        arena_free(arena);
    }
}

/* What the subset has no word for: anything, and nothing. */
static const char *const vague[] = {
    "{}",
    "{\"description\":\"d\"}",
    "{\"type\":\"object\",\"properties\":{\"a\":{}}}",
    "{\"type\":\"object\",\"properties\":{\"a\":true}}",
    "{\"type\":\"object\",\"properties\":{\"a\":false,\"b\":{\"minimum\":1}}}",
    "{\"type\":\"array\",\"items\":{\"title\":\"t\"}}",
    "{\"anyOf\":[{\"type\":\"string\"},{}]}",
    "{\"oneOf\":[{\"type\":\"string\"},true]}",
    "{\"allOf\":[{\"$ref\":\"#/$defs/a\"},{}],\"$defs\":{\"a\":{\"type\":\"string\"}}}",
    "{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":{\"not\":{\"type\":\"string\"}}}}",
    "{\"anyOf\":7,\"oneOf\":[{\"type\":\"string\"}]}",
    "{\"type\":\"array\",\"items\":{\"const\":{\"a\":1}}}",
    "{\"type\":\"array\",\"items\":{\"enum\":[[],1]}}",
};

static void test_vague(void) {
    for (size_t i = 0; i < COUNT(vague); i++) {
        struct arena *arena = arena_new();
        struct chat_request q = {.arena = arena};
        struct span schema = {vague[i], strlen(vague[i])}, result = schema;
        struct error err = {0};
        is_int(schema_subset(&q, schema, "s", &result, &err), 0, vague[i]);
        ok(!result.at && !q.dropped && !schema_is_subset(arena, schema), "is not to be had within it");
        arena_free(arena);
    }
}

static int nest(int levels, struct span *result, struct arena *arena, struct error *err) {
    struct chat_request q = {.arena = arena};
    struct buf text;
    buf_init(&text, 100000);
    for (int i = 1; i < levels; i++)
        buf_puts(&text, "{\"type\":\"array\",\"items\":");
    buf_puts(&text, "{\"type\":\"string\"}");
    for (int i = 1; i < levels; i++)
        buf_puts(&text, "}");
    int rc = schema_subset(&q, (struct span){arena_strndup(arena, text.data, text.len), text.len}, "s.t",
                           result, err);
    buf_free(&text);
    return rc;
}

static void test_depth(void) {
    struct arena *arena = arena_new();
    struct span result;
    struct error err = {0};
    is_int(nest(32, &result, arena, &err), 0, "32 levels are taken");
    is_int(nest(33, &result, arena, &err), -1, "33 are not");
    is_int(err.kind, ERR_REQUEST, "which is the client's fault");
    is_str(err.param, "s.t", "and of that field");
    arena_free(arena);
}

/* A name of megabytes, and a great many members below it: what is said of each does not have all of it. */
static void test_long_name(void) {
    enum { NAME = 4 << 20, MEMBERS = 200000 };
    struct arena *arena = arena_new();
    struct chat_request q = {.arena = arena};
    struct span result = {0};
    struct error err = {0};
    struct buf text;
    buf_init(&text, (size_t)4 * NAME);
    buf_puts(&text, "{\"type\":\"object\",\"properties\":{\"");
    for (int i = 0; i < NAME; i++)
        buf_putc(&text, 'n');
    buf_puts(&text, "\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{");
    for (int i = 0; i < MEMBERS; i++)
        buf_printf(&text, "%s\"%d\":{\"type\":\"null\",\"z\":1}", i ? "," : "", i);
    buf_puts(&text, "}}},\"additionalProperties\":false}");
    is_int(schema_subset(&q, (struct span){text.data, text.len}, "s", &result, &err), 0, "a long name");
    ok(q.dropped && !q.dropped->next && strlen(q.dropped->name) < 256, "is noted once, and cut");
    ok(result.len > text.len, "and stays in the schema");
    buf_free(&text);
    arena_free(arena);
}

/* As many names as are kept, and that there were more. */
static void test_many_members(void) {
    for (int count = CHAT_DROPPED_MOST; count <= CHAT_DROPPED_MOST + 1; count++) {
        struct arena *arena = arena_new();
        struct chat_request q = {.arena = arena};
        struct span result;
        struct error err = {0};
        struct buf text;
        int noted = 0;
        buf_init(&text, 10000);
        buf_puts(&text, "{\"type\":\"string\"");
        for (int i = 0; i < count; i++)
            buf_printf(&text, ",\"k%d\":1", i);
        buf_puts(&text, "}");
        schema_subset(&q, (struct span){text.data, text.len}, "s", &result, &err);
        for (const struct chat_list *item = q.dropped; item; item = item->next)
            noted++;
        is_int(noted, CHAT_DROPPED_MOST, "members that are noted");
        is_int(q.dropped_more, count > CHAT_DROPPED_MOST, "and whether that is all");
        buf_free(&text);
        arena_free(arena);
    }
}

int main(void) {
    test_rows();
    test_vague();
    test_depth();
    test_long_name();
    test_many_members();
    ok(!schema_is_subset(NULL, (struct span){0}), "no schema is none of the subset");
    return tap_done();
}
