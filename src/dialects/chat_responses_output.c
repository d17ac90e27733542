/* The output of an answer of OpenAI's Responses: what a server says again and again goes out once. */
#include "dialects/chat_responses_output.h"

#include <string.h>

#include "dialects/answer.h"

#define ITEMS_MOST 4096

enum item_kind { ITEM_OTHER, ITEM_MESSAGE, ITEM_REASONING, ITEM_CALL, ITEM_CUSTOM_CALL };

static const char *const kind_names[] = {
    [ITEM_MESSAGE] = "message",
    [ITEM_REASONING] = "reasoning",
    [ITEM_CALL] = "function_call",
    [ITEM_CUSTOM_CALL] = "custom_tool_call",
};

/* An item of the output, as far as it was told. Servers say the same thing up to four times: as deltas, when
 * a part is done, when its item is done, and at the end. What counts is how much went out already. */
struct responses_item {
    struct responses_item *next;
    int64_t index;  /* in the output; -1: not told */
    const char *id; /* NULL: not told */
    enum item_kind kind;
    bool done;
    bool begun;    /* CALL: it has a name */
    bool raw;      /* REASONING: its text goes out, not its summary */
    bool thought;  /* REASONING: any text went out */
    int64_t part;  /* MESSAGE, REASONING: the part that goes out */
    int64_t units; /* of that part, or of the arguments: what went out, in UTF-16 */
    int64_t key;   /* CALL */
};

static int emit(struct responses_output *o, const struct chat_event *event, struct error *err) {
    o->thinking = event->kind == EVENT_THOUGHT;
    return chat_emit(o->sink, event, err);
}

int64_t responses_count(const struct scan_want *want) {
    int64_t value;
    return answer_count(want, &value) ? value : -1;
}

/* ---- how much of a text went out --------------------------------------------------------- */

/* The length of one character in a JSON string, and how many units of UTF-16 it is: that does not depend on
 * how it is escaped, nor on a cut between the halves of a pair. */
static size_t step(const char *at, int64_t *units) {
    uint32_t c;
    size_t len = scan_unit(at, &c);
    *units += c >= 0x10000 ? 2 : 1;
    return len;
}

static int64_t units_of(struct span string) {
    int64_t units = 0;
    for (size_t at = 1; at + 1 < string.len;)
        at += step(string.at + at, &units);
    return units;
}

/* Where in a JSON string what lies behind so many units begins. */
static size_t offset_of(struct span string, int64_t units) {
    int64_t passed = 0;
    size_t at = 1;
    while (at + 1 < string.len && passed < units)
        at += step(string.at + at, &passed);
    return at;
}

typedef int send_piece(struct responses_output *o, struct responses_item *item, struct span text,
                       struct error *err);

/* Gives `send` what of a whole text did not go out yet. */
static int send_rest(struct responses_output *o, struct responses_item *item, struct span whole,
                     send_piece *send, struct error *err) {
    size_t at = offset_of(whole, item->units);
    struct buf rest;
    if (at + 1 >= whole.len)
        return 0;
    if (at == 1)
        return send(o, item, whole, err);
    buf_init(&rest, BUF_MOST);
    buf_putc(&rest, '"');
    buf_add(&rest, whole.at + at, whole.len - at);
    int rc = send(o, item, (struct span){rest.data, rest.len}, err);
    buf_free(&rest);
    return rc;
}

/* ---- items -------------------------------------------------------------------------------- */

/* The item that an event is about; without a number or an id it is the last one. NULL: none. */
static struct responses_item *find_item(const struct responses_output *o, const struct scan_want *index,
                                        const struct scan_want *id) {
    struct responses_item *item = o->items;
    int64_t number = responses_count(index);
    if (number >= 0)
        while (item && item->index != number)
            item = item->next;
    else if (answer_says(id))
        while (item && !(item->id && scan_equals(id->value, item->id)))
            item = item->next;
    return item;
}

static enum item_kind kind_of(const struct scan_want *type) {
    for (size_t i = 1; i < sizeof kind_names / sizeof *kind_names; i++)
        if (type->type == SCAN_STRING && scan_equals(type->value, kind_names[i]))
            return (enum item_kind)i;
    return ITEM_OTHER;
}

