/* Erasing: takes away what tells who a user is, and leaves the numbers. */
#include <stdio.h>
#include <string.h>

#include "ledger/operation.h"
#include "ledger/record.h"

static int mark(struct work *work, uint64_t user, struct error *err) {
    unsigned char key[8];
    record_key_u64(key, user);
    buf_clear(&work->scratch);
    pack_i(&work->scratch, 0);
    return store_put(work->store, TABLE_ERASURES, key, sizeof key, &work->scratch, err);
}

static int unmark(struct work *work, uint64_t user, struct error *err) {
    unsigned char key[8];
    record_key_u64(key, user);
    return store_delete(work->store, TABLE_ERASURES, key, sizeof key, err);
}

/* Nobody makes more of what is to be forgotten. The name stays until all of that is gone, so that whoever
 * tries again finds the user. */
static int shut(struct work *work, struct user *user, struct error *err) {
    if (!user->deleted &&
        (store_delete(work->store, TABLE_USER_NAMES, user->name, strlen(user->name), err) < 0 ||
         plan_take(work, user, err) < 0))
        return -1;
    user->deleted = user->disabled = true;
    return key_delete_all(work, user->id, err);
}

static void forget(struct user *user) {
    memset(user->name, 0, sizeof user->name);
    snprintf(user->name, sizeof user->name, "erased-%llu", (unsigned long long)user->id);
    user->admin = false;
    memset(user->password, 0, sizeof user->password);
    memset(user->groups, 0, sizeof user->groups);
}

/* In two steps, between which the asker removes files and has notes and answers forgotten; if it dies, the
 * keeper goes on, for which there is a mark in between. Arguments: name, id (0: the one of that name),
 * whether to end. */
int op_user_erase(struct work *work, struct error *err) {
    char name[NAME_TEXT + 1]; /* one more, so that a name that is too long stays one */
    struct user user;
    unpack_text(work->in, name, sizeof name);
    uint64_t id = unpack_u(work->in);
    bool end = unpack_u(work->in);
    int found = id ? account_read(work, id, &user, err) : account_find(work, name, &user, err);
    if (found <= 0)
        return found < 0 ? -1 : error_set(err, ERR_NOT_FOUND, "there is no user \"%s\"", name);
    if (shut(work, &user, err) < 0)
        return -1;
    if (end)
        forget(&user);
    if (account_write(work, &user, err) < 0 ||
        (end ? unmark(work, user.id, err) : mark(work, user.id, err)) < 0)
        return -1;
    account_answer(work, &user);
    return 0;
}

static int list_mark(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    (void)value, (void)err;
    struct work *work = arg;
    pack_u(work->out, record_read_u64((const unsigned char *)key->data));
    return 0;
}

/* Those that were begun with, and not ended. */
int op_erasures(struct work *work, struct error *err) {
    return store_walk(work->store, TABLE_ERASURES, NULL, 0, BOOK_STEP, list_mark, work, err) < 0 ? -1 : 0;
}

/* Forgets some of the notes of a user's payments or, behind these, of the answers that tell of the user.
 * Arguments: id, how many payments are left, the answer behind which to go on. Answer: whether there is more,
 * and the two from which to go on. */
int op_user_forget(struct work *work, struct error *err) {
    unsigned char after[OPERATION_ID];
    uint64_t user = unpack_u(work->in), left = unpack_u(work->in);
    unpack_raw(work->in, after, sizeof after);
    bool notes = left > 0;
    int more =
        notes ? payment_forget_notes(work, user, &left, err) : book_forget_answers(work, user, after, err);
    if (more < 0)
        return -1;
    pack_u(work->out, notes || more);
    pack_u(work->out, left);
    pack_raw(work->out, after, sizeof after);
    return 0;
}
