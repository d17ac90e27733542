#ifndef FRONT_BODY_PACE_H
#define FRONT_BODY_PACE_H

#include <stdint.h>

#include "base/budget.h"
#include "base/error.h"
#include "front/request.h"

/* What a request's body may take. */
struct body_rules {
    size_t limit;          /* bytes, decoded as well */
    int seconds;           /* that it may pause, and until it comes with BODY_RATE */
    struct budget *memory; /* of the process, of all bodies that take more than BODY_SMALL */
    long most_memory;
};

#define BODY_RATE 8192 /* bytes a second, on average: slower senders are not waited for */

#define BODY_NOT_SAID  -1
#define BODY_MALFORMED -2

/* Content-Length: the number, at most 10^18; or BODY_NOT_SAID, BODY_MALFORMED. */
int64_t body_announced(const struct request *request);

/* Whether the body has a content coding, known or not. */
bool body_is_coded(const struct request *request);

int body_too_large(size_t limit, struct error *err);

/* A body on its way. */
struct body_pace {
    const struct request_source *source;
    const struct body_rules *rules;
    int64_t announced; /* or BODY_NOT_SAID */
    int64_t start;     /* monotonic ms */
    size_t came;       /* bytes */
};

/* To be called before a byte is read. -1: ERR_REQUEST (Content-Length is no number), ERR_TOO_LARGE (it is
 * beyond the limit). */
int body_pace_start(struct body_pace *pace, const struct request *request, const struct body_rules *rules,
                    struct error *err);

/*
 * Reads up to `room` bytes, which must not be none: how many, 0 at the body's end, or -1: ERR_TOO_LARGE (with
 * them it is beyond the limit), ERR_REQUEST (it broke off; with status 408: too slow).
 */
long body_pace_read(struct body_pace *pace, char *at, size_t room, struct error *err);

#endif
