#ifndef DIALECTS_SCHEMA_SUBSET_H
#define DIALECTS_SCHEMA_SUBSET_H

#include "canon/chat.h"

/*
 * A JSON schema in the subset that Anthropic's structured output takes: types,
 * properties (no others than those named), items, anyOf and allOf, enums of
 * plain values, $defs and $ref, some formats. What is beyond it moves into the
 * description, where the model may still heed it, and is noted as dropped
 * below the name `param`.
 *
 * Returns 0 with the schema, which is the given one, byte for byte, if that is
 * within the subset, and at == NULL, with nothing noted, if there is none for
 * it: all must be of some type in the subset, which has no "anything" and no
 * "nothing". -1 with ERR_REQUEST for one that nests too deep.
 */
int schema_subset(struct chat_request *request, struct span schema, const char *param, struct span *into,
                  struct error *err);

/* Whether a schema is within the subset as it stands. */
bool schema_is_subset(struct arena *arena, struct span schema);

#endif
