/* The keeper's door for other processes. */
#include "ledger/service.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/thread.h"

#define READ_STEP   16384
#define PENDING_MAX (8u << 20) /* answers that a peer does not take */
#define REST_MS     50         /* without a descriptor for a peer that waits */

struct peer {
    int fd;
    bool greeted, gone;
    struct buf in, out;
};

struct service {
    int listener, wake[2];
    _Atomic int next_listener; /* to be taken by the thread; -1: none */
    atomic_bool stop;
    struct service_owner owner;
    pthread_t thread;
    struct peer **peers;
    struct pollfd *polled; /* wake, listener, then one for each peer */
    size_t count, room;
    struct buf answer;
    bool tired; /* out of descriptors: the listener is left alone for a moment */
};

static bool same_user(int fd) {
    struct ucred who;
    socklen_t len = sizeof who;
    return getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &who, &len) == 0 && (who.uid == geteuid() || who.uid == 0);
}

static void accept_peer(struct service *service) {
    int fd = accept4(service->listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (fd < 0) {
        service->tired = errno == EMFILE || errno == ENFILE || errno == ENOMEM || errno == ENOBUFS;
        return;
    }
    if (!same_user(fd)) {
        close(fd);
        return;
    }
    if (service->count == service->room) {
        service->room = service->room ? service->room * 2 : 8;
        service->peers = xrealloc(service->peers, service->room * sizeof *service->peers);
        service->polled = xrealloc(service->polled, (service->room + 2) * sizeof *service->polled);
    }
    struct peer *peer = xcalloc(1, sizeof *peer);
    peer->fd = fd;
    buf_init(&peer->in, 2 * WIRE_FRAME_MAX);
    buf_init(&peer->out, PENDING_MAX);
    service->peers[service->count++] = peer;
}

static void free_peer(struct peer *peer) {
    close(peer->fd);
    buf_free(&peer->in);
    buf_free(&peer->out);
    free(peer);
}

static void greet(struct service *service, struct peer *peer) {
    struct wire_greeting theirs, mine = {WIRE_MAGIC, WIRE_PROTOCOL, BOOK_SCHEMA};
    if (peer->in.len < sizeof theirs)
        return;
    memcpy(&theirs, peer->in.data, sizeof theirs);
    buf_consume(&peer->in, sizeof theirs);
    bool same = theirs.protocol == WIRE_PROTOCOL && theirs.schema == BOOK_SCHEMA;
    peer->gone = theirs.magic != WIRE_MAGIC || !same;
    if (theirs.magic == WIRE_MAGIC && (theirs.protocol > WIRE_PROTOCOL || theirs.schema > BOOK_SCHEMA))
        service->owner.step_down(service->owner.arg);
    buf_add(&peer->out, &mine, sizeof mine);
    peer->greeted = true;
}

static void answer_question(struct service *service, struct peer *peer, struct unpack *frame, bool *wrote) {
    uint64_t ticket;
    unsigned char id[OPERATION_ID];
    struct error err = {0};
    unpack_raw(frame, &ticket, sizeof ticket);
    uint64_t op = unpack_u(frame);
    unpack_raw(frame, id, sizeof id);
    buf_clear(&service->answer);
    int rc = frame->bad || op >= OP__MAX
                 ? error_set(&err, ERR_INTERNAL, "ledger: malformed question")
                 : service->owner.apply(service->owner.arg, op, id, frame, &service->answer, wrote, &err);
    wire_answer(&peer->out, ticket, rc, &service->answer, &err);
}

static void answer_questions(struct service *service, struct peer *peer, bool *wrote) {
    struct unpack frame;
    size_t used = 0;
    long cut = 0;
    while (!peer->gone && (cut = wire_cut(peer->in.data + used, peer->in.len - used, &frame)) > 0) {
        answer_question(service, peer, &frame, wrote);
        used += (size_t)cut;
    }
    buf_consume(&peer->in, used);
    if (cut < 0 || peer->out.overflow)
        peer->gone = true;
}

static void read_peer(struct service *service, struct peer *peer, bool *wrote) {
    char *room = buf_reserve(&peer->in, READ_STEP);
    ssize_t n = room ? recv(peer->fd, room, READ_STEP, 0) : 0;
    if (n > 0) {
        buf_commit(&peer->in, (size_t)n);
        if (!peer->greeted)
            greet(service, peer);
        if (peer->greeted)
            answer_questions(service, peer, wrote);
    } else if (n == 0 || (errno != EAGAIN && errno != EINTR)) {
        peer->gone = true;
    }
}

static void write_peer(struct peer *peer) {
    if (peer->out.len == 0)
        return;
    ssize_t n = send(peer->fd, peer->out.data, peer->out.len, MSG_NOSIGNAL);
    if (n > 0)
        buf_consume(&peer->out, (size_t)n);
    else if (errno != EAGAIN && errno != EINTR)
        peer->gone = true;
}

static void drop_gone(struct service *service) {
    size_t kept = 0;
    bool left = false;
    for (size_t i = 0; i < service->count; i++) {
        struct peer *peer = service->peers[i];
        if (peer->gone) {
            free_peer(peer);
            left = true;
        } else {
            service->peers[kept++] = peer;
        }
    }
    service->count = kept;
    if (left)
        service->owner.peer_left(service->owner.arg);
}

/* The thread was woken: to end, or to take another listener. */
static void take_word(struct service *service) {
    char word;
    if (read(service->wake[0], &word, 1) < 0)
        return;
    int fd = atomic_exchange(&service->next_listener, -1);
    if (fd < 0)
        return;
    close(service->listener);
    service->listener = fd;
}

static void poll_once(struct service *service, bool *stop) {
    struct pollfd *polled = service->polled;
    size_t count = service->count;
    polled[0] = (struct pollfd){.fd = service->wake[0], .events = POLLIN};
    polled[1] = (struct pollfd){.fd = service->tired ? -1 : service->listener, .events = POLLIN};
    for (size_t i = 0; i < count; i++)
        polled[i + 2] = (struct pollfd){.fd = service->peers[i]->fd,
                                        .events = POLLIN | (service->peers[i]->out.len ? POLLOUT : 0)};
    int timeout = service->tired ? REST_MS : -1;
    service->tired = false;
    if (poll(polled, count + 2, timeout) < 0)
        return;
    if (polled[0].revents) {
        take_word(service);
        polled[1].revents = 0; /* of the listener before */
    }
    *stop = atomic_load(&service->stop);
    bool wrote = false;
    for (size_t i = 0; i < count && !*stop; i++)
        if (polled[i + 2].revents & (POLLIN | POLLHUP | POLLERR))
            read_peer(service, service->peers[i], &wrote);
    bool kept = !wrote || service->owner.written(service->owner.arg) == 0;
    for (size_t i = 0; i < count; i++)
        if (kept || service->peers[i]->out.len == 0)
            write_peer(service->peers[i]);
        else
            service->peers[i]->gone = true; /* not acknowledged: who asked will ask again */
    if (polled[1].revents && !*stop)
        accept_peer(service);
    drop_gone(service);
}

static void *serve(void *arg) {
    struct service *service = arg;
    bool stop = false;
    while (!stop)
        poll_once(service, &stop);
    return NULL;
}

struct service *service_start(int listener, const struct service_owner *owner) {
    struct service *service = xcalloc(1, sizeof *service);
    service->listener = listener;
    atomic_init(&service->next_listener, -1);
    service->owner = *owner;
    service->polled = xcalloc(2, sizeof *service->polled);
    buf_init(&service->answer, WIRE_BODY_MAX);
    if (pipe2(service->wake, O_CLOEXEC) == 0) {
        if (thread_start(&service->thread, serve, service) == 0)
            return service;
        close(service->wake[0]);
        close(service->wake[1]);
    }
    free(service->polled);
    free(service);
    return NULL;
}

/* What waits for its answer is not to be blamed for the keeper's end. */
static void part_from(struct peer *peer) {
    static const struct error none;
    struct buf nothing;
    buf_init(&nothing, 0);
    wire_answer(&peer->out, WIRE_FAREWELL, 0, &nothing, &none);
    write_peer(peer);
    free_peer(peer);
}

/* A pipe always has room for a word that is read at once. */
static void say_word(struct service *service) {
    if (write(service->wake[1], "", 1) < 0)
        abort();
}

void service_move(struct service *service, int listener) {
    int before = atomic_exchange(&service->next_listener, listener);
    if (before >= 0)
        close(before);
    say_word(service);
}

void service_stop(struct service *service) {
    atomic_store(&service->stop, true);
    say_word(service);
    pthread_join(service->thread, NULL);
    for (size_t i = 0; i < service->count; i++)
        part_from(service->peers[i]);
    int next = atomic_load(&service->next_listener);
    if (next >= 0)
        close(next);
    close(service->listener);
    close(service->wake[0]);
    close(service->wake[1]);
    buf_free(&service->answer);
    free(service->peers);
    free(service->polled);
    free(service);
}
