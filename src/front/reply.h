#ifndef FRONT_REPLY_H
#define FRONT_REPLY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"

/* Where a reply goes: FastCGI, CGI, or a test's memory. The first two return 0, or -1 when the client is
 * gone. */
struct reply_writer {
    int (*write)(void *arg, const char *bytes, size_t len); /* bytes of one call stay together if they can */
    int (*flush)(void *arg);
    void (*end)(void *arg); /* nothing more comes: the client need not wait for what is done after that */
    void *arg;
};

enum reply_state { REPLY_FRESH, REPLY_HEAD, REPLY_BODY };

/* A reply: status, then headers, then the body. Doing it in another order aborts. */
struct reply {
    const struct reply_writer *writer;
    enum reply_state state;
    int status;
    size_t sent;    /* bytes of the body */
    bool head_only; /* the body is counted in Content-Length, but not sent: HEAD */
    struct buf head, always;
};

void reply_init(struct reply *reply, const struct reply_writer *writer);
void reply_free(struct reply *reply);

/* A header that every reply has, whatever it will be: before reply_begin(). */
void reply_always(struct reply *reply, const char *name, const char *value);

/* Sets the status and the content type (NULL: none). */
void reply_begin(struct reply *reply, int status, const char *content_type);

/* Before the first byte of the body. Control characters in the value become blanks. */
void reply_header(struct reply *reply, const char *name, const char *value);
void reply_header_number(struct reply *reply, const char *name, long long value);

/* Begins a stream of events, and asks what stands between to pass on each of them at once. */
void reply_begin_events(struct reply *reply, const char *content_type);

/* Adds to the body; the head goes first. ERR_GONE. */
int reply_write(struct reply *reply, const char *bytes, size_t len, struct error *err);
int reply_flush(struct reply *reply, struct error *err);

/* The rest of a reply that is there as a whole: length and body. It goes out with reply_end(), in one write.
 */
int reply_finish(struct reply *reply, const char *bytes, size_t len, struct error *err);

/* Sends what is left, and that it is all. */
void reply_end(struct reply *reply);

#endif
