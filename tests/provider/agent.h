#ifndef PROVIDER_AGENT_H
#define PROVIDER_AGENT_H

#include "scene.h"
#include "toolbox.h"

/*
 * Plays an agent's turn (behaviour `agent`): fills `calls` and the words of the scene.
 * tools: those that may be called.
 * result: the text of the last tool result if the request's last turn holds one, NULL otherwise.
 *
 * With a result the answer is that text. Without, it is one call: of the first tool that is known from a
 * real agent, with arguments that suit it, or else of the first tool. Without tools the request is answered
 * as ever. Returns the tool that is called; NULL: none is.
 */
const struct tool *agent_act(struct scene *scene, const struct tool *tools, size_t count, const char *result,
                             size_t len);

#endif
