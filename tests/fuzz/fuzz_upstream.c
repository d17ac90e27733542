/*
 * A provider that answers with any bytes and ends: libcurl and the hub's readers behind it. One thread of
 * this program is the provider.
 */
#include <arpa/inet.h>
#include <ctype.h>
#include <netinet/in.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "fuzz.h"
#include "upstream/upstream.h"

#define BODY_MAX (1u << 20)

static struct {
    int listener;
    char url[64];
    const char *bytes;
    size_t len;
    struct upstream *upstream;
    pthread_t thread;
    sem_t served;
} provider;

static void drain(int fd) {
    char room[4096];
    while (recv(fd, room, sizeof room, 0) > 0)
        continue;
}

/* A question is short and comes in one piece. */
static void *provide(void *arg) {
    char room[4096];
    (void)arg;
    for (;;) {
        int fd = accept(provider.listener, NULL, NULL);
        check(fd >= 0);
        if (recv(fd, room, sizeof room, 0) > 0)
            for (size_t at = 0; at < provider.len;) {
                ssize_t n = send(fd, provider.bytes + at, provider.len - at, MSG_NOSIGNAL);
                if (n <= 0)
                    break;
                at += (size_t)n;
            }
        shutdown(fd, SHUT_WR);
        drain(fd);
        close(fd);
        sem_post(&provider.served);
    }
    return NULL;
}

static void start(void) {
    struct sockaddr_in where = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t len = sizeof where;
    provider.listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    check(bind(provider.listener, (struct sockaddr *)&where, len) == 0 && listen(provider.listener, 8) == 0 &&
          getsockname(provider.listener, (struct sockaddr *)&where, &len) == 0);
    snprintf(provider.url, sizeof provider.url, "http://127.0.0.1:%d/v1", ntohs(where.sin_port));
    provider.upstream = upstream_new(true);
    sem_init(&provider.served, 0, 0);
    check(pthread_create(&provider.thread, NULL, provide, NULL) == 0);
}

struct told {
    int heads;
    size_t body;
};

static int take_head(void *arg, const struct upstream_head *head, struct error *err) {
    struct told *told = arg;
    (void)err;
    check(told->heads++ == 0 && told->body == 0);
    check(head->status >= 100 && head->status <= 999);
    for (const char *c = head->content_type; *c; c++)
        check(!isupper((unsigned char)*c) && !strchr("; \t\r\n", *c));
    check(!strchr(head->retry_after, '\n'));
    return 0;
}

static int take_body(void *arg, const char *bytes, size_t len, struct error *err) {
    struct told *told = arg;
    (void)bytes;
    check(told->heads == 1 && len > 0);
    told->body += len;
    return told->body > BODY_MAX ? error_set(err, ERR_INTERNAL, "enough") : 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct told told = {0};
    struct error err = {0};
    struct upstream_sink sink = {.head = take_head, .body = take_body, .arg = &told};
    static const struct span body = {"{}", 2};
    if (!provider.upstream)
        start();
    provider.bytes = (const char *)data;
    provider.len = size;
    struct upstream_request request = {.method = "POST",
                                       .url = provider.url,
                                       .body = &body,
                                       .body_parts = 1,
                                       .watch = {.client_fd = -1, .stop_fd = -1},
                                       .total_timeout = 10};
    int rc = upstream_call(provider.upstream, &request, &sink, &err);
    while (sem_wait(&provider.served) < 0)
        continue;
    check((rc == 0) == (err.kind == ERR_NONE) && (rc < 0 || told.heads == 1));
    check(rc == 0 || err.kind == ERR_UPSTREAM || told.body > BODY_MAX);
    for (const char *c = err.message; *c; c++)
        check((unsigned char)*c >= ' ' && *c != 0x7f);
    return 0;
}
