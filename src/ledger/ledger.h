#ifndef LEDGER_LEDGER_H
#define LEDGER_LEDGER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/secret.h"
#include "canon/price.h"

/*
 * What the hub remembers: users, keys, money, and one entry for each call.
 * Of all processes that use a data directory one, the keeper, has the database
 * open; the functions here ask it, or are it, and nobody needs to know which.
 * Every operation has an id: sent again after a keeper's death it is applied once.
 *
 * Functions return 0, or -1 with err: the kinds named below, and for all of them
 * ERR_UNAVAILABLE when the ledger cannot be reached (there is none, disk full, directory not
 * writable or not ours, lock held elsewhere, no keeper within the deadline).
 */
struct ledger;

struct ledger_options {
    const char *data_dir; /* absolute */
    bool make;       /* makes a ledger where there is none, and data_dir (mode 0700) if its parent exists */
    bool flush_each; /* durability "commit": on the disk before it is acknowledged */
    int flush_ms;    /* otherwise: time between flushes */
    int cache_kb;
    int disk_floor_mb;
    int calls; /* most calls open at once in this process */
};

/* Touches nothing yet: the directory is opened by the first operation. Never NULL. */
struct ledger *ledger_new(const struct ledger_options *options);

/* Hands the keeper's role over (if held) so that the next process can take it at once; operations still work
 * afterwards, through the next keeper. */
void ledger_hand_over(struct ledger *ledger);

/* Hands over and forgets. Calls still open are left to the next keeper. */
void ledger_free(struct ledger *ledger);

/* Whether calls would be admitted: asks the keeper. */
int ledger_ping(struct ledger *ledger, struct error *err);

/* Becomes the keeper or waits to become it; returns when it has the role (0), or -1 (also when *stop became
 * true). */
int ledger_keep(struct ledger *ledger, const volatile int *stop, struct error *err);

/* ---- one call ---------------------------------------------------------- */

struct call_id {
    unsigned char bytes[16]; /* milliseconds (6), process (6), counter (4): ids sort by time */
};
#define CALL_ID_TEXT 33
const char *call_id_write(const struct call_id *id, char text[CALL_ID_TEXT]);

/* The code of ERR_LIMIT where a key was not looked at. */
#define LEDGER_WRONG_KEYS "too_many_wrong_keys"

/* Where a request comes from, for counting wrong keys. */
struct origin {
    uint64_t address; /* a number for it */
    int most_wrong;   /* a minute; 0: not counted */
};

/* A call between reserve and settle: its record in this process's slot, which outlives the process. */
struct call;

const struct call_id *call_id(const struct call *call);

struct call_ask {
    unsigned char key_hash[SECRET_HASH];
    struct origin origin;
    const char *provider, *model; /* for the entry; model as the client asked for it */
    struct price price;
    int64_t prompt;  /* tokens, estimated */
    int64_t output;  /* most output tokens of one choice */
    int64_t choices; /* at least 1 */
    bool stream;
};

struct call_grant {
    uint64_t user, key;
    char user_name[64];
    nanos amount;   /* reserved */
    int64_t output; /* what the ask said, or less: the most that half of the free balance pays */
    bool strict;    /* as the key says */
};

/*
 * Checks key, user, request cap and balance and reserves, in one step.
 * On success *call is open and must be given to ledger_settle(). Errors:
 * ERR_AUTH (unknown or disabled key), ERR_CREDIT, ERR_LIMIT (request cap, or too many wrong keys, with
 * retry_after).
 */
int ledger_reserve(struct ledger *ledger, const struct call_ask *ask, struct call **call,
                   struct call_grant *grant, struct error *err);

/* From here on the death of this process is charged: called before the request goes to the provider. */
void call_forwarded(struct call *call);

/* What was used so far, for the case that this process dies. Cheap: a write to mapped memory. */
void call_progress(struct call *call, const struct usage *usage);

enum call_outcome {
    CALL_DONE,        /* the answer is complete */
    CALL_ABORTED,     /* the client left */
    CALL_BROKEN,      /* the provider broke off after the first byte */
    CALL_INTERRUPTED, /* the hub's process died */
    CALL_FAILED,      /* no byte of an answer: costs nothing, gives its request place back */
    CALL__MAX
};
const char *call_outcome_name(enum call_outcome outcome);

struct call_result {
    enum call_outcome outcome;
    struct usage usage;
    bool estimated; /* the provider reported no usage */
    int status;     /* HTTP status towards the client */
};

/*
 * Settles: charges what was used, gives the rest back, writes the entry. Waits
 * at most 2 s for the keeper; what is not acknowledged by then is settled by
 * the keeper from the slot. Where this process is the keeper itself the call may wait in its slot to be
 * settled together with others: before anybody asks what it changes, and before the next flush. Ends the call
 * in every case. Returns the cost.
 */
nanos ledger_settle(struct ledger *ledger, struct call *call, const struct call_result *result);

/* ---- users and keys ----------------------------------------------------- */

#define NAME_TEXT 64

