/* Whether a call of one model would be answered now, as AIGNE Hub's clients ask: always with status 200. */
#include "base/jsonwrite.h"
#include "dialects/aigne_model.h"
#include "endpoints/endpoints.h"
#include "endpoints/status.h"
#include "gate/offers.h"

static int find_failing(struct ledger *ledger, const struct target *target, bool *failing,
                        struct error *err) {
    struct sightings all;
    int rc = sightings_read(ledger, &all, err);
    const struct seen *seen = rc < 0 ? NULL : sightings_find(&all, target->provider->name, target->model);
    *failing = seen && seen_state(seen, all.now) == SEEN_FAILING;
    sightings_free(&all);
    return rc;
}

/* The same words for a model that there is not and for one that the key may not use. */
static int check_model(struct exchange *x, const struct caller *caller, const char *name, struct error *err) {
    struct group_offer offers[OFFERS_MOST];
    struct target target;
    struct ledger *ledger = hub_ledger(x->hub, x->config);
    struct call_ask ask = {.prompt = 1, .choices = 1};
    struct error why = {0};
    bool failing;
    int found = choose_served(x->config, name, x->arena, &target, &why);
    if (found < 0 && why.kind == ERR_REQUEST)
        return error_param(err, ERR_REQUEST, "model", "%s", why.message);
    if (found < 0 || !offers_allow(x->config, caller, name, &target))
        return error_param(err, ERR_UNAVAILABLE, "model",
                           "There is no provider for this model, or this key may not use it.");
    offers_fill(x->config, name, &target, offers, &ask);
    ask.price = target.price;
    ask.output = target_most_output(&target, x->config);
    if (ledger_would_pay(caller, &ask, err) < 0)
        return -1;
    /* What is wrong with the ledger is for the log. */
    struct error trouble = {0};
    if (ledger_ping(ledger, &trouble) < 0 || find_failing(ledger, &target, &failing, &trouble) < 0)
        return error_set(err, ERR_UNAVAILABLE, "The hub's ledger cannot be reached.");
    return failing ? error_set(err, ERR_UNAVAILABLE, "The model's last answers failed.") : 0;
}

/* The answer is good whatever it says. */
static void write_verdict(struct json_writer *w, const struct error *verdict) {
    json_open(w, '{');
    json_member_bool(w, "available", verdict->kind == ERR_NONE);
    if (verdict->kind) {
        json_member_text(w, "error", verdict->message);
        json_member_int(w, "code", verdict->status);
    }
    if (verdict->kind == ERR_CREDIT)
        json_member_text(w, "type", "NOT_ENOUGH");
    json_close(w, '}');
}

int endpoint_model_status(struct exchange *x, struct error *err) {
    const char *name = request_parameter(x->request, "model");
    struct caller caller;
    struct error verdict = {0};
    struct buf body;
    if (!name)
        return status_answer(x, NULL, err);
    if (caller_check(x, &caller, err) < 0)
        return -1;
    check_model(x, &caller, aigne_model(name), &verdict);
    buf_init(&body, STATUS_MAX);
    struct json_writer w = {.out = &body};
    write_verdict(&w, &verdict);
    return status_reply(x, &body, err);
}
