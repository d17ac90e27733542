/*
 * JSON Web Tokens of any bytes. The first one says whether the rest is a token, or header and payload, a line
 * each, that are encoded here. Whatever can be read is what its text says, and nobody's key verifies it but
 * the one that made it.
 */
#include <jansson.h>
#include <string.h>

#include "base/jwt.h"
#include "base/secret.h"
#include "fuzz.h"

#define NOW 1300819000

static const unsigned char own_key[32] = "0123456789abcdef0123456789abcdef";

/* The example of RFC 7515 A.3, which is the one token that the key made. */
static const char example[] =
    "eyJhbGciOiJFUzI1NiJ9."
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

static struct public_key *example_key(void) {
    static const char x[] = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                      y[] = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";
    char bytes[2][64];
    size_t len[2];
    struct error err = {0};
    check(secret_unbase64url(x, strlen(x), bytes[0], &len[0]) &&
          secret_unbase64url(y, strlen(y), bytes[1], &len[1]));
    return public_key_p256((struct span){bytes[0], len[0]}, (struct span){bytes[1], len[1]}, &err);
}

static char *encoded(struct span bytes, struct arena *arena) {
    char *text = arena_alloc(arena, secret_base64url_length(bytes.len));
    secret_base64url(bytes.at, bytes.len, text);
    return text;
}

static bool same(struct span one, struct span other) {
    return one.len == other.len && memcmp(one.at, other.at, one.len) == 0;
}

/* What passes has, as Jansson reads it, the claims that must be there. */
static void check_claims(struct span payload) {
    static const char *const audiences[] = {"hub", "joe", NULL};
    static const struct jwt_rules rules = {"joe", audiences, NOW, 10};
    struct error err = {0};
    if (jwt_check_claims(payload, &rules, &err) < 0) {
        check(err.kind == ERR_AUTH && strcmp(err.code, JWT_CODE) == 0 && *err.message);
        return;
    }
    json_t *known = json_loadb(payload.at, payload.len, JSON_ALLOW_NUL, NULL);
    if (known) {
        const json_t *exp = json_object_get(known, "exp"), *iss = json_object_get(known, "iss");
        check(json_number_value(exp) > NOW - 10 && json_number_value(exp) < 1e12);
        check(json_is_string(iss) && json_string_length(iss) == 3 &&
              strcmp(json_string_value(iss), "joe") == 0);
        check(json_is_string(json_object_get(known, "aud")) || json_is_array(json_object_get(known, "aud")));
    }
    json_decref(known);
}

static void check_again(struct span payload, struct arena *arena) {
    const char *token;
    struct jwt jwt;
    struct error err = {0};
    if (jwt_sign(payload, "a \"kid\"", own_key, arena, &token, &err) < 0)
        return;
    check(jwt_read(token, arena, &jwt, &err) == 0 && jwt_verify_hs256(&jwt, own_key));
    check(same(jwt.payload, payload) && strcmp(jwt.kid, "a \"kid\"") == 0);
}

static void run(const char *token, struct arena *arena) {
    static struct public_key *key;
    unsigned char mac[SECRET_HS256];
    struct jwt jwt;
    struct error err = {0};
    key = key ? key : example_key();
    if (jwt_read(token, arena, &jwt, &err) < 0) {
        check(err.kind == ERR_AUTH && strcmp(err.code, JWT_CODE) == 0 && *err.message);
        return;
    }
    const char *dot = strchr(token, '.');
    check(jwt.bytes.at == token && token[jwt.bytes.len] == '.' && strlen(token) <= JWT_MOST);
    check(strcmp(token + jwt.bytes.len + 1, encoded(jwt.signature, arena)) == 0);
    check(same((struct span){dot + 1, jwt.bytes.len - (size_t)(dot + 1 - token)},
               (struct span){encoded(jwt.payload, arena), secret_base64url_length(jwt.payload.len) - 1}));
    check(jwt.alg && (!jwt.kid || strlen(jwt.kid) < JWT_MOST));
    secret_hs256(own_key, jwt.bytes.at, jwt.bytes.len, mac);
    check(jwt_verify_hs256(&jwt, own_key) ==
          (strcmp(jwt.alg, "HS256") == 0 && same(jwt.signature, (struct span){(char *)mac, sizeof mac})));
    check(!jwt_verify_public(&jwt, key) || same(jwt.bytes, (struct span){example, sizeof example - 1}));
    check_claims(jwt.payload);
    check_again(jwt.payload, arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *arena = arena_new();
    if (size > 0 && data[0] % 2 == 0) {
        run(arena_strndup(arena, (const char *)data + 1, size - 1), arena);
    } else if (size > 0) {
        struct span header = {(const char *)data + 1, size - 1};
        const char *end = memchr(header.at, '\n', header.len);
        struct span payload = {end ? end + 1 : "", end ? header.len - (size_t)(end + 1 - header.at) : 0};
        header.len = end ? (size_t)(end - header.at) : header.len;
        run(arena_printf(arena, "%s.%s.%.*s", encoded(header, arena), encoded(payload, arena),
                         4 * (data[0] / 64), "AAAAAAAAAAAA"),
            arena);
    }
    arena_free(arena);
    return 0;
}
