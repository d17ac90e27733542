/* An answer that comes in a wrapper: some providers only answer with objects. */
#include "canon/unwrap.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

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
    bool string, escaped;
    size_t depth;
    char held[HELD_MOST]; /* what may be the wrapper's beginning */
    size_t held_len;
};

struct unwrap {
    struct chat_sink sink, *next;
    struct text choice[CHAT_CHOICES_MOST];
};

/* The bytes of the character or escape at the front of a JSON string's inside; *means: what it stands for, as
 * far as it matters to JSON. */
static size_t unit(const char *at, char *means) {
    *means = *at;
    if (*at != '\\')
        return 1;
    if (at[1] == 'u') {
        char digits[5] = {at[2], at[3], at[4], at[5], '\0'};
        unsigned long code = strtoul(digits, NULL, 16);
        *means = code >= 0x80 ? 'x' : code > 0 && strchr("\n\t\r", (int)code) ? ' ' : (char)code;
        return 6;
    }
    *means = at[1];
    if (strchr("ntr", at[1]))
        *means = ' ';
    return 2;
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

static void take_before(struct text *text, const char *at, size_t len, char means, struct buf *out) {
    bool blank = means == ' ' && may_be_blank(text);
    if ((!blank && means != head[text->matched]) || text->held_len + len > HELD_MOST) {
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

static void take_inside(struct text *text, const char *at, size_t len, char means, struct buf *out) {
    if (text->string) {
        bool ends = means == '"' && !text->escaped;
        text->escaped = means == '\\' && !text->escaped;
        text->string = !ends;
    } else if (means == '}' && text->depth == 0) {
        text->state = BEHIND;
        return;
    } else {
        text->string = means == '"';
        text->depth += means == '{' || means == '[';
        text->depth -= text->depth > 0 && (means == '}' || means == ']');
    }
    buf_add(out, at, len);
}

static void take_unit(struct text *text, const char *at, size_t len, char means, struct buf *out) {
    if (text->state == BEFORE)
        take_before(text, at, len, means, out);
    else if (text->state == INSIDE)
        take_inside(text, at, len, means, out);
    else if (text->state == PLAIN || means != ' ') {
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
    char means;
    buf_init(&out, event->text.len + HELD_MOST + 2);
    buf_putc(&out, '"');
    for (size_t len; at < end; at += len) {
        len = unit(at, &means);
        take_unit(text, at, len, means, &out);
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
