/* Settling: an entry for each call that has ended, and the sums that it changes. */
#include <string.h>

#include "base/log.h"
#include "ledger/gauges.h"
#include "ledger/holds.h"
#include "ledger/operation.h"
#include "ledger/record.h"
#include "ledger/slot.h"

/* One transaction. What several calls in a row add to is read and written once. */
struct settling {
    struct work *work;
    struct user user; /* id 0: none yet */
    struct plan plan; /* the user's; without one it limits nothing */
    struct key key;   /* id 0: none */
    struct usage_row row;
};

static void begin(struct settling *settling, struct work *work) {
    *settling = (struct settling){.work = work};
    usage_row_init(&settling->row);
}

static int write_user(struct settling *settling, struct error *err) {
    return settling->user.id ? account_write(settling->work, &settling->user, err) : 0;
}

static int write_key(struct settling *settling, struct error *err) {
    return settling->key.id ? key_write(settling->work, &settling->key, err) : 0;
}

static int turn_to_user(struct settling *settling, uint64_t id, struct error *err) {
    if (settling->user.id == id)
        return 0;
    if (write_user(settling, err) < 0)
        return -1;
    settling->user.id = 0;
    settling->plan = (struct plan){0};
    int found = account_read(settling->work, id, &settling->user, err);
    if (found == 0)
        error_set(err, ERR_NOT_FOUND, "ledger: a call of user %llu, who does not exist",
                  (unsigned long long)id);
    if (found > 0 && *settling->user.plan)
        found = plan_read(settling->work, settling->user.plan, &settling->plan, err) < 0 ? -1 : 1;
    return found > 0 ? 0 : -1;
}

/* A key may be gone by now; then the call had none. */
static int turn_to_key(struct settling *settling, uint64_t id, struct error *err) {
    if (settling->key.id == id)
        return 0;
    if (write_key(settling, err) < 0)
        return -1;
    settling->key.id = 0;
    return id && key_read(settling->work, id, &settling->key, err) < 0 ? -1 : 0;
}

static int end(struct settling *settling, struct error *err) {
    int rc = write_user(settling, err) < 0 || write_key(settling, err) < 0 ||
                     usage_write(settling->work, &settling->row, err) < 0
                 ? -1
                 : 0;
    usage_row_free(&settling->row);
    return rc;
}

/* What one of the plan's rules has counted is a record of its own. */
static int book_rule(struct settling *settling, const struct hold *hold, const struct passed *passed,
                     struct error *err) {
    struct windows windows;
    struct limits none = {0}; /* beyond its reservation nothing is carried on if the rule is gone */
    if (!hold->rule)
        return 0;
    const struct limits *limits = rule_limits(&settling->plan, settling->user.id, hold->rule);
    if (rule_read(settling->work, settling->user.id, hold->rule, &windows, err) < 0)
        return -1;
    windows_book(&windows, limits ? limits : &none, passed);
    return rule_write(settling->work, settling->user.id, hold->rule, &windows, err);
}

/* What the call held in windows becomes what it used of them. */
static int book_windows(struct settling *settling, const struct hold *hold, const struct entry *entry,
                        struct error *err) {
    struct passed passed = {
        .admitted = hold->admitted / 1000,
        .now = settling->work->book->now / 1000,
        .counted = entry->outcome != CALL_FAILED,
        .tokens = entry->usage.prompt + entry->usage.output,
        .reserved = hold->tokens,
    };
    windows_book(&settling->user.windows, &settling->plan.limits, &passed);
    if (settling->key.id)
        windows_book(&settling->key.windows, &settling->key.limits, &passed);
    return book_rule(settling, hold, &passed, err);
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
    entry->duration = unpack_i(in);
    entry->cost = unpack_i(in);
    entry->stream = unpack_u(in);
    unpack_text(in, entry->provider, sizeof entry->provider);
    unpack_text(in, entry->model, sizeof entry->model);
    entry->first = unpack_i(in);
}

static struct fault fault_of(int64_t kind, int64_t status) {
    bool known = kind > FAULT_NONE && kind < FAULT__MAX;
    return (struct fault){known ? (enum fault_kind)kind : FAULT_NONE, known ? (int)within(status, 999) : 0};
}

static void read_remark(struct unpack *in, struct remark *remark) {
    unpack_text(in, remark->model, sizeof remark->model);
    int64_t kind = (int64_t)unpack_u(in);
    remark->fault = fault_of(kind, unpack_i(in));
}

static void copy_remark(const struct call *call, struct remark *remark) {
    memcpy(remark->model, call->terms.target, sizeof remark->model);
    remark->fault = fault_of(call->fault, call->fault_status);
}

static void copy_result(const struct call *call, struct entry *entry) {
    entry->outcome = (enum call_outcome)call->outcome;
    entry->usage = call->used.usage;
    entry->estimated = call->estimated;
    entry->status = call->status;
    entry->duration = call->duration;
    entry->cost = call->cost;
    entry->stream = call->terms.stream;
    memcpy(entry->provider, call->terms.provider, sizeof entry->provider);
    memcpy(entry->model, call->terms.model, sizeof entry->model);
    entry->first = call->first;
}

