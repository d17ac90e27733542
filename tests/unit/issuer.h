#ifndef TESTS_ISSUER_H
#define TESTS_ISSUER_H

/* A small OpenID provider that tells where its keys are, and what they are. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/socket.h>
#include <unistd.h>

#include "signer.h"

static struct {
    int listener, port;
    pthread_t thread;
    atomic_bool down; /* closes each connection */
    atomic_int asked, discoveries, sets, status;
    const char *_Atomic document, *_Atomic set; /* what it answers with */
} provider;

static inline void provider_read_path(int fd, char path[64]) {
    char head[4096];
    size_t len = 0;
    while (len < sizeof head - 1 && !memmem(head, len, "\r\n\r\n", 4)) {
        ssize_t n = recv(fd, head + len, sizeof head - 1 - len, 0);
        if (n <= 0)
            break;
        len += (size_t)n;
    }
    head[len] = '\0';
    if (sscanf(head, "GET %63s ", path) != 1)
        path[0] = '\0';
}

static inline void provider_send(int fd, const char *bytes, size_t len) {
    for (ssize_t n; len > 0 && (n = send(fd, bytes, len, MSG_NOSIGNAL)) > 0; len -= (size_t)n)
        bytes += n;
}

static inline void provider_answer(int fd) {
    char path[64], head[256];
    provider_read_path(fd, path);
    bool set = strcmp(path, "/keys") == 0;
    const char *body = set ? provider.set : provider.document;
    atomic_fetch_add(set ? &provider.sets : &provider.discoveries, 1);
    bool known = set || strcmp(path, "/realm/.well-known/openid-configuration") == 0;
    snprintf(head, sizeof head, "HTTP/1.1 %d X\r\nContent-Length: %zu\r\nConnection: close\r\n\r\n",
             known ? provider.status : 404, strlen(body));
    provider_send(fd, head, strlen(head));
    provider_send(fd, body, strlen(body));
}

static inline void *provider_serve(void *arg) {
    for (int fd; (fd = accept(provider.listener, NULL, NULL)) >= 0; close(fd)) {
        atomic_fetch_add(&provider.asked, 1);
        if (!atomic_load(&provider.down))
            provider_answer(fd);
    }
    return arg;
}

static inline void provider_open(void) {
    struct sockaddr_in where = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t len = sizeof where;
    provider.listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    signer_require(bind(provider.listener, (struct sockaddr *)&where, len) == 0 &&
                       listen(provider.listener, 64) == 0 &&
                       getsockname(provider.listener, (struct sockaddr *)&where, &len) == 0,
                   "a listening socket");
    provider.port = ntohs(where.sin_port);
    provider.status = 200;
    signer_require(pthread_create(&provider.thread, NULL, provider_serve, NULL) == 0, "a thread");
}

static inline void provider_close(void) {
    shutdown(provider.listener, SHUT_RDWR);
    pthread_join(provider.thread, NULL);
    close(provider.listener);
}

#endif
