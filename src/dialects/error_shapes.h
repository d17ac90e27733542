#ifndef DIALECTS_ERROR_SHAPES_H
#define DIALECTS_ERROR_SHAPES_H

#include "base/buf.h"
#include "base/error.h"

/* The error bodies of the surfaces. OpenAI's: {"error":{message, type, param, code}}, with retry_after where
 * it is known. */
void error_shape_openai(struct buf *out, const struct error *err);

#endif
