/* Answers of OpenAI's Chat Completions, whole and streamed: written from events. */
#include <string.h>

#include "base/jsonwrite.h"
#include "dialects/chat_openai.h"
#include "dialects/error_shapes.h"
#include "dialects/openai_usage.h"

const char *const chat_openai_reasons[STOP__MAX] = {
    [STOP_NONE] = "stop",        [STOP_DONE] = "stop",     [STOP_SEQUENCE] = "stop",
    [STOP_CALLS] = "tool_calls", [STOP_LENGTH] = "length", [STOP_FILTER] = "content_filter",
    [STOP_REFUSAL] = "stop",     [STOP_PAUSE] = "stop",
};

/* Clients read them as JSON. */
static const char no_arguments[] = "{}";

void chat_openai_open_object(struct json_writer *w, const struct chat_head *head, const char *object) {
    json_open(w, '{');
    json_member_format(w, "id", "chatcmpl-%s", head->id);
    json_member_text(w, "object", object);
    json_member_int(w, "created", head->created);
    json_member_text(w, "model", head->model);
}

void chat_openai_write_usage_members(struct json_writer *w, const struct usage *usage) {
    json_member_int(w, "prompt_tokens", usage->prompt);
    json_member_int(w, "completion_tokens", usage->output);
    json_member_int(w, "total_tokens", usage->prompt + usage->output);
    json_member_open(w, "prompt_tokens_details", '{');
    json_member_int(w, "cached_tokens",
                    usage->cache_read < usage->prompt ? usage->cache_read : usage->prompt);
    if (usage->cache_write)
        json_member_int(w, "cache_write_tokens", usage->cache_write);
    openai_write_input_media(w, usage);
    json_close(w, '}');
    json_member_open(w, "completion_tokens_details", '{');
    json_member_int(w, "reasoning_tokens", usage->reasoning);
    openai_write_output_media(w, usage);
    json_close(w, '}');
}

void chat_openai_write_usage(struct json_writer *w, const struct usage *usage) {
    json_member_open(w, "usage", '{');
    chat_openai_write_usage_members(w, usage);
    json_close(w, '}');
}

/* ---- whole ------------------------------------------------------------------------- */

static void write_text(struct json_writer *w, const char *name, const struct chat_blocks *blocks,
                       enum chat_block_kind kind, bool always) {
    struct buf text;
    buf_init(&text, BUF_MOST);
    chat_add_text_of(&text, blocks, 1u << kind, "");
    if (text.len > 2)
        json_member_put(w, name, (struct span){text.data, text.len});
    else if (always)
        json_member_raw(w, name, "null");
    buf_free(&text);
}

static void write_call(struct json_writer *w, const struct chat_call *call) {
    json_open(w, '{');
    json_member_text(w, "id", call->id);
    json_member_text(w, "type", call->custom ? "custom" : "function");
    json_member_open(w, call->custom ? "custom" : "function", '{');
    json_member_text(w, "name", call->name);
    json_key(w, call->custom ? "input" : "arguments");
    if (call->args.len == 0 && !call->custom)
        json_put_text(w, no_arguments);
    else
        json_put_bytes(w, call->args.at ? call->args.at : "", call->args.len);
    json_close(w, '}');
    json_close(w, '}');
}

void chat_openai_write_calls(struct json_writer *w, const char *name, const struct chat_blocks *blocks) {
    bool any = false;
    for (const struct chat_block *block = blocks->first; block; block = block->next) {
        if (block->kind != CHAT_CALL)
            continue;
        if (!any)
            json_member_open(w, name, '[');
        any = true;
        write_call(w, &block->call);
    }
    if (any)
        json_close(w, ']');
}

static void write_choice(struct json_writer *w, int index, const struct chat_answer *answer) {
    json_open(w, '{');
    json_member_int(w, "index", index);
    json_member_open(w, "message", '{');
    json_member_text(w, "role", "assistant");
    write_text(w, "content", &answer->blocks, CHAT_TEXT, true);
    write_text(w, "reasoning_content", &answer->blocks, CHAT_THOUGHT, false);
    write_text(w, "refusal", &answer->blocks, CHAT_REFUSAL, true);
    chat_openai_write_calls(w, "tool_calls", &answer->blocks);
    json_close(w, '}');
    json_member_raw(w, "logprobs", "null");
    json_member_text(w, "finish_reason", chat_openai_reasons[answer->stop]);
    json_close(w, '}');
}

void chat_openai_open_reply(struct json_writer *w, const struct chat_head *head,
                            const struct chat_reply *reply) {
    chat_openai_open_object(w, head, "chat.completion");
    json_member_open(w, "choices", '[');
    for (int i = 0; i < reply->choices; i++)
        write_choice(w, i, &reply->choice[i]);
    json_close(w, ']');
}

void chat_openai_write_reply(const struct chat_head *head, const struct chat_reply *reply, struct buf *out) {
    struct json_writer w = {.out = out};
    chat_openai_open_reply(&w, head, reply);
    chat_openai_write_usage(&w, &reply->usage);
    json_close(&w, '}');
}

/* ---- streamed ------------------------------------------------------------------------- */

struct openai_writer {
    struct chat_writer base;
    struct usage usage;
    int calls[CHAT_OPENAI_CHOICES];   /* begun so far */
    bool told[CHAT_OPENAI_CHOICES];   /* the role */
    bool custom[CHAT_OPENAI_CHOICES]; /* the last call */
    bool bare[CHAT_OPENAI_CHOICES];   /* the last call, so far: a function without arguments */
};

