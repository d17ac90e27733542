/* Keys: only the hash of a key's text is stored. */
#include <string.h>

#include "base/network.h"
#include "ledger/holds.h"
#include "ledger/operation.h"
#include "ledger/record.h"

#define GRACE_MOST (366 * INT64_C(86400)) /* seconds for which a text may go on working */

int key_read(struct work *work, uint64_t id, struct key *key, struct error *err) {
    unsigned char number[8];
    record_key_u64(number, id);
    int found = store_get(work->store, TABLE_KEYS, number, sizeof number, &work->scratch, err);
    if (found > 0) {
        struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
        record_unpack_key(&in, key);
        work->about = key->user;
        key->reserved = holds_money(work->book->holds, HOLDER_KEY, id);
    }
    return found;
}

int key_write(struct work *work, const struct key *key, struct error *err) {
    unsigned char number[8];
    struct key stored = *key;
    stored.reserved = 0; /* the holds know it */
    record_key_u64(number, key->id);
    buf_clear(&work->scratch);
    record_pack_key(&work->scratch, &stored);
    return store_put(work->store, TABLE_KEYS, number, sizeof number, &work->scratch, err);
}

/* ---- whose they are ------------------------------------------------------------ */

#define ROW (8 + 8) /* user, key */

static void row_of(unsigned char row[ROW], uint64_t user, uint64_t key) {
    record_key_u64(row, user);
    record_key_u64(row + 8, key);
}

struct counted {
    unsigned char user[8];
    size_t keys;
};

static int count_row(void *arg, const struct buf *row, const struct buf *value, struct error *err) {
    (void)value, (void)err;
    struct counted *counted = arg;
    if (memcmp(row->data, counted->user, sizeof counted->user) != 0)
        return 1;
    counted->keys++;
    return 0;
}

static int check_room(struct work *work, uint64_t user, struct error *err) {
    struct counted counted = {.keys = 0};
    unsigned char row[ROW];
    row_of(row, user, 0);
    memcpy(counted.user, row, sizeof counted.user);
    if (store_walk(work->store, TABLE_USER_KEYS, row, sizeof row, KEYS_MOST, count_row, &counted, err) < 0)
        return -1;
    if (counted.keys < KEYS_MOST)
        return 0;
    error_set(err, ERR_CONFLICT, "A user has at most %d keys: delete one.", KEYS_MOST);
    err->code = "too_many_keys";
    return -1;
}

static int list_key(struct work *work, const struct key *key, struct error *err) {
    unsigned char row[ROW];
    row_of(row, key->user, key->id);
    buf_clear(&work->scratch);
    pack_u(&work->scratch, 0);
    return store_put(work->store, TABLE_USER_KEYS, row, sizeof row, &work->scratch, err);
}

/* ---- texts ------------------------------------------------------------------- */

int key_id_of(struct work *work, const unsigned char hash[SECRET_HASH], uint64_t *id, struct error *err) {
    int found = store_get(work->store, TABLE_KEY_HASHES, hash, SECRET_HASH, &work->scratch, err);
    if (found <= 0)
        return found;
    struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
    uint64_t number = unpack_u(&in);
    int64_t until = unpack_i(&in);
    if (until && until <= work->book->now / 1000)
        return 0;
    *id = number;
    return 1;
}

/* The text works until that time, in seconds; 0: for ever. */
static int write_hash(struct work *work, const unsigned char hash[SECRET_HASH], uint64_t id, int64_t until,
                      struct error *err) {
    buf_clear(&work->scratch);
    pack_u(&work->scratch, id);
    pack_i(&work->scratch, until);
    return store_put(work->store, TABLE_KEY_HASHES, hash, SECRET_HASH, &work->scratch, err);
}

static int drop_hash(struct work *work, const unsigned char hash[SECRET_HASH], struct error *err) {
    return store_delete(work->store, TABLE_KEY_HASHES, hash, SECRET_HASH, err);
}

/* ---- lists -------------------------------------------------------------------- */

/* Names with single blanks between them, without odd characters. */
static int check_list(const char *list, size_t longest, const char *what, struct error *err) {
    size_t len = strlen(list);
    if (len && (list[0] == ' ' || list[len - 1] == ' ' || strstr(list, "  ")))
        return error_set(err, ERR_REQUEST, "%s are a list with single blanks between them", what);
    for (const char *at = list; *at; at += *at == ' ') {
        size_t word = strcspn(at, " ");
        for (size_t i = 0; i < word; i++)
            if ((unsigned char)at[i] < ' ' || at[i] == 0x7f)
                return error_set(err, ERR_REQUEST, "%s hold no control characters", what);
        if (word >= longest)
            return error_set(err, ERR_REQUEST, "one of the %s is longer than %zu characters", what,
                             longest - 1);
        at += word;
    }
    return 0;
}

