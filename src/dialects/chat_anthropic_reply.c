/* Answers of Anthropic's Messages, whole and streamed: written from events. */
#include <string.h>

#include "dialects/chat_anthropic.h"
#include "dialects/error_shapes.h"
#include "dialects/write.h"

static const char *const reasons[STOP__MAX] = {
    [STOP_NONE] = "end_turn",   [STOP_DONE] = "end_turn",     [STOP_SEQUENCE] = "stop_sequence",
    [STOP_CALLS] = "tool_use",  [STOP_LENGTH] = "max_tokens", [STOP_FILTER] = "refusal",
    [STOP_REFUSAL] = "refusal", [STOP_PAUSE] = "pause_turn",
};

/* Stands for what an answer cannot have here. */
static const struct span media_note = {"\"[an attachment that cannot be shown here]\"", 43};

static void write_stop_members(struct json_writer *w, enum chat_stop stop, struct span sequence,
                               bool refused) {
    bool done = stop == STOP_DONE || stop == STOP_NONE;
    json_member_text(w, "stop_reason", reasons[refused && done ? STOP_REFUSAL : stop]);
    if (stop == STOP_SEQUENCE && sequence.at)
        json_member_put(w, "stop_sequence", sequence);
    else
        json_member_raw(w, "stop_sequence", "null");
}

/* The input is told without what was read from the cache or written to it. No prompt is empty: one that the
 * provider did not count is told as it was estimated. */
static void write_usage(struct json_writer *w, const struct chat_head *head, const struct usage *usage) {
    int64_t prompt = usage->prompt ? usage->prompt : head->prompt;
    int64_t input = prompt - usage->cache_read - usage->cache_write;
    json_member_open(w, "usage", '{');
    json_member_int(w, "input_tokens", input < 0 ? 0 : input);
    json_member_int(w, "cache_creation_input_tokens", usage->cache_write);
    json_member_int(w, "cache_read_input_tokens", usage->cache_read);
    if (usage->cache_write_1h) {
        int64_t brief = usage->cache_write - usage->cache_write_1h;
        json_member_open(w, "cache_creation", '{');
        json_member_int(w, "ephemeral_5m_input_tokens", brief < 0 ? 0 : brief);
        json_member_int(w, "ephemeral_1h_input_tokens", usage->cache_write_1h);
        json_close(w, '}');
    }
    json_member_int(w, "output_tokens", usage->output);
    if (usage->reasoning) {
        json_member_open(w, "output_tokens_details", '{');
        json_member_int(w, "thinking_tokens", usage->reasoning);
        json_close(w, '}');
    }
    if (usage->searches) {
        json_member_open(w, "server_tool_use", '{');
        json_member_int(w, "web_search_requests", usage->searches);
        json_close(w, '}');
    }
    json_close(w, '}');
}

/* Up to the content. */
static void open_message(struct json_writer *w, const struct chat_head *head) {
    json_open(w, '{');
    json_member_format(w, "id", "msg_%s", head->id);
    json_member_text(w, "type", "message");
    json_member_text(w, "role", "assistant");
    json_member_text(w, "model", head->model);
    json_member_open(w, "content", '[');
}

/* ---- whole ------------------------------------------------------------------------- */

static void write_thought(struct json_writer *w, const struct chat_block *block) {
    static const struct span empty = {"\"\"", 2};
    json_member_text(w, "type", block->redacted ? "redacted_thinking" : "thinking");
    if (block->redacted) {
        json_member_put(w, "data", block->signature);
        return;
    }
    json_member_put(w, "thinking", block->text.at ? block->text : empty);
    json_member_put(w, "signature", block->signature.at ? block->signature : empty);
}

static void write_call(struct json_writer *w, const struct chat_call *call) {
    json_member_text(w, "type", "tool_use");
    json_member_text(w, "id", call->id);
    json_member_text(w, "name", call->name);
    json_key(w, "input");
    write_arguments_object(w, call);
}

static void write_text(struct json_writer *w, struct span text) {
    json_member_text(w, "type", "text");
    json_member_put(w, "text", text);
}

