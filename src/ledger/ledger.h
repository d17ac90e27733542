#ifndef LEDGER_LEDGER_H
#define LEDGER_LEDGER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/secret.h"
#include "canon/price.h"
#include "ledger/limits.h"

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
    int calls;          /* most calls open at once in this process */
    int retention_days; /* for which entries are kept, where the user's plan does not say; 0: for ever */
    int prompt_days;    /* for which kept prompts are kept; 0: for ever */
    int file_days;      /* the same of pictures that clients got a link to */
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
bool call_id_read(const char *text, struct call_id *id);

/* ---- who asks ------------------------------------------------------------ */

#define NAME_TEXT  64
#define GROUP_TEXT 24
#define MODEL_TEXT 128
#define LIST_TEXT  512 /* several of these, with blanks between them */
#define LOGIN_ID   16

/* The code of ERR_LIMIT where a key was not looked at. */
#define LEDGER_WRONG_KEYS "too_many_wrong_keys"

/* The same of a code. */
#define LEDGER_WRONG_CODES "too_many_wrong_codes"

/* Where a request comes from. */
struct origin {
    uint64_t address;          /* a number for it, for counting wrong keys */
    int most_wrong;            /* a minute; 0: not counted */
    bool known;                /* whether there is an address: */
    unsigned char network[16]; /* IPv6, or IPv4 mapped into it */
};

/* What a request shows for itself. */
struct credentials {
    enum credentials_kind {
        BY_KEY,   /* hash: of a key's text */
        BY_LOGIN, /* login: of a token that the hub signed */
        BY_NAME,  /* user: vouched for by somebody whom the hub trusts */
    } kind;
    unsigned char hash[SECRET_HASH];
    unsigned char login[LOGIN_ID];
    char user[NAME_TEXT];
    struct origin origin;
};

/* A call between reserve and settle: its record in this process's slot, which outlives the process. */
struct call;

const struct call_id *call_id(const struct call *call);

/* A group of keys that may use a model, and what it pays, in thousandths of the price. */
#define OFFERS_MOST 32
struct group_offer {
    char group[GROUP_TEXT];
    int per_mille;
};

struct call_ask {
    struct credentials credentials;
    const char *provider, *model; /* for the entry; model as the client asked for it */
    const char *target;           /* the provider's name for it */
    struct price price;           /* before the group's */
    const struct group_offer *offers;
    size_t offer_count;
    bool offered_to_all;                 /* other groups may use it too, at its price */
    int64_t prompt;                      /* tokens, estimated */
    int64_t output;                      /* most output tokens of one choice */
    int64_t choices;                     /* at least 1 */
    int64_t requests;                    /* most that the provider charges for; 0: 1 */
    int64_t images, seconds, characters; /* most of them that all choices use together; 0: none */
    bool fixed; /* its output cannot be shortened: what the balance, or a strict plan, does not pay is refused
                 */
    bool stream;
};

struct call_grant {
    uint64_t user, key; /* key 0: a user without one */
    char user_name[NAME_TEXT];
    char group[GROUP_TEXT];
    int per_mille;
    nanos amount;   /* reserved */
    int64_t tokens; /* reserved in windows */
    int64_t output; /* what the ask said, or less: the most that half of the free balance pays */
    bool strict;    /* as the key says */
    bool keeps;     /* the key wants its requests and answers kept */
    bool limited;   /* what is held must be enough: the answer may not be longer than `output` */
    struct allowance requests, tokens_left;
};

/*
 * Checks key, user, limits and balances and reserves, in one step: at no time do what has passed in a window
 * and what is reserved in it exceed a limit, or what is spent and reserved a balance.
 * On success *call is open and must be given to ledger_settle(). Errors:
 * ERR_AUTH (unknown, disabled, expired), ERR_PERMISSION (model, group or network not allowed), ERR_CREDIT,
 * ERR_LIMIT (with retry_after, unless waiting does not help).
 */
int ledger_reserve(struct ledger *ledger, const struct call_ask *ask, struct call **call,
                   struct call_grant *grant, struct error *err);

/* From here on the death of this process is charged: called before the request goes to the provider. */
void call_forwarded(struct call *call);

