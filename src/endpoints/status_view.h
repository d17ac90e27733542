#ifndef ENDPOINTS_STATUS_VIEW_H
#define ENDPOINTS_STATUS_VIEW_H

#include "endpoints/sightings.h"
#include "hub.h"
#include "ledger/ledger.h"

/* What of all that was seen is for whoever asks. */
enum seen_for {
    SEEN_FOR_OTHERS,
    SEEN_UNNAMED, /* counts for its provider, but the name is one that somebody else made up */
    SEEN_NAMED,
};

struct provider_view {
    bool usable; /* whoever asks may use it */
    struct sighting_sum sum;
};

/* For as long as the arena of the request. */
struct status_view {
    struct provider_view *provider; /* one for each of the configuration */
    enum seen_for *seen;            /* one for each of the sightings */
};

/*
 * `caller` NULL: a stranger, for whom all of it counts and nothing has a name. A key is shown the names that
 * the configuration or the catalog lists, and those of its user's last calls. Returns 0, or -1 with
 * ERR_UNAVAILABLE.
 */
int status_view_make(struct exchange *x, const struct caller *caller, const struct sightings *sightings,
                     struct status_view *view, struct error *err);

#endif
