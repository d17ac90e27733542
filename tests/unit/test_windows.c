/* Who may call, what and how much: the keeper's decisions, with a clock that the test sets. */
#include <string.h>

#include "base/clock.h"
#include "base/network.h"
#include "ledger/holds.h"
#include "ledger/operation.h"
#include "ledger/record.h"
#include "ledger/slot.h"
#include "tap.h"
#include "tempdir.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define DOLLAR       NANOS_PER_DOLLAR
#define MINUTE       INT64_C(60000)

static char directory[TEMPDIR_PATH];
static struct book book;
static struct buf in, out;
static unsigned char next_id[OPERATION_ID];

/* 1,000 nano-dollars a token. */
static const struct price price = {
    .base = {.input = DOLLAR, .output = DOLLAR, .cache_read = DOLLAR, .cache_write = DOLLAR}};

static int apply(enum operation op, const unsigned char id[OPERATION_ID], struct error *err) {
    struct unpack arguments = unpack_from(in.data ? in.data : "", in.len);
    bool wrote = false;
    buf_clear(&out);
    *err = (struct error){0};
    return book_apply(&book, op, id, &arguments, &out, &wrote, err);
}

static const unsigned char *fresh_id(void) {
    for (int i = OPERATION_ID - 1; i >= 0 && ++next_id[i] == 0; i--)
        ;
    return next_id;
}

static struct unpack answer(void) {
    return unpack_from(out.data ? out.data : "", out.len);
}

/* ---- users, plans, keys ---------------------------------------------------------- */

static struct user make_user(const char *name, nanos credit, const char *plan) {
    struct user user = {0};
    struct error err;
    buf_clear(&in);
    pack_text(&in, name);
    for (int i = 0; i < 3; i++)
        pack_text(&in, ""); /* password, plan, groups */
    pack_u(&in, false);
    pack_i(&in, credit);
    pack_u(&in, false);
    apply(OP_USER_REGISTER, fresh_id(), &err);
    snprintf(user.plan, sizeof user.plan, "%s", plan);
    buf_clear(&in);
    pack_u(&in, 0); /* by name */
    pack_text(&in, name);
    pack_u(&in, USER_PLAN);
    record_pack_user(&in, &user);
    if (!ok(apply(OP_USER_UPDATE, fresh_id(), &err) == 0, "a user: %s", name))
        printf("# %s\n", err.message);
    struct unpack got = answer();
    record_unpack_user(&got, &user);
    return user;
}

static void put_plan(const struct plan *plan) {
    struct error err;
    buf_clear(&in);
    record_pack_plan(&in, plan);
    if (apply(OP_PLAN_PUT, fresh_id(), &err) < 0)
        printf("# %s\n", err.message);
}

/* Its text's hash is its name. */
static void hash_of(const char *name, unsigned char hash[SECRET_HASH]) {
    secret_hash(name, strlen(name), hash);
}

static int make_key(struct key *key, struct error *err) {
    unsigned char hash[SECRET_HASH];
    hash_of(key->name, hash);
    buf_clear(&in);
    record_pack_key(&in, key);
    pack_raw(&in, hash, sizeof hash);
    int rc = apply(OP_KEY_CREATE, fresh_id(), err);
    struct unpack got = answer();
    if (rc == 0)
        record_unpack_key(&got, key);
    return rc;
}

static struct key find_key(uint64_t id) {
    struct key key;
    struct error err;
    buf_clear(&in);
    pack_u(&in, id);
    apply(OP_KEY_FIND, fresh_id(), &err);
    struct unpack got = answer();
    record_unpack_key(&got, &key);
    return key;
}

/* ---- calls -------------------------------------------------------------------------- */

struct attempt {
    const char *key, *model, *address;
    const struct group_offer *offers;
    size_t offer_count;
    bool not_for_all, fixed;
    int64_t prompt, output, images;
    unsigned char id[OPERATION_ID];
    struct hold hold; /* when it passed */
    struct error err;
};

