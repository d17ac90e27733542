/* The ledger in one process: users, keys, calls and their money, sums, the proof; and operations sent
 * twice. */
#include "ledger/ledger.h"

#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "ledger/holds.h"
#include "ledger/operation.h"
#include "ledger/record.h"
#include "ledger/slot.h"
#include "entry_next.h"
#include "tap.h"
#include "tempdir.h"

#define DOLLAR       NANOS_PER_DOLLAR
#define COUNT(table) (sizeof(table) / sizeof *(table))

/* 1,000 nano-dollars a token in, 2,000 out. */
static const struct price price = {
    .base = {.input = DOLLAR, .output = 2 * DOLLAR, .cache_read = DOLLAR / 10, .cache_write = DOLLAR}};

static char directory[TEMPDIR_PATH];

static struct ledger *open_ledger(void) {
    struct ledger_options options = {.data_dir = directory,
                                     .make = true,
                                     .flush_ms = 1000,
                                     .cache_kb = 1024,
                                     .disk_floor_mb = 1,
                                     .calls = 16};
    return ledger_new(&options);
}

static int is_error(const struct error *err, enum error_kind kind, const char *name) {
    if (err->kind != kind)
        printf("# got %s: %s\n", error_name(err->kind), err->message);
    return ok(err->kind == kind, "%s", name);
}

static int find_caller(struct ledger *ledger, const unsigned char hash[SECRET_HASH], struct caller *caller,
                       struct error *err) {
    struct credentials credentials = {.kind = BY_KEY};
    memcpy(credentials.hash, hash, SECRET_HASH);
    return ledger_caller_find(ledger, &credentials, NULL, caller, err);
}

/* ---- users and keys ------------------------------------------------------- */

static void make_key(struct ledger *ledger, uint64_t user, int64_t requests, enum period period,
                     struct key *key, unsigned char hash[SECRET_HASH]) {
    struct error err = {0};
    char text[SECRET_KEY_TEXT];
    *key = (struct key){.name = "laptop", .user = user, .strict = true};
    key->limits.requests[period] = requests;
    if (ledger_key_create(ledger, key, text, &err) < 0)
        printf("# key: %s\n", err.message);
    secret_hash(text, strlen(text), hash);
}

static void test_users(struct ledger *ledger) {
    struct error err = {0};
    struct user user, again;
    is_int(ledger_user_create(ledger, "ann", 5 * DOLLAR, &user, &err), 0, "a user with credit");
    ok(user.id > 0 && user.limited && user.credited == 5 * DOLLAR && user.spent == 0 && user.created > 0,
       "is filled in");
    ok(ledger_user_create(ledger, "ann", -1, &again, &err) < 0, "a name is taken once");
    is_error(&err, ERR_CONFLICT, "and that is a conflict");

    static const char *const bad[] = {
        "",     "a\"b",   "a\\b",
        "a\nb", "a\177b", "a name of sixty-four characters, which is one more than there ar"};
    for (size_t i = 0; i < COUNT(bad); i++) {
        err = (struct error){0};
        ledger_user_create(ledger, bad[i], 0, &again, &err);
        is_error(&err, ERR_REQUEST, "a bad name");
    }
    err = (struct error){0};
    is_int(ledger_user_create(ledger, "bob", -1, &again, &err), 0, "a user without limit");
    ok(again.id != user.id && !again.limited && again.credited == 0, "who pays nothing in");
    is_int(ledger_user_find(ledger, "ann", &again, &err), 0, "found by name");
    is_int((long long)again.id, (long long)user.id, "the same one");
    ok(ledger_user_find(ledger, "eve", &again, &err) < 0 && err.kind == ERR_NOT_FOUND, "or not");

    char full[NAME_TEXT] = {0}, longer[NAME_TEXT + 1] = {0};
    memset(full, 'n', sizeof full - 1);
    memset(longer, 'n', sizeof longer - 1);
    err = (struct error){0};
    is_int(ledger_user_create(ledger, full, 0, &again, &err), 0, "the longest name");
    ok(ledger_user_find(ledger, longer, &again, &err) < 0 && err.kind == ERR_NOT_FOUND,
       "is not that of a longer one");

    err = (struct error){0};
    ok(ledger_user_credit(ledger, "bob", 3 * DOLLAR, NULL, &again, &err) < 0 && err.kind == ERR_CONFLICT &&
           strcmp(err.code, "no_balance") == 0,
       "where there is no balance nothing is paid in by the way");
    ledger_user_find(ledger, "bob", &again, &err);
    ok(!again.limited && again.credited == 0, "and nothing changes");
    struct deposit deposit = {.user = again.id, .amount = 3 * DOLLAR, .limits = true};
    err = (struct error){0};
    is_int(ledger_user_pay(ledger, &deposit, &again, &err), 0, "paid in by who wants that");
    ok(again.limited && again.credited == 3 * DOLLAR, "and so limited");
    is_int(ledger_user_credit(ledger, "bob", -DOLLAR, NULL, &again, &err), 0, "taken back");
    is_int(again.credited, 2 * DOLLAR, "what is left");
    ok(ledger_user_credit(ledger, "bob", INT64_MAX, NULL, &again, &err) < 0 && err.kind == ERR_REQUEST,
       "not more than there is");

    uint64_t after = 0;
    int users = 0;
    err = (struct error){0};
    while (ledger_user_next(ledger, after, &again, &err) == 0) {
        users += again.id > after;
        after = again.id;
    }
    is_error(&err, ERR_NOT_FOUND, "the list ends");
    is_int(users, 3, "users in order");
}

