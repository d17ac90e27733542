/* WAV files: chunks of a type and a length, the lowest byte first. */
#include "wave.h"

#include <stdint.h>
#include <string.h>

#define RATE 24000

static void put_number(uint32_t value, int bytes, struct buf *out) {
    for (; bytes > 0; bytes--, value >>= 8)
        buf_putc(out, (char)(value & 0xff));
}

void wave_put_head(size_t bytes, struct buf *out) {
    buf_puts(out, "RIFF");
    put_number((uint32_t)(bytes + WAVE_HEAD - 8), 4, out);
    buf_puts(out, "WAVEfmt ");
    put_number(16, 4, out);
    put_number(1, 2, out); /* samples as they are */
    put_number(1, 2, out);
    put_number(RATE, 4, out);
    put_number(RATE * 2, 4, out);
    put_number(2, 2, out);
    put_number(16, 2, out);
    buf_puts(out, "data");
    put_number((uint32_t)bytes, 4, out);
}

static uint32_t number_at(const char *at) {
    uint32_t value = 0;
    for (int i = 3; i >= 0; i--)
        value = value << 8 | (unsigned char)at[i];
    return value;
}

double wave_seconds(const char *bytes, size_t len) {
    uint32_t rate = 0;
    if (len < 12 || memcmp(bytes, "RIFF", 4) != 0 || memcmp(bytes + 8, "WAVE", 4) != 0)
        return -1;
    for (size_t at = 12; at + 8 <= len;) {
        size_t size = number_at(bytes + at + 4), there = len - at - 8;
        if (memcmp(bytes + at, "fmt ", 4) == 0 && size >= 16 && there >= 16)
            rate = number_at(bytes + at + 16);
        if (memcmp(bytes + at, "data", 4) == 0)
            return rate ? (double)(size < there ? size : there) / rate : -1;
        at += 8 + size + size % 2;
    }
    return -1;
}
