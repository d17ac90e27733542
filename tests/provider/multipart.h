#ifndef PROVIDER_MULTIPART_H
#define PROVIDER_MULTIPART_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "http.h"

/* A form in multipart/form-data (RFC 7578); all spans point into the body that it was read from. */
struct part {
    struct span name, bytes;
    struct span filename, type; /* at == NULL: not said */
};

struct multipart {
    struct part *parts;
    size_t count, room;
};

/* Whether a Content-Type is one of forms. */
bool multipart_is(struct span type);

/* Reads a whole body. To be freed also if it fails. */
int multipart_read(struct multipart *form, struct span type, struct span body, struct error *err);
void multipart_free(struct multipart *form);

/* The first part of that name; NULL if there is none. */
const struct part *multipart_find(const struct multipart *form, const char *name);

#endif
