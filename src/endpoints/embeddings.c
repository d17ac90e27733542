/* Embeddings in the languages of clients. */
#include <string.h>

#include "endpoints/endpoints.h"
#include "endpoints/shared_body.h"
#include "relay/relay.h"

int endpoint_embeddings(struct exchange *x, struct error *err) {
    return relay_task(x, &embed_openai, &(struct task){0}, err);
}

/* As OpenAI once had it, with the model in the path: engines/MODEL/embeddings. */
int endpoint_engines(struct exchange *x, struct error *err) {
    static const char end[] = "/embeddings";
    size_t len = strlen(x->rest), end_len = sizeof end - 1;
    if (len <= end_len || strcmp(x->rest + len - end_len, end) != 0)
        return endpoint_not_offered(x, err);
    const char *model = arena_strndup(x->arena, x->rest, len - end_len);
    return relay_task(x, &embed_openai, &(struct task){.model = model}, err);
}

static const struct task_dialect *embeddings_of(struct span text) {
    return shared_is_indox(text) ? &embed_indox : &embed_aigne;
}

int endpoint_shared_embeddings(struct exchange *x, struct error *err) {
    if (x->surface == SURFACE_AIGNE)
        return endpoint_aigne_embeddings(x, err);
    if (x->surface == SURFACE_INDOX)
        return relay_task(x, &embed_indox, &(struct task){0}, err);
    return relay_shared_task(x, embeddings_of, &(struct task){0}, err);
}

/* A body is the framework's if its input is an object. */
static const struct task_dialect *aigne_embeddings_of(struct span text) {
    struct scan_want input = {.name = "input"};
    struct error ignored = {0};
    scan_object(text, &input, 1, SCAN_DEPTH, &ignored);
    return input.type == SCAN_OBJECT ? &embed_framework : &embed_aigne;
}

int endpoint_aigne_embeddings(struct exchange *x, struct error *err) {
    return relay_shared_task(x, aigne_embeddings_of, &(struct task){0}, err);
}
