/* Keys: only the hash of a key is stored. */
#include <string.h>

#include "base/clock.h"
#include "ledger/guesses.h"
#include "ledger/holds.h"
#include "ledger/operation.h"
#include "ledger/record.h"

int key_read(struct work *work, const unsigned char hash[SECRET_HASH], struct key *key, struct error *err) {
    int found = store_get(work->store, TABLE_KEYS, hash, SECRET_HASH, &work->scratch, err);
    if (found > 0) {
        struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
        record_unpack_key(&in, key);
    }
    return found;
}

int key_write(struct work *work, const unsigned char hash[SECRET_HASH], const struct key *key,
              struct error *err) {
    buf_clear(&work->scratch);
    record_pack_key(&work->scratch, key);
    return store_put(work->store, TABLE_KEYS, hash, SECRET_HASH, &work->scratch, err);
}

int64_t key_period(const struct key *key, int64_t now) {
    return key->period ? now - now % key->period : 0;
}

/* What is told of a key: its use as of now, running calls included. */
static void answer_key(struct work *work, struct key *key) {
    int64_t start = key_period(key, work->book->now / 1000);
    if (key->cap && key->start != start) {
        key->start = start;
        key->used = 0;
    }
    key->used += holds_places(work->book->holds, key->id, start);
    record_pack_key(work->out, key);
}

int key_hash_of(struct work *work, uint64_t id, unsigned char hash[SECRET_HASH], struct error *err) {
    unsigned char key[8];
    record_key_u64(key, id);
    int found = store_get(work->store, TABLE_KEY_IDS, key, sizeof key, &work->scratch, err);
    if (found > 0) {
        struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
        unpack_raw(&in, hash, SECRET_HASH);
    }
    return found;
}

static int refuse(struct error *err, const char *code, const char *message) {
    error_set(err, ERR_AUTH, "%s", message);
    err->code = code;
    return -1;
}

static int refuse_guess(struct error *err, int seconds) {
    error_set(err, ERR_LIMIT, "Too many requests with a wrong API key came from this address.");
    err->code = LEDGER_WRONG_KEYS;
    err->retry_after = seconds;
    return -1;
}

int key_admit(struct work *work, const unsigned char hash[SECRET_HASH], const struct origin *origin,
              struct key *key, struct user *user, struct error *err) {
    struct guesses *guesses = work->book->guesses;
    int wait = guesses_wait(guesses, origin, hash, clock_mono_ms());
    if (wait > 0)
        return refuse_guess(err, wait);
    int found = key_read(work, hash, key, err);
    if (found > 0)
        found = account_read(work, key->user, user, err);
    if (found < 0)
        return -1;
    if (found == 0) {
        guesses_wrong(guesses, origin, clock_mono_ms());
        return refuse(err, "invalid_api_key",
                      "No valid API key was given. Send it as \"Authorization: Bearer KEY\".");
    }
    guesses_right(guesses, origin, hash);
    if (key->disabled || user->disabled)
        return refuse(err, "key_disabled", "This API key is disabled.");
    return 0;
}

int op_key_create(struct work *work, struct error *err) {
    struct key key;
    struct user user;
    unsigned char hash[SECRET_HASH], id[8];
    record_unpack_key(work->in, &key);
    unpack_raw(work->in, hash, sizeof hash);
    if (key.cap < 0 || key.period < 0)
        return error_set(err, ERR_REQUEST, "a cap and its period are not negative");
    int found = account_read(work, key.user, &user, err);
    if (found <= 0 || user.deleted)
        return found < 0 ? -1 : error_set(err, ERR_NOT_FOUND, "there is no such user");
    struct key other;
    found = key_read(work, hash, &other, err);
    if (found)
        return found < 0 ? -1 : error_set(err, ERR_CONFLICT, "there is already such a key");
    key.id = book_number(work, "keys", err);
    key.created = work->book->now / 1000;
    key.disabled = false;
    key.start = key.used = 0;
    if (key.id == 0 || key_write(work, hash, &key, err) < 0)
        return -1;
    record_key_u64(id, key.id);
    buf_clear(&work->scratch);
    pack_raw(&work->scratch, hash, sizeof hash);
    if (store_put(work->store, TABLE_KEY_IDS, id, sizeof id, &work->scratch, err) < 0)
        return -1;
    record_pack_key(work->out, &key);
    return 0;
}

