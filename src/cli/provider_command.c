/* The command that lists providers, the configured ones or all that are known. No key is shown. */
#include "cli/command.h"
#include "cli/output.h"

static const char *describe_key(const struct provider_config *provider) {
    return provider->key ? "set" : provider->key_missing ? "missing" : "none";
}

static void list_configured(struct cli *cli) {
    struct output_list list;
    output_list_begin(&list, cli->json, "name type base_url key any_model free");
    for (size_t i = 0; i < cli->config->providers; i++) {
        const struct provider_config *provider = &cli->config->provider[i];
        output_list_add(&list, json_pack("{s:s, s:s, s:o, s:s, s:b, s:b}", "name", provider->name, "type",
                                         provider->row->name, "base_url", output_text(provider->base_url),
                                         "key", describe_key(provider), "any_model", provider->any_model,
                                         "free", provider->free));
    }
    output_list_end(&list);
}

static bool is_configured(const struct config *config, const struct provider *row) {
    for (size_t i = 0; i < config->providers; i++)
        if (config->provider[i].row == row)
            return true;
    return false;
}

static void list_known(struct cli *cli) {
    const struct provider *row;
    struct output_list list;
    output_list_begin(&list, cli->json, "type title base_url key_variable configured");
    for (size_t i = 0; (row = provider_at(i)); i++)
        output_list_add(&list, json_pack("{s:s, s:s, s:o, s:o, s:b}", "type", row->name, "title", row->title,
                                         "base_url", output_text(row->base_url), "key_variable",
                                         output_text(row->key_variable), "configured",
                                         is_configured(cli->config, row)));
    output_list_end(&list);
}

int command_provider_list(struct cli *cli, const struct arguments *args, struct error *err) {
    (void)err;
    if (arguments_value(args, "--all"))
        list_known(cli);
    else
        list_configured(cli);
    return 0;
}
