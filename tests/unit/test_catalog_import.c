/* Published lists of models: what each shape becomes, what is left out, each mistake, and the file that is
 * written. */
#include "cli/import.h"
#include "cli/import_write.h"

#include "tap.h"

#define DOLLAR NANOS_PER_DOLLAR

static bool wanted(void *arg, const char *provider) {
    (void)arg;
    return strcmp(provider, "openai") == 0 || strcmp(provider, "google") == 0 ||
           strcmp(provider, "openrouter") == 0 || strcmp(provider, "together") == 0;
}

static struct import in;

static int read_text(const char *text, size_t len, struct error *err) {
    *err = (struct error){0};
    in = (struct import){.wanted = wanted, .arena = arena_new()};
    return import_read(&in, (struct span){text, len}, err);
}

static const struct import_model *find(const char *provider, const char *id) {
    for (size_t i = 0; i < in.count; i++)
        if (strcmp(in.models[i].facts.provider, provider) == 0 && strcmp(in.models[i].facts.id, id) == 0)
            return &in.models[i];
    printf("# %s/%s is not there\n", provider, id);
    exit(99);
}

/* Whether a model was left out for a reason that has these words; "" is that it was not. */
static void is_left_out(const char *provider, const char *id, const char *words) {
    const char *reason = find(provider, id)->left_out;
    if (!ok(*words ? reason && strstr(reason, words) : !reason, "%s: %s", id, *words ? words : "taken"))
        printf("# %s\n", reason ? reason : "taken");
}

