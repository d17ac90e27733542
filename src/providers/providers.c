/*
 * The table of providers: one row for each service whose address the hub knows
 * by heart. A further OpenAI-compatible service is a row here, or a base URL in
 * the configuration; neither needs code.
 */
#include "providers/provider.h"

#include <string.h>

enum {
    LOCAL = PROVIDER_KEYLESS | PROVIDER_FREE | PROVIDER_ANY_MODEL, /* a server of one's own */
};

#define CHAT                                                                                                 \
    { &chat_openai }
#define RESPONSES                                                                                            \
    { &chat_responses }
#define BOTH                                                                                                 \
    { &chat_openai, &chat_responses }
#define ANTHROPIC                                                                                            \
    { &chat_anthropic }
#define GEMINI                                                                                               \
    { &chat_gemini }
#define NO_CHAT                                                                                              \
    { NULL }

static const struct provider providers[] = {
    {"openai", "OpenAI", "https://api.openai.com/v1", "OPENAI_API_KEY", 0, BOTH, KEY_BEARER,
     CHAT_MAX_COMPLETION},
    {"anthropic", "Anthropic", "https://api.anthropic.com/v1", "ANTHROPIC_API_KEY", 0, ANTHROPIC, KEY_X_API,
     0},
    {"google", "Google Gemini", "https://generativelanguage.googleapis.com/v1beta", "GEMINI_API_KEY", 0,
     GEMINI, KEY_GOOG, 0},
    {"mistral", "Mistral AI", "https://api.mistral.ai/v1", "MISTRAL_API_KEY", 0, CHAT, KEY_BEARER,
     CHAT_NO_STREAM_OPTIONS | CHAT_PLAIN | CHAT_SHORT_IDS | CHAT_NO_DEVELOPER},
    {"deepseek", "DeepSeek", "https://api.deepseek.com/v1", "DEEPSEEK_API_KEY", 0, CHAT, KEY_BEARER,
     CHAT_REASONING_BACK | CHAT_NO_SCHEMA},
    {"groq", "Groq", "https://api.groq.com/openai/v1", "GROQ_API_KEY", 0, CHAT, KEY_BEARER,
     CHAT_MAX_COMPLETION},
    {"xai", "xAI", "https://api.x.ai/v1", "XAI_API_KEY", 0, CHAT, KEY_BEARER, 0},
    {"together", "Together AI", "https://api.together.xyz/v1", "TOGETHER_API_KEY", 0, CHAT, KEY_BEARER, 0},
    {"fireworks", "Fireworks AI", "https://api.fireworks.ai/inference/v1", "FIREWORKS_API_KEY", 0, CHAT,
     KEY_BEARER, 0},
    {"openrouter", "OpenRouter", "https://openrouter.ai/api/v1", "OPENROUTER_API_KEY", 0, CHAT, KEY_BEARER,
     0},
    {"cerebras", "Cerebras", "https://api.cerebras.ai/v1", "CEREBRAS_API_KEY", 0, CHAT, KEY_BEARER,
     CHAT_MAX_COMPLETION},
    {"perplexity", "Perplexity", "https://api.perplexity.ai", "PERPLEXITY_API_KEY", 0, CHAT, KEY_BEARER,
     CHAT_NO_STREAM_OPTIONS | CHAT_NO_DEVELOPER},
    {"cohere", "Cohere", "https://api.cohere.ai/compatibility/v1", "COHERE_API_KEY", 0, CHAT, KEY_BEARER,
     CHAT_NO_STREAM_OPTIONS},
    {"voyage", "Voyage AI", "https://api.voyageai.com/v1", "VOYAGE_API_KEY", 0, NO_CHAT, KEY_BEARER, 0},
    {"jina", "Jina AI", "https://api.jina.ai/v1", "JINA_API_KEY", 0, NO_CHAT, KEY_BEARER, 0},
    {"moonshot", "Moonshot AI", "https://api.moonshot.ai/v1", "MOONSHOT_API_KEY", 0, CHAT, KEY_BEARER, 0},
    {"zai", "Z.ai", "https://api.z.ai/api/paas/v4", "ZAI_API_KEY", 0, CHAT, KEY_BEARER, 0},
    {"zhipu", "Zhipu AI", "https://open.bigmodel.cn/api/paas/v4", "ZHIPUAI_API_KEY", 0, CHAT, KEY_BEARER, 0},
    {"minimax", "MiniMax", "https://api.minimax.io/v1", "MINIMAX_API_KEY", 0, CHAT, KEY_BEARER, 0},
    {"dashscope", "Alibaba Model Studio", "https://dashscope-intl.aliyuncs.com/compatible-mode/v1",
     "DASHSCOPE_API_KEY", 0, CHAT, KEY_BEARER, 0},
    {"siliconflow", "SiliconFlow", "https://api.siliconflow.com/v1", "SILICONFLOW_API_KEY", 0, CHAT,
     KEY_BEARER, 0},
    {"novita", "Novita AI", "https://api.novita.ai/openai/v1", "NOVITA_API_KEY", 0, CHAT, KEY_BEARER, 0},
    {"nvidia", "NVIDIA NIM", "https://integrate.api.nvidia.com/v1", "NVIDIA_API_KEY", 0, CHAT, KEY_BEARER, 0},
    {"huggingface", "Hugging Face", "https://router.huggingface.co/v1", "HF_TOKEN", 0, CHAT, KEY_BEARER, 0},
    {"sambanova", "SambaNova", "https://api.sambanova.ai/v1", "SAMBANOVA_API_KEY", 0, CHAT, KEY_BEARER, 0},
    {"deepinfra", "DeepInfra", "https://api.deepinfra.com/v1/openai", "DEEPINFRA_API_KEY", 0, CHAT,
     KEY_BEARER, 0},
    {"baseten", "Baseten", "https://inference.baseten.co/v1", "BASETEN_API_KEY", 0, CHAT, KEY_BEARER, 0},
    {"hyperbolic", "Hyperbolic", "https://api.hyperbolic.xyz/v1", "HYPERBOLIC_API_KEY", 0, CHAT, KEY_BEARER,
     0},
    {"nebius", "Nebius", "https://api.tokenfactory.nebius.com/v1", "NEBIUS_API_KEY", 0, CHAT, KEY_BEARER, 0},
    {"ovhcloud", "OVHcloud", "https://oai.endpoints.kepler.ai.cloud.ovh.net/v1",
     "OVH_AI_ENDPOINTS_ACCESS_TOKEN", 0, CHAT, KEY_BEARER, 0},
    {"scaleway", "Scaleway", "https://api.scaleway.ai/v1", "SCW_SECRET_KEY", 0, CHAT, KEY_BEARER, 0},
    {"github", "GitHub Models", "https://models.github.ai/inference", "GITHUB_TOKEN", 0, CHAT, KEY_BEARER, 0},
    /* the resource stands in its URL: https://NAME.openai.azure.com/openai/v1 */
    {"azure", "Azure OpenAI", NULL, "AZURE_OPENAI_API_KEY", PROVIDER_ANY_MODEL, BOTH, KEY_API,
     CHAT_MAX_COMPLETION},
    /* the account stands in its URL */
    {"cloudflare", "Cloudflare Workers AI", NULL, "CLOUDFLARE_API_TOKEN", 0, CHAT, KEY_BEARER, 0},
    {"ollama", "Ollama", "http://127.0.0.1:11434/v1", NULL, LOCAL, CHAT, KEY_BEARER, CHAT_NO_IMAGE_URLS},
    {"llamacpp", "llama.cpp", "http://127.0.0.1:8080/v1", NULL, LOCAL, CHAT, KEY_BEARER, 0},
    {"vllm", "vLLM", "http://127.0.0.1:8000/v1", NULL, LOCAL, CHAT, KEY_BEARER, 0},
    {"lmstudio", "LM Studio", "http://127.0.0.1:1234/v1", NULL, LOCAL, CHAT, KEY_BEARER, CHAT_NO_IMAGE_URLS},
    {"openai-compatible", "OpenAI-compatible service", NULL, NULL, PROVIDER_COMPATIBLE, CHAT, KEY_BEARER, 0},
    {"responses-compatible", "Service that speaks OpenAI Responses", NULL, NULL, PROVIDER_COMPATIBLE,
     RESPONSES, KEY_BEARER, 0},
    {"anthropic-compatible", "Service that speaks Anthropic Messages", NULL, NULL, PROVIDER_COMPATIBLE,
     ANTHROPIC, KEY_X_API, 0},
    {"gemini-compatible", "Service that speaks Gemini", NULL, NULL, PROVIDER_COMPATIBLE, GEMINI, KEY_GOOG, 0},
    {"demo", "Demo", NULL, NULL, LOCAL | PROVIDER_DEMO, CHAT, KEY_BEARER, 0},
};

