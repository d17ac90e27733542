#ifndef DIALECTS_ERROR_SHAPES_H
#define DIALECTS_ERROR_SHAPES_H

#include "base/buf.h"
#include "base/error.h"

/* The error bodies of the surfaces. OpenAI's: {"error":{message, type, param, code}}, with retry_after where
 * it is known. */
void error_shape_openai(struct buf *out, const struct error *err);

/* The same, and beside it message, status_code, details and `detail`, a text, which is what IndoxRouter's
 * clients read. */
void error_shape_flat(struct buf *out, const struct error *err);

/* Anthropic's: {"type":"error", "error":{type, message}, "request_id":null}, with details.error_code where
 * the error has a code of its own. */
void error_shape_anthropic(struct buf *out, const struct error *err);

/* Google's: {"error":{code, message, status, details}}, the details where there is a field or a time to wait.
 */
void error_shape_gemini(struct buf *out, const struct error *err);

/* That of new-api's console: {"success":false, message}, with code and param where the error has them. */
void error_shape_console(struct buf *out, const struct error *err);

#endif
