/* The kinds of tasks. */
#include "canon/task.h"

#define KIND(kind) (1u << (kind))

const struct task_fact task_facts[TASK__MAX] = {
    [TASK_EMBED] = {"embeddings", "model_not_for_embeddings", KIND(MODEL_EMBEDDING), 0},
    [TASK_IMAGE] = {"making images", "model_not_for_images", KIND(MODEL_IMAGE), MODEL_IMAGE_OUT},
    [TASK_EDIT] = {"changing images", "model_not_for_images", KIND(MODEL_IMAGE), MODEL_IMAGE_OUT},
    [TASK_VARY] = {"varying images", "model_not_for_images", KIND(MODEL_IMAGE), 0},
    [TASK_TRANSCRIBE] = {"transcription", "model_not_for_transcription", KIND(MODEL_TRANSCRIPTION), 0},
    [TASK_TRANSLATE] = {"translation of speech", "model_not_for_transcription", KIND(MODEL_TRANSCRIPTION), 0},
    [TASK_SPEAK] = {"speech", "model_not_for_speech", KIND(MODEL_SPEECH), 0},
    [TASK_MODERATE] = {"moderation", "model_not_for_moderation", KIND(MODEL_MODERATION), 0},
    [TASK_RERANK] = {"reranking", "model_not_for_reranking", KIND(MODEL_RERANK), 0},
};
