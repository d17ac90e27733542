/* The file of facts about models: what stands in it, each mistake in it, and how the configuration takes it.
 */
#include "canon/catalog_file.h"

#include <unistd.h>

#include "config.h"
#include "tap.h"
#include "tempdir.h"

static bool wanted(void *arg, const char *provider) {
    return !arg || strcmp(provider, arg) == 0;
}

static const struct catalog_file *parse(const char *text, const char *only, struct arena *arena,
                                        struct error *err) {
    *err = (struct error){0};
    return catalog_file_parse((struct span){text, strlen(text)}, wanted, (void *)only, arena, err);
}

static const char whole[] =
    "{\"models\":{\"openai\":{\"b\":{\"price\":{\"input\":\"2.5\",\"output\":\"10\",\"cache_read\":\"0.25\","
    "\"search\":\"0.01\",\"tier_from\":200000,\"tier\":{\"input\":\"5\",\"output\":\"15\"}}},"
    "\"a\":{\"name\":\"\\u0041\",\"kind\":\"embedding\",\"abilities\":[\"tools\",\"images\"],"
    "\"deprecated\":true,\"context\":128000,\"max_output\":16384}},\"demo\":{\"x\":"
    "{\"deprecated\":false,\"name\":null}}}}";

static void test_facts(void) {
    struct arena *arena = arena_new();
    struct error err;
    const struct catalog_file *file = parse(whole, NULL, arena, &err);
    if (!ok(file && file->count == 3, "three models: %s", err.message))
        exit(99);
    const struct model_facts *x = &file->models[0], *a = &file->models[1], *b = &file->models[2];
    ok(strcmp(x->provider, "demo") == 0 && strcmp(a->id, "a") == 0 && strcmp(b->id, "b") == 0,
       "in their order");
    is_str(a->name, "A", "name");
    is_int(a->kind, MODEL_EMBEDDING, "kind");
    is_int(a->abilities, MODEL_TOOLS | MODEL_IMAGES, "abilities");
    is_int(a->context, 128000, "context");
    is_int(a->max_output, 16384, "most output");
    ok(a->deprecated && !x->deprecated, "deprecated or not");
    is_int(a->said, FACT_NAME | FACT_KIND | FACT_ABILITIES | FACT_DEPRECATED | FACT_CONTEXT | FACT_MAX_OUTPUT,
           "no price is said");
    is_int(x->said, FACT_DEPRECATED, "null says nothing");
    is_int(x->imported, FACT_DEPRECATED, "all that is said comes from the file");
    is_int(b->said, FACT_PRICE, "only a price");
    is_int(b->price.base.input, 2500000000, "input");
    is_int(b->price.base.cache_read, 250000000, "a rate that is named");
    is_int(b->price.base.cache_write, 2500000000, "what stands in for one that is not");
    is_int(b->price.base.search, 10000 * NANOS_PER_DOLLAR, "searches");
    is_int(b->price.tier_from, 200000, "where the tier begins");
    is_int(b->price.tier.output, 15 * NANOS_PER_DOLLAR, "output there");
    is_int(b->price.tier.cache_read, 250000000, "what it costs below the tier");
    is_int(b->price.tier.cache_write, 5 * NANOS_PER_DOLLAR, "the tier's own rates stand in");

    file = parse(whole, "demo", arena, &err);
    ok(file && file->count == 1, "only what is wanted");
    file = parse("{\"models\":{\"openai\":{\"b\":{\"price\":7}}}}", "demo", arena, &err);
    ok(file && file->count == 0, "what is not is not looked at");
    file = parse("{\"models\":{}}", NULL, arena, &err);
    ok(file && file->count == 0, "none at all");
    arena_free(arena);
}

#define MODEL(facts) "{\"models\":{\"p\":{\"m\":" facts "}}}"
#define PRICE(rates) MODEL("{\"price\":" rates "}")

