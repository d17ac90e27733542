#ifndef RELAY_RELAY_H
#define RELAY_RELAY_H

#include "dialects/dialect.h"
#include "dialects/task_dialect.h"
#include "hub.h"

/*
 * The story of one model call in a client's dialect: read, choose, reserve,
 * forward, pass or translate the answer, settle. `ask` holds what the path says
 * (model, stream), else zeros. Replies by itself once there is something to
 * reply; returns 0, or -1 with err, and then nothing was sent if the reply is
 * still fresh.
 */
int relay_chat(struct exchange *x, const struct chat_dialect *client, const struct chat_ask *ask,
               struct error *err);

/* Whose language a body is in, which may be anything but too long. */
typedef const struct chat_dialect *relay_language(struct span text);

/* The same on a path where several dialects meet: the body tells which of them it is. */
int relay_shared_chat(struct exchange *x, relay_language *speaks, const struct chat_ask *ask,
                      struct error *err);

/* The story of a task: the same in the language of one kind. `preset` holds what the path says (model,
 * stream), else zeros. */
int relay_task(struct exchange *x, const struct task_dialect *asked, const struct task *preset,
               struct error *err);

/* Whose language a body is in, which may be anything but too long. */
typedef const struct task_dialect *task_language(struct span text);
int relay_shared_task(struct exchange *x, task_language *tells, const struct task *preset, struct error *err);

#endif
