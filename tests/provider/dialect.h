#ifndef PROVIDER_DIALECT_H
#define PROVIDER_DIALECT_H

#include "base/buf.h"
#include "base/error.h"
#include "scene.h"

enum event_kind {
    EVENT_FRAME,   /* belongs to the form of the stream */
    EVENT_CONTENT, /* carries a word */
    EVENT_END      /* there is no such event: the stream is over */
};

/* What must be known of an API that the provider plays. Another API is a file with this and a row
 * of the routes in answer.c. */
struct dialect {
    /* Checks scene->body as strictly as the real API does and fills the scene from it. */
    int (*read)(struct scene *scene, struct error *err);

    /* The answer to a request that is not streamed. */
    void (*write_whole)(const struct scene *scene, struct buf *json);

    /* The data of the event at a position (from 0) of the stream. */
    enum event_kind (*write_event)(const struct scene *scene, unsigned position, struct buf *data);

    /* The body of a refusal, and of an error within a stream. */
    void (*write_error)(const struct error *err, struct buf *json);
};

extern const struct dialect dialect_chat;

#endif
