/*
 * What models cost, in the shape of new-api's price list: a model's ratio is its price of input in units of
 * two dollars a million tokens, and the other ratios are its other prices by that of input. Beside them stand
 * the prices themselves, since quotients are rounded, a ratio cannot tell what costs nothing to read and
 * something to write, and none has a second price for long prompts. Without a key one is shown what a new
 * user could use.
 */
#include <string.h>

#include "canon/ratio.h"
#include "endpoints/console.h"
#include "endpoints/endpoints.h"
#include "endpoints/models.h"
#include "gate/caller.h"
#include "gate/offers.h"

#define RATIO_UNIT (2 * NANOS_PER_DOLLAR) /* a million tokens at a model_ratio of 1 */

/* Where models can be asked, by new-api's names for the ways. */
static const struct {
    const char *type, *path;
} ways[] = {
    {"openai", "/v1/chat/completions"}, {"openai-response", "/v1/responses"},
    {"anthropic", "/v1/messages"},      {"gemini", "/v1beta/models/{model}:generateContent"},
    {"embeddings", "/v1/embeddings"},   {"image-generation", "/v1/images/generations"},
    {"jina-rerank", "/v1/rerank"},
};
enum { WAYS = sizeof ways / sizeof *ways };

struct listing {
    struct exchange *x;
    struct caller caller;
    const char *groups[LIST_TEXT / 2 + 1]; /* of whoever asks, up to NULL */
    bool shown[WAYS];                      /* of a model of the list */
    bool *vendors;                         /* those that are shown, by their place among the providers */
    struct console_answer answer;
};

static bool is_within(const char *const *groups, const char *group) {
    for (; *groups; groups++)
        if (strcmp(*groups, group) == 0)
            return true;
    return false;
}

static void split(const char *list, struct arena *arena, const char *words[LIST_TEXT / 2 + 1]) {
    char *rest = arena_strdup(arena, list);
    for (char *word; (word = strsep(&rest, " ")) != NULL;)
        if (*word)
            *words++ = word;
    *words = NULL;
}

/* Those of a key that its user still has, else its user's. */
static void read_groups(struct listing *list) {
    const char *own[LIST_TEXT / 2 + 1], **group = list->groups;
    split(ledger_user_groups(&list->caller.user), list->x->arena, list->groups);
    split(list->caller.key.groups, list->x->arena, own);
    if (!*own)
        return;
    for (const char **word = own; *word; word++)
        if (!is_within(list->groups, *word))
            *word = "";
    for (const char **word = own; *word; word++)
        if (**word)
            *group++ = *word;
    *group = NULL;
}

/* ---- one model ---------------------------------------------------------------------------- */

static void write_ratio(struct json_writer *w, const char *name, nanos a, nanos b) {
    char text[RATIO_TEXT];
    json_member_raw(w, name, b ? ratio_write(a, b, text) : "0");
}

#define RATES_ALWAYS 4 /* input, output, cache_read, cache_write: what nearly every model has */

static void write_rates(struct json_writer *w, const struct rates *rates) {
    char text[MONEY_TEXT];
    for (size_t i = 0; i < RATES; i++)
        if (i < RATES_ALWAYS || rate_is_own(rates, i))
            json_member_raw(w, rate_names[i].name, money_write(rate_get(rates, i), text));
}

static void write_images(struct json_writer *w, const struct image_prices *images) {
    char text[MONEY_TEXT];
    json_member_open(w, "images", '{');
    for (size_t i = 0; i < images->count; i++)
        if (*images->at[i].name)
            json_member_raw(w, images->at[i].name, money_write(images->at[i].each, text));
    json_close(w, '}');
}

/* In dollars for a million tokens, requests, searches and so on. */
static void write_price(struct json_writer *w, const struct price *price, const struct image_prices *images) {
    json_member_open(w, "usd_per_million", '{');
    write_rates(w, &price->base);
    if (images->count)
        write_images(w, images);
    if (price->tier_from) {
        json_member_open(w, "longer_prompts", '{');
        json_member_int(w, "than", price->tier_from);
        write_rates(w, &price->tier);
        json_close(w, '}');
    }
    json_close(w, '}');
}

enum {
    BY_TOKENS,
    BY_TIMES
}; /* quota_type: what a model costs by; by times, model_price is dollars for each */

