/* The database behind the ledger: the only file that knows Berkeley DB. */
#include "ledger/store.h"

#include <db.h>
#include <dirent.h>
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "ledger/sizes.h"

#define MARK          "tables" /* in the first table: how many there are */
#define LOG_FILE_MAX  (2u << 20)
#define LOG_BUFFER    (256u << 10)
#define CHECKPOINT_KB 1024
#define HOME_MAX      (4096 + 64)
#define MESSAGES      6 /* in a minute: a full disk makes the database talkative */

static const char *const names[] = {
    [TABLE_META] = "meta",
    [TABLE_USERS] = "users",
    [TABLE_USER_NAMES] = "usernames",
    [TABLE_KEYS] = "keys",
    [TABLE_KEY_HASHES] = "keyhashes",
    [TABLE_ENTRIES] = "entries",
    [TABLE_USAGE] = "usage",
    [TABLE_PAYMENTS] = "payments",
    [TABLE_ANSWERS] = "answers",
    [TABLE_STATES] = "states",
    [TABLE_STATE_ENDS] = "stateends",
    [TABLE_PLANS] = "plans",
    [TABLE_WINDOWS] = "windows",
    [TABLE_LOGINS] = "logins",
    [TABLE_USER_PAYMENTS] = "userpayments",
    [TABLE_CODES] = "codes",
    [TABLE_CODE_HASHES] = "codehashes",
    [TABLE_USER_ENTRIES] = "userentries",
    [TABLE_SESSIONS] = "sessions",
    [TABLE_SESSION_TEXTS] = "sessiontexts",
    [TABLE_SESSION_ORDER] = "sessionorder",
    [TABLE_SESSION_ENDS] = "sessionends",
    [TABLE_USER_SESSIONS] = "usersessions",
    [TABLE_ERASURES] = "erasures",
    [TABLE_USER_KEYS] = "userkeys",
    [TABLE_PLAN_USERS] = "planusers",
    [TABLE_USER_LOGINS] = "userlogins",
    [TABLE_SEEN] = "seen",
};
_Static_assert(sizeof names / sizeof *names == TABLE__MAX, "a name for each table");

struct store {
    DB_ENV *env;
    DB *db[TABLE__MAX];
    DB_TXN *txn;
    atomic_bool write_failed;
    bool open; /* a panic from here on is not a failure to open */
    char *home;
    dev_t device;                                    /* of the first table; it is open, so no other */
    ino_t inode;                                     /* file can have this number */
    int64_t measured[TABLE__MAX], noted[TABLE__MAX]; /* bytes */
    unsigned measured_cuts, noted_cuts;              /* how many there were then */
    int64_t minute;                                  /* in which these messages were logged */
    int messages;
};

/* Of a process's stores together: how often the end of a file was given back. */
static pthread_mutex_t cutting = PTHREAD_MUTEX_INITIALIZER;
static atomic_uint cuts;

/* Where a database that is opened has its files: home and name. */
static bool place_of(int fd, char home[HOME_MAX], const char **name) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t len = readlink(link, home, HOME_MAX - 1);
    char *slash = len > 0 ? memrchr(home, '/', (size_t)len) : NULL;
    if (!slash)
        return false;
    home[len] = *slash = '\0';
    *name = slash + 1;
    return true;
}

/* The database gives the end of a file back when its last page becomes free. That must be known before: who
 * opens it after a death would take it for damage. */
static int give_back(int fd, off_t length) {
    char home[HOME_MAX];
    const char *name;
    pthread_mutex_lock(&cutting);
    atomic_fetch_add(&cuts, 1);
    bool known = place_of(fd, home, &name) && sizes_lower(home, names, TABLE__MAX, name, length) == 0;
    int rc = known ? ftruncate(fd, length) : -1;
    if (!known)
        errno = EIO;
    pthread_mutex_unlock(&cutting);
    return rc;
}

