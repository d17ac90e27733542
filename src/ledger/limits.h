#ifndef LEDGER_LIMITS_H
#define LEDGER_LIMITS_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Limits, and the windows in which they count. A window is aligned: minutes, hours and days to the epoch,
 * months to the calendar, all in UTC. Times are in seconds since 1970.
 */
enum period { PERIOD_MINUTE, PERIOD_HOUR, PERIOD_DAY, PERIOD_MONTH, PERIOD_EVER, PERIOD__MAX };

/* "minute", …; that of PERIOD_EVER is "ever". */
const char *period_name(enum period period);

/* The period of that name; PERIOD__MAX if it is none. */
enum period period_find(const char *name);

/* The start of the window that holds that time, from 1970 on, and of the one so many windows later;
 * PERIOD_EVER has one, which starts at 0 and has no end (INT64_MAX). */
int64_t period_start(enum period period, int64_t time);
int64_t period_after(enum period period, int64_t start, int64_t windows);

/* What may pass in a window, and at once; 0: any number. */
struct limits {
    int64_t requests[PERIOD__MAX], tokens[PERIOD__MAX];
    int64_t calls; /* that run at the same time */
};

bool limits_count_tokens(const struct limits *limits);

/* What has passed in a window, by the time at which it was admitted. */
struct window {
    int64_t start;
    int64_t requests, tokens;
    int64_t carried; /* tokens beyond what was allowed before, which count here too */
    int64_t room;    /* tokens that the one before left unused, for calls that end only now */
    bool partial;    /* the clock was set back: more may have passed */
};

/* Those that were written last, one of each period. */
struct windows {
    struct window at[PERIOD__MAX];
};

/* How the window looks at a time: the same one, or a later one that nothing has passed yet. Of tokens
 * beyond the limit in the one before, the rest is carried over that the limit of each window between has not
 * made up for; of those below it, what is left, but no more than the limit, is its room. A window ahead of
 * that time was an error of the clock's, and is forgotten; what comes in its place is partial. */
struct window window_now(const struct windows *windows, enum period period, int64_t limit, int64_t now);

/* A call that has ended. */
struct passed {
    int64_t admitted, now;
    bool counted;     /* as a request */
    int64_t tokens;   /* used */
    int64_t reserved; /* of them */
};

/* Books it to the windows in which it was admitted. Where the next one has begun, it takes of the room that
 * was left, and what it used beyond that and its reservation is carried into the new one. */
void windows_book(struct windows *windows, const struct limits *limits, const struct passed *passed);

/* What is left of a limit, for whoever asks. */
struct allowance {
    int64_t limit; /* 0: there is none */
    int64_t remaining;
    int64_t reset; /* seconds since 1970, when the window ends; 0: never */
};

#endif
