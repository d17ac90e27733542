/*
 * From the model name of a request to provider, model and price: the step
 * between reading a request and calling a provider. Reads the configuration
 * and the catalog, and reaches neither network nor ledger.
 */
#include "route/choose.h"

#include <string.h>

#include "route/ability.h"
#include "route/catalog.h"

enum verdict { FOUND, UNKNOWN, NO_PRICE };

static const struct model_config *find_entry(const struct config *config, const char *name) {
    for (size_t i = 0; i < config->models; i++)
        if (strcmp(config->model[i].name, name) == 0)
            return &config->model[i];
    return NULL;
}

/* The configured provider before the first slash of "provider/model", NULL if there is none. */
static const struct provider_config *find_prefix(const struct config *config, const char *name) {
    size_t len = strcspn(name, "/");
    for (size_t i = 0; name[len] == '/' && i < config->providers; i++) {
        const char *provider = config->provider[i].name;
        if (strncmp(provider, name, len) == 0 && provider[len] == '\0')
            return &config->provider[i];
    }
    return NULL;
}

/* Fills the target with what the catalog and the provider's own settings say of the model. */
static enum verdict describe(const struct provider_config *provider, const char *model,
                             struct target *target) {
    *target = (struct target){.provider = provider, .model = model, .groups = provider->groups};
    target->quirks = provider->row->chat | ability_quirks(provider->row->name, model);
    const struct catalog_model *row = catalog_find(provider->row->name, model);
    if (row) {
        target->context = row->context;
        target->max_output = row->max_output;
    }
    /* What costs nothing by itself, as the demo, costs what the configuration says. */
    if (row && !(provider->row->quirks & PROVIDER_FREE))
        target->price = row->price;
    else if (provider->has_price)
        target->price = provider->price;
    else if (!provider->free)
        return NO_PRICE;
    return FOUND;
}

static enum verdict describe_entry(const struct model_config *entry, struct target *target) {
    enum verdict verdict = describe(entry->provider, entry->model, target);
    if (entry->has_price) {
        target->price = entry->price;
        verdict = FOUND;
    }
    if (entry->groups)
        target->groups = entry->groups;
    if (entry->context)
        target->context = entry->context;
    if (entry->max_output)
        target->max_output = entry->max_output;
    return verdict;
}

/* A model of this very provider: one that the catalog lists, or any if the provider takes any. */
static enum verdict describe_named(const struct provider_config *provider, const char *model,
                                   struct target *target) {
    if (*model == '\0' || (!provider->any_model && !catalog_find(provider->row->name, model)))
        return UNKNOWN;
    return describe(provider, model, target);
}

/* The way of a name. Unless it is FOUND, the target's provider is the one at fault or NULL. */
static enum verdict resolve(const struct config *config, const char *name, struct target *target) {
    *target = (struct target){0};
    const struct model_config *entry = find_entry(config, name);
    if (entry)
        return describe_entry(entry, target);

    const struct provider_config *prefix = find_prefix(config, name);
    if (prefix) {
        target->provider = prefix;
        return describe_named(prefix, strchr(name, '/') + 1, target);
    }

    for (size_t i = 0; i < config->providers; i++)
        if (catalog_find(config->provider[i].row->name, name))
            return describe(&config->provider[i], name, target);

    for (size_t i = 0; i < config->providers; i++)
        if (config->provider[i].any_model)
            return describe_named(&config->provider[i], name, target);
    return UNKNOWN;
}

enum { SHOWN = 100, SHOWN_SIZE = SHOWN + sizeof "..." };

/* Copies a name for an error message: cut between two characters, without control characters. */
static void show(const char *name, char text[SHOWN_SIZE]) {
    size_t len = strlen(name), keep = len;
    if (len > SHOWN) {
        keep = SHOWN;
        while (keep && ((unsigned char)name[keep] & 0xc0) == 0x80)
            keep--;
    }
    for (size_t i = 0; i < keep; i++)
        text[i] = (unsigned char)name[i] < 0x20 || name[i] == 0x7f ? '?' : name[i];
    memcpy(text + keep, keep < len ? "..." : "", keep < len ? sizeof "..." : 1);
}

static int refuse_unknown(const struct provider_config *provider, const char *name, struct error *err) {
    if (provider)
        error_param(err, ERR_NOT_FOUND, "model",
                    "The model '%s' is not known: ask for another one, or name it under \"models\" "
                    "in the configuration, or set \"any_model\" for the provider '%.60s'.",
                    name, provider->name);
    else
        error_param(err, ERR_NOT_FOUND, "model",
                    "The model '%s' is not known: ask for one that the list of models shows, "
                    "or name it under \"models\" in the configuration.",
                    name);
    err->code = "model_not_found";
    return -1;
}

static int refuse_priceless(const struct provider_config *provider, const char *name, struct error *err) {
    error_param(err, ERR_REQUEST, "model",
                "Nobody said what the model '%s' costs: give it a price under \"models\" in the "
                "configuration, or set \"price\" or \"free\" for the provider '%.60s'.",
                name, provider->name);
    err->code = "model_without_price";
    return -1;
}

int choose_target(const struct config *config, const char *name, struct arena *arena, struct target *target,
                  struct error *err) {
    if (err->kind != ERR_NONE)
        return -1;
    enum verdict verdict = resolve(config, arena_strdup(arena, name), target);
    if (verdict == FOUND)
        return 0;
    char shown[SHOWN_SIZE];
    show(name, shown);
    if (verdict == NO_PRICE)
        return refuse_priceless(target->provider, shown, err);
    return refuse_unknown(target->provider, shown, err);
}

/*
 * The shortest name under which clients reach a catalog model of this provider,
 * NULL if entries of "models" took them all.
 */
static const char *public_name(const struct config *config, const struct provider_config *provider,
                               const char *id, struct arena *arena) {
    struct target target;
    if (!find_entry(config, id) && resolve(config, id, &target) == FOUND && target.provider == provider &&
        strcmp(target.model, id) == 0)
        return id;
    const char *full = arena_printf(arena, "%s/%s", provider->name, id);
    return find_entry(config, full) ? NULL : full;
}

static int visit_entries(const struct config *config,
                         int (*visit)(void *arg, const char *name, const struct target *target), void *arg) {
    int stop = 0;
    for (size_t i = 0; i < config->models && !stop; i++) {
        struct target target;
        if (describe_entry(&config->model[i], &target) == FOUND)
            stop = visit(arg, config->model[i].name, &target);
    }
    return stop;
}

static int visit_catalog(const struct config *config, const struct provider_config *provider,
                         int (*visit)(void *arg, const char *name, const struct target *target), void *arg,
                         struct arena *arena) {
    size_t count;
    const struct catalog_model *model = catalog_models(provider->row->name, &count);
    int stop = 0;
    for (; count && !stop; count--, model++) {
        if (strncmp(model->id, "ft:", 3) == 0)
            continue; /* what fine-tuned models of this base cost; no name of its own */
        struct target target;
        const char *name = public_name(config, provider, model->id, arena);
        if (name && describe(provider, model->id, &target) == FOUND)
            stop = visit(arg, name, &target);
    }
    return stop;
}

void choose_each(const struct config *config,
                 int (*visit)(void *arg, const char *name, const struct target *target), void *arg) {
    struct arena *arena = arena_new();
    int stop = visit_entries(config, visit, arg);
    for (size_t i = 0; i < config->providers && !stop; i++)
        stop = visit_catalog(config, &config->provider[i], visit, arg, arena);
    arena_free(arena);
}
