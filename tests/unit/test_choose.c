/* From a model name to provider, model and price, with a configuration built by hand. */
#include "route/choose.h"

#include "canon/catalog_file.h"
#include "tap.h"

#define DOLLAR NANOS_PER_DOLLAR

enum { OPENROUTER, OPENAI, CORP, DEMO, PROVIDERS };

static struct provider_config providers[PROVIDERS];

static const struct model_config models[] = {
    {.name = "fast", .provider = &providers[OPENAI], .model = "gpt-4o-mini"},
    {.name = "o1",
     .provider = &providers[CORP],
     .model = "big",
     .has_price = true,
     .price = {.base = {.input = 7 * DOLLAR}},
     .context = 5000,
     .max_output = 600},
    {.name = "wide", .provider = &providers[OPENAI], .model = "gpt-4o", .context = 77},
    {.name = "openai/gpt-4.1", .provider = &providers[OPENAI], .model = "gpt-4.1-mini"},
    {.name = "priceless", .provider = &providers[OPENAI], .model = "not-in-the-catalog"},
    {.name = "vectors",
     .provider = &providers[CORP],
     .model = "e5",
     .has_kind = true,
     .kind = MODEL_EMBEDDING},
    {.name = "draw",
     .provider = &providers[OPENAI],
     .model = "dall-e-3",
     .has_price = true,
     .price = {.base = {.image = 11}, .tier_from = 5, .tier = {.image = 12}}},
    {.name = "talk", .provider = &providers[OPENAI], .model = "gpt-realtime", .has_kind = true},
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
    leads("openai/fast", "openai", "gpt-4o-mini", DOLLAR * 15 / 100);
    leads("corp/o1", "corp", "big", 7 * DOLLAR);
    leads("openai/wide", "openai", "gpt-4o", DOLLAR * 25 / 10);
    leads("openai/o1", "openai", "o1", DOLLAR * 15); /* its own comes before what another's entry calls so */
    leads("demo/fast", "demo", "fast", 0);           /* which is no entry of this provider */

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

static struct target any(const char *name, struct arena *arena) {
    struct error err = {0};
    struct target target = {0};
    ok(choose_any(&config, name, arena, &target, &err) == 0, "found: %s%s", name, err.message);
    return target;
}

/* What is not for chat is known, and not offered for it. */
static void test_kinds(void) {
    set_up();
    struct arena *arena = arena_new();
    refused("text-embedding-3-small", ERR_REQUEST, "model_not_for_chat");
    refused("openai/whisper-1", ERR_REQUEST, "model_not_for_chat");
    refused("vectors", ERR_REQUEST, "model_not_for_chat");
    struct error err = refused("dall-e-3", ERR_REQUEST, "model_not_for_chat");
    ok(strstr(err.message, "kind is image") != NULL, "the message tells its kind");
    leads("talk", "openai", "gpt-realtime", 4 * DOLLAR);

    struct target target = any("text-embedding-3-small", arena);
    ok(target.kind == MODEL_EMBEDDING && (target.known & FACT_PRICE), "one of any kind");
    target = any("whisper-1", arena);
    ok(target.kind == MODEL_TRANSCRIPTION && (target.known & FACT_PRICE) &&
           target.price.base.second == 100 * DOLLAR,
       "also one that is not paid by tokens");
    target = any("vectors", arena);
    ok(target.kind == MODEL_EMBEDDING && target.configured == FACT_KIND, "its kind is the entry's");
    ok(!(target.known & FACT_PRICE), "also one without a price");
    is_str(target.title, "e5", "nobody knows another name");
    ok(choose_any(&config, "openai/gpt-99", arena, &target, &err) == -1, "an unknown one is not found");
    arena_free(arena);
}

/* Facts of a file count before those compiled in, entries before both. */
static void test_imported(void) {
    static const struct model_facts imported[] = {
        {.provider = "openai",
         .id = "gpt-4o",
         .context = 9000,
         .max_output = 90,
         .price = {.base = {.input = 5}},
         .said = FACT_CONTEXT | FACT_MAX_OUTPUT | FACT_PRICE,
         .imported = FACT_CONTEXT | FACT_MAX_OUTPUT | FACT_PRICE},
        {.provider = "openai",
         .id = "gpt-99",
         .name = "Ninety-nine",
         .price = {.base = {.input = 6}},
         .said = FACT_NAME | FACT_PRICE,
         .imported = FACT_NAME | FACT_PRICE},
    };
    static const struct catalog_file file = {2, imported};
    struct arena *arena = arena_new();
    set_up();
    config.facts = &file;
    leads("gpt-4o", "openai", "gpt-4o", 5);
    leads("gpt-99", "openai", "gpt-99", 6);
    struct target target = any("wide", arena);
    is_int(target.context, 77, "the entry's context");
    is_int(target.max_output, 90, "the file's limit");
    is_str(target.title, "GPT-4o", "the name that is compiled in");
    is_int(target.imported, FACT_MAX_OUTPUT | FACT_PRICE, "what the file says");
    is_int(target.configured, FACT_CONTEXT, "what the entry says");
    is_str(any("gpt-99", arena).title, "Ninety-nine", "a name of the file");
    config.facts = NULL;
    arena_free(arena);
}

/* What the hub cannot ask for is no ability. */
static void test_abilities(void) {
    set_up();
    struct arena *arena = arena_new();
    ok(any("gpt-4o", arena).abilities & MODEL_IMAGES, "takes images");
    ok(!(any("openai/o1-preview", arena).abilities & MODEL_IMAGES), "takes none");
    ok(any("openrouter/openai/gpt-3.5-turbo", arena).abilities == MODEL_TOOLS, "through another provider");
    arena_free(arena);
}

/* Who does no chat is not asked for it, whatever is known of the model. */
static void test_silent(void) {
    set_up();
    providers[CORP].row = provider_find("voyage");
    providers[CORP].has_price = true;
    struct error err = refused("corp/nobody-knows", ERR_REQUEST, "model_not_for_chat");
    ok(strstr(err.message, "does no chat") != NULL, "the message says why");
    struct arena *arena = arena_new();
    struct target target;
    struct error none = {0};
    ok(choose_task(&config, "corp/voyage-4", TASK_EMBED, arena, &target, &none) == 0, "but for embeddings");
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
    list->wrong += choose_served(&config, name, arena, &found, &err) != 0 ||
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

enum { CALLABLE = MODEL_KIND__MAX + 1, COUNTS };

static int count_kind(void *arg, const char *name, const struct target *target) {
    int *counts = arg;
    counts[target->kind]++;
    counts[CALLABLE] += choose_is_served(target) && target->known & FACT_PRICE;
    counts[MODEL_KIND__MAX] += strcmp(name, "vectors") == 0 || strcmp(name, "priceless") == 0;
    return 0;
}

static void test_each_of(void) {
    int counts[COUNTS] = {0}, callable[COUNTS] = {0}, sum = 0;
    set_up();
    choose_each_of(&config, CHOOSE_ALL, count_kind, counts);
    choose_each(&config, count_kind, callable);
    ok(counts[MODEL_EMBEDDING] > 3 && counts[MODEL_SPEECH] > 1, "models of all kinds");
    is_int(counts[MODEL_KIND__MAX], 2, "also without a price");
    for (int i = 0; i < MODEL_KIND__MAX; i++)
        sum += callable[i];
    is_int(sum, counts[CALLABLE], "only those that can be asked for else");
    is_int(callable[CALLABLE], sum, "and no others");
    is_int(callable[MODEL_VIDEO] + callable[MODEL_REALTIME] + callable[MODEL_OCR], 0,
           "nobody asks for videos");
    ok(callable[MODEL_EMBEDDING] > 0 && callable[MODEL_MODERATION] > 0, "for embeddings, too");
    ok(callable[MODEL_CHAT] > 400 && callable[MODEL_CHAT] < counts[MODEL_CHAT],
       "of them the ones with a price");
    int one[COUNTS] = {0};
    choose_each_of(&config, 1u << MODEL_EMBEDDING, count_kind, one);
    is_int(one[MODEL_EMBEDDING], counts[MODEL_EMBEDDING], "those of one kind");
    is_int(one[MODEL_CHAT], 0, "no others");
}

static void test_pictures(void) {
    struct arena *arena = arena_new();
    struct target target, before;
    struct error err = {0};
    set_up();
    choose_any(&config, "openai/dall-e-2", arena, &target, &err);
    is_int(target_price_image(&target, "512x512", NULL, &err), 0, "a size that is known");
    is_int(target.price.base.image, 18000 * DOLLAR, "what it costs");
    is_int(target.price.tier.image, 18000 * DOLLAR, "in a tier, too");
    is_int(target_price_image(&target, NULL, "auto", &err), 0, "one that nobody said");
    is_int(target.price.base.image, 20000 * DOLLAR, "may be the dearest");
    before = target;
    is_int(target_price_image(&target, "77x77", NULL, &err), -1, "one that is not");
    ok(err.kind == ERR_REQUEST && strcmp(err.param, "size") == 0 && strstr(err.message, "256x256, 512x512"),
       "says which are: %s", err.message);
    ok(memcmp(&before, &target, sizeof target) == 0, "and changes nothing");
    err = (struct error){0};
    choose_any(&config, "draw", arena, &target, &err);
    is_int(target.images.count, 0, "a price of the configuration comes without the catalog's list");
    target.images = before.images;
    is_int(target_price_image(&target, "77x77", NULL, &err), -1, "a list counts as it stands");
    err = (struct error){0};
    target.images.count = 0;
    is_int(target_price_image(&target, "77x77", "x", &err), 0, "without a list");
    ok(target.price.base.image == 11 && target.price.tier.image == 12, "nothing happens");
    arena_free(arena);
}

int main(void) {
    test_pictures();
    test_names();
    test_prices();
    test_facts();
    test_kinds();
    test_imported();
    test_abilities();
    test_silent();
    test_refusals();
    test_each();
    test_each_of();
    return tap_done();
}
