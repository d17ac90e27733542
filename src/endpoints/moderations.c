/* Moderation has one language. */
#include "endpoints/endpoints.h"
#include "relay/relay.h"

int endpoint_moderations(struct exchange *x, struct error *err) {
    return relay_task(x, &moderate_openai, &(struct task){0}, err);
}
