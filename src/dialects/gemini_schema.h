#ifndef DIALECTS_GEMINI_SCHEMA_H
#define DIALECTS_GEMINI_SCHEMA_H

#include "canon/chat.h"

/*
 * A JSON schema as Google takes it: every schema is an object, and beside a
 * reference stand only names with '$'. The meaning stays, but for `false`,
 * which becomes {"not":{}}: Google takes that and does not heed it, so it is
 * noted as dropped below the name `param`.
 * A schema in which there is nothing to change keeps its bytes; a new one is in
 * the arena.
 */
struct span gemini_schema(struct chat_request *request, struct span schema, const char *param);

#endif
