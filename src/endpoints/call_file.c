/* Calls as a file: a step of the ledger, a piece of the answer. */
#include "endpoints/call_file.h"

static int send_piece(struct call_file *file, struct error *err) {
    struct buf *piece = file->piece;
    int rc = reply_write(file->walk.x->reply, piece->data ? piece->data : "", piece->len, err);
    buf_clear(piece);
    return rc;
}

static int read_piece(struct call_file *file, struct error *err) {
    return call_walk_step(&file->walk, CALL_BATCH, file->line, file->arg, err);
}

static void begin(struct call_file *file) {
    struct exchange *x = file->walk.x;
    reply_begin(x->reply, 200, file->type);
    reply_header(x->reply, "x-request-id", exchange_id(x));
    reply_header(x->reply, "Content-Disposition",
                 arena_printf(x->arena, "attachment; filename=\"%s\"", file->name));
    reply_header(x->reply, "Cache-Control", "no-store");
}

/* Of what went wrong in the ledger the client is told no more than that. */
static void send_broken(struct call_file *file, const struct error *why) {
    struct error ignored = {0};
    file->broken(file->piece, file->arg,
                 why->kind == ERR_REQUEST ? why->message : "The hub's ledger cannot be reached.");
    send_piece(file, &ignored);
}

int call_file_send(struct call_file *file, struct error *err) {
    int more = read_piece(file, err);
    if (more < 0)
        return -1;
    begin(file);
    while (send_piece(file, err) == 0 && more == 0 && !file->walk.entries.ended &&
           !file->walk.x->reply->head_only) {
        more = read_piece(file, err);
        if (more < 0) {
            send_broken(file, err);
            break;
        }
    }
    return err->kind ? -1 : 0;
}
