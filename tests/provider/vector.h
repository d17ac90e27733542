#ifndef PROVIDER_VECTOR_H
#define PROVIDER_VECTOR_H

#include <jansson.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "behaviour.h"

/*
 * The vectors of embeddings, whatever the API. They follow from the text alone: with its hash_bytes() as the
 * seed, value i is the highest 24 bits of hash_next(i), less 2^23, divided by 2^23. So it lies in [-1, 1),
 * and a float has it exactly. A vector of fewer dimensions is the beginning of one of more.
 */

/* The seed of a text, or of a list of tokens (four bytes each, the lowest first). */
uint64_t vector_seed(const json_t *input);

/* How many dimensions a model has. */
unsigned vector_dimensions(const struct behaviour *how);

float vector_value(uint64_t seed, unsigned i);

/* Adds a vector as a JSON array; its decimals mean the same float when they are read. */
void vector_put(uint64_t seed, unsigned dimensions, struct buf *json);

/* Adds it as a JSON string: base64 of floats, the lowest byte first. */
void vector_put_base64(uint64_t seed, unsigned dimensions, struct buf *json);

#endif
