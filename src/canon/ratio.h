#ifndef CANON_RATIO_H
#define CANON_RATIO_H

#include <stdint.h>

/*
 * Writes a / b as a decimal number without needless zeros, in integers: exactly where RATIO_PLACES digits
 * after the point say it, else rounded half up there. a must not be below 0, b must be above 0.
 */
#define RATIO_PLACES 12
#define RATIO_TEXT   40
const char *ratio_write(int64_t a, int64_t b, char text[RATIO_TEXT]);

#endif
