/* Users and what they paid, as the rest of the hub sees it. */
#include <string.h>

#include "ledger/exchange.h"
#include "ledger/label.h"
#include "ledger/record.h"

/* Runs an operation whose answer is a user. */
static int run_user(struct ledger *ledger, enum operation op, struct exchange *x, struct user *user,
                    struct error *err) {
    int rc = exchange_run(ledger, op, x, err);
    if (rc == 0)
        record_unpack_user(&x->answer, user);
    exchange_end(x);
    return rc;
}

/* What is longer than its place would be cut. */
static int check_lengths(const struct registration *registration, struct error *err) {
    const char *plan = registration->plan, *groups = registration->groups, *password = registration->password;
    if ((plan && strlen(plan) >= NAME_TEXT) || (groups && strlen(groups) >= LIST_TEXT) ||
        (password && strlen(password) >= PASSWORD_TEXT))
        return error_set(err, ERR_REQUEST,
                         "the name of the plan, the groups or the password's hash is too long");
    return 0;
}

int ledger_user_register(struct ledger *ledger, const struct registration *registration, struct user *user,
                         struct error *err) {
    struct exchange x;
    struct code_claim claim;
    const char *invitation = registration->invitation;
    if (name_check(registration->name, err) < 0 || check_lengths(registration, err) < 0)
        return -1;
    exchange_begin(&x);
    pack_text(&x.in, registration->name);
    pack_text(&x.in, registration->password);
    pack_text(&x.in, registration->plan);
    pack_text(&x.in, registration->groups);
    pack_u(&x.in, registration->admin);
    pack_i(&x.in, registration->credit);
    pack_u(&x.in, invitation != NULL);
    if (invitation) {
        code_claim_make(invitation, &registration->origin, &claim);
        code_pack_claim(&x.in, &claim);
    }
    return run_user(ledger, OP_USER_REGISTER, &x, user, err);
}

static void pack_whom(struct buf *in, uint64_t id, const char *name) {
    pack_u(in, id);
    pack_text(in, name);
}

int ledger_user_find(struct ledger *ledger, const char *name, struct user *user, struct error *err) {
    struct exchange x;
    exchange_begin(&x);
    pack_whom(&x.in, 0, name);
    return run_user(ledger, OP_USER_FIND, &x, user, err);
}

int ledger_user_get(struct ledger *ledger, uint64_t id, struct user *user, struct error *err) {
    struct exchange x;
    exchange_begin(&x);
    pack_whom(&x.in, id ? id : UINT64_MAX, "");
    return run_user(ledger, OP_USER_FIND, &x, user, err);
}

static int change_user(struct ledger *ledger, uint64_t id, const char *name, enum record_change change,
                       struct error *err) {
    struct exchange x;
    exchange_begin(&x);
    pack_whom(&x.in, id, name);
    pack_u(&x.in, change);
    return exchange_finish(ledger, OP_USER_CHANGE, &x, err);
}

int ledger_user_change(struct ledger *ledger, const char *name, enum record_change change,
                       struct error *err) {
    return change_user(ledger, 0, name, change, err);
}

int ledger_user_change_id(struct ledger *ledger, uint64_t id, enum record_change change, struct error *err) {
    return change_user(ledger, id ? id : UINT64_MAX, "", change, err);
}

int ledger_user_pay(struct ledger *ledger, const struct deposit *deposit, struct user *user,
                    struct error *err) {
    struct exchange x;
    if (note_check(deposit->note ? deposit->note : "", err) < 0)
        return -1;
    exchange_begin(&x);
    pack_whom(&x.in, deposit->user, deposit->name);
    pack_i(&x.in, deposit->amount);
    pack_text(&x.in, deposit->note);
    pack_u(&x.in, deposit->limits);
    return run_user(ledger, OP_USER_CREDIT, &x, user, err);
}

int ledger_user_update(struct ledger *ledger, unsigned fields, struct user *user, struct error *err) {
    struct exchange x;
    exchange_begin(&x);
    pack_whom(&x.in, user->id, user->name);
    pack_u(&x.in, fields);
    record_pack_user(&x.in, user);
    return run_user(ledger, OP_USER_UPDATE, &x, user, err);
}

