#ifndef TESTS_WRITE_ENTRIES_H
#define TESTS_WRITE_ENTRIES_H

/* Entries of the past, booked as the keeper settles calls, while no process has the ledger open. */
#include <string.h>

#include "ledger/operation.h"
#include "ledger/record.h"
#include "ledger/slot.h"

#define WRITE_BATCH 16 /* as many as the keeper settles together */

/* A call that has ended; what is not said here may be changed before it is written. */
static inline struct call written_call(uint64_t user, uint64_t key, int64_t admitted, uint32_t number,
                                       const char *model) {
    struct call call = {.status = 200, .duration = 400, .first = 100, .cost = 1000};
    record_id_time(call.id.bytes, admitted);
    record_key_u64(call.id.bytes + 8, number);
    call.used.usage = (struct usage){.prompt = 100, .output = 10, .requests = 1};
    call.terms.user = user;
    call.terms.key = key;
    call.terms.admitted = admitted;
    call.terms.per_mille = PRICE_WHOLE;
    strncpy(call.terms.model, model, sizeof call.terms.model - 1);
    strncpy(call.terms.provider, "demo", sizeof call.terms.provider - 1);
    strncpy(call.terms.group, "default", sizeof call.terms.group - 1);
    return call;
}

/* Holds and settles them in one transaction. */
static inline int write_calls(struct book *book, struct call *calls, size_t count, struct error *err) {
    struct call *batch[WRITE_BATCH];
    for (size_t i = 0; i < count; i++) {
        struct hold hold = call_held(&calls[i]);
        hold.id = calls[i].id;
        batch[i] = &calls[i];
        if (book_hold_again(book, &hold, err) < 0)
            return -1;
    }
    return book_settle(book, batch, count, err);
}

#endif
