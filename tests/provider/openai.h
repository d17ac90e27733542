#ifndef PROVIDER_OPENAI_H
#define PROVIDER_OPENAI_H

#include <jansson.h>
#include <stdbool.h>

#include "base/error.h"
#include "fields.h"
#include "http.h"
#include "scene.h"

/* The key, as a bearer's. */
int openai_read_head(const struct http_request *request, struct scene *scene, struct error *err);

/* Errors, whole and as the event {"type":"error","error":...}, the only one of a failure. */
void openai_write_error(const struct error *err, uint64_t serial, struct buf *json);
bool openai_write_failure(const struct scene *scene, unsigned position, unsigned i, const struct error *err,
                          struct buf *data);

/* What the dialects of OpenAI's paths have in common. */
#define OPENAI_DIALECT                                                                                       \
    .read_head = openai_read_head, .write_error = openai_write_error, .id_field = "x-request-id",            \
    .write_failure = openai_write_failure,                                                                   \
    .fields = "openai-organization: test-organization\r\n"                                                   \
              "x-ratelimit-remaining-requests: 9999\r\n"

/* The model out of the request, which may be a form, and the behaviours it tells. A model that is not said,
 * or is none, is "" and left to the check of the fields. */
int openai_read_model(struct scene *scene, struct error *err);

/* The members that every answer may have: `x_unknown` and `sent_us`, if the behaviour says so, each after a
 * comma. */
void openai_put_further(const struct scene *scene, struct buf *json);

/* What all APIs of OpenAI refuse in the same way. For the rules of schemas see strict_schema.h. */

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
