#ifndef AIHUB_RELAY_H
#define AIHUB_RELAY_H

#include "hub.h"

/*
 * The story of one model call: read, choose, reserve, forward, pass the answer
 * on, settle. Replies by itself once there is something to reply; returns 0, or
 * -1 with err, and then nothing was sent if the reply is still fresh.
 */
int relay_chat(struct exchange *x, bool always_stream, struct error *err);

#endif
