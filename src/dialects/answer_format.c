/* The form of an answer, for targets that answer with JSON objects only. */
#include "dialects/answer_format.h"

#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/jsonvalue.h"
#include "dialects/dialect.h"

#define TEXT_MOST ((size_t)1 << 31)

/* ---- what to ask for --------------------------------------------------------------------- */

static bool is_one_of(struct span name, const char *const *names) {
    while (*names && !scan_equals(name, *names))
        names++;
    return *names;
}

/* Whether any value obeys it. */
static bool says_nothing(const struct json *schema) {
    static const char *const remarks[] = {"title", "description", "$schema",  "$id",        "$comment",
                                          "$defs", "definitions", "examples", "deprecated", NULL};
    struct json member = {0};
    struct span rest = schema->text;
    while (value_next(schema, &rest, &member))
        if (!is_one_of(member.name, remarks))
            return false;
    return true;
}

struct answer_format answer_format(struct chat_request *request, unsigned quirks) {
    struct answer_format asked = {.format = request->format, .schema = request->format_schema};
    struct json schema = value_whole(asked.schema);
    if (asked.format != FORMAT_SCHEMA)
        return asked;
    if (!asked.schema.at)
        chat_drop(request, request->format_param);
    if (!asked.schema.at || says_nothing(&schema))
        return (struct answer_format){.format = FORMAT_JSON};
    if (!(quirks & CHAT_NO_SCHEMA))
        return asked;
    chat_drop(request, request->format_param);
    asked.format = FORMAT_JSON;
    return asked;
}

/* ---- words --------------------------------------------------------------------------------- */

struct span answer_format_words(struct arena *arena, const struct answer_format *format) {
    struct buf text;
    buf_init(&text, TEXT_MOST);
    buf_puts(&text, "Answer with a single JSON object and nothing else: no other text, no code fence.");
    if (format->schema.at) {
        buf_puts(&text, " It must be valid against this JSON schema:\n");
        buf_add(&text, format->schema.at, format->schema.len);
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
