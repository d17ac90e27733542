/* What running calls hold: sums agree with a plain list of the calls, whatever comes and goes. */
#include "ledger/holds.h"

#include <string.h>

#include "tap.h"

#define CALLS 3000
#define STEPS 60000
#define NOW   INT64_C(1763683200)

static unsigned state = 1;

static unsigned pick(unsigned below) {
    state = state * 1103515245u + 12345u;
    return (state >> 8) % below;
}

static struct hold make_hold(unsigned number) {
    struct hold hold = {.user = number % 7 + 1,
                        .key = number % 11,
                        .rule = number % 3,
                        .amount = number,
                        .tokens = number % 5,
                        .admitted = 1000 * NOW};
    memcpy(hold.id.bytes + number % 13, &number, sizeof number);
    hold.id.bytes[0] ^= (unsigned char)(number % 13);
    return hold;
}

static void test_one(void) {
    struct holds *holds = holds_new();
    struct hold hold = make_hold(4711), other = make_hold(12);
    ok(!holds_find(holds, hold.id.bytes) && holds_money(holds, HOLDER_USER, hold.user) == 0,
       "nothing is held at first");
    holds_drop(holds, hold.id.bytes);
    holds_add(holds, &hold);
    holds_add(holds, &other);
    const struct hold *found = holds_find(holds, hold.id.bytes);
    ok(found && memcmp(found, &hold, sizeof hold) == 0, "what was held is found");
    const struct held *held = holds_of(holds, HOLDER_KEY, hold.key);
    is_int(holds_money(holds, HOLDER_USER, hold.user), 4711, "its money");
    ok(held && held->calls == 1 && held->windows.at[PERIOD_HOUR].requests == 1 &&
           held->windows.at[PERIOD_HOUR].tokens == hold.tokens &&
           held->windows.at[PERIOD_HOUR].start == NOW - NOW % 3600,
       "its place and tokens");
    ok(!holds_of(holds, HOLDER_RULE, 17), "nobody else holds anything");
    holds_drop(holds, hold.id.bytes);
    ok(!holds_find(holds, hold.id.bytes) && holds_money(holds, HOLDER_USER, hold.user) == 0 &&
           !holds_of(holds, HOLDER_KEY, hold.key),
       "nothing of it is left");
    ok(holds_next(holds, NULL) && !holds_next(holds, holds_next(holds, NULL)), "the other one is");
    holds_free(holds);
    holds_free(NULL);
}

/* What is held in a window that is over is not held in the one that began since. */
static void test_windows(void) {
    struct holds *holds = holds_new();
    struct hold old = make_hold(1), young = make_hold(12);
    old.user = young.user = 5;
    young.admitted = old.admitted + 60000;
    holds_add(holds, &old);
    holds_add(holds, &young);
    const struct held *held = holds_of(holds, HOLDER_USER, 5);
    is_int(held->windows.at[PERIOD_MINUTE].requests, 1, "one in the minute that began last");
    is_int(held->windows.at[PERIOD_DAY].requests, 2, "two in the day");
    is_int(held->calls, 2, "two at once");
    holds_drop(holds, old.id.bytes);
    held = holds_of(holds, HOLDER_USER, 5);
    is_int(held->windows.at[PERIOD_MINUTE].requests, 1, "the older one takes nothing of it away");
    is_int(held->windows.at[PERIOD_DAY].requests, 1, "but in the day");
    holds_free(holds);
}

static void test_many(void) {
    static bool held[CALLS];
    struct holds *holds = holds_new();
    for (int i = 0; i < STEPS; i++) {
        unsigned number = pick(CALLS);
        struct hold hold = make_hold(number);
        if (held[number])
            holds_drop(holds, hold.id.bytes);
        else
            holds_add(holds, &hold);
        held[number] = !held[number];
    }
    nanos money[8] = {0};
    int64_t calls[11] = {0}, tokens[11] = {0}, count = 0, listed = 0, found = 0, right = 0;
    for (unsigned number = 0; number < CALLS; number++) {
        struct hold hold = make_hold(number);
        found += (holds_find(holds, hold.id.bytes) != NULL) == held[number];
        if (!held[number])
            continue;
        count++;
        money[hold.user] += hold.amount;
        calls[hold.key]++;
        tokens[hold.key] += hold.tokens;
    }
    const struct hold *hold = NULL;
    while ((hold = holds_next(holds, hold)) != NULL)
        listed++;
    for (unsigned user = 1; user < 8; user++)
        right += holds_money(holds, HOLDER_USER, user) == money[user];
    for (unsigned key = 1; key < 11; key++) {
        const struct held *sum = holds_of(holds, HOLDER_KEY, key);
        right += sum && sum->calls == calls[key] && sum->windows.at[PERIOD_MONTH].tokens == tokens[key];
    }
    right += !holds_of(holds, HOLDER_KEY, 0);
    is_int(found, CALLS, "each call is found or not, as it should be");
    is_int(listed, count, "all are listed once");
    is_int(right, 7 + 11, "the sums agree");
    holds_free(holds);
}

int main(void) {
    test_one();
    test_windows();
    test_many();
    return tap_done();
}
