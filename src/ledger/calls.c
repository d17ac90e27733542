/* One call: a reservation before it, an entry after it. */
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
                              "The credit left does not pay for this call.");
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
    record_unpack_price(in, &ask->price);
    ask->prompt = unpack_i(in);
    ask->output = unpack_i(in);
    ask->choices = unpack_i(in);
    if (ask->choices < 1)
        ask->choices = 1;
}

static void answer_grant(struct work *work, const struct hold *hold, const struct user *user) {
    pack_u(work->out, hold->user);
    pack_u(work->out, hold->key);
    pack_text(work->out, user->name);
    pack_i(work->out, hold->amount);
    pack_i(work->out, hold->output);
    pack_i(work->out, hold->admitted);
    pack_u(work->out, hold->counted);
    pack_i(work->out, hold->start);
}

static int decide(struct work *work, const struct call_ask *ask, struct hold *hold, struct user *user,
                  struct error *err) {
    struct key key;
    *hold = (struct hold){.admitted = work->book->now};
    if (key_admit(work, ask->key_hash, &key, user, err) < 0)
        return -1;
    memcpy(hold->id.bytes, work->id, sizeof hold->id.bytes);
    hold->user = user->id;
    hold->key = key.id;
    if (hold_place(work->book, &key, hold, err) < 0)
        return -1;
    return hold_money(ask, user, hold, err);
}

/* Writes nothing: what is held stands in memory here, and in the slot of who asked. */
int op_reserve(struct work *work, struct error *err) {
    struct call_ask ask;
    struct hold hold;
    struct user user;
    read_ask(work->in, &ask);
    int64_t deadline = unpack_i(work->in);
    if (work->in->bad)
        return 0; /* book_apply() refuses it */
    const struct hold *known = holds_find(work->book->holds, work->id);
    if (known) {
        if (account_read(work, known->user, &user, err) < 0)
            return -1;
        answer_grant(work, known, &user);
        return 0;
    }
    if (clock_mono_ms() >= deadline) /* who asked has given it up and may have had it released already */
        return error_set(err, ERR_UNAVAILABLE, "ledger: the reservation came too late");
    if (book_admits(work->book, err) < 0)
        return -1;
    int rc = decide(work, &ask, &hold, &user, err);
    if (rc < 0 ? err->kind == ERR_CREDIT || err->kind == ERR_LIMIT : hold.output < ask.output) {
        book_catch_up(work); /* calls that have ended hold less, or nothing */
        *err = (struct error){0};
        rc = decide(work, &ask, &hold, &user, err);
    }
    if (rc < 0)
        return -1;
    holds_add(work->book->holds, &hold);
    answer_grant(work, &hold, &user);
    return 0;
}

/* 1 if that call is in the ledger, with its cost. */
static int find_cost(struct work *work, nanos *cost, struct error *err) {
    struct entry entry;
    int found = store_get(work->store, TABLE_ENTRIES, work->id, OPERATION_ID, &work->scratch, err);
    if (found <= 0)
        return found;
    struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
    record_unpack_entry(&in, &entry);
    *cost = entry.cost;
    return 1;
}

int call_hold_again(struct work *work, const struct hold *hold, struct error *err) {
    struct user user;
    nanos cost, sum;
    int found = find_cost(work, &cost, err);
    if (found || holds_find(work->book->holds, work->id))
        return found < 0 ? -1 : 0;
    found = account_read(work, hold->user, &user, err);
    if (found <= 0 || hold->amount < 0 || __builtin_add_overflow(user.reserved, hold->amount, &sum))
        return found < 0 ? -1 : 0; /* a slot that the fall of the machine has spoiled */
    holds_add(work->book->holds, hold);
    book_see_time(work->book, hold->admitted);
    return 0;
}

/* What the call held in its key's period becomes a place that is used; unless that period is over or the key
 * is gone. */
static int use_place(struct work *work, const struct hold *hold, struct error *err) {
    unsigned char hash[SECRET_HASH];
    struct key key;
    int found = key_hash_of(work, hold->key, hash, err);
    if (found > 0)
        found = key_read(work, hash, &key, err);
    if (found <= 0 || key.start > hold->start)
        return found < 0 ? -1 : 0;
    key.used = key.start == hold->start ? key.used + 1 : 1;
    key.start = hold->start;
    return key_write(work, hash, &key, err);
}

static void fill_entry(struct entry *entry, const struct hold *hold, struct user *user) {
    entry->user = hold->user;
    entry->key = hold->key;
    entry->number = ++user->entries;
    entry->admitted = hold->admitted;
    entry->reserved = hold->amount;
    entry->over = entry->cost > hold->amount;
    entry->counted = hold->counted && entry->outcome != CALL_FAILED;
}

/* 1 written, 0 there is one already, -1. */
static int write_entry(struct work *work, const struct entry *entry, struct error *err) {
    buf_clear(&work->scratch);
    record_pack_entry(&work->scratch, entry);
    return store_add(work->store, TABLE_ENTRIES, work->id, OPERATION_ID, &work->scratch, err);
}

/* Keeps an absurd number, as a broken provider may report it, from spoiling the sums. */
static int64_t within(int64_t number, int64_t most) {
    return number < 0 ? 0 : number > most ? most : number;
}

static void read_result(struct unpack *in, struct entry *entry) {
    entry->outcome = unpack_u(in) % CALL__MAX;
    record_unpack_usage(in, &entry->usage);
    entry->estimated = unpack_u(in);
    entry->status = (int)unpack_i(in);
    entry->duration = within(unpack_i(in), INT64_MAX);
    entry->cost = unpack_i(in);
    entry->stream = unpack_u(in);
    unpack_text(in, entry->provider, sizeof entry->provider);
    unpack_text(in, entry->model, sizeof entry->model);
    usage_limit(&entry->usage);
}

static int answer_settled(struct work *work, struct error *err) {
    nanos cost;
    int found = find_cost(work, &cost, err);
    if (found <= 0)
        return found < 0 ? -1 : error_set(err, ERR_NOT_FOUND, "ledger: no reservation for this call");
    pack_i(work->out, cost);
    return 0;
}

int op_settle(struct work *work, struct error *err) {
    struct user user;
    struct entry entry = {0};
    read_result(work->in, &entry);
    const struct hold *hold = holds_find(work->book->holds, work->id);
    work->ended = hold;
    if (!hold)
        return answer_settled(work, err);
    if (account_read(work, hold->user, &user, err) <= 0)
        return error_set(err, ERR_INTERNAL, "ledger: a reservation without a user");
    entry.cost = within(entry.cost, INT64_MAX - user.spent);
    fill_entry(&entry, hold, &user);
    user.spent += entry.cost;
    int fresh = write_entry(work, &entry, err);
    if (fresh == 0)
        return answer_settled(work, err); /* by a transaction that was thought to have failed */
    if (fresh < 0 || account_write(work, &user, err) < 0 || usage_add(work, &entry, err) < 0)
        return -1;
    if (entry.counted && use_place(work, hold, err) < 0)
        return -1;
    pack_i(work->out, entry.cost);
    return 0;
}

int op_release(struct work *work, struct error *err) {
    (void)err;
    work->ended = holds_find(work->book->holds, work->id);
    return 0;
}
