#ifndef PROVIDER_SERVER_H
#define PROVIDER_SERVER_H

#include <signal.h>

#include "answer.h"
#include "tls.h"

/*
 * Serves the connections of a listening socket (it must not block) until *stop
 * is not 0; `waiting` are the signals that are blocked while it waits, so that
 * none is missed in between. tls: NULL for plain HTTP. Returns 0, or -1 after
 * a message on stderr if it cannot begin.
 */
int server_run(int listener, struct tls_server *tls, struct provider *provider,
               const volatile sig_atomic_t *stop, const sigset_t *waiting);

#endif
