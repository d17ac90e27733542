/* What was last seen of models: what is noted of which call, what of it stays, and what goes. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../bench/write_entries.h"
#include "base/clock.h"
#include "ledger/ledger.h"
#include "tap.h"
#include "tempdir.h"

#define DAY INT64_C(86400000)

static char directory[TEMPDIR_PATH];
static struct user user;
static struct key key;
static unsigned char hash[SECRET_HASH];
static uint32_t number;

static struct ledger *open_ledger(void) {
    return ledger_new(&(struct ledger_options){.data_dir = directory,
                                               .make = true,
                                               .flush_ms = 1000,
                                               .cache_kb = 1024,
                                               .disk_floor_mb = 1,
                                               .calls = 8});
}

static void open_book(struct book *book) {
    struct error err = {0};
    if (book_open(book, directory, false, 1024, &err) < 0) {
        printf("Bail out! %s\n", err.message);
        exit(99);
    }
}

/* ---- calls and what was seen of them ------------------------------------------------------------------ */

struct ending {
    enum call_outcome outcome;
    struct fault fault;
};

static const struct ending well = {.outcome = CALL_DONE}, overloaded = {CALL_FAILED, {FAULT_STATUS, 503}},
                           late = {CALL_BROKEN, {FAULT_TIMEOUT, 0}};

/* Settles a call that took a second and ended then. */
static void call_ends(struct book *book, const char *model, int64_t end, const struct ending *ending) {
    struct error err = {0};
    struct call call = written_call(user.id, key.id, end - 1000, ++number, "alias");
    call.duration = 1000;
    call.outcome = ending->outcome;
    call.fault = ending->fault.kind;
    call.fault_status = ending->fault.status;
    strncpy(call.terms.target, model, sizeof call.terms.target - 1);
    if (write_calls(book, &call, 1, &err) < 0)
        ok(0, "settled: %s", err.message);
}

static size_t list(struct book *book, struct seen *all, size_t room) {
    static const unsigned char id[OPERATION_ID];
    struct buf in, out;
    size_t count = 0, before;
    buf_init(&in, 1000);
    buf_init(&out, 1 << 16);
    do {
        struct error err = {0};
        bool wrote = false;
        before = count;
        buf_clear(&in);
        buf_clear(&out);
        pack_text(&in, count ? all[count - 1].provider : "");
        pack_text(&in, count ? all[count - 1].model : "");
        pack_u(&in, room - count);
        struct unpack arguments = unpack_from(in.data, in.len);
        if (book_apply(book, OP_SEEN_LIST, id, &arguments, &out, &wrote, &err) < 0)
            break;
        struct unpack answer = unpack_from(out.data, out.len);
        for (; count < room && unpack_u(&answer); count++) {
            unpack_text(&answer, all[count].provider, sizeof all[count].provider);
            unpack_text(&answer, all[count].model, sizeof all[count].model);
            record_unpack_seen(&answer, &all[count]);
        }
    } while (count > before && count < room);
    buf_free(&in);
    buf_free(&out);
    return count;
}

/* Zeroes if nothing is known of it. */
static struct seen look(struct book *book, const char *model) {
    static struct seen all[SEEN_MOST + 1];
    size_t count = list(book, all, SEEN_MOST + 1);
    for (size_t i = 0; i < count; i++)
        if (strcmp(all[i].model, model) == 0 && strcmp(all[i].provider, "demo") == 0)
            return all[i];
    return (struct seen){0};
}

static void is_seen(struct book *book, const char *model, const struct seen *want, const char *name) {
    struct seen got = look(book, model);
    bool same = got.good == want->good && got.failed == want->failed && got.failures == want->failures &&
                got.fault.kind == want->fault.kind && got.fault.status == want->fault.status;
    if (!ok(same, "%s: %s", model, name))
        printf("# good %lld, failed %lld, %s %d, %lld in a row\n", (long long)got.good, (long long)got.failed,
               fault_name(got.fault.kind), got.fault.status, (long long)got.failures);
}

/* ---- one model ---------------------------------------------------------------------------------------- */

