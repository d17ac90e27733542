#ifndef ROUTE_CATALOG_DATA_H
#define ROUTE_CATALOG_DATA_H

#include "route/catalog.h"

/* Written by tools/catalog-import: sorted by provider, then by id, both as strcmp() does. */
extern const struct catalog_model catalog_data[];
extern const size_t catalog_data_count;

#endif
