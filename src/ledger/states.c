/* Opaque state that a client cannot carry, kept for a while. */
#include <inttypes.h>
#include <string.h>

#include "ledger/operation.h"
#include "ledger/record.h"

#define TIME_KEY     (8 + SECRET_HASH) /* when it ends, in an order that sorts, and its id */
#define SECONDS_MOST (366 * 86400)

static void time_key(int64_t until, const unsigned char id[SECRET_HASH], unsigned char key[TIME_KEY]) {
    for (int i = 0; i < 8; i++)
        key[i] = (unsigned char)(until >> (56 - 8 * i));
    memcpy(key + 8, id, SECRET_HASH);
}

/* What is kept under an id, in work->scratch: 1, with its end; 0; -1. */
static int read_state(struct work *work, const unsigned char id[SECRET_HASH], int64_t *until,
                      struct unpack *rest, struct error *err) {
    int found = store_get(work->store, TABLE_STATES, id, SECRET_HASH, &work->scratch, err);
    if (found <= 0)
        return found;
    *rest = unpack_from(work->scratch.data, work->scratch.len);
    *until = unpack_i(rest);
    return 1;
}

static int drop_state(struct work *work, int64_t until, const unsigned char id[SECRET_HASH],
                      struct error *err) {
    unsigned char key[TIME_KEY];
    time_key(until, id, key);
    return store_delete(work->store, TABLE_STATE_ENDS, key, sizeof key, err) < 0 ||
                   store_delete(work->store, TABLE_STATES, id, SECRET_HASH, err) < 0
               ? -1
               : 0;
}

/* Drops the one that ends first if it has ended. 1 if there was one. */
static int drop_oldest(struct work *work, struct error *err) {
    struct buf key;
    buf_init(&key, 256);
    int found = store_next(work->store, TABLE_STATE_ENDS, NULL, 0, &key, &work->scratch, err);
    if (found > 0 && key.len == TIME_KEY) {
        uint64_t bits = 0;
        for (int i = 0; i < 8; i++)
            bits = bits << 8 | (unsigned char)key.data[i];
        int64_t until = (int64_t)bits;
        found = until < work->book->now;
        if (found && drop_state(work, until, (const unsigned char *)key.data + 8, err) < 0)
            found = -1;
    }
    buf_free(&key);
    return found;
}

static int write_state(struct work *work, const unsigned char id[SECRET_HASH], int64_t until,
                       const void *bytes, size_t len, struct error *err) {
    unsigned char key[TIME_KEY];
    time_key(until, id, key);
    buf_clear(&work->scratch);
    pack_i(&work->scratch, until);
    pack_bytes(&work->scratch, bytes, len);
    if (store_put(work->store, TABLE_STATES, id, SECRET_HASH, &work->scratch, err) < 0)
        return -1;
    buf_clear(&work->scratch);
    pack_i(&work->scratch, 0);
    return store_put(work->store, TABLE_STATE_ENDS, key, sizeof key, &work->scratch, err);
}

int state_end(struct work *work, const unsigned char id[SECRET_HASH], struct error *err) {
    struct unpack rest;
    int64_t until;
    int known = read_state(work, id, &until, &rest, err);
    return known > 0 ? drop_state(work, until, id, err) : known;
}

/* Two that have ended go for each new one, so that no more are kept than their time brings. */
int state_keep(struct work *work, const unsigned char id[SECRET_HASH], int64_t until, const void *bytes,
               size_t len, struct error *err) {
    struct unpack rest;
    int64_t old;
    int known = read_state(work, id, &old, &rest, err);
    if (known < 0 || (known > 0 && drop_state(work, old, id, err) < 0) ||
        write_state(work, id, until, bytes, len, err) < 0)
        return -1;
    int more = drop_oldest(work, err);
    if (more > 0)
        more = drop_oldest(work, err);
    return more < 0 ? -1 : 0;
}

int state_find(struct work *work, const unsigned char id[SECRET_HASH], int64_t *until, const void **bytes,
               size_t *len, struct error *err) {
    struct unpack rest;
    int found = read_state(work, id, until, &rest, err);
    if (found <= 0 || *until < work->book->now)
        return found < 0 ? -1 : 0;
    *bytes = unpack_bytes(&rest, len);
    return 1;
}

int op_state_keep(struct work *work, struct error *err) {
    unsigned char id[SECRET_HASH];
    size_t len;
    unpack_raw(work->in, id, sizeof id);
    int64_t seconds = unpack_i(work->in);
    const void *bytes = unpack_bytes(work->in, &len);
    if (seconds < 0 || seconds > SECONDS_MOST)
        return error_set(err, ERR_REQUEST, "A state cannot be kept for %" PRId64 " seconds.", seconds);
    return state_keep(work, id, work->book->now + seconds * 1000, bytes, len, err);
}

int op_state_find(struct work *work, struct error *err) {
    unsigned char id[SECRET_HASH];
    const void *bytes = "";
    int64_t until;
    size_t len = 0;
    unpack_raw(work->in, id, sizeof id);
    if (state_find(work, id, &until, &bytes, &len, err) < 0)
        return -1;
    pack_bytes(work->out, bytes, len);
    return 0;
}
