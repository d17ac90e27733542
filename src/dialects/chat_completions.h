#ifndef DIALECTS_CHAT_COMPLETIONS_H
#define DIALECTS_CHAT_COMPLETIONS_H

#include "dialects/dialect.h"

/* OpenAI's legacy Completions (POST /v1/completions): the parts of `chat_completions`, which is in dialect.h.
 * It is a language of clients only. */

#define CHAT_COMPLETIONS_CHOICES CHAT_CHOICES_MOST

void chat_completions_write_reply(const struct chat_head *head, const struct chat_reply *reply,
                                  struct buf *out);
struct chat_writer *chat_completions_new_writer(const struct chat_head *head, struct arena *arena,
                                                struct buf *out);
void chat_completions_write_event(struct chat_writer *writer, const struct chat_event *event);

#endif