static void pack_attempt(const struct attempt *attempt, const struct credentials *credentials) {
    buf_clear(&in);
    record_pack_credentials(&in, credentials);
    record_pack_price(&in, &price);
    pack_text(&in, "demo");
    pack_text(&in, attempt->model ? attempt->model : "model");
    pack_text(&in, "target");
    pack_u(&in, attempt->offer_count);
    for (size_t i = 0; i < attempt->offer_count; i++) {
        pack_text(&in, attempt->offers[i].group);
        pack_i(&in, attempt->offers[i].per_mille);
    }
    pack_u(&in, !attempt->not_for_all);
    pack_i(&in, attempt->prompt);
    pack_i(&in, attempt->output);
    pack_i(&in, 1);
    pack_i(&in, 0);
    pack_i(&in, attempt->images);
    pack_i(&in, 0);
    pack_i(&in, 0);
    pack_u(&in, attempt->fixed);
    pack_i(&in, clock_mono_ms() + 60000);
}

static bool passes_as(struct attempt *attempt, const struct credentials *credentials) {
    pack_attempt(attempt, credentials);
    memcpy(attempt->id, fresh_id(), OPERATION_ID);
    bool passed = apply(OP_RESERVE, attempt->id, &attempt->err) == 0;
    struct unpack got = answer();
    attempt->hold = (struct hold){0};
    if (passed)
        record_unpack_hold(&got, &attempt->hold);
    return passed;
}

static bool passes(struct attempt *attempt) {
    struct credentials credentials = {.kind = BY_KEY};
    hash_of(attempt->key, credentials.hash);
    if (attempt->address)
        credentials.origin.known = network_address(attempt->address, credentials.origin.network);
    return passes_as(attempt, &credentials);
}

static void settle(const struct attempt *attempt, enum call_outcome outcome, int64_t prompt, int64_t output) {
    struct error err;
    struct call call = {.outcome = outcome,
                        .used.usage = {.prompt = prompt, .output = output},
                        .status = 200,
                        .duration = 5,
                        .terms = {.provider = "demo", .model = "model", .price = price}};
    call.cost = price_cost(&price, attempt->hold.per_mille, &call.used.usage);
    buf_clear(&in);
    call_pack_result(&call, &in);
    if (apply(OP_SETTLE, attempt->id, &err) < 0)
        printf("# %s\n", err.message);
}

/* Sets the clock to the beginning of a month that has not begun yet, so that what was before is over. */
static void next_month(void) {
    book.now = 1000 * period_after(PERIOD_MONTH, period_start(PERIOD_MONTH, book.now / 1000), 1);
}

/* ---- limits of requests ---------------------------------------------------------------- */

static int pass_all(struct attempt *attempt, int times, enum call_outcome outcome) {
    int passed = 0;
    for (int i = 0; i < times; i++)
        if (passes(attempt)) {
            settle(attempt, outcome, attempt->prompt, attempt->output);
            passed++;
        }
    return passed;
}

static void test_requests(void) {
    static const int64_t seconds[PERIOD__MAX] = {60, 3600, 86400};
    struct user user = make_user("requests", -1, "");
    for (enum period period = 0; period < PERIOD__MAX; period++) {
        struct error err;
        struct key key = {.user = user.id};
        struct attempt attempt = {.key = key.name, .prompt = 1, .output = 1};
        snprintf(key.name, sizeof key.name, "each %s", period_name(period));
        key.limits.requests[period] = 3;
        make_key(&key, &err);
        next_month();
        book.now += 5000;
        int64_t start = period_start(period, book.now / 1000);
        is_int(pass_all(&attempt, 10, CALL_DONE), 3, key.name);
        ok(attempt.err.kind == ERR_LIMIT && strcmp(attempt.err.code, "rate_limit_exceeded") == 0, "says why");
        int64_t wait = period_after(period, start, 1) - book.now / 1000;
        is_int(attempt.err.retry_after, period == PERIOD_EVER ? 0 : wait, "and for how long");
        if (seconds[period])
            is_int(wait, seconds[period] - 5, "to the window's end");
        if (period == PERIOD_EVER)
            continue;
        book.now += 1000 * (int64_t)attempt.err.retry_after - 1;
        is_int(pass_all(&attempt, 1, CALL_DONE), 0, "not a moment before");
        book.now++;
        is_int(pass_all(&attempt, 10, CALL_DONE), 3, "then there is room again");
        next_month();
        is_int(pass_all(&attempt, 10, CALL_FAILED), 10, "what fails takes no place");
    }
}

