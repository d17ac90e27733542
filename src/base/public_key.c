/* Signatures that are checked with public keys, by OpenSSL. */
#include "base/public_key.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define RSA_BITS_LEAST 2048
#define RSA_BITS_MOST  8192 /* beyond that checking takes longer than is good for strangers to ask for */
#define EXPONENT_MOST  8    /* bytes */
#define P256_BYTES     32
#define ED25519_BYTES  32

struct public_key {
    atomic_int owners;
    enum public_key_algorithm algorithm;
    EVP_PKEY *pkey;
};

static const unsigned char *bytes_of(struct span span) {
    return (const unsigned char *)span.at;
}

/* What OpenSSL notes of its failures is read by nobody, and must not be taken for another's. */
static struct public_key *key_new(enum public_key_algorithm algorithm, EVP_PKEY *pkey, const char *flaw,
                                  struct error *err) {
    if (!pkey) {
        ERR_clear_error();
        error_set(err, ERR_REQUEST, "%s", flaw);
        return NULL;
    }
    struct public_key *key = xcalloc(1, sizeof *key);
    atomic_init(&key->owners, 1);
    key->algorithm = algorithm;
    key->pkey = pkey;
    return key;
}

/* Takes the builder's parameters; NULL if they make no key. */
static EVP_PKEY *pkey_build(const char *type, OSSL_PARAM_BLD *builder) {
    EVP_PKEY *pkey = NULL;
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, type, NULL);
    OSSL_PARAM *params = OSSL_PARAM_BLD_to_param(builder);
    if (context && params && EVP_PKEY_fromdata_init(context) > 0 &&
        EVP_PKEY_fromdata(context, &pkey, EVP_PKEY_PUBLIC_KEY, params) <= 0)
        pkey = NULL;
    OSSL_PARAM_free(params);
    EVP_PKEY_CTX_free(context);
    return pkey;
}

static const char *rsa_flaw(const BIGNUM *n, const BIGNUM *e) {
    if (!n || !e)
        return "an RSA key of no sensible size";
    if (BN_num_bits(n) < RSA_BITS_LEAST)
        return "an RSA key of less than 2048 bits";
    if (BN_num_bits(n) > RSA_BITS_MOST)
        return "an RSA key of more than 8192 bits";
    if (!BN_is_odd(n))
        return "an RSA key with an even modulus";
    if (!BN_is_odd(e) || BN_is_one(e))
        return "an RSA key whose exponent protects nothing";
    return NULL;
}

static BIGNUM *number_of(struct span bytes, size_t most) {
    return bytes.len > 0 && bytes.len <= most ? BN_bin2bn(bytes_of(bytes), (int)bytes.len, NULL) : NULL;
}

struct public_key *public_key_rsa(struct span modulus, struct span exponent, struct error *err) {
    BIGNUM *n = number_of(modulus, RSA_BITS_MOST / 8 + 1), *e = number_of(exponent, EXPONENT_MOST);
    OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
    EVP_PKEY *pkey = NULL;
    const char *flaw = rsa_flaw(n, e);
    if (!flaw && builder && OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_N, n) &&
        OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_E, e))
        pkey = pkey_build("RSA", builder);
    OSSL_PARAM_BLD_free(builder);
    BN_free(n);
    BN_free(e);
    return key_new(PUBLIC_KEY_RS256, pkey, flaw ? flaw : "no RSA key", err);
}

struct public_key *public_key_p256(struct span x, struct span y, struct error *err) {
    unsigned char point[1 + 2 * P256_BYTES] = {POINT_CONVERSION_UNCOMPRESSED};
    static char curve[] = "prime256v1";
    EVP_PKEY *pkey = NULL;
    if (x.len == P256_BYTES && y.len == P256_BYTES) {
        memcpy(point + 1, x.at, P256_BYTES);
        memcpy(point + 1 + P256_BYTES, y.at, P256_BYTES);
        OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
        if (builder &&
            OSSL_PARAM_BLD_push_utf8_string(builder, OSSL_PKEY_PARAM_GROUP_NAME, curve, sizeof curve - 1) &&
            OSSL_PARAM_BLD_push_octet_string(builder, OSSL_PKEY_PARAM_PUB_KEY, point, sizeof point))
            pkey = pkey_build("EC", builder); /* which looks whether the point is on the curve */
        OSSL_PARAM_BLD_free(builder);
    }
    return key_new(PUBLIC_KEY_ES256, pkey, "no point of P-256", err);
}

struct public_key *public_key_ed25519(struct span x, struct error *err) {
    EVP_PKEY *pkey = NULL;
    if (x.len == ED25519_BYTES)
        pkey = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, NULL, bytes_of(x), x.len);
    return key_new(PUBLIC_KEY_EDDSA, pkey, "no key of Ed25519", err);
}

struct public_key *public_key_share(struct public_key *key) {
    atomic_fetch_add(&key->owners, 1);
    return key;
}

void public_key_free(struct public_key *key) {
    if (!key || atomic_fetch_sub(&key->owners, 1) > 1)
        return;
    EVP_PKEY_free(key->pkey);
    free(key);
}

enum public_key_algorithm public_key_algorithm(const struct public_key *key) {
    return key->algorithm;
}

const char *public_key_algorithm_name(enum public_key_algorithm algorithm) {
    static const char *const names[] = {
        [PUBLIC_KEY_RS256] = "RS256",
        [PUBLIC_KEY_ES256] = "ES256",
        [PUBLIC_KEY_EDDSA] = "EdDSA",
    };
    _Static_assert(sizeof names / sizeof *names == PUBLIC_KEY__MAX, "a name for each");
    return names[algorithm];
}

static bool verify(const struct public_key *key, struct span bytes, const unsigned char *signature,
                   size_t len) {
    const EVP_MD *digest = key->algorithm == PUBLIC_KEY_EDDSA ? NULL : EVP_sha256();
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    bool good = context && EVP_DigestVerifyInit(context, NULL, digest, NULL, key->pkey) == 1 &&
                EVP_DigestVerify(context, signature, len, bytes_of(bytes), bytes.len) == 1;
    EVP_MD_CTX_free(context);
    ERR_clear_error();
    return good;
}

/* OpenSSL wants r and s of ECDSA in DER, tokens have them in a row. */
static bool verify_pair(const struct public_key *key, struct span bytes, struct span signature) {
    unsigned char *der = NULL;
    if (signature.len != (size_t)2 * P256_BYTES)
        return false;
    ECDSA_SIG *pair = ECDSA_SIG_new();
    BIGNUM *r = BN_bin2bn(bytes_of(signature), P256_BYTES, NULL);
    BIGNUM *s = BN_bin2bn(bytes_of(signature) + P256_BYTES, P256_BYTES, NULL);
    if (!pair || !r || !s || !ECDSA_SIG_set0(pair, r, s))
        abort(); /* out of memory */
    int len = i2d_ECDSA_SIG(pair, &der);
    bool good = len > 0 && verify(key, bytes, der, (size_t)len);
    OPENSSL_free(der);
    ECDSA_SIG_free(pair);
    return good;
}

bool public_key_verify(const struct public_key *key, struct span bytes, struct span signature) {
    if (key->algorithm == PUBLIC_KEY_ES256)
        return verify_pair(key, bytes, signature);
    return verify(key, bytes, bytes_of(signature), signature.len);
}
