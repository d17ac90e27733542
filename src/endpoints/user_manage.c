/* What administrators do with users, in new-api's shapes. */
#include <stdio.h>
#include <string.h>

#include "endpoints/endpoints.h"
#include "endpoints/manage.h"
#include "endpoints/profile.h"
#include "endpoints/quota.h"

enum field { ID, ACTION, VALUE, PLAN, NOTE };
static const char *const names[] = {"id", "action", "value", "plan", "note", NULL};

enum action { DISABLE, ENABLE, DELETE, PROMOTE, DEMOTE, ADD_QUOTA, SET_PLAN };
static const char *const actions[] = {"disable", "enable",    "delete",   "promote",
                                      "demote",  "add_quota", "set_plan", NULL};

struct request_to_manage {
    int64_t id;
    int action;
    int64_t quota;
    const char *plan, *note;
};

static int read_request(struct exchange *x, const struct json *found, struct request_to_manage *to,
                        struct error *err) {
    *to = (struct request_to_manage){0};
    if (manage_need(&found[ID], names[ID], err) < 0 ||
        value_int(&found[ID], 1, INT64_MAX, &to->id, err) < 0 ||
        manage_need(&found[ACTION], names[ACTION], err) < 0 ||
        value_choice(&found[ACTION], actions, &to->action, err) < 0)
        return -1;
    if (to->action == ADD_QUOTA && (manage_need(&found[VALUE], names[VALUE], err) < 0 ||
                                    value_int(&found[VALUE], -QUOTA_MOST, QUOTA_MOST, &to->quota, err) < 0))
        return -1;
    if (to->action == SET_PLAN && (manage_need(&found[PLAN], names[PLAN], err) < 0 ||
                                   value_name(&found[PLAN], NAME_TEXT - 1, x->arena, &to->plan, err) < 0))
        return -1;
    return found[NOTE].type == SCAN_NONE ? 0
                                         : value_name(&found[NOTE], NOTE_TEXT - 1, x->arena, &to->note, err);
}

static int do_it(struct ledger *ledger, const struct request_to_manage *to, struct user *user,
                 struct error *err) {
    static const enum record_change changes[] = {
        [DISABLE] = RECORD_DISABLE, [ENABLE] = RECORD_ENABLE, [DELETE] = RECORD_DELETE};
    struct deposit deposit;
    switch ((enum action)to->action) {
    case DISABLE:
    case ENABLE:
    case DELETE:
        user->disabled = to->action != ENABLE;
        return ledger_user_change_id(ledger, user->id, changes[to->action], err);
    case PROMOTE:
    case DEMOTE:
        user->admin = to->action == PROMOTE;
        return ledger_user_update(ledger, USER_ADMIN, user, err);
    case ADD_QUOTA:
        deposit = (struct deposit){.user = user->id, .amount = to->quota * NANOS_PER_UNIT, .note = to->note};
        return ledger_user_pay(ledger, &deposit, user, err) < 0 ? manage_blame(err, names[VALUE]) : 0;
    case SET_PLAN:
        memset(user->plan, 0, sizeof user->plan);
        snprintf(user->plan, sizeof user->plan, "%s", to->plan);
        return ledger_user_update(ledger, USER_PLAN, user, err) < 0 ? manage_blame(err, names[PLAN]) : 0;
    }
    return -1;
}

/* Nobody locks the door from outside. */
static int check_self(const struct caller *caller, const struct request_to_manage *to, struct error *err) {
    bool harmful = to->action == DISABLE || to->action == DELETE || to->action == DEMOTE;
    if (!harmful || caller->user.id != (uint64_t)to->id)
        return 0;
    error_param(err, ERR_PERMISSION, names[ACTION], "You cannot do that to yourself.");
    return -1;
}

/* POST /api/user/manage */
int endpoint_user_manage(struct exchange *x, struct error *err) {
    struct caller caller;
    struct body body = {0};
    struct json found[sizeof names / sizeof *names];
    struct request_to_manage to;
    struct user user;
    struct console_answer answer;
    struct ledger *ledger = hub_ledger(x->hub, x->config);
    if (manage_admin(x, &caller, err) < 0)
        return -1;
    int rc = manage_read(x, names, &body, found, err);
    if (rc == 0)
        rc = read_request(x, found, &to, err);
    body_free(&body);
    if (rc < 0 || check_self(&caller, &to, err) < 0 ||
        ledger_user_get(ledger, (uint64_t)to.id, &user, err) < 0 || do_it(ledger, &to, &user, err) < 0)
        return -1;
    console_begin(&answer);
    profile_write(&answer.w, &user);
    return console_end(&answer, x, 0, err);
}
