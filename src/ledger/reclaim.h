#ifndef LEDGER_RECLAIM_H
#define LEDGER_RECLAIM_H

#include "base/buf.h"
#include "ledger/holds.h"
#include "ledger/operation.h"

/*
 * What the keeper does for the dead, and for calls that the living left to it:
 * not forwarded, the reservation is given back; forwarded, it is charged from
 * the slot; ended, it is settled as it ended.
 */
struct reclaim {
    const char *directory;
    /* Does one operation. As book_apply(). */
    int (*apply)(void *arg, enum operation op, const unsigned char id[OPERATION_ID], const struct buf *in,
                 struct error *err);
    void *arg;
};

/*
 * Tells a new keeper what all calls hold, those of the dead included. What was
 * granted to a call but not noted yet becomes void. Returns 0, or -1 with err, also from `found`;
 * ERR_UNAVAILABLE when a slot cannot be read now: without it too much would be granted.
 */
int reclaim_holds(const char *directory, int (*found)(void *arg, const struct hold *hold, struct error *err),
                  void *arg, struct error *err);

/* Looks through all slots. Returns how many of the dead were buried; a slot that cannot be finished now
 * stays for the next time. */
int reclaim_slots(const struct reclaim *reclaim);

/* Whether a process with that slot may still be alive. */
bool reclaim_has_slot(const struct reclaim *reclaim, const unsigned char process[6]);

#endif
