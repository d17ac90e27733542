/* models.dev's list: an object of providers, each with its models, and prices in dollars per million tokens.
 */
#include <string.h>

#include "cli/import.h"

#define PER_MILLION 9

static const struct {
    const char *theirs, *rate;
} rates[] = {
    {"input", "input"},
    {"output", "output"},
    {"cache_read", "cache_read"},
    {"cache_write", "cache_write"},
    {"input_audio", "audio_input"},
    {"output_audio", "audio_output"},
};

static int read_rates(struct import_price *price, const struct json *cost, int64_t from, struct error *err) {
    struct span rest = cost->text;
    struct json item = {0};
    while (value_next(cost, &rest, &item))
        for (size_t i = 0; i < sizeof rates / sizeof *rates; i++)
            if (scan_equals(item.name, rates[i].theirs) &&
                import_rate(price, rates[i].rate, from, &item, PER_MILLION, err) < 0)
                return -1;
    return 0;
}

/* A tier is {"input": …, "tier": {"type": "context", "size": tokens}}. */
static int read_tiers(struct import_price *price, const struct json *list, struct error *err) {
    struct span rest = list->text;
    struct json item = {0};
    while (value_next(list, &rest, &item)) {
        struct json tier = value_member(&item, "tier"), size = value_member(&tier, "size");
        int64_t from;
        if (size.type == SCAN_NONE)
            return value_bad(&item, "does not say where it begins", err);
        if (value_int(&size, 1, 1000000000, &from, err) < 0 || read_rates(price, &item, from, err) < 0)
            return -1;
    }
    return 0;
}

static int read_cost(struct import_price *price, const struct json *cost, struct error *err) {
    struct json tiers = value_member(cost, "tiers"), old = value_member(cost, "context_over_200k");
    if (cost->type == SCAN_NONE || cost->type == SCAN_NULL)
        return 0;
    if (cost->type != SCAN_OBJECT)
        return value_bad(cost, "must be an object", err);
    if (read_rates(price, cost, 0, err) < 0)
        return -1;
    if (tiers.type == SCAN_ARRAY)
        return read_tiers(price, &tiers, err);
    return old.type == SCAN_OBJECT ? read_rates(price, &old, 200000, err) : 0;
}

static bool lists(const struct json *list, const char *word) {
    struct span rest = list->text;
    struct json item = {0};
    while (list->type == SCAN_ARRAY && value_next(list, &rest, &item))
        if (item.type == SCAN_STRING && scan_equals(item.text, word))
            return true;
    return false;
}

/* True, or an object of what exactly it supports. */
static bool says(const struct json *model, const char *name) {
    struct json value = value_member(model, name), supported = value_member(&value, "supported");
    return value.type == SCAN_TRUE || supported.type == SCAN_TRUE;
}

static unsigned abilities_of(const struct json *model) {
    struct json modalities = value_member(model, "modalities");
    struct json in = value_member(&modalities, "input"), out = value_member(&modalities, "output");
    unsigned abilities = 0;
    abilities |= lists(&in, "image") ? MODEL_IMAGES : 0;
    abilities |= lists(&in, "audio") ? MODEL_AUDIO : 0;
    abilities |= lists(&in, "video") ? MODEL_VIDEOS : 0;
    abilities |= lists(&in, "pdf") ? MODEL_FILES : 0;
    abilities |= lists(&out, "image") ? MODEL_IMAGE_OUT : 0;
    abilities |= lists(&out, "audio") ? MODEL_AUDIO_OUT : 0;
    abilities |= says(model, "tool_call") ? MODEL_TOOLS : 0;
    abilities |= says(model, "reasoning") ? MODEL_REASONING : 0;
    abilities |= says(model, "structured_output") ? MODEL_SCHEMA : 0;
    return abilities;
}

static enum model_kind kind_of(const struct json *model, const char *id) {
    struct json modalities = value_member(model, "modalities");
    struct json out = value_member(&modalities, "output");
    if (lists(&out, "text") || out.type != SCAN_ARRAY)
        return import_kind(id);
    return lists(&out, "image")   ? MODEL_IMAGE
           : lists(&out, "video") ? MODEL_VIDEO
           : lists(&out, "audio") ? MODEL_SPEECH
                                  : MODEL_OTHER;
}

static int64_t limit_of(const struct json *model, const char *name) {
    struct json limit = value_member(model, "limit"), value = value_member(&limit, name);
    int64_t tokens;
    return value.type == SCAN_NUMBER && scan_int(value.text, &tokens) ? tokens : 0;
}

static int read_model(struct import *in, const char *row, const char *theirs, const struct json *value,
                      struct error *err) {
    const char *key, *left_out = NULL;
    struct import_price price = {.left_out = NULL};
    struct json id = {.text = value->name, .type = SCAN_STRING};
    struct json name = value_member(value, "name"), status = value_member(value, "status");
    struct json cost = value_member(value, "cost");
    struct error unread = {.kind = ERR_NONE};
    if (value->type != SCAN_OBJECT)
        return value_bad(value, "must be an object", err);
    if (value_name(&id, CATALOG_TEXT_MOST, in->arena, &key, &unread) < 0)
        return value_bad(value, "has a name that is too long", err);
    struct import_model *model =
        import_add(in, row, import_id(IMPORT_MODELS_DEV, theirs, key, &left_out), value, err);
    if (!model)
        return -1;
    struct model_facts *facts = &model->facts;
    model->key = key;
    model->left_out = left_out;
    if (name.type != SCAN_NONE && value_name(&name, CATALOG_TEXT_MOST, in->arena, &facts->name, err) < 0)
        return -1;
    facts->said |= name.type != SCAN_NONE ? FACT_NAME : 0;
    facts->kind = kind_of(value, facts->id);
    facts->abilities = abilities_of(value);
    facts->deprecated = status.type == SCAN_STRING && scan_equals(status.text, "deprecated");
    facts->said |= FACT_KIND | FACT_ABILITIES | FACT_DEPRECATED;
    import_limits(model, limit_of(value, "context"), limit_of(value, "output"));
    if (read_cost(&price, &cost, err) < 0)
        return -1;
    import_know(model, 0);
    import_price_finish(&price, model);
    return 0;
}

static int read_provider(struct import *in, const struct json *value, struct error *err) {
    const char *theirs;
    struct error unread = {.kind = ERR_NONE};
    struct json name = {.text = value->name, .type = SCAN_STRING}, models = value_member(value, "models");
    struct span rest = models.text;
    struct json item = {0};
    if (models.type != SCAN_OBJECT)
        return value_bad(value, "has no object \"models\"", err);
    if (value_name(&name, CATALOG_TEXT_MOST, in->arena, &theirs, &unread) < 0)
        theirs = "";
    const char *row = import_provider(IMPORT_MODELS_DEV, theirs);
    bool wanted = row && in->wanted(in->arg, row);
    while (value_next(&models, &rest, &item)) {
        in->foreign += !wanted;
        if (wanted && read_model(in, row, theirs, &item, err) < 0)
            return -1;
    }
    return 0;
}

int import_models_dev(struct import *in, const struct json *whole, struct error *err) {
    struct span rest = whole->text;
    struct json item = {0};
    while (value_next(whole, &rest, &item))
        if (read_provider(in, &item, err) < 0)
            return -1;
    return 0;
}