static const char litellm[] =
    "{\"sample_spec\":{\"litellm_provider\":\"openai\",\"max_tokens\":\"words\"},"
    "\"gpt-77\":{\"litellm_provider\":\"openai\",\"mode\":\"chat\",\"input_cost_per_token\":1.25e-06,"
    "\"output_cost_per_token\":0.00001,\"cache_read_input_token_cost\":1.25e-07,"
    "\"cache_creation_input_token_cost\":0,\"input_cost_per_token_above_200k_tokens\":2.5e-06,"
    "\"output_cost_per_token_above_200k_tokens\":1.5e-05,\"input_cost_per_token_batches\":6e-07,"
    "\"input_cost_per_token_above_200k_tokens_priority\":9e-06,\"max_input_tokens\":400000,"
    "\"max_output_tokens\":128000,\"supports_vision\":true,\"supports_function_calling\":true,"
    "\"supports_reasoning\":false,\"deprecation_date\":\"2027-01-01\",\"search_context_cost_per_query\":"
    "{\"search_context_size_low\":0.001,\"search_context_size_medium\":0.025}},"
    "\"gpt-4o\":{\"litellm_provider\":\"openai\",\"mode\":\"chat\",\"input_cost_per_token\":2e-06,"
    "\"output_cost_per_token\":8e-06,\"max_input_tokens\":120000,\"max_output_tokens\":120000,"
    "\"supports_function_calling\":false},"
    "\"gpt-image-1\":{\"litellm_provider\":\"openai\",\"mode\":\"chat\",\"output_cost_per_image\":0.04},"
    "\"vectors-1-embedding\":{\"litellm_provider\":\"openai\",\"mode\":\"embedding\","
    "\"input_cost_per_token\":2e-08},"
    "\"free-embedding\":{\"litellm_provider\":\"openai\",\"mode\":\"embedding\","
    "\"input_cost_per_token\":0.0},"
    "\"1024-x-1024/pixels-1\":{\"litellm_provider\":\"openai\",\"mode\":\"image_generation\","
    "\"input_cost_per_pixel\":1.9e-08,\"output_cost_per_pixel\":0.0},"
    "\"512-x-512/pixels-1\":{\"litellm_provider\":\"openai\",\"mode\":\"image_generation\","
    "\"input_cost_per_pixel\":6.86e-08,\"output_cost_per_pixel\":0.0},"
    "\"256-x-256/pixels-1\":{\"litellm_provider\":\"openai\",\"mode\":\"image_generation\","
    "\"input_cost_per_pixel\":1e-09},"
    "\"64-x-64/pixels-1\":{\"litellm_provider\":\"openai\",\"mode\":\"image_generation\"},"
    "\"hd/1024-x-1792/draw-3\":{\"litellm_provider\":\"openai\",\"mode\":\"image_generation\","
    "\"input_cost_per_pixel\":6.539e-08,\"output_cost_per_pixel\":0.0},"
    "\"draw-3\":{\"litellm_provider\":\"openai\",\"mode\":\"image_generation\","
    "\"input_cost_per_image\":0.04,\"output_cost_per_image\":0.04},"
    "\"standard/1024-x-1024/draw-3\":{\"litellm_provider\":\"openai\",\"mode\":\"image_generation\","
    "\"input_cost_per_pixel\":3.81469e-08,\"output_cost_per_pixel\":0.0},"
    "\"openai/standard/1024-x-1024/draw-3\":{\"litellm_provider\":\"openai\",\"mode\":"
    "\"image_generation\",\"input_cost_per_image\":0.05},"
    "\"low/1024-x-1024/draw-4\":{\"litellm_provider\":\"openai\",\"mode\":\"image_generation\","
    "\"input_cost_per_image\":0.011},"
    "\"draw-4\":{\"litellm_provider\":\"openai\",\"mode\":\"image_generation\","
    "\"input_cost_per_token\":5e-06,\"output_cost_per_image_token\":4e-05,\"output_cost_per_token\":0,"
    "\"input_cost_per_image_token\":1e-05,\"output_cost_per_image\":0.042},"
    "\"draw-5\":{\"litellm_provider\":\"openai\",\"mode\":\"image_generation\","
    "\"input_cost_per_token\":5e-06,\"output_cost_per_image\":0.042},"
    "\"hear-1\":{\"litellm_provider\":\"openai\",\"mode\":\"audio_transcription\","
    "\"input_cost_per_second\":0.0001,\"output_cost_per_second\":0.0001},"
    "\"hear-2\":{\"litellm_provider\":\"openai\",\"mode\":\"audio_transcription\","
    "\"input_cost_per_second\":3.0833333333333335e-05,\"output_cost_per_second\":0.0},"
    "\"hear-3\":{\"litellm_provider\":\"openai\",\"mode\":\"audio_transcription\","
    "\"input_cost_per_token\":2.5e-06,\"input_cost_per_audio_token\":6e-06,\"output_cost_per_token\":"
    "1e-05,\"input_cost_per_second\":0.0001},"
    "\"speak-1\":{\"litellm_provider\":\"openai\",\"mode\":\"audio_speech\","
    "\"input_cost_per_character\":1.5e-05},"
    "\"speak-2\":{\"litellm_provider\":\"openai\",\"mode\":\"audio_speech\","
    "\"input_cost_per_token\":6e-07,\"output_cost_per_audio_token\":1.2e-05,\"output_cost_per_token\":"
    "1e-05,\"output_cost_per_second\":0.00025},"
    "\"sort-1\":{\"litellm_provider\":\"openai\",\"mode\":\"rerank\","
    "\"input_cost_per_query\":0.002,\"input_cost_per_token\":0.0,\"output_cost_per_token\":0.0},"
    "\"ask-1\":{\"litellm_provider\":\"openai\",\"mode\":\"chat\",\"input_cost_per_request\":0.002},"
    "\"hd/1024/dall-e-3\":{\"litellm_provider\":\"openai\",\"mode\":\"image_generation\"},"
    "\"unpriced\":{\"litellm_provider\":\"openai\",\"mode\":\"chat\"},"
    "\"zero\":{\"litellm_provider\":\"openai\",\"mode\":\"chat\",\"input_cost_per_token\":0,"
    "\"output_cost_per_token\":0.0},"
    "\"half\":{\"litellm_provider\":\"openai\",\"mode\":\"chat\",\"input_cost_per_token\":1e-6,"
    "\"output_cost_per_token\":0},"
    "\"uncached\":{\"litellm_provider\":\"openai\",\"mode\":\"chat\",\"input_cost_per_token\":2e-6,"
    "\"output_cost_per_token\":4e-6,\"cache_read_input_token_cost\":0},"
    "\"fine\":{\"litellm_provider\":\"openai\",\"mode\":\"chat\","
    "\"input_cost_per_token\":3.0001999999999996E-7,"
    "\"output_cost_per_token\":1e-6},"
    "\"tiers\":{\"litellm_provider\":\"openai\",\"mode\":\"chat\",\"input_cost_per_token\":1e-6,"
    "\"output_cost_per_token\":1e-6,\"input_cost_per_token_above_128k_tokens\":2e-6,"
    "\"input_cost_per_token_above_200k_tokens\":3e-6},"
    "\"guard\":{\"litellm_provider\":\"openai\",\"mode\":\"guardrail\"},"
    "\"gemini/gemini-77\":{\"litellm_provider\":\"gemini\",\"mode\":\"chat\",\"tiered_pricing\":["
    "{\"input_cost_per_token\":5e-08,\"output_cost_per_token\":4e-07,\"range\":[0,256000]},"
    "{\"input_cost_per_token\":2.5e-07,\"output_cost_per_token\":2e-06,\"range\":[256000,1000000]}]},"
    "\"gemini-77\":{\"litellm_provider\":\"gemini\",\"mode\":\"chat\",\"input_cost_per_token\":1,"
    "\"output_cost_per_token\":null},"
    "\"together-ai-4b\":{\"litellm_provider\":\"together_ai\",\"mode\":\"chat\"},"
    "\"together_ai/a/b\":{\"litellm_provider\":\"together_ai\",\"mode\":\"chat\","
    "\"input_cost_per_token\":1e-7,"
    "\"output_cost_per_token\":1e-7},"
    "\"claude-1\":{\"litellm_provider\":\"anthropic\",\"input_cost_per_token\":\"nonsense\"},"
    "\"x\":{\"litellm_provider\":7}}";

