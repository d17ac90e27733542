/* Commands for the money that users pay in. */
#include "cli/command.h"
#include "cli/ledger_walk.h"
#include "cli/output.h"

int command_credit_add(struct cli *cli, const struct arguments *args, struct error *err) {
    struct user user;
    struct error why = {0};
    struct deposit deposit = {.name = arguments_value(args, "USER"),
                              .note = arguments_value(args, "--note"),
                              .limits = arguments_value(args, "--limit") != NULL};
    if (arguments_money(args, "USD", &deposit.amount, err) < 0)
        return -1;
    if (ledger_user_pay(cli->ledger, &deposit, &user, &why) < 0) {
        if (why.kind == ERR_CONFLICT)
            return error_set(err, ERR_CONFLICT,
                             "%.150s: with --limit it does from now on, and all that it ever spent counts",
                             why.message);
        *err = why;
        return -1;
    }
    output_object(cli->json, user_describe(&user));
    return 0;
}

static json_t *describe(const struct payment *payment, const char *user) {
    return json_pack("{s:I, s:o, s:o, s:I, s:o, s:s, s:o, s:o}", "id", (json_int_t)payment->id, "time",
                     output_time(payment->time), "user", output_text(user), "user_id",
                     (json_int_t)payment->user, "amount", output_money(payment->amount), "kind",
                     payment_kind_name(payment->kind), "code", output_known((int64_t)payment->code), "note",
                     output_text(payment->note));
}

static int add_page(struct cli *cli, struct output_list *list, const struct payment *page, size_t count,
                    struct error *err) {
    for (size_t i = 0; i < count; i++) {
        char user[NAME_TEXT];
        if (walk_user_name(cli->ledger, page[i].user, user, err) < 0)
            return -1;
        output_list_add(list, describe(&page[i], user));
    }
    return 0;
}

/* What is paid in meanwhile comes before what was seen. */
static int list_payments(struct cli *cli, uint64_t user, struct output_list *list, struct error *err) {
    struct payment page[LEDGER_PAGE];
    size_t count;
    int64_t first = -1, total = 0, seen = 0;
    do {
        if (ledger_payments(cli->ledger, user, seen + (first < 0 ? 0 : total - first), page, LEDGER_PAGE,
                            &count, &total, err) < 0 ||
            add_page(cli, list, page, count, err) < 0)
            return -1;
        seen += (int64_t)count;
        first = first < 0 ? total : first;
    } while (count > 0);
    return 0;
}

int command_credit_list(struct cli *cli, const struct arguments *args, struct error *err) {
    const char *name = arguments_value(args, "USER");
    struct user user = {0};
    struct output_list list;
    if (name && ledger_user_find(cli->ledger, name, &user, err) < 0)
        return -1;
    output_list_begin(&list, cli->json, "id time user amount:usd kind code note");
    int rc = list_payments(cli, user.id, &list, err);
    output_list_end(&list);
    return rc;
}
