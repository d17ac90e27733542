/*
 * The models in AIGNE Hub's shapes. Its clients ask /api/ai/models without a key, so that whoever asks so
 * learns what every key of the group "default" may use, and at which price: what a shop has in its window.
 * Models for other groups are shown to their keys only. Prices are those before what a group pays of them.
 */
#include <string.h>

#include "endpoints/aigne.h"
#include "endpoints/endpoints.h"
#include "endpoints/models.h"
#include "gate/offers.h"

#define LIST_MAX   (16u << 20)
#define PER_TOKEN  15 /* digits behind the point, where rates are for one token */
#define PAGE_USUAL 20

struct listing {
    struct exchange *x;
    const struct caller *caller;
    struct json_writer w;
    void (*write)(struct listing *list, const char *name, const struct target *target);
    int64_t skip, room; /* of a page; room < 0: all */
    int64_t count;      /* of all that fit */
    const char *wanted; /* what the name must hold; NULL: anything */
    unsigned kinds;     /* of models, a bit each */
};

/* ---- one model ------------------------------------------------------------------- */

/* "provider/model" wherever that leads to the same model at the same price; else the name as it is. */
static const char *key_of(const struct listing *list, const char *name, const struct target *target) {
    struct arena *arena = list->x->arena;
    struct target other;
    struct error unknown = {0};
    if (model_bare_name(name, target->provider->name) != name)
        return name;
    const char *key = arena_printf(arena, "%s/%s", target->provider->name, name);
    bool same = choose_served(list->x->config, key, arena, &other, &unknown) == 0 &&
                other.provider == target->provider && strcmp(other.model, target->model) == 0 &&
                memcmp(&other.price, &target->price, sizeof other.price) == 0 &&
                other.images.at == target->images.at && other.images.count == target->images.count;
    return same ? key : name;
}

/* AIGNE's names for what models are for, of models and of their rates. Its lists have no others. */
static const struct type {
    const char *name, *rate;
    enum model_kind kind;
} types[] = {{"chat", "chatCompletion", MODEL_CHAT},
             {"image_generation", "imageGeneration", MODEL_IMAGE},
             {"image", NULL, MODEL_IMAGE}, /* only asked for so */
             {"embedding", "embedding", MODEL_EMBEDDING},
             {"video", "video", MODEL_VIDEO},
             {"audioGeneration", "audioGeneration", MODEL_SPEECH}};
enum { TYPES = sizeof types / sizeof *types };

/* NULL: AIGNE has no such models. */
static const struct type *type_of(const struct target *target) {
    size_t i = 0;
    while (i < TYPES && types[i].kind != target->kind)
        i++;
    return i < TYPES ? &types[i] : NULL;
}

/* What models can do, by AIGNE's names. */
static const struct {
    unsigned ability;
    const char *name;
} features[] = {{MODEL_TOOLS, "tools"}, {MODEL_IMAGES, "vision"}, {MODEL_REASONING, "thinking"}};

static void write_metadata(struct json_writer *w, const struct target *target) {
    json_member_open(w, "modelMetadata", '{');
    if (target->max_output)
        json_member_int(w, "maxTokens", target->max_output);
    if (target->context)
        json_member_int(w, "contextWindow", target->context);
    json_member_open(w, "features", '[');
    for (size_t i = 0; i < sizeof features / sizeof *features; i++)
        if (target->abilities & features[i].ability)
            json_put_text(w, features[i].name);
    json_close(w, ']');
    json_close(w, '}');
}

/* The client wants prices as texts, and the status as an object. */
static void write_aigne(struct listing *list, const char *name, const struct target *target) {
    struct json_writer *w = &list->w;
    char rate[MONEY_TEXT];
    json_open(w, '{');
    json_member_text(w, "key", key_of(list, name, target));
    json_member_text(w, "model", model_bare_name(name, target->provider->name));
    json_member_text(w, "type", type_of(target)->name);
    json_member_text(w, "provider", target->provider->name);
    json_member_text(w, "providerId", target->provider->name);
    json_member_text(w, "providerDisplayName", provider_title(target->provider->row, target->provider->name));
    json_member_text(w, "input_credits_per_token",
                     money_write_scaled(target->price.base.input, PER_TOKEN, rate));
    json_member_text(w, "output_credits_per_token",
                     money_write_scaled(target->price.base.output, PER_TOKEN, rate));
    write_metadata(w, target);
    json_member_raw(w, "status", "{\"available\":true}");
    json_close(w, '}');
}

static void write_openai(struct listing *list, const char *name, const struct target *target) {
    json_open(&list->w, '{');
    models_write_openai(&list->w, key_of(list, name, target), target);
    json_close(&list->w, '}');
}

static void write_rate_members(struct listing *list, const char *name, const struct target *target) {
    struct json_writer *w = &list->w;
    const struct rates *rates = &target->price.base;
    char rate[MONEY_TEXT];
    json_member_text(w, "id", key_of(list, name, target));
    json_member_text(w, "type", type_of(target)->rate);
    json_member_text(w, "inputRate", money_write_scaled(rates->input, PER_TOKEN, rate));
    json_member_text(w, "outputRate", money_write_scaled(rates->output, PER_TOKEN, rate));
    json_member_open(w, "caching", '{');
    json_member_text(w, "readRate", money_write_scaled(rates->cache_read, PER_TOKEN, rate));
    json_member_text(w, "writeRate", money_write_scaled(rates->cache_write, PER_TOKEN, rate));
    json_close(w, '}');
    json_member_text(w, "providerId", target->provider->name);
    aigne_write_provider(w, target->provider->name);
}

