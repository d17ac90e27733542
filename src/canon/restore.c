/* An answer in the words of its request. */
#include "canon/restore.h"

#include <string.h>

#include "base/buf.h"
#include "base/jsonvalue.h"
#include "base/secret.h"
#include "base/tree.h"
#include "canon/names.h"
#include "canon/unwrap.h"

#define INPUT_MOST ((size_t)32 << 20) /* bytes of the inputs of custom tools that are held */
#define ID_BYTES   12

struct choice {
    bool called;
    bool wrapped;     /* a call of a custom tool is open */
    struct buf input; /* its arguments so far, with the opening quote */
};

struct restore {
    struct chat_sink sink, *next;
    const struct chat_request *request;
    struct arena *arena;
    struct tree ids; /* of all calls so far */
    struct choice choice[CHAT_CHOICES_MOST];
    size_t held; /* bytes of all inputs */
};

static void free_restore(void *ptr) {
    struct restore *restore = ptr;
    for (int i = 0; i < CHAT_CHOICES_MOST; i++)
        buf_free(&restore->choice[i].input);
    tree_free(&restore->ids);
}

/* ---- ids ----------------------------------------------------------------------------- */

static const char *make_id(struct restore *restore) {
    unsigned char random[ID_BYTES];
    char digits[2 * ID_BYTES + 1];
    secret_random(random, sizeof random);
    secret_hex(random, sizeof random, digits);
    return arena_printf(restore->arena, "call_%s", digits);
}

static const char *unique_id(struct restore *restore, const char *id) {
    const char *mapped = id && *id ? names_call_id(restore->arena, id) : NULL;
    bool good = mapped && !tree_find(&restore->ids, mapped);
    return tree_add(&restore->ids, good ? arena_strdup(restore->arena, mapped) : make_id(restore));
}

/* ---- custom tools ----------------------------------------------------------------------- */

/* What was put around the free text of a custom tool comes off: {"input": text}. */
static int unwrap(struct restore *restore, int index, struct error *err) {
    struct choice *choice = &restore->choice[index];
    struct chat_event event = {.kind = EVENT_ARGS, .choice = index};
    struct scan_want input = {.name = "input"};
    struct error ignored = {0};
    if (!choice->wrapped)
        return 0;
    choice->wrapped = false;
    restore->held -= choice->input.len;
    buf_putc(&choice->input, '"');
    struct span text = {choice->input.data, choice->input.len};
    struct span object = chat_unquote(restore->arena, text);
    bool good = scan_object(object, &input, 1, SCAN_DEPTH, &ignored) == 0 && input.type == SCAN_STRING;
    event.text = good ? input.value : text; /* what a model made of it is the client's to judge */
    return event.text.len > 2 ? chat_emit(restore->next, &event, err) : 0;
}

static int unwrap_all(struct restore *restore, struct error *err) {
    for (int i = 0; i < CHAT_CHOICES_MOST; i++)
        if (unwrap(restore, i, err) < 0)
            return -1;
    return 0;
}

static int hold(struct restore *restore, struct choice *choice, const char *bytes, size_t len,
                struct error *err) {
    restore->held += len;
    if (restore->held > INPUT_MOST)
        return error_set(err, ERR_UPSTREAM, "The provider's input of a tool call is too long.");
    buf_add(&choice->input, bytes, len);
    return 0;
}

static int take_args(struct restore *restore, const struct chat_event *event, struct error *err) {
    struct choice *choice = &restore->choice[event->choice];
    if (!choice->wrapped)
        return chat_emit(restore->next, event, err);
    return hold(restore, choice, event->text.at + 1, event->text.len - 2, err);
}

/* ---- calls ---------------------------------------------------------------------------------- */

static int take_call(struct restore *restore, const struct chat_event *event, struct error *err) {
    const struct chat_tool *tool = names_tool(restore->request, event->call.name);
    struct choice *choice = &restore->choice[event->choice];
    struct chat_event told = *event;
    told.call.id = unique_id(restore, event->call.id);
    choice->called = true;
    if (tool) {
        told.call.name = tool->name;
        told.call.space = tool->space;
        told.call.custom |= tool->kind == TOOL_CUSTOM;
    }
    if (told.call.custom && !event->call.custom) {
        choice->wrapped = true;
        buf_clear(&choice->input);
        if (hold(restore, choice, "\"", 1, err) < 0)
            return -1;
    }
    return chat_emit(restore->next, &told, err);
}

static int take_stop(struct restore *restore, const struct chat_event *event, struct error *err) {
    struct chat_event told = *event;
    bool called = restore->choice[event->choice].called;
    if (called && (told.stop == STOP_DONE || told.stop == STOP_NONE))
        told.stop = STOP_CALLS;
    else if (!called && (told.stop == STOP_CALLS || told.stop == STOP_NONE))
        told.stop = STOP_DONE;
    return chat_emit(restore->next, &told, err);
}

static int take(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct restore *restore = (struct restore *)sink;
    if (event->choice < 0 || event->choice >= CHAT_CHOICES_MOST)
        return error_set(err, ERR_UPSTREAM, "The provider's answer has a choice %d.", event->choice);
    if (event->kind == EVENT_ARGS)
        return take_args(restore, event, err);
    bool last = event->kind == EVENT_END || event->kind == EVENT_FAIL;
    if (event->kind != EVENT_USAGE &&
        (last ? unwrap_all(restore, err) : unwrap(restore, event->choice, err)) < 0)
        return -1;
    if (event->kind == EVENT_CALL)
        return take_call(restore, event, err);
    if (event->kind == EVENT_STOP)
        return take_stop(restore, event, err);
    return chat_emit(restore->next, event, err);
}

struct restore *restore_new(const struct chat_request *request, struct chat_sink *next, struct arena *arena) {
    struct restore *restore = arena_alloc(arena, sizeof *restore);
    restore->sink.take = take;
    restore->next = request->format_wrapped ? unwrap_new(next, arena) : next;
    restore->request = request;
    restore->arena = arena;
    for (int i = 0; i < CHAT_CHOICES_MOST; i++)
        buf_init(&restore->choice[i].input, 2 * INPUT_MOST);
    arena_own(arena, restore, free_restore);
    return restore;
}

struct chat_sink *restore_sink(struct restore *restore) {
    return &restore->sink;
}
