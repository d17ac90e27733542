/* What running calls hold, found by call, and summed by holder. */
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

struct sum_node {
    uint64_t holder;
    struct held held;
    struct sum_node *next;
};

struct holds {
    struct call_node *newest;
    struct call_node *calls[BUCKETS];
    struct sum_node *sums[HOLDER__MAX][BUCKETS];
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

static struct sum_node **sum_of(const struct holds *holds, enum holder kind, uint64_t holder) {
    struct sum_node **at = (struct sum_node **)&holds->sums[kind][holder % BUCKETS];
    while (*at && (*at)->holder != holder)
        at = &(*at)->next;
    return at;
}

static uint64_t holder_of(const struct hold *hold, enum holder kind) {
    const uint64_t holders[] = {
        [HOLDER_USER] = hold->user, [HOLDER_KEY] = hold->key, [HOLDER_RULE] = hold->rule};
    return holders[kind];
}

/* Only the newest window of each period is asked for: what is held in older ones does not count any more. */
static void add_to_window(struct window *window, enum period period, const struct hold *hold) {
    int64_t start = period_start(period, hold->admitted / 1000);
    if (start < window->start)
        return;
    if (start > window->start)
        *window = (struct window){.start = start};
    window->requests++;
    window->tokens += hold->tokens;
}

static void take_from_window(struct window *window, enum period period, const struct hold *hold) {
    if (period_start(period, hold->admitted / 1000) != window->start)
        return;
    window->requests--;
    window->tokens -= hold->tokens;
}

static void add_to_sum(struct holds *holds, enum holder kind, const struct hold *hold) {
    struct sum_node **at = sum_of(holds, kind, holder_of(hold, kind));
    if (!*at) {
        *at = xcalloc(1, sizeof **at);
        (*at)->holder = holder_of(hold, kind);
    }
    struct held *held = &(*at)->held;
    held->money += hold->amount;
    held->calls++;
    for (enum period period = 0; period < PERIOD__MAX; period++)
        add_to_window(&held->windows.at[period], period, hold);
}

static void take_from_sum(struct holds *holds, enum holder kind, const struct hold *hold) {
    struct sum_node **at = sum_of(holds, kind, holder_of(hold, kind)), *sum = *at;
    sum->held.money -= hold->amount;
    for (enum period period = 0; period < PERIOD__MAX; period++)
        take_from_window(&sum->held.windows.at[period], period, hold);
    if (--sum->held.calls > 0)
        return;
    *at = sum->next;
    free(sum);
}

void holds_add(struct holds *holds, const struct hold *hold) {
    struct call_node *node = xcalloc(1, sizeof *node);
    node->hold = *hold;
    *place_of(holds, hold->id.bytes) = node;
    node->older = holds->newest;
    if (node->older)
        node->older->newer = node;
    holds->newest = node;
    for (enum holder kind = 0; kind < HOLDER__MAX; kind++)
        if (holder_of(hold, kind))
            add_to_sum(holds, kind, hold);
}

void holds_drop(struct holds *holds, const unsigned char id[16]) {
    struct call_node **at = place_of(holds, id), *node = *at;
    if (!node)
        return;
    *at = node->next;
    *(node->newer ? &node->newer->older : &holds->newest) = node->older;
    if (node->older)
        node->older->newer = node->newer;
    for (enum holder kind = 0; kind < HOLDER__MAX; kind++)
        if (holder_of(&node->hold, kind))
            take_from_sum(holds, kind, &node->hold);
    free(node);
}

const struct hold *holds_find(const struct holds *holds, const unsigned char id[16]) {
    const struct call_node *node = *place_of(holds, id);
    return node ? &node->hold : NULL;
}

const struct held *holds_of(const struct holds *holds, enum holder kind, uint64_t holder) {
    const struct sum_node *sum = *sum_of(holds, kind, holder);
    return sum ? &sum->held : NULL;
}

nanos holds_money(const struct holds *holds, enum holder kind, uint64_t holder) {
    const struct held *held = holds_of(holds, kind, holder);
    return held ? held->money : 0;
}

const struct hold *holds_next(const struct holds *holds, const struct hold *after) {
    const struct call_node *node = after ? ((const struct call_node *)after)->older : holds->newest;
    return node ? &node->hold : NULL;
}