static void test_at_once(void) {
    struct user user = make_user("at once", -1, "");
    struct error err;
    struct key key = {.name = "two at once", .user = user.id, .limits.calls = 2};
    struct attempt first = {.key = key.name, .prompt = 1, .output = 1}, second = first, third = first;
    make_key(&key, &err);
    ok(passes(&first) && passes(&second), "two run");
    ok(!passes(&third) && third.err.kind == ERR_LIMIT && third.err.retry_after == 1, "a third waits");
    settle(&first, CALL_DONE, 1, 1);
    ok(passes(&third), "until one has ended");
    settle(&second, CALL_DONE, 1, 1);
    settle(&third, CALL_DONE, 1, 1);
}

/* ---- plans and tokens --------------------------------------------------------------------- */

static void test_tokens(void) {
    struct plan plan = {.name = "tokens", .limits.tokens[PERIOD_MINUTE] = 10000};
    put_plan(&plan);
    struct user user = make_user("tokens", -1, "tokens");
    struct error err;
    struct key key = {.name = "first of tokens", .user = user.id},
               other = {.name = "second", .user = user.id};
    make_key(&key, &err);
    make_key(&other, &err);
    next_month();
    struct attempt one = {.key = key.name, .prompt = 1000, .output = 100000};
    struct attempt two = {.key = other.name, .prompt = 1000, .output = 1000};
    ok(passes(&one) && one.hold.tokens == 2024, "the usual length of an answer is held");
    ok(one.hold.output == 100000, "the answer may be as long as was asked for");
    ok(passes(&two) && two.hold.tokens == 2000, "a short one for what it may be at most");
    two.prompt = 5977;
    two.output = 0;
    ok(!passes(&two) && two.err.kind == ERR_LIMIT, "more than is left does not pass, of whatever key");
    two.prompt = 5976;
    ok(passes(&two), "exactly as much does");
    settle(&two, CALL_DONE, 5976, 0);
    settle(&one, CALL_DONE, 1000, 30000);
    one.prompt = 1;
    one.output = 0;
    ok(!passes(&one), "one used far more than was held: nothing passes");
    is_int(one.err.retry_after, 180, "for as many minutes as make up for it");
    book.now += 180 * 1000 - 1;
    ok(!passes(&one), "not before");
    book.now++;
    ok(passes(&one), "then it does");
    settle(&one, CALL_DONE, 1, 0);
    one.prompt = 10001;
    ok(!passes(&one) && one.err.kind == ERR_LIMIT && one.err.retry_after == 0,
       "what never fits is not told to wait");
    plan.limits.tokens[PERIOD_MINUTE] = 20000;
    put_plan(&plan);
    ok(passes(&one), "a plan that changes does so at once");
    settle(&one, CALL_DONE, 10001, 0);
}

static void test_strict(void) {
    struct plan plan = {.name = "strict", .strict = true, .limits.tokens[PERIOD_DAY] = 10000};
    put_plan(&plan);
    struct user user = make_user("strict", -1, "strict");
    struct error err;
    struct key key = {.name = "key of strict", .user = user.id};
    make_key(&key, &err);
    next_month();
    struct attempt one = {.key = key.name, .prompt = 100, .output = 5000}, two = one;
    ok(passes(&one) && one.hold.tokens == 5100, "the longest answer is held");
    ok(passes(&two) && two.hold.output == 4800 && two.hold.tokens == 4900,
       "the next one may be as long as is left");
    struct attempt three = {.key = key.name, .prompt = 0, .output = 0};
    ok(passes(&three), "what takes nothing passes still");
    settle(&three, CALL_FAILED, 0, 0);
    three.prompt = 1;
    three.output = 50000;
    int64_t day = period_after(PERIOD_DAY, period_start(PERIOD_DAY, book.now / 1000), 1);
    ok(!passes(&three) && three.err.kind == ERR_LIMIT, "nothing else does");
    is_int(three.err.retry_after, day - book.now / 1000,
           "until the next day, in which it would be shortened");
    settle(&one, CALL_DONE, 100, 0);
    three.output = 300;
    ok(passes(&three), "what was not used is free again");
    settle(&two, CALL_DONE, 100, 4800);
    settle(&three, CALL_DONE, 1, 300);
    book.now = 1000 * day;
    three.output = 50000;
    ok(passes(&three) && three.hold.output == 9999, "as long as the whole limit");
    settle(&three, CALL_DONE, 1, 300);
    three.fixed = true;
    ok(!passes(&three) && three.err.kind == ERR_LIMIT, "but not one that cannot be shortened");
    three.output = 5000;
    three.images = 1000000;
    ok(passes(&three) && three.hold.output == 5000 && three.hold.tokens == 5001,
       "which is held as it is; images are no tokens");
    settle(&three, CALL_DONE, 1, 300);
}

