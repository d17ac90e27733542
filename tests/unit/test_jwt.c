/*
 * JSON Web Tokens: the examples of the RFCs; tokens that are cut, bent, forged or meant for somebody else;
 * claims.
 */
#include "base/jwt.h"

#include "signer.h"
#include "tap.h"

#define SPAN(text) ((struct span){text, sizeof(text) - 1})

static const unsigned char own_key[32] = "0123456789abcdef0123456789abcdef";

static struct span text_span(const char *text) {
    return (struct span){text, strlen(text)};
}

static struct span decoded(const char *text, struct arena *arena) {
    struct span bytes = {arena_alloc(arena, strlen(text) + 1), 0};
    signer_require(secret_unbase64url(text, strlen(text), (void *)(uintptr_t)bytes.at, &bytes.len), text);
    return bytes;
}

static bool reads(const char *token, struct arena *arena, struct jwt *jwt) {
    struct error err = {0};
    int rc = jwt_read(token, arena, jwt, &err);
    if (rc == 0 && err.kind == ERR_NONE)
        return true;
    if (rc == 0 || err.kind != ERR_AUTH || !err.code || strcmp(err.code, JWT_CODE) != 0 || !*err.message)
        ok(0, "an error has kind, code and message: %s", err.message);
    return false;
}

/* ---- the RFCs ------------------------------------------------------------------------ */

#define JOE "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
#define RSA_N                                                                                                \
    "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yR"   \
    "T-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXB"   \
    "dQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9ia"   \
    "GNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"
#define RSA_SIGNATURE                                                                                        \
    "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9"   \
    "uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB"   \
    "_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rq"   \
    "Vt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw"
#define EC_SIGNATURE "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"
#define ED_SIGNATURE "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
#define FRODO                                                                                                \
    "eyJhbGciOiJIUzI1NiIsImtpZCI6IjAxOGMwYWU1LTRkOWItNDcxYi1iZmQ2LWVlZjMxNGJjNzAzNyJ9."                      \
    "SXTigJlzIGEgZGFuZ2Vyb3VzIGJ1c2luZXNzLCBGcm9kbywgZ29pbmcgb3V0IHlvdXIgZG9vci4gWW91IHN0ZXAgb250byB0aGUg"   \
    "cm9hZCwgYW5kIGlmIHlvdSBkb24ndCBrZWVwIHlvdXIgZmVldCwgdGhlcmXigJlzIG5vIGtub3dpbmcgd2hlcmUgeW91IG1pZ2h0"   \
    "IGJlIHN3ZXB0IG9mZiB0by4"

/* Whether the key verifies the signature, and none with any one bit flipped. */
static void is_exact(const struct jwt *jwt, const struct public_key *key, const unsigned char *own,
                     const char *name) {
    char *flipped = xmalloc(jwt->signature.len);
    struct jwt bent = *jwt;
    size_t wrong = 0;
    memcpy(flipped, jwt->signature.at, jwt->signature.len);
    bent.signature.at = flipped;
    ok(key ? jwt_verify_public(&bent, key) : jwt_verify_hs256(&bent, own), "%s: the signature is right",
       name);
    for (size_t bit = 0; bit < 8 * jwt->signature.len; bit++) {
        flipped[bit / 8] = (char)(flipped[bit / 8] ^ 1 << bit % 8);
        wrong += key ? jwt_verify_public(&bent, key) : jwt_verify_hs256(&bent, own);
        flipped[bit / 8] = (char)(flipped[bit / 8] ^ 1 << bit % 8);
    }
    is_int((long long)wrong, 0, "and with no bit of it flipped");
    for (bent.signature.len = 0; bent.signature.len < jwt->signature.len; bent.signature.len++)
        wrong += key ? jwt_verify_public(&bent, key) : jwt_verify_hs256(&bent, own);
    is_int((long long)wrong, 0, "nor cut");
    free(flipped);
}