static int failed(struct store *store, int rc, const char *what, struct error *err) {
    if (rc != ENOSPC && rc != EDQUOT)
        return error_set(err, ERR_UNAVAILABLE,
                         "ledger: %s: %s; if that lasts, the database is damaged: put back a copy of it",
                         what, db_strerror(rc));
    atomic_store(&store->write_failed, true);
    return error_set(err, ERR_UNAVAILABLE, "ledger: %s: %s", what, db_strerror(rc));
}

static void on_message(const DB_ENV *env, const char *prefix, const char *message) {
    (void)prefix;
    struct store *store = env->app_private;
    int64_t minute = clock_mono_ms() / 60000;
    if (minute != store->minute)
        store->messages = 0;
    store->minute = minute;
    if (store->messages++ < MESSAGES)
        log_line("ledger: %s", message);
}

static void on_event(DB_ENV *env, u_int32_t event, void *info) {
    (void)info;
    struct store *store = env->app_private;
    if (event == DB_EVENT_WRITE_FAILED)
        atomic_store(&store->write_failed, true);
    if (event == DB_EVENT_PANIC && store->open) {
        log_line("ledger: the database gave up; the next keeper recovers it");
        abort();
    }
}

/* A checkpoint that meets a page in use would sleep for a second, and a hand-over would wait for it. */
static int nap(u_long seconds, u_long microseconds) {
    struct timespec time = {.tv_nsec = seconds || microseconds > 1000 ? 1000000 : (long)microseconds * 1000};
    return seconds || microseconds ? nanosleep(&time, NULL) : sched_yield();
}

/* Pages are written whole, so that memory which held something else before would show in the files. */
static void *clear_memory(size_t size) {
    return calloc(1, size);
}

static int open_environment(struct store *store, const char *home, int cache_kb, struct error *err) {
    db_env_set_func_yield(nap);
    db_env_set_func_malloc(clear_memory);
    db_env_set_func_ftruncate(give_back);
    int rc = db_env_create(&store->env, 0);
    if (rc)
        return failed(store, rc, "cannot create an environment", err);
    DB_ENV *env = store->env;
    env->app_private = store;
    env->set_errcall(env, on_message);
    env->set_event_notify(env, on_event);
    env->set_cachesize(env, (u_int32_t)(cache_kb >> 20), (u_int32_t)(cache_kb & 0xfffff) * 1024, 1);
    env->set_lg_max(env, LOG_FILE_MAX);
    env->set_lg_bsize(env, LOG_BUFFER);
    env->log_set_config(env, DB_LOG_AUTO_REMOVE, 1);
    env->set_flags(env, DB_TXN_WRITE_NOSYNC, 1);
    rc = env->open(
        env, home,
        DB_CREATE | DB_PRIVATE | DB_THREAD | DB_RECOVER | DB_INIT_TXN | DB_INIT_LOG | DB_INIT_MPOOL, 0600);
    if (rc == 0)
        return 0;
    if (atomic_load(&store->write_failed))
        error_set(err, ERR_UNAVAILABLE, "ledger: the disk is full, too full to recover the database");
    env->close(env, 0);
    store->env = NULL;
    return failed(store, rc, "cannot open the database", err);
}

static int open_table(struct store *store, enum table table, bool make, struct error *err) {
    int rc = db_create(&store->db[table], store->env, 0);
    if (rc == 0)
        rc = store->db[table]->open(store->db[table], NULL, names[table], NULL, DB_BTREE,
                                    (make ? DB_CREATE : 0) | DB_AUTO_COMMIT | DB_THREAD, 0600);
    return rc ? failed(store, rc, names[table], err) : 0;
}

static bool has_tables(const char *home, int from) {
    char path[4096 + 128];
    for (int table = from; table < TABLE__MAX; table++) {
        snprintf(path, sizeof path, "%s/%s", home, names[table]);
        if (access(path, F_OK) == 0 || errno != ENOENT)
            return true;
    }
    return false;
}

static bool has_all_tables(const char *home) {
    char path[4096 + 128];
    bool all = true;
    for (int table = 0; table < TABLE__MAX && all; table++) {
        snprintf(path, sizeof path, "%s/%s", home, names[table]);
        all = access(path, F_OK) == 0;
    }
    return all;
}

