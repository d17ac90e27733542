/* Calls and results without ids. */
#include "dialects/chat_gemini_pairs.h"

#include <string.h>

struct pair {
    const char *id, *name;
    bool made; /* the id */
    bool answered;
    struct pair *next;         /* call of that name */
    struct pair *first, *last; /* in the tree of names: those that may wait for a result */
};

static int compare_ids(const void *a, const void *b) {
    return strcmp(((const struct pair *)a)->id, ((const struct pair *)b)->id);
}

static int compare_names(const void *a, const void *b) {
    return strcmp(((const struct pair *)a)->name, ((const struct pair *)b)->name);
}

void gemini_pairs_init(struct gemini_pairs *pairs, struct arena *arena) {
    *pairs =
        (struct gemini_pairs){.arena = arena, .ids.compare = compare_ids, .names.compare = compare_names};
}

void gemini_pairs_reset(struct gemini_pairs *pairs) {
    tree_free(&pairs->ids);
    tree_free(&pairs->names);
}

void gemini_pairs_call(struct gemini_pairs *pairs, struct chat_call *call) {
    struct pair *pair = arena_alloc(pairs->arena, sizeof *pair);
    pair->made = !call->id;
    if (pair->made)
        call->id = arena_printf(pairs->arena, "call_%d", ++pairs->made);
    pair->id = call->id;
    pair->name = call->name;
    tree_add(&pairs->ids, pair);
    struct pair *queue = tree_add(&pairs->names, pair);
    if (queue->last)
        queue->last->next = pair;
    if (!queue->first)
        queue->first = pair;
    queue->last = pair;
}

/* The first call of a function that waits for its result. */
static struct pair *next_of(struct gemini_pairs *pairs, const char *name) {
    struct pair *queue = tree_find(&pairs->names, &(struct pair){.name = name});
    if (!queue)
        return NULL;
    while (queue->first && queue->first->answered)
        queue->first = queue->first->next;
    return queue->first;
}

const char *gemini_pairs_result(struct gemini_pairs *pairs, const char *id, const char *name) {
    struct pair *pair = id ? tree_find(&pairs->ids, &(struct pair){.id = id}) : NULL;
    if (!pair) {
        pair = next_of(pairs, name);
        if (pair && id && !pair->made) /* both have ids, and those differ */
            pair = NULL;
    }
    if (!pair)
        return id ? id : name;
    pair->answered = true;
    return pair->id;
}
