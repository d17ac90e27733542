#ifndef PROVIDER_AGENT_H
#define PROVIDER_AGENT_H

#include "scene.h"

/*
 * Plays an agent's turn (behaviour `agent`): fills `calls`, `tool` and the words of the scene.
 * names: the tools that the request declares; the one that is called has to live as long as the scene.
 * result: the text of the last tool result if the request's last turn holds one, NULL otherwise.
 *
 * With a result the answer is that text. Without, it is one call: of the first tool that is known from a
 * real agent, with arguments that suit it, or else of the first tool. A request without tools is answered
 * as ever.
 */
void agent_act(struct scene *scene, const char *const *names, size_t count, const char *result, size_t len);

#endif
