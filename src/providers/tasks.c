/* The tables of who does what besides chat. */
#include "providers/tasks.h"

#include <string.h>

struct services {
    const struct task_dialect *of[TASK__MAX];
    const char *beside; /* the end of a base URL beside which they stand; NULL: they stand behind it */
};

static const struct services
    openai = {.of = {[TASK_EMBED] = &embed_openai,
                     [TASK_IMAGE] = &image_openai,
                     [TASK_EDIT] = &edit_openai,
                     [TASK_VARY] = &vary_openai,
                     [TASK_TRANSCRIBE] = &transcribe_openai,
                     [TASK_TRANSLATE] = &translate_openai,
                     [TASK_SPEAK] = &speak_openai,
                     [TASK_MODERATE] = &moderate_openai,
                     [TASK_RERANK] = &rerank_jina}},
    gemini = {.of = {[TASK_EMBED] = &embed_gemini, [TASK_IMAGE] = &image_gemini, [TASK_EDIT] = &edit_gemini}},
    cohere = {.of = {[TASK_EMBED] = &embed_cohere, [TASK_RERANK] = &rerank_cohere},
              .beside = "/compatibility/v1"},
    ollama = {.of = {[TASK_EMBED] = &embed_ollama}, .beside = "/v1"},
    voyage = {.of = {[TASK_EMBED] = &embed_voyage, [TASK_RERANK] = &rerank_voyage}},
    jina = {.of = {[TASK_EMBED] = &embed_jina, [TASK_RERANK] = &rerank_jina}};

/* Who has others than most who speak its dialect. */
static const struct {
    const char *provider;
    const struct services *services;
} own[] = {{"cohere", &cohere}, {"ollama", &ollama}, {"voyage", &voyage}, {"jina", &jina}};

static const struct services *find(const struct provider *row) {
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (strcmp(own[i].provider, row->name) == 0)
            return own[i].services;
    if (row->speaks[0] == &chat_gemini)
        return &gemini;
    return row->speaks[0] == &chat_openai || row->speaks[0] == &chat_responses ? &openai : NULL;
}

const struct task_dialect *provider_task(const struct provider *row, enum task_kind kind) {
    const struct services *services = find(row);
    return services ? services->of[kind] : NULL;
}

const char *provider_task_url(const struct provider *row, const char *base_url, const char *path,
                              struct arena *arena) {
    const struct services *services = find(row);
    size_t len = strlen(base_url), end = services && services->beside ? strlen(services->beside) : 0;
    if (end && len > end && strcmp(base_url + len - end, services->beside) == 0)
        len -= end;
    return arena_printf(arena, "%.*s%s", (int)len, base_url, path);
}
