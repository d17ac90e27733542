/* The table of providers: every row is whole, and the rows that other parts lean on are there. */
#include "providers/tasks.h"

#include "tap.h"

/* Who does no chat does something else. */
static bool does_a_task(const struct provider *row) {
    bool any = false;
    for (int kind = 0; kind < TASK__MAX; kind++)
        any |= provider_task(row, (enum task_kind)kind) != NULL;
    return any;
}

static int row_is_whole(const struct provider *row) {
    size_t len = row->base_url ? strlen(row->base_url) : 0;
    int local = row->base_url && strncmp(row->base_url, "http://127.0.0.1:", 17) == 0;
    int https = row->base_url && strncmp(row->base_url, "https://", 8) == 0;
    if (!*row->name || strcspn(row->name, "/ .") != strlen(row->name) || !*row->title)
        return 0;
    if (row->base_url && ((!local && !https) || row->base_url[len - 1] == '/'))
        return 0;
    if (row->speaks[0] ? row->speaks[0] == row->speaks[1] : !does_a_task(row))
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
    ok(demo->quirks & PROVIDER_DEMO, "the demo stays inside the hub");
    ok(!demo->base_url && demo->quirks & PROVIDER_KEYLESS && demo->quirks & PROVIDER_FREE,
       "the demo needs neither address nor key nor money");

    const struct provider *other = provider_find("openai-compatible");
    ok(!other->base_url && !other->key_variable, "a configured service names its own address");
    is_int(other->quirks, PROVIDER_COMPATIBLE, "and has a key and a price");

    is_str(provider_title(provider_find("openai"), "mine"), "OpenAI", "a service is called by its title");
    is_str(provider_title(other, "mine"), "mine", "what is only compatible by its name");
    ok(provider_find("openai")->chat & CHAT_MAX_COMPLETION, "openai: max_completion_tokens");
    ok(provider_find("mistral")->chat & CHAT_NO_STREAM_OPTIONS, "mistral: no stream_options");
}

static void test_dialects(void) {
    static const struct {
        const char *name;
        const struct chat_dialect *client, *want;
        unsigned quirks;
    } rows[] = {
        {"openai", &chat_openai, &chat_openai, CHAT_RATHER_RESPONSES},
        {"openai", &chat_anthropic, &chat_responses, CHAT_RATHER_RESPONSES},
        {"openai", &chat_openai, &chat_responses, CHAT_ONLY_RESPONSES},
        {"openai-compatible", &chat_openai, &chat_openai, CHAT_ONLY_RESPONSES},
        {"openai-compatible", &chat_gemini, &chat_openai, CHAT_RATHER_RESPONSES},
        {"openai", &chat_openai, &chat_openai, 0},
        {"openai", &chat_responses, &chat_responses, 0},
        {"openai", &chat_anthropic, &chat_openai, 0},
        {"anthropic", &chat_anthropic, &chat_anthropic, 0},
        {"anthropic", &chat_openai, &chat_anthropic, 0},
        {"google", &chat_gemini, &chat_gemini, 0},
        {"google", &chat_responses, &chat_gemini, 0},
        {"ollama", &chat_responses, &chat_openai, 0},
        {"ollama", &chat_completions, &chat_openai, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ok(provider_dialect(provider_find(rows[i].name), rows[i].quirks, rows[i].client) == rows[i].want,
           "what %s is asked in for a client of %s", rows[i].name, rows[i].client->name);
}

static void test_tasks(void) {
    static const struct {
        const char *name;
        const struct task_dialect *want;
        const char *base_url, *url; /* of its embeddings */
    } rows[] = {
        {"openai", &embed_openai, "https://a/v1", "https://a/v1/p"},
        {"mistral", &embed_openai, "https://a/v1", "https://a/v1/p"},
        {"openai-compatible", &embed_openai, "http://a", "http://a/p"},
        {"responses-compatible", &embed_openai, "http://a/v1", "http://a/v1/p"},
        {"google", &embed_gemini, "https://a/v1beta", "https://a/v1beta/p"},
        {"gemini-compatible", &embed_gemini, "https://a/v1beta", "https://a/v1beta/p"},
        {"cohere", &embed_cohere, "https://api.cohere.ai/compatibility/v1", "https://api.cohere.ai/p"},
        {"cohere", &embed_cohere, "https://a/other", "https://a/other/p"},
        {"ollama", &embed_ollama, "http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/p"},
        {"ollama", &embed_ollama, "http://a", "http://a/p"},
        {"voyage", &embed_voyage, "https://api.voyageai.com/v1", "https://api.voyageai.com/v1/p"},
        {"jina", &embed_jina, "https://api.jina.ai/v1", "https://api.jina.ai/v1/p"},
        {"anthropic", NULL, NULL, NULL},
        {"anthropic-compatible", NULL, NULL, NULL},
        {"demo", &embed_openai, "", "/p"},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct provider *row = provider_find(rows[i].name);
        ok(provider_task(row, TASK_EMBED) == rows[i].want, "embeddings of %s", rows[i].name);
        if (rows[i].url)
            is_str(provider_task_url(row, rows[i].base_url, "/p", arena), rows[i].url, "where they are");
    }
    const char *headers[PROVIDER_HEADERS];
    is_int((long long)provider_headers(provider_find("voyage"), NULL, "k", arena, headers), 1,
           "a key without chat");
    ok(!provider_dialect(provider_find("jina"), 0, &chat_openai), "who does no chat has no language for it");
    arena_free(arena);
}

static void test_headers(void) {
    static const struct {
        const char *name, *want;
    } rows[] = {
        {"openai", "Authorization: Bearer k"},
        {"azure", "api-key: k"},
        {"anthropic", "x-api-key: k"},
        {"google", "x-goog-api-key: k"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena *arena = arena_new();
        const struct provider *row = provider_find(rows[i].name);
        const char *headers[PROVIDER_HEADERS];
        size_t count = provider_headers(row, row->speaks[0], "k", arena, headers);
        ok(count == 1 + (row->speaks[0]->header != NULL), "%s: as many headers as there are", row->name);
        is_str(headers[count - 1], rows[i].want, row->name);
        is_int((int)provider_headers(row, row->speaks[0], NULL, arena, headers), (int)count - 1,
               "without a key");
        arena_free(arena);
    }
}

int main(void) {
    test_rows();
    test_special();
    test_dialects();
    test_tasks();
    test_headers();
    return tap_done();
}
