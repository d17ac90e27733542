/* Reads published lists of models, each by its shape. */
#include "cli/import.h"

#include <stdlib.h>
#include <string.h>

#include "route/catalog.h"

#define DEPTH 32 /* of lists, which have six levels and may get more */

struct import_model *import_add(struct import *in, const char *provider, const char *id,
                                const struct json *value, struct error *err) {
    if (!*id) {
        value_bad(value, "has no name", err);
        return NULL;
    }
    if (strlen(id) > CATALOG_TEXT_MOST) {
        value_bad(value, "has a name that is too long", err);
        return NULL;
    }
    if (in->count == in->room) {
        in->room = in->room ? 2 * in->room : 256;
        struct import_model *models = arena_alloc(in->arena, in->room * sizeof *models);
        if (in->count)
            memcpy(models, in->models, in->count * sizeof *models);
        in->models = models;
    }
    struct import_model *model = &in->models[in->count++];
    model->facts.provider = provider;
    model->facts.id = model->facts.name = id;
    return model;
}

void import_limits(struct import_model *model, int64_t context, int64_t max_output) {
    const int64_t most = 1000000000;
    if (context > 0 && context <= most) {
        model->facts.context = (int)context;
        model->facts.said |= FACT_CONTEXT;
    }
    /* Where lists know no limit of the output they have the context's. */
    if (max_output > 0 && max_output <= most && (context <= 0 || max_output < context)) {
        model->facts.max_output = (int)max_output;
        model->facts.said |= FACT_MAX_OUTPUT;
    }
}

void import_know(struct import_model *model, unsigned denied) {
    struct model_facts *facts = &model->facts, known;
    if (facts->kind == MODEL_IMAGE)
        facts->abilities |= MODEL_IMAGE_OUT;
    if (!catalog_find_exact(NULL, facts->provider, facts->id, &known))
        return;
    facts->kind = known.kind;
    facts->said &= ~(unsigned)FACT_KIND;
    facts->abilities |= known.abilities & ~denied;
}

/* ---- the hub's own file ----------------------------------------------------------- */

static int import_own(struct import *in, const struct json *whole, struct error *err) {
    const struct catalog_file *file = catalog_file_parse(whole->text, in->wanted, in->arg, in->arena, err);
    if (!file)
        return -1;
    for (size_t i = 0; i < file->count; i++) {
        struct import_model *model = import_add(in, file->models[i].provider, file->models[i].id, whole, err);
        if (!model)
            return -1;
        model->facts = file->models[i];
        model->key = model->facts.id;
    }
    return 0;
}

/* ---- shapes ------------------------------------------------------------------------ */

/* The first member that is an object. */
static struct json first_object(const struct json *whole) {
    struct json item = {0};
    struct span rest = whole->text;
    while (value_next(whole, &rest, &item))
        if (item.type == SCAN_OBJECT)
            return item;
    return (struct json){.type = SCAN_NONE};
}

static bool is_own(const struct json *whole) {
    struct json models = value_member(whole, "models");
    return models.type == SCAN_OBJECT;
}

static bool is_models_dev(const struct json *whole) {
    struct json provider = first_object(whole);
    return value_member(&provider, "models").type == SCAN_OBJECT;
}

static bool is_litellm(const struct json *whole) {
    struct json model = first_object(whole);
    return value_member(&model, "litellm_provider").type == SCAN_STRING;
}

static const struct {
    const char *source;
    bool (*is)(const struct json *whole);
    int (*read)(struct import *in, const struct json *whole, struct error *err);
} shapes[] = {
    {"AI Hub", is_own, import_own},
    {"models.dev", is_models_dev, import_models_dev},
    {"LiteLLM", is_litellm, import_litellm},
};

/* Names the entry by which a list would have been known. */
static int refuse_unknown(const struct json *whole, struct error *err) {
    struct json first = first_object(whole);
    struct span rest = whole->text;
    if (first.type == SCAN_NONE && !value_next(whole, &rest, &first))
        return error_set(err, ERR_REQUEST, "it is empty");
    return value_bad(&first,
                     "has neither \"litellm_provider\" nor \"models\": it is no list of models that is known "
                     "here (LiteLLM's, models.dev's or the hub's own)",
                     err);
}

/* ---- all of a list ------------------------------------------------------------------ */

/* By provider and id; of one that is there under two names the shorter name, which has no provider in it,
 * first. */
static int compare(const void *a, const void *b) {
    const struct import_model *one = a, *other = b;
    int order = strcmp(one->facts.provider, other->facts.provider);
    if (order == 0)
        order = strcmp(one->facts.id, other->facts.id);
    if (order == 0)
        order = (strlen(one->key) > strlen(other->key)) - (strlen(one->key) < strlen(other->key));
    return order ? order : strcmp(one->key, other->key);
}

/* A list may have a model under two names; the one that names its provider counts. */
static int settle_doubles(struct import *in, struct error *err) {
    if (in->count)
        qsort(in->models, in->count, sizeof *in->models, compare);
    for (size_t i = 1; i < in->count; i++) {
        struct import_model *one = &in->models[i - 1], *other = &in->models[i];
        if (strcmp(one->facts.id, other->facts.id) != 0 ||
            strcmp(one->facts.provider, other->facts.provider) != 0)
            continue;
        if (strcmp(one->key, other->key) == 0)
            return error_set(err, ERR_REQUEST, "the model \"%.100s\" is there twice", one->key);
        if (!one->left_out)
            one->left_out = "the list has it under another name, too";
    }
    return 0;
}

int import_read(struct import *in, struct span text, struct error *err) {
    if (scan_object(text, NULL, 0, DEPTH, err) < 0)
        return -1;
    struct json whole = value_whole(text);
    size_t i = 0;
    while (i < sizeof shapes / sizeof *shapes && !shapes[i].is(&whole))
        i++;
    if (i == sizeof shapes / sizeof *shapes)
        return refuse_unknown(&whole, err);
    in->source = shapes[i].source;
    return shapes[i].read(in, &whole, err) < 0 ? -1 : settle_doubles(in, err);
}
