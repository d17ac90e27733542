/* The ledger's records as bytes. A new field raises the schema version of book.c. */
#include "ledger/record.h"

#include <string.h>

enum { USER_DISABLED = 1, USER_DELETED = 2, USER_LIMITED = 4 };

void record_pack_user(struct buf *out, const struct user *user) {
    pack_u(out, user->id);
    pack_text(out, user->name);
    pack_u(out, (user->disabled ? USER_DISABLED : 0) | (user->deleted ? USER_DELETED : 0) |
                    (user->limited ? USER_LIMITED : 0));
    pack_i(out, user->credited);
    pack_i(out, user->spent);
    pack_i(out, user->reserved);
    pack_i(out, user->entries);
    pack_i(out, user->created);
}

void record_unpack_user(struct unpack *in, struct user *user) {
    memset(user, 0, sizeof *user);
    user->id = unpack_u(in);
    unpack_text(in, user->name, sizeof user->name);
    uint64_t flags = unpack_u(in);
    user->disabled = flags & USER_DISABLED;
    user->deleted = flags & USER_DELETED;
    user->limited = flags & USER_LIMITED;
    user->credited = unpack_i(in);
    user->spent = unpack_i(in);
    user->reserved = unpack_i(in);
    user->entries = unpack_i(in);
    user->created = unpack_i(in);
}

enum { KEY_DISABLED = 1, KEY_STRICT = 2 };

void record_pack_key(struct buf *out, const struct key *key) {
    pack_u(out, key->id);
    pack_u(out, key->user);
    pack_text(out, key->name);
    pack_text(out, key->hint);
    pack_u(out, (key->disabled ? KEY_DISABLED : 0) | (key->strict ? KEY_STRICT : 0));
    pack_i(out, key->cap);
    pack_i(out, key->period);
    pack_i(out, key->start);
    pack_i(out, key->used);
    pack_i(out, key->created);
}

void record_unpack_key(struct unpack *in, struct key *key) {
    memset(key, 0, sizeof *key);
    key->id = unpack_u(in);
    key->user = unpack_u(in);
    unpack_text(in, key->name, sizeof key->name);
    unpack_text(in, key->hint, sizeof key->hint);
    uint64_t flags = unpack_u(in);
    key->disabled = flags & KEY_DISABLED;
    key->strict = flags & KEY_STRICT;
    key->cap = unpack_i(in);
    key->period = unpack_i(in);
    key->start = unpack_i(in);
    key->used = unpack_i(in);
    key->created = unpack_i(in);
}

void record_pack_origin(struct buf *out, const struct origin *origin) {
    pack_u(out, origin->address);
    pack_i(out, origin->most_wrong);
}

void record_unpack_origin(struct unpack *in, struct origin *origin) {
    origin->address = unpack_u(in);
    origin->most_wrong = (int)unpack_i(in);
}

void record_pack_hold(struct buf *out, const struct hold *hold) {
    pack_u(out, hold->user);
    pack_u(out, hold->key);
    pack_i(out, hold->amount);
    pack_i(out, hold->output);
    pack_i(out, hold->admitted);
    pack_u(out, hold->counted);
    pack_i(out, hold->start);
}

void record_unpack_hold(struct unpack *in, struct hold *hold) {
    memset(hold, 0, sizeof *hold);
    hold->user = unpack_u(in);
    hold->key = unpack_u(in);
    hold->amount = unpack_i(in);
    hold->output = unpack_i(in);
    hold->admitted = unpack_i(in);
    hold->counted = unpack_u(in);
    hold->start = unpack_i(in);
}

void record_pack_usage(struct buf *out, const struct usage *usage) {
    pack_i(out, usage->prompt);
    pack_i(out, usage->cache_read);
    pack_i(out, usage->cache_write);
    pack_i(out, usage->output);
    pack_i(out, usage->reasoning);
}

