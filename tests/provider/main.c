/*
 * The test provider: APIs of several providers on 127.0.0.1 that answer
 * deterministically, are strict, and fail when told to. See README.md.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <getopt.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "server.h"

#define BACKLOG 4096

struct options {
    unsigned port;
    const char *port_file, *log_file, *cert_file, *key_file;
    struct behaviour usual;
};

static volatile sig_atomic_t stop;

static void on_signal(int signal) {
    (void)signal;
    stop = 1;
}

static int usage(void) {
    fputs("usage: provider --port N [--port-file FILE] [--tls CERT KEY] [--log FILE]\n"
          "                [--default-behaviour OPTIONS]\n",
          stderr);
    return -1;
}

static int read_port(const char *text, unsigned *port) {
    char *end;
    errno = 0;
    unsigned long value = strtoul(text, &end, 10);
    *port = (unsigned)value;
    return errno || end == text || *end || value > 65535 ? -1 : 0;
}

static int read_options(struct options *options, int argc, char **argv) {
    static const struct option known[] = {
        {"port", required_argument, NULL, 'p'},
        {"port-file", required_argument, NULL, 'f'},
        {"tls", required_argument, NULL, 't'},
        {"log", required_argument, NULL, 'l'},
        {"default-behaviour", required_argument, NULL, 'b'},
        {NULL, 0, NULL, 0},
    };
    bool has_port = false;
    const char *wrong;
    for (int option; (option = getopt_long(argc, argv, "", known, NULL)) != -1;) {
        if (option == 'p' && read_port(optarg, &options->port) == 0)
            has_port = true;
        else if (option == 'f')
            options->port_file = optarg;
        else if (option == 'l')
            options->log_file = optarg;
        else if (option == 'b' && behaviour_set(&options->usual, optarg, &wrong) == 0)
            continue;
        else if (option == 't' && optind < argc) {
            options->cert_file = optarg;
            options->key_file = argv[optind++]; /* --tls takes two values */
        } else
            return usage();
    }
    return has_port && optind == argc ? 0 : usage();
}

/* Returns the socket, or -1 after a message. Sets the port that was taken. */
static int listen_on(unsigned *port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)*port)};
    socklen_t len = sizeof address;
    int on = 1, fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (fd < 0 || setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) ||
        bind(fd, (struct sockaddr *)&address, sizeof address) || listen(fd, BACKLOG) ||
        getsockname(fd, (struct sockaddr *)&address, &len)) {
        perror("provider: listen");
        if (fd >= 0)
            close(fd);
        return -1;
    }
    *port = ntohs(address.sin_port);
    return fd;
}

/* The file appears with the port in it, never empty. */
static int write_port(const char *name, unsigned port) {
    char part[4096];
    if (snprintf(part, sizeof part, "%s.part", name) >= (int)sizeof part)
        return -1;
    FILE *file = fopen(part, "w");
    if (!file)
        return -1;
    int written = fprintf(file, "%u\n", port);
    return fclose(file) || written < 0 || rename(part, name) ? -1 : 0;
}

/* As many connections as we are allowed to have. */
static void raise_file_limit(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

/* SIGTERM and SIGINT end the loop; they come only while it waits. */
static void catch_signals(sigset_t *waiting) {
    struct sigaction action = {.sa_handler = on_signal};
    sigset_t blocked;
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGINT, &action, NULL);
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGTERM);
    sigaddset(&blocked, SIGINT);
    sigprocmask(SIG_BLOCK, &blocked, waiting);
    signal(SIGPIPE, SIG_IGN); /* TLS writes without MSG_NOSIGNAL */
}

static FILE *open_log(const char *name) {
    FILE *log = fopen(name, "w");
    if (log)
        setvbuf(log, NULL, _IOLBF, 0);
    else
        perror(name);
    return log;
}

static int serve(const struct options *options, int listener, unsigned port, struct tls_server *tls) {
    struct provider provider = {.usual = options->usual};
    sigset_t waiting;
    snprintf(provider.origin, sizeof provider.origin, "http%s://127.0.0.1:%u", tls ? "s" : "", port);
    if (options->log_file && !(provider.log = open_log(options->log_file)))
        return -1;
    catch_signals(&waiting);
    int result = -1;
    if (options->port_file && write_port(options->port_file, port))
        perror(options->port_file);
    else
        result = server_run(listener, tls, &provider, &stop, &waiting);
    if (provider.log)
        fclose(provider.log);
    return result;
}

int main(int argc, char **argv) {
    struct options options = {.usual = behaviour_plain};
    struct tls_server *tls = NULL;
    if (read_options(&options, argc, argv))
        return 2;
    raise_file_limit();
    if (options.cert_file && !(tls = tls_server_new(options.cert_file, options.key_file)))
        return 1;
    unsigned port = options.port;
    int listener = listen_on(&port);
    int result = listener < 0 ? -1 : serve(&options, listener, port, tls);
    if (listener >= 0)
        close(listener);
    tls_server_free(tls);
    return result ? 1 : 0;
}