static void test_units(void) {
    static const char text[] =
        PRICE("{\"input\":\"2\",\"output\":\"3\",\"image\":\"1\",\"second\":\"0.0001\","
              "\"character\":\"15\",\"images\":{\"hd 1024x1792\":\"0.12\",\"low\":"
              "\"0.011\",\"512x512\":\"0\"}}");
    struct arena *arena = arena_new();
    struct error err;
    const struct catalog_file *file = parse(text, NULL, arena, &err);
    if (!ok(file && file->count == 1, "a price of other things than tokens: %s", err.message))
        exit(99);
    const struct rates *rates = &file->models[0].price.base;
    const struct image_prices *images = &file->models[0].images;
    is_int(rates->image, 1000000 * NANOS_PER_DOLLAR, "an image");
    is_int(rates->second, 100 * NANOS_PER_DOLLAR, "a second");
    is_int(rates->character, 15 * NANOS_PER_DOLLAR, "characters");
    is_int((long long)images->count, 4, "pictures by what they are, and all others");
    is_str(images->at[0].name, "hd 1024x1792", "a name");
    is_int(images->at[0].each, 120000 * NANOS_PER_DOLLAR, "its price");
    is_str(images->at[3].name, "", "the others");
    is_int(images->at[3].each, rates->image, "cost the rate that is named");
    file = parse(PRICE("{\"images\":{\"low\":\"0.011\",\"high\":\"0.167\"}}"), NULL, arena, &err);
    ok(file && file->models[0].images.count == 2 && file->models[0].price.base.input == 0,
       "a list is price enough: %s", err.message);
    is_int(file ? file->models[0].price.base.image : 0, 167000 * NANOS_PER_DOLLAR, "by its dearest");
    file = parse(PRICE("{\"request\":\"0.002\",\"images\":{}}"), NULL, arena, &err);
    ok(file && file->models[0].images.count == 0, "one without pictures is none: %s", err.message);
    arena_free(arena);
}

/* So many names fit into a list. */
static void test_most_pictures(void) {
    for (int count = IMAGE_PRICES_MOST - 1; count <= IMAGE_PRICES_MOST; count++) {
        struct arena *arena = arena_new();
        struct error err;
        struct buf text;
        buf_init(&text, 1 << 16);
        buf_puts(&text, "{\"models\":{\"p\":{\"m\":{\"price\":{\"image\":\"1\",\"images\":{");
        for (int i = 0; i < count; i++)
            buf_printf(&text, "%s\"%dx1\":\"0.5\"", i ? "," : "", i + 1);
        buf_puts(&text, "}}}}}}");
        const struct catalog_file *file = parse(text.data, NULL, arena, &err);
        if (count < IMAGE_PRICES_MOST)
            ok(file && file->models[0].images.count == IMAGE_PRICES_MOST, "the most: %s", err.message);
        else
            ok(!file && strstr(err.message, "too many"), "one more: %s", err.message);
        buf_free(&text);
        arena_free(arena);
    }
}

