/* Numbers that follow from bytes, so that answers are the same each time. */
#include "hash.h"

#include <sodium.h>

uint64_t hash_bytes(const void *bytes, size_t len) {
    unsigned char sum[crypto_hash_sha256_BYTES];
    uint64_t seed = 0;
    crypto_hash_sha256(sum, bytes, len);
    for (int i = 7; i >= 0; i--)
        seed = seed << 8 | sum[i];
    return seed;
}

uint64_t hash_next(uint64_t seed, uint64_t i) {
    uint64_t value = seed + (i + 1) * UINT64_C(0x9e3779b97f4a7c15);
    value = (value ^ value >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    value = (value ^ value >> 27) * UINT64_C(0x94d049bb133111eb);
    return value ^ value >> 31;
}

const char *hash_hex(const void *bytes, size_t len, char hex[static HASH_HEX]) {
    unsigned char sum[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(sum, bytes, len);
    return sodium_bin2hex(hex, HASH_HEX, sum, sizeof sum);
}
