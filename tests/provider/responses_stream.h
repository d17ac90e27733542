#ifndef PROVIDER_RESPONSES_STREAM_H
#define PROVIDER_RESPONSES_STREAM_H

#include "dialect.h"

/* As struct dialect wants them. */
enum event_kind responses_write_event(const struct scene *scene, unsigned position, struct buf *data);
bool responses_write_failure(const struct scene *scene, unsigned position, unsigned i,
                             const struct error *err, struct buf *data);

#endif
