#ifndef LEDGER_KEEPER_H
#define LEDGER_KEEPER_H

#include <pthread.h>
#include <sys/types.h>

#include "ledger/ledger.h"
#include "ledger/link.h"
#include "ledger/operation.h"
#include "ledger/service.h"
#include "ledger/slot.h"

#define BATCH_MOST 16 /* calls that are settled together */

/*
 * The role of the keeper, and how an operation finds whoever has it. The holder
 * of the lock file is the keeper; the lock goes with the life of its process.
 */
struct ledger {
    struct ledger_options options;
    char *directory;

    pthread_mutex_t preparing; /* of the three below */
    int directory_fd;          /* -1 until prepared */
    struct slot *_Atomic slot; /* read without it by who has a call in there */
    bool slot_lost;            /* it stands in a directory that is not the ledger's any more */

    pthread_mutex_t electing; /* of link and of taking the role */
    struct link *link;
    int64_t rest_until;   /* monotonic ms: no attempt to become keeper before that, */
    struct error failure; /* because of this */
    int lock_fd;          /* open while this process is the keeper, else -1 */

    /* Of the book: one operation at a time. Who has `next` is the next one. This process's own threads stand
     * in the `crowd` before that, so that they do not starve the service and all the processes behind it. */
    pthread_mutex_t crowd, next, working;
    bool keeping;
    struct book book;
    uint64_t written; /* transactions that wrote */

    pthread_mutex_t ending; /* of the batch */
    bool gathers;
    struct call *ended[BATCH_MOST];
    size_t ended_count;

    pthread_mutex_t flushing;
    uint64_t flushed; /* how many of them are on the disk */

    struct service *service;
    dev_t socket_device; /* of the socket's file */
    ino_t socket_inode;

    pthread_mutex_t stepping; /* of the two below */
    pthread_cond_t stepped;
    int steps_down; /* threads that hand over */

    pthread_t upkeep;
    pthread_mutex_t upkeep_lock; /* of the three below */
    pthread_cond_t upkeep_wake;
    bool upkeep_stop, upkeep_sweep;
    int64_t next_sessions, next_prompts, next_files, next_erasures, next_forget,
        next_seen; /* monotonic ms, its own: when it looks
                    * for what is to go */
};

enum keeper_result {
    KEEPER_UNSURE = -2, /* the operation may have been done: nobody knows */
    KEEPER_NOT_ME = -3, /* nothing was tried */
};

/* This process's slot, made at the first call, and anew in a data directory that was put in the place of the
 * one before. NULL with err. */
struct slot *keeper_slot(struct ledger *ledger, struct error *err);

/*
 * Does an operation through the keeper, whoever it is, by the deadline
 * (monotonic ms). id makes it unique, so it may be sent again. Returns what the
 * operation returns, -1 if it was certainly not done, or KEEPER_UNSURE with ERR_UNAVAILABLE.
 */
int keeper_do(struct ledger *ledger, enum operation op, const unsigned char id[OPERATION_ID],
              const struct buf *in, struct buf *out, int64_t deadline, struct error *err);

/* 1 if this process is or became the keeper, 0 if another is and *link is connected to it (to be released),
 * -1. */
int keeper_reach(struct ledger *ledger, int64_t deadline, struct link **link, struct error *err);
void keeper_hand_over(struct ledger *ledger);

/* Hands over soon, in a thread of its own. Returns 0, or -1 if there is none to be had. */
int keeper_step_down(struct ledger *ledger);

/* Waits for such threads. */
void keeper_stepped_down(struct ledger *ledger);

/* Does an operation as the keeper; KEEPER_NOT_ME if this process is not. */
int keeper_apply(struct ledger *ledger, enum operation op, const unsigned char id[OPERATION_ID],
                 struct unpack *in, struct buf *out, bool *wrote, struct error *err);

/* With `working` held, after an operation that failed: whether there is room now to try it again. */
bool keeper_make_room(struct ledger *ledger);

/* As the keeper: listens anew if somebody removed or replaced the socket. */
void keeper_watch_socket(struct ledger *ledger);

/* As the keeper: settles what waits in the batch. Does nothing if this process is not. */
void keeper_settle_batch(struct ledger *ledger);

/*
 * The batch of ended calls that are to be settled together. It is open while this process is the
 * keeper, unless each call must be on the disk before it is acknowledged.
 */

/* Takes over an ended call and its slot record; false if the call is to be settled at once. */
bool batch_add(struct ledger *ledger, struct call *call);

/* With `working` held. What cannot be settled is left to the next sweep. */
void batch_open(struct ledger *ledger);
void batch_settle(struct ledger *ledger);
void batch_close(struct ledger *ledger);

/* The keeper's housekeeping: flushing, check-pointing, the dead, the disk. */
int upkeep_start(struct ledger *ledger);
void upkeep_stop(struct ledger *ledger);

/* Looks for the dead soon. */
void upkeep_hurry(struct ledger *ledger);

/* Buries the dead and drops what is held for nobody any more. */
void upkeep_sweep(struct ledger *ledger);

/* Removes some of what has come to its end: sessions, kept prompts, what there is of users that are erased.
 */
void expiry_sweep(struct ledger *ledger);

/* Has old entries go for a moment. Returns whether there are more. */
bool expiry_forget(struct ledger *ledger);

/* Room for the database's own needs in the worst case, in megabytes. */
int upkeep_ballast_mb(const struct ledger *ledger);

/* Puts all that was written on the disk. Callers that wait together share one flush. Returns 0 or -1. */
int upkeep_flush(struct ledger *ledger);

#endif
