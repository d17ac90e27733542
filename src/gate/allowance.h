#ifndef GATE_ALLOWANCE_H
#define GATE_ALLOWANCE_H

#include "hub.h"

/*
 * Tells what is left of the caller's limits in the head of the reply, once, before it begins: as the AI Hub
 * document has it (X-RateLimit-…), and as clients of OpenAI and Anthropic look for it. Where there is no
 * limit nothing is said.
 */
void allowance_tell(struct exchange *x, const struct allowance *requests, const struct allowance *tokens);

#endif
