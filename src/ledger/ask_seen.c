/* Asks how models answered last, and says what that means. */
#include <stdio.h>

#include "ledger/exchange.h"
#include "ledger/record.h"

static const char *const faults[] = {"none", "status", "timeout", "no_answer", "malformed", "reported"};
_Static_assert(sizeof faults / sizeof *faults == FAULT__MAX, "a name for each fault");

const char *fault_name(enum fault_kind kind) {
    return faults[kind];
}

const char *fault_write(const struct fault *fault, char text[FAULT_TEXT]) {
    static const char *const sentences[] = {
        [FAULT_NONE] = "",
        [FAULT_STATUS] = "The provider answered with an error.",
        [FAULT_TIMEOUT] = "The provider did not answer in time.",
        [FAULT_NO_ANSWER] = "The provider cannot be reached, or gave no answer.",
        [FAULT_MALFORMED] = "The provider's answer broke off or made no sense.",
        [FAULT_REPORTED] = "The provider reported an error within its answer.",
    };
    _Static_assert(sizeof sentences / sizeof *sentences == FAULT__MAX, "a sentence for each fault");
    if (fault->kind == FAULT_STATUS)
        snprintf(text, FAULT_TEXT, "The provider answered with status %d.", fault->status);
    else
        snprintf(text, FAULT_TEXT, "%s", sentences[fault->kind]);
    return text;
}

static const char *const states[] = {"unknown", "ok", "failing"};
_Static_assert(sizeof states / sizeof *states == SEEN_STATE__MAX, "a name for each state");

const char *seen_state_name(enum seen_state state) {
    return states[state];
}

enum seen_state seen_state(const struct seen *seen, int64_t now) {
    if (seen->failures >= SEEN_FAILURES)
        return now - seen->failed <= SEEN_FRESH_MS ? SEEN_FAILING : SEEN_UNKNOWN;
    return seen->good ? SEEN_OK : SEEN_UNKNOWN;
}

static void unpack_one(struct unpack *in, struct seen *seen) {
    unpack_text(in, seen->provider, sizeof seen->provider);
    unpack_text(in, seen->model, sizeof seen->model);
    record_unpack_seen(in, seen);
}

int ledger_seen(struct ledger *ledger, const struct seen *after, struct seen *page, size_t room,
                size_t *count, struct error *err) {
    struct exchange x;
    *count = 0;
    exchange_begin(&x);
    pack_text(&x.in, after ? after->provider : "");
    pack_text(&x.in, after ? after->model : "");
    pack_u(&x.in, room);
    int rc = exchange_run(ledger, OP_SEEN_LIST, &x, err);
    while (rc == 0 && *count < room && unpack_u(&x.answer)) {
        unpack_one(&x.answer, &page[*count]);
        *count += !x.answer.bad;
    }
    exchange_end(&x);
    return rc;
}
