/* Making a canonical chat request. */
#include "canon/chat.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

struct chat_list *chat_add_item(struct arena *arena, struct chat_list **list) {
    int count = 0;
    for (; *list; list = &(*list)->next)
        if (++count == CHAT_LIST_MOST)
            return NULL;
    *list = arena_alloc(arena, sizeof **list);
    return *list;
}

struct chat_block *chat_add_block(struct arena *arena, struct chat_blocks *list, enum chat_block_kind kind) {
    struct chat_block *block = arena_alloc(arena, sizeof *block);
    block->kind = kind;
    if (list->last)
        list->last->next = block;
    else
        list->first = block;
    return list->last = block;
}

static struct chat_blocks *turn_blocks(struct chat_request *request, enum chat_role role) {
    struct chat_turn *last = request->last;
    if (last && last->role == role)
        return &last->blocks;
    struct chat_turn *turn = arena_alloc(request->arena, sizeof *turn);
    turn->role = role;
    if (last)
        last->next = turn;
    else
        request->turns = turn;
    request->last = turn;
    return &turn->blocks;
}

struct chat_block *chat_add_turn_block(struct chat_request *request, enum chat_role role,
                                       enum chat_block_kind kind) {
    return chat_add_block(request->arena, turn_blocks(request, role), kind);
}

void chat_add_turn_blocks(struct chat_request *request, enum chat_role role,
                          const struct chat_blocks *blocks) {
    if (!blocks->first)
        return;
    struct chat_blocks *into = turn_blocks(request, role);
    if (into->last)
        into->last->next = blocks->first;
    else
        into->first = blocks->first;
    into->last = blocks->last;
}

struct chat_tool *chat_add_tool(struct chat_request *request, enum chat_tool_kind kind) {
    if (request->tool_count == CHAT_TOOLS_MOST)
        return NULL;
    struct chat_tool *tool = arena_alloc(request->arena, sizeof *tool);
    tool->kind = kind;
    if (request->last_tool)
        request->last_tool->next = tool;
    else
        request->tools = tool;
    request->tool_count++;
    return request->last_tool = tool;
}

static bool same(const char *a, const char *b) {
    return a && b ? strcmp(a, b) == 0 : a == b;
}

const struct chat_tool *chat_find_tool(const struct chat_request *request, const char *space,
                                       const char *name) {
    const struct chat_tool *tool = request->tools;
    while (tool && (tool->kind == TOOL_HOSTED || !same(tool->name, name) || !same(tool->space, space)))
        tool = tool->next;
    return tool;
}

/* ---- reasoning ------------------------------------------------------------------ */

const char *const chat_effort_names[] = {"none", "minimal", "low", "medium", "high", "xhigh", "max", NULL};

static const int64_t budgets[] = {
    [EFFORT_UNSET] = 0,     [EFFORT_NONE] = 0,     [EFFORT_MINIMAL] = 1024, [EFFORT_LOW] = 2048,
    [EFFORT_MEDIUM] = 8192, [EFFORT_HIGH] = 16384, [EFFORT_XHIGH] = 32000,  [EFFORT_MAX] = 32000,
};

enum chat_effort chat_effort(const struct chat_reasoning *reasoning) {
    if (reasoning->off)
        return EFFORT_NONE;
    if (reasoning->effort != EFFORT_UNSET || reasoning->budget == 0)
        return reasoning->effort;
    enum chat_effort effort = EFFORT_MINIMAL;
    while (effort < EFFORT_XHIGH && budgets[effort] < reasoning->budget)
        effort++;
    return effort;
}

int64_t chat_budget(const struct chat_reasoning *reasoning) {
    if (reasoning->off)
        return 0;
    return reasoning->budget ? reasoning->budget : budgets[reasoning->effort];
}

/* ---- JSON strings ---------------------------------------------------------------- */

struct span chat_take(struct arena *arena, struct buf *text) {
    if (text->overflow)
        abort(); /* out of memory, as good as: no part of a request or an answer is let grow that long */
    struct span copy = {arena_strndup(arena, text->data ? text->data : "", text->len), text->len};
    buf_free(text);
    return copy;
}

struct span chat_quote(struct arena *arena, const char *text, size_t len) {
    struct buf quoted;
    buf_init(&quoted, BUF_MOST);
    buf_quote(&quoted, text, len);
    return chat_take(arena, &quoted);
}

struct span chat_join(struct arena *arena, struct span first, struct span second) {
    size_t len = first.len + second.len - 2;
    char *text = arena_alloc(arena, len + 1);
    memcpy(text, first.at, first.len - 1);
    memcpy(text + first.len - 1, second.at + 1, second.len - 1);
    return (struct span){text, len};
}

struct span chat_unquote(struct arena *arena, struct span string) {
    struct buf text;
    if (!memchr(string.at, '\\', string.len))
        return (struct span){string.at + 1, string.len - 2};
    buf_init(&text, BUF_MOST);
    scan_unquote(string, &text);
    return chat_take(arena, &text);
}

struct span chat_keep(struct arena *arena, struct span text) {
    return (struct span){text.at ? arena_strndup(arena, text.at, text.len) : NULL, text.len};
}

bool chat_is_nothing(struct span value) {
    struct span rest = value, name, item;
    enum scan_type type;
    switch (scan_type(value)) {
    case SCAN_NONE:
    case SCAN_NULL:
        return true;
    case SCAN_STRING:
        return value.len == 2;
    case SCAN_ARRAY:
        return !scan_next(&rest, &item, &type);
    case SCAN_OBJECT:
        return !scan_next_member(&rest, &name, &item, &type);
    default:
        return false;
    }
}

bool chat_is_empty(struct span string) {
    return string.len <= 2;
}

bool chat_add_text_of(struct buf *out, const struct chat_blocks *blocks, unsigned kinds,
                      const char *between) {
    bool any = false;
    for (const struct chat_block *block = blocks->first; block; block = block->next) {
        if (!(kinds & 1u << block->kind) || !block->text.at)
            continue;
        buf_puts(out, any ? between : "\"");
        buf_add(out, block->text.at + 1, block->text.len - 2);
        any = true;
    }
    if (any)
        buf_putc(out, '"');
    return any;
}

struct span chat_text_of(struct arena *arena, const struct chat_blocks *blocks, unsigned kinds,
                         const char *between) {
    struct buf text;
    buf_init(&text, BUF_MOST);
    return chat_add_text_of(&text, blocks, kinds, between) ? chat_take(arena, &text) : (struct span){0};
}

bool chat_has_block(const struct chat_blocks *blocks, enum chat_block_kind kind) {
    const struct chat_block *block = blocks->first;
    while (block && block->kind != kind)
        block = block->next;
    return block;
}