static void test_examples(void) {
    struct arena *arena = arena_new();
    struct error err = {0};
    struct jwt jwt;
    struct public_key *rsa = public_key_rsa(decoded(RSA_N, arena), decoded("AQAB", arena), &err);
    struct public_key *ec =
        public_key_p256(decoded("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", arena),
                        decoded("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0", arena), &err);
    struct public_key *ed =
        public_key_ed25519(decoded("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", arena), &err);
    if (!ok(rsa && ec && ed, "the keys of RFC 7515 and 8037"))
        exit(1);
    ok(reads("eyJhbGciOiJSUzI1NiJ9." JOE "." RSA_SIGNATURE, arena, &jwt), "RFC 7515 A.2");
    is_str(jwt.alg, "RS256", "its algorithm");
    ok(!jwt.kid && !jwt.typ, "no key is named");
    ok(jwt.payload.len == 70 && memcmp(jwt.payload.at, "{\"iss\":\"joe\",\r\n", 15) == 0, "its payload");
    is_exact(&jwt, rsa, NULL, "RS256");
    ok(!jwt_verify_public(&jwt, ec) && !jwt_verify_public(&jwt, ed), "no other key fits");
    ok(reads("eyJhbGciOiJFUzI1NiJ9." JOE "." EC_SIGNATURE, arena, &jwt), "RFC 7515 A.3");
    is_exact(&jwt, ec, NULL, "ES256");
    ok(!jwt_verify_public(&jwt, rsa) && !jwt_verify_public(&jwt, ed), "no other key fits");
    ok(reads("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9." JOE ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
             arena, &jwt),
       "RFC 7515 A.1");
    is_str(jwt.typ, "JWT", "its type");
    is_str(jwt.alg, "HS256", "its algorithm");
    ok(reads("eyJhbGciOiJub25lIn0." JOE ".", arena, &jwt),
       "RFC 7515 A.5: a token without signature can be read");
    ok(!jwt_verify_hs256(&jwt, own_key) && !jwt_verify_public(&jwt, rsa), "and nobody verifies it");

    /* These payloads are no JSON. */
    ok(!reads("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc." ED_SIGNATURE, arena, &jwt),
       "RFC 8037 A.4 is no JWT");
    jwt = (struct jwt){.alg = "EdDSA",
                       .bytes = SPAN("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"),
                       .signature = decoded(ED_SIGNATURE, arena)};
    is_exact(&jwt, ed, NULL, "EdDSA");
    jwt = (struct jwt){.alg = "HS256",
                       .bytes = SPAN(FRODO),
                       .signature = decoded("s0h6KThzkfBBBkLspW1h84VsJZFTsPPqMDA7g1Md7p0", arena)};
    is_exact(&jwt, NULL,
             (const unsigned char *)decoded("hJtXIZ2uSN5kbQfbtTNWbpdmhkV8FJG-Onbc6mxCcYg", arena).at,
             "RFC 7520 4.4, HS256");
    public_key_free(public_key_share(rsa));
    public_key_free(rsa);
    public_key_free(ec);
    public_key_free(ed);
    arena_free(arena);
}

/* ---- keys ------------------------------------------------------------------------------ */

static struct span filled(size_t len, unsigned char first, unsigned char last, struct arena *arena) {
    unsigned char *bytes = arena_alloc(arena, len ? len : 1);
    memset(bytes, 0xa5, len);
    if (len > 0) {
        bytes[0] = first;
        bytes[len - 1] = last;
    }
    return (struct span){(char *)bytes, len};
}