static int add_item(struct responses_output *o, int64_t index, const struct scan_want *id,
                    enum item_kind kind, struct responses_item **added, struct error *err) {
    bool full = o->count == ITEMS_MOST; /* who only counts goes on with the place of the last one */
    if (full && !o->sink->counts)
        return error_set(err, ERR_UPSTREAM, "The provider's answer has too many items.");
    struct responses_item *item = full ? o->items : arena_alloc(o->arena, sizeof *item);
    *item = (struct responses_item){.next = full ? item->next : o->items, .index = index, .kind = kind};
    item->key = full ? o->count : o->count++;
    item->id = full ? NULL : answer_name(o->arena, id);
    *added = o->items = item;
    return 0;
}

/* ---- texts ------------------------------------------------------------------------------------ */

static int send_said(struct responses_output *o, struct responses_item *item, enum event_kind kind,
                     struct span text, struct error *err) {
    struct chat_event event = {.kind = kind, .text = text};
    if (chat_is_empty(text))
        return 0;
    item->units += units_of(text);
    return calls_flush(&o->calls, 0, err) < 0 ? -1 : emit(o, &event, err);
}

static int send_text(struct responses_output *o, struct responses_item *item, struct span text,
                     struct error *err) {
    o->spoke = true;
    return send_said(o, item, EVENT_TEXT, text, err);
}

static int send_refusal(struct responses_output *o, struct responses_item *item, struct span text,
                        struct error *err) {
    o->refused = true;
    return send_said(o, item, EVENT_REFUSAL, text, err);
}

/* Between the parts of a thought, and between thoughts that no state divides, there is a paragraph's end. */
static int send_thought(struct responses_output *o, struct responses_item *item, struct span text,
                        struct error *err) {
    struct chat_event divider = {.kind = EVENT_THOUGHT, .text = {"\"\\n\\n\"", 6}};
    if (chat_is_empty(text))
        return 0;
    if (item->units == 0 && o->thinking && emit(o, &divider, err) < 0)
        return -1;
    item->thought = true;
    return send_said(o, item, EVENT_THOUGHT, text, err);
}

/* Whether a part is the one that goes out now, or comes after it. */
static bool turn_to_part(struct responses_item *item, int64_t part) {
    if (part < item->part)
        return false;
    if (part > item->part)
        item->units = 0;
    item->part = part;
    return true;
}

/* A piece of a part, or all of it. */
static int read_piece(struct responses_output *o, struct responses_item *item, int64_t part,
                      const struct scan_want *text, bool whole, send_piece *send, struct error *err) {
    if (text->type != SCAN_STRING || item->done || !turn_to_part(item, part < 0 ? item->part : part))
        return 0;
    return whole ? send_rest(o, item, text->value, send, err) : send(o, item, text->value, err);
}

/* A thought has a summary or shows itself: what came first is what goes out. */
static int read_thought_piece(struct responses_output *o, struct responses_item *item, bool raw, int64_t part,
                              const struct scan_want *text, bool whole, struct error *err) {
    if (!item->thought && item->raw != raw) {
        item->raw = raw;
        item->part = item->units = 0;
    }
    return item->raw == raw ? read_piece(o, item, part, text, whole, send_thought, err) : 0;
}

/* ---- calls -------------------------------------------------------------------------------------- */

/* Who only counts takes them as they come, and names as such. */
static int count_args(struct responses_output *o, struct span text, struct error *err) {
    struct chat_event event = {.kind = EVENT_ARGS, .text = text};
    return emit(o, &event, err);
}

static int send_args(struct responses_output *o, struct responses_item *item, struct span text,
                     struct error *err) {
    if (chat_is_empty(text))
        return 0;
    item->units += units_of(text);
    return o->sink->counts ? count_args(o, text, err) : calls_add(&o->calls, 0, item->key, text, err);
}

static int begin_call(struct responses_output *o, struct responses_item *item, const struct scan_want *id,
                      const struct scan_want *name, const struct scan_want *space, struct error *err) {
    struct chat_call call = {.id = answer_name(o->arena, id),
                             .name = answer_name(o->arena, name),
                             .space = answer_name(o->arena, space),
                             .custom = item->kind == ITEM_CUSTOM_CALL};
    if (item->begun || !call.name)
        return 0;
    item->begun = o->called = true;
    o->thinking = false;
    return o->sink->counts ? count_args(o, name->value, err)
                           : calls_begin(&o->calls, 0, item->key, &call, err);
}

static int read_args(struct responses_output *o, struct responses_item *item, const struct scan_want *text,
                     bool whole, struct error *err) {
    if (text->type != SCAN_STRING || !item->begun || item->done)
        return 0; /* what comes before the name comes again with it */
    return whole ? send_rest(o, item, text->value, send_args, err) : send_args(o, item, text->value, err);
}