static void test_keys(struct ledger *ledger) {
    struct error err = {0};
    struct user user;
    struct caller caller;
    struct key key, again;
    unsigned char hash[SECRET_HASH], none[SECRET_HASH] = {1};
    ledger_user_find(ledger, "ann", &user, &err);
    make_key(ledger, user.id, 7, PERIOD_HOUR, &key, hash);
    ok(key.id > 0 && !key.disabled && key.used == 0 && strlen(key.hint) == 12, "a key");
    is_int(find_caller(ledger, hash, &caller, &err), 0, "is known by its hash");
    ok(caller.key.id == key.id && caller.key.limits.requests[PERIOD_HOUR] == 7 && caller.user.id == user.id,
       "with its user");
    ok(caller.key.strict, "as strict as it was made");
    ok(caller.requests.limit == 7 && caller.requests.remaining == 7 && caller.requests.reset % 3600 == 0 &&
           caller.tokens.limit == 0,
       "and what is left of its limits");
    ok(find_caller(ledger, none, &caller, &err) < 0 && err.kind == ERR_AUTH, "another hash is not");
    is_str(err.code, "invalid_api_key", "with its code");

    err = (struct error){0};
    ok(ledger_key_change(ledger, key.id, RECORD_DISABLE, &err) == 0 &&
           find_caller(ledger, hash, &caller, &err) < 0,
       "disabled");
    is_str(err.code, "key_disabled", "with its code");
    err = (struct error){0};
    ok(ledger_key_change(ledger, key.id, RECORD_ENABLE, &err) == 0 &&
           find_caller(ledger, hash, &caller, &err) == 0,
       "enabled");
    ok(ledger_user_change(ledger, "ann", RECORD_DISABLE, &err) == 0 &&
           find_caller(ledger, hash, &caller, &err) < 0 && err.kind == ERR_AUTH,
       "so is a disabled user's");
    err = (struct error){0};
    ledger_user_change(ledger, "ann", RECORD_ENABLE, &err);
    ok(ledger_key_find(ledger, key.id, &again, &err) == 0 && again.limits.requests[PERIOD_HOUR] == 7,
       "found by number");
    ok(ledger_key_next(ledger, 0, 0, &again, &err) == 0 && again.id == key.id, "listed");
    ok(ledger_key_next(ledger, key.id, 0, &again, &err) < 0 && err.kind == ERR_NOT_FOUND, "to the end");
    err = (struct error){0};
    ok(ledger_key_change(ledger, key.id, RECORD_DELETE, &err) == 0 &&
           ledger_key_find(ledger, key.id, &again, &err) < 0 && err.kind == ERR_NOT_FOUND,
       "deleted");
    err = (struct error){0};
    ok(find_caller(ledger, hash, &caller, &err) < 0 && err.kind == ERR_AUTH, "and unknown");

    err = (struct error){0};
    again = (struct key){.name = "x", .user = 999};
    char text[SECRET_KEY_TEXT];
    ok(ledger_key_create(ledger, &again, text, &err) < 0 && err.kind == ERR_NOT_FOUND, "a key needs a user");
    err = (struct error){0};
    again = (struct key){.name = "x", .user = user.id, .limits.calls = -1};
    ok(ledger_key_create(ledger, &again, text, &err) < 0 && err.kind == ERR_REQUEST, "and sensible limits");
}

static void test_deleted_user(struct ledger *ledger) {
    struct error err = {0};
    struct user user, again;
    struct caller caller;
    struct key key;
    unsigned char hash[SECRET_HASH];
    ledger_user_create(ledger, "gone", DOLLAR, &user, &err);
    for (int i = 0; i < 300; i++)
        make_key(ledger, user.id, 0, PERIOD_EVER, &key, hash);
    is_int(ledger_user_change(ledger, "gone", RECORD_DELETE, &err), 0, "a user with many keys is deleted");
    ok(find_caller(ledger, hash, &caller, &err) < 0 && err.kind == ERR_AUTH, "with the keys");
    err = (struct error){0};
    ok(ledger_user_find(ledger, "gone", &again, &err) < 0 && err.kind == ERR_NOT_FOUND, "and is not found");
    err = (struct error){0};
    ok(ledger_user_next(ledger, user.id - 1, &again, &err) < 0 || again.id != user.id, "nor listed");
    err = (struct error){0};
    is_int(ledger_user_create(ledger, "gone", 0, &again, &err), 0, "the name is free");
    ok(again.id > user.id, "for another one");
}

/* ---- calls ------------------------------------------------------------------ */

static int reserve(struct ledger *ledger, const unsigned char hash[SECRET_HASH], int64_t prompt,
                   int64_t output, struct call **call, struct call_grant *grant, struct error *err) {
    struct call_ask ask = {.provider = "demo",
                           .model = "demo-model",
                           .target = "demo-model",
                           .offered_to_all = true,
                           .price = price,
                           .prompt = prompt,
                           .output = output,
                           .choices = 1};
    memcpy(ask.credentials.hash, hash, SECRET_HASH);
    *err = (struct error){0};
    return ledger_reserve(ledger, &ask, call, grant, err);
}

static nanos settle(struct ledger *ledger, struct call *call, enum call_outcome outcome, int64_t prompt,
                    int64_t output) {
    struct call_result result = {
        .outcome = outcome, .usage = {.prompt = prompt, .output = output}, .status = 200};
    return ledger_settle(ledger, call, &result);
}

static void test_money(struct ledger *ledger) {
    struct error err = {0};
    struct user user;
    struct key key;
    struct call *call;
    struct call_grant grant;
    unsigned char hash[SECRET_HASH];
    ledger_user_create(ledger, "money", 10000000, &user, &err); /* pays 10,000 tokens in, or 5,000 out */
    make_key(ledger, user.id, 0, PERIOD_EVER, &key, hash);

    is_int(reserve(ledger, hash, 1000, 2000, &call, &grant, &err), 0, "a call that the balance pays");
    ok(grant.amount == 5000000 && grant.output == 2000 && grant.user == user.id && grant.key == key.id &&
           strcmp(grant.user_name, "money") == 0,
       "is granted in full");
    ledger_user_find(ledger, "money", &user, &err);
    is_int(user.reserved, 5000000, "reserved");
    call_forwarded(call);
    is_int(settle(ledger, call, CALL_DONE, 1000, 500), 2000000, "costs what it used");
    ledger_user_find(ledger, "money", &user, &err);
    ok(user.reserved == 0 && user.spent == 2000000 && user.entries == 1, "and the rest is given back");

    /* 8,000,000 are left; half of it less 1,000,000 for the prompt pays 1,500 tokens. */
    is_int(reserve(ledger, hash, 1000, 4000, &call, &grant, &err), 0, "one that asks for too much");
    ok(grant.output == 1500 && grant.amount == 4000000, "is lowered to what half of the balance pays");
    settle(ledger, call, CALL_FAILED, 0, 0);
    ok(reserve(ledger, hash, 3489, 8000, &call, &grant, &err) < 0, "not below 256 tokens");
    is_error(&err, ERR_CREDIT, "that is refused");
    is_str(err.code, "insufficient_credit", "with its code");
    is_int(reserve(ledger, hash, 3488, 8000, &call, &grant, &err), 0, "256 tokens are enough");
    is_int(grant.output, 256, "granted");
    settle(ledger, call, CALL_FAILED, 0, 0);
    ok(reserve(ledger, hash, 8000, 1, &call, &grant, &err) < 0 && err.kind == ERR_CREDIT,
       "a short answer is not lowered");
    ok(reserve(ledger, hash, 1000, INT64_MAX, &call, &grant, &err) == 0 && grant.output == 1500,
       "no number is too large");
    settle(ledger, call, CALL_FAILED, 0, 0);
    ok(reserve(ledger, hash, 8001, 0, &call, &grant, &err) < 0 && err.kind == ERR_CREDIT,
       "no output, too long a prompt");
    ok(reserve(ledger, hash, 8000, 0, &call, &grant, &err) == 0 && grant.output == 0,
       "no output, all that is left");
    is_int(settle(ledger, call, CALL_DONE, 9000, 0), 9000000,
           "what is used beyond the reservation is charged");
    ok(reserve(ledger, hash, 1, 0, &call, &grant, &err) < 0 && err.kind == ERR_CREDIT,
       "then no further call passes");
    ledger_user_find(ledger, "money", &user, &err);
    ok(user.spent == 11000000 && user.reserved == 0, "the balance is below zero by that");
}

