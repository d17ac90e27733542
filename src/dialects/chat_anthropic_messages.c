/* The conversation of a request to Anthropic's Messages: written from the canonical form. */
#include <string.h>

#include "canon/media.h"
#include "dialects/chat_anthropic.h"
#include "dialects/write.h"

const struct name_rule chat_anthropic_names = {64, "_-", false}; /* 128 bytes, but not everywhere */

struct writing {
    struct chat_request *q;
    const struct chat_target *target;
    struct json_writer *w;
    struct error *err;
    bool open, any;      /* a message is; one was */
    enum chat_role role; /* of the last one */
    size_t blocks;       /* written so far */
};

/* ---- texts -------------------------------------------------------------------------- */

static bool is_blank(uint32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The bytes up to the white space at the end, with the opening quote. */
static size_t length_to_blanks(struct span string) {
    const char *end = string.at + string.len - 1, *kept = string.at + 1;
    uint32_t c;
    for (const char *at = kept; at < end;) {
        at += scan_unit(at, &c);
        if (!is_blank(c))
            kept = at;
    }
    return (size_t)(kept - string.at);
}

bool chat_anthropic_is_blank(struct span string) {
    uint32_t c = ' ';
    for (size_t at = 1; at + 1 < string.len && is_blank(c);)
        at += scan_unit(string.at + at, &c);
    return is_blank(c);
}

static struct span without_blanks(struct arena *arena, struct span string) {
    size_t len = length_to_blanks(string);
    if (len + 1 == string.len)
        return string;
    char *text = arena_strndup(arena, string.at, len + 1);
    text[len] = '"';
    return (struct span){text, len + 1};
}

void chat_anthropic_write_cache(struct json_writer *w, bool cache) {
    if (cache)
        json_member_raw(w, "cache_control", "{\"type\":\"ephemeral\"}");
}

bool chat_anthropic_write_text(struct json_writer *w, struct span text, bool cache) {
    if (chat_anthropic_is_blank(text))
        return false;
    json_open(w, '{');
    json_member_text(w, "type", "text");
    json_member_put(w, "text", text);
    chat_anthropic_write_cache(w, cache);
    json_close(w, '}');
    return true;
}

static void write_text(struct writing *x, struct span text, bool cache) {
    x->blocks += chat_anthropic_write_text(x->w, text, cache);
}

/* ---- images and documents -------------------------------------------------------------- */

static bool is_picture(const char *mime) {
    static const char *const types[] = {"image/jpeg", "image/png", "image/gif", "image/webp"};
    for (size_t i = 0; mime && i < sizeof types / sizeof *types; i++)
        if (strcmp(mime, types[i]) == 0)
            return true;
    return false;
}

/* The text of a document that is one; at == NULL: it is not. */
static struct span plain_text(const struct writing *x, const struct chat_media *media) {
    if (media->plain.at || media->kind != MEDIA_FILE || !media->data.at || !media_is_text(media->mime))
        return media->plain;
    struct span bytes = media_decode(media, x->q->arena);
    return chat_quote(x->q->arena, bytes.at, bytes.len);
}

/* Whether the dialect has a form for it. A file that only has an id lies with another provider. */
static bool can_write(const struct chat_media *media) {
    if (media->kind == MEDIA_IMAGE)
        return media->data.at ? is_picture(media->mime) : media->url.at != NULL;
    if (media->data.at)
        return (media->mime && strcmp(media->mime, "application/pdf") == 0) || media_is_text(media->mime);
    return media->url.at || media->plain.at;
}

static void write_source(struct writing *x, const struct chat_media *media) {
    struct span text = plain_text(x, media);
    json_member_open(x->w, "source", '{');
    if (text.at) {
        json_member_text(x->w, "type", "text");
        json_member_text(x->w, "media_type", "text/plain");
        json_member_put(x->w, "data", text);
    } else if (media->data.at) {
        json_member_text(x->w, "type", "base64");
        json_member_text(x->w, "media_type", media->mime);
        json_key(x->w, "data");
        json_put_bytes(x->w, media->data.at, media->data.len);
    } else {
        json_member_text(x->w, "type", "url");
        json_member_put(x->w, "url", media->url);
    }
    json_close(x->w, '}');
}

static int write_media(struct writing *x, const struct chat_block *block) {
    const struct chat_media *media = &block->media;
    const char *place = media->place ? media->place : "audio";
    if (media->kind == MEDIA_AUDIO)
        return error_param(x->err, ERR_REQUEST, place, "\"%s\": this model does not take audio.", place);
    if (media->kind == MEDIA_IMAGE && !chat_is_empty(media->title)) /* only documents have it as a member */
        write_text(x, write_title(x->q->arena, media->title), false);
    if (!can_write(media)) {
        write_text(x, write_media_note(x->q, media), block->cache);
        return 0;
    }
    write_drop_detail(x->q, media);
    json_open(x->w, '{');
    json_member_text(x->w, "type", media->kind == MEDIA_IMAGE ? "image" : "document");
    write_source(x, media);
    if (media->kind == MEDIA_FILE && media->title.at && !chat_anthropic_is_blank(media->title))
        json_member_put(x->w, "title", media->title);
    chat_anthropic_write_cache(x->w, block->cache);
    json_close(x->w, '}');
    x->blocks++;
    return 0;
}

static int write_content(struct writing *x, const struct chat_block *block) {
    for (; block; block = block->next) {
        if (block->kind == CHAT_TEXT)
            write_text(x, block->text, block->cache);
        else if (block->kind == CHAT_MEDIA && write_media(x, block) < 0)
            return -1;
    }
    return 0;
}

/* ---- messages --------------------------------------------------------------------------- */

static void close_message(struct writing *x) {
    if (x->open) {
        json_close(x->w, ']');
        json_close(x->w, '}');
    }
    x->open = false;
}

/* Goes on with a message of that role, or begins one. The first must be the user's. */
static void open_message(struct writing *x, enum chat_role role) {
    static const char *const roles[] = {
        [CHAT_USER] = "user", [CHAT_ASSISTANT] = "assistant", [CHAT_INSTRUCTION] = "system"};
    if (x->open && x->role == role)
        return;
    close_message(x);
    if (!x->any && role != CHAT_USER)
        json_put_raw(x->w, "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\".\"}]}");
    json_open(x->w, '{');
    json_member_text(x->w, "role", roles[role]);
    json_member_open(x->w, "content", '[');
    x->open = x->any = true;
    x->role = role;
}

/* ---- the user's ---------------------------------------------------------------------------- */

/* Whether there is anything of a result to be written. */
static bool has_content(const struct chat_block *block) {
    while (block && block->kind != CHAT_MEDIA && chat_anthropic_is_blank(block->text))
        block = block->next;
    return block;
}

static int write_result(struct writing *x, const struct chat_block *block) {
    const struct chat_result *result = &block->result;
    json_open(x->w, '{');
    json_member_text(x->w, "type", "tool_result");
    json_member_text(x->w, "tool_use_id", names_call_id(x->q->arena, result->id));
    if (has_content(result->content.first)) { /* else it said nothing, which is an answer too */
        json_member_open(x->w, "content", '[');
        if (write_content(x, result->content.first) < 0)
            return -1;
        json_close(x->w, ']');
    }
    if (result->failed)
        json_member_bool(x->w, "is_error", true);
    chat_anthropic_write_cache(x->w, block->cache);
    json_close(x->w, '}');
    x->blocks++;
    return 0;
}

static int write_user(struct writing *x, const struct chat_turn *turn) {
    const struct chat_block *block = turn->blocks.first;
    size_t before = x->blocks;
    open_message(x, CHAT_USER);
    for (; block && block->kind == CHAT_RESULT; block = block->next)
        if (write_result(x, block) < 0)
            return -1;
    if (write_content(x, block) < 0)
        return -1;
    if (x->blocks == before) /* a turn of nothing is refused, and without it the assistant would go on */
        write_text(x, write_quoted(x->q->arena, "."), false);
    return 0;
}

/* Newer models know instructions in the middle, right after what the user said. */
static void write_instruction(struct writing *x, const struct chat_turn *turn) {
    bool known = !(x->target->quirks & CHAT_NO_DEVELOPER) && x->any && x->role == CHAT_USER;
    struct span text = chat_text_of(x->q->arena, &turn->blocks, 1u << CHAT_TEXT, "\\n\\n");
    if (chat_anthropic_is_blank(text))
        return;
    open_message(x, known ? CHAT_INSTRUCTION : CHAT_USER);
    if (known)
        write_content(x, turn->blocks.first);
    else
        write_text(x, write_reminder(x->q->arena, text), turn->blocks.last->cache);
}

/* ---- the assistant's ---------------------------------------------------------------------- */

static bool is_words(const struct chat_block *block) {
    return (block->kind == CHAT_TEXT || block->kind == CHAT_REFUSAL) && !chat_anthropic_is_blank(block->text);
}

/* Whether there is anything of it to be written. A thought that nobody signed is refused. */
static bool is_said(const struct chat_block *block) {
    return block->kind == CHAT_CALL || block->kind == CHAT_MEDIA || is_words(block) ||
           (block->kind == CHAT_THOUGHT && block->signature.at);
}

static void write_thought(struct writing *x, const struct chat_block *block) {
    if (!block->signature.at) {
        write_drop_thought(x->q, block);
        return;
    }
    json_open(x->w, '{');
    json_member_text(x->w, "type", block->redacted ? "redacted_thinking" : "thinking");
    if (!block->redacted && block->text.at)
        json_member_put(x->w, "thinking", block->text);
    else if (!block->redacted)
        json_member_text(x->w, "thinking", "");
    json_member_put(x->w, block->redacted ? "data" : "signature", block->signature);
    json_close(x->w, '}');
    x->blocks++;
}

static void write_call(struct writing *x, const struct chat_block *block) {
    const struct chat_call *call = &block->call;
    json_open(x->w, '{');
    json_member_text(x->w, "type", "tool_use");
    json_member_text(x->w, "id", names_call_id(x->q->arena, call->id));
    json_member_text(x->w, "name", names_wire(x->q, &chat_anthropic_names, call->space, call->name));
    json_key(x->w, "input");
    write_arguments_object(x->w, call);
    chat_anthropic_write_cache(x->w, block->cache);
    json_close(x->w, '}');
    x->blocks++;
}

/* Whether nothing else is said behind it, to the end of the conversation: then it may not end in white space.
 */
static bool is_last_word(const struct chat_turn *turn, const struct chat_block *block) {
    if (turn->next)
        return false;
    for (block = block->next; block; block = block->next)
        if (is_said(block))
            return false;
    return true;
}

static void write_words(struct writing *x, const struct chat_turn *turn, const struct chat_block *block) {
    if (!is_words(block))
        return;
    bool last = is_last_word(turn, block);
    write_text(x, last ? without_blanks(x->q->arena, block->text) : block->text, block->cache);
}

static void write_assistant(struct writing *x, const struct chat_turn *turn) {
    const struct chat_block *block = turn->blocks.first;
    bool said = false;
    for (const struct chat_block *at = block; at && !said; at = at->next)
        said = is_said(at);
    if (said)
        open_message(x, CHAT_ASSISTANT);
    for (; block; block = block->next)
        if (block->kind == CHAT_THOUGHT)
            write_thought(x, block);
        else if (block->kind == CHAT_CALL)
            write_call(x, block);
        else if (block->kind == CHAT_MEDIA) /* an assistant shows none here */
            write_text(x, write_media_note(x->q, &block->media), block->cache);
        else
            write_words(x, turn, block);
}

static int write_turns(struct writing *x) {
    for (const struct chat_turn *turn = x->q->turns; turn; turn = turn->next) {
        if (turn->role == CHAT_ASSISTANT)
            write_assistant(x, turn);
        else if (turn->role == CHAT_INSTRUCTION)
            write_instruction(x, turn);
        else if (write_user(x, turn) < 0)
            return -1;
    }
    return 0;
}

int chat_anthropic_write_messages(struct chat_request *q, const struct chat_target *target,
                                  struct json_writer *w, struct error *err) {
    struct writing x = {.q = q, .target = target, .w = w, .err = err};
    json_member_open(w, "messages", '[');
    if (write_turns(&x) < 0)
        return -1;
    if (!x.any) {
        open_message(&x, CHAT_USER);
        write_text(&x, write_quoted(q->arena, "."), false);
    }
    close_message(&x);
    json_close(w, ']');
    return 0;
}
