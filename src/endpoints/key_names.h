#ifndef ENDPOINTS_KEY_NAMES_H
#define ENDPOINTS_KEY_NAMES_H

#include "ledger/ledger.h"

/* The names that keys have now, by their numbers; some of them are remembered. Start with only `ledger` set.
 */
struct key_names {
    struct ledger *ledger;
    struct {
        uint64_t id;
        char name[NAME_TEXT];
    } known[64];
};

/* "" for a key that is there no more, and for none (0). Valid until the next one is asked for; NULL with err.
 */
const char *key_name(struct key_names *names, uint64_t id, struct error *err);

#endif
