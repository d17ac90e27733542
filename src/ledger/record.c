/* The ledger's records as bytes. A new field raises the schema version of book.c. */
#include "ledger/record.h"

#include <string.h>

static void pack_limits(struct buf *out, const struct limits *limits) {
    for (enum period period = 0; period < PERIOD__MAX; period++) {
        pack_i(out, limits->requests[period]);
        pack_i(out, limits->tokens[period]);
    }
    pack_i(out, limits->calls);
}

static void unpack_limits(struct unpack *in, struct limits *limits) {
    for (enum period period = 0; period < PERIOD__MAX; period++) {
        limits->requests[period] = unpack_i(in);
        limits->tokens[period] = unpack_i(in);
    }
    limits->calls = unpack_i(in);
}

void record_pack_windows(struct buf *out, const struct windows *windows) {
    for (enum period period = 0; period < PERIOD__MAX; period++) {
        const struct window *window = &windows->at[period];
        pack_i(out, window->start);
        pack_i(out, window->requests);
        pack_i(out, window->tokens);
        pack_i(out, window->carried);
        pack_i(out, window->room);
        pack_u(out, window->partial);
    }
}

void record_unpack_windows(struct unpack *in, struct windows *windows) {
    for (enum period period = 0; period < PERIOD__MAX; period++) {
        struct window *window = &windows->at[period];
        window->start = unpack_i(in);
        window->requests = unpack_i(in);
        window->tokens = unpack_i(in);
        window->carried = unpack_i(in);
        window->room = unpack_i(in);
        window->partial = unpack_u(in);
    }
}

static void pack_forgotten(struct buf *out, const struct forgotten *forgotten) {
    pack_i(out, forgotten->until);
    pack_i(out, forgotten->entries);
    pack_i(out, forgotten->requests);
    pack_i(out, forgotten->tokens);
    pack_i(out, forgotten->cost);
}

static void unpack_forgotten(struct unpack *in, struct forgotten *forgotten) {
    forgotten->until = unpack_i(in);
    forgotten->entries = unpack_i(in);
    forgotten->requests = unpack_i(in);
    forgotten->tokens = unpack_i(in);
    forgotten->cost = unpack_i(in);
}

enum { FLAG_DISABLED = 1, FLAG_DELETED = 2, FLAG_LIMITED = 4, FLAG_ADMIN = 8 };

void record_pack_user(struct buf *out, const struct user *user) {
    pack_u(out, user->id);
    pack_text(out, user->name);
    pack_u(out, (user->disabled ? FLAG_DISABLED : 0) | (user->deleted ? FLAG_DELETED : 0) |
                    (user->limited ? FLAG_LIMITED : 0) | (user->admin ? FLAG_ADMIN : 0));
    pack_i(out, user->credited);
    pack_i(out, user->spent);
    pack_i(out, user->reserved);
    pack_i(out, user->entries);
    pack_i(out, user->created);
    pack_text(out, user->plan);
    pack_text(out, user->groups);
    pack_text(out, user->password);
    pack_u(out, user->round);
    record_pack_windows(out, &user->windows);
    pack_forgotten(out, &user->forgotten);
}

void record_unpack_user(struct unpack *in, struct user *user) {
    memset(user, 0, sizeof *user);
    user->id = unpack_u(in);
    unpack_text(in, user->name, sizeof user->name);
    uint64_t flags = unpack_u(in);
    user->disabled = flags & FLAG_DISABLED;
    user->deleted = flags & FLAG_DELETED;
    user->limited = flags & FLAG_LIMITED;
    user->admin = flags & FLAG_ADMIN;
    user->credited = unpack_i(in);
    user->spent = unpack_i(in);
    user->reserved = unpack_i(in);
    user->entries = unpack_i(in);
    user->created = unpack_i(in);
    unpack_text(in, user->plan, sizeof user->plan);
    unpack_text(in, user->groups, sizeof user->groups);
    unpack_text(in, user->password, sizeof user->password);
    user->round = unpack_u(in);
    record_unpack_windows(in, &user->windows);
    unpack_forgotten(in, &user->forgotten);
}

enum { KEY_IS_DISABLED = 1, KEY_IS_STRICT = 2, KEY_IS_KEEPING = 4, KEY_IS_CAPPED = 8 };

