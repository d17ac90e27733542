#ifndef FRONT_FCGI_H
#define FRONT_FCGI_H

#include <stdbool.h>

#include "hub.h"

/* To be called before any thread is made: libfcgi's start, with its waits shortened. */
void fcgi_start(void);

/* Whether descriptor 0 is a socket that waits for connections. */
bool fcgi_inherited(void);

/* Opens "unix:PATH" or "HOST:PORT". A socket file whose owner is dead is replaced. Returns the descriptor, or
 * -1 with err. */
int fcgi_listen(const char *address, struct error *err);

/*
 * Serves requests on a listening socket with a pool of threads that grows to
 * hub->threads as they are needed, until SIGTERM or SIGINT: then no request
 * is taken any more, `stopping` is called, running ones may go on for
 * drain_seconds, and are ended after that. `own` is the address that fcgi_listen() opened, NULL for an
 * inherited socket. All signals must be blocked when it is called. Returns false if some would not end: then
 * nothing that they use may be freed.
 */
bool fcgi_serve(struct hub *hub, int socket, const char *own, int stop_writer,
                void (*stopping)(struct hub *hub));

#endif
