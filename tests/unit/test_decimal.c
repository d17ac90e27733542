/* Numbers of JSON text as scaled integers. */
#include "base/decimal.h"

#include <inttypes.h>

#include "tap.h"

int main(void) {
    static const struct {
        const char *text;
        int shift;
        enum decimal want;
        int64_t value;
    } rows[] = {
        {"0", 15, DECIMAL_EXACT, 0},
        {"-0", 15, DECIMAL_EXACT, 0},
        {"0.0", 15, DECIMAL_EXACT, 0},
        {"-0.0e5", 15, DECIMAL_EXACT, 0},
        {"0e99999999999999999999", 15, DECIMAL_EXACT, 0},
        {"1", 0, DECIMAL_EXACT, 1},
        {"7", 9, DECIMAL_EXACT, 7000000000},
        {"2.5", 9, DECIMAL_EXACT, 2500000000},
        {"0.075", 9, DECIMAL_EXACT, 75000000},
        {"1.25e-06", 15, DECIMAL_EXACT, 1250000000},
        {"1.25E-6", 15, DECIMAL_EXACT, 1250000000},
        {"125e-8", 15, DECIMAL_EXACT, 1250000000},
        {"0.00000125", 15, DECIMAL_EXACT, 1250000000},
        {"0.00000125000", 15, DECIMAL_EXACT, 1250000000},
        {"1.5e+3", 0, DECIMAL_EXACT, 1500},
        {"1200e-2", 0, DECIMAL_EXACT, 12},
        {"1200e-3", 0, DECIMAL_FINER, 1},
        {"1e-15", 15, DECIMAL_EXACT, 1},
        {"1e-16", 15, DECIMAL_FINER, 0},
        {"1.0000000000000000000000000000001", 9, DECIMAL_FINER, 1000000000},
        {"3.0001999999999996E-7", 15, DECIMAL_FINER, 300019999},
        {"9223372036854775807", 0, DECIMAL_EXACT, INT64_MAX},
        {"9223372036854775808", 0, DECIMAL_LARGE, 0},
        {"1e18", 0, DECIMAL_EXACT, INT64_C(1000000000000000000)},
        {"1e19", 0, DECIMAL_LARGE, 0},
        {"1e99999999999999999999", 0, DECIMAL_LARGE, 0},
        {"1e-99999999999999999999", 15, DECIMAL_FINER, 0},
        {"-1", 9, DECIMAL_NEGATIVE, 0},
        {"-1e-30", 9, DECIMAL_NEGATIVE, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t value;
        enum decimal got =
            decimal_scale((struct span){rows[i].text, strlen(rows[i].text)}, rows[i].shift, &value);
        bool good = got == rows[i].want && (got > DECIMAL_FINER || value == rows[i].value);
        if (!ok(good, "%s times 10^%d", rows[i].text, rows[i].shift))
            printf("# %d, %" PRId64 "\n", got, value);
    }
    return tap_done();
}
