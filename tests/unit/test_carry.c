/* Opaque reasoning state: sealed on its way out, where it was on its way back, and nobody else's. */
#include "canon/carry.h"

#include <stdio.h>
#include <string.h>

#include "base/secret.h"
#include "events.h"
#include "tap.h"

#define TEXT(literal) ((struct span){literal, sizeof(literal) - 1})

static const struct carry_way thoughts = {.how = CARRY_THOUGHT, .provider = "one", .key = {1, 2, 3}};
static const struct carry_way calls = {.how = CARRY_CALL, .provider = "one", .key = {1, 2, 3}};
static const struct carry_way keepers = {.how = CARRY_NOTHING, .provider = "one", .key = {1, 2, 3}};
static const struct carry_way others = {.how = CARRY_THOUGHT, .provider = "two", .key = {1, 2, 3}};
static const struct carry_way strangers = {.how = CARRY_THOUGHT, .provider = "one", .key = {3, 2, 1}};

/* ---- seals ------------------------------------------------------------------------- */

static void test_seals(void) {
    struct arena *arena = arena_new();
    struct seal_item items[SEAL_ITEMS], made[] = {
                                            {SEAL_THOUGHT, TEXT("\"a \\u00e9 \\n b\""), TEXT("\"sig/+=\"")},
                                            {SEAL_REDACTED, {0}, TEXT("\"data\"")},
                                            {SEAL_NOTHING, TEXT("\"only words\""), {0}},
                                        };
    struct span text = seal_make(thoughts.key, "one", made, 3, arena);
    ok(seal_is(text), "a sealed text is known");
    ok(!seal_is(TEXT("\"EqQBCkYIBxgC\"")) && !seal_is(TEXT("\"\"")) && !seal_is((struct span){0}),
       "others are not");
    is_int((int)seal_open(thoughts.key, "one", text, items, arena), 3, "it opens");
    for (size_t i = 0; i < 3; i++)
        ok(items[i].kind == made[i].kind && items[i].thought.len == made[i].thought.len &&
               items[i].signature.len == made[i].signature.len &&
               (made[i].thought.len == 0 ||
                memcmp(items[i].thought.at, made[i].thought.at, made[i].thought.len) == 0) &&
               (made[i].signature.len == 0 ||
                memcmp(items[i].signature.at, made[i].signature.at, made[i].signature.len) == 0),
           "item %zu is byte for byte what it was", i);
    is_int((int)seal_open(others.key, "two", text, items, arena), 0, "not for another provider");
    is_int((int)seal_open(strangers.key, "one", text, items, arena), 0, "not with another key");
    bool good = true;
    for (size_t i = 1; i + 1 < text.len; i++) {
        char *copy = arena_strndup(arena, text.at, text.len);
        copy[i] = copy[i] == 'A' ? 'B' : 'A';
        good &= seal_open(thoughts.key, "one", (struct span){copy, text.len}, items, arena) == 0;
        good &= seal_open(thoughts.key, "one",
                          (struct span){arena_printf(arena, "%.*s\"", (int)i, text.at), i + 1}, items,
                          arena) == 0;
    }
    ok(good, "not changed or cut anywhere");
    arena_free(arena);
}

/* ---- out --------------------------------------------------------------------------------- */

static void emit_all(const struct carry_way *way, const struct chat_event *events, size_t count,
                     struct buf *out, struct arena *arena) {
    struct event_lines lines;
    struct chat_sink *end = event_lines_init(&lines);
    struct chat_sink *sink = carry_sink(carry_new(way, end, arena));
    struct error err = {0};
    for (size_t i = 0; i < count; i++)
        chat_emit(sink, &events[i], &err);
    is_int(err.kind, ERR_NONE, "the events are in order");
    buf_puts(out, event_lines_text(&lines));
    event_lines_free(&lines);
}

static const struct chat_event answer[] = {
    {.kind = EVENT_BEGIN},
    {.kind = EVENT_THOUGHT, .text = {"\"let me \"", 9}},
    {.kind = EVENT_THOUGHT, .text = {"\"see\"", 5}},
    {.kind = EVENT_SIGNATURE, .text = {"\"sig1\"", 6}},
    {.kind = EVENT_CALL, .call = {.id = "c1", .name = "f", .signature = {"\"sig2\"", 6}}},
    {.kind = EVENT_ARGS, .text = {"\"{}\"", 4}},
    {.kind = EVENT_THOUGHT, .text = {"\"more\"", 6}},
    {.kind = EVENT_CALL, .call = {.id = "c2", .name = "f"}},
    {.kind = EVENT_STOP, .stop = STOP_CALLS},
    {.kind = EVENT_END},
};
#define ANSWER (sizeof answer / sizeof *answer)

