#ifndef FRONT_ROUTES_H
#define FRONT_ROUTES_H

#include "base/error.h"
#include "dialects/dialect.h"
#include "hub.h"

/* Answers one request, its body or an error of it, unless it replied already. Returns 0 or -1. */
typedef int route_handler(struct exchange *x, struct error *err);

enum route_flag {
    ROUTE_JSON = 1 << 0,   /* takes a JSON body: another content type is refused */
    ROUTE_CALL = 1 << 1,   /* takes its time, as providers do: not for the thread that is kept for health */
    ROUTE_BARE = 1 << 2,   /* works without a configuration */
    ROUTE_HIDDEN = 1 << 3, /* its path does not exist, unless the handler says so */
    ROUTE_AIGNE = 1 << 8,  /* is also below /aigne, where there are only AIGNE Hub's paths */
    ROUTE_INDOX = 1 << 9,  /* the same of /indox and IndoxRouter's */
    ROUTE_HOST = 1 << 4,   /* also at the root of the host, where its clients look whatever the base is */
};

/* One row of the table of what a client can ask for. */
struct route {
    const char *method; /* "*": any */
    const char *path;   /* a '*' at its end takes the rest */
    route_handler *handler;
    unsigned flags;
    const struct chat_dialect *dialect; /* of its errors; NULL: that of who asks */
};

/* The table, and how many rows it has. */
extern const struct route routes[];
extern const size_t route_count;

/* The error of a path that does not exist; returns -1. */
int route_unknown(struct error *err);

/*
 * One request from its first variable to its access line: finds the route,
 * applies its policy, calls its handler, turns an error into bytes. Never fails:
 * all that can go wrong is an answer, or a client that is gone.
 */
void routes_serve(struct hub *hub, const struct request_source *source, const struct reply_writer *writer);

#endif
