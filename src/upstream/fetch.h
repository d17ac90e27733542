#ifndef UPSTREAM_FETCH_H
#define UPSTREAM_FETCH_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/error.h"
#include "upstream/upstream.h"

/* How something that a client only names may be fetched. */
struct fetch_rules {
    size_t most;        /* bytes */
    int ms;             /* in all, more than 0 */
    bool private_hosts; /* also from addresses that the Internet does not reach */
    struct watch watch; /* who may end it */
    bool https_only;    /* nowhere without TLS, wherever it is redirected to */
};

/*
 * Fetches a URL (http, https) that a client named. Only public addresses are
 * connected to: each is looked at after its name was resolved, so that neither a
 * name that changes nor a redirection leads elsewhere. Nothing of the client or
 * the hub is sent along.
 * Fills `out` (made here, to be freed by the caller) and the content type, lower case
 * without parameters. Returns 0; -1 with ERR_REQUEST and a sentence that may be shown,
 * or with ERR_GONE or ERR_UNAVAILABLE if somebody ended it.
 */
#define FETCH_TYPE 128
int fetch_url(struct upstream *upstream, const char *url, const struct fetch_rules *rules, struct buf *out,
              char type[FETCH_TYPE], struct error *err);

/* Whether an address (struct sockaddr of IPv4 or IPv6) may be connected to: one that the Internet reaches, or
 * with private hosts any but those where machines answer about themselves. */
struct sockaddr;
bool fetch_may_reach(const struct sockaddr *address, bool private_hosts);

#endif
