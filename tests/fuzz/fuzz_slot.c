/*
 * The slot of a dead process with any bytes in it, found by a new keeper that then buries it; or that
 * of a living one, whose left calls it settles. The sums of the ledger must agree afterwards. The first byte
 * of the input tells what is done to the rest: check sums are made to fit, so that what lies behind them is
 * reached; the process lives; it is found by two keepers, one after the other.
 */
#include <fcntl.h>
#include <sys/stat.h>

#include "fuzz_book.h"
#include "ledger/reclaim.h"
#include "ledger/slot.h"

enum { SUMS_FIT = 1, LIVES = 2, TWO_KEEPERS = 4 };

#define NAME  "0123456789ab"
#define CALLS 8

static int hold_again(void *arg, const struct hold *hold, struct error *err) {
    (void)arg;
    return book_hold_again(&book, hold, err);
}

static int apply(void *arg, enum operation op, const unsigned char id[OPERATION_ID], const struct buf *in,
                 struct error *err) {
    struct buf *out = arg;
    struct unpack arguments = unpack_from(in->data ? in->data : "", in->len);
    bool wrote = false;
    buf_clear(out);
    return book_apply(&book, op, id, &arguments, out, &wrote, err);
}

/* As if the process had written what now stands there. */
static void make_sums_fit(struct call *call) {
    struct usage before = call->before.usage, used = call->used.usage;
    struct hold held = call_held(call);
    uint32_t state = atomic_load(&call->state);
    call_granted(call, &held);
    call_progress(call, &before);
    call_progress(call, &used);
    atomic_store(&call->state, state);
}

/* Returns the descriptor, to which the lock of a living process belongs. */
static int write_slot(const char *path, const void *bytes, size_t len, bool lives) {
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    int fd = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    check(fd >= 0 && write(fd, bytes, len) == (ssize_t)len);
    check(!lives || fcntl(fd, F_OFD_SETLK, &lock) == 0);
    return fd;
}

static void take_over(const struct reclaim *reclaim) {
    struct error err = {0};
    holds_free(book.holds);
    book.holds = holds_new();
    check(reclaim_holds(directory, hold_again, NULL, &err) == 0);
    reclaim_slots(reclaim);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct call calls[CALLS + 1]; /* and the head */
    char path[TEMPDIR_PATH + 40];
    struct buf out;
    unsigned how = size > 0 ? data[0] : 0;
    size_t len = size > 0 ? size - 1 : 0;
    len = len < sizeof calls ? len : sizeof calls;
    memset(calls, 0, sizeof calls);
    if (len > 0)
        memcpy(calls, data + 1, len);
    for (size_t i = 1; (how & SUMS_FIT) && i <= CALLS; i++)
        make_sums_fit(&calls[i]);
    buf_init(&out, WIRE_BODY_MAX);
    book_ready(&out);
    snprintf(path, sizeof path, "%s/slots", directory);
    mkdir(path, 0700);
    snprintf(path, sizeof path, "%s/slots/" NAME, directory);
    int fd = write_slot(path, calls, how & SUMS_FIT ? sizeof calls : len, how & LIVES);
    if (!(how & LIVES))
        close(fd);
    struct reclaim reclaim = {directory, apply, &out};
    take_over(&reclaim);
    if (how & TWO_KEEPERS)
        take_over(&reclaim);
    check(how & LIVES || access(path, F_OK) < 0);
    book_prove(&out);
    unlink(path);
    if (how & LIVES)
        close(fd);
    buf_free(&out);
    return 0;
}
