#ifndef GATE_TOKEN_H
#define GATE_TOKEN_H

#include "base/jwt.h"
#include "config.h"
#include "ledger/ledger.h"

/*
 * The hub's own access tokens: JSON Web Tokens, signed with HS256 by the newest of the site's token keys,
 * that name a login of the ledger and are good for config->token_seconds. Whether the login still goes on is
 * for the ledger to say.
 */
#define TOKEN_ALGORITHM "HS256"

/* Returns 0; -1 with ERR_UNAVAILABLE if there is no key to sign with. */
int token_make(const struct config *config, const struct login_grant *login, struct arena *arena,
               const char **token, struct error *err);

/*
 * Which login a token names that jwt_read() took apart. Returns 0; -1 with ERR_AUTH and the code
 * "invalid_token" if the hub did not make it or it has expired, or with ERR_UNAVAILABLE.
 */
int token_read(const struct config *config, const struct jwt *jwt, struct arena *arena,
               unsigned char login[LOGIN_ID], struct error *err);

#endif
