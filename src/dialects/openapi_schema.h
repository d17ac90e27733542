#ifndef DIALECTS_OPENAPI_SCHEMA_H
#define DIALECTS_OPENAPI_SCHEMA_H

#include "base/jsonvalue.h"

/*
 * A schema in Google's subset of OpenAPI as JSON Schema: types in lower case,
 * `nullable` as a type, counts that are strings as numbers, no
 * `propertyOrdering`. A schema in which there is nothing to change keeps its
 * bytes; a new one is in the arena.
 * Returns 0; -1 with ERR_REQUEST and the value's path if it is no object, or
 * nested too deeply.
 */
int openapi_schema_read(const struct json *value, struct arena *arena, struct span *schema,
                        struct error *err);

#endif
