/* What is known about a model: its words, and one's facts over those of another. */
#include "canon/model.h"

#include <string.h>

const char *const model_kinds[] = {
    [MODEL_CHAT] = "chat",
    [MODEL_COMPLETION] = "completion",
    [MODEL_EMBEDDING] = "embedding",
    [MODEL_IMAGE] = "image",
    [MODEL_SPEECH] = "speech",
    [MODEL_TRANSCRIPTION] = "transcription",
    [MODEL_MODERATION] = "moderation",
    [MODEL_RERANK] = "rerank",
    [MODEL_REALTIME] = "realtime",
    [MODEL_VIDEO] = "video",
    [MODEL_OCR] = "ocr",
    [MODEL_OTHER] = "other",
    [MODEL_KIND__MAX] = NULL,
};
_Static_assert(sizeof model_kinds / sizeof *model_kinds == MODEL_KIND__MAX + 1, "every kind has a name");

const char *const model_abilities[] = {"images", "audio",  "videos",    "files",     "tools", "reasoning",
                                       "schema", "search", "image_out", "audio_out", NULL};
_Static_assert(1 << (sizeof model_abilities / sizeof *model_abilities - 2) == MODEL_AUDIO_OUT,
               "every ability has a name");

int model_kind_find(const char *name) {
    for (int i = 0; model_kinds[i]; i++)
        if (strcmp(model_kinds[i], name) == 0)
            return i;
    return -1;
}

const char *model_bare_name(const char *name, const char *provider) {
    size_t len = strlen(provider);
    return strncmp(name, provider, len) == 0 && name[len] == '/' ? name + len + 1 : name;
}

void model_facts_over(struct model_facts *into, const struct model_facts *facts) {
    if (facts->said & FACT_NAME)
        into->name = facts->name;
    if (facts->said & FACT_KIND)
        into->kind = facts->kind;
    if (facts->said & FACT_ABILITIES)
        into->abilities = facts->abilities;
    if (facts->said & FACT_DEPRECATED)
        into->deprecated = facts->deprecated;
    if (facts->said & FACT_CONTEXT)
        into->context = facts->context;
    if (facts->said & FACT_MAX_OUTPUT)
        into->max_output = facts->max_output;
    if (facts->said & FACT_PRICE) {
        into->price = facts->price;
        into->images = facts->images;
    }
    into->said |= facts->said;
    into->imported = (into->imported & ~facts->said) | facts->imported;
}
