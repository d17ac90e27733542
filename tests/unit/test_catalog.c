/* The compiled-in catalog: its order, some prices against the facts' own text, and the lookups. */
#include "route/catalog.h"

#include "providers/provider.h"
#include "route/catalog_data.h"
#include "tap.h"

static int order(const struct catalog_model *a, const struct catalog_model *b) {
    int providers = strcmp(a->provider, b->provider);
    return providers ? providers : strcmp(a->id, b->id);
}

static int rates_are_sound(const struct rates *rates) {
    const nanos most = 1000 * NANOS_PER_DOLLAR; /* dollars per million tokens */
    return rates->input >= 0 && rates->input <= most && rates->output >= 0 &&
           rates->output <= most && rates->cache_read >= 0 && rates->cache_read <= rates->input &&
           rates->cache_write >= 0 && rates->cache_write <= most;
}

static void test_data(void) {
    int sorted = 1, whole = 1, rows = 1, found = 1;
    for (size_t i = 0; i < catalog_data_count; i++) {
        const struct catalog_model *model = &catalog_data[i];
        sorted &= i == 0 || order(model - 1, model) < 0;
        whole &= *model->id && model->context >= 0 && rates_are_sound(&model->price.base);
        if (model->price.tier_from)
            whole &= rates_are_sound(&model->price.tier) &&
                     model->price.tier.input >= model->price.base.input;
        rows &= provider_find(model->provider) != NULL;
        found &= catalog_find(model->provider, model->id) == model;
    }
    ok(catalog_data_count > 850, "%zu models", catalog_data_count);
    ok(sorted, "sorted, none twice");
    ok(whole, "every model has sound numbers");
    ok(rows, "every provider has a row");
    ok(found, "every model is found");
}

/* "0.0375" as nano-dollars. */
static nanos nanos_of(const char *decimal) {
    char *end;
    nanos amount = strtoll(decimal, &end, 10) * NANOS_PER_DOLLAR, digit = NANOS_PER_DOLLAR;
    if (*end == '.')
        while (*++end)
            amount += (*end - '0') * (digit /= 10);
    return amount;
}

static void test_prices(void) {
    static const struct {
        const char *provider, *id;
        const char *base[4]; /* input, output, cache read, cache write */
        int64_t tier_from;
        const char *tier[4];
    } facts[] = {
        {"openai", "gpt-4o", {"2.5", "10", "1.25", "2.5"}, 0, {"0", "0", "0", "0"}},
        {"anthropic", "claude-haiku-4-5", {"1", "5", "0.1", "1.25"}, 0, {"0", "0", "0", "0"}},
        {"zai", "GLM-5.3-Flash", {"0.075", "0.25", "0.015", "0.075"}, 0, {"0", "0", "0", "0"}},
        {"google", "gemini-1.5-flash", {"0.075", "0.3", "0.01875", "0.075"},
         128000, {"0.15", "0.6", "0.0375", "0.15"}},
        {"openai", "gpt-6-sol", {"2", "10", "0.2", "2.5"}, 272000, {"4", "15", "0.4", "5"}},
        {"xai", "grok-4.3", {"1.25", "2.5", "0.2", "1.25"}, 199999, {"2.5", "5", "0.4", "2.5"}},
        {"openrouter", "x-ai/grok-4-fast", {"0.2", "0.5", "0.05", "0.2"},
         128000, {"0.4", "1", "0.05", "0.4"}},
    };
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        const struct catalog_model *model = catalog_find(facts[i].provider, facts[i].id);
        if (!ok(model != NULL, "%s/%s is there", facts[i].provider, facts[i].id))
            continue;
        const struct rates *got[] = {&model->price.base, &model->price.tier};
        const char *const *want[] = {facts[i].base, facts[i].tier};
        is_int(model->price.tier_from, facts[i].tier_from, "start of the tier");
        for (int tier = 0; tier < 2; tier++) {
            is_int(got[tier]->input, nanos_of(want[tier][0]), "input");
            is_int(got[tier]->output, nanos_of(want[tier][1]), "output");
            is_int(got[tier]->cache_read, nanos_of(want[tier][2]), "cache read");
            is_int(got[tier]->cache_write, nanos_of(want[tier][3]), "cache write");
        }
    }
}

