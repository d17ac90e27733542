#ifndef LEDGER_OPERATION_H
#define LEDGER_OPERATION_H

#include "base/pack.h"
#include "ledger/ledger.h"
#include "ledger/store.h"

/*
 * The operations that the keeper does, for itself and for the processes that
 * ask it. One that writes is one transaction; arguments and answer are packed.
 */
enum operation {
    OP_PING,
    OP_RESERVE,
    OP_SETTLE,
    OP_RELEASE,
    OP_USER_REGISTER,
    OP_USER_FIND,
    OP_USER_NEXT,
    OP_USER_CHANGE,
    OP_USER_UPDATE,
    OP_USER_CREDIT,
    OP_USER_ERASE,
    OP_ERASURES,
    OP_USER_FORGET,
    OP_PAYMENTS,
    OP_CODES_MAKE,
    OP_CODES,
    OP_CODE_CHANGE,
    OP_CODE_REDEEM,
    OP_CALLER_FIND,
    OP_KEY_CREATE,
    OP_KEY_UPDATE,
    OP_KEY_ROTATE,
    OP_KEY_FIND,
    OP_KEY_NEXT,
    OP_KEY_CHANGE,
    OP_PLAN_PUT,
    OP_PLAN_FIND,
    OP_PLAN_NEXT,
    OP_PLAN_DELETE,
    OP_PASSWORD_ASK,
    OP_PASSWORD_SET,
    OP_LOGIN_BEGIN,
    OP_LOGIN_REFRESH,
    OP_LOGIN_END,
    OP_ENTRY_LIST,
    OP_ENTRIES_FORGET,
    OP_USAGE,
    OP_CHECK,
    OP_STATE_KEEP,
    OP_STATE_FIND,
    OP_SESSION_CREATE,
    OP_SESSION_FIND,
    OP_SESSION_UPDATE,
    OP_SESSION_CLAIM,
    OP_SESSION_ADD,
    OP_SESSION_WALK,
    OP_SESSION_END,
    OP_SESSION_END_ALL,
    OP_SESSION_ENDED,
    OP_SESSION_DROP,
    OP_CONNECT_BEGIN,
    OP_CONNECT_FIND,
    OP_CONNECT_GRANT,
    OP_CONNECT_TAKE,
    OP_CONNECT_END,
    OP_SEEN_LIST,
    OP_SEEN_FORGET,
    OP__MAX
};

#define OPERATION_ID 16
#define BOOK_SCHEMA  4   /* of the records; a program that knows another one does not touch them */
#define SESSION_END  24  /* bytes: when a session ends, and its id */
#define BOOK_STEP    500 /* rows looked at in one operation: reading does not stop writing */

struct guesses;
struct hold;
struct holds;
struct seen_notes;

/* The keeper's side of the ledger: what the operations work on. */
struct book {
    struct store *store;
    int64_t now;              /* milliseconds since 1970; never runs backwards */
    bool low_disk;            /* below the floor: no reservations */
    bool cannot_settle;       /* the last settlement could not be written: none either */
    struct holds *holds;      /* of the calls that run */
    struct guesses *guesses;  /* of keys and codes */
    struct guesses *attempts; /* to log in */
    struct check *check;      /* a running proof, NULL if none */
    struct seen_notes *seen;  /* what was last written of some models */

    int retention_days;   /* for which entries are kept; 0: for ever */
    int forgot_days;      /* with which the last ones went, */
    uint64_t forgot_user; /* the last user whose did, 0: none yet, */
    int64_t forget_from;  /* and when to go on, milliseconds since 1970 */

    /* Settles the calls that have ended but wait to be settled; NULL: none do. */
    void (*catch_up)(void *arg);
    void *catch_up_arg;
};

/* Opens the store and checks its schema. Returns 0, or -1 with ERR_UNAVAILABLE. */
int book_open(struct book *book, const char *directory, bool make, int cache_kb, struct error *err);
void book_close(struct book *book, bool leave);

/*
 * Does one operation. id makes it unique (OPERATION_ID
 * bytes). The answer is added to out. Returns 0, or -1 with err, and then nothing was changed.
 * *wrote is set when something must reach the disk. One at a time.
 */
int book_apply(struct book *book, enum operation op, const unsigned char id[OPERATION_ID], struct unpack *in,
               struct buf *out, bool *wrote, struct error *err);

/* Settles these ended calls in one transaction: returns 0, or -1 with err, and then none of them. */
int book_settle(struct book *book, struct call *const calls[], size_t count, struct error *err);

/* 0 if calls may be admitted; -1 with ERR_UNAVAILABLE while the disk is too full for that. */
int book_admits(const struct book *book, struct error *err);

/* After each attempt to settle, with its result: who cannot write what calls cost admits none. */
void book_see_settlement(struct book *book, int rc, const struct error *err);

/* No operation gets an earlier time than this one (milliseconds since 1970), unless it is far off in the
 * future. */
void book_see_time(struct book *book, int64_t ms);

