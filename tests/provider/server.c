/*
 * The provider's connections: one thread, one epoll. A connection reads a
 * request, steps its answer until that is over, and reads the next one.
 */
#include "server.h"

#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/mem.h"
#include "timers.h"

#define READ_SIZE 65536
#define OUT_HIGH 65536 /* an answer is not stepped while the peer leaves more than this unread */
#define EVENTS_AT_ONCE 256

enum conn_state {
    CONN_READING, /* waits for a request */
    CONN_ANSWERING,
    CONN_FLUSHING, /* the answer is over, its last bytes are still here */
};

struct conn {
    struct server *server;
    struct conn *next, *prev;
    int fd;
    struct tls *tls; /* NULL: plain */
    enum conn_state state;
    bool close;          /* after the answer */
    bool writable;       /* epoll is asked to tell when it can be written to */
    bool continued;      /* "100 Continue" was sent */
    enum answer_end end; /* of an answer that is over */
    struct buf in, out;
    size_t out_sent;
    struct http_reader reader;
    struct answer answer;
    struct timer timer; /* of the next step */
};

struct server {
    int epoll, listener;
    struct tls_server *tls;
    struct provider *provider;
    struct timers timers;
    struct conn *conns;
    char scratch[READ_SIZE];
};

/* ---- coming and going ---- */

static void conn_free(struct conn *conn) {
    struct server *server = conn->server;
    if (conn->state != CONN_READING)
        answer_end(&conn->answer, server->provider, END_CANCELLED);
    timers_clear(&server->timers, &conn->timer);
    *(conn->prev ? &conn->prev->next : &server->conns) = conn->next;
    if (conn->next)
        conn->next->prev = conn->prev;
    tls_free(conn->tls);
    close(conn->fd);
    buf_free(&conn->in);
    buf_free(&conn->out);
    free(conn);
}

static void conn_new(struct server *server, int fd) {
    struct conn *conn = xcalloc(1, sizeof *conn);
    int on = 1;
    *conn = (struct conn){.server = server, .fd = fd, .next = server->conns, .timer.owner = conn};
    if (server->conns)
        server->conns->prev = conn;
    server->conns = conn;
    buf_init(&conn->in, HTTP_MAX_HEAD + 2 * HTTP_MAX_BODY);
    buf_init(&conn->out, SIZE_MAX / 2);
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = conn};
    if (server->tls)
        conn->tls = tls_new(server->tls, fd);
    if ((server->tls && !conn->tls) || epoll_ctl(server->epoll, EPOLL_CTL_ADD, fd, &event))
        conn_free(conn);
}

