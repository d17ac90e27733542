/* Limits and their windows: arithmetic only. */
#include "ledger/limits.h"

#include <string.h>

#define MONTHS 12

static const struct {
    const char *name;
    int64_t seconds; /* 0: not a fixed number */
} periods[] = {
    [PERIOD_MINUTE] = {"minute", 60}, [PERIOD_HOUR] = {"hour", 3600}, [PERIOD_DAY] = {"day", 86400},
    [PERIOD_MONTH] = {"month", 0},    [PERIOD_EVER] = {"ever", 0},
};
_Static_assert(sizeof periods / sizeof *periods == PERIOD__MAX, "a row for each period");

const char *period_name(enum period period) {
    return periods[period].name;
}

enum period period_find(const char *name) {
    enum period period = PERIOD_MINUTE;
    while (period < PERIOD__MAX && strcmp(periods[period].name, name) != 0)
        period++;
    return period;
}

/*
 * Months since the year 0, and back, by the rules of the Gregorian calendar: each call asks for them a dozen
 * times, for which those of the C library are too slow. Years begin in March here, so that the day that comes
 * and goes is the last of one; 400 of them have 146,097 days.
 */
enum { DAY = 86400, ERA_DAYS = 146097, EPOCH_DAYS = 719468 };

static int64_t month_of(int64_t at) {
    int64_t day = at / DAY + EPOCH_DAYS, era = day / ERA_DAYS;
    day -= era * ERA_DAYS;
    int64_t year = (day - day / 1460 + day / 36524 - day / (ERA_DAYS - 1)) / 365;
    int64_t of_year = day - (365 * year + year / 4 - year / 100);
    return (era * 400 + year) * MONTHS + (5 * of_year + 2) / 153 + 2;
}

static int64_t month_start(int64_t month) {
    int64_t year = (month - 2) / MONTHS, of_year = (153 * ((month - 2) % MONTHS) + 2) / 5;
    return (year * 365 + year / 4 - year / 100 + year / 400 + of_year - EPOCH_DAYS) * DAY;
}

int64_t period_start(enum period period, int64_t at) {
    if (period == PERIOD_EVER)
        return 0;
    return period == PERIOD_MONTH ? month_start(month_of(at)) : at - at % periods[period].seconds;
}

int64_t period_after(enum period period, int64_t start, int64_t windows) {
    if (period == PERIOD_EVER)
        return INT64_MAX;
    return period == PERIOD_MONTH ? month_start(month_of(start) + windows)
                                  : start + windows * periods[period].seconds;
}

/* How many windows lie between the starts of two. */
static int64_t windows_between(enum period period, int64_t from, int64_t to) {
    return period == PERIOD_MONTH ? month_of(to) - month_of(from) : (to - from) / periods[period].seconds;
}

bool limits_count_tokens(const struct limits *limits) {
    int64_t any = 0;
    for (enum period period = 0; period < PERIOD__MAX; period++)
        any |= limits->tokens[period];
    return any != 0;
}

/* What is beyond the limits of the windows from one to another that starts then; below 0: what is left. */
static int64_t excess(const struct window *window, enum period period, int64_t limit, int64_t start) {
    int64_t sum, allowed;
    if (limit <= 0 || __builtin_add_overflow(window->tokens, window->carried, &sum) ||
        __builtin_mul_overflow(limit, windows_between(period, window->start, start), &allowed))
        return 0;
    return sum - allowed;
}

struct window window_now(const struct windows *windows, enum period period, int64_t limit, int64_t now) {
    const struct window *last = &windows->at[period];
    int64_t start = period_start(period, now);
    if (last->start == start)
        return *last;
    if (last->start > start)
        return (struct window){.start = start, .partial = true};
    int64_t over = excess(last, period, limit, start), room = over < -limit ? limit : -over;
    return (struct window){.start = start, .carried = over > 0 ? over : 0, .room = over < 0 ? room : 0};
}

/* Of a call that ends in a later window than its own. */
static void book_late(struct window *window, const struct passed *passed) {
    int64_t taken = passed->tokens < window->room ? passed->tokens : window->room;
    int64_t rest = passed->tokens - taken, beyond = passed->tokens - passed->reserved;
    window->room -= taken;
    if (beyond > 0)
        window->carried += rest < beyond ? rest : beyond;
}

void windows_book(struct windows *windows, const struct limits *limits, const struct passed *passed) {
    for (enum period period = 0; period < PERIOD__MAX; period++) {
        struct window *window = &windows->at[period];
        int64_t start = period_start(period, passed->admitted), limit = limits->tokens[period];
        bool later = window->start > start && window->start <= period_start(period, passed->now);
        if (later && limit > 0)
            book_late(window, passed);
        if (later)
            continue;
        *window = window_now(windows, period, limit, passed->admitted);
        window->requests += passed->counted;
        window->tokens += passed->tokens;
    }
}
