#ifndef CANON_FRAGMENTS_H
#define CANON_FRAGMENTS_H

#include "canon/event.h"

/*
 * Brings the fragments of several calls into the order of events. Some
 * providers send pieces of one call between those of another: what belongs to
 * a call that is not at hand waits until the arguments of the one that is are
 * complete JSON, or the choice ends.
 */
struct calls {
    struct chat_sink *sink;
    struct arena *arena;
    struct waiting_call *list;
};

void calls_init(struct calls *calls, struct chat_sink *sink, struct arena *arena);

/* A call begins. `key` tells it from others of its choice; one that has the key already is whole. The call is
 * copied. */
int calls_begin(struct calls *calls, int choice, int64_t key, const struct chat_call *call,
                struct error *err);

/* The last call that began with that key, NULL if none did; *whole: nothing can be missing of its arguments.
 */
const struct chat_call *calls_find(const struct calls *calls, int choice, int64_t key, bool *whole);

/* A piece of its arguments, a JSON string. */
int calls_add(struct calls *calls, int choice, int64_t key, struct span args, struct error *err);

/* Its arguments are complete. */
int calls_end(struct calls *calls, int choice, int64_t key, struct error *err);

/* Something else of the choice follows, or its end: everything that waits goes out. */
int calls_flush(struct calls *calls, int choice, struct error *err);

#endif
