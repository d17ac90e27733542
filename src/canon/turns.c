/* The order of a conversation that all writers rely on. */
#include <stdlib.h>
#include <string.h>

#include "base/tree.h"
#include "canon/chat.h"

static bool is_nothing(const struct chat_block *block) {
    bool says = block->kind == CHAT_TEXT || block->kind == CHAT_REFUSAL || block->kind == CHAT_THOUGHT;
    bool known = block->kind == CHAT_THOUGHT && block->id;
    return block->moved || (says && chat_is_empty(block->text) && !block->signature.at && !known);
}

static void remove_empty_blocks(struct chat_blocks *list) {
    struct chat_block **at = &list->first;
    list->last = NULL;
    while (*at)
        if (is_nothing(*at)) {
            *at = (*at)->next;
        } else {
            list->last = *at;
            at = &(*at)->next;
        }
}

static void append(struct chat_blocks *list, const struct chat_blocks *more) {
    list->last->next = more->first;
    list->last = more->last;
}

/* Turns without blocks go, neighbours of one role become one. */
static void merge_turns(struct chat_request *request) {
    struct chat_turn **at = &request->turns, *last = NULL;
    while (*at) {
        struct chat_turn *turn = *at;
        remove_empty_blocks(&turn->blocks);
        if (turn->blocks.first && (!last || last->role != turn->role)) {
            last = turn;
            at = &turn->next;
            continue;
        }
        if (turn->blocks.first)
            append(&last->blocks, &turn->blocks);
        *at = turn->next;
    }
    request->last = last;
}

/* ---- calls and their results ------------------------------------------------------- */

/* Calls of a turn, or the results behind it, to be brought into the order of their ids. */
struct numbered {
    const char *id;
    size_t order; /* among its like */
    struct chat_block *block;
};

static int compare_numbered(const void *a, const void *b) {
    const struct numbered *one = a, *other = b;
    int ids = strcmp(one->id, other->id);
    return ids ? ids : (one->order > other->order) - (one->order < other->order);
}

/* The blocks of a kind from this turn up to, and not with, the one of `end`; NULL if there are none. */
static struct numbered *sort_blocks(const struct chat_turn *from, const struct chat_turn *end,
                                    enum chat_block_kind kind, size_t *count) {
    size_t room = 0;
    *count = 0;
    for (const struct chat_turn *turn = from; turn != end; turn = turn->next)
        for (const struct chat_block *block = turn->blocks.first; block; block = block->next)
            room += block->kind == kind;
    struct numbered *list = room > 0 ? xcalloc(room, sizeof *list) : NULL;
    for (const struct chat_turn *turn = from; turn != end; turn = turn->next)
        for (struct chat_block *block = turn->blocks.first; block; block = block->next)
            if (block->kind == kind) {
                const char *id = kind == CHAT_CALL ? block->call.id : block->result.id;
                list[*count] = (struct numbered){id, *count, block};
                ++*count;
            }
    if (list)
        qsort(list, room, sizeof *list, compare_numbered);
    return list;
}

static void set_missing(struct chat_request *request, struct chat_block *block) {
    static const char words[] = "\"[no result was recorded]\"";
    block->result.failed = true;
    chat_add_block(request->arena, &block->result.content, CHAT_TEXT)->text =
        (struct span){words, sizeof words - 1};
}

static void answer_call(struct chat_request *request, const struct chat_call *call, struct chat_block *found,
                        struct chat_block *answer) {
    if (found) {
        answer->result = found->result;
        answer->cache = found->cache;
        found->moved = true;
    } else {
        set_missing(request, answer);
    }
    answer->result.id = call->id;
    answer->result.name = call->name;
    answer->result.custom = call->custom;
}

/* Gives each call its result: of those of one id each call its own. answer[] is in the order of the calls. */
static void pair(struct chat_request *request, const struct numbered *calls, size_t call_count,
                 const struct numbered *results, size_t result_count, struct chat_block **answer) {
    size_t next = 0;
    for (size_t i = 0; i < call_count; i++) {
        int order = -1;
        while (next < result_count && (order = strcmp(results[next].id, calls[i].id)) < 0)
            next++;
        bool found = next < result_count && order == 0;
        answer_call(request, &calls[i].block->call, found ? results[next].block : NULL,
                    answer[calls[i].order]);
        next += found;
    }
}

