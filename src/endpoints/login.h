#ifndef ENDPOINTS_LOGIN_H
#define ENDPOINTS_LOGIN_H

#include "endpoints/grant.h"
#include "gate/caller.h"

/* Logging in and out as several APIs ask for it, each in fields of its own names. Functions return 0, or -1
 * with err; whoever names fields otherwise says so in its errors. */

/* Asks whether the password is that user's, which counts as an attempt to log in. ERR_AUTH, ERR_LIMIT,
 * ERR_UNAVAILABLE. */
int login_check(struct exchange *x, const char *name, const char *password, const struct origin *origin,
                struct password_known *known, struct error *err);

/* Begins a login by name and password and answers. A key in the place of the password is as good, whatever
 * the name is. ERR_AUTH, ERR_LIMIT, ERR_UNAVAILABLE. */
int login_begin(struct exchange *x, const char *name, const char *password, struct login_way way,
                struct error *err);

/* The same with the key that was shown. */
int login_by_key(struct exchange *x, const struct credentials *credentials, struct login_way way,
                 struct error *err);

/* Ends the login of the token that the request shows. ERR_REQUEST (code "no_login") if it shows a key. */
int login_end(struct exchange *x, struct error *err);

/* Makes a user, as far as the configuration lets strangers register, and begins its login as above. A text
 * is NULL where there is none. ERR_PERMISSION, ERR_CONFLICT, ERR_REQUEST, ERR_LIMIT, ERR_UNAVAILABLE. */
struct registering {
    const char *name, *password, *invitation;
};
int login_register(struct exchange *x, const struct registering *wish, struct login_way way,
                   struct error *err);

/* Sets the password of whoever asks, who shows the one before, and ends its other logins. `names` are those
 * of the two fields, the old one's first. */
int login_change_password(struct exchange *x, const struct credentials *credentials,
                          const struct caller *caller, const char *const passwords[2],
                          const char *const names[2], struct error *err);

#endif
