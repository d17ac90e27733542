#ifndef LEDGER_HOLDS_H
#define LEDGER_HOLDS_H

#include "ledger/ledger.h"

/*
 * What the running calls hold: money of their users and keys, requests and tokens of the windows in which
 * they were admitted. In the keeper's memory only. Each call that holds something also stands in its
 * process's slot, from where the next keeper makes its holds.
 */
struct hold {
    struct call_id id;
    uint64_t user, key; /* key 0: none */
    uint64_t rule;      /* what the user's calls of some models are counted by; 0: nothing */
    nanos amount;
    int64_t tokens;   /* of windows */
    int64_t output;   /* most output tokens of one choice, as granted */
    int64_t admitted; /* milliseconds since 1970, the keeper's clock */
    int per_mille;    /* of the price */
    char group[GROUP_TEXT];
};

/* Whose calls are counted together. */
enum holder { HOLDER_USER, HOLDER_KEY, HOLDER_RULE, HOLDER__MAX };

/* What the calls of one holder hold. */
struct held {
    nanos money;
    int64_t calls;
    struct windows windows; /* requests and tokens of the newest window of each period that any call is in */
};

struct holds;

struct holds *holds_new(void);
void holds_free(struct holds *holds);

/* The id must be a new one, and the sums of money must not overflow. */
void holds_add(struct holds *holds, const struct hold *hold);

/* Does nothing if there is no such hold. */
void holds_drop(struct holds *holds, const unsigned char id[16]);

/* NULL if there is none; valid until that one is dropped. */
const struct hold *holds_find(const struct holds *holds, const unsigned char id[16]);

/* What that one's calls hold; NULL if it has none. Valid until a hold is added or dropped. */
const struct held *holds_of(const struct holds *holds, enum holder kind, uint64_t holder);
nanos holds_money(const struct holds *holds, enum holder kind, uint64_t holder);

/* The first one (after == NULL) or the next one; NULL at the end. */
const struct hold *holds_next(const struct holds *holds, const struct hold *after);

#endif
