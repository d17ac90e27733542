/* The database itself: what is gone of it is missed, and not made anew as if it had been empty. */
#include "ledger/store.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/wait.h>

#include "tap.h"
#include "tempdir.h"

#define CACHE_KB 1024
#define RECORDS  300 /* in each table, of a thousand bytes: half of them are many pages */

static char directory[TEMPDIR_PATH];

static const char *const tables[] = {
    "meta",         "users",        "usernames",  "keys",        "keyhashes", "entries",      "usage",
    "payments",     "answers",      "states",     "stateends",   "plans",     "windows",      "logins",
    "userpayments", "codes",        "codehashes", "userentries", "sessions",  "sessiontexts", "sessionorder",
    "sessionends",  "usersessions", "erasures",   "userkeys",    "planusers", "userlogins",   "seen"};
_Static_assert(sizeof tables / sizeof *tables == TABLE__MAX, "each table is taken away");

static void path_of(const char *name, char path[512]) {
    snprintf(path, 512, "%s/db/%s", directory, name);
}

static bool opens_as(bool make, struct error *err) {
    struct store *store = store_open(directory, make, CACHE_KB, err);
    if (!store)
        printf("# %s\n", err->message);
    else
        store_close(store, false);
    return store != NULL;
}

static bool opens(struct error *err) {
    return opens_as(false, err);
}

static bool says_what_to_do(const struct error *err) {
    return err->kind == ERR_UNAVAILABLE && strstr(err->message, "put back a copy");
}

/* Nobody makes one by the way. */
static void test_none(void) {
    char home[512];
    struct error err = {0};
    path_of("", home);
    ok(!opens(&err) && says_what_to_do(&err) && strstr(err.message, directory),
       "where there is none it is refused");
    ok(access(home, F_OK) < 0, "and none is made");
}

#define MOMENTS 40 /* in which a maker is killed: half a millisecond apart */

/* Whoever makes the first one may die at any moment of it: the next one goes on. */
static void test_half_made(void) {
    char home[512];
    int refused = 0, mended = 0;
    path_of("", home);
    for (int i = 0; i < MOMENTS; i++) {
        struct error err = {0}, ignored = {0};
        fflush(stdout);
        pid_t pid = fork();
        if (pid == 0)
            _exit(store_open(directory, true, CACHE_KB, &err) == NULL);
        usleep((useconds_t)i * 500);
        kill(pid, SIGKILL);
        waitpid(pid, NULL, 0);
        refused += i % 2 && !opens_as(false, &ignored); /* who may not make one does no harm */
        mended += opens_as(true, &err) && opens_as(false, &err);
        tempdir_remove(home);
    }
    printf("# %d of %d were not complete\n", refused, MOMENTS);
    is_int(mended, MOMENTS, "one whose making was cut short can be completed");
}

/* As it would stand there had its maker died before the last table. */
static void test_without_mark(void) {
    char home[512], path[512];
    struct error err = {0};
    path_of("", home);
    path_of("answers", path);
    struct store *store = store_open(directory, true, CACHE_KB, &err);
    if (ok(store != NULL && store_delete(store, TABLE_META, "tables", 6, &err) == 0, "a mark is taken away"))
        store_close(store, false);
    ok(opens(&err), "with all tables it is as good as complete");
    store = store_open(directory, false, CACHE_KB, &err);
    if (ok(store != NULL && store_delete(store, TABLE_META, "tables", 6, &err) == 0, "taken away again"))
        store_close(store, false);
    unlink(path);
    ok(!opens(&err) && strstr(err.message, "`aihub user create`"), "without one it is said who goes on");
    err = (struct error){0};
    ok(opens_as(true, &err) && opens(&err), "and that one does");
    tempdir_remove(home);
}

