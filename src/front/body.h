#ifndef FRONT_BODY_H
#define FRONT_BODY_H

#include "base/buf.h"
#include "front/body_pace.h"

#define BODY_SMALL (128 << 10) /* bytes of memory that no account is kept of */

struct body {
    struct buf bytes; /* data is never NULL after body_read() */
    struct budget *memory;
    long taken;
};

/* Whether the body is announced with at most that length, and will not be longer when it is decoded. */
bool body_is_short(const struct request *request, size_t most);

/*
 * Reads the whole body to the end of the input and undoes its content coding. To be
 * freed with body_free(), also after -1: ERR_TOO_LARGE (found early by Content-Length),
 * ERR_MEDIA_TYPE (a coding that is not known), ERR_UNAVAILABLE (no memory to be had now),
 * ERR_REQUEST (Content-Length is no number; it broke off; malformed coding; with
 * status 408: too slow).
 */
int body_read(const struct request *request, const struct body_rules *rules, struct body *body,
              struct error *err);
void body_free(struct body *body);

#endif
