#ifndef PROVIDER_COHERE_H
#define PROVIDER_COHERE_H

#include "http.h"
#include "scene.h"

/* What Cohere's paths have in common: the key, {"id", "message"} as an error, and the end of an answer: the
 * `meta` with what is billed, and its brace. */
int cohere_read_head(const struct http_request *request, struct scene *scene, struct error *err);
void cohere_write_error(const struct error *err, uint64_t serial, struct buf *json);
void cohere_put_id(const struct scene *scene, struct buf *json);
void cohere_put_meta(const struct scene *scene, const char *unit, unsigned count, struct buf *json);

#define COHERE_DIALECT                                                                                       \
    .read_head = cohere_read_head, .write_error = cohere_write_error, .id_field = "x-request-id", .fields = ""

#endif
