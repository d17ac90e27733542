/*
 * The configuration in force: what a changed, broken, mended or removed file does, and what requests in work
 * keep. The module is compiled into this test so that the clock is the test's.
 */
#include <inttypes.h>

int64_t test_mono_ms(void);
#define clock_mono_ms test_mono_ms
#include "live.c"
#undef clock_mono_ms

#include <unistd.h>

#include "canon/catalog_file.h"
#include "tap.h"
#include "tempdir.h"

static char directory[TEMPDIR_PATH], file[2 * TEMPDIR_PATH];
static int64_t now = 1000000;

int64_t test_mono_ms(void) {
    return now;
}

/* A file of its own each time, so that it differs though the time may not. */
static void put(const char *text) {
    char fresh[sizeof file + 8];
    snprintf(fresh, sizeof fresh, "%s.new", file);
    FILE *out = fopen(fresh, "w");
    if (!out || fputs(text, out) < 0 || fclose(out) != 0 || rename(fresh, file) != 0) {
        perror(fresh);
        exit(99);
    }
}

#define CONFIG(threads) "{\"log\":\"log\",\"providers\":{\"demo\":{}},\"threads\":" #threads "}"

static int threads(struct live *live) {
    const struct config *config = live_take(live);
    int count = config ? config->threads : -1;
    live_give(live, config);
    return count;
}

static bool is_faulty(struct live *live) {
    char fault[320];
    live_fault(live, fault, sizeof fault);
    return *fault != '\0';
}

static void test_changes(void) {
    put(CONFIG(11));
    struct live *live = live_new(file);
    is_int(threads(live), 11, "the first file");
    put(CONFIG(12));
    is_int(threads(live), 11, "is not looked at all the time");
    now += 999;
    is_int(threads(live), 11, "less than a second");
    now += 1;
    is_int(threads(live), 12, "but each second");
    put("{\"threads\":");
    now += 1000;
    ok(threads(live) == 12 && is_faulty(live), "a broken file leaves the old configuration in force");
    now += 1000;
    ok(threads(live) == 12 && is_faulty(live), "for good");
    put(CONFIG(13));
    ok(threads(live) == 12 && is_faulty(live), "also when it was mended");
    now += 1000;
    ok(threads(live) == 13 && !is_faulty(live), "until that is seen");
    unlink(file);
    now += 1000;
    ok(threads(live) == 13 && is_faulty(live), "a removed file is a broken one");
    put(CONFIG(13));
    now += 1000;
    ok(threads(live) == 13 && !is_faulty(live), "and may come back as it was");
    live_free(live);
}

static void test_first_broken(void) {
    unlink(file);
    struct live *live = live_new(file);
    ok(live_take(live) == NULL && is_faulty(live), "no file, no configuration");
    live_give(live, NULL);
    put("{}");
    now += 1000;
    is_int(threads(live), -1, "a broken file is none either");
    put(CONFIG(14));
    now += 1000;
    ok(threads(live) == 14 && !is_faulty(live), "a good one is");
    live_free(live);
}

/* Several requests hold several versions, and give them back in another order. */
static void test_holds(void) {
    put(CONFIG(21));
    struct live *live = live_new(file);
    const struct config *first = live_take(live), *again = live_take(live);
    put(CONFIG(22));
    now += 1000;
    const struct config *second = live_take(live);
    put(CONFIG(23));
    now += 1000;
    const struct config *third = live_take(live);
    ok(first == again && first != second && second != third, "a request keeps what it began with");
    ok(first->threads == 21 && second->threads == 22 && third->threads == 23, "whatever came after it");
    live_give(live, second);
    live_give(live, first);
    ok(again->threads == 21 && third->threads == 23, "as long as anybody holds it");
    live_give(live, third);
    live_give(live, again);
    is_int(threads(live), 23, "the newest stays in force");
    ok(live->newest->older == NULL && live->newest->holds == 1, "and the others are gone");
    live_free(live);
}

/* A fault is told once, not each second. */
static void test_log(void) {
    char path[2 * TEMPDIR_PATH], line[1000];
    int lines = 0;
    put(CONFIG(31));
    snprintf(path, sizeof path, "%s/log", directory);
    struct live *live = live_new(file);
    unlink(path);
    log_open(path, path, &(struct logfile_rules){0});
    put("{\"threads\":0}");
    for (int i = 0; i < 3; i++) {
        now += 1000;
        threads(live);
    }
    FILE *log = fopen(path, "r");
    while (log && fgets(line, sizeof line, log))
        lines += strstr(line, "threads") && strstr(line, "the old configuration stays in force");
    if (log)
        fclose(log);
    is_int(lines, 1, "a fault is told once");
    live_free(live);
}

static void put_facts(const char *text) {
    char config[sizeof file];
    memcpy(config, file, sizeof file);
    snprintf(file, sizeof file, "%s/facts.json", directory);
    put(text);
    memcpy(file, config, sizeof file);
}

/* How many models the facts in force have; -1 without a configuration. */
static int facts(struct live *live) {
    const struct config *config = live_take(live);
    int count = config && config->facts ? (int)config->facts->count : -1;
    live_give(live, config);
    return count;
}

static void remove_facts(void) {
    char path[sizeof file];
    snprintf(path, sizeof path, "%s/facts.json", directory);
    unlink(path);
}

static void test_facts_later(void) {
    remove_facts();
    put("{\"log\":\"log\",\"providers\":{\"demo\":{}},\"catalog\":\"facts.json\"}");
    struct live *live = live_new(file);
    is_int(facts(live), -1, "no file is no facts");
    ok(!is_faulty(live), "and no fault");
    const struct config *before = live_take(live);
    live_give(live, before);
    now += 1000;
    const struct config *after = live_take(live);
    ok(before == after, "nothing is read anew for that");
    live_give(live, after);
    put_facts("{\"models\":{\"demo\":{\"a\":{}}}}");
    now += 1000;
    is_int(facts(live), 1, "a file that comes later counts");
    remove_facts();
    now += 1000;
    is_int(facts(live), -1, "one that goes counts no more");
    ok(!is_faulty(live), "which is no fault either");
    live_free(live);
}

static void test_facts(void) {
    put_facts("{\"models\":{\"demo\":{\"a\":{}}}}");
    put("{\"log\":\"log\",\"providers\":{\"demo\":{}},\"catalog\":\"facts.json\"}");
    struct live *live = live_new(file);
    is_int(facts(live), 1, "facts about models");
    put_facts("{\"models\":{\"demo\":{\"a\":{},\"b\":{}}}}");
    is_int(facts(live), 1, "are not looked at all the time");
    now += 1000;
    is_int(facts(live), 2, "but each second");
    put_facts("{\"models\":{");
    now += 1000;
    is_int(facts(live), 2, "broken ones leave what was in force");
    ok(is_faulty(live), "and are told of");
    now += 1000;
    is_int(facts(live), 2, "as long as they are");
    put_facts("{\"models\":{\"demo\":{}}}");
    now += 1000;
    is_int(facts(live), 0, "mended ones count");
    ok(!is_faulty(live), "nothing is wrong any more");
    live_free(live);
}

int main(void) {
    tempdir_make(directory);
    snprintf(file, sizeof file, "%s/aihub.json", directory);
    test_changes();
    test_facts();
    test_facts_later();
    test_first_broken();
    test_holds();
    test_log();
    tempdir_remove(directory);
    return tap_done();
}