int op_key_check(struct work *work, struct error *err) {
    struct key key;
    struct user user;
    struct origin origin;
    unsigned char hash[SECRET_HASH];
    unpack_raw(work->in, hash, sizeof hash);
    record_unpack_origin(work->in, &origin);
    if (work->in->bad)
        return 0; /* book_apply() refuses it */
    if (key_admit(work, hash, &origin, &key, &user, err) < 0)
        return -1;
    answer_key(work, &key);
    record_pack_user(work->out, &user);
    return 0;
}

/* The key of an id, with its hash. ERR_NOT_FOUND if there is none. */
static int need_key(struct work *work, uint64_t id, unsigned char hash[SECRET_HASH], struct key *key,
                    struct error *err) {
    int found = key_hash_of(work, id, hash, err);
    if (found > 0)
        found = key_read(work, hash, key, err);
    if (found == 0)
        return error_set(err, ERR_NOT_FOUND, "there is no key %llu", (unsigned long long)id);
    return found < 0 ? -1 : 0;
}

int op_key_find(struct work *work, struct error *err) {
    struct key key;
    unsigned char hash[SECRET_HASH];
    if (need_key(work, unpack_u(work->in), hash, &key, err) < 0)
        return -1;
    answer_key(work, &key);
    return 0;
}

/* The key with the next id: 1, 0 past the end, -1. */
static int next_key(struct work *work, uint64_t after, unsigned char hash[SECRET_HASH], struct key *key,
                    struct error *err) {
    unsigned char id[8];
    struct buf next;
    record_key_u64(id, after);
    buf_init(&next, 64);
    int found = store_next(work->store, TABLE_KEY_IDS, id, sizeof id, &next, &work->scratch, err);
    if (found > 0) {
        struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
        unpack_raw(&in, hash, SECRET_HASH);
        found = key_read(work, hash, key, err);
    }
    buf_free(&next);
    return found;
}

int op_key_next(struct work *work, struct error *err) {
    struct key key;
    unsigned char hash[SECRET_HASH];
    int found = next_key(work, unpack_u(work->in), hash, &key, err);
    if (found <= 0)
        return found < 0 ? -1 : error_set(err, ERR_NOT_FOUND, "there are no more keys");
    answer_key(work, &key);
    return 0;
}

static int delete_key(struct work *work, uint64_t id, const unsigned char hash[SECRET_HASH],
                      struct error *err) {
    unsigned char key[8];
    record_key_u64(key, id);
    if (store_delete(work->store, TABLE_KEY_IDS, key, sizeof key, err) < 0)
        return -1;
    return store_delete(work->store, TABLE_KEYS, hash, SECRET_HASH, err);
}

int op_key_change(struct work *work, struct error *err) {
    struct key key;
    unsigned char hash[SECRET_HASH];
    if (need_key(work, unpack_u(work->in), hash, &key, err) < 0)
        return -1;
    enum record_change change = unpack_u(work->in);
    if (change == RECORD_DELETE)
        return delete_key(work, key.id, hash, err);
    key.disabled = change == RECORD_DISABLE;
    return key_write(work, hash, &key, err);
}

int key_delete_all(struct work *work, uint64_t user, struct error *err) {
    struct key key = {0};
    unsigned char hash[SECRET_HASH];
    int found;
    while ((found = next_key(work, key.id, hash, &key, err)) > 0)
        if (key.user == user && delete_key(work, key.id, hash, err) < 0)
            return -1;
    return found;
}
