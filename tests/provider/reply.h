#ifndef PROVIDER_REPLY_H
#define PROVIDER_REPLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "gzip.h"

/* What a request's id looks like; its argument is the serial as an unsigned long long. */
#define REQUEST_ID "req_%08llx"

/* The bytes of one HTTP answer. Set the first group, clear the rest. */
struct reply {
    struct buf *out;        /* where they go */
    uint64_t serial;        /* of the request, for its id */
    const char *id_field;   /* the header field with the id */
    const char *own_fields; /* further header fields of every answer, each with its CRLF */
    bool close;             /* announce that the connection ends */
    bool compress;          /* gzip the body */
    int body_max;           /* the body ends after so many bytes, whatever was announced; -1: it does not */
    int head_max;           /* the same of the head */
    int headers;            /* further header fields */
    int big;                /* bytes of one more */
    int off;                /* Content-Length is wrong by so much */
    bool bad_chunk;         /* the first chunk's size is no number */

    int status; /* as sent, 0: nothing was sent yet */
    bool cut;   /* body_max or head_max was reached: the connection has to be closed */
    bool chunked;
    size_t head; /* bytes of the head */
    size_t body; /* bytes of the body so far, without chunk framing */
    struct gzip gzip;
};

/* A whole answer. `fields` are further header fields, each with its CRLF. */
void reply_whole(struct reply *reply, int status, const char *type, const char *fields, const char *body,
                 size_t len);

/* An answer of unknown length, in chunks. */
void reply_begin(struct reply *reply, int status, const char *type);
void reply_add(struct reply *reply, const char *bytes, size_t len);
void reply_end(struct reply *reply);

#endif