static const struct chat_event bare[] = {
    {.kind = EVENT_BEGIN},
    {.kind = EVENT_CALL, .call = {.id = "c1", .name = "f"}},
    {.kind = EVENT_STOP, .stop = STOP_CALLS},
    {.kind = EVENT_END},
};

static size_t count_of(const char *text, const char *part) {
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, part)); at++)
        count++;
    return count;
}

static void test_out(void) {
    struct arena *arena = arena_new();
    struct buf out;
    buf_init(&out, 100000);
    emit_all(&thoughts, answer, ANSWER, &out, arena);
    is_int((int)count_of(out.data, "signature 0 \"" SEAL_MARK), 3, "for thoughts: three sealed signatures");
    is_int((int)count_of(out.data, " redacted\n"), 1,
           "that of the call is one of a thought that is not shown");
    ok(!strstr(out.data, "sig1") && !strstr(out.data, "sig2") && !strstr(out.data, " signature="),
       "and nothing is left open");
    buf_clear(&out);
    emit_all(&calls, answer, ANSWER, &out, arena);
    is_int((int)count_of(out.data, " signature=\"" SEAL_MARK), 2, "for calls: each has a sealed signature");
    is_int((int)count_of(out.data, "\nsignature"), 0, "and no thought has one");
    buf_clear(&out);
    emit_all(&calls, bare, sizeof bare / sizeof *bare, &out, arena);
    is_int((int)count_of(out.data, " signature=\"" SEAL_MARK), 1, "a call of which nothing is known has one");
    buf_clear(&out);
    emit_all(&keepers, bare, sizeof bare / sizeof *bare, &out, arena);
    is_int((int)count_of(out.data, SEAL_MARK), 0, "unless somebody would have to keep it");
    buf_free(&out);
    arena_free(arena);
}

/* What was only signed in part would not be what the provider made: nothing is said of it. */
static void test_too_long(void) {
    enum { LONG = 17 << 20 };
    struct arena *arena = arena_new();
    char *text = arena_alloc(arena, LONG);
    memset(text, 'x', LONG);
    text[0] = text[LONG - 1] = '"';
    struct seal_item items[] = {{SEAL_THOUGHT, {0}, {text, LONG}}, {SEAL_NOTHING, {0}, {0}}};
    struct chat_event events[ANSWER];
    struct buf out;
    buf_init(&out, 100000);
    ok(!seal_make(thoughts.key, "one", items, 1, arena).at, "what is too long is not sealed");
    ok(!seal_make(thoughts.key, "one", items, 2, arena).at, "nor with what would fit behind it");
    memcpy(events, answer, sizeof answer);
    events[3].text = items[0].signature;
    emit_all(&thoughts, events, ANSWER, &out, arena);
    is_int((int)count_of(out.data, "signature 0 \"" SEAL_MARK), 2, "for thoughts: it is left out");
    is_int((int)count_of(out.data, "\nsignature"), 2, "and nothing stands for it");
    buf_clear(&out);
    emit_all(&calls, events, ANSWER, &out, arena);
    is_int((int)count_of(out.data, " signature=\"" SEAL_MARK), 2,
           "for calls: they have what is not too long");
    buf_free(&out);
    arena_free(arena);
}

/* ---- back ---------------------------------------------------------------------------------- */

static struct chat_request *ask(struct arena *arena) {
    struct chat_request *q = arena_alloc(arena, sizeof *q);
    q->arena = arena;
    chat_add_turn_block(q, CHAT_USER, CHAT_TEXT)->text = TEXT("\"go\"");
    return q;
}

static struct chat_block *add(struct chat_request *q, enum chat_block_kind kind, struct span signature) {
    struct chat_block *block = chat_add_turn_block(q, CHAT_ASSISTANT, kind);
    if (kind == CHAT_CALL)
        block->call = (struct chat_call){.id = "c1", .name = "f", .signature = signature};
    else
        block->signature = signature;
    return block;
}

/* The assistant's blocks as words. */
static const char *describe(const struct chat_request *q, struct arena *arena) {
    const char *words = "";
    for (const struct chat_turn *turn = q->turns; turn; turn = turn->next)
        for (const struct chat_block *block = turn->blocks.first; turn->role == CHAT_ASSISTANT && block;
             block = block->next) {
            struct span signature = block->kind == CHAT_CALL ? block->call.signature : block->signature;
            words = arena_printf(arena, "%s%s%s%.*s%.*s ", words,
                                 block->kind == CHAT_CALL ? "call" : "thought", block->redacted ? "*" : "",
                                 (int)block->text.len, block->text.at ? block->text.at : "",
                                 (int)signature.len, signature.at ? signature.at : "");
        }
    return words;
}

static struct span sealed(const struct seal_item *item, size_t count, struct arena *arena) {
    return seal_make(thoughts.key, "one", item, count, arena);
}

