/* The catalog: the order of what is compiled in, some prices against the facts' own text, the lookups, and a
 * file's facts over it. */
#include "route/catalog.h"

#include "canon/catalog_file.h"
#include "providers/provider.h"
#include "route/catalog_data.h"
#include "tap.h"

/* What is compiled in of a model, until the next call; NULL if it is not known. */
static const struct model_facts *find(const char *provider, const char *id) {
    static struct model_facts facts;
    return catalog_find(NULL, provider, id, &facts) ? &facts : NULL;
}

static int rates_are_sound(const struct rates *rates) {
    const nanos most = 1000 * NANOS_PER_DOLLAR; /* dollars per million tokens */
    int sound = rates->cache_read <= rates->input && rates->audio_cache_read <= rates->audio_input &&
                rates->image_cache_read <= rates->image_input && rates->cache_write <= rates->cache_write_1h;
    for (size_t i = 0; i < RATES; i++) {
        bool counted = rate_names[i].digits == EACH_DIGITS;
        sound &= rate_get(rates, i) >= 0 && rate_get(rates, i) <= (counted ? 1000 * most : most);
    }
    return sound;
}

static int is_whole(const struct model_facts *model) {
    const struct price *price = &model->price;
    return *model->id && *model->name && model->context >= 0 && model->kind < MODEL_KIND__MAX &&
           (model->max_output < model->context || !model->context) && rates_are_sound(&price->base) &&
           (!price->tier_from || (rates_are_sound(&price->tier) && price->tier.input >= price->base.input));
}

static void test_data(void) {
    size_t total = 0, chat = 0, providers = 0;
    int sorted = 1, whole = 1, found = 1, priced = 1;
    const struct provider *row;
    for (size_t i = 0; (row = provider_at(i)); i++) {
        struct catalog_walk walk;
        struct model_facts model, same;
        const char *last = "";
        size_t mine = 0;
        catalog_begin(&walk, NULL, row->name);
        for (; catalog_next(&walk, &model); mine++) {
            sorted &= strcmp(last, model.id) < 0;
            last = model.id;
            whole &= is_whole(&model) && strcmp(model.provider, row->name) == 0;
            chat += model.kind == MODEL_CHAT;
            priced &=
                model.kind != MODEL_CHAT || (model.said & FACT_PRICE) || (model.abilities & MODEL_AUDIO_OUT);
            found &= catalog_find(NULL, row->name, model.id, &same) && same.id == model.id;
        }
        providers += mine > 0;
        total += mine;
    }
    size_t rows = 0;
    for (size_t i = 0; i < catalog_provider_count; i++)
        rows += catalog_providers[i].count;
    ok(chat > 850, "%zu models for chat", chat);
    ok(providers > 20, "of %zu providers", providers);
    is_int((long long)total, (long long)rows, "every provider of the data has a row");
    ok(sorted, "sorted, none twice");
    ok(whole, "every model has sound numbers");
    ok(priced, "every model for chat has a price, but those of sound of which only that of text is known");
    ok(found, "every model is found");
}

