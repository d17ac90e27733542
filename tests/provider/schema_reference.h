#ifndef PROVIDER_SCHEMA_REFERENCE_H
#define PROVIDER_SCHEMA_REFERENCE_H

#include <jansson.h>

/* What a reference such as "#/$defs/name" means within the schema `root`; borrowed, NULL if it means nothing.
 */
const json_t *schema_resolve(const json_t *root, const char *reference);

#endif
