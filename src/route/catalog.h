#ifndef ROUTE_CATALOG_H
#define ROUTE_CATALOG_H

#include <stddef.h>

#include "canon/price.h"

/*
 * What is known about the providers' models: compiled in as constant data
 * without pointers, so that all processes share its pages.
 */
struct catalog_model {
    char provider[16]; /* a row of providers/providers.c */
    char id[72];       /* the provider's name for it */
    int context;       /* tokens, 0: not known */
    int max_output;    /* tokens, 0: not known */
    struct price price;
};

/*
 * The provider's model of that id: exactly, else the id less a date at its end
 * ("-2024-08-06", "-20240806"), else for a fine-tuned one ("ft:base:…") the row of its base.
 * Returns NULL if it is not known.
 */
const struct catalog_model *catalog_find(const char *provider, const char *id);

/* All models of a provider stand together, sorted by id: the first of them and how many. */
const struct catalog_model *catalog_models(const char *provider, size_t *count);

#endif
