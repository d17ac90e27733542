/*
 * Writer of pictures without compression: PNG (RFC 2083) with stored blocks, a grey JPEG (ITU T.81) with
 * codes of one bit, and WebP (RFC 9649) of one colour, without loss.
 */
#include "picture.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "crc.h"
#include "media.h"

#define SIDE        16 /* pixels */
#define SEGMENT_MAX 65533

static void put_number(struct buf *out, uint32_t value, int bytes, bool lowest_first) {
    for (int i = 0; i < bytes; i++)
        buf_putc(out, (char)(value >> 8 * (lowest_first ? i : bytes - 1 - i) & 0xff));
}

static void put_filler(struct buf *out, size_t len) {
    static const char filler[] = "The picture is larger than it would have to be. ";
    for (size_t part; len > 0; len -= part) {
        part = len < sizeof filler - 1 ? len : sizeof filler - 1;
        buf_add(out, filler, part);
    }
}

/* How much of a chunk remains for filler behind what there is and the chunk's own bytes. */
static size_t room_for(const struct buf *out, size_t begin, size_t bytes, size_t own) {
    size_t len = out->len - begin + own;
    return bytes > len ? bytes - len : 0;
}

/* ---- PNG ---- */

static void put_chunk(struct buf *out, const char *type, const struct buf *data) {
    put_number(out, (uint32_t)data->len, 4, false);
    size_t begin = out->len;
    buf_puts(out, type);
    if (data->len > 0)
        buf_add(out, data->data, data->len);
    put_number(out, crc_add(0, out->data + begin, out->len - begin), 4, false);
}

static uint32_t adler(const struct buf *bytes) {
    uint32_t low = 1, high = 0;
    for (size_t i = 0; i < bytes->len; i++) {
        low = (low + (unsigned char)bytes->data[i]) % 65521;
        high = (high + low) % 65521;
    }
    return high << 16 | low;
}

/* Pixels in red, green and blue: one colour that fades downwards. */
static void put_pixels(unsigned number, struct buf *out) {
    for (unsigned y = 0; y < SIDE; y++) {
        buf_putc(out, 0); /* no filter */
        for (unsigned x = 0; x < SIDE; x++)
            for (unsigned shift = 0; shift < 24; shift += 8)
                buf_putc(out, (char)((number >> shift & 0xff) * (SIDE - y) / SIDE));
    }
}

static void put_image_data(struct buf *out, unsigned number) {
    struct buf pixels, data;
    buf_init(&pixels, SIZE_MAX / 2);
    buf_init(&data, SIZE_MAX / 2);
    put_pixels(number, &pixels);
    put_number(&data, 0x7801, 2, false); /* of zlib (RFC 1950) */
    buf_putc(&data, 1);                  /* the last block, stored */
    put_number(&data, (uint32_t)pixels.len, 2, true);
    put_number(&data, ~(uint32_t)pixels.len, 2, true);
    buf_add(&data, pixels.data, pixels.len);
    put_number(&data, adler(&pixels), 4, false);
    put_chunk(out, "IDAT", &data);
    buf_free(&data);
    buf_free(&pixels);
}

static void put_png(unsigned number, size_t bytes, struct buf *out) {
    static const char head[] = "\x89PNG\r\n\x1a\n";
    size_t begin = out->len, end = 12;
    struct buf data;
    buf_init(&data, SIZE_MAX / 2);
    buf_puts(out, head);
    put_number(&data, SIDE, 4, false);
    put_number(&data, SIDE, 4, false);
    buf_add(&data, "\x08\x02\0\0\0", 5); /* eight bits of each colour */
    put_chunk(out, "IHDR", &data);
    put_image_data(out, number);
    size_t filler = room_for(out, begin, bytes, 12 + end);
    buf_clear(&data);
    put_filler(&data, filler);
    if (filler > 0)
        put_chunk(out, "fiLl", &data);
    buf_clear(&data);
    put_chunk(out, "IEND", &data);
    buf_free(&data);
}

/* ---- JPEG ---- */

static void put_segment(struct buf *out, int mark, const char *data, size_t len) {
    buf_putc(out, '\xff');
    buf_putc(out, (char)mark);
    put_number(out, (uint32_t)len + 2, 2, false);
    buf_add(out, data, len);
}

