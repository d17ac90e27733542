#ifndef GATE_CALLER_H
#define GATE_CALLER_H

#include "hub.h"

/*
 * Who calls. The key is taken from Authorization: Bearer, x-api-key, api-key,
 * x-goog-api-key or ?key=, the first of them that is there.
 */

/* The hash of the key that the request carries. ERR_AUTH if there is none. Does not ask the ledger. */
int caller_hash(const struct exchange *x, unsigned char hash[SECRET_HASH], struct error *err);

/* The user and key behind it. ERR_AUTH, ERR_UNAVAILABLE. */
int caller_check(struct exchange *x, struct key *key, struct user *user, struct error *err);

#endif