static void complete_entry(struct entry *entry, const struct hold *hold, const struct user *user) {
    if (entry->outcome == CALL_FAILED) { /* costs nothing, whoever says so */
        entry->usage = (struct usage){0};
        entry->cost = 0;
    }
    usage_limit(&entry->usage);
    entry->duration = within(entry->duration, INT64_MAX);
    entry->first = within(entry->first, entry->duration);
    entry->cost = within(entry->cost, INT64_MAX - user->spent);
    entry->user = hold->user;
    entry->key = hold->key;
    entry->number = user->entries + 1;
    entry->admitted = hold->admitted;
    entry->reserved = hold->amount;
    entry->over = entry->cost > hold->amount;
    entry->per_mille = hold->per_mille;
    entry->rule = hold->rule;
    memcpy(entry->group, hold->group, sizeof entry->group);
}

/* 1 written, 0 there is one already, -1. */
static int write_entry(struct work *work, const struct entry *entry, struct error *err) {
    buf_clear(&work->scratch);
    record_pack_entry(&work->scratch, entry);
    return store_add(work->store, TABLE_ENTRIES, work->id, OPERATION_ID, &work->scratch, err);
}

static int find_settled(struct work *work, nanos *cost, struct error *err) {
    int found = entry_find_cost(work, cost, err);
    return found == 0  ? error_set(err, ERR_NOT_FOUND, "ledger: no reservation for this call")
           : found < 0 ? -1
                       : 0;
}

/*
 * The call work->id, of whose entry the result is filled in. A call whose hold is not known was settled
 * before, and its entry is there; or somebody has spoiled the slots, and then it says itself what it held.
 */
static int settle(struct settling *settling, struct entry *entry, const struct remark *remark,
                  struct hold *told, nanos *cost, struct error *err) {
    struct work *work = settling->work;
    const struct hold *hold = holds_find(work->book->holds, work->id);
    if (!hold) {
        int found = find_settled(work, cost, err);
        if (found == 0 || err->kind != ERR_NOT_FOUND || told->user == 0)
            return found;
        *err = (struct error){0};
        call_believe(work, told);
        hold = told;
    }
    if (turn_to_user(settling, hold->user, err) < 0 || turn_to_key(settling, hold->key, err) < 0)
        return -1;
    complete_entry(entry, hold, &settling->user);
    int fresh = write_entry(work, entry, err);
    if (fresh == 0)
        return find_settled(work, cost, err); /* by a transaction that was thought to have failed */
    if (fresh < 0 || entry_index(work, entry->user, err) < 0 ||
        usage_add(work, &settling->row, entry, err) < 0)
        return -1;
    if (book_windows(settling, hold, entry, err) < 0 || seen_note(work, entry, remark, err) < 0)
        return -1;
    settling->user.spent += entry->cost;
    settling->user.entries++;
    if (settling->key.id) {
        settling->key.spent += entry->cost;
        settling->key.entries++;
        settling->key.used = entry->admitted / 1000;
    }
    *cost = entry->cost;
    return 0;
}

int op_settle(struct work *work, struct error *err) {
    struct settling settling;
    struct entry entry = {0};
    nanos cost = 0;
    struct hold told;
    struct remark remark;
    read_result(work->in, &entry);
    record_unpack_hold(work->in, &told);
    read_remark(work->in, &remark);
    begin(&settling, work);
    int rc = settle(&settling, &entry, &remark, &told, &cost, err);
    if (end(&settling, err) < 0 || rc < 0)
        return -1;
    work->ended = holds_find(work->book->holds, work->id);
    pack_i(work->out, cost);
    return 0;
}

/* A call of which nobody knows what it held cannot be charged to anybody. */
static int settle_ended(struct settling *settling, const struct call *call, struct error *err) {
    struct error why = {0};
    struct entry entry = {0};
    nanos cost;
    struct remark remark;
    copy_result(call, &entry);
    copy_remark(call, &remark);
    struct hold told = call_held(call);
    settling->work->id = call_id(call)->bytes;
    if (settle(settling, &entry, &remark, &told, &cost, &why) == 0)
        return 0;
    if (why.kind == ERR_NOT_FOUND) {
        log_line("%s: it is not charged", why.message);
        return 0;
    }
    *err = why;
    return -1;
}

static int settle_all(struct work *work, struct call *const calls[], size_t count, struct error *err) {
    struct settling settling;
    int rc = 0;
    begin(&settling, work);
    for (size_t i = 0; rc == 0 && i < count; i++)
        rc = settle_ended(&settling, calls[i], err);
    return end(&settling, err) < 0 ? -1 : rc;
}

int book_settle(struct book *book, struct call *const calls[], size_t count, struct error *err) {
    struct work work = {.book = book, .store = book->store};
    if (store_begin(book->store, err) < 0)
        return -1;
    buf_init(&work.scratch, 1 << 16);
    int rc = settle_all(&work, calls, count, err);
    buf_free(&work.scratch);
    if (rc == 0)
        rc = store_commit(book->store, err);
    else
        store_abort(book->store);
    book_see_settlement(book, rc, err);
    for (size_t i = 0; rc == 0 && i < count; i++)
        holds_drop(book->holds, call_id(calls[i])->bytes);
    return rc;
}
