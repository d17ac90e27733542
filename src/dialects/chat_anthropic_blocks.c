/* Content blocks of Anthropic's Messages: read into the canonical form. */
#include <string.h>

#include "canon/media.h"
#include "dialects/chat_anthropic.h"
#include "dialects/read.h"

int chat_anthropic_read_cache(struct chat_request *q, const struct json *control, bool *cache,
                              struct error *err) {
    struct span object;
    if (control->type == SCAN_NONE)
        return 0;
    if (value_object(control, &object, err) < 0)
        return -1;
    struct json ttl = value_member(control, "ttl");
    if (value_given(&ttl) && (ttl.type != SCAN_STRING || !scan_equals(ttl.text, "5m")))
        read_dropped(q, &ttl);
    *cache = true;
    return 0;
}

static struct chat_block *add_text(struct chat_request *q, struct chat_blocks *into, struct span text) {
    struct chat_block *block = chat_add_block(q->arena, into, CHAT_TEXT);
    block->text = text;
    return block;
}

static int read_text_block(struct chat_request *q, const struct json *block, struct chat_blocks *into,
                           struct error *err) {
    static const char *const names[] = {"type", "text", "cache_control", NULL};
    struct json found[3];
    struct span text;
    if (read_members(q, block, names, found, err) < 0)
        return -1;
    if (found[1].type == SCAN_NONE)
        return read_missing(block, "text", err);
    if (value_string(&found[1], &text, err) < 0)
        return -1;
    return chat_anthropic_read_cache(q, &found[2], &add_text(q, into, text)->cache, err);
}

/* ---- images and documents ----------------------------------------------------------- */

enum { SOURCE_TYPE, SOURCE_MEDIA_TYPE, SOURCE_DATA, SOURCE_URL, SOURCE_FILE, SOURCE_CONTENT, SOURCE__MAX };
static const char *const source_names[] = {
    [SOURCE_TYPE] = "type", [SOURCE_MEDIA_TYPE] = "media_type", [SOURCE_DATA] = "data",
    [SOURCE_URL] = "url",   [SOURCE_FILE] = "file_id",          [SOURCE_CONTENT] = "content",
    [SOURCE__MAX] = NULL,
};
static const struct {
    const char *type;
    int member; /* what it must have */
} sources[] = {
    {"base64", SOURCE_DATA}, {"url", SOURCE_URL},         {"file", SOURCE_FILE},
    {"text", SOURCE_DATA},   {"content", SOURCE_CONTENT},
};
enum source_kind { FROM_BASE64, FROM_URL, FROM_FILE, FROM_TEXT, FROM_CONTENT, FROM__MAX };
_Static_assert(sizeof sources / sizeof *sources == FROM__MAX, "a row for each kind");

/* Finds the members of a source; *kind is one of the first `kinds`. */
static int read_source(struct chat_request *q, const struct json *source, int kinds, struct json *found,
                       enum source_kind *kind, struct error *err) {
    const char *types[FROM__MAX + 1] = {NULL};
    int type;
    for (int i = 0; i < kinds; i++)
        types[i] = sources[i].type;
    if (read_members(q, source, source_names, found, err) < 0)
        return -1;
    if (found[SOURCE_TYPE].type == SCAN_NONE)
        return read_missing(source, "type", err);
    if (value_choice(&found[SOURCE_TYPE], types, &type, err) < 0)
        return -1;
    *kind = (enum source_kind)type;
    return found[sources[type].member].type == SCAN_NONE
               ? read_missing(source, source_names[sources[type].member], err)
               : 0;
}

static int read_media(struct chat_request *q, const struct json *source, const struct json *found,
                      enum source_kind kind, struct chat_media *media, struct error *err) {
    char place[JSON_PATH];
    const char *mime;
    media->place = arena_strdup(q->arena, value_place(source, place));
    if (kind == FROM_URL)
        return media_read_url(media, &found[SOURCE_URL], q->arena, err);
    if (kind == FROM_FILE)
        return value_string(&found[SOURCE_FILE], &media->file, err);
    if (read_name(q, &found[SOURCE_MEDIA_TYPE], &mime, err) < 0)
        return -1;
    if (kind == FROM_BASE64)
        return media_read_base64(media, &found[SOURCE_DATA], mime, q->arena, err);
    media->mime = "text/plain";
    return value_string(&found[SOURCE_DATA], &media->plain, err);
}

