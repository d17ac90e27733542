/* Numbers of JSON text as scaled integers. */
#include "base/decimal.h"

#define EXPONENT_MOST 1000000

/* The exponent behind the 'e', kept within what any shift could undo. */
static int read_exponent(const char *at, const char *end) {
    int sign = 1, exponent = 0;
    if (at < end && (*at == '-' || *at == '+'))
        sign = *at++ == '-' ? -1 : 1;
    for (; at < end; at++)
        if (exponent < EXPONENT_MOST)
            exponent = 10 * exponent + (*at - '0');
    return sign * exponent;
}

static bool push(int64_t *value, int digit) {
    return !__builtin_mul_overflow(*value, 10, value) && !__builtin_add_overflow(*value, digit, value);
}

enum decimal decimal_scale(struct span number, int shift, int64_t *value) {
    const char *at = number.at, *end = at + number.len, *stop = at;
    bool negative = at < end && *at == '-', zero = true, finer = false, fits = true;
    int power = shift; /* of ten, that the digit counts; at first that of the one behind the whole ones */
    at += negative;
    while (stop < end && *stop != 'e' && *stop != 'E')
        stop++;
    if (stop < end)
        power += read_exponent(stop + 1, end);
    for (const char *whole = at; whole < stop && *whole != '.'; whole++)
        power++;

    *value = 0;
    for (; at < stop; at++) {
        if (*at == '.')
            continue;
        power--;
        zero &= *at == '0';
        if (power < 0)
            finer |= *at != '0';
        else
            fits = fits && push(value, *at - '0');
    }
    for (; fits && *value && power > 0; power--)
        fits = push(value, 0);
    if (negative && !zero)
        return DECIMAL_NEGATIVE;
    if (!fits)
        return DECIMAL_LARGE;
    return finer ? DECIMAL_FINER : DECIMAL_EXACT;
}
