/*
 * Answers that no client should have to bear: what is no HTTP, and what has no end. It is made piece by
 * piece, as fast as the peer takes it.
 */
#include <string.h>

#include "answer.h"

#define PIECE      65536
#define BOMB_PIECE (1u << 20)
#define CRLF       "\r\n"

static struct buf *begin(struct answer *answer) {
    answer->reply.status = 200;
    return answer->reply.out;
}

static const char *type_of(const struct answer *answer) {
    return answer->scene.stream ? "text/event-stream" : "application/json";
}

static int64_t play_no_http(struct answer *answer) {
    buf_puts(begin(answer), "SSH-2.0-OpenSSH_9.2" CRLF);
    return ANSWER_CUT;
}

static int64_t play_bad_status(struct answer *answer) {
    buf_printf(begin(answer), "HTTP/1.1 fine" CRLF "Content-Type: %s" CRLF "Content-Length: 2" CRLF CRLF "{}",
               type_of(answer));
    return ANSWER_CUT;
}

static int64_t put_piece(struct answer *answer) {
    char piece[PIECE];
    memset(piece, 'y', sizeof piece);
    buf_add(answer->reply.out, piece, sizeof piece);
    return 0;
}

static int64_t play_endless_head(struct answer *answer) {
    if (answer->reply.status == 0)
        buf_puts(begin(answer), "HTTP/1.1 200 OK" CRLF "X-Endless: ");
    return put_piece(answer);
}

static int64_t play_endless(struct answer *answer) {
    if (answer->reply.status == 0)
        buf_printf(begin(answer),
                   "HTTP/1.1 200 OK" CRLF "Content-Type: %s" CRLF "Connection: close" CRLF CRLF
                   "%s{\"id\":\"",
                   type_of(answer), answer->scene.stream ? "data: " : "");
    return put_piece(answer);
}

static int64_t play_bomb(struct answer *answer) {
    if (answer->reply.status == 0)
        buf_printf(begin(answer),
                   "HTTP/1.1 200 OK" CRLF "Content-Type: %s" CRLF "Content-Encoding: gzip" CRLF
                   "Connection: close" CRLF CRLF,
                   type_of(answer));
    if (answer->position++ < (unsigned)answer->scene.how.bomb) {
        gzip_add_zeros(&answer->reply.gzip, answer->reply.out, BOMB_PIECE);
        return 0;
    }
    gzip_end(&answer->reply.gzip, answer->reply.out);
    return ANSWER_CUT;
}

bool abuse_play(struct answer *answer, int64_t *result) {
    const struct behaviour *how = &answer->scene.how;
    if (how->nohttp)
        *result = play_no_http(answer);
    else if (how->badstatus)
        *result = play_bad_status(answer);
    else if (how->endlesshead)
        *result = play_endless_head(answer);
    else if (how->endless)
        *result = play_endless(answer);
    else if (how->bomb)
        *result = play_bomb(answer);
    else
        return false;
    return true;
}
