/*
 * What other processes send to the keeper: any bytes, as frames with operations in them,
 * done on a ledger of their own; and the same bytes read as answers. No bytes may do harm,
 * and the sums must agree afterwards.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../unit/tempdir.h"
#include "ledger/record.h"
#include "ledger/wire.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct book book;
static char directory[TEMPDIR_PATH];
static unsigned long runs;

static void stop(void) {
    book_close(&book, false);
    tempdir_remove(directory);
}

static int apply(enum operation op, const unsigned char id[OPERATION_ID], struct unpack *in,
                 struct buf *out) {
    struct error err = {0};
    bool wrote = false;
    buf_clear(out);
    return book_apply(&book, op, id, in, out, &wrote, &err);
}

/* One user and one key, whose hash is zeroes, so that the bytes can reach what lies behind them. */
static void start(struct buf *out) {
    static const unsigned char hash[SECRET_HASH], id[OPERATION_ID] = "start";
    struct error err = {0};
    struct key key = {.user = 1, .name = "k", .cap = 1000, .period = 3600};
    struct buf in;
    struct unpack arguments;
    tempdir_make(directory);
    if (secret_start() < 0 || book_open(&book, directory, 1024, &err) < 0)
        abort();
    atexit(stop);
    buf_init(&in, WIRE_BODY_MAX);
    pack_text(&in, "user");
    pack_i(&in, INT64_MAX / 2);
    arguments = unpack_from(in.data, in.len);
    if (apply(OP_USER_CREATE, id, &arguments, out) < 0)
        abort();
    buf_clear(&in);
    record_pack_key(&in, &key);
    pack_raw(&in, hash, sizeof hash);
    arguments = unpack_from(in.data, in.len);
    if (apply(OP_KEY_CREATE, hash, &arguments, out) < 0)
        abort();
    buf_free(&in);
}

static void answer(struct unpack *frame, struct buf *out) {
    unsigned char id[OPERATION_ID];
    uint64_t ticket;
    struct unpack as_answer = *frame;
    struct error err = {0};
    unpack_raw(frame, &ticket, sizeof ticket);
    unpack_raw(&as_answer, &ticket, sizeof ticket);
    wire_read_answer(&as_answer, &err);
    uint64_t op = unpack_u(frame);
    unpack_raw(frame, id, sizeof id);
    if (!frame->bad && op < OP__MAX)
        apply(op, id, frame, out);
}

/* The sums must agree, whatever was done. */
static void prove(struct buf *out) {
    static const unsigned char id[OPERATION_ID] = "proof";
    struct ledger_proof found = {.faults = 0};
    check_free(book.check);
    book.check = NULL;
    for (bool done = false; !done;) {
        struct unpack in = unpack_from("", 0);
        if (apply(OP_CHECK, id, &in, out) < 0)
            abort();
        struct unpack proof = unpack_from(out->data, out->len);
        done = unpack_u(&proof);
        for (int i = 0; done && i < 7; i++) /* the last of the numbers */
            found.faults = unpack_i(&proof);
        unpack_text(&proof, found.fault[0], sizeof found.fault[0]);
    }
    if (found.faults == 0)
        return;
    fprintf(stderr, "%s\n", found.fault[0]);
    abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct unpack frame;
    struct buf out;
    size_t used = 0;
    long cut;
    buf_init(&out, WIRE_BODY_MAX);
    if (!book.store)
        start(&out);
    while ((cut = wire_cut((const char *)data + used, size - used, &frame)) > 0) {
        answer(&frame, &out);
        used += (size_t)cut;
    }
    if (runs++ % 64 == 0)
        prove(&out);
    buf_free(&out);
    return 0;
}