/* How many tables there are for certain, in their order; 0 if nobody has said so yet. */
static int read_mark(struct store *store, struct error *err) {
    struct buf value;
    buf_init(&value, 1 << 12);
    int found = store_get(store, TABLE_META, MARK, sizeof MARK - 1, &value, err);
    int known = found > 0 && value.len == 1 ? (unsigned char)value.data[0] : 0;
    buf_free(&value);
    return found < 0 ? -1 : known;
}

static int write_mark(struct store *store, struct error *err) {
    struct buf value;
    buf_init(&value, 1 << 12);
    buf_putc(&value, TABLE__MAX);
    int rc = store_put(store, TABLE_META, MARK, sizeof MARK - 1, &value, err);
    buf_free(&value);
    return rc;
}

/* A table that was there before is not made again: it would be an empty one, and the sums would be wrong. The
 * first one is made first, so it is gone where there are others; the mark is written last, so where it is
 * missing the making was cut short. */
static int open_tables(struct store *store, const char *home, bool make, struct error *err) {
    if (open_table(store, TABLE_META, make && !has_tables(home, TABLE_META + 1), err) < 0)
        return -1;
    int known = read_mark(store, err);
    if (known == 0 && !make && !has_all_tables(home))
        return error_set(err, ERR_UNAVAILABLE,
                         "ledger: the one in %.120s is only half made: `aihub user create` goes on with it",
                         home);
    for (int table = TABLE_META + 1; known >= 0 && table < TABLE__MAX; table++)
        if (open_table(store, table, table >= known, err) < 0)
            return -1;
    if (known < 0)
        return -1;
    return known == TABLE__MAX ? 0 : write_mark(store, err);
}

/* Whether there is a file of the log that has something in it. What cannot be read may have: who opens it
 * will say why it cannot. */
static bool has_log(const char *home) {
    DIR *dir = opendir(home);
    bool found = !dir && errno != ENOENT;
    struct stat st;
    for (struct dirent *entry; dir && !found && (entry = readdir(dir)) != NULL;)
        found = strncmp(entry->d_name, "log.", 4) == 0 && fstatat(dirfd(dir), entry->d_name, &st, 0) == 0 &&
                st.st_size > 0;
    if (dir)
        closedir(dir);
    return found;
}

/* What is in the log and not yet in the tables would be missed by nobody: where there are tables there is a
 * log. */
static int check_log(const char *home, struct error *err) {
    if (!has_tables(home, TABLE_META) || has_log(home))
        return 0;
    return error_set(err, ERR_UNAVAILABLE,
                     "ledger: the log of the database is gone from %.100s: put back a copy of that directory",
                     home);
}

static void home_of(const char *directory, char home[HOME_MAX]) {
    snprintf(home, HOME_MAX, "%s/db", directory);
}

int store_find(const char *directory, struct error *err) {
    char home[HOME_MAX];
    home_of(directory, home);
    return has_tables(home, TABLE_META)
               ? 0
               : error_set(err, ERR_UNAVAILABLE,
                           "ledger: there is none in %.120s: put back a copy of it, or make a new one with "
                           "`aihub user create`",
                           directory);
}

bool store_in_place(const struct store *store) {
    struct stat st;
    char path[HOME_MAX + 64];
    snprintf(path, sizeof path, "%s/%s", store->home, names[0]);
    if (stat(path, &st) < 0)
        return errno != ENOENT && errno != ENOTDIR;
    return st.st_dev == store->device && st.st_ino == store->inode;
}

/* Notes what stands there, for store_in_place(). */
static int note_place(struct store *store, struct error *err) {
    struct stat st;
    char path[HOME_MAX + 64];
    snprintf(path, sizeof path, "%s/%s", store->home, names[0]);
    if (stat(path, &st) < 0)
        return failed(store, errno, names[0], err);
    store->device = st.st_dev;
    store->inode = st.st_ino;
    return 0;
}

