/* This process's connection to the keeper. */
#include "ledger/link.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mem.h"

#define READ_STEP 4096

/* A thread that waits for its answer; on that thread's stack. */
struct waiter {
    struct waiter *next;
    uint64_t ticket;
    struct buf *out;
    struct error *err;
    int rc;
    bool answered;
    pthread_cond_t wake;
};

struct link {
    int fd;
    int holds;
    bool dead, reading;
    bool parted; /* the keeper has said farewell */
    uint64_t tickets;
    pthread_mutex_t lock; /* of everything but `in`, which belongs to the reader */
    pthread_mutex_t sending;
    struct waiter *waiters;
    struct buf in;
};

/* Waits until the socket is ready for that, or the deadline. */
static bool wait_ready(int fd, short events, int64_t deadline) {
    int64_t left = deadline - clock_mono_ms();
    struct pollfd pfd = {.fd = fd, .events = events};
    return poll(&pfd, 1, left > 0 ? (int)left : 0) > 0;
}

static bool greet(int fd, int64_t deadline) {
    struct wire_greeting mine = {WIRE_MAGIC, WIRE_PROTOCOL, BOOK_SCHEMA}, theirs = {0};
    if (send(fd, &mine, sizeof mine, MSG_NOSIGNAL) != (ssize_t)sizeof mine)
        return false;
    return wait_ready(fd, POLLIN, deadline) &&
           recv(fd, &theirs, sizeof theirs, 0) == (ssize_t)sizeof theirs && theirs.magic == WIRE_MAGIC &&
           theirs.protocol == WIRE_PROTOCOL && theirs.schema == BOOK_SCHEMA;
}

struct link *link_new(int fd, int64_t deadline) {
    if (!greet(fd, deadline)) {
        close(fd);
        return NULL;
    }
    struct link *link = xcalloc(1, sizeof *link);
    link->fd = fd;
    link->holds = 1;
    pthread_mutex_init(&link->lock, NULL);
    pthread_mutex_init(&link->sending, NULL);
    buf_init(&link->in, 2 * WIRE_FRAME_MAX);
    return link;
}

struct link *link_hold(struct link *link) {
    pthread_mutex_lock(&link->lock);
    link->holds++;
    pthread_mutex_unlock(&link->lock);
    return link;
}

void link_release(struct link *link) {
    if (!link)
        return;
    pthread_mutex_lock(&link->lock);
    int left = --link->holds;
    pthread_mutex_unlock(&link->lock);
    if (left > 0)
        return;
    close(link->fd);
    pthread_mutex_destroy(&link->lock);
    pthread_mutex_destroy(&link->sending);
    buf_free(&link->in);
    free(link);
}

bool link_dead(struct link *link) {
    pthread_mutex_lock(&link->lock);
    bool dead = link->dead;
    pthread_mutex_unlock(&link->lock);
    return dead;
}

static void die(struct link *link) {
    link->dead = true;
    shutdown(link->fd, SHUT_RDWR);
    for (struct waiter *w = link->waiters; w; w = w->next)
        pthread_cond_signal(&w->wake);
}

static void remove_waiter(struct link *link, struct waiter *waiter) {
    struct waiter **at = &link->waiters;
    while (*at && *at != waiter)
        at = &(*at)->next;
    if (*at)
        *at = waiter->next;
}

/* Gives an answer to whom it belongs; nobody, when he gave up waiting. */
static void deliver(struct link *link, struct unpack *frame) {
    uint64_t ticket;
    unpack_raw(frame, &ticket, sizeof ticket);
    link->parted |= ticket == WIRE_FAREWELL;
    for (struct waiter *w = link->waiters; w; w = w->next)
        if (w->ticket == ticket) {
            w->rc = wire_read_answer(frame, w->err);
            if (w->rc == 0)
                buf_add(w->out, frame->at, (size_t)(frame->end - frame->at));
            w->answered = true;
            remove_waiter(link, w);
            pthread_cond_signal(&w->wake);
            return;
        }
}

