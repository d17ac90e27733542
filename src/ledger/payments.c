/* Payments: what was paid in, or taken back, by whom and when. The newest come first in the database. */
#include <string.h>

#include "ledger/operation.h"
#include "ledger/record.h"

static const char *const kinds[] = {"operator", "code", "begin"};
_Static_assert(sizeof kinds / sizeof *kinds == PAYMENT__MAX, "a name for each kind");

const char *payment_kind_name(enum payment_kind kind) {
    return kinds[kind];
}

/* Numbers as keys of which the greatest comes first. */
static void down_key(unsigned char out[8], uint64_t number) {
    record_key_u64(out, ~number);
}

static void user_key(unsigned char out[16], uint64_t user, uint64_t number) {
    record_key_u64(out, user);
    down_key(out + 8, number);
}

/* How many payments a user has: the number of the newest; of all (user 0): its id. Returns 0, or -1. */
static int count(struct work *work, uint64_t user, uint64_t *total, struct error *err) {
    unsigned char after[16];
    struct buf key;
    enum table table = user ? TABLE_USER_PAYMENTS : TABLE_PAYMENTS;
    size_t head = user ? 8 : 0;
    buf_init(&key, 64);
    user_key(after, user, UINT64_MAX);
    int found = store_next(work->store, table, user ? after : NULL, sizeof after, &key, &work->scratch, err);
    *total = 0;
    if (found > 0 && key.len == head + 8 && memcmp(key.data, after, head) == 0)
        *total = ~record_read_u64((unsigned char *)key.data + head);
    buf_free(&key);
    return found < 0 ? -1 : 0;
}

static int put(struct work *work, const struct payment *payment, struct error *err) {
    unsigned char id[8];
    down_key(id, payment->id);
    buf_clear(&work->scratch);
    record_pack_payment(&work->scratch, payment);
    return store_put(work->store, TABLE_PAYMENTS, id, sizeof id, &work->scratch, err);
}

/* It must be there: something refers to it. */
static int get(struct work *work, uint64_t id, struct payment *payment, struct error *err) {
    unsigned char key[8];
    down_key(key, id);
    int found = store_get(work->store, TABLE_PAYMENTS, key, sizeof key, &work->scratch, err);
    if (found == 0)
        return error_set(err, ERR_INTERNAL, "ledger: payment %llu is missing", (unsigned long long)id);
    struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
    record_unpack_payment(&in, payment);
    return found < 0 ? -1 : 0;
}

int payment_write(struct work *work, struct payment *payment, struct error *err) {
    unsigned char key[16];
    uint64_t before;
    if (count(work, payment->user, &before, err) < 0)
        return -1;
    payment->id = book_number(work, "payments", err);
    payment->number = (int64_t)before + 1;
    payment->time = work->book->now / 1000;
    if (payment->id == 0 || put(work, payment, err) < 0)
        return -1;
    user_key(key, payment->user, before + 1);
    buf_clear(&work->scratch);
    pack_u(&work->scratch, payment->id);
    return store_put(work->store, TABLE_USER_PAYMENTS, key, sizeof key, &work->scratch, err);
}

/* The ids of payments that follow each other in a table. */
struct listed {
    uint64_t user;
    uint64_t ids[LEDGER_PAGE];
    size_t room, count;
};

static int list_any(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    (void)value, (void)err;
    struct listed *listed = arg;
    listed->ids[listed->count++] = ~record_read_u64((unsigned char *)key->data);
    return listed->count == listed->room;
}

static int list_of_user(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    (void)err;
    struct listed *listed = arg;
    struct unpack in = unpack_from(value->data, value->len);
    if (record_read_u64((unsigned char *)key->data) != listed->user)
        return 1;
    listed->ids[listed->count++] = unpack_u(&in);
    return listed->count == listed->room;
}

/* Those with numbers (of a user) or ids (of all) of at most `from`. */
static int list(struct work *work, uint64_t user, uint64_t from, struct listed *listed, struct error *err) {
    unsigned char after[16];
    if (from == 0 || listed->room == 0)
        return 0;
    user_key(after, user, from + 1);
    listed->user = user;
    return user ? store_walk(work->store, TABLE_USER_PAYMENTS, after, 16, SIZE_MAX, list_of_user, listed, err)
                : store_walk(work->store, TABLE_PAYMENTS, after + 8, 8, SIZE_MAX, list_any, listed, err);
}

/* Answer: how many there are, how many follow, these. */
int op_payments(struct work *work, struct error *err) {
    struct listed listed = {0};
    uint64_t total, user = unpack_u(work->in), skip = unpack_u(work->in), room = unpack_u(work->in);
    listed.room = room < LEDGER_PAGE ? (size_t)room : LEDGER_PAGE;
    if (count(work, user, &total, err) < 0 ||
        list(work, user, skip < total ? total - skip : 0, &listed, err) < 0)
        return -1;
    pack_u(work->out, total);
    pack_u(work->out, listed.count);
    for (size_t i = 0; i < listed.count; i++) {
        struct payment payment;
        if (get(work, listed.ids[i], &payment, err) < 0)
            return -1;
        record_pack_payment(work->out, &payment);
    }
    return 0;
}

int payment_forget_notes(struct work *work, uint64_t user, uint64_t *left, struct error *err) {
    struct listed listed = {.room = LEDGER_PAGE};
    uint64_t all;
    if (count(work, user, &all, err) < 0)
        return -1;
    if (*left > all)
        *left = all;
    if (list(work, user, *left, &listed, err) < 0)
        return -1;
    for (size_t i = 0; i < listed.count; i++) {
        struct payment payment;
        if (get(work, listed.ids[i], &payment, err) < 0)
            return -1;
        payment.note[0] = '\0';
        if (put(work, &payment, err) < 0)
            return -1;
    }
    if (*left > 0 && listed.count == 0)
        return error_set(err, ERR_INTERNAL, "ledger: payments of user %llu are missing",
                         (unsigned long long)user);
    *left = listed.count < *left ? *left - listed.count : 0;
    return 0;
}
