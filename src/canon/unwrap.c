/* An answer that comes in a wrapper: some providers only answer with objects. */
#include "canon/unwrap.h"

#include <string.h>

#include "base/buf.h"
#include "base/jsondepth.h"

#define HELD_MOST 64 /* bytes of a wrapper's beginning, with white space */

static const char head[] = "{\"" CHAT_WRAPPER "\":";

enum state {
    BEFORE, /* in the wrapper's beginning */
    INSIDE,
    BEHIND,
    PLAIN, /* there is no wrapper */
};

struct text {
    enum state state;
    size_t matched; /* of `head` */
    struct json_depth depth;
    char held[HELD_MOST]; /* what may be the wrapper's beginning */
    size_t held_len;
};

struct unwrap {
    struct chat_sink sink, *next;
    struct text choice[CHAT_CHOICES_MOST];
};

static bool is_blank(uint32_t c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* White space may stand between the wrapper's tokens. */
static bool may_be_blank(const struct text *text) {
    return text->matched < 2 || text->matched == sizeof head - 2;
}

static void give_up(struct text *text, struct buf *out) {
    text->state = PLAIN;
    buf_add(out, text->held, text->held_len);
    text->held_len = 0;
}

static void take_before(struct text *text, const char *at, size_t len, uint32_t c, struct buf *out) {
    bool blank = is_blank(c) && may_be_blank(text);
    if ((!blank && c != (unsigned char)head[text->matched]) || text->held_len + len > HELD_MOST) {
        give_up(text, out);
        buf_add(out, at, len);
        return;
    }
    memcpy(text->held + text->held_len, at, len);
    text->held_len += len;
    text->matched += !blank;
    if (text->matched == sizeof head - 1)
        text->state = INSIDE;
}

static void take_inside(struct text *text, const char *at, size_t len, uint32_t c, struct buf *out) {
    if (c == '}' && text->depth.open == 0 && !text->depth.in_string) {
        text->state = BEHIND;
        return;
    }
    json_depth_take(&text->depth, c);
    buf_add(out, at, len);
}

static void take_unit(struct text *text, const char *at, size_t len, uint32_t c, struct buf *out) {
    if (text->state == BEFORE)
        take_before(text, at, len, c, out);
    else if (text->state == INSIDE)
        take_inside(text, at, len, c, out);
    else if (text->state == PLAIN || !is_blank(c)) {
        text->state = PLAIN;
        buf_add(out, at, len);
    }
}

static int emit(struct unwrap *unwrap, int choice, struct buf *out, struct error *err) {
    struct chat_event event = {.kind = EVENT_TEXT, .choice = choice};
    if (out->len == 1)
        return 0;
    buf_putc(out, '"');
    event.text = (struct span){out->data, out->len};
    return chat_emit(unwrap->next, &event, err);
}

static int take_text(struct unwrap *unwrap, const struct chat_event *event, struct error *err) {
    struct text *text = &unwrap->choice[event->choice];
    const char *at = event->text.at + 1, *end = event->text.at + event->text.len - 1;
    struct buf out;
    uint32_t c;
    buf_init(&out, event->text.len + HELD_MOST + 2);
    buf_putc(&out, '"');
    for (size_t len; at < end; at += len) {
        len = scan_unit(at, &c);
        take_unit(text, at, len, c, &out);
    }
    int rc = emit(unwrap, event->choice, &out, err);
    buf_free(&out);
    return rc;
}

/* What looked like a wrapper's beginning and was all there is. */
static int end_text(struct unwrap *unwrap, int choice, struct error *err) {
    struct text *text = &unwrap->choice[choice];
    struct buf out;
    if (text->state != BEFORE)
        return 0;
    buf_init(&out, HELD_MOST + 2);
    buf_putc(&out, '"');
    give_up(text, &out);
    int rc = emit(unwrap, choice, &out, err);
    buf_free(&out);
    return rc;
}

static int take(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct unwrap *unwrap = (struct unwrap *)sink;
    if (event->kind == EVENT_TEXT)
        return take_text(unwrap, event, err);
    if ((event->kind == EVENT_STOP || event->kind == EVENT_CALL) && end_text(unwrap, event->choice, err) < 0)
        return -1;
    return chat_emit(unwrap->next, event, err);
}

struct chat_sink *unwrap_new(struct chat_sink *next, struct arena *arena) {
    struct unwrap *unwrap = arena_alloc(arena, sizeof *unwrap);
    unwrap->sink.take = take;
    unwrap->next = next;
    return &unwrap->sink;
}
