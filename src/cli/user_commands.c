/* Commands for users and their credit. */
#include "cli/command.h"
#include "cli/ledger_walk.h"
#include "cli/output.h"

/* null for a user who does not pay from a balance. */
static json_t *limited_money(const struct user *user, nanos amount) {
    return user->limited ? output_money(amount) : json_null();
}

static json_t *describe(const struct user *user) {
    return json_pack("{s:I, s:o, s:s, s:o, s:o, s:o, s:o, s:I, s:o}", "id", (json_int_t)user->id, "name",
                     output_text(user->name), "state", user->disabled ? "disabled" : "active", "balance",
                     limited_money(user, user->credited - user->spent), "credited",
                     limited_money(user, user->credited), "spent", output_money(user->spent), "reserved",
                     output_money(user->reserved), "entries", (json_int_t)user->entries, "created",
                     output_time(user->created));
}

int command_user_create(struct cli *cli, const struct arguments *args, struct error *err) {
    struct user user;
    nanos credit = -1;
    if (arguments_money(args, "--credit", &credit, err) < 0)
        return -1;
    if (arguments_value(args, "--credit") && credit < 0)
        return error_set(err, ERR_REQUEST, "--credit: a user cannot begin with debts");
    if (ledger_user_create(cli->ledger, arguments_value(args, "NAME"), credit, &user, err) < 0)
        return -1;
    output_object(cli->json, describe(&user));
    return 0;
}

int command_user_list(struct cli *cli, const struct arguments *args, struct error *err) {
    (void)args;
    struct user user = {0};
    struct output_list list;
    output_list_begin(&list, cli->json, "id name state balance spent reserved entries created");
    while (ledger_user_next(cli->ledger, user.id, &user, err) == 0)
        output_list_add(&list, describe(&user));
    output_list_end(&list);
    return walk_result(err);
}

int command_user_show(struct cli *cli, const struct arguments *args, struct error *err) {
    struct user user;
    if (ledger_user_find(cli->ledger, arguments_value(args, "NAME"), &user, err) < 0)
        return -1;
    output_object(cli->json, describe(&user));
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

int command_credit_add(struct cli *cli, const struct arguments *args, struct error *err) {
    struct user user;
    nanos amount;
    if (arguments_money(args, "USD", &amount, err) < 0 ||
        ledger_user_credit(cli->ledger, arguments_value(args, "USER"), amount, NULL, &user, err) < 0)
        return -1;
    output_object(cli->json, describe(&user));
    return 0;
}