const struct provider *provider_at(size_t i) {
    return i < sizeof providers / sizeof *providers ? &providers[i] : NULL;
}

const struct provider *provider_find(const char *name) {
    const struct provider *row;
    for (size_t i = 0; (row = provider_at(i)); i++)
        if (strcmp(row->name, name) == 0)
            break;
    return row;
}

const char *provider_title(const struct provider *row, const char *name) {
    return row->title && !(row->quirks & PROVIDER_COMPATIBLE) ? row->title : name;
}

static bool speaks(const struct provider *row, const struct chat_dialect *dialect) {
    for (size_t i = 0; i < PROVIDER_DIALECTS; i++)
        if (row->speaks[i] == dialect)
            return true;
    return false;
}

const struct chat_dialect *provider_dialect(const struct provider *row, unsigned quirks,
                                            const struct chat_dialect *client) {
    bool responses = speaks(row, &chat_responses);
    if (responses && (quirks & CHAT_ONLY_RESPONSES))
        return &chat_responses;
    if (speaks(row, client))
        return client;
    return responses && (quirks & CHAT_RATHER_RESPONSES) ? &chat_responses : row->speaks[0];
}

size_t provider_headers(const struct provider *row, const struct chat_dialect *dialect, const char *key,
                        struct arena *arena, const char *headers[PROVIDER_HEADERS]) {
    static const char *const names[] = {
        [KEY_BEARER] = "Authorization: Bearer",
        [KEY_X_API] = "x-api-key:",
        [KEY_API] = "api-key:",
        [KEY_GOOG] = "x-goog-api-key:",
    };
    size_t count = 0;
    if (dialect && dialect->header)
        headers[count++] = dialect->header;
    if (key)
        headers[count++] = arena_printf(arena, "%s %s", names[row->key], key);
    return count;
}