static struct json_writer open_chunk(struct openai_writer *writer) {
    struct json_writer w = {.out = writer->base.out};
    buf_puts(w.out, "data: ");
    chat_openai_open_object(&w, writer->base.head, "chat.completion.chunk");
    return w;
}

static void close_chunk(struct openai_writer *writer, struct json_writer *w) {
    if (writer->base.head->usage_wanted)
        json_member_raw(w, "usage", "null");
    json_close(w, '}');
    buf_puts(w->out, "\n\n");
}

/* Up to the delta's members. */
static struct json_writer open_delta(struct openai_writer *writer, int choice) {
    struct json_writer w = open_chunk(writer);
    json_member_open(&w, "choices", '[');
    json_open(&w, '{');
    json_member_int(&w, "index", choice);
    json_member_open(&w, "delta", '{');
    return w;
}

static void close_delta(struct openai_writer *writer, struct json_writer *w, const char *reason) {
    json_close(w, '}');
    json_member_raw(w, "logprobs", "null");
    json_member_text(w, "finish_reason", reason);
    json_close(w, '}');
    json_close(w, ']');
    close_chunk(writer, w);
}

static void tell_role(struct openai_writer *writer, int choice) {
    if (writer->told[choice])
        return;
    writer->told[choice] = true;
    struct json_writer w = open_delta(writer, choice);
    json_member_text(&w, "role", "assistant");
    json_member_text(&w, "content", "");
    close_delta(writer, &w, NULL);
}

static void write_delta(struct openai_writer *writer, const struct chat_event *event, const char *name) {
    struct json_writer w = open_delta(writer, event->choice);
    json_member_put(&w, name, event->text);
    close_delta(writer, &w, NULL);
}

static void begin_call(struct openai_writer *writer, const struct chat_event *event) {
    const struct chat_call *call = &event->call;
    struct json_writer w = open_delta(writer, event->choice);
    json_member_open(&w, "tool_calls", '[');
    json_open(&w, '{');
    json_member_int(&w, "index", writer->calls[event->choice]++);
    json_member_text(&w, "id", call->id);
    json_member_text(&w, "type", call->custom ? "custom" : "function");
    json_member_open(&w, call->custom ? "custom" : "function", '{');
    json_member_text(&w, "name", call->name);
    json_member_text(&w, call->custom ? "input" : "arguments", "");
    json_close(&w, '}');
    json_close(&w, '}');
    json_close(&w, ']');
    writer->custom[event->choice] = call->custom;
    writer->bare[event->choice] = !call->custom;
    close_delta(writer, &w, NULL);
}

static void write_args(struct openai_writer *writer, int choice, struct span text) {
    struct json_writer w = open_delta(writer, choice);
    bool custom = writer->custom[choice];
    writer->bare[choice] = false;
    json_member_open(&w, "tool_calls", '[');
    json_open(&w, '{');
    json_member_int(&w, "index", writer->calls[choice] - 1);
    json_member_open(&w, custom ? "custom" : "function", '{');
    json_member_put(&w, custom ? "input" : "arguments", text);
    json_close(&w, '}');
    json_close(&w, '}');
    json_close(&w, ']');
    close_delta(writer, &w, NULL);
}

static void write_stop(struct openai_writer *writer, const struct chat_event *event) {
    struct json_writer w = open_delta(writer, event->choice);
    close_delta(writer, &w, chat_openai_reasons[event->stop]);
}

static void write_end(struct openai_writer *writer) {
    if (writer->base.head->usage_wanted) {
        struct json_writer w = open_chunk(writer);
        json_member_open(&w, "choices", '[');
        json_close(&w, ']');
        chat_openai_write_usage(&w, &writer->usage);
        json_close(&w, '}');
        buf_puts(w.out, "\n\n");
    }
    buf_puts(writer->base.out, "data: [DONE]\n\n");
}

struct chat_writer *chat_openai_new_writer(const struct chat_head *head, struct arena *arena,
                                           struct buf *out) {
    struct openai_writer *writer = arena_alloc(arena, sizeof *writer);
    writer->base = (struct chat_writer){head, arena, out};
    return &writer->base;
}

/* What must stand before it. */
static void begin_event(struct openai_writer *writer, const struct chat_event *event) {
    tell_role(writer, event->choice);
    if (event->kind != EVENT_ARGS && writer->bare[event->choice])
        write_args(writer, event->choice, (struct span){"\"{}\"", 4});
}

void chat_openai_write_event(struct chat_writer *base, const struct chat_event *event) {
    struct openai_writer *writer = (struct openai_writer *)base;
    if (event->kind != EVENT_USAGE && event->kind != EVENT_END && event->kind != EVENT_FAIL)
        begin_event(writer, event);
    switch (event->kind) {
    case EVENT_TEXT:
        write_delta(writer, event, "content");
        break;
    case EVENT_REFUSAL:
        write_delta(writer, event, "refusal");
        break;
    case EVENT_THOUGHT:
        write_delta(writer, event, "reasoning_content");
        break;
    case EVENT_CALL:
        begin_call(writer, event);
        break;
    case EVENT_ARGS:
        write_args(writer, event->choice, event->text);
        break;
    case EVENT_USAGE:
        writer->usage = event->usage;
        break;
    case EVENT_STOP:
        write_stop(writer, event);
        break;
    case EVENT_END:
        write_end(writer);
        break;
    default: /* nothing that this dialect could say */
        break;
    }
}

void chat_openai_write_failure(struct chat_writer *writer, struct buf *out, const struct error *err) {
    (void)writer;
    buf_puts(out, "data: ");
    error_shape_openai(out, err);
    buf_puts(out, "\n\n");
}
