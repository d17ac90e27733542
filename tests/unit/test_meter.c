/* What an answer used: reported, or else counted. */
#include "canon/meter.h"

#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define PROMPT       100 /* tokens, estimated */

static const struct span four = {"\"abcd\"", 6}, forty = {"\"0123456789012345678901234567890123456789\"", 42};

static void take(struct meter *meter, enum event_kind kind, struct span text) {
    struct chat_event event = {.kind = kind, .text = text, .call.name = "name"};
    meter_take(meter, &event);
}

static void report(struct meter *meter, int64_t prompt, int64_t output) { /* -1: not told */
    struct chat_event event = {
        .kind = EVENT_USAGE,
        .has_prompt = prompt >= 0,
        .has_output = output >= 0,
        .usage = {.prompt = prompt > 0 ? prompt : 0, .output = output > 0 ? output : 0, .cache_read = 1},
    };
    meter_take(meter, &event);
}

static void test_counts(void) {
    static const struct {
        enum event_kind kind;
        int64_t deltas, bytes;
    } rows[] = {
        {EVENT_BEGIN, 0, 0}, {EVENT_TEXT, 1, 4},      {EVENT_REFUSAL, 1, 4}, {EVENT_THOUGHT, 1, 4},
        {EVENT_ARGS, 1, 4},  {EVENT_SIGNATURE, 0, 0}, {EVENT_CALL, 1, 4},    {EVENT_MEDIA, 1, 6000},
        {EVENT_STOP, 0, 0},  {EVENT_END, 0, 0},       {EVENT_FAIL, 0, 0},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct meter meter = {0};
        take(&meter, rows[i].kind, four);
        ok(meter.deltas == rows[i].deltas && meter.bytes == rows[i].bytes &&
               meter.stopped == (rows[i].kind == EVENT_STOP),
           "event %zu", i);
    }
    struct meter meter = {0};
    take(&meter, EVENT_TEXT, (struct span){"\"\"", 2});
    is_int(meter.deltas, 0, "an empty text brings nothing");
}

static void test_estimates(void) {
    static const struct {
        struct meter meter;
        int64_t output;
    } rows[] = {
        {{.deltas = 0, .bytes = 0}, 0},   {{.deltas = 1, .bytes = 1}, 1},      {{.deltas = 3, .bytes = 4}, 3},
        {{.deltas = 1, .bytes = 41}, 11}, {{.deltas = 10, .bytes = 400}, 100},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct usage usage = meter_usage(&rows[i].meter, PROMPT);
        ok(usage.prompt == PROMPT && usage.output == rows[i].output && !meter_is_reported(&rows[i].meter),
           "an estimate of %d tokens", (int)usage.output);
    }
}

static void is_usage(const struct meter *meter, int64_t prompt, int64_t output, bool reported,
                     const char *name) {
    struct usage usage = meter_usage(meter, PROMPT);
    if (!ok(usage.prompt == prompt && usage.output == output && meter_is_reported(meter) == reported, "%s",
            name))
        printf("# prompt %d output %d\n", (int)usage.prompt, (int)usage.output);
}

static void test_reports(void) {
    struct meter meter = {0};
    take(&meter, EVENT_TEXT, four);
    is_usage(&meter, PROMPT, 1, false, "without a report");
    report(&meter, 7, -1);
    is_usage(&meter, 7, 1, false, "a report of the prompt");
    report(&meter, 7, 5);
    is_usage(&meter, 7, 5, true, "one of the output, too");
    take(&meter, EVENT_TEXT, four);
    is_usage(&meter, 7, 5, false, "what comes behind it makes an estimate, never a lower one");
    take(&meter, EVENT_THOUGHT, forty);
    is_usage(&meter, 7, 12, false, "nor one without it");
    report(&meter, 8, 6);
    is_usage(&meter, 8, 6, true, "until the next report");
    take(&meter, EVENT_STOP, four);
    is_usage(&meter, 8, 6, true, "an end adds nothing");
    meter = (struct meter){0};
    report(&meter, 0, 0);
    is_usage(&meter, 0, 0, true, "nothing can be reported, too");
}

int main(void) {
    test_counts();
    test_estimates();
    test_reports();
    return tap_done();
}
