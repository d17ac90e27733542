#ifndef PROVIDER_PICTURE_H
#define PROVIDER_PICTURE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* Adds a small picture that follows from the number, as "png", "jpeg" or "webp". bytes: how long the file is
 * to be, filled up with what decoders pass over; as long as it must be if that is more. */
void picture_put(const char *format, unsigned number, size_t bytes, struct buf *out);

/* Whether these bytes begin as a picture of one of the three does. */
bool picture_is(const char *bytes, size_t len);

#endif
