#ifndef PROVIDER_STRICT_SCHEMA_H
#define PROVIDER_STRICT_SCHEMA_H

#include <jansson.h>

#include "base/error.h"
#include "fields.h"

/*
 * The rules of OpenAI for the JSON schemas of tools and answers, whose place
 * is `where`: the root is an object, an array says what it holds. With
 * `strict` also those of its structured outputs: all properties are required,
 * there are no others, and some keywords do not exist. what: whose schema it
 * is, such as "function 'lookup'".
 */
int schema_check(const json_t *schema, bool strict, const char *what, const struct place *where,
                 struct error *err);

#endif
