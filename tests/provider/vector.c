/* Vectors of embeddings. */
#include "vector.h"

#include <string.h>

#include "hash.h"
#include "quote.h"

#define USUAL_DIMENSIONS 8

static void put_little_endian(uint32_t value, struct buf *out) {
    for (int i = 0; i < 4; i++, value >>= 8)
        buf_putc(out, (char)(value & 0xff));
}

uint64_t vector_seed(const json_t *input) {
    struct buf bytes;
    size_t i;
    json_t *token;
    if (json_is_string(input))
        return hash_bytes(json_string_value(input), json_string_length(input));
    buf_init(&bytes, SIZE_MAX / 2);
    buf_puts(&bytes, "");
    json_array_foreach(input, i, token) {
        put_little_endian((uint32_t)json_integer_value(token), &bytes);
    }
    uint64_t seed = hash_bytes(bytes.data, bytes.len);
    buf_free(&bytes);
    return seed;
}

unsigned vector_dimensions(const struct behaviour *how) {
    return how->dims ? (unsigned)how->dims : USUAL_DIMENSIONS;
}

float vector_value(uint64_t seed, unsigned i) {
    int32_t value = (int32_t)(hash_next(seed, i) >> 40) - (1 << 23);
    return (float)value / (1 << 23);
}

void vector_put(uint64_t seed, unsigned dimensions, struct buf *json) {
    for (unsigned i = 0; i < dimensions; i++)
        buf_printf(json, "%s%.9g", i ? "," : "[", (double)vector_value(seed, i));
    buf_putc(json, ']');
}

void vector_put_base64(uint64_t seed, unsigned dimensions, struct buf *json) {
    struct buf bytes;
    buf_init(&bytes, SIZE_MAX / 2);
    for (unsigned i = 0; i < dimensions; i++) {
        float value = vector_value(seed, i);
        uint32_t bits;
        memcpy(&bits, &value, sizeof bits);
        put_little_endian(bits, &bytes);
    }
    quote_base64(bytes.data, bytes.len, json);
    buf_free(&bytes);
}