static void write_rates(struct listing *list, const char *name, const struct target *target) {
    json_open(&list->w, '{');
    json_member_text(&list->w, "model", model_bare_name(name, target->provider->name));
    write_rate_members(list, name, target);
    json_member_raw(&list->w, "status", "{\"available\":true}");
    json_close(&list->w, '}');
}

/* Each name of ours leads to one provider. */
static void write_group(struct listing *list, const char *name, const struct target *target) {
    struct json_writer *w = &list->w;
    json_open(w, '{');
    json_member_text(w, "model", model_bare_name(name, target->provider->name));
    json_member_raw(w, "description", "null");
    json_member_open(w, "rates", '[');
    json_open(w, '{');
    write_rate_members(list, name, target);
    json_close(w, '}');
    json_close(w, ']');
    json_member_open(w, "providers", '[');
    json_open(w, '{');
    json_member_text(w, "id", target->provider->name);
    json_member_text(w, "name", target->provider->name);
    json_member_text(w, "displayName", provider_title(target->provider->row, target->provider->name));
    json_close(w, '}');
    json_close(w, ']');
    json_close(w, '}');
}

/* ---- lists ----------------------------------------------------------------------- */

static int visit(void *arg, const char *name, const struct target *target) {
    struct listing *list = arg;
    if (!(list->kinds >> target->kind & 1) || !type_of(target) ||
        (list->wanted && !strcasestr(name, list->wanted)))
        return 0;
    if (list->count++ >= list->skip && list->room != 0) {
        list->write(list, name, target);
        list->room -= list->room > 0;
    }
    return list->w.out->overflow;
}

/* The elements of an array. */
static void write_list(struct listing *list) {
    json_open(&list->w, '[');
    offers_each(list->x->config, list->caller, visit, list);
    json_close(&list->w, ']');
}

/* The kinds that are asked for: of models, or of rates. */
static int read_type(struct exchange *x, unsigned *kinds, struct error *err) {
    const char *type = request_parameter(x->request, "type");
    size_t i = 0;
    *kinds = CHOOSE_ALL;
    while (type && i < TYPES && strcmp(types[i].name, type) != 0 &&
           !(types[i].rate && strcmp(types[i].rate, type) == 0))
        i++;
    if (i == TYPES)
        return error_param(err, ERR_REQUEST, "type", "\"%.40s\" is none of chat, image, embedding and video.",
                           type);
    if (type)
        *kinds = 1u << types[i].kind;
    return 0;
}

static int check_caller(struct exchange *x, struct caller *caller, bool strangers, struct error *err) {
    *caller = (struct caller){0};
    return strangers && !caller_is_shown(x) ? 0 : caller_check(x, caller, err);
}

static int list_plain(struct exchange *x, bool strangers, unsigned kinds,
                      void (*write)(struct listing *, const char *, const struct target *),
                      struct error *err) {
    struct caller caller;
    struct buf body;
    struct listing list = {.x = x, .caller = &caller, .w.out = &body, .write = write, .room = -1};
    if (check_caller(x, &caller, strangers, err) < 0 || read_type(x, &list.kinds, err) < 0)
        return -1;
    list.kinds &= kinds;
    buf_init(&body, LIST_MAX);
    write_list(&list);
    return aigne_send(x, &body, 0, err);
}

int endpoint_aigne_models(struct exchange *x, struct error *err) {
    return list_plain(x, true, CHOOSE_ALL, write_aigne, err);
}

int endpoint_aigne_chat_models(struct exchange *x, struct error *err) {
    return list_plain(x, false, 1u << MODEL_CHAT, write_group, err);
}

/* For OpenAI's clients `data`, for AIGNE's `models`: the document names the path and not what it says. */
int endpoint_aigne_v2_models(struct exchange *x, struct error *err) {
    struct caller caller;
    struct buf body;
    struct listing list = {.x = x, .caller = &caller, .w.out = &body, .write = write_openai, .room = -1};
    if (check_caller(x, &caller, false, err) < 0 || read_type(x, &list.kinds, err) < 0)
        return -1;
    buf_init(&body, LIST_MAX);
    json_open(&list.w, '{');
    json_member_text(&list.w, "object", "list");
    json_key(&list.w, "data");
    write_list(&list);
    list.write = write_aigne;
    json_key(&list.w, "models");
    write_list(&list);
    json_close(&list.w, '}');
    return aigne_send(x, &body, 0, err);
}

int endpoint_aigne_rates(struct exchange *x, struct error *err) {
    struct caller caller;
    struct page page;
    struct buf body;
    if (caller_check(x, &caller, err) < 0 || aigne_page(x, PAGE_USUAL, &page, err) < 0)
        return -1;
    const char *wanted = request_parameter(x->request, "model");
    buf_init(&body, LIST_MAX);
    struct listing list = {.x = x,
                           .caller = &caller,
                           .w.out = &body,
                           .write = write_rates,
                           .skip = page_skip(&page),
                           .room = page.size,
                           .wanted = wanted && *wanted ? wanted : NULL,
                           .kinds = CHOOSE_ALL};
    json_open(&list.w, '{');
    json_key(&list.w, "list");
    write_list(&list);
    json_member_int(&list.w, "count", list.count);
    aigne_write_paging(&list.w, &page);
    json_close(&list.w, '}');
    return aigne_send(x, &body, 0, err);
}
