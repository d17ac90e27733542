/* Chat in OpenAI's dialect. */
#include "endpoints/endpoints.h"
#include "relay.h"

int endpoint_chat(struct exchange *x, struct error *err) {
    return relay_chat(x, false, err);
}

int endpoint_chat_stream(struct exchange *x, struct error *err) {
    return relay_chat(x, true, err);
}
