#ifndef LEDGER_EXCHANGE_H
#define LEDGER_EXCHANGE_H

#include "base/pack.h"
#include "ledger/keeper.h"

/*
 * One operation as its asker sees it: begin, pack the arguments into `in`, run, unpack `answer`, end.
 */
struct exchange {
    struct buf in, out;
    bool unsure; /* failed, but it may have been done */
    struct unpack answer;
};

#define EXCHANGE_MS CALL_RESERVE_MS /* how long one may look for a keeper and wait for its answer */

void exchange_begin(struct exchange *x);
void exchange_end(struct exchange *x);

/* Runs it once, under an id of its own. Returns what the operation returns: 0, or -1 with err. */
int exchange_run(struct ledger *ledger, enum operation op, struct exchange *x, struct error *err);

/* The same with so many milliseconds to wait. */
int exchange_run_for(struct ledger *ledger, enum operation op, struct exchange *x, int wait_ms,
                     struct error *err);

/* The same for one that has an id already; deadline: monotonic milliseconds. */
int exchange_run_as(struct ledger *ledger, enum operation op, const unsigned char id[OPERATION_ID],
                    struct exchange *x, int64_t deadline, struct error *err);

/* Runs and ends one whose answer says nothing. */
int exchange_finish(struct ledger *ledger, enum operation op, struct exchange *x, struct error *err);

/* What the ledger knows of a key's text: its hash, and its first and last letters. */
void key_describe(const char *text, unsigned char hash[SECRET_HASH], char *hint, size_t size);

/* For an operation that is no call: unique, and in the order of time. */
void exchange_new_id(unsigned char id[OPERATION_ID]);

#endif
