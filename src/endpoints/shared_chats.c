/* Chat at paths where IndoxRouter's API and AIGNE's meet: behind a prefix it is one of them, else the body
 * tells. */
#include "dialects/dialect.h"
#include "endpoints/endpoints.h"
#include "endpoints/shared_body.h"
#include "relay/relay.h"

/* Its clients always send additional_params. */
bool shared_is_indox(struct span text) {
    struct scan_want own[] = {
        {.name = "provider"}, {.name = "text"}, {.name = "additional_params"}, {.name = "byok_api_key"}};
    struct error ignored = {0};
    bool any = false;
    scan_object(text, own, sizeof own / sizeof *own, SCAN_DEPTH, &ignored);
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        any |= own[i].seen > 0;
    return any;
}

static const struct chat_dialect *chat_of(struct span text) {
    return shared_is_indox(text) ? &chat_indox : &chat_aigne;
}

static const struct chat_dialect *text_of(struct span text) {
    return shared_is_indox(text) ? &chat_indox_text : &chat_aigne;
}

static int serve(struct exchange *x, relay_language *speaks, const struct chat_dialect *indox,
                 struct error *err) {
    if (x->surface == SURFACE_AIGNE)
        return endpoint_aigne_completions(x, err);
    if (x->surface == SURFACE_INDOX)
        return relay_chat(x, indox, &(struct chat_ask){0}, err);
    return relay_shared_chat(x, speaks, &(struct chat_ask){0}, err);
}

int endpoint_shared_chat(struct exchange *x, struct error *err) {
    return serve(x, chat_of, &chat_indox, err);
}

int endpoint_shared_completions(struct exchange *x, struct error *err) {
    return serve(x, text_of, &chat_indox_text, err);
}
