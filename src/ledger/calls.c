/* One call: a reservation before it, an entry after it. */
#include <string.h>

#include "base/clock.h"
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

static int hold_money(const struct call_ask *ask, struct user *user, struct reservation *r,
                      struct error *err) {
    r->output = ask->output;
    r->amount = worst_cost(ask, ask->output);
    if (user->limited) {
        __int128 available = (__int128)user->credited - user->spent - user->reserved;
        if (r->amount > available) {
            r->output = available > 0 ? affordable_output(ask, (nanos)(available / 2)) : 0;
            r->amount = worst_cost(ask, r->output);
            if (r->output == 0)
                return refuse(err, ERR_CREDIT, "insufficient_credit",
                              "The credit left does not pay for this call.");
        }
    }
    if (__builtin_add_overflow(user->reserved, r->amount, &user->reserved))
        return refuse(err, ERR_CREDIT, "insufficient_credit", "The reservation for this call is too large.");
    return 0;
}

static int hold_place(const struct book *book, struct key *key, struct reservation *r, struct error *err) {
    if (key->cap == 0)
        return 0;
    int64_t now = book->now / 1000, start = key->period ? now - now % key->period : 0;
    if (key->start != start) {
        key->start = start;
        key->used = 0;
    }
    if (key->used >= key->cap) {
        refuse(err, ERR_LIMIT, "rate_limit_exceeded", "This key has used all of its requests.");
        err->retry_after = key->period ? (int)(start + key->period - now) : 0;
        return -1;
    }
    key->used++;
    r->counted = true;
    r->start = start;
    return 0;
}

static void read_ask(struct unpack *in, struct call_ask *ask, struct reservation *r) {
    unpack_raw(in, ask->key_hash, sizeof ask->key_hash);
    unpack_text(in, r->provider, sizeof r->provider);
    unpack_text(in, r->model, sizeof r->model);
    record_unpack_price(in, &ask->price);
    ask->prompt = unpack_i(in);
    ask->output = unpack_i(in);
    ask->choices = unpack_i(in);
    if (ask->choices < 1)
        ask->choices = 1;
    r->stream = ask->stream = unpack_u(in);
}

static int write_reservation(struct work *work, const struct reservation *r, struct error *err) {
    buf_clear(&work->scratch);
    record_pack_reservation(&work->scratch, r);
    return store_put(work->store, TABLE_RESERVATIONS, work->id, OPERATION_ID, &work->scratch, err);
}

static int read_reservation(struct work *work, struct reservation *r, struct error *err) {
    int found = store_get(work->store, TABLE_RESERVATIONS, work->id, OPERATION_ID, &work->scratch, err);
    if (found > 0) {
        struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
        record_unpack_reservation(&in, r);
    }
    return found;
}

static int refuse_settled(struct work *work, struct error *err) {
    int found = store_get(work->store, TABLE_ENTRIES, work->id, OPERATION_ID, &work->scratch, err);
    return found > 0 ? error_set(err, ERR_CONFLICT, "ledger: this call is settled") : found;
}

static void answer_grant(struct work *work, const struct reservation *r, const struct user *user) {
    pack_u(work->out, r->user);
    pack_u(work->out, r->key);
    pack_text(work->out, user->name);
    pack_i(work->out, r->amount);
    pack_i(work->out, r->output);
}

int op_reserve(struct work *work, struct error *err) {
    struct call_ask ask;
    struct reservation r = {0}, known;
    struct key key;
    struct user user;
    unsigned char *hash = ask.key_hash;
    read_ask(work->in, &ask, &r);
    int64_t deadline = unpack_i(work->in);
    int found = read_reservation(work, &known, err);
    if (found > 0)
        found = account_read(work, known.user, &user, err);
    if (found > 0)
        answer_grant(work, &known, &user);
    if (found)
        return found < 0 ? -1 : 0;
    if (key_admit(work, hash, &key, &user, err) < 0)
        return -1;
    if (refuse_settled(work, err) < 0)
        return -1;
    if (clock_mono_ms() >= deadline) /* who asked has given it up and may have had it released already */
        return error_set(err, ERR_UNAVAILABLE, "ledger: the reservation came too late");
    if (book_admits(work->book, err) < 0)
        return -1;
    r.user = user.id;
    r.key = key.id;
    r.admitted = work->book->now;
    if (hold_place(work->book, &key, &r, err) < 0 || hold_money(&ask, &user, &r, err) < 0)
        return -1;
    if ((r.counted && key_write(work, hash, &key, err) < 0) || account_write(work, &user, err) < 0 ||
        write_reservation(work, &r, err) < 0)
        return -1;
    answer_grant(work, &r, &user);
    return 0;
}

