#ifndef DIALECTS_CHAT_AIGNE_H
#define DIALECTS_CHAT_AIGNE_H

#include "dialects/dialect.h"

/*
 * AIGNE Hub's chat completions (POST …/chat/completions, …/completions, and /api/v2/chat without an `input`):
 * the parts of `chat_aigne`, which is in dialect.h. Requests are OpenAI Chat's, each name in camel or in
 * snake case, with `messages` or a `prompt`. Answers are a union: OpenAI's and, beside it, what AIGNE's
 * clients read.
 */

int chat_aigne_read_request(const struct chat_ask *ask, struct chat_request *request, struct error *err);

void chat_aigne_write_reply(const struct chat_head *head, const struct chat_reply *reply, struct buf *out);
struct chat_writer *chat_aigne_new_writer(const struct chat_head *head, struct arena *arena, struct buf *out);
void chat_aigne_write_event(struct chat_writer *writer, const struct chat_event *event);
void chat_aigne_write_failure(struct chat_writer *writer, struct buf *out, const struct error *err);

#endif