/* 40,000,000 nano-dollars a picture, 100,000 a second, 15,000 a character, and tokens as always. */
static struct call_ask ask_units(const unsigned char hash[SECRET_HASH]) {
    struct call_ask ask = {.provider = "demo",
                           .model = "units",
                           .target = "units",
                           .offered_to_all = true,
                           .price = price,
                           .choices = 1};
    ask.price.base.image = 40000 * DOLLAR;
    ask.price.base.second = 100 * DOLLAR;
    ask.price.base.character = 15 * DOLLAR;
    memcpy(ask.credentials.hash, hash, SECRET_HASH);
    return ask;
}

/* A provider that charges one call for several requests: 2,000,000 nano-dollars each. */
static void test_requests(struct ledger *ledger) {
    struct error err = {0};
    struct user user;
    struct key key;
    struct call *call;
    struct call_grant grant;
    unsigned char hash[SECRET_HASH];
    ledger_user_create(ledger, "requests", 5000000, &user, &err); /* pays two and a half */
    make_key(ledger, user.id, 0, PERIOD_EVER, &key, hash);
    struct call_ask ask = ask_units(hash);
    ask.price.base.request = 2000 * DOLLAR;
    ask.fixed = true;
    for (int requests = 0; requests <= 2; requests++) {
        ask.requests = requests;
        is_int(ledger_reserve(ledger, &ask, &call, &grant, &err), 0, "requests");
        is_int(grant.amount, requests == 2 ? 4000000 : 2000000, "as many as there may be, and one, are held");
        struct call_result result = {.outcome = CALL_FAILED, .status = 502};
        ledger_settle(ledger, call, &result);
    }
    ask.requests = 3;
    ok(ledger_reserve(ledger, &ask, &call, &grant, &err) < 0, "more than the balance pays are refused");
    is_error(&err, ERR_CREDIT, "as too little credit");
}

static void test_units(struct ledger *ledger) {
    struct error err = {0};
    struct user user;
    struct key key;
    struct call *call;
    struct call_grant grant;
    struct entry entry;
    struct caller caller;
    unsigned char hash[SECRET_HASH];
    ledger_user_create(ledger, "units", 100000000, &user, &err); /* pays two pictures and a half */
    make_key(ledger, user.id, 0, PERIOD_EVER, &key, hash);

    struct call_ask ask = ask_units(hash);
    ask.images = 2;
    ask.seconds = 10;
    ask.characters = 1000;
    is_int(ledger_reserve(ledger, &ask, &call, &grant, &err), 0, "what is not tokens");
    is_int(grant.amount, 80000000 + 1000000 + 15000000, "is held whole");
    is_int(grant.tokens, 0, "and takes none of the tokens of a window");
    call_forwarded(call);
    struct call_result result = {
        .outcome = CALL_DONE, .status = 200, .usage = {.images = 1, .seconds = 7, .characters = 900}};
    is_int(ledger_settle(ledger, call, &result), 40000000 + 700000 + 13500000, "what was used is charged");
    ok(ledger_entry_next(ledger, NULL, user.id, &entry, &err) == 0 && entry.usage.images == 1 &&
           entry.usage.seconds == 7 && entry.usage.characters == 900 && entry.cost == 54200000,
       "and stands in the entry");
    ledger_user_find(ledger, "units", &user, &err);
    ok(user.reserved == 0 && user.spent == 54200000, "nothing else is held any more");

    /* 45,800,000 are left: 40,000,000 for a picture, and 2,900 tokens for their half. */
    ask.images = 1;
    ask.seconds = ask.characters = 0;
    ask.fixed = true;
    ask.prompt = 5800;
    is_int(ledger_reserve(ledger, &ask, &call, &grant, &err), 0, "all that is left");
    is_int(grant.amount, 45800000, "can be held");
    result = (struct call_result){.outcome = CALL_FAILED, .status = 502};
    is_int(ledger_settle(ledger, call, &result), 0, "a call that failed costs nothing");
    ask.prompt = 5801;
    ok(ledger_reserve(ledger, &ask, &call, &grant, &err) < 0, "one more is refused");
    is_error(&err, ERR_CREDIT, "as too little credit");
    ok(!strstr(err.message, "output limit"), "%s", err.message);
    err = (struct error){0};
    ask.images = 0;
    ask.prompt = 0;
    ask.output = 22901;
    ok(ledger_reserve(ledger, &ask, &call, &grant, &err) < 0 && err.kind == ERR_CREDIT,
       "an output that cannot be shortened is refused");
    find_caller(ledger, hash, &caller, &err);
    err = (struct error){0};
    ok(ledger_would_pay(&caller, &ask, &err) < 0 && err.kind == ERR_CREDIT, "as was told before");
    ask.output = 22900;
    err = (struct error){0};
    ok(ledger_would_pay(&caller, &ask, &err) == 0, "where it would be granted");
    is_int(ledger_reserve(ledger, &ask, &call, &grant, &err), 0, "or granted whole");
    is_int(grant.output, 22900, "to its last token");
    ledger_settle(ledger, call, &result);
    ask.fixed = false;
    ask.images = 1;
    ask.output = 22901;
    ok(ledger_reserve(ledger, &ask, &call, &grant, &err) < 0 && err.kind == ERR_CREDIT,
       "what half of the balance does not pay is not shortened either");
    ask.images = -5;
    ask.seconds = INT64_MIN;
    err = (struct error){0};
    is_int(ledger_reserve(ledger, &ask, &call, &grant, &err), 0, "less than nothing is nothing");
    is_int(grant.amount, 22900000, "and gives no credit");
    ledger_settle(ledger, call, &result);
    ask.characters = INT64_MAX;
    ok(ledger_reserve(ledger, &ask, &call, &grant, &err) < 0 && err.kind == ERR_CREDIT, "the most there is");
}

