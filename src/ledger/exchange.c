/* How an operation is asked: arguments and answer in one place, and who does it is nobody's concern. */
#include "ledger/exchange.h"

#include "base/clock.h"
#include "ledger/record.h"

void exchange_begin(struct exchange *x) {
    x->unsure = false;
    buf_init(&x->in, WIRE_BODY_MAX);
    buf_init(&x->out, WIRE_BODY_MAX);
}

void exchange_end(struct exchange *x) {
    buf_free(&x->in);
    buf_free(&x->out);
}

int exchange_run_as(struct ledger *ledger, enum operation op, const unsigned char id[OPERATION_ID],
                    struct exchange *x, int64_t deadline, struct error *err) {
    if (x->in.overflow)
        return error_set(err, ERR_REQUEST, "the arguments are too long");
    int rc = keeper_do(ledger, op, id, &x->in, &x->out, deadline, err);
    x->unsure = rc == KEEPER_UNSURE;
    x->answer = unpack_from(x->out.data ? x->out.data : "", x->out.len);
    return rc < 0 ? -1 : 0;
}

void exchange_new_id(unsigned char id[OPERATION_ID]) {
    secret_random(id, OPERATION_ID);
    record_id_time(id, clock_wall_ms());
}

int exchange_run_for(struct ledger *ledger, enum operation op, struct exchange *x, int wait_ms,
                     struct error *err) {
    unsigned char id[OPERATION_ID];
    exchange_new_id(id);
    return exchange_run_as(ledger, op, id, x, clock_mono_ms() + wait_ms, err);
}

int exchange_run(struct ledger *ledger, enum operation op, struct exchange *x, struct error *err) {
    return exchange_run_for(ledger, op, x, EXCHANGE_MS, err);
}

int exchange_finish(struct ledger *ledger, enum operation op, struct exchange *x, struct error *err) {
    int rc = exchange_run(ledger, op, x, err);
    exchange_end(x);
    return rc;
}
