/* Users and their money. */
#include <string.h>

#include "ledger/holds.h"
#include "ledger/operation.h"
#include "ledger/record.h"

int account_read(struct work *work, uint64_t id, struct user *user, struct error *err) {
    unsigned char key[8];
    record_key_u64(key, id);
    int found = store_get(work->store, TABLE_USERS, key, sizeof key, &work->scratch, err);
    if (found > 0) {
        struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
        record_unpack_user(&in, user);
        user->reserved = holds_money(work->book->holds, HOLDER_USER, id);
    }
    return found;
}

int account_write(struct work *work, const struct user *user, struct error *err) {
    unsigned char key[8];
    struct user stored = *user;
    stored.reserved = 0; /* the holds know it */
    record_key_u64(key, user->id);
    buf_clear(&work->scratch);
    record_pack_user(&work->scratch, &stored);
    return store_put(work->store, TABLE_USERS, key, sizeof key, &work->scratch, err);
}

/* Nobody is told a password's hash by the way. */
void account_answer(struct work *work, const struct user *user) {
    struct user shown = *user;
    shown.password[0] = '\0';
    record_pack_user(work->out, &shown);
}

int account_find(struct work *work, const char *name, struct user *user, struct error *err) {
    int found = store_get(work->store, TABLE_USER_NAMES, name, strlen(name), &work->scratch, err);
    if (found > 0 && work->scratch.len == 8)
        found = account_read(work, record_read_u64((unsigned char *)work->scratch.data), user, err);
    return found;
}

static int need_name(struct work *work, struct user *user, struct error *err) {
    char name[NAME_TEXT + 1]; /* one more, so that a name that is too long stays one */
    unpack_text(work->in, name, sizeof name);
    int found = account_find(work, name, user, err);
    return found == 0 ? error_set(err, ERR_NOT_FOUND, "there is no user \"%s\"", name) : found < 0 ? -1 : 0;
}

/* A payment, so that the credited sum can be proved. */
static int write_payment(struct work *work, uint64_t user, nanos amount, struct error *err) {
    buf_clear(&work->scratch);
    pack_u(&work->scratch, user);
    pack_i(&work->scratch, amount);
    pack_i(&work->scratch, work->book->now);
    return store_put(work->store, TABLE_PAYMENTS, work->id, OPERATION_ID, &work->scratch, err);
}

int op_user_create(struct work *work, struct error *err) {
    struct user user = {0}, other;
    unpack_text(work->in, user.name, sizeof user.name);
    nanos credit = unpack_i(work->in);
    int found = account_find(work, user.name, &other, err);
    if (found)
        return found < 0 ? -1 : error_set(err, ERR_CONFLICT, "there is already a user \"%s\"", user.name);
    user.id = book_number(work, "users", err);
    user.created = work->book->now / 1000;
    user.limited = credit >= 0;
    user.credited = credit > 0 ? credit : 0;
    if (user.id == 0 || account_write(work, &user, err) < 0)
        return -1;
    unsigned char id[8];
    record_key_u64(id, user.id);
    buf_clear(&work->scratch);
    pack_raw(&work->scratch, id, sizeof id);
    if (store_put(work->store, TABLE_USER_NAMES, user.name, strlen(user.name), &work->scratch, err) < 0)
        return -1;
    if (user.credited && write_payment(work, user.id, user.credited, err) < 0)
        return -1;
    account_answer(work, &user);
    return 0;
}

int op_user_find(struct work *work, struct error *err) {
    struct user user;
    if (need_name(work, &user, err) < 0)
        return -1;
    account_answer(work, &user);
    return 0;
}

int op_user_next(struct work *work, struct error *err) {
    struct user user = {.id = unpack_u(work->in)};
    struct buf key;
    buf_init(&key, 64);
    int found;
    do {
        unsigned char after[8];
        record_key_u64(after, user.id);
        found = store_next(work->store, TABLE_USERS, after, sizeof after, &key, &work->scratch, err);
        if (found > 0) {
            struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
            record_unpack_user(&in, &user);
            user.reserved = holds_money(work->book->holds, HOLDER_USER, user.id);
        }
    } while (found > 0 && user.deleted);
    buf_free(&key);
    if (found <= 0)
        return found < 0 ? -1 : error_set(err, ERR_NOT_FOUND, "there are no more users");
    account_answer(work, &user);
    return 0;
}

int op_user_change(struct work *work, struct error *err) {
    struct user user;
    if (need_name(work, &user, err) < 0)
        return -1;
    enum record_change change = unpack_u(work->in);
    user.disabled = change != RECORD_ENABLE;
    if (change == RECORD_DELETE) {
        user.deleted = true; /* its entries remain and must still have an account to agree with */
        if (store_delete(work->store, TABLE_USER_NAMES, user.name, strlen(user.name), err) < 0 ||
            key_delete_all(work, user.id, err) < 0)
            return -1;
    }
    return account_write(work, &user, err);
}

static int set_fields(struct work *work, struct user *user, const struct user *to, unsigned fields,
                      struct error *err) {
    struct plan plan;
    if (fields & USER_ADMIN)
        user->admin = to->admin;
    if (fields & USER_PLAN)
        memcpy(user->plan, to->plan, sizeof user->plan);
    if (fields & USER_GROUPS)
        memcpy(user->groups, to->groups, sizeof user->groups);
    if (fields & USER_PASSWORD)
        memcpy(user->password, to->password, sizeof user->password);
    if (groups_check(user->groups, err) < 0)
        return -1;
    int found = *user->plan ? plan_read(work, user->plan, &plan, err) : 1;
    return found == 0 ? error_set(err, ERR_REQUEST, "there is no plan \"%s\"", user->plan) : found;
}

int op_user_update(struct work *work, struct error *err) {
    struct user user, to;
    if (need_name(work, &user, err) < 0)
        return -1;
    unsigned fields = (unsigned)unpack_u(work->in);
    record_unpack_user(work->in, &to);
    if (set_fields(work, &user, &to, fields, err) < 0 || account_write(work, &user, err) < 0)
        return -1;
    account_answer(work, &user);
    return 0;
}

int op_user_credit(struct work *work, struct error *err) {
    struct user user;
    if (need_name(work, &user, err) < 0)
        return -1;
    nanos amount = unpack_i(work->in);
    if (__builtin_add_overflow(user.credited, amount, &user.credited))
        return error_set(err, ERR_REQUEST, "the credit of \"%s\" would be too large", user.name);
    user.limited = true;
    if (account_write(work, &user, err) < 0 || write_payment(work, user.id, amount, err) < 0)
        return -1;
    account_answer(work, &user);
    return 0;
}