/* What was used so far, for the case that this process dies. Cheap: a write to mapped memory. Until it is
 * said that is the prompt, the characters and one request of the ask: what a provider charges for images and
 * seconds as soon as it was asked is said before call_forwarded(). */
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

/* The outcome of that name; CALL__MAX if it is none. */
enum call_outcome call_outcome_find(const char *name);

/* What was wrong with the model or its provider, where a call was not done. Nothing, if it was not their
 * fault.
 */
enum fault_kind {
    FAULT_NONE,
    FAULT_STATUS,    /* an error that is not the client's */
    FAULT_TIMEOUT,   /* no answer in time, or no end of it */
    FAULT_NO_ANSWER, /* no connection, or none that brought the beginning of an answer */
    FAULT_MALFORMED, /* the answer broke off, or made no sense */
    FAULT_REPORTED,  /* an error within the answer */
    FAULT__MAX
};

struct fault {
    enum fault_kind kind;
    int status; /* FAULT_STATUS: HTTP's, as the provider gave it */
};

const char *fault_name(enum fault_kind kind);

/* A sentence about it, in which nothing stands that the provider said. */
#define FAULT_TEXT 80
const char *fault_write(const struct fault *fault, char text[FAULT_TEXT]);

struct call_result {
    enum call_outcome outcome;
    struct fault fault;
    struct usage usage;
    bool estimated; /* the provider reported no usage */
    int status;     /* HTTP status towards the client */
    int64_t first;  /* milliseconds to the first byte of the answer; 0: not known */
};

/*
 * Settles: charges what was used, gives the rest back, writes the entry. Waits
 * at most 2 s for the keeper; what is not acknowledged by then is settled by
 * the keeper from the slot. Where this process is the keeper itself the call may wait in its slot to be
 * settled together with others: before anybody asks what it changes, and before the next flush. Ends the call
 * in every case. Returns the cost.
 */
nanos ledger_settle(struct ledger *ledger, struct call *call, const struct call_result *result);

/* ---- users ---------------------------------------------------------------- */

/* What entries say that are kept no more. */
struct forgotten {
    int64_t until; /* seconds since 1970: those that were admitted from then on are all there */
    int64_t entries, requests, tokens;
    nanos cost;
};

#define PASSWORD_TEXT 128

struct user {
    uint64_t id;
    char name[NAME_TEXT];
    bool admin;
    bool disabled, deleted;
    bool limited;                 /* pays from a balance; otherwise everything is only counted */
    nanos credited;               /* all money ever paid in */
    nanos spent;                  /* the sum of all entries */
    nanos reserved;               /* of calls that run */
    int64_t entries;              /* number of entries */
    int64_t created;              /* seconds since 1970 */
    char plan[NAME_TEXT];         /* "": none, no limits */
    char groups[LIST_TEXT];       /* that its keys may have; "": "default" */
    char password[PASSWORD_TEXT]; /* its hash, "": cannot log in; only ledger_password_ask() tells it */
    uint64_t round;               /* of its logins: those of another one have ended */
    struct windows windows;
    struct forgotten forgotten;
};

/* The groups that a user has, "default" where none were given. */
const char *ledger_user_groups(const struct user *user);

enum record_change { RECORD_DISABLE, RECORD_ENABLE, RECORD_DELETE };

/* A user with all that it begins with. */
struct registration {
    const char *name, *password; /* the password's hash; NULL: cannot log in */
    const char *plan, *groups;   /* NULL: none, no limits; those of struct user */
    bool admin;
    nanos credit;           /* negative: not limited */
    const char *invitation; /* its text, NULL: not needed */
    struct origin origin;   /* of who guesses at invitations */
};

/* Makes the user and uses the invitation up, or does neither. An amount that the invitation brings is paid in
 * beside `credit`. ERR_CONFLICT (the name is taken; code "code_used"), ERR_REQUEST (the name is empty, too
 * long or holds odd characters; no such plan), and as of ledger_code_redeem(). */
int ledger_user_register(struct ledger *ledger, const struct registration *registration, struct user *user,
                         struct error *err);

/* The same for one with nothing but a name and credit. */
static inline int ledger_user_create(struct ledger *ledger, const char *name, nanos credit, struct user *user,
                                     struct error *err) {
    return ledger_user_register(ledger, &(struct registration){.name = name, .credit = credit}, user, err);
}