/* ---- pieces ------------------------------------------------------------------------- */

/* The item of a piece; one that was not announced is. */
static int item_of(struct responses_output *o, const struct responses_piece *piece,
                   struct responses_item **item, struct error *err) {
    static const enum item_kind kinds[] = {
        [AT_TEXT] = ITEM_MESSAGE,        [AT_REFUSAL] = ITEM_MESSAGE, [AT_SUMMARY] = ITEM_REASONING,
        [AT_REASONING] = ITEM_REASONING, [AT_ARGUMENTS] = ITEM_CALL,  [AT_INPUT] = ITEM_CUSTOM_CALL,
    };
    *item = find_item(o, piece->index, piece->id);
    if (*item && ((*item)->kind == kinds[piece->at]))
        return 0;
    return add_item(o, responses_count(piece->index), piece->id, kinds[piece->at], item, err);
}

int responses_output_piece(struct responses_output *o, const struct responses_piece *piece,
                           struct error *err) {
    int64_t part = responses_count(piece->part);
    struct responses_item *item;
    if (item_of(o, piece, &item, err) < 0)
        return -1;
    switch (piece->at) {
    case AT_TEXT:
        return read_piece(o, item, part, piece->text, piece->whole, send_text, err);
    case AT_REFUSAL:
        return read_piece(o, item, part, piece->text, piece->whole, send_refusal, err);
    case AT_SUMMARY:
    case AT_REASONING:
        return read_thought_piece(o, item, piece->at == AT_REASONING, part, piece->text, piece->whole, err);
    default:
        return read_args(o, item, piece->text, piece->whole, err);
    }
}

/* ---- whole items ----------------------------------------------------------------------------------- */

enum {
    ITEM_TYPE,
    ITEM_ID,
    ITEM_CONTENT,
    ITEM_SUMMARY,
    ITEM_STATE,
    ITEM_CALL_ID,
    ITEM_NAME,
    ITEM_NAMESPACE,
    ITEM_ARGUMENTS,
    ITEM_INPUT,
    ITEM__WANTS
};

static void look_at_item(struct span text, struct scan_want want[ITEM__WANTS]) {
    static const char *const names[ITEM__WANTS] = {
        [ITEM_TYPE] = "type",
        [ITEM_ID] = "id",
        [ITEM_CONTENT] = "content",
        [ITEM_SUMMARY] = "summary",
        [ITEM_STATE] = "encrypted_content",
        [ITEM_CALL_ID] = "call_id",
        [ITEM_NAME] = "name",
        [ITEM_NAMESPACE] = "namespace",
        [ITEM_ARGUMENTS] = "arguments",
        [ITEM_INPUT] = "input",
    };
    for (int i = 0; i < ITEM__WANTS; i++)
        want[i] = (struct scan_want){.name = names[i]};
    scan_members(text, want, ITEM__WANTS);
}

static int end_message(struct responses_output *o, struct responses_item *item,
                       const struct scan_want *content, struct error *err) {
    struct span rest = content->value, part;
    enum scan_type type;
    for (int64_t i = 0; content->type == SCAN_ARRAY && scan_next(&rest, &part, &type); i++) {
        struct scan_want want[] = {{.name = "text"}, {.name = "refusal"}};
        scan_members(part, want, 2);
        if (read_piece(o, item, i, &want[0], true, send_text, err) < 0 ||
            read_piece(o, item, i, &want[1], true, send_refusal, err) < 0)
            return -1;
    }
    return 0;
}

static int end_thought_parts(struct responses_output *o, struct responses_item *item, bool raw,
                             const struct scan_want *parts, struct error *err) {
    struct span rest = parts->value, part;
    enum scan_type type;
    for (int64_t i = 0; parts->type == SCAN_ARRAY && scan_next(&rest, &part, &type); i++) {
        struct scan_want text = {.name = "text"};
        scan_members(part, &text, 1);
        if (read_thought_piece(o, item, raw, i, &text, true, err) < 0)
            return -1;
    }
    return 0;
}

