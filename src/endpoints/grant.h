#ifndef ENDPOINTS_GRANT_H
#define ENDPOINTS_GRANT_H

#include "base/jsonwrite.h"
#include "hub.h"

/* What those get who log in. Each of the first three ends the request with its answer. */

/* What there is to tell of a login. */
struct granted {
    const struct exchange *x;
    const struct login_grant *login;
    const char *token;
    const struct user *user; /* NULL where it was not asked for */
};

/* Begins a login and tells its tokens; with_user: and whose they are. */
struct login_way {
    int status;
    bool with_user;
    void (*write)(struct json_writer *w, const struct granted *granted); /* the body; NULL: OAuth 2's */
};
int grant_begin(struct exchange *x, const struct login_ask *ask, struct login_way way, struct error *err);

/* The same with what an earlier grant called its refresh_token. ERR_AUTH (code "invalid_token"). */
int grant_refresh(struct exchange *x, const char *refresh, struct error *err);

/* {"message": …} */
int grant_say(struct exchange *x, const char *message, struct error *err);

/* 200 or so with a body that nobody may keep. */
int grant_reply(struct exchange *x, int status, const struct buf *body, struct error *err);

/* The members of OAuth 2 that tell the tokens. */
void grant_write_tokens(struct json_writer *w, const struct granted *granted);

/* The members that tell who somebody is. */
void grant_write_user(struct json_writer *w, const struct user *user);

/* For how many seconds a login lasts. */
int64_t grant_seconds(const struct exchange *x);

#endif
