#ifndef GATE_CALLER_H
#define GATE_CALLER_H

#include "hub.h"

/*
 * Who calls. The key is taken from Authorization: Bearer, x-api-key, api-key,
 * x-goog-api-key or ?key=: the first that has the form of a key of the hub, since some
 * clients send a second one that is meant for somebody else; without any such, the first.
 */
struct caller {
    unsigned char hash[SECRET_HASH]; /* of the key; without one, of nothing, which is no key either */
    struct origin origin;
};

/* What the request carries. Does not ask the ledger. */
void caller_read(const struct exchange *x, struct caller *caller);

/* The user and key behind that, noted for the log. ERR_AUTH, ERR_LIMIT (too many wrong keys),
 * ERR_UNAVAILABLE. */
int caller_find(struct exchange *x, const struct caller *caller, struct key *key, struct user *user,
                struct error *err);

/* Both in one. */
int caller_check(struct exchange *x, struct key *key, struct user *user, struct error *err);

#endif
