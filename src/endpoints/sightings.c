/* What was last seen of models, as the status of the hub and the operator's lists need it: all of it, and
 * what it says of a provider. */
#include "endpoints/sightings.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"

int sightings_read(struct ledger *ledger, struct sightings *all, struct error *err) {
    size_t count = LEDGER_PAGE;
    *all = (struct sightings){.now = clock_wall_ms()};
    while (count == LEDGER_PAGE && all->count < SEEN_MOST) {
        all->at = xrealloc(all->at, (all->count + LEDGER_PAGE) * sizeof *all->at);
        const struct seen *last = all->count ? &all->at[all->count - 1] : NULL;
        if (ledger_seen(ledger, last, &all->at[all->count], LEDGER_PAGE, &count, err) < 0)
            return -1;
        all->count += count;
    }
    return 0;
}

void sightings_free(struct sightings *all) {
    free(all->at);
    *all = (struct sightings){0};
}

bool sighting_is_of(const struct seen *seen, const char *provider) {
    return strncmp(seen->provider, provider, sizeof seen->provider - 1) == 0;
}

struct wanted {
    const char *provider, *model;
};

static int compare(const void *key, const void *element) {
    const struct wanted *wanted = key;
    const struct seen *seen = element;
    int order = strncmp(wanted->provider, seen->provider, sizeof seen->provider - 1);
    return order ? order : strncmp(wanted->model, seen->model, sizeof seen->model - 1);
}

/* They come in the order of their names. */
const struct seen *sightings_find(const struct sightings *all, const char *provider, const char *model) {
    struct wanted wanted = {provider, model};
    return all->count ? bsearch(&wanted, all->at, all->count, sizeof *all->at, compare) : NULL;
}

void sighting_add(struct sighting_sum *sum, const struct seen *seen, int64_t now) {
    enum seen_state state = seen_state(seen, now);
    sum->failing |= state == SEEN_FAILING;
    sum->failed_last |= seen->failures >= SEEN_FAILURES;
    if (state == SEEN_OK && seen->good > sum->answered)
        sum->answered = seen->good;
    if (seen->good > sum->good)
        sum->good = seen->good;
    if (seen->failed > sum->failed) {
        sum->failed = seen->failed;
        sum->fault = seen->fault;
    }
}

enum seen_state sighting_state(const struct sighting_sum *sum, int64_t now) {
    if (sum->failing && now - sum->answered > SEEN_FRESH_MS)
        return SEEN_FAILING;
    return sum->answered ? SEEN_OK : SEEN_UNKNOWN;
}

bool sighting_is_bad(const struct sighting_sum *sum, int64_t now) {
    return sum->failed_last && sighting_state(sum, now) != SEEN_OK;
}
