/* A user's own account: how it begins, what it is, and its password. */
#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "endpoints/endpoints.h"
#include "endpoints/grant.h"
#include "front/fields.h"
#include "gate/caller.h"
#include "gate/password.h"

#define ANSWER_MAX 16384

static struct ledger *ledger_of(const struct exchange *x) {
    return hub_ledger(x->hub, x->config);
}

static struct span whole(const char *text) {
    return (struct span){text, strlen(text)};
}

static int missing(const char *name, struct error *err) {
    return error_param(err, ERR_REQUEST, name, "\"%s\" is missing.", name);
}

/* ---- registering --------------------------------------------------------------------- */

enum { NAME, PASSWORD, INVITATION, FIELDS };

/* Names that strangers choose stand in logs and lists, and none shall look like another or like one that
 * the ledger made up. */
static int check_name(const char *name, struct error *err) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._@+-";
    if (*name && strlen(name) < NAME_TEXT && strspn(name, letters) == strlen(name) &&
        strspn(name, "._@+-") == 0 && strncasecmp(name, "erased-", 7) != 0)
        return 0;
    return error_param(err, ERR_REQUEST, "username",
                       "\"username\" has 1 to %d of the characters A-Z a-z 0-9 . _ @ + - and begins with a "
                       "letter or digit.",
                       NAME_TEXT - 1);
}

/* The operator's mistake, which is not whoever registers'. */
static int check_plan(const struct exchange *x, struct error *err) {
    const char *name = x->config->registration_plan;
    struct error why = {0};
    struct plan plan;
    if (!*name || ledger_plan_find(ledger_of(x), name, &plan, &why) == 0)
        return 0;
    if (why.kind == ERR_NOT_FOUND)
        log_line("registration_plan: there is no plan \"%s\", nobody can register", name);
    return error_set(err, ERR_UNAVAILABLE, "Nobody can register now; the hub's log says why.");
}

/* Attempts count like those to log in, since they cost as much. */
static int check_rate(const struct exchange *x, const char *name, const struct origin *origin,
                      struct error *err) {
    struct password_known ignored;
    return ledger_password_ask(ledger_of(x), name, origin, &ignored, err);
}

static int check_open(const struct exchange *x, const char *const values[FIELDS], struct error *err) {
    enum who_registers who = x->config->registration;
    if (who == REGISTRATION_CLOSED) {
        error_set(err, ERR_PERMISSION, "Nobody can register here: ask the operator for an account.");
        err->code = "registration_closed";
        return -1;
    }
    if (!values[NAME])
        return missing("username", err);
    if (!values[PASSWORD])
        return missing("password", err);
    if (who == REGISTRATION_INVITATION && !values[INVITATION])
        return missing("invitation", err);
    return 0;
}

int endpoint_auth_register(struct exchange *x, struct error *err) {
    static const char *const fields[] = {"username", "password", "invitation", NULL};
    const char *values[FIELDS];
    char stored[SECRET_PASSWORD];
    struct registration registration = {
        .password = stored, .plan = x->config->registration_plan, .credit = x->config->registration_credit};
    struct user user;
    caller_origin(x, &registration.origin);
    if (fields_read(x, fields, values, err) < 0 || check_open(x, values, err) < 0 ||
        check_name(values[NAME], err) < 0 || password_check(whole(values[PASSWORD]), err) < 0 ||
        check_rate(x, values[NAME], &registration.origin, err) < 0 || check_plan(x, err) < 0 ||
        password_make(x->config->data_dir, whole(values[PASSWORD]), stored, err) < 0)
        return -1;
    registration.name = values[NAME];
    registration.invitation = values[INVITATION];
    if (ledger_user_register(ledger_of(x), &registration, &user, err) < 0)
        return -1;
    struct login_ask ask = {
        .user = user.id, .round = user.round, .seconds = grant_seconds(x), .origin = registration.origin};
    return grant_begin(x, &ask, (struct login_way){.status = 201, .with_user = true}, err);
}

/* ---- what it is ---------------------------------------------------------------------- */

int endpoint_auth_me(struct exchange *x, struct error *err) {
    struct caller caller;
    struct buf body;
    if (caller_check(x, &caller, err) < 0)
        return -1;
    buf_init(&body, ANSWER_MAX);
    struct json_writer w = {.out = &body};
    json_open(&w, '{');
    grant_write_user(&w, &caller.user);
    if (caller.key.id) {
        json_member_open(&w, "key", '{');
        json_member_int(&w, "id", (int64_t)caller.key.id);
        json_member_text(&w, "name", caller.key.name);
        json_close(&w, '}');
    }
    json_close(&w, '}');
    int rc = grant_reply(x, 200, &body, err);
    buf_free(&body);
    return rc;
}

/* ---- its password -------------------------------------------------------------------- */

static int check_new(const char *password, struct error *err) {
    if (password_check(whole(password), err) == 0)
        return 0;
    snprintf(err->param, sizeof err->param, "new_password");
    return -1;
}

int endpoint_auth_password(struct exchange *x, struct error *err) {
    static const char *const fields[] = {"old_password", "new_password", NULL};
    const char *values[2], *data_dir = x->config->data_dir;
    char stored[SECRET_PASSWORD];
    struct credentials credentials;
    struct password_known known;
    struct caller caller;
    if (caller_read(x, &credentials, err) < 0 || caller_find(x, &credentials, &caller, err) < 0 ||
        fields_read(x, fields, values, err) < 0)
        return -1;
    for (int i = 0; i < 2; i++)
        if (!values[i])
            return missing(fields[i], err);
    if (check_new(values[1], err) < 0 ||
        ledger_password_ask(ledger_of(x), caller.user.name, &credentials.origin, &known, err) < 0 ||
        password_verify(data_dir, whole(values[0]), known.user ? known.stored : NULL, err) < 0 ||
        password_make(data_dir, whole(values[1]), stored, err) < 0 ||
        ledger_password_set(ledger_of(x), &known, stored,
                            credentials.kind == BY_LOGIN ? credentials.login : NULL, err) < 0)
        return -1;
    return grant_say(x, "The password is changed, and all other logins have ended.", err);
}
