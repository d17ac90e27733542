/* The reader of event streams on any bytes: what it hands on must not depend on how they were cut. */
#include <string.h>

#include "base/sse.h"
#include "fuzz.h"

#define CUTS 300 /* places at which a stream is cut in two */

struct log {
    struct buf raw, events;
};

static void log_span(struct buf *out, struct span span) {
    buf_printf(out, "%d:", span.at ? (int)span.len : -1);
    if (span.at)
        buf_add(out, span.at, span.len);
}

static int log_event(void *arg, const struct sse_event *event, struct error *err) {
    struct log *log = arg;
    check(event->raw.len > 0);
    buf_add(&log->raw, event->raw.at, event->raw.len);
    log_span(&log->events, event->raw);
    log_span(&log->events, event->name);
    log_span(&log->events, event->data);
    (void)err;
    return 0;
}

/* In pieces of that size, the first one of another. */
static struct log run(const char *bytes, size_t len, size_t first, size_t piece) {
    struct sse sse;
    struct log log;
    struct error err = {0};
    sse_init(&sse, len);
    buf_init(&log.raw, len);
    buf_init(&log.events, 40 * len);
    for (size_t at = 0, size = first; at < len; at += size, size = piece)
        check(sse_feed(&sse, bytes + at, len - at < size ? len - at : size, log_event, &log, &err) == 0);
    check(sse_finish(&sse, log_event, &log, &err) == 0);
    sse_free(&sse);
    return log;
}

static int same(const struct buf *a, const struct buf *b) {
    return a->len == b->len && !a->overflow && !b->overflow &&
           (a->len == 0 || memcmp(a->data, b->data, a->len) == 0);
}

static void compare(const struct log *whole, const char *bytes, size_t len, size_t first, size_t piece) {
    struct log cut = run(bytes, len, first, piece);
    check(same(&whole->raw, &cut.raw) && same(&whole->events, &cut.events));
    buf_free(&cut.raw);
    buf_free(&cut.events);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const char *bytes = (const char *)data;
    struct log whole = run(bytes, size, size, size);
    check(whole.raw.len == size && (size == 0 || memcmp(whole.raw.data, bytes, size) == 0));
    for (size_t piece = 1; piece < 8; piece++)
        compare(&whole, bytes, size, piece, piece);
    for (size_t first = 0; first < size && first < CUTS; first++)
        compare(&whole, bytes, size, first, size);
    buf_free(&whole.raw);
    buf_free(&whole.events);
    return 0;
}
