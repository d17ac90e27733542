#ifndef ENDPOINTS_CALL_FILE_H
#define ENDPOINTS_CALL_FILE_H

#include "endpoints/call_walk.h"

/* Calls as a file, written while they are read. */
struct call_file {
    struct call_walk walk;
    const char *type, *name; /* its content type and how a browser calls it */
    take_call *line;         /* puts the line of a call into the piece */
    void (*broken)(struct buf *piece, void *arg, const char *why); /* and the line that says it breaks off */
    void *arg;                                                     /* of both */
    struct buf *piece; /* what stands before the first line; to be freed with buf_free() afterwards */
};
#define CALL_PIECE_MAX (CALL_BATCH * 2048u) /* what the buffer of a piece must hold */

/* Sends it. What fails before the first piece has a status of its own; later only the text itself can say
 * that it breaks off. Returns 0, or -1 with err. */
int call_file_send(struct call_file *file, struct error *err);

#endif
