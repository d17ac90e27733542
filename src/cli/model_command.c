/* The commands that show models: which there are, all that is known of one, and what a call to it costs. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/output.h"
#include "gate/offers.h"
#include "route/catalog.h"
#include "route/choose.h"

/* ---- describing ------------------------------------------------------------------- */

/* As the configuration says it: dollars per million, or for each. */
static json_t *describe_rate(const struct rates *rates, size_t i) {
    char text[MONEY_TEXT];
    return json_string(money_write_scaled(rate_get(rates, i), rate_names[i].digits, text));
}

static json_t *describe_rates(const struct rates *rates) {
    json_t *object = json_object();
    for (size_t i = 0; i < RATES; i++)
        json_object_set_new(object, rate_names[i].name, describe_rate(rates, i));
    return object;
}

/* Null for each rate that nobody knows. */
static json_t *describe_no_rates(void) {
    json_t *object = json_object();
    for (size_t i = 0; i < RATES; i++)
        json_object_set_new(object, rate_names[i].name, json_null());
    return object;
}

/* What pictures cost by what they are; null if that does not matter. What all others do is the rate. */
static json_t *describe_images(const struct image_prices *images) {
    char text[MONEY_TEXT];
    json_t *object = images->count ? json_object() : json_null();
    for (size_t i = 0; i < images->count; i++)
        if (*images->at[i].name)
            json_object_set_new(object, images->at[i].name,
                                json_string(money_write_scaled(images->at[i].each, EACH_DIGITS, text)));
    return object;
}

static json_t *describe_abilities(unsigned abilities) {
    json_t *list = json_array();
    for (size_t i = 0; model_abilities[i]; i++)
        if (abilities >> i & 1)
            json_array_append_new(list, json_string(model_abilities[i]));
    return list;
}

static json_t *describe(const char *name, const struct target *target) {
    const struct price *price = &target->price;
    bool priced = target->known & FACT_PRICE;
    json_t *model = json_pack("{s:o, s:s, s:o, s:o, s:s, s:o, s:b}", "name", output_text(name), "provider",
                              target->provider->name, "model", output_text(target->model), "title",
                              output_text(target->title), "kind", model_kinds[target->kind], "abilities",
                              describe_abilities(target->abilities), "deprecated", target->deprecated);
    json_object_update_new(model, priced ? describe_rates(&price->base) : describe_no_rates());
    json_object_set_new(model, "images", describe_images(&target->images));
    json_object_set_new(model, "tier_from", output_known(price->tier_from));
    json_object_set_new(model, "tier", price->tier_from ? describe_rates(&price->tier) : json_null());
    json_object_set_new(model, "context", output_known(target->context));
    json_object_set_new(model, "max_output", output_known(target->max_output));
    return model;
}

/* ---- list ---------------------------------------------------------------------------- */

struct listing {
    struct output_list list;
    const char *provider; /* NULL: all */
};

static int add_model(void *arg, const char *name, const struct target *target) {
    struct listing *listing = arg;
    if (!listing->provider || strcmp(listing->provider, target->provider->name) == 0)
        output_list_add(&listing->list, describe(name, target));
    return 0;
}

/* What is known of the models comes from a file, too. */
static int check_facts(const struct config *config, struct error *err) {
    return config->facts_fault ? error_set(err, ERR_CONFLICT, "%s", config->facts_fault) : 0;
}

int command_model_list(struct cli *cli, const struct arguments *args, struct error *err) {
    const char *kind = arguments_value(args, "--kind");
    struct listing listing = {.provider = arguments_value(args, "--provider")};
    bool all = arguments_value(args, "--all");
    if (kind && model_kind_find(kind) < 0)
        return error_set(err, ERR_REQUEST, "--kind: there is no kind \"%.40s\" of models", kind);
    if (listing.provider && !config_provider(cli->config, listing.provider))
        return error_set(err, ERR_REQUEST, "--provider: none of the configuration is called \"%.60s\"",
                         listing.provider);
    if (check_facts(cli->config, err) < 0)
        return -1;
    output_list_begin(&listing.list, cli->json,
                      kind || all ? "name provider kind input output request image second character context "
                                    "max_output"
                                  : "name provider input output context max_output");
    if (kind || all)
        choose_each_of(cli->config, kind ? 1u << model_kind_find(kind) : CHOOSE_ALL, add_model, &listing);
    else
        choose_each(cli->config, add_model, &listing);
    output_list_end(&listing.list);
    return 0;
}

/* ---- show ------------------------------------------------------------------------------ */

static const char *source_of(const struct target *target, unsigned fact) {
    return target->configured & fact ? "aihub.json"
           : target->imported & fact ? "imported"
           : target->known & fact    ? "compiled"
                                     : NULL;
}

