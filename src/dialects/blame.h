#ifndef DIALECTS_BLAME_H
#define DIALECTS_BLAME_H

#include "base/jsonscan.h"
#include "base/mem.h"

/*
 * A provider's refusal in OpenAI's shape, checked JSON, with the type that tells a client of the AI Hub
 * document whose fault it was: rate_limit_error with 429, model_error with 5xx, and retry_after (seconds, 0:
 * not known) beside it. All else stays as it came; it is the same span where nothing changes.
 */
struct span blame_openai(struct span refusal, int status, int retry_after, struct arena *arena);

#endif
