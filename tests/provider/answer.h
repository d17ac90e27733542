#ifndef PROVIDER_ANSWER_H
#define PROVIDER_ANSWER_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "dialect.h"
#include "http.h"
#include "reply.h"

/* What happened to the requests to /v1, and how many connections came. */
struct stats {
    uint64_t requests, finished, cancelled, cut, running, connections;
};

/* What the provider is made of, as far as answers need it. */
struct provider {
    struct stats stats;
    uint64_t serial;        /* of the last request to /v1 */
    FILE *log;              /* NULL: none */
    struct behaviour usual; /* for models whose name does not tell one */
    char origin[40];        /* "http://127.0.0.1:PORT" */
};

/* The answer to one request. It is written step by step. */
struct answer {
    struct reply reply;
    const struct dialect *dialect;
    struct scene scene;
    bool counted;      /* in the stats */
    bool delayed;      /* the delay before the first byte is over */
    bool stalled;      /* nothing more comes */
    unsigned position; /* of the stream's next event */
    unsigned contents; /* content events so far */

    struct buf *out; /* where bytes go; the reply writes to `staged` first */
    struct buf staged;
    size_t portion; /* staged bytes that leave at a time; 0: all */
    size_t sent;    /* bytes that have left */
    int64_t next;   /* what the step says that hands out the last staged byte */
};

/* What a step returns instead of a pause in microseconds. */
enum {
    ANSWER_DONE = -1,
    ANSWER_CUT = -2,  /* close the connection after what was written */
    ANSWER_RESET = -3 /* reset the connection at once */
};

/* A pause that only the peer ends. */
#define ANSWER_NEVER INT64_MAX

/* Decides on the answer to a request; the request is not needed afterwards. */
void answer_begin(struct answer *answer, struct provider *provider, const struct http_request *request,
                  struct buf *out);

/* The same for something that is no HTTP request; the connection has to be closed afterwards. */
void answer_begin_refusal(struct answer *answer, struct provider *provider, const struct error *err,
                          struct buf *out);

/* Adds the next bytes to `out` and returns the pause until the step after it. */
int64_t answer_step(struct answer *answer);

enum answer_end { END_FINISHED, END_CANCELLED, END_CUT };

/* Accounts for the answer and frees it. */
void answer_end(struct answer *answer, struct provider *provider, enum answer_end how);

/* Writes the next of a scene's bytes to the reply and returns as answer_step(). */
int64_t play_scene(struct answer *answer);

/* Writes an error as the whole answer. `fields` are further header fields, each with its CRLF. */
void play_refusal(struct answer *answer, const struct error *err, const char *fields);

/* The same as play_scene() for an answer that is none; false, and *result untouched, if the scene wants a
 * real one. */
bool abuse_play(struct answer *answer, int64_t *result);

#endif