static void write_block(struct json_writer *w, const struct chat_block *block) {
    bool words = block->kind == CHAT_TEXT || block->kind == CHAT_REFUSAL;
    if (words && chat_is_empty(block->text)) /* the client would bring it back, and that is refused */
        return;
    json_open(w, '{');
    if (words)
        write_text(w, block->text);
    else if (block->kind == CHAT_CALL)
        write_call(w, &block->call);
    else if (block->kind == CHAT_THOUGHT)
        write_thought(w, block);
    else
        write_text(w, media_note);
    json_close(w, '}');
}

void chat_anthropic_write_reply(const struct chat_head *head, const struct chat_reply *reply,
                                struct buf *out) {
    static const struct chat_answer nothing;
    const struct chat_answer *answer = reply->choices > 0 ? &reply->choice[0] : &nothing;
    struct json_writer w = {.out = out};
    bool refused = false;
    open_message(&w, head);
    for (const struct chat_block *block = answer->blocks.first; block; block = block->next) {
        write_block(&w, block);
        refused |= block->kind == CHAT_REFUSAL;
    }
    json_close(&w, ']');
    write_stop_members(&w, answer->stop, answer->sequence, refused);
    write_usage(&w, head, &reply->usage);
    json_close(&w, '}');
}

/* ---- streamed ------------------------------------------------------------------------- */

enum open_block { BLOCK_NONE, BLOCK_TEXT, BLOCK_THOUGHT, BLOCK_CALL, BLOCK_CUSTOM };

struct anthropic_writer {
    struct chat_writer base;
    enum open_block open;
    int index; /* of the open block, or of the next one */
    bool refused;
    struct usage usage;
    enum chat_stop stop;
    struct span sequence;
};

static struct json_writer open_event(struct anthropic_writer *writer, const char *type) {
    struct json_writer w = {.out = writer->base.out};
    buf_printf(w.out, "event: %s\ndata: ", type);
    json_open(&w, '{');
    json_member_text(&w, "type", type);
    return w;
}

static void close_event(struct json_writer *w) {
    json_close(w, '}');
    buf_puts(w->out, "\n\n");
}

static void write_start(struct anthropic_writer *writer) {
    struct json_writer w = open_event(writer, "message_start");
    json_key(&w, "message");
    open_message(&w, writer->base.head);
    json_close(&w, ']');
    json_member_raw(&w, "stop_reason", "null");
    json_member_raw(&w, "stop_sequence", "null");
    write_usage(&w, writer->base.head, &writer->usage);
    json_close(&w, '}');
    close_event(&w);
    w = open_event(writer, "ping");
    close_event(&w);
}

/* ---- blocks: one after the other, each closed before the next opens --------------------- */

/* Up to the delta's value. */
static struct json_writer open_delta(struct anthropic_writer *writer, const char *type) {
    struct json_writer w = open_event(writer, "content_block_delta");
    json_member_int(&w, "index", writer->index);
    json_member_open(&w, "delta", '{');
    json_member_text(&w, "type", type);
    return w;
}

static void close_delta(struct json_writer *w) {
    json_close(w, '}');
    close_event(w);
}

static void write_delta(struct anthropic_writer *writer, const char *type, const char *name,
                        struct span value) {
    struct json_writer w = open_delta(writer, type);
    json_member_put(&w, name, value);
    close_delta(&w);
}

/* A piece of arguments given as plain bytes. */
static void write_piece(struct anthropic_writer *writer, const char *bytes, size_t len) {
    struct json_writer w = open_delta(writer, "input_json_delta");
    json_key(&w, "partial_json");
    json_put_bytes(&w, bytes, len);
    close_delta(&w);
}

static void close_block(struct anthropic_writer *writer) {
    if (writer->open == BLOCK_NONE)
        return;
    if (writer->open == BLOCK_CUSTOM)
        write_piece(writer, "\"}", 2);
    struct json_writer w = open_event(writer, "content_block_stop");
    json_member_int(&w, "index", writer->index++);
    close_event(&w);
    writer->open = BLOCK_NONE;
}

/* Up to the block's members. */
static struct json_writer open_block(struct anthropic_writer *writer, enum open_block kind,
                                     const char *type) {
    close_block(writer);
    writer->open = kind;
    struct json_writer w = open_event(writer, "content_block_start");
    json_member_int(&w, "index", writer->index);
    json_member_open(&w, "content_block", '{');
    json_member_text(&w, "type", type);
    return w;
}