int groups_check(const char *groups, struct error *err) {
    return check_list(groups, GROUP_TEXT, "groups", err);
}

static int check_key(const struct key *key, struct error *err) {
    if (key->capped && key->credit < 0)
        return error_set(err, ERR_REQUEST, "a key's credit is not negative");
    if (key->expires < 0)
        return error_set(err, ERR_REQUEST, "a key does not expire before 1970");
    return limits_check(&key->limits, err) < 0 || check_list(key->models, MODEL_TEXT, "models", err) < 0 ||
                   groups_check(key->groups, err) < 0 || network_list_check(key->networks, err) < 0
               ? -1
               : 0;
}

/* ---- operations ------------------------------------------------------------------ */

static int need_key(struct work *work, uint64_t id, struct key *key, struct error *err) {
    int found = key_read(work, id, key, err);
    if (found == 0)
        return error_set(err, ERR_NOT_FOUND, "there is no key %llu", (unsigned long long)id);
    return found < 0 ? -1 : 0;
}

static void set_fields(struct key *key, const struct key *to, unsigned fields) {
    const struct {
        unsigned field;
        void *at;
        const void *from;
        size_t size;
    } members[] = {
        {KEY_NAME, key->name, to->name, sizeof key->name},
        {KEY_EXPIRES, &key->expires, &to->expires, sizeof key->expires},
        {KEY_MODELS, key->models, to->models, sizeof key->models},
        {KEY_GROUPS, key->groups, to->groups, sizeof key->groups},
        {KEY_NETWORKS, key->networks, to->networks, sizeof key->networks},
        {KEY_CREDIT, &key->capped, &to->capped, sizeof key->capped},
        {KEY_CREDIT, &key->credit, &to->credit, sizeof key->credit},
        {KEY_LIMITS, &key->limits, &to->limits, sizeof key->limits},
        {KEY_STRICT, &key->strict, &to->strict, sizeof key->strict},
        {KEY_KEEPS, &key->keeps, &to->keeps, sizeof key->keeps},
        {KEY_STATE, &key->disabled, &to->disabled, sizeof key->disabled},
    };
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        if (fields & members[i].field)
            memcpy(members[i].at, members[i].from, members[i].size);
}

int key_create(struct work *work, struct key *key, const unsigned char hash[SECRET_HASH], struct error *err) {
    struct user user;
    uint64_t other;
    int found = account_read(work, key->user, &user, err);
    if (found <= 0 || user.deleted)
        return found < 0 ? -1 : error_set(err, ERR_NOT_FOUND, "there is no such user");
    found = key_id_of(work, hash, &other, err);
    if (found)
        return found < 0 ? -1 : error_set(err, ERR_CONFLICT, "there is already such a key");
    memcpy(key->hash, hash, SECRET_HASH);
    if (check_key(key, err) < 0 || groups_within(key->groups, &user, err) < 0 ||
        check_room(work, key->user, err) < 0)
        return -1;
    key->id = book_number(work, "keys", err);
    key->created = work->book->now / 1000;
    return key->id == 0 || key_write(work, key, err) < 0 || list_key(work, key, err) < 0 ||
                   write_hash(work, hash, key->id, 0, err) < 0
               ? -1
               : 0;
}

int op_key_create(struct work *work, struct error *err) {
    struct key key;
    unsigned char hash[SECRET_HASH];
    record_unpack_key(work->in, &key);
    unpack_raw(work->in, hash, sizeof hash);
    if (key_create(work, &key, hash, err) < 0)
        return -1;
    record_pack_key(work->out, &key);
    return 0;
}

/* What was spent up to now is known only here. */
static int add_spent(struct key *key, struct error *err) {
    if (key->credit >= 0 && !__builtin_add_overflow(key->credit, key->spent, &key->credit))
        return 0;
    return error_set(err, ERR_REQUEST, "the credit of a key is not negative, and not too large");
}

int op_key_update(struct work *work, struct error *err) {
    struct key key, to;
    struct user user;
    unsigned fields = (unsigned)unpack_u(work->in);
    record_unpack_key(work->in, &to);
    if (need_key(work, to.id, &key, err) < 0 || account_read(work, key.user, &user, err) < 0 ||
        ((fields & KEY_GROUPS) && groups_within(to.groups, &user, err) < 0))
        return -1;
    set_fields(&key, &to, fields);
    if ((fields & KEY_REMAINDER) && key.capped && add_spent(&key, err) < 0)
        return -1;
    if (check_key(&key, err) < 0 || key_write(work, &key, err) < 0)
        return -1;
    record_pack_key(work->out, &key);
    return 0;
}