static void test_good(struct book *book, int64_t now) {
    struct seen want = {.good = now - 60000};
    call_ends(book, "good", want.good, &well);
    is_seen(book, "good", &want, "the first answer is noted");
    is_int(look(book, "good").first, 100, "with its time to the first byte");
    call_ends(book, "good", want.good + 9000, &well);
    is_seen(book, "good", &want, "one soon after it is not");
    call_ends(book, "good", want.good - 5000, &well);
    is_seen(book, "good", &want, "nor one before it");
    want.good += 10000;
    call_ends(book, "good", want.good, &well);
    is_seen(book, "good", &want, "a later one is");
    call_ends(book, "good", now + DAY, &well);
    struct seen got = look(book, "good");
    ok(got.good >= now && got.good < now + DAY / 2, "nothing is seen in the future");
}

static void test_failing(struct book *book, int64_t now) {
    int64_t begin = now - 60000;
    struct seen want = {.failed = begin, .fault = {FAULT_STATUS, 503}, .failures = 1};
    call_ends(book, "bad", begin, &overloaded);
    is_seen(book, "bad", &want, "the first failure is noted");
    for (int i = 0; i < 5; i++)
        call_ends(book, "bad", begin + 10 * i, &late);
    want = (struct seen){.failed = begin + 40, .fault = {FAULT_TIMEOUT, 0}, .failures = 6};
    is_seen(book, "bad", &want, "and each that follows, with its reason");
    call_ends(book, "bad", begin + 20, &well);
    want.good = begin + 20;
    is_seen(book, "bad", &want, "an answer that came before the last failure mends nothing");
    call_ends(book, "bad", begin + 50, &well);
    want.good = begin + 50;
    want.failures = 0;
    is_seen(book, "bad", &want, "a later one does, soon after another one or not");
    call_ends(book, "bad", begin + 45, &overloaded);
    want.failed = begin + 45;
    want.fault = (struct fault){FAULT_STATUS, 503};
    is_seen(book, "bad", &want, "a failure before a good answer does not count");
    call_ends(book, "bad", begin + 60, &overloaded);
    want.failed = begin + 60;
    want.failures = 1;
    is_seen(book, "bad", &want, "one behind it does");
}

static void test_nobodys(struct book *book, int64_t now) {
    static const struct ending none[] = {
        {CALL_ABORTED, {0}}, {CALL_BROKEN, {0}}, {CALL_INTERRUPTED, {0}}, {CALL_FAILED, {0}}};
    static const struct seen nothing;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        call_ends(book, "client", now - 1000, &none[i]);
    is_seen(book, "client", &nothing, "what is not the model's fault is not noted");
    call_ends(book, "", now - 1000, &well);
    is_seen(book, "", &nothing, "nor a call of which it is not known");
    call_ends(book, "client", now - 1000, &(struct ending){CALL_FAILED, {FAULT__MAX, -7}});
    is_seen(book, "client", &nothing, "nor a fault that there is not");
}

static void test_twice(struct book *book, int64_t now) {
    struct seen want = {.failed = now - 500, .fault = {FAULT_STATUS, 503}, .failures = 1};
    call_ends(book, "twice", want.failed, &overloaded);
    number--;
    call_ends(book, "twice", want.failed, &overloaded);
    is_seen(book, "twice", &want, "a call that is settled twice is noted once");
    seen_doubt(book->seen);
    call_ends(book, "twice", want.failed, &overloaded);
    want.failures = 2;
    is_seen(book, "twice", &want, "what is not remembered is read");
}

