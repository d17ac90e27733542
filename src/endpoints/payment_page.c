/* A page of the payments of a period: they are found by looking at all of them. */
#include "endpoints/payment_page.h"

static void take(struct payment_page *found, const struct payment *payment, const struct page *page) {
    int64_t at = found->total++, first = page_skip(page);
    if (at >= first && at < first + page->size)
        found->payment[found->count++] = *payment;
}

int payment_page_read(struct exchange *x, uint64_t user, int64_t start, int64_t end, const struct page *page,
                      struct payment_page *found, struct error *err) {
    struct ledger *ledger = hub_ledger(x->hub, x->config);
    struct payment payments[LEDGER_PAGE];
    int64_t all = 1;
    size_t count = 1;
    found->count = 0;
    found->total = 0;
    for (int64_t read = 0; read < all && count && found->total < PAYMENTS_COUNTED; read += (int64_t)count) {
        if (request_gone(x->request))
            return error_set(err, ERR_GONE, "the client left");
        if (ledger_payments(ledger, user, read, payments, LEDGER_PAGE, &count, &all, err) < 0)
            return -1;
        for (size_t i = 0; i < count; i++)
            if (payments[i].time >= start && payments[i].time < end)
                take(found, &payments[i], page);
    }
    return 0;
}
