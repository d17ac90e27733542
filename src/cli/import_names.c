/* Whom published lists mean: their names of providers and models, and ours. */
#include <string.h>

#include "cli/import.h"

/* What the ids of a provider look like, so that names of groups of models, regions and the like are told from
 * them. */
enum form { ANY, SLASH, NO_SLASH };

/*
 * A service where each customer gives the models names of his own (Azure), or has his own models (Ollama),
 * has no row here: a list would be one of models that are not there. Bedrock and Vertex AI are no providers
 * of the hub.
 */
static const struct {
    const char *litellm, *models_dev, *row; /* NULL: that list has it not */
    const char *prefix;                     /* of LiteLLM's ids */
    enum form form;
} rows[] = {
    {"openai", "openai", "openai", "openai/", NO_SLASH},
    {"text-completion-openai", NULL, "openai", "", NO_SLASH},
    {"anthropic", "anthropic", "anthropic", "anthropic/", NO_SLASH},
    {"gemini", "google", "google", "gemini/", NO_SLASH},
    {"mistral", "mistral", "mistral", "mistral/", NO_SLASH},
    {"deepseek", "deepseek", "deepseek", "deepseek/", NO_SLASH},
    {"groq", "groq", "groq", "groq/", ANY},
    {"xai", "xai", "xai", "xai/", NO_SLASH},
    {"together_ai", "togetherai", "together", "together_ai/", SLASH},
    {"fireworks_ai", "fireworks-ai", "fireworks", "fireworks_ai/", SLASH},
    {"fireworks_ai-embedding-models", NULL, "fireworks", "fireworks_ai/", SLASH},
    {"openrouter", "openrouter", "openrouter", "openrouter/", SLASH},
    {"cerebras", "cerebras", "cerebras", "cerebras/", NO_SLASH},
    {"perplexity", "perplexity", "perplexity", "perplexity/", NO_SLASH},
    {"cohere", "cohere", "cohere", "cohere/", NO_SLASH},
    {"cohere_chat", NULL, "cohere", "cohere/", NO_SLASH},
    {"voyage", NULL, "voyage", "voyage/", NO_SLASH},
    {"jina_ai", NULL, "jina", "", NO_SLASH},
    {"moonshot", "moonshotai", "moonshot", "moonshot/", NO_SLASH},
    {"zai", "zai", "zai", "zai/", NO_SLASH},
    {"bigmodel", "zhipuai", "zhipu", "bigmodel/", NO_SLASH},
    {"minimax", "minimax", "minimax", "minimax/", NO_SLASH},
    {"dashscope", "alibaba", "dashscope", "dashscope/", NO_SLASH},
    {NULL, "siliconflow", "siliconflow", "", ANY},
    {"novita", "novita-ai", "novita", "novita/", SLASH},
    {"nvidia_nim", "nvidia", "nvidia", "nvidia_nim/", SLASH},
    {"huggingface", "huggingface", "huggingface", "huggingface/", SLASH},
    {"sambanova", "sambanova", "sambanova", "sambanova/", NO_SLASH},
    {"deepinfra", "deepinfra", "deepinfra", "deepinfra/", SLASH},
    {"baseten", "baseten", "baseten", "baseten/", SLASH},
    {"hyperbolic", "hyperbolic", "hyperbolic", "hyperbolic/", SLASH},
    {"nebius", "nebius", "nebius", "nebius/", SLASH},
    {"ovhcloud", "ovhcloud", "ovhcloud", "ovhcloud/", NO_SLASH},
    {"scaleway", "scaleway", "scaleway", "scaleway/", ANY},
    {"github", "github-models", "github", "github/", ANY},
    {"cloudflare", "cloudflare-workers-ai", "cloudflare", "cloudflare/", SLASH},
    {"voyage", NULL, "voyage", "voyage/", NO_SLASH},
    {"jina_ai", NULL, "jina", "jina_ai/", NO_SLASH},
};

enum { ROWS = sizeof rows / sizeof *rows };

static size_t find(enum import_list list, const char *name) {
    for (size_t i = 0; i < ROWS; i++) {
        const char *theirs = list == IMPORT_LITELLM ? rows[i].litellm : rows[i].models_dev;
        if (theirs && strcmp(theirs, name) == 0)
            return i;
    }
    return ROWS;
}

const char *import_provider(enum import_list list, const char *name) {
    size_t i = find(list, name);
    return i < ROWS ? rows[i].row : NULL;
}

const char *import_id(enum import_list list, const char *name, const char *id, const char **left_out) {
    size_t i = find(list, name);
    size_t prefix = list == IMPORT_LITELLM ? strlen(rows[i].prefix) : 0;
    if (strncmp(id, rows[i].prefix, prefix) == 0)
        id += prefix;
    bool slash = strchr(id, '/');
    if ((rows[i].form == SLASH && !slash) || (rows[i].form == NO_SLASH && slash))
        *left_out = "the provider knows no model of this name";
    return id;
}

enum model_kind import_kind(const char *id) {
    static const struct {
        const char *part;
        enum model_kind kind;
    } words[] = {
        {"rerank", MODEL_RERANK},
        {"embed", MODEL_EMBEDDING},
        {"moderation", MODEL_MODERATION},
        {"whisper", MODEL_TRANSCRIPTION},
        {"transcribe", MODEL_TRANSCRIPTION},
        {"tts", MODEL_SPEECH},
        {"realtime", MODEL_REALTIME},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(id, words[i].part))
            return words[i].kind;
    return MODEL_CHAT;
}