/* A limit that comes counts what runs already. */
static void test_plan_meanwhile(void) {
    struct plan plan = {.name = "later"};
    put_plan(&plan);
    struct user user = make_user("later", -1, "later");
    struct error err;
    struct key key = {.name = "key of later", .user = user.id};
    make_key(&key, &err);
    next_month();
    struct attempt one = {.key = key.name, .prompt = 500, .output = 500}, two = one;
    ok(passes(&one) && one.hold.tokens == 1000, "tokens are held though nothing limits them");
    plan.limits.tokens[PERIOD_HOUR] = 1500;
    plan.limits.requests[PERIOD_HOUR] = 5;
    put_plan(&plan);
    ok(!passes(&two) && two.err.kind == ERR_LIMIT, "the new limit counts them");
    settle(&one, CALL_DONE, 500, 0);
    ok(passes(&two), "and what they used");
    settle(&two, CALL_DONE, 500, 500);
    two.prompt = 1;
    two.output = 0;
    ok(!passes(&two), "to the last token");
}

static void test_rules(void) {
    struct plan plan = {
        .name = "rules",
        .limits.requests[PERIOD_DAY] = 100,
        .rule_count = 2,
        .rules = {{"gpt-*", {.requests[PERIOD_DAY] = 2}}, {"demo/target", {.requests[PERIOD_DAY] = 5}}}};
    put_plan(&plan);
    struct user user = make_user("rules", -1, "rules"), other = make_user("other", -1, "rules");
    struct error err;
    struct key keys[] = {
        {.name = "r1", .user = user.id}, {.name = "r2", .user = user.id}, {.name = "r3", .user = other.id}};
    for (size_t i = 0; i < COUNT(keys); i++)
        make_key(&keys[i], &err);
    next_month();
    struct attempt attempt = {.key = "r1", .model = "gpt-5", .prompt = 1, .output = 1};
    is_int(pass_all(&attempt, 1, CALL_DONE), 1, "one by the first key");
    attempt.key = "r2";
    attempt.model = "gpt-4o";
    is_int(pass_all(&attempt, 5, CALL_DONE), 1, "one more by the other: they are counted together");
    ok(strstr(attempt.err.message, "this model") != NULL, "it says that it is the model");
    attempt.model = "alias";
    is_int(pass_all(&attempt, 10, CALL_DONE), 5, "a rule sees through an alias");
    attempt.key = "r3";
    attempt.model = "gpt-5";
    is_int(pass_all(&attempt, 5, CALL_DONE), 2, "another user has limits of its own");
}

/* ---- what a key may do ------------------------------------------------------------------------ */

