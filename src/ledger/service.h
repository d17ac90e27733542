#ifndef LEDGER_SERVICE_H
#define LEDGER_SERVICE_H

#include "ledger/wire.h"

/*
 * The keeper's door for other processes: one thread that reads what they ask,
 * does it, and answers. Questions that wait together are done together, and
 * flushed once if they must reach the disk.
 */
struct service_owner {
    /* Does one operation. As book_apply(). */
    int (*apply)(void *arg, enum operation op, const unsigned char id[OPERATION_ID], struct unpack *in,
                 struct buf *out, bool *wrote, struct error *err);
    /* Makes durable what was written, if the durability asks for it. */
    int (*written)(void *arg);
    /* A peer is gone: perhaps it died and left something. */
    void (*peer_left)(void *arg);
    /* A newer program wants to be keeper. Must not block. */
    void (*step_down)(void *arg);
    void *arg;
};

struct service;

/* Takes over a listening socket and starts the thread. NULL if no thread can be had. */
struct service *service_start(int listener, const struct service_owner *owner);

/* Listens to this socket, which it takes over, instead of the one before. Who is connected stays so. */
void service_move(struct service *service, int listener);

/* Ends the thread and all connections: those who ask notice and look for the next keeper. */
void service_stop(struct service *service);

#endif
