/* What is held for a call before it runs. */
#include <string.h>

#include "base/clock.h"
#include "ledger/holds.h"
#include "ledger/operation.h"
#include "ledger/record.h"

#define OUTPUT_LEAST 256 /* output tokens below which a call is refused rather than shortened */

static int refuse(struct error *err, enum error_kind kind, const char *code, const char *message) {
    error_set(err, kind, "%s", message);
    err->code = code;
    return -1;
}

/* The most that so much output can cost: all of the prompt may be written to a cache at a higher rate. */
static nanos worst_cost(const struct call_ask *ask, int64_t output) {
    struct usage usage = {.prompt = ask->prompt};
    if (__builtin_mul_overflow(output, ask->choices, &usage.output))
        usage.output = INT64_MAX;
    nanos plain = price_cost(&ask->price, &usage);
    usage.cache_write = ask->prompt;
    nanos cached = price_cost(&ask->price, &usage);
    return cached > plain ? cached : plain;
}

/* The most output tokens whose worst cost stays within the budget; 0 if even the least does not. */
static int64_t affordable_output(const struct call_ask *ask, nanos budget) {
    int64_t low = OUTPUT_LEAST, high = ask->output;
    if (high < low || worst_cost(ask, low) > budget)
        return 0;
    while (low < high) {
        int64_t middle = low + (high - low + 1) / 2;
        if (worst_cost(ask, middle) <= budget)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

static int hold_money(const struct call_ask *ask, const struct user *user, struct hold *hold,
                      struct error *err) {
    hold->output = ask->output;
    hold->amount = worst_cost(ask, ask->output);
    if (user->limited) {
        __int128 available = (__int128)user->credited - user->spent - user->reserved;
        if (hold->amount > available) {
            hold->output = available > 0 ? affordable_output(ask, (nanos)(available / 2)) : 0;
            hold->amount = worst_cost(ask, hold->output);
            if (hold->output == 0)
                return refuse(err, ERR_CREDIT, "insufficient_credit",
                              "The credit left does not pay for this call; a lower output limit costs less.");
        }
    }
    nanos sum;
    if (__builtin_add_overflow(user->reserved, hold->amount, &sum))
        return refuse(err, ERR_CREDIT, "insufficient_credit", "The reservation for this call is too large.");
    return 0;
}

static int hold_place(const struct book *book, const struct key *key, struct hold *hold, struct error *err) {
    if (key->cap == 0)
        return 0;
    int64_t now = book->now / 1000, start = key_period(key, now);
    int64_t used = (key->start == start ? key->used : 0) + holds_places(book->holds, key->id, start);
    if (used >= key->cap) {
        refuse(err, ERR_LIMIT, "rate_limit_exceeded", "This key has used all of its requests.");
        err->retry_after = key->period ? (int)(start + key->period - now) : 0;
        return -1;
    }
    hold->counted = true;
    hold->start = start;
    return 0;
}

static void read_ask(struct unpack *in, struct call_ask *ask) {
    unpack_raw(in, ask->key_hash, sizeof ask->key_hash);
    record_unpack_origin(in, &ask->origin);
    record_unpack_price(in, &ask->price);
    ask->prompt = unpack_i(in);
    ask->output = unpack_i(in);
    ask->choices = unpack_i(in);
    if (ask->choices < 1)
        ask->choices = 1;
}

static void answer_grant(struct work *work, const struct hold *hold, const struct user *user,
                         const struct key *key) {
    record_pack_hold(work->out, hold);
    pack_text(work->out, user->name);
    pack_u(work->out, key->strict);
}

static int decide(struct work *work, const struct call_ask *ask, struct hold *hold, struct user *user,
                  struct key *key, struct error *err) {
    *hold = (struct hold){0};
    if (key_admit(work, ask->key_hash, &ask->origin, key, user, err) < 0)
        return -1;
    if (key->start < INT64_MAX / 1000)
        book_see_time(work->book, key->start * 1000); /* that period has begun, whatever the clock says */
    hold->admitted = work->book->now;
    memcpy(hold->id.bytes, work->id, sizeof hold->id.bytes);
    hold->user = user->id;
    hold->key = key->id;
    if (hold_place(work->book, key, hold, err) < 0)
        return -1;
    return hold_money(ask, user, hold, err);
}

/* Whether it is money or a place that lacks: not so where the key was not looked at. */
static bool is_short(const struct error *err) {
    return err->kind == ERR_CREDIT || (err->kind == ERR_LIMIT && strcmp(err->code, LEDGER_WRONG_KEYS) != 0);
}

/* Writes nothing: what is held stands in memory here, and in the slot of who asked. */
int op_reserve(struct work *work, struct error *err) {
    struct call_ask ask;
    struct hold hold;
    struct user user;
    struct key key = {0};
    read_ask(work->in, &ask);
    int64_t deadline = unpack_i(work->in);
    if (work->in->bad)
        return 0; /* book_apply() refuses it */
    /* A question that comes again comes before its call is settled: what was sent over a link goes with it.
     */
    const struct hold *known = holds_find(work->book->holds, work->id);
    if (known) {
        if (account_read(work, known->user, &user, err) < 0 || key_read(work, ask.key_hash, &key, err) < 0)
            return -1;
        answer_grant(work, known, &user, &key);
        return 0;
    }
    if (clock_mono_ms() >= deadline) /* who asked has given it up and may have had it released already */
        return error_set(err, ERR_UNAVAILABLE, "ledger: the reservation came too late");
    if (book_admits(work->book, err) < 0)
        return -1;
    int rc = decide(work, &ask, &hold, &user, &key, err);
    if (rc < 0 ? is_short(err) : hold.output < ask.output) {
        book_catch_up(work); /* calls that have ended hold less, or nothing */
        *err = (struct error){0};
        rc = decide(work, &ask, &hold, &user, &key, err);
    }
    if (rc < 0)
        return -1;
    holds_add(work->book->holds, &hold);
    answer_grant(work, &hold, &user, &key);
    return 0;
}

int call_believe(struct work *work, struct hold *hold, struct error *err) {
    unsigned char hash[SECRET_HASH];
    struct key key;
    book_see_time(work->book, hold->admitted);
    if (hold->admitted < 0 || hold->admitted > work->book->now)
        hold->admitted = work->book->now;
    int found = key_hash_of(work, hold->key, hash, err);
    if (found > 0)
        found = key_read(work, hash, &key, err);
    if (found <= 0) {
        hold->counted = false;
        return found;
    }
    hold->start = key_period(&key, hold->admitted / 1000);
    int64_t used = key.start == hold->start ? key.used : 0;
    hold->counted &= used + holds_places(work->book->holds, key.id, hold->start) < key.cap;
    return 0;
}

int call_hold_again(struct work *work, const struct hold *told, struct error *err) {
    struct hold hold = *told;
    struct user user;
    nanos cost, sum;
    int found = entry_find_cost(work, &cost, err);
    if (found || holds_find(work->book->holds, work->id))
        return found < 0 ? -1 : 0;
    found = account_read(work, hold.user, &user, err);
    if (found <= 0 || hold.amount < 0 || __builtin_add_overflow(user.reserved, hold.amount, &sum))
        return found < 0 ? -1 : 0; /* of somebody who is gone, or absurd */
    if (call_believe(work, &hold, err) < 0)
        return -1;
    holds_add(work->book->holds, &hold);
    return 0;
}

int op_release(struct work *work, struct error *err) {
    (void)err;
    work->ended = holds_find(work->book->holds, work->id);
    return 0;
}
