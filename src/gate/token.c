/* The hub's own access tokens: made and read. */
#include "gate/token.h"

#include <string.h>

#include "base/clock.h"
#include "base/jsonvalue.h"
#include "base/jsonwrite.h"
#include "gate/token_key.h"

#define ISSUER     "aihub"
#define ID_TEXT    (2 * LOGIN_ID + 1)
#define CLAIMS_MAX 1024

int token_make(const struct config *config, const struct login_grant *login, struct arena *arena,
               const char **token, struct error *err) {
    char id[ID_TEXT];
    int64_t now = clock_wall_ms() / 1000;
    struct token_key key;
    struct buf claims;
    if (token_key_newest(config->data_dir, &key, err) < 0)
        return -1;
    secret_hex(login->id, LOGIN_ID, id);
    buf_init(&claims, CLAIMS_MAX);
    struct json_writer w = {.out = &claims};
    json_open(&w, '{');
    json_member_text(&w, "iss", ISSUER);
    json_member_text(&w, "aud", ISSUER);
    json_member_text(&w, "sub", login->name);
    json_member_text(&w, "jti", id);
    json_member_int(&w, "iat", now);
    json_member_int(&w, "exp", now + config->token_seconds);
    json_close(&w, '}');
    int rc = claims.overflow
                 ? error_set(err, ERR_INTERNAL, "an access token would be too long")
                 : jwt_sign((struct span){claims.data, claims.len}, key.id, key.bytes, arena, token, err);
    buf_free(&claims);
    return rc;
}

static int refuse(const char *why, struct error *err) {
    if (err->kind != ERR_NONE)
        return -1;
    error_set(err, ERR_AUTH, "%s", why);
    err->code = JWT_CODE;
    return -1;
}

static int check_signature(const struct config *config, const struct jwt *jwt, struct error *err) {
    struct token_key key;
    if (strcmp(jwt->alg, TOKEN_ALGORITHM) != 0 || !jwt->kid)
        return refuse("The token was not made by this hub.", err);
    if (token_key_find(config->data_dir, jwt->kid, config->token_seconds + TOKEN_KEY_SKEW, &key, err) < 0)
        return -1;
    return jwt_verify_hs256(jwt, key.bytes) ? 0 : refuse("The token's signature is wrong.", err);
}

static int check_claims(const struct jwt *jwt, struct error *err) {
    static const char *const audiences[] = {ISSUER, NULL};
    struct jwt_rules rules = {
        .issuer = ISSUER,
        .audiences = audiences,
        .now = (double)clock_wall_ms() / 1000,
        .skew = TOKEN_KEY_SKEW,
    };
    return jwt_check_claims(jwt->payload, &rules, err);
}

static int read_login(const struct jwt *jwt, struct arena *arena, unsigned char login[LOGIN_ID],
                      struct error *err) {
    struct scan_want want = {.name = "jti"};
    struct error ignored = {0};
    const char *id = NULL;
    scan_members(jwt->payload, &want, 1);
    struct json value = {.text = want.value, .type = want.type};
    if (want.seen == 1 && value_name(&value, ID_TEXT - 1, arena, &id, &ignored) == 0 &&
        strlen(id) == ID_TEXT - 1 && secret_unhex(id, login, LOGIN_ID))
        return 0;
    return refuse("The token names no login.", err);
}

int token_read(const struct config *config, const struct jwt *jwt, struct arena *arena,
               unsigned char login[LOGIN_ID], struct error *err) {
    return check_signature(config, jwt, err) < 0 || check_claims(jwt, err) < 0 ||
                   read_login(jwt, arena, login, err) < 0
               ? -1
               : 0;
}
