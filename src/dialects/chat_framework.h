#ifndef DIALECTS_CHAT_FRAMEWORK_H
#define DIALECTS_CHAT_FRAMEWORK_H

#include "dialects/dialect.h"

/*
 * The chat of the AIGNE framework (POST /api/v2/chat with an `input`), which AIGNE's own clients speak: the
 * parts of `chat_framework`, which is in dialect.h. The assistant is an agent here, and the arguments of
 * calls are objects. A stream has no last event: it ends with its connection, and all of its data is JSON.
 */

int chat_framework_read_request(const struct chat_ask *ask, struct chat_request *request, struct error *err);

void chat_framework_write_reply(const struct chat_head *head, const struct chat_reply *reply,
                                struct buf *out);
struct chat_writer *chat_framework_new_writer(const struct chat_head *head, struct arena *arena,
                                              struct buf *out);
void chat_framework_write_event(struct chat_writer *writer, const struct chat_event *event);
void chat_framework_write_failure(struct chat_writer *writer, struct buf *out, const struct error *err);

#endif
