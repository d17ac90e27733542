#ifndef PROVIDER_TOOLBOX_H
#define PROVIDER_TOOLBOX_H

#include <stdbool.h>
#include <stddef.h>

#include "scene.h"

/* A tool that can be called. The strings belong to the request. */
struct tool {
    const char *name;
    const char *space; /* the namespace it is in, NULL: none */
    bool custom;       /* its argument is a text, not JSON */
};

enum tool_choice {
    CHOICE_FREE,   /* the answer may make calls */
    CHOICE_NONE,   /* it must not */
    CHOICE_FORCED, /* it must */
};

/* The tools that a request declares, in its order, and what it says about calls. Starts as zeros. */
struct toolbox {
    struct tool *tools;
    size_t count, room;
    size_t chosen; /* so many of them, from the first, are the only ones that may be called; 0: all may */
    enum tool_choice choice;
    bool single; /* one call at most */
};

void toolbox_add(struct toolbox *box, struct tool tool);
void toolbox_free(struct toolbox *box);

/* Only this tool, and others that are chosen, may be called. One that was not declared changes nothing. */
void toolbox_choose(struct toolbox *box, const char *name);

/*
 * Plans the calls of the answer: their number and the tool, by the behaviours `tools` and `agent`, as far as
 * the choice allows. result: the text of the last tool result if the request's last turn holds one, NULL
 * otherwise.
 */
void toolbox_plan(const struct toolbox *box, struct scene *scene, const char *result, size_t len);

#endif