void record_pack_key(struct buf *out, const struct key *key) {
    pack_u(out, key->id);
    pack_u(out, key->user);
    pack_text(out, key->name);
    pack_text(out, key->hint);
    pack_raw(out, key->hash, sizeof key->hash);
    pack_raw(out, key->before, sizeof key->before);
    pack_u(out, (key->disabled ? KEY_IS_DISABLED : 0) | (key->strict ? KEY_IS_STRICT : 0) |
                    (key->keeps ? KEY_IS_KEEPING : 0) | (key->capped ? KEY_IS_CAPPED : 0));
    pack_i(out, key->created);
    pack_i(out, key->expires);
    pack_i(out, key->used);
    pack_text(out, key->models);
    pack_text(out, key->groups);
    pack_text(out, key->networks);
    pack_i(out, key->credit);
    pack_i(out, key->spent);
    pack_i(out, key->reserved);
    pack_limits(out, &key->limits);
    record_pack_windows(out, &key->windows);
    pack_i(out, key->entries);
    pack_forgotten(out, &key->forgotten);
}

void record_unpack_key(struct unpack *in, struct key *key) {
    memset(key, 0, sizeof *key);
    key->id = unpack_u(in);
    key->user = unpack_u(in);
    unpack_text(in, key->name, sizeof key->name);
    unpack_text(in, key->hint, sizeof key->hint);
    unpack_raw(in, key->hash, sizeof key->hash);
    unpack_raw(in, key->before, sizeof key->before);
    uint64_t flags = unpack_u(in);
    key->disabled = flags & KEY_IS_DISABLED;
    key->strict = flags & KEY_IS_STRICT;
    key->keeps = flags & KEY_IS_KEEPING;
    key->capped = flags & KEY_IS_CAPPED;
    key->created = unpack_i(in);
    key->expires = unpack_i(in);
    key->used = unpack_i(in);
    unpack_text(in, key->models, sizeof key->models);
    unpack_text(in, key->groups, sizeof key->groups);
    unpack_text(in, key->networks, sizeof key->networks);
    key->credit = unpack_i(in);
    key->spent = unpack_i(in);
    key->reserved = unpack_i(in);
    unpack_limits(in, &key->limits);
    record_unpack_windows(in, &key->windows);
    key->entries = unpack_i(in);
    unpack_forgotten(in, &key->forgotten);
}

void record_pack_plan(struct buf *out, const struct plan *plan) {
    pack_text(out, plan->name);
    pack_limits(out, &plan->limits);
    pack_u(out, plan->strict);
    pack_i(out, plan->keep_days);
    pack_u(out, plan->rule_count);
    for (size_t i = 0; i < plan->rule_count; i++) {
        pack_text(out, plan->rules[i].models);
        pack_limits(out, &plan->rules[i].limits);
    }
}

void record_unpack_plan(struct unpack *in, struct plan *plan) {
    memset(plan, 0, sizeof *plan);
    unpack_text(in, plan->name, sizeof plan->name);
    unpack_limits(in, &plan->limits);
    plan->strict = unpack_u(in);
    plan->keep_days = unpack_i(in);
    uint64_t count = unpack_u(in);
    plan->rule_count = count < PLAN_RULES ? (size_t)count : PLAN_RULES;
    for (size_t i = 0; i < plan->rule_count; i++) {
        unpack_text(in, plan->rules[i].models, sizeof plan->rules[i].models);
        unpack_limits(in, &plan->rules[i].limits);
    }
}

void record_pack_payment(struct buf *out, const struct payment *payment) {
    pack_u(out, payment->id);
    pack_u(out, payment->user);
    pack_i(out, payment->number);
    pack_i(out, payment->amount);
    pack_u(out, payment->kind);
    pack_u(out, payment->code);
    pack_i(out, payment->time);
    pack_text(out, payment->note);
}

void record_unpack_payment(struct unpack *in, struct payment *payment) {
    memset(payment, 0, sizeof *payment);
    payment->id = unpack_u(in);
    payment->user = unpack_u(in);
    payment->number = unpack_i(in);
    payment->amount = unpack_i(in);
    payment->kind = unpack_u(in) % PAYMENT__MAX;
    payment->code = unpack_u(in);
    payment->time = unpack_i(in);
    unpack_text(in, payment->note, sizeof payment->note);
}