void store_measure(struct store *store) {
    store->measured_cuts = atomic_load(&cuts);
    for (int table = 0; table < TABLE__MAX; table++) {
        DB_BTREE_STAT *about;
        if (store->db[table]->stat(store->db[table], NULL, &about, DB_FAST_STAT) != 0)
            continue;
        store->measured[table] = (int64_t)about->bt_pagecnt * about->bt_pagesize;
        free(about);
    }
}

/* Whether there is more than is noted, or the note was lowered. */
static bool has_changed(const struct store *store) {
    bool changed = store->measured_cuts != store->noted_cuts;
    for (int table = 0; table < TABLE__MAX; table++)
        changed |= store->measured[table] > store->noted[table];
    return changed;
}

/* After a checkpoint that began after they were measured: so they are on the disk, and recovery, which goes
 * back no further, cannot make them shorter. */
static void note_sizes(struct store *store) {
    pthread_mutex_lock(&cutting);
    bool good = store->measured_cuts == atomic_load(&cuts); /* else they are measured again before the next */
    if (good && has_changed(store) && sizes_note(store->home, names, TABLE__MAX, store->measured) == 0) {
        memcpy(store->noted, store->measured, sizeof store->noted);
        store->noted_cuts = store->measured_cuts;
    }
    pthread_mutex_unlock(&cutting);
}

/* While there is no transaction. */
static void note_change(struct store *store) {
    store_measure(store);
    if (has_changed(store) && store->env->txn_checkpoint(store->env, 0, 0, DB_FORCE) == 0)
        note_sizes(store);
}

static DB_LSN last_checkpoint(struct store *store) {
    DB_TXN_STAT *about;
    DB_LSN last = {0, 0};
    if (store->env->txn_stat(store->env, &about, 0) == 0) {
        last = about->st_last_ckp;
        free(about);
    }
    return last;
}

struct store *store_open(const char *directory, bool make, int cache_kb, struct error *err) {
    char home[HOME_MAX];
    home_of(directory, home);
    if (!make && store_find(directory, err) < 0)
        return NULL;
    if (make && mkdir(home, 0700) < 0 && errno != EEXIST) {
        error_set(err, ERR_UNAVAILABLE, "ledger: cannot create %s: %s", home, strerror(errno));
        return NULL;
    }
    if (check_log(home, err) < 0)
        return NULL;
    struct store *store = xcalloc(1, sizeof *store);
    store->home = xstrdup(home);
    int rc = sizes_check(home, names, TABLE__MAX, store->noted, err);
    if (rc == 0)
        rc = open_environment(store, home, cache_kb, err);
    if (rc == 0)
        rc = open_tables(store, home, make, err);
    if (rc == 0)
        rc = note_place(store, err);
    store->open = rc == 0;
    if (store->open) {
        note_change(store);
        return store;
    }
    store_close(store, atomic_load(&store->write_failed));
    return NULL;
}

void store_close(struct store *store, bool leave) {
    if (!leave) {
        if (store->open)
            note_change(store);
        for (int table = 0; table < TABLE__MAX; table++)
            if (store->db[table])
                store->db[table]->close(store->db[table], 0);
        if (store->env)
            store->env->close(store->env, 0);
    }
    free(store->home);
    free(store);
}

int store_begin(struct store *store, struct error *err) {
    int rc = store->env->txn_begin(store->env, NULL, &store->txn, 0);
    return rc ? failed(store, rc, "begin", err) : 0;
}

int store_commit(struct store *store, struct error *err) {
    DB_TXN *txn = store->txn;
    store->txn = NULL;
    int rc = txn->commit(txn, 0);
    return rc ? failed(store, rc, "commit", err) : 0;
}

void store_abort(struct store *store) {
    DB_TXN *txn = store->txn;
    store->txn = NULL;
    if (txn)
        txn->abort(txn);
}

static DBT in(const void *bytes, size_t len) {
    DBT dbt = {.data = (void *)bytes, .size = (u_int32_t)len};
    return dbt;
}

