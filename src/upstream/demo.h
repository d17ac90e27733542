#ifndef UPSTREAM_DEMO_H
#define UPSTREAM_DEMO_H

#include "base/buf.h"
#include "upstream/upstream.h"

/* The provider within the hub: answers a request offline, chat word by word with gap_ms between two, and says
 * that it is a demo. Returns as upstream_call(). */
int demo_call(const struct upstream_request *request, int gap_ms, const struct upstream_sink *sink,
              struct error *err);

/* The same of one that is no chat; its URL is a path alone. Returns 1 without doing anything if it is chat.
 */
int demo_task(const struct upstream_request *request, const struct upstream_sink *sink, struct error *err);

/* All of a request's body. */
void demo_read_body(const struct upstream_request *request, struct buf *out);

/* A small picture (PNG) that follows from a text, and so many milliseconds of a tone (WAV). */
void demo_picture(struct span text, struct buf *out);
void demo_sound(int64_t ms, struct buf *out);

#endif
