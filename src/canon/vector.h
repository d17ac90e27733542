#ifndef CANON_VECTOR_H
#define CANON_VECTOR_H

#include "base/buf.h"
#include "base/error.h"
#include "base/jsonscan.h"
#include "base/mem.h"

/* What an embedding is: numbers of 32 bits, all of them finite. */
#define VECTOR_MOST 65536 /* of them, in one that is read */
struct vector {
    const float *at;
    size_t count;
};

/*
 * Reads one that a provider wrote, checked JSON: a list of numbers, each of which is rounded once; or a
 * string that holds base64 of the numbers, four bytes each, the lowest first. Into the arena.
 * Returns 0; -1 with ERR_UPSTREAM if it is neither, has no number, more than VECTOR_MOST, or one
 * that is not finite.
 */
int vector_read(struct span value, struct arena *arena, struct vector *into, struct error *err);

/* Whether it could be read: nothing of it is kept. */
int vector_check(struct span value, struct error *err);

/* Writes it in either form. From both the very same numbers are read. */
void vector_write_numbers(const struct vector *vector, struct buf *out);
void vector_write_base64(const struct vector *vector, struct buf *out);

#endif