static nanos picture(const char *id, const char *size, const char *quality) {
    const char *unknown;
    const struct image_price *found =
        image_prices_find(&find("openai", id)->facts.images, size, quality, &unknown);
    return found ? found->each : -1;
}

/* What is not paid by tokens. */
static void test_units(void) {
    static const struct {
        const char *id, *rate, *dollars;
    } rows[] = {
        {"draw-3", "image", "0.04"},
        {"draw-3", "input", "0"},
        {"draw-4", "image", "0"},
        {"draw-4", "image_output", "0.00004"},
        {"draw-5", "image", "0.042"},
        {"draw-5", "input", "0.000005"},
        {"draw-5", "output", "0"},
        {"hear-1", "second", "0.0001"},
        {"hear-1", "input", "0"},
        {"hear-2", "second", "0.000030833333333"},
        {"hear-3", "second", "0"},
        {"hear-3", "audio_input", "0.000006"},
        {"speak-1", "character", "0.000015"},
        {"speak-2", "second", "0"},
        {"speak-2", "audio_output", "0.000012"},
        {"sort-1", "request", "0.002"},
    };
    struct error err = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct import_model *model = find("openai", rows[i].id);
        nanos want;
        money_read(rows[i].dollars, 15, &want, &err);
        ok((model->facts.said & FACT_PRICE) && !model->left_out, "%s has a price", rows[i].id);
        is_int(rate_get(&model->facts.price.base, import_find_rate(rows[i].rate)), want, rows[i].rate);
    }
    is_left_out("openai", "ask-1", "no price for what goes in");
    is_int(picture("draw-3", "1024x1792", "hd"), 120000 * DOLLAR, "by pixels, rounded to what was meant");
    is_int(picture("draw-3", "1024x1024", "standard"), 40000 * DOLLAR, "of two the first");
    is_int(picture("draw-3", "77x77", "low"), 40000 * DOLLAR, "all others");
    is_int((long long)find("openai", "draw-3")->facts.images.count, 3, "no more");
    is_int(picture("pixels-1", "1024x1024", NULL), 20000 * DOLLAR, "a model that the list does not have");
    is_int(picture("pixels-1", "512x512", NULL), 18000 * DOLLAR, "another size");
    is_int(picture("pixels-1", "256x256", NULL), 65536 * DOLLAR / 1000, "what is not rounded stays");
    is_int(picture("pixels-1", "64x64", NULL), -1, "one without a price is not there");
    const struct model_facts *model = &find("openai", "pixels-1")->facts;
    ok(model->kind == MODEL_IMAGE && (model->said & FACT_PRICE) && (model->abilities & MODEL_IMAGE_OUT),
       "what is known of it");
    is_int(model->price.base.image, 20000 * DOLLAR, "its rate is the dearest");
    is_left_out("openai", "low/1024-x-1024/draw-4", "paid by tokens");
    is_int((long long)find("openai", "draw-4")->facts.images.count, 0, "has no pictures then");
}

