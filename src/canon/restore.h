#ifndef CANON_RESTORE_H
#define CANON_RESTORE_H

#include "canon/event.h"

/*
 * Puts an answer into the words of its request: calls get the names,
 * namespaces and kinds under which the client declared the tools, and ids of
 * which no two are the same; an answer that calls tools stops for that reason,
 * and one that calls none does not.
 */
struct restore;

struct restore *restore_new(const struct chat_request *request, struct chat_sink *next, struct arena *arena);
struct chat_sink *restore_sink(struct restore *restore);

#endif
