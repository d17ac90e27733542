#ifndef LOAD_REPORT_H
#define LOAD_REPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "load_check.h"

/* What all calls together came to. */
struct report {
    uint64_t ok;
    uint64_t failed[FAIL__MAX];
    uint64_t statuses[600]; /* of each answer, those that were tried again too */
    uint64_t events;        /* with content */
    uint64_t connections;   /* begun */
    uint64_t stale; /* kept connections that turned out closed; the call went over a new one */
    uint64_t retries;
    uint64_t recovery_us; /* the longest time from a call's first failure to its success */
    struct histogram latency, delays;
};

/* All failures together. */
uint64_t report_failures(const struct report *report);

/* Prints to stdout: lines for people, or one JSON object. */
void report_print(const struct report *report, uint64_t elapsed_us, bool as_json);

#endif
