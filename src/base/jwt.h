#ifndef BASE_JWT_H
#define BASE_JWT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/jsonscan.h"
#include "base/mem.h"
#include "base/public_key.h"

/*
 * JSON Web Tokens (RFC 7519) as signed compact texts (RFC 7515): header.payload.signature.
 * A token is read first, which trusts nothing of it; then its signature is checked with a key, and its
 * claims with rules; only all of them together say anything. Errors are ERR_AUTH with
 * the code "invalid_token" and a sentence that repeats nothing of the token.
 */
#define JWT_MOST 8192 /* bytes of a token */
#define JWT_CODE "invalid_token"

/* What a token says of itself. */
struct jwt {
    const char *alg;       /* the algorithm that its maker names; who checks it goes by the key */
    const char *kid;       /* which key signed it; NULL: not said */
    const char *typ;       /* NULL: not said */
    struct span payload;   /* a checked JSON object */
    struct span bytes;     /* what is signed, in the token itself */
    struct span signature; /* decoded, may be empty */
};

/*
 * Signs a payload, a JSON object as text, with HS256. Returns 0; -1 with ERR_INTERNAL if the token would be
 * longer than JWT_MOST.
 */
int jwt_sign(struct span payload, const char *kid, const unsigned char key[32], struct arena *arena,
             const char **token, struct error *err);

/*
 * Takes a token apart. It has exactly three parts of base64url without padding; the first two are
 * JSON objects. Refused are more than JWT_MOST bytes, a header with a member given twice or with more than 32
 * of them, without a text as `alg`, and `crit`: what it demands is not understood here.
 */
int jwt_read(const char *token, struct arena *arena, struct jwt *jwt, struct error *err);

/* Whether the key made the signature: `alg` has to be the key's as well. */
bool jwt_verify_hs256(const struct jwt *jwt, const unsigned char key[32]);
bool jwt_verify_public(const struct jwt *jwt, const struct public_key *key);

/* What a payload has to claim. */
struct jwt_rules {
    const char *issuer;           /* its `iss`, exactly */
    const char *const *audiences; /* its `aud` is or has one of these, which end in NULL */
    double now;                   /* seconds since 1970 */
    int skew;                     /* seconds that its maker's clock may be wrong */
};

/*
 * `exp` must be there and to come, `nbf` and `iat`, if they are there, must be over, each give or take the
 * skew. They are numbers, fractions allowed, from 0 to the end of the year 9999. None of the claims that are
 * looked at may be given twice.
 */
int jwt_check_claims(struct span payload, const struct jwt_rules *rules, struct error *err);

#endif
