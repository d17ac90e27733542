#ifndef PROVIDER_CHAT_CHECK_H
#define PROVIDER_CHAT_CHECK_H

#include <jansson.h>
#include <stdbool.h>

#include "base/error.h"
#include "fields.h"

/* Refuses what OpenAI refuses in a chat request. `loose` lets unknown top-level members pass. */
int chat_check(json_t *body, bool loose, struct error *err);

/* The messages: roles, contents, and that tool calls and their results pair. */
int chat_check_messages(json_t *messages, const struct place *where, struct error *err);

/* tools and tool_choice, where the request has them. */
int chat_check_tools(json_t *body, struct error *err);

#endif
