/* One amount of money by another, as text. */
#include "canon/ratio.h"

#include <inttypes.h>
#include <stdio.h>

#define PLACES_SCALE INT64_C(1000000000000) /* 10^RATIO_PLACES */

const char *ratio_write(int64_t a, int64_t b, char text[RATIO_TEXT]) {
    int64_t whole = a / b;
    __int128 rest = (__int128)(a % b) * PLACES_SCALE;
    int64_t fraction = (int64_t)((2 * rest + b) / (2 * (__int128)b));
    if (fraction == PLACES_SCALE) {
        whole++;
        fraction = 0;
    }
    int len = snprintf(text, RATIO_TEXT, "%" PRId64 ".%0*" PRId64, whole, RATIO_PLACES, fraction);
    while (text[len - 1] == '0')
        len--;
    text[text[len - 1] == '.' ? len - 1 : len] = '\0';
    return text;
}
