/*
 * From the model name of a request to provider, model and price: the step
 * between reading a request and calling a provider. Reads the configuration
 * and the catalog, and reaches neither network nor ledger.
 */
#include "route/choose.h"

#include <string.h>

#include "providers/tasks.h"
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

/* What cannot be asked of a model there is no ability of it. */
static unsigned usable(unsigned abilities, unsigned quirks) {
    static const struct {
        unsigned ability, quirk;
    } rows[] = {
        {MODEL_IMAGES, CHAT_NO_IMAGES}, {MODEL_REASONING, CHAT_NO_REASONING}, {MODEL_SCHEMA, CHAT_NO_SCHEMA}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (quirks & rows[i].quirk)
            abilities &= ~rows[i].ability;
    return abilities;
}

static enum verdict price_verdict(const struct target *target) {
    return target->known & FACT_PRICE ? FOUND : NO_PRICE;
}

static void use_price(struct target *target, const struct price *price, const struct image_prices *images) {
    target->price = *price;
    target->images = *images;
    target->known |= FACT_PRICE;
    target->configured |= FACT_PRICE;
    target->imported &= ~(unsigned)FACT_PRICE;
}

/* Fills the target with what the catalog and the provider's own settings say of the model. */
static enum verdict describe(const struct config *config, const struct provider_config *provider,
                             const char *model, struct target *target) {
    struct model_facts facts;
    *target =
        (struct target){.provider = provider, .model = model, .title = model, .groups = provider->groups};
    target->quirks = provider->row->chat | ability_quirks(provider->row->name, model);
    if (catalog_find(config->facts, provider->row->name, model, &facts)) {
        target->title = facts.name;
        target->kind = facts.kind;
        target->abilities = usable(facts.abilities, target->quirks);
        target->deprecated = facts.deprecated;
        target->context = facts.context;
        target->max_output = facts.max_output;
        target->price = facts.price;
        target->images = facts.images;
        target->known = facts.said;
        target->imported = facts.imported;
    }
    /* What costs nothing by itself, as the demo, costs what the configuration says. */
    bool costs = (target->known & FACT_PRICE) && !(provider->row->quirks & PROVIDER_FREE);
    if (!costs && provider->has_price)
        use_price(target, &provider->price, &provider->images);
    else if (!costs && provider->free)
        use_price(target, &(struct price){.tier_from = 0}, &(struct image_prices){.count = 0});
    else if (!costs)
        target->known &= ~(unsigned)FACT_PRICE;
    return price_verdict(target);
}

static enum verdict describe_entry(const struct config *config, const struct model_config *entry,
                                   struct target *target) {
    describe(config, entry->provider, entry->model, target);
    if (entry->has_price)
        use_price(target, &entry->price, &entry->images);
    if (entry->groups)
        target->groups = entry->groups;
    if (entry->has_kind)
        target->kind = entry->kind;
    if (entry->context)
        target->context = entry->context;
    if (entry->max_output)
        target->max_output = entry->max_output;
    unsigned said = (entry->has_kind ? FACT_KIND : 0) | (entry->context ? FACT_CONTEXT : 0) |
                    (entry->max_output ? FACT_MAX_OUTPUT : 0);
    target->known |= said;
    target->configured |= said;
    target->imported &= ~said;
    return price_verdict(target);
}

static bool is_listed(const struct config *config, const struct provider_config *provider,
                      const char *model) {
    struct model_facts facts;
    return catalog_find(config->facts, provider->row->name, model, &facts);
}

/* A model of this very provider: one that the catalog lists, or any if the provider takes any. */
static enum verdict describe_named(const struct config *config, const struct provider_config *provider,
                                   const char *model, struct target *target) {
    if (*model == '\0' || (!provider->any_model && !is_listed(config, provider, model)))
        return UNKNOWN;
    return describe(config, provider, model, target);
}

/* Lists that keep provider and model apart show an entry of "models" under its provider, too. What that calls
 * so itself comes first. */
static const struct model_config *find_alias(const struct config *config,
                                             const struct provider_config *provider, const char *name) {
    const struct model_config *entry = find_entry(config, name);
    bool alias = entry && entry->provider == provider && !is_listed(config, provider, name);
    return alias ? entry : NULL;
}

/* The way of a name. */
static enum verdict resolve(const struct config *config, const char *name, struct target *target) {
    *target = (struct target){0};
    const struct model_config *entry = find_entry(config, name);
    if (entry)
        return describe_entry(config, entry, target);

    const struct provider_config *prefix = find_prefix(config, name);
    if (prefix) {
        const char *rest = strchr(name, '/') + 1;
        const struct model_config *alias = find_alias(config, prefix, rest);
        return alias ? describe_entry(config, alias, target) : describe_named(config, prefix, rest, target);
    }

    for (size_t i = 0; i < config->providers; i++)
        if (is_listed(config, &config->provider[i], name))
            return describe(config, &config->provider[i], name, target);

    for (size_t i = 0; i < config->providers; i++)
        if (config->provider[i].any_model)
            return describe_named(config, &config->provider[i], name, target);
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

/* Clients read these, and so does whoever operates the hub. */
static int refuse_unknown(const char *name, struct error *err) {
    error_param(
        err, ERR_NOT_FOUND, "model",
        "The model '%s' is not known: ask for one that the list of models shows, or have the operator "
        "add it.",
        name);
    err->code = "model_not_found";
    return -1;
}

static int refuse_priceless(const char *name, struct error *err) {
    error_param(err, ERR_REQUEST, "model",
                "Nobody said what the model '%s' costs: ask for one that the list of models shows, or have "
                "the operator set its price.",
                name);
    err->code = "model_without_price";
    return -1;
}

static int refuse_kind(const struct target *target, const char *name, const char *what, const char *code,
                       struct error *err) {
    error_param(err, ERR_REQUEST, "model",
                "The model '%s' is not for %s (its kind is %s): ask for one that the list of models shows.",
                name, what, model_kinds[target->kind]);
    err->code = code;
    return -1;
}

static int refuse_silent(const char *name, struct error *err) {
    error_param(err, ERR_REQUEST, "model",
                "The provider of the model '%s' does no chat: ask for one that the list of models shows.",
                name);
    err->code = "model_not_for_chat";
    return -1;
}

static bool is_for_chat(const struct target *target) {
    return target->kind == MODEL_CHAT && target->provider->row->speaks[0];
}

static int refuse_for_chat(const struct target *target, const char *name, struct error *err) {
    if (is_for_chat(target))
        return refuse_priceless(name, err);
    return target->kind == MODEL_CHAT ? refuse_silent(name, err)
                                      : refuse_kind(target, name, "chat", "model_not_for_chat", err);
}

int choose_any(const struct config *config, const char *name, struct arena *arena, struct target *target,
               struct error *err) {
    char shown[SHOWN_SIZE];
    if (err->kind != ERR_NONE)
        return -1;
    if (resolve(config, arena_strdup(arena, name), target) != UNKNOWN)
        return 0;
    show(name, shown);
    return refuse_unknown(shown, err);
}

int choose_target(const struct config *config, const char *name, struct arena *arena, struct target *target,
                  struct error *err) {
    char shown[SHOWN_SIZE];
    if (choose_any(config, name, arena, target, err) < 0)
        return -1;
    if (is_for_chat(target) && target->known & FACT_PRICE)
        return 0;
    show(name, shown);
    return refuse_for_chat(target, shown, err);
}

bool choose_is_served(const struct target *target) {
    for (int task = 0; task < TASK__MAX; task++)
        if (task_facts[task].kinds >> target->kind & 1 &&
            provider_task(target->provider->row, (enum task_kind)task))
            return true;
    return is_for_chat(target);
}

int choose_served(const struct config *config, const char *name, struct arena *arena, struct target *target,
                  struct error *err) {
    char shown[SHOWN_SIZE];
    if (choose_any(config, name, arena, target, err) < 0)
        return -1;
    bool served = choose_is_served(target);
    if (served && target->known & FACT_PRICE)
        return 0;
    show(name, shown);
    return served ? refuse_priceless(shown, err) : refuse_for_chat(target, shown, err);
}

/* The demo is no model: it does what is asked. */
static bool does(const struct target *target, const struct task_fact *fact) {
    return target->provider->row->quirks & PROVIDER_DEMO || !(target->known & FACT_KIND) ||
           fact->kinds >> target->kind & 1 || target->abilities & fact->ability;
}

int choose_task(const struct config *config, const char *name, enum task_kind task, struct arena *arena,
                struct target *target, struct error *err) {
    const struct task_fact *fact = &task_facts[task];
    char shown[SHOWN_SIZE];
    if (choose_any(config, name, arena, target, err) < 0)
        return -1;
    if (does(target, fact) && target->known & FACT_PRICE)
        return 0;
    show(name, shown);
    return does(target, fact) ? refuse_priceless(shown, err)
                              : refuse_kind(target, shown, fact->what, fact->not_for, err);
}

/*
 * The shortest name under which clients reach a catalog model of this provider,
 * NULL if entries of "models" took them all.
 */
static const char *public_name(const struct config *config, const struct provider_config *provider,
                               const char *id, struct arena *arena) {
    struct target target;
    if (!find_entry(config, id) && resolve(config, id, &target) != UNKNOWN && target.provider == provider &&
        strcmp(target.model, id) == 0)
        return id;
    const char *full = arena_printf(arena, "%s/%s", provider->name, id);
    return find_entry(config, full) ? NULL : full;
}

/* Who is shown what. */
struct tour {
    const struct config *config;
    unsigned kinds;
    bool callable; /* only what can be asked for, and has a price */
    int (*visit)(void *arg, const char *name, const struct target *target);
    void *arg;
    struct arena *arena;
};

static int show_target(const struct tour *tour, const char *name, const struct target *target) {
    bool callable = target->known & FACT_PRICE && choose_is_served(target);
    if (!(tour->kinds >> target->kind & 1) || (tour->callable && !callable))
        return 0;
    return tour->visit(tour->arg, name, target);
}

static int visit_entries(const struct tour *tour) {
    const struct config *config = tour->config;
    int stop = 0;
    for (size_t i = 0; i < config->models && !stop; i++) {
        struct target target;
        describe_entry(config, &config->model[i], &target);
        stop = show_target(tour, config->model[i].name, &target);
    }
    return stop;
}

static int visit_catalog(const struct tour *tour, const struct provider_config *provider) {
    struct catalog_walk walk;
    struct model_facts facts;
    int stop = 0;
    catalog_begin(&walk, tour->config->facts, provider->row->name);
    while (!stop && catalog_next(&walk, &facts)) {
        if (strncmp(facts.id, "ft:", 3) == 0)
            continue; /* what fine-tuned models of this base cost; no name of its own */
        struct target target;
        const char *name = public_name(tour->config, provider, facts.id, tour->arena);
        if (!name)
            continue;
        describe(tour->config, provider, facts.id, &target);
        stop = show_target(tour, name, &target);
    }
    return stop;
}

int target_price_image(struct target *target, const char *size, const char *quality, struct error *err) {
    const char *unknown;
    char known[240];
    if (target->images.count == 0)
        return 0;
    const struct image_price *found = image_prices_find(&target->images, size, quality, &unknown);
    if (found) {
        target->price.base.image = target->price.tier.image = found->each;
        return 0;
    }
    image_prices_list(&target->images, unknown, known, sizeof known);
    return error_param(err, ERR_REQUEST, unknown,
                       "Nobody said what a picture of this %s costs with this model: ask for one of %s.",
                       unknown, known);
}

int64_t target_most_output(const struct target *target, const struct config *config) {
    if (target->max_output)
        return target->max_output;
    return target->context ? target->context : config->default_max_output;
}

static void visit_all(struct tour *tour) {
    tour->arena = arena_new();
    int stop = visit_entries(tour);
    for (size_t i = 0; i < tour->config->providers && !stop; i++)
        stop = visit_catalog(tour, &tour->config->provider[i]);
    arena_free(tour->arena);
}

void choose_each(const struct config *config,
                 int (*visit)(void *arg, const char *name, const struct target *target), void *arg) {
    visit_all(&(struct tour){config, CHOOSE_ALL, true, visit, arg, NULL});
}

void choose_each_of(const struct config *config, unsigned kinds,
                    int (*visit)(void *arg, const char *name, const struct target *target), void *arg) {
    visit_all(&(struct tour){config, kinds, false, visit, arg, NULL});
}
