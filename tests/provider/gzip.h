#ifndef PROVIDER_GZIP_H
#define PROVIDER_GZIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/* Writes the gzip format (RFC 1952) without compressing: stored blocks only, save for zeros. Starts zeroed.
 */
struct gzip {
    uint32_t crc, size;
    bool begun;
};

void gzip_add(struct gzip *gzip, struct buf *out, const char *bytes, size_t len);
/* As many zeros as that, in a thousandth of the bytes. */
void gzip_add_zeros(struct gzip *gzip, struct buf *out, size_t len);

void gzip_end(struct gzip *gzip, struct buf *out);

#endif
