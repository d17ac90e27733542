/* Commands for plans. */
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/ledger_walk.h"
#include "cli/limit_words.h"
#include "cli/output.h"

static json_t *describe(const struct plan *plan) {
    json_t *limits = json_array();
    limit_words_write(limits, "", &plan->limits);
    for (size_t i = 0; i < plan->rule_count; i++) {
        char before[MODEL_TEXT + 1];
        snprintf(before, sizeof before, "%s:", plan->rules[i].models);
        limit_words_write(limits, before, &plan->rules[i].limits);
    }
    return json_pack("{s:o, s:b, s:o, s:o}", "name", output_text(plan->name), "strict", plan->strict,
                     "keep_days", output_known(plan->keep_days), "limits", limits);
}

/* That of this name, or an empty one. */
static int begin_with(struct cli *cli, const char *name, struct plan *plan, struct error *err) {
    struct error unknown = {0};
    if (ledger_plan_find(cli->ledger, name, plan, &unknown) == 0)
        return 0;
    if (unknown.kind != ERR_NOT_FOUND) {
        *err = unknown;
        return -1;
    }
    *plan = (struct plan){0};
    if (strlen(name) >= sizeof plan->name)
        return error_set(err, ERR_REQUEST, "NAME: at most %zu characters", sizeof plan->name - 1);
    snprintf(plan->name, sizeof plan->name, "%s", name);
    return 0;
}

int command_plan_set(struct cli *cli, const struct arguments *args, struct error *err) {
    struct plan plan;
    if (begin_with(cli, arguments_value(args, "NAME"), &plan, err) < 0 ||
        limit_words_read_plan(args, &plan, err) < 0 ||
        arguments_number(args, "--keep-days", 0, &plan.keep_days, err) < 0)
        return -1;
    if (arguments_value(args, "--strict") || arguments_value(args, "--no-strict"))
        plan.strict = !arguments_value(args, "--no-strict");
    if (ledger_plan_put(cli->ledger, &plan, err) < 0)
        return -1;
    output_object(cli->json, describe(&plan));
    return 0;
}

int command_plan_list(struct cli *cli, const struct arguments *args, struct error *err) {
    (void)args;
    struct plan plan = {0};
    struct output_list list;
    output_list_begin(&list, cli->json, "name strict keep_days limits");
    while (ledger_plan_next(cli->ledger, plan.name, &plan, err) == 0)
        output_list_add(&list, describe(&plan));
    output_list_end(&list);
    return walk_result(err);
}

int command_plan_show(struct cli *cli, const struct arguments *args, struct error *err) {
    struct plan plan;
    if (ledger_plan_find(cli->ledger, arguments_value(args, "NAME"), &plan, err) < 0)
        return -1;
    output_object(cli->json, describe(&plan));
    return 0;
}

int command_plan_delete(struct cli *cli, const struct arguments *args, struct error *err) {
    const char *name = arguments_value(args, "NAME");
    if (ledger_plan_delete(cli->ledger, name, err) < 0)
        return -1;
    output_object(cli->json, json_pack("{s:o, s:s}", "name", output_text(name), "state", "deleted"));
    return 0;
}