/* ERR_NOT_FOUND */
int ledger_user_find(struct ledger *ledger, const char *name, struct user *user, struct error *err);

/* The same by the id. */
int ledger_user_get(struct ledger *ledger, uint64_t id, struct user *user, struct error *err);

/* The user after that id (0: the first). ERR_NOT_FOUND past the end. Deleted ones are passed over. */
int ledger_user_next(struct ledger *ledger, uint64_t after, struct user *user, struct error *err);

/* By name, or by the id. ERR_NOT_FOUND */
int ledger_user_change(struct ledger *ledger, const char *name, enum record_change change, struct error *err);
int ledger_user_change_id(struct ledger *ledger, uint64_t id, enum record_change change, struct error *err);

/* Sets these fields of the user of that id (0: of that name) to what `user` says, which then tells all.
 * ERR_NOT_FOUND, ERR_REQUEST. */
enum user_field {
    USER_ADMIN = 1,
    USER_PLAN = 2,
    USER_GROUPS = 4,
    USER_PASSWORD = 8, /* ends its logins */
    USER_LOGINS = 16   /* says nothing of them but that they end */
};
int ledger_user_update(struct ledger *ledger, unsigned fields, struct user *user, struct error *err);

#define NOTE_TEXT 128
struct deposit {
    uint64_t user;    /* 0: the one of that name */
    const char *name; /* NULL: the one of that id */
    nanos amount;     /* negative: taken back */
    const char *note; /* what for; NULL: none */
    bool limits;      /* who was not limited is from then on: all that was ever spent is owed */
};

/* Pays in. ERR_NOT_FOUND, ERR_REQUEST; ERR_CONFLICT (code "no_balance") if the user is not limited. */
int ledger_user_pay(struct ledger *ledger, const struct deposit *deposit, struct user *user,
                    struct error *err);

/* The same by name. */
static inline int ledger_user_credit(struct ledger *ledger, const char *name, nanos amount, const char *note,
                                     struct user *user, struct error *err) {
    return ledger_user_pay(ledger, &(struct deposit){.name = name, .amount = amount, .note = note}, user,
                           err);
}

/*
 * Takes away all that tells who a user is, for good: the name ("erased-ID" from then on), password, groups,
 * keys, the notes of its payments, its sessions and kept prompts. Entries and payments stay as numbers, so
 * that the sums hold. A user that was deleted is found by its name too. The name goes last. What was begun
 * and failed, or was left by who died, the keeper goes on with. ERR_NOT_FOUND.
 */
int ledger_user_erase(struct ledger *ledger, const char *name, struct user *user, struct error *err);

/* ---- money paid in ---------------------------------------------------------- */

enum payment_kind { PAID_BY_OPERATOR, PAID_BY_CODE, PAID_AT_BEGIN, PAYMENT__MAX };
const char *payment_kind_name(enum payment_kind kind);

struct payment {
    uint64_t id, user;
    int64_t number; /* the user's how-manieth, from 1 */
    nanos amount;   /* negative: taken back */
    enum payment_kind kind;
    uint64_t code; /* its id; 0: none */
    int64_t time;  /* seconds since 1970 */
    char note[NOTE_TEXT];
};

/* Payments of a user (0: of all), the newest first, without the first `skip`: at most `room`, and no more
 * than LEDGER_PAGE, go into `page`, how many into *count; *total is how many there are. */
#define LEDGER_PAGE 100
int ledger_payments(struct ledger *ledger, uint64_t user, int64_t skip, struct payment *page, size_t room,
                    size_t *count, int64_t *total, struct error *err);

/* ---- codes -------------------------------------------------------------------- */

/* Credit to be redeemed once, or an invitation to register. Only a hash of the code's text is stored. */
#define CODE_TEXT  33
#define CODES_MOST 1000 /* made at once */

enum code_state { CODE_UNUSED, CODE_USED, CODE_EXPIRED, CODE_DISABLED, CODE_STATE__MAX };

struct code {
    uint64_t id;
    char name[NAME_TEXT]; /* "": none */
    char hint[16];        /* first and last letters, to tell codes apart */
    unsigned char hash[SECRET_HASH];
    bool invitation, disabled;
    nanos amount;    /* 0: an invitation that brings none */
    int64_t created; /* seconds since 1970, as the next two */
    int64_t expires; /* 0: never */
    int64_t used;    /* 0: not yet */
    uint64_t user;   /* who used it */
};

