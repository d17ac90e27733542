/* Plain CGI: variables in the environment, body on standard input, reply on standard output. */
#include "front/cgi.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/clock.h"
#include "front/routes.h"

#define OUTPUT_MAX    (64u << 10)
#define DRAIN_SECONDS 5

struct cgi {
    struct buf out;
    atomic_bool told_to_end;
    int wait_ms; /* for input */
    long left;   /* bytes of the body to come; -1: up to the end of the input */
    int stop_writer;
};

bool cgi_started(void) {
    return getenv("GATEWAY_INTERFACE") && getenv("REQUEST_METHOD");
}

static const char *get_variable(void *arg, const char *name) {
    (void)arg;
    return getenv(name);
}

static void limit_input(void *arg, int seconds) {
    struct cgi *cgi = arg;
    cgi->wait_ms = seconds * 1000;
}

static long read_input(void *arg, char *bytes, size_t len) {
    struct cgi *cgi = arg;
    struct pollfd pfd = {.fd = STDIN_FILENO, .events = POLLIN};
    ssize_t n;
    if (cgi->left >= 0 && (unsigned long)cgi->left < len)
        len = (size_t)cgi->left; /* RFC 3875, 4.2: there may be no end behind it */
    if (len == 0)
        return 0;
    if (poll(&pfd, 1, cgi->wait_ms) == 0)
        return READ_LATE;
    do
        n = read(STDIN_FILENO, bytes, len);
    while (n < 0 && errno == EINTR);
    if (cgi->left > 0 && n > 0)
        cgi->left -= n;
    return n < 0 ? READ_BROKEN : (long)n;
}

/* What an early refusal did not read: Apache loses the answer if its socket is closed over unread bytes. */
static void drain_input(struct cgi *cgi) {
    char bytes[16384];
    int64_t deadline = clock_mono_ms() + DRAIN_SECONDS * INT64_C(1000);
    limit_input(cgi, DRAIN_SECONDS);
    while (!atomic_load(&cgi->told_to_end) && clock_mono_ms() < deadline &&
           read_input(cgi, bytes, sizeof bytes) > 0)
        ;
}

/* Standard input says nothing about the client: under some servers it is a file, or ended from the beginning.
 */
static bool is_gone(void *arg) {
    struct cgi *cgi = arg;
    struct pollfd pfd = {.fd = STDOUT_FILENO};
    return atomic_load(&cgi->told_to_end) || (poll(&pfd, 1, 0) > 0 && pfd.revents & (POLLHUP | POLLERR));
}

static int flush_output(void *arg) {
    struct cgi *cgi = arg;
    for (size_t done = 0; done < cgi->out.len;) {
        ssize_t n = write(STDOUT_FILENO, cgi->out.data + done, cgi->out.len - done);
        if (n < 0 && errno != EINTR)
            return -1;
        done += n > 0 ? (size_t)n : 0;
    }
    buf_clear(&cgi->out);
    return 0;
}

static int write_output(void *arg, const char *bytes, size_t len) {
    struct cgi *cgi = arg;
    while (len > 0) {
        size_t n = len < OUTPUT_MAX ? len : OUTPUT_MAX;
        if (cgi->out.len + n > OUTPUT_MAX && flush_output(cgi) < 0)
            return -1;
        buf_add(&cgi->out, bytes, n);
        bytes += n;
        len -= n;
    }
    return 0;
}

static void end_output(void *arg) {
    flush_output(arg);
}

static void *wait_end(void *arg) {
    struct cgi *cgi = arg;
    sigset_t end;
    int got;
    sigemptyset(&end);
    sigaddset(&end, SIGTERM);
    sigwait(&end, &got);
    atomic_store(&cgi->told_to_end, true);
    if (write(cgi->stop_writer, "", 1) < 0)
        _exit(1);
    return NULL;
}

/* Content-Length; -1 if there is none, or none that is a number, which the body's reader refuses. */
static long announced(void) {
    const char *text = getenv("CONTENT_LENGTH");
    char *end = NULL;
    long length = text && *text ? strtol(text, &end, 10) : -1;
    return end && *end == '\0' && length >= 0 ? length : -1;
}

void cgi_serve(struct hub *hub, int stop_writer) {
    static struct cgi cgi; /* SIGTERM may come until the process has ended, and its thread uses this */
    cgi.stop_writer = stop_writer;
    cgi.wait_ms = -1;
    cgi.left = announced();
    struct request_source source = {get_variable, read_input, limit_input, is_gone, &cgi, STDOUT_FILENO};
    struct reply_writer writer = {write_output, flush_output, end_output, &cgi};
    pthread_t thread;
    buf_init(&cgi.out, OUTPUT_MAX);
    if (pthread_create(&thread, NULL, wait_end, &cgi) == 0)
        pthread_detach(thread);
    routes_serve(hub, &source, &writer);
    drain_input(&cgi);
    close(STDOUT_FILENO); /* the client has all: handing over the ledger is not its concern */
    buf_free(&cgi.out);
}
