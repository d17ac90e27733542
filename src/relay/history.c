/* The messages of a session, and how many of them fit. */
#include "relay/history.h"

#include <string.h>

#include "dialects/estimate.h"

#define MESSAGE_TOKENS 4 /* that a message has besides what it says */

enum { ROLE, CONTENT, CALLS, CALL_ID, WANTS };

static bool same(struct span one, struct span other) {
    return one.len == other.len && one.len > 0 && memcmp(one.at, other.at, one.len) == 0;
}

/* Steps through the calls of a message. */
static bool next_call(struct span *rest, struct history_call *call) {
    enum { ID, FUNCTION, CUSTOM, MEMBERS };
    struct scan_want want[MEMBERS] = {
        [ID] = {.name = "id"}, [FUNCTION] = {.name = "function"}, [CUSTOM] = {.name = "custom"}};
    struct scan_want name = {.name = "name"};
    struct span item;
    enum scan_type type;
    if (!rest->at || !scan_next(rest, &item, &type))
        return false;
    scan_members(item, want, MEMBERS);
    const struct scan_want *called = &want[want[FUNCTION].type == SCAN_OBJECT ? FUNCTION : CUSTOM];
    if (called->type == SCAN_OBJECT)
        scan_members(called->value, &name, 1);
    *call = (struct history_call){.id = want[ID].value, .name = name.value};
    return true;
}

static bool calls(const struct history_line *line, struct span id) {
    struct span rest = line->calls;
    struct history_call call;
    while (next_call(&rest, &call))
        if (same(call.id, id))
            return true;
    return false;
}

/* Among lines of one id the last one before its result. */
static size_t find_caller(const struct history *history, size_t before, struct span id) {
    while (before-- > 0)
        if (history->line[before].calls.at && calls(&history->line[before], id))
            return before;
    return HISTORY_NONE;
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
    size_t caller = want[CALL_ID].type == SCAN_STRING
                        ? find_caller(history, history->count, want[CALL_ID].value)
                        : HISTORY_NONE;
    history->line[history->count++] = (struct history_line){
        .text = text,
        .calls = want[CALLS].type == SCAN_ARRAY ? want[CALLS].value : (struct span){0},
        .tokens = MESSAGE_TOKENS + tokens_of(&want[CONTENT]) + tokens_of(&want[CALLS]),
        .starts = scan_equals(want[ROLE].value, "user"),
        .answers = scan_equals(want[ROLE].value, "assistant"),
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

/* Whether a line behind that of the call answers it. */
static bool is_answered(const struct history *history, size_t line, struct span id) {
    enum { ID };
    for (size_t i = line + 1; i < history->count; i++) {
        struct scan_want want = {.name = "tool_call_id"};
        if (history->line[i].caller != line)
            continue;
        scan_members(history->line[i].text, &want, 1);
        if (same(want.value, id))
            return true;
    }
    return false;
}

/* Results are looked for up to the assistant's next words only. */
static void find_open(struct history *history, struct arena *arena) {
    size_t line = history->count, room = 0;
    struct history_call call;
    while (line > 0 && !history->line[line - 1].answers)
        line--;
    if (line-- == 0)
        return;
    struct span rest = history->line[line].calls;
    while (next_call(&rest, &call))
        room++;
    history->open_line = line;
    history->open = arena_alloc(arena, (room + 1) * sizeof *history->open);
    rest = history->line[line].calls;
    while (next_call(&rest, &call))
        if (!is_answered(history, line, call.id))
            history->open[history->open_count++] = call;
}

int history_read(struct history *history, struct span lines, struct arena *arena, struct error *err) {
    const char *at = lines.at, *end = lines.at + lines.len, *stop;
    size_t room = count_lines(lines);
    *history = (struct history){.line = arena_alloc(arena, (room + 1) * sizeof *history->line)};
    for (; room > 0 && (stop = memchr(at, '\n', (size_t)(end - at))) != NULL; at = stop + 1)
        if (read_line(history, (struct span){at, (size_t)(stop - at)}, err) < 0)
            return -1;
    find_open(history, arena);
    return 0;
}

static const struct history_call *take(struct history_call *call) {
    call->taken = true;
    return call;
}

const struct history_call *history_answer(struct history *history, const char *id, const char *name) {
    for (size_t i = 0; i < history->open_count; i++)
        if (!history->open[i].taken && scan_equals(history->open[i].id, id))
            return take(&history->open[i]);
    for (size_t i = 0; name && i < history->open_count; i++)
        if (!history->open[i].taken && scan_equals(history->open[i].name, name))
            return take(&history->open[i]);
    return NULL;
}

/* The earliest line that the request itself needs. */
static size_t needed_line(const struct history *history) {
    for (size_t i = 0; i < history->open_count; i++)
        if (history->open[i].taken)
            return history->open_line;
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
