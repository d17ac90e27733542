/* A process's slot: what a new keeper and the buriers of the dead find in it, in each state of a call. */
#include "ledger/slot.h"

#include <string.h>

#include "ledger/operation.h"
#include "ledger/reclaim.h"
#include "tap.h"
#include "tempdir.h"

#define CALLS 4

static char directory[TEMPDIR_PATH];
static const struct hold granted = {
    .user = 7, .key = 9, .amount = 1000, .admitted = 12345, .counted = true, .start = 60};

/* What a new keeper was told, or what was applied. */
static struct seen {
    int holds, settled, released;
    struct hold hold;
    struct call_id id;
} seen;

static int see_hold(void *arg, const struct hold *hold, struct error *err) {
    (void)arg, (void)err;
    seen.holds++;
    seen.hold = *hold;
    return 0;
}

static int see_operation(void *arg, enum operation op, const unsigned char id[OPERATION_ID],
                         const struct buf *in, struct error *err) {
    (void)arg, (void)in, (void)err;
    seen.settled += op == OP_SETTLE;
    seen.released += op == OP_RELEASE;
    memcpy(seen.id.bytes, id, OPERATION_ID);
    return 0;
}

static int take_over(void) {
    struct error err = {0};
    seen = (struct seen){0};
    return reclaim_holds(directory, see_hold, NULL, &err);
}

static int bury(void) {
    struct reclaim reclaim = {directory, see_operation, NULL};
    seen = (struct seen){0};
    return reclaim_slots(&reclaim);
}

static void test_take_over(void) {
    struct error err = {0};
    struct slot *slot = slot_new(directory, CALLS, &err);
    is_int(take_over(), 0, "a slot without calls");
    is_int(seen.holds, 0, "holds nothing");
    struct call *call = slot_take(slot);
    take_over();
    is_int(seen.holds, 0, "nor does a call that only asks");
    ok(!call_granted(call, &granted), "what the keeper before may have granted is void");
    ok(call_granted(call, &granted), "the next grant counts");
    take_over();
    ok(seen.holds == 1 && memcmp(&seen.hold.id, call_id(call), sizeof seen.hold.id) == 0 &&
           seen.hold.user == 7 && seen.hold.key == 9 && seen.hold.amount == 1000 && seen.hold.counted &&
           seen.hold.start == 60 && seen.hold.admitted == 12345,
       "and is known to a new keeper");
    call_forwarded(call);
    take_over();
    is_int(seen.holds, 1, "also when it was forwarded");
    slot_leave(slot, call, CALL_LEFT_ENDED);
    take_over();
    is_int(seen.holds, 1, "and when its settlement is left to the keeper");
    bury();
    ok(seen.settled == 1 && seen.released == 0, "who settles it");
    take_over();
    is_int(seen.holds, 0, "and then nothing is held");
    slot_free(slot);
}

static void test_full(void) {
    struct error err = {0};
    struct slot *slot = slot_new(directory, CALLS, &err);
    struct call *calls[CALLS];
    for (int i = 0; i < CALLS; i++)
        calls[i] = slot_take(slot);
    ok(calls[CALLS - 1] && !slot_take(slot), "a slot has room for so many calls");
    slot_give_back(slot, calls[0]);
    ok(slot_take(slot) == calls[0], "and again when one was given back");
    for (int i = 0; i < CALLS; i++)
        slot_give_back(slot, calls[i]);
    slot_free(slot);
}

/* slot_free() leaves the file when calls stand in it, as the death of the process does. */
static void test_dead(void) {
    static const struct {
        const char *name;
        bool voided, granted, forwarded;
        int settled, released;
    } cases[] = {
        {"that only asked", false, false, false, 0, 1},
        {"whose grant is void", true, false, false, 0, 1},
        {"that was not forwarded", false, true, false, 0, 1},
        {"that was forwarded", false, true, true, 1, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct error err = {0};
        struct slot *slot = slot_new(directory, CALLS, &err);
        struct call *call = slot_take(slot);
        struct call_id id = *call_id(call);
        if (cases[i].voided)
            take_over();
        if (cases[i].granted)
            call_granted(call, &granted);
        if (cases[i].forwarded)
            call_forwarded(call);
        slot_free(slot);
        int buried = bury();
        ok(buried == 1 && seen.settled == cases[i].settled && seen.released == cases[i].released &&
               memcmp(&seen.id, &id, sizeof id) == 0,
           "a dead process's call %s", cases[i].name);
        is_int(bury(), 0, "it is buried once");
    }
}

int main(void) {
    if (secret_start() < 0)
        return 99;
    tempdir_make(directory);
    test_take_over();
    test_full();
    test_dead();
    tempdir_remove(directory);
    return tap_done();
}
