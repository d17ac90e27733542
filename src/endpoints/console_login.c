/* Logging in as new-api's clients do. Where its server sets a cookie, the hub tells the tokens that its own
 * logins have, to be sent as Bearer; the header New-Api-User may stand beside them. */
#include <string.h>

#include "endpoints/endpoints.h"
#include "endpoints/login.h"
#include "endpoints/manage.h"
#include "endpoints/profile.h"
#include "front/fields.h"

static void frame_open(struct json_writer *w) {
    json_open(w, '{');
    json_member_bool(w, "success", true);
    json_member_text(w, "message", "");
}

static void write_login(struct json_writer *w, const struct granted *granted) {
    frame_open(w);
    json_member_open(w, "data", '{');
    profile_members(w, granted->user);
    grant_write_tokens(w, granted);
    json_close(w, '}');
    json_close(w, '}');
}

/* POST /api/user/login */
int endpoint_user_login(struct exchange *x, struct error *err) {
    static const char *const fields[] = {"username", "password", NULL};
    const char *values[2];
    if (fields_read(x, fields, values, err) < 0)
        return -1;
    for (int i = 0; i < 2; i++)
        if (fields_need(values[i], fields[i], err) < 0)
            return -1;
    return login_begin(x, values[0], values[1],
                       (struct login_way){.status = 200, .with_user = true, .write = write_login}, err);
}

/* GET or POST /api/user/logout */
int endpoint_user_logout(struct exchange *x, struct error *err) {
    return login_end(x, err) < 0 ? -1 : manage_done(x, err);
}

/* ---- registering ------------------------------------------------------------------------ */

enum { NAME, PASSWORD, INVITATION, AFF_CODE, PASSWORD2, EMAIL, CODE, FIELDS };
static const char *const fields[] = {"username",  "password", "invitation",        "aff_code",
                                     "password2", "email",    "verification_code", NULL};
_Static_assert(sizeof fields / sizeof *fields == FIELDS + 1, "a name for each field");

static bool is_given(const char *value) {
    return value && *value;
}

/* new-api's form sends all of its fields, the empty ones as well. */
static int check_form(const char *const values[FIELDS], struct error *err) {
    for (int i = EMAIL; i <= CODE; i++)
        if (is_given(values[i]))
            return error_param(err, ERR_REQUEST, fields[i],
                               "\"%s\": the hub keeps no addresses; leave it out.", fields[i]);
    if (is_given(values[PASSWORD2]) && values[PASSWORD] && strcmp(values[PASSWORD2], values[PASSWORD]) != 0)
        return error_param(err, ERR_REQUEST, fields[PASSWORD2], "The two passwords are not the same.");
    if (is_given(values[INVITATION]) && is_given(values[AFF_CODE]))
        return error_param(err, ERR_REQUEST, fields[AFF_CODE],
                           "\"aff_code\" is another name of \"invitation\": send one of them.");
    return 0;
}

/* POST /api/user/register: what new-api calls aff_code, of whoever invited, is an invitation here. */
int endpoint_user_register(struct exchange *x, struct error *err) {
    const char *values[FIELDS];
    if (fields_read(x, fields, values, err) < 0 || check_form(values, err) < 0)
        return -1;
    const char *invitation = is_given(values[INVITATION]) ? values[INVITATION] : values[AFF_CODE];
    struct registering who = {values[NAME], values[PASSWORD], is_given(invitation) ? invitation : NULL};
    return login_register(x, &who, (struct login_way){.status = 200, .with_user = true, .write = write_login},
                          err);
}

/* ---- tokens for programs ------------------------------------------------------------------- */

/* The token alone is the data, as new-api has it; what else belongs to it stands beside. */
static void write_token(struct json_writer *w, const struct granted *granted) {
    frame_open(w);
    json_member_text(w, "data", granted->token);
    grant_write_tokens(w, granted);
    json_close(w, '}');
}

/* GET /api/user/token: begins one more login of the user. */
int endpoint_user_token(struct exchange *x, struct error *err) {
    struct caller caller;
    struct login_ask ask = {.seconds = grant_seconds(x)};
    if (manage_login(x, &caller, err) < 0)
        return -1;
    ask.user = caller.user.id;
    ask.round = caller.user.round;
    caller_origin(x, &ask.origin);
    return grant_begin(x, &ask, (struct login_way){.status = 200, .write = write_token}, err);
}
