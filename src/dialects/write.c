/* What writing a request takes in every dialect. */
#include "dialects/write.h"

#include <stdlib.h>
#include <string.h>

#include "base/jsonvalue.h"
#include "canon/names.h"
#include "dialects/schema_object.h"
#include "dialects/tool_schema.h"

#define NESTED_MOST     10   /* levels of a strict schema below its root */
#define PROPERTIES_MOST 1000 /* of one object of it */

struct span write_quoted(struct arena *arena, const char *text) {
    return chat_quote(arena, text, strlen(text));
}

struct span write_reminder(struct arena *arena, struct span text) {
    static const struct span open = {"\"<system-reminder>\\n\"", 21},
                             close = {"\"\\n</system-reminder>\"", 22};
    return chat_join(arena, chat_join(arena, open, text), close);
}

struct span write_media_note(struct chat_request *request, const struct chat_media *media) {
    static const char *const kinds[] = {
        [MEDIA_IMAGE] = "image", [MEDIA_AUDIO] = "audio", [MEDIA_FILE] = "document"};
    const char *kind = kinds[media->kind];
    chat_drop(request, media->place ? media->place : kind);
    return write_quoted(request->arena, arena_printf(request->arena, "[%s that cannot be shown]", kind));
}

struct span write_title(struct arena *arena, struct span title) {
    static const struct span open = {"\"[\"", 3}, close = {"\"]\"", 3};
    return chat_join(arena, chat_join(arena, open, title), close);
}

void write_drop_detail(struct chat_request *request, const struct chat_media *media) {
    if (media->detail && strcmp(media->detail, "auto") != 0)
        chat_drop(request, media->place ? arena_printf(request->arena, "%s.detail", media->place) : "detail");
}

void write_drop_thought(struct chat_request *request, const struct chat_block *thought) {
    if (!chat_is_empty(thought->text) || !chat_is_empty(thought->signature))
        chat_drop(request, request->thought_param ? request->thought_param : "reasoning");
}

/* Its place where all marks are called the same, else what this one is called. */
static const char *name_of_mark(const struct chat_request *request, const char *usual) {
    return request->cache_param ? request->cache_param : usual;
}

static void drop_marks(struct chat_request *request, const struct chat_blocks *blocks, const char *param) {
    const struct chat_block *block = blocks->first;
    while (block && !block->cache)
        block = block->next;
    if (block)
        chat_drop(request, param);
}

void write_drop_cache_marks(struct chat_request *request) {
    const struct chat_tool *tool = request->tools;
    if (request->cache_guessed)
        return;
    while (tool && !tool->cache)
        tool = tool->next;
    if (tool)
        chat_drop(request, name_of_mark(request, "tools[].cache_control"));
    drop_marks(request, &request->system, name_of_mark(request, "system[].cache_control"));
    for (const struct chat_turn *turn = request->turns; turn; turn = turn->next)
        drop_marks(request, &turn->blocks, name_of_mark(request, "messages[].content[].cache_control"));
}

void write_drop_failed(struct chat_request *request, const struct chat_result *result) {
    if (result->failed && request->failed_param)
        chat_drop(request, request->failed_param);
}

/* ---- tools --------------------------------------------------------------------------- */

void write_drop_hosted_tools(struct chat_request *request) {
    for (const struct chat_tool *tool = request->tools; tool; tool = tool->next)
        if (tool->kind == TOOL_HOSTED)
            chat_drop(request, tool->place);
}

