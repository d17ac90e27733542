#ifndef DIALECTS_ESTIMATE_H
#define DIALECTS_ESTIMATE_H

#include <stdint.h>

#include "base/jsonscan.h"

/* Tokens of a piece of checked JSON, guessed from its length. What is given in base64, as a data URL or as a
 * member "data", or by its URL counts as an image and not as letters; of a PDF in base64 there are more the
 * longer it is. Data URLs of text stay letters. */
int64_t estimate_tokens(struct span json);

#endif
