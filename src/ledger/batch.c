/*
 * Ended calls of the keeper's own process wait here to be settled together. They
 * are as safe as settled ones: their slot says how they ended, and the next keeper settles
 * them if this one dies. Nobody sees them unsettled: who looks at accounts has them settled first, and until
 * then they hold at least what they cost.
 */
#include "base/log.h"
#include "ledger/keeper.h"

bool batch_add(struct ledger *ledger, struct call *call) {
    pthread_mutex_lock(&ledger->ending);
    /* Else balance or windows have less left than it looks to the next call. */
    bool covered =
        call->cost <= call->terms.amount && (!call->terms.tokens || call_tokens(call) <= call->terms.tokens);
    bool added = covered && ledger->gathers && ledger->ended_count < BATCH_MOST;
    if (added)
        ledger->ended[ledger->ended_count++] = call;
    bool full = added && ledger->ended_count == BATCH_MOST;
    pthread_mutex_unlock(&ledger->ending);
    if (full)
        keeper_settle_batch(ledger);
    return added;
}

static size_t take_all(struct ledger *ledger, struct call *calls[BATCH_MOST]) {
    pthread_mutex_lock(&ledger->ending);
    size_t count = ledger->ended_count;
    for (size_t i = 0; i < count; i++)
        calls[i] = ledger->ended[i];
    ledger->ended_count = 0;
    pthread_mutex_unlock(&ledger->ending);
    return count;
}

void batch_settle(struct ledger *ledger) {
    struct call *calls[BATCH_MOST];
    struct error err = {0};
    size_t count = take_all(ledger, calls);
    if (count == 0)
        return;
    int rc = book_settle(&ledger->book, calls, count, &err);
    if (rc < 0 && keeper_make_room(ledger))
        rc = book_settle(&ledger->book, calls, count, &err);
    if (rc < 0)
        log_line("%s: %zu calls are settled later", err.message, count);
    ledger->written += rc == 0;
    for (size_t i = 0; i < count; i++)
        if (rc == 0)
            slot_give_back(ledger->slot, calls[i]);
        else
            slot_leave(ledger->slot, calls[i], CALL_LEFT_ENDED);
}

void batch_open(struct ledger *ledger) {
    pthread_mutex_lock(&ledger->ending);
    ledger->gathers = !ledger->options.flush_each;
    pthread_mutex_unlock(&ledger->ending);
}

void batch_close(struct ledger *ledger) {
    pthread_mutex_lock(&ledger->ending);
    ledger->gathers = false;
    pthread_mutex_unlock(&ledger->ending);
    batch_settle(ledger);
}
