/* The form of an answer, where it is asked for in words. */
#include "dialects/answer_format.h"

#include "dialects/dialect.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

#define OBJECT "{\"type\":\"object\",\"properties\":{}}"

static const struct {
    const char *schema; /* NULL: there is none */
    unsigned quirks;
    enum chat_format format;
    const char *want; /* NULL: no schema */
    bool dropped;
} rows[] = {
    {OBJECT, 0, FORMAT_SCHEMA, OBJECT, false},
    /* of nothing in particular */
    {"{}", 0, FORMAT_JSON, NULL, false},
    {"{\"title\":\"T\",\"description\":\"D\",\"$schema\":\"S\"}", 0, FORMAT_JSON, NULL, false},
    {NULL, 0, FORMAT_JSON, NULL, true},
    /* told in words */
    {OBJECT, CHAT_NO_SCHEMA, FORMAT_JSON, OBJECT, true},
};

static void test_rows(void) {
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena *arena = arena_new();
        const char *text = rows[i].schema ? rows[i].schema : "";
        struct chat_request q = {.arena = arena, .format = FORMAT_SCHEMA, .format_param = "format"};
        if (rows[i].schema)
            q.format_schema = (struct span){text, strlen(text)};
        struct answer_format asked = answer_format(&q, rows[i].quirks);
        struct span got = asked.schema;
        is_int(asked.format, rows[i].format, text);
        is_str(got.at ? arena_strndup(arena, got.at, got.len) : NULL, rows[i].want, "the schema");
        is_int(q.dropped != NULL, rows[i].dropped, "whether it is named");
        arena_free(arena);
    }
}

/* A form that says nothing of schemas stays what it is. */
static void test_others(void) {
    for (enum chat_format format = FORMAT_UNSET; format < FORMAT_SCHEMA; format++) {
        struct arena *arena = arena_new();
        struct chat_request q = {.arena = arena, .format = format};
        struct answer_format asked = answer_format(&q, CHAT_NO_SCHEMA);
        ok(asked.format == format && !asked.schema.at && !q.dropped, "form %d", format);
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