enum { CODE_IS_INVITATION = 1, CODE_IS_DISABLED = 2 };

void record_pack_code(struct buf *out, const struct code *code) {
    pack_u(out, code->id);
    pack_text(out, code->name);
    pack_text(out, code->hint);
    pack_raw(out, code->hash, sizeof code->hash);
    pack_u(out, (code->invitation ? CODE_IS_INVITATION : 0) | (code->disabled ? CODE_IS_DISABLED : 0));
    pack_i(out, code->amount);
    pack_i(out, code->created);
    pack_i(out, code->expires);
    pack_i(out, code->used);
    pack_u(out, code->user);
}

void record_unpack_code(struct unpack *in, struct code *code) {
    memset(code, 0, sizeof *code);
    code->id = unpack_u(in);
    unpack_text(in, code->name, sizeof code->name);
    unpack_text(in, code->hint, sizeof code->hint);
    unpack_raw(in, code->hash, sizeof code->hash);
    uint64_t flags = unpack_u(in);
    code->invitation = flags & CODE_IS_INVITATION;
    code->disabled = flags & CODE_IS_DISABLED;
    code->amount = unpack_i(in);
    code->created = unpack_i(in);
    code->expires = unpack_i(in);
    code->used = unpack_i(in);
    code->user = unpack_u(in);
}

void record_pack_allowance(struct buf *out, const struct allowance *allowance) {
    pack_i(out, allowance->limit);
    pack_i(out, allowance->remaining);
    pack_i(out, allowance->reset);
}

void record_unpack_allowance(struct unpack *in, struct allowance *allowance) {
    allowance->limit = unpack_i(in);
    allowance->remaining = unpack_i(in);
    allowance->reset = unpack_i(in);
}

void record_pack_credentials(struct buf *out, const struct credentials *credentials) {
    const struct origin *origin = &credentials->origin;
    pack_u(out, credentials->kind);
    switch (credentials->kind) {
    case BY_KEY:
        pack_raw(out, credentials->hash, sizeof credentials->hash);
        break;
    case BY_LOGIN:
        pack_raw(out, credentials->login, sizeof credentials->login);
        break;
    case BY_NAME:
        pack_text(out, credentials->user);
        break;
    }
    pack_u(out, origin->address);
    pack_i(out, origin->most_wrong);
    pack_u(out, origin->known);
    if (origin->known)
        pack_raw(out, origin->network, sizeof origin->network);
}

void record_unpack_credentials(struct unpack *in, struct credentials *credentials) {
    struct origin *origin = &credentials->origin;
    memset(credentials, 0, sizeof *credentials);
    uint64_t kind = unpack_u(in);
    credentials->kind = kind;
    switch (kind) {
    case BY_KEY:
        unpack_raw(in, credentials->hash, sizeof credentials->hash);
        break;
    case BY_LOGIN:
        unpack_raw(in, credentials->login, sizeof credentials->login);
        break;
    case BY_NAME:
        unpack_text(in, credentials->user, sizeof credentials->user);
        break;
    default:
        in->bad = true;
    }
    origin->address = unpack_u(in);
    origin->most_wrong = (int)unpack_i(in);
    origin->known = unpack_u(in);
    if (origin->known)
        unpack_raw(in, origin->network, sizeof origin->network);
}

void record_pack_hold(struct buf *out, const struct hold *hold) {
    pack_u(out, hold->user);
    pack_u(out, hold->key);
    pack_u(out, hold->rule);
    pack_i(out, hold->amount);
    pack_i(out, hold->tokens);
    pack_i(out, hold->output);
    pack_i(out, hold->admitted);
    pack_i(out, hold->per_mille);
    pack_text(out, hold->group);
}

void record_unpack_hold(struct unpack *in, struct hold *hold) {
    memset(hold, 0, sizeof *hold);
    hold->user = unpack_u(in);
    hold->key = unpack_u(in);
    hold->rule = unpack_u(in);
    hold->amount = unpack_i(in);
    hold->tokens = unpack_i(in);
    hold->output = unpack_i(in);
    hold->admitted = unpack_i(in);
    hold->per_mille = (int)unpack_i(in);
    unpack_text(in, hold->group, sizeof hold->group);
}