static void test_state(void) {
    static const struct {
        struct seen seen;
        enum seen_state state;
        const char *name;
    } cases[] = {
        {{.good = 0}, SEEN_UNKNOWN, "nothing is known"},
        {{.good = 1}, SEEN_OK, "it answered once"},
        {{.good = 1, .failed = 1000000, .failures = SEEN_FAILURES - 1}, SEEN_OK, "it fails now and then"},
        {{.failed = 1000000, .failures = SEEN_FAILURES - 1}, SEEN_UNKNOWN, "it never answered, failed twice"},
        {{.failed = 1000000, .failures = SEEN_FAILURES}, SEEN_FAILING, "it fails"},
        {{.good = 1, .failed = 1000000 - SEEN_FRESH_MS, .failures = 9}, SEEN_FAILING, "it just failed"},
        {{.good = 1, .failed = 1000000 - SEEN_FRESH_MS - 1, .failures = 9}, SEEN_UNKNOWN, "it failed before"},
        {{.good = 1, .failed = 1, .failures = 0}, SEEN_OK, "it is well again"},
    };
    char text[FAULT_TEXT];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        is_str(seen_state_name(seen_state(&cases[i].seen, 1000000)), seen_state_name(cases[i].state),
               cases[i].name);
    is_str(fault_write(&(struct fault){FAULT_STATUS, 429}, text), "The provider answered with status 429.",
           "a status in words");
    for (int kind = FAULT_TIMEOUT; kind < FAULT__MAX; kind++)
        ok(strlen(fault_write(&(struct fault){(enum fault_kind)kind, 0}, text)) > 20, "%s in words",
           fault_name((enum fault_kind)kind));
}

/* ---- who keeps it ------------------------------------------------------------------------------------- */

/* A keeper that is killed right behind a settlement. */
static void fail_and_die(int64_t end) {
    pid_t child = fork();
    int status = 0;
    if (child == 0) {
        struct book book;
        open_book(&book);
        call_ends(&book, "mortal", end, &overloaded);
        kill(getpid(), SIGKILL);
    }
    waitpid(child, &status, 0);
    is_int(WIFSIGNALED(status) ? WTERMSIG(status) : 0, SIGKILL, "a keeper is killed");
}

static void test_keepers(int64_t now) {
    struct book book;
    struct seen want = {.failed = now - 50, .fault = {FAULT_STATUS, 503}};
    for (; want.failures < 2; want.failures++) {
        fail_and_die(want.failed);
        number++; /* as the child has */
    }
    open_book(&book);
    is_seen(&book, "mortal", &want, "what it noted is there");
    want.failures++;
    call_ends(&book, "mortal", want.failed, &overloaded);
    book_close(&book, false);
    open_book(&book);
    is_seen(&book, "mortal", &want, "as what another one noted that closed the database");
    book_close(&book, false);
}

/* ---- many --------------------------------------------------------------------------------------------- */

static int order(const struct seen *a, const struct seen *b) {
    int providers = strcmp(a->provider, b->provider);
    return providers ? providers : strcmp(a->model, b->model);
}

static void test_many(int64_t now) {
    static struct seen all[SEEN_MOST + 50];
    struct book book;
    char model[32];
    size_t sorted = 1, right = 0;
    open_book(&book);
    size_t before = list(&book, all, SEEN_MOST + 50);
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < 200; i++) { /* more than are remembered */
            snprintf(model, sizeof model, "many-%03d", i);
            call_ends(&book, model, now - 20000 + i, &overloaded);
        }
    size_t count = list(&book, all, SEEN_MOST + 50);
    is_int((long long)count, (long long)before + 200, "many models, page by page");
    for (size_t i = 1; i < count; i++)
        sorted += order(&all[i - 1], &all[i]) < 0;
    for (size_t i = 0; i < count; i++)
        right += strncmp(all[i].model, "many-", 5) == 0 && all[i].failures == 2;
    is_int((long long)sorted, (long long)count, "in the order of their names");
    is_int((long long)right, 200, "each counted for itself");
    call_ends(&book, "oldest", now - 30 * DAY, &well);
    for (int i = 0; i < SEEN_MOST; i++) {
        if (i == SEEN_MOST - 50)
            ok(look(&book, "oldest").good == 0, "the oldest one made room");
        snprintf(model, sizeof model, "more-%03d", i);
        call_ends(&book, model, now - 10000 + i, &well);
    }
    is_int((long long)list(&book, all, SEEN_MOST + 50), SEEN_MOST, "there are no more than there may be");
    right = 0;
    for (size_t i = 0; i < SEEN_MOST; i++)
        right += strncmp(all[i].model, "more-", 5) == 0;
    is_int((long long)right, SEEN_MOST - 5, "the newest ones"); /* beside five that are newer still */
    book_close(&book, false);
}

