/* The CRC-32 of gzip (RFC 1952) and PNG, a byte at a time. */
#include "crc.h"

static void fill(uint32_t table[static 256]) {
    for (uint32_t i = 0; i < 256; i++) {
        uint32_t value = i;
        for (int bit = 0; bit < 8; bit++)
            value = (value >> 1) ^ (value & 1 ? 0xedb88320u : 0);
        table[i] = value;
    }
}

uint32_t crc_add(uint32_t crc, const char *bytes, size_t len) {
    static uint32_t table[256];
    if (!table[1])
        fill(table);
    crc = ~crc;
    for (size_t i = 0; i < len; i++)
        crc = (crc >> 8) ^ table[(crc ^ (unsigned char)bytes[i]) & 0xff];
    return ~crc;
}
