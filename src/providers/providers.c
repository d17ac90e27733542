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

static const struct provider providers[] = {
    {"openai", "OpenAI", "https://api.openai.com/v1", "OPENAI_API_KEY", PROVIDER_MAX_COMPLETION,
     PROVIDER_HTTP},
    {"anthropic", "Anthropic", "https://api.anthropic.com/v1", "ANTHROPIC_API_KEY", 0, PROVIDER_HTTP},
    {"google", "Google Gemini", "https://generativelanguage.googleapis.com/v1beta/openai", "GEMINI_API_KEY",
     0, PROVIDER_HTTP},
    {"mistral", "Mistral AI", "https://api.mistral.ai/v1", "MISTRAL_API_KEY", PROVIDER_NO_STREAM_OPTIONS,
     PROVIDER_HTTP},
    {"deepseek", "DeepSeek", "https://api.deepseek.com/v1", "DEEPSEEK_API_KEY", 0, PROVIDER_HTTP},
    {"groq", "Groq", "https://api.groq.com/openai/v1", "GROQ_API_KEY", PROVIDER_MAX_COMPLETION,
     PROVIDER_HTTP},
    {"xai", "xAI", "https://api.x.ai/v1", "XAI_API_KEY", 0, PROVIDER_HTTP},
    {"together", "Together AI", "https://api.together.xyz/v1", "TOGETHER_API_KEY", 0, PROVIDER_HTTP},
    {"fireworks", "Fireworks AI", "https://api.fireworks.ai/inference/v1", "FIREWORKS_API_KEY", 0,
     PROVIDER_HTTP},
    {"openrouter", "OpenRouter", "https://openrouter.ai/api/v1", "OPENROUTER_API_KEY", 0, PROVIDER_HTTP},
    {"cerebras", "Cerebras", "https://api.cerebras.ai/v1", "CEREBRAS_API_KEY", PROVIDER_MAX_COMPLETION,
     PROVIDER_HTTP},
    {"perplexity", "Perplexity", "https://api.perplexity.ai", "PERPLEXITY_API_KEY",
     PROVIDER_NO_STREAM_OPTIONS, PROVIDER_HTTP},
    {"cohere", "Cohere", "https://api.cohere.ai/compatibility/v1", "COHERE_API_KEY",
     PROVIDER_NO_STREAM_OPTIONS, PROVIDER_HTTP},
    {"moonshot", "Moonshot AI", "https://api.moonshot.ai/v1", "MOONSHOT_API_KEY", 0, PROVIDER_HTTP},
    {"zai", "Z.ai", "https://api.z.ai/api/paas/v4", "ZAI_API_KEY", 0, PROVIDER_HTTP},
    {"zhipu", "Zhipu AI", "https://open.bigmodel.cn/api/paas/v4", "ZHIPUAI_API_KEY", 0, PROVIDER_HTTP},
    {"minimax", "MiniMax", "https://api.minimax.io/v1", "MINIMAX_API_KEY", 0, PROVIDER_HTTP},
    {"dashscope", "Alibaba Model Studio", "https://dashscope-intl.aliyuncs.com/compatible-mode/v1",
     "DASHSCOPE_API_KEY", 0, PROVIDER_HTTP},
    {"siliconflow", "SiliconFlow", "https://api.siliconflow.com/v1", "SILICONFLOW_API_KEY", 0, PROVIDER_HTTP},
    {"novita", "Novita AI", "https://api.novita.ai/openai/v1", "NOVITA_API_KEY", 0, PROVIDER_HTTP},
    {"nvidia", "NVIDIA NIM", "https://integrate.api.nvidia.com/v1", "NVIDIA_API_KEY", 0, PROVIDER_HTTP},
    {"huggingface", "Hugging Face", "https://router.huggingface.co/v1", "HF_TOKEN", 0, PROVIDER_HTTP},
    {"sambanova", "SambaNova", "https://api.sambanova.ai/v1", "SAMBANOVA_API_KEY", 0, PROVIDER_HTTP},
    {"deepinfra", "DeepInfra", "https://api.deepinfra.com/v1/openai", "DEEPINFRA_API_KEY", 0, PROVIDER_HTTP},
    {"baseten", "Baseten", "https://inference.baseten.co/v1", "BASETEN_API_KEY", 0, PROVIDER_HTTP},
    {"hyperbolic", "Hyperbolic", "https://api.hyperbolic.xyz/v1", "HYPERBOLIC_API_KEY", 0, PROVIDER_HTTP},
    {"nebius", "Nebius", "https://api.tokenfactory.nebius.com/v1", "NEBIUS_API_KEY", 0, PROVIDER_HTTP},
    {"ovhcloud", "OVHcloud", "https://oai.endpoints.kepler.ai.cloud.ovh.net/v1",
     "OVH_AI_ENDPOINTS_ACCESS_TOKEN", 0, PROVIDER_HTTP},
    {"scaleway", "Scaleway", "https://api.scaleway.ai/v1", "SCW_SECRET_KEY", 0, PROVIDER_HTTP},
    {"github", "GitHub Models", "https://models.github.ai/inference", "GITHUB_TOKEN", 0, PROVIDER_HTTP},
    /* the account stands in its URL */
    {"cloudflare", "Cloudflare Workers AI", NULL, "CLOUDFLARE_API_TOKEN", 0, PROVIDER_HTTP},

    {"ollama", "Ollama", "http://127.0.0.1:11434/v1", NULL, LOCAL, PROVIDER_HTTP},
    {"llamacpp", "llama.cpp", "http://127.0.0.1:8080/v1", NULL, LOCAL, PROVIDER_HTTP},
    {"vllm", "vLLM", "http://127.0.0.1:8000/v1", NULL, LOCAL, PROVIDER_HTTP},
    {"lmstudio", "LM Studio", "http://127.0.0.1:1234/v1", NULL, LOCAL, PROVIDER_HTTP},

    {"openai-compatible", "OpenAI-compatible service", NULL, NULL, 0, PROVIDER_HTTP},
    {"demo", "Demo", NULL, NULL, LOCAL, PROVIDER_DEMO},
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
