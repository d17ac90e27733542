/* aihub.fcgi: options, the world, and one of the ways to serve; nothing else. */
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <fcntl.h>
#include <malloc.h>
#include <sys/resource.h>

#include "base/log.h"
#include "base/secret.h"
#include "front/cgi.h"
#include "front/fcgi.h"

#define THREADS_DEFAULT 256        /* until a configuration can be read */
#define LARGE_BLOCK     (4u << 20) /* bytes from which memory gets a mapping of its own */

static const char usage[] = "usage: aihub.fcgi [--config FILE] [--listen unix:PATH|HOST:PORT]\n"
                            "Started by a web server it needs no options: it finds out whether it runs as\n"
                            "CGI or with an inherited FastCGI socket.\n";

struct options {
    const char *config, *listen;
};

/* Returns -1 to go on, else the exit status. */
static int read_options(int argc, char **argv, struct options *options) {
    static const struct option known[] = {{"config", required_argument, NULL, 'c'},
                                          {"listen", required_argument, NULL, 'l'},
                                          {"version", no_argument, NULL, 'V'},
                                          {"help", no_argument, NULL, 'h'},
                                          {0}};
    for (int option; (option = getopt_long(argc, argv, "c:l:Vh", known, NULL)) != -1;)
        switch (option) {
        case 'c':
            options->config = optarg;
            break;
        case 'l':
            options->listen = optarg;
            break;
        case 'V':
            puts("aihub " PACKAGE_VERSION);
            return 0;
        case 'h':
            fputs(usage, stdout);
            return 0;
        default:
            fputs(usage, stderr);
            return 2;
        }
    if (optind == argc)
        return -1;
    fputs(usage, stderr);
    return 2;
}

static int threads_of(struct hub *hub, bool cgi) {
    const struct config *config = live_take(hub->live);
    int threads = config ? config->threads : THREADS_DEFAULT;
    live_give(hub->live, config);
    return cgi ? 1 : threads;
}

static void hand_over(struct hub *hub) {
    if (hub->ledger)
        ledger_hand_over(hub->ledger);
}

/* Each call takes a descriptor on either side; the usual soft limit of 1024 is one for select(), not for us.
 */
static void raise_descriptors(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) < 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

/* A large body then grows without being copied, and goes back to the system when it is freed. By itself
 * malloc moves the first threshold up to 32 MB when large ones are freed, and the second one along. */
static void keep_large_blocks_apart(void) {
    mallopt(M_MMAP_THRESHOLD, LARGE_BLOCK);
    mallopt(M_TRIM_THRESHOLD, 2 * LARGE_BLOCK);
}

static void block_signals(void) {
    sigset_t all;
    sigfillset(&all);
    sigdelset(&all, SIGSEGV);
    sigdelset(&all, SIGBUS);
    sigdelset(&all, SIGFPE);
    sigdelset(&all, SIGILL);
    sigdelset(&all, SIGABRT);
    pthread_sigmask(SIG_SETMASK, &all, NULL);
    signal(SIGPIPE, SIG_IGN);
}

static int open_socket(const struct options *options) {
    struct error err = {0};
    if (!options->listen && fcgi_inherited())
        return STDIN_FILENO;
    if (!options->listen) {
        fputs(usage, stderr);
        return -1;
    }
    int fd = fcgi_listen(options->listen, &err);
    if (fd < 0)
        fprintf(stderr, "aihub.fcgi: %s\n", err.message);
    return fd;
}

int main(int argc, char **argv) {
    struct options options = {0};
    bool cgi = !fcgi_inherited() && cgi_started();
    /* Of a CGI program the command line is the client's: the words of a query without "=" (RFC 3875, 4.4). */
    int stop[2], status = cgi ? -1 : read_options(argc, argv, &options);
    if (status >= 0)
        return status;
    int socket = cgi ? -1 : open_socket(&options);
    if (!cgi && socket < 0)
        return 2;
    if (secret_start() < 0 || pipe2(stop, O_CLOEXEC) < 0) {
        fputs("aihub.fcgi: cannot start\n", stderr);
        return 1;
    }
    if (!cgi)
        fcgi_start(); /* installs handlers of its own, so ours come after it */
    block_signals();
    raise_descriptors();
    keep_large_blocks_apart();
    char *path = options.config ? xstrdup(options.config) : config_locate();
    struct hub hub = {.live = live_new(path), .stop_fd = stop[0], .ledger_lock = PTHREAD_MUTEX_INITIALIZER};
    hub.start = cgi ? HUB_CGI : options.listen ? HUB_LISTENS : HUB_SPAWNED;
    hub.threads = threads_of(&hub, cgi);
    hub.upstream = upstream_new(cgi);
    bool ended = true;
    if (cgi)
        cgi_serve(&hub, stop[1]);
    else
        ended = fcgi_serve(&hub, socket, options.listen, stop[1], hand_over);
    if (!ended) {
        hand_over(&hub);
        _exit(0); /* requests that would not end go with the process; the next keeper accounts for them */
    }
    if (hub.ledger)
        ledger_free(hub.ledger);
    upstream_free(hub.upstream);
    live_free(hub.live);
    free(path);
    return 0;
}
