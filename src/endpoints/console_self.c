/* What a user may change of itself in new-api's shapes, and what there is to know of paying. */
#include <string.h>

#include "endpoints/endpoints.h"
#include "endpoints/login.h"
#include "endpoints/manage.h"
#include "endpoints/profile.h"

enum field { USERNAME, DISPLAY_NAME, EMAIL, OLD, NEW, READ_ONLY };
static const char *const names[] = {"username", "display_name", "email", "original_password", "password",
                                    /* told by the hub, and passed over: clients send back what they got */
                                    "id", "role", "status", "group", "plan", "quota", "unlimited_quota",
                                    "used_quota", "request_count", "created_time", "aff_code", "aff_count",
                                    "aff_quota", "aff_history_quota", NULL};
_Static_assert(READ_ONLY == 5, "the names are in the order of the fields");

struct wish {
    const char *text[READ_ONLY]; /* NULL where there is none */
};

static int read_wish(struct exchange *x, struct wish *wish, struct error *err) {
    struct body body = {0};
    struct json found[sizeof names / sizeof *names];
    int rc = manage_read(x, names, &body, found, err);
    for (int i = 0; rc == 0 && i < READ_ONLY; i++)
        if (found[i].type != SCAN_NONE)
            rc = value_name(&found[i], 256, x->arena, &wish->text[i], err);
    body_free(&body);
    return rc;
}

static int check_fixed(const struct wish *wish, const struct user *user, struct error *err) {
    const char *now[] = {[USERNAME] = user->name, [DISPLAY_NAME] = user->name, [EMAIL] = ""};
    for (int i = USERNAME; i <= EMAIL; i++)
        if (wish->text[i] && strcmp(wish->text[i], now[i]) != 0)
            return error_param(
                err, ERR_REQUEST, names[i],
                "\"%s\" stays as it is: the hub knows a user by one name, and keeps no address.", names[i]);
    return 0;
}

/* PUT /api/user/self: the password. */
int endpoint_self_change(struct exchange *x, struct error *err) {
    struct credentials credentials;
    struct caller caller;
    struct wish wish = {0};
    struct console_answer answer;
    if (manage_login(x, &caller, err) < 0 || caller_read(x, &credentials, err) < 0 ||
        read_wish(x, &wish, err) < 0 || check_fixed(&wish, &caller.user, err) < 0)
        return -1;
    if (wish.text[NEW] && *wish.text[NEW] &&
        login_change_password(x, &credentials, &caller, &wish.text[OLD], &names[OLD], err) < 0)
        return -1;
    console_begin(&answer);
    profile_write(&answer.w, &caller.user);
    return console_end(&answer, x, 0, err);
}

/* DELETE /api/user/self: with a user goes its money. */
int endpoint_self_delete(struct exchange *x, struct error *err) {
    struct caller caller;
    if (manage_login(x, &caller, err) < 0)
        return -1;
    error_set(err, ERR_PERMISSION,
              "Users cannot delete themselves here, since their money would go with them: ask the operator.");
    err->code = "self_delete_refused";
    return -1;
}

/* ---- money ---------------------------------------------------------------------------------- */

/* GET /api/user/topup/info: nothing is paid in here but codes, see POST /api/user/topup. */
int endpoint_topup_info(struct exchange *x, struct error *err) {
    static const char *const ways[] = {"enable_online_topup", "enable_stripe_topup", "enable_creem_topup"};
    struct caller caller;
    struct console_answer answer;
    struct json_writer *w = &answer.w;
    if (caller_check(x, &caller, err) < 0)
        return -1;
    console_begin(&answer);
    json_open(w, '{');
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        json_member_bool(w, ways[i], false);
    json_member_raw(w, "pay_methods", "[]");
    json_member_int(w, "min_topup", 0);
    json_member_int(w, "stripe_min_topup", 0);
    json_member_raw(w, "amount_options", "[]");
    json_member_raw(w, "discount", "{}");
    json_close(w, '}');
    return console_end(&answer, x, 0, err);
}

/* GET /api/user/aff: the code under which one invites others; nobody has one. */
int endpoint_user_aff(struct exchange *x, struct error *err) {
    struct caller caller;
    struct console_answer answer;
    if (caller_check(x, &caller, err) < 0)
        return -1;
    console_begin(&answer);
    json_put_text(&answer.w, "");
    return console_end(&answer, x, 0, err);
}