static void put_comments(struct buf *out, size_t len) {
    struct buf text;
    buf_init(&text, SIZE_MAX / 2);
    while (len > 4) {
        size_t part = len - 4 < SEGMENT_MAX ? len - 4 : SEGMENT_MAX;
        buf_clear(&text);
        put_filler(&text, part);
        put_segment(out, 0xfe, text.data, part);
        len -= part + 4;
    }
    buf_free(&text);
}

static void put_jpeg(unsigned number, size_t bytes, struct buf *out) {
    static const char frame[] = {8, 0, 8, 0, 8, 1, 1, 0x11, 0}, scan[] = {1, 1, 0, 0, 63, 0};
    size_t begin = out->len;
    char quantities[65] = {0}, codes[18] = {0}, name[32];
    memset(quantities + 1, 1, 64);
    codes[1] = 1; /* one code of one bit, for 0 */
    buf_add(out, "\xff\xd8", 2);
    snprintf(name, sizeof name, "picture %u", number);
    put_segment(out, 0xfe, name, strlen(name));
    put_segment(out, 0xdb, quantities, sizeof quantities);
    put_segment(out, 0xc0, frame, sizeof frame);
    put_segment(out, 0xc4, codes, sizeof codes);
    codes[0] = 0x10;
    put_segment(out, 0xc4, codes, sizeof codes);
    put_comments(out, room_for(out, begin, bytes, 13));
    put_segment(out, 0xda, scan, sizeof scan);
    buf_add(out, "\x3f\xff\xd9", 3); /* two codes, filled up with ones */
}

/* ---- WebP ---- */

static void put_bits(struct buf *out, unsigned *used, uint32_t value, unsigned count) {
    for (; count > 0; count--, value >>= 1, ++*used) {
        if (*used % 8 == 0)
            buf_putc(out, 0);
        out->data[out->len - 1] = (char)(out->data[out->len - 1] | (int)(value & 1) << *used % 8);
    }
}

/* Every code has one symbol only, so the pixels need no bits. */
static void put_lossless(unsigned number, struct buf *out) {
    const unsigned green_red_blue_alpha_distance[] = {number >> 8 & 0xff, number & 0xff, number >> 16 & 0xff,
                                                      0xff, 0};
    unsigned used = 0;
    buf_putc(out, 0x2f);
    put_bits(out, &used, SIDE - 1, 14);
    put_bits(out, &used, SIDE - 1, 14);
    put_bits(out, &used, 0, 1 + 3 + 1 + 1 + 1); /* no alpha, version, transforms, cache, meta codes */
    for (int i = 0; i < 5; i++) {
        put_bits(out, &used, 1, 1); /* simple */
        put_bits(out, &used, 0, 1); /* one symbol */
        put_bits(out, &used, 1, 1); /* of eight bits */
        put_bits(out, &used, green_red_blue_alpha_distance[i], 8);
    }
}

static void put_riff(struct buf *out, const char *type, const struct buf *data) {
    buf_puts(out, type);
    put_number(out, (uint32_t)data->len, 4, true);
    buf_add(out, data->data, data->len);
    if (data->len % 2)
        buf_putc(out, 0);
}

static void put_webp(unsigned number, size_t bytes, struct buf *out) {
    struct buf data, all;
    buf_init(&data, SIZE_MAX / 2);
    buf_init(&all, SIZE_MAX / 2);
    buf_puts(&all, "WEBP");
    put_number(&data, 0, 4, true);
    put_number(&data, SIDE - 1, 3, true);
    put_number(&data, SIDE - 1, 3, true);
    put_riff(&all, "VP8X", &data);
    buf_clear(&data);
    put_lossless(number, &data);
    put_riff(&all, "VP8L", &data);
    buf_clear(&data);
    put_filler(&data, room_for(&all, 0, bytes, 8 + 8));
    if (data.len > 0)
        put_riff(&all, "FILL", &data);
    put_riff(out, "RIFF", &all);
    buf_free(&all);
    buf_free(&data);
}

void picture_put(const char *format, unsigned number, size_t bytes, struct buf *out) {
    if (strcmp(format, "jpeg") == 0)
        put_jpeg(number, bytes, out);
    else if (strcmp(format, "webp") == 0)
        put_webp(number, bytes, out);
    else
        put_png(number, bytes, out);
}

bool picture_is(const char *bytes, size_t len) {
    static const char *const types[] = {"image/png", "image/jpeg", "image/webp"};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (media_begins(types[i], (const unsigned char *)bytes, len))
            return true;
    return false;
}
