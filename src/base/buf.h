#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/*
 * Growing bytes with a ceiling that must be named. What would pass the ceiling
 * is not added and `overflow` stays set, so that several additions can be
 * chained and the result looked at once.
 */
struct buf {
    char *data; /* NUL-terminated as soon as anything was added; NULL before */
    size_t len, cap, max;
    bool overflow;
};

void buf_init(struct buf *buf, size_t max);

/* A ceiling for what is made of bytes that have one of their own, far below. */
#define BUF_MOST ((size_t)1 << 31)
void buf_free(struct buf *buf);

/* Empties the buffer, keeps its memory, forgets an overflow. */
void buf_clear(struct buf *buf);

void buf_add(struct buf *buf, const void *bytes, size_t len);
void buf_puts(struct buf *buf, const char *text);
void buf_putc(struct buf *buf, char c);
void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *buf, const char *format, va_list args) __attribute__((format(printf, 2, 0)));

/* Makes room for len more bytes (exactly, when the buffer is still empty).
 * Returns where they may be written, or NULL and sets overflow. buf_commit() then says how many were. */
char *buf_reserve(struct buf *buf, size_t len);
void buf_commit(struct buf *buf, size_t len);

/* Gives back the room that is not used. */
void buf_fit(struct buf *buf);

/* Removes the first len bytes. */
void buf_consume(struct buf *buf, size_t len);

/* Length of the valid UTF-8 sequence at the front of a text that is not empty, 0 if there is none. */
size_t buf_utf8_length(const void *text, size_t len);

/* Adds text as a JSON string with its quotes; invalid UTF-8 becomes U+FFFD. */
void buf_quote(struct buf *buf, const char *text, size_t len);

#endif