enum code_state code_state(const struct code *code, int64_t now);
const char *code_state_name(enum code_state state);

/* Makes `count` codes as `like` says (name, invitation, amount, expires) with texts that are stored nowhere,
 * and ids that follow like->id, which is set to that of the first one. ERR_REQUEST. */
int ledger_codes_make(struct ledger *ledger, struct code *like, size_t count, char (*texts)[CODE_TEXT],
                      struct error *err);

/* Codes with an id below `before` (0: all), the newest first: at most `room`, and no more than LEDGER_PAGE,
 * go into `page`, how many into *count; 0 at the end. */
int ledger_codes(struct ledger *ledger, uint64_t before, struct code *page, size_t room, size_t *count,
                 struct error *err);

/* ERR_NOT_FOUND; ERR_CONFLICT (code "code_used") if a used one is to be disabled or enabled. */
int ledger_code_change(struct ledger *ledger, uint64_t id, enum record_change change, struct error *err);

/*
 * Pays what a code is worth in for a user who pays from a balance; others keep it (ERR_CONFLICT, code
 * "no_balance"). Of any number of tries for one code a single one succeeds. Capitals, blanks and dashes make
 * no difference. ERR_NOT_FOUND (codes "invalid_code", "code_expired"), ERR_CONFLICT (code "code_used"),
 * ERR_LIMIT (code LEDGER_WRONG_CODES).
 */
int ledger_code_redeem(struct ledger *ledger, uint64_t user, const char *text, const struct origin *origin,
                       struct code *code, struct error *err);

/* ---- plans ---------------------------------------------------------------- */

/* Limits for some models, counted for each user. */
struct model_rule {
    char models[MODEL_TEXT]; /* a pattern as of fnmatch(3): "gpt-5*" */
    struct limits limits;
};

#define PLAN_RULES 16

struct plan {
    char name[NAME_TEXT];
    struct limits limits; /* of each of its users */
    bool strict;          /* tokens are reserved for the longest answer, so that no window is ever exceeded */
    int64_t keep_days;    /* for which entries are kept; 0: as the site does */
    size_t rule_count;
    struct model_rule rules[PLAN_RULES]; /* the first that fits a model counts */
};

/* Makes or replaces a plan: at once for all who have it. ERR_REQUEST. */
int ledger_plan_put(struct ledger *ledger, const struct plan *plan, struct error *err);
int ledger_plan_find(struct ledger *ledger, const char *name, struct plan *plan, struct error *err);

/* The plan after that name ("": the first). ERR_NOT_FOUND past the end. */
int ledger_plan_next(struct ledger *ledger, const char *after, struct plan *plan, struct error *err);

/* ERR_CONFLICT while users have it. */
int ledger_plan_delete(struct ledger *ledger, const char *name, struct error *err);

/* ---- keys ------------------------------------------------------------------ */

struct key {
    uint64_t id, user;
    char name[NAME_TEXT];
    char hint[16];                                        /* first and last letters, to tell keys apart */
    unsigned char hash[SECRET_HASH], before[SECRET_HASH]; /* of its text, and of the one before */
    bool disabled;
    bool strict;              /* nothing of its requests may be left out for a provider */
    bool keeps;               /* its requests and answers are kept */
    int64_t created;          /* seconds since 1970, as the next two */
    int64_t expires;          /* 0: never */
    int64_t used;             /* last; 0: never */
    char models[LIST_TEXT];   /* patterns as of fnmatch(3); "": all */
    char groups[LIST_TEXT];   /* of those of the user, in the order in which they are tried; "": all */
    char networks[LIST_TEXT]; /* CIDR; "": all */
    bool capped;              /* may spend no more than `credit` */
    nanos credit, spent, reserved;
    struct limits limits;
    struct windows windows;
    int64_t entries; /* number of entries */
    struct forgotten forgotten;
};

/* The key's text is made here and never stored. Of `key` is read what ledger_key_update() can set, and user;
 * the rest is filled in. ERR_NOT_FOUND (no such user), ERR_REQUEST, ERR_CONFLICT (code "too_many_keys"). */
