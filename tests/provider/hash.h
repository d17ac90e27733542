#ifndef PROVIDER_HASH_H
#define PROVIDER_HASH_H

#include <stddef.h>
#include <stdint.h>

/* The first eight bytes of the SHA-256, the lowest first. */
uint64_t hash_bytes(const void *bytes, size_t len);

/* Number i (from 0) of the sequence that begins at a seed: SplitMix64. */
uint64_t hash_next(uint64_t seed, uint64_t i);

/* The SHA-256 in hex. */
#define HASH_HEX 65
const char *hash_hex(const void *bytes, size_t len, char hex[static HASH_HEX]);

#endif
