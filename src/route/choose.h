#ifndef ROUTE_CHOOSE_H
#define ROUTE_CHOOSE_H

#include "base/error.h"
#include "base/mem.h"
#include "config.h"

/* Where a call goes. All pointers live as long as the configuration and the arena. */
struct target {
    const struct provider_config *provider;
    const char *model; /* the provider's name for it */
    struct price price;
    int context, max_output;   /* tokens, 0: not known */
    unsigned quirks;           /* enum chat_quirk */
    const char *const *groups; /* of keys that may use it, up to NULL; NULL: all */
};

/*
 * Finds the target of a model name: an entry of "models" in the configuration;
 * "provider/model" of a configured provider; a plain name that a configured
 * provider's catalog lists (the first provider in the file's order wins); at
 * last the first configured provider that takes any model.
 * Returns 0; -1 with ERR_NOT_FOUND (code "model_not_found", param "model")
 * for an unknown one, or ERR_REQUEST (code "model_without_price", param "model") for one whose price nobody
 * said.
 */
int choose_target(const struct config *config, const char *name, struct arena *arena, struct target *target,
                  struct error *err);

/* Calls visit for every model name that choose_target() finds, each once: entries of "models"
 * first, then the catalogs of the configured providers, as a plain name where that name leads to that
 * provider, else as "provider/model". Models without a price are left out. Stops when visit returns non-zero.
 */
void choose_each(const struct config *config,
                 int (*visit)(void *arg, const char *name, const struct target *target), void *arg);

#endif
