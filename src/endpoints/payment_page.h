#ifndef ENDPOINTS_PAYMENT_PAGE_H
#define ENDPOINTS_PAYMENT_PAGE_H

#include "endpoints/manage.h"
#include "ledger/ledger.h"

#define PAYMENTS_COUNTED 10000

/* A page of the payments of a period, the newest first. */
struct payment_page {
    struct payment payment[PAGE_SIZE_MOST];
    size_t count;
    int64_t
        total; /* how many there are in that period, counted as far as PAYMENTS_COUNTED or a little more */
};

/* Those of a user (0: of all) from `start` to before `end`, seconds since 1970. A page has no more than
 * PAGE_SIZE_MOST. Returns 0, or -1 with ERR_GONE or ERR_UNAVAILABLE. */
int payment_page_read(struct exchange *x, uint64_t user, int64_t start, int64_t end, const struct page *page,
                      struct payment_page *found, struct error *err);

#endif
