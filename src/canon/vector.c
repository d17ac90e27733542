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

/* ---- reading ------------------------------------------------------------------- */

static size_t count_elements(struct span array) {
    size_t commas = 0;
    for (size_t i = 0; i < array.len; i++)
        commas += array.at[i] == ',';
    return commas + 1;
}

static const char *skip_between(const char *at, const char *end) {
    while (at < end && (*at == ',' || *at == ' ' || *at == '\n' || *at == '\r' || *at == '\t'))
        at++;
    return at;
}

static int read_numbers(struct span array, struct arena *arena, struct vector *into, struct error *err) {
    const char *end = array.at + array.len - 1, *at = skip_between(array.at + 1, end);
    float *number = arena_alloc(arena, count_elements(array) * sizeof *number);
    *into = (struct vector){number, 0};
    for (size_t len; at < end; at = skip_between(at + len, end)) {
        len = float32_read(at, end, &number[into->count++]);
        if (len == 0)
            return refuse(err, "has more in it than numbers of 32 bits");
    }
    return into->count ? 0 : refuse(err, "is empty");
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

static int read_bytes(const unsigned char *bytes, size_t len, struct arena *arena, struct vector *into,
                      struct error *err) {
    float *number = arena_alloc(arena, len + 1);
    if (len == 0 || len % WIDTH)
        return refuse(err, "is no list of numbers of 32 bits");
    *into = (struct vector){number, len / WIDTH};
    for (size_t i = 0; i < into->count; i++) {
        number[i] = number_at(bytes + i * WIDTH);
        if (!isfinite(number[i]))
            return refuse(err, "has a number that is not finite");
    }
    return 0;
}

static int read_base64(struct span string, struct arena *arena, struct vector *into, struct error *err) {
    struct buf plain;
    buf_init(&plain, string.len);
    struct span text = base64_text(string, &plain);
    size_t len = 0;
    unsigned char *bytes = xmalloc(text.len + 1);
    int rc = secret_unbase64(text.at, text.len, bytes, &len) ? read_bytes(bytes, len, arena, into, err)
                                                             : refuse(err, "is no base64");
    free(bytes);
    buf_free(&plain);
    return rc;
}

int vector_read(struct span value, struct arena *arena, struct vector *into, struct error *err) {
    switch (scan_type(value)) {
    case SCAN_ARRAY:
        return read_numbers(value, arena, into, err);
    case SCAN_STRING:
        return read_base64(value, arena, into, err);
    default:
        return refuse(err, "is neither a list nor base64");
    }
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
