/* Whether calls pass the limits of their user, key and model. */
#include "ledger/gauges.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "ledger/record.h"

#define RULE_KEY 16 /* user and rule */

/* ---- rules for models ----------------------------------------------------------- */

/* The first that is for the model. */
static const struct model_rule *rule_of(const struct plan *plan, const struct call_ask *ask) {
    for (size_t i = 0; ask && i < plan->rule_count; i++)
        if (model_is(ask, plan->rules[i].models))
            return &plan->rules[i];
    return NULL;
}

/* What a user's calls by a rule are counted under. Never 0. */
static uint64_t rule_holder(uint64_t user, const struct model_rule *rule) {
    unsigned char bytes[8 + MODEL_TEXT];
    size_t len = strlen(rule->models);
    record_key_u64(bytes, user);
    memcpy(bytes + 8, rule->models, len);
    uint64_t holder = secret_number(bytes, 8 + len);
    return holder ? holder : 1;
}

const struct limits *rule_limits(const struct plan *plan, uint64_t user, uint64_t rule) {
    for (size_t i = 0; i < plan->rule_count; i++)
        if (rule_holder(user, &plan->rules[i]) == rule)
            return &plan->rules[i].limits;
    return NULL;
}

static void rule_key(uint64_t user, uint64_t rule, unsigned char key[RULE_KEY]) {
    record_key_u64(key, user);
    record_key_u64(key + 8, rule);
}

int rule_read(struct work *work, uint64_t user, uint64_t rule, struct windows *windows, struct error *err) {
    unsigned char key[RULE_KEY];
    rule_key(user, rule, key);
    int found = store_get(work->store, TABLE_WINDOWS, key, sizeof key, &work->scratch, err);
    *windows = (struct windows){0};
    if (found > 0) {
        struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
        record_unpack_windows(&in, windows);
    }
    return found;
}

int rule_write(struct work *work, uint64_t user, uint64_t rule, const struct windows *windows,
               struct error *err) {
    unsigned char key[RULE_KEY];
    rule_key(user, rule, key);
    buf_clear(&work->scratch);
    record_pack_windows(&work->scratch, windows);
    return store_put(work->store, TABLE_WINDOWS, key, sizeof key, &work->scratch, err);
}

/* ---- reading --------------------------------------------------------------------- */

static void add(struct gauges *gauges, enum holder kind, uint64_t holder, const struct limits *limits,
                const struct windows *windows) {
    gauges->at[gauges->count++] = (struct gauge){kind, holder, *limits, *windows};
    gauges->tokens |= limits_count_tokens(limits);
}

static int add_plan(struct work *work, const struct user *user, const struct call_ask *ask,
                    struct gauges *gauges, struct error *err) {
    struct plan plan;
    struct windows windows;
    int found = plan_read(work, user->plan, &plan, err);
    if (found <= 0)
        return found < 0 ? -1
                         : error_set(err, ERR_INTERNAL, "ledger: user \"%s\" has a plan that does not exist",
                                     user->name);
    gauges->strict = plan.strict;
    add(gauges, HOLDER_USER, user->id, &plan.limits, &user->windows);
    const struct model_rule *rule = rule_of(&plan, ask);
    if (!rule)
        return 0;
    gauges->rule = rule_holder(user->id, rule);
    if (rule_read(work, user->id, gauges->rule, &windows, err) < 0)
        return -1;
    add(gauges, HOLDER_RULE, gauges->rule, &rule->limits, &windows);
    return 0;
}

int gauges_read(struct work *work, const struct user *user, const struct key *key, const struct call_ask *ask,
                struct gauges *gauges, struct error *err) {
    *gauges = (struct gauges){0};
    if (key->id)
        add(gauges, HOLDER_KEY, key->id, &key->limits, &key->windows);
    return *user->plan ? add_plan(work, user, ask, gauges, err) : 0;
}

/* ---- admission ------------------------------------------------------------------- */

/* What counts in a window: what has passed, and what is held. */
struct sum {
    int64_t start, requests, tokens;
};

static struct sum sum_of(const struct work *work, const struct gauge *gauge, enum period period) {
    const struct held *held = holds_of(work->book->holds, gauge->kind, gauge->holder);
    struct window window =
        window_now(&gauge->windows, period, gauge->limits.tokens[period], work->book->now / 1000);
    struct sum sum = {window.start, window.requests, window.tokens + window.carried};
    if (held && held->windows.at[period].start == window.start) {
        sum.requests += held->windows.at[period].requests;
        sum.tokens += held->windows.at[period].tokens;
    }
    return sum;
}

static const char *const owners[] = {
    [HOLDER_USER] = "your plan",
    [HOLDER_KEY] = "this key",
    [HOLDER_RULE] = "your plan and this model",
};

/* The limit that takes longest to pass is told. */
struct refusal {
    int64_t until; /* 0: passed; INT64_MAX: waiting does not help */
    struct error_limit limit;
    char message[sizeof((struct error *)0)->message];
};