static void test_cap(struct ledger *ledger) {
    struct error err = {0};
    struct user user;
    struct key key;
    struct call *calls[3], *call;
    struct call_grant grant;
    unsigned char hash[SECRET_HASH];
    ledger_user_create(ledger, "cap", -1, &user, &err);
    make_key(ledger, user.id, 3, PERIOD_EVER, &key, hash);
    int passed = 0;
    for (size_t i = 0; i < COUNT(calls); i++)
        passed += reserve(ledger, hash, 1, 1, &calls[i], &grant, &err) == 0;
    is_int(passed, 3, "as many calls as the cap");
    ok(reserve(ledger, hash, 1, 1, &call, &grant, &err) < 0 && err.kind == ERR_LIMIT,
       "no more, while they run");
    is_int(err.retry_after, 0, "for ever");
    settle(ledger, calls[0], CALL_DONE, 1, 1);
    ok(reserve(ledger, hash, 1, 1, &call, &grant, &err) < 0 && err.kind == ERR_LIMIT, "nor when one is done");
    settle(ledger, calls[1], CALL_FAILED, 0, 0);
    is_int(reserve(ledger, hash, 1, 1, &call, &grant, &err), 0, "one that failed gives its place back");
    settle(ledger, call, CALL_ABORTED, 1, 0);
    settle(ledger, calls[2], CALL_BROKEN, 1, 0);
    ok(reserve(ledger, hash, 1, 1, &call, &grant, &err) < 0, "aborted and broken ones do not");
    ledger_key_find(ledger, key.id, &key, &err);
    is_int(key.windows.at[PERIOD_EVER].requests, 3, "used");
}

static void test_many_calls(struct ledger *ledger) {
    struct error err = {0};
    struct user user;
    struct key key;
    struct call *calls[16], *call;
    struct call_grant grant;
    unsigned char hash[SECRET_HASH];
    ledger_user_create(ledger, "many", -1, &user, &err);
    make_key(ledger, user.id, 0, PERIOD_EVER, &key, hash);
    int passed = 0;
    for (size_t i = 0; i < COUNT(calls); i++)
        passed += reserve(ledger, hash, 1, 1, &calls[i], &grant, &err) == 0;
    is_int(passed, 16, "as many calls at once as were asked for");
    ok(reserve(ledger, hash, 1, 1, &call, &grant, &err) < 0 && err.kind == ERR_UNAVAILABLE, "no more");
    for (size_t i = 0; i < COUNT(calls); i++)
        settle(ledger, calls[i], CALL_DONE, 1, 1);
    for (int i = 0; i < 1100; i++) {
        reserve(ledger, hash, 10, 10, &call, &grant, &err);
        settle(ledger, call, i % 10 ? CALL_DONE : CALL_FAILED, 10, 5);
    }
    ledger_user_find(ledger, "many", &user, &err);
    is_int(user.entries, 1116, "entries");
}

/* ---- what is read ------------------------------------------------------------ */

static void test_entries(struct ledger *ledger) {
    struct error err = {0};
    struct user user;
    struct entry entry;
    struct call_id last;
    int64_t found = 0, ordered = 0, numbers = 0, cost = 0;
    ledger_user_find(ledger, "many", &user, &err);
    while (ledger_entry_next(ledger, found ? &last : NULL, user.id, &entry, &err) == 0) {
        found++;
        ordered += entry.user == user.id && (found == 1 || memcmp(&entry.id, &last, sizeof last) > 0);
        numbers += entry.number;
        cost += entry.cost;
        last = entry.id;
    }
    is_error(&err, ERR_NOT_FOUND, "the entries end");
    is_int(found, 1116, "all entries of one user");
    is_int(ordered, found, "in order");
    is_int(numbers, 1116 * 1117 / 2, "numbered without gaps");
    is_int(cost, user.spent, "their cost is what was spent");

    err = (struct error){0};
    found = 0;
    while (ledger_entry_next(ledger, found ? &last : NULL, 0, &entry, &err) == 0) {
        found++;
        last = entry.id;
    }
    ok(found > 1116, "and those of all users");
    ledger_user_find(ledger, "money", &user, &err);
    ok(ledger_entry_next(ledger, NULL, user.id, &entry, &err) == 0 && entry.outcome == CALL_DONE &&
           entry.status == 200 && entry.usage.prompt == 1000 && entry.usage.output == 500 &&
           entry.cost == 2000000 && !entry.over && entry.reserved == 5000000 &&
           strcmp(entry.model, "demo-model") == 0 && strcmp(entry.provider, "demo") == 0,
       "an entry says what happened");
}

static void test_usage(struct ledger *ledger) {
    struct error err = {0};
    struct user user;
    struct usage_sum *sums;
    size_t count;
    int64_t now = clock_wall_ms() / 1000;
    ledger_user_find(ledger, "many", &user, &err);
    is_int(ledger_usage(ledger, user.id, now - 7200, now + 3600, USAGE_BY_MODEL, &sums, &count, &err), 0,
           "usage of one user");
    ok(count == 1 && sums[0].requests == 1116 - 110 && sums[0].cost == user.spent &&
           sums[0].usage.prompt == 990 * 10 + 16,
       "without the calls that failed");
    free(sums);
    is_int(ledger_usage(ledger, 0, 0, INT64_MAX, USAGE_BY_MODEL, &sums, &count, &err), 0, "usage of all");
    ok(count == 2 && sums[0].requests > 1006 && strcmp(sums[0].model, "demo-model") == 0 &&
           strcmp(sums[1].model, "units") == 0,
       "one sum for each model");
    ok(sums[1].usage.images == 1 && sums[1].usage.seconds == 7 && sums[1].usage.characters == 900 &&
           sums[1].usage.prompt == 0 && sums[0].usage.images == 0,
       "of each count");
    free(sums);
    ledger_usage(ledger, user.id, now - 100 * 3600, now - 50 * 3600, USAGE_BY_MODEL, &sums, &count, &err);
    is_int((long long)count, 0, "nothing in another time");
    free(sums);
    ledger_usage(ledger, user.id, now - now % 3600 + 7200, now + 9000, USAGE_BY_MODEL, &sums, &count, &err);
    is_int((long long)count, 0, "nor in the future");
    free(sums);
}

static void test_proof(struct ledger *ledger, int64_t open) {
    struct error err = {0};
    struct ledger_proof proof;
    is_int(ledger_check(ledger, &proof, &err), 0, "the ledger can be proved");
    is_int(proof.faults, 0, "and is right");
    is_int(proof.open, open, "open reservations");
    for (int i = 0; i < proof.faults && i < 8; i++)
        printf("# %s\n", proof.fault[i]);
    ok(proof.users >= 5 && proof.entries > 1116 && proof.spent > 0, "it has seen what there is");
}

/* ---- operations sent twice --------------------------------------------------- */

struct trial {
    struct book book;
    struct buf in, out;
};

static int apply(struct trial *trial, enum operation op, const unsigned char id[OPERATION_ID],
                 struct error *err) {
    bool wrote = false;
    struct unpack in = unpack_from(trial->in.data ? trial->in.data : "", trial->in.len);
    buf_clear(&trial->out);
    *err = (struct error){0};
    return book_apply(&trial->book, op, id, &in, &trial->out, &wrote, err);
}