/* Of names that other services have for a maker's models none is one of that maker's own. */
static void test_foreign(void) {
    static const char *const names[] = {"gpt-4o:extended", "computer-use", "codex-mini", "gpt-oss-20b",
                                        "gpt-5-image"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        ok(!find("openai", names[i]), "openai has no %s", names[i]);
    ok(find("openrouter", "openai/gpt-4o:extended") && find("openai", "ft:gpt-4o:acme"), "what stays");
}

/* What models are for, what they can, how people call them. */
static void test_words(void) {
    static const struct {
        const char *provider, *id, *name;
        enum model_kind kind;
        unsigned abilities;
        bool deprecated;
    } rows[] = {
        {"openai", "gpt-4o-mini", "GPT-4o Mini", MODEL_CHAT,
         MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, false},
        {"openai", "o3-mini", "o3 Mini", MODEL_CHAT, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, false},
        {"openai", "gpt-audio", "GPT-Audio", MODEL_CHAT, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, false},
        {"openai", "text-embedding-3-small", "Text Embedding 3 Small", MODEL_EMBEDDING, 0, false},
        {"openai", "gpt-image-1", "GPT-Image 1", MODEL_IMAGE, MODEL_IMAGES | MODEL_IMAGE_OUT, false},
        {"openai", "whisper-1", "Whisper 1", MODEL_TRANSCRIPTION, 0, false},
        {"openai", "tts-1", "TTS 1", MODEL_SPEECH, 0, false},
        {"openai", "omni-moderation-latest", "Omni Moderation Latest", MODEL_MODERATION, 0, false},
        {"openai", "gpt-realtime", "GPT-Realtime", MODEL_REALTIME,
         MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, false},
        {"openai", "gpt-3.5-turbo-instruct", "GPT-3.5 Turbo Instruct", MODEL_COMPLETION, MODEL_TOOLS, false},
        {"cohere", "rerank-v3.5", "Rerank v3.5", MODEL_RERANK, 0, false},
        {"mistral", "mistral-ocr-2503", "Mistral OCR", MODEL_OCR, 0, true},
        {"cerebras", "llama-3.3-70b", "Llama 3.3 70B", MODEL_CHAT, MODEL_TOOLS, true},
        {"openrouter", "anthropic/claude-sonnet-4.5", "Claude Sonnet 4.5", MODEL_CHAT,
         MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct model_facts *model = find(rows[i].provider, rows[i].id);
        if (!ok(model != NULL, "%s/%s", rows[i].provider, rows[i].id))
            continue;
        is_str(model->name, rows[i].name, "  name");
        is_str(model_kinds[model->kind], model_kinds[rows[i].kind], "  kind");
        is_int(model->abilities, rows[i].abilities, "  abilities");
        is_int(model->deprecated, rows[i].deprecated, "  deprecated");
    }
    is_int(find("openai", "text-embedding-3-small")->price.base.input, NANOS_PER_DOLLAR / 50, "what goes in");
    is_int(find("openai", "text-embedding-3-small")->price.base.output, 0, "nothing comes out");
    ok(!(find("mistral", "mistral-ocr-latest")->said & FACT_PRICE),
       "no price for what is not charged by rates");
    for (int i = 0; i < MODEL_KIND__MAX; i++)
        is_int(model_kind_find(model_kinds[i]), i, model_kinds[i]);
    is_int(model_kind_find("chats"), -1, "no such kind");
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
        {"google",
         "gemini-1.5-flash",
         {"0.075", "0.3", "0.01875", "0.075"},
         128000,
         {"0.15", "0.6", "0.0375", "0.15"}},
        {"openai", "gpt-6-sol", {"2", "10", "0.2", "2.5"}, 272000, {"4", "15", "0.4", "5"}},
        {"xai", "grok-4.3", {"1.25", "2.5", "0.2", "1.25"}, 199999, {"2.5", "5", "0.4", "2.5"}},
        {"openrouter",
         "x-ai/grok-4-fast",
         {"0.2", "0.5", "0.05", "0.2"},
         128000,
         {"0.4", "1", "0.05", "0.4"}},
    };
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        const struct model_facts *model = find(facts[i].provider, facts[i].id);
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

/* The rates of other things than plain tokens: as the facts have them, and else what stands in for them. */
static void test_other_rates(void) {
    static const struct {
        const char *provider, *id, *rate, *dollars; /* per million tokens, searches, requests */
    } facts[] = {
        {"anthropic", "claude-haiku-4-5", "cache_write_1h", "2"},
        {"anthropic", "claude-haiku-4-5", "search", "10000"},
        {"anthropic", "claude-haiku-4-5", "request", "0"},
        {"anthropic", "claude-haiku-4-5", "audio_input", "1"},
        {"google", "gemini-2.5-flash", "audio_input", "1"},
        {"google", "gemini-2.5-flash", "audio_cache_read", "0.1"},
        {"google", "gemini-2.5-flash", "audio_output", "2.5"},
        {"google", "gemini-2.5-flash", "image_input", "0.3"},
        {"google", "gemini-2.5-flash", "image_cache_read", "0.03"},
        {"google", "gemini-2.5-flash", "image_output", "2.5"},
        {"google", "gemini-2.5-flash", "cache_write_1h", "0.3"},
        {"openai", "gpt-4o", "search", "10000"},
        {"perplexity", "sonar-pro", "request", "14000"},
        {"perplexity", "sonar-deep-research", "search", "5000"},
        {"openai", "whisper-1", "second", "100"},
        {"openai", "whisper-1", "input", "0"},
        {"groq", "whisper-large-v3", "second", "30.833333333"},
        {"groq", "whisper-large-v3-turbo", "second", "11.111111111"},
        {"openai", "tts-1", "character", "15"},
        {"openai", "tts-1-hd", "character", "30"},
        {"openai", "tts-1-hd", "image", "0"},
        {"openai", "gpt-4o-mini-tts", "input", "0.6"},
        {"openai", "gpt-4o-mini-tts", "output", "12"},
        {"openai", "gpt-4o-transcribe", "audio_input", "6"},
        {"openai", "gpt-4o-mini-transcribe", "audio_input", "3"},
        {"openai", "gpt-image-1", "image_input", "10"},
        {"openai", "gpt-image-1", "image_output", "40"},
        {"openai", "gpt-image-1-mini", "image_output", "8"},
        {"openai", "gpt-image-1", "image", "0"},
        {"openai", "dall-e-2", "image", "20000"},
        {"openai", "dall-e-3", "image", "120000"},
        {"google", "gemini-2.5-flash-image", "image_output", "30"},
        {"cohere", "rerank-v3.5", "request", "2000"},
        {"cohere", "rerank-v3.5", "input", "0"},
        {"cohere", "rerank-multilingual-v3.0", "request", "2000"},
        {"cohere", "embed-v4.0", "input", "0.12"},
    };
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        const struct model_facts *model = find(facts[i].provider, facts[i].id);
        for (size_t k = 0; k < RATES; k++)
            if (strcmp(rate_names[k].name, facts[i].rate) == 0)
                is_int(rate_get(&model->price.base, k), nanos_of(facts[i].dollars), facts[i].rate);
    }
    const struct price *tiered = &find("anthropic", "claude-sonnet-4-5")->price;
    is_int(tiered->tier.cache_write_1h, nanos_of("12"), "in the tier");
    is_int(tiered->tier.search, tiered->base.search, "the tier's searches cost the same");
}

/* Pictures whose price goes by what they are. */
static void test_pictures(void) {
    static const struct {
        const char *id, *size, *quality, *dollars; /* for a million */
    } rows[] = {
        {"dall-e-2", "256x256", NULL, "16000"},
        {"dall-e-2", "512x512", NULL, "18000"},
        {"dall-e-2", NULL, NULL, "20000"},
        {"dall-e-3", "1024x1024", "standard", "40000"},
        {"dall-e-3", "1792x1024", "standard", "80000"},
        {"dall-e-3", "1024x1024", "hd", "80000"},
        {"dall-e-3", "1024x1792", "hd", "120000"},
        {"dall-e-3", NULL, "standard", "80000"},
        {"dall-e-3", "1792x1024", NULL, "120000"},
    };
    size_t lists = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *unknown;
        const struct image_price *found =
            image_prices_find(&find("openai", rows[i].id)->images, rows[i].size, rows[i].quality, &unknown);
        is_int(found ? found->each : -1, nanos_of(rows[i].dollars), rows[i].id);
    }
    for (size_t i = 0; i < catalog_provider_count; i++)
        for (size_t row = catalog_providers[i].first, end = row + catalog_providers[i].count; row < end;
             row++) {
            const struct model_facts *model =
                find(catalog_providers[i].name, catalog_texts + catalog_rows[row].id);
            const struct image_prices *images = &model->images;
            bool sound = images->count < IMAGE_PRICES_MOST && model->price.base.image > 0;
            for (size_t j = 0; j < images->count; j++)
                sound &= image_name_sound(images->at[j].name, strlen(images->at[j].name));
            lists += images->count > 0;
            if (images->count > 0)
                ok(sound && model->kind == MODEL_IMAGE, "the list of %s", model->id);
        }
    is_int((long long)lists, 2, "lists of pictures");
    is_int((long long)find("openai", "gpt-image-1")->images.count, 0, "one that is paid by tokens has none");
}

