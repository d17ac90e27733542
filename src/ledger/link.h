#ifndef LEDGER_LINK_H
#define LEDGER_LINK_H

#include "ledger/wire.h"

/*
 * One connection of this process to the keeper, shared by its threads. There is
 * no reading thread: whoever waits first reads for all, and hands the role on.
 */
struct link;

/* Takes over a connected, non-blocking socket and greets. NULL (and the socket is closed) if the keeper
 * does not greet back by the deadline (monotonic ms) or speaks another protocol. */
struct link *link_new(int fd, int64_t deadline);
struct link *link_hold(struct link *link);
void link_release(struct link *link);
bool link_dead(struct link *link);

enum link_result {
    LINK_ANSWERED, /* out and err tell the answer */
    LINK_LOST,     /* the keeper died over it: the operation may or may not have been done */
    LINK_PARTED,   /* the same, but the keeper went for another reason */
    LINK_LATE      /* no answer by the deadline */
};

/* Asks and waits until the deadline (monotonic ms). *rc is what the operation returned. */
enum link_result link_ask(struct link *link, enum operation op, const unsigned char id[OPERATION_ID],
                          const struct buf *arguments, struct buf *out, int64_t deadline, int *rc,
                          struct error *err);

#endif
