/*
 * Fragments of calls brought into the order of events. A story is a line of words:
 *   +K       a call with key K begins (+K* one of free text)     K:x  a piece x of its arguments
 *   .K       it is said to be whole                              !    everything that waits goes out
 * What comes of it: (K#n for the n-th of the key K) then its arguments; choices by digits behind a slash:
 * +1/1
 */
#include "canon/fragments.h"

#include "events.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const struct {
    const char *words, *want; /* events as lines less choice, joined; an error ends with ! */
} rows[] = {
    {"+1 !", "1;"},
    {"+1 1:{} !", "1{};"},
    {"+1 1:{ 1:} +2 2:{} !", "1{};2{};"},
    {"+1 +2 2:{ 1:{} 2:} !", "1{};2{};"},
    {"+1 +2 +3 3:{3} 2:{2} 1:{1} !", "1{1};2{2};3{3};"},
    {"+1 +2 2:{ 2:} !", "1;2{};"},
    {"+1 1:{[{ +2 2:{2 1:}]} 2:} !", "1{[{}]};2{2};"},
    {"+1 1:{\\\" +2 2:{} 1:}\\\"} !", "1{\\\"}\\\"};2{};"},
    {"+1 1:{\\\"\\\\\\\"} +2 2:{} 1:\\\"} !", "1{\\\"\\\\\\\"}\\\"};2{};"},
    {"+1 1:{\\u0022} +2 2:{} 1:\\u0022} !", "1{\\u0022}\\u0022};2{};"},
    {"+1 1:\\u007b\\u007D +2 2:{} !", "1\\u007b\\u007D;2{};"},
    {"+1 1:{\\\"\\u005C\\\"} +2 2:{} 1:\\\"} !", "1{\\\"\\u005C\\\"}\\\"};2{};"},
    /* said to be whole, or never */
    {"+1 +2 2:{} .1 !", "1;2{};"},
    {"+1 1:x +2 2:y ! +3 3:z !", "1x;2y;3z;"},
    {"+1 1:[1] +2 2:{} !", "1[1];2{};"},
    /* free text has no end of its own */
    {"+1* 1:{} +2 2:{} 1:{} !", "1*{}{};2{};"},
    {"+1* +2* 2:b 1:a .1 2:b !", "1*a;2*bb;"},
    /* a key that comes again */
    {"+1 1:{} +1 1:{2} !", "1{};1{2};"},
    {"+1 1:{ +1 1:{2} !", "1{;1{2};"},
    {"+1 1:{ +2 2:{} +1 1:{3} !", "1{;2{};1{3};"},
    /* what comes too late */
    {"+1 1:{} +2 1:", "1{};2;"},
    {"+1 1:{} +2 1:x", "1{};2;!"},
    {"+1 ! 1:x", "1;!"},
    {"1:x", "!"},
    {".1 !", ""},
    /* choices */
    {"+1 +1/1 1/1:{ 1:{ 1/1:} 1:} !", "1{};1{};"},
    {"+1 1:{ +1/1 1/1:{1} +2/1 2/1:{2} 1:} !", "1{};1{1};2{2};"},
};

struct story {
    struct event_lines lines;
    struct arena *arena;
    struct calls calls;
    struct error err;
};

static int tell(struct story *story, const char *word, size_t len) {
    const char *at = word + (*word == '+' || *word == '.');
    char *rest;
    int64_t key = strtol(at, &rest, 10);
    int choice = *rest == '/' ? (int)strtol(rest + 1, &rest, 10) : 0;
    struct chat_call call = {.custom = *rest == '*'};
    call.name = arena_printf(story->arena, "%d", (int)key);
    if (*word == '!')
        return calls_flush(&story->calls, 0, &story->err) < 0 ? -1
                                                              : calls_flush(&story->calls, 1, &story->err);
    if (*word == '+')
        return calls_begin(&story->calls, choice, key, &call, &story->err);
    if (*word == '.')
        return calls_end(&story->calls, choice, key, &story->err);
    struct span text = {
        arena_printf(story->arena, "\"%.*s\"", (int)(len - (size_t)(rest + 1 - word)), rest + 1), 0};
    text.len = strlen(text.at);
    return calls_add(&story->calls, choice, key, text, &story->err);
}