#define KEYS_MOST 1000 /* of one user */
int ledger_key_create(struct ledger *ledger, struct key *key, char text[SECRET_KEY_TEXT], struct error *err);

/* Sets these fields of the key of that id to what `key` says, which then tells all. */
enum key_field {
    KEY_NAME = 1,
    KEY_EXPIRES = 2,
    KEY_MODELS = 4,
    KEY_GROUPS = 8,
    KEY_NETWORKS = 16,
    KEY_CREDIT = 32,
    KEY_LIMITS = 64,
    KEY_STRICT = 128,
    KEY_KEEPS = 256,
    KEY_STATE = 512,     /* disabled or not */
    KEY_REMAINDER = 1024 /* with KEY_CREDIT: `credit` is what may still be spent */
};
int ledger_key_update(struct ledger *ledger, unsigned fields, struct key *key, struct error *err);

/* Gives the key another text; the one before works for so many seconds more. */
int ledger_key_rotate(struct ledger *ledger, uint64_t id, int64_t grace, struct key *key,
                      char text[SECRET_KEY_TEXT], struct error *err);

/* Who asks, as far as it is allowed to ask at all; key.id 0: a user without a key. */
struct caller {
    struct key key;
    struct user user;
    struct allowance requests, tokens; /* the least that is left of any limit */
};

/* `ask` names a model, whose limits are looked at as well; NULL: none. ERR_AUTH (codes "invalid_api_key",
 * "key_disabled", "key_expired", "invalid_token"), ERR_PERMISSION (code "network_not_allowed"), ERR_LIMIT
 * (code "too_many_wrong_keys"). */
int ledger_caller_find(struct ledger *ledger, const struct credentials *credentials,
                       const struct call_ask *ask, struct caller *caller, struct error *err);

/* Whether a caller may use the model of an ask at all, of which the names and offers are looked at. Asks
 * nobody. */
bool ledger_may_use(const struct caller *caller, const struct call_ask *ask);

/* Whether they would pay for it: as ledger_reserve() decides, but for the limits, and of what was told of the
 * caller. Asks nobody. ERR_PERMISSION, ERR_CREDIT. */
int ledger_would_pay(const struct caller *caller, const struct call_ask *ask, struct error *err);

int ledger_key_find(struct ledger *ledger, uint64_t id, struct key *key, struct error *err);

/* The key after that id of that user (0: of all). ERR_NOT_FOUND past the end. */
int ledger_key_next(struct ledger *ledger, uint64_t after, uint64_t user, struct key *key, struct error *err);
int ledger_key_change(struct ledger *ledger, uint64_t id, enum record_change change, struct error *err);

/* ---- passwords and logins -------------------------------------------------- */

/* The code of ERR_LIMIT where a password was not looked at. */
#define LEDGER_ATTEMPTS "too_many_attempts"

/* What a password is verified with. */
struct password_known {
    uint64_t user;              /* 0: nobody of that name can log in */
    uint64_t round;             /* of the user's logins */
    char stored[PASSWORD_TEXT]; /* the password's hash, "" where user is 0 */
};

/*
 * Counts an attempt to log in or to register under a name, right or wrong, by the address that it comes from
 * and by the name; many attempts elsewhere do not keep those out who logged in from this address before.
 * ERR_LIMIT (code LEDGER_ATTEMPTS).
 */
int ledger_password_ask(struct ledger *ledger, const char *name, const struct origin *origin,
                        struct password_known *known, struct error *err);

/* Sets the hash of a user's password, if it is still the one that was told, and ends all logins of the user
 * but `keep` (NULL: none is kept). ERR_CONFLICT if it was changed meanwhile. */
int ledger_password_set(struct ledger *ledger, const struct password_known *known, const char *stored,
                        const unsigned char keep[LOGIN_ID], struct error *err);

/* What the tokens that the hub signs stand for: a user, or one of its keys. */
struct login_ask {
    uint64_t user, round;     /* as they were told */
    const unsigned char *key; /* the hash of a key's text; NULL: the user itself */
    int64_t seconds;          /* until it ends by itself */
    struct origin origin;
};

#define LOGINS_MOST        200 /* of one user, and of each of its keys */
#define LOGIN_REFRESH_TEXT 65
struct login_grant {
    unsigned char id[LOGIN_ID];
    uint64_t user, key; /* key 0: the user itself */
    char name[NAME_TEXT];
    char refresh[LOGIN_REFRESH_TEXT]; /* a secret that gets another one, once */
};