static void test_rsa_keys(void) {
    static const struct {
        const char *name;
        size_t len;
        unsigned char first, last;
        struct span exponent;
        bool good;
    } rows[] = {
        {"2048 bits", 256, 0x80, 1, SPAN("\1\0\1"), true},
        {"2047 bits", 256, 0x7f, 1, SPAN("\1\0\1"), false},
        {"2048 bits behind a zero", 257, 0, 1, SPAN("\1\0\1"), true},
        {"1024 bits", 128, 0x80, 1, SPAN("\1\0\1"), false},
        {"8192 bits", 1024, 0x80, 1, SPAN("\1\0\1"), true},
        {"8193 bits", 1025, 1, 1, SPAN("\1\0\1"), false},
        {"many zeros", 1026, 0, 1, SPAN("\1\0\1"), false},
        {"an even modulus", 256, 0x80, 2, SPAN("\1\0\1"), false},
        {"no modulus", 0, 0, 0, SPAN("\1\0\1"), false},
        {"exponent 3", 256, 0x80, 1, SPAN("\3"), true},
        {"exponent 1", 256, 0x80, 1, SPAN("\1"), false},
        {"exponent 0", 256, 0x80, 1, SPAN("\0"), false},
        {"no exponent", 256, 0x80, 1, SPAN(""), false},
        {"an even exponent", 256, 0x80, 1, SPAN("\1\0\0"), false},
        {"a long exponent", 256, 0x80, 1, SPAN("\1\0\0\0\0\0\0\0\1"), false},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct error err = {0};
        struct public_key *key =
            public_key_rsa(filled(rows[i].len, rows[i].first, rows[i].last, arena), rows[i].exponent, &err);
        is_int(key != NULL, rows[i].good, rows[i].name);
        ok((err.kind == ERR_REQUEST) == !rows[i].good, "%s: %s", rows[i].name, err.message);
        public_key_free(key);
    }
    arena_free(arena);
}

static void test_curve_keys(void) {
    struct arena *arena = arena_new();
    struct span x = decoded("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", arena),
                y = decoded("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0", arena),
                zero = filled(32, 0, 0, arena);
    memset((void *)(uintptr_t)zero.at, 0, zero.len);
    const struct {
        const char *name;
        struct span x, y;
    } rows[] = {
        {"a point beside the curve", x, x},
        {"the wrong way round", y, x},
        {"the zero point", zero, zero},
        {"a short x", {x.at, 31}, y},
        {"a short y", x, {y.at, 31}},
        {"no bytes", {x.at, 0}, {y.at, 0}},
        {"beyond the field", filled(32, 0xff, 0xff, arena), y},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct error err = {0};
        ok(!public_key_p256(rows[i].x, rows[i].y, &err) && err.kind == ERR_REQUEST, "P-256: %s: %s",
           rows[i].name, err.message);
    }
    struct error err = {0};
    ok(!public_key_ed25519((struct span){x.at, 31}, &err) && err.kind == ERR_REQUEST, "Ed25519: 31 bytes");
    public_key_free(NULL);
    arena_free(arena);
}

/* ---- made and read --------------------------------------------------------------------- */

static const char *own_token(const char *payload, struct arena *arena) {
    struct error err = {0};
    const char *token = NULL;
    signer_require(jwt_sign(text_span(payload), "k1", own_key, arena, &token, &err) == 0, err.message);
    return token;
}

/* A token cut anywhere, or with one character changed, is none, or is not signed. */
static bool is_good(const char *token, struct arena *arena) {
    struct jwt jwt;
    return reads(token, arena, &jwt) && jwt_verify_hs256(&jwt, own_key);
}

static void test_own(void) {
    struct arena *arena = arena_new();
    struct jwt jwt;
    const char *token = own_token("{\"sub\":\"alice\"}", arena);
    ok(reads(token, arena, &jwt), "an own token is read");
    is_str(jwt.alg, "HS256", "its algorithm");
    is_str(jwt.kid, "k1", "its key");
    is_str(jwt.typ, "JWT", "its type");
    is_str(arena_strndup(arena, jwt.payload.at, jwt.payload.len), "{\"sub\":\"alice\"}", "its payload");
    is_exact(&jwt, NULL, own_key, "an own token");
    size_t len = strlen(token), cut = 0, bent = 0;
    for (size_t i = 0; i < len; i++)
        cut += is_good(arena_strndup(arena, token, i), arena);
    is_int((long long)cut, 0, "cut anywhere it is none");
    for (size_t i = 0; i < len; i++)
        for (int bit = 0; bit < 8; bit++) {
            char *copy = arena_strdup(arena, token);
            copy[i] = (char)(copy[i] ^ 1 << bit);
            bent += is_good(copy, arena);
        }
    is_int((long long)bent, 0, "nor with any bit of its text flipped");
    ok(!is_good(arena_printf(arena, "%s=", token), arena) &&
           !is_good(arena_printf(arena, "%s.", token), arena) &&
           !is_good(arena_printf(arena, "%s\n", token), arena),
       "nor with anything behind it");
    arena_free(arena);
}

