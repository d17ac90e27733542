#ifndef FRONT_CGI_H
#define FRONT_CGI_H

#include <stdbool.h>

#include "hub.h"

/* Whether this process was started for one request, as plain CGI (RFC 3875). Its arguments may then be words
 * that the client chose. */
bool cgi_started(void);

/* Serves that request. SIGTERM, which web servers send when the client has left, writes to stop_writer. */
void cgi_serve(struct hub *hub, int stop_writer);

#endif
