/* Content-Encoding: gzip, as cheaply as the format allows. */
#include "gzip.h"

#define BLOCK_MAX 65535

static void put_little_endian(struct buf *out, uint32_t value, int bytes) {
    for (; bytes > 0; bytes--, value >>= 8)
        buf_putc(out, (char)(value & 0xff));
}

static void put_block(struct buf *out, bool last, const char *bytes, size_t len) {
    buf_putc(out, last ? 1 : 0); /* BFINAL, BTYPE 00, padding to the byte */
    put_little_endian(out, (uint32_t)len, 2);
    put_little_endian(out, ~(uint32_t)len, 2);
    buf_add(out, bytes, len);
}

static uint32_t crc_add(uint32_t crc, const char *bytes, size_t len) {
    crc = ~crc;
    for (size_t i = 0; i < len; i++) {
        crc ^= (unsigned char)bytes[i];
        for (int bit = 0; bit < 8; bit++)
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320u : 0);
    }
    return ~crc;
}

void gzip_add(struct gzip *gzip, struct buf *out, const char *bytes, size_t len) {
    static const char head[10] = {'\x1f', '\x8b', 8, 0, 0, 0, 0, 0, 0, '\xff'};
    if (!gzip->begun)
        buf_add(out, head, sizeof head);
    gzip->begun = true;
    gzip->crc = crc_add(gzip->crc, bytes, len);
    gzip->size += (uint32_t)len;
    while (len > 0) {
        size_t part = len < BLOCK_MAX ? len : BLOCK_MAX;
        put_block(out, false, bytes, part);
        bytes += part;
        len -= part;
    }
}

void gzip_end(struct gzip *gzip, struct buf *out) {
    gzip_add(gzip, out, "", 0);
    put_block(out, true, "", 0);
    put_little_endian(out, gzip->crc, 4);
    put_little_endian(out, gzip->size, 4);
}
