#ifndef DIALECTS_CHAT_GEMINI_PAIRS_H
#define DIALECTS_CHAT_GEMINI_PAIRS_H

#include "base/tree.h"
#include "canon/chat.h"

/* Which call a result belongs to, where Gemini's clients send no ids: those of one function are answered in
 * the order in which they were called. */
struct gemini_pairs {
    struct arena *arena;
    struct tree ids, names; /* of the calls of this step */
    int made;               /* ids */
};

/* Starts without any call. gemini_pairs_reset() gives back what it comes to hold. */
void gemini_pairs_init(struct gemini_pairs *pairs, struct arena *arena);

/* A turn of the model begins: what was called before is over. Also gives back what is held. */
void gemini_pairs_reset(struct gemini_pairs *pairs);

/* Remembers a call with its name; one without an id gets one, always the same in the same conversation. */
void gemini_pairs_call(struct gemini_pairs *pairs, struct chat_call *call);

/* The id of the call that a result answers; `id` may be NULL. Where it answers none, it is what the result
 * says of itself. */
const char *gemini_pairs_result(struct gemini_pairs *pairs, const char *id, const char *name);

#endif