static int end_reasoning(struct responses_output *o, struct responses_item *item,
                         const struct scan_want *want, struct error *err) {
    struct chat_event event = {.kind = EVENT_SIGNATURE, .text = want[ITEM_STATE].value};
    if (end_thought_parts(o, item, false, &want[ITEM_SUMMARY], err) < 0 ||
        end_thought_parts(o, item, true, &want[ITEM_CONTENT], err) < 0)
        return -1;
    if (!answer_says(&want[ITEM_STATE]))
        return 0;
    event.redacted = !item->thought || !o->thinking; /* other items came between */
    return calls_flush(&o->calls, 0, err) < 0 ? -1 : emit(o, &event, err);
}

static int end_call(struct responses_output *o, struct responses_item *item, const struct scan_want *want,
                    struct error *err) {
    if (begin_call(o, item, &want[ITEM_CALL_ID], &want[ITEM_NAME], &want[ITEM_NAMESPACE], err) < 0)
        return -1;
    if (!item->begun && !o->sink->counts)
        return error_set(err, ERR_UPSTREAM, "The provider sent a tool call without a name.");
    bool custom = item->kind == ITEM_CUSTOM_CALL;
    return read_args(o, item, &want[custom ? ITEM_INPUT : ITEM_ARGUMENTS], true, err) < 0
               ? -1
               : calls_end(&o->calls, 0, item->key, err);
}

/* An item begins. A number or id that came before belongs to a new item if the old one is done. */
static int read_added(struct responses_output *o, const struct scan_want *index, struct span text,
                      struct responses_item **added, struct error *err) {
    struct scan_want want[ITEM__WANTS];
    look_at_item(text, want);
    int64_t number = responses_count(index);
    struct responses_item *item =
        number >= 0 || answer_says(&want[ITEM_ID]) ? find_item(o, index, &want[ITEM_ID]) : NULL;
    bool other =
        item && item->id && answer_says(&want[ITEM_ID]) && !scan_equals(want[ITEM_ID].value, item->id);
    if ((!item || item->done || other || item->kind != kind_of(&want[ITEM_TYPE])) &&
        add_item(o, number, &want[ITEM_ID], kind_of(&want[ITEM_TYPE]), &item, err) < 0)
        return -1;
    *added = item;
    return item->kind == ITEM_CALL || item->kind == ITEM_CUSTOM_CALL
               ? begin_call(o, item, &want[ITEM_CALL_ID], &want[ITEM_NAME], &want[ITEM_NAMESPACE], err)
               : 0;
}

/* An item is complete. */
/* Whether a finished item is one that the provider charges for as a search: it opened no page that it knew,
 * and did not fail. */
static bool is_search(struct span text) {
    enum { TYPE, STATUS, ACTION, WANTS };
    struct scan_want want[WANTS] = {
        [TYPE] = {.name = "type"}, [STATUS] = {.name = "status"}, [ACTION] = {.name = "action"}};
    struct scan_want kind = {.name = "type"};
    scan_members(text, want, WANTS);
    scan_members(want[ACTION].value, &kind, 1);
    return want[TYPE].type == SCAN_STRING && scan_equals(want[TYPE].value, "web_search_call") &&
           !(want[STATUS].type == SCAN_STRING && scan_equals(want[STATUS].value, "failed")) &&
           (kind.type != SCAN_STRING || scan_equals(kind.value, "search"));
}

int responses_output_done(struct responses_output *o, const struct scan_want *index, struct span text,
                          struct error *err) {
    struct scan_want want[ITEM__WANTS];
    look_at_item(text, want);
    struct responses_item *item = find_item(o, index, &want[ITEM_ID]);
    if ((!item || item->kind != kind_of(&want[ITEM_TYPE])) && read_added(o, index, text, &item, err) < 0)
        return -1;
    if (item->done)
        return 0;
    int rc = item->kind == ITEM_MESSAGE     ? end_message(o, item, &want[ITEM_CONTENT], err)
             : item->kind == ITEM_REASONING ? end_reasoning(o, item, want, err)
             : item->kind == ITEM_OTHER     ? 0
                                            : end_call(o, item, want, err);
    item->done = true;
    o->searches += item->kind == ITEM_OTHER && is_search(text);
    return rc;
}

int responses_output_added(struct responses_output *o, const struct scan_want *index, struct span text,
                           struct error *err) {
    struct responses_item *item;
    return read_added(o, index, text, &item, err);
}

int responses_output_end(struct responses_output *o, struct error *err) {
    return calls_flush(&o->calls, 0, err);
}

void responses_output_init(struct responses_output *o, struct chat_sink *sink, struct arena *arena) {
    *o = (struct responses_output){.sink = sink, .arena = arena};
    calls_init(&o->calls, sink, arena);
}
