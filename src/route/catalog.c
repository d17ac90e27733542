/*
 * Looks models up in the compiled-in catalog. Knows the forms of model names,
 * nothing of the configuration.
 */
#include "route/catalog.h"

#include <string.h>

#include "route/catalog_data.h"

/* The order of the data. The wanted id is the first len bytes of `id`, fewer than a row holds. */
static int compare(const struct catalog_model *model, const char *provider, const char *id, size_t len) {
    int order = strcmp(model->provider, provider);
    if (order == 0)
        order = strncmp(model->id, id, len);
    if (order == 0)
        order = model->id[len] != '\0';
    return order;
}

/* The first row that does not stand before the wanted one, or the end of the data. */
static const struct catalog_model *lower_bound(const char *provider, const char *id, size_t len) {
    size_t low = 0, high = catalog_data_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare(&catalog_data[middle], provider, id, len) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return &catalog_data[low];
}

static const struct catalog_model *find_exact(const char *provider, const char *id, size_t len) {
    if (len >= sizeof catalog_data->id)
        return NULL;
    const struct catalog_model *model = lower_bound(provider, id, len);
    if (model == catalog_data + catalog_data_count || compare(model, provider, id, len) != 0)
        return NULL;
    return model;
}

/* Whether the len bytes at text have the form, in which 'd' stands for a digit. */
static int has_form(const char *text, const char *form) {
    for (; *form; text++, form++)
        if (*form == 'd' ? *text < '0' || *text > '9' : *text != *form)
            return 0;
    return 1;
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

static const struct catalog_model *find_dated(const char *provider, const char *id, size_t len) {
    const struct catalog_model *model = find_exact(provider, id, len);
    size_t dateless = model ? 0 : dateless_length(id, len);
    return dateless ? find_exact(provider, id, dateless) : model;
}

const struct catalog_model *catalog_find(const char *provider, const char *id) {
    const struct catalog_model *model = find_dated(provider, id, strlen(id));
    if (model || strncmp(id, "ft:", 3) != 0)
        return model;
    /* Some bases have a row "ft:base", as fine-tuned they cost more. */
    const char *base = id + 3;
    size_t len = strcspn(base, ":");
    model = find_dated(provider, id, 3 + len);
    return model ? model : find_dated(provider, base, len);
}

const struct catalog_model *catalog_models(const char *provider, size_t *count) {
    const struct catalog_model *first = lower_bound(provider, "", 0), *end = first;
    while (end < catalog_data + catalog_data_count && strcmp(end->provider, provider) == 0)
        end++;
    *count = (size_t)(end - first);
    return first;
}
