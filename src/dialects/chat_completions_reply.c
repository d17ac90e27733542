/* Answers of OpenAI's legacy Completions, whole and streamed: written from events. There is nothing but text.
 */
#include "base/jsonwrite.h"
#include "dialects/chat_completions.h"
#include "dialects/chat_openai.h"

static const char *const reasons[STOP__MAX] = {
    [STOP_NONE] = "stop",    [STOP_DONE] = "stop",     [STOP_SEQUENCE] = "stop",
    [STOP_CALLS] = "stop",   [STOP_LENGTH] = "length", [STOP_FILTER] = "content_filter",
    [STOP_REFUSAL] = "stop", [STOP_PAUSE] = "stop",
};

/* Up to the choices. */
static void open_object(struct json_writer *w, const struct chat_head *head) {
    json_open(w, '{');
    json_member_format(w, "id", "cmpl-%s", head->id);
    json_member_text(w, "object", "text_completion");
    json_member_int(w, "created", head->created);
    json_member_text(w, "model", head->model);
    json_member_open(w, "choices", '[');
}

static void write_choice(struct json_writer *w, int index, struct span text, const char *reason) {
    json_open(w, '{');
    json_member_put(w, "text", text);
    json_member_int(w, "index", index);
    json_member_raw(w, "logprobs", "null");
    json_member_text(w, "finish_reason", reason);
    json_close(w, '}');
}

/* ---- whole ------------------------------------------------------------------------- */

/* What is said, refusals too. */
static void write_answer(struct json_writer *w, int index, const struct chat_answer *answer) {
    struct buf text;
    buf_init(&text, BUF_MOST);
    if (!chat_add_text_of(&text, &answer->blocks, 1u << CHAT_TEXT | 1u << CHAT_REFUSAL, ""))
        buf_puts(&text, "\"\"");
    write_choice(w, index, (struct span){text.data, text.len}, reasons[answer->stop]);
    buf_free(&text);
}

void chat_completions_write_reply(const struct chat_head *head, const struct chat_reply *reply,
                                  struct buf *out) {
    struct json_writer w = {.out = out};
    open_object(&w, head);
    for (int i = 0; i < reply->choices; i++)
        write_answer(&w, i, &reply->choice[i]);
    json_close(&w, ']');
    chat_openai_write_usage(&w, &reply->usage);
    json_close(&w, '}');
}

/* ---- streamed ------------------------------------------------------------------------ */

struct completions_writer {
    struct chat_writer base;
    struct usage usage;
};

static void write_chunk(struct completions_writer *writer, int index, struct span text, const char *reason) {
    struct json_writer w = {.out = writer->base.out};
    buf_puts(w.out, "data: ");
    open_object(&w, writer->base.head);
    write_choice(&w, index, text, reason);
    json_close(&w, ']');
    if (writer->base.head->usage_wanted)
        json_member_raw(&w, "usage", "null");
    json_close(&w, '}');
    buf_puts(w.out, "\n\n");
}

static void write_end(struct completions_writer *writer) {
    struct json_writer w = {.out = writer->base.out};
    if (writer->base.head->usage_wanted) {
        buf_puts(w.out, "data: ");
        open_object(&w, writer->base.head);
        json_close(&w, ']');
        chat_openai_write_usage(&w, &writer->usage);
        json_close(&w, '}');
        buf_puts(w.out, "\n\n");
    }
    buf_puts(w.out, "data: [DONE]\n\n");
}

struct chat_writer *chat_completions_new_writer(const struct chat_head *head, struct arena *arena,
                                                struct buf *out) {
    struct completions_writer *writer = arena_alloc(arena, sizeof *writer);
    writer->base = (struct chat_writer){head, arena, out};
    return &writer->base;
}

void chat_completions_write_event(struct chat_writer *base, const struct chat_event *event) {
    static const struct span nothing = {"\"\"", 2};
    struct completions_writer *writer = (struct completions_writer *)base;
    switch (event->kind) {
    case EVENT_TEXT:
    case EVENT_REFUSAL:
        write_chunk(writer, event->choice, event->text, NULL);
        break;
    case EVENT_USAGE:
        writer->usage = event->usage;
        break;
    case EVENT_STOP:
        write_chunk(writer, event->choice, nothing, reasons[event->stop]);
        break;
    case EVENT_END:
        write_end(writer);
        break;
    default: /* nothing that this dialect could say */
        break;
    }
}