static int compare_texts(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names that may be called, in order; NULL: all. */
static const char **sort_allowed(const struct chat_request *request, size_t *count) {
    *count = 0;
    for (const struct chat_list *allowed = request->allowed; allowed; allowed = allowed->next)
        ++*count;
    if (*count == 0)
        return NULL;
    const char **names = arena_alloc(request->arena, *count * sizeof *names), **name = names;
    for (const struct chat_list *allowed = request->allowed; allowed; allowed = allowed->next)
        *name++ = allowed->name;
    qsort(names, *count, sizeof *names, compare_texts);
    return names;
}

void write_mark_tools(struct chat_request *request) {
    size_t count;
    const char **names = sort_allowed(request, &count);
    for (struct chat_tool *tool = request->tools; tool; tool = tool->next)
        tool->offered = tool->kind != TOOL_HOSTED &&
                        (!names || bsearch(&tool->name, names, count, sizeof *names, compare_texts));
}

bool write_offers_tools(const struct chat_request *request) {
    const struct chat_tool *tool = request->tools;
    while (tool && !tool->offered)
        tool = tool->next;
    return tool;
}

void write_drop_choice(struct chat_request *request) {
    chat_drop(request, request->choice_param ? request->choice_param : "tool_choice");
}

void write_settle_choice(struct chat_request *request) {
    if (request->choice == CHOICE_NAMED &&
        !chat_find_tool(request, request->choice_space, request->choice_name)) {
        request->choice = CHOICE_AUTO;
        write_drop_choice(request);
    } else if (request->allowed && !write_offers_tools(request)) {
        write_drop_choice(request);
    }
}

/* The grammar of a custom tool in words: {"syntax":…,"definition":…}. */
static void add_grammar(struct buf *text, struct arena *arena, struct span grammar) {
    struct json format = value_whole(grammar), definition = value_member(&format, "definition");
    struct json syntax = value_member(&format, "syntax");
    if (definition.type != SCAN_STRING)
        return;
    struct span rules = chat_unquote(arena, definition.text);
    struct span kind = syntax.type == SCAN_STRING ? chat_unquote(arena, syntax.text) : (struct span){"", 0};
    buf_printf(text, "%sThe input follows this %.*s grammar:\n", text->len ? "\n\n" : "", (int)kind.len,
               kind.at);
    buf_add(text, rules.at, rules.len);
}

void write_tool_description(struct json_writer *w, struct arena *arena, const struct chat_tool *tool) {
    struct buf text;
    if (tool->kind != TOOL_CUSTOM || !tool->grammar.at) {
        if (tool->description.at)
            json_member_put(w, "description", tool->description);
        return;
    }
    buf_init(&text, BUF_MOST);
    buf_puts(&text, "");
    if (tool->description.at)
        scan_unquote(tool->description, &text);
    add_grammar(&text, arena, tool->grammar);
    json_key(w, "description");
    json_put_bytes(w, text.data, text.len);
    buf_free(&text);
}

static bool has_any_member(const struct json *object, const char *const *names) {
    for (; *names; names++)
        if (value_member(object, *names).type != SCAN_NONE)
            return true;
    return false;
}

void write_completed_schema(struct json_writer *w, struct span schema) {
    static const char *const others[] = {"type", "$ref", "anyOf", "oneOf", "allOf", NULL};
    struct json whole = value_whole(schema), type = value_member(&whole, "type"), member = {0};
    struct span rest = schema;
    bool typed = type.type == SCAN_STRING && scan_equals(type.text, "object");
    bool detailed = value_member(&whole, "properties").type != SCAN_NONE;
    if (typed ? detailed : has_any_member(&whole, others)) {
        json_put(w, schema);
        return;
    }
    json_open(w, '{');
    if (!typed)
        json_member_text(w, "type", "object");
    if (!detailed)
        json_member_raw(w, "properties", "{}");
    while (value_next(&whole, &rest, &member)) {
        json_key_raw(w, member.name);
        json_put(w, member.text);
    }
    json_close(w, '}');
}

void write_tool_schema(struct json_writer *w, const struct chat_tool *tool) {
    if (tool->kind == TOOL_CUSTOM)
        json_put_raw(w, "{\"type\":\"object\",\"properties\":{\"input\":{\"type\":\"string\"}},"
                        "\"required\":[\"input\"],\"additionalProperties\":false}");
    else if (tool->schema.at)
        json_put(w, tool->schema);
    else
        json_put_raw(w, "{\"type\":\"object\",\"properties\":{}}");
}

struct span write_whole_schema(struct json_writer *w, struct chat_request *request,
                               const struct chat_tool *tool) {
    struct span schema = {0};
    if (tool->kind != TOOL_CUSTOM && tool->schema.at) {
        schema = tool_schema(request, tool->schema, WRITE_PARAMETERS);
        write_completed_schema(w, schema);
    } else {
        write_tool_schema(w, tool);
    }
    return schema;
}

/* ---- strict schemas --------------------------------------------------------------------- */

/* What of a schema decides; those from PART_REFUSED on it must not have. */
enum {
    PART_TYPE,
    PART_PROPERTIES,
    PART_REQUIRED,
    PART_ADDITIONAL,
    PART_DEFS,
    PART_DEFINITIONS,
    PART_ANY_OF,
    PART_ITEMS,
    PART_REF,
    PART_ENUM,
    PART_CONST,
    PART_REFUSED,
    PART__MAX = PART_REFUSED + 10
};

static void find_parts(const struct scan_ends *ends, struct span schema, struct scan_want part[PART__MAX]) {
    static const char *const names[PART__MAX] = {
        [PART_TYPE] = "type",
        [PART_PROPERTIES] = "properties",
        [PART_REQUIRED] = "required",
        [PART_ADDITIONAL] = "additionalProperties",
        [PART_DEFS] = "$defs",
        [PART_DEFINITIONS] = "definitions",
        [PART_ANY_OF] = "anyOf",
        [PART_ITEMS] = "items",
        [PART_REF] = "$ref",
        [PART_ENUM] = "enum",
        [PART_CONST] = "const",
        [PART_REFUSED] = "allOf",
        "not",
        "if",
        "then",
        "else",
        "oneOf",
        "patternProperties",
        "propertyNames",
        "dependentRequired",
        "dependentSchemas",
    };
    for (int i = 0; i < PART__MAX; i++)
        part[i] = (struct scan_want){.name = names[i]};
    scan_members_by(ends, schema, part, PART__MAX);
}

static int compare_names(const void *a, const void *b) {
    const struct span *one = a, *other = b;
    if (one->len != other->len)
        return one->len < other->len ? -1 : 1;
    return memcmp(one->at, other->at, one->len);
}

/* The names of an array, in order; -1: too many. */
static int sort_names(const struct scan_want *array, struct span names[PROPERTIES_MOST]) {
    struct span rest = array->value;
    enum scan_type type;
    int count = 0;
    if (array->type != SCAN_ARRAY)
        return 0;
    for (struct span name; scan_next(&rest, &name, &type); names[count++] = name)
        if (count == PROPERTIES_MOST)
            return -1;
    qsort(names, (size_t)count, sizeof *names, compare_names);
    return count;
}

/* All properties are required, and there are no others. */
static bool has_strict_properties(const struct scan_ends *ends, const struct scan_want *part) {
    struct span required[PROPERTIES_MOST], rest = part[PART_PROPERTIES].value, name, value;
    enum scan_type type;
    int count = sort_names(&part[PART_REQUIRED], required);
    if (part[PART_ADDITIONAL].type != SCAN_FALSE || count < 0)
        return false;
    while (part[PART_PROPERTIES].type == SCAN_OBJECT &&
           scan_next_member_by(ends, &rest, &name, &value, &type))
        if (!bsearch(&name, required, (size_t)count, sizeof *required, compare_names))
            return false;
    return true;
}

/* OpenAI: "schema must have a 'type' key". */
static bool has_strict_type(const struct scan_want *part) {
    static const int instead[] = {PART_TYPE, PART_ANY_OF, PART_REF, PART_ENUM, PART_CONST};
    for (size_t i = 0; i < sizeof instead / sizeof *instead; i++)
        if (part[instead[i]].type != SCAN_NONE)
            return true;
    return false;
}

static bool is_strict_value(const struct scan_ends *ends, struct span schema, enum scan_type type, int depth);

/* Each of an object's or array's values is one. */
static bool are_strict(const struct scan_ends *ends, const struct scan_want *values, int depth) {
    struct json all = {.text = values->value, .type = values->type}, item = {0};
    struct span rest = values->value;
    while (value_next_by(ends, &all, &rest, &item))
        if (!is_strict_value(ends, item.text, item.type, depth))
            return false;
    return true;
}

static bool is_strict_value(const struct scan_ends *ends, struct span schema, enum scan_type type,
                            int depth) {
    static const int within[] = {PART_PROPERTIES, PART_DEFS, PART_DEFINITIONS, PART_ANY_OF};
    struct scan_want part[PART__MAX];
    if (type != SCAN_OBJECT || depth > NESTED_MOST)
        return false;
    find_parts(ends, schema, part);
    for (int i = PART_REFUSED; i < PART__MAX; i++)
        if (part[i].type != SCAN_NONE)
            return false;
    if ((depth > 0 && !has_strict_type(part)) || /* that of the root is added where it is missing */
        (schema_object(&part[PART_TYPE], &part[PART_PROPERTIES]) != SCHEMA_OTHER &&
         !has_strict_properties(ends, part)))
        return false;
    for (size_t i = 0; i < sizeof within / sizeof *within; i++)
        if (!are_strict(ends, &part[within[i]], depth + 1))
            return false;
    return part[PART_ITEMS].type == SCAN_NONE ||
           is_strict_value(ends, part[PART_ITEMS].value, part[PART_ITEMS].type, depth + 1);
}

bool write_is_strict(struct span schema) {
    if (!schema.at)
        return false;
    struct scan_want part[PART__MAX];
    struct scan_ends ends;
    scan_ends_find(&ends, schema);
    find_parts(&ends, schema, part);
    bool strict = schema_object(&part[PART_TYPE], &part[PART_PROPERTIES]) == SCHEMA_OBJECT &&
                  is_strict_value(&ends, schema, SCAN_OBJECT, 0);
    scan_ends_free(&ends);
    return strict;
}

/* ---- arguments ------------------------------------------------------------------------------ */

/* {"name": text} */
static void write_wrapped(struct json_writer *w, const char *name, struct span text) {
    json_open(w, '{');
    json_key(w, name);
    json_put_bytes(w, text.at ? text.at : "", text.len);
    json_close(w, '}');
}

static bool is_blank(struct span text) {
    size_t i = 0;
    while (i < text.len && memchr(" \t\r\n", text.at[i], 4))
        i++;
    return i == text.len;
}

void write_arguments_object(struct json_writer *w, const struct chat_call *call) {
    struct error ignored = {0};
    if (call->custom)
        write_wrapped(w, "input", call->args);
    else if (is_blank(call->args))
        json_put_raw(w, "{}");
    else if (scan_object(call->args, NULL, 0, SCAN_DEPTH, &ignored) == 0)
        json_put(w, call->args);
    else
        write_wrapped(w, "_raw_arguments", call->args);
}

void write_arguments_text(struct json_writer *w, const struct chat_call *call) {
    struct buf object;
    if (!call->custom && !is_blank(call->args)) {
        json_put_bytes(w, call->args.at, call->args.len);
        return;
    }
    buf_init(&object, BUF_MOST);
    write_arguments_object(&(struct json_writer){.out = &object}, call);
    json_put_bytes(w, object.data, object.len);
    buf_free(&object);
}

/* ---- settings -------------------------------------------------------------------------------- */

void write_option(struct json_writer *w, struct chat_request *request, const char *name,
                  const struct chat_option *option) {
    if (option->value.at && name)
        json_member_put(w, name, option->value);
    else if (option->value.at)
        chat_drop(request, option->param);
}

void write_parallel(struct json_writer *w, struct chat_request *request, bool takes) {
    if (request->parallel != FLAG_UNSET && takes)
        json_member_bool(w, "parallel_tool_calls", request->parallel == FLAG_ON);
    else if (request->parallel != FLAG_UNSET)
        chat_drop(request, request->parallel_param);
}

const char *write_format_name(const struct chat_request *request) {
    return request->format_name ? names_call_id(request->arena, request->format_name) : "response";
}

void write_format_schema(struct json_writer *w, const struct chat_request *request, struct span schema) {
    json_member_text(w, "name", write_format_name(request));
    if (request->format_description.at)
        json_member_put(w, "description", request->format_description);
    json_key(w, "schema");
    write_completed_schema(w, schema);
    if (request->format_strict != FLAG_UNSET)
        json_member_bool(w, "strict", request->format_strict == FLAG_ON && write_is_strict(schema));
}
