/* The form of an answer that must be an object. */
#include "dialects/answer_format.h"

#include "dialects/dialect.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

#define WRAPPED(schema, more)                                                                                \
    "{\"type\":\"object\",\"properties\":{\"value\":" schema                                                 \
    "},\"required\":[\"value\"],\"additionalProperties\":false" more "}"
#define LIST   "{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/a\"}"
#define DEFS   ",\"$defs\":{\"a\":{\"type\":\"string\"}}"
#define OBJECT "{\"type\":\"object\",\"properties\":{}}"

static const struct {
    const char *schema; /* NULL: there is none */
    unsigned quirks;
    enum chat_format format;
    const char *want; /* NULL: no schema */
    bool dropped;
} rows[] = {
    {OBJECT, 0, FORMAT_SCHEMA, OBJECT, false},
    {"{\"properties\":{}}", 0, FORMAT_SCHEMA, "{\"properties\":{}}", false},
    {"{\"type\":\"object\",\"anyOf\":[]}", 0, FORMAT_SCHEMA, "{\"type\":\"object\",\"anyOf\":[]}", false},
    {"{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#\"}}}", 0, FORMAT_SCHEMA,
     "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#\"}}}", false},
    /* not of an object */
    {"{\"type\":\"string\"}", 0, FORMAT_SCHEMA, WRAPPED("{\"type\":\"string\"}", ""), false},
    {"{\"type\":[\"object\",\"null\"]}", 0, FORMAT_SCHEMA, WRAPPED("{\"type\":[\"object\",\"null\"]}", ""),
     false},
    {"{\"type\":\"array\",\"properties\":{}}", 0, FORMAT_SCHEMA,
     WRAPPED("{\"type\":\"array\",\"properties\":{}}", ""), false},
    {"{\"anyOf\":[{\"type\":\"null\"}," OBJECT "]}", 0, FORMAT_SCHEMA,
     WRAPPED("{\"anyOf\":[{\"type\":\"null\"}," OBJECT "]}", ""), false},
    {"{\"enum\":[1, 2]}", 0, FORMAT_SCHEMA, WRAPPED("{\"enum\":[1, 2]}", ""), false},
    {"{\"not\":{}}", 0, FORMAT_SCHEMA, WRAPPED("{\"not\":{}}", ""), false},
    /* with what it refers to */
    {LIST DEFS "}", 0, FORMAT_SCHEMA, WRAPPED(LIST "}", DEFS), false},
    {"{\"$defs\":{},\"$ref\":\"#/$defs/a\",\"definitions\":{}}", 0, FORMAT_SCHEMA,
     WRAPPED("{\"$ref\":\"#/$defs/a\"}", ",\"$defs\":{},\"definitions\":{}"), false},
    {"{\"type\":\"array\",\"items\":{\"$ref\":\"#\"}}", 0, FORMAT_TEXT,
     "{\"type\":\"array\",\"items\":{\"$ref\":\"#\"}}", true},
    {"{\"type\":\"array\",\"items\":{\"$ref\":\"#/items\"}}", 0, FORMAT_TEXT,
     "{\"type\":\"array\",\"items\":{\"$ref\":\"#/items\"}}", true},
    {"{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defsx/a\"}}", 0, FORMAT_TEXT,
     "{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defsx/a\"}}", true},
    {"{\"const\":\"#/$defs\"}", 0, FORMAT_TEXT, "{\"const\":\"#/$defs\"}", true},
    /* of nothing in particular */
    {"{}", 0, FORMAT_JSON, NULL, false},
    {"{\"title\":\"T\",\"description\":\"D\",\"$schema\":\"S\"}", 0, FORMAT_JSON, NULL, false},
    {NULL, 0, FORMAT_JSON, NULL, true},
    /* told in words */
    {OBJECT, CHAT_NO_SCHEMA, FORMAT_JSON, OBJECT, true},
    {"{\"type\":\"string\"}", CHAT_NO_SCHEMA, FORMAT_JSON, WRAPPED("{\"type\":\"string\"}", ""), true},
    {"{\"type\":\"array\",\"items\":{\"$ref\":\"#\"}}", CHAT_NO_SCHEMA, FORMAT_TEXT,
     "{\"type\":\"array\",\"items\":{\"$ref\":\"#\"}}", true},
};

static void test_rows(void) {
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena *arena = arena_new();
        const char *text = rows[i].schema ? rows[i].schema : "";
        struct chat_request q = {.arena = arena, .format = FORMAT_SCHEMA, .format_param = "format"};
        if (rows[i].schema)
            q.format_schema = (struct span){text, strlen(text)};
        struct answer_format asked = answer_format(&q, rows[i].quirks);
        struct span got =
            asked.schema.at ? answer_format_schema(arena, &asked, asked.schema) : (struct span){0};
        is_int(asked.format, rows[i].format, text);
        is_str(got.at ? arena_strndup(arena, got.at, got.len) : NULL, rows[i].want, "the schema");
        is_int(q.dropped != NULL, rows[i].dropped, "whether it is named");
        ok(q.format_wrapped ==
               (rows[i].want && rows[i].format != FORMAT_TEXT && strcmp(rows[i].want, text) != 0),
           "whether the answer has to come out");
        arena_free(arena);
    }
}

/* A form that says nothing of schemas stays what it is, and an earlier target's wrapper is forgotten. */
static void test_others(void) {
    for (enum chat_format format = FORMAT_UNSET; format < FORMAT_SCHEMA; format++) {
        struct arena *arena = arena_new();
        struct chat_request q = {.arena = arena, .format = format, .format_wrapped = true};
        struct answer_format asked = answer_format(&q, CHAT_NO_SCHEMA);
        ok(asked.format == format && !asked.schema.at && !q.format_wrapped && !q.dropped, "form %d", format);
        arena_free(arena);
    }
}

static const struct {
    const char *text;
    bool said;
} texts[] = {
    {"\"json\"", true}, {"\"As JSON, please\"", true}, {"\"JsOn\"", true},
    {"\"\"", false},    {"\"js on\"", false},          {"\"jso\"", false},
    {"\"son\"", false},
};

static void test_words(void) {
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct arena *arena = arena_new();
        struct chat_blocks blocks = {0};
        chat_add_block(arena, &blocks, CHAT_MEDIA);
        chat_add_block(arena, &blocks, CHAT_TEXT)->text = (struct span){texts[i].text, strlen(texts[i].text)};
        is_int(answer_format_is_said(&blocks), texts[i].said, texts[i].text);
        arena_free(arena);
    }
}

int main(void) {
    test_rows();
    test_others();
    test_words();
    return tap_done();
}
