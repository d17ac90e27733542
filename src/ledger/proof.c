/*
 * The proof that the ledger's sums agree. Accounts, holds and aggregates are read at one moment; then entries
 * are walked in steps while the ledger goes on serving: an entry younger than that moment has a number above
 * the count that its user had then.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "ledger/holds.h"
#include "ledger/operation.h"
#include "ledger/record.h"

#define STEP         500
#define ABANDONED_MS 3000 /* a proof that nobody has asked to go on for so long gives way to another */

struct user_sums {
    struct user user;
    nanos held; /* by running calls */
    nanos cost; /* of entries */
    int64_t entries;
    nanos aggregate_cost;
    int64_t aggregate_requests, requests;
    nanos paid;
};

struct key_sums {
    struct key key;
    int64_t places; /* taken by entries of the key's period */
    int64_t start;  /* the newest period in which anything is used or held, */
    int64_t held;   /* and what running calls hold in it */
};

struct check {
    unsigned char id[OPERATION_ID];
    struct user_sums *users; /* by id, ascending */
    struct key_sums *keys;
    size_t user_count, key_count;
    struct call_id last;
    bool started;
    int64_t touched; /* monotonic ms */
    struct ledger_proof proof;
};

void check_free(struct check *check) {
    if (!check)
        return;
    free(check->users);
    free(check->keys);
    free(check);
}

__attribute__((format(printf, 2, 3))) static void fault(struct ledger_proof *proof, const char *format, ...) {
    va_list args;
    if (proof->faults < (int64_t)(sizeof proof->fault / sizeof *proof->fault)) {
        va_start(args, format);
        vsnprintf(proof->fault[proof->faults], sizeof *proof->fault, format, args);
        va_end(args);
    }
    proof->faults++;
}

/* Money that was counted wrongly may be beyond all measure: then the sum wraps, and is a fault. */
static void add(nanos *sum, nanos amount) {
    (void)__builtin_add_overflow(*sum, amount, sum);
}

