/* The models as IndoxRouter shows them: by provider, with what they can do and cost. Where OpenAI's clients
 * may ask, too, their list stands beside that. IndoxRouter wants a key for all that it has, and so does this.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/jsonwrite.h"
#include "base/mem.h"
#include "endpoints/endpoints.h"
#include "endpoints/models.h"
#include "gate/caller.h"
#include "gate/offers.h"

#define LIST_MAX    (8u << 20)
#define DESCRIPTION 512

/* Digits behind the point, where rates are for a thousand tokens, for one of a kind, for a million. */
enum { PER_THOUSAND = 12, EACH = 15, MILLION = 9 };

/* What models of a kind do, by IndoxRouter's words: one that chats takes a text to be gone on with as a
 * message. */
static const struct {
    enum model_kind kind;
    const char *capabilities[3];
} kinds[] = {
    {MODEL_CHAT, {"chat", "completion"}},
    {MODEL_EMBEDDING, {"embedding"}},
    {MODEL_IMAGE, {"image"}},
    {MODEL_SPEECH, {"text_to_speech"}},
    {MODEL_TRANSCRIPTION, {"speech_to_text"}},
    {MODEL_MODERATION, {"moderation"}},
    {MODEL_RERANK, {"rerank"}},
};

/* Of all kinds that are there, a bit each. */
static void write_capabilities(struct json_writer *w, unsigned there) {
    json_member_open(w, "capabilities", '[');
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        for (size_t j = 0; there >> kinds[i].kind & 1 && kinds[i].capabilities[j]; j++)
            json_put_text(w, kinds[i].capabilities[j]);
    json_close(w, ']');
}

/* ---- a model ------------------------------------------------------------------------ */

static void write_rates(struct json_writer *w, const struct rates *rates) {
    char text[MONEY_TEXT];
    json_member_open(w, "pricing", '{');
    json_member_raw(w, "input", money_write_scaled(rates->input, PER_THOUSAND, text));
    json_member_raw(w, "output", money_write_scaled(rates->output, PER_THOUSAND, text));
    json_close(w, '}');
}

static void describe_abilities(struct buf *text, unsigned abilities) {
    const char *before = "Knows ";
    for (size_t i = 0; model_abilities[i]; i++)
        if (abilities & 1u << i) {
            buf_printf(text, "%s%s", before, model_abilities[i]);
            before = ", ";
        }
    if (abilities)
        buf_puts(text, ". ");
}

/* What costs something besides tokens. */
static void describe_units(struct buf *text, const struct target *target) {
    const struct rates *rates = &target->price.base;
    nanos dearest = image_prices_dearest(&target->images);
    const struct {
        const char *what;
        nanos rate;
        unsigned digits;
    } units[] = {{"A picture costs up to", dearest ? dearest : rates->image, EACH},
                 {"A second of sound costs", rates->second, EACH},
                 {"A request costs", rates->request, EACH},
                 {"A million characters cost", rates->character, MILLION}};
    char money[MONEY_TEXT];
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (units[i].rate)
            buf_printf(text, "%s %s USD. ", units[i].what,
                       money_write_scaled(units[i].rate, units[i].digits, money));
}

/* What is known of it, in words. */
static void write_description(struct json_writer *w, const struct target *target) {
    const struct rates *rates = &target->price.base;
    char input[MONEY_TEXT], output[MONEY_TEXT];
    struct buf text;
    buf_init(&text, DESCRIPTION);
    if (target->context)
        buf_printf(&text, "A context of %d tokens. ", target->context);
    if (target->max_output)
        buf_printf(&text, "Up to %d tokens of output. ", target->max_output);
    describe_abilities(&text, target->abilities);
    if (target->deprecated)
        buf_puts(&text, "Its provider will drop it. ");
    size_t said = text.len;
    describe_units(&text, target);
    if (rates->input || rates->output || text.len == said)
        buf_printf(&text, "A million tokens of input cost %s USD, of output %s USD.",
                   money_write(rates->input, input), money_write(rates->output, output));
    while (text.len > 0 && text.data[text.len - 1] == ' ')
        text.data[--text.len] = '\0';
    json_member_text(w, "description", text.data);
    buf_free(&text);
}

static void write_members(struct json_writer *w, const char *name, const struct target *target) {
    const char *bare = model_bare_name(name, target->provider->name);
    json_member_text(w, "id", bare);
    json_member_text(w, "name", target->known & FACT_NAME ? target->title : bare);
    json_member_text(w, "provider", target->provider->name);
    write_capabilities(w, 1u << target->kind);
    write_description(w, target);
    if (target->context)
        json_member_int(w, "max_tokens", target->context);
    else
        json_member_raw(w, "max_tokens", "null");
    write_rates(w, &target->price.base);
}

/* ---- all of them ------------------------------------------------------------------------ */

struct listed {
    const char *name;
    struct target target;
};

struct listing {
    const struct config *config;
    struct arena *arena;
    struct listed *model;
    size_t count, room;
};

static int visit(void *arg, const char *name, const struct target *target) {
    struct listing *list = arg;
    if (list->count == list->room) {
        list->room = list->room ? 2 * list->room : 64;
        list->model = xrealloc(list->model, list->room * sizeof *list->model);
    }
    list->model[list->count++] = (struct listed){arena_strdup(list->arena, name), *target};
    return 0;
}

