#ifndef TESTS_ENTRY_NEXT_H
#define TESTS_ENTRY_NEXT_H

/* The ledger's entries one by one, from the oldest on: the one after that id (NULL: the first) of that user
 * (0: of all). ERR_NOT_FOUND past the end. */
#include "ledger/ledger.h"

static inline int ledger_entry_next(struct ledger *ledger, const struct call_id *after, uint64_t user,
                                    struct entry *entry, struct error *err) {
    struct entry_walk walk = {.filter.user = user, .begun = after};
    size_t count = 0;
    if (after)
        walk.last = *after;
    while (!walk.ended && count == 0)
        if (ledger_entry_step(ledger, &walk, entry, 1, &count, err) < 0)
            return -1;
    return count ? 0 : error_set(err, ERR_NOT_FOUND, "there are no more entries");
}

#endif
