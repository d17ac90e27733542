/* Windows: where they begin, what they carry, and where a call is booked. */
#include "ledger/limits.h"

#include <time.h>

#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define NOON         INT64_C(1795262400) /* 2026-11-21T12:00:00Z */

static void test_names(void) {
    for (enum period period = 0; period < PERIOD__MAX; period++)
        is_int(period_find(period_name(period)), period, period_name(period));
    is_int(period_find("week"), PERIOD__MAX, "no other");
}

/* Against the C library, a day and some seconds at a time, for 250 years. */
static void test_months(void) {
    int wrong = 0;
    for (int64_t at = 0; at < INT64_C(8000000000); at += 86413) {
        time_t when = (time_t)at;
        struct tm tm;
        gmtime_r(&when, &tm);
        tm.tm_mday = 1;
        tm.tm_hour = tm.tm_min = tm.tm_sec = 0;
        int64_t start = (int64_t)timegm(&tm);
        tm.tm_mon++;
        int64_t next = (int64_t)timegm(&tm);
        tm.tm_mon += 13;
        wrong += period_start(PERIOD_MONTH, at) != start || period_after(PERIOD_MONTH, start, 1) != next ||
                 period_after(PERIOD_MONTH, start, 14) != (int64_t)timegm(&tm);
    }
    is_int(wrong, 0, "months are those of the calendar");
}

static void test_starts(void) {
    static const struct {
        enum period period;
        int64_t at, start, next;
    } cases[] = {
        {PERIOD_MINUTE, NOON + 59, NOON, NOON + 60},   {PERIOD_MINUTE, NOON + 60, NOON + 60, NOON + 120},
        {PERIOD_HOUR, NOON + 3599, NOON, NOON + 3600}, {PERIOD_DAY, NOON, NOON - 43200, NOON + 43200},
        {PERIOD_MONTH, NOON, 1793491200, 1796083200},  {PERIOD_EVER, NOON, 0, INT64_MAX},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        is_int(period_start(cases[i].period, cases[i].at), cases[i].start, "a start");
        is_int(period_after(cases[i].period, cases[i].start, 1), cases[i].next, "the next one");
    }
}

/* One call after the other, and how the minute's window looks then. */
static void test_booking(void) {
    static const struct {
        const char *name;
        int64_t admitted, now, tokens, reserved; /* seconds from noon */
        bool counted;
        int64_t start, requests, sum, carried, room; /* after it */
    } steps[] = {
        {"the first call", 0, 1, 400, 400, true, 0, 1, 400, 0, 1000},
        {"another one in that minute", 30, 59, 500, 500, true, 0, 2, 900, 0, 1000},
        {"one that failed takes no place", 30, 59, 0, 500, false, 0, 2, 900, 0, 1000},
        {"one that used more than was left", 40, 59, 1700, 600, true, 0, 3, 2600, 0, 1000},
        {"the next minute begins with the excess", 60, 61, 100, 100, true, 60, 1, 100, 1600, 0},
        {"one of the minute before that ends now", 50, 62, 300, 400, true, 60, 1, 100, 1600, 0},
        {"and one that used more than it reserved", 50, 62, 500, 400, true, 60, 1, 100, 1700, 0},
        {"the excess is less after each minute", 240, 240, 10, 10, true, 240, 1, 10, 0, 1000},
        {"one that ends late takes what was left", 200, 241, 900, 100, true, 240, 1, 10, 0, 100},
        {"and what was not is carried", 210, 242, 500, 50, true, 240, 1, 10, 400, 0},
        {"but not what it had reserved", 215, 243, 500, 450, true, 240, 1, 10, 450, 0},
        {"the next minute makes up for it", 300, 300, 10, 10, true, 300, 1, 10, 0, 540},
    };
    struct limits limits = {.tokens[PERIOD_MINUTE] = 1000};
    struct windows windows = {0};
    for (size_t i = 0; i < COUNT(steps); i++) {
        struct passed passed = {NOON + steps[i].admitted, NOON + steps[i].now, steps[i].counted,
                                steps[i].tokens, steps[i].reserved};
        windows_book(&windows, &limits, &passed);
        const struct window *is = &windows.at[PERIOD_MINUTE];
        ok(is->start == NOON + steps[i].start && is->requests == steps[i].requests &&
               is->tokens == steps[i].sum && is->carried == steps[i].carried && is->room == steps[i].room &&
               !is->partial,
           "%s", steps[i].name);
    }
    is_int(windows.at[PERIOD_EVER].requests, 11, "all of them are counted in the window without end");
    is_int(windows.at[PERIOD_HOUR].tokens, 5420, "and in the hour");
}

/* Each minute between makes up for as much as it allows. */
static void test_carrying(void) {
    struct windows windows = {.at[PERIOD_MINUTE] = {.start = NOON, .tokens = 3300, .carried = 200}};
    static const int64_t carried[] = {3500, 2500, 1500, 500, 0, 0};
    is_int(window_now(&windows, PERIOD_MINUTE, 1000, NOON + 59).carried, 200, "not within the minute");
    for (int i = 1; i < (int)COUNT(carried); i++)
        ok(window_now(&windows, PERIOD_MINUTE, 1000, NOON + 60 * i).carried == carried[i], "%d minutes later",
           i);
    is_int(window_now(&windows, PERIOD_MINUTE, 0, NOON + 60).carried, 0,
           "without a limit nothing is carried");
    is_int(window_now(&windows, PERIOD_MINUTE, INT64_MAX, NOON + 60).carried, 0, "nor below a huge one");
}

static void test_clock(void) {
    struct windows windows = {.at[PERIOD_MINUTE] = {.start = NOON + 6000, .requests = 7, .tokens = 9}};
    struct limits none = {0};
    struct window window = window_now(&windows, PERIOD_MINUTE, 0, NOON);
    ok(window.start == NOON && window.requests == 0 && window.partial,
       "a window ahead of the clock is forgotten");
    windows_book(&windows, &none, &(struct passed){.admitted = NOON, .now = NOON, .counted = true});
    ok(windows.at[PERIOD_MINUTE].start == NOON && windows.at[PERIOD_MINUTE].requests == 1 &&
           windows.at[PERIOD_MINUTE].partial,
       "and the true one begins, which is marked");
    windows_book(&windows, &none, &(struct passed){.admitted = NOON + 60, .now = NOON + 60, .counted = true});
    ok(!windows.at[PERIOD_MINUTE].partial, "until the next one");
}

int main(void) {
    test_names();
    test_months();
    test_starts();
    test_booking();
    test_carrying();
    test_clock();
    return tap_done();
}