/* Signed with the own key, whatever the header says. */
static const char *own_token_of(const char *header, const char *payload, struct arena *arena) {
    unsigned char mac[SECRET_HS256];
    const char *bytes = arena_printf(arena, "%s.%s", signer_base64url(header, strlen(header), arena),
                                     signer_base64url(payload, strlen(payload), arena));
    secret_hs256(own_key, bytes, strlen(bytes), mac);
    return arena_printf(arena, "%s.%s", bytes, signer_base64url(mac, sizeof mac, arena));
}

static void test_own_algorithm(void) {
    static const char *const named[] = {"HS256", "hs256", "HS512", "none", "RS256", "ES256", "EdDSA", ""};
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        const char *header = arena_printf(arena, "{\"alg\":\"%s\"}", named[i]);
        ok(is_good(own_token_of(header, "{}", arena), arena) == (i == 0), "an own signature of \"%s\"",
           named[i]);
    }
    arena_free(arena);
}

/* At the ceiling to the byte. */
static void test_size(void) {
    struct arena *arena = arena_new();
    size_t longest = 0;
    for (size_t len = 5900; len < 6200; len++) {
        struct error err = {0};
        const char *token = NULL;
        char *payload = arena_alloc(arena, len + 1);
        memset(payload, ' ', len);
        payload[0] = '{';
        payload[len - 1] = '}';
        if (jwt_sign((struct span){payload, len}, "k", own_key, arena, &token, &err) < 0) {
            is_str(error_name(err.kind), "internal", "one that would be too long is not made");
            break;
        }
        longest = strlen(token);
        if (!is_good(token, arena)) {
            ok(0, "a token of %zu bytes", longest);
            break;
        }
    }
    ok(longest > JWT_MOST - 3 && longest <= JWT_MOST, "the longest has %zu bytes", longest);
    for (size_t len = 6095; len <= 6096; len++) {
        char *payload = arena_alloc(arena, len + 1);
        memset(payload, ' ', len);
        payload[0] = '{';
        payload[len - 1] = '}';
        const char *token = own_token_of("{\"alg\":\"HS256\"}", payload, arena);
        is_int(is_good(token, arena), strlen(token) <= JWT_MOST, "one of another maker, at the ceiling");
    }
    arena_free(arena);
}

static const char *pieces(const char *header, const char *payload, struct arena *arena) {
    return arena_printf(arena, "%s.%s.AAAA", signer_base64url(header, strlen(header), arena),
                        signer_base64url(payload, strlen(payload), arena));
}

/* 31 members. */
#define MANY                                                                                                 \
    ",\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1,\"h\":1,\"i\":1,\"j\":1,\"k\":1"               \
    ",\"l\":1,\"m\":1,\"n\":1,\"o\":1,\"p\":1,\"q\":1,\"r\":1,\"s\":1,\"t\":1,\"u\":1,\"v\":1"               \
    ",\"w\":1,\"x\":1,\"y\":1,\"z\":1,\"A\":1,\"B\":1,\"C\":1,\"D\":1,\"E\":1"