/* What a call held under the keeper before this one. Settled ones are left out. Returns 0, or -1 with err. */
int book_hold_again(struct book *book, const struct hold *hold, struct error *err);

/* What an operation's function gets. */
struct work {
    struct book *book;
    struct store *store;
    const unsigned char *id;
    struct unpack *in;
    struct buf *out;
    struct buf scratch;       /* for records */
    uint64_t about;           /* the user whom the answer tells of: the one last looked at */
    const struct hold *ended; /* dropped when the operation is done; NULL: none */
};

typedef int operation_function(struct work *work, struct error *err);

operation_function op_reserve, op_release; /* calls.c */
operation_function op_settle;              /* settle.c */
operation_function op_user_find, op_user_next, op_user_change, op_user_update,
    op_user_credit;                                                         /* accounts.c */
operation_function op_user_register;                                        /* register.c */
operation_function op_user_erase, op_user_forget, op_erasures;              /* erase.c */
operation_function op_payments;                                             /* payments.c */
operation_function op_codes_make, op_codes, op_code_change, op_code_redeem; /* codes.c */
operation_function op_caller_find;                                          /* callers.c */
operation_function op_key_create, op_key_update, op_key_rotate, op_key_find, op_key_next,
    op_key_change;                                                          /* keys.c */
operation_function op_plan_put, op_plan_find, op_plan_next, op_plan_delete; /* plans.c */
operation_function op_password_ask, op_password_set;                        /* passwords.c */
operation_function op_login_begin, op_login_refresh, op_login_end;          /* logins.c */
operation_function op_entries_forget;                                       /* retention.c */
operation_function op_entry_list;                                           /* listing.c */
operation_function op_usage;                                                /* entries.c */
operation_function op_check;                                                /* proof.c */
operation_function op_state_keep, op_state_find;                            /* states.c */
operation_function op_seen_list, op_seen_forget;                            /* seen.c */
operation_function op_session_create, op_session_find, op_session_update, op_session_claim, op_session_add,
    op_session_walk, op_session_end, op_session_end_all, op_session_ended, op_session_drop; /* sessions.c */

operation_function op_connect_begin, op_connect_find, op_connect_grant, op_connect_take,
    op_connect_end; /* connects.c */

/* Behind book_hold_again(). */
int call_hold_again(struct work *work, const struct hold *hold, struct error *err);

/* Takes out of a hold that a call tells of itself what cannot be true: a time to come, absurd numbers. */
void call_believe(const struct work *work, struct hold *hold);

/* Settles the calls that wait to be settled, if any do. */
void book_catch_up(struct work *work);

/* Between those files. Those that read return 1 found, 0 not there, -1 failed. */
int account_read(struct work *work, uint64_t id, struct user *user, struct error *err);
int account_find(struct work *work, const char *name, struct user *user, struct error *err);
int account_write(struct work *work, const struct user *user, struct error *err);
void account_answer(struct work *work, const struct user *user);

/* Makes the account of a user that has all but its id, under a name that is free (ERR_CONFLICT). */
int account_begin(struct work *work, struct user *user, struct error *err);

/* What a user's groups and plan may be: 0, or -1 with ERR_REQUEST. */
int account_check(struct work *work, const struct user *user, struct error *err);

/* Writes a payment down and pays it in: for the account as it was read, which is then written. A user without
 * a balance has one from then on. ERR_REQUEST if that would be too much money. */
int account_pay(struct work *work, struct user *user, struct payment *payment, struct error *err);

/* A payment gets its id, number and time. */
int payment_write(struct work *work, struct payment *payment, struct error *err);

/* Takes the notes off some of a user's payments: of the *left first ones (UINT64_MAX: of all) off the newest.
 * *left says how many are left then. */
int payment_forget_notes(struct work *work, uint64_t user, uint64_t *left, struct error *err);

/* What somebody shows to have a code. */
struct code_claim {
    unsigned char hash[SECRET_HASH]; /* of its text */
    struct origin origin;            /* without the network */
};
void code_claim_make(const char *text, const struct origin *origin, struct code_claim *claim);
void code_pack_claim(struct buf *out, const struct code_claim *claim);
void code_unpack_claim(struct unpack *in, struct code_claim *claim);

int code_write(struct work *work, const struct code *code, struct error *err);

/* Uses a code up for a user: of two transactions one can. ERR_NOT_FOUND (codes "invalid_code",
 * "code_expired"), ERR_CONFLICT ("code_used"), ERR_LIMIT ("too_many_wrong_codes"). */
int code_use(struct work *work, const struct code_claim *claim, bool invitation, uint64_t user,
             struct code *code, struct error *err);

/* State that has not ended: 1, with its end (milliseconds since 1970) and its bytes, which lie in
 * work->scratch; 0; -1. */
int state_find(struct work *work, const unsigned char id[SECRET_HASH], int64_t *until, const void **bytes,
               size_t *len, struct error *err);
int state_keep(struct work *work, const unsigned char id[SECRET_HASH], int64_t until, const void *bytes,
               size_t len, struct error *err);
