#ifndef BASE_SPLICE_H
#define BASE_SPLICE_H

#include <stddef.h>

#include "base/jsonscan.h"
#include "base/mem.h"

/* Edits of a text that is not copied: the result is a row of spans. */
#define SPLICE_EDITS 8

struct splice {
    struct span text;
    struct {
        const char *at; /* in the text */
        size_t removed; /* bytes from there on */
        struct span put;
    } edit[SPLICE_EDITS];
    size_t edits;
};

/* Replaces what stands at `old` (inside the text, or empty for an insertion) by `put`, which must outlive the
 * splice. In any order, but edits must not overlap; at most SPLICE_EDITS, more abort. */
void splice_replace(struct splice *splice, struct span old, const char *put);

/* The edited text as spans, made in the arena; *total is its length in bytes. */
struct span *splice_parts(const struct splice *splice, struct arena *arena, size_t *parts, size_t *total);

#endif
