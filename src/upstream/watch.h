#ifndef UPSTREAM_WATCH_H
#define UPSTREAM_WATCH_H

#include <stdbool.h>

#include "base/error.h"

/* Who may end an exchange before its time: a client that leaves, a hub that stops. */
struct watch {
    int client_fd;                  /* shows a hang-up when polled; -1: not watched */
    int stop_fd;                    /* readable: end now; -1: not watched */
    bool (*client_gone)(void *arg); /* asked when client_fd shows something; NULL: any sign means gone */
    void *arg;
    bool talked; /* the client sent bytes that nobody reads: only a hang-up is of interest from then on */
};

/*
 * Waits until something happens to the transfers of a multi handle of libcurl
 * (a CURLM *), but at most so many ms. Returns 0, or -1 with ERR_GONE (the
 * client) or ERR_UNAVAILABLE (the hub) when the exchange has to end.
 */
int watch_poll(struct watch *watch, void *multi, int ms, struct error *err);

/* The same where nothing but time is waited for. */
int watch_nap(struct watch *watch, int ms, struct error *err);

#endif