static struct user_sums *sums_of(struct check *check, uint64_t id) {
    size_t low = 0, high = check->user_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (check->users[middle].user.id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < check->user_count && check->users[low].user.id == id ? &check->users[low] : NULL;
}

static struct key_sums *key_of(struct check *check, uint64_t id) {
    for (size_t i = 0; i < check->key_count; i++)
        if (check->keys[i].key.id == id)
            return &check->keys[i];
    return NULL;
}

/* Room for one more of an array that doubles. */
static void *grow(void *array, size_t count, size_t size) {
    return (count & (count - 1)) == 0 ? xrealloc(array, (count ? count * 2 : 1) * size) : array;
}

static int read_user(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    (void)key, (void)err;
    struct check *check = arg;
    struct unpack in = unpack_from(value->data, value->len);
    check->users = grow(check->users, check->user_count, sizeof *check->users);
    struct user_sums *sums = &check->users[check->user_count++];
    *sums = (struct user_sums){0};
    record_unpack_user(&in, &sums->user);
    add(&check->proof.spent, sums->user.spent);
    return 0;
}

static int read_key(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    (void)key, (void)err;
    struct check *check = arg;
    struct unpack in = unpack_from(value->data, value->len);
    check->proof.keys++;
    struct key_sums sums = {0};
    record_unpack_key(&in, &sums.key);
    sums.start = sums.key.start;
    if (sums.key.cap == 0)
        return 0;
    check->keys = grow(check->keys, check->key_count, sizeof *check->keys);
    check->keys[check->key_count++] = sums;
    return 0;
}

static void read_hold(struct check *check, const struct hold *hold) {
    check->proof.open++;
    add(&check->proof.reserved, hold->amount);
    struct user_sums *sums = sums_of(check, hold->user);
    if (!sums)
        fault(&check->proof, "a reservation of user %llu, who does not exist",
              (unsigned long long)hold->user);
    else
        add(&sums->held, hold->amount);
    struct key_sums *places = hold->counted ? key_of(check, hold->key) : NULL;
    if (places && hold->start > places->start) {
        places->start = hold->start;
        places->held = 0;
    }
    if (places && hold->start == places->start)
        places->held++;
}

/* The sums by user that admission goes by; those of the keys it compares with the caps itself. */
static void read_holds(struct check *check, const struct holds *holds) {
    const struct hold *hold = NULL;
    while ((hold = holds_next(holds, hold)) != NULL)
        read_hold(check, hold);
    for (size_t i = 0; i < check->user_count; i++)
        check->users[i].user.reserved = holds_money(holds, check->users[i].user.id);
}

static int read_aggregate(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    (void)err;
    struct check *check = arg;
    struct usage_sum sum;
    struct unpack in = unpack_from(value->data, value->len);
    record_unpack_sum(&in, &sum);
    struct user_sums *sums = sums_of(check, record_read_u64((const unsigned char *)key->data));
    if (sums) {
        add(&sums->aggregate_cost, sum.cost);
        sums->aggregate_requests += sum.requests;
    }
    return 0;
}

static int read_payment(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    (void)key, (void)err;
    struct check *check = arg;
    struct unpack in = unpack_from(value->data, value->len);
    struct user_sums *sums = sums_of(check, unpack_u(&in));
    if (sums)
        add(&sums->paid, unpack_i(&in));
    return 0;
}

static int read_entry(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    (void)err;
    struct check *check = arg;
    struct entry entry;
    struct unpack in = unpack_from(value->data, value->len);
    memcpy(check->last.bytes, key->data, sizeof check->last.bytes);
    check->started = true;
    record_unpack_entry(&in, &entry);
    struct user_sums *sums = sums_of(check, entry.user);
    if (!sums || entry.number > sums->user.entries)
        return 0; /* younger than the snapshot */
    check->proof.entries++;
    sums->entries++;
    add(&sums->cost, entry.cost);
    sums->requests += entry.outcome != CALL_FAILED;
    struct key_sums *places = entry.counted ? key_of(check, entry.key) : NULL;
    if (places && (!places->key.period ||
                   entry.admitted / 1000 / places->key.period * places->key.period == places->key.start))
        places->places++;
    return 0;
}

static int take_snapshot(struct work *work, struct check *check, struct error *err) {
    static const struct {
        enum table table;
        int (*visit)(void *arg, const struct buf *key, const struct buf *value, struct error *err);
    } parts[] = {
        {TABLE_USERS, read_user},
        {TABLE_KEYS, read_key},
        {TABLE_USAGE, read_aggregate},
        {TABLE_PAYMENTS, read_payment},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (store_walk(work->store, parts[i].table, NULL, 0, SIZE_MAX, parts[i].visit, check, err) < 0)
            return -1;
    read_holds(check, work->book->holds);
    check->proof.users = (int64_t)check->user_count;
    return 0;
}

static void compare(struct ledger_proof *proof, const char *user, const char *what, int64_t is,
                    int64_t should) {
    if (is != should)
        fault(proof, "%s: %s is %lld, should be %lld", user, what, (long long)is, (long long)should);
}

static void draw_conclusions(struct check *check) {
    struct ledger_proof *proof = &check->proof;
    for (size_t i = 0; i < check->user_count; i++) {
        const struct user_sums *sums = &check->users[i];
        const struct user *user = &sums->user;
        compare(proof, user->name, "number of entries", user->entries, sums->entries);
        compare(proof, user->name, "money spent", user->spent, sums->cost);
        compare(proof, user->name, "money reserved", user->reserved, sums->held);
        compare(proof, user->name, "money paid in", user->credited, sums->paid);
        compare(proof, user->name, "aggregated cost", sums->aggregate_cost, sums->cost);
        compare(proof, user->name, "aggregated requests", sums->aggregate_requests, sums->requests);
    }
    for (size_t i = 0; i < check->key_count; i++) {
        const struct key *key = &check->keys[i].key;
        int64_t used = check->keys[i].start == key->start ? key->used : 0;
        int64_t taken = used + check->keys[i].held;
        compare(proof, key->name, "requests used", key->used, check->keys[i].places);
        if (taken > key->cap)
            fault(proof, "%s: %lld requests used of %lld", key->name, (long long)taken, (long long)key->cap);
    }
}

static void answer(struct work *work, bool done, const struct ledger_proof *proof) {
    pack_u(work->out, done);
    if (!done)
        return;
    const int64_t numbers[] = {proof->users, proof->keys,     proof->entries, proof->open,
                               proof->spent, proof->reserved, proof->faults};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        pack_i(work->out, numbers[i]);
    for (size_t i = 0; i < sizeof proof->fault / sizeof *proof->fault; i++)
        pack_text(work->out, proof->fault[i]);
}

/* Asked again and again with the same id until it answers that it is done. A new keeper starts anew. */
int op_check(struct work *work, struct error *err) {
    struct check *check = work->book->check;
    int64_t now = clock_mono_ms();
    if (check && memcmp(check->id, work->id, OPERATION_ID) != 0) {
        if (now - check->touched < ABANDONED_MS)
            return error_set(err, ERR_CONFLICT, "another proof of the ledger is running");
        check_free(check);
        work->book->check = check = NULL;
    }
    if (!check) {
        check = xcalloc(1, sizeof *check);
        check->touched = now;
        memcpy(check->id, work->id, OPERATION_ID);
        if (take_snapshot(work, check, err) < 0) {
            check_free(check);
            return -1;
        }
        work->book->check = check;
        answer(work, false, &check->proof);
        return 0;
    }
    check->touched = now;
    int more = store_walk(work->store, TABLE_ENTRIES, check->started ? check->last.bytes : NULL,
                          sizeof check->last.bytes, STEP, read_entry, check, err);
    if (more < 0)
        return -1;
    if (!more)
        draw_conclusions(check);
    answer(work, !more, &check->proof);
    if (!more) {
        check_free(check);
        work->book->check = NULL;
    }
    return 0;
}
