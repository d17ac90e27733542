/* IndoxRouter's answers, whole and streamed: written from events. */
#include <string.h>

#include "base/clock.h"
#include "base/jsonwrite.h"
#include "canon/model.h"
#include "dialects/chat_indox.h"
#include "dialects/chat_openai.h"
#include "dialects/error_shapes.h"

/* ---- what both say of themselves ------------------------------------------------------ */

/* The call's id in the form of a UUID, if it is as long as one. */
static void write_id(struct json_writer *w, const char *id) {
    if (strlen(id) == 32)
        json_member_format(w, "request_id", "%.8s-%.4s-%.4s-%.4s-%s", id, id + 8, id + 12, id + 16, id + 20);
    else
        json_member_text(w, "request_id", id);
}

void chat_indox_write_head(struct json_writer *w, const struct chat_head *head) {
    char time[CLOCK_TEXT];
    write_id(w, head->id);
    json_member_text(w, "created_at", clock_write_ms(head->ended, time));
    json_member_int(w, "duration_ms", head->duration);
    json_member_text(w, "provider", head->provider);
    json_member_text(w, "model", model_bare_name(head->model, head->provider));
}

static void write_seconds(struct json_writer *w, const char *name, int64_t ms) {
    char text[CLOCK_SECONDS_TEXT];
    json_member_raw(w, name, clock_write_seconds(ms, text));
}

void chat_indox_write_counts(struct json_writer *w, const struct chat_head *head, const struct usage *usage) {
    char money[MONEY_TEXT], time[CLOCK_TEXT];
    json_member_int(w, "tokens_prompt", usage->prompt);
    json_member_int(w, "tokens_completion", usage->output);
    json_member_int(w, "tokens_total", usage->prompt + usage->output);
    json_member_raw(w, "cost", money_write(head->cost, money));
    write_seconds(w, "latency", head->duration);
    json_member_text(w, "timestamp", clock_write_ms(head->ended, time));
    json_member_int(w, "cache_read_tokens", usage->cache_read);
    json_member_int(w, "cache_write_tokens", usage->cache_write);
    json_member_int(w, "reasoning_tokens", usage->reasoning);
}

void chat_indox_write_usage(struct json_writer *w, const struct chat_head *head, const struct usage *usage) {
    json_member_open(w, "usage", '{');
    chat_indox_write_counts(w, head, usage);
    json_close(w, '}');
}

/* ---- whole ------------------------------------------------------------------------- */

/* The texts of these kinds; `always`: "" where there are none. */
static void write_text(struct json_writer *w, const char *name, const struct chat_blocks *blocks,
                       unsigned kinds, bool always) {
    struct buf text;
    buf_init(&text, BUF_MOST);
    if (chat_add_text_of(&text, blocks, kinds, ""))
        json_member_put(w, name, (struct span){text.data, text.len});
    else if (always)
        json_member_text(w, name, "");
    buf_free(&text);
}

void chat_indox_write_reply(const struct chat_head *head, const struct chat_reply *reply, struct buf *out) {
    static const struct chat_answer nothing;
    const struct chat_answer *answer = reply->choices ? &reply->choice[0] : &nothing;
    struct json_writer w = {.out = out};
    json_open(&w, '{');
    chat_indox_write_head(&w, head);
    json_member_bool(&w, "success", true);
    json_member_text(&w, "message", "");
    write_text(&w, "data", &answer->blocks, 1u << CHAT_TEXT | 1u << CHAT_REFUSAL, true);
    write_text(&w, "reasoning_content", &answer->blocks, 1u << CHAT_THOUGHT, false);
    chat_openai_write_calls(&w, "tool_calls", &answer->blocks);
    json_member_text(&w, "finish_reason", chat_openai_reasons[answer->stop]);
    chat_indox_write_usage(&w, head, &reply->usage);
    json_close(&w, '}');
}

/* ---- streamed ------------------------------------------------------------------------ */

struct indox_writer {
    struct chat_writer base;
    struct usage usage;
    bool text;   /* a choice has its text itself, not in a delta */
    bool custom; /* the last call */
    bool bare;   /* the last call, so far: a function without arguments */
    int calls;   /* begun so far */
};

/* Up to the members of the choice, or of its delta. */
static struct json_writer open_choice(struct indox_writer *writer, bool delta) {
    struct json_writer w = {.out = writer->base.out};
    buf_puts(w.out, "data: ");
    json_open(&w, '{');
    json_member_open(&w, "choices", '[');
    json_open(&w, '{');
    if (delta)
        json_member_open(&w, "delta", '{');
    return w;
}

