#ifndef CANON_PRICE_H
#define CANON_PRICE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

/*
 * Money is an integer of nano-dollars (10^-9 USD). A rate is nano-dollars per
 * million units; a unit is a token here. No floating point touches money.
 */
typedef int64_t nanos;

#define NANOS_PER_DOLLAR INT64_C(1000000000)

/* What a call used, in tokens. Totals include their parts. */
struct usage {
    int64_t prompt;      /* all input, cached and written to the cache included */
    int64_t cache_read;  /* of it, read from the provider's cache */
    int64_t cache_write; /* of it, written to the cache */
    int64_t output;      /* all output, reasoning included */
    int64_t reasoning;   /* of it, reasoning */
};

struct rates {
    nanos input, output, cache_read, cache_write; /* per million tokens */
};

/* The rates of a model. A prompt longer than tier_from tokens is charged wholly by `tier`. */
struct price {
    struct rates base;
    int64_t tier_from; /* 0: no tier */
    struct rates tier;
};

/*
 * The cost of a call at so many thousandths of its price (0 to PRICE_MOST): the exact sum in 128-bit
 * arithmetic, rounded half up once. Negative counts are taken as 0, counts that no call can have as the most
 * that one can, parts larger than their total as the total; a cost beyond INT64_MAX is INT64_MAX.
 */
#define PRICE_WHOLE 1000
#define PRICE_MOST  100000
nanos price_cost(const struct price *price, int64_t per_mille, const struct usage *usage);

/* Counts that no call can have become the most that one can (2^40), so that a provider's nonsense spoils no
 * sum. */
void usage_limit(struct usage *usage);

/*
 * Reads a decimal number such as "2.5" or "0.000001" and scales it by 10^digits,
 * exactly. Returns 0; -1 with ERR_REQUEST when it is not a plain non-negative
 * decimal, needs more digits than that, or does not fit.
 */
int money_read(const char *text, unsigned digits, int64_t *value, struct error *err);

/* Writes nano-dollars as a decimal number of dollars without needless zeros ("0.00042", "-1.5", "3"). */
#define MONEY_TEXT 32
const char *money_write(nanos amount, char text[MONEY_TEXT]);

#endif
