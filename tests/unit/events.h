/* Events as lines of text, so that tests can compare them; the grammar is checked on the way. */
#ifndef TESTS_EVENTS_H
#define TESTS_EVENTS_H

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "grammar.h"

/* Neighbouring texts of one kind become one line, so that it does not matter how a stream was cut. */
struct event_lines {
    struct chat_sink sink;
    struct grammar grammar;
    struct buf out, text; /* text: inside of the quotes */
    enum event_kind kind; /* of the text */
    int choice;
};

static const char *const event_words[EVENT__MAX] = {"begin",     "text", "refusal", "thought",
                                                    "signature", "call", "args",    "media",
                                                    "usage",     "stop", "end",     "fail"};
static const char *const stop_words[STOP__MAX] = {"none",   "done",   "sequence", "calls",
                                                  "length", "filter", "refusal",  "pause"};

static inline void event_lines_flush(struct event_lines *lines) {
    if (lines->text.len > 0)
        buf_printf(&lines->out, "%s %d \"%s\"\n", event_words[lines->kind], lines->choice, lines->text.data);
    buf_clear(&lines->text);
}

/* What only some calls have is told where it is not 0. */
static inline void event_lines_usage(struct buf *out, const struct chat_event *e) {
    buf_printf(out,
               " prompt=%" PRId64 "%s read=%" PRId64 " write=%" PRId64 " output=%" PRId64
               "%s reasoning=%" PRId64,
               e->usage.prompt, e->has_prompt ? "" : "?", e->usage.cache_read, e->usage.cache_write,
               e->usage.output, e->has_output ? "" : "?", e->usage.reasoning);
    struct usage rest = e->usage;
    rest.prompt = rest.cache_read = rest.cache_write = rest.output = rest.reasoning = 0;
    for (size_t i = 0; i < USAGE_COUNTS; i++)
        if (usage_get(&rest, i))
            buf_printf(out, " %s=%" PRId64, usage_counts[i].name, usage_get(&rest, i));
}

static inline void event_lines_other(struct event_lines *lines, const struct chat_event *e) {
    struct buf *out = &lines->out;
    buf_printf(out, "%s", event_words[e->kind]);
    if (e->kind == EVENT_CALL)
        buf_printf(out, " %d id=%s name=%s%s%s%s%s%.*s", e->choice, e->call.id ? e->call.id : "-",
                   e->call.name, e->call.space ? " space=" : "", e->call.space ? e->call.space : "",
                   e->call.custom ? " custom" : "", e->call.signature.at ? " signature=" : "",
                   (int)e->call.signature.len, e->call.signature.at ? e->call.signature.at : "");
    else if (e->kind == EVENT_SIGNATURE)
        buf_printf(out, " %d %.*s%s", e->choice, (int)e->text.len, e->text.at,
                   e->redacted ? " redacted" : "");
    else if (e->kind == EVENT_MEDIA)
        buf_printf(out, " %d %s %.*s", e->choice, e->media.mime ? e->media.mime : "-", (int)e->media.data.len,
                   e->media.data.at ? e->media.data.at : "");
    else if (e->kind == EVENT_USAGE)
        event_lines_usage(out, e);
    else if (e->kind == EVENT_STOP)
        buf_printf(out, " %d %s%s%.*s", e->choice, stop_words[e->stop], e->sequence.at ? " " : "",
                   (int)e->sequence.len, e->sequence.at ? e->sequence.at : "");
    else if (e->kind == EVENT_FAIL)
        buf_printf(out, " %.*s", (int)e->text.len, e->text.at ? e->text.at : "");
    buf_putc(out, '\n');
}

static inline int event_lines_take(struct chat_sink *sink, const struct chat_event *e, struct error *err) {
    struct event_lines *lines = (struct event_lines *)sink;
    bool text = e->kind == EVENT_TEXT || e->kind == EVENT_REFUSAL || e->kind == EVENT_THOUGHT ||
                e->kind == EVENT_ARGS;
    (void)err;
    if (!text || e->kind != lines->kind || e->choice != lines->choice)
        event_lines_flush(lines);
    if (!text) {
        event_lines_other(lines, e);
        return 0;
    }
    lines->kind = e->kind;
    lines->choice = e->choice;
    buf_add(&lines->text, e->text.at + 1, e->text.len - 2);
    return 0;
}

/* Returns the sink to be written to. */
static inline struct chat_sink *event_lines_init(struct event_lines *lines) {
    *lines = (struct event_lines){.sink.take = event_lines_take};
    buf_init(&lines->out, 10000000);
    buf_init(&lines->text, 10000000);
    buf_puts(&lines->out, "");
    grammar_init(&lines->grammar, &lines->sink);
    return &lines->grammar.sink;
}

/* What was written; valid until the next event. */
static inline const char *event_lines_text(struct event_lines *lines) {
    event_lines_flush(lines);
    return lines->out.data;
}

static inline void event_lines_free(struct event_lines *lines) {
    buf_free(&lines->out);
    buf_free(&lines->text);
}

#endif
