#ifndef FRONT_CODING_H
#define FRONT_CODING_H

#include "base/buf.h"
#include "base/error.h"

/* Where decoded bytes go. */
struct coding_output {
    struct buf *bytes; /* its ceiling is one byte beyond the limit */
    /* Told before so much memory is used, the decoder's own with it: 0, or -1 with err. */
    int (*cover)(void *arg, size_t have, struct error *err);
    void *arg;
};

/* The content codings (RFC 9110, 8.4.1; zstd RFC 8878) that a request's body may have. */
struct coding {
    const char *name;
    /* ERR_TOO_LARGE beyond the limit, ERR_REQUEST where the bytes are malformed or break off, and what
     * out->cover says. */
    int (*decode)(const char *bytes, size_t len, const struct coding_output *out, struct error *err);
};

/* The coding of a Content-Encoding field, in any case; NULL: not one that is known. */
const struct coding *coding_find(const char *name);

/* What is known, for an Accept-Encoding field (RFC 7694). */
extern const char coding_names[];

#endif