static void finds(const char *provider, const char *id, const char *want) {
    const struct catalog_model *model = catalog_find(provider, id);
    char name[128];
    snprintf(name, sizeof name, "%s/%s", provider, id);
    is_str(model && strcmp(model->provider, provider) == 0 ? model->id : NULL, want, name);
}

static void test_lookups(void) {
    const struct catalog_model *first = catalog_data, *last = catalog_data + catalog_data_count - 1;
    finds(first->provider, first->id, first->id);
    finds(last->provider, last->id, last->id);
    finds("openai", "gpt-4", "gpt-4");
    finds("openai", "gpt-", NULL);
    finds("openai", "gpt-4oo", NULL);
    finds("openai", "", NULL);
    finds("", "", NULL);
    finds("aaaa", "gpt-4o", NULL);
    finds("zzzz", "zzzz", NULL);
    finds("together", "zzzz", NULL);

    finds("openai", "gpt-4o-2024-05-13", "gpt-4o-2024-05-13");
    finds("openai", "gpt-4o-2024-08-06", "gpt-4o");
    finds("anthropic", "claude-haiku-4-5-20251001", "claude-haiku-4-5");
    finds("openai", "gpt-4o-2024-08-6", NULL);
    finds("openai", "gpt-4o-2024-08-0x", NULL);
    finds("openai", "gpt-4o-2024-08-06-2024-08-06", NULL);
    finds("openai", "-2024-08-06", NULL);

    finds("openai", "ft:gpt-4o-mini-2024-07-18:acme::abc123", "ft:gpt-4o-mini");
    finds("openai", "ft:gpt-4.1-2025-04-14:acme::abc123", "gpt-4.1");
    finds("openai", "ft:gpt-4.1", "gpt-4.1");
    finds("openai", "ft:nothing:acme::abc123", NULL);
    finds("openai", "ft:", NULL);
    finds("openai", "ft:::", NULL);

    char name[4096];
    memset(name, 'a', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    ok(!catalog_find("openai", name), "a very long id");
}

static void test_models(void) {
    size_t total = 0, count;
    const struct provider *row;
    for (size_t i = 0; (row = provider_at(i)); i++) {
        const struct catalog_model *model = catalog_models(row->name, &count);
        int mine = 1;
        for (size_t k = 0; k < count; k++)
            mine &= strcmp(model[k].provider, row->name) == 0;
        ok(mine, "%zu models of %s", count, row->name);
        total += count;
    }
    is_int((long long)total, (long long)catalog_data_count, "together all there are");
    catalog_models("zzzz", &count);
    is_int((long long)count, 0, "an unknown provider has none");
    is_str(catalog_models("demo", &count)->id, "demo", "the demo's model");
    is_int((long long)count, 1, "and no other");
}

/* Where a limit must be told to the provider, that of the model is known. */
static void test_output_limits(void) {
    static const struct {
        const char *provider, *id;
        int most;
    } rows[] = {{"anthropic", "claude-opus-4-8", 128000},
                {"anthropic", "claude-haiku-4-5-20251001", 64000},
                {"anthropic", "claude-3-haiku", 4096},
                {"openai", "gpt-4", 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        is_int(catalog_find(rows[i].provider, rows[i].id)->max_output, rows[i].most, rows[i].id);
    size_t count;
    const struct catalog_model *model = catalog_models("anthropic", &count);
    for (size_t i = 0; i < count; i++)
        ok(model[i].max_output > 0, "%s", model[i].id);
}

int main(void) {
    test_data();
    test_prices();
    test_lookups();
    test_models();
    test_output_limits();
    return tap_done();
}
