/* Growing bytes with a ceiling. */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void buf_init(struct buf *buf, size_t max) {
    *buf = (struct buf){.max = max};
}

void buf_free(struct buf *buf) {
    free(buf->data);
    *buf = (struct buf){.max = buf->max};
}

void buf_clear(struct buf *buf) {
    buf->len = 0;
    buf->overflow = false;
    if (buf->data)
        buf->data[0] = '\0';
}

char *buf_reserve(struct buf *buf, size_t len) {
    if (buf->overflow || len > buf->max || buf->len > buf->max - len) {
        buf->overflow = true;
        return NULL;
    }
    size_t need = buf->len + len + 1;
    if (need > buf->cap) {
        size_t cap = buf->len == 0 ? need : buf->cap * 2;
        if (cap < need)
            cap = need;
        if (cap < 64)
            cap = 64;
        buf->data = xrealloc(buf->data, cap);
        buf->cap = cap;
    }
    return buf->data + buf->len;
}

void buf_commit(struct buf *buf, size_t len) {
    buf->len += len;
    buf->data[buf->len] = '\0';
}

void buf_add(struct buf *buf, const void *bytes, size_t len) {
    char *room = buf_reserve(buf, len);
    if (!room)
        return;
    if (len > 0)
        memcpy(room, bytes, len);
    buf_commit(buf, len);
}

void buf_puts(struct buf *buf, const char *text) {
    buf_add(buf, text, strlen(text));
}

void buf_putc(struct buf *buf, char c) {
    buf_add(buf, &c, 1);
}

/* Most texts fit into what is there; only others are made twice. */
void buf_vprintf(struct buf *buf, const char *format, va_list args) {
    va_list again;
    size_t have = buf->cap - buf->len;
    va_copy(again, args);
    int len = vsnprintf(have ? buf->data + buf->len : NULL, have, format, args);
    char *room = len < 0 ? NULL : buf_reserve(buf, (size_t)len);
    if (room && (size_t)len >= have)
        vsnprintf(room, (size_t)len + 1, format, again);
    if (room)
        buf_commit(buf, (size_t)len);
    else if (have)
        buf->data[buf->len] = '\0'; /* nothing is added */
    va_end(again);
}

void buf_printf(struct buf *buf, const char *format, ...) {
    va_list args;
    va_start(args, format);
    buf_vprintf(buf, format, args);
    va_end(args);
}

void buf_fit(struct buf *buf) {
    if (!buf->data)
        return;
    buf->cap = buf->len + 1;
    buf->data = xrealloc(buf->data, buf->cap);
}

void buf_consume(struct buf *buf, size_t len) {
    if (len == 0)
        return;
    memmove(buf->data, buf->data + len, buf->len - len + 1);
    buf->len -= len;
}

size_t buf_utf8_length(const void *from, size_t len) {
    const unsigned char *text = from;
    unsigned char c = text[0];
    size_t n = c < 0x80                ? 1
               : c >= 0xc2 && c < 0xe0 ? 2
               : c >= 0xe0 && c < 0xf0 ? 3
               : c >= 0xf0 && c < 0xf5 ? 4
                                       : 0;
    if (n == 0 || n > len)
        return 0;
    for (size_t i = 1; i < n; i++)
        if ((text[i] & 0xc0) != 0x80)
            return 0;
    if ((c == 0xe0 && text[1] < 0xa0) || (c == 0xed && text[1] > 0x9f) || (c == 0xf0 && text[1] < 0x90) ||
        (c == 0xf4 && text[1] > 0x8f))
        return 0;
    return n;
}

/* A control, a quote or a backslash. */
static void quote_ascii(struct buf *buf, unsigned char c) {
    static const char shorts[] = "\"\\\b\t\n\f\r", letters[] = "\"\\btnfr";
    const char *at = c ? strchr(shorts, c) : NULL;
    if (at)
        buf_add(buf, (char[]){'\\', letters[at - shorts]}, 2);
    else
        buf_printf(buf, "\\u%04x", c);
}

/* How many bytes at the front stand in a JSON string as they are. */
static size_t plain_length(const unsigned char *text, size_t len) {
    size_t n = 0;
    while (n < len && text[n] >= 0x20 && text[n] < 0x7f && text[n] != '"' && text[n] != '\\')
        n++;
    return n;
}

void buf_quote(struct buf *buf, const char *text, size_t len) {
    const unsigned char *at = (const unsigned char *)text;
    buf_putc(buf, '"');
    while (len > 0) {
        size_t plain = plain_length(at, len);
        buf_add(buf, at, plain);
        at += plain;
        len -= plain;
        if (len == 0)
            break;
        size_t n = buf_utf8_length(at, len);
        if (n == 0) {
            buf_puts(buf, "\xef\xbf\xbd");
            n = 1;
        } else if (n == 1) {
            quote_ascii(buf, *at);
        } else {
            buf_add(buf, at, n);
        }
        at += n;
        len -= n;
    }
    buf_putc(buf, '"');
}