static int forget(struct book *book) {
    static const unsigned char id[OPERATION_ID];
    struct unpack none = unpack_from("", 0);
    struct error err = {0};
    struct buf out;
    bool wrote = false;
    buf_init(&out, 16);
    int rc = book_apply(book, OP_SEEN_FORGET, id, &none, &out, &wrote, &err);
    buf_free(&out);
    return rc;
}

static void test_forget(int64_t now) {
    struct book book;
    struct seen none = {0}, old = {.good = now - 89 * DAY},
                mixed = {.good = now - 200 * DAY,
                         .failed = now - 89 * DAY,
                         .failures = 1,
                         .fault = {FAULT_STATUS, 503}};
    open_book(&book);
    ok(!seen_is_due(&book), "nothing is to be forgotten");
    call_ends(&book, "gone", now - 91 * DAY, &well);
    call_ends(&book, "old", old.good, &well);
    call_ends(&book, "mixed", mixed.good, &well);
    call_ends(&book, "mixed", mixed.failed, &overloaded);
    ok(seen_is_due(&book), "then something is");
    is_int(forget(&book), 0, "it goes");
    is_seen(&book, "gone", &none, "after ninety days");
    is_seen(&book, "old", &old, "not before");
    is_seen(&book, "mixed", &mixed, "whatever was seen last");
    ok(!seen_is_due(&book), "and that is all");
    none.good = now - 1;
    call_ends(&book, "gone", none.good, &well);
    is_seen(&book, "gone", &none, "it may come again");
    book_close(&book, false);
}

/* ---- the ledger --------------------------------------------------------------------------------------- */

static void make_caller(struct ledger *ledger) {
    struct error err = {0};
    char text[SECRET_KEY_TEXT];
    ledger_user_create(ledger, "ann", -1, &user, &err);
    key = (struct key){.user = user.id, .name = "key"};
    ledger_key_create(ledger, &key, text, &err);
    secret_hash(text, strlen(text), hash);
    ok(err.kind == ERR_NONE, "a user and a key %s", err.message);
}

/* Each is answered at once, though calls wait to be settled together. */
static void test_ledger(struct ledger *ledger) {
    static const struct fault faults[] = {{FAULT_NONE, 0}, {FAULT_STATUS, 429}, {FAULT_NO_ANSWER, 0}};
    struct error err = {0};
    struct call_ask ask = {.provider = "one",
                           .model = "alias",
                           .target = "model",
                           .offered_to_all = true,
                           .prompt = 10,
                           .output = 300,
                           .choices = 1};
    struct seen page[2];
    size_t count;
    memcpy(ask.credentials.hash, hash, SECRET_HASH);
    for (size_t i = 0; i < 3; i++) {
        struct call *call;
        struct call_grant grant;
        struct call_result result = {.outcome = i ? CALL_FAILED : CALL_DONE, .fault = faults[i], .first = 0};
        if (ledger_reserve(ledger, &ask, &call, &grant, &err) < 0)
            return (void)ok(0, "%s", err.message);
        call_forwarded(call);
        ledger_settle(ledger, call, &result);
        is_int(ledger_seen(ledger, NULL, page, 2, &count, &err), 0, "asked for");
        ok(count == 1 && strcmp(page[0].provider, "one") == 0 && strcmp(page[0].model, "model") == 0 &&
               page[0].good > 0 && page[0].failures == (int64_t)i && page[0].fault.kind == faults[i].kind &&
               page[0].fault.status == faults[i].status,
           "what was seen after %zu failures", i);
    }
    is_int(ledger_seen(ledger, &page[0], page, 2, &count, &err), 0, "asked for the rest");
    is_int((long long)count, 0, "there is none");
}

int main(void) {
    struct book book;
    secret_start();
    tempdir_make(directory);
    struct ledger *ledger = open_ledger();
    make_caller(ledger);
    test_ledger(ledger);
    ledger_free(ledger);
    int64_t now = clock_wall_ms();
    open_book(&book);
    test_good(&book, now);
    test_failing(&book, now);
    test_nobodys(&book, now);
    test_twice(&book, now);
    book_close(&book, false);
    test_state();
    test_keepers(now);
    test_forget(now);
    test_many(now);
    tempdir_remove(directory);
    return tap_done();
}
