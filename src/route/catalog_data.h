#ifndef ROUTE_CATALOG_DATA_H
#define ROUTE_CATALOG_DATA_H

#include <stddef.h>
#include <stdint.h>

#include "canon/model.h"

/*
 * The compiled-in facts about models, written by tools/catalog-import: constant
 * and without pointers, so that all processes share their pages.
 */
struct catalog_row {
    uint32_t id, name; /* where these texts begin in catalog_texts */
    int32_t context, max_output, tier_from;
    uint16_t base, tier; /* where these rates begin in catalog_rates, or CATALOG_NO_RATES */
    uint16_t abilities;
    uint8_t kind, deprecated;
    uint16_t images;     /* where its prices of pictures begin in catalog_images, */
    uint8_t image_count; /* so many */
};

/* The rows of a provider stand together, sorted by id as strcmp() does; providers are sorted too. */
struct catalog_provider {
    char name[16];
    uint16_t first, count; /* in catalog_rows */
};

extern const struct catalog_provider catalog_providers[];
extern const size_t catalog_provider_count;
extern const struct catalog_row catalog_rows[];
extern const char catalog_texts[];

/* For each list of rates: which are named, a bit for each of rate_names, and these in their order. */
extern const int64_t catalog_rates[];
#define CATALOG_NO_RATES 0xffff

/* What pictures cost by what they are. Where there is such a list the base rates have `image`, too. */
extern const struct image_price catalog_images[];

#endif