/* Gives the place in the key's period back, if that period still runs and the key still exists. */
static int return_place(struct work *work, const struct reservation *r, struct error *err) {
    unsigned char hash[SECRET_HASH];
    struct key key;
    if (!r->counted)
        return 0;
    int found = key_hash_of(work, r->key, hash, err);
    if (found > 0)
        found = key_read(work, hash, &key, err);
    if (found <= 0 || key.start != r->start)
        return found < 0 ? -1 : 0;
    key.used--;
    return key_write(work, hash, &key, err);
}

static void fill_entry(struct entry *entry, const struct reservation *r, struct user *user) {
    entry->user = r->user;
    entry->key = r->key;
    entry->number = ++user->entries;
    entry->admitted = r->admitted;
    entry->stream = r->stream;
    entry->reserved = r->amount;
    entry->over = entry->cost > r->amount;
    entry->counted = r->counted && entry->outcome != CALL_FAILED;
    memcpy(entry->provider, r->provider, sizeof entry->provider);
    memcpy(entry->model, r->model, sizeof entry->model);
}

static int write_entry(struct work *work, const struct entry *entry, struct error *err) {
    buf_clear(&work->scratch);
    record_pack_entry(&work->scratch, entry);
    return store_put(work->store, TABLE_ENTRIES, work->id, OPERATION_ID, &work->scratch, err);
}

/* A call without a reservation was settled before: its entry is there. */
static int answer_settled(struct work *work, struct error *err) {
    struct entry entry;
    int found = store_get(work->store, TABLE_ENTRIES, work->id, OPERATION_ID, &work->scratch, err);
    if (found <= 0)
        return found < 0 ? -1 : error_set(err, ERR_NOT_FOUND, "ledger: no reservation for this call");
    struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
    record_unpack_entry(&in, &entry);
    pack_i(work->out, entry.cost);
    return 0;
}

/* Takes the reservation away and its money off the user's reserved sum. 1 done, 0 there is none, -1. */
static int end_reservation(struct work *work, struct reservation *r, struct user *user, struct error *err) {
    int found = read_reservation(work, r, err);
    if (found <= 0)
        return found;
    if (account_read(work, r->user, user, err) <= 0)
        return error_set(err, ERR_INTERNAL, "ledger: a reservation without a user");
    user->reserved -= r->amount;
    return store_delete(work->store, TABLE_RESERVATIONS, work->id, OPERATION_ID, err) < 0 ? -1 : 1;
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
    usage_limit(&entry->usage);
}

int op_settle(struct work *work, struct error *err) {
    struct reservation r;
    struct user user;
    struct entry entry = {0};
    read_result(work->in, &entry);
    int found = end_reservation(work, &r, &user, err);
    if (found <= 0)
        return found < 0 ? -1 : answer_settled(work, err);
    entry.cost = within(entry.cost, INT64_MAX - user.spent);
    fill_entry(&entry, &r, &user);
    user.spent += entry.cost;
    if (entry.outcome == CALL_FAILED && return_place(work, &r, err) < 0)
        return -1;
    if (account_write(work, &user, err) < 0 || write_entry(work, &entry, err) < 0 ||
        usage_add(work, &entry, err) < 0)
        return -1;
    pack_i(work->out, entry.cost);
    return 0;
}

int op_release(struct work *work, struct error *err) {
    struct reservation r;
    struct user user;
    int found = end_reservation(work, &r, &user, err);
    if (found <= 0)
        return found;
    return return_place(work, &r, err) < 0 || account_write(work, &user, err) < 0 ? -1 : 0;
}
