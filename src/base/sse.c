/*
 * Cuts a stream of bytes into server-sent events. The raw bytes of the events,
 * one after the other, are the bytes that came in, so that a stream can be
 * passed on as it is.
 */
#include "base/sse.h"

#include <string.h>

/*
 * Where in an event the reading stands. Surplus blank lines belong to the
 * event that follows them. A blank line that ends with CR may be half a CRLF:
 * where the line before ended with LF, the next byte tells; a line before that
 * ended with CR alone shows a stream of CRs, in which waiting would hold back
 * each event until the next one.
 */
enum sse_state {
    AT_START, /* nothing yet but line ends */
    IN_LINE,
    AFTER_CR, /* a line ended with CR, an LF may belong to it */
    AFTER_LF, /* a line ended with LF or CRLF */
    BLANK_CR, /* a blank line ended with CR, an LF may belong to it */
    COMPLETE,
};

static bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

static enum sse_state next_state(enum sse_state state, char c) {
    if (!is_line_end(c))
        return IN_LINE;
    switch (state) {
    case IN_LINE:
        return c == '\r' ? AFTER_CR : AFTER_LF;
    case AFTER_CR:
        return c == '\r' ? COMPLETE : AFTER_LF;
    case AFTER_LF:
        return c == '\r' ? BLANK_CR : COMPLETE;
    default:
        return state;
    }
}

/* Reads on. Returns how many of the bytes belong to the present event. */
static size_t take(struct sse *sse, const char *bytes, size_t len) {
    size_t taken = 0;
    while (taken < len && sse->state != COMPLETE) {
        char c = bytes[taken];
        if (sse->state == BLANK_CR) {
            sse->state = COMPLETE;
            taken += c == '\n';
            continue;
        }
        sse->state = next_state(sse->state, c);
        taken++;
        if (sse->state == IN_LINE)
            while (taken < len && !is_line_end(bytes[taken]))
                taken++;
    }
    return taken;
}

static bool is_field(struct span line, const char *name, struct span *value) {
    size_t len = strlen(name);
    if (line.len < len || memcmp(line.at, name, len) != 0 || (line.len > len && line.at[len] != ':'))
        return false;
    size_t skip = line.len > len ? len + 1 : len;
    if (skip < line.len && line.at[skip] == ' ')
        skip++;
    *value = (struct span){line.at + skip, line.len - skip};
    return true;
}

static void add_data(struct sse *sse, struct sse_event *event, struct span value) {
    if (!event->data.at) {
        event->data = value;
        return;
    }
    if (sse->joined.len == 0)
        buf_add(&sse->joined, event->data.at, event->data.len);
    buf_putc(&sse->joined, '\n');
    buf_add(&sse->joined, value.at, value.len);
    event->data = (struct span){sse->joined.data, sse->joined.len};
}

static void read_fields(struct sse *sse, struct sse_event *event) {
    const char *at = event->raw.at, *end = at + event->raw.len;
    if (!sse->started && event->raw.len >= 3 && memcmp(at, "\xef\xbb\xbf", 3) == 0)
        at += 3;
    sse->started = true;
    buf_clear(&sse->joined);
    while (at < end) {
        const char *start = at;
        while (at < end && !is_line_end(*at))
            at++;
        struct span line = {start, (size_t)(at - start)}, value;
        if (is_field(line, "data", &value))
            add_data(sse, event, value);
        else if (is_field(line, "event", &value))
            event->name = value;
        at += at < end; /* CRLF gives one more line, a blank one, which says nothing */
    }
}

static int hand_on(struct sse *sse, struct span raw, sse_handler *handler, void *arg, struct error *err) {
    struct sse_event event = {.raw = raw};
    read_fields(sse, &event);
    int result = handler(arg, &event, err);
    buf_clear(&sse->part);
    sse->state = AT_START;
    return result;
}

void sse_init(struct sse *sse, size_t max) {
    *sse = (struct sse){.state = AT_START};
    buf_init(&sse->part, max);
    buf_init(&sse->joined, max);
}

void sse_free(struct sse *sse) {
    buf_free(&sse->part);
    buf_free(&sse->joined);
}

int sse_feed(struct sse *sse, const char *bytes, size_t len, sse_handler *handler, void *arg,
             struct error *err) {
    while (len > 0) {
        struct span raw = {bytes, take(sse, bytes, len)};
        bytes += raw.len;
        len -= raw.len;
        if (raw.len > sse->part.max - sse->part.len)
            return error_set(err, ERR_UPSTREAM, "the provider sent an event of more than %zu bytes",
                             sse->part.max);
        if (sse->state != COMPLETE || sse->part.len > 0) {
            buf_add(&sse->part, raw.at, raw.len);
            raw = (struct span){sse->part.data, sse->part.len};
        }
        if (sse->state == COMPLETE && hand_on(sse, raw, handler, arg, err) != 0)
            return -1;
    }
    return 0;
}

int sse_finish(struct sse *sse, sse_handler *handler, void *arg, struct error *err) {
    if (sse->part.len == 0)
        return 0;
    return hand_on(sse, (struct span){sse->part.data, sse->part.len}, handler, arg, err);
}
