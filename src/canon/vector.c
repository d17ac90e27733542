/* Vectors in the two forms in which they come and go. */
#include "canon/vector.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/float32.h"
#include "base/secret.h"

#define WIDTH 4 /* bytes of a number */

static int refuse(struct error *err, const char *why) {
    return error_set(err, ERR_UPSTREAM, "The provider answered with an embedding that %s.", why);
}

static int refuse_length(struct error *err) {
    return refuse(err, "has too many numbers");
}

/* ---- reading ------------------------------------------------------------------- */

static const char *skip_between(const char *at, const char *end) {
    while (at < end && (*at == ',' || *at == ' ' || *at == '\n' || *at == '\r' || *at == '\t'))
        at++;
    return at;
}

static int read_numbers(struct span array, float *number, size_t *count, struct error *err) {
    const char *end = array.at + array.len - 1, *at = skip_between(array.at + 1, end);
    float one;
    for (size_t len; at < end; at = skip_between(at + len, end)) {
        if (*count == VECTOR_MOST)
            return refuse_length(err);
        len = float32_read(at, end, number ? &number[*count] : &one);
        if (len == 0)
            return refuse(err, "has more in it than numbers of 32 bits");
        ++*count;
    }
    return *count ? 0 : refuse(err, "is empty");
}

/* The text between the quotes; some write its "/" with a backslash. */
static struct span base64_text(struct span string, struct buf *plain) {
    struct span inside = {string.at + 1, string.len - 2};
    if (!memchr(inside.at, '\\', inside.len))
        return inside;
    scan_unquote(string, plain);
    return (struct span){plain->data ? plain->data : "", plain->len};
}

static float number_at(const unsigned char *byte) {
    uint32_t bits =
        (uint32_t)byte[0] | (uint32_t)byte[1] << 8 | (uint32_t)byte[2] << 16 | (uint32_t)byte[3] << 24;
    float number;
    memcpy(&number, &bits, sizeof number);
    return number;
}

static int read_bytes(const unsigned char *bytes, size_t len, float *number, size_t *count,
                      struct error *err) {
    if (len == 0 || len % WIDTH)
        return refuse(err, "is no list of numbers of 32 bits");
    if (len / WIDTH > VECTOR_MOST)
        return refuse_length(err);
    for (; *count < len / WIDTH; ++*count) {
        float one = number_at(bytes + *count * WIDTH);
        if (!isfinite(one))
            return refuse(err, "has a number that is not finite");
        if (number)
            number[*count] = one;
    }
    return 0;
}

static int read_base64(struct span string, float *number, size_t *count, struct error *err) {
    struct buf plain;
    buf_init(&plain, string.len);
    struct span text = base64_text(string, &plain);
    size_t len = 0;
    unsigned char *bytes = xmalloc(text.len + 1);
    int rc = secret_unbase64(text.at, text.len, bytes, &len) ? read_bytes(bytes, len, number, count, err)
                                                             : refuse(err, "is no base64");
    free(bytes);
    buf_free(&plain);
    return rc;
}

/* number NULL: they are only counted. */
static int read_either(struct span value, float *number, size_t *count, struct error *err) {
    *count = 0;
    switch (scan_type(value)) {
    case SCAN_ARRAY:
        return read_numbers(value, number, count, err);
    case SCAN_STRING:
        return read_base64(value, number, count, err);
    default:
        return refuse(err, "is neither a list nor base64");
    }
}

int vector_check(struct span value, struct error *err) {
    size_t count;
    return read_either(value, NULL, &count, err);
}

/* For how many numbers there must be room: no more than there are commas, or groups of base64. */
static size_t count_most(struct span value) {
    size_t count = 1;
    if (scan_type(value) == SCAN_STRING)
        count += value.len / WIDTH;
    else
        for (size_t i = 0; i < value.len && count < VECTOR_MOST; i++)
            count += value.at[i] == ',';
    return count < VECTOR_MOST ? count : VECTOR_MOST;
}

int vector_read(struct span value, struct arena *arena, struct vector *into, struct error *err) {
    float *number = arena_alloc(arena, count_most(value) * sizeof *number);
    *into = (struct vector){.at = number};
    return read_either(value, number, &into->count, err);
}

/* ---- writing ------------------------------------------------------------------- */

void vector_write_numbers(const struct vector *vector, struct buf *out) {
    char text[FLOAT32_TEXT + 1];
    buf_putc(out, '[');
    for (size_t i = 0; i < vector->count; i++) {
        text[0] = ',';
        size_t len = float32_write(vector->at[i], text + 1) + 1;
        buf_add(out, text + !i, len - !i);
    }
    buf_putc(out, ']');
}

void vector_write_base64(const struct vector *vector, struct buf *out) {
    size_t len = vector->count * WIDTH, room = secret_base64_length(len);
    unsigned char *bytes = xmalloc(len + 1);
    for (size_t i = 0; i < vector->count; i++) {
        uint32_t bits;
        memcpy(&bits, &vector->at[i], sizeof bits);
        for (int j = 0; j < WIDTH; j++)
            bytes[i * WIDTH + (size_t)j] = (unsigned char)(bits >> 8 * j);
    }
    buf_putc(out, '"');
    char *text = buf_reserve(out, room);
    if (text) {
        secret_base64(bytes, len, text);
        buf_commit(out, room - 1); /* its NUL is written over */
    }
    buf_putc(out, '"');
    free(bytes);
}
