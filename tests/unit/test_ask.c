/* What looking at a request takes in every dialect: what is set before stays, and each has its own words. */
#include <string.h>

#include "dialects/dialect.h"
#include "tap.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const struct {
    const struct chat_dialect *dialect;
    const char *good, *doubled, *missing;
    const char *twice, *none; /* what is said of the last two */
} rows[] = {
    {&chat_openai, "{\"model\":\"m\",\"messages\":[{}]}",
     "{\"model\":\"m\",\"model\":\"m\",\"messages\":[{}]}", "{\"model\":\"m\"}", "\"model\" is given twice.",
     "\"messages\" is missing."},
    {&chat_completions, "{\"model\":\"m\",\"prompt\":\"x\"}", "{\"model\":\"m\",\"n\":1,\"n\":1}",
     "{\"model\":\"m\"}", "\"n\" is given twice.", "\"prompt\" is missing."},
    {&chat_responses, "{\"model\":\"m\",\"input\":\"x\"}", "{\"input\":\"x\",\"input\":\"x\"}",
     "{\"model\":\"m\"}", "\"input\" is given twice.", "\"input\" is missing."},
    {&chat_anthropic, "{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{}]}",
     "{\"model\":\"m\",\"model\":\"m\",\"max_tokens\":9,\"messages\":[{}]}", "{\"model\":\"m\"}",
     "model: is given twice", "messages: Field required"},
    {&chat_gemini, "{\"contents\":[{}]}",
     "{\"contents\":[{}],\"generationConfig\":{\"candidateCount\":1,\"candidateCount\":1}}", "{}",
     "\"generationConfig.candidateCount\" is given twice.", "\"contents\" is missing."},
};

static int look(const struct chat_dialect *dialect, const char *text, struct chat_ask *ask,
                struct arena *arena, struct error *err) {
    return dialect->look((struct span){text, strlen(text)}, arena, ask, err);
}

static void test_set_before(void) {
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena *arena = arena_new();
        struct error err = {0};
        struct chat_ask plain = {.model = "m"},
                        ask = {.model = "m", .counting = true, .always_streams = true};
        ok(look(rows[i].dialect, rows[i].good, &plain, arena, &err) == 0 && !plain.counting && !plain.stream,
           "%s: nothing is set of itself", rows[i].dialect->name);
        ok(look(rows[i].dialect, rows[i].good, &ask, arena, &err) == 0 && ask.counting &&
               ask.always_streams && ask.stream && strcmp(ask.model, "m") == 0,
           "%s: what is set before stays", rows[i].dialect->name);
        arena_free(arena);
    }
}

static void test_words(void) {
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena *arena = arena_new();
        struct error twice = {0}, none = {0};
        struct chat_ask ask = {.model = "m"};
        ok(look(rows[i].dialect, rows[i].doubled, &ask, arena, &twice) < 0 && twice.kind == ERR_REQUEST,
           "%s: a member that is given twice is refused", rows[i].dialect->name);
        is_str(twice.message, rows[i].twice, "in the words of the dialect");
        ok(look(rows[i].dialect, rows[i].missing, &ask, arena, &none) < 0 && none.kind == ERR_REQUEST,
           "%s: and one that is missing", rows[i].dialect->name);
        is_str(none.message, rows[i].none, "in the words of the dialect");
        arena_free(arena);
    }
}

/* The session is found in every dialect, and the model may be left to it. */
static void test_session(void) {
    for (size_t i = 0; i < COUNT(rows); i++) {
        static const char member[] = "{\"session_id\":\"sess_1\",";
        const char *name = rows[i].dialect->name;
        struct arena *arena = arena_new();
        struct error err = {0}, twice = {0};
        struct chat_ask ask = {.model = "m"};
        char *text = arena_printf(arena, "%s%s", member, rows[i].good + 1);
        ok(look(rows[i].dialect, text, &ask, arena, &err) == 0 && scan_equals(ask.session.value, "sess_1"),
           "%s: a session", name);
        text = arena_printf(arena, "%s%s%s", member, member + 1, rows[i].good + 1);
        ok(look(rows[i].dialect, text, &ask, arena, &twice) < 0, "%s: two of them", name);
        arena_free(arena);
    }
}

static void test_model_of_session(void) {
    static const struct {
        const char *text;
        bool in_session, counting, good;
    } asks[] = {
        {"{\"input\":\"x\"}", false, false, false},
        {"{\"input\":\"x\"}", true, false, true},
        {"{\"input\":\"x\",\"model\":\"\"}", true, false, true},
        {"{\"input\":\"x\",\"model\":null}", true, false, true},
        {"{\"input\":\"x\",\"session_id\":\"s\"}", false, false, true},
        {"{\"input\":\"x\",\"session_id\":null}", false, false, false},
        {"{\"input\":\"x\",\"model\":\"\"}", false, false, false},
        {"{\"input\":\"x\",\"model\":5}", true, false, false},
        {"{\"input\":\"x\",\"session_id\":\"s\"}", true, true, false},
    };
    for (size_t i = 0; i < COUNT(asks); i++) {
        struct arena *arena = arena_new();
        struct error err = {0};
        struct chat_ask ask = {.in_session = asks[i].in_session, .counting = asks[i].counting};
        int rc = look(&chat_responses, asks[i].text, &ask, arena, &err);
        ok((rc == 0) == asks[i].good && (rc < 0 || strcmp(ask.model, "") == 0), "the model of %s",
           asks[i].text);
        arena_free(arena);
    }
}

int main(void) {
    test_session();
    test_model_of_session();
    test_set_before();
    test_words();
    return tap_done();
}