static void finds(const char *provider, const char *id, const char *want) {
    const struct model_facts *model = find(provider, id);
    char name[128];
    snprintf(name, sizeof name, "%s/%s", provider, id);
    is_str(model && strcmp(model->provider, provider) == 0 ? model->id : NULL, want, name);
}

static void test_lookups(void) {
    const struct catalog_provider *last = &catalog_providers[catalog_provider_count - 1];
    const char *first_id = catalog_texts + catalog_rows[0].id;
    const char *last_id = catalog_texts + catalog_rows[last->first + last->count - 1].id;
    finds(catalog_providers[0].name, first_id, first_id);
    finds(last->name, last_id, last_id);
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
    ok(!find("openai", name), "a very long id");
}

/* The models of a provider, with a file's. */
static size_t count(const struct catalog_file *file, const char *provider) {
    struct catalog_walk walk;
    struct model_facts model;
    size_t total = 0;
    catalog_begin(&walk, file, provider);
    while (catalog_next(&walk, &model))
        total++;
    return total;
}

static void test_file(void) {
    struct model_facts models[] = {
        {.provider = "openai",
         .id = "gpt-9",
         .name = "gpt-9",
         .price.base.input = 9,
         .said = FACT_PRICE,
         .imported = FACT_PRICE},
        {.provider = "demo", .id = "zz", .name = "ZZ", .said = FACT_NAME, .imported = FACT_NAME},
        {.provider = "vllm",
         .id = "own",
         .name = "own",
         .kind = MODEL_EMBEDDING,
         .abilities = MODEL_IMAGES,
         .deprecated = true,
         .context = 5,
         .max_output = 4,
         .said = FACT_KIND | FACT_ABILITIES | FACT_DEPRECATED | FACT_CONTEXT | FACT_MAX_OUTPUT,
         .imported = FACT_KIND},
        {.provider = "openai",
         .id = "gpt-4o",
         .name = "Four",
         .context = 77,
         .said = FACT_NAME | FACT_CONTEXT,
         .imported = FACT_NAME | FACT_CONTEXT},
        {.provider = "demo", .id = "aa", .name = "aa"},
        {.provider = "openai",
         .id = "dall-e-2",
         .name = "dall-e-2",
         .price.base.image = 7,
         .said = FACT_PRICE},
    };
    struct catalog_file file = {sizeof models / sizeof *models, models};
    struct model_facts facts;
    ok(!catalog_file_sort(models, file.count), "none is there twice");
    ok(catalog_find(&file, "openai", "gpt-4o-2024-08-06", &facts), "a model of both");
    is_str(facts.name, "Four", "the file's name");
    is_int(facts.context, 77, "its context");
    is_int(facts.price.base.output, 10 * NANOS_PER_DOLLAR, "the price that is compiled in");
    is_int(facts.imported, FACT_NAME | FACT_CONTEXT, "what the file says");
    ok(catalog_find(&file, "openai", "gpt-4o-2024-05-13", &facts), "the nearer name counts");
    is_int(facts.price.base.output, 15 * NANOS_PER_DOLLAR, "its price");
    ok(catalog_find(&file, "openai", "gpt-9-20261231", &facts) && facts.price.base.input == 9,
       "one of the file");
    is_str(facts.provider, "openai", "its provider");
    is_int(facts.said, FACT_PRICE, "nothing else is said of it");
    ok(catalog_find_exact(&file, "vllm", "own", &facts) && facts.kind == MODEL_EMBEDDING &&
           facts.deprecated && facts.abilities == MODEL_IMAGES && facts.context == 5 && facts.max_output == 4,
       "of a provider that nothing is compiled in of");
    ok(!catalog_find_exact(&file, "openai", "gpt-9-20261231", &facts), "the very name");
    ok(!catalog_find(&file, "openai", "gpt-", &facts) && !catalog_find(&file, "zzz", "own", &facts),
       "no others");
    ok(catalog_find(&file, "openai", "dall-e-2", &facts) && facts.price.base.image == 7 &&
           facts.images.count == 0 && facts.kind == MODEL_IMAGE,
       "a price of the file comes with its own list of pictures, or none");
    is_int((long long)count(&file, "demo"), 3, "models before and behind the others");
    is_int((long long)count(&file, "openai"), (long long)count(NULL, "openai") + 1, "none is shown twice");
    is_int((long long)count(&file, "vllm"), 1, "the file's alone");
    is_int((long long)count(&file, "zzzz"), 0, "an unknown provider has none");
    models[1] = models[0];
    ok(catalog_file_sort(models, file.count) != NULL, "one that is there twice");
}

