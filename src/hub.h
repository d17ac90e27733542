#ifndef AIHUB_HUB_H
#define AIHUB_HUB_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/budget.h"
#include "config.h"
#include "front/body.h"
#include "front/reply.h"
#include "front/request.h"
#include "ledger/ledger.h"
#include "live.h"
#include "upstream/upstream.h"

/* How this process was started. */
enum hub_start {
    HUB_CGI,     /* for one request */
    HUB_SPAWNED, /* with a socket that whoever started it listens on */
    HUB_LISTENS, /* by itself, with --listen */
};

/* The world of one process: made at start, shared by its threads. */
struct hub {
    struct live *live; /* the configuration */
    struct upstream *upstream;
    struct ledger *ledger; /* NULL until a good configuration was read; see hub_ledger() */
    pthread_mutex_t ledger_lock;
    int stop_fd; /* becomes readable when running streams must end */
    enum hub_start start;
    int threads;     /* most requests at once; 1 where the web server sends one at a time */
    atomic_int busy; /* requests in work */
    struct budget body_memory;
    struct budget spooled; /* bytes of files in the data directory */
};

/* The ledger of the configuration first read; changing its settings needs a new process. Never NULL. */
struct ledger *hub_ledger(struct hub *hub, const struct config *config);

/* What the access line tells. */
struct trace {
    const char *user, *model, *provider, *outcome; /* NULL: not known */
    uint64_t key;
    struct usage usage;
    nanos cost;
    bool called;
};

struct route;
struct event_array;
struct chat_dialect;

/* Whose paths alone stand behind a prefix, as several documents have the same ones. */
enum surface { SURFACE_SHARED, SURFACE_AIGNE, SURFACE_INDOX };

/* Everything about one request. */
struct exchange {
    struct hub *hub;
    const struct config *config; /* held as long as the exchange; NULL while none is good */
    struct arena *arena;
    struct request *request;
    struct reply *reply;
    const struct route *route;
    const char *base;                  /* what stands before the hub's paths: "/ai", "" for the root */
    const char *path;                  /* below the hub's base; NULL: not below it */
    enum surface surface;              /* whose prefix stands before the path's rest, see enum route_flag */
    const char *rest;                  /* what the path has in the place of the route's '*' */
    const struct chat_dialect *speaks; /* whose language the body turned out to be in; NULL: the path says */
    const char *id;                    /* of the call, once there is one; see exchange_id() */
    struct event_array *array;         /* the frame of a stream that is asked for as one; NULL: it is not */
    bool events_only;                  /* errors are events too, as who asks reads nothing else */
    struct trace trace;
    bool allowance_told; /* see allowance_tell() */
};

/* What its body may take. */
struct body_rules exchange_body_rules(const struct exchange *x);

/* What x-request-id and the access line say: the call's id, or a random one for a request without a call. */
const char *exchange_id(struct exchange *x);

/* Answers with JSON and status 200. */
int exchange_reply_json(struct exchange *x, const struct buf *body, struct error *err);

/* Finishes a begun reply with an error's body, in the frame that the answer would have had. */
int exchange_refuse(struct exchange *x, struct span text, struct error *err);

#endif
