/* Lists of entries: filters, both directions, pages, against the obvious way over all of them. */
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../bench/write_entries.h"
#include "base/clock.h"
#include "base/mem.h"
#include "ledger/ledger.h"
#include "tap.h"
#include "tempdir.h"

#define ENTRIES 3000
#define MINUTE  INT64_C(60000)

static char directory[TEMPDIR_PATH];
static struct user users[2];
static struct key keys[4];
static struct entry all[ENTRIES]; /* from the oldest on */
static int64_t begin;             /* of the first of them, in milliseconds */

static const char *const models[] = {"gpt-5", "gpt-5-mini", "claude[1m]", "other", "gpt-4"};

static struct ledger *open_ledger(void) {
    return ledger_new(&(struct ledger_options){.data_dir = directory,
                                               .make = true,
                                               .flush_ms = 1000,
                                               .cache_kb = 1024,
                                               .disk_floor_mb = 1,
                                               .calls = 4});
}

static void make_people(void) {
    struct ledger *ledger = open_ledger();
    struct error err = {0};
    char text[SECRET_KEY_TEXT];
    ledger_user_create(ledger, "ann", -1, &users[0], &err);
    ledger_user_create(ledger, "bob", -1, &users[1], &err);
    for (int i = 0; i < 4; i++) {
        keys[i] = (struct key){.user = users[i % 2].id, .name = "key"};
        ledger_key_create(ledger, &keys[i], text, &err);
    }
    ok(err.kind == ERR_NONE, "users and keys");
    ledger_free(ledger);
}

/* A minute apart each, the ids of some up to half an hour behind their time, as after a clock was set back.
 */
static void make_entries(void) {
    static struct call calls[WRITE_BATCH];
    struct error err = {0};
    struct book book;
    int rc = book_open(&book, directory, false, 1024, &err);
    begin = clock_wall_ms() - ENTRIES * MINUTE - MINUTE;
    for (uint32_t i = 0; rc == 0 && i < ENTRIES;) {
        size_t count = 0;
        for (; count < WRITE_BATCH && i < ENTRIES; i++, count++) {
            const struct key *key = &keys[rand() % 4];
            calls[count] = written_call(key->user, key->id, begin + i * MINUTE, i, models[rand() % 5]);
            if (i % 100 == 99)
                record_id_time(calls[count].id.bytes, begin + i * MINUTE - 30 * MINUTE);
            calls[count].outcome = rand() % 7 ? CALL_DONE : rand() % CALL__MAX;
            if (rand() % 3 == 0)
                memcpy(calls[count].terms.group, "vip", sizeof "vip");
        }
        rc = write_calls(&book, calls, count, &err);
    }
    ok(rc == 0, "entries");
    book_close(&book, false);
}

static void read_all(struct ledger *ledger) {
    struct entry_walk walk = {0};
    struct error err = {0};
    size_t have = 0, count;
    bool ordered = true;
    while (!walk.ended && have < ENTRIES &&
           ledger_entry_step(ledger, &walk, all + have, ENTRIES - have, &count, &err) == 0)
        have += count;
    is_int((long long)have, ENTRIES, "all entries");
    for (size_t i = 1; i < have; i++)
        ordered &= memcmp(&all[i - 1].id, &all[i].id, sizeof all[i].id) < 0;
    ok(ordered, "in the order of their ids");
}

/* ---- the obvious way ------------------------------------------------------------------------ */

static bool key_fits(const struct entry_filter *filter, uint64_t key) {
    for (size_t i = 0; i < filter->key_count; i++)
        if (filter->keys[i] == key)
            return true;
    return filter->key_count == 0;
}

static bool fits(const struct entry_filter *filter, const struct entry *entry) {
    static const struct call_id none;
    if (memcmp(&filter->id, &none, sizeof none) != 0 && memcmp(&filter->id, &entry->id, sizeof none) != 0)
        return false;
    if (*filter->model && strcmp(filter->model, entry->model) != 0 &&
        fnmatch(filter->model, entry->model, 0) != 0)
        return false;
    if (*filter->group && strcmp(filter->group, entry->group) != 0)
        return false;
    if (filter->outcomes && !(filter->outcomes >> entry->outcome & 1))
        return false;
    return (!filter->user || filter->user == entry->user) && key_fits(filter, entry->key) &&
           (!filter->start || entry->admitted >= filter->start) &&
           (!filter->end || entry->admitted < filter->end);
}