static size_t count_of(const struct listing *list, const struct provider_config *provider) {
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        count += list->model[i].target.provider == provider;
    return count;
}

static unsigned kinds_of(const struct listing *list, const struct provider_config *provider) {
    unsigned there = 0;
    for (size_t i = 0; i < list->count; i++)
        if (list->model[i].target.provider == provider)
            there |= 1u << list->model[i].target.kind;
    return there;
}

static void write_provider(struct json_writer *w, const struct listing *list,
                           const struct provider_config *provider, size_t count) {
    char text[DESCRIPTION];
    snprintf(text, sizeof text, "%zu model%s of %.100s", count, count == 1 ? "" : "s",
             provider_title(provider->row, provider->name));
    json_open(w, '{');
    json_member_text(w, "id", provider->name);
    json_member_text(w, "name", provider_title(provider->row, provider->name));
    json_member_text(w, "description", text);
    write_capabilities(w, kinds_of(list, provider));
    json_member_open(w, "models", '[');
    for (size_t i = 0; i < list->count; i++) {
        if (list->model[i].target.provider != provider)
            continue;
        json_open(w, '{');
        write_members(w, list->model[i].name, &list->model[i].target);
        json_close(w, '}');
    }
    json_close(w, ']');
    json_close(w, '}');
}

static void write_providers(struct json_writer *w, const struct listing *list) {
    json_member_open(w, "providers", '[');
    for (size_t i = 0; i < list->config->providers; i++) {
        size_t count = count_of(list, &list->config->provider[i]);
        if (count)
            write_provider(w, list, &list->config->provider[i], count);
    }
    json_close(w, ']');
}

static void write_openai(struct json_writer *w, const struct listing *list) {
    json_member_text(w, "object", "list");
    json_member_open(w, "data", '[');
    for (size_t i = 0; i < list->count; i++) {
        json_open(w, '{');
        models_write_openai(w, list->model[i].name, &list->model[i].target);
        json_close(w, '}');
    }
    json_close(w, ']');
}

static struct listing list_of(struct exchange *x, const struct caller *caller) {
    struct listing list = {.config = x->config, .arena = x->arena};
    offers_each(x->config, caller, visit, &list);
    return list;
}

static int answer_list(struct exchange *x, bool shared, struct error *err) {
    struct caller caller;
    struct buf body;
    if (caller_check(x, &caller, err) < 0)
        return -1;
    struct listing list = list_of(x, &caller);
    buf_init(&body, LIST_MAX);
    struct json_writer w = {.out = &body};
    json_open(&w, '{');
    if (shared)
        write_openai(&w, &list);
    write_providers(&w, &list);
    json_close(&w, '}');
    free(list.model);
    return models_reply(x, &body, err);
}

/* ---- one --------------------------------------------------------------------------------- */

static int refuse_provider(const char *name, struct error *err) {
    return error_param(err, ERR_NOT_FOUND, "provider",
                       "The provider '%.100s' is not known, or this key may use nothing of it.", name);
}

static int answer_provider(struct exchange *x, const struct caller *caller,
                           const struct provider_config *provider, struct error *err) {
    struct listing list = list_of(x, caller);
    size_t count = count_of(&list, provider);
    struct buf body;
    buf_init(&body, LIST_MAX);
    struct json_writer w = {.out = &body};
    if (count)
        write_provider(&w, &list, provider, count);
    free(list.model);
    return count ? models_reply(x, &body, err) : refuse_provider(provider->name, err);
}

/* IndoxRouter's clients tell an unknown provider from an unknown model by the words. */
static int find_model(struct exchange *x, const struct caller *caller, struct target *target,
                      struct error *err) {
    size_t len = strcspn(x->rest, "/");
    const char *provider = arena_strndup(x->arena, x->rest, len);
    if (choose_served(x->config, x->rest, x->arena, target, err) < 0) {
        if (err->kind != ERR_NOT_FOUND || x->rest[len] == '\0' || config_provider(x->config, provider))
            return -1;
        *err = (struct error){0};
        return refuse_provider(provider, err);
    }
    if (offers_allow(x->config, caller, x->rest, target))
        return 0;
    error_param(err, ERR_NOT_FOUND, "model",
                "This key may not use that model, or there is none of this name.");
    err->code = "model_not_found";
    return -1;
}

static int answer_one(struct exchange *x, bool shared, struct error *err) {
    const struct provider_config *provider = config_provider(x->config, x->rest);
    struct caller caller;
    struct target target;
    struct buf body;
    if (caller_check(x, &caller, err) < 0)
        return -1;
    if (provider)
        return answer_provider(x, &caller, provider, err);
    if (find_model(x, &caller, &target, err) < 0)
        return -1;
    buf_init(&body, LIST_MAX); /* a name may be as long as the path */
    struct json_writer w = {.out = &body};
    json_open(&w, '{');
    write_members(&w, x->rest, &target);
    if (shared)
        json_member_text(&w, "object", "model");
    json_close(&w, '}');
    return models_reply(x, &body, err);
}

int endpoint_indox_models(struct exchange *x, struct error *err) {
    return answer_list(x, x->surface == SURFACE_SHARED, err);
}

int endpoint_indox_model(struct exchange *x, struct error *err) {
    return answer_one(x, x->surface == SURFACE_SHARED, err);
}
