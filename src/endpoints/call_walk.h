#ifndef ENDPOINTS_CALL_WALK_H
#define ENDPOINTS_CALL_WALK_H

#include "hub.h"
#include "ledger/ledger.h"

/* A walk through calls for a client that still waits, as long as that is not too much to ask. */

#define CALLS_COUNTED    10000 /* where a filter is set, as new-api does */
#define CALL_STEPS_USUAL 4000  /* of the ledger for one request: two million entries */
#define CALL_BATCH       256   /* entries that one step takes at most */

struct call_walk {
    struct exchange *x;
    struct entry_walk entries;
    int64_t steps;           /* that may still be made */
    const char *start, *end; /* the parameters that make the period shorter */
};

/* Takes a call. Returns 0 to go on, 1 when it is enough, or -1 with err. */
typedef int take_call(void *arg, const struct entry *entry, struct error *err);

/* All return -1 with err: that of `take`, ERR_GONE, ERR_UNAVAILABLE, or ERR_REQUEST (param `start`) when
 * there are no more steps. */

/* One step, which takes up to `most` calls. Returns what `take` said last. */
int call_walk_step(struct call_walk *walk, int64_t most, take_call *take, void *arg, struct error *err);

/* Up to `most` calls, or to the end, or until it is enough. Returns 0. */
int call_walk(struct call_walk *walk, int64_t most, take_call *take, void *arg, struct error *err);

/* How many more there are, up to `most`, as far as it is cheap to tell. Returns 0. */
int call_walk_count(struct call_walk *walk, int64_t most, int64_t *more, struct error *err);

#endif
