#ifndef TESTS_NEW_LEDGER_H
#define TESTS_NEW_LEDGER_H

/* A new, empty ledger in directory/data, for a hub, which makes none. */
#include <stdio.h>
#include <stdlib.h>

#include "ledger/ledger.h"

static inline void new_ledger(const char *directory) {
    static const volatile int never = 0;
    char path[4096];
    struct error err = {0};
    snprintf(path, sizeof path, "%s/data", directory);
    struct ledger *ledger = ledger_new(&(struct ledger_options){
        .data_dir = path, .make = true, .flush_ms = 1000, .cache_kb = 1024, .disk_floor_mb = 1, .calls = 1});
    if (ledger_keep(ledger, &never, &err) < 0) {
        fprintf(stderr, "%s\n", err.message);
        exit(99);
    }
    ledger_free(ledger);
}

#endif
