#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include <stdint.h>

#include "base/jsonscan.h"

enum decimal {
    DECIMAL_EXACT,
    DECIMAL_FINER, /* more digits than there is room for: *value is cut */
    DECIMAL_NEGATIVE,
    DECIMAL_LARGE,
};

/* A checked JSON number, such as 1.25e-06, times 10^shift, as an integer: by its digits, no floating point.
 */
enum decimal decimal_scale(struct span number, int shift, int64_t *value);

#endif
