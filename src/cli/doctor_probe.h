#ifndef CLI_DOCTOR_PROBE_H
#define CLI_DOCTOR_PROBE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "gate/doctor_token.h"
#include "upstream/upstream.h"

/* Asking the hub through the web server, as a client does. */
struct doctor_site {
    struct upstream *upstream;
    const char *url; /* without a slash at its end */
    char token[DOCTOR_TOKEN_TEXT];
};

struct doctor_ask {
    const char *method; /* NULL: "GET" */
    const char *target; /* behind the site's URL */
    const char *url;    /* in the place of both; the token is not sent there. NULL: them */
    const char *header; /* "Name: value"; NULL: none */
    size_t body;        /* bytes of a POST's body */
    bool chunked; /* it goes in chunks, one after the other, as from a program that makes it meanwhile */
    int seconds;  /* for all of it */
};

/* Up to `end` the body was there at that moment (monotonic ms). */
struct doctor_piece {
    size_t end;
    int64_t ms;
};

struct doctor_answer {
    struct error err; /* why there is no answer, or no whole one; ERR_NONE: it is whole */
    bool untrusted;   /* that is because of TLS */
    int status;       /* 0: none came */
    /* "" if not there */
    char type[128], retry_after[64], remaining[64], location[512], server[128];
    struct buf body;
    struct doctor_piece *pieces;
    size_t piece_count;
    int64_t took; /* ms */
};

/* Copies what a stranger said, in ASCII: a terminal shall not obey it. */
void doctor_copy(char *out, size_t size, const char *text, size_t len);

/* Asks; the answer is to be freed. Safe for several threads. */
void doctor_ask(struct doctor_site *site, const struct doctor_ask *ask, struct doctor_answer *answer);
void doctor_answer_free(struct doctor_answer *answer);

#endif
