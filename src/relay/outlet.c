/* What leaves for the client: the head of an answer, and the bytes of a stream in the frame that it asked
 * for. */
#include <string.h>

#include "dialects/event_array.h"
#include "relay/call.h"

#define DROPPED_MOST 1024                /* bytes of the header that names what was left out */
#define FRAMED_MOST  ((size_t)128 << 20) /* bytes of one piece of a framed stream */

/* ---- heads ---------------------------------------------------------------------- */

static void tell_call(struct relay *r) {
    struct reply *reply = r->x->reply;
    reply_header(reply, "x-request-id", exchange_id(r->x));
    if (r->client->id_header)
        reply_header(reply, r->client->id_header, exchange_id(r->x));
    relay_tell_session(r);
    if (relay_told_output(r))
        reply_header_number(reply, "x-aihub-max-output", relay_told_output(r));
    if (r->request && r->request->dropped)
        reply_header(reply, "x-aihub-dropped", chat_dropped_names(r->request, DROPPED_MOST));
}

void relay_begin_answer(struct relay *r, int status, const char *type) {
    reply_begin(r->x->reply, status, type);
    tell_call(r);
}

void relay_begin_reply(struct relay *r, int status) {
    relay_begin_answer(r, status, "application/json");
}

static void begin_stream(struct relay *r) {
    if (r->x->reply->state != REPLY_FRESH)
        return;
    reply_begin_events(r->x->reply, r->x->array ? EVENT_ARRAY_TYPE : r->client->stream_type);
    tell_call(r);
}

/* ---- a stream ------------------------------------------------------------------- */

static int send_framed(struct relay *r, const struct buf *framed) {
    if (framed->overflow)
        return error_set(r->err, ERR_UPSTREAM, "An event of the provider is too long.");
    return reply_write(r->x->reply, framed->data ? framed->data : "", framed->len, r->err);
}

static int write_to_array(struct relay *r, struct span bytes) {
    struct buf framed;
    buf_init(&framed, FRAMED_MOST);
    int rc = event_array_feed(r->x->array, bytes, &framed, r->err);
    if (rc == 0 && r->ended)
        event_array_end(r->x->array, &framed);
    if (rc == 0)
        rc = send_framed(r, &framed);
    buf_free(&framed);
    return rc;
}

int relay_write(struct relay *r, struct span bytes) {
    begin_stream(r);
    relay_keep_piece(r, bytes);
    return r->x->array ? write_to_array(r, bytes) : reply_write(r->x->reply, bytes.at, bytes.len, r->err);
}

static int write_rest(struct relay *r) {
    struct buf framed;
    if (!r->x->array)
        return relay_write(r, (struct span){r->client->keep_alive, strlen(r->client->keep_alive)});
    buf_init(&framed, FRAMED_MOST);
    event_array_rest(r->x->array, &framed);
    begin_stream(r);
    int rc = send_framed(r, &framed);
    buf_free(&framed);
    return rc;
}

/* What only passes may come as a whole, whatever was asked: a stream must not have begun then. */
static bool may_be_whole(const struct relay *r) {
    return r->task && !r->asked->write_stream && !r->streams;
}

int relay_rest(struct relay *r) {
    if (!r->ask.stream || (!r->x->array && !r->client->keep_alive) || may_be_whole(r))
        return 0;
    return write_rest(r) < 0 ? -1 : reply_flush(r->x->reply, r->err);
}
