/* The table of providers: every row is whole, and the rows that other parts lean on are there. */
#include "providers/provider.h"

#include "tap.h"

static int row_is_whole(const struct provider *row) {
    size_t len = row->base_url ? strlen(row->base_url) : 0;
    int local = row->base_url && strncmp(row->base_url, "http://127.0.0.1:", 17) == 0;
    int https = row->base_url && strncmp(row->base_url, "https://", 8) == 0;
    if (!*row->name || strcspn(row->name, "/ .") != strlen(row->name) || !*row->title)
        return 0;
    if (row->base_url && ((!local && !https) || row->base_url[len - 1] == '/'))
        return 0;
    if (row->key_variable && (row->quirks & PROVIDER_KEYLESS))
        return 0;
    return !local || (row->quirks & PROVIDER_KEYLESS && row->quirks & PROVIDER_FREE &&
                      row->quirks & PROVIDER_ANY_MODEL);
}

static void test_rows(void) {
    const struct provider *row;
    size_t i;
    for (i = 0; (row = provider_at(i)); i++) {
        ok(row_is_whole(row), "%s is whole", row->name);
        ok(provider_find(row->name) == row, "%s is found, and there once", row->name);
    }
    ok(i > 25, "%zu rows", i);
    ok(!provider_at(i) && !provider_at((size_t)-1), "nothing past the end");
}

static void test_special(void) {
    ok(!provider_find("nobody") && !provider_find("") && !provider_find("OpenAI"), "no such row");

    const struct provider *demo = provider_find("demo");
    is_int(demo->transport, PROVIDER_DEMO, "the demo stays inside the hub");
    ok(!demo->base_url && demo->quirks & PROVIDER_KEYLESS && demo->quirks & PROVIDER_FREE,
       "the demo needs neither address nor key nor money");

    const struct provider *other = provider_find("openai-compatible");
    ok(!other->base_url && !other->key_variable, "a configured service names its own address");
    is_int(other->quirks, 0, "and has a key and a price");

    ok(provider_find("openai")->quirks & PROVIDER_MAX_COMPLETION, "openai: max_completion_tokens");
    ok(provider_find("mistral")->quirks & PROVIDER_NO_STREAM_OPTIONS, "mistral: no stream_options");
}

int main(void) {
    test_rows();
    test_special();
    return tap_done();
}
