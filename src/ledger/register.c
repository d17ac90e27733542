/* Registering: a user with all that it begins with, and the invitation that it came by. */
#include <string.h>

#include "ledger/operation.h"
#include "ledger/record.h"

static int pay_in(struct work *work, struct user *user, struct payment payment, struct error *err) {
    return payment.amount > 0 ? account_pay(work, user, &payment, err) : 0;
}

/* The invitation comes first: without one nobody learns which names are taken. */
static int use_invitation(struct work *work, struct code *code, struct error *err) {
    struct code_claim claim;
    code_unpack_claim(work->in, &claim);
    return code_use(work, &claim, true, 0, code, err);
}

/* Who was invited is known only now. */
static int begin(struct work *work, struct user *user, struct code *code, nanos credit, struct error *err) {
    if (account_check(work, user, err) < 0 || account_begin(work, user, err) < 0 ||
        pay_in(work, user, (struct payment){.amount = credit, .kind = PAID_AT_BEGIN}, err) < 0)
        return -1;
    struct payment invited = {.amount = code->amount, .kind = PAID_BY_CODE, .code = code->id};
    if (code->id == 0)
        return 0;
    code->user = user->id;
    return code_write(work, code, err) < 0 ? -1 : pay_in(work, user, invited, err);
}

/* Arguments: the user's name, password, plan, groups, admin; credit; whether there is an invitation, and the
 * claim of it. */
int op_user_register(struct work *work, struct error *err) {
    struct user user = {0};
    struct code code = {0};
    unpack_text(work->in, user.name, sizeof user.name);
    unpack_text(work->in, user.password, sizeof user.password);
    unpack_text(work->in, user.plan, sizeof user.plan);
    unpack_text(work->in, user.groups, sizeof user.groups);
    user.admin = unpack_u(work->in);
    nanos credit = unpack_i(work->in);
    user.limited = credit >= 0;
    if ((unpack_u(work->in) && use_invitation(work, &code, err) < 0) ||
        begin(work, &user, &code, credit, err) < 0)
        return -1;
    account_answer(work, &user);
    return 0;
}
