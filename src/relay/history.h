#ifndef RELAY_HISTORY_H
#define RELAY_HISTORY_H

#include "base/error.h"
#include "base/jsonscan.h"
#include "base/mem.h"

/*
 * The messages of a session, a line of JSON for each as OpenAI's Chat has them, and how
 * many of the last ones go before a request.
 */
#define HISTORY_NONE ((size_t)-1)

struct history_line {
    struct span text; /* the whole object */
    struct span calls;
    int64_t tokens; /* estimated */
    bool starts;    /* a conversation can begin with it: the user speaks */
    bool answers;   /* it is the assistant's */
    size_t caller;  /* of a tool's result: the line that called it; else HISTORY_NONE */
};

/* A call of the last line of the assistant's that has no result yet. */
struct history_call {
    struct span id, name; /* JSON strings */
    bool taken;
};

struct history {
    struct history_line *line;
    size_t count;
    struct history_call *open;
    size_t open_count;
    size_t open_line;
};

/* Reads lines, which must stay. Returns 0; -1 with ERR_INTERNAL if they are not what the hub wrote. */
int history_read(struct history *history, struct span lines, struct arena *arena, struct error *err);

/* The call that a result of a new request belongs to, by its id, else by the name of its function (NULL: not
 * known): each call once. NULL: none. */
const struct history_call *history_answer(struct history *history, const char *id, const char *name);

/*
 * The first of the lines that are kept: as many of the last ones as have so many
 * tokens. The user speaks first in them, and each tool's result stands behind its call; what
 * the request itself answers is kept whatever it takes. `count`: none are kept.
 */
size_t history_fit(const struct history *history, int64_t tokens);

#endif
