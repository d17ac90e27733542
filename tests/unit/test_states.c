/* Opaque state in the book: kept for its time under its id, and no more of it than that time brings. */
#include <string.h>

#include "base/clock.h"
#include "base/secret.h"
#include "ledger/operation.h"
#include "tap.h"
#include "tempdir.h"

#define SECONDS 100

struct trial {
    struct book book;
    struct buf in, out;
    unsigned serial;
};

static int apply(struct trial *trial, enum operation op, struct error *err) {
    unsigned char id[OPERATION_ID] = {1, (unsigned char)(trial->serial >> 8), (unsigned char)trial->serial};
    struct unpack in = unpack_from(trial->in.data, trial->in.len);
    bool wrote = false;
    trial->serial++;
    *err = (struct error){0};
    buf_clear(&trial->out);
    return book_apply(&trial->book, op, id, &in, &trial->out, &wrote, err);
}

static void begin(struct trial *trial, unsigned number) {
    unsigned char id[SECRET_HASH] = {(unsigned char)(number >> 8), (unsigned char)number};
    buf_clear(&trial->in);
    pack_raw(&trial->in, id, sizeof id);
}

static int keep(struct trial *trial, unsigned number, const char *state, int seconds) {
    struct error err;
    begin(trial, number);
    pack_i(&trial->in, seconds);
    pack_bytes(&trial->in, state, strlen(state));
    return apply(trial, OP_STATE_KEEP, &err);
}

/* "" if there is none. */
static const char *find(struct trial *trial, unsigned number) {
    static char state[400];
    struct error err;
    size_t len = 0;
    begin(trial, number);
    if (apply(trial, OP_STATE_FIND, &err) < 0) {
        snprintf(state, sizeof state, "%s", err.message);
        return state;
    }
    struct unpack out = unpack_from(trial->out.data, trial->out.len);
    const void *bytes = unpack_bytes(&out, &len);
    snprintf(state, sizeof state, "%.*s", (int)len, (const char *)bytes);
    return state;
}

static int count(struct trial *trial, enum table table) {
    struct buf key, value;
    struct error err = {0};
    int records = 0, found = 1;
    buf_init(&key, 1000);
    buf_init(&value, 100000);
    while ((found = store_next(trial->book.store, table, key.len ? key.data : NULL, key.len, &key, &value,
                               &err)) > 0)
        records++;
    buf_free(&key);
    buf_free(&value);
    return found < 0 ? -1 : records;
}

static void test_time(struct trial *trial) {
    is_str(find(trial, 1), "", "nothing is there at first");
    is_int(keep(trial, 1, "one", SECONDS), 0, "state is kept");
    is_str(find(trial, 1), "one", "and found");
    is_str(find(trial, 2), "", "not under another id");
    keep(trial, 1, "two", SECONDS);
    int64_t end = trial->book.now + SECONDS * 1000;
    is_str(find(trial, 1), "two", "what comes later replaces it");
    trial->book.now = end;
    is_str(find(trial, 1), "two", "it is there to the end of its time");
    trial->book.now = end + 1;
    is_str(find(trial, 1), "", "and no longer");
}

static void test_room(struct trial *trial) {
    for (unsigned i = 0; i < 500; i++) {
        keep(trial, 100 + i, "state", SECONDS);
        trial->book.now += 1000;
    }
    int kept = count(trial, TABLE_STATES);
    ok(kept >= SECONDS && kept <= SECONDS + 3, "no more are there than their time brings: %d", kept);
    is_int(count(trial, TABLE_STATE_ENDS), kept, "each with its end");
    is_str(find(trial, 599), "state", "the last one is among them");
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
    if (!ok(book_open(&trial.book, directory, true, 1024, &err) == 0, "the book opens"))
        printf("# %s\n", err.message);
    test_time(&trial);
    test_room(&trial);
    book_close(&trial.book, false);
    buf_free(&trial.in);
    buf_free(&trial.out);
    tempdir_remove(directory);
    return tap_done();
}
