#ifndef GATE_JWKS_H
#define GATE_JWKS_H

#include "base/error.h"
#include "base/jsonscan.h"
#include "base/public_key.h"

/* A set of public keys as an issuer of tokens publishes it (JWKS, RFC 7517). */
struct jwks;

#define JWKS_MOST      (256 * 1024) /* bytes of a set */
#define JWKS_KEYS_MOST 256

/*
 * Reads a set. Keys that cannot be used are passed over, as the RFC wants it: those of other kinds or
 * for other algorithms than the hub's, for something else than signatures, malformed or too weak ones.
 * Returns NULL with ERR_UPSTREAM if it is no set, or has no key that is left.
 */
struct jwks *jwks_read(struct span text, struct error *err);
void jwks_free(struct jwks *set);

/*
 * The key that a token names by `kid`, and that is for its algorithm; a token without one (NULL) means the
 * only key for its algorithm. To be freed; NULL if there is none such.
 */
struct public_key *jwks_find(const struct jwks *set, const char *kid, const char *alg);

#endif