/* Lets the database write into a buffer: into its own memory, enlarged when it says how much it needs. */
static DBT room(struct buf *buf) {
    buf_clear(buf);
    if (buf->cap == 0)
        buf_reserve(buf, 512);
    DBT dbt = {.data = buf->data, .ulen = (u_int32_t)buf->cap - 1, .flags = DB_DBT_USERMEM};
    return dbt;
}

static bool enlarge(struct buf *buf, DBT *dbt) {
    if (dbt->size <= dbt->ulen)
        return true;
    if (!buf_reserve(buf, dbt->size))
        return false;
    dbt->data = buf->data;
    dbt->ulen = (u_int32_t)buf->cap - 1;
    return true;
}

int store_get(struct store *store, enum table table, const void *key, size_t key_len, struct buf *value,
              struct error *err) {
    DBT k = in(key, key_len), v = room(value);
    DB *db = store->db[table];
    int rc = db->get(db, store->txn, &k, &v, 0);
    if (rc == DB_BUFFER_SMALL && enlarge(value, &v))
        rc = db->get(db, store->txn, &k, &v, 0);
    if (rc == DB_NOTFOUND)
        return 0;
    if (rc)
        return failed(store, rc, "read", err);
    buf_commit(value, v.size);
    return 1;
}

int store_put(struct store *store, enum table table, const void *key, size_t key_len, const struct buf *value,
              struct error *err) {
    DBT k = in(key, key_len), v = in(value->data, value->len);
    DB *db = store->db[table];
    int rc = db->put(db, store->txn, &k, &v, 0);
    return rc ? failed(store, rc, "write", err) : 0;
}

int store_add(struct store *store, enum table table, const void *key, size_t key_len, const struct buf *value,
              struct error *err) {
    DBT k = in(key, key_len), v = in(value->data, value->len);
    DB *db = store->db[table];
    int rc = db->put(db, store->txn, &k, &v, DB_NOOVERWRITE);
    if (rc == DB_KEYEXIST)
        return 0;
    return rc ? failed(store, rc, "write", err) : 1;
}

int store_delete(struct store *store, enum table table, const void *key, size_t key_len, struct error *err) {
    DBT k = in(key, key_len);
    DB *db = store->db[table];
    int rc = db->del(db, store->txn, &k, 0);
    return rc && rc != DB_NOTFOUND ? failed(store, rc, "delete", err) : 0;
}

static int cursor_read(DBC *cursor, struct buf *key, struct buf *value, u_int32_t how, const void *from,
                       size_t from_len) {
    DBT k = room(key), v = room(value);
    if (how == DB_SET_RANGE) {
        if (!buf_reserve(key, from_len))
            return ENOMEM;
        k.data = memcpy(key->data, from, from_len);
        k.ulen = (u_int32_t)key->cap - 1;
        k.size = (u_int32_t)from_len;
    }
    int rc = cursor->get(cursor, &k, &v, how);
    while (rc == DB_BUFFER_SMALL && enlarge(key, &k) && enlarge(value, &v)) {
        if (how == DB_SET_RANGE)
            memcpy(k.data, from, k.size = (u_int32_t)from_len);
        rc = cursor->get(cursor, &k, &v, how);
    }
    if (rc == 0) {
        buf_commit(key, k.size);
        buf_commit(value, v.size);
    }
    return rc;
}

/* Moves to the first record behind `after`. */
static int cursor_start(DBC *cursor, const void *after, size_t after_len, struct buf *key,
                        struct buf *value) {
    if (!after)
        return cursor_read(cursor, key, value, DB_FIRST, NULL, 0);
    int rc = cursor_read(cursor, key, value, DB_SET_RANGE, after, after_len);
    if (rc == 0 && key->len == after_len && memcmp(key->data, after, after_len) == 0)
        rc = cursor_read(cursor, key, value, DB_NEXT, NULL, 0);
    return rc;
}