/* Which counts there are, then those: calls have few of them, and the usual ones stand first. */
void record_pack_usage(struct buf *out, const struct usage *usage) {
    uint64_t there = 0;
    for (size_t i = 0; i < USAGE_COUNTS; i++)
        there |= (uint64_t)(usage_get(usage, i) != 0) << i;
    pack_u(out, there);
    for (size_t i = 0; i < USAGE_COUNTS; i++)
        if (there >> i & 1)
            pack_i(out, usage_get(usage, i));
}

void record_unpack_usage(struct unpack *in, struct usage *usage) {
    memset(usage, 0, sizeof *usage);
    uint64_t there = unpack_u(in);
    in->bad |= there >> USAGE_COUNTS != 0;
    for (size_t i = 0; i < USAGE_COUNTS; i++)
        if (there >> i & 1)
            *usage_at(usage, i) = unpack_i(in);
}

enum { ENTRY_ESTIMATED = 1, ENTRY_OVER = 2, ENTRY_STREAM = 4 };

void record_pack_entry(struct buf *out, const struct entry *entry) {
    pack_u(out, entry->user);
    pack_u(out, entry->key);
    pack_i(out, entry->number);
    pack_i(out, entry->admitted);
    pack_i(out, entry->duration);
    pack_u(out, entry->outcome);
    pack_u(out, (entry->estimated ? ENTRY_ESTIMATED : 0) | (entry->over ? ENTRY_OVER : 0) |
                    (entry->stream ? ENTRY_STREAM : 0));
    pack_i(out, entry->status);
    record_pack_usage(out, &entry->usage);
    pack_i(out, entry->reserved);
    pack_i(out, entry->cost);
    pack_text(out, entry->provider);
    pack_text(out, entry->model);
    pack_text(out, entry->group);
    pack_i(out, entry->per_mille);
    pack_i(out, entry->first);
    pack_u(out, entry->rule);
}

void record_unpack_entry(struct unpack *in, struct entry *entry) {
    memset(entry, 0, sizeof *entry);
    entry->user = unpack_u(in);
    entry->key = unpack_u(in);
    entry->number = unpack_i(in);
    entry->admitted = unpack_i(in);
    entry->duration = unpack_i(in);
    entry->outcome = unpack_u(in) % CALL__MAX;
    uint64_t flags = unpack_u(in);
    entry->estimated = flags & ENTRY_ESTIMATED;
    entry->over = flags & ENTRY_OVER;
    entry->stream = flags & ENTRY_STREAM;
    entry->status = (int)unpack_i(in);
    record_unpack_usage(in, &entry->usage);
    entry->reserved = unpack_i(in);
    entry->cost = unpack_i(in);
    unpack_text(in, entry->provider, sizeof entry->provider);
    unpack_text(in, entry->model, sizeof entry->model);
    unpack_text(in, entry->group, sizeof entry->group);
    entry->per_mille = (int)unpack_i(in);
    entry->first = unpack_i(in);
    entry->rule = unpack_u(in);
}

void record_pack_filter(struct buf *out, const struct entry_filter *filter) {
    pack_u(out, filter->user);
    pack_u(out, filter->key_count);
    for (size_t i = 0; i < filter->key_count; i++)
        pack_u(out, filter->keys[i]);
    pack_i(out, filter->start);
    pack_i(out, filter->end);
    pack_text(out, filter->model);
    pack_text(out, filter->group);
    pack_u(out, filter->outcomes);
    pack_raw(out, filter->id.bytes, sizeof filter->id.bytes);
}

void record_unpack_filter(struct unpack *in, struct entry_filter *filter) {
    filter->user = unpack_u(in);
    uint64_t count = unpack_u(in);
    in->bad |= count > FILTER_KEYS;
    filter->key_count = in->bad ? 0 : (size_t)count;
    for (size_t i = 0; i < filter->key_count; i++)
        filter->keys[i] = unpack_u(in);
    filter->start = unpack_i(in);
    filter->end = unpack_i(in);
    unpack_text(in, filter->model, sizeof filter->model);
    unpack_text(in, filter->group, sizeof filter->group);
    filter->outcomes = (unsigned)unpack_u(in);
    unpack_raw(in, filter->id.bytes, sizeof filter->id.bytes);
}

