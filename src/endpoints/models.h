#ifndef ENDPOINTS_MODELS_H
#define ENDPOINTS_MODELS_H

#include "base/jsonwrite.h"
#include "hub.h"
#include "route/choose.h"

/* What the lists of models share. */

/* How a model of a kind can be asked, by new-api's names for it: the elements of an array, and their number.
 */
const char *const *models_ways(enum model_kind kind, size_t *count);

/* The members of a model as OpenAI has them. */
void models_write_openai(struct json_writer *w, const char *name, const struct target *target);

/* Answers with a list, or a model, and frees it. ERR_INTERNAL if the buffer overflowed. */
int models_reply(struct exchange *x, struct buf *body, struct error *err);

#endif
