/* Settling: an entry for each call that has ended, and the sums that it changes. */
#include <string.h>

#include "ledger/holds.h"
#include "ledger/operation.h"
#include "ledger/record.h"
#include "ledger/slot.h"

/* One transaction. What several calls in a row add to is read and written once. */
struct settling {
    struct work *work;
    struct user user; /* id 0: none yet */
    struct usage_row row;
};

static void begin(struct settling *settling, struct work *work) {
    *settling = (struct settling){.work = work};
    usage_row_init(&settling->row);
}

static int write_user(struct settling *settling, struct error *err) {
    return settling->user.id ? account_write(settling->work, &settling->user, err) : 0;
}

static int turn_to_user(struct settling *settling, uint64_t id, struct error *err) {
    if (settling->user.id == id)
        return 0;
    if (write_user(settling, err) < 0)
        return -1;
    if (account_read(settling->work, id, &settling->user, err) <= 0)
        return error_set(err, ERR_INTERNAL, "ledger: a reservation without a user");
    return 0;
}

static int end(struct settling *settling, struct error *err) {
    int rc = write_user(settling, err) < 0 || usage_write(settling->work, &settling->row, err) < 0 ? -1 : 0;
    usage_row_free(&settling->row);
    return rc;
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

static void complete_entry(struct entry *entry, const struct hold *hold, const struct user *user) {
    entry->cost = within(entry->cost, INT64_MAX - user->spent);
    entry->user = hold->user;
    entry->key = hold->key;
    entry->number = user->entries + 1;
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

static int find_settled(struct work *work, nanos *cost, struct error *err) {
    int found = call_find_cost(work, cost, err);
    return found == 0  ? error_set(err, ERR_NOT_FOUND, "ledger: no reservation for this call")
           : found < 0 ? -1
                       : 0;
}

/* The call that work->id and work->in tell of. */
static int settle(struct settling *settling, nanos *cost, struct error *err) {
    struct work *work = settling->work;
    struct entry entry = {0};
    const struct hold *hold = holds_find(work->book->holds, work->id);
    read_result(work->in, &entry);
    if (!hold)
        return find_settled(work, cost, err);
    if (turn_to_user(settling, hold->user, err) < 0)
        return -1;
    complete_entry(&entry, hold, &settling->user);
    int fresh = write_entry(work, &entry, err);
    if (fresh == 0)
        return find_settled(work, cost, err); /* by a transaction that was thought to have failed */
    if (fresh < 0 || usage_add(work, &settling->row, &entry, err) < 0)
        return -1;
    if (entry.counted && use_place(work, hold, err) < 0)
        return -1;
    settling->user.spent += entry.cost;
    settling->user.entries++;
    *cost = entry.cost;
    return 0;
}

int op_settle(struct work *work, struct error *err) {
    struct settling settling;
    nanos cost = 0;
    begin(&settling, work);
    int rc = settle(&settling, &cost, err);
    if (end(&settling, err) < 0 || rc < 0)
        return -1;
    work->ended = holds_find(work->book->holds, work->id);
    pack_i(work->out, cost);
    return 0;
}

/* A call that nobody knows any more is settled as far as it can be. */
static int settle_ended(struct settling *settling, const struct call *call, struct buf *packed,
                        struct error *err) {
    struct error why = {0};
    nanos cost;
    buf_clear(packed);
    call_pack_result(call, packed);
    struct unpack in = unpack_from(packed->data, packed->len);
    settling->work->id = call_id(call)->bytes;
    settling->work->in = &in;
    if (settle(settling, &cost, &why) == 0 || why.kind == ERR_NOT_FOUND)
        return 0;
    *err = why;
    return -1;
}

static int settle_all(struct work *work, struct call *const calls[], size_t count, struct error *err) {
    struct settling settling;
    struct buf packed;
    int rc = 0;
    buf_init(&packed, 4096);
    begin(&settling, work);
    for (size_t i = 0; rc == 0 && i < count; i++)
        rc = settle_ended(&settling, calls[i], &packed, err);
    if (end(&settling, err) < 0)
        rc = -1;
    buf_free(&packed);
    return rc;
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
    for (size_t i = 0; rc == 0 && i < count; i++)
        holds_drop(book->holds, call_id(calls[i])->bytes);
    return rc;
}