static void refuse(struct refusal *refusal, const struct gauge *gauge, enum period period,
                   enum error_limited by, int64_t limit, int64_t until) {
    const char *what = by == LIMITED_REQUESTS ? "requests" : "tokens";
    if (until <= refusal->until)
        return;
    refusal->until = until;
    refusal->limit = (struct error_limit){by, limit, until < INT64_MAX ? until : 0};
    snprintf(refusal->message, sizeof refusal->message, "Rate limit exceeded: %" PRId64 " %s%s%s for %s.",
             limit, what, period == PERIOD_EVER ? "" : " per ",
             period == PERIOD_EVER ? " in all" : period_name(period), owners[gauge->kind]);
}

/* When so many tokens pass a window at last, by what is known now. */
static int64_t tokens_pass(enum period period, const struct sum *sum, int64_t tokens, int64_t limit) {
    if (tokens > limit)
        return INT64_MAX;
    return period_after(period, sum->start, (sum->tokens + tokens - 1) / limit);
}

static void try_period(const struct work *work, const struct gauge *gauge, enum period period, int64_t tokens,
                       struct refusal *refusal) {
    int64_t requests = gauge->limits.requests[period], most = gauge->limits.tokens[period];
    if (!requests && !most)
        return;
    struct sum sum = sum_of(work, gauge, period);
    if (requests && sum.requests >= requests)
        refuse(refusal, gauge, period, LIMITED_REQUESTS, requests, period_after(period, sum.start, 1));
    if (most && sum.tokens > most - tokens)
        refuse(refusal, gauge, period, LIMITED_TOKENS, most, tokens_pass(period, &sum, tokens, most));
}

static void try_gauge(const struct work *work, const struct gauge *gauge, int64_t tokens,
                      struct refusal *refusal) {
    const struct held *held = holds_of(work->book->holds, gauge->kind, gauge->holder);
    int64_t calls = gauge->limits.calls;
    for (enum period period = 0; period < PERIOD__MAX; period++)
        try_period(work, gauge, period, tokens, refusal);
    if (calls && held && held->calls >= calls && !refusal->until) {
        refusal->until = work->book->now / 1000 + 1;
        snprintf(refusal->message, sizeof refusal->message,
                 "Rate limit exceeded: %" PRId64 " calls at once for %s.", calls, owners[gauge->kind]);
    }
}

int gauges_admit(const struct work *work, const struct gauges *gauges, int64_t tokens, struct error *err) {
    struct refusal refusal = {0};
    int64_t now = work->book->now / 1000;
    for (size_t i = 0; i < gauges->count; i++)
        try_gauge(work, &gauges->at[i], tokens, &refusal);
    if (!refusal.until)
        return 0;
    bool helps = refusal.until < INT64_MAX;
    int64_t wait = helps ? refusal.until - now : 0;
    if (helps)
        error_set(err, ERR_LIMIT, "%.200s Try again in %" PRId64 " seconds.", refusal.message, wait);
    else
        error_set(err, ERR_LIMIT, "%.200s", refusal.message);
    err->code = "rate_limit_exceeded";
    err->limit = refusal.limit;
    err->retry_after = wait > INT32_MAX ? INT32_MAX : (int)wait;
    return -1;
}

/* ---- what is left ------------------------------------------------------------------ */

int64_t gauges_tokens_left(const struct work *work, const struct gauges *gauges) {
    int64_t left = INT64_MAX;
    for (size_t i = 0; i < gauges->count; i++)
        for (enum period period = 0; period < PERIOD__MAX; period++) {
            int64_t most = gauges->at[i].limits.tokens[period];
            int64_t rest = most ? most - sum_of(work, &gauges->at[i], period).tokens : left;
            if (rest < left)
                left = rest;
        }
    return left;
}

static void allow(struct allowance *least, enum period period, int64_t start, int64_t limit, int64_t used) {
    int64_t remaining = used < limit ? limit - used : 0;
    if (!limit || (least->limit && least->remaining <= remaining))
        return;
    *least = (struct allowance){limit, remaining, period == PERIOD_EVER ? 0 : period_after(period, start, 1)};
}

void gauges_allow(const struct work *work, const struct gauges *gauges, struct allowance *requests,
                  struct allowance *tokens) {
    *requests = *tokens = (struct allowance){0};
    for (size_t i = 0; i < gauges->count; i++)
        for (enum period period = 0; period < PERIOD__MAX; period++) {
            const struct limits *limits = &gauges->at[i].limits;
            if (!limits->requests[period] && !limits->tokens[period])
                continue;
            struct sum sum = sum_of(work, &gauges->at[i], period);
            allow(requests, period, sum.start, limits->requests[period], sum.requests);
            allow(tokens, period, sum.start, limits->tokens[period], sum.tokens);
        }
}