static void close_choice(struct json_writer *w, bool delta, const char *reason) {
    if (delta)
        json_close(w, '}');
    json_member_int(w, "index", 0);
    json_member_text(w, "finish_reason", reason);
    json_close(w, '}');
    json_close(w, ']');
    json_close(w, '}');
    buf_puts(w->out, "\n\n");
}

static void write_piece(struct indox_writer *writer, const char *name, struct span text) {
    struct json_writer w = open_choice(writer, true);
    json_member_put(&w, name, text);
    close_choice(&w, true, NULL);
}

static void write_said(struct indox_writer *writer, struct span text) {
    if (!writer->text) {
        write_piece(writer, "content", text);
        return;
    }
    struct json_writer w = open_choice(writer, false);
    json_member_put(&w, "text", text);
    close_choice(&w, false, NULL);
}

/* Up to the members of what is called; tools are for chat, but a text can have them too. */
static struct json_writer open_call(struct indox_writer *writer, const struct chat_call *begun) {
    struct json_writer w = open_choice(writer, true);
    json_member_open(&w, "tool_calls", '[');
    json_open(&w, '{');
    json_member_int(&w, "index", writer->calls - 1);
    if (begun) {
        json_member_text(&w, "id", begun->id);
        json_member_text(&w, "type", writer->custom ? "custom" : "function");
    }
    json_member_open(&w, writer->custom ? "custom" : "function", '{');
    return w;
}

static void close_call(struct json_writer *w) {
    json_close(w, '}');
    json_close(w, '}');
    json_close(w, ']');
    close_choice(w, true, NULL);
}

static void begin_call(struct indox_writer *writer, const struct chat_call *call) {
    writer->calls++;
    writer->custom = call->custom;
    writer->bare = !call->custom;
    struct json_writer w = open_call(writer, call);
    json_member_text(&w, "name", call->name);
    json_member_text(&w, call->custom ? "input" : "arguments", "");
    close_call(&w);
}

static void write_args(struct indox_writer *writer, struct span text) {
    writer->bare = false;
    struct json_writer w = open_call(writer, NULL);
    json_member_put(&w, writer->custom ? "input" : "arguments", text);
    close_call(&w);
}

static void write_stop(struct indox_writer *writer, enum chat_stop stop) {
    struct json_writer w = open_choice(writer, !writer->text);
    if (writer->text)
        json_member_text(&w, "text", "");
    close_choice(&w, !writer->text, chat_openai_reasons[stop]);
}

static void write_end(struct indox_writer *writer) {
    struct json_writer w = {.out = writer->base.out};
    buf_puts(w.out, "data: ");
    json_open(&w, '{');
    json_member_bool(&w, "is_usage_info", true);
    chat_indox_write_head(&w, writer->base.head);
    chat_indox_write_usage(&w, writer->base.head, &writer->usage);
    json_close(&w, '}');
    buf_puts(w.out, "\n\ndata: [DONE]\n\n");
}

struct chat_writer *chat_indox_new_writer(const struct chat_head *head, struct arena *arena,
                                          struct buf *out) {
    struct indox_writer *writer = arena_alloc(arena, sizeof *writer);
    writer->base = (struct chat_writer){head, arena, out};
    return &writer->base;
}

struct chat_writer *chat_indox_new_text_writer(const struct chat_head *head, struct arena *arena,
                                               struct buf *out) {
    struct chat_writer *base = chat_indox_new_writer(head, arena, out);
    ((struct indox_writer *)base)->text = true;
    return base;
}

void chat_indox_write_event(struct chat_writer *base, const struct chat_event *event) {
    struct indox_writer *writer = (struct indox_writer *)base;
    if (event->kind != EVENT_USAGE && event->kind != EVENT_ARGS && writer->bare)
        write_args(writer, (struct span){"\"{}\"", 4}); /* clients read them as JSON */
    switch (event->kind) {
    case EVENT_TEXT:
    case EVENT_REFUSAL:
        write_said(writer, event->text);
        break;
    case EVENT_THOUGHT:
        write_piece(writer, "reasoning_content", event->text);
        break;
    case EVENT_CALL:
        begin_call(writer, &event->call);
        break;
    case EVENT_ARGS:
        write_args(writer, event->text);
        break;
    case EVENT_USAGE:
        writer->usage = event->usage;
        break;
    case EVENT_STOP:
        write_stop(writer, event->stop);
        break;
    case EVENT_END:
        write_end(writer);
        break;
    default: /* nothing that this dialect could say */
        break;
    }
}

void chat_indox_write_failure(struct chat_writer *writer, struct buf *out, const struct error *err) {
    (void)writer;
    buf_puts(out, "data: ");
    error_shape_indox(out, err);
    buf_puts(out, "\n\n");
}