/* The calls of choice 0, then those of choice 1, each with its arguments. */
static void describe(struct buf *out, const char *lines, int choice) {
    bool any = false;
    for (const char *line = lines, *next; *line; line = next) {
        next = strchr(line, '\n') + 1;
        const char *name = strstr(line, "name="), *custom = strstr(line, " custom");
        if (strncmp(line, "begin", 5) == 0 || line[5] - '0' != choice)
            continue;
        if (strncmp(line, "args ", 5) == 0) {
            buf_add(out, line + 8, (size_t)(next - line) - 10);
            continue;
        }
        buf_printf(out, "%s%.*s%s", any ? ";" : "", (int)strcspn(name + 5, " \n"), name + 5,
                   custom && custom < next ? "*" : "");
        any = true;
    }
    if (any)
        buf_putc(out, ';');
}

static void begin(struct story *story) {
    struct chat_event begin = {.kind = EVENT_BEGIN};
    *story = (struct story){.arena = arena_new()};
    struct chat_sink *sink = event_lines_init(&story->lines);
    calls_init(&story->calls, sink, story->arena);
    chat_emit(sink, &begin, &story->err);
}

static void end(struct story *story) {
    arena_free(story->arena);
    event_lines_free(&story->lines);
}

static void test_rows(void) {
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct story story;
        struct buf got;
        int rc = 0;
        begin(&story);
        for (const char *word = rows[i].words; rc == 0 && *word;) {
            size_t len = strcspn(word, " ");
            rc = tell(&story, word, len);
            word += len + (word[len] == ' ');
        }
        buf_init(&got, 10000);
        buf_puts(&got, "");
        describe(&got, event_lines_text(&story.lines), 0);
        describe(&got, event_lines_text(&story.lines), 1);
        if (rc < 0)
            buf_puts(&got, story.err.kind == ERR_UPSTREAM ? "!" : "?");
        is_str(got.data, rows[i].want, rows[i].words);
        buf_free(&got);
        end(&story);
    }
}

static void test_find(void) {
    static const struct chat_call one = {.id = "a", .name = "f"}, other = {.id = "b", .name = "g"};
    static const struct span open = {"\"{\"", 3}, close = {"\"}\"", 3};
    struct story story;
    bool whole = true;
    begin(&story);
    ok(!calls_find(&story.calls, 0, 1, &whole) && !whole, "no call");
    calls_begin(&story.calls, 0, 1, &one, &story.err);
    calls_add(&story.calls, 0, 1, open, &story.err);
    is_str(calls_find(&story.calls, 0, 1, &whole)->id, "a", "a call");
    ok(!whole, "that goes on");
    ok(!calls_find(&story.calls, 1, 1, &whole), "of one choice alone");
    calls_add(&story.calls, 0, 1, close, &story.err);
    calls_find(&story.calls, 0, 1, &whole);
    ok(whole, "and is whole");
    calls_begin(&story.calls, 0, 1, &other, &story.err);
    is_str(calls_find(&story.calls, 0, 1, &whole)->id, "b", "the last one of a key");
    ok(!whole && story.err.kind == ERR_NONE, "has nothing so far");
    end(&story);
}

static void test_many(void) {
    static const struct chat_call call = {.name = "f"};
    struct story story;
    int count = 0;
    begin(&story);
    while (count < 2000 && calls_begin(&story.calls, 0, count, &call, &story.err) == 0)
        count++;
    ok(count > 500 && count < 2000 && story.err.kind == ERR_UPSTREAM, "there are not too many of them: %d",
       count);
    end(&story);
}

/* What waits has a bound, and no byte of it is lost. */
static void test_long(void) {
    static const struct chat_call call = {.name = "f"};
    static char piece[1 << 20];
    struct story story;
    int64_t bytes = 0;
    begin(&story);
    memset(piece, 'x', sizeof piece);
    piece[0] = piece[sizeof piece - 1] = '"';
    calls_begin(&story.calls, 0, 1, &call, &story.err);
    calls_begin(&story.calls, 0, 2, &call, &story.err);
    while (bytes < INT64_C(1) << 28 &&
           calls_add(&story.calls, 0, 2, (struct span){piece, sizeof piece}, &story.err) == 0)
        bytes += sizeof piece;
    ok(bytes >= 16 << 20 && bytes < INT64_C(1) << 28 && story.err.kind == ERR_UPSTREAM,
       "arguments have a bound");
    end(&story);
}

int main(void) {
    test_rows();
    test_find();
    test_many();
    test_long();
    return tap_done();
}
