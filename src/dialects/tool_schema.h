#ifndef DIALECTS_TOOL_SCHEMA_H
#define DIALECTS_TOOL_SCHEMA_H

#include "canon/chat.h"

/*
 * The schema of a tool's arguments for those who want it to be plainly one of
 * an object: "type" is "object", and there is none of $ref, anyOf, oneOf,
 * allOf, enum, const and not at the root. What these say of properties is put
 * together: an object that obeys the given schema obeys the result, too. Where
 * that is not all they say, they move into the description, and are noted as
 * dropped below the name `param`.
 * A schema that has nothing of that keeps its bytes, even if it tells no type;
 * a new one is in the arena.
 */
struct span tool_schema(struct chat_request *request, struct span schema, const char *param);

#endif
