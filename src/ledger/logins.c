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

static void unpack_login(const unsigned char id[LOGIN_ID], const struct buf *value, struct login *login) {
    struct unpack in = unpack_from(value->data, value->len);
    *login = (struct login){0};
    memcpy(login->id, id, LOGIN_ID);
    login->user = unpack_u(&in);
    login->round = unpack_u(&in);
    unpack_raw(&in, login->refresh, sizeof login->refresh);
    login->by_key = unpack_u(&in);
    login->holder = unpack_u(&in);
    if (login->by_key)
        unpack_raw(&in, login->key, sizeof login->key);
}

/* Also one that has ended. */
static int read_login(struct work *work, const unsigned char id[LOGIN_ID], struct login *login,
                      struct error *err) {
    int found = store_get(work->store, TABLE_LOGINS, id, LOGIN_ID, &work->scratch, err);
    if (found > 0)
        unpack_login(id, &work->scratch, login);
    return found;
}

int login_write(struct work *work, const struct login *login, struct error *err) {
    buf_clear(&work->scratch);
    pack_u(&work->scratch, login->user);
    pack_u(&work->scratch, login->round);
    pack_raw(&work->scratch, login->refresh, sizeof login->refresh);
    pack_u(&work->scratch, login->by_key);
    pack_u(&work->scratch, login->holder);
    if (login->by_key)
        pack_raw(&work->scratch, login->key, sizeof login->key);
    return store_put(work->store, TABLE_LOGINS, login->id, LOGIN_ID, &work->scratch, err);
}

int login_find(struct work *work, const unsigned char id[LOGIN_ID], struct login *login, struct user *user,
               struct error *err) {
    int found = read_login(work, id, login, err);
    if (found > 0)
        found = end_of(id) > work->book->now;
    if (found > 0)
        found = account_read(work, login->user, user, err);
    return found > 0 && user->round != login->round ? 0 : found;
}

/* ---- whose they are ------------------------------------------------------------ */

#define HOLDER (8 + 8) /* user, key */
#define ROW    (HOLDER + LOGIN_ID)

static void row_of(const struct login *login, unsigned char row[ROW]) {
    record_key_u64(row, login->user);
    record_key_u64(row + 8, login->holder);
    memcpy(row + HOLDER, login->id, LOGIN_ID);
}

static int list_login(struct work *work, const struct login *login, struct error *err) {
    unsigned char row[ROW];
    row_of(login, row);
    buf_clear(&work->scratch);
    pack_u(&work->scratch, 0);
    return store_put(work->store, TABLE_USER_LOGINS, row, sizeof row, &work->scratch, err);
}

static int drop_login(struct work *work, const struct login *login, struct error *err) {
    unsigned char row[ROW];
    row_of(login, row);
    return store_delete(work->store, TABLE_USER_LOGINS, row, sizeof row, err) < 0
               ? -1
               : store_delete(work->store, TABLE_LOGINS, login->id, LOGIN_ID, err);
}

/* Drops the one that ends first if it has ended. 1 if there was one. */
static int drop_ended(struct work *work, struct error *err) {
    struct login login;
    struct buf id;
    buf_init(&id, 64);
    int found = store_next(work->store, TABLE_LOGINS, NULL, 0, &id, &work->scratch, err);
    if (found > 0) {
        unpack_login((const unsigned char *)id.data, &work->scratch, &login);
        found = end_of(login.id) <= work->book->now;
    }
    buf_free(&id);
    return found > 0 && drop_login(work, &login, err) < 0 ? -1 : found;
}

struct roll {
    struct login first; /* to end; of it only what its row says */
    size_t count;
};

static int count_row(void *arg, const struct buf *row, const struct buf *value, struct error *err) {
    (void)value, (void)err;
    struct roll *roll = arg;
    unsigned char holder[ROW];
    row_of(&roll->first, holder);
    if (memcmp(row->data, holder, HOLDER) != 0)
        return 1;
    if (roll->count++ == 0)
        memcpy(roll->first.id, row->data + HOLDER, LOGIN_ID);
    return 0;
}

/* Whoever logs in again and again does not fill the disk: the login that ends first gives way. */
static int make_room(struct work *work, const struct login *login, struct error *err) {
    unsigned char row[ROW];
    struct roll roll = {.first = {.user = login->user, .holder = login->holder}};
    row_of(&roll.first, row);
    if (store_walk(work->store, TABLE_USER_LOGINS, row, sizeof row, LOGINS_MOST, count_row, &roll, err) < 0)
        return -1;
    return roll.count < LOGINS_MOST ? 0 : drop_login(work, &roll.first, err);
}

