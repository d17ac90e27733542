/* Logging in and out. */
#include <string.h>

#include "endpoints/endpoints.h"
#include "endpoints/grant.h"
#include "front/fields.h"
#include "gate/caller.h"
#include "gate/password.h"

enum { GRANT, NAME, PASSWORD, REFRESH, FIELDS };
static const char *const fields[] = {"grant_type", "username", "password", "refresh_token", NULL};
_Static_assert(sizeof fields / sizeof *fields == FIELDS + 1, "a name for each field");

static int need(const char *const values[FIELDS], int field, struct error *err) {
    if (values[field] && *values[field])
        return 0;
    return error_param(err, ERR_REQUEST, fields[field], "\"%s\" is missing.", fields[field]);
}

static int by_key(struct exchange *x, const struct credentials *credentials, struct login_way way,
                  struct error *err) {
    struct caller caller;
    if (caller_find(x, credentials, &caller, err) < 0)
        return -1;
    struct login_ask ask = {
        .user = caller.user.id,
        .round = caller.user.round,
        .key = credentials->hash,
        .seconds = grant_seconds(x),
        .origin = credentials->origin,
    };
    return grant_begin(x, &ask, way, err);
}

static int by_password(struct exchange *x, const char *name, const char *password, struct login_way way,
                       struct error *err) {
    struct span text = {password, strlen(password)};
    struct login_ask ask = {.seconds = grant_seconds(x)};
    struct password_known known;
    caller_origin(x, &ask.origin);
    if (ledger_password_ask(hub_ledger(x->hub, x->config), name, &ask.origin, &known, err) < 0 ||
        password_verify(x->config->data_dir, text, known.user ? known.stored : NULL, err) < 0)
        return -1;
    ask.user = known.user;
    ask.round = known.round;
    return grant_begin(x, &ask, way, err);
}

/* A key in the place of the password is as good, whatever the name is. */
static int log_in(struct exchange *x, const char *const values[FIELDS], struct login_way way,
                  struct error *err) {
    struct credentials credentials;
    if (need(values, NAME, err) < 0 || need(values, PASSWORD, err) < 0)
        return -1;
    if (!secret_is_key(values[PASSWORD]))
        return by_password(x, values[NAME], values[PASSWORD], way, err);
    caller_by_key(x, values[PASSWORD], &credentials);
    return by_key(x, &credentials, way, err);
}

static bool is_grant(const char *const values[FIELDS], const char *name) {
    return values[GRANT] && strcmp(values[GRANT], name) == 0;
}

int endpoint_auth_token(struct exchange *x, struct error *err) {
    const char *values[FIELDS];
    if (fields_read(x, fields, values, err) < 0)
        return -1;
    if (is_grant(values, "refresh_token"))
        return need(values, REFRESH, err) < 0 ? -1 : grant_refresh(x, values[REFRESH], err);
    if (!values[GRANT] || is_grant(values, "") || is_grant(values, "password"))
        return log_in(x, values, (struct login_way){.status = 200}, err);
    error_param(err, ERR_REQUEST, fields[GRANT], "\"%s\" is \"password\" or \"refresh_token\".",
                fields[GRANT]);
    err->code = "unsupported_grant_type";
    return -1;
}

int endpoint_auth_login(struct exchange *x, struct error *err) {
    const char *values[FIELDS];
    if (fields_read(x, fields, values, err) < 0)
        return -1;
    return log_in(x, values, (struct login_way){.status = 200, .with_user = true}, err);
}

int endpoint_auth_refresh(struct exchange *x, struct error *err) {
    const char *values[FIELDS];
    if (fields_read(x, fields, values, err) < 0 || need(values, REFRESH, err) < 0)
        return -1;
    return grant_refresh(x, values[REFRESH], err);
}

int endpoint_auth_key(struct exchange *x, struct error *err) {
    struct credentials credentials;
    if (caller_read(x, &credentials, err) < 0)
        return -1;
    if (credentials.kind == BY_KEY)
        return by_key(x, &credentials, (struct login_way){.status = 200}, err);
    error_set(err, ERR_REQUEST, "This takes an API key, not a token.");
    err->code = "no_api_key";
    return -1;
}

int endpoint_auth_logout(struct exchange *x, struct error *err) {
    struct credentials credentials;
    struct caller caller;
    if (caller_read(x, &credentials, err) < 0 || caller_find(x, &credentials, &caller, err) < 0)
        return -1;
    if (credentials.kind != BY_LOGIN) {
        error_set(err, ERR_REQUEST, "Only a token of this hub has a login that can end.");
        err->code = "no_login";
        return -1;
    }
    if (ledger_login_end(hub_ledger(x->hub, x->config), credentials.login, err) < 0)
        return -1;
    return grant_say(x, "The login has ended.", err);
}
