#ifndef BASE_PACK_H
#define BASE_PACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/*
 * A compact, portable encoding of numbers and texts in a row: numbers as
 * LEB128 (signed ones zigzag), texts with their length before them. Database
 * records and messages between processes are written in it.
 */
void pack_u(struct buf *out, uint64_t value);
void pack_i(struct buf *out, int64_t value);
void pack_bytes(struct buf *out, const void *bytes, size_t len);
void pack_text(struct buf *out, const char *text); /* NULL is "" */

/* Exactly these bytes, without a length. */
void pack_raw(struct buf *out, const void *bytes, size_t len);

/* A reader never goes beyond its end: from the first value that is not there on
 * everything is 0 or "", and `bad` says so. */
struct unpack {
    const unsigned char *at, *end;
    bool bad;
};

struct unpack unpack_from(const void *bytes, size_t len);
uint64_t unpack_u(struct unpack *in);
int64_t unpack_i(struct unpack *in);

/* Borrowed from the input. */
const void *unpack_bytes(struct unpack *in, size_t *len);

/* Copies into out, cut to its size; always terminated. */
void unpack_text(struct unpack *in, char *out, size_t size);

/* Copies exactly len bytes, zeroes if they are not there. */
void unpack_raw(struct unpack *in, void *out, size_t len);

#endif
