/* Users and their money. */
#include <string.h>

#include "ledger/holds.h"
#include "ledger/operation.h"
#include "ledger/record.h"

#define CREDIT_LEAST (INT64_MAX / 2) /* below zero: what was spent can still be taken off */

int account_read(struct work *work, uint64_t id, struct user *user, struct error *err) {
    unsigned char key[8];
    record_key_u64(key, id);
    work->about = id;
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
    work->about = user->id;
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

/* The arguments' id or, where that is 0, name. */
static int need_user(struct work *work, struct user *user, struct error *err) {
    char name[NAME_TEXT + 1]; /* one more, so that a name that is too long stays one */
    uint64_t id = unpack_u(work->in);
    unpack_text(work->in, name, sizeof name);
    int found = id ? account_read(work, id, user, err) : account_find(work, name, user, err);
    if (found < 0)
        return -1;
    if (found && !user->deleted)
        return 0;
    return id ? error_set(err, ERR_NOT_FOUND, "there is no user %llu", (unsigned long long)id)
              : error_set(err, ERR_NOT_FOUND, "there is no user \"%s\"", name);
}

int account_begin(struct work *work, struct user *user, struct error *err) {
    struct user other;
    unsigned char id[8];
    int found = account_find(work, user->name, &other, err);
    if (found)
        return found < 0 ? -1 : error_set(err, ERR_CONFLICT, "there is already a user \"%s\"", user->name);
    user->id = book_number(work, "users", err);
    user->created = work->book->now / 1000;
    if (user->id == 0 || account_write(work, user, err) < 0 || plan_give(work, user, err) < 0)
        return -1;
    record_key_u64(id, user->id);
    buf_clear(&work->scratch);
    pack_raw(&work->scratch, id, sizeof id);
    return store_put(work->store, TABLE_USER_NAMES, user->name, strlen(user->name), &work->scratch, err);
}

int account_pay(struct work *work, struct user *user, struct payment *payment, struct error *err) {
    if (__builtin_add_overflow(user->credited, payment->amount, &user->credited) ||
        user->credited < -CREDIT_LEAST)
        return error_set(err, ERR_REQUEST, "the credit of \"%s\" would be too %s", user->name,
                         payment->amount > 0 ? "large" : "small");
    user->limited = true;
    payment->user = user->id;
    return account_write(work, user, err) < 0 ? -1 : payment_write(work, payment, err);
}

int op_user_find(struct work *work, struct error *err) {
    struct user user;
    if (need_user(work, &user, err) < 0)
        return -1;
    account_answer(work, &user);
    return 0;
}

struct user_search {
    const char *deleted; /* the name of one that was deleted; "": any that was not */
    struct user user;
    bool found;
};

static int match_user(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    (void)key, (void)err;
    struct user_search *search = arg;
    struct unpack in = unpack_from(value->data, value->len);
    record_unpack_user(&in, &search->user);
    search->found = search->user.deleted ? *search->deleted && strcmp(search->user.name, search->deleted) == 0
                                         : !*search->deleted;
    return search->found;
}

/* Arguments: the id before; "", or the name of a deleted user. Answer: 1 and a user; or 0 and the id up to
 * which there is none; or nothing at the end. */
int op_user_next(struct work *work, struct error *err) {
    unsigned char after[8];
    char name[NAME_TEXT + 1];
    struct user_search search = {.deleted = name};
    record_key_u64(after, unpack_u(work->in));
    unpack_text(work->in, name, sizeof name);
    int more = store_walk(work->store, TABLE_USERS, after, sizeof after, BOOK_STEP, match_user, &search, err);
    if (more <= 0)
        return more;
    pack_u(work->out, search.found);
    if (search.found) {
        search.user.reserved = holds_money(work->book->holds, HOLDER_USER, search.user.id);
        account_answer(work, &search.user);
    } else
        pack_u(work->out, search.user.id);
    return 0;
}

int op_user_change(struct work *work, struct error *err) {
    struct user user;
    if (need_user(work, &user, err) < 0)
        return -1;
    enum record_change change = unpack_u(work->in);
    user.disabled = change != RECORD_ENABLE;
    if (change == RECORD_DELETE) {
        user.deleted = true; /* its entries remain and must still have an account to agree with */
        if (store_delete(work->store, TABLE_USER_NAMES, user.name, strlen(user.name), err) < 0 ||
            plan_take(work, &user, err) < 0 || key_delete_all(work, user.id, err) < 0)
            return -1;
    }
    return account_write(work, &user, err);
}

int account_check(struct work *work, const struct user *user, struct error *err) {
    struct plan plan;
    if (groups_check(user->groups, err) < 0)
        return -1;
    int found = *user->plan ? plan_read(work, user->plan, &plan, err) : 1;
    if (found == 0)
        error_set(err, ERR_REQUEST, "there is no plan \"%s\"", user->plan);
    return found > 0 ? 0 : -1;
}

static void set_fields(struct user *user, const struct user *to, unsigned fields) {
    if (fields & USER_ADMIN)
        user->admin = to->admin;
    if (fields & USER_PLAN)
        memcpy(user->plan, to->plan, sizeof user->plan);
    if (fields & USER_GROUPS)
        memcpy(user->groups, to->groups, sizeof user->groups);
    if (fields & USER_PASSWORD)
        memcpy(user->password, to->password, sizeof user->password);
    if (fields & (USER_PASSWORD | USER_LOGINS))
        user->round++;
}

int op_user_update(struct work *work, struct error *err) {
    struct user user, to;
    if (need_user(work, &user, err) < 0)
        return -1;
    unsigned fields = (unsigned)unpack_u(work->in);
    record_unpack_user(work->in, &to);
    if (plan_take(work, &user, err) < 0)
        return -1;
    set_fields(&user, &to, fields);
    if (account_check(work, &user, err) < 0 || account_write(work, &user, err) < 0 ||
        plan_give(work, &user, err) < 0)
        return -1;
    account_answer(work, &user);
    return 0;
}

int op_user_credit(struct work *work, struct error *err) {
    struct user user;
    if (need_user(work, &user, err) < 0)
        return -1;
    struct payment payment = {.amount = unpack_i(work->in), .kind = PAID_BY_OPERATOR};
    unpack_text(work->in, payment.note, sizeof payment.note);
    bool limits = unpack_u(work->in);
    if (!user.limited && !limits) {
        error_set(err, ERR_CONFLICT, "\"%s\" does not pay from a balance", user.name);
        err->code = "no_balance";
        return -1;
    }
    if (account_pay(work, &user, &payment, err) < 0)
        return -1;
    account_answer(work, &user);
    return 0;
}
