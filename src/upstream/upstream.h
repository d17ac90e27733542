#ifndef UPSTREAM_UPSTREAM_H
#define UPSTREAM_UPSTREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/jsonscan.h"
#include "upstream/watch.h"

/*
 * One HTTP exchange with a provider. Connections are kept and used again, the
 * last used first; DNS, TLS sessions and one certificate store are shared by
 * all threads of the process.
 */
struct upstream;

/* few: for a process that makes one call and ends (plain CGI): no connection is kept. Never NULL. */
struct upstream *upstream_new(bool few);
void upstream_free(struct upstream *upstream);

/* Makes a handle of libcurl (a CURL *) trust what all exchanges trust. */
void upstream_trust(struct upstream *upstream, void *easy);

struct upstream_request {
    const char *method; /* "GET", "HEAD" or "POST" */
    const char *url;
    const char *const *headers; /* "Name: value" */
    size_t header_count;
    const struct span *body; /* sent one after the other, a short one is joined first */
    size_t body_parts;
    /* Instead of these: up to `room` bytes of the body from an offset on, one at least. It is asked in order,
     * but from 0 again where a kept connection was dead. -1 ends the exchange with ERR_INTERNAL. NULL: `body`
     * is sent. */
    long (*pull)(void *arg, int64_t offset, char *out, size_t room);
    void *pull_arg;
    int64_t pull_length;    /* of the whole body */
    bool chunked;           /* the body goes without saying its length first, */
    int part_pause;         /* and with a pause of so many ms behind each part */
    const char *peer;       /* what messages call who is asked; NULL: "provider" */
    int connect_timeout;    /* seconds; all of them 0: none */
    int first_byte_timeout; /* from the end of the request (of a short one: from its start) to the head of the
                               answer */
    int idle_timeout;       /* between two pieces of the body */
    int total_timeout;
    int silence_timeout; /* after so many seconds without a piece `silence` is called, and again */
    struct watch watch;  /* who may end it */
};

struct upstream_head {
    int status;
    char content_type[128]; /* lower case, without parameters */
    char retry_after[64];   /* as sent, "" if not */
    int64_t length;         /* of the body, as it was said; -1: it was not, or the body comes in a coding */
};

/* What the caller wants to be told. Each returns 0 to go on, or -1 with err, which ends the exchange. */
struct upstream_sink {
    int (*head)(void *arg, const struct upstream_head *head, struct error *err);
    int (*body)(void *arg, const char *bytes, size_t len,
                struct error *err);               /* decoded if it came compressed */
    int (*pause)(void *arg, struct error *err);   /* all that came together was told; NULL: nothing happens */
    int (*silence)(void *arg, struct error *err); /* NULL: nothing happens */
    /* Whether all that is wanted was told: then the provider gets a moment to end, so that its connection can
     * be kept, and it is no error if it does not. NULL: never. */
    bool (*complete)(void *arg);
    void *arg;
    void (*line)(void *arg, const char *line, size_t len); /* each line of the head less its end, those of a
                                                              1xx too; NULL: nothing happens */
    void (*untrusted)(void *arg); /* -1 will be returned because TLS failed; NULL: nothing happens */
};

/*
 * Returns 0 when the answer came whole, whatever its status. Otherwise -1:
 * ERR_UPSTREAM (no connection, TLS, reset, cut, malformed), ERR_TIMEOUT,
 * ERR_GONE (the client left), ERR_UNAVAILABLE (stop_fd), or what the sink said.
 * The message never holds the URL's query, a header or a secret.
 */
int upstream_call(struct upstream *upstream, const struct upstream_request *request,
                  const struct upstream_sink *sink, struct error *err);

#endif
