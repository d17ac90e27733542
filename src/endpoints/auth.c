/* The hub's own API for logging in and out. */
#include <string.h>

#include "endpoints/endpoints.h"
#include "endpoints/login.h"
#include "front/fields.h"

enum { GRANT, NAME, PASSWORD, REFRESH, FIELDS };
static const char *const fields[] = {"grant_type", "username", "password", "refresh_token", NULL};
_Static_assert(sizeof fields / sizeof *fields == FIELDS + 1, "a name for each field");

static int log_in(struct exchange *x, const char *const values[FIELDS], struct login_way way,
                  struct error *err) {
    if (fields_need(values[NAME], fields[NAME], err) < 0 ||
        fields_need(values[PASSWORD], fields[PASSWORD], err) < 0)
        return -1;
    return login_begin(x, values[NAME], values[PASSWORD], way, err);
}

static bool is_grant(const char *const values[FIELDS], const char *name) {
    return values[GRANT] && strcmp(values[GRANT], name) == 0;
}

int endpoint_auth_token(struct exchange *x, struct error *err) {
    const char *values[FIELDS];
    if (fields_read(x, fields, values, err) < 0)
        return -1;
    if (is_grant(values, "refresh_token"))
        return fields_need(values[REFRESH], fields[REFRESH], err) < 0
                   ? -1
                   : grant_refresh(x, values[REFRESH], err);
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
    if (fields_read(x, fields, values, err) < 0 || fields_need(values[REFRESH], fields[REFRESH], err) < 0)
        return -1;
    return grant_refresh(x, values[REFRESH], err);
}

int endpoint_auth_key(struct exchange *x, struct error *err) {
    struct credentials credentials;
    if (caller_read(x, &credentials, err) < 0)
        return -1;
    if (credentials.kind == BY_KEY)
        return login_by_key(x, &credentials, (struct login_way){.status = 200}, err);
    error_set(err, ERR_REQUEST, "This takes an API key, not a token.");
    err->code = "no_api_key";
    return -1;
}

int endpoint_auth_logout(struct exchange *x, struct error *err) {
    return login_end(x, err) < 0 ? -1 : grant_say(x, "The login has ended.", err);
}
