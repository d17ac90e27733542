#ifndef LEDGER_GUESSES_H
#define LEDGER_GUESSES_H

#include "ledger/ledger.h"

/*
 * Wrong keys by the address that they come from, in the keeper's memory: an address may
 * send so many in a burst, and then as many a minute. Where it has sent more, keys are not looked at, but for
 * those that were right from there before: a neighbour's mistake does not lock them out. Tables of a
 * fixed size: who is crowded out of them starts anew.
 */
struct guesses;

struct guesses *guesses_new(void);
void guesses_free(struct guesses *guesses);

/* Seconds until a key from there is looked at again; 0: it is looked at now. `now` in monotonic ms. */
int guesses_wait(const struct guesses *guesses, const struct origin *origin,
                 const unsigned char hash[SECRET_HASH], int64_t now);

void guesses_wrong(struct guesses *guesses, const struct origin *origin, int64_t now);
void guesses_right(struct guesses *guesses, const struct origin *origin,
                   const unsigned char hash[SECRET_HASH]);

#endif
