/* Command lines read by usage texts, and the limits in them. */
#include "cli/arguments.h"

#include "base/clock.h"
#include "cli/limit_words.h"
#include "tap.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char usage[] =
    "NAME [--limit LIMIT]... [--note TEXT] [--list LIST] [--until TIME] [--flag] ID...";

static struct error err;

/* Reads words that end with NULL; the arguments are to be freed. */
static int read_words(struct arguments *args, const char *const *words) {
    *args = (struct arguments){0};
    err = (struct error){0};
    arguments_learn(args, usage);
    return arguments_words(args, (char **)(uintptr_t)words, &err) < 0 ? -1 : arguments_complete(args, &err);
}

static void test_repeated(void) {
    struct arguments args;
    static const char *const words[] = {"ann",    "--limit", "a=1", "7", "--limit=b=2",
                                        "--flag", "8",       "--",  "9", NULL};
    is_int(read_words(&args, words), 0, "a command line");
    is_str(arguments_value(&args, "NAME"), "ann", "the first word");
    is_int((long long)arguments_count(&args, "--limit"), 2, "an option that is given twice");
    is_str(arguments_at(&args, "--limit", 0), "a=1", "its first value");
    is_str(arguments_at(&args, "--limit", 1), "b=2", "and its second");
    is_int((long long)arguments_count(&args, "ID"), 3, "the words at the end");
    is_str(arguments_at(&args, "ID", 2), "9", "the last of them");
    ok(arguments_value(&args, "--flag") && !arguments_value(&args, "--note"), "what is given and what not");
    arguments_free(&args);

    static const char *const twice[] = {"ann", "7", "--note", "a", "--note=b", NULL};
    ok(read_words(&args, twice) < 0 && strstr(err.message, "given twice"), "others are given once");
    arguments_free(&args);
    static const char *const none[] = {"ann", NULL};
    ok(read_words(&args, none) < 0 && strstr(err.message, "ID is missing"), "one of them must be there");
    is_int((long long)arguments_count(&args, "--limit"), 0, "an option that is not given");
    arguments_free(&args);
    static const char *const bare[] = {"ann", "7", "--limit", NULL};
    ok(read_words(&args, bare) < 0 && strstr(err.message, "needs a value"), "its value is missing");
    arguments_free(&args);
}

static int read_until(const char *text, int64_t *value) {
    struct arguments args;
    const char *const words[] = {"ann", "7", "--until", text, NULL};
    int rc = read_words(&args, words);
    if (rc == 0)
        rc = arguments_until(&args, "--until", value, &err);
    arguments_free(&args);
    return rc;
}

static void test_until(void) {
    static const struct {
        const char *text;
        int64_t seconds;
    } good[] = {{"1s", 1}, {"90s", 90}, {"5m", 300}, {"12h", 43200}, {"30d", 2592000}, {"2w", 1209600}};
    int64_t value, before, after;
    for (size_t i = 0; i < COUNT(good); i++) {
        before = clock_wall_ms() / 1000;
        int rc = read_until(good[i].text, &value);
        after = clock_wall_ms() / 1000;
        ok(rc == 0 && value >= before + good[i].seconds && value <= after + good[i].seconds, "%s from now",
           good[i].text);
    }
    ok(read_until("never", &value) == 0 && value == 0, "never");
    ok(read_until("2999-01-01", &value) == 0 && value == INT64_C(32472144000), "a time");
    static const char *const bad[] = {"",
                                      "0d",
                                      "d",
                                      "5",
                                      "1y",
                                      "1dd",
                                      "-1d",
                                      "1.5d",
                                      "soon",
                                      "2001-01-01",
                                      "99999999999999999999d",
                                      "9223372036854775807s"};
    for (size_t i = 0; i < COUNT(bad); i++)
        ok(read_until(bad[i], &value) < 0 && err.kind == ERR_REQUEST, "not \"%s\"", bad[i]);
}

static void test_texts(void) {
    struct arguments args;
    char text[8] = "before", list[16];
    static const char *const words[] = {"ann", "7", "--note", "1234567", "--list", "a,b c,d", NULL};
    static const char *const longer[] = {"ann", "7", "--note", "12345678", NULL};
    read_words(&args, words);
    is_int(arguments_text(&args, "--note", text, sizeof text, &err), 0, "a text that fits");
    is_str(text, "1234567", "is copied");
    is_int(arguments_list(&args, "--list", list, sizeof list, &err), 0, "a list");
    is_str(list, "a b c d", "has blanks for commas");
    arguments_free(&args);
    read_words(&args, longer);
    ok(arguments_text(&args, "--note", text, sizeof text, &err) < 0 && strstr(err.message, "at most 7"),
       "a text that is too long");
    is_int(arguments_list(&args, "--list", list, sizeof list, &(struct error){0}), 0,
           "one that is not given");
    is_str(list, "a b c d", "changes nothing");
    arguments_free(&args);
}