static void need_text(struct anthropic_writer *writer) {
    if (writer->open == BLOCK_TEXT)
        return;
    struct json_writer w = open_block(writer, BLOCK_TEXT, "text");
    json_member_text(&w, "text", "");
    close_delta(&w);
}

static void need_thought(struct anthropic_writer *writer) {
    if (writer->open == BLOCK_THOUGHT)
        return;
    struct json_writer w = open_block(writer, BLOCK_THOUGHT, "thinking");
    json_member_text(&w, "thinking", "");
    json_member_text(&w, "signature", "");
    close_delta(&w);
}

static void say_text(struct anthropic_writer *writer, struct span text) {
    need_text(writer);
    write_delta(writer, "text_delta", "text", text);
}

static void say_thought(struct anthropic_writer *writer, struct span text) {
    need_thought(writer);
    write_delta(writer, "thinking_delta", "thinking", text);
}

static void say_signature(struct anthropic_writer *writer, const struct chat_event *event) {
    if (event->redacted) {
        struct json_writer w = open_block(writer, BLOCK_THOUGHT, "redacted_thinking");
        json_member_put(&w, "data", event->text);
        close_delta(&w);
    } else {
        need_thought(writer);
        write_delta(writer, "signature_delta", "signature", event->text);
    }
    close_block(writer);
}

static void say_call(struct anthropic_writer *writer, const struct chat_call *call) {
    static const char begin[] = "{\"input\":\"";
    struct json_writer w = open_block(writer, call->custom ? BLOCK_CUSTOM : BLOCK_CALL, "tool_use");
    json_member_text(&w, "id", call->id);
    json_member_text(&w, "name", call->name);
    json_member_raw(&w, "input", "{}");
    close_delta(&w);
    if (call->custom)
        write_piece(writer, begin, sizeof begin - 1);
}

/* Free text becomes the inside of a string within the arguments. */
static void say_args(struct anthropic_writer *writer, struct span text) {
    if (writer->open == BLOCK_CUSTOM)
        write_piece(writer, text.at + 1, text.len - 2);
    else
        write_delta(writer, "input_json_delta", "partial_json", text);
}

/* ---- the end -------------------------------------------------------------------------------- */

static void write_end(struct anthropic_writer *writer) {
    close_block(writer);
    struct json_writer w = open_event(writer, "message_delta");
    json_member_open(&w, "delta", '{');
    write_stop_members(&w, writer->stop, writer->sequence, writer->refused);
    json_close(&w, '}');
    write_usage(&w, writer->base.head, &writer->usage);
    close_event(&w);
    w = open_event(writer, "message_stop");
    close_event(&w);
}

struct chat_writer *chat_anthropic_new_writer(const struct chat_head *head, struct arena *arena,
                                              struct buf *out) {
    struct anthropic_writer *writer = arena_alloc(arena, sizeof *writer);
    writer->base = (struct chat_writer){head, arena, out};
    return &writer->base;
}

void chat_anthropic_write_event(struct chat_writer *base, const struct chat_event *event) {
    struct anthropic_writer *writer = (struct anthropic_writer *)base;
    if (event->choice != 0) /* there is only one here */
        return;
    switch (event->kind) {
    case EVENT_BEGIN:
        write_start(writer);
        break;
    case EVENT_REFUSAL:
        writer->refused = true;
        say_text(writer, event->text);
        break;
    case EVENT_TEXT:
        say_text(writer, event->text);
        break;
    case EVENT_THOUGHT:
        say_thought(writer, event->text);
        break;
    case EVENT_SIGNATURE:
        say_signature(writer, event);
        break;
    case EVENT_CALL:
        say_call(writer, &event->call);
        break;
    case EVENT_ARGS:
        say_args(writer, event->text);
        break;
    case EVENT_MEDIA:
        say_text(writer, media_note);
        break;
    case EVENT_USAGE:
        writer->usage = event->usage;
        break;
    case EVENT_STOP:
        writer->stop = event->stop;
        writer->sequence = chat_keep(writer->base.arena, event->sequence);
        break;
    case EVENT_END:
        write_end(writer);
        break;
    default: /* a failure is written by write_failure() */
        break;
    }
}

void chat_anthropic_write_failure(struct chat_writer *writer, struct buf *out, const struct error *err) {
    (void)writer;
    buf_puts(out, "event: error\ndata: ");
    error_shape_anthropic(out, err);
    buf_puts(out, "\n\n");
}