static void test_picture_names(void) {
    static const struct {
        const char *id, *name, *model; /* NULL: none */
    } rows[] = {
        {"1024-x-1024/dall-e-2", "1024x1024", "dall-e-2"},
        {"hd/1024-x-1792/dall-e-3", "hd 1024x1792", "dall-e-3"},
        {"low/1-x-2/a/b", "low 1x2", "a/b"},
        {"1024-x-1024/50-steps/x", "1024x1024", "50-steps/x"},
        {"hd/1024/dall-e-3", NULL, NULL},
        {"hd/1024-x-1024", NULL, NULL},
        {"hd/1024-x-1024/", NULL, NULL},
        {"hd/1024-x-/x", NULL, NULL},
        {"hd/0-x-5/x", NULL, NULL},
        {"hd/123456-x-5/x", NULL, NULL},
        {"/1024-x-1024/x", NULL, NULL},
        {"a b/1024-x-1024/x", NULL, NULL},
        {"a-quality-that-is-too-long/1024-x-1024/x", NULL, NULL},
        {"dall-e-3", NULL, NULL},
        {"", NULL, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct picture_name name;
        const char *model = import_picture_model(rows[i].id, &name);
        is_str(model, rows[i].model, rows[i].id);
        if (model)
            is_str(name.text, rows[i].name, "  its name");
    }
}

static void test_litellm(void) {
    struct error err;
    /* A price of a dollar for a token is absurd. */
    ok(read_text(litellm, sizeof litellm - 1, &err) < 0 &&
           strstr(err.message, "gemini-77.input_cost_per_token") &&
           strstr(err.message, "more than any model costs"),
       "an absurd price: %s", err.message);
    arena_free(in.arena);
    char text[sizeof litellm];
    memcpy(text, litellm, sizeof litellm);
    memcpy(strstr(text, ":1,\"output_cost_per_token\":null"), ":0", 2);
    if (!ok(read_text(text, sizeof text - 1, &err) == 0, "read: %s", err.message))
        exit(99);
    is_str(in.source, "LiteLLM", "whose list it is");
    is_int((long long)in.foreign, 2, "models of others");

    const struct model_facts *model = &find("openai", "gpt-77")->facts;
    is_int(model->price.base.input, 125 * DOLLAR / 100, "input");
    is_int(model->price.base.output, 10 * DOLLAR, "output");
    is_int(model->price.base.cache_read, DOLLAR / 8, "cache read");
    is_int(model->price.base.cache_write, 125 * DOLLAR / 100, "a cache write of 0 costs what goes in");
    is_int(model->price.base.search, 25000 * DOLLAR, "a search of medium size");
    is_int(model->price.tier_from, 200000, "the tier");
    is_int(model->price.tier.input, 25 * DOLLAR / 10, "its input");
    is_int(model->price.tier.output, 15 * DOLLAR, "its output");
    is_int(model->price.tier.cache_read, DOLLAR / 8, "what has no tier costs the same");
    is_int(model->context, 400000, "context");
    is_int(model->max_output, 128000, "most output");
    is_int(model->abilities, MODEL_IMAGES | MODEL_TOOLS, "abilities");
    ok(model->deprecated && model->kind == MODEL_CHAT && !(model->said & FACT_NAME), "the rest");

    model = &find("openai", "gpt-4o")->facts;
    is_int(model->price.base.input, 2 * DOLLAR, "a known model's new price");
    is_int(model->price.base.search, 10000 * DOLLAR, "with the fee that the list does not name");
    ok(!(model->said & (FACT_CONTEXT | FACT_MAX_OUTPUT | FACT_KIND)), "what is known better is not said");
    is_int(model->abilities, MODEL_IMAGES | MODEL_FILES | MODEL_SCHEMA, "known abilities but those denied");
    is_int(find("openai", "uncached")->facts.price.base.cache_read, 2 * DOLLAR, "a cached token of 0 too");
    model = &find("openai", "gpt-image-1")->facts;
    ok(model->kind == MODEL_IMAGE && model->price.base.image == 40000 * DOLLAR &&
           model->price.base.input == 0,
       "an image's price is none of tokens");
    model = &find("openai", "vectors-1-embedding")->facts;
    ok((model->said & FACT_PRICE) && model->price.base.input == DOLLAR / 50 && model->price.base.output == 0,
       "of vectors only what goes in is charged");
    ok(!(find("openai", "free-embedding")->facts.said & FACT_PRICE), "0 is no price");
    is_left_out("openai", "free-embedding", "");
    test_units();
    is_left_out("openai", "hd/1024/dall-e-3", "no model of this name");
    is_left_out("openai", "unpriced", "no price");
    is_left_out("openai", "zero", "price is 0");
    is_left_out("openai", "half", "price is 0");
    is_left_out("openai", "fine", "finer");
    is_left_out("openai", "tiers", "more tiers");
    is_left_out("openai", "guard", "does not know");
    is_left_out("together", "together-ai-4b", "no model of this name");
    is_left_out("together", "a/b", "");
    size_t doubles = 0;
    for (size_t i = 0; i < in.count; i++)
        if (strcmp(in.models[i].facts.id, "gemini-77") == 0) {
            const struct import_model *one = &in.models[i];
            bool full = strcmp(one->key, "gemini/gemini-77") == 0;
            ok(full == !one->left_out, "%s", one->key);
            if (full)
                ok(one->facts.price.tier_from == 256000 && one->facts.price.tier.output == 2 * DOLLAR &&
                       one->facts.price.base.input == DOLLAR / 20,
                   "ranges become a tier");
            doubles++;
        }
    is_int((long long)doubles, 2, "under two names");
    arena_free(in.arena);
}

static const char models_dev[] =
    "{\"togetherai\":{\"id\":\"togetherai\",\"models\":{\"org/big\":{\"id\":\"org/big\",\"name\":\"Big\","
    "\"attachment\":true,\"reasoning\":true,\"tool_call\":{\"supported\":true},\"structured_output\":true,"
    "\"modalities\":{\"input\":[\"text\",\"image\",\"pdf\",\"audio\",\"video\"],\"output\":[\"text\"]},"
    "\"cost\":{\"input\":2.5,\"output\":15,\"cache_read\":0.25,\"input_audio\":3,\"tiers\":[{\"input\":5,"
    "\"output\":22.5,\"tier\":{\"type\":\"context\",\"size\":272000}}],"
    "\"context_over_200k\":{\"input\":9,\"output\":9}},\"limit\":{\"context\":1050000,\"output\":128000}}}},"
    "\"google\":{\"models\":{\"gemini-77\":{\"name\":\"Gemini 77\",\"reasoning\":false,\"tool_call\":false,"
    "\"status\":\"deprecated\",\"cost\":{\"input\":2,\"output\":12,"
    "\"context_over_200k\":{\"input\":4,\"output\":18}},"
    "\"limit\":{\"context\":1000,\"output\":1000}},"
    "\"gemini-77-image\":{\"name\":\"Image\",\"modalities\":{\"input\":[\"text\"],\"output\":[\"image\"]},"
    "\"cost\":{\"input\":1,\"output\":30}},"
    "\"gemini-77-free\":{\"name\":\"F\",\"cost\":{\"input\":0,\"output\":0}},"
    "\"gemini-77-none\":{\"name\":\"N\"}}},"
    "\"openrouter\":{\"models\":{\"a/b:free\":{\"name\":\"F\",\"cost\":{\"input\":0,\"output\":0}}}},"
    "\"nobody\":{\"models\":{\"a\":{},\"b\":7}},"
    "\"anthropic\":{\"models\":{\"c\":{\"cost\":{\"input\":-1}}}}}";

static void test_models_dev(void) {
    struct error err;
    if (!ok(read_text(models_dev, sizeof models_dev - 1, &err) == 0, "read: %s", err.message))
        exit(99);
    is_str(in.source, "models.dev", "whose list it is");
    is_int((long long)in.foreign, 3, "models of others");
    const struct model_facts *model = &find("together", "org/big")->facts;
    is_str(model->name, "Big", "name");
    is_int(model->price.base.input, 25 * DOLLAR / 10, "input");
    is_int(model->price.base.audio_input, 3 * DOLLAR, "audio");
    is_int(model->price.tier_from, 272000, "the tier of the list, not of its old form");
    is_int(model->price.tier.output, 225 * DOLLAR / 10, "its output");
    is_int(model->price.tier.audio_input, 3 * DOLLAR, "its audio");
    is_int(model->abilities,
           MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING |
               MODEL_SCHEMA,
           "abilities");
    ok(model->context == 1050000 && model->max_output == 128000 && !model->deprecated, "limits");
    model = &find("google", "gemini-77")->facts;
    ok(model->price.tier_from == 200000 && model->price.tier.output == 18 * DOLLAR, "the old form of a tier");
    ok(model->deprecated && model->abilities == 0, "deprecated, nothing else");
    ok(!(model->said & FACT_MAX_OUTPUT), "a limit that is the context's is none");
    model = &find("google", "gemini-77-image")->facts;
    ok(model->kind == MODEL_IMAGE && model->abilities == MODEL_IMAGE_OUT, "makes images");
    is_left_out("google", "gemini-77-free", "price is 0");
    is_left_out("google", "gemini-77-none", "no price");
    is_left_out("openrouter", "a/b:free", "");
    arena_free(in.arena);
}

static void test_mistakes(void) {
#define ROW(facts) "{\"gpt-77\":{\"litellm_provider\":\"openai\",\"mode\":\"chat\"," facts "}}"
#define DEV(facts) "{\"openai\":{\"models\":{\"m\":" facts "}}}"
    static const struct {
        const char *text, *says;
    } rows[] = {
        {"", "line 1"},
        {"[]", "object"},
        {"{}", "it is empty"},
        {"{\"a\":1,\"b\":{\"c\":2}}", "\"b\" has neither"},
        {"{\"a\":1}", "\"a\" has neither"},
        {"{\"a\":{\"litellm_provider\":1}}", "no list of models that is known"},
        {ROW("\"input_cost_per_token\":-1e-9"), "gpt-77.input_cost_per_token\" is a negative price"},
        {ROW("\"input_cost_per_token\":0.02"), "more than any model costs"},
        {ROW("\"input_cost_per_token\":1e400"), "more than any model costs"},
        {ROW("\"input_cost_per_token\":\"1e-6\""), "must be a number"},
        {ROW("\"input_cost_per_token\":[1]"), "must be a number"},
        {ROW("\"cache_read_input_token_cost_above_200k_tokens\":true"), "must be a number"},
        {ROW("\"search_context_cost_per_query\":{\"search_context_size_medium\":\"1\"}"), "must be a number"},
        {ROW("\"mode\":\"audio_speech\",\"input_cost_per_character\":-1"), "negative"},
        {"{\"x\":{\"litellm_provider\":\"openai\",\"mode\":\"image_generation\","
         "\"output_cost_per_image\":1.5}}",
         "x.output_cost_per_image\" is more than any model costs"},
        {"{\"hd/9-x-9/x\":{\"litellm_provider\":\"openai\",\"output_cost_per_image\":-1}}", "negative"},
        {"{\"hd/9-x-9/x\":{\"litellm_provider\":\"openai\",\"input_cost_per_pixel\":0.1}}",
         "more than any model costs"},
        {"{\"hd/9-x-9/x\":{\"litellm_provider\":\"openai\",\"input_cost_per_pixel\":\"1\"}}",
         "must be a number"},
        {ROW("\"tiered_pricing\":[{\"input_cost_per_token\":-1}]"), "negative"},
        {"{\"a\":{\"litellm_provider\":\"openai\"},\"a\":{\"litellm_provider\":\"openai\"}}", "there twice"},
        {"{\"a\":{\"litellm_provider\":\"openai\"},\"b\":7}", "\"b\" must be an object"},
        {"{\"\":{\"litellm_provider\":\"openai\"}}", "no name"},
        {DEV("7"), "openai.models.m\" must be an object"},
        {DEV("{\"name\":7}"), "openai.models.m.name"},
        {DEV("{\"cost\":7}"), "openai.models.m.cost"},
        {DEV("{\"cost\":{\"input\":-1}}"), "negative"},
        {DEV("{\"cost\":{\"input\":\"1\"}}"), "must be a number"},
        {DEV("{\"cost\":{\"output\":10000.01}}"), "more than any model costs"},
        {DEV("{\"cost\":{\"tiers\":[{}]}}"), "cost.tiers[0]\" does not say"},
        {"{\"openai\":{\"models\":{}},\"google\":7}", "google\" has no object"},
        {"{\"models\":{\"openai\":{\"m\":{\"price\":{\"input\":\"-1\",\"output\":\"1\"}}}}}", "price.input"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct error err;
        int rc = read_text(rows[i].text, strlen(rows[i].text), &err);
        if (!ok(rc < 0 && err.kind == ERR_REQUEST && strstr(err.message, rows[i].says), "%s", rows[i].text))
            printf("# %s\n", err.message);
        arena_free(in.arena);
    }
    char text[1000] = "{\"";
    memset(text + 2, 'm', CATALOG_TEXT_MOST + 1);
    strncat(text, "\":{\"litellm_provider\":\"openai\"}}", 100);
    struct error err;
    ok(read_text(text, strlen(text), &err) < 0 && strstr(err.message, "too long"), "a name that is too long");
    arena_free(in.arena);
    int bad = 0;
    for (size_t len = 0; len < sizeof models_dev - 1; len++) {
        bad += read_text(models_dev, len, &err) == 0;
        arena_free(in.arena);
    }
    is_int(bad, 0, "no part of a list is taken for one");
}

/* What is written is read again, and a list of it becomes the same. */
static void test_written(void) {
    struct error err;
    struct buf first, second;
    buf_init(&first, 65536);
    buf_init(&second, 65536);
    read_text(models_dev, sizeof models_dev - 1, &err);
    struct model_facts models[16];
    for (size_t i = 0; i < in.count; i++)
        models[i] = in.models[i].facts;
    import_write(&(struct catalog_file){in.count, models}, &first);
    struct arena *held = in.arena;
    if (ok(read_text(first.data, first.len, &err) == 0, "the hub's own file is a list, too: %s",
           err.message)) {
        is_str(in.source, "AI Hub", "whose list it is");
        for (size_t i = 0; i < in.count; i++)
            models[i] = in.models[i].facts;
        import_write(&(struct catalog_file){in.count, models}, &second);
        is_str(second.data, first.data, "it becomes the same");
    }
    ok(strstr(first.data, "\"org/big\":{\"name\":\"Big\",\"kind\":\"chat\",\"abilities\":[\"images\",") !=
           NULL,
       "a line for each model");
    ok(strstr(
           first.data,
           "\"price\":{\"input\":\"2.5\",\"output\":\"15\",\"cache_read\":\"0.25\",\"audio_input\":\"3\",") !=
           NULL,
       "only rates that are not what stands in for them");
    arena_free(in.arena);
    arena_free(held);
    buf_clear(&first);
    import_write(&(struct catalog_file){0, NULL}, &first);
    ok(read_text(first.data, first.len, &err) == 0 && in.count == 0, "an empty one");
    arena_free(in.arena);
    buf_free(&first);
    buf_free(&second);
}

/* Prices of other things than tokens, and all their pictures. */
static void test_written_units(void) {
    static const char text[] =
        "{\"models\":{\n\"openai\":{\n"
        "\"a\":{\"price\":{\"image\":\"1\",\"images\":{\"hd 1024x1024\":\"0.08\",\"low\":\"0.011\"}}},\n"
        "\"b\":{\"price\":{\"input\":\"0\",\"output\":\"0\",\"image\":\"0\","
        "\"images\":{\"16:9\":\"0.03\"}}},\n"
        "\"c\":{\"price\":{\"images\":{\"16:9\":\"0.03\"}}},\n"
        "\"d\":{\"price\":{\"second\":\"0.0001\",\"tier_from\":5,\"tier\":{\"second\":\"0.0002\"}}},\n"
        "\"e\":{\"price\":{\"input\":\"5\",\"character\":\"15\"}},\n"
        "\"f\":{\"price\":{\"input\":\"0\",\"output\":\"0\"}}\n}}}\n";
    struct error err;
    struct buf out;
    buf_init(&out, 65536);
    struct model_facts models[16];
    if (!ok(read_text(text, sizeof text - 1, &err) == 0, "a file with such: %s", err.message))
        exit(99);
    for (size_t i = 0; i < in.count; i++)
        models[i] = in.models[i].facts;
    import_write(&(struct catalog_file){in.count, models}, &out);
    is_str(out.data, text, "is written as it was");
    arena_free(in.arena);
    buf_free(&out);
}

static void test_compare(void) {
    struct model_facts before = {.name = "A", .context = 5, .said = FACT_NAME | FACT_CONTEXT | FACT_PRICE};
    struct model_facts after = before;
    before.price.base.input = 2 * DOLLAR;
    before.price.base.output = 8 * DOLLAR;
    rates_complete(&before.price.base, 3);
    after.price.base.input = 5 * DOLLAR / 2;
    after.price.base.output = 8 * DOLLAR;
    after.price.base.cache_read = DOLLAR / 4;
    rates_complete(&after.price.base, 7);
    after.name = "B";
    after.max_output = 3;
    after.said |= FACT_MAX_OUTPUT;
    struct buf text;
    buf_init(&text, 1000);
    import_compare(&before, &after, &text);
    is_str(text.data, "input 2 -> 2.5, cache_read 2 -> 0.25, max_output 3, name A -> B", "what is new");
    buf_clear(&text);
    import_compare(&after, &after, &text);
    is_int((long long)text.len, 0, "nothing is");
    const struct image_price old[] = {{"hd", 80000 * DOLLAR}, {"low", 5}, {"", 7}},
                             fresh[] = {{"hd", 90000 * DOLLAR}, {"1024x1024", 40000 * DOLLAR}};
    before.images = (struct image_prices){old, 3};
    after = before;
    import_compare(&before, &after, &text);
    is_int((long long)text.len, 0, "nor with pictures");
    after.images = (struct image_prices){fresh, 2};
    import_compare(&before, &after, &text);
    is_str(text.data, "hd 0.08 -> 0.09, 1024x1024 0.04, low 0.000000000000005 -> none", "pictures");
    buf_free(&text);
}

int main(void) {
    test_litellm();
    test_models_dev();
    test_mistakes();
    test_picture_names();
    test_written();
    test_written_units();
    test_compare();
    return tap_done();
}
