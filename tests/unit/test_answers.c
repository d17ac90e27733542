/* Answers that the book remembers: an operation that is sent again is done once, also when somebody else
 * whose name looks alike was erased in between. */
#include <stdio.h>
#include <string.h>

#include "base/secret.h"
#include "ledger/operation.h"
#include "ledger/record.h"
#include "tap.h"
#include "tempdir.h"

#define DOLLAR NANOS_PER_DOLLAR
#define MANY   (2 * BOOK_STEP + 10)

struct trial {
    struct book book;
    struct buf in, out;
    unsigned serial;
};

static int apply_as(struct trial *trial, enum operation op, unsigned serial, struct unpack *answer) {
    unsigned char id[OPERATION_ID] = {1, (unsigned char)(serial >> 8), (unsigned char)serial};
    struct unpack in = unpack_from(trial->in.data, trial->in.len);
    struct error err = {0};
    bool wrote = false;
    buf_clear(&trial->out);
    int rc = book_apply(&trial->book, op, id, &in, &trial->out, &wrote, &err);
    if (rc < 0)
        printf("# %s\n", err.message);
    *answer = unpack_from(trial->out.data ? trial->out.data : "", trial->out.len);
    return rc;
}

static int apply(struct trial *trial, enum operation op, struct unpack *answer) {
    return apply_as(trial, op, trial->serial++, answer);
}

static uint64_t make_user(struct trial *trial, const char *name) {
    struct unpack answer;
    struct user user = {0};
    buf_clear(&trial->in);
    pack_text(&trial->in, name);
    for (int i = 0; i < 3; i++)
        pack_text(&trial->in, ""); /* password, plan, groups */
    pack_u(&trial->in, false);
    pack_i(&trial->in, 0);
    pack_u(&trial->in, false);
    if (apply(trial, OP_USER_REGISTER, &answer) == 0)
        record_unpack_user(&answer, &user);
    return user.id;
}

/* What the user was ever credited then. */
static nanos pay(struct trial *trial, const char *name, unsigned serial) {
    struct unpack answer;
    struct user user = {.credited = -1};
    buf_clear(&trial->in);
    pack_u(&trial->in, 0); /* by name */
    pack_text(&trial->in, name);
    pack_i(&trial->in, DOLLAR);
    pack_text(&trial->in, "private");
    pack_u(&trial->in, false);
    if (apply_as(trial, OP_USER_CREDIT, serial, &answer) == 0)
        record_unpack_user(&answer, &user);
    return user.credited;
}

static int erase(struct trial *trial, uint64_t id, bool end) {
    struct unpack answer;
    buf_clear(&trial->in);
    pack_text(&trial->in, "");
    pack_u(&trial->in, id);
    pack_u(&trial->in, end);
    return apply(trial, OP_USER_ERASE, &answer);
}

/* In how many steps. */
static int forget(struct trial *trial, uint64_t user) {
    unsigned char after[OPERATION_ID] = {0};
    uint64_t left = UINT64_MAX;
    int steps = 0;
    for (bool more = true; more && steps < 100; steps++) {
        struct unpack answer;
        buf_clear(&trial->in);
        pack_u(&trial->in, user);
        pack_u(&trial->in, left);
        pack_raw(&trial->in, after, sizeof after);
        more = apply(trial, OP_USER_FORGET, &answer) == 0 && unpack_u(&answer);
        left = unpack_u(&answer);
        unpack_raw(&answer, after, sizeof after);
    }
    return steps;
}

/* In how many answers it stands. */
static int count_text(struct trial *trial, const char *text) {
    struct buf key, value;
    struct error err = {0};
    int count = 0;
    buf_init(&key, 64);
    buf_init(&value, 1 << 16);
    char after[OPERATION_ID] = {0};
    while (store_next(trial->book.store, TABLE_ANSWERS, after, sizeof after, &key, &value, &err) > 0) {
        count += memmem(value.data, value.len, text, strlen(text)) != NULL;
        memcpy(after, key.data, sizeof after);
    }
    buf_free(&key);
    buf_free(&value);
    return count;
}

int main(void) {
    char directory[TEMPDIR_PATH];
    struct trial trial = {0};
    struct error err = {0};
    if (secret_start() < 0)
        return 1;
    tempdir_make(directory);
    buf_init(&trial.in, 1 << 16);
    buf_init(&trial.out, 1 << 16);
    is_int(book_open(&trial.book, directory, true, 1024, &err), 0, "a book");
    uint64_t bob = make_user(&trial, "bob");
    make_user(&trial, "bobby");
    unsigned serial = 0xf000;
    ok(pay(&trial, "bobby", serial) == DOLLAR, "bobby pays");
    for (int i = 0; i < MANY; i++)
        pay(&trial, "bob", trial.serial++);
    is_int(count_text(&trial, "bob"), MANY + 3, "answers are remembered");
    erase(&trial, bob, false);
    int steps = forget(&trial, bob);
    ok(steps >= MANY / LEDGER_PAGE + MANY / BOOK_STEP, "bob is forgotten in %d steps", steps);
    is_int(erase(&trial, bob, true), 0, "and erased");
    is_int(count_text(&trial, "bob"), 2, "answers that tell of bobby are left, and no others");
    ok(pay(&trial, "bobby", serial) == DOLLAR, "bobby's payment, sent again, is not done again");
    ok(pay(&trial, "bobby", serial + 1) == 2 * DOLLAR, "another one is");
    book_close(&trial.book, false);
    buf_free(&trial.in);
    buf_free(&trial.out);
    tempdir_remove(directory);
    return tap_done();
}
