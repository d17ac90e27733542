#ifndef DIALECTS_AIGNE_MODEL_H
#define DIALECTS_AIGNE_MODEL_H

#include "base/jsonwrite.h"
#include "dialects/dialect.h"

/* What the two dialects of AIGNE Hub have in common. */

/* The name of a model without "aignehub/" or "aignehub:", by which AIGNE's clients name a hub before it. */
const char *aigne_model(const char *name);

/* The member "modelWithProvider": who answers, and what the model is called there. */
void aigne_write_model_with_provider(struct json_writer *w, const struct chat_head *head);

/* Members of "usage": inputTokens (all of them, those of the cache too), outputTokens, those of the cache,
 * modelCallId, and aigneHubCredits, which is the cost: a credit is a dollar, and the number is exact. */
void aigne_write_usage_members(struct json_writer *w, const struct chat_head *head,
                               const struct usage *usage);

#endif
