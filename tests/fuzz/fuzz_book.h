#ifndef TESTS_FUZZ_BOOK_H
#define TESTS_FUZZ_BOOK_H

/* A ledger of its own for fuzzers of what reaches it. Made anew now and then, so that a long run does not get
 * slower and slower. */
#include <stdio.h>
#include <string.h>

#include "../unit/tempdir.h"
#include "base/log.h"
#include "fuzz.h"
#include "ledger/record.h"
#include "ledger/wire.h"

#define BOOK_RUNS 5000 /* inputs before a new ledger is made */

static struct book book;
static char directory[TEMPDIR_PATH];
static unsigned long book_runs;

static int book_do(enum operation op, const unsigned char id[OPERATION_ID], struct unpack *in,
                   struct buf *out) {
    struct error err = {0};
    bool wrote = false;
    buf_clear(out);
    return book_apply(&book, op, id, in, out, &wrote, &err);
}

static void book_stop(void) {
    if (!book.store)
        return;
    book_close(&book, false);
    tempdir_remove(directory);
}

/* One user and one key, whose hash is zeroes, so that the bytes can reach what lies behind them. */
static void book_start(struct buf *out) {
    static const unsigned char hash[SECRET_HASH], id[OPERATION_ID] = "start";
    struct error err = {0};
    struct key key = {.user = 1, .name = "k", .limits.requests[PERIOD_HOUR] = INT64_MAX};
    struct buf in;
    struct unpack arguments;
    tempdir_make(directory);
    check(secret_start() == 0 && book_open(&book, directory, true, 1024, &err) == 0);
    buf_init(&in, WIRE_BODY_MAX);
    pack_text(&in, "user");
    for (int i = 0; i < 3; i++)
        pack_text(&in, ""); /* password, plan, groups */
    pack_u(&in, false);
    pack_i(&in, INT64_MAX / 2);
    pack_u(&in, false);
    arguments = unpack_from(in.data, in.len);
    check(book_do(OP_USER_REGISTER, id, &arguments, out) == 0);
    buf_clear(&in);
    record_pack_key(&in, &key);
    pack_raw(&in, hash, sizeof hash);
    arguments = unpack_from(in.data, in.len);
    check(book_do(OP_KEY_CREATE, hash, &arguments, out) == 0);
    buf_free(&in);
}

/* The book, open: to be called before each input. */
static inline void book_ready(struct buf *out) {
    static bool known;
    if (!known) {
        atexit(book_stop);
        log_open("/dev/null", "", &(struct logfile_rules){0});
        known = true;
    }
    if (book_runs++ % BOOK_RUNS == 0)
        book_stop();
    if (!book.store)
        book_start(out);
}

/* The sums must agree, whatever was done. */
static inline void book_prove(struct buf *out) {
    static const unsigned char id[OPERATION_ID] = "proof";
    struct ledger_proof found = {.faults = 0};
    check_free(book.check);
    book.check = NULL;
    for (bool done = false; !done;) {
        struct unpack in = unpack_from("", 0);
        check(book_do(OP_CHECK, id, &in, out) == 0);
        struct unpack proof = unpack_from(out->data, out->len);
        done = unpack_u(&proof);
        for (int i = 0; done && i < 7; i++) /* the last of the numbers */
            found.faults = unpack_i(&proof);
        unpack_text(&proof, found.fault[0], sizeof found.fault[0]);
    }
    if (found.faults)
        fprintf(stderr, "%s\n", found.fault[0]);
    check(found.faults == 0);
}

#endif
