#ifndef PROVIDER_METADATA_H
#define PROVIDER_METADATA_H

#include <jansson.h>

#include "base/error.h"

/* OpenAI's limits of `metadata`; NULL and null are none. */
int metadata_check(json_t *metadata, struct error *err);

#endif
