#ifndef PROVIDER_GEMINI_H
#define PROVIDER_GEMINI_H

#include "gemini_proto.h"
#include "http.h"
#include "scene.h"

/* Looks for the provider's key, in the field or the parameter that Google has for it. */
int gemini_read_head(const struct http_request *request, struct scene *scene, struct error *err);

/* Reads the model out of the path, its behaviours, and the body as such a message; it gets the path's model.
 */
int gemini_read_body(struct scene *scene, const struct proto_message *message, struct error *err);

/* Checks the request and fills the scene from it: one for content, and one to be counted. */
int gemini_read(struct scene *scene, struct error *err);
int gemini_read_count(struct scene *scene, struct error *err);

/* Fills the scene for a request that was checked. */
void gemini_plan(struct scene *scene, const json_t *request);

void gemini_write_error(const struct error *err, uint64_t serial, struct buf *json);

#endif
