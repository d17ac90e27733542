/*
 * What a call costs the ledger, and how long its database is, when there are few entries and when there are
 * many:
 *
 *     entries DIRECTORY [COUNT]           makes ledgers there, of 1,000 entries and of COUNT (10,000,000),
 * and measures both entries DIRECTORY COUNT USER KEY    only adds entries of that user and key to the ledger
 * there, for tests
 *
 * Entries of the past are booked as the keeper settles calls, as fast as that goes. Nobody else may have the
 * ledger open meanwhile.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/clock.h"
#include "base/secret.h"
#include "write_entries.h"

#define CACHE_KB 8192 /* the default of aihub.json */
#define FEW      1000
#define MANY     10000000
#define CALLS    100000 /* that are measured */
#define SPAN     (INT64_C(90) * 86400000)

static const char *const models[] = {"gpt-5", "gpt-5-mini", "claude-sonnet-4-5", "gemini-2.5-pro", "demo"};

static void fail(const char *what, const struct error *err) {
    fprintf(stderr, "entries: %s: %s\n", what, err->message);
    exit(1);
}

static double seconds(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Adds entries number `from` to before `to`, evenly over the last 90 days. */
static void fill(const char *directory, uint64_t user, uint64_t key, int64_t from, int64_t to, int64_t end) {
    static struct call calls[WRITE_BATCH];
    struct error err = {0};
    struct book book;
    double begun = seconds(CLOCK_MONOTONIC);
    int64_t unflushed = 0, first = end - SPAN;
    if (book_open(&book, directory, false, CACHE_KB, &err) < 0)
        fail("open", &err);
    for (int64_t i = from; i < to;) {
        size_t count = 0;
        for (; count < WRITE_BATCH && i < to; i++, count++)
            calls[count] = written_call(user, key, first + (int64_t)((double)SPAN * (double)i / (double)to),
                                        (uint32_t)i, models[i % 5]);
        if (write_calls(&book, calls, count, &err) < 0)
            fail("settle", &err);
        unflushed += (int64_t)count;
        if (unflushed > 2000) {
            store_measure(book.store);
            store_checkpoint(book.store);
            unflushed = 0;
        }
    }
    book_close(&book, false);
    double took = seconds(CLOCK_MONOTONIC) - begun;
    printf("%lld entries written in %.1f s, %.0f a second\n", (long long)(to - from), took,
           (double)(to - from) / took);
    fflush(stdout);
}

static struct ledger *open_ledger(const char *directory) {
    return ledger_new(&(struct ledger_options){.data_dir = directory,
                                               .make = true,
                                               .flush_ms = 1000,
                                               .cache_kb = CACHE_KB,
                                               .disk_floor_mb = 1,
                                               .calls = 4});
}

/* Calls by one thread of the keeper's process, one after the other. */
static void measure(const char *directory, const unsigned char hash[SECRET_HASH], const char *when) {
    struct ledger *ledger = open_ledger(directory);
    struct call_ask ask = {.credentials.kind = BY_KEY,
                           .provider = "demo",
                           .model = "gpt-5",
                           .target = "gpt-5",
                           .price.base = {.input = 1000000000, .output = 2000000000},
                           .offered_to_all = true,
                           .prompt = 100,
                           .output = 100,
                           .choices = 1};
    struct call_result result = {.status = 200, .usage = {.prompt = 100, .output = 50}};
    struct error err = {0};
    memcpy(ask.credentials.hash, hash, SECRET_HASH);
    double cpu = 0, wall = 0;
    for (int i = -1000; i < CALLS; i++) { /* the first ones warm the cache */
        struct call *call;
        struct call_grant grant;
        if (i == 0) {
            cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
            wall = seconds(CLOCK_MONOTONIC);
        }
        if (ledger_reserve(ledger, &ask, &call, &grant, &err) < 0)
            fail("reserve", &err);
        ledger_settle(ledger, call, &result);
    }
    printf("%s: %.2f us of CPU, %.2f us in all for each call\n", when,
           (seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu) / CALLS * 1e6,
           (seconds(CLOCK_MONOTONIC) - wall) / CALLS * 1e6);
    fflush(stdout);
    ledger_free(ledger);
}

/* The tables' bytes, without the log. */
static void weigh(const char *directory, int64_t entries) {
    char path[4200];
    struct stat st;
    int64_t total = 0;
    snprintf(path, sizeof path, "%s/db", directory);
    DIR *dir = opendir(path);
    for (struct dirent *file; dir && (file = readdir(dir)) != NULL;) {
        if (strncmp(file->d_name, "log.", 4) == 0 || fstatat(dirfd(dir), file->d_name, &st, 0) < 0 ||
            !S_ISREG(st.st_mode))
            continue;
        total += st.st_size;
        if (st.st_size > entries)
            printf("  %-12s %12lld bytes, %6.1f for each entry\n", file->d_name, (long long)st.st_size,
                   (double)st.st_size / (double)entries);
    }
    if (dir)
        closedir(dir);
    printf("  in all       %12lld bytes, %6.1f for each entry\n", (long long)total,
           (double)total / (double)entries);
    fflush(stdout);
}

/* The newest page of a user, and the last one of all. */
static void look(const char *directory, uint64_t user, int64_t entries) {
    static struct entry page[100];
    struct ledger *ledger = open_ledger(directory);
    struct error err = {0};
    size_t count = 0;
    struct entry_walk walk = {.filter.user = user, .newest_first = true};
    if (ledger_entry_step(ledger, &walk, page, 100, &count, &err) < 0) /* warms the cache */
        fail("list", &err);
    walk = (struct entry_walk){.filter.user = user, .newest_first = true};
    double begun = seconds(CLOCK_MONOTONIC);
    ledger_entry_step(ledger, &walk, page, 100, &count, &err);
    printf("the newest 100 of a user: %.3f ms; ", (seconds(CLOCK_MONOTONIC) - begun) * 1e3);
    walk = (struct entry_walk){.filter.user = user, .newest_first = true, .skip = entries - 100};
    begun = seconds(CLOCK_MONOTONIC);
    int64_t steps = 0;
    for (double step = 0, longest = 0;; steps++) {
        double now = seconds(CLOCK_MONOTONIC);
        if (walk.ended || count == 0 || ledger_entry_step(ledger, &walk, page, 0, &count, &err) < 0) {
            printf("all, %lld steps: %.1f s, the longest step %.2f ms\n", (long long)steps, now - begun,
                   longest * 1e3);
            break;
        }
        count = walk.skip > 0;
        step = seconds(CLOCK_MONOTONIC) - now;
        longest = step > longest ? step : longest;
    }
    ledger_free(ledger);
}

/* Who calls, in a ledger of its own. */
struct site {
    char directory[4096];
    uint64_t user, key;
    unsigned char hash[SECRET_HASH];
};

static void make_site(struct site *site, const char *directory, const char *name) {
    struct error err = {0};
    struct user user;
    struct key key = {.name = "bench"};
    char text[SECRET_KEY_TEXT];
    snprintf(site->directory, sizeof site->directory, "%s/%s", directory, name);
    struct ledger *ledger = open_ledger(site->directory);
    if (ledger_user_create(ledger, "bench", -1, &user, &err) < 0)
        fail("user", &err);
    key.user = site->user = user.id;
    if (ledger_key_create(ledger, &key, text, &err) < 0)
        fail("key", &err);
    site->key = key.id;
    secret_hash(text, strlen(text), site->hash);
    ledger_free(ledger);
}

static void compare(const char *directory, int64_t many, int64_t now) {
    const int64_t counts[] = {FEW, many};
    const char *const names[] = {"few", "many"};
    for (size_t i = 0; i < 2; i++) {
        struct site site;
        make_site(&site, directory, names[i]);
        fill(site.directory, site.user, site.key, 0, counts[i], now - 60000);
        weigh(site.directory, counts[i]);
        measure(site.directory, site.hash, names[i]);
        look(site.directory, site.user, counts[i]);
    }
}

int main(int argc, char **argv) {
    int64_t now = clock_wall_ms(), many = argc > 2 ? strtoll(argv[2], NULL, 10) : MANY;
    if (argc < 2 || argc == 4 || argc > 5 || many < 1 || secret_start() < 0) {
        fputs("usage: entries DIRECTORY [COUNT [USER KEY]]\n", stderr);
        return 2;
    }
    if (argc == 5)
        fill(argv[1], strtoull(argv[3], NULL, 10), strtoull(argv[4], NULL, 10), 0, many, now - 60000);
    else
        compare(argv[1], many, now);
    return 0;
}
