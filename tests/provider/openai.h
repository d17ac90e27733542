#ifndef PROVIDER_OPENAI_H
#define PROVIDER_OPENAI_H

#include <jansson.h>
#include <stdbool.h>

#include "base/error.h"
#include "fields.h"

/* What both APIs of OpenAI refuse in the same way. For the rules of schemas see strict_schema.h. */

/* The limits of `metadata`; NULL and null are none. */
int openai_check_metadata(json_t *metadata, struct error *err);

/* The member `name` of a tool, a schema or a namespace, which is there and a string. */
int openai_check_name(const json_t *owner, const struct place *where, struct error *err);

/* `parameters` of a function, which may be left out unless it is `strict`. */
int openai_check_parameters(const json_t *function, const struct place *where, struct error *err);

/* `schema` of a format for the answer, which has a name; the same holds for it. */
int openai_check_format(const json_t *format, const struct place *where, struct error *err);

/* Whether a text somewhere in the value says "json", as the format json_object wants it. */
bool openai_mentions_json(json_t *value);

#endif
