/* Logging in and out, registering and changing a password, for the endpoints of all APIs that offer it. */
#include "endpoints/login.h"

#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "front/fields.h"
#include "gate/password.h"

static struct ledger *ledger_of(const struct exchange *x) {
    return hub_ledger(x->hub, x->config);
}

static struct span whole(const char *text) {
    return (struct span){text, strlen(text)};
}

/* ---- logging in and out --------------------------------------------------------------- */

int login_by_key(struct exchange *x, const struct credentials *credentials, struct login_way way,
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

int login_check(struct exchange *x, const char *name, const char *password, const struct origin *origin,
                struct password_known *known, struct error *err) {
    return ledger_password_ask(ledger_of(x), name, origin, known, err) < 0
               ? -1
               : password_verify(x->config->data_dir, whole(password), known->user ? known->stored : NULL,
                                 err);
}

static int by_password(struct exchange *x, const char *name, const char *password, struct login_way way,
                       struct error *err) {
    struct login_ask ask = {.seconds = grant_seconds(x)};
    struct password_known known;
    caller_origin(x, &ask.origin);
    if (login_check(x, name, password, &ask.origin, &known, err) < 0)
        return -1;
    ask.user = known.user;
    ask.round = known.round;
    return grant_begin(x, &ask, way, err);
}

int login_begin(struct exchange *x, const char *name, const char *password, struct login_way way,
                struct error *err) {
    struct credentials credentials;
    if (!secret_is_key(password))
        return by_password(x, name, password, way, err);
    caller_by_key(x, password, &credentials);
    return login_by_key(x, &credentials, way, err);
}

int login_end(struct exchange *x, struct error *err) {
    struct credentials credentials;
    struct caller caller;
    if (caller_read(x, &credentials, err) < 0 || caller_find(x, &credentials, &caller, err) < 0)
        return -1;
    if (credentials.kind == BY_LOGIN)
        return ledger_login_end(ledger_of(x), credentials.login, err);
    error_set(err, ERR_REQUEST, "Only a token of this hub has a login that can end.");
    err->code = "no_login";
    return -1;
}

/* ---- registering --------------------------------------------------------------------- */

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

static int check_open(const struct exchange *x, const struct registering *wish, struct error *err) {
    enum who_registers who = x->config->registration;
    if (who == REGISTRATION_CLOSED) {
        error_set(err, ERR_PERMISSION, "Nobody can register here: ask the operator for an account.");
        err->code = "registration_closed";
        return -1;
    }
    if (fields_need(wish->name, "username", err) < 0 || fields_need(wish->password, "password", err) < 0)
        return -1;
    return who == REGISTRATION_INVITATION ? fields_need(wish->invitation, "invitation", err) : 0;
}

int login_register(struct exchange *x, const struct registering *wish, struct login_way way,
                   struct error *err) {
    char stored[SECRET_PASSWORD];
    struct registration registration = {.name = wish->name,
                                        .password = stored,
                                        .plan = x->config->registration_plan,
                                        .credit = x->config->registration_credit,
                                        .invitation = wish->invitation};
    struct user user;
    caller_origin(x, &registration.origin);
    if (check_open(x, wish, err) < 0 || check_name(wish->name, err) < 0 ||
        password_check(whole(wish->password), err) < 0 ||
        check_rate(x, wish->name, &registration.origin, err) < 0 || check_plan(x, err) < 0 ||
        password_make(x->config->data_dir, whole(wish->password), stored, err) < 0 ||
        ledger_user_register(ledger_of(x), &registration, &user, err) < 0)
        return -1;
    struct login_ask ask = {
        .user = user.id, .round = user.round, .seconds = grant_seconds(x), .origin = registration.origin};
    return grant_begin(x, &ask, way, err);
}

/* ---- another password ---------------------------------------------------------------- */

static int check_new(const char *password, const char *name, struct error *err) {
    if (password_check(whole(password), err) == 0)
        return 0;
    snprintf(err->param, sizeof err->param, "%s", name);
    return -1;
}

int login_change_password(struct exchange *x, const struct credentials *credentials,
                          const struct caller *caller, const char *const passwords[2],
                          const char *const names[2], struct error *err) {
    char stored[SECRET_PASSWORD];
    struct password_known known;
    for (int i = 0; i < 2; i++)
        if (fields_need(passwords[i], names[i], err) < 0)
            return -1;
    if (check_new(passwords[1], names[1], err) < 0 ||
        login_check(x, caller->user.name, passwords[0], &credentials->origin, &known, err) < 0 ||
        password_make(x->config->data_dir, whole(passwords[1]), stored, err) < 0)
        return -1;
    return ledger_password_set(ledger_of(x), &known, stored,
                               credentials->kind == BY_LOGIN ? credentials->login : NULL, err);
}
