#ifndef GATE_CALLER_H
#define GATE_CALLER_H

#include "hub.h"

/*
 * Who calls. The key is taken from Authorization: Bearer, x-api-key, api-key,
 * x-goog-api-key or ?key=: the first that has the form of a key of the hub, since some
 * clients send a second one that is meant for somebody else; without any such, the first.
 */

/* What the request shows. Does not ask the ledger. */
void caller_read(const struct exchange *x, struct credentials *credentials);

/* The user and key behind that, noted for the log, and what is left of their limits told in the reply's head.
 * ERR_AUTH, ERR_PERMISSION, ERR_LIMIT (too many wrong keys), ERR_UNAVAILABLE. */
int caller_find(struct exchange *x, const struct credentials *credentials, struct caller *caller,
                struct error *err);

/* Both in one. */
int caller_check(struct exchange *x, struct caller *caller, struct error *err);

#endif
