/* From a model name to provider, model and price, with a configuration built by hand. */
#include "route/choose.h"

#include "tap.h"

#define DOLLAR NANOS_PER_DOLLAR

enum { OPENROUTER, OPENAI, CORP, DEMO, PROVIDERS };

static struct provider_config providers[PROVIDERS];

static const struct model_config models[] = {
    {.name = "fast", .provider = &providers[OPENAI], .model = "gpt-4o-mini"},
    {.name = "o1", .provider = &providers[CORP], .model = "big", .has_price = true,
     .price = {.base = {.input = 7 * DOLLAR}}, .context = 5000, .max_output = 600},
    {.name = "wide", .provider = &providers[OPENAI], .model = "gpt-4o", .context = 77},
    {.name = "openai/gpt-4.1", .provider = &providers[OPENAI], .model = "gpt-4.1-mini"},
    {.name = "priceless", .provider = &providers[OPENAI], .model = "not-in-the-catalog"},
};

static struct config config = {
    .providers = PROVIDERS,
    .provider = providers,
    .models = sizeof models / sizeof *models,
    .model = models,
};

static void set_up(void) {
    providers[OPENROUTER] = (struct provider_config){.name = "openrouter"};
    providers[OPENAI] = (struct provider_config){.name = "openai"};
    providers[CORP] = (struct provider_config){.name = "corp", .any_model = true};
    providers[DEMO] = (struct provider_config){.name = "demo", .any_model = true, .free = true};
    for (int i = 0; i < PROVIDERS; i++)
        providers[i].row = provider_find(i == CORP ? "openai-compatible" : providers[i].name);
    config.providers = PROVIDERS;
}

static void leads(const char *name, const char *provider, const char *model, nanos input) {
    struct arena *arena = arena_new();
    struct error err = {0};
    struct target target;
    char *asked = xstrdup(name);
    int rc = choose_target(&config, asked, arena, &target, &err);
    memset(asked, 'x', strlen(asked)); /* the target must not lean on it */
    if (ok(rc == 0, "%s: %s", name, err.message)) {
        is_str(target.provider->name, provider, "  provider");
        is_str(target.model, model, "  model");
        is_int(target.price.base.input, input, "  price");
    }
    free(asked);
    arena_free(arena);
}

static struct error refused(const char *name, enum error_kind kind, const char *code) {
    struct arena *arena = arena_new();
    struct error err = {0};
    struct target target;
    ok(choose_target(&config, name, arena, &target, &err) == -1, "refused: %.40s", name);
    printf("# %s\n", err.message);
    is_int(err.kind, kind, "  kind");
    is_str(err.code, code, "  code");
    is_str(err.param, "model", "  param");
    arena_free(arena);
    return err;
}

static void test_names(void) {
    set_up();
    leads("fast", "openai", "gpt-4o-mini", DOLLAR * 15 / 100);
    leads("o1", "corp", "big", 7 * DOLLAR);
    leads("openai/gpt-4.1", "openai", "gpt-4.1-mini", DOLLAR * 4 / 10);
    leads("gpt-4o", "openai", "gpt-4o", DOLLAR * 25 / 10);
    leads("gpt-4o-2024-08-06", "openai", "gpt-4o-2024-08-06", DOLLAR * 25 / 10);
    leads("openai/gpt-4o", "openai", "gpt-4o", DOLLAR * 25 / 10);
    leads("openrouter/openai/gpt-4o", "openrouter", "openai/gpt-4o", DOLLAR * 25 / 10);
    leads("anthropic/claude-haiku-4.5", "openrouter", "anthropic/claude-haiku-4.5", DOLLAR);
    leads("demo", "demo", "demo", 0);
    leads("demo/anything", "demo", "anything", 0);
    leads("demo/any/thing", "demo", "any/thing", 0);

    config.providers = OPENAI;
    leads("openai/gpt-4o", "openrouter", "openai/gpt-4o", DOLLAR * 25 / 10);
}

static void test_prices(void) {
    set_up();
    refused("corp/llama", ERR_REQUEST, "model_without_price");
    refused("llama", ERR_REQUEST, "model_without_price");
    refused("priceless", ERR_REQUEST, "model_without_price");

    providers[CORP].free = true;
    leads("llama", "corp", "llama", 0);
    leads("unknown/llama", "corp", "unknown/llama", 0);
    providers[CORP].has_price = true;
    providers[CORP].price = (struct price){.base = {.input = 3 * DOLLAR}};
    leads("llama", "corp", "llama", 3 * DOLLAR);
    leads("corp/llama", "corp", "llama", 3 * DOLLAR);
    leads("o1", "corp", "big", 7 * DOLLAR);

    providers[OPENAI].has_price = true;
    providers[OPENAI].price = (struct price){.base = {.input = 9 * DOLLAR}};
    leads("gpt-4o", "openai", "gpt-4o", DOLLAR * 25 / 10);
    leads("priceless", "openai", "not-in-the-catalog", 9 * DOLLAR);

    providers[DEMO].has_price = true;
    providers[DEMO].price = (struct price){.base = {.input = 2 * DOLLAR}};
    leads("demo", "demo", "demo", 2 * DOLLAR);
    leads("demo/anything", "demo", "anything", 2 * DOLLAR);
}

