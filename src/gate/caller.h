#ifndef GATE_CALLER_H
#define GATE_CALLER_H

#include "hub.h"

/*
 * Who calls. The key is taken from Authorization: Bearer (or without that word), x-api-key, api-key,
 * x-goog-api-key or ?key=: the first that has the form of a key of the hub, since some
 * clients send a second one that is meant for somebody else; without any such, the first
 * that has the form of a JSON Web Token, which is the hub's own or the OpenID provider's; else the first.
 */

/* Whether it shows anything for itself. */
bool caller_is_shown(const struct exchange *x);

/* What the request shows. Does not ask the ledger, and for a key nobody else. ERR_AUTH (code
 * "invalid_token") if a token is none that the hub takes, ERR_UNAVAILABLE. */
int caller_read(const struct exchange *x, struct credentials *credentials, struct error *err);

/* The same for a key that stands elsewhere, and only where the request comes from. */
void caller_by_key(const struct exchange *x, const char *key, struct credentials *credentials);
void caller_origin(const struct exchange *x, struct origin *origin);

/* The user and key behind that, noted for the log, and what is left of their limits told in the reply's head.
 * ERR_AUTH (code "user_mismatch" if the header New-Api-User names another user), ERR_PERMISSION, ERR_LIMIT
 * (too many wrong keys), ERR_UNAVAILABLE. */
int caller_find(struct exchange *x, const struct credentials *credentials, struct caller *caller,
                struct error *err);

/* The same of one who asks for a model, which may have limits of its own. */
int caller_find_for(struct exchange *x, const struct credentials *credentials, const struct call_ask *ask,
                    struct caller *caller, struct error *err);

/* Both in one. */
int caller_check(struct exchange *x, struct caller *caller, struct error *err);

#endif