struct user {
    uint64_t id;
    char name[NAME_TEXT];
    bool disabled, deleted;
    bool limited;    /* pays from a balance; otherwise everything is only counted */
    nanos credited;  /* all money ever paid in */
    nanos spent;     /* the sum of all entries */
    nanos reserved;  /* of calls that run */
    int64_t entries; /* number of entries */
    int64_t created; /* seconds since 1970 */
};

struct key {
    uint64_t id, user;
    char name[NAME_TEXT];
    char hint[16]; /* first and last letters, to tell keys apart */
    bool disabled;
    bool strict;     /* nothing of its requests may be left out for a provider */
    int64_t cap;     /* most requests in a period, 0: no cap */
    int64_t period;  /* seconds, aligned to the epoch; 0: for ever */
    int64_t start;   /* of the period that `used` counts, seconds */
    int64_t used;    /* requests in it, running ones included */
    int64_t created; /* seconds since 1970 */
};

enum record_change { RECORD_DISABLE, RECORD_ENABLE, RECORD_DELETE };

/* ERR_CONFLICT if the name is taken, ERR_REQUEST if it is empty, too long or holds odd characters.
 * credit < 0: not limited. */
int ledger_user_create(struct ledger *ledger, const char *name, nanos credit, struct user *user,
                       struct error *err);

/* ERR_NOT_FOUND */
int ledger_user_find(struct ledger *ledger, const char *name, struct user *user, struct error *err);

/* The user after that id (0: the first). ERR_NOT_FOUND past the end. Deleted ones are passed over. */
int ledger_user_next(struct ledger *ledger, uint64_t after, struct user *user, struct error *err);
int ledger_user_change(struct ledger *ledger, const char *name, enum record_change change, struct error *err);

/* Pays in (or takes back, if negative); makes the user limited. */
int ledger_user_credit(struct ledger *ledger, const char *name, nanos amount, struct user *user,
                       struct error *err);

/* The key's text is made here and never stored. key: name, user, strict, cap and period are read, the rest is
 * filled in. */
int ledger_key_create(struct ledger *ledger, struct key *key, char text[SECRET_KEY_TEXT], struct error *err);

/* The caller behind a key. ERR_AUTH (code "invalid_api_key" or "key_disabled"), ERR_LIMIT (code
 * "too_many_wrong_keys"). */
int ledger_key_check(struct ledger *ledger, const unsigned char hash[SECRET_HASH],
                     const struct origin *origin, struct key *key, struct user *user, struct error *err);
int ledger_key_find(struct ledger *ledger, uint64_t id, struct key *key, struct error *err);
int ledger_key_next(struct ledger *ledger, uint64_t after, struct key *key, struct error *err);
int ledger_key_change(struct ledger *ledger, uint64_t id, enum record_change change, struct error *err);

/* ---- entries and usage --------------------------------------------------- */

struct entry {
    struct call_id id;
    uint64_t user, key;
    int64_t number;   /* the user's how-manieth entry, from 1 */
    int64_t admitted; /* milliseconds since 1970, the keeper's clock */
    int64_t duration; /* milliseconds */
    enum call_outcome outcome;
    bool estimated, over, stream;
    bool counted; /* takes a place of the key's request cap */
    int status;
    struct usage usage;
    nanos reserved, cost;
    char provider[NAME_TEXT], model[128];
};

/* The entry after that id (NULL: the first) of that user (0: of all). ERR_NOT_FOUND past the end. */
int ledger_entry_next(struct ledger *ledger, const struct call_id *after, uint64_t user, struct entry *entry,
                      struct error *err);

struct usage_sum {
    char model[128];
    int64_t requests;
    struct usage usage;
    nanos cost;
};

/*
 * Sums of a user (0: of all) from `start` to before `end` (seconds, taken to whole hours
 * outwards), one per model, sorted by name; *sums is allocated. Reads in steps.
 */
int ledger_usage(struct ledger *ledger, uint64_t user, int64_t start, int64_t end, struct usage_sum **sums,
                 size_t *count, struct error *err);

/* ---- proof ---------------------------------------------------------------- */

struct ledger_proof {
    int64_t users, keys, entries, open; /* open: reservations of running calls */
    nanos spent, reserved;
    int64_t faults;
    char fault[8][200]; /* the first of them, in words */
};

/* Compares sums of entries, accounts, reservations, caps and aggregates, while the ledger goes on serving.
 * Returns 0 when it could be done: look at faults. ERR_CONFLICT while another one runs. */
int ledger_check(struct ledger *ledger, struct ledger_proof *proof, struct error *err);

/*
 * Opaque state that a client cannot carry from one request to the next, kept for so many seconds under an id
 * that the caller makes up; what was there before is replaced. ERR_REQUEST if it is longer than
 * LEDGER_STATE_MOST, ERR_UNAVAILABLE.
 */
#define LEDGER_STATE_MOST (48u << 10)
int ledger_state_keep(struct ledger *ledger, const unsigned char id[SECRET_HASH], const void *bytes,
                      size_t len, int seconds, struct error *err);

/* Adds it to `out`: 1; 0 if there is none, or no longer; -1 with ERR_UNAVAILABLE. */
int ledger_state_find(struct ledger *ledger, const unsigned char id[SECRET_HASH], struct buf *out,
                      struct error *err);

#endif