static void test_headers(void) {
    static const struct {
        const char *header;
        bool good;
    } rows[] = {
        {"{\"alg\":\"HS256\"}", true},
        {" { \"alg\" : \"HS256\" , \"x5c\" : [ { } ] } ", true},
        {"{\"al\\u0067\":\"HS256\"}", true},
        {"{}", false},
        {"", false},
        {"[]", false},
        {"\"alg\"", false},
        {"{\"alg\":\"HS256\"", false},
        {"{\"alg\":\"HS256\"}}", false},
        {"{\"alg\":null}", false},
        {"{\"alg\":[\"HS256\"]}", false},
        {"{\"alg\":1}", false},
        {"{\"alg\":\"HS256\\u0000\"}", false},
        {"{\"alg\":\"HS256\",\"kid\":1}", false},
        {"{\"alg\":\"HS256\",\"kid\":null}", false},
        {"{\"alg\":\"HS256\",\"kid\":\"a\\u0000b\"}", false},
        {"{\"alg\":\"HS256\",\"typ\":{}}", false},
        {"{\"alg\":\"HS256\",\"alg\":\"none\"}", false},
        {"{\"alg\":\"none\",\"alg\":\"HS256\"}", false},
        {"{\"alg\":\"HS256\",\"\\u0061lg\":\"HS256\"}", false},
        {"{\"alg\":\"HS256\",\"x\":1,\"x\":1}", false},
        {"{\"alg\":\"HS256\",\"crit\":[\"exp\"],\"exp\":1}", false},
        {"{\"alg\":\"HS256\",\"crit\":[]}", false},
        {"{\"alg\":\"HS256\",\"cr\\u0069t\":[\"b64\"],\"b64\":false}", false},
        {"{\"alg\":\"HS256\",\"\xff\":1}", false},
        {"{\"alg\":\"HS256\"" MANY "}", true},
        {"{\"alg\":\"HS256\"" MANY ",\"F\":1}", false},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct jwt jwt;
        is_int(reads(pieces(rows[i].header, "{}", arena), arena, &jwt), rows[i].good, rows[i].header);
    }
    arena_free(arena);
}

static void test_payloads(void) {
    static const struct {
        const char *payload;
        bool good;
    } rows[] = {
        {"{}", true},
        {" {\"a\":[1.5e3,null]} ", true},
        {"", false},
        {"null", false},
        {"[]", false},
        {"{\"a\":NaN}", false},
        {"{}{}", false},
        {"\xef\xbb\xbf{}", false},
        {"{'a':1}", false},
        {"{\"a\":\"\xff\"}", false},
        {"{\"a\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}", false},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct jwt jwt;
        bool good = reads(pieces("{\"alg\":\"x\"}", rows[i].payload, arena), arena, &jwt);
        is_int(good, rows[i].good, rows[i].payload);
    }
    arena_free(arena);
}

static void test_forms(void) {
    static const struct {
        const char *token;
        bool good;
    } rows[] = {
        {"eyJhbGciOiJIUzI1NiJ9.e30.AAAA", true},
        {"eyJhbGciOiJIUzI1NiJ9.e30.", true},
        {"eyJhbGciOiJIUzI1NiJ9.e30.AA", true},
        {"eyJhbGciOiJIUzI1NiJ9.e30.AB", false}, /* bits that mean nothing */
        {"eyJhbGciOiJIUzI1NiJ9.e30.A", false},
        {"eyJhbGciOiJIUzI1NiJ9.e30.AA==", false},
        {"eyJhbGciOiJIUzI1NiJ9.e30.A+AA", false},
        {"eyJhbGciOiJIUzI1NiJ9.e30.A/AA", false},
        {"eyJhbGciOiJIUzI1NiJ9.e30.A-_A", true},
        {"eyJhbGciOiJIUzI1NiJ9.e30.AA AA", false},
        {"eyJhbGciOiJIUzI1NiJ9.e30.AAAA\t", false},
        {" eyJhbGciOiJIUzI1NiJ9.e30.AAAA", false},
        {"eyJhbGciOiJIUzI1NiJ9.e30=.AAAA", false},
        {"eyJhbGciOiJIUzI1NiJ9.e30", false},
        {"eyJhbGciOiJIUzI1NiJ9.e30.AAAA.", false},
        {"eyJhbGciOiJIUzI1NiJ9.e30.AAAA.AAAA.AAAA", false},
        {"eyJhbGciOiJIUzI1NiJ9..AAAA", false},
        {".e30.AAAA", false},
        {"..", false},
        {".", false},
        {"", false},
        {"sk-0123456789", false},
    };
    struct arena *arena = arena_new();
    struct jwt jwt;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        is_int(reads(rows[i].token, arena, &jwt), rows[i].good, rows[i].token);
    arena_free(arena);
}