static int read_image(struct chat_request *q, const struct json *block, struct chat_blocks *into,
                      struct error *err) {
    static const char *const names[] = {"type", "source", "cache_control", NULL};
    struct json found[3], source[SOURCE__MAX];
    enum source_kind kind;
    if (read_members(q, block, names, found, err) < 0)
        return -1;
    if (found[1].type == SCAN_NONE)
        return read_missing(block, "source", err);
    if (read_source(q, &found[1], FROM_TEXT, source, &kind, err) < 0)
        return -1;
    struct chat_block *made = chat_add_block(q->arena, into, CHAT_MEDIA);
    return read_media(q, &found[1], source, kind, &made->media, err) < 0 ||
                   chat_anthropic_read_cache(q, &found[2], &made->cache, err) < 0
               ? -1
               : 0;
}

/* A document that is made of blocks is these blocks, behind its title. */
static int read_parts(struct chat_request *q, const struct json *content, struct span title,
                      struct chat_blocks *into, struct error *err) {
    if (title.at)
        add_text(q, into, title);
    return chat_anthropic_read_content(q, content, ANTHROPIC_DOCUMENT, into, err);
}

static int read_document(struct chat_request *q, const struct json *block, struct chat_blocks *into,
                         struct error *err) {
    static const char *const names[] = {"type", "source", "title", "cache_control", NULL};
    struct json found[4], source[SOURCE__MAX];
    struct span title = {0};
    enum source_kind kind;
    bool cache = false;
    if (read_members(q, block, names, found, err) < 0)
        return -1;
    if (found[1].type == SCAN_NONE)
        return read_missing(block, "source", err);
    if (read_source(q, &found[1], FROM__MAX, source, &kind, err) < 0 ||
        read_string(&found[2], &title, err) < 0 || chat_anthropic_read_cache(q, &found[3], &cache, err) < 0)
        return -1;
    if (kind == FROM_CONTENT) {
        if (read_parts(q, &source[SOURCE_CONTENT], title, into, err) < 0)
            return -1;
    } else {
        struct chat_media *media = &chat_add_block(q->arena, into, CHAT_MEDIA)->media;
        media->kind = MEDIA_FILE;
        media->title = title;
        if (read_media(q, &found[1], source, kind, media, err) < 0)
            return -1;
    }
    if (into->last)
        into->last->cache |= cache;
    return 0;
}

/* What was found goes on as text; that it was a search, and from where it came, is lost. */
static int read_search_result(struct chat_request *q, const struct json *block, struct chat_blocks *into,
                              struct error *err) {
    static const char *const names[] = {"type", "title", "content", "cache_control", NULL};
    struct json found[4];
    struct span title = {0};
    if (read_members(q, block, names, found, err) < 0)
        return -1;
    if (found[2].type == SCAN_NONE)
        return read_missing(block, "content", err);
    if (read_string(&found[1], &title, err) < 0 || read_parts(q, &found[2], title, into, err) < 0)
        return -1;
    return into->last ? chat_anthropic_read_cache(q, &found[3], &into->last->cache, err) : 0;
}

/* ---- thoughts, calls and results ------------------------------------------------------- */

static int read_thinking(struct chat_request *q, const struct json *block, struct chat_blocks *into,
                         struct error *err) {
    static const char *const names[] = {"type", "thinking", "signature", NULL};
    struct json found[3];
    struct span signature = {0};
    if (read_members(q, block, names, found, err) < 0)
        return -1;
    if (found[1].type == SCAN_NONE)
        return read_missing(block, "thinking", err);
    struct chat_block *made = chat_add_block(q->arena, into, CHAT_THOUGHT);
    if (value_string(&found[1], &made->text, err) < 0 || read_string(&found[2], &signature, err) < 0)
        return -1;
    if (!chat_is_empty(signature)) /* which stands for one that never was */
        made->signature = signature;
    return 0;
}

static int read_redacted(struct chat_request *q, const struct json *block, struct chat_blocks *into,
                         struct error *err) {
    static const char *const names[] = {"type", "data", NULL};
    struct json found[2];
    if (read_members(q, block, names, found, err) < 0)
        return -1;
    if (found[1].type == SCAN_NONE)
        return read_missing(block, "data", err);
    struct chat_block *made = chat_add_block(q->arena, into, CHAT_THOUGHT);
    made->redacted = true;
    if (value_string(&found[1], &made->signature, err) < 0)
        return -1;
    return chat_is_empty(made->signature) ? value_bad(&found[1], "must not be empty", err) : 0;
}

static int read_call(struct chat_request *q, const struct json *block, struct chat_blocks *into,
                     struct error *err) {
    static const char *const names[] = {"type", "id", "name", "input", "cache_control", NULL};
    struct json found[5];
    struct chat_block *made = chat_add_block(q->arena, into, CHAT_CALL);
    return read_members(q, block, names, found, err) < 0 ||
                   read_wanted_name(q, &found[1], "id", &made->call.id, err) < 0 ||
                   read_wanted_name(q, &found[2], "name", &made->call.name, err) < 0 ||
                   read_schema(&found[3], &made->call.args, err) < 0 ||
                   chat_anthropic_read_cache(q, &found[4], &made->cache, err) < 0
               ? -1
               : 0;
}