/* Waits for bytes without the lock, then delivers what is complete. */
static void read_once(struct link *link, int64_t deadline) {
    pthread_mutex_unlock(&link->lock);
    ssize_t n = 0;
    bool ready = wait_ready(link->fd, POLLIN, deadline);
    if (ready) {
        char *room = buf_reserve(&link->in, READ_STEP);
        n = room ? recv(link->fd, room, READ_STEP, 0) : 0;
        if (n > 0)
            buf_commit(&link->in, (size_t)n);
    }
    pthread_mutex_lock(&link->lock);
    if (ready && (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR)))
        die(link);
    size_t used = 0;
    struct unpack frame;
    long cut;
    while ((cut = wire_cut(link->in.data + used, link->in.len - used, &frame)) > 0) {
        deliver(link, &frame);
        used += (size_t)cut;
    }
    buf_consume(&link->in, used);
    if (cut < 0)
        die(link);
}

/* With the lock held: until answered, dead or late. Of those who wait one always reads. */
static void wait_answer(struct link *link, struct waiter *me, int64_t deadline) {
    struct timespec until = clock_timespec(deadline);
    while (!me->answered && !link->dead && clock_mono_ms() < deadline) {
        if (link->reading) {
            pthread_cond_timedwait(&me->wake, &link->lock, &until);
            continue;
        }
        link->reading = true;
        read_once(link, deadline);
        link->reading = false;
    }
    remove_waiter(link, me);
    if (!link->reading && link->waiters)
        pthread_cond_signal(&link->waiters->wake);
}

enum sent { SENT_ALL, SENT_NOTHING, SENT_PART };

static enum sent send_all(struct link *link, const struct buf *frame, int64_t deadline) {
    struct timespec until = clock_timespec(deadline);
    if (pthread_mutex_clocklock(&link->sending, CLOCK_MONOTONIC, &until) != 0)
        return SENT_NOTHING;
    size_t done = 0;
    bool good = true, late = false;
    while (good && done < frame->len) {
        ssize_t n = send(link->fd, frame->data + done, frame->len - done, MSG_NOSIGNAL);
        if (n >= 0)
            done += (size_t)n;
        else if (errno == EAGAIN)
            good = !(late = !wait_ready(link->fd, POLLOUT, deadline));
        else
            good = errno == EINTR;
    }
    pthread_mutex_unlock(&link->sending);
    return done == frame->len ? SENT_ALL : done == 0 && late ? SENT_NOTHING : SENT_PART;
}

enum link_result link_ask(struct link *link, enum operation op, const unsigned char id[OPERATION_ID],
                          const struct buf *arguments, struct buf *out, int64_t deadline, int *rc,
                          struct error *err) {
    struct waiter me = {.out = out, .err = err};
    struct buf frame;
    pthread_condattr_t attr;
    pthread_condattr_init(&attr);
    pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
    pthread_cond_init(&me.wake, &attr);
    pthread_condattr_destroy(&attr);
    buf_init(&frame, WIRE_FRAME_MAX);

    pthread_mutex_lock(&link->lock);
    me.ticket = ++link->tickets;
    me.next = link->waiters;
    link->waiters = &me;
    pthread_mutex_unlock(&link->lock);

    wire_question(&frame, me.ticket, op, id, arguments);
    enum sent sent = send_all(link, &frame, deadline);
    buf_free(&frame);

    pthread_mutex_lock(&link->lock);
    if (sent == SENT_PART) /* what follows would be taken for the rest of it */
        die(link);
    wait_answer(link, &me, deadline);
    enum link_result result = LINK_LATE;
    if (me.answered)
        result = LINK_ANSWERED;
    else if (link->dead)
        result = sent == SENT_ALL && !link->parted ? LINK_LOST : LINK_PARTED;
    pthread_mutex_unlock(&link->lock);
    pthread_cond_destroy(&me.wake);
    *rc = me.rc;
    return result;
}