void record_unpack_usage(struct unpack *in, struct usage *usage) {
    usage->prompt = unpack_i(in);
    usage->cache_read = unpack_i(in);
    usage->cache_write = unpack_i(in);
    usage->output = unpack_i(in);
    usage->reasoning = unpack_i(in);
}

enum { ENTRY_ESTIMATED = 1, ENTRY_OVER = 2, ENTRY_STREAM = 4, ENTRY_COUNTED = 8 };

void record_pack_entry(struct buf *out, const struct entry *entry) {
    pack_u(out, entry->user);
    pack_u(out, entry->key);
    pack_i(out, entry->number);
    pack_i(out, entry->admitted);
    pack_i(out, entry->duration);
    pack_u(out, entry->outcome);
    pack_u(out, (entry->estimated ? ENTRY_ESTIMATED : 0) | (entry->over ? ENTRY_OVER : 0) |
                    (entry->stream ? ENTRY_STREAM : 0) | (entry->counted ? ENTRY_COUNTED : 0));
    pack_i(out, entry->status);
    record_pack_usage(out, &entry->usage);
    pack_i(out, entry->reserved);
    pack_i(out, entry->cost);
    pack_text(out, entry->provider);
    pack_text(out, entry->model);
}

void record_unpack_entry(struct unpack *in, struct entry *entry) {
    memset(entry, 0, sizeof *entry);
    entry->user = unpack_u(in);
    entry->key = unpack_u(in);
    entry->number = unpack_i(in);
    entry->admitted = unpack_i(in);
    entry->duration = unpack_i(in);
    entry->outcome = unpack_u(in) % CALL__MAX;
    uint64_t flags = unpack_u(in);
    entry->estimated = flags & ENTRY_ESTIMATED;
    entry->over = flags & ENTRY_OVER;
    entry->stream = flags & ENTRY_STREAM;
    entry->counted = flags & ENTRY_COUNTED;
    entry->status = (int)unpack_i(in);
    record_unpack_usage(in, &entry->usage);
    entry->reserved = unpack_i(in);
    entry->cost = unpack_i(in);
    unpack_text(in, entry->provider, sizeof entry->provider);
    unpack_text(in, entry->model, sizeof entry->model);
}

void record_pack_sum(struct buf *out, const struct usage_sum *sum) {
    pack_i(out, sum->requests);
    record_pack_usage(out, &sum->usage);
    pack_i(out, sum->cost);
}

void record_unpack_sum(struct unpack *in, struct usage_sum *sum) {
    sum->requests = unpack_i(in);
    record_unpack_usage(in, &sum->usage);
    sum->cost = unpack_i(in);
}

static void pack_rates(struct buf *out, const struct rates *rates) {
    pack_i(out, rates->input);
    pack_i(out, rates->output);
    pack_i(out, rates->cache_read);
    pack_i(out, rates->cache_write);
}

static void unpack_rates(struct unpack *in, struct rates *rates) {
    rates->input = unpack_i(in);
    rates->output = unpack_i(in);
    rates->cache_read = unpack_i(in);
    rates->cache_write = unpack_i(in);
}

void record_pack_price(struct buf *out, const struct price *price) {
    pack_rates(out, &price->base);
    pack_i(out, price->tier_from);
    if (price->tier_from)
        pack_rates(out, &price->tier);
}

void record_unpack_price(struct unpack *in, struct price *price) {
    memset(price, 0, sizeof *price);
    unpack_rates(in, &price->base);
    price->tier_from = unpack_i(in);
    if (price->tier_from)
        unpack_rates(in, &price->tier);
}

void record_key_u64(unsigned char out[8], uint64_t value) {
    for (int i = 7; i >= 0; i--, value >>= 8)
        out[i] = (unsigned char)value;
}

uint64_t record_read_u64(const unsigned char in[8]) {
    uint64_t value = 0;
    for (int i = 0; i < 8; i++)
        value = value << 8 | in[i];
    return value;
}

void record_id_time(unsigned char id[6], int64_t ms) {
    for (int i = 5; i >= 0; i--, ms >>= 8)
        id[i] = (unsigned char)ms;
}
