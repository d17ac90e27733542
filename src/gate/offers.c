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

/* ---- all that a caller may use ---------------------------------------------------------------- */

struct tour {
    const struct config *config;
    const struct caller *caller;
    int (*visit)(void *arg, const char *name, const struct target *target);
    void *arg;
};

static int visit_allowed(void *arg, const char *name, const struct target *target) {
    const struct tour *tour = arg;
    return offers_allow(tour->config, tour->caller, name, target) ? tour->visit(tour->arg, name, target) : 0;
}

void offers_each(const struct config *config, const struct caller *caller,
                 int (*visit)(void *arg, const char *name, const struct target *target), void *arg) {
    choose_each(config, visit_allowed, &(struct tour){config, caller, visit, arg});
}

/* The name of a model of that provider that a word of a key's list is, or fits; NULL: it is of another one.
 */
static const char *name_at(const struct config *config, const struct provider_config *provider,
                           const char *word, struct arena *arena) {
    size_t len = strcspn(word, "/");
    const char *prefix = word[len] ? arena_strndup(arena, word, len) : "";
    const struct provider_config *named = config_provider(config, prefix);
    if (named)
        return named == provider ? word : NULL;
    return arena_printf(arena, "%s/%s", provider->name, word);
}

static bool allows_name(const struct config *config, const struct caller *caller, const char *name,
                        const struct provider_config *provider, struct arena *arena) {
    struct target target;
    struct error ignored = {0};
    return choose_served(config, name, arena, &target, &ignored) == 0 && target.provider == provider &&
           offers_allow(config, caller, name, &target);
}

/* The names that the key's list has are tried; without a list any one. */
bool offers_any(const struct config *config, const struct caller *caller,
                const struct provider_config *provider) {
    struct arena *arena = arena_new();
    const char *models = caller->key.models;
    char *list = arena_strdup(arena, *models ? models : "any"), *rest;
    bool any = false;
    for (char *word = strtok_r(list, " ", &rest); word && !any; word = strtok_r(NULL, " ", &rest)) {
        const char *name = name_at(config, provider, word, arena);
        any = name && allows_name(config, caller, name, provider, arena);
    }
    arena_free(arena);
    return any;
}
