#ifndef GATE_PASSWORD_H
#define GATE_PASSWORD_H

#include "base/error.h"
#include "base/jsonscan.h"
#include "base/secret.h"

/*
 * The passwords of users. Hashing one is meant to be slow and takes 19 MiB, so that all processes of a site
 * together do PASSWORD_AT_ONCE of them at a time: the others wait, 5 s at most.
 */
#define PASSWORD_LEAST   8 /* bytes */
#define PASSWORD_MOST    256
#define PASSWORD_AT_ONCE 4

/* Whether a new password will do: its length, valid UTF-8, no control characters. Returns 0; -1 with
 * ERR_REQUEST and the param "password". */
int password_check(struct span password, struct error *err);

/* Makes what is stored of a password. Returns 0; -1 with ERR_REQUEST as above, or with ERR_UNAVAILABLE and
 * retry_after if its turn did not come. */
int password_make(const char *data_dir, struct span password, char stored[SECRET_PASSWORD],
                  struct error *err);

/*
 * Whether that is the password of which `stored` was made; NULL: there is no such user, or none with a
 * password, which takes as long and is told the same. Returns 0; -1 with ERR_AUTH and the code
 * "invalid_credentials", ERR_UNAVAILABLE as above, or ERR_INTERNAL if what is stored is damaged.
 */
int password_verify(const char *data_dir, struct span password, const char *stored, struct error *err);

#endif