static int read_failed(struct chat_request *q, const struct json *value, struct chat_result *result,
                       struct error *err) {
    if (value->type == SCAN_NONE)
        return 0;
    if (value_bool(value, &result->failed, err) < 0)
        return -1;
    if (result->failed)
        q->failed_param = "messages[].content[].is_error";
    return 0;
}

static int read_result(struct chat_request *q, const struct json *block, struct chat_blocks *into,
                       struct error *err) {
    static const char *const names[] = {"type", "tool_use_id", "content", "is_error", "cache_control", NULL};
    struct json found[5];
    struct chat_block *made = chat_add_block(q->arena, into, CHAT_RESULT);
    struct chat_result *result = &made->result;
    return read_members(q, block, names, found, err) < 0 ||
                   read_wanted_name(q, &found[1], "tool_use_id", &result->id, err) < 0 ||
                   chat_anthropic_read_content(q, &found[2], ANTHROPIC_RESULT, &result->content, err) < 0 ||
                   read_failed(q, &found[3], result, err) < 0 ||
                   chat_anthropic_read_cache(q, &found[4], &made->cache, err) < 0
               ? -1
               : 0;
}

/* ---- blocks ---------------------------------------------------------------------------- */

#define ANYWHERE                                                                                             \
    (ANTHROPIC_SYSTEM | ANTHROPIC_USER | ANTHROPIC_ASSISTANT | ANTHROPIC_RESULT | ANTHROPIC_DOCUMENT)

/* Content nests by these only: a result in a user's message, a document in both. */
static const struct {
    const char *type;
    unsigned where;
    int (*read)(struct chat_request *q, const struct json *block, struct chat_blocks *into,
                struct error *err);
} kinds[] = {
    {"text", ANYWHERE, read_text_block},
    {"image", ANTHROPIC_USER | ANTHROPIC_ASSISTANT | ANTHROPIC_RESULT | ANTHROPIC_DOCUMENT, read_image},
    {"document", ANTHROPIC_USER | ANTHROPIC_ASSISTANT | ANTHROPIC_RESULT, read_document},
    {"search_result", ANTHROPIC_USER | ANTHROPIC_RESULT, read_search_result},
    {"thinking", ANTHROPIC_ASSISTANT, read_thinking},
    {"redacted_thinking", ANTHROPIC_ASSISTANT, read_redacted},
    {"tool_use", ANTHROPIC_ASSISTANT, read_call},
    {"tool_result", ANTHROPIC_USER, read_result},
};

/* What is not known, among it what Anthropic's own tools said, is noted with its type. */
static void drop_block(struct chat_request *q, const struct json *block, const struct json *type) {
    static const char plain[] = "abcdefghijklmnopqrstuvwxyz0123456789_";
    char place[JSON_PATH];
    struct span name = chat_unquote(q->arena, type->text);
    const char *text = arena_strndup(q->arena, name.at, name.len);
    value_place(block, place);
    if (name.len > 0 && name.len < JSON_PATH && strspn(text, plain) == name.len)
        chat_drop(q, arena_printf(q->arena, "%s.%s", place, text));
    else
        chat_drop(q, place);
}

static int read_block(struct chat_request *q, const struct json *block, enum anthropic_place where,
                      struct chat_blocks *into, struct error *err) {
    struct json type = value_member(block, "type");
    struct span text;
    if (block->type != SCAN_OBJECT)
        return value_bad(block, "must be an object", err);
    if (!value_given(&type))
        return read_missing(block, "type", err);
    if (value_string(&type, &text, err) < 0)
        return -1;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (scan_equals(text, kinds[i].type))
            return kinds[i].where & where ? kinds[i].read(q, block, into, err)
                                          : value_bad(block, "is of a type that is not possible here", err);
    drop_block(q, block, &type);
    return 0;
}

int chat_anthropic_read_content(struct chat_request *q, const struct json *content,
                                enum anthropic_place where, struct chat_blocks *into, struct error *err) {
    struct json block = {0};
    struct span rest = content->text;
    if (content->type == SCAN_NONE)
        return 0;
    if (content->type == SCAN_STRING) {
        add_text(q, into, content->text);
        return 0;
    }
    if (content->type != SCAN_ARRAY)
        return value_bad(content, "must be a string or an array of blocks", err);
    while (value_next(content, &rest, &block))
        if (read_block(q, &block, where, into, err) < 0)
            return -1;
    return 0;
}
