#ifndef RELAY_HISTORY_H
#define RELAY_HISTORY_H

#include "base/error.h"
#include "base/jsonscan.h"
#include "base/mem.h"
#include "base/tree.h"

/*
 * The messages of a session, a line of JSON for each as OpenAI's Chat has them, and how
 * many of the last ones go before a request.
 */
#define HISTORY_NONE ((size_t)-1)

struct history_line {
    struct span text; /* the whole object */
    int64_t tokens;   /* estimated */
    bool starts;      /* a conversation can begin with it: the user speaks */
    size_t caller;    /* of a tool's result: the line that called it; else HISTORY_NONE */
};

/* A call of the last line of the assistant's. */
struct history_call {
    struct span id, name; /* JSON strings */
    bool answered, taken; /* by a line, and by the request */
};

struct history {
    struct arena *arena;
    struct history_line *line;
    size_t count;
    struct history_call *call;
    size_t call_count, call_line;
    struct tree ids; /* of these calls; freed by history_free() */
};

/* Reads lines, which must stay. Returns 0; -1 with ERR_INTERNAL if they are not what the hub wrote. To be
 * freed in any case. */
int history_read(struct history *history, struct span lines, struct arena *arena, struct error *err);
void history_free(struct history *history);

/* The call without a result that a result of a new request belongs to, by its id, else by the name of its
 * function (NULL: not known): each call once. NULL: none. */
const struct history_call *history_answer(struct history *history, const char *id, const char *name);

/*
 * The first of the lines that are kept: as many of the last ones as have so many
 * tokens. The user speaks first in them, and each tool's result stands behind its call; what
 * the request itself answers is kept whatever it takes. `count`: none are kept.
 */
size_t history_fit(const struct history *history, int64_t tokens);

#endif
