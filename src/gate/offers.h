#ifndef GATE_OFFERS_H
#define GATE_OFFERS_H

#include "config.h"
#include "ledger/ledger.h"
#include "route/choose.h"

/*
 * Which groups may use a target, and what they pay. Fills the ask's offers, which lie in `offers`, and its
 * names: `name` is what the client asked for.
 */
void offers_fill(const struct config *config, const char *name, const struct target *target,
                 struct group_offer offers[OFFERS_MOST], struct call_ask *ask);

/* Whether a caller may use it: what lists show. */
bool offers_allow(const struct config *config, const struct caller *caller, const char *name,
                  const struct target *target);

/* Calls visit for every model of choose_each() that the caller may use. */
void offers_each(const struct config *config, const struct caller *caller,
                 int (*visit)(void *arg, const char *name, const struct target *target), void *arg);

/* Whether a caller may use any model of a provider that takes any name: choose_each() knows only those that
 * are listed. */
bool offers_any(const struct config *config, const struct caller *caller,
                const struct provider_config *provider);

/* What a group pays, in thousandths of the price. */
int offers_price(const struct config *config, const char *group);

#endif