static void test_mistakes(void) {
    static const struct {
        const char *text, *says;
    } rows[] = {
        {"", "line 1"},
        {"[]", "object"},
        {"{\"models\":{\"p\":{", "line 1"},
        {"{}", "models"},
        {"{\"model\":{}}", "\"model\" is no fact"},
        {"{\"models\":[]}", "\"models\" must be an object"},
        {"{\"models\":{\"p\":1}}", "\"models.p\" must be an object"},
        {"{\"models\":{\"\":{}}}", "name that is empty"},
        {"{\"models\":{\"p\":{\"\":{}}}}", "name that is empty"},
        {"{\"models\":{\"p\":{\"a\\u0000b\":{}}}}", "NUL"},
        {MODEL("1"), "\"models.p.m\" must be an object"},
        {MODEL("{\"nam\":\"x\"}"), "\"models.p.m.nam\" is no fact"},
        {MODEL("{\"name\":\"x\",\"name\":\"y\"}"), "name"},
        {MODEL("{\"name\":1}"), "models.p.m.name"},
        {MODEL("{\"kind\":\"chats\"}"), "must be one of chat"},
        {MODEL("{\"abilities\":{}}"), "must be an array"},
        {MODEL("{\"abilities\":[\"tools\",\"flies\"]}"), "models.p.m.abilities[1]"},
        {MODEL("{\"deprecated\":1}"), "true or false"},
        {MODEL("{\"context\":0}"), "models.p.m.context"},
        {MODEL("{\"context\":1.5}"), "models.p.m.context"},
        {MODEL("{\"max_output\":1000000001}"), "models.p.m.max_output"},
        {PRICE("{\"output\":\"1\"}"), "must have \"input\""},
        {PRICE("{\"input\":\"1\"}"), "must have \"output\""},
        {PRICE("{\"input\":1,\"output\":\"1\"}"), "models.p.m.price.input"},
        {PRICE("{\"input\":\"-1\",\"output\":\"1\"}"), "models.p.m.price.input"},
        {PRICE("{\"input\":\"1e3\",\"output\":\"1\"}"), "models.p.m.price.input"},
        {PRICE("{\"input\":\"0.0000000001\",\"output\":\"1\"}"), "9 decimals"},
        {PRICE("{\"input\":\"10001\",\"output\":\"1\"}"), "more than any model costs"},
        {PRICE("{\"input\":\"1111111111111111111111111111111111111111\",\"output\":\"1\"}"), "price.input"},
        {PRICE("{\"input\":\"1\",\"output\":\"1\",\"request\":\"1.000001\"}"), "more than any model costs"},
        {PRICE("{\"input\":\"1\",\"output\":\"1\",\"tokens\":\"1\"}"), "price.tokens"},
        {PRICE("{\"search\":\"1\"}"), "must have \"input\""},
        {PRICE("{\"input\":\"1\",\"images\":{}}"), "must have \"output\""},
        {PRICE("{\"image\":\"1.000001\"}"), "more than any model costs"},
        {PRICE("{\"second\":\"0.0000000000000001\"}"), "15 decimals"},
        {PRICE("{\"character\":\"0.0000000001\"}"), "9 decimals"},
        {PRICE("{\"character\":\"10001\"}"), "more than any model costs"},
        {PRICE("{\"images\":[]}"), "price.images\" must be an object"},
        {PRICE("{\"images\":{\"\":\"1\"}}"), "must have a name such as"},
        {PRICE("{\"images\":{\"auto\":\"1\"}}"), "must have a name such as"},
        {PRICE("{\"images\":{\"h\\u0064\":\"1\"}}"), "must have a name such as"},
        {PRICE("{\"images\":{\"1024x1024 hd\":\"1\"}}"), "must have a name such as"},
        {PRICE("{\"images\":{\"hd\":1}}"), "price.images.hd"},
        {PRICE("{\"images\":{\"hd\":\"1.1\"}}"), "more than any model costs"},
        {PRICE("{\"images\":{\"hd\":\"1\",\"hd\":\"1\"}}"), "there twice"},
        {PRICE("{\"image\":\"1\",\"tier_from\":5,\"tier\":{\"images\":{}}}"), "price.tier.images"},
        {PRICE("{\"input\":\"1\",\"output\":\"1\",\"tier\":{\"input\":\"1\"}}"), "must have \"tier_from\""},
        {PRICE("{\"input\":\"1\",\"output\":\"1\",\"tier_from\":5}"), "must have \"tier\""},
        {PRICE("{\"input\":\"1\",\"output\":\"1\",\"tier_from\":0,\"tier\":{}}"), "price.tier_from"},
        {PRICE("{\"input\":\"1\",\"output\":\"1\",\"tier_from\":5,\"tier\":{\"tier\":1}}"),
         "price.tier.tier"},
        {"{\"models\":{\"p\":{\"m\":{},\"m\":{}}}}", "there twice"},
        {"{\"models\":{\"p\":{\"m\":{}},\"p\":{\"m\":{}}}}", "there twice"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena *arena = arena_new();
        struct error err;
        const struct catalog_file *file = parse(rows[i].text, NULL, arena, &err);
        if (!ok(!file && err.kind == ERR_REQUEST && strstr(err.message, rows[i].says), "%s", rows[i].text))
            printf("# %s\n", err.message);
        arena_free(arena);
    }
    struct arena *arena = arena_new();
    struct error err;
    char text[600] = "{\"models\":{\"p\":{\"";
    size_t len = strlen(text);
    memset(text + len, 'm', CATALOG_TEXT_MOST + 1);
    snprintf(text + len + CATALOG_TEXT_MOST + 1, sizeof text - len - CATALOG_TEXT_MOST - 1, "\":{}}}}");
    ok(!parse(text, NULL, arena, &err), "an id that is too long: %s", err.message);
    memmove(text + len, text + len + 1, strlen(text + len));
    ok(parse(text, NULL, arena, &err) != NULL, "the longest: %s", err.message);
    arena_free(arena);
}

/* Each beginning of a file is a mistake. */
static void test_truncated(void) {
    int bad = 0;
    for (size_t len = 0; len < sizeof whole - 1; len++) {
        struct arena *arena = arena_new();
        struct error err = {0};
        bad += catalog_file_parse((struct span){whole, len}, wanted, NULL, arena, &err) != NULL;
        arena_free(arena);
    }
    is_int(bad, 0, "no part of a file is taken for one");
}

/* ---- the configuration ------------------------------------------------------------- */

static char directory[TEMPDIR_PATH];

static const char *path_of(const char *name) {
    static char path[2 * TEMPDIR_PATH];
    snprintf(path, sizeof path, "%s/%s", directory, name);
    return path;
}

static void put(const char *name, const char *text) {
    FILE *out = fopen(path_of(name), "w");
    if (!out || fputs(text, out) < 0 || fclose(out) != 0) {
        perror(name);
        exit(99);
    }
}

static struct config *read_config(enum config_secrets secrets, struct error *err) {
    *err = (struct error){0};
    return config_read(path_of("aihub.json"), secrets, err);
}

static void test_config(void) {
    struct error err;
    put("aihub.json", "{\"providers\":{\"demo\":{}},\"catalog\":\"facts.json\","
                      "\"models\":{\"v\":{\"model\":\"demo/v\",\"kind\":\"embedding\"}}}");
    struct config *config = read_config(CONFIG_SECRETS_NEEDED, &err);
    ok(config && !config->facts && !config->facts_fault, "one that is not there is no mistake: %s",
       err.message);
    config_free(config);

    if (mkdir(path_of("facts.json"), 0700) < 0)
        exit(99);
    config = read_config(CONFIG_SECRETS_NEEDED, &err);
    ok(!config && strstr(err.message, "facts.json: cannot be read"), "one that cannot be read is: %s",
       err.message);
    config = read_config(CONFIG_SECRETS_IF_THERE, &err);
    ok(config && !config->facts && config->facts_fault, "but not for those who only look");
    config_free(config);
    rmdir(path_of("facts.json"));

    put("facts.json", whole);
    config = read_config(CONFIG_SECRETS_NEEDED, &err);
    if (ok(config && config->facts, "one that is there: %s", err.message)) {
        is_int((long long)config->facts->count, 1, "only models of the configured providers are kept");
        is_str(config->catalog, path_of("facts.json"), "its path");
        ok(config->facts_seen.st_size == sizeof whole - 1 && !config->facts_fault, "what was read");
        ok(config->model[0].has_kind && config->model[0].kind == MODEL_EMBEDDING, "an entry's kind");
    }
    config_free(config);

    char link[2 * TEMPDIR_PATH];
    snprintf(link, sizeof link, "%s", path_of("link.json"));
    ok(symlink("facts.json", link) == 0, "a link");
    put("aihub.json", "{\"providers\":{\"demo\":{}},\"catalog\":\"link.json\"}");
    config = read_config(CONFIG_SECRETS_NEEDED, &err);
    ok(config && config->facts, "is followed");
    config_free(config);

    put("facts.json", "{\"models\":");
    config = read_config(CONFIG_SECRETS_NEEDED, &err);
    ok(!config && strstr(err.message, "link.json: ") && strstr(err.message, "line 1"), "broken: %s",
       err.message);
    put("aihub.json", "{\"providers\":{\"demo\":{}},\"catalog\":\".\"}");
    ok(!read_config(CONFIG_SECRETS_NEEDED, &err), "no file: %s", err.message);
    ok(truncate(path_of("facts.json"), CATALOG_SIZE_MOST + 1) == 0, "a large file");
    put("aihub.json", "{\"providers\":{\"demo\":{}},\"catalog\":\"facts.json\"}");
    ok(!read_config(CONFIG_SECRETS_NEEDED, &err) && strstr(err.message, "too large"), "too large: %s",
       err.message);
    put("aihub.json",
        "{\"providers\":{\"demo\":{}},\"models\":{\"v\":{\"model\":\"demo/v\",\"kind\":\"x\"}}}");
    ok(!read_config(CONFIG_SECRETS_NEEDED, &err) && strstr(err.message, "models.v.kind"), "kind: %s",
       err.message);
}

int main(void) {
    tempdir_make(directory);
    test_facts();
    test_units();
    test_most_pictures();
    test_mistakes();
    test_truncated();
    test_config();
    tempdir_remove(directory);
    return tap_done();
}
