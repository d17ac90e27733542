#ifndef PROVIDER_SCHEMA_SAMPLE_H
#define PROVIDER_SCHEMA_SAMPLE_H

#include <jansson.h>

/* A new value that is valid for a JSON schema, always the same one. It knows types, const, enum, properties,
 * items with minItems, minLength, the lower limits of numbers, the first of anyOf and oneOf (deep down null,
 * so that recursion ends), and references into the schema itself; what lies deeper than any sensible schema
 * is null. */
json_t *schema_sample(const json_t *schema);

#endif
