#ifndef DIALECTS_ERROR_SHAPES_H
#define DIALECTS_ERROR_SHAPES_H

#include "base/buf.h"
#include "base/error.h"

/*
 * The error bodies of the surfaces. OpenAI's: {"error":{message, type, param, code}}, with retry_after where
 * it is known. The type is one of those of ai-hub.md: model_error where the model or its provider failed,
 * rate_limit_error where a limit of the provider's was reached (rate_limit_exceeded: one of the hub's),
 * api_error where the hub failed; and insufficient_quota, which OpenAI's clients know.
 */
void error_shape_openai(struct buf *out, const struct error *err);

/* The same, and beside it message, status_code, details and `detail`, a text, which is what IndoxRouter's
 * clients read. */
void error_shape_flat(struct buf *out, const struct error *err);

/* IndoxRouter's: {"error", message, status_code, details, detail}, where `error` is one of seven codes and
 * `detail`, which is all that its clients read, the message again, or in words that they know. Field, code of
 * its own, time to wait, and a limit that is used up (limit_type, limit, reset_time) are in the details. */
void error_shape_indox(struct buf *out, const struct error *err);

/*
 * AIGNE Hub's: {"error":{message, type, code, param, timestamp}, "message"}. The types are OpenAI's, but that
 * of a balance that does not pay is NOT_ENOUGH, which AIGNE's clients know. Who has no valid key gets
 * {"error":"Unauthorized", message}, as its documents have it.
 */
void error_shape_aigne(struct buf *out, const struct error *err);

/* Anthropic's: {"type":"error", "error":{type, message}, "request_id":null}, with details.error_code where
 * the error has a code of its own. */
void error_shape_anthropic(struct buf *out, const struct error *err);

/* Google's: {"error":{code, message, status, details}}, the details where there is a field or a time to wait.
 */
void error_shape_gemini(struct buf *out, const struct error *err);

/* That of new-api's console: {"success":false, message}, with code and param where the error has them. */
void error_shape_console(struct buf *out, const struct error *err);

#endif
