#ifndef ENDPOINTS_USAGE_PERIOD_H
#define ENDPOINTS_USAGE_PERIOD_H

#include <stdint.h>

/* A period of which sums are told, up to before its end: seconds since 1970. */
struct usage_period {
    int64_t start, end;
};

/* This month, which is meant where nothing is said. */
struct usage_period usage_period_month(void);

/* Whole hours, outwards: sums are kept by the hour, and the period says what was really added up. */
void usage_period_widen(struct usage_period *period);

#endif