static void add_fact(json_t *facts, const char *name, json_t *value, const char *from) {
    json_array_append_new(
        facts, json_pack("{s:s, s:o, s:o}", "fact", name, "value", value, "from", output_text(from)));
}

/* A rate that is the one which stands in for it follows from that; one of zero need not be said. */
static void add_rates(json_t *facts, const struct rates *rates, const char *of, const char *from) {
    char name[64], as[64];
    for (size_t i = 0; i < RATES; i++) {
        int instead = rate_names[i].instead;
        bool own = i < RATES_MUST || rate_is_own(rates, i);
        snprintf(name, sizeof name, "%s%s", of, rate_names[i].name);
        snprintf(as, sizeof as, "as %s%s", of, instead < 0 ? "" : rate_names[instead].name);
        add_fact(facts, name, describe_rate(rates, i), own ? from : instead < 0 ? NULL : as);
    }
}

static void add_images(json_t *facts, const struct image_prices *images, const char *from) {
    json_t *list = describe_images(images), *each;
    const char *picture;
    char name[64];
    json_object_foreach(list, picture, each) {
        snprintf(name, sizeof name, "images.%s", picture);
        add_fact(facts, name, json_incref(each), from);
    }
    json_decref(list);
}

static void add_price(json_t *facts, const struct target *target) {
    const struct price *price = &target->price;
    const char *from = source_of(target, FACT_PRICE);
    if (!from) {
        add_fact(facts, "price", json_null(), NULL);
        return;
    }
    add_rates(facts, &price->base, "", from);
    add_images(facts, &target->images, from);
    if (!price->tier_from)
        return;
    add_fact(facts, "tier_from", json_integer(price->tier_from), from);
    add_rates(facts, &price->tier, "tier.", from);
}

/* All names that a model of this id has with the configured providers. */
static void add_providers(json_t *facts, const struct config *config, const char *id) {
    struct model_facts known;
    json_t *names = json_array();
    char name[512];
    for (size_t i = 0; i < config->providers; i++) {
        if (!catalog_find(config->facts, config->provider[i].row->name, id, &known))
            continue;
        snprintf(name, sizeof name, "%s/%s", config->provider[i].name, id);
        json_array_append_new(names, output_text(name));
    }
    add_fact(facts, "providers", names, NULL);
}

static json_t *collect_facts(const struct config *config, const char *name, const struct target *target) {
    json_t *facts = json_array();
    const char *who = "aihub.json";
    add_fact(facts, "name", output_text(name), NULL);
    add_fact(facts, "provider", json_string(target->provider->name), who);
    add_fact(facts, "model", output_text(target->model), NULL);
    add_fact(facts, "title", output_text(target->title), source_of(target, FACT_NAME));
    add_fact(facts, "kind", json_string(model_kinds[target->kind]), source_of(target, FACT_KIND));
    add_fact(facts, "abilities", describe_abilities(target->abilities), source_of(target, FACT_ABILITIES));
    add_fact(facts, "deprecated", json_boolean(target->deprecated), source_of(target, FACT_DEPRECATED));
    add_fact(facts, "context", output_known(target->context), source_of(target, FACT_CONTEXT));
    add_fact(facts, "max_output", output_known(target->max_output), source_of(target, FACT_MAX_OUTPUT));
    add_price(facts, target);
    add_providers(facts, config, target->model);
    return facts;
}

static void print_facts(bool json, json_t *facts) {
    struct output_list list;
    json_t *fact;
    size_t i;
    if (json) {
        output_object(true, json_pack("{s:o}", "facts", facts));
        return;
    }
    output_list_begin(&list, false, "fact value from");
    json_array_foreach(facts, i, fact) output_list_add(&list, json_incref(fact));
    output_list_end(&list);
    json_decref(facts);
}

int command_model_show(struct cli *cli, const struct arguments *args, struct error *err) {
    const char *name = arguments_value(args, "NAME");
    struct arena *arena = arena_new();
    struct target target;
    int rc = check_facts(cli->config, err);
    if (rc == 0)
        rc = choose_any(cli->config, name, arena, &target, err);
    if (rc == 0)
        print_facts(cli->json, collect_facts(cli->config, name, &target));
    arena_free(arena);
    return rc;
}

/* ---- price ------------------------------------------------------------------------------- */

#define OPTION_SIZE 64

/* The option that is called like a count. */
static const char *option_of(const char *count, char option[OPTION_SIZE]) {
    snprintf(option, OPTION_SIZE, "--%s", count);
    for (char *at = option; *at; at++)
        *at = *at == '_' ? '-' : *at;
    return option;
}

