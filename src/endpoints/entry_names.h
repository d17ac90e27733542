#ifndef ENDPOINTS_ENTRY_NAMES_H
#define ENDPOINTS_ENTRY_NAMES_H

#include "ledger/ledger.h"

/*
 * What users and keys are called now: entries and sums know their numbers only. Some names are remembered.
 * Start with only `ledger` set.
 *
 * "" for one that is there no more, and for none (0). Valid until the next one is asked for; NULL with err.
 */
struct entry_name {
    uint64_t id;
    char name[NAME_TEXT];
};

struct entry_names {
    struct ledger *ledger;
    struct entry_name keys[64], users[64];
};

const char *entry_key_name(struct entry_names *names, uint64_t id, struct error *err);
const char *entry_user_name(struct entry_names *names, uint64_t id, struct error *err);

#endif
