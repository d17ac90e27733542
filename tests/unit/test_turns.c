/* The order of a conversation: merged, paired, settled. A conversation is a line of words:
 *   u a i    a turn of the user, the assistant, an instruction begins
 *   "x" ""   a text
 *   (x)      a call of that id, of function fx      [x]  its result, a text tx; [x=y] a text ty
 *   {x}      a thought                               <x>  a refusal
 */
#include "base/buf.h"
#include "canon/chat.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static struct chat_block *add(struct chat_request *q, struct chat_turn *turn, enum chat_block_kind kind) {
    return chat_add_block(q->arena, &turn->blocks, kind);
}

static struct chat_turn *add_turn(struct chat_request *q, enum chat_role role) {
    struct chat_turn *turn = arena_alloc(q->arena, sizeof *turn);
    turn->role = role;
    if (q->last)
        q->last->next = turn;
    else
        q->turns = turn;
    return q->last = turn;
}

static void add_word(struct chat_request *q, const char *word, size_t len) {
    const char *inner = arena_strndup(q->arena, word + 1, len > 1 ? len - 2 : 0);
    struct chat_block *block;
    switch (*word) {
    case '"':
        add(q, q->last, CHAT_TEXT)->text = (struct span){word, len};
        break;
    case '{':
        add(q, q->last, CHAT_THOUGHT)->text = chat_quote(q->arena, inner, len - 2);
        break;
    case '<':
        add(q, q->last, CHAT_REFUSAL)->text = chat_quote(q->arena, inner, len - 2);
        break;
    case '(':
        block = add(q, q->last, CHAT_CALL);
        block->call.id = inner;
        block->call.name = arena_printf(q->arena, "f%s", inner);
        break;
    case '[':
        block = add(q, q->last, CHAT_RESULT);
        block->result.id = arena_strndup(q->arena, inner, strcspn(inner, "="));
        inner = strchr(inner, '=') ? strchr(inner, '=') + 1 : inner;
        chat_add_block(q->arena, &block->result.content, CHAT_TEXT)->text =
            (struct span){arena_printf(q->arena, "\"t%s\"", inner), strlen(inner) + 3};
        break;
    default:
        add_turn(q, *word == 'u' ? CHAT_USER : *word == 'a' ? CHAT_ASSISTANT : CHAT_INSTRUCTION);
        break;
    }
}

static struct chat_request read_words(const char *words, struct arena *arena) {
    struct chat_request q = {.arena = arena};
    for (size_t len; *words; words += len + (words[len] == ' ')) {
        len = strcspn(words, " ");
        add_word(&q, words, len);
    }
    return q;
}

static const struct chat_block *next_call(const struct chat_block *block) {
    while (block && block->kind != CHAT_CALL)
        block = block->next;
    return block;
}

/* What is wrong with a result: there is none, or it is not of that call and its function. */
static const char *mark_of(const struct chat_result *result, const struct chat_block *call) {
    if (!call || strcmp(result->id, call->call.id) != 0 || strcmp(result->name, call->call.name) != 0)
        return "?";
    return result->failed ? "!" : "";
}

/* A result that is missing is [x!], one that is not of the next call would be [x?]; what it says is shown
 * where it is not tx. */
static void describe_result(struct buf *out, const struct chat_result *result,
                            const struct chat_block **call) {
    const struct chat_block *said = result->content.first;
    bool usual = result->failed || (said->text.len == strlen(result->id) + 3 &&
                                    strncmp(said->text.at + 2, result->id, said->text.len - 3) == 0);
    buf_printf(out, " [%s%s", result->id, mark_of(result, *call));
    if (!usual)
        buf_printf(out, " says %.*s", (int)said->text.len, said->text.at);
    buf_puts(out, "]");
    *call = *call ? next_call((*call)->next) : NULL;
}

static void describe(struct buf *out, const struct chat_request *q) {
    static const char roles[] = "uai";
    const struct chat_block *call = NULL;
    for (const struct chat_turn *turn = q->turns; turn; turn = turn->next) {
        buf_printf(out, "%s%c", out->len ? " " : "", roles[turn->role]);
        const struct chat_block *last = NULL;
        for (const struct chat_block *block = turn->blocks.first; block; last = block, block = block->next)
            if (block->kind == CHAT_CALL)
                buf_printf(out, " (%s)", block->call.id);
            else if (block->kind == CHAT_RESULT)
                describe_result(out, &block->result, &call);
            else
                buf_printf(out, " %s%.*s",
                           block->kind == CHAT_THOUGHT   ? "thought "
                           : block->kind == CHAT_REFUSAL ? "refusal "
                                                         : "",
                           (int)block->text.len, block->text.at);
        if (turn->role == CHAT_ASSISTANT)
            call = next_call(turn->blocks.first);
        if (last != turn->blocks.last || (!turn->next && q->last != turn))
            buf_puts(out, " (the last one is wrong)");
    }
    buf_puts(out, "");
}

#define ORPHAN(id) "\"[result of the tool call " id "]\" \"t" id "\""

