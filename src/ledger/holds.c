/* What running calls hold, found by call, and summed by user and by key. */
#include "ledger/holds.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define BUCKETS 1024 /* of each table: a site rarely has more calls at once */

struct call_node {
    struct hold hold; /* first: a hold that was handed out is its node */
    struct call_node *next;
    struct call_node *newer, *older; /* in the list of all */
};

/* Of one user (start is 0), or of one key and period. */
struct sum_node {
    uint64_t owner;
    int64_t start;
    int64_t total, count;
    struct sum_node *next;
};

struct holds {
    struct call_node *newest;
    struct call_node *calls[BUCKETS];
    struct sum_node *users[BUCKETS], *keys[BUCKETS];
};

struct holds *holds_new(void) {
    return xcalloc(1, sizeof(struct holds));
}

void holds_free(struct holds *holds) {
    while (holds && holds->newest)
        holds_drop(holds, holds->newest->hold.id.bytes);
    free(holds);
}

/* Where the call's node is, or would be. Ids end in a counter. */
static struct call_node **place_of(const struct holds *holds, const unsigned char id[16]) {
    unsigned hash = id[15] | (unsigned)(id[14] ^ id[11]) << 8;
    struct call_node **at = (struct call_node **)&holds->calls[hash % BUCKETS];
    while (*at && memcmp((*at)->hold.id.bytes, id, sizeof(struct call_id)) != 0)
        at = &(*at)->next;
    return at;
}

static struct sum_node **sum_of(struct sum_node *const *table, uint64_t owner, int64_t start) {
    struct sum_node **at = (struct sum_node **)&table[owner % BUCKETS];
    while (*at && ((*at)->owner != owner || (*at)->start != start))
        at = &(*at)->next;
    return at;
}

static void add_to_sum(struct sum_node **table, uint64_t owner, int64_t start, int64_t amount) {
    struct sum_node **at = sum_of(table, owner, start);
    if (!*at) {
        *at = xcalloc(1, sizeof **at);
        (*at)->owner = owner;
        (*at)->start = start;
    }
    (*at)->total += amount;
    (*at)->count++;
}

static void take_from_sum(struct sum_node **table, uint64_t owner, int64_t start, int64_t amount) {
    struct sum_node **at = sum_of(table, owner, start), *sum = *at;
    sum->total -= amount;
    if (--sum->count > 0)
        return;
    *at = sum->next;
    free(sum);
}

static int64_t total_of(struct sum_node *const *table, uint64_t owner, int64_t start) {
    const struct sum_node *sum = *sum_of(table, owner, start);
    return sum ? sum->total : 0;
}

void holds_add(struct holds *holds, const struct hold *hold) {
    struct call_node *node = xcalloc(1, sizeof *node);
    node->hold = *hold;
    *place_of(holds, hold->id.bytes) = node;
    node->older = holds->newest;
    if (node->older)
        node->older->newer = node;
    holds->newest = node;
    add_to_sum(holds->users, hold->user, 0, hold->amount);
    if (hold->counted)
        add_to_sum(holds->keys, hold->key, hold->start, 1);
}

void holds_drop(struct holds *holds, const unsigned char id[16]) {
    struct call_node **at = place_of(holds, id), *node = *at;
    if (!node)
        return;
    *at = node->next;
    *(node->newer ? &node->newer->older : &holds->newest) = node->older;
    if (node->older)
        node->older->newer = node->newer;
    take_from_sum(holds->users, node->hold.user, 0, node->hold.amount);
    if (node->hold.counted)
        take_from_sum(holds->keys, node->hold.key, node->hold.start, 1);
    free(node);
}

const struct hold *holds_find(const struct holds *holds, const unsigned char id[16]) {
    const struct call_node *node = *place_of(holds, id);
    return node ? &node->hold : NULL;
}

nanos holds_money(const struct holds *holds, uint64_t user) {
    return total_of(holds->users, user, 0);
}

int64_t holds_places(const struct holds *holds, uint64_t key, int64_t start) {
    return total_of(holds->keys, key, start);
}

const struct hold *holds_next(const struct holds *holds, const struct hold *after) {
    const struct call_node *node = after ? ((const struct call_node *)after)->older : holds->newest;
    return node ? &node->hold : NULL;
}
