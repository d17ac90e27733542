/* What each model for chat can take. */
#include "base/jsonwrite.h"
#include "dialects/dialect.h"
#include "endpoints/endpoints.h"
#include "endpoints/models.h"
#include "gate/caller.h"
#include "gate/offers.h"

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

static int visit(void *arg, const char *name, const struct target *target) {
    struct json_writer *w = arg;
    if (target->kind != MODEL_CHAT)
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
    struct json_writer w = {.out = &body};
    if (caller_check(x, &caller, err) < 0)
        return -1;
    buf_init(&body, LIST_MAX);
    json_open(&w, '{');
    json_member_open(&w, "models", '[');
    offers_each(x->config, &caller, visit, &w);
    json_close(&w, ']');
    json_close(&w, '}');
    return models_reply(x, &body, err);
}