static const struct {
    const char *words, *want;
} rows[] = {
    {"", ""},
    {"u", ""},
    {"u \"\"", ""},
    {"u \"x\"", "u \"x\""},
    {"u \"x\" u \"y\" a \"z\"", "u \"x\" \"y\" a \"z\""},
    {"u \"x\" \"\" a \"\" u \"y\"", "u \"x\" \"y\""},
    {"u \"x\" a {} <> u \"y\"", "u \"x\" \"y\""},
    {"u \"x\" a {t} u \"y\"", "u \"x\" a thought \"t\" u \"y\""},
    {"u \"x\" a <no> a \"z\"", "u \"x\" a refusal \"no\" \"z\""},
    {"i \"x\" i \"y\" u \"z\" i \"\" u \"w\"", "i \"x\" \"y\" u \"z\" \"w\""},
    {"a (1) u [1]", "a (1) u [1]"},
    {"a (1) (2) u [2] [1]", "a (1) (2) u [1] [2]"},
    {"a (1) (2) u [2] u \"x\" u [1]", "a (1) (2) u [1] [2] \"x\""},
    {"a \"x\" (1) \"y\" u \"z\" [1]", "a \"x\" (1) \"y\" u [1] \"z\""},
    {"a (1) a (2) u [1] [2]", "a (1) (2) u [1] [2]"},
    {"a (1) u [1] a (2) u [2]", "a (1) u [1] a (2) u [2]"},
    /* missing */
    {"a (1)", "a (1) u [1!]"},
    {"a (1) u \"x\"", "a (1) u [1!] \"x\""},
    {"a (1) (2) u [2]", "a (1) (2) u [1!] [2]"},
    {"a (1) u a \"x\"", "a (1) \"x\" u [1!]"},
    {"a (1) u \"x\" a \"y\" u [1]", "a (1) u [1!] \"x\" a \"y\" u " ORPHAN("1")},
    /* twice, and of nobody */
    {"u [1]", "u " ORPHAN("1")},
    {"u \"x\" [1] \"y\"", "u \"x\" " ORPHAN("1") " \"y\""},
    {"a (1) u [1] [1]", "a (1) u [1] " ORPHAN("1")},
    {"a (1) u [1] [2] \"x\"", "a (1) u [1] " ORPHAN("2") " \"x\""},
    {"a \"x\" u [1] [2]", "a \"x\" u " ORPHAN("1") " " ORPHAN("2")},
    {"a (1) u [1] a \"x\" u [1]", "a (1) u [1] a \"x\" u " ORPHAN("1")},
    /* one id for several calls: results in their order */
    {"a (1) u [1] a (1) u [1=2]", "a (1) u [1] a (1_2) u [1_2 says \"t2\"]"},
    {"a (1) (1) u [1] [1=2]", "a (1) (1_2) u [1] [1_2 says \"t2\"]"},
    {"a (1) (1) (1) u [1] [1=2] [1=3]", "a (1) (1_2) (1_3) u [1] [1_2 says \"t2\"] [1_3 says \"t3\"]"},
    {"a (1) (2) (1) u [1] [2]", "a (1) (2) (1_2) u [1] [2] [1_2!]"},
    {"a (1) (2) (1) u [1] [1=3] [2]", "a (1) (2) (1_2) u [1] [2] [1_2 says \"t3\"]"},
    {"a (1) (1) u [1]", "a (1) (1_2) u [1] [1_2!]"},
    {"a (1) a \"x\" (1) u [1] \"y\" [1=2]", "a (1) \"x\" (1_2) u [1] [1_2 says \"t2\"] \"y\""},
    {"a (1) (1_2) (1) u [1] [1_2] [1=3]", "a (1) (1_2) (1_3) u [1] [1_2] [1_3 says \"t3\"]"},
    {"a (1) (1) (1_2) u [1] [1=2] [1_2=3]",
     "a (1) (1_2) (1_2_2) u [1] [1_2 says \"t2\"] [1_2_2 says \"t3\"]"},
    {"a (1) u [1] a (1) (1) u [1=2] [1=3] \"x\" a (1) u [1=4]",
     "a (1) u [1] a (1_2) (1_3) u [1_2 says \"t2\"] [1_3 says \"t3\"] \"x\" "
     "a (1_4) u [1_4 says \"t4\"]"},
    /* what stands between */
    {"a (1) i \"x\" u [1]", "a (1) u [1] i \"x\""},
    {"a (1) i \"x\" u [1] \"y\"", "a (1) u [1] i \"x\" u \"y\""},
    {"a (1) (2) u [1] i \"x\" u [2]", "a (1) (2) u [1] [2] i \"x\""},
};

static void test_rows(void) {
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena *arena = arena_new();
        struct chat_request q = read_words(rows[i].words, arena);
        struct buf got;
        buf_init(&got, 10000);
        chat_settle_turns(&q);
        describe(&got, &q);
        is_str(got.data, rows[i].want, rows[i].words);
        chat_settle_turns(&q);
        buf_clear(&got);
        describe(&got, &q);
        is_str(got.data, rows[i].want, "and that is settled");
        buf_free(&got);
        arena_free(arena);
    }
}