/* ---- operations ------------------------------------------------------------------ */

static int invalid(const char *what, struct error *err) {
    error_set(err, ERR_AUTH, "%s is not valid any more: log in again.", what);
    err->code = "invalid_token";
    return -1;
}

/* Whether the user can log in, with that key if it is by one; 1, 0 or -1. */
static int check_whose(struct work *work, const struct login *login, const struct user *user, uint64_t *key,
                       struct error *err) {
    struct key of = {0};
    *key = 0;
    if (user->disabled || user->round != login->round)
        return 0;
    if (!login->by_key)
        return 1;
    int found = key_id_of(work, login->key, key, err);
    if (found > 0)
        found = key_read(work, *key, &of, err);
    bool ended = of.disabled || (of.expires && of.expires <= work->book->now / 1000);
    return found > 0 ? of.user == user->id && !ended : found;
}

/* Its id begins with its end, so that logins are in the order in which they end; two that have ended go for
 * each new one. */
static int begin(struct work *work, struct login *login, const struct user *user, uint64_t key,
                 int64_t seconds, struct error *err) {
    if (seconds < 1 || seconds > SECONDS_MOST)
        return error_set(err, ERR_REQUEST, "a login does not last for %" PRId64 " seconds", seconds);
    memcpy(login->id, work->id, LOGIN_ID);
    record_id_time(login->id, work->book->now + seconds * 1000);
    login->holder = key;
    if (make_room(work, login, err) < 0 || login_write(work, login, err) < 0 ||
        list_login(work, login, err) < 0)
        return -1;
    int more = drop_ended(work, err);
    if (more > 0)
        more = drop_ended(work, err);
    pack_raw(work->out, login->id, LOGIN_ID);
    pack_u(work->out, user->id);
    pack_u(work->out, key);
    pack_text(work->out, user->name);
    return more < 0 ? -1 : 0;
}

/* Arguments: the user and the round of its logins, the refresh's hash, whether it is by a key, that one's
 * hash, seconds, the address that it comes from. */
int op_login_begin(struct work *work, struct error *err) {
    struct login login = {.user = unpack_u(work->in)};
    struct user user;
    uint64_t key = 0;
    login.round = unpack_u(work->in);
    unpack_raw(work->in, login.refresh, sizeof login.refresh);
    login.by_key = unpack_u(work->in);
    unpack_raw(work->in, login.key, sizeof login.key);
    int64_t seconds = unpack_i(work->in);
    struct origin origin = {.address = unpack_u(work->in)};
    int found = account_read(work, login.user, &user, err);
    if (found > 0)
        found = check_whose(work, &login, &user, &key, err);
    if (found <= 0)
        return found < 0 ? -1 : invalid("What you log in with", err);
    if (!login.by_key)
        password_right(work, user.name, &origin);
    return begin(work, &login, &user, key, seconds, err);
}

/* A refresh token works once: the login gives way to a new one. */
int op_login_refresh(struct work *work, struct error *err) {
    unsigned char id[LOGIN_ID], refresh[SECRET_HASH], fresh[SECRET_HASH];
    struct login login;
    struct user user;
    uint64_t key = 0;
    unpack_raw(work->in, id, sizeof id);
    unpack_raw(work->in, refresh, sizeof refresh);
    int64_t seconds = unpack_i(work->in);
    unpack_raw(work->in, fresh, sizeof fresh);
    int found = login_find(work, id, &login, &user, err);
    if (found > 0)
        found = secret_same(login.refresh, refresh, SECRET_HASH);
    if (found > 0)
        found = check_whose(work, &login, &user, &key, err);
    if (found <= 0)
        return found < 0 ? -1 : invalid("This refresh token", err);
    if (drop_login(work, &login, err) < 0)
        return -1;
    memcpy(login.refresh, fresh, sizeof login.refresh);
    return begin(work, &login, &user, key, seconds, err);
}

int op_login_end(struct work *work, struct error *err) {
    unsigned char id[LOGIN_ID];
    struct login login;
    unpack_raw(work->in, id, sizeof id);
    int found = read_login(work, id, &login, err);
    return found > 0 ? drop_login(work, &login, err) : found;
}
