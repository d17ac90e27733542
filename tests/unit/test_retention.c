/* Old entries go, a few at a time: the right ones, and every sum still agrees, before, meanwhile and after.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../bench/write_entries.h"
#include "base/clock.h"
#include "ledger/ledger.h"
#include "tap.h"
#include "tempdir.h"

#define DAY     INT64_C(86400000)
#define DAYS    60
#define A_DAY   50 /* entries of each user */
#define ENTRIES (DAYS * A_DAY)
#define SITE    30 /* days that the site keeps them */
#define LONG    (ENTRIES - SITE * A_DAY - A_DAY / 2)

/* Users, and for how many days theirs are kept. */
static struct {
    const char *name, *plan;
    int64_t plan_days, days;
    struct user user;
    struct key keys[2];
} people[] = {
    {.name = "ann", .days = SITE},
    {.name = "bob", .plan = "short", .plan_days = 7, .days = 7},
    {.name = "cyd", .plan = "long", .plan_days = 3650, .days = 3650},
    {.name = "dan", .plan = "none", .days = SITE},
    {.name = "eve", .days = SITE}, /* is deleted, with her keys */
};
#define PEOPLE (sizeof people / sizeof *people)

static char directory[TEMPDIR_PATH];
static int64_t now;

static struct ledger *open_ledger(int days) {
    return ledger_new(&(struct ledger_options){.data_dir = directory,
                                               .make = true,
                                               .flush_ms = 1000,
                                               .cache_kb = 1024,
                                               .disk_floor_mb = 1,
                                               .retention_days = days,
                                               .calls = 4});
}

static void make_people(void) {
    struct ledger *ledger = open_ledger(0);
    struct error err = {0};
    char text[SECRET_KEY_TEXT];
    for (size_t i = 0; i < PEOPLE; i++) {
        ledger_user_create(ledger, people[i].name, -1, &people[i].user, &err);
        if (people[i].plan) {
            struct plan plan = {.keep_days = people[i].plan_days};
            strncpy(plan.name, people[i].plan, sizeof plan.name - 1);
            ledger_plan_put(ledger, &plan, &err);
            memcpy(people[i].user.plan, plan.name, sizeof plan.name);
            ledger_user_update(ledger, USER_PLAN, &people[i].user, &err);
        }
        for (size_t k = 0; k < 2; k++) {
            people[i].keys[k] = (struct key){.user = people[i].user.id, .name = "key"};
            ledger_key_create(ledger, &people[i].keys[k], text, &err);
        }
    }
    ok(err.kind == ERR_NONE, "users, plans and keys %s", err.message);
    ledger_free(ledger);
}

/* One of them lasted so long that it is not old yet, though it was admitted before the site's days. */
static struct call make_call(size_t who, int i, uint32_t number) {
    int64_t admitted = now - DAYS * DAY + i * (DAY / A_DAY) + DAY / A_DAY / 2;
    struct call call = written_call(people[who].user.id, people[who].keys[i % 3 == 0].id, admitted, number,
                                    i % 2 ? "gpt-5" : "demo");
    call.outcome = i % 7 ? CALL_DONE : i % CALL__MAX;
    call.cost = i;
    if (i == LONG)
        call.duration = DAY;
    return call;
}

static void make_entries(void) {
    static struct call calls[WRITE_BATCH];
    struct error err = {0};
    struct book book;
    uint32_t number = 0;
    now = clock_wall_ms();
    int rc = book_open(&book, directory, false, 1024, &err);
    for (size_t who = 0; rc == 0 && who < PEOPLE; who++)
        for (int i = 0; rc == 0 && i < ENTRIES;) {
            size_t count = 0;
            for (; count < WRITE_BATCH && i < ENTRIES; i++, count++)
                calls[count] = make_call(who, i, number++);
            rc = write_calls(&book, calls, count, &err);
        }
    ok(rc == 0, "entries %s", err.message);
    book_close(&book, false);
    struct ledger *ledger = open_ledger(0);
    ok(ledger_user_change(ledger, "eve", RECORD_DELETE, &err) == 0, "a user is deleted");
    ledger_free(ledger);
}

/* ---- the book --------------------------------------------------------------------------------- */

static int apply(struct book *book, enum operation op, const unsigned char id[OPERATION_ID],
                 struct unpack *answer, struct buf *out) {
    struct unpack none = unpack_from("", 0);
    struct error err = {0};
    bool wrote = false;
    buf_clear(out);
    int rc = book_apply(book, op, id, &none, out, &wrote, &err);
    *answer = unpack_from(out->data ? out->data : "", out->len);
    if (rc < 0)
        printf("# %s\n", err.message);
    return rc;
}

/* A step of a proof: 1 when it is done, with its number of faults. */
static int prove_step(struct book *book, unsigned char mark, int64_t *faults) {
    unsigned char id[OPERATION_ID] = {mark};
    struct unpack answer;
    struct buf out;
    buf_init(&out, 1 << 16);
    int done = apply(book, OP_CHECK, id, &answer, &out) < 0 ? -1 : (int)unpack_u(&answer);
    for (int i = 0; done == 1 && i < 7; i++)
        *faults = unpack_i(&answer);
    if (done == 1 && *faults) {
        char fault[200];
        unpack_text(&answer, fault, sizeof fault);
        printf("# %s\n", fault);
    }
    buf_free(&out);
    return done;
}

static int64_t prove(struct book *book, unsigned char mark) {
    int64_t faults = -1;
    int done = 0;
    for (int i = 0; i < 1000 && done == 0; i++)
        done = prove_step(book, mark, &faults);
    return done == 1 ? faults : -1;
}