static void test_back(void) {
    static const struct {
        const char *name;
        const struct carry_way *way;
        struct seal_item item[2];
        size_t count;
        bool redacted, on_call, drops;
        const char *want;
    } rows[] = {
        {"a thought",
         &thoughts,
         {{SEAL_THOUGHT, {0}, {"\"s\"", 3}}},
         1,
         false,
         false,
         false,
         "thought\"t\"\"s\" call "},
        {"a thought without a signature",
         &thoughts,
         {{.kind = SEAL_NOTHING}},
         1,
         false,
         false,
         false,
         "thought\"t\" call "},
        {"a hidden thought",
         &thoughts,
         {{SEAL_REDACTED, {0}, {"\"d\"", 3}}},
         1,
         true,
         false,
         false,
         "thought*\"d\" call "},
        {"state of a call", &thoughts, {{SEAL_CALL, {0}, {"\"c\"", 3}}}, 1, true, false, false, "call\"c\" "},
        {"a thought of another provider",
         &others,
         {{SEAL_THOUGHT, {0}, {"\"s\"", 3}}},
         1,
         false,
         false,
         true,
         "thought\"t\" call "},
        {"a hidden thought of another provider",
         &others,
         {{SEAL_REDACTED, {0}, {"\"d\"", 3}}},
         1,
         true,
         false,
         true,
         "call "},
        {"a thought of another hub",
         &strangers,
         {{SEAL_THOUGHT, {0}, {"\"s\"", 3}}},
         1,
         false,
         false,
         true,
         "thought\"t\" call "},
        {"what a call brings back",
         &calls,
         {{SEAL_THOUGHT, {"\"x\"", 3}, {"\"s\"", 3}}, {SEAL_CALL, {0}, {"\"c\"", 3}}},
         2,
         false,
         true,
         false,
         "thought\"x\"\"s\" call\"c\" "},
        {"a call of which nothing was known",
         &calls,
         {{.kind = SEAL_NOTHING}},
         1,
         false,
         true,
         false,
         "call "},
        {"the same of another provider",
         &others,
         {{SEAL_THOUGHT, {"\"x\"", 3}, {"\"s\"", 3}}},
         1,
         false,
         true,
         true,
         "call "},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena *arena = arena_new();
        struct chat_request *q = ask(arena);
        struct span text = sealed(rows[i].item, rows[i].count, arena);
        if (!rows[i].on_call) {
            struct chat_block *thought = add(q, CHAT_THOUGHT, text);
            thought->redacted = rows[i].redacted;
            thought->text = rows[i].redacted ? (struct span){0} : TEXT("\"t\"");
        }
        add(q, CHAT_CALL, rows[i].on_call ? text : (struct span){0});
        carry_restore(rows[i].way, q);
        is_str(describe(q, arena), rows[i].want, rows[i].name);
        is_int(q->dropped != NULL, rows[i].drops, "and what is gone is noted");
        arena_free(arena);
    }
}

/* However many signatures a stream has, only the last ones are held. */
static void test_many(void) {
    static char long_one[20000];
    struct arena *arena = arena_new();
    struct event_lines lines;
    struct error err = {0};
    struct seal_item items[SEAL_ITEMS];
    memset(long_one, 'x', sizeof long_one);
    long_one[0] = long_one[sizeof long_one - 1] = '"';
    struct chat_sink *sink = carry_sink(carry_new(&calls, event_lines_init(&lines), arena));
    chat_emit(sink, &(struct chat_event){.kind = EVENT_BEGIN}, &err);
    for (int i = 0; i < 1000; i++) {
        struct chat_event thought = {.kind = EVENT_THOUGHT, .text = TEXT("\"t\"")};
        struct chat_event signature = {.kind = EVENT_SIGNATURE,
                                       .text = {long_one, sizeof long_one - (size_t)i}};
        long_one[sizeof long_one - 1 - (size_t)i] = '"';
        chat_emit(sink, &thought, &err);
        chat_emit(sink, &signature, &err);
    }
    chat_emit(sink, &bare[1], &err);
    const char *at = strstr(event_lines_text(&lines), "signature=");
    struct span text = {at + 10, strcspn(at + 10, "\n")};
    is_int((int)seal_open(calls.key, "one", text, items, arena), SEAL_ITEMS, "as many as a seal holds");
    is_int((int)items[0].signature.len, (int)sizeof long_one - (1000 - SEAL_ITEMS), "the last ones");
    is_int((int)items[SEAL_ITEMS - 1].signature.len, (int)sizeof long_one - 999, "in their order");
    event_lines_free(&lines);
    arena_free(arena);
}

int main(void) {
    if (secret_start() < 0)
        return 1;
    test_seals();
    test_out();
    test_many();
    test_too_long();
    test_back();
    return tap_done();
}
