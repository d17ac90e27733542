#ifndef CLI_LIMIT_WORDS_H
#define CLI_LIMIT_WORDS_H

#include <jansson.h>

#include "cli/arguments.h"
#include "ledger/ledger.h"

/*
 * Limits as the command line writes them: "requests/minute=10", "tokens/day=1000000",
 * "requests=5000" (for ever), "calls=4" (at the same time). "none" in the place of the number lifts one.
 * In a plan "gpt-5*:tokens/day=100000" is a limit for the models that fit the pattern.
 */

/* Sets what the values of --limit say, and leaves other limits as they are. Return 0, or -1 with ERR_REQUEST.
 */
int limit_words_read(const struct arguments *args, struct limits *limits, struct error *err);
int limit_words_read_plan(const struct arguments *args, struct plan *plan, struct error *err);

/* Adds the limits to an array, as texts of that form, with something before each. */
void limit_words_write(json_t *list, const char *before, const struct limits *limits);

/* How far limits are used up now: for people texts, else objects. */
json_t *limit_words_state(bool json, const struct limits *limits, const struct windows *windows);

#endif
