#ifndef LEDGER_GAUGES_H
#define LEDGER_GAUGES_H

#include "ledger/holds.h"
#include "ledger/operation.h"

/*
 * What counts a call: the limits of its user's plan, of its key, and of the rule of the plan that is for its
 * model, each with what has passed in its windows.
 */
struct gauge {
    enum holder kind;
    uint64_t holder;
    struct limits limits;
    struct windows windows;
};

struct gauges {
    struct gauge at[HOLDER__MAX];
    size_t count;
    uint64_t rule; /* 0: none */
    bool strict;   /* tokens are reserved for the longest answer */
    bool tokens;   /* whether any of them counts tokens */
};

/* Of a user and key (id 0: none), as they were read, for a model (NULL: rules for models are left out).
 * Returns 0, or -1 with err. */
int gauges_read(struct work *work, const struct user *user, const struct key *key, const struct call_ask *ask,
                struct gauges *gauges, struct error *err);

/* Whether a call that takes so many tokens passes now, beside those that run. ERR_LIMIT, with the time after
 * which it does if waiting helps. */
int gauges_admit(const struct work *work, const struct gauges *gauges, int64_t tokens, struct error *err);

/* The tokens that are left in all windows; INT64_MAX where none are counted. */
int64_t gauges_tokens_left(const struct work *work, const struct gauges *gauges);

/* The least that is left of a limit: after what runs now. */
void gauges_allow(const struct work *work, const struct gauges *gauges, struct allowance *requests,
                  struct allowance *tokens);

/* The limits of the rule that a user's calls were counted by; NULL if the plan has it no more. */
const struct limits *rule_limits(const struct plan *plan, uint64_t user, uint64_t rule);

/* The windows of a user's rule. 1 found, 0 not there, -1. */
int rule_read(struct work *work, uint64_t user, uint64_t rule, struct windows *windows, struct error *err);
int rule_write(struct work *work, uint64_t user, uint64_t rule, const struct windows *windows,
               struct error *err);

#endif
