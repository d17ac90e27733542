#ifndef CANON_PRICE_H
#define CANON_PRICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

/*
 * Money is an integer of nano-dollars (10^-9 USD). A rate is nano-dollars per
 * million units: tokens, pictures, seconds and so on. No floating point touches money.
 */
typedef int64_t nanos;

#define NANOS_PER_DOLLAR INT64_C(1000000000)

/* What a call used. Totals include their parts; all but requests, and what stands from searches on, count
 * tokens. */
struct usage {
    int64_t prompt;           /* all input, cached and written to the cache included */
    int64_t output;           /* all output, reasoning included */
    int64_t requests;         /* that the provider charges for: 1, unless the call failed */
    int64_t cache_read;       /* of the prompt, read from the provider's cache */
    int64_t cache_write;      /* of the prompt, written to the cache */
    int64_t cache_write_1h;   /* of that, to be kept for an hour */
    int64_t reasoning;        /* of the output */
    int64_t audio_input;      /* of the prompt */
    int64_t audio_cache_read; /* of that, and of cache_read */
    int64_t audio_output;     /* of the output */
    int64_t image_input;      /* of the prompt */
    int64_t image_cache_read; /* of that, and of cache_read */
    int64_t image_output;     /* of the output */
    int64_t searches;         /* of the web, by the provider */
    int64_t images;           /* made by the call */
    int64_t seconds;          /* of sound, heard or made; one that has begun counts whole */
    int64_t characters;       /* of text that was spoken */
};

/* Every count of it, with the name that it has where usage is told, and as a column. What all calls have
 * comes first; the rest, from USAGE_USUAL on, is mostly 0. */
#define USAGE_COUNTS 17
#define USAGE_USUAL  6
struct usage_count {
    const char *name, *column;
    size_t offset;
};
extern const struct usage_count usage_counts[USAGE_COUNTS];

static inline int64_t *usage_at(struct usage *usage, size_t i) {
    return (int64_t *)((char *)usage + usage_counts[i].offset);
}
static inline int64_t usage_get(const struct usage *usage, size_t i) {
    return *(const int64_t *)((const char *)usage + usage_counts[i].offset);
}

/* Never negative. Those from search on are for a million of their kind, the others for a million tokens. */
struct rates {
    nanos input, output;
    nanos cache_read, cache_write, cache_write_1h;
    nanos audio_input, audio_cache_read, audio_output;
    nanos image_input, image_cache_read, image_output;
    nanos search, request;
    nanos image, second, character;
};

/* Every rate, with the name that it has in the configuration. The two that must be named, unless price_make()
 * can do without, come first; what stands in for another one comes before it. */
#define RATES      16
#define RATES_MUST 2
struct rate_name {
    const char *name;
    size_t offset;
    int instead; /* the place here of the rate that stands in for it; -1: what it is for is free then */
    unsigned
        digits; /* behind the point of the dollars that are named: 9 for a million, for each EACH_DIGITS */
};
#define EACH_DIGITS 15
extern const struct rate_name rate_names[RATES];

static inline nanos *rate_at(struct rates *rates, size_t i) {
    return (nanos *)((char *)rates + rate_names[i].offset);
}
static inline nanos rate_get(const struct rates *rates, size_t i) {
    return *(const nanos *)((const char *)rates + rate_names[i].offset);
}

/* Whether a rate is another one than what stands in for it. */
bool rate_is_own(const struct rates *rates, size_t i);

/* Fills in the rates that were not named; bit i of `named` says that rate_names[i] was. */
void rates_complete(struct rates *rates, unsigned named);

/* The rates of a model. A prompt longer than tier_from tokens is charged wholly by `tier`. */
struct price {
    struct rates base;
    int64_t tier_from; /* 0: no tier */
    struct rates tier;
};

/* What somebody says of a price: the rates that are named, and by a bit for each of rate_names which they
 * are. */
#define PRICE_TIER_MOST 1000000000 /* tokens, that tier_from may be */
struct price_said {
    struct rates base, tier;
    unsigned named, tier_named;
    int64_t tier_from; /* 0: not said */
    bool has_tier;
};

/*
 * Makes a price of that. Who names a rate for images, seconds, characters or requests may name neither input
 * nor output: they are free then. A rate that a tier does not name is the one below it, or what stands in for
 * it in the tier if nobody named it. Returns NULL, or the name of what must be said and is not; *price is
 * left alone then.
 */
const char *price_make(struct price *price, const struct price_said *said);

/*
 * The cost of a call at so many thousandths of its price (0 to PRICE_MOST): the exact sum in 128-bit
 * arithmetic, rounded half up once. Negative counts are taken as 0, counts that no call can have as the most
 * that one can, parts larger than their total as the total; a cost beyond INT64_MAX is INT64_MAX.
 */
#define PRICE_WHOLE 1000
#define PRICE_MOST  100000
nanos price_cost(const struct price *price, int64_t per_mille, const struct usage *usage);

/* The most that one call can cost which uses no more prompt, output, requests (at least 1), images, seconds
 * and characters than `most` says, whatever its tokens are: no call within them costs more. Its other counts
 * are not looked at; searches are not in it, of which nobody knows how many there will be. */
nanos price_worst(const struct price *price, int64_t per_mille, const struct usage *most);

/* Adds each count of `usage`. */
void usage_accumulate(struct usage *to, const struct usage *usage);

/* Counts that no call can have become the most that one can, so that a provider's nonsense spoils no sum. */
#define USAGE_MOST (INT64_C(1) << 40)
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

/* The same of what money_read() has read with so many digits (at most 18). */
const char *money_write_scaled(int64_t amount, unsigned digits, char text[MONEY_TEXT]);

#endif
