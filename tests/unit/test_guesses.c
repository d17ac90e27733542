/* Wrong keys, counted by address. */
#include "ledger/guesses.h"

#include "tap.h"

#define MOST 10 /* a minute */

static struct guesses *guesses;

static int wait(uint64_t address, unsigned char key, int64_t now) {
    struct origin origin = {.address = address, .most_wrong = MOST};
    unsigned char hash[SECRET_HASH] = {key};
    return guesses_wait(guesses, &origin, hash, now);
}

static void send_wrong(uint64_t address, int count, int64_t now) {
    struct origin origin = {.address = address, .most_wrong = MOST};
    for (int i = 0; i < count; i++)
        guesses_wrong(guesses, &origin, now);
}

static void test_one_address(void) {
    send_wrong(1, MOST - 1, 0);
    is_int(wait(1, 7, 0), 0, "one may still come");
    send_wrong(1, 1, 0);
    is_int(wait(1, 7, 0), 6, "then it is the next one's turn in a tenth of a minute");
    is_int(wait(1, 7, 5500), 1, "seconds are rounded up");
    is_int(wait(1, 7, 6000), 0, "then it is looked at again");
    is_int(wait(2, 7, 0), 0, "other addresses are not concerned");
    send_wrong(1, 1, 6000);
    is_int(wait(1, 7, 6000), 6, "one at a time from there on");
    is_int(wait(1, 7, 66000), 0, "and after a minute of silence");
    send_wrong(1, MOST - 1, 66000);
    is_int(wait(1, 7, 66000), 0, "all of them again");
}

static void test_known_keys(void) {
    struct origin here = {.address = 3, .most_wrong = MOST}, there = {.address = 4, .most_wrong = MOST};
    unsigned char right[SECRET_HASH] = {9};
    guesses_right(guesses, &here, right);
    send_wrong(3, 2 * MOST, 0);
    send_wrong(4, 2 * MOST, 0);
    is_int(wait(3, 9, 0), 0, "a key that was right from there goes on");
    ok(wait(3, 8, 0) > 0, "another one does not");
    ok(guesses_wait(guesses, &there, right, 0) > 0, "nor does that key from elsewhere");
}

static void test_off(void) {
    struct origin origin = {.address = 5, .most_wrong = 0};
    unsigned char hash[SECRET_HASH] = {1};
    for (int i = 0; i < 1000; i++)
        guesses_wrong(guesses, &origin, 0);
    is_int(guesses_wait(guesses, &origin, hash, 0), 0, "0 counts nothing");
}

/* Any number of addresses fits; those that were wrong most lately stay. */
static void test_crowd(void) {
    send_wrong(6, 2 * MOST, 1000000);
    for (uint64_t address = 1000; address < 200000; address++)
        send_wrong(address, 1, 1000000);
    ok(wait(6, 1, 1000000) > 0, "who was wrong often is not crowded out by those who were once");
}

int main(void) {
    guesses = guesses_new();
    test_one_address();
    test_known_keys();
    test_off();
    test_crowd();
    guesses_free(guesses);
    return tap_done();
}
