#ifndef UPSTREAM_DEMO_H
#define UPSTREAM_DEMO_H

#include "upstream/upstream.h"

/* The provider within the hub: answers a chat request offline, word by word with gap_ms between two, and says
 * that it is a demo. Returns as upstream_call(). */
int demo_call(const struct upstream_request *request, int gap_ms, const struct upstream_sink *sink,
              struct error *err);

#endif
