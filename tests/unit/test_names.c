/* Names of tools and ids of calls. */
#include "canon/names.h"

#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const struct name_rule plain = {64, "_-", false}, strict = {20, "_.", true};

static bool obeys(const char *name, const struct name_rule *rule) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_",
                      digits[] = "0123456789";
    size_t len = strlen(name);
    for (size_t i = 0; i < len; i++)
        if (!strchr(letters, name[i]) && !strchr(digits, name[i]) && !strchr(rule->others, name[i]))
            return false;
    return len > 0 && len <= rule->most && !(rule->letter_first && !strchr(letters, name[0]));
}

static struct chat_request new_request(struct arena *arena) {
    return (struct chat_request){.arena = arena};
}

static struct chat_tool *add(struct chat_request *q, const char *space, const char *name) {
    struct chat_tool *tool = chat_add_tool(q, TOOL_FUNCTION);
    tool->space = space;
    tool->name = name;
    return tool;
}

/* A tool, and whether it keeps its name under each rule. */
static const struct {
    const char *space, *name;
    bool plain, strict;
} tools[] = {
    {NULL, "f", true, true},
    {NULL, "get-it", true, false},
    {NULL, "get.it", false, true},
    {NULL, "_f", true, true},
    {NULL, "1f", true, false},
    {NULL, "-", true, false},
    {NULL, "", false, false},
    {NULL, "a b", false, false},
    {NULL, "\xc3\xa9", false, false},
    {NULL, "twenty_characters_ok", true, true},
    {NULL, "twentyone_characters_", true, false},
    {NULL, "sixty_four_characters_are_what_most_providers_take_and_no_more__", true, false},
    {NULL, "sixty_four_characters_are_what_most_providers_take_and_no_more___", false, false},
    {"mcp", "f", true, true},
    {"mcp.x", "f", false, true},
    {"twelve_chars", "twelve_chars", true, false},
};

static void test_rule(const struct name_rule *rule, const char *title) {
    struct arena *arena = arena_new();
    for (size_t i = 0; i < COUNT(tools); i++) {
        struct chat_request q = new_request(arena);
        struct chat_tool *tool = add(&q, tools[i].space, tools[i].name);
        const char *full =
            tools[i].space ? arena_printf(arena, "%s__%s", tools[i].space, tools[i].name) : tools[i].name;
        bool keeps = rule == &plain ? tools[i].plain : tools[i].strict;
        const char *unknown = names_wire(&q, rule, tools[i].space, tools[i].name);
        names_assign(&q, rule);
        ok(obeys(tool->wire, rule) && (strcmp(tool->wire, full) == 0) == keeps, "%s: %s is %s", title, full,
           tool->wire);
        ok(names_tool(&q, tool->wire) == tool, "%s leads back", tool->wire);
        is_str(names_wire(&q, rule, tools[i].space, tools[i].name), tool->wire,
               "it is called so in the history");
        is_str(unknown, tool->wire, "and where it was not declared");
    }
    arena_free(arena);
}

/* Whatever tools are called, no two have one name; hosted ones have none. */
static void test_unique(void) {
    static const char *const names[] = {"a.b", "a_b", "a.b",          "a.b", "a b", "a_b",
                                        "a_b", "x",   "a_b_108bf50c", "a.b", "a!b", "a_b_108bf50c"};
    struct arena *arena = arena_new();
    struct chat_request q = new_request(arena);
    struct chat_tool *hosted = chat_add_tool(&q, TOOL_HOSTED);
    hosted->type = "web_search";
    for (size_t i = 0; i < COUNT(names); i++)
        add(&q, i == 7 ? "a" : NULL, names[i]);
    for (int round = 0; round < 2; round++) {
        bool unique = true;
        names_assign(&q, &plain);
        for (struct chat_tool *tool = q.tools->next; tool; tool = tool->next)
            unique &= obeys(tool->wire, &plain) && names_tool(&q, tool->wire) == tool;
        ok(unique, "no two have one name");
    }
    ok(!hosted->wire, "a hosted tool has none");
    ok(!names_tool(&q, "web_search") && !names_tool(&q, "nothing"), "a name of nobody");
    is_str(q.tools->next->wire, "a_b_108bf50c", "the first of a name always has the same one");
    arena_free(arena);
}