int op_key_find(struct work *work, struct error *err) {
    struct key key;
    if (need_key(work, unpack_u(work->in), &key, err) < 0)
        return -1;
    record_pack_key(work->out, &key);
    return 0;
}

static int next_of_all(struct work *work, uint64_t after, struct key *key, struct error *err) {
    unsigned char number[8];
    struct buf id;
    record_key_u64(number, after);
    buf_init(&id, 64);
    int found = store_next(work->store, TABLE_KEYS, number, sizeof number, &id, &work->scratch, err);
    if (found > 0)
        found = key_read(work, record_read_u64((const unsigned char *)id.data), key, err);
    buf_free(&id);
    return found;
}

static int next_of_user(struct work *work, uint64_t user, uint64_t after, struct key *key,
                        struct error *err) {
    unsigned char row[ROW];
    struct buf next;
    row_of(row, user, after);
    buf_init(&next, 64);
    int found = store_next(work->store, TABLE_USER_KEYS, row, sizeof row, &next, &work->scratch, err);
    if (found > 0 && memcmp(next.data, row, 8) != 0)
        found = 0;
    if (found > 0)
        found = key_read(work, record_read_u64((const unsigned char *)next.data + 8), key, err);
    buf_free(&next);
    return found;
}

/* Arguments: the id before, the user (0: all). */
int op_key_next(struct work *work, struct error *err) {
    struct key key;
    uint64_t after = unpack_u(work->in), user = unpack_u(work->in);
    int found = user ? next_of_user(work, user, after, &key, err) : next_of_all(work, after, &key, err);
    if (found <= 0)
        return found < 0 ? -1 : error_set(err, ERR_NOT_FOUND, "there are no more keys");
    record_pack_key(work->out, &key);
    return 0;
}

/* The text before the last one works no longer. */
int op_key_rotate(struct work *work, struct error *err) {
    struct key key;
    unsigned char hash[SECRET_HASH];
    uint64_t other;
    if (need_key(work, unpack_u(work->in), &key, err) < 0)
        return -1;
    int64_t grace = unpack_i(work->in), now = work->book->now / 1000;
    unpack_raw(work->in, hash, sizeof hash);
    unpack_text(work->in, key.hint, sizeof key.hint);
    if (grace < 0 || grace > GRACE_MOST)
        return error_set(err, ERR_REQUEST, "a time of grace is 0 to %lld seconds", (long long)GRACE_MOST);
    int found = key_id_of(work, hash, &other, err);
    if (found)
        return found < 0 ? -1 : error_set(err, ERR_CONFLICT, "there is already such a key");
    if (drop_hash(work, key.before, err) < 0)
        return -1;
    int rc = grace ? write_hash(work, key.hash, key.id, now + grace, err) : drop_hash(work, key.hash, err);
    memcpy(key.before, key.hash, sizeof hash);
    memcpy(key.hash, hash, sizeof hash);
    if (rc < 0 || write_hash(work, hash, key.id, 0, err) < 0 || key_write(work, &key, err) < 0)
        return -1;
    record_pack_key(work->out, &key);
    return 0;
}

static int delete_key(struct work *work, const struct key *key, struct error *err) {
    unsigned char number[8], row[ROW];
    record_key_u64(number, key->id);
    row_of(row, key->user, key->id);
    return drop_hash(work, key->hash, err) < 0 || drop_hash(work, key->before, err) < 0 ||
                   store_delete(work->store, TABLE_USER_KEYS, row, sizeof row, err) < 0 ||
                   store_delete(work->store, TABLE_KEYS, number, sizeof number, err) < 0
               ? -1
               : 0;
}

int op_key_change(struct work *work, struct error *err) {
    struct key key;
    if (need_key(work, unpack_u(work->in), &key, err) < 0)
        return -1;
    enum record_change change = unpack_u(work->in);
    if (change == RECORD_DELETE)
        return delete_key(work, &key, err);
    key.disabled = change == RECORD_DISABLE;
    return key_write(work, &key, err);
}

int key_delete_all(struct work *work, uint64_t user, struct error *err) {
    struct key key = {0};
    int found;
    while ((found = next_of_user(work, user, key.id, &key, err)) > 0)
        if (delete_key(work, &key, err) < 0)
            return -1;
    return found;
}
