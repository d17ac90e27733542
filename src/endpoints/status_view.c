/* What of all that was seen is for whoever asks, found once for a request. */
#include "endpoints/status_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "gate/offers.h"

#define CALLS_MOST 256 /* of a user, whose names are looked at */

struct looking {
    struct exchange *x;
    const struct caller *caller;
    const struct sightings *sightings;
    struct status_view *view;
};

static enum seen_for *place_of(const struct looking *looking, const struct target *target) {
    const struct seen *seen = sightings_find(looking->sightings, target->provider->name, target->model);
    return seen ? &looking->view->seen[seen - looking->sightings->at] : NULL;
}

/* What is listed has a name for everybody who may use it. */
static int visit(void *arg, const char *name, const struct target *target) {
    const struct looking *looking = arg;
    enum seen_for *place = place_of(looking, target);
    (void)name;
    looking->view->provider[target->provider - looking->x->config->provider].usable = true;
    if (place)
        *place = SEEN_NAMED;
    return 0;
}

/* ---- what no list has ------------------------------------------------------------------------ */

/* By its full name, as it was asked for where the provider takes any. */
static bool allows_unlisted(const struct looking *looking, const struct seen *seen, struct arena *arena) {
    const struct config *config = looking->x->config;
    struct target target;
    struct error ignored = {0};
    const char *name = arena_printf(arena, "%s/%s", seen->provider, seen->model);
    return choose_target(config, name, arena, &target, &ignored) == 0 &&
           sighting_is_of(seen, target.provider->name) && strcmp(target.model, seen->model) == 0 &&
           offers_allow(config, looking->caller, name, &target);
}

/* Returns how many such there are. */
static size_t find_unlisted(const struct looking *looking) {
    const struct sightings *sightings = looking->sightings;
    struct arena *arena = arena_new();
    size_t count = 0;
    for (size_t i = 0; i < sightings->count; i++)
        if (looking->view->seen[i] != SEEN_NAMED && allows_unlisted(looking, &sightings->at[i], arena)) {
            looking->view->seen[i] = SEEN_UNNAMED;
            count++;
        }
    arena_free(arena);
    return count;
}

/* The name of a call is what its client asked for. */
static void name_called(const struct looking *looking, const struct entry *entry, struct arena *arena) {
    struct target target;
    struct error ignored = {0};
    if (choose_served(looking->x->config, entry->model, arena, &target, &ignored) < 0)
        return;
    enum seen_for *place = place_of(looking, &target);
    if (place && *place == SEEN_UNNAMED)
        *place = SEEN_NAMED;
}

/* One step of the ledger, whatever it brings. */
static int find_called(const struct looking *looking, struct error *err) {
    struct exchange *x = looking->x;
    struct entry_walk walk = {.filter.user = looking->caller->user.id, .newest_first = true};
    struct entry *entries = xmalloc(CALLS_MOST * sizeof *entries);
    struct arena *arena = arena_new();
    size_t count = 0;
    int rc = ledger_entry_step(hub_ledger(x->hub, x->config), &walk, entries, CALLS_MOST, &count, err);
    for (size_t i = 0; rc == 0 && i < count; i++)
        name_called(looking, &entries[i], arena);
    arena_free(arena);
    free(entries);
    return rc;
}

/* ---- all of it ------------------------------------------------------------------------------- */

static int look_for_key(const struct looking *looking, struct error *err) {
    const struct config *config = looking->x->config;
    struct provider_view *view = looking->view->provider;
    offers_each(config, looking->caller, visit, (void *)looking);
    for (size_t i = 0; i < config->providers; i++)
        view[i].usable = view[i].usable || (config->provider[i].any_model &&
                                            offers_any(config, looking->caller, &config->provider[i]));
    return find_unlisted(looking) ? find_called(looking, err) : 0;
}

static void look_for_stranger(const struct looking *looking) {
    for (size_t i = 0; i < looking->x->config->providers; i++)
        looking->view->provider[i].usable = true;
    for (size_t i = 0; i < looking->sightings->count; i++)
        looking->view->seen[i] = SEEN_UNNAMED;
}

static void add_up(const struct looking *looking) {
    const struct config *config = looking->x->config;
    const struct sightings *sightings = looking->sightings;
    for (size_t i = 0; i < config->providers; i++)
        for (size_t j = 0; j < sightings->count; j++)
            if (looking->view->seen[j] != SEEN_FOR_OTHERS &&
                sighting_is_of(&sightings->at[j], config->provider[i].name))
                sighting_add(&looking->view->provider[i].sum, &sightings->at[j], sightings->now);
}

static void *zeroes(struct arena *arena, size_t count, size_t size) {
    return memset(arena_alloc(arena, (count + 1) * size), 0, (count + 1) * size);
}

int status_view_make(struct exchange *x, const struct caller *caller, const struct sightings *sightings,
                     struct status_view *view, struct error *err) {
    struct looking looking = {x, caller, sightings, view};
    int rc = 0;
    view->provider = zeroes(x->arena, x->config->providers, sizeof *view->provider);
    view->seen = zeroes(x->arena, sightings->count, sizeof *view->seen);
    if (caller)
        rc = look_for_key(&looking, err);
    else
        look_for_stranger(&looking);
    if (rc == 0)
        add_up(&looking);
    return rc;
}