static void write_ratios(struct json_writer *w, const struct target *target) {
    const struct rates *rates = &target->price.base;
    nanos dearest = image_prices_dearest(&target->images);
    nanos each = rates->request + (dearest ? dearest : rates->image);
    bool times = rates->input == 0 && rates->output == 0 && each > 0;
    char text[MONEY_TEXT];
    json_member_int(w, "quota_type", times ? BY_TIMES : BY_TOKENS);
    write_ratio(w, "model_ratio", rates->input, RATIO_UNIT);
    json_member_raw(w, "model_price", times ? money_write_scaled(each, EACH_DIGITS, text) : "0");
    write_ratio(w, "completion_ratio", rates->output, rates->input);
    write_ratio(w, "cache_ratio", rates->cache_read, rates->input);
    write_ratio(w, "create_cache_ratio", rates->cache_write, rates->input);
    if (rates->image_input != rates->input)
        write_ratio(w, "image_ratio", rates->image_input, rates->input);
    if (rates->audio_input != rates->input)
        write_ratio(w, "audio_ratio", rates->audio_input, rates->input);
    if (rates->audio_output != rates->output)
        write_ratio(w, "audio_completion_ratio", rates->audio_output, rates->audio_input);
}

static void write_usable(struct listing *list, const struct target *target) {
    struct json_writer *w = &list->answer.w;
    json_member_open(w, "enable_groups", '[');
    for (const char **group = list->groups; *group; group++)
        if (!target->groups || is_within(target->groups, *group))
            json_put_text(w, *group);
    json_close(w, ']');
}

/* The ways of a model; what has none is shown without. */
static void write_types(struct listing *list, enum model_kind kind) {
    struct json_writer *w = &list->answer.w;
    size_t count;
    const char *const *types = models_ways(kind, &count);
    json_member_open(w, "supported_endpoint_types", '[');
    for (size_t i = 0; i < count; i++) {
        json_put_text(w, types[i]);
        for (size_t j = 0; j < WAYS; j++)
            list->shown[j] |= strcmp(ways[j].type, types[i]) == 0;
    }
    json_close(w, ']');
}

static int visit(void *arg, const char *name, const struct target *target) {
    struct listing *list = arg;
    struct json_writer *w = &list->answer.w;
    size_t vendor = (size_t)(target->provider - list->x->config->provider);
    list->vendors[vendor] = true;
    json_open(w, '{');
    json_member_text(w, "model_name", name);
    json_member_int(w, "vendor_id", (int64_t)vendor + 1);
    json_member_text(w, "owner_by", target->provider->name);
    write_ratios(w, target);
    write_usable(list, target);
    write_types(list, target->kind);
    write_price(w, &target->price, &target->images);
    json_close(w, '}');
    return list->answer.body.overflow;
}

/* ---- what stands beside the models ----------------------------------------------------------- */

static void write_vendors(struct listing *list) {
    struct json_writer *w = &list->answer.w;
    const struct config *config = list->x->config;
    json_member_open(w, "vendors", '[');
    for (size_t i = 0; i < config->providers; i++)
        if (list->vendors[i]) {
            json_open(w, '{');
            json_member_int(w, "id", (int64_t)i + 1);
            json_member_text(w, "name", config->provider[i].name);
            json_close(w, '}');
        }
    json_close(w, ']');
}

/* A key without a group takes its user's in their order, which is what new-api calls "auto". */
static void write_groups(struct listing *list) {
    struct json_writer *w = &list->answer.w;
    char text[RATIO_TEXT];
    json_member_open(w, "group_ratio", '{');
    for (const char **group = list->groups; *group; group++) {
        json_key_bytes(w, *group, strlen(*group));
        json_put_raw(w, ratio_write(offers_price(list->x->config, *group), PRICE_WHOLE, text));
    }
    json_close(w, '}');
    json_member_open(w, "usable_group", '{');
    for (const char **group = list->groups; *group; group++) {
        json_key_bytes(w, *group, strlen(*group));
        json_put_text(w, *group);
    }
    json_close(w, '}');
    json_member_open(w, "auto_groups", '[');
    for (const char **group = list->groups; *group; group++)
        json_put_text(w, *group);
    json_close(w, ']');
}

static void write_ways(struct listing *list) {
    struct json_writer *w = &list->answer.w;
    json_member_open(w, "supported_endpoint", '{');
    for (size_t i = 0; i < WAYS; i++) {
        if (!list->shown[i])
            continue;
        json_member_open(w, ways[i].type, '{');
        json_member_text(w, "path", ways[i].path);
        json_member_text(w, "method", "POST");
        json_close(w, '}');
    }
    json_close(w, '}');
}

/* A key that is none is told so, also where nobody needs one. */
int endpoint_pricing(struct exchange *x, struct error *err) {
    struct listing list = {.x = x};
    if (caller_is_shown(x) && caller_check(x, &list.caller, err) < 0)
        return -1;
    read_groups(&list);
    list.vendors = arena_alloc(x->arena, x->config->providers * sizeof *list.vendors);
    console_begin(&list.answer);
    json_open(&list.answer.w, '[');
    offers_each(x->config, &list.caller, visit, &list);
    json_close(&list.answer.w, ']');
    write_vendors(&list);
    write_groups(&list);
    write_ways(&list);
    return console_end(&list.answer, x, 0, err);
}
