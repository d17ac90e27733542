#ifndef ENDPOINTS_COUNT_H
#define ENDPOINTS_COUNT_H

#include "dialects/dialect.h"
#include "hub.h"

/* Answers with how many tokens a request has, estimated by the hub: `before` is what stands before the
 * number in the body. `ask` as for relay_chat(). Asks no provider and costs nothing. */
int count_tokens(struct exchange *x, const struct chat_dialect *dialect, struct chat_ask *ask,
                 const char *before, struct error *err);

#endif