/* What says nothing but brings state is kept. */
static void test_state(void) {
    struct arena *arena = arena_new();
    struct chat_request q = {.arena = arena};
    static const struct span empty = {"\"\"", 2}, state = {"\"s\"", 3};
    chat_add_turn_block(&q, CHAT_ASSISTANT, CHAT_THOUGHT)->signature = state;
    chat_add_turn_block(&q, CHAT_ASSISTANT, CHAT_THOUGHT)->id = "rs_1";
    struct chat_block *text = chat_add_turn_block(&q, CHAT_ASSISTANT, CHAT_TEXT);
    text->text = empty;
    text->signature = state;
    chat_add_turn_block(&q, CHAT_ASSISTANT, CHAT_TEXT)->text = empty;
    chat_add_block(arena, &q.system, CHAT_TEXT)->text = empty;
    chat_settle_turns(&q);
    ok(q.turns && q.turns->blocks.last == text && q.turns->blocks.first->next->next == text,
       "opaque state is not nothing");
    ok(!q.system.first && !q.system.last, "an empty text of a system is");
    arena_free(arena);
}

static void test_whole_result(void) {
    struct arena *arena = arena_new();
    struct chat_request q = {.arena = arena};
    struct chat_call *call = &chat_add_turn_block(&q, CHAT_ASSISTANT, CHAT_CALL)->call;
    *call = (struct chat_call){.id = "1", .name = "f", .custom = true};
    struct chat_block *result = chat_add_turn_block(&q, CHAT_USER, CHAT_RESULT);
    result->result = (struct chat_result){.id = "1", .failed = true};
    result->cache = true;
    struct chat_block *image = chat_add_block(arena, &result->result.content, CHAT_MEDIA);
    chat_settle_turns(&q);
    const struct chat_block *got = q.last->blocks.first;
    ok(got->kind == CHAT_RESULT && got->result.failed && got->result.custom && got->cache &&
           got->result.content.first == image && strcmp(got->result.name, "f") == 0,
       "a result that is moved stays whole");
    arena_free(arena);
}

/* ---- many ------------------------------------------------------------------------ */

#define MANY 200000

static const char *number(struct arena *arena, int i) {
    return arena_printf(arena, "id-%d", i);
}

static void add_call(struct chat_request *q, int i) {
    struct chat_call *call = &chat_add_turn_block(q, CHAT_ASSISTANT, CHAT_CALL)->call;
    call->id = number(q->arena, i);
    call->name = "f";
}

static void add_result(struct chat_request *q, int i) {
    chat_add_turn_block(q, CHAT_USER, CHAT_RESULT)->result.id = number(q->arena, i);
}

/* How many results stand in the order of the calls, and were there. */
static int count_good(const struct chat_request *q) {
    int good = 0;
    for (const struct chat_turn *turn = q->turns; turn && turn->next; turn = turn->next) {
        const struct chat_block *result = turn->next->blocks.first;
        for (const struct chat_block *call = turn->blocks.first; call && turn->role == CHAT_ASSISTANT;
             call = call->next, result = result->next)
            good += result->kind == CHAT_RESULT && strcmp(result->result.id, call->call.id) == 0 &&
                    !result->result.failed;
    }
    return good;
}

/* Would it take the square of the time, nobody would wait for it. */
static void test_many(const char *name, bool reversed, bool alternating, bool same) {
    struct arena *arena = arena_new();
    struct chat_request q = {.arena = arena};
    for (int i = 0; i < MANY; i++) {
        add_call(&q, same ? 0 : i);
        if (alternating)
            add_result(&q, same ? 0 : i);
    }
    for (int i = 0; i < MANY && !alternating; i++)
        add_result(&q, same ? 0 : reversed ? MANY - 1 - i : i);
    chat_settle_turns(&q);
    is_int(count_good(&q), MANY, name);
    arena_free(arena);
}

static void test_many_texts(void) {
    struct arena *arena = arena_new();
    struct chat_request q = {.arena = arena};
    for (int i = 0; i < MANY; i++) {
        add_turn(&q, i % 3 ? CHAT_USER : CHAT_INSTRUCTION);
        add(&q, q.last, CHAT_TEXT)->text = (struct span){"\"\"", i % 2 ? 2 : 0};
        add(&q, q.last, CHAT_TEXT)->text = (struct span){"\"x\"", 3};
        add(&q, q.last, CHAT_RESULT)->result.id = "nobody";
    }
    chat_settle_turns(&q);
    int texts = 0;
    for (const struct chat_turn *turn = q.turns; turn; turn = turn->next)
        for (const struct chat_block *block = turn->blocks.first; block; block = block->next)
            texts += block->kind == CHAT_TEXT;
    is_int(texts, 2 * MANY, "many turns with results of nobody");
    arena_free(arena);
}

int main(void) {
    test_rows();
    test_state();
    test_whole_result();
    test_many("many calls and results", false, false, false);
    test_many("many results in reverse", true, false, false);
    test_many("many calls with a result behind each", false, true, false);
    test_many("many calls of one id", false, false, true);
    test_many_texts();
    return tap_done();
}
