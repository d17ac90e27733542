/* What each model can take. */
#include "base/jsonwrite.h"
#include "dialects/dialect.h"
#include "endpoints/endpoints.h"
#include "gate/caller.h"
#include "gate/offers.h"
#include "route/choose.h"

#define LIST_MAX (8u << 20)

static const struct {
    const char *name;
    unsigned refused; /* the quirk that rules it out */
} abilities[] = {
    {"reasoning", CHAT_NO_REASONING}, {"sampling", CHAT_NO_SAMPLING},
    {"stop_sequences", CHAT_NO_STOP}, {"images", CHAT_NO_IMAGES},
    {"json_schema", CHAT_NO_SCHEMA},  {"parallel_tool_calls", CHAT_NO_PARALLEL},
    {"strict_tools", CHAT_NO_STRICT}, {"instructions_in_the_middle", CHAT_NO_DEVELOPER},
};

static void write_dialects(struct json_writer *w, const struct provider *row) {
    json_member_open(w, "dialects", '[');
    for (size_t i = 0; i < PROVIDER_DIALECTS && row->speaks[i]; i++)
        json_put_text(w, row->speaks[i]->name);
    json_close(w, ']');
}

struct listing {
    const struct config *config;
    const struct caller *caller;
    struct json_writer w;
};

static int visit(void *arg, const char *name, const struct target *target) {
    struct listing *list = arg;
    struct json_writer *w = &list->w;
    if (!offers_allow(list->config, list->caller, name, target))
        return 0;
    json_open(w, '{');
    json_member_text(w, "id", name);
    json_member_text(w, "provider", target->provider->name);
    write_dialects(w, target->provider->row);
    if (target->context)
        json_member_int(w, "context", target->context);
    if (target->max_output)
        json_member_int(w, "max_output", target->max_output);
    for (size_t i = 0; i < sizeof abilities / sizeof *abilities; i++)
        json_member_bool(w, abilities[i].name, !(target->quirks & abilities[i].refused));
    json_close(w, '}');
    return w->out->overflow;
}

int endpoint_capabilities(struct exchange *x, struct error *err) {
    struct caller caller;
    struct buf body;
    struct listing list = {x->config, &caller, {.out = &body}};
    struct json_writer *w = &list.w;
    if (caller_check(x, &caller, err) < 0)
        return -1;
    buf_init(&body, LIST_MAX);
    json_open(w, '{');
    json_member_open(w, "models", '[');
    choose_each(x->config, visit, &list);
    json_close(w, ']');
    json_close(w, '}');
    int rc = body.overflow ? error_set(err, ERR_INTERNAL, "The list of models is too long.") : 0;
    if (rc == 0) {
        reply_begin(x->reply, 200, "application/json");
        reply_header(x->reply, "x-request-id", exchange_id(x));
        rc = reply_finish(x->reply, body.data, body.len, err);
    }
    buf_free(&body);
    return rc;
}
