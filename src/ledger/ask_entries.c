/* Asks for entries, and for the sums of them. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ledger/exchange.h"
#include "ledger/record.h"

int ledger_entry_step(struct ledger *ledger, struct entry_walk *walk, struct entry *entries, size_t room,
                      size_t *count, struct error *err) {
    struct exchange x;
    *count = 0;
    exchange_begin(&x);
    record_pack_filter(&x.in, &walk->filter);
    pack_u(&x.in, walk->newest_first);
    pack_u(&x.in, walk->begun);
    pack_raw(&x.in, walk->last.bytes, sizeof walk->last.bytes);
    pack_i(&x.in, walk->skip);
    pack_u(&x.in, room);
    int rc = exchange_run(ledger, OP_ENTRY_LIST, &x, err);
    while (rc == 0 && unpack_u(&x.answer) && *count < room) {
        struct entry *entry = &entries[*count];
        struct call_id id;
        unpack_raw(&x.answer, id.bytes, sizeof id.bytes);
        record_unpack_entry(&x.answer, entry);
        entry->id = id;
        *count += !x.answer.bad;
    }
    if (rc == 0) {
        walk->ended = unpack_u(&x.answer);
        walk->begun = true;
        walk->skip = unpack_i(&x.answer);
        unpack_raw(&x.answer, walk->last.bytes, sizeof walk->last.bytes);
    }
    exchange_end(&x);
    return rc;
}

struct collected {
    struct usage_sum *sums;
    size_t count, room;
};

static struct usage_sum *sum_of(struct collected *all, const char *model, size_t len) {
    if (len >= sizeof all->sums->model)
        len = sizeof all->sums->model - 1;
    for (size_t i = 0; i < all->count; i++)
        if (strlen(all->sums[i].model) == len && memcmp(all->sums[i].model, model, len) == 0)
            return &all->sums[i];
    if (all->count == all->room) {
        all->room = all->room ? all->room * 2 : 8;
        all->sums = xrealloc(all->sums, all->room * sizeof *all->sums);
    }
    struct usage_sum *sum = &all->sums[all->count++];
    memset(sum, 0, sizeof *sum);
    memcpy(sum->model, model, len);
    return sum;
}

static void collect_row(struct collected *all, const char *key, size_t key_len, const void *value,
                        size_t len) {
    enum { HEAD = 20 }; /* user, hour and key stand before the model's name */
    if (len == 0 || key_len < HEAD)
        return;
    struct usage_sum row;
    struct unpack in = unpack_from(value, len);
    record_unpack_sum(&in, &row);
    struct usage_sum *sum = sum_of(all, key + HEAD, key_len - HEAD);
    sum->requests += row.requests;
    sum->cost += row.cost;
    sum->usage.prompt += row.usage.prompt;
    sum->usage.cache_read += row.usage.cache_read;
    sum->usage.cache_write += row.usage.cache_write;
    sum->usage.output += row.usage.output;
    sum->usage.reasoning += row.usage.reasoning;
}

static int by_model(const void *a, const void *b) {
    const struct usage_sum *one = a, *other = b;
    return strcmp(one->model, other->model);
}

int ledger_usage(struct ledger *ledger, uint64_t user, int64_t start, int64_t end_time,
                 struct usage_sum **sums, size_t *count, struct error *err) {
    struct collected all = {0};
    struct buf last;
    buf_init(&last, 1024);
    int rc, rows;
    do {
        struct exchange x;
        exchange_begin(&x);
        pack_bytes(&x.in, last.data ? last.data : "", last.len);
        pack_u(&x.in, user);
        pack_i(&x.in, start / 3600);
        pack_i(&x.in, end_time / 3600 - (end_time % 3600 <= 0));
        rc = exchange_run(ledger, OP_USAGE, &x, err);
        for (rows = 0; rc == 0 && x.answer.at < x.answer.end && !x.answer.bad; rows++) {
            size_t key_len, len;
            const char *key = unpack_bytes(&x.answer, &key_len);
            const void *value = unpack_bytes(&x.answer, &len);
            collect_row(&all, key, key_len, value, len);
            buf_clear(&last);
            buf_add(&last, key, key_len);
        }
        exchange_end(&x);
    } while (rc == 0 && rows > 0);
    buf_free(&last);
    if (rc < 0) {
        free(all.sums);
        return -1;
    }
    if (all.count)
        qsort(all.sums, all.count, sizeof *all.sums, by_model);
    *sums = all.sums;
    *count = all.count;
    return 0;
}