/* Fills all tables and closes the database, or leaves it as a process that is killed does. */
static int fill(int from, bool close) {
    static char text[1000];
    struct error err = {0};
    struct buf value;
    struct store *store = store_open(directory, false, CACHE_KB, &err);
    if (!store)
        return 1;
    memset(text, 'x', sizeof text);
    buf_init(&value, sizeof text + 1);
    buf_add(&value, text, sizeof text);
    store_begin(store, &err);
    for (int table = 0; table < TABLE__MAX; table++)
        for (int i = from; i < from + RECORDS; i++)
            store_put(store, table, &i, sizeof i, &value, &err);
    store_commit(store, &err);
    store_measure(store);
    store_checkpoint(store);
    buf_free(&value);
    if (close)
        store_close(store, false);
    return err.kind != ERR_NONE;
}

static void fill_elsewhere(int from, bool close) {
    int status = -1;
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        int failed = fill(from, close);
        if (!failed && !close)
            kill(getpid(), SIGKILL);
        _exit(failed);
    }
    waitpid(pid, &status, 0);
    ok(status == (close ? 0 : SIGKILL), "all tables are filled by a process that %s",
       close ? "ends" : "is killed");
}

static off_t size_of(const char *path) {
    struct stat st;
    return stat(path, &st) < 0 ? -1 : st.st_size;
}

/* Cut to half, which the database alone takes for the whole. */
static void test_cut(const char *name) {
    char path[512], copy[512], command[1200];
    struct error err = {0}, none = {0};
    path_of(name, path);
    snprintf(copy, sizeof copy, "%s/copy", directory);
    snprintf(command, sizeof command, "cp -a '%s/db' '%s'", directory, copy);
    if (system(command) != 0 || truncate(path, size_of(path) / 2) < 0)
        exit(99);
    ok(!opens(&err), "with half of %s it is refused", name);
    ok(says_what_to_do(&err) && strstr(err.message, name), "and it is said what was cut");
    path_of("", path);
    tempdir_remove(path);
    rename(copy, path);
    ok(opens(&none), "with all of %s it opens", name);
}

static void test_cuts(void) {
    fill_elsewhere(0, true);
    for (size_t i = 0; i < TABLE__MAX; i++)
        test_cut(tables[i]);
    fill_elsewhere(RECORDS, false);
    test_cut(tables[TABLE_ENTRIES]);
}

/* Pages of a transaction that nobody committed are on the disk when its process dies, and recovery takes them
 * away again: that is no damage. */
static void test_uncommitted(void) {
    struct error err = {0};
    char path[512];
    path_of("entries", path);
    off_t before = size_of(path);
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        struct buf value;
        struct store *store = store_open(directory, false, CACHE_KB, &err);
        buf_init(&value, 1001);
        memset(buf_reserve(&value, 1000), 'x', 1000);
        buf_commit(&value, 1000);
        store_measure(store);
        store_begin(store, &err);
        for (int i = 2 * RECORDS; i < 3 * RECORDS + 2000; i++)
            store_put(store, TABLE_ENTRIES, &i, sizeof i, &value, &err);
        store_checkpoint(store);
        _exit(err.kind != ERR_NONE);
    }
    int status = -1;
    waitpid(pid, &status, 0);
    is_int(status, 0, "a process dies within a transaction");
    ok(size_of(path) > before, "whose pages are on the disk");
    ok(opens(&err), "the next one opens");
    is_int(size_of(path), before, "and takes them away");
    ok(opens(&err), "as does the one after that");
}

static void test_note(void) {
    char path[512];
    struct error err = {0}, none = {0};
    path_of("sizes", path);
    ok(truncate(path, 0) == 0 && !opens(&err) && says_what_to_do(&err), "a spoiled note is refused");
    ok(unlink(path) == 0 && opens(&none), "without one, as before there were any, it opens");
    ok(size_of(path) > 0, "and has one from then on");
}

