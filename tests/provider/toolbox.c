/* The tools of a request, and which of them are called. Knows no API. */
#include "toolbox.h"

#include <stdlib.h>
#include <string.h>

#include "agent.h"
#include "base/mem.h"

void toolbox_add(struct toolbox *box, struct tool tool) {
    if (box->count == box->room) {
        box->room = box->room ? box->room * 2 : 16;
        box->tools = xrealloc(box->tools, box->room * sizeof *box->tools);
    }
    box->tools[box->count++] = tool;
}

void toolbox_free(struct toolbox *box) {
    free(box->tools);
}

void toolbox_choose(struct toolbox *box, const char *name) {
    for (size_t i = box->chosen; i < box->count; i++) {
        struct tool tool = box->tools[i];
        if (strcmp(tool.name, name) != 0)
            continue;
        box->tools[i] = box->tools[box->chosen];
        box->tools[box->chosen++] = tool;
        return;
    }
}

/* What is called if nothing is declared, as models do that imagine a tool. */
static const struct tool imagined = {.name = "lookup"};

void toolbox_plan(const struct toolbox *box, struct scene *scene, const char *result, size_t len) {
    size_t count = box->chosen ? box->chosen : box->count;
    const struct tool *tool = count > 0 ? box->tools : &imagined;
    bool forced = box->choice == CHOICE_FORCED;
    if (box->choice == CHOICE_NONE)
        scene->calls = 0;
    else if (forced && scene->calls == 0)
        scene->calls = count > 0;
    if (scene->how.agent) {
        size_t callable = box->choice == CHOICE_NONE ? 0 : count;
        const struct tool *called = agent_act(scene, box->tools, callable, forced ? NULL : result, len);
        tool = called ? called : tool;
    }
    if (box->single && scene->calls > 1)
        scene->calls = 1;
    scene->tool = tool->name;
    scene->space = tool->space;
    scene->freeform = tool->custom;
}
