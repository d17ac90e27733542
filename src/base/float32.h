#ifndef BASE_FLOAT32_H
#define BASE_FLOAT32_H

#include <stddef.h>

/* Numbers of 32 bits (IEEE 754) as JSON text, exactly and whatever the locale. */

/*
 * Reads a number of checked JSON that begins at `at`, rounded once, to the nearest. Returns its length in
 * bytes; 0 if none begins there, or it is too large.
 */
size_t float32_read(const char *at, const char *end, float *value);

/* Writes a finite number with the fewest digits that float32_read() makes the same bits of. Minus zero is
 * "-0.0": of "-0" some make an integer, which has no sign then. Returns the length; there is no NUL. */
#define FLOAT32_TEXT 24
size_t float32_write(float value, char text[FLOAT32_TEXT]);

#endif
