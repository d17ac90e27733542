/* The names of the models that a user or key may use, and nothing of them but that. */
#include "endpoints/console.h"
#include "endpoints/endpoints.h"
#include "gate/caller.h"
#include "gate/offers.h"

static int visit(void *arg, const char *name, const struct target *target) {
    struct console_answer *answer = arg;
    (void)target;
    json_put_text(&answer->w, name);
    return answer->body.overflow;
}

int endpoint_user_models(struct exchange *x, struct error *err) {
    struct caller caller;
    struct console_answer answer;
    if (caller_check(x, &caller, err) < 0)
        return -1;
    console_begin(&answer);
    json_open(&answer.w, '[');
    offers_each(x->config, &caller, visit, &answer);
    json_close(&answer.w, ']');
    return console_end(&answer, x, 0, err);
}