static void test_facts(void) {
    set_up();
    struct arena *arena = arena_new();
    struct error err = {0};
    struct target target;
    choose_target(&config, "o1", arena, &target, &err);
    is_int(target.context, 5000, "the entry's context");
    is_int(target.max_output, 600, "the entry's longest output");
    choose_target(&config, "wide", arena, &target, &err);
    is_int(target.context, 77, "the entry's context wins over the catalog's");
    is_int(target.price.base.output, 10 * DOLLAR, "the price is the catalog's");
    choose_target(&config, "gpt-4o", arena, &target, &err);
    is_int(target.context, 128000, "the catalog's context");
    arena_free(arena);
}

static void test_refusals(void) {
    set_up();
    config.providers = CORP;
    refused("llama", ERR_NOT_FOUND, "model_not_found");
    refused("", ERR_NOT_FOUND, "model_not_found");
    refused("/", ERR_NOT_FOUND, "model_not_found");
    refused("openai/", ERR_NOT_FOUND, "model_not_found");
    struct error err = refused("openai/gpt-99", ERR_NOT_FOUND, "model_not_found");
    ok(strstr(err.message, "'openai/gpt-99'") != NULL, "the message names the model");
    err = refused("a\nb\033[1m\177", ERR_NOT_FOUND, "model_not_found");
    ok(strstr(err.message, "'a?b?[1m?'") != NULL, "without control characters");

    char name[2000];
    memset(name, 'a', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    memcpy(name + 99, "\xe2\x82\xac", 3); /* a character over the cut */
    err = refused(name, ERR_NOT_FOUND, "model_not_found");
    ok(strstr(err.message, "a...'") && !strchr(err.message, '\xe2'), "cut between characters");

    config.providers = PROVIDERS;
    refused(name, ERR_REQUEST, "model_without_price");
    refused("demo/", ERR_NOT_FOUND, "model_not_found");
    config.providers = 0;
    refused("gpt-4o", ERR_NOT_FOUND, "model_not_found");

    struct arena *arena = arena_new();
    struct target target;
    struct error first = {0};
    error_set(&first, ERR_GONE, "gone");
    ok(choose_target(&config, "gpt-4o", arena, &target, &first) == -1 && first.kind == ERR_GONE &&
           !first.code,
       "the first error wins");
    arena_free(arena);
}

struct listing {
    int count, wrong, stop_after;
    int gpt4o, sonnet, slashed, o1, o1_full, hidden, priceless, fine_tuned, demo;
    char *names[2000];
};

static int visit(void *arg, const char *name, const struct target *target) {
    struct listing *list = arg;
    struct arena *arena = arena_new();
    struct target found = {0};
    struct error err = {0};
    list->wrong += choose_target(&config, name, arena, &found, &err) != 0 ||
                   found.provider != target->provider || strcmp(found.model, target->model) != 0 ||
                   memcmp(&found.price, &target->price, sizeof found.price) != 0 ||
                   found.context != target->context;
    arena_free(arena);
    for (int i = 0; i < list->count; i++)
        list->wrong += strcmp(list->names[i], name) == 0;
    list->names[list->count++] = xstrdup(name);
    list->gpt4o += strcmp(name, "gpt-4o") == 0;
    list->sonnet += strcmp(name, "anthropic/claude-sonnet-4.5") == 0;
    list->slashed += strcmp(name, "openrouter/openai/gpt-4o") == 0;
    list->o1 += strcmp(name, "o1") == 0;
    list->o1_full += strcmp(name, "openai/o1") == 0;
    list->hidden += strcmp(name, "openai/gpt-4.1") == 0;
    list->priceless += strcmp(name, "priceless") == 0;
    list->fine_tuned += strncmp(name, "ft:", 3) == 0;
    list->demo += strcmp(name, "demo") == 0;
    return list->count == list->stop_after;
}

static void clear(struct listing *list) {
    for (int i = 0; i < list->count; i++)
        free(list->names[i]);
    *list = (struct listing){0};
}

static void test_each(void) {
    static struct listing list;
    set_up();
    choose_each(&config, visit, &list);
    ok(list.count > 400, "%d names", list.count);
    is_int(list.wrong, 0, "each leads where the listing says, and is there once");
    is_str(list.names[0], "fast", "entries of the configuration come first");
    ok(list.gpt4o && list.sonnet && list.demo, "plain names where they lead to the provider");
    ok(list.slashed, "a provider's name in front where the plain one leads elsewhere");
    ok(list.o1 && list.o1_full, "an entry hides the plain name, not the model");
    is_int(list.hidden, 1, "an entry may stand for a full name");
    ok(!list.priceless && !list.fine_tuned, "neither what has no price nor patterns");
    clear(&list);

    list.stop_after = 2;
    choose_each(&config, visit, &list);
    is_int(list.count, 2, "stops among the entries");
    clear(&list);
    list.stop_after = 50;
    choose_each(&config, visit, &list);
    is_int(list.count, 50, "stops in a catalog");
    clear(&list);
}

int main(void) {
    test_names();
    test_prices();
    test_facts();
    test_refusals();
    test_each();
    return tap_done();
}
