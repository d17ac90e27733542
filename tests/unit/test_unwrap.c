/* Answers in a wrapper: what comes out of it, however the text is cut. */
#include "canon/unwrap.h"

#include "base/jsonscan.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define TEXT_MOST    1000

struct taker {
    struct chat_sink sink;
    struct buf text; /* of choice 0 */
    bool other;      /* an event that is no text came */
    bool late, empty;
};

static int take(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct taker *taker = (struct taker *)sink;
    (void)err;
    if (event->kind == EVENT_TEXT && event->choice == 0) {
        scan_unquote(event->text, &taker->text);
        taker->empty |= event->text.len <= 2;
        taker->late |= taker->other;
    }
    taker->other |= event->kind != EVENT_TEXT;
    return 0;
}

static void taker_init(struct taker *taker) {
    *taker = (struct taker){.sink.take = take};
    buf_init(&taker->text, TEXT_MOST);
    buf_puts(&taker->text, "");
}

static void put(struct chat_sink *sink, struct arena *arena, int choice, const char *text, size_t len) {
    struct error err = {0};
    struct chat_event event = {.kind = EVENT_TEXT, .choice = choice, .text = chat_quote(arena, text, len)};
    if (len > 0)
        chat_emit(sink, &event, &err);
}

static void stop(struct chat_sink *sink, enum event_kind kind) {
    struct error err = {0};
    chat_emit(sink, &(struct chat_event){.kind = kind}, &err);
}

static const struct {
    const char *text, *want;
} rows[] = {
    {"{\"value\":[1,2]}", "[1,2]"},
    {"{\"value\":\"a}b\"}", "\"a}b\""},
    {"{\"value\":\"a\\\"}\\\\\"}", "\"a\\\"}\\\\\""},
    {"{\"value\":{\"value\":{}}}", "{\"value\":{}}"},
    {"{\"value\":[{\"a\":[]},{}]}", "[{\"a\":[]},{}]"},
    {"{\"value\":null}", "null"},
    {"{\"value\":-1.5e3}\n", "-1.5e3"},
    {" {\n\t\"value\" : [1,\n 2] }\n", " [1,\n 2] "},
    {"{\"value\":\"h\xc3\xa9\xf0\x9f\x98\x80\"}", "\"h\xc3\xa9\xf0\x9f\x98\x80\""},
    {"{\"value\":[1]} and more", "[1]and more"},
    /* cut off */
    {"{\"value\":[1,", "[1,"},
    {"{\"value\":", ""},
    {"{\"val", "{\"val"},
    {"{", "{"},
    {" \n", " \n"},
    /* no wrapper */
    {"", ""},
    {"[1,2]", "[1,2]"},
    {"{}", "{}"},
    {"{\"values\":1}", "{\"values\":1}"},
    {"{\"a\":1,\"value\":2}", "{\"a\":1,\"value\":2}"},
    {"{\"va lue\":1}", "{\"va lue\":1}"},
    {"I cannot say {\"value\":1}", "I cannot say {\"value\":1}"},
    {"                                                                 {\"value\":1}",
     "                                                                 {\"value\":1}"},
};

/* Whole, in two pieces wherever they are cut, and byte by byte of ASCII. */
static void test_rows(void) {
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t len = strlen(rows[i].text);
        bool good = true;
        for (size_t cut = 0; cut <= len; cut++) {
            struct arena *arena = arena_new();
            struct taker taker;
            taker_init(&taker);
            struct chat_sink *sink = unwrap_new(&taker.sink, arena);
            if (cut < len && (rows[i].text[cut] & 0xc0) == 0x80) /* in a character, where nobody cuts */
                cut = len;
            put(sink, arena, 0, rows[i].text, cut);
            put(sink, arena, 0, rows[i].text + cut, len - cut);
            stop(sink, EVENT_STOP);
            if (strcmp(taker.text.data, rows[i].want) != 0)
                printf("# cut at %zu: %s\n", cut, taker.text.data);
            good &= strcmp(taker.text.data, rows[i].want) == 0 && !taker.late && !taker.empty;
            buf_free(&taker.text);
            arena_free(arena);
        }
        ok(good, "%s", rows[i].text);
    }
}

/* JSON strings may escape anything: such a wrapper is one, too, and what is in it stays as it was written. */
static void test_escapes(void) {
    static const char text[] = "\"\\u007b\\u000a\\u0022value\\\":\\n[\\\"\\\\\\\"\\u00e9\\\"]\\u007d\"";
    struct arena *arena = arena_new();
    struct taker taker;
    struct error err = {0};
    taker_init(&taker);
    struct chat_sink *sink = unwrap_new(&taker.sink, arena);
    chat_emit(sink, &(struct chat_event){.kind = EVENT_TEXT, .text = {text, sizeof text - 1}}, &err);
    is_str(taker.text.data, "\n[\"\\\"\xc3\xa9\"]", "a wrapper that is escaped");
    buf_free(&taker.text);
    arena_free(arena);
}

/* Choices do not mix, and a call ends a text, too. */
static void test_choices(void) {
    struct arena *arena = arena_new();
    struct taker taker;
    taker_init(&taker);
    struct chat_sink *sink = unwrap_new(&taker.sink, arena);
    put(sink, arena, 0, "{\"val", 5);
    put(sink, arena, 1, "{\"x\":1}", 7);
    put(sink, arena, 0, "ue\":7}", 6);
    is_str(taker.text.data, "7", "a choice beside another");
    buf_free(&taker.text);
    taker_init(&taker);
    sink = unwrap_new(&taker.sink, arena);
    put(sink, arena, 0, "{\"val", 5);
    stop(sink, EVENT_CALL);
    ok(strcmp(taker.text.data, "{\"val") == 0 && !taker.late, "what a call ends is not lost");
    buf_free(&taker.text);
    arena_free(arena);
}

int main(void) {
    test_rows();
    test_escapes();
    test_choices();
    return tap_done();
}