static void test_key_rights(void) {
    struct user user = make_user("rights", -1, "");
    struct error err;
    int64_t now = book.now / 1000;
    struct key keys[] = {
        {.name = "models", .user = user.id, .models = "fast gpt-5*"},
        {.name = "target", .user = user.id, .models = "demo/*"},
        {.name = "networks", .user = user.id, .networks = "10.0.0.0/8 2001:db8::/32"},
        {.name = "expired", .user = user.id, .expires = now},
        {.name = "fresh", .user = user.id, .expires = now + 100000},
    };
    for (size_t i = 0; i < COUNT(keys); i++)
        is_int(make_key(&keys[i], &err), 0, keys[i].name);
    static const struct {
        const char *key, *model, *address, *code; /* NULL: it passes */
    } cases[] = {
        {"models", "fast", NULL, NULL},
        {"models", "gpt-5.5", NULL, NULL},
        {"models", "gpt-4", NULL, "model_not_allowed"},
        {"models", "Fast", NULL, "model_not_allowed"},
        {"target", "any alias", NULL, NULL},
        {"networks", "fast", "10.1.2.3", NULL},
        {"networks", "fast", "::ffff:10.1.2.3", NULL},
        {"networks", "fast", "2001:db8::1", NULL},
        {"networks", "fast", "11.1.2.3", "network_not_allowed"},
        {"networks", "fast", NULL, "network_not_allowed"},
        {"expired", "fast", NULL, "key_expired"},
        {"fresh", "fast", NULL, NULL},
        {"unknown", "fast", NULL, "invalid_api_key"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct attempt attempt = {
            .key = cases[i].key, .model = cases[i].model, .address = cases[i].address, .prompt = 1};
        bool passed = passes(&attempt);
        ok(passed == !cases[i].code && (passed || strcmp(attempt.err.code, cases[i].code) == 0),
           "%s, %s from %s: %s", cases[i].key, cases[i].model,
           cases[i].address ? cases[i].address : "nowhere", passed ? "passes" : attempt.err.code);
        if (passed)
            settle(&attempt, CALL_DONE, 1, 0);
    }
}

static void test_bad_keys(void) {
    struct user user = make_user("bad", -1, "");
    const struct key keys[] = {
        {.name = "a", .user = user.id, .limits.tokens[PERIOD_DAY] = -1},
        {.name = "b", .user = user.id, .capped = true, .credit = -1},
        {.name = "c", .user = user.id, .expires = -1},
        {.name = "d", .user = user.id, .models = "two  blanks"},
        {.name = "e", .user = user.id, .models = " first"},
        {.name = "f", .user = user.id, .groups = "a\nb"},
        {.name = "g", .user = user.id, .groups = "a-group-with-a-name-that-is-too-long"},
        {.name = "h", .user = user.id, .networks = "10.0.0.1/8"},
        {.name = "i", .user = user.id, .networks = "nowhere"},
    };
    for (size_t i = 0; i < COUNT(keys); i++) {
        struct key key = keys[i];
        struct error err;
        ok(make_key(&key, &err) < 0 && err.kind == ERR_REQUEST, "refused: %s", err.message);
    }
}

static void give_groups(struct user *user, const char *groups) {
    struct error err;
    snprintf(user->groups, sizeof user->groups, "%s", groups);
    buf_clear(&in);
    pack_u(&in, user->id);
    pack_text(&in, "");
    pack_u(&in, USER_GROUPS);
    record_pack_user(&in, user);
    apply(OP_USER_UPDATE, fresh_id(), &err);
}

static void test_groups(void) {
    static const struct group_offer offers[] = {{"vip", 500}, {"slow", 2000}, {"free", 0}};
    struct user user = make_user("groups", -1, ""), small = make_user("few groups", -1, "");
    struct error err;
    give_groups(&user, "default vip slow free other");
    static const struct {
        const char *groups;
        bool for_all;
        const char *group; /* NULL: refused */
        int per_mille;
    } cases[] = {
        {"", true, "default", 1000},      {"", false, "vip", 500},
        {"vip", false, "vip", 500},       {"slow vip", false, "slow", 2000},
        {"other vip", false, "vip", 500}, {"other vip", true, "other", 1000},
        {"other", false, NULL, 0},        {"free", true, "free", 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct key key = {.user = user.id};
        struct attempt attempt = {.key = key.name,
                                  .offers = offers,
                                  .offer_count = COUNT(offers),
                                  .not_for_all = !cases[i].for_all,
                                  .prompt = 100};
        snprintf(key.name, sizeof key.name, "group %zu", i);
        snprintf(key.groups, sizeof key.groups, "%s", cases[i].groups);
        make_key(&key, &err);
        bool passed = passes(&attempt);
        ok(passed == (cases[i].group != NULL) && (passed ? strcmp(attempt.hold.group, cases[i].group) == 0 &&
                                                               attempt.hold.per_mille == cases[i].per_mille &&
                                                               attempt.hold.amount == 100 * cases[i].per_mille
                                                         : attempt.err.kind == ERR_PERMISSION),
           "\"%s\": %s", cases[i].groups, passed ? attempt.hold.group : "not offered");
        if (passed)
            settle(&attempt, CALL_DONE, 100, 0);
        key = find_key(key.id);
        is_int(key.spent, passed ? 100 * cases[i].per_mille : 0, "what it pays");
    }

    struct key key = {.name = "lost", .user = user.id, .groups = "vip"},
               none = {.name = "never", .user = small.id, .groups = "vip"};
    struct attempt attempt = {
        .key = "lost", .offers = offers, .offer_count = COUNT(offers), .not_for_all = true, .prompt = 1};
    ok(make_key(&none, &err) < 0 && err.kind == ERR_REQUEST, "nobody gets a group that the user has not");
    ok(make_key(&key, &err) == 0 && passes(&attempt), "a group of the user's is one of the key's");
    settle(&attempt, CALL_DONE, 1, 0);
    give_groups(&user, "slow");
    ok(!passes(&attempt) && attempt.err.kind == ERR_PERMISSION, "until the user loses it");
}

static void test_key_credit(void) {
    struct user user = make_user("credit", 1000000, "");
    struct error err;
    struct key key = {.name = "purse", .user = user.id, .capped = true, .credit = 100000};
    struct attempt attempt = {.key = key.name, .prompt = 60};
    make_key(&key, &err);
    ok(passes(&attempt), "a key spends of its own credit");
    struct attempt more = {.key = key.name, .prompt = 60};
    ok(!passes(&more) && more.err.kind == ERR_CREDIT, "not more than it has, though its user does");
    settle(&attempt, CALL_DONE, 50, 0);
    more.prompt = 50;
    ok(passes(&more), "what was not used is free again");
    settle(&more, CALL_DONE, 50, 0);
    more.prompt = 1;
    ok(!passes(&more), "to the last nano-dollar");
    key = find_key(key.id);
    ok(key.spent == 100000 && key.entries == 2 && key.used > 0, "the key says what it spent");
    key.credit = 101000;
    buf_clear(&in);
    pack_u(&in, KEY_CREDIT);
    record_pack_key(&in, &key);
    ok(apply(OP_KEY_UPDATE, fresh_id(), &err) == 0 && passes(&more), "more credit counts at once");
    settle(&more, CALL_DONE, 1, 0);
    int64_t spent = find_key(key.id).spent;
    key.credit = 5000; /* and key.spent is what it was before */
    buf_clear(&in);
    pack_u(&in, KEY_CREDIT | KEY_REMAINDER);
    record_pack_key(&in, &key);
    ok(apply(OP_KEY_UPDATE, fresh_id(), &err) == 0 && find_key(key.id).credit == spent + 5000,
       "what may still be spent is set from what is spent by now");
    key.credit = INT64_MAX;
    buf_clear(&in);
    pack_u(&in, KEY_CREDIT | KEY_REMAINDER);
    record_pack_key(&in, &key);
    ok(apply(OP_KEY_UPDATE, fresh_id(), &err) < 0 && err.kind == ERR_REQUEST, "within what can be counted");
}

static void test_rotation(void) {
    struct user user = make_user("rotate", -1, "");
    struct error err;
    struct key key = {.name = "old text", .user = user.id, .limits.requests[PERIOD_EVER] = 4};
    struct attempt old = {.key = "old text", .prompt = 1}, young = {.key = "new text", .prompt = 1},
                   last = {.key = "last text", .prompt = 1};
    unsigned char hash[SECRET_HASH];
    make_key(&key, &err);
    static const struct {
        const char *text;
        int64_t grace;
    } turns[] = {{"new text", 3600}, {"last text", 0}};
    is_int(pass_all(&old, 1, CALL_DONE), 1, "a key works");
    for (size_t i = 0; i < COUNT(turns); i++) {
        hash_of(turns[i].text, hash);
        buf_clear(&in);
        pack_u(&in, key.id);
        pack_i(&in, turns[i].grace);
        pack_raw(&in, hash, sizeof hash);
        pack_text(&in, "hint");
        is_int(apply(OP_KEY_ROTATE, fresh_id(), &err), 0, "it gets another text");
        if (i > 0)
            break;
        is_int(pass_all(&old, 1, CALL_DONE) + pass_all(&young, 1, CALL_DONE), 2, "for a while both work");
        book.now += 3600000;
        ok(!passes(&old) && old.err.kind == ERR_AUTH, "then the old one does no longer");
    }
    ok(!passes(&young) && young.err.kind == ERR_AUTH, "without grace it ends at once");
    is_int(pass_all(&last, 3, CALL_DONE), 1, "all texts are one key, and counted together");
}

/* ---- logins -------------------------------------------------------------------------------------- */

static int begin_login(uint64_t user, const struct key *key, int64_t seconds, unsigned char id[LOGIN_ID]) {
    static const unsigned char refresh[SECRET_HASH] = "refresh", none[SECRET_HASH];
    struct error err;
    buf_clear(&in);
    pack_u(&in, user);
    pack_u(&in, 0);
    pack_raw(&in, refresh, sizeof refresh);
    pack_u(&in, key != NULL);
    pack_raw(&in, key ? key->hash : none, SECRET_HASH);
    pack_i(&in, seconds);
    pack_u(&in, 0);
    int rc = apply(OP_LOGIN_BEGIN, fresh_id(), &err);
    struct unpack got = answer();
    unpack_raw(&got, id, LOGIN_ID);
    return rc;
}

static bool passes_login(struct attempt *attempt, const unsigned char id[LOGIN_ID]) {
    struct credentials credentials = {.kind = BY_LOGIN};
    memcpy(credentials.login, id, LOGIN_ID);
    bool passed = passes_as(attempt, &credentials);
    if (passed)
        settle(attempt, CALL_DONE, 1, 0);
    return passed;
}

static int refresh(const unsigned char id[LOGIN_ID], const char *text, unsigned char fresh[LOGIN_ID],
                   struct error *err) {
    unsigned char old[SECRET_HASH] = {0}, next[SECRET_HASH] = "next";
    strncpy((char *)old, text, sizeof old - 1);
    buf_clear(&in);
    pack_raw(&in, id, LOGIN_ID);
    pack_raw(&in, old, sizeof old);
    pack_i(&in, 1000);
    pack_raw(&in, next, sizeof next);
    int rc = apply(OP_LOGIN_REFRESH, fresh_id(), err);
    struct unpack got = answer();
    unpack_raw(&got, fresh, LOGIN_ID);
    return rc;
}

static void test_logins(void) {
    struct user user = make_user("login", -1, "");
    struct error err;
    struct key key = {.name = "of login", .user = user.id, .models = "only-this"};
    struct attempt attempt = {.prompt = 1};
    unsigned char of_user[LOGIN_ID], of_key[LOGIN_ID], fresh[LOGIN_ID];
    make_key(&key, &err);
    is_int(begin_login(user.id, NULL, 100, of_user), 0, "a login of a user");
    is_int(begin_login(user.id, &key, 100, of_key), 0, "and one of a key");
    ok(passes_login(&attempt, of_user) && attempt.hold.user == user.id && attempt.hold.key == 0,
       "the user calls");
    ok(!passes_login(&attempt, of_key) && attempt.err.kind == ERR_PERMISSION,
       "the key may only do what it may");
    attempt.model = "only-this";
    ok(passes_login(&attempt, of_key) && attempt.hold.key == key.id, "as the key");
    ok(refresh(of_user, "wrong", fresh, &err) < 0 && err.kind == ERR_AUTH, "a wrong refresh is none");
    ok(refresh(of_user, "refresh", fresh, &err) == 0 && passes_login(&attempt, fresh),
       "a right one begins another");
    ok(!passes_login(&attempt, of_user) && attempt.err.kind == ERR_AUTH, "in the place of the one before");
    ok(refresh(of_user, "refresh", fresh, &err) < 0, "which works once");
    buf_clear(&in);
    pack_u(&in, key.id);
    pack_u(&in, RECORD_DELETE);
    apply(OP_KEY_CHANGE, fresh_id(), &err);
    ok(!passes_login(&attempt, of_key) && attempt.err.kind == ERR_AUTH, "a login ends with its key");
    is_int(begin_login(user.id, NULL, 100, of_user), 0, "another one");
    buf_clear(&in);
    pack_raw(&in, of_user, LOGIN_ID);
    apply(OP_LOGIN_END, fresh_id(), &err);
    ok(!passes_login(&attempt, of_user) && attempt.err.kind == ERR_AUTH, "ends when its user logs out");
    begin_login(user.id, NULL, 100, of_user);
    book.now += 100 * 1000;
    ok(!passes_login(&attempt, of_user), "or by itself");
    ok(begin_login(user.id, NULL, 0, of_user) < 0 && begin_login(user.id, NULL, INT64_MAX, of_user) < 0,
       "not at once, and not for ever");
    struct credentials named = {.kind = BY_NAME, .user = "login"},
                       unknown = {.kind = BY_NAME, .user = "nobody"};
    ok(passes_as(&attempt, &named), "one for whom somebody vouches");
    settle(&attempt, CALL_DONE, 1, 0);
    ok(!passes_as(&attempt, &unknown) && attempt.err.kind == ERR_AUTH, "must be known here");
}

/* ---- a mixture ---------------------------------------------------------------------------------------- */

static void test_proof(void) {
    struct error err;
    unsigned char id[OPERATION_ID];
    bool done = false;
    memcpy(id, fresh_id(), sizeof id);
    buf_clear(&in);
    while (!done && apply(OP_CHECK, id, &err) == 0) {
        struct unpack got = answer();
        done = unpack_u(&got);
        for (int i = 0; done && i < 6; i++)
            unpack_i(&got);
        int64_t faults = done ? unpack_i(&got) : 0;
        char fault[200];
        unpack_text(&got, fault, sizeof fault);
        if (done && !ok(faults == 0, "entries, accounts and windows agree"))
            printf("# %s\n", fault);
    }
}

static unsigned pick(unsigned below) {
    static unsigned state = 7;
    state = state * 1103515245u + 12345u;
    return (state >> 8) % below;
}

/* Many calls of users with plans, keys and rules, at times that go on over windows: no limit of requests is
 * ever exceeded, and all sums agree. */
static void test_mixture(void) {
    enum { USERS = 3, KEYS = 9, RUNNING = 40, STEPS = 6000 };
    static struct attempt running[RUNNING];
    static bool runs[RUNNING];
    struct key keys[KEYS];
    struct error err;
    struct plan plan = {.name = "mixture",
                        .limits = {.requests[PERIOD_MINUTE] = 30, .tokens[PERIOD_HOUR] = 200000, .calls = 20},
                        .rule_count = 1,
                        .rules = {{"rare*", {.requests[PERIOD_MINUTE] = 3}}}};
    put_plan(&plan);
    for (int i = 0; i < KEYS; i++) {
        char name[NAME_TEXT];
        snprintf(name, sizeof name, "mixed%d", i % USERS);
        struct user user = i < USERS ? make_user(name, i ? 1000 * DOLLAR : -1, "mixture")
                                     : (struct user){.id = keys[i % USERS].user};
        keys[i] =
            (struct key){.user = user.id, .limits.requests[PERIOD_MINUTE] = i, .limits.calls = i % 4 * 3};
        snprintf(keys[i].name, sizeof keys[i].name, "mix %d", i);
        make_key(&keys[i], &err);
    }
    int passed = 0;
    for (int step = 0; step < STEPS; step++) {
        unsigned place = pick(RUNNING);
        book.now += pick(500);
        if (runs[place]) {
            enum call_outcome outcome = pick(5) ? CALL_DONE : CALL_FAILED;
            settle(&running[place], outcome, 10, (int64_t)pick(3000));
        } else {
            running[place] = (struct attempt){.key = keys[pick(KEYS)].name,
                                              .model = pick(4) ? "usual" : "rare-one",
                                              .prompt = 10,
                                              .output = (int64_t)pick(2000)};
            passed += passes(&running[place]);
        }
        runs[place] = !runs[place] && running[place].err.kind == ERR_NONE;
    }
    ok(passed > STEPS / 20 && passed < STEPS / 2, "some pass and some do not (%d)", passed);
    int over = 0;
    for (int i = 0; i < KEYS; i++)
        for (enum period period = 0; period < PERIOD__MAX; period++) {
            struct key key = find_key(keys[i].id);
            int64_t most = key.limits.requests[period];
            over += most && key.windows.at[period].requests > most;
        }
    is_int(over, 0, "no key has more in a window than its limit");
    for (int i = 0; i < RUNNING; i++)
        if (runs[i])
            settle(&running[i], CALL_ABORTED, 10, 1);
    test_proof();
}

int main(void) {
    struct error err = {0};
    if (secret_start() < 0)
        return 99;
    tempdir_make(directory);
    buf_init(&in, 1 << 16);
    buf_init(&out, 1 << 16);
    if (!ok(book_open(&book, directory, true, 1024, &err) == 0, "the book opens"))
        printf("# %s\n", err.message);
    test_requests();
    test_at_once();
    test_tokens();
    test_strict();
    test_plan_meanwhile();
    test_rules();
    test_key_rights();
    test_bad_keys();
    test_groups();
    test_key_credit();
    test_rotation();
    test_logins();
    test_proof();
    test_mixture();
    book_close(&book, false);
    buf_free(&in);
    buf_free(&out);
    tempdir_remove(directory);
    return tap_done();
}