static const struct chat_turn *next_assistant(const struct chat_turn *turn) {
    while (turn && turn->role != CHAT_ASSISTANT)
        turn = turn->next;
    return turn;
}

/* Puts a user turn with the results of its calls behind the assistant's. */
static void answer_calls(struct chat_request *request, struct chat_turn *turn) {
    size_t call_count, result_count;
    struct numbered *calls = sort_blocks(turn, turn->next, CHAT_CALL, &call_count);
    if (!calls)
        return;
    struct numbered *results =
        sort_blocks(turn->next, next_assistant(turn->next), CHAT_RESULT, &result_count);
    struct chat_turn *answers = arena_alloc(request->arena, sizeof *answers);
    struct chat_block **answer = xcalloc(call_count, sizeof(struct chat_block *));
    for (size_t i = 0; i < call_count; i++)
        answer[i] = chat_add_block(request->arena, &answers->blocks, CHAT_RESULT);
    pair(request, calls, call_count, results, result_count, answer);
    free(answer);
    free(results);
    free(calls);
    answers->role = CHAT_USER;
    answers->next = turn->next;
    turn->next = answers;
}

/* A result without its call, which was cut off or never was: what it says is kept as text. */
static void spell_out(struct chat_request *request, struct chat_turn *turn, struct chat_block *block) {
    const char *words = arena_printf(request->arena, "[result of the tool call %s]", block->result.id);
    struct chat_blocks content = block->result.content;
    struct chat_block *rest = block->next;
    *block = (struct chat_block){.kind = CHAT_TEXT, .text = chat_quote(request->arena, words, strlen(words))};
    block->next = content.first ? content.first : rest;
    if (content.first)
        content.last->next = rest;
    if (!rest)
        turn->blocks.last = content.last ? content.last : block;
}

/* Each result that stands behind a call was put there by answer_calls(), in a turn of its own. */
static void answer_all(struct chat_request *request) {
    for (struct chat_turn *turn = request->turns, *answers = NULL; turn; turn = turn->next) {
        if (turn->role == CHAT_ASSISTANT) {
            struct chat_turn *next = turn->next;
            answer_calls(request, turn);
            answers = turn->next != next ? turn->next : NULL;
        } else if (turn != answers) {
            for (struct chat_block *block = turn->blocks.first; block; block = block->next)
                if (block->kind == CHAT_RESULT && !block->moved)
                    spell_out(request, turn, block);
        }
    }
}

/* ---- one id for one call ------------------------------------------------------------ */

/* An id that a call of the conversation has. */
struct taken {
    const char *id;
    unsigned used; /* how many calls wanted it */
};

static int compare_taken(const void *a, const void *b) {
    return strcmp(((const struct taken *)a)->id, ((const struct taken *)b)->id);
}

/* The entry of an id, a new one if there is none. */
static struct taken *take_id(struct tree *tree, const char *id, struct arena *arena) {
    struct taken *mine = arena_alloc(arena, sizeof *mine);
    mine->id = id;
    return tree_add(tree, mine);
}

/* The id, or one made of it: the same in each request that brings this history, so that caches of prompts
 * still fit. */
static const char *distinct_id(struct tree *tree, const char *id, struct arena *arena) {
    struct taken *taken = take_id(tree, id, arena);
    if (taken->used++ == 0)
        return id;
    for (;;) {
        struct taken *other = take_id(tree, arena_printf(arena, "%s_%u", id, taken->used), arena);
        if (other->used++ == 0)
            return other->id;
        taken->used++;
    }
}

/* The first call keeps its id. Results stand in the order of their calls by now. */
static void tell_calls_apart(struct chat_request *request) {
    struct tree tree = {.compare = compare_taken};
    for (struct chat_turn *turn = request->turns; turn; turn = turn->next) {
        struct chat_block *result = turn->next ? turn->next->blocks.first : NULL;
        for (struct chat_block *block = turn->blocks.first; block; block = block->next) {
            if (block->kind != CHAT_CALL)
                continue;
            block->call.id = result->result.id = distinct_id(&tree, block->call.id, request->arena);
            result = result->next;
        }
    }
    tree_free(&tree);
}

void chat_settle_turns(struct chat_request *request) {
    remove_empty_blocks(&request->system);
    merge_turns(request);
    if (request->continued)
        return;
    answer_all(request);
    merge_turns(request);
    tell_calls_apart(request);
}
