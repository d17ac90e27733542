/* What a schema of an object is, to all who ask. */
#include "dialects/schema_object.h"

#include "dialects/answer_format.h"
#include "dialects/schema_subset.h"
#include "dialects/write.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const struct {
    const char *schema;
    enum schema_object want;
    bool wrapped; /* where only an object can be asked for */
    bool strict;  /* for OpenAI */
    bool subset;  /* of Anthropic's, as it stands */
} rows[] = {
    {"{\"type\":\"object\"}", SCHEMA_OBJECT, false, false, false},
    {"{\"type\":\"object\",\"additionalProperties\":false}", SCHEMA_OBJECT, false, true, true},
    {"{\"properties\":{}}", SCHEMA_OBJECT, false, false, false},
    {"{\"type\":\"array\",\"properties\":{}}", SCHEMA_OTHER, true, false, true},
    {"{\"type\":\"string\"}", SCHEMA_OTHER, true, false, true},
    {"{\"type\":[\"null\",\"object\"]}", SCHEMA_OBJECT_OR_OTHER, true, false, false},
    {"{\"type\":[\"null\",\"object\"],\"properties\":{},\"additionalProperties\":false}",
     SCHEMA_OBJECT_OR_OTHER, true, false, true},
    {"{\"type\":[\"null\",\"string\"],\"properties\":{}}", SCHEMA_OTHER, true, false, true},
    {"{\"anyOf\":[{\"type\":\"object\"}]}", SCHEMA_OTHER, true, false, false},
    {"{\"type\":7,\"properties\":{}}", SCHEMA_OTHER, true, false, true},
    {"{\"properties\":7}", SCHEMA_OTHER, true, false, false},
};

int main(void) {
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena *arena = arena_new();
        struct span schema = {rows[i].schema, strlen(rows[i].schema)};
        struct scan_want want[] = {{.name = "type"}, {.name = "properties"}};
        struct chat_request q = {.arena = arena, .format = FORMAT_SCHEMA, .format_schema = schema};
        scan_members(schema, want, 2);
        ok(schema_object(&want[0], &want[1]) == rows[i].want, "%s", rows[i].schema);
        is_int(answer_format(&q, 0).wrapped, rows[i].wrapped, "whether it needs a wrapper");
        is_int(write_is_strict(schema), rows[i].strict, "whether it is strict");
        is_int(schema_is_subset(arena, schema), rows[i].subset, "whether it can stay as it is");
        arena_free(arena);
    }
    return tap_done();
}