/* Whether a walk brings exactly what fits, in its order, by steps of so many. */
static bool walks(struct ledger *ledger, const struct entry_walk *from, size_t room, int64_t *seen) {
    static struct entry entries[ENTRIES];
    struct entry_walk walk = *from;
    struct error err = {0};
    int64_t skip = from->skip;
    size_t at = 0, count = 0, have = 0;
    *seen = 0;
    for (size_t i = 0; i < ENTRIES; i++) {
        const struct entry *entry = &all[walk.newest_first ? ENTRIES - 1 - i : i];
        if (!fits(&walk.filter, entry))
            continue;
        if (skip-- > 0)
            continue;
        while (at == have && !walk.ended) {
            if (ledger_entry_step(ledger, &walk, entries, room, &count, &err) < 0)
                return false;
            at = 0;
            have = count;
        }
        if (at == have || memcmp(&entries[at++], entry, sizeof *entry) != 0)
            return false;
        ++*seen;
    }
    while (at == have && !walk.ended) {
        if (ledger_entry_step(ledger, &walk, entries, room, &count, &err) < 0)
            return false;
        at = 0;
        have = count;
    }
    return at == have;
}

static struct entry_filter random_filter(void) {
    struct entry_filter filter = {0};
    static const char *const patterns[] = {"gpt-5", "gpt-*", "claude[1m]", "*", "nothing", "?ther"};
    if (rand() % 2)
        filter.user = users[rand() % 2].id;
    if (rand() % 3 == 0)
        for (size_t i = 0; i < 2; i++)
            filter.keys[filter.key_count++] = keys[rand() % 4].id;
    if (rand() % 2)
        filter.start = begin + (rand() % ENTRIES) * MINUTE + rand() % 2;
    if (rand() % 2)
        filter.end = begin + (rand() % ENTRIES) * MINUTE + rand() % 2;
    if (rand() % 3 == 0)
        snprintf(filter.model, sizeof filter.model, "%s", patterns[rand() % 6]);
    if (rand() % 4 == 0)
        memcpy(filter.group, "vip", 4);
    if (rand() % 4 == 0)
        filter.outcomes = 1u << rand() % CALL__MAX;
    if (rand() % 20 == 0)
        filter.id = all[rand() % ENTRIES].id;
    return filter;
}

static void test_filters(struct ledger *ledger) {
    int wrong = 0, found = 0;
    for (int i = 0; i < 400; i++) {
        struct entry_walk walk = {.filter = random_filter(), .newest_first = rand() % 2};
        int64_t seen;
        if (rand() % 3 == 0)
            walk.skip = rand() % 50;
        wrong += !walks(ledger, &walk, 1 + (size_t)rand() % 300, &seen);
        found += seen > 0;
    }
    is_int(wrong, 0, "walks bring exactly what fits, each once, in order");
    ok(found > 100, "and there was something to bring");
}

/* What a list of pages needs: how many there are, up to a bound. */
static void test_count(struct ledger *ledger) {
    struct entry_walk walk = {.filter.user = users[0].id, .filter.outcomes = 1u << CALL_DONE, .skip = 100000};
    struct error err = {0};
    int64_t done = 0;
    size_t count = 0;
    int steps = 0;
    for (size_t i = 0; i < ENTRIES; i++)
        done += fits(&walk.filter, &all[i]);
    for (; !walk.ended && steps < 1000; steps++)
        ledger_entry_step(ledger, &walk, NULL, 0, &count, &err);
    is_int(100000 - walk.skip, done, "entries are counted by passing over them");
    is_int(err.kind, ERR_NONE, "without an error");
    walk = (struct entry_walk){.filter.user = users[0].id, .skip = 10};
    while (!walk.ended && walk.skip > 0)
        ledger_entry_step(ledger, &walk, NULL, 0, &count, &err);
    ok(walk.skip == 0 && !walk.ended, "up to as many as were asked for");
}

static void test_limits(struct ledger *ledger) {
    static struct entry entries[2 * ENTRIES];
    struct entry_walk walk = {0};
    struct error err = {0};
    size_t count = 0;
    ledger_entry_step(ledger, &walk, entries, 2 * ENTRIES, &count, &err);
    ok(count > 0 && count <= BOOK_STEP && !walk.ended, "a step looks at so many records at most");
    walk = (struct entry_walk){.filter = {.model = "nothing"}};
    ledger_entry_step(ledger, &walk, entries, 1, &count, &err);
    ok(count == 0 && !walk.ended, "be it that none of them fits");
    walk = (struct entry_walk){.filter = {.user = 4711}};
    ledger_entry_step(ledger, &walk, entries, 1, &count, &err);
    ok(count == 0 && walk.ended, "nobody has no entries");
    walk = (struct entry_walk){.filter = {.start = INT64_MAX}};
    ledger_entry_step(ledger, &walk, entries, 1, &count, &err);
    ok(count == 0, "there are none at the end of time");
    walk = (struct entry_walk){.filter = {.end = INT64_MAX}, .newest_first = true};
    ledger_entry_step(ledger, &walk, entries, 1, &count, &err);
    ok(count == 1 && memcmp(&entries[0], &all[ENTRIES - 1], sizeof *entries) == 0, "but before it");
    walk = (struct entry_walk){.filter = {.start = -5, .end = -1}};
    for (int i = 0; i < 20 && !walk.ended; i++)
        ledger_entry_step(ledger, &walk, entries, 1, &count, &err);
    ok(walk.ended && count == 0 && err.kind == ERR_NONE, "and none before 1970");
}

