/* Sets of public keys of any bytes. What is found in one is what a token asked for, as Jansson reads the set,
 * and verifies nothing that nobody signed. */
#include <jansson.h>
#include <string.h>

#include "base/jwt.h"
#include "fuzz.h"
#include "gate/jwks.h"

static const char *kind_of(const char *alg) {
    return strcmp(alg, "RS256") == 0 ? "RSA" : strcmp(alg, "ES256") == 0 ? "EC" : "OKP";
}

static bool is(const json_t *object, const char *name, const char *text) {
    const json_t *member = json_object_get(object, name);
    return json_is_string(member) && strcmp(json_string_value(member), text) == 0;
}

static bool may_be(const json_t *object, const char *name, const char *text) {
    return !json_object_get(object, name) || is(object, name, text);
}

/* How many keys there may be for that. */
static int count(const json_t *keys, const char *kid, const char *alg) {
    int found = 0;
    size_t i;
    json_t *key;
    json_array_foreach((json_t *)keys, i, key) if (is(key, "kty", kind_of(alg)) &&
                                                   may_be(key, "use", "sig") && may_be(key, "alg", alg) &&
                                                   (!kid || is(key, "kid", kid))) found++;
    return found;
}

static void ask(const struct jwks *set, const json_t *keys, const char *kid, const char *alg) {
    static char nothing[64];
    static const struct span bytes = {"eyJhbGciOiJSUzI1NiJ9.e30", 24};
    struct public_key *key = jwks_find(set, kid, alg);
    if (!key)
        return;
    check(strcmp(public_key_algorithm_name(public_key_algorithm(key)), alg) == 0);
    check(!keys || count(keys, kid, alg) > 0);
    /* Zeros are what a point of small order signs with, which only the issuer could choose. */
    for (size_t len = 0; len <= sizeof nothing; len += 32)
        check(!public_key_verify(key, bytes, (struct span){nothing, len}) || strcmp(alg, "EdDSA") == 0);
    public_key_free(key);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const algs[] = {"RS256", "ES256", "EdDSA", "HS256", "none", ""};
    struct error err = {0};
    struct jwks *set = jwks_read((struct span){(const char *)data, size}, &err);
    check((set == NULL) == (err.kind == ERR_UPSTREAM) && (set || *err.message));
    if (!set)
        return 0;
    json_t *known = json_loadb((const char *)data, size, JSON_ALLOW_NUL, NULL);
    const json_t *keys = json_object_get(known, "keys");
    for (size_t alg = 0; alg < sizeof algs / sizeof *algs; alg++) {
        size_t i;
        json_t *key;
        ask(set, keys, NULL, algs[alg]);
        ask(set, keys, "", algs[alg]);
        json_array_foreach((json_t *)keys, i, key) if (json_is_string(json_object_get(key, "kid")))
            ask(set, keys, json_string_value(json_object_get(key, "kid")), algs[alg]);
    }
    json_decref(known);
    jwks_free(set);
    return 0;
}
