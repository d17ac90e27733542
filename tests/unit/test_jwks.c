/* Sets of public keys: which of them can be used, and which a token means. */
#include "gate/jwks.h"

#include "base/jwt.h"
#include "signer.h"
#include "tap.h"

static struct signer signers[SIGNER__MAX];
static const char *members[SIGNER__MAX]; /* of their public keys */

static struct jwks *read_set(const char *text, struct error *err) {
    return jwks_read((struct span){text, strlen(text)}, err);
}

static bool finds(const struct jwks *set, const char *kid, const char *alg) {
    struct public_key *key = jwks_find(set, kid, alg);
    bool right = key && strcmp(public_key_algorithm_name(public_key_algorithm(key)), alg) == 0;
    public_key_free(key);
    return right;
}

/* One key of each kind, with all sorts of remarks. */
static void test_remarks(void) {
    static const struct {
        int kind;
        const char *more;
        bool good;
    } rows[] = {
        {SIGNER_RSA, "", true},
        {SIGNER_RSA, ",\"use\":\"sig\",\"alg\":\"RS256\",\"x5c\":[\"AAAA\"],\"x5t\":\"A\"", true},
        {SIGNER_RSA, ",\"u\\u0073e\":\"si\\u0067\"", true},
        {SIGNER_RSA, ",\"use\":\"enc\"", false},
        {SIGNER_RSA, ",\"use\":null", false},
        {SIGNER_RSA, ",\"use\":[\"sig\"]", false},
        {SIGNER_RSA, ",\"use\":\"sig\",\"use\":\"sig\"", false},
        {SIGNER_RSA, ",\"alg\":\"RS512\"", false},
        {SIGNER_RSA, ",\"alg\":\"PS256\"", false},
        {SIGNER_RSA, ",\"alg\":\"ES256\"", false},
        {SIGNER_RSA, ",\"alg\":\"RSA-OAEP\"", false},
        {SIGNER_RSA, ",\"alg\":1", false},
        {SIGNER_RSA, ",\"key_ops\":[\"verify\"]", true},
        {SIGNER_RSA, ",\"key_ops\":[\"encrypt\",\"verify\"]", true},
        {SIGNER_RSA, ",\"key_ops\":[\"encrypt\"]", false},
        {SIGNER_RSA, ",\"key_ops\":[]", false},
        {SIGNER_RSA, ",\"key_ops\":\"verify\"", false},
        {SIGNER_RSA, ",\"kid\":1", false},
        {SIGNER_RSA, ",\"kid\":\"a\\u0000\"", false},
        {SIGNER_RSA, ",\"e\":\"AQAB\"", false},
        {SIGNER_P256, "", true},
        {SIGNER_P256, ",\"alg\":\"ES256\",\"use\":\"sig\"", true},
        {SIGNER_P256, ",\"alg\":\"RS256\"", false},
        {SIGNER_P256, ",\"alg\":\"ECDH-ES\"", false},
        {SIGNER_P256, ",\"crv\":\"P-384\"", false},
        {SIGNER_ED25519, "", true},
        {SIGNER_ED25519, ",\"alg\":\"EdDSA\"", true},
        {SIGNER_ED25519, ",\"alg\":\"HS256\"", false},
        {SIGNER_ED25519, ",\"kty\":\"oct\"", false},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct error err = {0};
        const char *more = strstr(rows[i].more, "kid") ? "" : ",\"kid\":\"k\"";
        struct jwks *set = read_set(
            arena_printf(arena, "{\"keys\":[{%s%s%s}]}", members[rows[i].kind], more, rows[i].more), &err);
        ok((set != NULL) == rows[i].good && (err.kind == ERR_UPSTREAM) == !rows[i].good, "%s%s: %s",
           signer_algs[rows[i].kind], rows[i].more, err.message);
        if (set)
            ok(finds(set, "k", signer_algs[rows[i].kind]), "and it is found");
        jwks_free(set);
    }
    arena_free(arena);
}

#define POINT     "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
#define ED        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" POINT "\"}"
#define RSA(n, e) "{\"keys\":[{\"kty\":\"RSA\",\"n\":" n ",\"e\":" e "}]}"
#define XY                                                                                                   \
    ",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\""                                                 \
    ",\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\""
#define EC(more)      "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\"" more "}]}"
#define OKP(curve, x) "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"" curve "\",\"x\":\"" x "\"}]}"

