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

#define ABANDONED_MS 3000 /* a proof that nobody has asked to go on for so long gives way to another */

/* What entries add up to, for one who is charged or counted. */
struct entry_sums {
    nanos cost;
    int64_t entries, requests, tokens;
    struct windows windows; /* in those that are recorded */
};

/* Of an account or a key: what it says, and what it should say. */
struct told {
    uint64_t id;
    char name[NAME_TEXT];
    nanos spent;
    int64_t entries;
    struct windows windows;
    struct forgotten forgotten;
    struct entry_sums sums;
};

struct user_sums {
    struct told told;
    nanos reserved, held; /* as admission counts it, and by running calls */
    nanos credited, paid;
    nanos aggregate_cost;
    int64_t aggregate_requests;
};

/* One of the rules for models. */
struct rule_sums {
    uint64_t user, rule;
    struct windows windows;
    struct entry_sums sums;
};

struct check {
    unsigned char id[OPERATION_ID];
    struct user_sums *users; /* by id, ascending, as the others */
    struct told *keys;
    struct rule_sums *rules;
    size_t user_count, key_count, rule_count;
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
    free(check->rules);
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

/* An id, or two, at the beginning of each element. */
static void *find(void *array, size_t count, size_t size, const uint64_t *ids, size_t id_count) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2, i = 0;
        char *element = (char *)array + middle * size;
        const uint64_t *is = (const uint64_t *)(void *)element;
        while (i + 1 < id_count && is[i] == ids[i])
            i++;
        if (is[i] == ids[i])
            return element;
        if (is[i] < ids[i])
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static struct user_sums *sums_of(struct check *check, uint64_t id) {
    return find(check->users, check->user_count, sizeof *check->users, &id, 1);
}

static struct told *key_of(struct check *check, uint64_t id) {
    return find(check->keys, check->key_count, sizeof *check->keys, &id, 1);
}

static struct rule_sums *rule_of(struct check *check, uint64_t user, uint64_t rule) {
    const uint64_t ids[] = {user, rule};
    return find(check->rules, check->rule_count, sizeof *check->rules, ids, 2);
}

/* Room for one more of an array that doubles. */
static void *grow(void *array, size_t count, size_t size) {
    return (count & (count - 1)) == 0 ? xrealloc(array, (count ? count * 2 : 1) * size) : array;
}

/* Of a record only this is kept: there may be very many. */
static int read_user(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    (void)key, (void)err;
    struct check *check = arg;
    struct user user;
    struct unpack in = unpack_from(value->data, value->len);
    check->users = grow(check->users, check->user_count, sizeof *check->users);
    struct user_sums *sums = &check->users[check->user_count++];
    record_unpack_user(&in, &user);
    *sums = (struct user_sums){.credited = user.credited,
                               .told = {.id = user.id,
                                        .spent = user.spent,
                                        .entries = user.entries,
                                        .windows = user.windows,
                                        .forgotten = user.forgotten}};
    memcpy(sums->told.name, user.name, sizeof user.name);
    add(&check->proof.spent, user.spent);
    return 0;
}

static int read_key(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    (void)key, (void)err;
    struct check *check = arg;
    struct key of;
    struct unpack in = unpack_from(value->data, value->len);
    check->proof.keys++;
    check->keys = grow(check->keys, check->key_count, sizeof *check->keys);
    struct told *told = &check->keys[check->key_count++];
    record_unpack_key(&in, &of);
    *told = (struct told){.id = of.id,
                          .spent = of.spent,
                          .entries = of.entries,
                          .windows = of.windows,
                          .forgotten = of.forgotten};
    memcpy(told->name, of.name, sizeof of.name);
    return 0;
}

static int read_rule(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    (void)err;
    struct check *check = arg;
    struct unpack in = unpack_from(value->data, value->len);
    check->rules = grow(check->rules, check->rule_count, sizeof *check->rules);
    struct rule_sums *sums = &check->rules[check->rule_count++];
    *sums = (struct rule_sums){.user = record_read_u64((const unsigned char *)key->data),
                               .rule = record_read_u64((const unsigned char *)key->data + 8)};
    record_unpack_windows(&in, &sums->windows);
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
}

/* The sums by user that admission goes by. */
static void read_holds(struct check *check, const struct holds *holds) {
    const struct hold *hold = NULL;
    while ((hold = holds_next(holds, hold)) != NULL)
        read_hold(check, hold);
    for (size_t i = 0; i < check->user_count; i++)
        check->users[i].reserved = holds_money(holds, HOLDER_USER, check->users[i].told.id);
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
    struct payment payment;
    struct unpack in = unpack_from(value->data, value->len);
    record_unpack_payment(&in, &payment);
    struct user_sums *sums = sums_of(check, payment.user);
    if (sums)
        add(&sums->paid, payment.amount);
    return 0;
}

static void add_entry(struct entry_sums *sums, const struct windows *windows, const struct entry *entry) {
    int64_t tokens = entry->usage.prompt + entry->usage.output;
    bool counted = entry->outcome != CALL_FAILED;
    sums->entries++;
    sums->requests += counted;
    sums->tokens += tokens;
    add(&sums->cost, entry->cost);
    for (enum period period = 0; period < PERIOD__MAX; period++)
        if (period_start(period, entry->admitted / 1000) == windows->at[period].start) {
            sums->windows.at[period].requests += counted;
            sums->windows.at[period].tokens += tokens;
        }
}

static int read_entry(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    (void)err;
    struct check *check = arg;
    struct entry entry;
    struct unpack in = unpack_from(value->data, value->len);
    memcpy(check->last.bytes, key->data, sizeof check->last.bytes);
    check->started = true;
    record_unpack_entry(&in, &entry);
    struct user_sums *user = sums_of(check, entry.user);
    if (!user || entry.number > user->told.entries)
        return 0; /* younger than the snapshot */
    check->proof.entries++;
    add_entry(&user->told.sums, &user->told.windows, &entry);
    struct told *of_key = key_of(check, entry.key);
    if (of_key)
        add_entry(&of_key->sums, &of_key->windows, &entry);
    struct rule_sums *of_rule = entry.rule ? rule_of(check, entry.user, entry.rule) : NULL;
    if (of_rule)
        add_entry(&of_rule->sums, &of_rule->windows, &entry);
    return 0;
}

static int take_snapshot(struct work *work, struct check *check, struct error *err) {
    static const struct {
        enum table table;
        int (*visit)(void *arg, const struct buf *key, const struct buf *value, struct error *err);
    } parts[] = {
        {TABLE_USERS, read_user},      {TABLE_KEYS, read_key},         {TABLE_WINDOWS, read_rule},
        {TABLE_USAGE, read_aggregate}, {TABLE_PAYMENTS, read_payment},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (store_walk(work->store, parts[i].table, NULL, 0, SIZE_MAX, parts[i].visit, check, err) < 0)
            return -1;
    read_holds(check, work->book->holds);
    check->proof.users = (int64_t)check->user_count;
    return 0;
}

static void compare(struct ledger_proof *proof, const char *whose, const char *what, int64_t is,
                    int64_t should) {
    if (is != should)
        fault(proof, "%s: %s is %lld, should be %lld", whose, what, (long long)is, (long long)should);
}

/* A window from which entries are kept no more cannot be compared, unless their sums are known. */
static void compare_windows(struct ledger_proof *proof, const char *whose, const struct windows *windows,
                            const struct entry_sums *sums, int64_t kept_from) {
    char what[64];
    for (enum period period = 0; period < PERIOD__MAX; period++) {
        const struct window *is = &windows->at[period], *should = &sums->windows.at[period];
        if (is->partial || is->start < kept_from)
            continue;
        snprintf(what, sizeof what, "requests of the %s", period_name(period));
        compare(proof, whose, what, is->requests, should->requests);
        snprintf(what, sizeof what, "tokens of the %s", period_name(period));
        compare(proof, whose, what, is->tokens, should->tokens);
    }
}

static void conclude(struct ledger_proof *proof, const char *whose, const struct told *is) {
    const struct entry_sums *sums = &is->sums;
    const struct window *ever = &is->windows.at[PERIOD_EVER];
    compare(proof, whose, "number of entries", is->entries, sums->entries + is->forgotten.entries);
    compare(proof, whose, "money spent", is->spent, sums->cost + is->forgotten.cost);
    compare_windows(proof, whose, &is->windows, sums, is->forgotten.until);
    compare(proof, whose, "requests in all", ever->requests, sums->requests + is->forgotten.requests);
    compare(proof, whose, "tokens in all", ever->tokens, sums->tokens + is->forgotten.tokens);
}

static void conclude_user(struct ledger_proof *proof, const struct user_sums *user) {
    const struct told *told = &user->told;
    const struct forgotten *forgotten = &told->forgotten;
    conclude(proof, told->name, told);
    compare(proof, told->name, "money reserved", user->reserved, user->held);
    compare(proof, told->name, "money paid in", user->credited, user->paid);
    compare(proof, told->name, "aggregated cost", user->aggregate_cost, told->sums.cost + forgotten->cost);
    compare(proof, told->name, "aggregated requests", user->aggregate_requests,
            told->sums.requests + forgotten->requests);
}

static void conclude_key(struct ledger_proof *proof, const struct told *key) {
    char whose[NAME_TEXT + 32];
    snprintf(whose, sizeof whose, "key %llu (%s)", (unsigned long long)key->id, key->name);
    conclude(proof, whose, key);
}

static void conclude_rule(struct check *check, const struct rule_sums *rule) {
    const struct user_sums *user = sums_of(check, rule->user);
    char whose[NAME_TEXT + 32];
    if (!user)
        return;
    snprintf(whose, sizeof whose, "%s, by a rule for models", user->told.name);
    compare_windows(&check->proof, whose, &rule->windows, &rule->sums, user->told.forgotten.until);
}

static void draw_conclusions(struct check *check) {
    for (size_t i = 0; i < check->user_count; i++)
        conclude_user(&check->proof, &check->users[i]);
    for (size_t i = 0; i < check->key_count; i++)
        conclude_key(&check->proof, &check->keys[i]);
    for (size_t i = 0; i < check->rule_count; i++)
        conclude_rule(check, &check->rules[i]);
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

bool check_runs(struct book *book) {
    if (book->check && clock_mono_ms() - book->check->touched >= ABANDONED_MS) {
        check_free(book->check);
        book->check = NULL;
    }
    return book->check;
}

/* Asked again and again with the same id until it answers that it is done. A new keeper starts anew. */
int op_check(struct work *work, struct error *err) {
    struct check *check = work->book->check;
    int64_t now = clock_mono_ms();
    if (check && memcmp(check->id, work->id, OPERATION_ID) != 0) {
        if (check_runs(work->book))
            return error_set(err, ERR_CONFLICT, "another proof of the ledger is running");
        check = NULL;
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
                          sizeof check->last.bytes, BOOK_STEP, read_entry, check, err);
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
