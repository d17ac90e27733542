/* The tokens of a login, as they are told. */
#include "endpoints/grant.h"

#include <string.h>

#include "base/clock.h"
#include "gate/caller.h"
#include "gate/token.h"

#define ANSWER_MAX 65536 /* two tokens, and whose they are, many times over */
#define ID_TEXT    (2 * LOGIN_ID + 1)

/* A refresh token is the login's id and its secret. */
#define REFRESH_TEXT (ID_TEXT + LOGIN_REFRESH_TEXT)

int64_t grant_seconds(const struct exchange *x) {
    return x->config->login_days * INT64_C(86400);
}

int grant_reply(struct exchange *x, int status, const struct buf *body, struct error *err) {
    reply_begin(x->reply, status, "application/json");
    reply_header(x->reply, "Cache-Control", "no-store");
    reply_header(x->reply, "x-request-id", exchange_id(x));
    return reply_finish(x->reply, body->data, body->len, err);
}

int grant_say(struct exchange *x, const char *message, struct error *err) {
    struct buf body;
    buf_init(&body, ANSWER_MAX);
    struct json_writer w = {.out = &body};
    json_open(&w, '{');
    json_member_text(&w, "message", message);
    json_close(&w, '}');
    int rc = grant_reply(x, 200, &body, err);
    buf_free(&body);
    return rc;
}

void grant_write_user(struct json_writer *w, const struct user *user) {
    char money[MONEY_TEXT], created[CLOCK_TEXT];
    json_member_int(w, "id", (int64_t)user->id);
    json_member_text(w, "username", user->name);
    json_member_text(w, "role", user->admin ? "admin" : "user");
    json_member_text(w, "plan", *user->plan ? user->plan : NULL);
    json_member_raw(w, "balance", user->limited ? money_write(user->credited - user->spent, money) : "null");
    json_member_raw(w, "spent", money_write(user->spent, money));
    json_member_text(w, "created_at", clock_write(user->created, created));
}

void grant_write_tokens(struct json_writer *w, const struct granted *granted) {
    char id[ID_TEXT];
    secret_hex(granted->login->id, LOGIN_ID, id);
    json_member_text(w, "access_token", granted->token);
    json_member_text(w, "token_type", "bearer");
    json_member_int(w, "expires_in", granted->x->config->token_seconds);
    json_member_format(w, "refresh_token", "%s.%s", id, granted->login->refresh);
}

static void write_grant(struct json_writer *w, const struct granted *granted) {
    json_open(w, '{');
    grant_write_tokens(w, granted);
    if (granted->user) {
        json_member_open(w, "user", '{');
        grant_write_user(w, granted->user);
        json_close(w, '}');
    }
    json_close(w, '}');
}

static int tell(struct exchange *x, const struct login_grant *login, struct login_way way,
                struct error *err) {
    struct credentials credentials = {.kind = BY_LOGIN};
    struct caller caller;
    struct granted granted = {.x = x, .login = login, .user = way.with_user ? &caller.user : NULL};
    struct buf body;
    struct json_writer w = {.out = &body};
    x->trace.user = arena_strdup(x->arena, login->name);
    x->trace.key = login->key;
    memcpy(credentials.login, login->id, LOGIN_ID);
    if (token_make(x->config, login, x->arena, &granted.token, err) < 0)
        return -1;
    caller_origin(x, &credentials.origin);
    if (way.with_user && caller_find(x, &credentials, &caller, err) < 0)
        return -1;
    buf_init(&body, ANSWER_MAX);
    (way.write ? way.write : write_grant)(&w, &granted);
    int rc = grant_reply(x, way.status, &body, err);
    buf_free(&body);
    return rc;
}

int grant_begin(struct exchange *x, const struct login_ask *ask, struct login_way way, struct error *err) {
    struct login_grant login;
    if (ledger_login_begin(hub_ledger(x->hub, x->config), ask, &login, err) < 0)
        return -1;
    return tell(x, &login, way, err);
}

int grant_refresh(struct exchange *x, const char *refresh, struct error *err) {
    struct login_grant login;
    unsigned char id[LOGIN_ID];
    char hex[ID_TEXT] = "";
    if (strlen(refresh) == REFRESH_TEXT - 1 && refresh[ID_TEXT - 1] == '.')
        memcpy(hex, refresh, ID_TEXT - 1);
    if (!secret_unhex(hex, id, LOGIN_ID)) {
        error_set(err, ERR_AUTH, "This refresh token is none.");
        err->code = JWT_CODE;
        return -1;
    }
    if (ledger_login_refresh(hub_ledger(x->hub, x->config), id, refresh + ID_TEXT, grant_seconds(x), &login,
                             err) < 0)
        return -1;
    return tell(x, &login, (struct login_way){.status = 200}, err);
}