static int apply_twice(struct trial *trial, enum operation op, unsigned number, const char *name) {
    unsigned char id[OPERATION_ID] = {0x7f, op, (unsigned char)number, (unsigned char)(number >> 8)};
    struct error err;
    struct buf first;
    buf_init(&first, 1 << 16);
    int rc = apply(trial, op, id, &err);
    buf_add(&first, trial->out.data ? trial->out.data : "", trial->out.len);
    int again = apply(trial, op, id, &err);
    ok(rc == 0 && again == 0 && first.len == trial->out.len &&
           (first.len == 0 || memcmp(first.data, trial->out.data, first.len) == 0),
       "%s: the same answer twice", name);
    if (rc < 0 || again < 0)
        printf("# %s\n", err.message);
    buf_free(&first);
    return rc;
}

static void pack_reserve(struct buf *in, const unsigned char hash[SECRET_HASH], int64_t prompt,
                         int64_t output, int64_t deadline) {
    buf_clear(in);
    struct credentials credentials = {.kind = BY_KEY};
    memcpy(credentials.hash, hash, SECRET_HASH);
    record_pack_credentials(in, &credentials);
    record_pack_price(in, &price);
    pack_text(in, "demo");
    pack_text(in, "twice");
    pack_text(in, "twice");
    pack_u(in, 0);
    pack_u(in, true);
    pack_i(in, prompt);
    pack_i(in, output);
    pack_i(in, 1);
    pack_i(in, 0);
    pack_i(in, 0);
    pack_i(in, 0);
    pack_i(in, 0);
    pack_u(in, false);
    pack_i(in, deadline);
}

static void pack_settle(struct buf *in, enum call_outcome outcome, const struct usage *usage, nanos cost) {
    struct call call = {.outcome = outcome,
                        .used.usage = *usage,
                        .status = 200,
                        .duration = 5,
                        .cost = cost,
                        .terms = {.provider = "demo", .model = "twice"}};
    buf_clear(in);
    call_pack_result(&call, in);
}

static struct user find_user(struct trial *trial, const char *name) {
    struct user user = {0};
    struct error err;
    unsigned char id[OPERATION_ID] = {0};
    buf_clear(&trial->in);
    pack_u(&trial->in, 0);
    pack_text(&trial->in, name);
    if (apply(trial, OP_USER_FIND, id, &err) == 0) {
        struct unpack in = unpack_from(trial->out.data, trial->out.len);
        record_unpack_user(&in, &user);
    }
    return user;
}

static void test_twice(struct trial *trial) {
    struct error err;
    struct user user;
    unsigned char hash[SECRET_HASH] = {42}, id[OPERATION_ID] = {0x7f, OP_RESERVE, 1};
    int64_t later = clock_mono_ms() + 60000;
    buf_clear(&trial->in);
    pack_text(&trial->in, "twice");
    for (int i = 0; i < 3; i++)
        pack_text(&trial->in, ""); /* password, plan, groups */
    pack_u(&trial->in, false);
    pack_i(&trial->in, 10 * DOLLAR);
    pack_u(&trial->in, false);
    apply_twice(trial, OP_USER_REGISTER, 1, "create");
    buf_clear(&trial->in);
    pack_u(&trial->in, 0); /* by name */
    pack_text(&trial->in, "twice");
    pack_i(&trial->in, DOLLAR);
    pack_text(&trial->in, "");
    pack_u(&trial->in, false);
    apply_twice(trial, OP_USER_CREDIT, 1, "credit");
    user = find_user(trial, "twice");
    is_int(user.credited, 11 * DOLLAR, "paid in once");

    struct key key = {.name = "k", .user = user.id, .limits.requests[PERIOD_EVER] = 5};
    buf_clear(&trial->in);
    record_pack_key(&trial->in, &key);
    pack_raw(&trial->in, hash, sizeof hash);
    apply_twice(trial, OP_KEY_CREATE, 1, "key");

    pack_reserve(&trial->in, hash, 1000, 1000, later);
    apply_twice(trial, OP_RESERVE, 1, "reserve");
    user = find_user(trial, "twice");
    is_int(user.reserved, 3000000, "reserved once");
    pack_reserve(&trial->in, hash, 1000, 1000, clock_mono_ms());
    id[2] = 9;
    ok(apply(trial, OP_RESERVE, id, &err) < 0 && err.kind == ERR_UNAVAILABLE,
       "too late, nothing is reserved");

    id[2] = 1;
    pack_settle(&trial->in, CALL_DONE, &(struct usage){.prompt = 1000, .output = 10}, 1020000);
    is_int(apply(trial, OP_SETTLE, id, &err), 0, "settled");
    pack_settle(&trial->in, CALL_INTERRUPTED, &(struct usage){.prompt = 1000}, 1000000);
    is_int(apply(trial, OP_SETTLE, id, &err), 0, "and again, differently");
    struct unpack in = unpack_from(trial->out.data, trial->out.len);
    is_int(unpack_i(&in), 1020000, "the first one counts");
    buf_clear(&trial->in);
    is_int(apply(trial, OP_RELEASE, id, &err), 0, "a release then does nothing");
    user = find_user(trial, "twice");
    ok(user.spent == 1020000 && user.reserved == 0 && user.entries == 1, "charged once");

    id[2] = 2;
    pack_reserve(&trial->in, hash, 1000, 1000, later);
    apply(trial, OP_RESERVE, id, &err);
    buf_clear(&trial->in);
    ok(apply(trial, OP_RELEASE, id, &err) == 0 && apply(trial, OP_RELEASE, id, &err) == 0, "released twice");
    user = find_user(trial, "twice");
    ok(user.spent == 1020000 && user.reserved == 0 && user.entries == 1, "is as if nothing had been");
    pack_settle(&trial->in, CALL_DONE, &(struct usage){.prompt = 1}, 1000);
    ok(apply(trial, OP_SETTLE, id, &err) < 0 && err.kind == ERR_NOT_FOUND, "and cannot be settled");

    struct call call = {
        .used.usage = {.prompt = 7}, .cost = 7000, .terms = {.user = user.id, .key = 1, .amount = 7000}};
    id[2] = 8;
    buf_clear(&trial->in);
    call_pack_result(&call, &trial->in);
    ok(apply(trial, OP_SETTLE, id, &err) == 0 && apply(trial, OP_SETTLE, id, &err) == 0,
       "a call whose hold is not known any more tells of it itself");
    user = find_user(trial, "twice");
    ok(user.spent == 1027000 && user.entries == 2, "and is charged once");
    call.terms.user = 4711;
    id[2] = 7;
    buf_clear(&trial->in);
    call_pack_result(&call, &trial->in);
    ok(apply(trial, OP_SETTLE, id, &err) < 0 && err.kind == ERR_NOT_FOUND, "unless it is nobody's");

    id[2] = 3;
    pack_reserve(&trial->in, hash, 1, 1, later);
    apply(trial, OP_RESERVE, id, &err);
    pack_settle(&trial->in, CALL_DONE,
                &(struct usage){.prompt = INT64_MAX,
                                .cache_read = -1,
                                .cache_write = INT64_MAX,
                                .output = INT64_MAX,
                                .reasoning = INT64_MIN,
                                .searches = INT64_MAX,
                                .requests = -1},
                INT64_MAX);
    is_int(apply(trial, OP_SETTLE, id, &err), 0, "absurd numbers are borne");
    user = find_user(trial, "twice");
    is_int(user.spent, INT64_MAX, "to the largest sum");
    pack_reserve(&trial->in, hash, 1, 0, later);
    id[2] = 4;
    ok(apply(trial, OP_RESERVE, id, &err) < 0 && err.kind == ERR_CREDIT, "which ends the credit");
}

