#ifndef LEDGER_WIRE_H
#define LEDGER_WIRE_H

#include <stdint.h>

#include "base/buf.h"
#include "base/error.h"
#include "ledger/operation.h"

/*
 * How processes speak with the keeper: over a Unix socket in the data directory,
 * on one machine. Both sides greet; then frames of a length and as many bytes.
 *   question: ticket, operation, operation id, arguments
 *   answer:   ticket, 0 and the answer, or 1 and the error
 * A keeper that hands over says farewell: an answer with a ticket that nobody has.
 */
#define WIRE_MAGIC     0x4b484941u /* "AIHK" */
#define WIRE_PROTOCOL  11
#define WIRE_FRAME_MAX (64u << 10)
#define WIRE_BODY_MAX  (WIRE_FRAME_MAX - 64) /* arguments or answer */
#define WIRE_SOCKET    "sock"
#define WIRE_FAREWELL  0 /* ticket */

struct wire_greeting {
    uint32_t magic, protocol, schema;
};

/* Adds a frame to out. */
void wire_question(struct buf *out, uint64_t ticket, enum operation op, const unsigned char id[OPERATION_ID],
                   const struct buf *arguments);
void wire_answer(struct buf *out, uint64_t ticket, int rc, const struct buf *answer, const struct error *err);

/* Cuts the first frame off bytes: returns its whole length with *frame set to what is inside, 0 if it is not
 * complete, -1 if it is malformed. */
long wire_cut(const char *bytes, size_t len, struct unpack *frame);

/* The rest of an answer behind its ticket: 0 with the answer left in `frame`, or -1 with err. */
int wire_read_answer(struct unpack *frame, struct error *err);

/* The directory's socket as an address; long paths go by way of /proc. Returns -1 if that cannot be. */
struct sockaddr_un;
int wire_address(int directory_fd, const char *directory, const char *name, struct sockaddr_un *address);

#endif
