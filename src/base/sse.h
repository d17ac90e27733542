#ifndef BASE_SSE_H
#define BASE_SSE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/jsonscan.h"

/*
 * Reader of an event stream (WHATWG HTML, "Server-sent events"), fed in pieces
 * of any size. Accepts LF, CR and CRLF, a byte order mark, several data lines,
 * comments, a missing space after the colon. Events that lie whole in one
 * piece are handed on without a copy.
 */
struct sse_event {
    struct span raw;  /* all bytes of the event with its blank line, as received; surplus
                         blank lines stand before the event that follows them */
    struct span name; /* of the `event` field; at == NULL: none */
    struct span data; /* the data lines joined by LF; at == NULL: no data line */
};

/* Called for each event; its spans are valid during the call. Returns 0 to go on,
 * -1 (with err filled) to stop. */
typedef int sse_handler(void *arg, const struct sse_event *event, struct error *err);

struct sse {
    struct buf part;   /* the beginning of an event whose end has not come yet */
    struct buf joined; /* data of an event with several data lines */
    int state;         /* where in an event the reading stands */
    bool started;      /* the byte order mark was looked for */
};

/* max: the most bytes that one event may have. */
void sse_init(struct sse *sse, size_t max);
void sse_free(struct sse *sse);

/* Returns 0; -1 if the handler stopped or with ERR_UPSTREAM if an event is longer than max. */
int sse_feed(struct sse *sse, const char *bytes, size_t len, sse_handler *handler, void *arg,
             struct error *err);

/* At the end of the bytes: hands on a last event that lacks its blank line (raw then lacks it too),
 * or blank lines that no event followed (nothing but raw). Returns as sse_feed(). */
int sse_finish(struct sse *sse, sse_handler *handler, void *arg, struct error *err);

#endif
