/* How much of a session goes before a request: as many of the last messages as fit, the user's first, and no
 * tool's result without its call. */
#include <string.h>

#include "relay/history.h"
#include "tap.h"

#define LINES_MOST 4096
#define TOKENS     100

/* A session in letters: u a user's message, a an assistant's, s a system's; A an assistant's with the call
 * c1, B one with the calls c1 and c2, r the result of c1, q that of c2. Each has the same number of tokens.
 */
struct history_row {
    const char *name, *session;
    const char *answers; /* ids of the request's results, with blanks between; "": none */
    int room;            /* messages */
    const char *kept;    /* the last ones of the session */
};

#define CALL(id)                                                                                             \
    "{\"id\":\"" id "\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}"

static const struct {
    char letter;
    const char *line;
} letters[] = {
    {'u', "{\"id\":\"msg_1\",\"role\":\"user\",\"content\":\"x\"}\n"},
    {'a', "{\"id\":\"msg_1\",\"role\":\"assistant\",\"content\":\"x\",\"tokens\":7}\n"},
    {'s', "{\"role\":\"system\",\"content\":\"x\"}\n"},
    {'A', "{\"role\":\"assistant\",\"content\":\"x\",\"tool_calls\":[" CALL("c1") "]}\n"},
    {'B', "{\"role\":\"assistant\",\"content\":\"x\",\"tool_calls\":[" CALL("c1") "," CALL("c2") "]}\n"},
    {'r', "{\"role\":\"tool\",\"tool_call_id\":\"c1\",\"content\":\"x\"}\n"},
    {'q', "{\"role\":\"tool\",\"tool_call_id\":\"c2\",\"content\":\"x\"}\n"},
};

static const struct history_row rows[] = {
    {"nothing", "", "", 9, ""},
    {"all of it", "uaua", "", 4, "uaua"},
    {"more room than needed", "uaua", "", 99, "uaua"},
    {"not all", "uaua", "", 3, "ua"},
    {"never an answer first", "uaua", "", 1, ""},
    {"no room", "uaua", "", 0, ""},
    {"room below zero", "ua", "", -5, ""},
    {"a pair is whole", "uAraua", "", 6, "uAraua"},
    {"a pair is not split", "uAraua", "", 5, "ua"},
    {"nor where it stands last", "uauAr", "", 3, "uAr"},
    {"what follows a pair needs the user's words before it", "uauAra", "", 3, ""},
    {"the user speaks between call and result", "uaAura", "", 3, ""},
    {"... and all of it fits", "uaAura", "", 6, "uaAura"},
    {"two results of two calls", "uauBrqa", "", 5, "uBrqa"},
    {"one result is not left behind", "uauBrqa", "", 4, ""},
    {"the last call of an id is meant", "uArauAra", "", 4, "uAra"},
    {"a result of nothing", "ruaua", "", 4, "uaua"},
    {"what the request answers stays", "uauA", "c1", 2, "uA"},
    {"... whatever it takes", "uauA", "c1", 0, "uA"},
    {"... with more where there is room", "uauA", "c1", 4, "uauA"},
    {"... one of two", "uauBq", "c1", 0, "uBq"},
    {"... and both", "uauB", "c1 c2", 1, "uB"},
    {"an answered call is not answered again", "uauAr", "c1", 0, ""},
    {"a call before the assistant's next words neither", "uAua", "c1", 0, ""},
    {"an unknown call", "uauA", "c7", 0, ""},
    {"an instruction does not come first", "usaua", "", 3, "ua"},
    {"an instruction in the middle", "usaua", "", 5, "usaua"},
};

static const char *line_of(char letter) {
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (letters[i].letter == letter)
            return letters[i].line;
    return "";
}

static void write_session(const char *session, char text[LINES_MOST]) {
    size_t len = 0;
    for (text[0] = '\0'; *session; session++)
        len += (size_t)snprintf(text + len, LINES_MOST - len, "%s", line_of(*session));
}