static void accept_all(struct server *server) {
    int fd;
    while ((fd = accept4(server->listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) {
        server->provider->stats.connections++;
        conn_new(server, fd);
    }
}

/* ---- bytes ---- */

static ssize_t conn_read(struct conn *conn, void *bytes, size_t room) {
    return conn->tls ? tls_read(conn->tls, bytes, room) : recv(conn->fd, bytes, room, 0);
}

static ssize_t conn_write(struct conn *conn, const void *bytes, size_t len) {
    return conn->tls ? tls_write(conn->tls, bytes, len) : send(conn->fd, bytes, len, MSG_NOSIGNAL);
}

static void want_writable(struct conn *conn, bool want) {
    if (conn->writable == want)
        return;
    conn->writable = want;
    struct epoll_event event = {.events = EPOLLIN | (want ? EPOLLOUT : 0), .data.ptr = conn};
    epoll_ctl(conn->server->epoll, EPOLL_CTL_MOD, conn->fd, &event);
}

/* Sends what there is. Returns -1 if the connection is broken. */
static int flush(struct conn *conn) {
    while (conn->out_sent < conn->out.len) {
        ssize_t n =
            conn_write(conn, conn->out.data + conn->out_sent, conn->out.len - conn->out_sent);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && errno != EAGAIN)
            return -1;
        if (n < 0)
            break;
        conn->out_sent += (size_t)n;
    }
    if (conn->out_sent == conn->out.len) {
        buf_clear(&conn->out);
        conn->out_sent = 0;
    }
    want_writable(conn, conn->out.len > 0);
    return 0;
}

/* Takes in what has come. Returns -1 if the peer is gone or sends without end. */
static int fill(struct conn *conn) {
    char *scratch = conn->server->scratch;
    ssize_t n;
    do {
        n = conn_read(conn, scratch, READ_SIZE);
        if (n < 0)
            return errno == EAGAIN || errno == EINTR ? 0 : -1;
        if (n == 0)
            return -1;
        buf_add(&conn->in, scratch, (size_t)n);
        if (conn->in.overflow)
            return -1;
    } while (conn->tls || n == READ_SIZE);
    return 0;
}

/* ---- requests and answers ---- */

/* Begins the answer to the next request, if it is whole. */
static void read_request(struct conn *conn) {
    struct provider *provider = conn->server->provider;
    struct http_request request;
    struct error err = {0};
    int whole = http_read(&conn->reader, &conn->in, &request, &err);
    if (whole == 0) {
        if (conn->reader.head && request.expect && !conn->continued)
            buf_puts(&conn->out, "HTTP/1.1 100 Continue\r\n\r\n");
        conn->continued = conn->reader.head && request.expect;
        return;
    }
    conn->continued = false;
    conn->state = CONN_ANSWERING;
    conn->timer.due = 0;
    conn->close = whole < 0 || request.close;
    if (whole < 0) {
        answer_begin_refusal(&conn->answer, provider, &err, &conn->out);
        return;
    }
    answer_begin(&conn->answer, provider, &request, &conn->out);
    http_consume(&conn->reader, &conn->in);
    if (conn->in.len == 0 && conn->in.cap > READ_SIZE)
        buf_free(&conn->in);
}

static void set_timer(struct conn *conn, int64_t pause) {
    /* Counted from when this step was due, so that a stream keeps its pace. */
    uint64_t from = conn->timer.due ? conn->timer.due : clock_now_us();
    timers_set(&conn->server->timers, &conn->timer, from + (uint64_t)pause);
}

static void finish_answer(struct conn *conn, enum answer_end end) {
    answer_end(&conn->answer, conn->server->provider, end);
    conn->state = CONN_READING;
}

/* The connection is reset when it is closed. */
static void prepare_reset(struct conn *conn) {
    struct linger linger = {.l_onoff = 1, .l_linger = 0};
    setsockopt(conn->fd, SOL_SOCKET, SO_LINGER, &linger, sizeof linger);
    finish_answer(conn, END_CUT);
}

enum run { RUN_ON, RUN_WAIT, RUN_OVER };

static enum run run_answering(struct conn *conn) {
    if (conn->out.len - conn->out_sent > OUT_HIGH) {
        if (flush(conn))
            return RUN_OVER;
        if (conn->out.len > 0)
            return RUN_WAIT;
    }
    int64_t pause = answer_step(&conn->answer);
    if (pause == 0)
        return RUN_ON;
    if (pause == ANSWER_RESET) {
        prepare_reset(conn);
        return RUN_OVER;
    }
    if (pause < 0) {
        conn->state = CONN_FLUSHING;
        conn->end = pause == ANSWER_CUT ? END_CUT : END_FINISHED;
        conn->close = conn->close || pause == ANSWER_CUT;
        return RUN_ON;
    }
    if (pause != ANSWER_NEVER)
        set_timer(conn, pause);
    return flush(conn) ? RUN_OVER : RUN_WAIT;
}

static enum run run_flushing(struct conn *conn) {
    if (flush(conn))
        return RUN_OVER;
    if (conn->out.len > 0)
        return RUN_WAIT;
    finish_answer(conn, conn->end);
    return conn->close ? RUN_OVER : RUN_ON;
}

static enum run run_reading(struct conn *conn) {
    read_request(conn);
    if (conn->state != CONN_READING)
        return RUN_ON;
    return flush(conn) ? RUN_OVER : RUN_WAIT;
}

/* Does all that can be done now. */
static enum run conn_run(struct conn *conn) {
    enum run run = conn->timer.slot ? RUN_WAIT : RUN_ON;
    while (run == RUN_ON)
        run = conn->state == CONN_READING     ? run_reading(conn)
              : conn->state == CONN_ANSWERING ? run_answering(conn)
                                              : run_flushing(conn);
    return run;
}

static void conn_event(struct conn *conn, uint32_t events) {
    bool over = (events & ~(uint32_t)EPOLLOUT) && fill(conn);
    over = over || ((events & EPOLLOUT) && flush(conn));
    if (over || conn_run(conn) == RUN_OVER)
        conn_free(conn);
}

/* ---- the loop ---- */

static void run_timers(struct server *server) {
    struct timer *timer;
    for (uint64_t now = clock_now_us(); (timer = timers_take(&server->timers, now));)
        if (conn_run(timer->owner) == RUN_OVER)
            conn_free(timer->owner);
}

static void run_events(struct server *server, const sigset_t *waiting) {
    struct epoll_event events[EVENTS_AT_ONCE];
    int count = epoll_pwait(server->epoll, events, EVENTS_AT_ONCE, timers_wait_ms(&server->timers),
                            waiting);
    for (int i = 0; i < count; i++) {
        if (events[i].data.ptr)
            conn_event(events[i].data.ptr, events[i].events);
        else
            accept_all(server);
    }
    run_timers(server);
}

int server_run(int listener, struct tls_server *tls, struct provider *provider,
               const volatile sig_atomic_t *stop, const sigset_t *waiting) {
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = NULL};
    struct server *server = xcalloc(1, sizeof *server);
    server->epoll = epoll_create1(EPOLL_CLOEXEC);
    server->listener = listener;
    server->tls = tls;
    server->provider = provider;
    int result =
        server->epoll < 0 || epoll_ctl(server->epoll, EPOLL_CTL_ADD, listener, &event) ? -1 : 0;
    if (result)
        perror("provider: epoll");
    while (result == 0 && !*stop)
        run_events(server, waiting);
    while (server->conns)
        conn_free(server->conns);
    timers_free(&server->timers);
    if (server->epoll >= 0)
        close(server->epoll);
    free(server);
    return result;
}
