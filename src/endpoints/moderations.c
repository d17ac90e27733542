/* Moderation has one language. */
#include "endpoints/endpoints.h"
#include "relay/relay.h"

static int serve(struct exchange *x, const struct task_dialect *asked, struct error *err) {
    return relay_task(x, asked, &(struct task){0}, err);
}

int endpoint_moderations(struct exchange *x, struct error *err) {
    return serve(x, &moderate_openai, err);
}

int endpoint_rerank(struct exchange *x, struct error *err) {
    return serve(x, &rerank_union, err);
}

int endpoint_speech(struct exchange *x, struct error *err) {
    return serve(x, &speak_openai, err);
}

int endpoint_aigne_speech(struct exchange *x, struct error *err) {
    return serve(x, &speak_aigne, err);
}

int endpoint_indox_speech(struct exchange *x, struct error *err) {
    return serve(x, &speak_indox, err);
}

int endpoint_transcriptions(struct exchange *x, struct error *err) {
    return serve(x, &transcribe_openai, err);
}

int endpoint_translations(struct exchange *x, struct error *err) {
    return serve(x, &translate_openai, err);
}

int endpoint_aigne_transcriptions(struct exchange *x, struct error *err) {
    return serve(x, &transcribe_aigne, err);
}

int endpoint_indox_transcriptions(struct exchange *x, struct error *err) {
    return serve(x, &transcribe_indox, err);
}

int endpoint_indox_translations(struct exchange *x, struct error *err) {
    return serve(x, &translate_indox, err);
}
