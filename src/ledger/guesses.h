#ifndef LEDGER_GUESSES_H
#define LEDGER_GUESSES_H

#include "ledger/ledger.h"

/*
 * Wrong guesses, at keys and codes or in attempts to log in, by where they come from: an address, or whatever
 * else stands in its place. In the keeper's memory. From one place may come so many in a burst, and then as
 * many a minute. Where more came, nothing is looked at, but for what was right from there before: a
 * neighbour's mistake does not lock anybody out. Tables of a fixed size: who is crowded out of them starts
 * anew.
 */
struct guesses;

struct guesses *guesses_new(void);
void guesses_free(struct guesses *guesses);

/* Seconds until something from there, known by its hash, is looked at again; 0: it is looked at now. `now` in
 * monotonic ms. */
int guesses_wait(const struct guesses *guesses, const struct origin *origin,
                 const unsigned char hash[SECRET_HASH], int64_t now);

void guesses_wrong(struct guesses *guesses, const struct origin *origin, int64_t now);
void guesses_right(struct guesses *guesses, const struct origin *origin,
                   const unsigned char hash[SECRET_HASH]);

#endif
