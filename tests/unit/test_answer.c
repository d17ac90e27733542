/* What reading an answer takes in every dialect. */
#include "dialects/answer.h"

#include <stdio.h>
#include <string.h>

#include "events.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* Finds the member "m". */
static struct scan_want member(const char *json) {
    struct scan_want want = {.name = "m"};
    scan_members((struct span){json, strlen(json)}, &want, 1);
    return want;
}

static void test_counts(void) {
    static const struct {
        const char *json;
        bool is;
        int64_t count;
    } rows[] = {
        {"{\"m\":0}", true, 0},
        {"{\"m\":17}", true, 17},
        {"{\"m\":1000000000}", true, 1000000000},
        {"{\"m\":1000000001}", false, -7},
        {"{\"m\":-1}", false, -7},
        {"{\"m\":1.5}", false, -7},
        {"{\"m\":\"1\"}", false, -7},
        {"{\"m\":null}", false, -7},
        {"{}", false, -7},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct scan_want want = member(rows[i].json);
        int64_t count = -7;
        ok(answer_count(&want, &count) == rows[i].is && count == rows[i].count, "%s", rows[i].json);
    }
}

static void test_names(void) {
    static const struct {
        const char *json, *name;
    } rows[] = {
        {"{\"m\":\"f\"}", "f"}, {"{\"m\":\"a\\u0062\"}", "ab"},  {"{\"m\":\"\"}", NULL},
        {"{\"m\":1}", NULL},    {"{\"m\":\"a\\u0000b\"}", NULL}, {"{}", NULL},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct scan_want want = member(rows[i].json);
        is_str(answer_name(arena, &want), rows[i].name, rows[i].json);
    }
    arena_free(arena);
}

/* Reports of usage: -1 is not told. */
static void test_usage(void) {
    static const struct {
        int64_t prompt, read, output, reasoning;
        const char *told;
    } rows[] = {
        {1000, 900, -1, 0, "usage prompt=1000 read=900 write=0 output=0? reasoning=0\n"},
        {-1, 0, 5, 2, "usage prompt=1000 read=900 write=0 output=5 reasoning=2\n"},
        {-1, 0, 4, 0, "usage prompt=1000 read=900 write=0 output=5 reasoning=2\n"},
        {900, 0, 7, 2, "usage prompt=900 read=0 write=0 output=7 reasoning=2\n"},
        {1000, 950, 7, 3, "usage prompt=1000 read=950 write=0 output=7 reasoning=3\n"},
    };
    struct arena *arena = arena_new();
    struct event_lines lines;
    struct chat_reader reader = {.sink = event_lines_init(&lines), .arena = arena};
    struct error err = {0};
    const char *want = "begin\n";
    answer_begin(&reader, &err);
    answer_begin(&reader, &err);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct chat_event event = {.kind = EVENT_USAGE,
                                   .has_prompt = rows[i].prompt >= 0,
                                   .has_output = rows[i].output >= 0,
                                   .usage = {.prompt = rows[i].prompt > 0 ? rows[i].prompt : 0,
                                             .cache_read = rows[i].read,
                                             .output = rows[i].output > 0 ? rows[i].output : 0,
                                             .reasoning = rows[i].reasoning}};
        is_int(answer_usage(&reader, &event, &err), 0, "a report");
        want = arena_printf(arena, "%s%s", want, rows[i].told);
    }
    is_str(event_lines_text(&lines), want, "what is not told is as it was, and nothing is taken back");
    event_lines_free(&lines);
    arena_free(arena);
}

static void test_failures(void) {
    static const struct {
        const char *text, *words; /* NULL: no refusal */
    } rows[] = {
        {"{\"error\":{\"message\":\"no\"}}", "\"no\""},
        {"{\"error\":{}}", "\"\""},
        {"{\"error\":\"no\"}", NULL},
        {"{}", NULL},
        {"<html>", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct span words = {NULL, 0};
        bool is = answer_read_error((struct span){rows[i].text, strlen(rows[i].text)}, &words);
        ok(is == (rows[i].words != NULL) && (!is || (words.len == strlen(rows[i].words) &&
                                                     memcmp(words.at, rows[i].words, words.len) == 0)),
           "a refusal: %s", rows[i].text);
    }
}

int main(void) {
    test_counts();
    test_names();
    test_usage();
    test_failures();
    return tap_done();
}
