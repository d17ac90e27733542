#ifndef CANON_UNWRAP_H
#define CANON_UNWRAP_H

#include "canon/event.h"

/*
 * Takes the texts of an answer out of the object that they were asked for in:
 * {"value": …} becomes what stands there. Pieces go on as they come; a text that
 * is no such object stays as it is.
 */
struct chat_sink *unwrap_new(struct chat_sink *next, struct arena *arena);

#endif
