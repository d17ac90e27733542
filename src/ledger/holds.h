#ifndef LEDGER_HOLDS_H
#define LEDGER_HOLDS_H

#include "ledger/ledger.h"

/*
 * What the running calls hold: money of their users, places of their keys. In
 * the keeper's memory only. Each call that holds something also stands in its process's slot, from
 * where the next keeper makes its holds.
 */
struct hold {
    struct call_id id;
    uint64_t user, key;
    nanos amount;
    int64_t output;   /* tokens granted */
    int64_t admitted; /* milliseconds since 1970, the keeper's clock */
    bool counted;     /* holds a place of the key's cap */
    int64_t start;    /* the period of that place */
};

struct holds;

struct holds *holds_new(void);
void holds_free(struct holds *holds);

/* The id must be a new one, and the user's sum must not overflow. */
void holds_add(struct holds *holds, const struct hold *hold);

/* Does nothing if there is no such hold. */
void holds_drop(struct holds *holds, const unsigned char id[16]);

/* NULL if there is none; valid until that one is dropped. */
const struct hold *holds_find(const struct holds *holds, const unsigned char id[16]);

/* The money that a user's calls hold, and the places of a key in the period that starts then. */
nanos holds_money(const struct holds *holds, uint64_t user);
int64_t holds_places(const struct holds *holds, uint64_t key, int64_t start);

/* The first one (after == NULL) or the next one; NULL at the end. */
const struct hold *holds_next(const struct holds *holds, const struct hold *after);

#endif
