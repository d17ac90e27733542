/* A period of which sums are told. */
#include "endpoints/usage_period.h"

#include "base/clock.h"
#include "ledger/limits.h"

#define HOUR 3600

struct usage_period usage_period_month(void) {
    int64_t month = period_start(PERIOD_MONTH, clock_wall_ms() / 1000);
    return (struct usage_period){month, period_after(PERIOD_MONTH, month, 1)};
}

void usage_period_widen(struct usage_period *period) {
    period->start -= period->start % HOUR;
    period->end += (HOUR - period->end % HOUR) % HOUR;
}
