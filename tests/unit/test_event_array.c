/* Streams framed as one JSON array: each fixture whole, cut at every byte, and byte by byte. */
#include "dialects/event_array.h"

#include <string.h>

#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const struct {
    const char *name, *events, *want;
} fixtures[] = {
    {"nothing", "", "[\n]\n"},
    {"one event", "data: {\"a\":1}\r\n\r\n", "[{\"a\":1}\n]\n"},
    {"several", "data: {\"a\":1}\n\ndata: {}\n\ndata:{\"b\":[2]}\n\n",
     "[{\"a\":1}\n,\r\n{}\n,\r\n{\"b\":[2]}\n]\n"},
    {"CRLF", "data: {\"a\":1}\r\n\r\ndata: {}\r\n\r\n", "[{\"a\":1}\n,\r\n{}\n]\n"},
    {"a last event without its blank line", "data: {}\n\ndata: {\"end\":true}",
     "[{}\n,\r\n{\"end\":true}\n]\n"},
    {"what is no element", ": comment\n\ndata: {}\n\ndata: [DONE]\n\ndata\n\nevent: x\n\ndata: 7\n\n",
     "[{}\n]\n"},
    {"a comment within an event", ": one\ndata: {}\n: two\n\n", "[{}\n]\n"},
    {"an event of several lines", "event: x\ndata: {\"a\":\ndata: 1}\n\n", "[{\"a\":\n1}\n]\n"},
    {"white space before the object", "data:   {\"a\":1}\n\n", "[  {\"a\":1}\n]\n"},
    {"brackets in text", "data: {\"a\":\"]},[{\"}\n\ndata: {}\n\n", "[{\"a\":\"]},[{\"}\n,\r\n{}\n]\n"},
};

/* Adds a copy that ends where its memory ends. */
static void feed(struct event_array *array, const char *bytes, size_t len, struct buf *out) {
    struct error err = {0};
    char *copy = malloc(len ? len : 1);
    memcpy(copy, bytes, len);
    if (event_array_feed(array, (struct span){copy, len}, out, &err) < 0)
        ok(0, "a piece: %s", err.message);
    free(copy);
}

/* The first `cut` bytes and then the rest in pieces; `rests`: a sign of life before each and before the end.
 */
static void run(const char *events, size_t cut, size_t piece, bool rests, struct buf *out) {
    struct arena *arena = arena_new();
    struct event_array *array = event_array_new(arena);
    size_t len = strlen(events);
    buf_init(out, 1000);
    for (size_t at = 0; at < len;) {
        size_t next = at == 0 && cut > 0 ? cut : piece < len - at ? piece : len - at;
        if (rests)
            event_array_rest(array, out);
        feed(array, events + at, next, out);
        at += next;
    }
    if (rests)
        event_array_rest(array, out);
    event_array_end(array, out);
    event_array_end(array, out);
    arena_free(arena);
}

static bool is_array(const struct buf *text) {
    struct scan_want whole = {.name = "a"};
    struct error err = {0};
    struct buf object;
    buf_init(&object, text->len + 16);
    buf_printf(&object, "{\"a\":%s}", text->data);
    bool good = scan_object((struct span){object.data, object.len}, &whole, 1, 64, &err) == 0 &&
                whole.type == SCAN_ARRAY;
    buf_free(&object);
    return good;
}

static void test_fixture(size_t row) {
    const char *events = fixtures[row].events;
    size_t len = strlen(events), wrong = 0;
    for (size_t cut = 0; cut <= len; cut++) {
        struct buf out;
        run(events, cut, len ? len : 1, false, &out);
        wrong += strcmp(out.data, fixtures[row].want) != 0 || !is_array(&out);
        buf_free(&out);
    }
    is_int((long long)wrong, 0, fixtures[row].name);
    for (size_t piece = 1; piece < 4; piece++) {
        struct buf out;
        run(events, 0, piece, false, &out);
        is_str(out.data, fixtures[row].want, fixtures[row].name);
        buf_free(&out);
    }
}

/* Wherever they stand, and before anything else came, what is written is an array with the same elements. */
static void test_rests(void) {
    for (size_t row = 0; row < COUNT(fixtures); row++) {
        struct buf out;
        run(fixtures[row].events, 0, 3, true, &out);
        ok(is_array(&out) && out.data[0] == '[', "signs of life: %s", fixtures[row].name);
        buf_free(&out);
    }
    struct buf out;
    run("data: {}\n\n", 0, 10, true, &out);
    is_str(out.data, "[\n{}\n\n]\n", "where signs of life stand");
    buf_free(&out);
}

/* An element leaves when its event is whole, not when the next one comes. */
static void test_at_once(void) {
    struct arena *arena = arena_new();
    struct event_array *array = event_array_new(arena);
    struct buf out;
    buf_init(&out, 1000);
    feed(array, "data: {\"a\":1}\r\n\r", 16, &out);
    ok(out.len == 0, "nothing of an event that is not whole");
    feed(array, "\n", 1, &out);
    is_str(out.data, "[{\"a\":1}", "the first element");
    buf_clear(&out);
    feed(array, "data: {\"b\":2}\r\n\r\n", 17, &out);
    is_str(out.data, "\n,\r\n{\"b\":2}", "the second one");
    buf_clear(&out);
    event_array_add(array, (struct span){"{\"error\":{}}", 12}, &out);
    event_array_end(array, &out);
    is_str(out.data, "\n,\r\n{\"error\":{}}\n]\n", "an element by hand, and the end");
    buf_free(&out);
    arena_free(arena);
}

int main(void) {
    for (size_t row = 0; row < COUNT(fixtures); row++)
        test_fixture(row);
    test_rests();
    test_at_once();
    return tap_done();
}
