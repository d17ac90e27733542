#ifndef FRONT_ACCESS_H
#define FRONT_ACCESS_H

#include "hub.h"

/* Writes the line that the access log gets for a request when it has ended. started: monotonic ms. */
void access_log(struct exchange *x, const struct error *err, int64_t started);

#endif
