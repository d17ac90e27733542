#ifndef PROVIDER_GEMINI_CHECK_H
#define PROVIDER_GEMINI_CHECK_H

#include <jansson.h>
#include <stdbool.h>

#include "base/error.h"
#include "fields.h"

/*
 * What the Gemini API refuses although its messages have it. All of this looks at requests in the form that
 * proto_read() gives them. The functions return 0, or -1 with err.
 */

/* A whole GenerateContentRequest. signed_calls: calls must come back with their signatures. */
int gemini_check(const json_t *request, bool signed_calls, struct error *err);

/* The turns: roles, parts, and that calls and responses pair. */
int gemini_check_contents(const json_t *contents, bool signed_calls, struct error *err);

/* tools and toolConfig. */
int gemini_check_tools(const json_t *request, struct error *err);

/* A thinkingConfig, for a model of that name: its family says what it takes. */
int gemini_check_thinking(const char *model, const json_t *thinking, struct error *err);

/* A schema in Google's form, and one in JSON Schema's, of which a part is understood and the rest passed
 * over. */
int gemini_check_schema(const json_t *schema, const struct place *where, struct error *err);
int gemini_check_json_schema(const json_t *schema, const struct place *where, struct error *err);

/* The name of a function: [A-Za-z_][A-Za-z0-9_.:-]{0,127}. */
int gemini_check_name(const json_t *name, const struct place *where, struct error *err);

/* Reports in Google's words that the value there is wrong; always -1. */
int gemini_refuse(struct error *err, const struct place *where, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
