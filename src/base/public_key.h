#ifndef BASE_PUBLIC_KEY_H
#define BASE_PUBLIC_KEY_H

#include <stdbool.h>

#include "base/error.h"
#include "base/jsonscan.h"

/*
 * A public key that signatures are checked with (OpenSSL). It knows the one algorithm that it is for, by the
 * names of RFC 7518 and 8037, so that no signature chooses its own.
 */
enum public_key_algorithm {
    PUBLIC_KEY_RS256, /* RSASSA-PKCS1-v1_5 with SHA-256 */
    PUBLIC_KEY_ES256, /* ECDSA on P-256 with SHA-256; 64 bytes, r and s */
    PUBLIC_KEY_EDDSA, /* Ed25519 */
    PUBLIC_KEY__MAX
};

struct public_key;

/*
 * From big-endian numbers. Returns NULL with ERR_REQUEST and what is wrong: a modulus of
 * less than 2048 or more than 8192 bits, an exponent that is even, less than 3 or longer than 8 bytes; a
 * point that is not on the curve; a wrong number of bytes. Keys are not changed any more, and may be used by
 * several threads at once.
 */
struct public_key *public_key_rsa(struct span modulus, struct span exponent, struct error *err);
struct public_key *public_key_p256(struct span x, struct span y, struct error *err);
struct public_key *public_key_ed25519(struct span x, struct error *err);

/* One more owner of the same key: each of them frees what it has. NULL may be freed. */
struct public_key *public_key_share(struct public_key *key);
void public_key_free(struct public_key *key);

enum public_key_algorithm public_key_algorithm(const struct public_key *key);

/* "RS256", "ES256", "EdDSA". */
const char *public_key_algorithm_name(enum public_key_algorithm algorithm);

/* Whether that is the signature of these bytes. One of another length than the algorithm's is none. */
bool public_key_verify(const struct public_key *key, struct span bytes, struct span signature);

#endif
