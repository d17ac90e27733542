/* A process's slot: what a new keeper and the buriers of the dead find in it, in each state of a call. */
#include "ledger/slot.h"

#include <stddef.h>
#include <string.h>

#include "base/log.h"
#include "ledger/operation.h"
#include "ledger/reclaim.h"
#include "tap.h"
#include "tempdir.h"

#define CALLS 4

static char directory[TEMPDIR_PATH];
static const struct hold granted = {.user = 7,
                                    .key = 9,
                                    .rule = 11,
                                    .amount = 1000,
                                    .tokens = 300,
                                    .admitted = 12345,
                                    .per_mille = 900,
                                    .group = "vip"};

/* What a new keeper was told, or what was applied. */
static struct told {
    int holds, settled, released;
    struct hold hold;
    struct call_id id;
    char result[1000]; /* the arguments of the settlement */
    size_t result_len;
} seen;

static int see_hold(void *arg, const struct hold *hold, struct error *err) {
    (void)arg, (void)err;
    seen.holds++;
    seen.hold = *hold;
    return 0;
}

static int see_operation(void *arg, enum operation op, const unsigned char id[OPERATION_ID],
                         const struct buf *in, struct error *err) {
    (void)arg, (void)err;
    seen.settled += op == OP_SETTLE;
    seen.released += op == OP_RELEASE;
    seen.result_len = in->len < sizeof seen.result ? in->len : sizeof seen.result;
    if (seen.result_len)
        memcpy(seen.result, in->data, seen.result_len);
    memcpy(seen.id.bytes, id, OPERATION_ID);
    return 0;
}

static struct call *take(struct slot *slot) {
    struct call *call = slot_take(slot);
    call->terms.price.base = (struct rates){.input = 1000000, .output = 2000000, .character = 5000000};
    call_progress(call, &(struct usage){.prompt = 10});
    return call;
}

static int take_over(void) {
    struct error err = {0};
    seen = (struct told){0};
    return reclaim_holds(directory, see_hold, NULL, &err);
}

static int bury(void) {
    struct reclaim reclaim = {directory, see_operation, NULL};
    seen = (struct told){0};
    return reclaim_slots(&reclaim);
}

static void test_take_over(void) {
    struct error err = {0};
    struct slot *slot = slot_new(directory, CALLS, &err);
    is_int(take_over(), 0, "a slot without calls");
    is_int(seen.holds, 0, "holds nothing");
    struct call *call = take(slot);
    take_over();
    is_int(seen.holds, 0, "nor does a call that only asks");
    ok(!call_granted(call, &granted), "what the keeper before may have granted is void");
    ok(call_granted(call, &granted), "the next grant counts");
    take_over();
    ok(seen.holds == 1 && memcmp(&seen.hold.id, call_id(call), sizeof seen.hold.id) == 0 &&
           seen.hold.user == 7 && seen.hold.key == 9 && seen.hold.amount == 1000 && seen.hold.rule == 11 &&
           seen.hold.tokens == 300 && seen.hold.admitted == 12345 && seen.hold.per_mille == 900 &&
           strcmp(seen.hold.group, "vip") == 0,
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
        struct call *call = take(slot);
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

/* ---- spoiled slots ----------------------------------------------------------------- */

struct file {
    char path[TEMPDIR_PATH + 40];
    char bytes[(CALLS + 1) * sizeof(struct call)];
};

static void write_slot(const struct file *file) {
    FILE *out = fopen(file->path, "wb");
    if (!out || fwrite(file->bytes, 1, sizeof file->bytes, out) != sizeof file->bytes || fclose(out) != 0)
        exit(99);
}

/* What a process leaves that dies within a call, after the second of two events. */
static struct call *leave_dead(struct file *file) {
    struct error err = {0};
    char name[SLOT_NAME];
    struct slot *slot = slot_new(directory, CALLS, &err);
    struct call *call = take(slot);
    secret_hex(slot_process(slot), 6, name);
    snprintf(file->path, sizeof file->path, "%s/slots/%s", directory, name);
    call_granted(call, &granted);
    call_forwarded(call);
    call_progress(call, &(struct usage){.prompt = 10, .output = 5});
    call_progress(call, &(struct usage){.prompt = 10, .output = 6, .characters = 7});
    slot_free(slot);
    FILE *in = fopen(file->path, "rb");
    if (!in || fread(file->bytes, 1, sizeof file->bytes, in) != sizeof file->bytes)
        exit(99);
    fclose(in);
    return (struct call *)file->bytes + 1; /* behind the head: the first one was taken */
}

static bool same_settlement(const struct told *one, const struct told *other) {
    return one->settled == other->settled && one->result_len == other->result_len &&
           memcmp(one->result, other->result, one->result_len) == 0;
}

/* Any byte changed in what a dead process left: then it is settled as it was, or not at all. */
static void test_spoiled(void) {
    struct file file;
    struct call *call = leave_dead(&file);
    call->before = call->used;
    atomic_store(&call->state, CALL_ENDED); /* an interrupted one's duration goes on */
    int wrong = 0, refused = 0;
    write_slot(&file);
    bury();
    struct told whole = seen;
    is_int(whole.settled, 1, "a record that is whole is settled");
    char *bytes = (char *)call;
    for (size_t at = offsetof(struct call, id); at < sizeof *call; at++) {
        if (at == offsetof(struct call, duration))
            at += sizeof call->duration + sizeof call->first; /* nothing depends on them */
        bytes[at] ^= 0x40;
        write_slot(&file);
        take_over();
        int held = seen.holds;
        bury();
        bytes[at] ^= 0x40;
        bool charged = seen.settled > 0;
        refused += !charged;
        wrong += charged && (!held || !same_settlement(&whole, &seen));
    }
    is_int(wrong, 0, "nothing is charged from one that is spoiled");
    is_int(refused, sizeof call->id + sizeof call->terms + sizeof call->terms_sum,
           "and each byte of its terms matters");
}

/* A process that dies while it notes what was used. */
static void test_torn(void) {
    struct file file;
    struct call *call = leave_dead(&file);
    struct call other = *call;
    write_slot(&file);
    bury();
    struct told whole = seen;
    call->used.usage.output = 1234;
    call->before = other.used;
    write_slot(&file);
    bury();
    seen.result_len = whole.result_len; /* the duration goes on */
    ok(seen.settled == 1 && seen.result[1] == whole.result[1] && seen.result[4] == whole.result[4],
       "what was noted before counts");
}

int main(void) {
    if (secret_start() < 0)
        return 99;
    tempdir_make(directory);
    test_take_over();
    test_full();
    test_dead();
    log_open("/dev/null", "", &(struct logfile_rules){0}); /* hundreds of calls that are not charged */
    test_spoiled();
    test_torn();
    tempdir_remove(directory);
    return tap_done();
}
