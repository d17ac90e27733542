#ifndef DIALECTS_ESTIMATE_H
#define DIALECTS_ESTIMATE_H

#include <stdint.h>

#include "base/jsonscan.h"

/* Tokens of a piece of checked JSON, guessed from its length. Images, given as data URLs, as a member "data"
 * in base64 or by their URL, count as images and not as letters. */
int64_t estimate_tokens(struct span json);

#endif