static void answer(struct history *history, const char *ids) {
    char id[8];
    for (; *ids; ids += *ids == ' ') {
        size_t len = strcspn(ids, " ");
        snprintf(id, sizeof id, "%.*s", (int)len, ids);
        history_answer(history, id, NULL);
        ids += len;
    }
}

static void test_row(const struct history_row *row) {
    static char text[LINES_MOST];
    struct arena *arena = arena_new();
    struct history history;
    struct error err = {0};
    write_session(row->session, text);
    if (ok(history_read(&history, (struct span){text, strlen(text)}, arena, &err) == 0, "%s: read",
           row->name)) {
        for (size_t i = 0; i < history.count; i++)
            history.line[i].tokens = TOKENS;
        answer(&history, row->answers);
        is_str(row->session + history_fit(&history, row->room * TOKENS), row->kept, row->name);
    }
    history_free(&history);
    arena_free(arena);
}

static void test_names(void) {
    static const char text[] = "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":["
                               "{\"id\":\"a\",\"function\":{\"name\":\"one\"}},"
                               "{\"id\":\"b\",\"custom\":{\"name\":\"two\"}},"
                               "{\"id\":\"c\",\"function\":{\"name\":\"one\"}}]}\n";
    struct arena *arena = arena_new();
    struct history history;
    struct error err = {0};
    history_read(&history, (struct span){text, strlen(text)}, arena, &err);
    static const struct {
        const char *id, *name, *found;
    } asked[] = {{"one", "one", "\"a\""}, {"x", "two", "\"b\""}, {"x", "two", NULL},
                 {"x", NULL, NULL},       {"c", NULL, "\"c\""},  {"c", "one", NULL}};
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        const struct history_call *call = history_answer(&history, asked[i].id, asked[i].name);
        char found[8] = "";
        if (call)
            snprintf(found, sizeof found, "%.*s", (int)call->id.len, call->id.at);
        is_str(call ? found : NULL, asked[i].found, "a call by its id or its function");
    }
    history_free(&history);
    arena_free(arena);
}

static void test_damaged(void) {
    static const char *const texts[] = {
        "[]\n", "{\n", "\n", "{}\n", "{\"role\":5}\n", "{\"role\":\"user\"}\n{\"role\":\"us\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct arena *arena = arena_new();
        struct history history;
        struct error err = {0};
        ok(history_read(&history, (struct span){texts[i], strlen(texts[i])}, arena, &err) < 0 &&
               err.kind == ERR_INTERNAL,
           "damaged: %zu", i);
        history_free(&history);
        arena_free(arena);
    }
}

/* Nobody's session takes more time than its length is worth: this one would take hours. */
static void test_many(void) {
    enum { MANY = 100000 };
    struct arena *arena = arena_new();
    struct history history;
    struct error err = {0};
    struct buf text;
    size_t found = 0;
    buf_init(&text, 64 << 20);
    buf_puts(&text, "{\"role\":\"user\"}\n{\"role\":\"assistant\",\"tool_calls\":[");
    for (int i = 0; i < MANY; i++)
        buf_printf(&text, "%s{\"id\":\"c%d\",\"function\":{\"name\":\"f\"}}", i ? "," : "", i);
    buf_puts(&text, "]}\n");
    for (int i = MANY / 2; i < 2 * MANY; i++)
        buf_printf(&text, "{\"role\":\"tool\",\"tool_call_id\":\"c%d\"}\n", i);
    ok(history_read(&history, (struct span){text.data, text.len}, arena, &err) == 0, "many calls are read");
    for (int i = 0; i < MANY; i++) {
        char id[16];
        snprintf(id, sizeof id, "c%d", i);
        found += history_answer(&history, id, "g") != NULL;
    }
    is_int((long long)found, MANY / 2, "and answered");
    ok(history_fit(&history, 0) == 0, "and kept");
    buf_free(&text);
    history_free(&history);
    arena_free(arena);
}

int main(void) {
    test_many();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        test_row(&rows[i]);
    test_names();
    test_damaged();
    return tap_done();
}
