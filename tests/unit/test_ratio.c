/* Quotients in integers against what a pocket calculator with enough digits shows. */
#include "canon/ratio.h"

#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const struct {
    int64_t a, b;
    const char *text;
} rows[] = {
    {0, 1, "0"},
    {1, 1, "1"},
    {10, 1, "10"},
    {5, 2, "2.5"},
    {1, 8, "0.125"},
    {2500000000, 2000000000, "1.25"},     /* $2.50 a million, in new-api's unit */
    {1, 2000000000, "0.0000000005"},      /* the least price that there is */
    {75000000, 2000000000, "0.0375"},     /* $0.075 */
    {10000000000, 2500000000, "4"},       /* output by input */
    {10, 3, "3.333333333333"},            /* rounded down */
    {2, 3, "0.666666666667"},             /* rounded up */
    {1, 2000000000000, "0.000000000001"}, /* half of the last digit: up */
    {499999, 1000000000000000000, "0"},   /* below half of it */
    {1, INT64_MAX, "0"},
    {INT64_MAX - 1, INT64_MAX, "1"}, /* the carry reaches the whole */
    {INT64_MAX, 1, "9223372036854775807"},
    {INT64_MAX, 2, "4611686018427387903.5"},
    {INT64_MAX, INT64_MAX, "1"},
};

int main(void) {
    char text[RATIO_TEXT];
    for (size_t i = 0; i < COUNT(rows); i++)
        is_str(ratio_write(rows[i].a, rows[i].b, text), rows[i].text, rows[i].text);
    return tap_done();
}