/* One call from beginning to end. Returns whether it was admitted. */
static bool call_through(struct trial *trial, const unsigned char hash[SECRET_HASH], unsigned number) {
    unsigned char id[OPERATION_ID] = {0x01, 0, (unsigned char)number};
    struct error err;
    pack_reserve(&trial->in, hash, 1, 1, clock_mono_ms() + 60000);
    if (apply(trial, OP_RESERVE, id, &err) < 0)
        return false;
    pack_settle(&trial->in, CALL_DONE, &(struct usage){.prompt = 1}, 1);
    apply(trial, OP_SETTLE, id, &err);
    return true;
}

static void reopen(struct trial *trial) {
    struct error err = {0};
    book_close(&trial->book, false);
    book_open(&trial->book, directory, true, 1024, &err);
}

/* The clock of the machine is set back while a key has used the places of a period that lies ahead then. */
static void test_clock_set_back(struct trial *trial) {
    static const struct {
        enum period period;
        int64_t ahead; /* ms */
        int after;
        const char *name;
    } cases[] = {
        {PERIOD_HOUR, 0, 0, "set back a little: no more in that period"},
        {PERIOD_MONTH, INT64_C(200) * 86400000, 2, "set back from far ahead: two in the true period"},
    };
    const int64_t hour = 3600000;
    for (unsigned i = 0; i < COUNT(cases); i++) {
        unsigned char hash[SECRET_HASH] = {43, (unsigned char)i};
        unsigned char id[OPERATION_ID] = {0x7f, 77, (unsigned char)i};
        struct key key = {.name = "k", .user = find_user(trial, "many").id};
        int64_t now = clock_wall_ms();
        struct error err;
        key.limits.requests[cases[i].period] = 2;
        buf_clear(&trial->in);
        record_pack_key(&trial->in, &key);
        pack_raw(&trial->in, hash, sizeof hash);
        apply(trial, OP_KEY_CREATE, id, &err);
        trial->book.now = now - now % hour + hour + cases[i].ahead;
        int before = 0, after = 0;
        for (unsigned n = 0; n < 3; n++)
            before += call_through(trial, hash, 10 * i + n);
        is_int(before, 2, "two calls pass in a period");
        reopen(trial);
        for (unsigned n = 3; n < 9; n++)
            after += call_through(trial, hash, 10 * i + n);
        is_int(after, cases[i].after, cases[i].name);
    }
}

static void test_malformed(struct trial *trial) {
    struct error err;
    struct user before = find_user(trial, "many"), after;
    unsigned char hash[SECRET_HASH] = {42}, id[OPERATION_ID] = {0x7f, 99};
    pack_reserve(&trial->in, hash, 1, 1, clock_mono_ms() + 60000);
    size_t len = trial->in.len;
    int passed = 0;
    for (int op = 0; op < OP__MAX; op++)
        for (size_t cut = 0; cut < len; cut++) {
            trial->in.len = cut;
            id[2] = (unsigned char)cut;
            passed += apply(trial, op, id, &err) == 0;
        }
    after = find_user(trial, "many");
    ok(memcmp(&before, &after, sizeof before) == 0, "cut operations change nothing (%d were complete)",
       passed);
}

/* ---- planted faults ----------------------------------------------------------- */

static void plant(struct trial *trial,
                  void (*fault)(struct work *work, struct user *user, struct error *err)) {
    struct error err = {0};
    struct work work = {
        .book = &trial->book, .store = trial->book.store, .id = (const unsigned char *)"0123456789abcdef"};
    struct user user = find_user(trial, "many");
    buf_init(&work.scratch, 1 << 16);
    store_begin(work.store, &err);
    fault(&work, &user, &err);
    store_commit(work.store, &err);
    buf_free(&work.scratch);
}

static struct ledger_proof prove(struct trial *trial) {
    struct ledger_proof proof = {0};
    struct error err;
    unsigned char id[OPERATION_ID];
    secret_random(id, sizeof id);
    buf_clear(&trial->in);
    bool done = false;
    while (!done && apply(trial, OP_CHECK, id, &err) == 0) {
        struct unpack in = unpack_from(trial->out.data, trial->out.len);
        int64_t *numbers[] = {&proof.users, &proof.keys,     &proof.entries, &proof.open,
                              &proof.spent, &proof.reserved, &proof.faults};
        done = unpack_u(&in);
        for (size_t i = 0; done && i < COUNT(numbers); i++)
            *numbers[i] = unpack_i(&in);
        for (size_t i = 0; done && i < COUNT(proof.fault); i++)
            unpack_text(&in, proof.fault[i], sizeof proof.fault[i]);
    }
    return proof;
}

static void more_spent(struct work *work, struct user *user, struct error *err) {
    user->spent++;
    account_write(work, user, err);
}

/* The one with the hash of test_twice(). */
static void find_key(struct work *work, struct key *key, struct error *err) {
    unsigned char hash[SECRET_HASH] = {42};
    uint64_t id = 0;
    key_id_of(work, hash, &id, err);
    key_read(work, id, key, err);
}

static void more_used(struct work *work, struct user *user, struct error *err) {
    struct key key;
    (void)user;
    find_key(work, &key, err);
    key.windows.at[PERIOD_EVER].requests++;
    key_write(work, &key, err);
}

static void more_credit(struct work *work, struct user *user, struct error *err) {
    user->credited++;
    account_write(work, user, err);
}

static void fewer_entries(struct work *work, struct user *user, struct error *err) {
    struct buf key, value;
    buf_init(&key, 1 << 16);
    buf_init(&value, 1 << 16);
    if (store_next(work->store, TABLE_ENTRIES, NULL, 0, &key, &value, err) > 0)
        store_delete(work->store, TABLE_ENTRIES, key.data, key.len, err);
    (void)user;
    buf_free(&key);
    buf_free(&value);
}

static void stray_reservation(struct work *work, struct user *user, struct error *err) {
    struct hold hold = {.user = 4711, .amount = 5};
    (void)user, (void)err;
    holds_add(work->book->holds, &hold);
}

static void more_of_key(struct work *work, struct user *user, struct error *err) {
    struct key key;
    (void)user;
    find_key(work, &key, err);
    key.spent++;
    key_write(work, &key, err);
}