/* ---- whose algorithm ------------------------------------------------------------------ */

static struct public_key *public_of(const struct signer *signer, struct arena *arena) {
    struct error err = {0};
    unsigned char raw[32];
    size_t len = sizeof raw;
    switch (signer->kind) {
    case SIGNER_RSA:
        return public_key_rsa(decoded(signer_number(signer, OSSL_PKEY_PARAM_RSA_N, 0, arena), arena),
                              decoded(signer_number(signer, OSSL_PKEY_PARAM_RSA_E, 0, arena), arena), &err);
    case SIGNER_P256:
        return public_key_p256(decoded(signer_number(signer, OSSL_PKEY_PARAM_EC_PUB_X, 32, arena), arena),
                               decoded(signer_number(signer, OSSL_PKEY_PARAM_EC_PUB_Y, 32, arena), arena),
                               &err);
    default:
        EVP_PKEY_get_raw_public_key(signer->pkey, raw, &len);
        return public_key_ed25519((struct span){(char *)raw, len}, &err);
    }
}

/* A token says HS256 and is signed with what everybody knows: the public key. */
static void test_confusion(const struct signer *signer, const struct public_key *key, struct arena *arena) {
    static const char header[] = "{\"alg\":\"HS256\"}";
    unsigned char known[32] = {0}, mac[SECRET_HS256];
    struct jwt jwt;
    const char *members = signer_members(signer, arena);
    memcpy(known, members + strlen(members) - 34, 32);
    const char *bytes = arena_printf(arena, "%s.e30", signer_base64url(header, sizeof header - 1, arena));
    secret_hs256(known, bytes, strlen(bytes), mac);
    ok(reads(arena_printf(arena, "%s.%s", bytes, signer_base64url(mac, sizeof mac, arena)), arena, &jwt) &&
           jwt_verify_hs256(&jwt, known) && !jwt_verify_public(&jwt, key),
       "HS256 with the public key is not taken for %s", signer_algs[signer->kind]);
}

static void test_algorithms(void) {
    static const char *const named[] = {"RS256", "ES256", "EdDSA", "HS256", "none",   "None",    "rs256",
                                        "RS384", "RS512", "PS256", "ES384", "ES256K", "Ed25519", ""};
    struct arena *arena = arena_new();
    for (int kind = 0; kind < SIGNER__MAX; kind++) {
        struct signer signer = signer_make((enum signer_kind)kind),
                      other = signer_make((enum signer_kind)kind);
        struct public_key *key = public_of(&signer, arena);
        signer_require(key != NULL, "a public key");
        for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
            struct jwt jwt;
            const char *header = arena_printf(arena, "{\"alg\":\"%s\"}", named[i]);
            bool same = strcmp(named[i], signer_algs[kind]) == 0;
            bool good = reads(signer_token_of(&signer, header, "{}", arena), arena, &jwt) &&
                        jwt_verify_public(&jwt, key);
            ok(good == same, "a token of %s that says \"%s\"", signer_algs[kind], named[i]);
            good = reads(signer_token_of(&other, header, "{}", arena), arena, &jwt) &&
                   jwt_verify_public(&jwt, key);
            ok(!good && !jwt_verify_hs256(&jwt, own_key), "of another key");
        }
        test_confusion(&signer, key, arena);
        public_key_free(key);
        signer_free(&signer);
        signer_free(&other);
    }
    arena_free(arena);
}

