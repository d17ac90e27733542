/* Names of tools and ids of calls, as those who are asked take them. */
#include "canon/names.h"

#include <string.h>

#include "base/tree.h"

#define HASH_TEXT 9 /* '_' and eight digits */
#define ID_MOST   64
#define SHORT_ID  9

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_plain(char c) {
    return is_letter(c) || (c >= '0' && c <= '9');
}

/* FNV-1a: two names that have to be told apart are, and the same one stays the same. */
static uint32_t hash(const char *text) {
    uint32_t sum = 2166136261u;
    for (; *text; text++)
        sum = (sum ^ (unsigned char)*text) * 16777619u;
    return sum;
}

static bool fits(const char *name, const struct name_rule *rule) {
    if (*name == '\0' || strlen(name) > rule->most ||
        (rule->letter_first && !is_letter(*name) && *name != '_'))
        return false;
    for (; *name; name++)
        if (!is_plain(*name) && !strchr(rule->others, *name))
            return false;
    return true;
}

/* Allowed characters only, and a hash of the whole at the end, to which `more` is added. */
static const char *make_name(struct arena *arena, const char *full, const struct name_rule *rule,
                             uint32_t more) {
    size_t keep = strlen(full), room = rule->most - HASH_TEXT - 1;
    char *name = arena_alloc(arena, rule->most + 1), *at = name;
    if (rule->letter_first && !is_letter(*full))
        *at++ = '_';
    if (keep > room)
        keep = room;
    for (size_t i = 0; i < keep; i++)
        *at++ = is_plain(full[i]) ? full[i] : '_';
    *at = '\0';
    return arena_printf(arena, "%s_%08x", name, (unsigned)(hash(full) + more));
}

static const char *full_name(struct arena *arena, const char *space, const char *name) {
    return space ? arena_printf(arena, "%s__%s", space, name) : name;
}

/* ---- the tools that there are -------------------------------------------------------- */

/* Trees of tools, so that each call of a long conversation need not look through a thousand of them. */
struct names {
    struct tree declared; /* by space and name: of those of one name the first */
    struct tree wires;    /* by what the provider knows them as */
};

static void free_names(void *ptr) {
    struct names *names = ptr;
    tree_free(&names->declared);
    tree_free(&names->wires);
}

static int compare_declared(const void *a, const void *b) {
    const struct chat_tool *one = a, *other = b;
    int spaces = one->space && other->space ? strcmp(one->space, other->space)
                                            : (one->space != NULL) - (other->space != NULL);
    return spaces ? spaces : strcmp(one->name, other->name);
}

static int compare_wires(const void *a, const void *b) {
    const struct chat_tool *one = a, *other = b;
    return strcmp(one->wire, other->wire);
}

static struct names *new_names(struct arena *arena) {
    struct names *names = arena_alloc(arena, sizeof *names);
    names->declared.compare = compare_declared;
    names->wires.compare = compare_wires;
    arena_own(arena, names, free_names);
    return names;
}

static const struct chat_tool *find_declared(const struct chat_request *request, const char *space,
                                             const char *name) {
    struct chat_tool like = {.space = space, .name = name};
    return request->names ? tree_find(&request->names->declared, &like) : NULL;
}

/* ---- names of tools ---------------------------------------------------------------------- */

const struct chat_tool *names_tool(const struct chat_request *request, const char *wire) {
    struct chat_tool like = {.wire = wire};
    return request->names ? tree_find(&request->names->wires, &like) : NULL;
}

/* One that no tool before it has. */
static const char *free_name(const struct chat_request *request, const struct name_rule *rule,
                             const char *full, uint32_t position) {
    if (fits(full, rule) && !names_tool(request, full))
        return full;
    const char *name = make_name(request->arena, full, rule, 0);
    for (uint32_t more = position; names_tool(request, name); more++)
        name = make_name(request->arena, full, rule, more);
    return name;
}

void names_assign(struct chat_request *request, const struct name_rule *rule) {
    uint32_t position = 1;
    for (struct chat_tool *tool = request->tools; tool; tool = tool->next)
        tool->wire = NULL;
    request->names = new_names(request->arena);
    for (struct chat_tool *tool = request->tools; tool; tool = tool->next, position++) {
        if (tool->kind == TOOL_HOSTED)
            continue;
        tool->wire = free_name(request, rule, full_name(request->arena, tool->space, tool->name), position);
        tree_add(&request->names->declared, tool);
        tree_add(&request->names->wires, tool);
    }
}

const char *names_wire(const struct chat_request *request, const struct name_rule *rule, const char *space,
                       const char *name) {
    const struct chat_tool *tool = find_declared(request, space, name);
    if (tool && tool->wire)
        return tool->wire;
    const char *full = full_name(request->arena, space, name);
    return fits(full, rule) ? full : make_name(request->arena, full, rule, 0);
}

/* ---- ids of calls ------------------------------------------------------------------------- */

const char *names_call_id(struct arena *arena, const char *id) {
    static const struct name_rule rule = {ID_MOST, "_-", false};
    return fits(id, &rule) ? id : make_name(arena, id, &rule, 0);
}

const char *names_short_id(struct arena *arena, const char *id) {
    size_t plain = 0;
    while (is_plain(id[plain]))
        plain++;
    return plain == SHORT_ID && id[plain] == '\0' ? id : arena_printf(arena, "c%08x", (unsigned)hash(id));
}