static int forget(struct book *book) {
    static const unsigned char id[OPERATION_ID];
    struct unpack answer;
    struct buf out;
    buf_init(&out, 16);
    int rc = apply(book, OP_ENTRIES_FORGET, id, &answer, &out);
    buf_free(&out);
    return rc;
}

/* Half of it, with a proof after each few steps. */
static void test_steps(void) {
    struct error err = {0};
    struct book book;
    int64_t faults = 0;
    if (book_open(&book, directory, false, 1024, &err) < 0)
        return (void)ok(0, "%s", err.message);
    book.retention_days = SITE;
    is_int(prove(&book, 1), 0, "the sums agree before");
    for (int i = 0; i < 40; i++) {
        is_int(forget(&book), 0, "some entries go");
        if (i % 8 == 0)
            is_int(prove(&book, (unsigned char)(2 + i)), 0, "the sums agree meanwhile");
    }
    uint64_t user = book.forgot_user;
    is_int(prove_step(&book, 99, &faults), 0, "a proof begins");
    is_int(forget(&book), 0, "nothing goes");
    is_int(book.forgot_user == user && book.forget_from == 0, 1, "while it runs");
    is_int(prove(&book, 99), 0, "and it comes out right");
    book_close(&book, false);
}

/* ---- the ledger ----------------------------------------------------------------------------------- */

/* How many entries a user has left, whether all that should stay are there, and none that should not. */
static bool is_right(struct ledger *ledger, size_t who, bool says) {
    static struct entry entries[500];
    struct entry_walk walk = {.filter.user = people[who].user.id};
    struct error err = {0};
    bool kept[ENTRIES] = {false};
    int64_t old = 0, missing = 0;
    bool behind = false; /* one that stays: what is behind it stays too */
    while (!walk.ended) {
        size_t count;
        if (ledger_entry_step(ledger, &walk, entries, 500, &count, &err) < 0)
            return false;
        for (size_t i = 0; i < count; i++)
            kept[entries[i].number - 1] = true;
    }
    for (int i = 0; i < ENTRIES; i++) {
        struct call call = make_call(who, i, 0);
        bool stays = call.terms.admitted + call.duration > now - people[who].days * DAY;
        behind |= stays;
        missing += behind && !kept[i];
        old += kept[i] && !behind;
    }
    if (says && (missing || old))
        printf("# %s: %lld missing, %lld too old\n", people[who].name, (long long)missing, (long long)old);
    return missing == 0 && old == 0;
}

static bool all_right(struct ledger *ledger) {
    for (size_t who = 0; who < PEOPLE; who++)
        if (!is_right(ledger, who, false))
            return false;
    return true;
}

static int64_t proof_faults(struct ledger *ledger) {
    struct ledger_proof proof;
    struct error err = {0};
    if (ledger_check(ledger, &proof, &err) < 0) {
        printf("# %s\n", err.message);
        return -1;
    }
    for (int64_t i = 0; i < proof.faults && i < 8; i++)
        printf("# %s\n", proof.fault[i]);
    return proof.faults;
}

/* The keeper's own upkeep does the rest, while calls and proofs go on. */
static void test_upkeep(void) {
    struct ledger *ledger = open_ledger(SITE);
    struct error err = {0};
    struct usage_sum *before, *after;
    size_t count = 0, again = 0;
    int64_t faults = 0, proofs = 0, looks = 0, deadline = clock_mono_ms() + 60000;
    ledger_usage(ledger, 0, 0, INT64_MAX, 15, &before, &count, &err);
    while (!all_right(ledger) && clock_mono_ms() < deadline) {
        if (looks++ % 8 == 0) { /* beside a proof nothing goes */
            faults += proof_faults(ledger) != 0;
            proofs++;
        }
        usleep(20000);
    }
    printf("# %lld proofs meanwhile\n", (long long)proofs);
    is_int(faults, 0, "the sums agree while entries go");
    for (size_t who = 0; who < PEOPLE; who++)
        ok(is_right(ledger, who, true), "of %s the right entries are left", people[who].name);
    is_int(proof_faults(ledger), 0, "the sums agree after");
    ledger_usage(ledger, 0, 0, INT64_MAX, 15, &after, &again, &err);
    ok(count == again && memcmp(before, after, count * sizeof *before) == 0, "what was used is still told");
    free(before);
    free(after);
    ledger_free(ledger);
}

/* What went is told by numbers. */
static void test_numbers(void) {
    struct ledger *ledger = open_ledger(0);
    struct error err = {0};
    struct user user;
    struct key key;
    ledger_user_find(ledger, "cyd", &user, &err);
    ok(user.forgotten.entries == 0 && user.forgotten.until == 0, "what is kept for long is all there");
    ledger_user_find(ledger, "bob", &user, &err);
    ledger_key_find(ledger, people[1].keys[0].id, &key, &err);
    ok(user.entries == ENTRIES && user.forgotten.entries > 0 && user.forgotten.entries < ENTRIES,
       "of others some have gone");
    ok(key.forgotten.entries > 0 && key.forgotten.entries < user.forgotten.entries, "with their keys");
    ok(user.forgotten.until > (now - DAYS * DAY) / 1000 && user.forgotten.until <= (now - 7 * DAY) / 1000 + 1,
       "and up to when");
    is_int(err.kind, ERR_NONE, "without an error");
    ledger_free(ledger);
}

int main(void) {
    if (secret_start() < 0)
        return 99;
    tempdir_make(directory);
    make_people();
    make_entries();
    test_steps();
    test_upkeep();
    test_numbers();
    tempdir_remove(directory);
    return tap_done();
}