/* ---- sums ------------------------------------------------------------------------------------ */

/* What the entries of one group add up to. */
static struct usage_sum add_up(uint64_t user, int64_t start, int64_t end, unsigned by,
                               const struct usage_sum *group) {
    struct usage_sum sum = *group;
    int64_t unit = by & USAGE_BY_HOUR ? 3600 : 86400;
    sum.requests = sum.cost = 0;
    sum.usage = (struct usage){0};
    for (size_t i = 0; i < ENTRIES; i++) {
        int64_t time = all[i].admitted / 1000, hour = time / 3600 * 3600;
        if (all[i].outcome == CALL_FAILED || (user && all[i].user != user) || hour < start || hour >= end ||
            (by & USAGE_BY_KEY && all[i].key != group->key) ||
            (by & USAGE_BY_MODEL && strcmp(all[i].model, group->model) != 0) ||
            (by & (USAGE_BY_DAY | USAGE_BY_HOUR) && time / unit * unit != group->time))
            continue;
        sum.requests++;
        sum.cost += all[i].cost;
        for (size_t n = 0; n < USAGE_COUNTS; n++)
            *usage_at(&sum.usage, n) += usage_get(&all[i].usage, n);
    }
    return sum;
}

static void test_sums(struct ledger *ledger) {
    int64_t first = begin / 1000 / 3600 * 3600, start = first + 7200, end = first + 30 * 3600;
    int wrong = 0;
    for (unsigned by = 0; by < 16; by++)
        for (size_t who = 0; who < 3; who++) {
            uint64_t user = who ? users[who - 1].id : 0;
            struct usage_sum *sums, none = {0}, total = {0};
            struct error err = {0};
            size_t count = 0;
            if (ledger_usage(ledger, user, start + 1, end - 1, by, &sums, &count, &err) < 0)
                return (void)ok(0, "%s", err.message);
            for (size_t i = 0; i < count; i++) {
                struct usage_sum should = add_up(user, start, end, by, &sums[i]);
                wrong += memcmp(&sums[i], &should, sizeof should) != 0;
                usage_sum_add(&total, &sums[i]);
            }
            struct usage_sum should = add_up(user, start, end, 0, &none);
            wrong += memcmp(&total, &should, sizeof should) != 0;
            is_int((long long)usage_regroup(sums, count, 0), 1, "all can be added up");
            wrong += memcmp(&sums[0], &should, sizeof should) != 0;
            free(sums);
        }
    is_int(wrong, 0, "sums apart by anything are those of the entries");
}

static void test_names(void) {
    unsigned by;
    ok(usage_by_read("model", &by) && by == USAGE_BY_MODEL, "by one");
    ok(usage_by_read("hour,key,day", &by) && by == (USAGE_BY_HOUR | USAGE_BY_KEY | USAGE_BY_DAY), "by three");
    ok(!usage_by_read("", &by) && !usage_by_read("model,", &by) && !usage_by_read(",model", &by) &&
           !usage_by_read("model day", &by) && !usage_by_read("models", &by),
       "by nothing that there is");
}

int main(void) {
    if (secret_start() < 0)
        return 99;
    tempdir_make(directory);
    make_people();
    make_entries();
    struct ledger *ledger = open_ledger();
    read_all(ledger);
    test_filters(ledger);
    test_count(ledger);
    test_limits(ledger);
    test_sums(ledger);
    test_names();
    struct ledger_proof proof;
    struct error err = {0};
    ok(ledger_check(ledger, &proof, &err) == 0 && proof.faults == 0, "the ledger's sums agree");
    for (int64_t i = 0; i < proof.faults && i < 8; i++)
        printf("# %s\n", proof.fault[i]);
    ledger_free(ledger);
    tempdir_remove(directory);
    return tap_done();
}