/* A total includes its parts: no token is in two of a row. */
static int check_parts(const struct usage *usage, struct error *err) {
    const struct {
        const char *name;
        int64_t total;
        struct {
            const char *name;
            int64_t count;
        } part[2];
    } rows[] = {
        {"--prompt",
         usage->prompt,
         {{"--cache-read", usage->cache_read}, {"--cache-write", usage->cache_write}}},
        {"--prompt",
         usage->prompt,
         {{"--audio-input", usage->audio_input}, {"--image-input", usage->image_input}}},
        {"--output",
         usage->output,
         {{"--audio-output", usage->audio_output}, {"--image-output", usage->image_output}}},
        {"--cache-read",
         usage->cache_read,
         {{"--audio-cache-read", usage->audio_cache_read}, {"--image-cache-read", usage->image_cache_read}}},
        {"--cache-write", usage->cache_write, {{"--cache-write-1h", usage->cache_write_1h}}},
        {"--audio-input", usage->audio_input, {{"--audio-cache-read", usage->audio_cache_read}}},
        {"--image-input", usage->image_input, {{"--image-cache-read", usage->image_cache_read}}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t left = rows[i].total;
        for (size_t j = 0; j < 2; j++) {
            if (rows[i].part[j].count > left)
                return error_set(err, ERR_REQUEST,
                                 "%s: only %" PRId64 " are left for it of %s, which includes it",
                                 rows[i].part[j].name, left, rows[i].name);
            left -= rows[i].part[j].count;
        }
    }
    return 0;
}

/* The counts of a call by the options that are called like them. */
static int read_usage(const struct arguments *args, struct usage *usage, struct error *err) {
    char option[OPTION_SIZE];
    usage->requests = 1;
    for (size_t i = 0; i < USAGE_COUNTS; i++) {
        if (strcmp(usage_counts[i].name, "reasoning") == 0)
            continue; /* costs what other output does */
        if (arguments_number(args, option_of(usage_counts[i].name, option), 0, usage_at(usage, i), err) < 0)
            return -1;
        if (usage_get(usage, i) > USAGE_MOST)
            return error_set(err, ERR_REQUEST, "%s: at most %" PRId64, option, USAGE_MOST);
    }
    return check_parts(usage, err);
}

static int read_group(const struct config *config, const char *group, int *per_mille, struct error *err) {
    bool known = !group || strcmp(group, "default") == 0;
    for (size_t i = 0; i < config->groups && !known; i++)
        known = strcmp(config->group[i].name, group) == 0;
    if (!known)
        return error_set(err, ERR_REQUEST, "--group: the configuration has no group \"%.40s\"", group);
    if (group)
        *per_mille = offers_price(config, group);
    return 0;
}

static int find_priced(const struct config *config, const char *name, struct arena *arena,
                       struct target *target, struct error *err) {
    if (choose_any(config, name, arena, target, err) < 0)
        return -1;
    if (target->known & FACT_PRICE)
        return 0;
    return error_set(err, ERR_NOT_FOUND, "nobody said what that model costs");
}

/* An option that is said must matter. */
static int find_picture(const struct arguments *args, struct target *target, struct error *err) {
    const char *size = arguments_value(args, "--size"), *quality = arguments_value(args, "--quality");
    if ((size || quality) && target->images.count == 0)
        return error_set(err, ERR_REQUEST, "%s: a picture of that model costs the same whatever it is",
                         size ? "--size" : "--quality");
    return target_price_image(target, size, quality, err);
}

int command_model_price(struct cli *cli, const struct arguments *args, struct error *err) {
    const char *name = arguments_value(args, "NAME"), *group = arguments_value(args, "--group");
    struct usage usage = {0};
    struct target target;
    int per_mille = PRICE_WHOLE;
    if (read_usage(args, &usage, err) < 0 || read_group(cli->config, group, &per_mille, err) < 0 ||
        check_facts(cli->config, err) < 0)
        return -1;
    struct arena *arena = arena_new();
    int rc = find_priced(cli->config, name, arena, &target, err);
    if (rc == 0)
        rc = find_picture(args, &target, err);
    if (rc == 0) {
        nanos cost = price_cost(&target.price, per_mille, &usage);
        bool tier = target.price.tier_from > 0 && usage.prompt > target.price.tier_from;
        output_object(cli->json,
                      json_pack("{s:o, s:s, s:o, s:o, s:b, s:o}", "name", output_text(name), "provider",
                                target.provider->name, "model", output_text(target.model), "group",
                                output_text(group), "tier", tier, "cost", output_money(cost)));
    }
    arena_free(arena);
    return rc;
}
