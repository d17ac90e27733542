/* Entries, and the sums that are kept of them. */
#include <string.h>

#include "ledger/operation.h"
#include "ledger/record.h"

#define HOUR       3600  /* seconds */
#define USAGE_HEAD 20    /* user (8), hour (4), key (8); the model's name follows */
#define ANSWER_MAX 60000 /* the row that goes beyond it still fits into WIRE_BODY_MAX */

static void usage_key(struct buf *out, uint64_t user, int64_t hour, uint64_t key, const char *model) {
    unsigned char head[USAGE_HEAD], number[8];
    record_key_u64(head, user);
    record_key_u64(number, (uint64_t)hour);
    memcpy(head + 8, number + 4, 4);
    record_key_u64(head + 12, key);
    pack_raw(out, head, sizeof head);
    pack_raw(out, model, strlen(model));
}

void usage_row_init(struct usage_row *row) {
    *row = (struct usage_row){0};
    buf_init(&row->key, 512);
}

void usage_row_free(struct usage_row *row) {
    buf_free(&row->key);
}

static int read_row(struct work *work, struct usage_row *row, struct error *err) {
    int found = store_get(work->store, TABLE_USAGE, row->key.data, row->key.len, &work->scratch, err);
    row->sum = (struct usage_sum){0};
    if (found > 0) {
        struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
        record_unpack_sum(&in, &row->sum);
    }
    return found;
}

int usage_write(struct work *work, struct usage_row *row, struct error *err) {
    if (row->key.len == 0)
        return 0;
    buf_clear(&work->scratch);
    record_pack_sum(&work->scratch, &row->sum);
    return store_put(work->store, TABLE_USAGE, row->key.data, row->key.len, &work->scratch, err);
}

static int turn_to_row(struct work *work, struct usage_row *row, struct buf *key, struct error *err) {
    if (key->len == row->key.len && memcmp(key->data, row->key.data, key->len) == 0)
        return 0;
    if (usage_write(work, row, err) < 0)
        return -1;
    struct buf last = row->key;
    row->key = *key;
    *key = last;
    return read_row(work, row, err);
}

int usage_add(struct work *work, struct usage_row *row, const struct entry *entry, struct error *err) {
    if (entry->outcome == CALL_FAILED)
        return 0;
    struct buf key;
    buf_init(&key, 512);
    usage_key(&key, entry->user, entry->admitted / 1000 / HOUR, entry->key, entry->model);
    int rc = turn_to_row(work, row, &key, err);
    row->sum.requests++;
    usage_accumulate(&row->sum.usage, &entry->usage);
    row->sum.cost += entry->cost;
    buf_free(&key);
    return rc < 0 ? -1 : 0;
}

int entry_find_cost(struct work *work, nanos *cost, struct error *err) {
    struct entry entry;
    int found = store_get(work->store, TABLE_ENTRIES, work->id, OPERATION_ID, &work->scratch, err);
    if (found <= 0)
        return found;
    struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
    record_unpack_entry(&in, &entry);
    *cost = entry.cost;
    return 1;
}

struct usage_search {
    uint64_t user;
    int64_t first_hour, last_hour;
    size_t rows, from;
    struct buf *out;
};

static int match_usage(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    (void)err;
    struct usage_search *search = arg;
    const unsigned char *bytes = (const unsigned char *)key->data;
    uint64_t user = record_read_u64(bytes);
    int64_t hour = (int64_t)bytes[8] << 24 | bytes[9] << 16 | bytes[10] << 8 | bytes[11];
    if (search->user && (user != search->user || hour > search->last_hour))
        return 1; /* behind the last row of this user and period */
    pack_bytes(search->out, key->data, key->len);
    bool within = hour >= search->first_hour && hour <= search->last_hour;
    pack_bytes(search->out, value->data, within ? value->len : 0);
    return search->out->len - search->from > ANSWER_MAX;
}

/* Arguments: the key to go on from ("" at first), user, hours. Answer: rows of key and sums ("" outside of
 * the period); none at the end. */
int op_usage(struct work *work, struct error *err) {
    struct buf start;
    size_t len;
    const void *after = unpack_bytes(work->in, &len);
    struct usage_search search = {.user = unpack_u(work->in), .out = work->out, .from = work->out->len};
    search.first_hour = unpack_i(work->in);
    search.last_hour = unpack_i(work->in);
    buf_init(&start, 512);
    if (len == 0 && search.user)
        usage_key(&start, search.user, search.first_hour > 0 ? search.first_hour : 0, 0, "");
    else
        buf_add(&start, after, len);
    int more = store_walk(work->store, TABLE_USAGE, start.len ? start.data : NULL, start.len, BOOK_STEP,
                          match_usage, &search, err);
    buf_free(&start);
    return more < 0 ? -1 : 0;
}