void record_pack_sum(struct buf *out, const struct usage_sum *sum) {
    pack_i(out, sum->requests);
    record_pack_usage(out, &sum->usage);
    pack_i(out, sum->cost);
}

void record_unpack_sum(struct unpack *in, struct usage_sum *sum) {
    sum->requests = unpack_i(in);
    record_unpack_usage(in, &sum->usage);
    sum->cost = unpack_i(in);
}

void record_pack_session(struct buf *out, const struct session *session) {
    pack_raw(out, session->id, sizeof session->id);
    pack_u(out, session->user);
    pack_text(out, session->title);
    pack_text(out, session->model);
    pack_i(out, session->created);
    pack_i(out, session->updated);
    pack_i(out, session->expires);
    pack_i(out, session->messages);
    pack_i(out, session->tokens);
    pack_i(out, session->cost);
    pack_i(out, session->bytes);
    pack_u(out, session->ended);
    pack_raw(out, session->turn, sizeof session->turn);
}

void record_unpack_session(struct unpack *in, struct session *session) {
    memset(session, 0, sizeof *session);
    unpack_raw(in, session->id, sizeof session->id);
    session->user = unpack_u(in);
    unpack_text(in, session->title, sizeof session->title);
    unpack_text(in, session->model, sizeof session->model);
    session->created = unpack_i(in);
    session->updated = unpack_i(in);
    session->expires = unpack_i(in);
    session->messages = unpack_i(in);
    session->tokens = unpack_i(in);
    session->cost = unpack_i(in);
    session->bytes = unpack_i(in);
    session->ended = unpack_u(in);
    unpack_raw(in, session->turn, sizeof session->turn);
}

void record_pack_seen(struct buf *out, const struct seen *seen) {
    pack_i(out, seen->good);
    pack_i(out, seen->first);
    pack_i(out, seen->failed);
    pack_u(out, seen->fault.kind);
    pack_i(out, seen->fault.status);
    pack_i(out, seen->failures);
}

void record_unpack_seen(struct unpack *in, struct seen *seen) {
    seen->good = unpack_i(in);
    seen->first = unpack_i(in);
    seen->failed = unpack_i(in);
    seen->fault.kind = unpack_u(in) % FAULT__MAX;
    seen->fault.status = (int)unpack_i(in);
    seen->failures = unpack_i(in);
}

/* Which rates are not those that would stand in for them, then those. */
static void pack_rates(struct buf *out, const struct rates *rates) {
    unsigned named = 0;
    for (size_t i = 0; i < RATES; i++)
        named |= (unsigned)rate_is_own(rates, i) << i;
    pack_u(out, named);
    for (size_t i = 0; i < RATES; i++)
        if (named >> i & 1)
            pack_i(out, rate_get(rates, i));
}

static void unpack_rates(struct unpack *in, struct rates *rates) {
    uint64_t named = unpack_u(in);
    in->bad |= named >> RATES != 0;
    for (size_t i = 0; i < RATES; i++)
        if (named >> i & 1)
            *rate_at(rates, i) = unpack_i(in);
    rates_complete(rates, (unsigned)named);
}

void record_pack_price(struct buf *out, const struct price *price) {
    pack_rates(out, &price->base);
    pack_i(out, price->tier_from);
    if (price->tier_from)
        pack_rates(out, &price->tier);
}

void record_unpack_price(struct unpack *in, struct price *price) {
    memset(price, 0, sizeof *price);
    unpack_rates(in, &price->base);
    price->tier_from = unpack_i(in);
    if (price->tier_from)
        unpack_rates(in, &price->tier);
}

void record_key_u64(unsigned char out[8], uint64_t value) {
    for (int i = 7; i >= 0; i--, value >>= 8)
        out[i] = (unsigned char)value;
}

uint64_t record_read_u64(const unsigned char in[8]) {
    uint64_t value = 0;
    for (int i = 0; i < 8; i++)
        value = value << 8 | in[i];
    return value;
}

void record_id_time(unsigned char id[6], int64_t ms) {
    for (int i = 5; i >= 0; i--, ms >>= 8)
        id[i] = (unsigned char)ms;
}

int64_t record_time_of(const unsigned char id[6]) {
    int64_t ms = 0;
    for (int i = 0; i < 6; i++)
        ms = ms << 8 | id[i];
    return ms;
}
