/* From the configuration's groups to what the ledger must know of them. */
#include "gate/offers.h"

#include <stdio.h>
#include <string.h>

_Static_assert(GROUPS_MOST <= OFFERS_MOST, "all groups can be told");

int offers_price(const struct config *config, const char *group) {
    for (size_t i = 0; i < config->groups; i++)
        if (strcmp(config->group[i].name, group) == 0)
            return config->group[i].per_mille;
    return PRICE_WHOLE;
}

static void add(struct group_offer *offers, struct call_ask *ask, const char *group, int per_mille) {
    struct group_offer *offer = &offers[ask->offer_count++];
    snprintf(offer->group, sizeof offer->group, "%s", group);
    offer->per_mille = per_mille;
}

void offers_fill(const struct config *config, const char *name, const struct target *target,
                 struct group_offer offers[OFFERS_MOST], struct call_ask *ask) {
    ask->model = name;
    ask->provider = target->provider->name;
    ask->target = target->model;
    ask->offers = offers;
    ask->offer_count = 0;
    ask->offered_to_all = !target->groups;
    for (size_t i = 0; target->groups && target->groups[i]; i++)
        add(offers, ask, target->groups[i], offers_price(config, target->groups[i]));
    for (size_t i = 0; ask->offered_to_all && i < config->groups; i++)
        if (config->group[i].per_mille != PRICE_WHOLE)
            add(offers, ask, config->group[i].name, config->group[i].per_mille);
}

bool offers_allow(const struct config *config, const struct caller *caller, const char *name,
                  const struct target *target) {
    struct group_offer offers[OFFERS_MOST];
    struct call_ask ask = {0};
    offers_fill(config, name, target, offers, &ask);
    return ledger_may_use(caller, &ask);
}
