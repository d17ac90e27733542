/* Chat as AIGNE Hub has it. */
#include <string.h>

#include "dialects/dialect.h"
#include "endpoints/endpoints.h"
#include "relay/relay.h"

/* AIGNE's blocklet client asks for a stream in this header, whatever its body says, and reads nothing else:
 * of an error it learns only if that is an event, too, in an answer with status 200. So do AIGNE's servers.
 */
static bool accepts_only_events(const struct exchange *x) {
    const char *accept = request_header(x->request, "accept");
    return accept && strstr(accept, "text/event-stream") && !strstr(accept, "json") && !strstr(accept, "*/*");
}

/* A body is the framework's if it has an input. */
static const struct chat_dialect *speaks(struct span text) {
    struct scan_want input = {.name = "input"};
    struct error ignored = {0};
    bool has_input = scan_object(text, &input, 1, SCAN_DEPTH, &ignored) == 0 && input.seen > 0;
    return has_input ? &chat_framework : &chat_aigne;
}

int endpoint_aigne_chat(struct exchange *x, struct error *err) {
    return relay_shared_chat(x, speaks, &(struct chat_ask){.always_streams = accepts_only_events(x)}, err);
}

int endpoint_aigne_completions(struct exchange *x, struct error *err) {
    x->events_only = accepts_only_events(x);
    return relay_chat(x, &chat_aigne, &(struct chat_ask){.always_streams = x->events_only}, err);
}
