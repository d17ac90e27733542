/* Chat in the dialects of clients. */
#include "dialects/dialect.h"
#include "endpoints/endpoints.h"
#include "relay/relay.h"

int endpoint_chat(struct exchange *x, struct error *err) {
    return relay_chat(x, &chat_openai, &(struct chat_ask){0}, err);
}

int endpoint_chat_stream(struct exchange *x, struct error *err) {
    return relay_chat(x, &chat_openai, &(struct chat_ask){.always_streams = true}, err);
}

int endpoint_completions(struct exchange *x, struct error *err) {
    return relay_chat(x, &chat_completions, &(struct chat_ask){0}, err);
}

int endpoint_responses(struct exchange *x, struct error *err) {
    return relay_chat(x, &chat_responses, &(struct chat_ask){0}, err);
}

int endpoint_messages(struct exchange *x, struct error *err) {
    return relay_chat(x, &chat_anthropic, &(struct chat_ask){0}, err);
}
