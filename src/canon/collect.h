#ifndef CANON_COLLECT_H
#define CANON_COLLECT_H

#include "canon/event.h"

/* A whole answer: the fold of its events. */
struct chat_answer {
    struct chat_blocks blocks;
    enum chat_stop stop;
    struct span sequence;
};

struct chat_reply {
    struct chat_answer *choice; /* in their order */
    int choices;
    struct usage usage;
    bool has_usage;
};

/* A sink that folds. Everything it keeps is in the arena. */
struct collect;

struct collect *collect_new(struct arena *arena);
struct chat_sink *collect_sink(struct collect *collect);

/* Ends an answer that broke off: what came of its last texts is part of it. */
void collect_close(struct collect *collect);

/* Choices without any event in between are empty. */
const struct chat_reply *collect_reply(struct collect *collect);

#endif
