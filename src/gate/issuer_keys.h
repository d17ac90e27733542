#ifndef GATE_ISSUER_KEYS_H
#define GATE_ISSUER_KEYS_H

#include "base/public_key.h"
#include "config.h"

struct upstream;

/*
 * The public keys of the OpenID provider (config->oidc is not NULL). They are fetched from where the
 * configuration or the provider's discovery document says, and kept in data_dir/oidc.keys for all processes,
 * with the time of the last attempt. They are fetched again after 10 minutes, and when a token names a key
 * that is not among them; never twice within 30 seconds, whether or not it worked, so that forged tokens make
 * nobody fetch. While that fails they are used for up to a day.
 *
 * Finds the key for a token's `kid` (NULL: it names none) and algorithm, to be freed.
 * Returns 0; -1 with ERR_AUTH and the code "invalid_token" if the provider has no such key, or with
 * ERR_UNAVAILABLE and retry_after if its keys cannot be had. Fetching takes 5 s at most, and waiting for
 * another process that fetches as long again.
 */
int issuer_keys_find(const struct config *config, struct upstream *upstream, const char *kid, const char *alg,
                     struct public_key **key, struct error *err);

#endif
