/* Opaque reasoning state on its way through a client. */
#include "canon/carry.h"

#include <string.h>

#include "base/buf.h"

#define STATE_MOST                                                                                           \
    ((size_t)1 << 20) /* bytes of a thought or a signature that is held; longer ones are lost */

/* What waits for a call. */
struct kept {
    enum seal_kind kind;
    struct buf thought, signature; /* JSON strings; empty: none */
};

struct carry {
    struct chat_sink sink, *next;
    const struct carry_way *way;
    int thinking;                 /* the choice whose thought is open; -1: none */
    struct buf thought;           /* inside of its quotes; only for CARRY_CALL */
    struct kept kept[SEAL_ITEMS]; /* a ring: of many, the last ones count */
    size_t first, count;
};

static void free_carry(void *ptr) {
    struct carry *carry = ptr;
    buf_free(&carry->thought);
    for (size_t i = 0; i < SEAL_ITEMS; i++) {
        buf_free(&carry->kept[i].thought);
        buf_free(&carry->kept[i].signature);
    }
}

static struct span seal(struct carry *carry, const struct seal_item *items, size_t count,
                        struct arena *arena) {
    return seal_make(carry->way->key, carry->way->provider, items, count, arena);
}

/* A stream may have any number of them, so each is made in memory of its own. */
static int emit_sealed(struct carry *carry, int choice, const struct seal_item *item, struct error *err) {
    struct arena *arena = arena_new();
    struct chat_event event = {
        .kind = EVENT_SIGNATURE,
        .choice = choice,
        .text = seal(carry, item, 1, arena),
        .redacted = item->kind == SEAL_REDACTED || item->kind == SEAL_CALL,
    };
    int rc = event.text.at ? chat_emit(carry->next, &event, err) : 0;
    arena_free(arena);
    return rc;
}

/* ---- for clients who bring thoughts back ------------------------------------------------ */

static int sign_thought(struct carry *carry, const struct chat_event *event, struct error *err) {
    struct seal_item item = {event->redacted ? SEAL_REDACTED : SEAL_THOUGHT, {0}, event->text};
    carry->thinking = -1;
    return emit_sealed(carry, event->choice, &item, err);
}

/* A thought without a signature gets one: such clients expect it, and the hub knows it by that. */
static int end_thought(struct carry *carry, struct error *err) {
    struct seal_item item = {.kind = SEAL_NOTHING};
    int choice = carry->thinking;
    carry->thinking = -1;
    return choice < 0 ? 0 : emit_sealed(carry, choice, &item, err);
}

/* The signature of a call goes ahead of it, as a thought that is not shown. */
static int begin_call(struct carry *carry, const struct chat_event *event, struct error *err) {
    struct seal_item item = {SEAL_CALL, {0}, event->call.signature};
    struct chat_event call = *event;
    call.call.signature = (struct span){0};
    if (event->call.signature.at && emit_sealed(carry, event->choice, &item, err) < 0)
        return -1;
    return chat_emit(carry->next, &call, err);
}

static int take_for_thoughts(struct carry *carry, const struct chat_event *event, struct error *err) {
    if (event->kind == EVENT_SIGNATURE)
        return sign_thought(carry, event, err);
    if (event->kind != EVENT_THOUGHT && event->kind != EVENT_USAGE && end_thought(carry, err) < 0)
        return -1;
    if (event->kind == EVENT_CALL)
        return begin_call(carry, event, err);
    if (event->kind == EVENT_THOUGHT)
        carry->thinking = event->choice;
    return chat_emit(carry->next, event, err);
}

/* ---- for clients who bring calls back ------------------------------------------------------ */

static struct span text_of(const struct buf *text) {
    return text->len > 0 && !text->overflow ? (struct span){text->data, text->len} : (struct span){0};
}

/* Holds a signature and the thought before it. */
static void keep(struct carry *carry, enum seal_kind kind, struct span signature) {
    struct kept *kept = &carry->kept[(carry->first + carry->count) % SEAL_ITEMS];
    if (carry->count == SEAL_ITEMS)
        carry->first++;
    else
        carry->count++;
    kept->kind = kind;
    buf_clear(&kept->thought);
    buf_clear(&kept->signature);
    if (carry->thought.len > 0 && !carry->thought.overflow) {
        buf_putc(&kept->thought, '"');
        buf_add(&kept->thought, carry->thought.data, carry->thought.len);
        buf_putc(&kept->thought, '"');
    }
    if (signature.at)
        buf_add(&kept->signature, signature.at, signature.len);
    buf_clear(&carry->thought);
}

/* All that was kept goes with a call; a call of which nothing is known, too, so that its own dialect's
 * providers do not take it for one of theirs that has lost its signature. */
static int emit_call(struct carry *carry, const struct chat_event *event, struct error *err) {
    struct seal_item items[SEAL_ITEMS] = {{.kind = SEAL_NOTHING}};
    struct chat_event told = *event;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < carry->count; i++) {
        const struct kept *kept = &carry->kept[(carry->first + i) % SEAL_ITEMS];
        items[i] = (struct seal_item){kept->kind, text_of(&kept->thought), text_of(&kept->signature)};
    }
    bool wanted = carry->count > 0 || carry->way->how == CARRY_CALL;
    told.call.signature =
        wanted ? seal(carry, items, carry->count ? carry->count : 1, arena) : (struct span){0};
    carry->first = carry->count = 0;
    int rc = chat_emit(carry->next, &told, err);
    arena_free(arena);
    return rc;
}