static void test_malformed(void) {
    static const char *const texts[] = {
        "",
        "{}",
        "[]",
        "{\"keys\":[]}",
        "{\"keys\":{}}",
        "{\"keys\":null}",
        "{\"keys\":[1,\"a\",null,[]]}",
        "{\"keys\":[{}]}",
        "{\"keys\":[],\"keys\":[" ED "]}",
        "{\"keys\":[" ED "],\"keys\":[" ED "]}",
        "<html>",
        "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}]}",
        "{\"keys\":[{\"kty\":\"RSA\"}]}",
        RSA("\"\"", "\"\""),
        RSA("1", "\"AQAB\""),
        RSA("\"AQAB\"", "\"AQAB\""),
        EC(""),
        "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"secp256k1\"" XY "}]}",
        "{\"keys\":[{\"kty\":\"EC\"" XY "}]}",
        "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"P-256\"" XY "}]}",
        EC(",\"x\":\"AA\",\"y\":\"AA\""),
        OKP("X25519", POINT),
        OKP("Ed25519", POINT "="),
        OKP("Ed25519", "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo"),
        OKP("Ed25519", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHUQ"),
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct error err = {0};
        struct jwks *set = read_set(texts[i], &err);
        ok(!set && err.kind == ERR_UPSTREAM && *err.message, "no set: %s: %s", texts[i], err.message);
        jwks_free(set);
    }
    char *giant = xmalloc(JWKS_MOST + 2);
    struct error err = {0};
    memset(giant, ' ', JWKS_MOST + 1);
    giant[JWKS_MOST + 1] = '\0';
    ok(!read_set(giant, &err) && strstr(err.message, "longer"), "a giant: %s", err.message);
    free(giant);
}

/* The same members are keys where they are right. */
static void test_well_formed(void) {
    static const char *const texts[] = {"{\"keys\":[" ED "]}", EC(XY), OKP("Ed25519", POINT)};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct error err = {0};
        struct jwks *set = read_set(texts[i], &err);
        ok(set != NULL, "a set: %s", texts[i]);
        jwks_free(set);
    }
}

/* Keys that cannot be used do not hide the others. */
static void test_find(void) {
    struct arena *arena = arena_new();
    struct error err = {0};
    struct jwks *set = read_set(
        arena_printf(arena,
                     "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"s\"},{%s,\"kid\":\"1\"},"
                     "{%s,\"use\":\"enc\",\"kid\":\"5\"},"
                     "{%s,\"kid\":\"1\"},{%s,\"kid\":\"2\"},{%s},{%s,\"kid\":\"3\"},{%s,\"kid\":\"3\"}]}",
                     members[0], members[0], members[1], members[1], members[2], members[0], members[0]),
        &err);
    static const struct {
        const char *kid, *alg;
        bool good;
    } rows[] = {
        {"1", "RS256", true},   {"1", "ES256", true},   {"2", "ES256", true},  {"2", "RS256", false},
        {"1", "EdDSA", false},  {"5", "RS256", false},  {"s", "HS256", false}, {"1", "none", false},
        {"1", "rs256", false},  {"", "EdDSA", false},   {"4", "EdDSA", false}, {NULL, "EdDSA", true},
        {NULL, "RS256", false}, {NULL, "ES256", false}, {"3", "RS256", false}, {NULL, "HS256", false},
    };
    if (!ok(set != NULL, "a set of many kinds: %s", err.message))
        return;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ok(finds(set, rows[i].kid, rows[i].alg) == rows[i].good, "%s of key %s", rows[i].alg,
           rows[i].kid ? rows[i].kid : "(none)");
    struct public_key *key = jwks_find(set, "1", "RS256");
    struct jwt jwt;
    jwks_free(set);
    ok(jwt_read(signer_token(&signers[SIGNER_RSA], "1", "{}", arena), arena, &jwt, &err) == 0 &&
           jwt_verify_public(&jwt, key),
       "a key outlives its set");
    public_key_free(key);
    arena_free(arena);
}

static void test_many(void) {
    struct arena *arena = arena_new();
    for (int count = JWKS_KEYS_MOST; count <= JWKS_KEYS_MOST + 1; count++) {
        struct buf text;
        struct error err = {0};
        buf_init(&text, BUF_MOST);
        buf_puts(&text, "{\"keys\":[");
        for (int i = 0; i < count; i++)
            buf_printf(&text, "%s{%s,\"kid\":\"%d\"}", i ? "," : "", members[SIGNER_ED25519], i);
        buf_puts(&text, "]}");
        struct jwks *set = read_set(text.data, &err);
        ok((set != NULL) == (count <= JWKS_KEYS_MOST), "%d keys: %s", count, err.message);
        if (set)
            ok(finds(set, "255", "EdDSA") && !finds(set, "256", "EdDSA"), "the last of them");
        jwks_free(set);
        buf_free(&text);
    }
    arena_free(arena);
}

int main(void) {
    if (secret_start() < 0)
        return 1;
    struct arena *arena = arena_new();
    for (int i = 0; i < SIGNER__MAX; i++) {
        signers[i] = signer_make((enum signer_kind)i);
        members[i] = signer_members(&signers[i], arena);
    }
    test_remarks();
    test_malformed();
    test_well_formed();
    test_find();
    test_many();
    for (int i = 0; i < SIGNER__MAX; i++)
        signer_free(&signers[i]);
    arena_free(arena);
    return tap_done();
}