int state_end(struct work *work, const unsigned char id[SECRET_HASH], struct error *err);

/* Makes a key of what it says, and of the hash of its text. 0, or -1 as of ledger_key_create(). */
int key_create(struct work *work, struct key *key, const unsigned char hash[SECRET_HASH], struct error *err);
int key_read(struct work *work, uint64_t id, struct key *key, struct error *err);
int key_write(struct work *work, const struct key *key, struct error *err);
int key_id_of(struct work *work, const unsigned char hash[SECRET_HASH], uint64_t *id, struct error *err);
int plan_read(struct work *work, const char *name, struct plan *plan, struct error *err);

/* Notes that a user has its plan, or no longer; one without a plan is passed over. 0, or -1. */
int plan_give(struct work *work, const struct user *user, struct error *err);
int plan_take(struct work *work, const struct user *user, struct error *err);

struct login {
    unsigned char id[LOGIN_ID];
    uint64_t user, round;
    uint64_t holder; /* the key's id; 0: the user itself */
    bool by_key;
    unsigned char key[SECRET_HASH];     /* of the text of the key that it stands for */
    unsigned char refresh[SECRET_HASH]; /* of the text that gets a new one */
};

/* A login that has not ended, and whose it is. */
int login_find(struct work *work, const unsigned char id[LOGIN_ID], struct login *login, struct user *user,
               struct error *err);
int login_write(struct work *work, const struct login *login, struct error *err);

/* From there on attempts from there to log in under that name are not held up by those from elsewhere. */
void password_right(struct work *work, const char *name, const struct origin *origin);

/* Whether a pattern as of fnmatch(3) fits a model: as it was asked for, as the provider calls it, or that
 * with the provider's name before it. */
bool model_is(const struct call_ask *ask, const char *pattern);

/* The first group of the key that may use the model, and what it pays. 0, or -1 with ERR_PERMISSION. */
int rights_check(const struct caller *caller, const struct call_ask *ask, char group[GROUP_TEXT],
                 int *per_mille, struct error *err);

/* What people wrote: 0, or -1 with ERR_REQUEST. */
int limits_check(const struct limits *limits, struct error *err);
int groups_check(const char *groups, struct error *err);
int groups_within(const char *groups, const struct user *user, struct error *err); /* those of the user */

/* Key and user behind what is shown, allowed to ask. ERR_AUTH, ERR_PERMISSION, ERR_LIMIT (too many wrong
 * keys). */
int caller_admit(struct work *work, const struct credentials *credentials, struct caller *caller,
                 struct error *err);

/* Deletes all keys of a user. */
int key_delete_all(struct work *work, uint64_t user, struct error *err);

/* Lists the entry work->id among those of a user. */
int entry_index(struct work *work, uint64_t user, struct error *err);
int entry_unindex(struct work *work, uint64_t user, const struct call_id *id, struct error *err);

/* The cost of the call work->id, if its entry is there. */
int entry_find_cost(struct work *work, nanos *cost, struct error *err);

/* The sums of a user, hour, key and model, while entries are added to them. */
struct usage_row {
    struct buf key; /* empty: none yet */
    struct usage_sum sum;
};
void usage_row_init(struct usage_row *row);
void usage_row_free(struct usage_row *row);

/* Adds an entry to its row: writes the one before and reads this one if it is another. */
int usage_add(struct work *work, struct usage_row *row, const struct entry *entry, struct error *err);
int usage_write(struct work *work, struct usage_row *row, struct error *err);

/* Writes the plans that a ledger begins with. */
int plan_write_first(struct work *work, struct error *err);

/* Looks at some of the answers that are remembered, behind that one (zeros: from the first), and forgets
 * those that tell of the user. 1 if there are more behind `after`, 0, or -1. */
int book_forget_answers(struct work *work, uint64_t user, unsigned char after[OPERATION_ID],
                        struct error *err);

/* The next number of a series kept in the meta table. 0 on failure. */
uint64_t book_number(struct work *work, const char *series, struct error *err);

/* What an ended call tells of the model that it went to, beside its entry. */
struct remark {
    char model[MODEL_TEXT]; /* the provider's name for it; "": not known */
    struct fault fault;
};

/* Notes how the model of a call answered, in the transaction that settles it: writes nothing if that is known
 * already. Returns 0 or -1. */
int seen_note(struct work *work, const struct entry *entry, const struct remark *remark, struct error *err);

/* Whether there is something to be forgotten of models that nobody asked for long. */
bool seen_is_due(const struct book *book);

/* The keeper's memory of it. seen_doubt(): what was written last may not have been committed. */
struct seen_notes *seen_notes_new(void);
void seen_notes_free(struct seen_notes *notes);
void seen_doubt(struct seen_notes *notes);

void check_free(struct check *check);

/* Whether a proof is running. One that was abandoned is not, and begins anew should anybody go on with it. */
bool check_runs(struct book *book);

/* How far the old entries have gone, and whether more shall go now. */
int retention_read(struct work *work, struct error *err);
bool retention_is_due(const struct book *book);

#endif
