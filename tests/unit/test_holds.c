/* What running calls hold: sums agree with a plain list of the calls, whatever comes and goes. */
#include "ledger/holds.h"

#include <string.h>

#include "tap.h"

#define CALLS 3000
#define STEPS 60000

static unsigned state = 1;

static unsigned pick(unsigned below) {
    state = state * 1103515245u + 12345u;
    return (state >> 8) % below;
}

static struct hold make_hold(unsigned number) {
    struct hold hold = {
        .user = number % 7, .key = number % 11 + 1, .amount = number, .counted = number % 3 != 0};
    hold.start = hold.counted ? number % 2 * 60 : 0;
    memcpy(hold.id.bytes + number % 13, &number, sizeof number);
    hold.id.bytes[0] ^= (unsigned char)(number % 13);
    return hold;
}

static void test_one(void) {
    struct holds *holds = holds_new();
    struct hold hold = make_hold(4711), other = make_hold(12);
    ok(!holds_find(holds, hold.id.bytes) && holds_money(holds, hold.user) == 0, "nothing is held at first");
    holds_drop(holds, hold.id.bytes);
    holds_add(holds, &hold);
    holds_add(holds, &other);
    const struct hold *found = holds_find(holds, hold.id.bytes);
    ok(found && memcmp(found, &hold, sizeof hold) == 0, "what was held is found");
    is_int(holds_money(holds, hold.user), 4711, "its money");
    is_int(holds_places(holds, hold.key, hold.start), 1, "its place");
    is_int(holds_places(holds, hold.key, hold.start + 1), 0, "of its period only");
    holds_drop(holds, hold.id.bytes);
    ok(!holds_find(holds, hold.id.bytes) && holds_money(holds, hold.user) == 0 &&
           holds_places(holds, hold.key, hold.start) == 0,
       "nothing of it is left");
    ok(holds_next(holds, NULL) && !holds_next(holds, holds_next(holds, NULL)), "the other one is");
    holds_free(holds);
    holds_free(NULL);
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
    nanos money[7] = {0};
    int64_t places[12][2] = {{0}}, count = 0, listed = 0, found = 0, right = 0;
    for (unsigned number = 0; number < CALLS; number++) {
        struct hold hold = make_hold(number);
        found += (holds_find(holds, hold.id.bytes) != NULL) == held[number];
        if (!held[number])
            continue;
        count++;
        money[hold.user] += hold.amount;
        if (hold.counted)
            places[hold.key][hold.start / 60]++;
    }
    const struct hold *hold = NULL;
    while ((hold = holds_next(holds, hold)) != NULL)
        listed++;
    for (unsigned user = 0; user < 7; user++)
        right += holds_money(holds, user) == money[user];
    for (unsigned key = 1; key < 12; key++)
        right +=
            holds_places(holds, key, 0) == places[key][0] && holds_places(holds, key, 60) == places[key][1];
    is_int(found, CALLS, "each call is found or not, as it should be");
    is_int(listed, count, "all are listed once");
    is_int(right, 7 + 11, "the sums agree");
    holds_free(holds);
}

int main(void) {
    test_one();
    test_many();
    return tap_done();
}