/* Moves to the last record in front of `before`. */
static int cursor_start_back(DBC *cursor, const void *before, size_t before_len, struct buf *key,
                             struct buf *value) {
    if (!before)
        return cursor_read(cursor, key, value, DB_LAST, NULL, 0);
    int rc = cursor_read(cursor, key, value, DB_SET_RANGE, before, before_len);
    return cursor_read(cursor, key, value, rc == DB_NOTFOUND ? DB_LAST : DB_PREV, NULL, 0);
}

struct walk {
    enum table table;
    u_int32_t way; /* DB_NEXT or DB_PREV */
    const void *from;
    size_t from_len, limit;
    int (*visit)(void *arg, const struct buf *key, const struct buf *value, struct error *err);
    void *arg;
};

static int walk(struct store *store, struct walk *walk, struct error *err) {
    struct buf key, value;
    DBC *cursor;
    int rc = store->db[walk->table]->cursor(store->db[walk->table], store->txn, &cursor, 0);
    if (rc)
        return failed(store, rc, "cursor", err);
    buf_init(&key, 1 << 16);
    buf_init(&value, 1 << 20);
    int stop = 0;
    rc = (walk->way == DB_NEXT ? cursor_start : cursor_start_back)(cursor, walk->from, walk->from_len, &key,
                                                                   &value);
    while (rc == 0 && stop == 0 && walk->limit-- > 0) {
        stop = walk->visit(walk->arg, &key, &value, err);
        if (stop == 0 && walk->limit > 0)
            rc = cursor_read(cursor, &key, &value, walk->way, NULL, 0);
    }
    cursor->close(cursor);
    buf_free(&key);
    buf_free(&value);
    if (rc && rc != DB_NOTFOUND)
        return failed(store, rc, "read", err);
    return stop ? stop : rc == 0;
}

int store_walk(struct store *store, enum table table, const void *after, size_t after_len, size_t limit,
               int (*visit)(void *arg, const struct buf *key, const struct buf *value, struct error *err),
               void *arg, struct error *err) {
    return walk(store, &(struct walk){table, DB_NEXT, after, after_len, limit, visit, arg}, err);
}

int store_walk_back(struct store *store, enum table table, const void *before, size_t before_len,
                    size_t limit,
                    int (*visit)(void *arg, const struct buf *key, const struct buf *value,
                                 struct error *err),
                    void *arg, struct error *err) {
    return walk(store, &(struct walk){table, DB_PREV, before, before_len, limit, visit, arg}, err);
}

struct pair {
    struct buf *key, *value;
};

static int copy_pair(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    (void)err;
    struct pair *pair = arg;
    buf_clear(pair->key);
    buf_add(pair->key, key->data, key->len);
    buf_clear(pair->value);
    buf_add(pair->value, value->data, value->len);
    return 1;
}

int store_next(struct store *store, enum table table, const void *after, size_t after_len, struct buf *key,
               struct buf *value, struct error *err) {
    struct pair pair = {key, value};
    return store_walk(store, table, after, after_len, 1, copy_pair, &pair, err);
}

int store_last(struct store *store, enum table table, struct buf *key, struct error *err) {
    struct buf value;
    DBC *cursor;
    int rc = store->db[table]->cursor(store->db[table], store->txn, &cursor, 0);
    if (rc)
        return failed(store, rc, "cursor", err);
    buf_init(&value, 1 << 20);
    rc = cursor_read(cursor, key, &value, DB_LAST, NULL, 0);
    cursor->close(cursor);
    buf_free(&value);
    if (rc == DB_NOTFOUND)
        return 0;
    return rc ? failed(store, rc, "read", err) : 1;
}

int store_flush(struct store *store) {
    return store->env->log_flush(store->env, NULL);
}

int store_checkpoint(struct store *store) {
    DB_LSN before = last_checkpoint(store);
    int rc = store->env->txn_checkpoint(store->env, CHECKPOINT_KB, 0, 0);
    DB_LSN after = last_checkpoint(store);
    if (rc == 0 && log_compare(&before, &after) != 0)
        note_sizes(store);
    return rc;
}

bool store_write_failed(struct store *store) {
    return atomic_exchange(&store->write_failed, false);
}