static void test_many(void) {
    struct arena *arena = arena_new();
    struct chat_request q = new_request(arena);
    while (q.tool_count < CHAT_TOOLS_MOST)
        add(&q, NULL, "of one name.");
    names_assign(&q, &plain);
    int unique = 0;
    for (struct chat_tool *tool = q.tools; tool; tool = tool->next)
        unique += names_tool(&q, tool->wire) == tool;
    is_int(unique, CHAT_TOOLS_MOST, "as many tools of one name as there may be");
    ok(!chat_add_tool(&q, TOOL_FUNCTION), "and no more");
    is_str(names_wire(&q, &plain, NULL, "of one name."), q.tools->wire, "of which the first is meant");
    arena_free(arena);
}

/* Few and many tools are looked for in different ways. */
static void test_found(int count) {
    struct arena *arena = arena_new();
    struct chat_request q = new_request(arena);
    int found = 0, back = 0;
    chat_add_tool(&q, TOOL_HOSTED)->name = "h";
    for (int i = 1; i < count; i++)
        add(&q, i % 3 == 0 ? NULL : i % 3 == 1 ? "" : "s", arena_printf(arena, "tool %d", i / 3));
    names_assign(&q, &plain);
    for (struct chat_tool *tool = q.tools->next; tool; tool = tool->next) {
        found += strcmp(names_wire(&q, &plain, tool->space, tool->name), tool->wire) == 0;
        back += names_tool(&q, tool->wire) == tool;
    }
    ok(found == count - 1 && back == count - 1, "of %d tools each is found", count);
    is_str(names_wire(&q, &plain, NULL, "h"), "h", "a hosted one is not");
    is_str(names_wire(&q, &plain, "t", "u"), "t__u", "nor one that was never declared");
    ok(!names_tool(&q, "t__u") && !names_tool(&q, "h"), "and neither leads back");
    arena_free(arena);
}

/* Names of which all is the same that a made name keeps, the sum as well: (prefix)7734 and (prefix)592133. */
static void test_collisions(void) {
    static const int pairs[] = {7734, 592133, 7735, 592132, 7736, 592131, 7737, 592130, 7727, 592106};
    for (int many = 0; many < 2; many++) {
        struct arena *arena = arena_new();
        struct chat_request q = new_request(arena);
        int same = 0, unique = 0;
        for (size_t i = 0; i < COUNT(pairs); i++)
            add(&q, NULL, arena_printf(arena, "%064d.%d", 0, pairs[i]));
        for (size_t i = 0; i < COUNT(pairs); i += 2)
            same +=
                strcmp(names_wire(&q, &plain, NULL, arena_printf(arena, "%064d.%d", 0, pairs[i])),
                       names_wire(&q, &plain, NULL, arena_printf(arena, "%064d.%d", 0, pairs[i + 1]))) == 0;
        is_int(same, COUNT(pairs) / 2, "names whose sums are the same");
        for (int i = 0; many && i < 100; i++)
            add(&q, NULL, arena_printf(arena, "other%d", i));
        names_assign(&q, &plain);
        for (struct chat_tool *tool = q.tools; tool; tool = tool->next)
            unique += obeys(tool->wire, &plain) && names_tool(&q, tool->wire) == tool;
        is_int(unique, q.tool_count, "make no two tools one");
        arena_free(arena);
    }
}

static void test_ids(void) {
    static const char *const good[] = {"call_1", "toolu_01A-b", "x",
                                       "0123456789012345678901234567890123456789012345678901234567890123"};
    static const char *const bad[] = {
        "",       "a b",      "call.1",
        "call:1", "\xc3\xa9", "01234567890123456789012345678901234567890123456789012345678901234"};
    struct arena *arena = arena_new();
    for (size_t i = 0; i < COUNT(good); i++)
        is_str(names_call_id(arena, good[i]), good[i], "an id that all take");
    for (size_t i = 0; i < COUNT(bad); i++) {
        const char *id = names_call_id(arena, bad[i]);
        ok(obeys(id, &plain) && strcmp(id, bad[i]) != 0, "\"%s\" is %s", bad[i], id);
        is_str(names_call_id(arena, bad[i]), id, "always");
        is_str(names_call_id(arena, id), id, "and that stays");
    }
    ok(strcmp(names_call_id(arena, "a.b"), names_call_id(arena, "a:b")) != 0, "two ids stay two");
    arena_free(arena);
}

int main(void) {
    test_rule(&plain, "plain");
    test_rule(&strict, "strict");
    test_unique();
    test_many();
    test_found(20);
    test_found(900);
    test_collisions();
    test_ids();
    return tap_done();
}