/* Where a limit must be told to the provider, that of the model is known. */
static void test_output_limits(void) {
    static const struct {
        const char *provider, *id;
        int most;
    } rows[] = {{"anthropic", "claude-opus-4-8", 128000},
                {"anthropic", "claude-haiku-4-5-20251001", 64000},
                {"anthropic", "claude-3-haiku", 4096},
                {"openai", "gpt-4", 0},
                {"openai", "gpt-4o", 16384},
                {"openai", "gpt-6-sol", 128000}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        is_int(find(rows[i].provider, rows[i].id)->max_output, rows[i].most, rows[i].id);
    struct catalog_walk walk;
    struct model_facts model;
    catalog_begin(&walk, NULL, "anthropic");
    while (catalog_next(&walk, &model))
        ok(model.max_output > 0, "%s", model.id);
}

static void test_bare_names(void) {
    is_str(model_bare_name("openai/gpt-4o", "openai"), "gpt-4o", "less its provider");
    is_str(model_bare_name("meta/llama/3", "meta"), "llama/3", "only that one");
    is_str(model_bare_name("openai-eu/gpt-4o", "openai"), "openai-eu/gpt-4o", "not another one");
    is_str(model_bare_name("openai", "openai"), "openai", "not a model called like it");
}

int main(void) {
    test_bare_names();
    test_data();
    test_foreign();
    test_words();
    test_prices();
    test_other_rates();
    test_pictures();
    test_lookups();
    test_file();
    test_output_limits();
    return tap_done();
}
