/* The command that lists providers: the configured ones, with how they answered last, or all that are known.
 * No key is shown. */
#include <stdio.h>

#include "cli/command.h"
#include "cli/output.h"
#include "endpoints/sightings.h"

static const char *describe_key(const struct provider_config *provider) {
    return provider->key ? "set" : provider->key_missing ? "missing" : "none";
}

static json_t *time_or_null(int64_t ms) {
    return ms ? output_time(ms / 1000) : json_null();
}

static json_t *describe_times(const struct sightings *all, const char *provider) {
    struct sighting_sum sum = {0};
    char reason[FAULT_TEXT];
    for (size_t i = 0; i < all->count; i++)
        if (sighting_is_of(&all->at[i], provider))
            sighting_add(&sum, &all->at[i], all->now);
    return json_pack("{s:s, s:o, s:o, s:o}", "state", seen_state_name(sighting_state(&sum, all->now)),
                     "last_good", time_or_null(sum.good), "last_failed", time_or_null(sum.failed), "reason",
                     output_text(sum.failed ? fault_write(&sum.fault, reason) : NULL));
}

static json_t *describe(const struct provider_config *provider, const struct sightings *all) {
    json_t *row = json_pack("{s:s, s:s, s:o, s:s, s:b, s:b}", "name", provider->name, "type",
                            provider->row->name, "base_url", output_text(provider->base_url), "key",
                            describe_key(provider), "any_model", provider->any_model, "free", provider->free);
    json_t *times = describe_times(all, provider->name);
    json_object_update(row, times);
    json_decref(times);
    return row;
}

/* What is configured is told also where there is no ledger yet. */
static void list_configured(struct cli *cli) {
    struct output_list list;
    struct sightings all;
    struct error trouble = {0};
    if (sightings_read(cli->ledger, &all, &trouble) < 0 && !cli->json)
        fprintf(stderr, "aihub: nobody knows how providers answered: %s\n", trouble.message);
    output_list_begin(&list, cli->json, "name type base_url key any_model free state last_good last_failed");
    for (size_t i = 0; i < cli->config->providers; i++)
        output_list_add(&list, describe(&cli->config->provider[i], &all));
    output_list_end(&list);
    sightings_free(&all);
}

static void list_known(struct cli *cli) {
    const struct provider *row;
    struct output_list list;
    output_list_begin(&list, cli->json, "type title base_url key_variable configured");
    for (size_t i = 0; (row = provider_at(i)); i++)
        output_list_add(&list, json_pack("{s:s, s:s, s:o, s:o, s:b}", "type", row->name, "title", row->title,
                                         "base_url", output_text(row->base_url), "key_variable",
                                         output_text(row->key_variable), "configured",
                                         config_has_type(cli->config, row->name)));
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
