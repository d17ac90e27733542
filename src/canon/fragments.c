/* Fragments of several calls, one call after the other. */
#include "canon/fragments.h"

#include "base/buf.h"
#include "base/jsondepth.h"

#define CALLS_MOST   1024
#define WAITING_MOST ((size_t)32 << 20) /* bytes of arguments of one call */

enum call_state { CALL_WAITS, CALL_OPEN, CALL_OVER };

struct waiting_call {
    struct waiting_call *next;
    int choice;
    int64_t key;
    struct chat_call call;
    enum call_state state;
    bool whole;      /* the provider said that nothing more comes */
    struct buf args; /* inside of the quotes, while it waits */
    bool begun;      /* the first bracket was seen */
    struct json_depth depth;
};

static void free_calls(void *ptr) {
    struct calls *calls = ptr;
    for (struct waiting_call *call = calls->list; call; call = call->next)
        buf_free(&call->args);
}

void calls_init(struct calls *calls, struct chat_sink *sink, struct arena *arena) {
    *calls = (struct calls){.sink = sink, .arena = arena};
    arena_own(arena, calls, free_calls);
}

/* The last one of that key. */
static struct waiting_call *find(const struct calls *calls, int choice, int64_t key) {
    struct waiting_call *found = NULL;
    for (struct waiting_call *call = calls->list; call; call = call->next)
        if (call->choice == choice && call->key == key)
            found = call;
    return found;
}

static bool is_complete(const struct waiting_call *call) {
    return call->whole || (!call->call.custom && call->begun && call->depth.open == 0);
}

const struct chat_call *calls_find(const struct calls *calls, int choice, int64_t key, bool *whole) {
    const struct waiting_call *call = find(calls, choice, key);
    *whole = call && is_complete(call);
    return call ? &call->call : NULL;
}

/* ---- where arguments end ------------------------------------------------------------- */

/* The text is JSON within a JSON string: it matters what an escape stands for. */
static void follow_text(struct waiting_call *call, struct span args) {
    const char *end = args.at + args.len - 1;
    uint32_t c;
    for (const char *at = args.at + 1; at < end;) {
        at += scan_unit(at, &c);
        call->begun |= json_depth_take(&call->depth, c) && c == '{';
    }
}

/* ---- order ------------------------------------------------------------------------------ */

static int send_args(struct calls *calls, const struct waiting_call *call, struct span args,
                     struct error *err) {
    struct chat_event event = {.kind = EVENT_ARGS, .choice = call->choice, .text = args};
    return args.len > 2 ? chat_emit(calls->sink, &event, err) : 0;
}

static int open_call(struct calls *calls, struct waiting_call *call, struct error *err) {
    struct chat_event event = {.kind = EVENT_CALL, .choice = call->choice, .call = call->call};
    call->state = CALL_OPEN;
    if (chat_emit(calls->sink, &event, err) < 0)
        return -1;
    if (call->args.len == 0)
        return 0;
    buf_putc(&call->args, '"');
    int rc = call->args.overflow
                 ? error_set(err, ERR_UPSTREAM, "The provider's arguments of a tool call are too long.")
                 : send_args(calls, call, (struct span){call->args.data, call->args.len}, err);
    buf_free(&call->args);
    return rc;
}

static struct waiting_call *open_one(const struct calls *calls, int choice) {
    struct waiting_call *call = calls->list;
    while (call && (call->choice != choice || call->state != CALL_OPEN))
        call = call->next;
    return call;
}

static struct waiting_call *first_waiting(const struct calls *calls, int choice) {
    struct waiting_call *call = calls->list;
    while (call && (call->choice != choice || call->state != CALL_WAITS))
        call = call->next;
    return call;
}

/* Lets those go whose turn it is; all of them if `rest`. */
static int advance(struct calls *calls, int choice, bool rest, struct error *err) {
    for (;;) {
        struct waiting_call *open = open_one(calls, choice), *next = first_waiting(calls, choice);
        if (open && !rest && (!next || !is_complete(open)))
            return 0;
        if (open)
            open->state = CALL_OVER;
        if (!next)
            return 0;
        if (open_call(calls, next, err) < 0)
            return -1;
    }
}

int calls_begin(struct calls *calls, int choice, int64_t key, const struct chat_call *call,
                struct error *err) {
    struct waiting_call **at = &calls->list, *begun = arena_alloc(calls->arena, sizeof *begun);
    struct waiting_call *former = find(calls, choice, key);
    if (former)
        former->whole = true;
    *begun = (struct waiting_call){.choice = choice, .key = key, .call = *call};
    begun->call.id = call->id ? arena_strdup(calls->arena, call->id) : NULL;
    begun->call.name = arena_strdup(calls->arena, call->name);
    begun->call.space = call->space ? arena_strdup(calls->arena, call->space) : NULL;
    begun->call.signature = chat_keep(calls->arena, call->signature);
    buf_init(&begun->args, WAITING_MOST);
    for (int count = 0; *at; at = &(*at)->next)
        if (++count == CALLS_MOST)
            return error_set(err, ERR_UPSTREAM, "The provider's answer calls too many tools.");
    *at = begun;
    return advance(calls, choice, false, err);
}

int calls_add(struct calls *calls, int choice, int64_t key, struct span args, struct error *err) {
    struct waiting_call *call = find(calls, choice, key);
    if (chat_is_empty(args))
        return 0;
    if (!call || call->state == CALL_OVER)
        return error_set(err, ERR_UPSTREAM, "The provider sent arguments of a tool call that is over.");
    follow_text(call, args);
    if (call->state == CALL_OPEN)
        return send_args(calls, call, args, err) < 0 ? -1 : advance(calls, choice, false, err);
    if (call->args.len == 0)
        buf_putc(&call->args, '"');
    buf_add(&call->args, args.at + 1, args.len - 2);
    return call->args.overflow
               ? error_set(err, ERR_UPSTREAM, "The provider's arguments of a tool call are too long.")
               : 0;
}

int calls_end(struct calls *calls, int choice, int64_t key, struct error *err) {
    struct waiting_call *call = find(calls, choice, key);
    if (call)
        call->whole = true;
    return advance(calls, choice, false, err);
}

int calls_flush(struct calls *calls, int choice, struct error *err) {
    return advance(calls, choice, true, err);
}
