/* Pictures and sounds that the demo makes: small ones, of whole files' formats. */
#include <stdint.h>

#include "upstream/demo.h"

#define SIDE      64 /* pixels */
#define ROW       (1 + 3 * SIDE)
#define RATE      8000 /* samples a second, a byte each */
#define TONE      440  /* Hz */
#define SOUND_MAX 5000 /* ms */

/* ---- PNG (ISO/IEC 15948), in which nothing is compressed ------------------------- */

static void put_big(struct buf *out, uint32_t number) {
    for (int shift = 24; shift >= 0; shift -= 8)
        buf_putc(out, (char)(number >> shift));
}

static uint32_t checksum(const char *bytes, size_t len) {
    uint32_t sum = UINT32_MAX;
    for (size_t i = 0; i < len; i++) {
        sum ^= (unsigned char)bytes[i];
        for (int bit = 0; bit < 8; bit++)
            sum = sum >> 1 ^ (sum & 1 ? UINT32_C(0xedb88320) : 0);
    }
    return ~sum;
}

static void put_chunk(struct buf *out, const char *type, const struct buf *data) {
    put_big(out, (uint32_t)data->len);
    size_t from = out->len;
    buf_puts(out, type);
    buf_add(out, data->data ? data->data : "", data->len);
    put_big(out, checksum(out->data + from, out->len - from));
}

static uint32_t adler(const char *bytes, size_t len) {
    uint32_t low = 1, high = 0;
    for (size_t i = 0; i < len; i++) {
        low = (low + (unsigned char)bytes[i]) % 65521;
        high = (high + low) % 65521;
    }
    return high << 16 | low;
}

/* zlib's format with one stored block (RFC 1950, RFC 1951). */
static void store(struct buf *out, const char *bytes, size_t len) {
    buf_add(out, "\x78\x01\x01", 3);
    for (unsigned half = 0; half < 2; half++) {
        unsigned length = half ? ~(unsigned)len : (unsigned)len;
        buf_putc(out, (char)length);
        buf_putc(out, (char)(length >> 8));
    }
    buf_add(out, bytes, len);
    put_big(out, adler(bytes, len));
}

static void paint(uint32_t seed, char *pixels) {
    for (unsigned y = 0; y < SIDE; y++)
        for (unsigned x = 0; x < ROW; x++)
            pixels[y * ROW + x] = (char)(x == 0 ? 0 : (seed >> (x % 3 * 8)) + y * 2 + x);
}

void demo_picture(struct span text, struct buf *out) {
    char pixels[SIDE * ROW];
    struct buf data;
    paint(checksum(text.at, text.len), pixels);
    buf_add(out, "\x89PNG\r\n\x1a\n", 8);
    buf_init(&data, 2 * sizeof pixels);
    put_big(&data, SIDE);
    put_big(&data, SIDE);
    buf_add(&data, "\x08\x02\0\0", 5); /* 8 bits each of red, green and blue */
    put_chunk(out, "IHDR", &data);
    buf_clear(&data);
    store(&data, pixels, sizeof pixels);
    put_chunk(out, "IDAT", &data);
    buf_clear(&data);
    put_chunk(out, "IEND", &data);
    buf_free(&data);
}

/* ---- WAV ------------------------------------------------------------------------- */

static void put_little(struct buf *out, uint32_t number, int bytes) {
    for (int i = 0; i < bytes; i++)
        buf_putc(out, (char)(number >> 8 * i));
}

void demo_sound(int64_t ms, struct buf *out) {
    uint32_t samples = (uint32_t)((ms < SOUND_MAX ? ms : SOUND_MAX) * RATE / 1000);
    buf_puts(out, "RIFF");
    put_little(out, 36 + samples, 4);
    buf_puts(out, "WAVEfmt ");
    put_little(out, 16, 4);
    put_little(out, 1, 2); /* PCM */
    put_little(out, 1, 2); /* one channel */
    put_little(out, RATE, 4);
    put_little(out, RATE, 4);
    put_little(out, 1, 2);
    put_little(out, 8, 2);
    buf_puts(out, "data");
    put_little(out, samples, 4);
    for (uint32_t i = 0; i < samples; i++)
        buf_putc(out, (char)(i * TONE * 2 / RATE % 2 ? 112 : 144));
}
