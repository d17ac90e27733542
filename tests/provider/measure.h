#ifndef PROVIDER_MEASURE_H
#define PROVIDER_MEASURE_H

#include <jansson.h>
#include <stddef.h>

/* How many tokens a text of so many bytes has: four bytes each, rounded up. */
unsigned measure_tokens(size_t bytes);

/* How many characters a JSON string has. 0 for anything else. */
size_t measure_characters(const json_t *text);

#endif
