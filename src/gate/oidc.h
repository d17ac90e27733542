#ifndef GATE_OIDC_H
#define GATE_OIDC_H

#include "config.h"
#include "ledger/ledger.h"

struct upstream;

/*
 * Whether an access token is a good one of the OpenID provider (config->oidc is not NULL): its
 * claims, its signature by one of the provider's keys, and a name of a user in the claim that the
 * configuration names. A token whose `typ` says that it is something else, such as a logout token, is none;
 * nor is an "email" that the provider calls unverified. Returns 0 with the name in `user`; -1 with ERR_AUTH,
 * the code "invalid_token" and a sentence that repeats nothing of the token, or with ERR_UNAVAILABLE and
 * retry_after if the provider's keys cannot be had.
 */
int oidc_check(const struct config *config, struct upstream *upstream, const char *token,
               char user[NAME_TEXT], struct error *err);

#endif
