#ifndef PROVIDER_GEMINI_SIGN_H
#define PROVIDER_GEMINI_SIGN_H

#include <jansson.h>

#include "base/buf.h"
#include "base/error.h"

/* Adds the signature of a call. It follows from the name and the arguments, as values, alone. */
void gemini_sign_call(const char *name, const json_t *args, struct buf *out);

/*
 * Looks at the signatures of the calls in the contents. None may be another call's or somebody else's; the
 * stand-in that says so openly will do. `required`: the first call of each step of the current turn, the one
 * that begins with the last content that a user said, must have one.
 */
int gemini_check_signatures(const json_t *contents, bool required, struct error *err);

#endif
