/* Money in the unit of new-api's clients, and whose money it is. */
#include "endpoints/quota.h"

#define NANOS_PER_QUOTA (NANOS_PER_DOLLAR / QUOTA_PER_DOLLAR)

int64_t quota_of(nanos amount) {
    int64_t whole = amount / NANOS_PER_QUOTA, rest = amount % NANOS_PER_QUOTA;
    if (rest < 0) {
        whole--;
        rest += NANOS_PER_QUOTA;
    }
    return whole + (rest >= NANOS_PER_QUOTA / 2);
}

struct purse purse_of(const struct caller *caller) {
    const struct key *key = &caller->key;
    const struct user *user = &caller->user;
    nanos balance = user->credited - user->spent, left = key->credit - key->spent;
    if (key->id && key->capped)
        return (struct purse){.used = key->spent,
                              .available = user->limited && balance < left ? balance : left};
    if (user->limited)
        return (struct purse){.used = user->spent, .available = balance};
    return (struct purse){.unlimited = true, .used = key->id ? key->spent : user->spent};
}
