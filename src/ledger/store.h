#ifndef LEDGER_STORE_H
#define LEDGER_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/error.h"

/*
 * The database: a private transactional environment of Berkeley DB with one
 * B-tree per kind of record. Keys and values are byte strings. One transaction
 * at a time: the caller holds a lock around begin … commit. Flushing and
 * check-pointing may go on beside it in another thread.
 */
/* A new one comes at the end: how many a database has is written in it. */
enum table {
    TABLE_META,          /* name → value */
    TABLE_USERS,         /* id → user */
    TABLE_USER_NAMES,    /* name → id */
    TABLE_KEYS,          /* id → key */
    TABLE_KEY_HASHES,    /* hash of a text → id, and its end */
    TABLE_ENTRIES,       /* call id → entry */
    TABLE_USAGE,         /* user, hour, key, model → sums */
    TABLE_PAYMENTS,      /* id, the newest first → payment */
    TABLE_ANSWERS,       /* operation id → answer, for operations sent again */
    TABLE_STATES,        /* id → opaque state and its end */
    TABLE_STATE_ENDS,    /* end, id → nothing: in which order they end */
    TABLE_PLANS,         /* name → plan */
    TABLE_WINDOWS,       /* user, rule → windows */
    TABLE_LOGINS,        /* end, random → login */
    TABLE_USER_PAYMENTS, /* user, number of its payment, the newest first → id */
    TABLE_CODES,         /* id, the newest first → code */
    TABLE_CODE_HASHES,   /* hash of a text → id */
    TABLE_USER_ENTRIES,  /* user, call id → nothing: whose entries they are */
    TABLE_SESSIONS,      /* id → session */
    TABLE_SESSION_TEXTS, /* id → what of it is long */
    TABLE_SESSION_ORDER, /* user, last use backwards, id → nothing */
    TABLE_SESSION_ENDS,  /* end, id → nothing: in which order they end */
    TABLE_USER_SESSIONS, /* user → how many sessions it has */
    TABLE_ERASURES,      /* id of a user → nothing: what tells of it is being erased */
    TABLE_USER_KEYS,     /* user, key → nothing: whose keys they are */
    TABLE_PLAN_USERS,    /* plan's name, zero, user → nothing: who has it */
    TABLE_USER_LOGINS,   /* user, key (0: none), login → nothing: whose logins they are */
    TABLE_SEEN,          /* provider, zero, its name of a model → how that answered last */
    TABLE__MAX
};

struct store;

/* 0 if there is a database in directory/db, be it a damaged or half-made one; else -1 with ERR_UNAVAILABLE.
 */
int store_find(const char *directory, struct error *err);

/* Opens and recovers what stands in directory/db. `make`: a database that is not there is made, and one whose
 * making was cut short is completed. Returns NULL with ERR_UNAVAILABLE and the reason. */
struct store *store_open(const char *directory, bool make, int cache_kb, struct error *err);

/* Whether what stands in directory/db now is what was opened: not so once it, or anything above it, was
 * moved, deleted or replaced. It can then no longer be closed, only left. */
bool store_in_place(const struct store *store);

/* Checkpoint and close; or, when `leave`, only forgets it: after a failed write a close would
 * write pages whose log is missing and destroy the database. */
void store_close(struct store *store, bool leave);

int store_begin(struct store *store, struct error *err);

/* Written to the system when it returns 0. On failure the transaction is rolled back. */
int store_commit(struct store *store, struct error *err);
void store_abort(struct store *store);

/* Inside a transaction, or outside for reading only. get: 1 found (appended to the emptied value), 0 not
 * there, -1 failed. */
int store_get(struct store *store, enum table table, const void *key, size_t key_len, struct buf *value,
              struct error *err);
int store_put(struct store *store, enum table table, const void *key, size_t key_len, const struct buf *value,
              struct error *err);

/* 1 added, 0 there is such a key already and nothing was changed, -1 failed. */
int store_add(struct store *store, enum table table, const void *key, size_t key_len, const struct buf *value,
              struct error *err);
int store_delete(struct store *store, enum table table, const void *key, size_t key_len, struct error *err);

/* The first record whose key is greater than `after` (NULL: the first of all): 1 found (key and value
 * filled), 0 past the end, -1. */
int store_next(struct store *store, enum table table, const void *after, size_t after_len, struct buf *key,
               struct buf *value, struct error *err);

/* Up to `limit` records in order from the first whose key is greater than `after`. visit returns 0 to go
 * on, 1 to stop, -1 on failure. Returns 1 if stopped or limited (there may be more), 0 at the end, -1. */
int store_walk(struct store *store, enum table table, const void *after, size_t after_len, size_t limit,
               int (*visit)(void *arg, const struct buf *key, const struct buf *value, struct error *err),
               void *arg, struct error *err);

/* The same in falling order, from the last record whose key is smaller than `before` (NULL: the last of all).
 */
int store_walk_back(struct store *store, enum table table, const void *before, size_t before_len,
                    size_t limit,
                    int (*visit)(void *arg, const struct buf *key, const struct buf *value,
                                 struct error *err),
                    void *arg, struct error *err);

/* Key and value of the last record. Returns as store_next(). */
int store_last(struct store *store, enum table table, struct buf *key, struct error *err);

/* To the disk. */
int store_flush(struct store *store);

/* Takes note of how long the tables are. Between transactions: recovery cuts off what others added. */
void store_measure(struct store *store);

/* Writes pages back and drops log files that are no longer needed, if a megabyte of log was written since.
 * From then on the tables are missed if they are found shorter than they were measured before. */
int store_checkpoint(struct store *store);

/* Whether the disk refused a write since the last call. */
bool store_write_failed(struct store *store);

#endif