/* Only the first choice of an answer becomes history. */
static int take_for_calls(struct carry *carry, const struct chat_event *event, struct error *err) {
    struct chat_event told = *event;
    bool first = event->choice == 0;
    if (event->kind == EVENT_THOUGHT && first)
        buf_add(&carry->thought, event->text.at + 1, event->text.len - 2);
    if (event->kind == EVENT_SIGNATURE) {
        if (first)
            keep(carry, event->redacted ? SEAL_REDACTED : SEAL_THOUGHT, event->text);
        return 0;
    }
    if (event->kind == EVENT_CALL && first) {
        if (carry->thought.len > 0)
            keep(carry, SEAL_NOTHING, (struct span){0});
        if (event->call.signature.at)
            keep(carry, SEAL_CALL, event->call.signature);
        return emit_call(carry, event, err);
    }
    told.call.signature = (struct span){0};
    return chat_emit(carry->next, &told, err);
}

static int take(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct carry *carry = (struct carry *)sink;
    if (carry->way->how == CARRY_THOUGHT)
        return take_for_thoughts(carry, event, err);
    return take_for_calls(carry, event, err);
}

struct carry *carry_new(const struct carry_way *way, struct chat_sink *next, struct arena *arena) {
    struct carry *carry = arena_alloc(arena, sizeof *carry);
    carry->sink.take = take;
    carry->next = next;
    carry->way = way;
    carry->thinking = -1;
    buf_init(&carry->thought, STATE_MOST);
    for (size_t i = 0; i < SEAL_ITEMS; i++) {
        buf_init(&carry->kept[i].thought, STATE_MOST + 2);
        buf_init(&carry->kept[i].signature, STATE_MOST);
    }
    arena_own(arena, carry, free_carry);
    return carry;
}

struct chat_sink *carry_sink(struct carry *carry) {
    return &carry->sink;
}

/* ---- on the way back ---------------------------------------------------------------------------- */

/* A thought that came back: as it was for its own provider, unsigned for another one. */
static void restore_thought(const struct carry_way *way, struct chat_request *request,
                            struct chat_block *block, struct span *for_call) {
    struct seal_item items[SEAL_ITEMS];
    size_t count = seal_open(way->key, way->provider, block->signature, items, request->arena);
    bool shown = !block->redacted;
    if (count != 1 && !chat_is_empty(block->signature))
        chat_drop(request, "signature");
    block->signature = (struct span){0};
    block->moved = !shown && (count != 1 || items[0].kind != SEAL_REDACTED);
    if (count != 1)
        return;
    if (items[0].kind == SEAL_CALL)
        *for_call = items[0].signature;
    else
        block->signature = items[0].signature;
}

/* The state that came back with a call: thoughts stand before it again. Returns the last block of them. */
static struct chat_block *restore_call(const struct carry_way *way, struct chat_request *request,
                                       struct chat_block *before, struct chat_block *block,
                                       struct chat_block **first) {
    struct seal_item items[SEAL_ITEMS];
    size_t count = seal_open(way->key, way->provider, block->call.signature, items, request->arena);
    if (count == 0)
        chat_drop(request, "signature");
    block->call.signature = (struct span){0};
    for (size_t i = 0; i < count; i++) {
        if (items[i].kind == SEAL_CALL) {
            block->call.signature = items[i].signature;
            continue;
        }
        struct chat_block *thought = arena_alloc(request->arena, sizeof *thought);
        *thought = (struct chat_block){.kind = CHAT_THOUGHT,
                                       .text = items[i].thought,
                                       .signature = items[i].signature,
                                       .redacted = items[i].kind == SEAL_REDACTED,
                                       .next = block};
        if (before)
            before->next = thought;
        else
            *first = thought;
        before = thought;
    }
    return before;
}

static void restore_turn(const struct carry_way *way, struct chat_request *request, struct chat_turn *turn) {
    struct span for_call = {0};
    struct chat_block *before = NULL;
    for (struct chat_block *block = turn->blocks.first; block; before = block, block = block->next)
        if (block->kind == CHAT_THOUGHT && block->signature.at) {
            restore_thought(way, request, block, &for_call);
        } else if (block->kind == CHAT_CALL && block->call.signature.at) {
            restore_call(way, request, before, block, &turn->blocks.first);
        } else if (block->kind == CHAT_CALL && for_call.at) {
            block->call.signature = for_call;
            for_call = (struct span){0};
        } else if (block->signature.at) { /* of a text: only its own dialect knows what to do with it */
            block->signature = (struct span){0};
        }
}

void carry_restore(const struct carry_way *way, struct chat_request *request) {
    for (struct chat_turn *turn = request->turns; turn; turn = turn->next)
        if (turn->role == CHAT_ASSISTANT)
            restore_turn(way, request, turn);
    chat_settle_turns(request);
}