/* ES256 in DER, as OpenSSL has it, is refused, whatever its length. */
static void test_der(void) {
    struct arena *arena = arena_new();
    struct signer signer = signer_make(SIGNER_P256);
    struct public_key *key = public_of(&signer, arena);
    struct jwt jwt;
    signer_require(reads(signer_token(&signer, NULL, "{}", arena), arena, &jwt), "a token");
    ok(jwt_verify_public(&jwt, key), "r and s in a row");
    char more[65] = {0};
    memcpy(more, jwt.signature.at, 64);
    struct jwt longer = jwt;
    longer.signature = (struct span){more, 65};
    ok(!jwt_verify_public(&longer, key), "and a byte more");
    unsigned char *der = NULL;
    ECDSA_SIG *pair = ECDSA_SIG_new();
    const unsigned char *raw = (const unsigned char *)jwt.signature.at;
    ECDSA_SIG_set0(pair, BN_bin2bn(raw, 32, NULL), BN_bin2bn(raw + 32, 32, NULL));
    jwt.signature.len = (size_t)i2d_ECDSA_SIG(pair, &der);
    jwt.signature.at = (char *)der;
    ok(!jwt_verify_public(&jwt, key), "the same in DER");
    static char zero[64];
    jwt.signature = (struct span){zero, 64};
    ok(!jwt_verify_public(&jwt, key), "r and s of zero");
    ECDSA_SIG_free(pair);
    OPENSSL_free(der);
    public_key_free(key);
    signer_free(&signer);
    arena_free(arena);
}

/* ---- claims ----------------------------------------------------------------------------- */

#define GOOD "\"iss\":\"https://id\",\"aud\":\"hub\""