/* Ends with its user, and with its key or that text of it; or when LOGINS_MOST others of that user or key end
 * later. ERR_AUTH (code "invalid_token") if they ended
 * meanwhile, ERR_REQUEST. */
int ledger_login_begin(struct ledger *ledger, const struct login_ask *ask, struct login_grant *login,
                       struct error *err);

/* Ends one and begins another in its place. ERR_AUTH (code "invalid_token"). */
int ledger_login_refresh(struct ledger *ledger, const unsigned char id[LOGIN_ID], const char *refresh,
                         int64_t seconds, struct login_grant *login, struct error *err);

/* At once, in all processes. Nothing happens if there is no such login. */
int ledger_login_end(struct ledger *ledger, const unsigned char id[LOGIN_ID], struct error *err);

/* ---- applications that connect --------------------------------------------- */

/*
 * A program asks for a key of a user whom it does not know: it begins, under an id that it alone can name the
 * secret of; a person who logs in grants it a key within CONNECT_SECONDS; the program takes it. What is given
 * to it comes sealed, so that the ledger holds nothing that anybody could use.
 */
#define CONNECT_SECONDS 600
#define CONNECT_TAKEN   60 /* seconds for which what was taken can be taken again, should it get lost */
#define CONNECT_FROM    64
#define CONNECT_GIFT    1024 /* bytes */

struct connect {
    enum connect_state { CONNECT_NONE, CONNECT_WAITS, CONNECT_GRANTED } state;
    int64_t begun;           /* seconds since 1970 */
    char from[CONNECT_FROM]; /* the address that it came from, for people; "": not known */
};

/* Strangers may: so many of one address, and of all together, in a minute. ERR_LIMIT (code
 * LEDGER_ATTEMPTS). */
int ledger_connect_begin(struct ledger *ledger, const unsigned char id[SECRET_HASH],
                         const struct origin *origin, const char *from, struct error *err);

/* CONNECT_NONE: there is none, or no longer. */
int ledger_connect_find(struct ledger *ledger, const unsigned char id[SECRET_HASH], struct connect *connect,
                        struct error *err);

/* What a person grants, once: a key of that name, and what the program shall get. */
struct connect_grant {
    uint64_t user, round; /* as they were told for the password */
    const char *key_name, *key_text;
    const void *gift;
    size_t gift_len;
    struct origin origin; /* of the person */
};

/* Makes the key, or does nothing at all. ERR_NOT_FOUND (code "connect_ended"), ERR_CONFLICT (code
 * "connect_granted"), ERR_AUTH (code "invalid_token") if the user's logins ended meanwhile; else as of
 * ledger_key_create(). */
int ledger_connect_grant(struct ledger *ledger, const unsigned char id[SECRET_HASH],
                         const struct connect_grant *grant, struct error *err);

/* Adds what was granted to `out`: 1; 0 if nothing was; -1. From then on it ends CONNECT_TAKEN seconds
 * later. */
int ledger_connect_take(struct ledger *ledger, const unsigned char id[SECRET_HASH], struct buf *out,
                        struct error *err);

/* Nothing happens if there is none. */
int ledger_connect_end(struct ledger *ledger, const unsigned char id[SECRET_HASH], struct error *err);

/* ---- entries and usage --------------------------------------------------- */

struct entry {
    struct call_id id;
    uint64_t user, key;
    int64_t number;   /* the user's how-manieth entry, from 1 */
    int64_t admitted; /* milliseconds since 1970, the keeper's clock */
    int64_t duration; /* milliseconds */
    enum call_outcome outcome;
    int64_t first; /* milliseconds to the first byte of the answer; 0: not known */
    bool estimated, over, stream;
    int status;
    struct usage usage;
    nanos reserved, cost;
    int per_mille; /* of the price that the group pays */
    uint64_t rule; /* the rule of its plan for some models, see struct hold; 0: none */
    char provider[NAME_TEXT], model[MODEL_TEXT], group[GROUP_TEXT];
};

#define FILTER_KEYS 32

