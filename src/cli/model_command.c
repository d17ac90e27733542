/* The command that lists the models that clients can ask for. */
#include "cli/command.h"
#include "cli/output.h"
#include "route/choose.h"

static json_t *describe_rates(const struct rates *rates) {
    return json_pack("{s:o, s:o, s:o, s:o}", "input", output_money(rates->input), "output",
                     output_money(rates->output), "cache_read", output_money(rates->cache_read),
                     "cache_write", output_money(rates->cache_write));
}

static int add_model(void *arg, const char *name, const struct target *target) {
    const struct price *price = &target->price;
    json_t *model = json_pack("{s:o, s:s, s:o}", "name", output_text(name), "provider",
                              target->provider->name, "model", output_text(target->model));
    json_object_update_new(model, describe_rates(&price->base));
    json_object_set_new(model, "tier_from", output_known(price->tier_from));
    json_object_set_new(model, "tier", price->tier_from ? describe_rates(&price->tier) : json_null());
    json_object_set_new(model, "context", output_known(target->context));
    json_object_set_new(model, "max_output", output_known(target->max_output));
    output_list_add(arg, model);
    return 0;
}

int command_model_list(struct cli *cli, const struct arguments *args, struct error *err) {
    (void)args, (void)err;
    struct output_list list;
    output_list_begin(&list, cli->json, "name provider input output context max_output");
    choose_each(cli->config, add_model, &list);
    output_list_end(&list);
    return 0;
}
