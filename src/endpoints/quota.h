#ifndef ENDPOINTS_QUOTA_H
#define ENDPOINTS_QUOTA_H

#include "canon/price.h"
#include "ledger/ledger.h"

/* Money as new-api counts it: 500,000 to the dollar, rounded half up. */
#define QUOTA_PER_DOLLAR 500000
#define NANOS_PER_UNIT   (NANOS_PER_DOLLAR / QUOTA_PER_DOLLAR)
int64_t quota_of(nanos amount);

/* What a caller has spent and may still spend: the key's own credit where it has one, else the user's. */
struct purse {
    bool unlimited;        /* neither has a limit */
    nanos used, available; /* may be below zero: calls cost what they cost */
};
struct purse purse_of(const struct caller *caller);

#endif
