#ifndef CANON_CARRY_H
#define CANON_CARRY_H

#include "canon/event.h"
#include "canon/seal.h"

/* Where the clients of a dialect bring opaque reasoning state back in their next request. The hub seals what
 * is foreign to them on its way, so a dialect only moves it. */
enum chat_carry {
    CARRY_NOTHING, /* it is sealed as for calls, and somebody else has to keep it */
    CARRY_THOUGHT, /* with the thought: SIGNATURE */
    CARRY_CALL,    /* with a call: its signature, which must be base64 */
};

/* Brings a provider's state through a client of another dialect. */
struct carry_way {
    enum chat_carry how;
    const char *provider; /* its name in the configuration */
    unsigned char key[SEAL_KEY];
};

/* A sink that seals the state in an answer and puts it where the client carries it. */
struct carry;

struct carry *carry_new(const struct carry_way *way, struct chat_sink *next, struct arena *arena);
struct chat_sink *carry_sink(struct carry *carry);

/* Puts what comes back in a request where it was; what is not this provider's is taken out, and noted. */
void carry_restore(const struct carry_way *way, struct chat_request *request);

#endif