static int read_limits(struct limits *limits, struct plan *plan, const char *const *values, size_t count) {
    struct arguments args = {0};
    char *words[16] = {(char *)(uintptr_t) "ann", (char *)(uintptr_t) "7"};
    size_t at = 2;
    for (size_t i = 0; i < count; i++) {
        words[at++] = (char *)(uintptr_t) "--limit";
        words[at++] = (char *)(uintptr_t)values[i];
    }
    int rc = read_words(&args, (const char *const *)words);
    if (rc == 0)
        rc = plan ? limit_words_read_plan(&args, plan, &err) : limit_words_read(&args, limits, &err);
    arguments_free(&args);
    return rc;
}

static void test_limits(void) {
    struct limits limits = {.requests[PERIOD_HOUR] = 5, .tokens[PERIOD_DAY] = 6};
    static const char *const good[] = {"requests/minute=10", "tokens/month=9223372036854775807", "requests=3",
                                       "calls=4", "tokens/day=none"};
    is_int(read_limits(&limits, NULL, good, COUNT(good)), 0, "limits");
    ok(limits.requests[PERIOD_MINUTE] == 10 && limits.tokens[PERIOD_MONTH] == INT64_MAX &&
           limits.requests[PERIOD_EVER] == 3 && limits.calls == 4,
       "each in its place");
    ok(limits.requests[PERIOD_HOUR] == 5 && limits.tokens[PERIOD_DAY] == 0, "one stays, one is lifted");
    json_t *list = json_array();
    limit_words_write(list, "x:", &limits);
    is_int((long long)json_array_size(list), 5, "written");
    is_str(json_string_value(json_array_get(list, 0)), "x:requests/minute=10", "as they are read");
    is_str(json_string_value(json_array_get(list, 2)), "x:requests=3", "without a period for ever");
    is_str(json_string_value(json_array_get(list, 4)), "x:calls=4", "and at the same time");
    json_decref(list);

    static const char *const bad[] = {"",
                                      "requests",
                                      "requests=",
                                      "requests=0",
                                      "requests=x",
                                      "requests/=1",
                                      "requests/week=1",
                                      "requests/ever=1",
                                      "calls/day=1",
                                      "tokens/day=-1",
                                      "request=1",
                                      "tokens/day=1=2",
                                      "tokens/minuteminuteminute=1",
                                      "tokens=9223372036854775808"};
    for (size_t i = 0; i < COUNT(bad); i++)
        ok(read_limits(&limits, NULL, &bad[i], 1) < 0 && err.kind == ERR_REQUEST, "not \"%s\"", bad[i]);
}

static void test_rules(void) {
    struct plan plan = {0};
    static const char *const first[] = {"llama3:8b:tokens/day=1", "gpt-*:calls=2", "llama3:8b:calls=3",
                                        "calls=9"};
    is_int(read_limits(NULL, &plan, first, COUNT(first)), 0, "limits of a plan");
    ok(plan.rule_count == 2 && plan.limits.calls == 9, "two of its models");
    is_str(plan.rules[0].models, "llama3:8b", "a pattern with a colon, the first as it was said");
    ok(plan.rules[0].limits.tokens[PERIOD_DAY] == 1 && plan.rules[0].limits.calls == 3,
       "with both of its limits");
    static const char *const lift[] = {"llama3:8b:tokens/day=none", "llama3:8b:calls=none"};
    is_int(read_limits(NULL, &plan, lift, COUNT(lift)), 0, "lifted");
    ok(plan.rule_count == 1 && strcmp(plan.rules[0].models, "gpt-*") == 0,
       "the pattern goes with its limits");
    static const char *const empty[] = {":calls=1"};
    ok(read_limits(NULL, &plan, empty, 1) < 0 && err.kind == ERR_REQUEST, "no pattern");
    plan.rule_count = PLAN_RULES;
    static const char *const more[] = {"another:calls=1"};
    ok(read_limits(NULL, &plan, more, 1) < 0 && err.kind == ERR_REQUEST, "too many patterns");
}

int main(void) {
    test_repeated();
    test_until();
    test_texts();
    test_limits();
    test_rules();
    return tap_done();
}
