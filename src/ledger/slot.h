#ifndef LEDGER_SLOT_H
#define LEDGER_SLOT_H

#include <stdatomic.h>

#include "base/buf.h"
#include "ledger/holds.h"

/*
 * Each process has a file in the data directory, its slot, locked as long as it
 * lives and mapped into memory: one record for each call that runs. Whoever can
 * lock a slot knows that its process is dead, and finds there what it left behind.
 * A new keeper finds in the slots what all calls hold.
 *
 * The file may have been spoiled when the machine went down: what was agreed and what was used
 * have check sums, and nothing is charged or held that does not fit its sum. Nobody may
 * shorten the file while its process lives, which would end with SIGBUS.
 */
enum call_state {
    CALL_FREE,
    CALL_OPEN,      /* a reservation has been asked for */
    CALL_VOID,      /* the keeper changed meanwhile: what the one before it granted does not count */
    CALL_GRANTED,   /* holds money and a place; nothing was sent to the provider */
    CALL_FORWARDED, /* the provider has been asked: it costs */
    CALL_ENDED,     /* outcome, usage and cost are final */
    CALL_LEFT_OPEN, /* given up before forwarding; the keeper is to release it */
    CALL_LEFT_ENDED /* not acknowledged in time; the keeper is to settle it */
};

/* What is settled about a call when it has been granted, and does not change any more. */
struct call_terms {
    struct price price;
    int64_t started;          /* monotonic ms: the same clock in all processes */
    uint64_t user, key, rule; /* as granted, see struct hold */
    nanos amount;
    int64_t tokens, admitted;
    int32_t per_mille, stream;
    char group[GROUP_TEXT];
    char provider[NAME_TEXT], model[MODEL_TEXT], target[MODEL_TEXT];
};

struct call_used {
    struct usage usage;
    uint64_t sum;
};

/* The record of one call, in mapped memory. Its sums are keyed with its id. */
struct call {
    _Atomic uint32_t state;
    int32_t outcome, status, estimated, fault, fault_status;
    struct call_id id;
    struct call_used used, before; /* `before` counts while the other is being written */
    int64_t duration, first;
    nanos cost;
    struct call_terms terms;
    uint64_t terms_sum;
    unsigned char pad[56];
};
_Static_assert(sizeof(struct call) == 1088, "a slot record");
_Static_assert(sizeof(struct usage) % 8 == 0 && sizeof(struct call_terms) % 8 == 0, "summed by words");

struct slot_head {
    uint64_t magic;
    uint32_t calls;        /* number of records */
    _Atomic uint32_t left; /* how many of them the keeper is to finish */
    unsigned char process[6];
    unsigned char pad[1066];
};
_Static_assert(sizeof(struct slot_head) == sizeof(struct call), "the head takes one record's room");

#define SLOT_MAGIC UINT64_C(0x3654534255484941) /* "AIHUBST6" */
#define SLOT_NAME  13                           /* 12 hexadecimal digits */

struct slot;

/* A reservation that is later than this after its call's start is refused; so what was left open can be
 * released then. */
#define CALL_RESERVE_MS 5000

/* Creates and locks this process's slot under directory/slots. NULL with ERR_UNAVAILABLE. */
struct slot *slot_new(const char *directory, int calls, struct error *err);

/* Whether its file still stands where it was made. */
bool slot_in_place(const struct slot *slot);

/* Puts a new one in the place of one that is not: calls that run go on in the older one, which the newer
 * owns. */
void slot_follow(struct slot *slot, struct slot *older);

/* Removes the file unless a call stands in it, which is for the keeper to finish. */
void slot_free(struct slot *slot);

/* The part of its calls' ids that tells the process, 6 bytes. */
const unsigned char *slot_process(const struct slot *slot);

/* A record in state CALL_OPEN with a fresh id; NULL if all are in use. Its use must be noted once, and its
 * terms but for what is granted, before it is. Thread-safe. */
struct call *slot_take(struct slot *slot);
void slot_give_back(struct slot *slot, struct call *call);

/* Leaves the call to the keeper (CALL_LEFT_OPEN or CALL_LEFT_ENDED). */
void slot_leave(struct slot *slot, struct call *call, enum call_state state);

/* Notes what was granted, which ends the call's terms. Returns false, and the call is open again, when the
 * keeper changed meanwhile: it has to be asked for again. */
bool call_granted(struct call *call, const struct hold *hold);

/* For the keeper: declares void what an open call may have been granted, or reads what a later one
 * holds. Returns whether it holds anything. The call may go on at the same time. */
bool call_inspect(struct call *call, struct hold *hold);

/* What the call holds as it was granted; user 0: nothing was. */
struct hold call_held(const struct call *call);

/* For the keeper: copies what a call that holds something left behind. False if it was spoiled: then nobody
 * knows whose it was, or what it used. */
bool call_recover(const struct call *call, struct call *copy);

/* The tokens that it used, of prompt and output. */
int64_t call_tokens(const struct call *call);

/* The arguments of OP_SETTLE: how the call ended, and what it held. */
void call_pack_result(const struct call *call, struct buf *out);

#endif
