/* The database itself: what is gone of it is missed, and not made anew as if it had been empty. */
#include "ledger/store.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "tap.h"
#include "tempdir.h"

#define CACHE_KB 1024

static char directory[TEMPDIR_PATH];

static const char *const tables[] = {"meta",    "users", "usernames", "keys",   "keyids",
                                     "entries", "usage", "payments",  "answers"};
_Static_assert(sizeof tables / sizeof *tables == TABLE__MAX, "each table is taken away");

static void path_of(const char *name, char path[512]) {
    snprintf(path, 512, "%s/db/%s", directory, name);
}

static bool opens(struct error *err) {
    struct store *store = store_open(directory, CACHE_KB, err);
    if (!store)
        printf("# %s\n", err->message);
    else
        store_close(store, false);
    return store != NULL;
}

static bool says_what_to_do(const struct error *err) {
    return err->kind == ERR_UNAVAILABLE && strstr(err->message, "put back a copy");
}

static void test_table(const char *name) {
    char path[512], away[512];
    struct error err = {0}, none = {0};
    path_of(name, path);
    snprintf(away, sizeof away, "%s/away", directory);
    rename(path, away);
    ok(!opens(&err), "without %s it is refused", name);
    ok(says_what_to_do(&err), "and it is said what to do");
    ok(access(path, F_OK) < 0, "no empty one is made");
    rename(away, path);
    ok(opens(&none), "with %s again it opens", name);
}

/* Moves the files of the log; returns how many there were. */
static int move_log(const char *from, const char *to) {
    char source[1024], target[1024];
    int count = 0;
    DIR *dir = opendir(from);
    for (struct dirent *entry; dir && (entry = readdir(dir)) != NULL;) {
        if (strncmp(entry->d_name, "log.", 4) != 0)
            continue;
        snprintf(source, sizeof source, "%.500s/%.255s", from, entry->d_name);
        snprintf(target, sizeof target, "%.500s/%.255s", to, entry->d_name);
        count += rename(source, target) == 0;
    }
    if (dir)
        closedir(dir);
    return count;
}

static void test_log(void) {
    char home[512], away[512];
    struct error err = {0}, none = {0};
    snprintf(home, sizeof home, "%s/db", directory);
    snprintf(away, sizeof away, "%s/logs", directory);
    mkdir(away, 0700);
    ok(move_log(home, away) > 0, "there is a log");
    ok(!opens(&err), "without it the database is refused");
    ok(says_what_to_do(&err), "and it is said what to do");
    ok(move_log(away, home) > 0, "it is put back");
    ok(opens(&none), "and the database opens");
}

int main(void) {
    struct error err = {0};
    tempdir_make(directory);
    ok(opens(&err), "a new database is made");
    ok(opens(&err), "and opens again");
    for (size_t i = 0; i < TABLE__MAX; i++)
        test_table(tables[i]);
    test_log();
    tempdir_remove(directory);
    return tap_done();
}
