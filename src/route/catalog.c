/*
 * Looks models up among the compiled-in facts and those of a file. Knows the
 * forms of model names, nothing of the rest of the configuration.
 */
#include "route/catalog.h"

#include <string.h>

#include "canon/catalog_file.h"
#include "route/catalog_data.h"

/* ---- facts that are compiled in -------------------------------------------------- */

static const struct catalog_provider *find_provider(const char *name) {
    for (size_t i = 0; i < catalog_provider_count; i++)
        if (strcmp(catalog_providers[i].name, name) == 0)
            return &catalog_providers[i];
    return NULL;
}

/* The order of a provider's models. The wanted id is the first len bytes of `id`. */
static int compare(const char *row, const char *id, size_t len) {
    int order = strncmp(row, id, len);
    return order ? order : row[len] != '\0';
}

static const struct catalog_row *find_row(const char *provider, const char *id, size_t len) {
    const struct catalog_provider *of = find_provider(provider);
    size_t low = of ? of->first : 0, high = of ? low + of->count : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(catalog_texts + catalog_rows[middle].id, id, len);
        if (order == 0)
            return &catalog_rows[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static void read_rates(struct rates *rates, size_t at) {
    unsigned named = (unsigned)catalog_rates[at++];
    for (size_t i = 0; i < RATES; i++)
        if (named >> i & 1)
            *rate_at(rates, i) = catalog_rates[at++];
    rates_complete(rates, named);
}

static void read_row(struct model_facts *facts, const char *provider, const struct catalog_row *row) {
    *facts = (struct model_facts){
        .provider = provider,
        .id = catalog_texts + row->id,
        .name = catalog_texts + row->name,
        .kind = (enum model_kind)row->kind,
        .abilities = row->abilities,
        .deprecated = row->deprecated,
        .context = row->context,
        .max_output = row->max_output,
        .said = FACT_NAME | FACT_KIND | FACT_ABILITIES | FACT_DEPRECATED,
    };
    facts->said |= row->context ? FACT_CONTEXT : 0;
    facts->said |= row->max_output ? FACT_MAX_OUTPUT : 0;
    if (row->base == CATALOG_NO_RATES)
        return;
    facts->said |= FACT_PRICE;
    read_rates(&facts->price.base, row->base);
    facts->price.tier_from = row->tier_from;
    if (row->tier_from)
        read_rates(&facts->price.tier, row->tier);
    facts->images = (struct image_prices){catalog_images + row->images, row->image_count};
}

/* ---- both together ----------------------------------------------------------------- */

static const struct model_facts *find_model(const struct catalog_file *file, const char *provider,
                                            const char *id, size_t len) {
    size_t low = 0, high = file ? file->count : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct model_facts *model = &file->models[middle];
        int order = strcmp(model->provider, provider);
        if (order == 0)
            order = compare(model->id, id, len);
        if (order == 0)
            return model;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* At least one of them is there. */
static void join(struct model_facts *facts, const char *provider, const struct catalog_row *row,
                 const struct model_facts *model) {
    if (row)
        read_row(facts, provider, row);
    else
        *facts = (struct model_facts){.provider = provider, .id = model->id, .name = model->id};
    if (model)
        model_facts_over(facts, model);
}

static bool find_exact(const struct catalog_file *file, const char *provider, const char *id, size_t len,
                       struct model_facts *facts) {
    const struct catalog_row *row = find_row(provider, id, len);
    const struct model_facts *model = find_model(file, provider, id, len);
    if (!row && !model)
        return false;
    join(facts, model ? model->provider : find_provider(provider)->name, row, model);
    return true;
}

bool catalog_find_exact(const struct catalog_file *file, const char *provider, const char *id,
                        struct model_facts *facts) {
    return find_exact(file, provider, id, strlen(id), facts);
}

/* ---- the forms of names ------------------------------------------------------------ */

/* Whether the text begins with the form, in which 'd' stands for a digit. */
static bool has_form(const char *text, const char *form) {
    for (; *form; text++, form++)
        if (*form == 'd' ? *text < '0' || *text > '9' : *text != *form)
            return false;
    return true;
}

/* The length of an id without the date at its end, 0 if it has none. */
static size_t dateless_length(const char *id, size_t len) {
    static const char *const forms[] = {"-dddd-dd-dd", "-dddddddd"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        size_t date = strlen(forms[i]);
        if (len > date && has_form(id + len - date, forms[i]))
            return len - date;
    }
    return 0;
}

static bool find_dated(const struct catalog_file *file, const char *provider, const char *id, size_t len,
                       struct model_facts *facts) {
    if (find_exact(file, provider, id, len, facts))
        return true;
    size_t dateless = dateless_length(id, len);
    return dateless && find_exact(file, provider, id, dateless, facts);
}

bool catalog_find(const struct catalog_file *file, const char *provider, const char *id,
                  struct model_facts *facts) {
    if (find_dated(file, provider, id, strlen(id), facts))
        return true;
    if (strncmp(id, "ft:", 3) != 0)
        return false;
    /* Some bases have a row "ft:base", as fine-tuned they cost more. */
    const char *base = id + 3;
    size_t len = strcspn(base, ":");
    return find_dated(file, provider, id, 3 + len, facts) || find_dated(file, provider, base, len, facts);
}

/* ---- all of a provider ------------------------------------------------------------- */

void catalog_begin(struct catalog_walk *walk, const struct catalog_file *file, const char *provider) {
    const struct catalog_provider *of = find_provider(provider);
    *walk = (struct catalog_walk){0};
    if (of) {
        walk->provider = of->name;
        walk->row = of->first;
        walk->rows_end = walk->row + of->count;
    }
    for (size_t i = 0; file && i < file->count; i++) {
        if (strcmp(file->models[i].provider, provider) != 0)
            continue;
        if (!walk->model) {
            walk->provider = file->models[i].provider;
            walk->model = &file->models[i];
        }
        walk->models_end = &file->models[i + 1];
    }
}

bool catalog_next(struct catalog_walk *walk, struct model_facts *facts) {
    const struct catalog_row *row = walk->row < walk->rows_end ? &catalog_rows[walk->row] : NULL;
    const struct model_facts *model = walk->model != walk->models_end ? walk->model : NULL;
    if (!row && !model)
        return false;
    int order = !model ? -1 : !row ? 1 : strcmp(catalog_texts + row->id, model->id);
    if (order <= 0)
        walk->row++;
    if (order >= 0)
        walk->model++;
    join(facts, walk->provider, order <= 0 ? row : NULL, order >= 0 ? model : NULL);
    return true;
}
