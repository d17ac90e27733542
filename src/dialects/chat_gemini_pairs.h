#ifndef DIALECTS_CHAT_GEMINI_PAIRS_H
#define DIALECTS_CHAT_GEMINI_PAIRS_H

#include "canon/chat.h"

/* Which call a result belongs to, where Gemini's clients send no ids: those of one function are answered in
 * the order in which they were called. Start with only `arena` set. */
struct gemini_pairs {
    struct arena *arena;
    void *ids, *names; /* trees over the calls of this step */
    int made;          /* ids */
};

/* A turn of the model begins: what was called before is over. Also gives back what is held. */
void gemini_pairs_reset(struct gemini_pairs *pairs);

/* Remembers a call with its name; one without an id gets one, always the same in the same conversation. */
void gemini_pairs_call(struct gemini_pairs *pairs, struct chat_call *call);

/* The id of the call that a result answers; either may be NULL. Where none does, it is what the result says
 * of itself. */
const char *gemini_pairs_result(struct gemini_pairs *pairs, const char *id, const char *name);

#endif
