/* Commands for users. */
#include "cli/command.h"
#include "cli/ledger_walk.h"
#include "cli/limit_words.h"
#include "cli/output.h"

/* null for a user who does not pay from a balance. */
static json_t *limited_money(const struct user *user, nanos amount) {
    return user->limited ? output_money(amount) : json_null();
}

json_t *user_describe(const struct user *user) {
    return json_pack("{s:I, s:o, s:s, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:I, s:o}", "id",
                     (json_int_t)user->id, "name", output_text(user->name), "role",
                     user->admin ? "admin" : "user", "state", user->disabled ? "disabled" : "active", "plan",
                     output_text(user->plan), "groups", output_text(user->groups), "balance",
                     limited_money(user, user->credited - user->spent), "credited",
                     limited_money(user, user->credited), "spent", output_money(user->spent), "reserved",
                     output_money(user->reserved), "entries", (json_int_t)user->entries, "created",
                     output_time(user->created));
}

int command_user_create(struct cli *cli, const struct arguments *args, struct error *err) {
    struct user user = {0};
    struct registration registration = {.name = arguments_value(args, "NAME"),
                                        .plan = arguments_value(args, "--plan"),
                                        .groups = user.groups,
                                        .admin = arguments_value(args, "--admin"),
                                        .credit = -1};
    if (arguments_money(args, "--credit", &registration.credit, err) < 0 ||
        arguments_list(args, "--groups", user.groups, sizeof user.groups, err) < 0)
        return -1;
    if (arguments_value(args, "--credit") && registration.credit < 0)
        return error_set(err, ERR_REQUEST, "--credit: a user cannot begin with debts");
    if (ledger_user_register(cli->ledger, &registration, &user, err) < 0)
        return -1;
    output_object(cli->json, user_describe(&user));
    return 0;
}

int command_user_list(struct cli *cli, const struct arguments *args, struct error *err) {
    (void)args;
    struct user user = {0};
    struct output_list list;
    output_list_begin(&list, cli->json, "id name state balance spent reserved entries role plan created");
    while (ledger_user_next(cli->ledger, user.id, &user, err) == 0)
        output_list_add(&list, user_describe(&user));
    output_list_end(&list);
    return walk_result(err);
}

/* How far the limits of the plan are used up. */
static int read_limits(struct cli *cli, const struct user *user, json_t **limits, struct error *err) {
    struct plan plan = {0};
    if (*user->plan && ledger_plan_find(cli->ledger, user->plan, &plan, err) < 0)
        return -1;
    *limits = limit_words_state(cli->json, &plan.limits, &user->windows);
    return 0;
}

int command_user_show(struct cli *cli, const struct arguments *args, struct error *err) {
    struct user user;
    json_t *limits;
    if (ledger_user_find(cli->ledger, arguments_value(args, "NAME"), &user, err) < 0 ||
        read_limits(cli, &user, &limits, err) < 0)
        return -1;
    json_t *shown = user_describe(&user);
    json_object_set_new(shown, "limits", limits);
    output_object(cli->json, shown);
    return 0;
}

int command_user_set(struct cli *cli, const struct arguments *args, struct error *err) {
    struct user user = {0};
    unsigned fields = 0;
    bool admin = arguments_value(args, "--admin"), no_admin = arguments_value(args, "--no-admin");
    if (arguments_text(args, "NAME", user.name, sizeof user.name, err) < 0 ||
        arguments_text(args, "--plan", user.plan, sizeof user.plan, err) < 0 ||
        arguments_list(args, "--groups", user.groups, sizeof user.groups, err) < 0)
        return -1;
    fields |= arguments_value(args, "--plan") ? USER_PLAN : 0;
    fields |= arguments_value(args, "--groups") ? USER_GROUPS : 0;
    fields |= admin || no_admin ? USER_ADMIN : 0;
    user.admin = admin;
    if (!fields || (admin && no_admin))
        return error_set(err, ERR_REQUEST, "what shall be set?");
    if (ledger_user_update(cli->ledger, fields, &user, err) < 0)
        return -1;
    output_object(cli->json, user_describe(&user));
    return 0;
}

int command_user_erase(struct cli *cli, const struct arguments *args, struct error *err) {
    struct user user;
    if (ledger_user_erase(cli->ledger, arguments_value(args, "NAME"), &user, err) < 0)
        return -1;
    output_object(cli->json, json_pack("{s:I, s:o, s:s}", "id", (json_int_t)user.id, "name",
                                       output_text(user.name), "state", "erased"));
    return 0;
}

static int change(struct cli *cli, const struct arguments *args, enum record_change to, const char *state,
                  struct error *err) {
    const char *name = arguments_value(args, "NAME");
    if (ledger_user_change(cli->ledger, name, to, err) < 0)
        return -1;
    output_object(cli->json, json_pack("{s:o, s:s}", "name", output_text(name), "state", state));
    return 0;
}

int command_user_disable(struct cli *cli, const struct arguments *args, struct error *err) {
    return change(cli, args, RECORD_DISABLE, "disabled", err);
}

int command_user_enable(struct cli *cli, const struct arguments *args, struct error *err) {
    return change(cli, args, RECORD_ENABLE, "active", err);
}

int command_user_delete(struct cli *cli, const struct arguments *args, struct error *err) {
    return change(cli, args, RECORD_DELETE, "deleted", err);
}