static void test_place(void) {
    char home[512], away[512];
    struct error err = {0};
    path_of("", home);
    home[strlen(home) - 1] = '\0';
    snprintf(away, sizeof away, "%s/moved", directory);
    struct store *store = store_open(directory, false, CACHE_KB, &err);
    if (!ok(store && store_in_place(store), "what was opened is in its place"))
        return;
    rename(home, away);
    ok(!store_in_place(store), "it is not when it was moved");
    mkdir(home, 0700);
    ok(!store_in_place(store), "nor when there is another directory");
    rename(away, home);
    ok(store_in_place(store), "but when it is back");
    store_close(store, false);
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

#define SECRET  "left-in-the-memory"
#define PIECES  2000
#define PIECE   4400 /* bytes: about what a page takes in the cache */
#define REMAINS 2000 /* records of a hundred bytes */

/* As requests and answers leave it behind. */
static void litter(void) {
    static char *pieces[PIECES];
    for (int i = 0; i < PIECES; i++) {
        pieces[i] = malloc(PIECE);
        for (size_t at = 0; at + sizeof SECRET <= PIECE; at += sizeof SECRET)
            memcpy(pieces[i] + at, SECRET, sizeof SECRET);
        __asm__ volatile("" : : "r"(pieces[i]) : "memory"); /* it is written, though nobody reads it */
    }
    for (int i = 0; i < PIECES; i += 2)
        free(pieces[i]);
    for (int i = 1; i < PIECES; i += 2)
        free(pieces[i]);
}

static int files_with_secret(const char *home) {
    int count = 0;
    DIR *dir = opendir(home);
    for (struct dirent *entry; dir && (entry = readdir(dir)) != NULL;) {
        char path[1024];
        struct buf text;
        snprintf(path, sizeof path, "%s/%s", home, entry->d_name);
        FILE *file = fopen(path, "rb");
        buf_init(&text, (size_t)64 << 20);
        char bytes[65536];
        for (size_t n; file && (n = fread(bytes, 1, sizeof bytes, file)) > 0;)
            buf_add(&text, bytes, n);
        if (text.len > 0 && memmem(text.data, text.len, SECRET, sizeof SECRET - 1)) {
            printf("# %s\n", entry->d_name);
            count++;
        }
        buf_free(&text);
        if (file)
            fclose(file);
    }
    if (dir)
        closedir(dir);
    return count;
}

/* What the rest of the program forgot has no place in the files: providers' keys, what people said. */
static void test_remains(void) {
    static const char zeros[100];
    char home[512];
    struct error err = {0};
    path_of("", home);
    litter();
    struct store *store = store_open(directory, true, CACHE_KB, &err);
    bool good = store != NULL;
    struct buf value;
    buf_init(&value, 100);
    buf_add(&value, zeros, sizeof zeros);
    for (int i = 0; good && i < REMAINS; i++) {
        uint64_t key = (uint64_t)i * 2654435761u;
        if (i % 500 == 0)
            litter();
        good = store_begin(store, &err) == 0 &&
               store_put(store, i % TABLE__MAX, &key, sizeof key, &value, &err) == 0 &&
               store_commit(store, &err) == 0;
    }
    buf_free(&value);
    if (store)
        store_close(store, false);
    ok(good, "records are put while the memory is dirty %s", err.message);
    is_int(files_with_secret(home), 0, "files that hold what was never put there");
}

static int note_key(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    (void)err;
    struct buf *seen = arg;
    buf_add(seen, key->data, key->len);
    buf_add(seen, value->data, value->len);
    return key->data[0] == '!';
}

/* A walk from one key on, itself excluded, in either direction. */
static void test_walks(void) {
    static const struct {
        const char *from; /* NULL: the end from which to walk */
        size_t limit;
        const char *forth, *back;
        int more_forth, more_back;
    } walks[] = {
        {NULL, 9, "b=d=f=", "f=d=b=", 0, 0}, {NULL, 2, "b=d=", "f=d=", 1, 1}, {"a", 9, "b=d=f=", "", 0, 0},
        {"b", 9, "d=f=", "", 0, 0},          {"c", 9, "d=f=", "b=", 0, 0},    {"d", 1, "f=", "b=", 1, 1},
        {"f", 9, "", "d=b=", 0, 0},          {"g", 9, "", "f=d=b=", 0, 0},
    };
    struct error err = {0};
    struct buf seen, value;
    struct store *store = store_open(directory, true, CACHE_KB, &err);
    if (!ok(store != NULL, "a store"))
        return;
    buf_init(&seen, 100);
    buf_init(&value, 100);
    is_int(store_walk_back(store, TABLE_LOGINS, NULL, 0, 9, note_key, &seen, &err), 0,
           "nothing in an empty one");
    buf_puts(&value, "=");
    for (const char *key = "fdb"; *key; key++)
        store_put(store, TABLE_LOGINS, key, 1, &value, &err);
    for (size_t i = 0; i < sizeof walks / sizeof *walks; i++) {
        size_t len = walks[i].from ? 1 : 0;
        buf_clear(&seen);
        buf_puts(&seen, "");
        is_int(store_walk(store, TABLE_LOGINS, walks[i].from, len, walks[i].limit, note_key, &seen, &err),
               walks[i].more_forth, "forth");
        is_str(seen.data, walks[i].forth, "in order");
        buf_clear(&seen);
        buf_puts(&seen, "");
        is_int(
            store_walk_back(store, TABLE_LOGINS, walks[i].from, len, walks[i].limit, note_key, &seen, &err),
            walks[i].more_back, "back");
        is_str(seen.data, walks[i].back, "in falling order");
    }
    store_put(store, TABLE_LOGINS, "!", 1, &value, &err);
    is_int(store_walk_back(store, TABLE_LOGINS, "b", 1, 9, note_key, &seen, &err), 1, "who walks may stop");
    is_int(err.kind, ERR_NONE, "without an error");
    buf_free(&seen);
    buf_free(&value);
    store_close(store, false);
}

/* Fills a table and empties it again in a process that dies then, or closes the database. */
static void fill_and_empty(bool dies) {
    struct error err = {0};
    struct store *store = store_open(directory, true, CACHE_KB, &err);
    struct buf value;
    buf_init(&value, 2000);
    buf_reserve(&value, 900);
    memset(value.data, 'v', 900);
    buf_commit(&value, 900);
    bool good = store != NULL;
    for (int round = 0; round < 2 && good; round++) {
        good = store_begin(store, &err) == 0;
        for (unsigned i = 0; i < RECORDS && good; i++) {
            unsigned char key[2] = {(unsigned char)(i >> 8), (unsigned char)i};
            good = (round ? store_delete(store, TABLE_KEYS, key, 2, &err)
                          : store_put(store, TABLE_KEYS, key, 2, &value, &err)) == 0;
        }
        good = good && store_commit(store, &err) == 0 && store_flush(store) == 0;
        if (round == 0 && good) { /* noted as it is now */
            store_close(store, false);
            store = store_open(directory, false, CACHE_KB, &err);
            good = store != NULL;
        }
    }
    if (!good)
        fprintf(stderr, "# %s\n", err.message);
    if (!dies)
        store_close(store, false);
    _exit(!good);
}

/* The database gives back the end of a file itself: that is no damage. */
static void test_shrinking(void) {
    for (int dies = 0; dies < 2; dies++) {
        struct error err = {0};
        int status = 1;
        tempdir_make(directory);
        pid_t pid = fork();
        if (pid == 0)
            fill_and_empty(dies);
        waitpid(pid, &status, 0);
        is_int(status, 0, dies ? "a table is emptied by one who dies" : "a table is emptied");
        ok(opens(&err), "and the database opens: %s", err.message);
        tempdir_remove(directory);
    }
}

int main(void) {
    struct error err = {0};
    tempdir_make(directory);
    test_none();
    test_half_made();
    test_without_mark();
    ok(opens_as(true, &err), "a new database is made");
    ok(opens(&err), "and opens again");
    for (size_t i = 0; i < TABLE__MAX; i++)
        test_table(tables[i]);
    test_log();
    test_place();
    test_cuts();
    test_uncommitted();
    test_note();
    tempdir_remove(directory);
    tempdir_make(directory);
    test_remains();
    tempdir_remove(directory);
    tempdir_make(directory);
    test_walks();
    tempdir_remove(directory);
    test_shrinking();
    return tap_done();
}
