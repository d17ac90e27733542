#ifndef DIALECTS_IMAGE_OPENAI_H
#define DIALECTS_IMAGE_OPENAI_H

#include "canon/image.h"
#include "dialects/task_dialect.h"

/* OpenAI's pictures: what the dialects of making, changing and varying them have in common. */

/* The members of a whole answer. ERR_UPSTREAM. */
int image_openai_read_reply(struct span text, const struct task *task, struct task_reply *reply,
                            struct error *err);
int image_openai_look(struct span text, const struct task *task, struct task_reply *reply, bool *fits,
                      struct error *err);
bool image_openai_look_event(struct span data, const struct task *task, struct task_reply *reply);

void image_openai_write_reply(const struct chat_head *head, const struct task *task,
                              const struct task_reply *reply, struct joint *out);
void image_openai_write_stream(const struct chat_head *head, const struct task *task,
                               const struct task_reply *reply, struct joint *out);

/* Who always gives data refuses to be asked how. */
const char *image_openai_omits(const struct task *task, const char *model);

/* What a provider's model takes of the wishes; the rest is noted as dropped. */
bool image_openai_takes(const struct task *task, const char *model, enum image_wish wish);

#endif
