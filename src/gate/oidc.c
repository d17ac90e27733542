/* Access tokens of the OpenID provider. */
#include "gate/oidc.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/clock.h"
#include "base/jsonvalue.h"
#include "base/jwt.h"
#include "gate/issuer_keys.h"

static int refuse(struct error *err, const char *why) {
    if (err->kind != ERR_NONE)
        return -1;
    error_set(err, ERR_AUTH, "%s", why);
    err->code = JWT_CODE;
    return -1;
}

/* What access tokens call themselves, if anything (RFC 9068). */
static bool is_access_token(const char *typ) {
    static const char *const names[] = {"JWT", "at+jwt", "application/at+jwt"};
    for (size_t i = 0; typ && i < sizeof names / sizeof *names; i++)
        if (strcasecmp(typ, names[i]) == 0)
            return true;
    return !typ;
}

/* Looked at before a key is, so that nobody fetches keys for it. */
static bool is_known_algorithm(const char *alg) {
    for (int i = 0; i < PUBLIC_KEY__MAX; i++)
        if (strcmp(alg, public_key_algorithm_name((enum public_key_algorithm)i)) == 0)
            return true;
    return false;
}

static int check_head(const struct jwt *jwt, struct error *err) {
    if (!is_known_algorithm(jwt->alg))
        return refuse(err, "The token is not signed with RS256, ES256 or EdDSA.");
    return is_access_token(jwt->typ) ? 0 : refuse(err, "The token is no access token.");
}

static int check_claims(const struct config *config, const struct jwt *jwt, struct error *err) {
    struct jwt_rules rules = {
        .issuer = config->oidc->issuer,
        .audiences = config->oidc->audiences,
        .now = (double)clock_wall_ms() / 1000,
        .skew = config->oidc->skew,
    };
    return jwt_check_claims(jwt->payload, &rules, err);
}

static int check_signature(const struct config *config, struct upstream *upstream, const struct jwt *jwt,
                           struct error *err) {
    struct public_key *key;
    if (issuer_keys_find(config, upstream, jwt->kid, jwt->alg, &key, err) < 0)
        return -1;
    bool good = jwt_verify_public(jwt, key);
    public_key_free(key);
    return good ? 0 : refuse(err, "The token's signature is wrong.");
}

static bool has_control(const char *name) {
    for (; *name; name++)
        if ((unsigned char)*name < ' ' || *name == 0x7f)
            return true;
    return false;
}

/* Some providers say it as a text. */
static bool is_unverified(const struct scan_want *verified) {
    return verified->seen && verified->type != SCAN_TRUE &&
           !(verified->type == SCAN_STRING && scan_equals(verified->value, "true"));
}

static int read_user(const char *claim, struct span payload, struct arena *arena, char user[NAME_TEXT],
                     struct error *err) {
    struct scan_want wants[] = {{.name = claim}, {.name = "email_verified"}};
    struct error ignored = {0};
    const char *name = NULL;
    scan_members(payload, wants, 2);
    struct json value = {.text = wants[0].value, .type = wants[0].type};
    if (wants[0].seen != 1 || value_name(&value, NAME_TEXT - 1, arena, &name, &ignored) < 0 || !*name ||
        has_control(name))
        return refuse(err, "The token names no user that the hub could have.");
    if (strcmp(claim, "email") == 0 && is_unverified(&wants[1]))
        return refuse(err, "The token's issuer has not verified its user's address.");
    snprintf(user, NAME_TEXT, "%s", name);
    return 0;
}

int oidc_check(const struct config *config, struct upstream *upstream, const char *token,
               char user[NAME_TEXT], struct error *err) {
    struct arena *arena = arena_new();
    struct jwt jwt;
    int rc = -1;
    if (jwt_read(token, arena, &jwt, err) == 0 && check_head(&jwt, err) == 0 &&
        check_claims(config, &jwt, err) == 0 && check_signature(config, upstream, &jwt, err) == 0)
        rc = read_user(config->oidc->claim, jwt.payload, arena, user, err);
    arena_free(arena);
    return rc;
}
