/* The form of an answer, for targets that answer with JSON objects only. */
#include "dialects/answer_format.h"

#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/jsonvalue.h"
#include "base/jsonwrite.h"
#include "dialects/dialect.h"
#include "dialects/schema_object.h"

/* ---- schemas ------------------------------------------------------------------------- */

/* Members that other schemas refer to, from the root. */
static const char *const shelves[] = {"$defs", "definitions", NULL};

static bool is_object(struct span schema) {
    struct scan_want want[] = {{.name = "type"}, {.name = "properties"}};
    scan_members(schema, want, 2);
    return schema_object(&want[0], &want[1]) == SCHEMA_OBJECT;
}

/* Whether any value obeys it. */
static bool says_nothing(const struct json *schema) {
    static const char *const remarks[] = {"title", "description", "$schema",  "$id",        "$comment",
                                          "$defs", "definitions", "examples", "deprecated", NULL};
    struct json member = {0};
    struct span rest = schema->text;
    while (value_next(schema, &rest, &member))
        if (!scan_listed(member.name, remarks))
            return false;
    return true;
}

/* Whether what it refers to is found from the wrapper, too: a string that looks like another place of its own
 * is taken for a reference to that. */
static bool can_move(struct span schema) {
    const char *at = schema.at, *end = schema.at + schema.len;
    while ((at = memmem(at, (size_t)(end - at), "\"#", 2)) != NULL) {
        bool moves = false;
        at += 2;
        for (const char *const *shelf = shelves; *shelf; shelf++) {
            size_t len = strlen(*shelf);
            moves |= (size_t)(end - at) > len + 1 && *at == '/' && memcmp(at + 1, *shelf, len) == 0 &&
                     at[len + 1] == '/';
        }
        if (!moves)
            return false;
    }
    return true;
}

static void put_member(struct json_writer *w, const struct json *member) {
    json_key_raw(w, member->name);
    json_put(w, member->text);
}

/* The members of a schema that stand on shelves, or the others. */
static void put_members(struct json_writer *w, const struct json *schema, bool shelved) {
    struct json member = {0};
    struct span rest = schema->text;
    while (value_next(schema, &rest, &member))
        if ((scan_listed(member.name, shelves) != NULL) == shelved)
            put_member(w, &member);
}

struct span answer_format_schema(struct arena *arena, const struct answer_format *format,
                                 struct span schema) {
    struct json inner = value_whole(schema);
    struct buf text;
    if (!format->wrapped)
        return schema;
    buf_init(&text, BUF_MOST);
    struct json_writer w = {.out = &text};
    json_open(&w, '{');
    json_member_text(&w, "type", "object");
    json_member_open(&w, "properties", '{');
    json_member_open(&w, CHAT_WRAPPER, '{');
    put_members(&w, &inner, false);
    json_close(&w, '}');
    json_close(&w, '}');
    json_member_raw(&w, "required", "[\"" CHAT_WRAPPER "\"]");
    json_member_bool(&w, "additionalProperties", false);
    put_members(&w, &inner, true);
    json_close(&w, '}');
    return chat_take(arena, &text);
}

/* ---- what to ask for --------------------------------------------------------------------- */

struct answer_format answer_format(struct chat_request *request, unsigned quirks) {
    struct answer_format asked = {.format = request->format, .schema = request->format_schema};
    struct json schema = value_whole(asked.schema);
    request->format_wrapped = false;
    if (asked.format != FORMAT_SCHEMA)
        return asked;
    if (!asked.schema.at)
        chat_drop(request, request->format_param);
    if (!asked.schema.at || says_nothing(&schema))
        return (struct answer_format){.format = FORMAT_JSON};
    bool object = is_object(asked.schema);
    asked.wrapped = !object && can_move(asked.schema);
    request->format_wrapped = asked.wrapped;
    if (!asked.wrapped && !object)
        asked.format = FORMAT_TEXT; /* which plain JSON, of an object, would not be */
    else if (quirks & CHAT_NO_SCHEMA)
        asked.format = FORMAT_JSON;
    if (asked.format != FORMAT_SCHEMA)
        chat_drop(request, request->format_param);
    return asked;
}

/* ---- words --------------------------------------------------------------------------------- */

struct span answer_format_words(struct arena *arena, const struct answer_format *format) {
    static const char object[] = "Answer with a single JSON object and nothing else: no other text, no code "
                                 "fence.",
                      value[] = "Answer with a single JSON value and nothing else: no other text, no code "
                                "fence.";
    struct buf text;
    buf_init(&text, BUF_MOST);
    buf_puts(&text, format->format == FORMAT_TEXT ? value : object);
    if (format->schema.at) {
        struct span schema = answer_format_schema(arena, format, format->schema);
        buf_puts(&text, " It must be valid against this JSON schema:\n");
        buf_add(&text, schema.at, schema.len);
    }
    struct span words = chat_quote(arena, text.data, text.len);
    buf_free(&text);
    return words;
}

static bool says_json(struct span text) {
    for (size_t at = 0; at + 4 <= text.len; at++)
        if (strncasecmp(text.at + at, "json", 4) == 0)
            return true;
    return false;
}

bool answer_format_is_said(const struct chat_blocks *blocks) {
    for (const struct chat_block *block = blocks->first; block; block = block->next)
        if (block->kind == CHAT_TEXT && says_json(block->text))
            return true;
    return false;
}
