/* Which addresses the Internet reaches, as nothing else may be fetched from for a stranger; and what ends a
 * fetch. */
#include "upstream/fetch.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tap.h"

static bool is_public(const char *text) {
    struct sockaddr_in v4 = {.sin_family = AF_INET};
    struct sockaddr_in6 v6 = {.sin6_family = AF_INET6};
    if (inet_pton(AF_INET, text, &v4.sin_addr) == 1)
        return fetch_is_public((struct sockaddr *)&v4);
    return inet_pton(AF_INET6, text, &v6.sin6_addr) == 1 && fetch_is_public((struct sockaddr *)&v6);
}

static void test_addresses(void) {
    static const struct {
        const char *address;
        bool want;
    } rows[] = {
        {"8.8.8.8", true},
        {"1.1.1.1", true},
        {"93.184.216.34", true},
        {"172.15.255.255", true},
        {"172.32.0.0", true},
        {"100.63.255.255", true},
        {"100.128.0.0", true},
        {"198.17.255.255", true},
        {"198.20.0.0", true},
        {"223.255.255.255", true},
        {"0.0.0.0", false},
        {"0.1.2.3", false},
        {"10.0.0.1", false},
        {"10.255.255.255", false},
        {"100.64.0.0", false},
        {"100.127.255.255", false},
        {"127.0.0.1", false},
        {"127.255.255.255", false},
        {"169.254.169.254", false},
        {"172.16.0.0", false},
        {"172.31.255.255", false},
        {"192.0.0.8", false},
        {"192.0.2.1", false},
        {"192.88.99.1", false},
        {"192.168.1.1", false},
        {"198.18.0.1", false},
        {"198.19.255.255", false},
        {"198.51.100.7", false},
        {"203.0.113.7", false},
        {"224.0.0.1", false},
        {"239.255.255.255", false},
        {"240.0.0.1", false},
        {"255.255.255.255", false},
        {"2606:4700:4700::1111", true},
        {"2a00:1450:4001::1", true},
        {"3fff:1000::1", true},
        {"::", false},
        {"::1", false},
        {"::ffff:8.8.8.8", true},
        {"::ffff:127.0.0.1", false},
        {"::ffff:10.1.2.3", false},
        {"64:ff9b::8.8.8.8", true},
        {"64:ff9b::127.0.0.1", false},
        {"64:ff9b:1::1", false},
        {"100::1", false},
        {"2001::1", false},
        {"2001:10::1", false},
        {"2001:20::1", false},
        {"2001:db8::1", false},
        {"2002:7f00:1::", false},
        {"3fff::1", false},
        {"4000::1", false},
        {"fc00::1", false},
        {"fd12::1", false},
        {"fe80::1", false},
        {"fec0::1", false},
        {"ff02::1", false},
    };
    struct sockaddr other = {.sa_family = AF_UNIX};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        is_int(is_public(rows[i].address), rows[i].want, rows[i].address);
    ok(!fetch_is_public(&other), "an address of another family");
}

/* ---- who ends it --------------------------------------------------------------------------- */

#define PATIENCE 60000 /* ms: a fetch that nobody ends takes so long */

/* What the server does once it has the request. */
enum event { STOPS, LEAVES, TALKS, LEAVES_AFTER_TALK, NOTHING, IS_SILENT };

/* A server for one request, and the two who may end its fetch. */
struct world {
    enum event event;
    int listener, stop[2], client[2];
    pthread_t thread;
};

static void require(bool good, const char *what) {
    if (!good) {
        perror(what);
        exit(99);
    }
}

static bool client_gone(void *arg) {
    struct pollfd pfd = {.fd = ((struct world *)arg)->client[0]};
    return poll(&pfd, 1, 0) > 0 && (pfd.revents & POLLHUP);
}