/* A step of looking through the users behind *after: 1 found, 0 not yet, -1. */
static int look(struct ledger *ledger, uint64_t *after, const char *deleted, struct user *user,
                struct error *err) {
    struct exchange x;
    exchange_begin(&x);
    pack_u(&x.in, *after);
    pack_text(&x.in, deleted);
    int rc = exchange_run(ledger, OP_USER_NEXT, &x, err);
    if (rc == 0 && x.out.len == 0)
        rc = error_set(err, ERR_NOT_FOUND, "there are no more users");
    if (rc == 0 && unpack_u(&x.answer)) {
        record_unpack_user(&x.answer, user);
        rc = 1;
    } else if (rc == 0)
        *after = unpack_u(&x.answer);
    exchange_end(&x);
    return rc;
}

static int next_user(struct ledger *ledger, uint64_t after, const char *deleted, struct user *user,
                     struct error *err) {
    int found;
    do
        found = look(ledger, &after, deleted, user, err);
    while (found == 0);
    return found < 0 ? -1 : 0;
}

int ledger_user_next(struct ledger *ledger, uint64_t after, struct user *user, struct error *err) {
    return next_user(ledger, after, "", user, err);
}

static int erase(struct ledger *ledger, const char *name, uint64_t id, bool end, struct user *user,
                 struct error *err) {
    struct exchange x;
    exchange_begin(&x);
    pack_text(&x.in, name);
    pack_u(&x.in, id);
    pack_u(&x.in, end);
    return run_user(ledger, OP_USER_ERASE, &x, user, err);
}

/* Notes of payments, and answers that are remembered. */
static int forget(struct ledger *ledger, uint64_t user, struct error *err) {
    unsigned char after[OPERATION_ID] = {0};
    uint64_t left = UINT64_MAX;
    for (bool more = true; more;) {
        struct exchange x;
        exchange_begin(&x);
        pack_u(&x.in, user);
        pack_u(&x.in, left);
        pack_raw(&x.in, after, sizeof after);
        int rc = exchange_run(ledger, OP_USER_FORGET, &x, err);
        more = rc == 0 && unpack_u(&x.answer);
        left = unpack_u(&x.answer);
        unpack_raw(&x.answer, after, sizeof after);
        exchange_end(&x);
        if (rc < 0)
            return -1;
    }
    return 0;
}

/* The user of that name; where there is none, one that was deleted. */
static int begin_erase(struct ledger *ledger, const char *name, struct user *user, struct error *err) {
    struct error gone = {0}, none = {0};
    if (erase(ledger, name, 0, false, user, &gone) == 0)
        return 0;
    if (gone.kind == ERR_NOT_FOUND && *name && next_user(ledger, 0, name, user, &none) == 0)
        return erase(ledger, name, user->id, false, user, err);
    *err = none.kind == ERR_NONE || none.kind == ERR_NOT_FOUND ? gone : none;
    return -1;
}

int ledger_user_erase(struct ledger *ledger, const char *name, struct user *user, struct error *err) {
    return begin_erase(ledger, name, user, err) < 0 || ledger_sessions_erase(ledger, user->id, err) < 0 ||
                   forget(ledger, user->id, err) < 0
               ? -1
               : erase(ledger, name, user->id, true, user, err);
}

int ledger_payments(struct ledger *ledger, uint64_t user, int64_t skip, struct payment *page, size_t room,
                    size_t *count, int64_t *total, struct error *err) {
    struct exchange x;
    exchange_begin(&x);
    pack_u(&x.in, user);
    pack_u(&x.in, skip > 0 ? (uint64_t)skip : 0);
    pack_u(&x.in, room);
    int rc = exchange_run(ledger, OP_PAYMENTS, &x, err);
    *total = rc == 0 ? (int64_t)unpack_u(&x.answer) : 0;
    uint64_t rows = rc == 0 ? unpack_u(&x.answer) : 0;
    for (*count = 0; *count < rows && *count < room; ++*count)
        record_unpack_payment(&x.answer, &page[*count]);
    exchange_end(&x);
    return rc;
}
