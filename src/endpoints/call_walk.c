/* A walk through calls, step by step of the ledger. */
#include "endpoints/call_walk.h"

#include <stdlib.h>

#include "base/mem.h"

static int step(struct call_walk *walk, struct entry *entries, size_t room, size_t *count,
                struct error *err) {
    struct exchange *x = walk->x;
    if (request_gone(x->request))
        return error_set(err, ERR_GONE, "the client left");
    if (walk->steps-- <= 0)
        return error_param(
            err, ERR_REQUEST, walk->start,
            "Too many calls would have to be looked at: ask for a shorter period by %s and %s.", walk->start,
            walk->end);
    return ledger_entry_step(hub_ledger(x->hub, x->config), &walk->entries, entries, room, count, err);
}

static int take_step(struct call_walk *walk, struct entry *entries, int64_t *most, take_call *take, void *arg,
                     struct error *err) {
    size_t count, room = *most < CALL_BATCH ? (size_t)*most : CALL_BATCH;
    int rc = step(walk, entries, room, &count, err);
    for (size_t i = 0; rc == 0 && i < count; i++)
        rc = take(arg, &entries[i], err);
    if (rc == 0)
        *most -= (int64_t)count;
    return rc;
}

int call_walk_step(struct call_walk *walk, int64_t most, take_call *take, void *arg, struct error *err) {
    struct entry *entries = xmalloc(CALL_BATCH * sizeof *entries);
    int rc = walk->entries.ended ? 0 : take_step(walk, entries, &most, take, arg, err);
    free(entries);
    return rc;
}

int call_walk(struct call_walk *walk, int64_t most, take_call *take, void *arg, struct error *err) {
    struct entry *entries = xmalloc(CALL_BATCH * sizeof *entries);
    int rc = 0;
    while (rc == 0 && most > 0 && !walk->entries.ended)
        rc = take_step(walk, entries, &most, take, arg, err);
    free(entries);
    return rc < 0 ? -1 : 0;
}

int call_walk_count(struct call_walk *walk, int64_t most, int64_t *more, struct error *err) {
    size_t none;
    walk->entries.skip = most;
    while (walk->entries.skip > 0 && !walk->entries.ended && walk->steps > 0)
        if (step(walk, NULL, 0, &none, err) < 0)
            return -1;
    *more = most - walk->entries.skip;
    return 0;
}
