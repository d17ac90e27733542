/* A compact encoding of numbers and texts in a row. */
#include "base/pack.h"

#include <string.h>

void pack_u(struct buf *out, uint64_t value) {
    unsigned char bytes[10];
    size_t n = 0;
    while (value >= 0x80) {
        bytes[n++] = (unsigned char)(value | 0x80);
        value >>= 7;
    }
    bytes[n++] = (unsigned char)value;
    buf_add(out, bytes, n);
}

void pack_i(struct buf *out, int64_t value) {
    pack_u(out, ((uint64_t)value << 1) ^ (value < 0 ? UINT64_MAX : 0));
}

void pack_raw(struct buf *out, const void *bytes, size_t len) {
    buf_add(out, bytes, len);
}

void pack_bytes(struct buf *out, const void *bytes, size_t len) {
    pack_u(out, len);
    buf_add(out, bytes, len);
}

void pack_text(struct buf *out, const char *text) {
    pack_bytes(out, text ? text : "", text ? strlen(text) : 0);
}

struct unpack unpack_from(const void *bytes, size_t len) {
    const unsigned char *at = bytes;
    return (struct unpack){at, at + len, false};
}

uint64_t unpack_u(struct unpack *in) {
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        if (in->bad || in->at == in->end)
            break;
        unsigned char byte = *in->at++;
        value |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80)
            return value;
    }
    in->bad = true;
    return 0;
}

int64_t unpack_i(struct unpack *in) {
    uint64_t value = unpack_u(in);
    return (int64_t)(value >> 1) ^ -(int64_t)(value & 1);
}

const void *unpack_bytes(struct unpack *in, size_t *len) {
    uint64_t n = unpack_u(in);
    if (in->bad || n > (uint64_t)(in->end - in->at)) {
        in->bad = true;
        *len = 0;
        return "";
    }
    const void *bytes = in->at;
    in->at += n;
    *len = (size_t)n;
    return bytes;
}

void unpack_text(struct unpack *in, char *out, size_t size) {
    size_t len;
    const void *bytes = unpack_bytes(in, &len);
    if (len >= size)
        len = size - 1;
    memcpy(out, bytes, len);
    out[len] = '\0';
}

void unpack_raw(struct unpack *in, void *out, size_t len) {
    if (in->bad || len > (size_t)(in->end - in->at)) {
        in->bad = true;
        memset(out, 0, len);
        return;
    }
    memcpy(out, in->at, len);
    in->at += len;
}
