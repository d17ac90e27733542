/* The messages of a session, and how many of them fit. */
#include "relay/history.h"

#include <string.h>

#include "canon/chat.h"
#include "dialects/estimate.h"

#define MESSAGE_TOKENS 4   /* that a message has besides what it says */
#define BY_NAME_MOST   128 /* calls of an answer that may go without ids */

enum { ROLE, CONTENT, CALLS, CALL_ID, WANTS };

static int compare_ids(const void *a, const void *b) {
    const struct span *one = &((const struct history_call *)a)->id,
                      *other = &((const struct history_call *)b)->id;
    if (one->len != other->len)
        return one->len < other->len ? -1 : 1;
    return one->len ? memcmp(one->at, other->at, one->len) : 0;
}

/* Steps through the calls of a message. */
static bool next_call(struct span *rest, struct history_call *call) {
    enum { ID, FUNCTION, CUSTOM, MEMBERS };
    struct scan_want want[MEMBERS] = {
        [ID] = {.name = "id"}, [FUNCTION] = {.name = "function"}, [CUSTOM] = {.name = "custom"}};
    struct scan_want name = {.name = "name"};
    struct span item;
    enum scan_type type;
    if (!scan_next(rest, &item, &type))
        return false;
    scan_members(item, want, MEMBERS);
    const struct scan_want *called = &want[want[FUNCTION].type == SCAN_OBJECT ? FUNCTION : CUSTOM];
    if (called->type == SCAN_OBJECT)
        scan_members(called->value, &name, 1);
    *call = (struct history_call){.id = want[ID].value, .name = name.value};
    return true;
}

/* The assistant speaks: from now on results are those of its calls. */
static void begin_calls(struct history *history, const struct scan_want *calls) {
    struct span rest = calls->value;
    struct history_call call;
    size_t room = 0;
    tree_free(&history->ids);
    history->ids = (struct tree){.compare = compare_ids};
    history->call_count = 0;
    history->call_line = history->count;
    if (calls->type != SCAN_ARRAY)
        return;
    while (next_call(&rest, &call))
        room++;
    history->call = arena_alloc(history->arena, (room + 1) * sizeof *history->call);
    for (rest = calls->value; next_call(&rest, &call);) {
        struct history_call *mine = &history->call[history->call_count++];
        *mine = call;
        tree_add(&history->ids, mine);
    }
}

static struct history_call *find_call(const struct history *history, struct span id) {
    return history->call_count ? tree_find(&history->ids, &(struct history_call){.id = id}) : NULL;
}

/* The line with the call of a result. */
static size_t answer_call(struct history *history, const struct scan_want *id) {
    struct history_call *call = id->type == SCAN_STRING ? find_call(history, id->value) : NULL;
    if (!call)
        return HISTORY_NONE;
    call->answered = true;
    return history->call_line;
}

static int64_t tokens_of(const struct scan_want *want) {
    return want->type == SCAN_NONE ? 0 : estimate_tokens(want->value);
}

static int read_line(struct history *history, struct span text, struct error *err) {
    struct scan_want want[WANTS] = {[ROLE] = {.name = "role"},
                                    [CONTENT] = {.name = "content"},
                                    [CALLS] = {.name = "tool_calls"},
                                    [CALL_ID] = {.name = "tool_call_id"}};
    struct error ignored = {0};
    if (scan_object(text, want, WANTS, SCAN_DEPTH, &ignored) < 0 || want[ROLE].type != SCAN_STRING)
        return error_set(err, ERR_INTERNAL, "The session's history is damaged, so the call was not made.");
    if (scan_equals(want[ROLE].value, "assistant"))
        begin_calls(history, &want[CALLS]);
    size_t caller = answer_call(history, &want[CALL_ID]);
    history->line[history->count++] = (struct history_line){
        .text = text,
        .tokens = MESSAGE_TOKENS + tokens_of(&want[CONTENT]) + tokens_of(&want[CALLS]),
        .starts = scan_equals(want[ROLE].value, "user"),
        .caller = caller,
    };
    return 0;
}

static size_t count_lines(struct span lines) {
    size_t count = 0;
    for (size_t i = 0; i < lines.len; i++)
        count += lines.at[i] == '\n';
    return count;
}

int history_read(struct history *history, struct span lines, struct arena *arena, struct error *err) {
    const char *at = lines.len ? lines.at : "", *end = at + lines.len, *stop;
    size_t room = count_lines(lines);
    *history = (struct history){.arena = arena,
                                .line = arena_alloc(arena, (room + 1) * sizeof *history->line),
                                .ids.compare = compare_ids};
    for (; room > 0 && (stop = memchr(at, '\n', (size_t)(end - at))) != NULL; at = stop + 1)
        if (read_line(history, (struct span){at, (size_t)(stop - at)}, err) < 0)
            return -1;
    return 0;
}

void history_free(struct history *history) {
    tree_free(&history->ids);
}

static bool is_open(const struct history_call *call) {
    return call && !call->answered && !call->taken;
}

const struct history_call *history_answer(struct history *history, const char *id, const char *name) {
    struct history_call *call = find_call(history, chat_quote(history->arena, id, strlen(id)));
    for (size_t i = 0; name && !is_open(call) && i < history->call_count && i < BY_NAME_MOST; i++)
        if (scan_equals(history->call[i].name, name))
            call = &history->call[i];
    if (!is_open(call))
        return NULL;
    call->taken = true;
    return call;
}

/* The earliest line that the request itself needs. */
static size_t needed_line(const struct history *history) {
    for (size_t i = 0; i < history->call_count; i++)
        if (history->call[i].taken)
            return history->call_line;
    return history->count;
}

size_t history_fit(const struct history *history, int64_t tokens) {
    size_t first = history->count, earliest = needed_line(history);
    bool whole = earliest == history->count;
    int64_t sum = 0;
    for (size_t i = history->count; i-- > 0;) {
        const struct history_line *line = &history->line[i];
        sum += line->tokens;
        if (whole && sum > tokens)
            break;
        if (line->caller < earliest)
            earliest = line->caller;
        if (line->starts && earliest >= i) {
            first = i;
            whole = true;
        }
    }
    return first;
}
