/* The models that can be asked for, in the shape of whoever asks. */
#include <stdio.h>

#include "base/clock.h"
#include "base/jsonwrite.h"
#include "endpoints/endpoints.h"
#include "gate/caller.h"
#include "gate/offers.h"
#include "route/choose.h"

#define LIST_MAX  (8u << 20)
#define NAME_MOST 512
#define CREATED   1763683200 /* nobody tells when a model was made; clients want a time */

/* ---- shapes ------------------------------------------------------------------ */

static void write_openai(struct json_writer *w, const char *name, const struct target *target) {
    json_member_text(w, "id", name);
    json_member_text(w, "object", "model");
    json_member_int(w, "created", CREATED);
    json_member_text(w, "owned_by", target->provider->name);
}

static void write_limit(struct json_writer *w, const char *member, int tokens) {
    if (tokens)
        json_member_int(w, member, tokens);
    else
        json_member_raw(w, member, "null");
}

static void write_anthropic(struct json_writer *w, const char *name, const struct target *target) {
    char created[CLOCK_TEXT];
    json_member_text(w, "type", "model");
    json_member_text(w, "id", name);
    json_member_text(w, "display_name", name);
    json_member_text(w, "created_at", clock_write(CREATED, created));
    write_limit(w, "max_input_tokens", target->context);
    write_limit(w, "max_tokens", target->max_output);
}

static void write_gemini(struct json_writer *w, const char *name, const struct target *target) {
    char path[NAME_MOST];
    snprintf(path, sizeof path, "models/%s", name);
    json_member_text(w, "name", path);
    json_member_text(w, "displayName", name);
    json_member_text(w, "version", "1");
    if (target->context)
        json_member_int(w, "inputTokenLimit", target->context);
    if (target->max_output)
        json_member_int(w, "outputTokenLimit", target->max_output);
    json_member_raw(w, "supportedGenerationMethods",
                    "[\"generateContent\",\"streamGenerateContent\",\"countTokens\"]");
}

static const struct shape {
    const char *list; /* the member that holds the models */
    const char *rest; /* what stands around it */
    void (*write)(struct json_writer *w, const char *name, const struct target *target);
} openai = {"data", "\"object\":\"list\"", write_openai},
  anthropic = {"data", "\"has_more\":false", write_anthropic}, gemini = {"models", NULL, write_gemini};

/* One path serves them all: by the header that each client sends. */
static const struct shape *shape_of(const struct exchange *x) {
    if (request_header(x->request, "anthropic-version"))
        return &anthropic;
    return request_header(x->request, "x-goog-api-key") ? &gemini : &openai;
}

/* ---- answers -------------------------------------------------------------------- */

struct listing {
    const struct config *config;
    const struct caller *caller;
    struct json_writer w;
    const struct shape *shape;
    const char *first, *last;
    struct arena *arena;
};

static int visit(void *arg, const char *name, const struct target *target) {
    struct listing *list = arg;
    if (!offers_allow(list->config, list->caller, name, target))
        return 0;
    json_open(&list->w, '{');
    list->shape->write(&list->w, name, target);
    json_close(&list->w, '}');
    list->last = arena_strdup(list->arena, name);
    if (!list->first)
        list->first = list->last;
    return list->w.out->overflow;
}

static int reply_body(struct exchange *x, struct buf *body, struct error *err) {
    int rc = body->overflow ? error_set(err, ERR_INTERNAL, "The list of models is too long.") : 0;
    if (rc == 0) {
        reply_begin(x->reply, 200, "application/json");
        reply_header(x->reply, "x-request-id", exchange_id(x));
        rc = reply_finish(x->reply, body->data, body->len, err);
    }
    buf_free(body);
    return rc;
}

static int list_models(struct exchange *x, const struct shape *shape, struct error *err) {
    struct caller caller;
    struct buf body;
    if (caller_check(x, &caller, err) < 0)
        return -1;
    buf_init(&body, LIST_MAX);
    struct listing list = {x->config, &caller, {.out = &body}, shape, NULL, NULL, x->arena};
    json_open(&list.w, '{');
    if (shape->rest)
        json_put_raw(&list.w, shape->rest);
    json_member_open(&list.w, shape->list, '[');
    choose_each(x->config, visit, &list);
    json_close(&list.w, ']');
    if (shape == &anthropic) {
        json_member_text(&list.w, "first_id", list.first);
        json_member_text(&list.w, "last_id", list.last);
    }
    json_close(&list.w, '}');
    return reply_body(x, &body, err);
}

static int show_model(struct exchange *x, const struct shape *shape, struct error *err) {
    struct caller caller;
    struct target target;
    struct buf body;
    if (caller_check(x, &caller, err) < 0 || choose_target(x->config, x->rest, x->arena, &target, err) < 0)
        return -1;
    if (!offers_allow(x->config, &caller, x->rest, &target)) {
        error_param(err, ERR_NOT_FOUND, "model",
                    "This key may not use that model, or there is none of this name.");
        err->code = "model_not_found";
        return -1;
    }
    buf_init(&body, LIST_MAX); /* a name may be as long as the path */
    struct json_writer w = {.out = &body};
    json_open(&w, '{');
    shape->write(&w, x->rest, &target);
    json_close(&w, '}');
    return reply_body(x, &body, err);
}

int endpoint_models(struct exchange *x, struct error *err) {
    return list_models(x, shape_of(x), err);
}

int endpoint_model(struct exchange *x, struct error *err) {
    return show_model(x, shape_of(x), err);
}

int endpoint_gemini_models(struct exchange *x, struct error *err) {
    return list_models(x, &gemini, err);
}

int endpoint_gemini_model(struct exchange *x, struct error *err) {
    return show_model(x, &gemini, err);
}
