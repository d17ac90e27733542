#ifndef LOAD_CHECK_H
#define LOAD_CHECK_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "load_histogram.h"

/* What can be wrong with a call; what is found first counts. */
enum failure {
    FAIL_NONE,
    FAIL_CONNECT,   /* no connection */
    FAIL_CUT,       /* the connection ended before the response did */
    FAIL_STATUS,    /* not 200 */
    FAIL_MALFORMED, /* no HTTP, no JSON, half an event, no finish reason, ... */
    FAIL_MIXED_UP,  /* text of another request, or text twice, or a gap in it */
    FAIL_ERROR,     /* an error event in the stream */
    FAIL_NO_DONE,   /* a stream without [DONE] */
    FAIL_NO_USAGE,
    FAIL_TIMEOUT,
    FAIL__MAX
};

/* What is expected of all answers. */
struct expected {
    bool stream;
    bool marks; /* the text must carry marks ("user-7:0 user-7:1 ..."); otherwise it may */
    bool usage;
};

/* The check of one chat answer, fed with its body. */
struct check {
    const struct expected *expected;
    struct histogram *delays; /* of events with `sent_us`: from there to their arrival */
    uint64_t number;          /* of the request: its user is user-<number> */
    uint64_t now; /* when the bytes came that are fed, microseconds of CLOCK_MONOTONIC */
    enum failure failure;
    uint64_t events; /* with content */
    uint64_t next_mark;
    json_int_t completion_tokens; /* as the usage says, -1: no usage came */
    bool finished;                /* a finish reason came */
    bool done;                    /* [DONE] came */
    struct buf line;              /* of the stream; or all of a body that is no stream */
    struct buf data;              /* of the event that is being read */
};

void check_init(struct check *check, const struct expected *expected, struct histogram *delays);
void check_free(struct check *check);

/* Gets ready for the answer to a request. */
void check_begin(struct check *check, uint64_t number);

/* A body_sink; arg is the check. */
void check_feed(void *arg, const char *bytes, size_t len);

/* The body is whole. Returns what was wrong with it. */
enum failure check_finish(struct check *check);

#endif
