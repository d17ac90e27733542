/* Asks for what was used: rows of sums, added up by what they shall be kept apart by. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ledger/exchange.h"
#include "ledger/record.h"

#define HOUR 3600
#define DAY  86400

/* What stands before the model's name in a row's key. */
enum { HOUR_AT = 8, KEY_AT = 12, MODEL_AT = 20 };

struct groups {
    unsigned by;
    struct usage_sum *sums;
    size_t count, room;
};

static const char *const names[] = {"model", "key", "day", "hour"}; /* of the bits */

bool usage_by_read(const char *text, unsigned *by) {
    *by = 0;
    for (;; text++) {
        size_t len = strcspn(text, ","), bit = 0;
        while (bit < sizeof names / sizeof *names &&
               (strlen(names[bit]) != len || memcmp(names[bit], text, len) != 0))
            bit++;
        if (bit == sizeof names / sizeof *names)
            return false;
        *by |= 1u << bit;
        text += len;
        if (!*text)
            return true;
    }
}

void usage_sum_add(struct usage_sum *to, const struct usage_sum *sum) {
    to->requests += sum->requests;
    to->cost += sum->cost;
    usage_accumulate(&to->usage, &sum->usage);
}

static int compare(const void *a, const void *b) {
    const struct usage_sum *one = a, *other = b;
    if (one->time != other->time)
        return one->time < other->time ? -1 : 1;
    if (one->key != other->key)
        return one->key < other->key ? -1 : 1;
    return strcmp(one->model, other->model);
}

/* Makes one of those that belong together. */
static void fold(struct groups *groups) {
    size_t last = 0;
    if (groups->count == 0)
        return;
    qsort(groups->sums, groups->count, sizeof *groups->sums, compare);
    for (size_t i = 1; i < groups->count; i++)
        if (compare(&groups->sums[last], &groups->sums[i]) == 0)
            usage_sum_add(&groups->sums[last], &groups->sums[i]);
        else
            groups->sums[++last] = groups->sums[i];
    groups->count = last + 1;
}

static int fold_within(struct groups *groups, struct error *err) {
    fold(groups);
    if (groups->count <= USAGE_GROUPS)
        return 0;
    return error_set(err, ERR_REQUEST, "These are more than %d sums: ask for a shorter period.",
                     USAGE_GROUPS);
}

static struct usage_sum *add_group(struct groups *groups) {
    if (groups->count == groups->room)
        fold(groups);
    if (groups->count >= groups->room / 2) { /* folding again would soon have to follow */
        groups->room = groups->room ? groups->room * 2 : 64;
        groups->sums = xrealloc(groups->sums, groups->room * sizeof *groups->sums);
    }
    return &groups->sums[groups->count++];
}

static void add_row(struct groups *groups, const unsigned char *key, size_t key_len, const void *value,
                    size_t len) {
    if (len == 0 || key_len < MODEL_AT)
        return;
    struct usage_sum sum = {0};
    struct unpack in = unpack_from(value, len);
    int64_t hour =
        (int64_t)key[HOUR_AT] << 24 | key[HOUR_AT + 1] << 16 | key[HOUR_AT + 2] << 8 | key[HOUR_AT + 3];
    record_unpack_sum(&in, &sum);
    if (groups->by & USAGE_BY_HOUR)
        sum.time = hour * HOUR;
    else if (groups->by & USAGE_BY_DAY)
        sum.time = hour * HOUR / DAY * DAY;
    if (groups->by & USAGE_BY_KEY)
        sum.key = record_read_u64(key + KEY_AT);
    size_t name_len = key_len - MODEL_AT;
    if (groups->by & USAGE_BY_MODEL)
        memcpy(sum.model, key + MODEL_AT, name_len < sizeof sum.model ? name_len : sizeof sum.model - 1);
    *add_group(groups) = sum;
}

/* The rows behind `last`, which becomes the last of them. *rows is how many they were. */
static int step(struct ledger *ledger, uint64_t user, int64_t start, int64_t end, struct buf *last,
                struct groups *groups, int *rows, struct error *err) {
    struct exchange x;
    exchange_begin(&x);
    pack_bytes(&x.in, last->data ? last->data : "", last->len);
    pack_u(&x.in, user);
    pack_i(&x.in, start / HOUR);
    pack_i(&x.in, end / HOUR - (end % HOUR <= 0));
    int rc = exchange_run(ledger, OP_USAGE, &x, err);
    for (*rows = 0; rc == 0 && x.answer.at < x.answer.end && !x.answer.bad; ++*rows) {
        size_t key_len, len;
        const void *key = unpack_bytes(&x.answer, &key_len), *value = unpack_bytes(&x.answer, &len);
        add_row(groups, key, key_len, value, len);
        buf_clear(last);
        buf_add(last, key, key_len);
    }
    exchange_end(&x);
    return rc;
}

size_t usage_regroup(struct usage_sum *sums, size_t count, unsigned by) {
    struct groups groups = {.by = by, .sums = sums, .count = count};
    for (size_t i = 0; i < count; i++) {
        if (!(by & (USAGE_BY_DAY | USAGE_BY_HOUR)))
            sums[i].time = 0;
        if (!(by & USAGE_BY_KEY))
            sums[i].key = 0;
        if (!(by & USAGE_BY_MODEL))
            memset(sums[i].model, 0, sizeof sums[i].model);
    }
    fold(&groups);
    return groups.count;
}

struct usage_sum *usage_sums_copy(const struct usage_sum *sums, size_t count) {
    struct usage_sum *copy = xmalloc((count + 1) * sizeof *copy);
    if (count)
        memcpy(copy, sums, count * sizeof *copy);
    return copy;
}

int ledger_usage(struct ledger *ledger, uint64_t user, int64_t start, int64_t end, unsigned by,
                 struct usage_sum **sums, size_t *count, struct error *err) {
    struct groups groups = {.by = by};
    struct buf last;
    int rc, rows;
    buf_init(&last, 1024);
    do {
        rc = step(ledger, user, start, end, &last, &groups, &rows, err);
        if (rc == 0 && (rows == 0 || groups.count > 2 * USAGE_GROUPS))
            rc = fold_within(&groups, err);
    } while (rc == 0 && rows > 0);
    buf_free(&last);
    if (rc < 0) {
        free(groups.sums);
        return -1;
    }
    *sums = groups.sums;
    *count = groups.count;
    return 0;
}
