/* A stream framed as a JSON array, made of its events. */
#include "dialects/event_array.h"

#include <string.h>

#include "base/sse.h"

#define EVENT_MAX (64u << 20) /* bytes of one event, which may come in pieces */

struct event_array {
    struct sse sse;
    struct buf *out; /* of the call that runs */
    bool open, filled, closed;
};

static void free_array(void *ptr) {
    struct event_array *array = ptr;
    sse_free(&array->sse);
}

struct event_array *event_array_new(struct arena *arena) {
    struct event_array *array = arena_alloc(arena, sizeof *array);
    sse_init(&array->sse, EVENT_MAX);
    arena_own(arena, array, free_array);
    return array;
}

/* Clients look for the bracket in the first bytes, so that nothing may stand before it. */
static void open_array(struct event_array *array, struct buf *out) {
    if (!array->open)
        buf_putc(out, '[');
    array->open = true;
}

/* The comma goes with the element behind it: the one before is whole at once. */
void event_array_add(struct event_array *array, struct span object, struct buf *out) {
    open_array(array, out);
    buf_puts(out, array->filled ? "\n,\r\n" : "");
    buf_add(out, object.at, object.len);
    array->filled = true;
}

static int add_event(void *arg, const struct sse_event *event, struct error *err) {
    struct event_array *array = arg;
    (void)err;
    if (event->data.at && scan_type(event->data) == SCAN_OBJECT)
        event_array_add(array, event->data, array->out);
    return 0;
}

int event_array_feed(struct event_array *array, struct span bytes, struct buf *out, struct error *err) {
    array->out = out;
    return sse_feed(&array->sse, bytes.at, bytes.len, add_event, array, err);
}

void event_array_rest(struct event_array *array, struct buf *out) {
    open_array(array, out);
    buf_putc(out, '\n');
}

void event_array_end(struct event_array *array, struct buf *out) {
    struct error ignored = {0}; /* add_event() has none */
    if (array->closed)
        return;
    array->closed = true;
    array->out = out;
    sse_finish(&array->sse, add_event, array, &ignored);
    open_array(array, out);
    buf_puts(out, "\n]\n");
}