/* Which entries: what is 0 or "" here does not matter. */
struct entry_filter {
    uint64_t user;
    uint64_t keys[FILTER_KEYS]; /* one of them */
    size_t key_count;
    int64_t start, end;     /* admitted from then until before then: milliseconds since 1970 */
    char model[MODEL_TEXT]; /* the name, or a pattern as of fnmatch(3) */
    char group[GROUP_TEXT];
    unsigned outcomes; /* a bit for each outcome: 1 << CALL_DONE ... */
    struct call_id id;
};

/* Whether a model's name is what the filter says of it. */
bool entry_model_fits(const char *pattern, const char *model);

/* A walk through entries, by the time in their ids. What stands before `last` is said at its beginning, the
 * rest is 0 then. */
struct entry_walk {
    struct entry_filter filter;
    bool newest_first;
    int64_t skip; /* how many that match are still to be passed over */
    struct call_id last;
    bool begun, ended;
};

/* The next step of a walk: up to `room` entries. It looks at so many records at most that it may bring fewer,
 * or none, although the walk has not ended. */
int ledger_entry_step(struct ledger *ledger, struct entry_walk *walk, struct entry *entries, size_t room,
                      size_t *count, struct error *err);

/* By what sums are kept apart; days and hours in UTC. */
enum usage_by { USAGE_BY_MODEL = 1, USAGE_BY_KEY = 2, USAGE_BY_DAY = 4, USAGE_BY_HOUR = 8 };

/* Reads "model,day". */
bool usage_by_read(const char *text, unsigned *by);

/* What the calls of a group add up to, but for failed ones. What sums are not kept apart by is 0 or "". */
struct usage_sum {
    int64_t time; /* when the day or hour begins, seconds since 1970 */
    uint64_t key;
    char model[MODEL_TEXT];
    int64_t requests;
    struct usage usage;
    nanos cost;
};

void usage_sum_add(struct usage_sum *to, const struct usage_sum *sum);

/*
 * Sums of a user (0: of all) from `start` to before `end` (seconds, taken to whole hours
 * outwards), one for each group, sorted by time, key and model; *sums is allocated. Reads in steps, never
 * entries. ERR_REQUEST if there are more than USAGE_GROUPS.
 */
#define USAGE_GROUPS 100000
int ledger_usage(struct ledger *ledger, uint64_t user, int64_t start, int64_t end, unsigned by,
                 struct usage_sum **sums, size_t *count, struct error *err);

/* Makes sums of them that are kept apart by less; returns how many they are. */
size_t usage_regroup(struct usage_sum *sums, size_t count, unsigned by);

/* The same sums once more, to be freed. */
struct usage_sum *usage_sums_copy(const struct usage_sum *sums, size_t count);

/* ---- what was last seen of models ------------------------------------------ */

/*
 * How a provider's model answered the calls that were settled. A good answer is noted every ten seconds at
 * most, unless a failure came before it; each failure is.
 */
struct seen {
    char provider[NAME_TEXT], model[MODEL_TEXT]; /* the provider's name for it; both cut to their room */
    int64_t good;                                /* its last good answer: milliseconds since 1970; 0: none */
    int64_t first;                               /* that one's milliseconds to the first byte; 0: not known */
    int64_t failed;                              /* its last failure; 0: none */
    struct fault fault;                          /* of that one */
    int64_t failures;                            /* in a row, since the last good answer */
};

/* SEEN_FAILING: the last answers failed, SEEN_FAILURES or more, the last one no longer than SEEN_FRESH_MS
 * ago. SEEN_OK: it answered well before, and fails no more than now and then. Else nobody knows. */
#define SEEN_FAILURES 3
#define SEEN_FRESH_MS 120000
enum seen_state { SEEN_UNKNOWN, SEEN_OK, SEEN_FAILING, SEEN_STATE__MAX };
enum seen_state seen_state(const struct seen *seen, int64_t now);
const char *seen_state_name(enum seen_state state);

/* What was seen behind that provider and model (NULL: from the first), in the order of their names: at most
 * `room`, and no more than LEDGER_PAGE, go into `page`, how many into *count; 0 at the end. There are no more
 * than SEEN_MOST: the one that was seen longest ago makes room for a new one. */
#define SEEN_MOST 500
int ledger_seen(struct ledger *ledger, const struct seen *after, struct seen *page, size_t room,
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
