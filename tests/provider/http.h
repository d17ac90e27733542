#ifndef PROVIDER_HTTP_H
#define PROVIDER_HTTP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/jsonscan.h"

#define HTTP_MAX_FIELDS 64
#define HTTP_MAX_HEAD   65536
#define HTTP_MAX_BODY   (64 << 20)

struct http_field {
    struct span name, value;
};

/* A request; all spans point into the buffer that it was read from. */
struct http_request {
    struct span method, path, query, body;
    struct http_field fields[HTTP_MAX_FIELDS];
    size_t field_count;
    size_t length; /* of the body, as announced */
    bool chunked;
    bool close;  /* the client wants the connection closed afterwards */
    bool expect; /* the client waits for "100 Continue" before it sends the body */
};

/* How far the request at the beginning of a buffer has been read. Starts zeroed. */
struct http_reader {
    size_t scanned; /* bytes that hold no end of the head */
    size_t head;    /* length of the head with its blank line; 0: not whole yet */
    size_t body;    /* bytes of the body that are there, chunk framing removed */
    size_t raw;     /* where the bytes begin that have not been looked at */
    size_t left;    /* bytes of the current chunk still to come */
    bool in_chunk, last;
};

/*
 * Reads on after bytes were added to the buffer. A chunked body is put
 * together in place. Returns 1 with a whole request, 0 if more bytes are
 * needed (`request` then holds the head if reader->head is set), -1 with err
 * if this is no request that can be served.
 */
int http_read(struct http_reader *reader, struct buf *in, struct http_request *request, struct error *err);

/* Forgets the request that was read; what follows it is kept. */
void http_consume(struct http_reader *reader, struct buf *in);

/* The value of a header field; at == NULL if there is none. Names are compared without case. */
struct span http_field(const struct http_request *request, const char *name);

/* Whether the query has this parameter, "name=value". */
bool http_has_parameter(const struct http_request *request, const char *parameter);

bool span_is(struct span span, const char *text);
bool span_is_nocase(struct span span, const char *text);

#endif
