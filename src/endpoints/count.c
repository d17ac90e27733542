/* How many tokens a request has. */
#include "endpoints/count.h"

#include "endpoints/endpoints.h"
#include "front/body.h"
#include "gate/caller.h"
#include "route/choose.h"

static int look(struct exchange *x, const struct chat_dialect *dialect, struct chat_ask *ask,
                struct error *err) {
    struct body_rules rules = exchange_body_rules(x);
    struct body body;
    struct target target;
    ask->counting = true;
    int rc = body_read(x->request, &rules, &body, err);
    if (rc == 0)
        rc = dialect->look((struct span){body.bytes.data, body.bytes.len}, x->arena, ask, err);
    if (rc == 0)
        rc = choose_target(x->config, ask->model, x->arena, &target, err);
    body_free(&body);
    return rc;
}

int count_tokens(struct exchange *x, const struct chat_dialect *dialect, struct chat_ask *ask,
                 const char *before, struct error *err) {
    struct caller caller;
    if (caller_check(x, &caller, err) < 0 || look(x, dialect, ask, err) < 0)
        return -1;
    x->trace.model = ask->model;
    struct buf body;
    buf_init(&body, 1024);
    buf_printf(&body, "%s%lld}", before, (long long)ask->prompt);
    int rc = exchange_reply_json(x, &body, err);
    buf_free(&body);
    return rc;
}

int endpoint_count_tokens(struct exchange *x, struct error *err) {
    return count_tokens(x, &chat_anthropic, &(struct chat_ask){0}, "{\"input_tokens\":", err);
}

int endpoint_input_tokens(struct exchange *x, struct error *err) {
    return count_tokens(x, &chat_responses, &(struct chat_ask){0},
                        "{\"object\":\"response.input_tokens\",\"input_tokens\":", err);
}