static void more_tokens(struct work *work, struct user *user, struct error *err) {
    user->windows.at[PERIOD_EVER].tokens++;
    account_write(work, user, err);
}

static void wrong_aggregate(struct work *work, struct user *user, struct error *err) {
    struct entry entry = {.user = user->id, .admitted = 3600000, .cost = 1, .model = "x"};
    struct usage_row row;
    usage_row_init(&row);
    usage_add(work, &row, &entry, err);
    usage_write(work, &row, err);
    usage_row_free(&row);
}

static void test_faults(struct trial *trial) {
    static const struct {
        const char *says;
        void (*fault)(struct work *work, struct user *user, struct error *err);
    } faults[] = {
        {"many: money spent", more_spent},    {"many: aggregated requests", wrong_aggregate},
        {"many: money paid in", more_credit}, {"(k): requests in all", more_used},
        {"(k): money spent", more_of_key},    {"many: tokens in all", more_tokens},
        {"user 4711", stray_reservation},     {"number of entries", fewer_entries},
    };
    struct ledger_proof proof = prove(trial);
    int64_t before = proof.faults;
    is_int(before, 0, "no fault before one is planted");
    for (size_t i = 0; i < COUNT(faults); i++) {
        plant(trial, faults[i].fault);
        proof = prove(trial);
        bool said = false;
        for (size_t n = 0; n < COUNT(proof.fault); n++)
            said |= strstr(proof.fault[n], faults[i].says) != NULL;
        ok(proof.faults > before && said, "a planted fault is found: %s", faults[i].says);
        before = proof.faults;
    }
    struct error err;
    unsigned char one[OPERATION_ID] = {1}, other[OPERATION_ID] = {2};
    buf_clear(&trial->in);
    ok(apply(trial, OP_CHECK, one, &err) == 0 && apply(trial, OP_CHECK, other, &err) < 0 &&
           err.kind == ERR_CONFLICT,
       "two proofs do not disturb each other");
}

/* A database of another version is not touched. Ends the book. */
static void test_other_schema(struct book *book) {
    static const struct {
        unsigned schema;
        const char *says;
    } rows[] = {{BOOK_SCHEMA - 1, "by an older version"}, {BOOK_SCHEMA + 1, "by a newer version"}};
    struct error err = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf value;
        buf_init(&value, 16);
        pack_u(&value, rows[i].schema);
        bool put = store_begin(book->store, &err) == 0 &&
                   store_put(book->store, TABLE_META, "schema", 6, &value, &err) == 0 &&
                   store_commit(book->store, &err) == 0;
        book_close(book, false);
        ok(put && book_open(book, directory, true, 1024, &err) < 0 && err.kind == ERR_UNAVAILABLE &&
               strstr(err.message, rows[i].says) != NULL,
           "a database %s: %s", rows[i].says, err.message);
        buf_free(&value);
        err = (struct error){0};
        book->store = store_open(directory, false, 1024, &err);
    }
    store_close(book->store, false);
}

/* Counts that are 0 take a bit each, and what all calls have no more than a byte for all of those. */
static void test_packed_usage(void) {
    struct buf out;
    buf_init(&out, 1000);
    record_pack_usage(&out, &(struct usage){0});
    is_int((long long)out.len, 1, "bytes of no usage");
    buf_clear(&out);
    record_pack_usage(&out, &(struct usage){.prompt = 1, .output = 1, .requests = 1, .reasoning = 1});
    is_int((long long)out.len, 5, "bytes of four small counts");
    for (size_t i = 0; i < USAGE_COUNTS; i++) {
        struct usage usage = {0}, again;
        *usage_at(&usage, i) = INT64_C(1) << 40;
        buf_clear(&out);
        record_pack_usage(&out, &usage);
        struct unpack in = unpack_from(out.data, out.len);
        record_unpack_usage(&in, &again);
        ok(!in.bad && in.at == in.end && memcmp(&usage, &again, sizeof usage) == 0, "%s is what it was",
           usage_counts[i].name);
    }
    buf_clear(&out);
    pack_u(&out, UINT64_C(1) << USAGE_COUNTS);
    pack_i(&out, 1);
    struct unpack in = unpack_from(out.data, out.len);
    struct usage usage;
    record_unpack_usage(&in, &usage);
    ok(in.bad, "a count that this version does not know is refused");
    buf_free(&out);
}

/* A price is whole again, whatever its rates have in common. */
static void test_packed_price(void) {
    struct price prices[3] = {{.base = {.input = 5}}, {.base = {.input = 1, .output = 2}}}, again;
    rates_complete(&prices[1].base, 3);
    for (size_t i = 0; i < RATES; i++) {
        *rate_at(&prices[2].base, i) = (nanos)i;
        *rate_at(&prices[2].tier, i) = (nanos)(i % 3);
    }
    prices[2].tier_from = 7;
    for (size_t i = 0; i < COUNT(prices); i++) {
        struct buf out;
        buf_init(&out, 1000);
        record_pack_price(&out, &prices[i]);
        struct unpack in = unpack_from(out.data, out.len);
        record_unpack_price(&in, &again);
        ok(!in.bad && in.at == in.end && memcmp(&again, &prices[i], sizeof again) == 0,
           "price %zu of %zu bytes", i, out.len);
        buf_free(&out);
    }
}

static void test_book(void) {
    struct trial trial;
    struct error err = {0};
    buf_init(&trial.in, 1 << 16);
    buf_init(&trial.out, 1 << 16);
    if (!ok(book_open(&trial.book, directory, true, 1024, &err) == 0, "the book opens"))
        printf("# %s\n", err.message);
    test_twice(&trial);
    test_clock_set_back(&trial);
    test_malformed(&trial);
    reopen(&trial);
    test_faults(&trial);
    test_other_schema(&trial.book);
    buf_free(&trial.in);
    buf_free(&trial.out);
}

/* Calls of several users and keys that end in a mixed order share transactions. */
static void test_mixed(void) {
    struct ledger *ledger = open_ledger();
    struct error err = {0};
    struct user users[3];
    struct key keys[3];
    unsigned char hash[3][SECRET_HASH];
    for (int i = 0; i < 3; i++) {
        char name[] = {'m', 'i', 'x', (char)('a' + i), '\0'};
        ledger_user_create(ledger, name, i ? 1000 * DOLLAR : -1, &users[i], &err);
        make_key(ledger, users[i].id, i * 1000, PERIOD_EVER, &keys[i], hash[i]);
    }
    int64_t settled[3] = {0};
    for (int round = 0; round < 20; round++) {
        struct call *calls[10];
        struct call_grant grant;
        for (int i = 0; i < 10; i++)
            reserve(ledger, hash[(i + round) % 3], 10, 10, &calls[i], &grant, &err);
        for (int i = 9; i >= 0; i--) {
            bool failed = (i + round) % 5 == 0;
            settle(ledger, calls[i], failed ? CALL_FAILED : CALL_DONE, 10, i);
            settled[(i + round) % 3] += !failed;
        }
    }
    for (int i = 0; i < 3; i++) {
        struct usage_sum *sums;
        size_t count;
        ledger_user_find(ledger, users[i].name, &users[i], &err);
        ledger_key_find(ledger, keys[i].id, &keys[i], &err);
        ledger_usage(ledger, users[i].id, 0, INT64_MAX, USAGE_BY_MODEL, &sums, &count, &err);
        ok(count == 1 && sums[0].requests == settled[i] && sums[0].cost == users[i].spent &&
               users[i].reserved == 0 && keys[i].windows.at[PERIOD_EVER].requests == settled[i] &&
               keys[i].spent == users[i].spent,
           "each user is charged for its own calls");
        free(sums);
    }
    test_proof(ledger, 0);
    ledger_free(ledger);
}

