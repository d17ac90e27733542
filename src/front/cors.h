#ifndef FRONT_CORS_H
#define FRONT_CORS_H

#include "hub.h"

/*
 * Scripts of web pages (the Fetch standard, 3.3): which pages may read the hub's answers.
 * Credentials are never allowed: a page needs a key, and sends it itself.
 */

/* Adds what the reply must tell the browser, whatever the reply will be. */
void cors_allow(struct exchange *x);

/* What else the answer to a preflight tells; `methods` as in Allow. */
void cors_preflight(struct exchange *x, const char *methods);

#endif
