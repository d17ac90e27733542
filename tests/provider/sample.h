#ifndef PROVIDER_SAMPLE_H
#define PROVIDER_SAMPLE_H

#include <jansson.h>

#include "base/buf.h"

/* Adds a JSON text that is valid for a simple schema: types, properties, items, enum, const, the first of
 * anyOf, references into $defs of the root. */
void sample_write(const json_t *schema, struct buf *json);

#endif
