#ifndef TESTS_SIGNER_H
#define TESTS_SIGNER_H

/* Signs tokens as an OpenID provider does, with keys made on the spot, and publishes them as JWK. */
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/secret.h"

enum signer_kind { SIGNER_RSA, SIGNER_P256, SIGNER_ED25519, SIGNER__MAX };

static const char *const signer_algs[] = {"RS256", "ES256", "EdDSA"};

struct signer {
    enum signer_kind kind;
    EVP_PKEY *pkey;
};

static inline void signer_require(int good, const char *what) {
    if (!good) {
        fprintf(stderr, "%s\n", what);
        exit(99);
    }
}

static inline struct signer signer_make(enum signer_kind kind) {
    struct signer signer = {kind, kind == SIGNER_RSA    ? EVP_RSA_gen(2048)
                                  : kind == SIGNER_P256 ? EVP_EC_gen("P-256")
                                                        : EVP_PKEY_Q_keygen(NULL, NULL, "ED25519")};
    signer_require(signer.pkey != NULL, "a key");
    return signer;
}

static inline void signer_free(struct signer *signer) {
    EVP_PKEY_free(signer->pkey);
}

static inline char *signer_base64url(const void *bytes, size_t len, struct arena *arena) {
    char *text = arena_alloc(arena, secret_base64url_length(len));
    secret_base64url(bytes, len, text);
    return text;
}

static inline char *signer_number(const struct signer *signer, const char *name, int size,
                                  struct arena *arena) {
    unsigned char bytes[1024];
    BIGNUM *number = NULL;
    signer_require(EVP_PKEY_get_bn_param(signer->pkey, name, &number), name);
    int len = size ? BN_bn2binpad(number, bytes, size) : BN_bn2bin(number, bytes);
    BN_free(number);
    return signer_base64url(bytes, (size_t)len, arena);
}

/* The members of the public key, without braces. */
static inline char *signer_members(const struct signer *signer, struct arena *arena) {
    unsigned char raw[32];
    size_t len = sizeof raw;
    if (signer->kind == SIGNER_RSA)
        return arena_printf(arena, "\"kty\":\"RSA\",\"n\":\"%s\",\"e\":\"%s\"",
                            signer_number(signer, OSSL_PKEY_PARAM_RSA_N, 0, arena),
                            signer_number(signer, OSSL_PKEY_PARAM_RSA_E, 0, arena));
    if (signer->kind == SIGNER_P256)
        return arena_printf(arena, "\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\"",
                            signer_number(signer, OSSL_PKEY_PARAM_EC_PUB_X, 32, arena),
                            signer_number(signer, OSSL_PKEY_PARAM_EC_PUB_Y, 32, arena));
    signer_require(EVP_PKEY_get_raw_public_key(signer->pkey, raw, &len), "a raw key");
    return arena_printf(arena, "\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%s\"",
                        signer_base64url(raw, len, arena));
}

/* Signs with DER where that is OpenSSL's way; `raw` gets r and s of ECDSA in a row. */
static inline size_t signer_sign(const struct signer *signer, const char *bytes, unsigned char raw[1024]) {
    unsigned char der[1024];
    const unsigned char *at = der;
    size_t len = sizeof der;
    const EVP_MD *digest = signer->kind == SIGNER_ED25519 ? NULL : EVP_sha256();
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    signer_require(EVP_DigestSignInit(context, NULL, digest, NULL, signer->pkey) == 1 &&
                       EVP_DigestSign(context, der, &len, (const unsigned char *)bytes, strlen(bytes)) == 1,
                   "a signature");
    EVP_MD_CTX_free(context);
    memcpy(raw, der, len);
    if (signer->kind != SIGNER_P256)
        return len;
    ECDSA_SIG *pair = d2i_ECDSA_SIG(NULL, &at, (long)len);
    BN_bn2binpad(ECDSA_SIG_get0_r(pair), raw, 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(pair), raw + 32, 32);
    ECDSA_SIG_free(pair);
    return 64;
}

/* A token with any header and payload. */
static inline char *signer_token_of(const struct signer *signer, const char *header, const char *payload,
                                    struct arena *arena) {
    unsigned char raw[1024];
    char *bytes = arena_printf(arena, "%s.%s", signer_base64url(header, strlen(header), arena),
                               signer_base64url(payload, strlen(payload), arena));
    size_t len = signer_sign(signer, bytes, raw);
    return arena_printf(arena, "%s.%s", bytes, signer_base64url(raw, len, arena));
}

/* A token as it should be; kid: NULL for none. */
static inline char *signer_token(const struct signer *signer, const char *kid, const char *payload,
                                 struct arena *arena) {
    const char *more = kid ? arena_printf(arena, ",\"kid\":\"%s\"", kid) : "";
    return signer_token_of(signer, arena_printf(arena, "{\"alg\":\"%s\"%s}", signer_algs[signer->kind], more),
                           payload, arena);
}

#endif
