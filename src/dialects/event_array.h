#ifndef DIALECTS_EVENT_ARRAY_H
#define DIALECTS_EVENT_ARRAY_H

#include "base/buf.h"
#include "base/error.h"
#include "base/jsonscan.h"
#include "base/mem.h"

/*
 * A stream framed as one JSON array that grows by an element for each event, in
 * the place of an event stream: so Google answers who does not ask with
 * "alt=sse". It is made of the event stream's bytes, so that dialects know one
 * framing only.
 */
struct event_array;

#define EVENT_ARRAY_TYPE "application/json; charset=UTF-8" /* of content */

struct event_array *event_array_new(struct arena *arena);

/*
 * Adds bytes of an event stream, in pieces of any size. An event whose data is an
 * object, which must be checked, is an element; comments and marks such as
 * "[DONE]" have no place in an array. Returns 0, or -1 with ERR_UPSTREAM if an event is too long.
 */
int event_array_feed(struct event_array *array, struct span bytes, struct buf *out, struct error *err);

/* Adds an object as an element. */
void event_array_add(struct event_array *array, struct span object, struct buf *out);

/* Adds what means nothing between elements, to show that the stream lives. */
void event_array_rest(struct event_array *array, struct buf *out);

/* The end, with a last event that lacks its blank line before it. Adds nothing the second time. */
void event_array_end(struct event_array *array, struct buf *out);

#endif
