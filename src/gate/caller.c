/* Who calls: the key of a request, or its token. */
#include "gate/caller.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/jwt.h"
#include "base/network.h"
#include "gate/allowance.h"
#include "gate/oidc.h"
#include "gate/token.h"

#define NETWORK 8 /* bytes of an IPv6 address that are one subscriber's */

static const char *bearer(const char *value) {
    if (!value || strncasecmp(value, "Bearer", 6) != 0 || (value[6] != ' ' && value[6] != '\t'))
        return NULL;
    value += 6;
    return value + strspn(value, " \t");
}

/* Whether a text has the form of a JSON Web Token, whose first part begins as JSON does. */
static bool is_token(const char *text) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    if (strncmp(text, "eyJ", 3) != 0)
        return false;
    for (int dots = 0; dots < 2; dots++) {
        text += strspn(text, letters);
        if (*text++ != '.')
            return false;
    }
    return text[strspn(text, letters)] == '\0';
}

/* new-api's clients send their token without "Bearer". */
static const char *authorization(const char *value) {
    const char *shown = bearer(value);
    return !shown && value && (secret_is_key(value) || is_token(value)) ? value : shown;
}

enum { PLACES = 5 };

static const char *key_at(const struct request *request, int place) {
    static const char *const headers[PLACES] = {"authorization", "x-api-key", "api-key", "x-goog-api-key"};
    if (!headers[place])
        return request_parameter(request, "key");
    const char *value = request_header(request, headers[place]);
    return place == 0 ? authorization(value) : value;
}

/* What a request shows for itself, "" if it is nothing. */
static const char *find_shown(const struct request *request, bool *by_token) {
    const char *first = "", *token = NULL;
    *by_token = false;
    for (int place = 0; place < PLACES; place++) {
        const char *shown = key_at(request, place);
        if (!shown)
            continue;
        if (secret_is_key(shown))
            return shown;
        if (!token && is_token(shown))
            token = shown;
        if (!*first)
            first = shown;
    }
    *by_token = token != NULL;
    return token ? token : first;
}

/* Addresses that one subscriber has count as one. */
static uint64_t subscriber(const struct origin *origin, const char *text) {
    static const unsigned char mapped[12] = {[10] = 0xff, [11] = 0xff}; /* IPv4 as IPv6 has it */
    if (!origin->known)
        return *text ? secret_number(text, strlen(text)) : 0;
    if (memcmp(origin->network, mapped, sizeof mapped) == 0)
        return secret_number(origin->network + sizeof mapped, 4);
    return secret_number(origin->network, NETWORK);
}

void caller_origin(const struct exchange *x, struct origin *origin) {
    *origin = (struct origin){0};
    const char *text = x->request->source->variable(x->request->source->arg, "REMOTE_ADDR");
    origin->known = text && network_address(text, origin->network);
    origin->address = subscriber(origin, text ? text : "");
    origin->most_wrong = origin->address ? x->config->wrong_keys : 0;
}

static int read_token(const struct exchange *x, const char *token, struct credentials *credentials,
                      struct error *err) {
    struct jwt jwt;
    if (jwt_read(token, x->arena, &jwt, err) < 0)
        return -1;
    if (strcmp(jwt.alg, TOKEN_ALGORITHM) == 0) {
        credentials->kind = BY_LOGIN;
        return token_read(x->config, &jwt, x->arena, credentials->login, err);
    }
    credentials->kind = BY_NAME;
    if (x->config->oidc)
        return oidc_check(x->config, x->hub->upstream, token, credentials->user, err);
    error_set(err, ERR_AUTH, "The token was not made by this hub.");
    err->code = JWT_CODE;
    return -1;
}

void caller_by_key(const struct exchange *x, const char *key, struct credentials *credentials) {
    *credentials = (struct credentials){.kind = BY_KEY};
    secret_hash(key, strlen(key), credentials->hash);
    caller_origin(x, &credentials->origin);
}

int caller_read(const struct exchange *x, struct credentials *credentials, struct error *err) {
    bool by_token;
    const char *shown = find_shown(x->request, &by_token);
    caller_by_key(x, shown, credentials);
    return by_token ? read_token(x, shown, credentials, err) : 0;
}

bool caller_is_shown(const struct exchange *x) {
    bool by_token;
    return *find_shown(x->request, &by_token) != '\0';
}

/* new-api's clients tell beside the token whose it is. */
static int check_named(const struct exchange *x, const struct user *user, struct error *err) {
    const char *named = request_header(x->request, "new-api-user");
    char id[24];
    snprintf(id, sizeof id, "%llu", (unsigned long long)user->id);
    if (!named || strcmp(named, id) == 0)
        return 0;
    error_set(err, ERR_AUTH, "The header New-Api-User names another user than the one whose token this is.");
    err->code = "user_mismatch";
    return -1;
}

int caller_find_for(struct exchange *x, const struct credentials *credentials, const struct call_ask *ask,
                    struct caller *caller, struct error *err) {
    if (ledger_caller_find(hub_ledger(x->hub, x->config), credentials, ask, caller, err) < 0 ||
        check_named(x, &caller->user, err) < 0)
        return -1;
    x->trace.user = arena_strdup(x->arena, caller->user.name);
    x->trace.key = caller->key.id;
    allowance_tell(x, &caller->requests, &caller->tokens);
    return 0;
}

int caller_find(struct exchange *x, const struct credentials *credentials, struct caller *caller,
                struct error *err) {
    return caller_find_for(x, credentials, NULL, caller, err);
}

int caller_check(struct exchange *x, struct caller *caller, struct error *err) {
    struct credentials credentials;
    return caller_read(x, &credentials, err) < 0 ? -1 : caller_find(x, &credentials, caller, err);
}