static void test_claims(void) {
    static const char *const audiences[] = {"hub", "other hub", NULL};
    static const struct jwt_rules rules = {"https://id", audiences, 1000000, 60};
    static const struct {
        const char *payload, *error; /* a part of it; NULL: good */
    } rows[] = {
        {"{" GOOD ",\"exp\":1000001}", NULL},
        {"{" GOOD ",\"exp\":1000000}", NULL},
        {"{" GOOD ",\"exp\":999941}", NULL},
        {"{" GOOD ",\"exp\":999940.5}", NULL},
        {"{" GOOD ",\"exp\":999940}", "has expired"},
        {"{" GOOD ",\"exp\":999939.999}", "has expired"},
        {"{" GOOD ",\"exp\":0}", "has expired"},
        {"{" GOOD ",\"exp\":1.1E6}", NULL},
        {"{" GOOD ",\"exp\":253402300799}", NULL},
        {"{" GOOD ",\"exp\":253402300800}", "\"exp\" is no time"},
        {"{" GOOD ",\"exp\":1e999}", "\"exp\" is no time"},
        {"{" GOOD ",\"exp\":99999999999999999999999999999999999999999999999999999999999999999}",
         "is no time"},
        {"{" GOOD ",\"exp\":18446744073709551616}", "is no time"},
        {"{" GOOD ",\"exp\":-1}", "is no time"},
        {"{" GOOD ",\"exp\":-0}", "is no time"},
        {"{" GOOD ",\"exp\":\"1000001\"}", "is no time"},
        {"{" GOOD ",\"exp\":null}", "is no time"},
        {"{" GOOD ",\"exp\":true}", "is no time"},
        {"{" GOOD ",\"exp\":[1000001]}", "is no time"},
        {"{" GOOD "}", "does not say when it expires"},
        {"{" GOOD ",\"exp\":1,\"exp\":1000001}", "\"exp\" twice"},
        {"{" GOOD ",\"exp\":1,\"\\u0065xp\":1000001}", "\"exp\" twice"},
        {"{" GOOD ",\"exp\":1000001,\"nbf\":1000000}", NULL},
        {"{" GOOD ",\"exp\":1000001,\"nbf\":1000060}", NULL},
        {"{" GOOD ",\"exp\":1000001,\"nbf\":1000060.5}", "not valid yet"},
        {"{" GOOD ",\"exp\":1000001,\"nbf\":\"1\"}", "\"nbf\" is no time"},
        {"{" GOOD ",\"exp\":1000001,\"nbf\":null}", "\"nbf\" is no time"},
        {"{" GOOD ",\"exp\":1000001,\"iat\":1000060}", NULL},
        {"{" GOOD ",\"exp\":1000001,\"iat\":1000061}", "in the future"},
        {"{" GOOD ",\"exp\":1000001,\"iat\":-5}", "\"iat\" is no time"},
        {"{" GOOD ",\"exp\":1000001,\"iat\":0,\"nbf\":0}", NULL},
        {"{\"aud\":\"hub\",\"exp\":1000001}", "another issuer"},
        {"{\"iss\":\"https://id/\",\"aud\":\"hub\",\"exp\":1000001}", "another issuer"},
        {"{\"iss\":\"https://i\",\"aud\":\"hub\",\"exp\":1000001}", "another issuer"},
        {"{\"iss\":\"HTTPS://id\",\"aud\":\"hub\",\"exp\":1000001}", "another issuer"},
        {"{\"iss\":\"https://id\\u0000\",\"aud\":\"hub\",\"exp\":1000001}", "another issuer"},
        {"{\"iss\":[\"https://id\"],\"aud\":\"hub\",\"exp\":1000001}", "another issuer"},
        {"{\"iss\":\"x\"," GOOD ",\"exp\":1000001}", "\"iss\" twice"},
        {"{\"iss\":\"https:\\/\\/id\",\"aud\":\"hu\\u0062\",\"exp\":1000001}", NULL},
        {"{\"iss\":\"https://id\",\"exp\":1000001}", "another audience"},
        {"{\"iss\":\"https://id\",\"aud\":\"other hub\",\"exp\":1000001}", NULL},
        {"{\"iss\":\"https://id\",\"aud\":\"hub2\",\"exp\":1000001}", "another audience"},
        {"{\"iss\":\"https://id\",\"aud\":\"\",\"exp\":1000001}", "another audience"},
        {"{\"iss\":\"https://id\",\"aud\":null,\"exp\":1000001}", "another audience"},
        {"{\"iss\":\"https://id\",\"aud\":{\"hub\":1},\"exp\":1000001}", "another audience"},
        {"{\"iss\":\"https://id\",\"aud\":[],\"exp\":1000001}", "another audience"},
        {"{\"iss\":\"https://id\",\"aud\":[\"x\",\"hub\"],\"exp\":1000001}", NULL},
        {"{\"iss\":\"https://id\",\"aud\":[\"x\",\"y\"],\"exp\":1000001}", "another audience"},
        {"{\"iss\":\"https://id\",\"aud\":[\"hub\",1],\"exp\":1000001}", "another audience"},
        {"{\"iss\":\"https://id\",\"aud\":[[\"hub\"]],\"exp\":1000001}", "another audience"},
        {"{\"iss\":\"https://id\",\"aud\":\"hub\",\"aud\":\"hub\",\"exp\":1000001}", "\"aud\" twice"},
        {"{\"x\":{" GOOD ",\"exp\":1000001}}", "another issuer"},
        {"{}", "another issuer"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct error err = {0};
        int rc = jwt_check_claims(text_span(rows[i].payload), &rules, &err);
        ok(rows[i].error ? rc < 0 && err.kind == ERR_AUTH && err.code && strstr(err.message, rows[i].error)
                         : rc == 0 && err.kind == ERR_NONE,
           "%s: %s", rows[i].payload, err.message);
    }
}

int main(void) {
    if (secret_start() < 0)
        return 1;
    test_examples();
    test_rsa_keys();
    test_curve_keys();
    test_own();
    test_own_algorithm();
    test_size();
    test_headers();
    test_payloads();
    test_forms();
    test_algorithms();
    test_der();
    test_claims();
    return tap_done();
}
