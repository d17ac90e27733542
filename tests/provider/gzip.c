/* Content-Encoding: gzip, as cheaply as the format allows. */
#include "gzip.h"

#include "crc.h"

#define BLOCK_MAX    65535
#define LONGEST_COPY 258
#define ZERO_CODE    0x0c /* of the byte 0: 00110000 read from its highest bit */
#define COPY_CODE    0xa3 /* of a copy of 258 bytes: 11000101 */

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

static void begin(struct gzip *gzip, struct buf *out) {
    static const char head[10] = {'\x1f', '\x8b', 8, 0, 0, 0, 0, 0, 0, '\xff'};
    if (!gzip->begun)
        buf_add(out, head, sizeof head);
    gzip->begun = true;
}

void gzip_add(struct gzip *gzip, struct buf *out, const char *bytes, size_t len) {
    begin(gzip, out);
    gzip->crc = crc_add(gzip->crc, bytes, len);
    gzip->size += (uint32_t)len;
    while (len > 0) {
        size_t part = len < BLOCK_MAX ? len : BLOCK_MAX;
        put_block(out, false, bytes, part);
        bytes += part;
        len -= part;
    }
}

/* Bits of a block, the lowest of a byte first. */
struct bits {
    struct buf *out;
    unsigned held, count;
};

static void put_bits(struct bits *bits, unsigned value, unsigned count) {
    bits->held |= value << bits->count;
    for (bits->count += count; bits->count >= 8; bits->count -= 8, bits->held >>= 8)
        buf_putc(bits->out, (char)(bits->held & 0xff));
}

/* A block with the fixed codes (RFC 1951, 3.2.6): a zero, then copies of the byte before, 258 at a time. A
 * stored block of nothing brings it to the end of a byte. */
void gzip_add_zeros(struct gzip *gzip, struct buf *out, size_t len) {
    static const char zeros[4096];
    struct bits bits = {.out = out};
    begin(gzip, out);
    for (size_t left = len, part; left > 0; left -= part) {
        part = left < sizeof zeros ? left : sizeof zeros;
        gzip->crc = crc_add(gzip->crc, zeros, part);
    }
    gzip->size += (uint32_t)len;
    put_bits(&bits, 2, 3); /* BFINAL 0, BTYPE 01 */
    size_t copies = len / LONGEST_COPY;
    for (size_t i = copies * LONGEST_COPY; i < len; i++)
        put_bits(&bits, ZERO_CODE, 8);
    for (size_t i = 0; i < copies; i++) {
        put_bits(&bits, COPY_CODE, 8);
        put_bits(&bits, 0, 5); /* distance 1 */
    }
    put_bits(&bits, 0, 7); /* the end of the block */
    put_bits(&bits, 0, 3); /* BFINAL 0, BTYPE 00 */
    if (bits.count > 0)
        put_bits(&bits, 0, 8 - bits.count);
    put_little_endian(out, 0, 2);
    put_little_endian(out, 0xffff, 2);
}

void gzip_end(struct gzip *gzip, struct buf *out) {
    gzip_add(gzip, out, "", 0);
    put_block(out, true, "", 0);
    put_little_endian(out, gzip->crc, 4);
    put_little_endian(out, gzip->size, 4);
}
