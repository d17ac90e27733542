#ifndef ENDPOINTS_SIGHTINGS_H
#define ENDPOINTS_SIGHTINGS_H

#include <stddef.h>

#include "ledger/ledger.h"

/* All that was last seen of models, at one time. */
struct sightings {
    int64_t now; /* when it was asked for: milliseconds since 1970 */
    struct seen *at;
    size_t count;
};

/* To be freed, whatever comes of it. ERR_UNAVAILABLE. */
int sightings_read(struct ledger *ledger, struct sightings *all, struct error *err);
void sightings_free(struct sightings *all);

/* What was seen of one model; NULL: nothing. `model` is the provider's name for it. */
const struct seen *sightings_find(const struct sightings *all, const char *provider, const char *model);

/* Whether a name of the configuration is that of what was seen, which may be cut. */
bool sighting_is_of(const struct seen *seen, const char *provider);

/* What is seen of a whole provider, model by model. Start with zeroes. */
struct sighting_sum {
    int64_t good, failed; /* the last times, 0: never */
    struct fault fault;   /* of the last failure */
    int64_t answered;     /* the last good answer of a model that is well */
    bool failing;         /* one of its models fails */
    bool failed_last; /* or failed SEEN_FAILURES times or more, however long ago, and was not asked since */
};
void sighting_add(struct sighting_sum *sum, const struct seen *seen, int64_t now);

/* SEEN_FAILING: a model fails, and no other answered well in the last SEEN_FRESH_MS. */
enum seen_state sighting_state(const struct sighting_sum *sum, int64_t now);

/* Whether its last answers failed, and none was good since: also when that is so long ago that it is
 * SEEN_UNKNOWN. */
bool sighting_is_bad(const struct sighting_sum *sum, int64_t now);

#endif