static void read_head(int fd) {
    char head[4096];
    size_t len = 0;
    while (len < sizeof head - 1 && !memmem(head, len, "\r\n\r\n", 4)) {
        ssize_t n = recv(fd, head + len, sizeof head - len, 0);
        require(n > 0, "a request");
        len += (size_t)n;
    }
}

/* Answers only where nobody ends the fetch; else it waits until its connection is closed. */
static void *serve(void *arg) {
    static const char answer[] =
        "HTTP/1.1 200 OK\r\nContent-Type: Image/PNG; x=y\r\nContent-Length: 4\r\n\r\nabcd";
    struct world *w = arg;
    char byte;
    int fd = accept(w->listener, NULL, NULL);
    require(fd >= 0, "a connection");
    read_head(fd);
    if (w->event == STOPS)
        require(write(w->stop[1], "", 1) == 1, "a byte");
    if (w->event == TALKS || w->event == LEAVES_AFTER_TALK)
        require(write(w->client[1], "", 1) == 1, "a byte");
    if (w->event == LEAVES || w->event == LEAVES_AFTER_TALK)
        close(w->client[1]);
    if (w->event == TALKS || w->event == NOTHING)
        require(send(fd, answer, sizeof answer - 1, 0) == sizeof answer - 1, "an answer");
    while (recv(fd, &byte, 1, 0) > 0)
        ;
    close(fd);
    return NULL;
}

static int open_listener(struct world *w) {
    struct sockaddr_in where = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t len = sizeof where;
    w->listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    require(bind(w->listener, (struct sockaddr *)&where, len) == 0 && listen(w->listener, 1) == 0 &&
                getsockname(w->listener, (struct sockaddr *)&where, &len) == 0,
            "a listening socket");
    return ntohs(where.sin_port);
}

static void open_world(struct world *w, enum event event, char url[64]) {
    *w = (struct world){.event = event};
    snprintf(url, 64, "http://127.0.0.1:%d/picture", open_listener(w));
    require(pipe(w->stop) == 0 && socketpair(AF_UNIX, SOCK_STREAM, 0, w->client) == 0, "pipes");
    require(pthread_create(&w->thread, NULL, serve, w) == 0, "a thread");
}

static void close_world(struct world *w) {
    pthread_join(w->thread, NULL);
    close(w->listener);
    close(w->stop[0]);
    close(w->stop[1]);
    close(w->client[0]);
    if (w->event != LEAVES && w->event != LEAVES_AFTER_TALK)
        close(w->client[1]);
}

static void test_end(struct upstream *upstream, enum event event, enum error_kind want, int ms,
                     const char *name) {
    struct world w;
    struct error err = {0};
    struct buf out;
    char url[64], type[FETCH_TYPE];
    open_world(&w, event, url);
    struct fetch_rules rules = {1000, ms, true, {w.client[0], w.stop[0], client_gone, &w, false}};
    int rc = fetch_url(upstream, url, &rules, &out, type, &err);
    close_world(&w); /* the connection is closed, or this would wait for it */
    is_int(rc, want == ERR_NONE ? 0 : -1, name);
    is_str(error_name(err.kind), error_name(want), name);
    if (want == ERR_NONE) {
        is_str(out.data, "abcd", name);
        is_str(type, "image/png", name);
    }
    buf_free(&out);
}

int main(void) {
    test_addresses();
    struct upstream *upstream = upstream_new(false);
    test_end(upstream, NOTHING, ERR_NONE, PATIENCE, "nobody ends it");
    test_end(upstream, STOPS, ERR_UNAVAILABLE, PATIENCE, "the hub stops");
    test_end(upstream, LEAVES, ERR_GONE, PATIENCE, "the client leaves");
    test_end(upstream, TALKS, ERR_NONE, PATIENCE, "the client says something that nobody reads");
    test_end(upstream, LEAVES_AFTER_TALK, ERR_GONE, PATIENCE, "and leaves then");
    test_end(upstream, IS_SILENT, ERR_REQUEST, 300, "the time is over");
    upstream_free(upstream);
    return tap_done();
}
