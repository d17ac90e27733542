/* Logins: what the tokens that the hub signs stand for, until they end or somebody logs out. */
#include <inttypes.h>
#include <string.h>

#include "ledger/operation.h"
#include "ledger/record.h"

#define SECONDS_MOST (366 * 86400)

static int64_t end_of(const unsigned char id[LOGIN_ID]) {
    int64_t ms = 0;
    for (int i = 0; i < 6; i++)
        ms = ms << 8 | id[i];
    return ms;
}

int login_read(struct work *work, const unsigned char id[LOGIN_ID], struct login *login, struct error *err) {
    int found = store_get(work->store, TABLE_LOGINS, id, LOGIN_ID, &work->scratch, err);
    if (found <= 0 || end_of(id) <= work->book->now)
        return found < 0 ? -1 : 0;
    struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
    *login = (struct login){0};
    memcpy(login->id, id, LOGIN_ID);
    login->user = unpack_u(&in);
    login->key = unpack_u(&in);
    unpack_raw(&in, login->refresh, sizeof login->refresh);
    return 1;
}

/* Drops the one that ends first if it has ended. 1 if there was one. */
static int drop_ended(struct work *work, struct error *err) {
    struct buf id;
    buf_init(&id, 64);
    int found = store_next(work->store, TABLE_LOGINS, NULL, 0, &id, &work->scratch, err);
    if (found > 0)
        found = end_of((const unsigned char *)id.data) <= work->book->now;
    if (found > 0 && store_delete(work->store, TABLE_LOGINS, id.data, id.len, err) < 0)
        found = -1;
    buf_free(&id);
    return found;
}

/* Its id begins with its end, so that logins are in the order in which they end; two that have ended go for
 * each new one. */
static int begin(struct work *work, uint64_t user, uint64_t key, int64_t seconds,
                 const unsigned char refresh[SECRET_HASH], struct error *err) {
    unsigned char id[LOGIN_ID];
    if (seconds < 1 || seconds > SECONDS_MOST)
        return error_set(err, ERR_REQUEST, "a login does not last for %" PRId64 " seconds", seconds);
    memcpy(id, work->id, LOGIN_ID);
    record_id_time(id, work->book->now + seconds * 1000);
    buf_clear(&work->scratch);
    pack_u(&work->scratch, user);
    pack_u(&work->scratch, key);
    pack_raw(&work->scratch, refresh, SECRET_HASH);
    if (store_put(work->store, TABLE_LOGINS, id, LOGIN_ID, &work->scratch, err) < 0)
        return -1;
    int more = drop_ended(work, err);
    if (more > 0)
        more = drop_ended(work, err);
    pack_raw(work->out, id, LOGIN_ID);
    pack_u(work->out, user);
    pack_u(work->out, key);
    return more < 0 ? -1 : 0;
}

int op_login_begin(struct work *work, struct error *err) {
    unsigned char refresh[SECRET_HASH];
    uint64_t user = unpack_u(work->in), key = unpack_u(work->in);
    int64_t seconds = unpack_i(work->in);
    unpack_raw(work->in, refresh, sizeof refresh);
    return begin(work, user, key, seconds, refresh, err);
}

static int invalid(struct error *err) {
    error_set(err, ERR_AUTH, "This refresh token is not valid any more: log in again.");
    err->code = "invalid_token";
    return -1;
}

/* A refresh token works once: the login gives way to a new one. */
int op_login_refresh(struct work *work, struct error *err) {
    unsigned char id[LOGIN_ID], refresh[SECRET_HASH], fresh[SECRET_HASH];
    struct login login;
    unpack_raw(work->in, id, sizeof id);
    unpack_raw(work->in, refresh, sizeof refresh);
    int64_t seconds = unpack_i(work->in);
    unpack_raw(work->in, fresh, sizeof fresh);
    int found = login_read(work, id, &login, err);
    if (found < 0)
        return -1;
    if (!found || !secret_same(login.refresh, refresh, SECRET_HASH))
        return invalid(err);
    if (store_delete(work->store, TABLE_LOGINS, id, LOGIN_ID, err) < 0)
        return -1;
    return begin(work, login.user, login.key, seconds, fresh, err);
}

int op_login_end(struct work *work, struct error *err) {
    unsigned char id[LOGIN_ID];
    unpack_raw(work->in, id, sizeof id);
    return store_delete(work->store, TABLE_LOGINS, id, LOGIN_ID, err);
}
