#ifndef LOAD_RESPONSE_H
#define LOAD_RESPONSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/* Takes the bytes of a body as they come. */
typedef void body_sink(void *arg, const char *bytes, size_t len);

enum response_state {
    RESPONSE_STATUS, /* the status line is next; the states up to RESPONSE_TRAILER read lines */
    RESPONSE_FIELD,
    RESPONSE_SIZE,      /* of a chunk */
    RESPONSE_CHUNK_END, /* the empty line behind a chunk */
    RESPONSE_TRAILER,
    RESPONSE_CHUNK,
    RESPONSE_BODY, /* of a length told, or up to the end of the connection */
    RESPONSE_DONE,
    RESPONSE_BAD /* this is no HTTP */
};

/* Reader of one HTTP/1.1 response, in pieces of any size. */
struct response {
    enum response_state state;
    struct buf line;      /* the beginning of a line whose end has not come yet */
    int status;           /* 0: not known yet */
    char request_id[128]; /* x-request-id, "-" if there is none */
    bool event_stream;    /* content type text/event-stream */
    bool coded;           /* has a Content-Encoding, though none is asked for */
    bool keep_alive;
    bool chunked, has_length;
    uint64_t left; /* bytes of the body or the chunk still to come */
};

void response_init(struct response *response);
void response_free(struct response *response);

/* Gets ready for the next response, keeps memory. */
void response_clear(struct response *response);

/* Reads on. What comes after the end of the response makes it bad. */
void response_feed(struct response *response, const char *bytes, size_t len, body_sink *sink,
                   void *arg);

/* The connection has ended: whether the response is whole. */
bool response_finish(struct response *response);

#endif