/* A call that cost more than it held leaves less to the next one, at once. */
static void test_over(void) {
    struct ledger *ledger = open_ledger();
    struct error err = {0};
    struct user user;
    struct key key;
    struct call *call;
    struct call_grant grant;
    unsigned char hash[SECRET_HASH];
    ledger_user_create(ledger, "over", 1000000, &user, &err); /* 1,000 tokens in */
    make_key(ledger, user.id, 0, PERIOD_EVER, &key, hash);
    is_int(reserve(ledger, hash, 100, 0, &call, &grant, &err), 0, "a call holds a tenth of the balance");
    settle(ledger, call, CALL_DONE, 1050, 0);
    ok(reserve(ledger, hash, 800, 0, &call, &grant, &err) < 0 && err.kind == ERR_CREDIT,
       "it cost more than all: no other one passes");
    is_int(reserve(ledger, hash, 1, 0, &call, &grant, &err), -1, "however small");
    ledger_free(ledger);
}

/* What the calls of a living process hold counts under the next keeper. */
static void test_new_keeper(void) {
    struct ledger *mine = open_ledger(), *other = open_ledger();
    struct error err = {0};
    struct user user;
    struct key key;
    struct call *calls[2], *more;
    struct call_grant grant;
    unsigned char hash[SECRET_HASH];
    ledger_user_create(mine, "new keeper", DOLLAR, &user, &err);
    make_key(mine, user.id, 2, PERIOD_EVER, &key, hash);
    for (int i = 0; i < 2; i++)
        is_int(reserve(mine, hash, 10, 10, &calls[i], &grant, &err), 0, "a call begins");
    call_forwarded(calls[1]);
    ledger_hand_over(mine);
    is_int(ledger_ping(other, &err), 0, "another process becomes the keeper");
    ledger_user_find(other, "new keeper", &user, &err);
    is_int(user.reserved, 2 * grant.amount, "it knows the money that is held");
    ledger_key_find(other, key.id, &key, &err);
    is_int(key.reserved, 2 * grant.amount, "also that of the key");
    ok(reserve(other, hash, 10, 10, &more, &grant, &err) < 0 && err.kind == ERR_LIMIT, "no third place");
    settle(mine, calls[0], CALL_FAILED, 0, 0);
    settle(mine, calls[1], CALL_DONE, 10, 3);
    err = (struct error){0};
    is_int(reserve(other, hash, 10, 10, &more, &grant, &err), 0, "one failed: its place is free");
    settle(other, more, CALL_DONE, 10, 3);
    ledger_user_find(mine, "new keeper", &user, &err);
    ok(user.entries == 3 && user.spent == 32000 && user.reserved == 0, "each is charged once");
    test_proof(mine, 0);
    ledger_free(mine);
    ledger_free(other);
}

/* Calls that were open when their process left the ledger are finished by the next keeper. */
static void test_left(void) {
    struct ledger *ledger = open_ledger();
    struct error err = {0};
    struct user user;
    struct key key;
    struct call *call;
    struct call_grant grant;
    unsigned char hash[SECRET_HASH];
    ledger_user_create(ledger, "left", -1, &user, &err);
    make_key(ledger, user.id, 10, PERIOD_EVER, &key, hash);
    reserve(ledger, hash, 10, 10, &call, &grant, &err);
    reserve(ledger, hash, 10, 10, &call, &grant, &err);
    call_forwarded(call);
    call_progress(call, &(struct usage){.prompt = 10, .output = 3});
    ledger_free(ledger);

    ledger = open_ledger();
    ledger_user_find(ledger, "left", &user, &err);
    ok(user.entries == 1 && user.spent == 16000 && user.reserved == 0, "left calls are finished");
    struct entry entry;
    ok(ledger_entry_next(ledger, NULL, user.id, &entry, &err) == 0 && entry.outcome == CALL_INTERRUPTED &&
           entry.estimated,
       "as interrupted");
    struct call_id first = entry.id;
    ledger_key_find(ledger, key.id, &key, &err);
    is_int(key.windows.at[PERIOD_EVER].requests, 1, "only what was forwarded keeps its place");
    is_int(ledger_ping(ledger, &err), 0, "and the ledger answers");
    test_proof(ledger, 0);

    struct call_ask ask = ask_units(hash);
    ask.images = 3;
    ask.seconds = 60;
    ask.characters = 1000;
    ledger_reserve(ledger, &ask, &call, &grant, &err);
    call_forwarded(call);
    ledger_reserve(ledger, &ask, &call, &grant, &err);
    call_progress(call, &(struct usage){.images = 2, .seconds = 5, .requests = 1});
    call_forwarded(call);
    ledger_free(ledger);
    ledger = open_ledger();
    ledger_user_find(ledger, "left", &user, &err);
    is_int(user.spent, 16000 + 15000000 + 80000000 + 500000,
           "what is not tokens is charged as was noted, the characters as they were asked for");
    ok(user.reserved == 0 && ledger_entry_next(ledger, &first, user.id, &entry, &err) == 0 &&
           entry.usage.characters == 1000 && entry.usage.images == 0,
       "and stands in the entries");
    test_proof(ledger, 0);
    ledger_free(ledger);
}

int main(void) {
    if (secret_start() < 0)
        return 99;
    tempdir_make(directory);
    struct ledger *ledger = open_ledger();
    test_packed_usage();
    test_packed_price();
    test_users(ledger);
    test_keys(ledger);
    test_deleted_user(ledger);
    test_money(ledger);
    test_requests(ledger);
    test_units(ledger);
    test_cap(ledger);
    test_many_calls(ledger);
    test_entries(ledger);
    test_usage(ledger);
    test_proof(ledger, 0);
    ledger_hand_over(ledger);
    test_proof(ledger, 0);
    ledger_free(ledger);
    test_mixed();
    test_over();
    test_new_keeper();
    test_left();
    test_book();
    tempdir_remove(directory);
    return tap_done();
}
