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

static void require(bool good, const char *what) {
    if (!good) {
        perror(what);
        exit(99);
    }
}

static bool may_reach(const char *text, bool private_hosts) {
    struct sockaddr_in v4 = {.sin_family = AF_INET};
    struct sockaddr_in6 v6 = {.sin6_family = AF_INET6};
    if (inet_pton(AF_INET, text, &v4.sin_addr) == 1)
        return fetch_may_reach((struct sockaddr *)&v4, private_hosts);
    require(inet_pton(AF_INET6, text, &v6.sin6_addr) == 1, text);
    return fetch_may_reach((struct sockaddr *)&v6, private_hosts);
}

/* Who may connect to it. */
enum { NOBODY, PRIVATE, PUBLIC };

static void test_addresses(void) {
    static const struct {
        const char *address;
        int who;
    } rows[] = {
        {"8.8.8.8", PUBLIC},
        {"1.1.1.1", PUBLIC},
        {"93.184.216.34", PUBLIC},
        {"172.15.255.255", PUBLIC},
        {"172.32.0.0", PUBLIC},
        {"100.63.255.255", PUBLIC},
        {"100.128.0.0", PUBLIC},
        {"198.17.255.255", PUBLIC},
        {"198.20.0.0", PUBLIC},
        {"223.255.255.255", PUBLIC},
        {"0.0.0.0", PRIVATE},
        {"0.1.2.3", PRIVATE},
        {"10.0.0.1", PRIVATE},
        {"10.255.255.255", PRIVATE},
        {"100.64.0.0", PRIVATE},
        {"100.127.255.255", PRIVATE},
        {"127.0.0.1", PRIVATE},
        {"127.255.255.255", PRIVATE},
        {"169.253.255.255", PUBLIC},
        {"169.254.0.0", NOBODY},
        {"169.254.169.254", NOBODY},
        {"169.254.255.255", NOBODY},
        {"100.100.100.200", NOBODY},
        {"100.100.100.201", PRIVATE},
        {"172.16.0.0", PRIVATE},
        {"172.31.255.255", PRIVATE},
        {"192.0.0.8", PRIVATE},
        {"192.0.2.1", PRIVATE},
        {"192.88.99.1", PRIVATE},
        {"192.168.1.1", PRIVATE},
        {"198.18.0.1", PRIVATE},
        {"198.19.255.255", PRIVATE},
        {"198.51.100.7", PRIVATE},
        {"203.0.113.7", PRIVATE},
        {"224.0.0.1", PRIVATE},
        {"239.255.255.255", PRIVATE},
        {"240.0.0.1", PRIVATE},
        {"255.255.255.255", PRIVATE},
        {"2606:4700:4700::1111", PUBLIC},
        {"2a00:1450:4001::1", PUBLIC},
        {"3fff:1000::1", PUBLIC},
        {"::", PRIVATE},
        {"::1", PRIVATE},
        {"::ffff:8.8.8.8", PUBLIC},
        {"::ffff:127.0.0.1", PRIVATE},
        {"::ffff:10.1.2.3", PRIVATE},
        {"64:ff9b::8.8.8.8", PUBLIC},
        {"::ffff:169.254.169.254", NOBODY},
        {"64:ff9b::127.0.0.1", PRIVATE},
        {"64:ff9b::169.254.169.254", NOBODY},
        {"64:ff9b::100.100.100.200", NOBODY},
        {"64:ff9b:1::1", PRIVATE},
        {"100::1", PRIVATE},
        {"2001::1", PRIVATE},
        {"2001:10::1", PRIVATE},
        {"2001:20::1", PRIVATE},
        {"2001:db8::1", PRIVATE},
        {"2002:7f00:1::", PRIVATE},
        {"3fff::1", PRIVATE},
        {"4000::1", PRIVATE},
        {"fc00::1", PRIVATE},
        {"fd12::1", PRIVATE},
        {"fd00:ec2::254", NOBODY},
        {"fd00:ec2::23", NOBODY},
        {"fd00:ec3::254", PRIVATE},
        {"fd00:c1::a9fe:a9fe", NOBODY},
        {"fd20:ce::254", NOBODY},
        {"fd20:ce::255", PRIVATE},
        {"fe80::1", NOBODY},
        {"febf::1", NOBODY},
        {"fec0::1", PRIVATE},
        {"ff02::1", PRIVATE},
    };
    struct sockaddr other = {.sa_family = AF_UNIX};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        is_int(may_reach(rows[i].address, false) + may_reach(rows[i].address, true), rows[i].who,
               rows[i].address);
    ok(!fetch_may_reach(&other, false) && !fetch_may_reach(&other, true), "an address of another family");
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
    struct fetch_rules rules = {1000, ms, true, {w.client[0], w.stop[0], client_gone, &w, false}, false};
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

/* Nobody listens there, which is not what is said. */
static void test_https_only(struct upstream *upstream) {
    struct fetch_rules rules = {1000, PATIENCE, true, {-1, -1, NULL, NULL, false}, true};
    struct error err = {0};
    struct buf out;
    char type[FETCH_TYPE];
    ok(fetch_url(upstream, "http://127.0.0.1:1/", &rules, &out, type, &err) < 0 && err.kind == ERR_REQUEST &&
           !strstr(err.message, "connect"),
       "nothing without TLS: %s", err.message);
    buf_free(&out);
}

int main(void) {
    test_addresses();
    struct upstream *upstream = upstream_new(false);
    test_https_only(upstream);
    test_end(upstream, NOTHING, ERR_NONE, PATIENCE, "nobody ends it");
    test_end(upstream, STOPS, ERR_UNAVAILABLE, PATIENCE, "the hub stops");
    test_end(upstream, LEAVES, ERR_GONE, PATIENCE, "the client leaves");
    test_end(upstream, TALKS, ERR_NONE, PATIENCE, "the client says something that nobody reads");
    test_end(upstream, LEAVES_AFTER_TALK, ERR_GONE, PATIENCE, "and leaves then");
    test_end(upstream, IS_SILENT, ERR_REQUEST, 300, "the time is over");
    upstream_free(upstream);
    return tap_done();
}
