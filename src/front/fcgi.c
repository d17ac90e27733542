/* FastCGI: the accept loop, the pool of threads, libfcgi's streams. The only file that knows libfcgi. */
#include "front/fcgi.h"

#include <errno.h>
#include <fcgiapp.h>
#include <fcntl.h>
#include <malloc.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "front/routes.h"

#define CLOSE_WAIT_MS "200" /* libfcgi waits this long for the web server to close; 2 s by itself */
#define STACK         (256u << 10)
#define SPARE         16    /* idle threads that are kept */
#define EAGER         2     /* threads that take the processor from others when a request comes */
#define KICK_MS       20    /* between two signals to threads that wait for a request */
#define BACKLOG_MS    500   /* for requests that wait in the backlog when the end comes */
#define LAST_MS       1000  /* for requests to end after they were told to */
#define KEPT_MS       30000 /* for the next request on a kept connection */
#define HEAD_SECONDS  10    /* that a web server may pause within the head of a request */
#define BACKLOG       1024
#define DRAIN_DEFAULT 7

static const char UNIX[] = "unix:";

enum { NO_SOCKET = -1 }; /* for libfcgi: we accept ourselves */

struct pool {
    struct hub *hub;
    int socket;
    bool tcp; /* its events go out one by one */
    pthread_mutex_t lock;
    pthread_cond_t changed;
    struct worker *workers;
    int total, idle;
    bool stopping;
};

struct worker {
    struct worker *next;
    struct pool *pool;
    pthread_t thread;
    bool waiting; /* may be interrupted: in accept, or, if `kept`, for the next request on its connection */
    bool kept;
    bool patient;
};

/* ---- one request ------------------------------------------------------------- */

static const char *get_variable(void *arg, const char *name) {
    const FCGX_Request *request = arg;
    return FCGX_GetParam(name, request->envp);
}

/* What is there: libfcgi itself would wait until all that was asked for is. */
static int take_buffered(FCGX_Stream *in, char *bytes, size_t len) {
    size_t there = (size_t)(in->stop - in->rdNext);
    return there > 0 && len > 0 ? FCGX_GetStr(bytes, (int)(there < len ? there : len), in) : 0;
}

static long read_input(void *arg, char *bytes, size_t len) {
    const FCGX_Request *request = arg;
    FCGX_Stream *in = request->in;
    int n = take_buffered(in, bytes, len);
    if (n == 0 && (n = FCGX_GetStr(bytes, 1, in)) == 1)
        n += take_buffered(in, bytes + 1, len - 1);
    if (n > 0 || !FCGX_GetError(in))
        return n;
    return FCGX_GetError(in) == EAGAIN ? READ_LATE : READ_BROKEN;
}

static void limit_wait(int fd, int seconds) {
    struct timeval wait = {.tv_sec = seconds};
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
}

static void limit_input(void *arg, int seconds) {
    const FCGX_Request *request = arg;
    limit_wait(request->ipcFd, seconds);
}

/* Bytes may be left-overs of the request; only the end of them is a client that left. */
static bool is_gone(void *arg) {
    const FCGX_Request *request = arg;
    struct pollfd pfd = {.fd = request->ipcFd, .events = POLLIN | POLLRDHUP};
    char byte;
    if (poll(&pfd, 1, 0) <= 0)
        return false;
    if (pfd.revents & (POLLHUP | POLLERR))
        return true;
    return recv(request->ipcFd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

/* What fits into libfcgi's buffer goes out in one record: an event is not split for want of a few bytes. */
static int write_output(void *arg, const char *bytes, size_t len) {
    FCGX_Request *request = arg;
    FCGX_Stream *out = request->out;
    if ((size_t)(out->stop - out->wrNext) < len && FCGX_FFlush(out) < 0)
        return -1;
    while (len > 0) {
        int n = FCGX_PutStr(bytes, len > INT32_MAX ? INT32_MAX : (int)len, out);
        if (n <= 0)
            return -1;
        bytes += n;
        len -= (size_t)n;
    }
    return 0;
}

static int flush_output(void *arg) {
    FCGX_Request *request = arg;
    return FCGX_FFlush(request->out) < 0 ? -1 : 0;
}

/* Whether all of the request was read: libfcgi says so of input that broke off, too. */
static bool is_read(const FCGX_Request *request) {
    return FCGX_HasSeenEOF(request->in) && FCGX_GetError(request->in) == 0;
}

/* A connection is kept if nothing of this request is left in it, which would be taken for the next one:
 * whoever sent a body could write a request, with any variables. */
static void keep_clean(FCGX_Request *request) {
    if (request->keepConnection && (FCGX_GetChar(request->in) != -1 || !is_read(request)))
        request->keepConnection = 0;
}

/* One write for what is left and the end of the request. On a kept connection the next request may come
 * after that, so there it waits until the connection's fate is known. */
static void end_output(void *arg) {
    FCGX_Request *request = arg;
    if (request->keepConnection)
        return;
    FCGX_FClose(request->err);
    FCGX_FClose(request->out);
}

static void serve(struct hub *hub, FCGX_Request *request) {
    struct request_source source = {get_variable, read_input, limit_input, is_gone, request, request->ipcFd};
    struct reply_writer writer = {write_output, flush_output, end_output, request};
    routes_serve(hub, &source, &writer);
}

/* libfcgi closes by shutting down its half and waiting for the other, so that input that was not read does
 * not turn the answer into a reset. Where all input was read it can close at once; that is what a detached
 * request does. */
static void finish(FCGX_Request *request) {
    keep_clean(request);
    if (is_read(request))
        FCGX_Detach(request);
    FCGX_Finish_r(request);
    FCGX_Attach(request);
}

/* ---- the web server's connections ---------------------------------------------- */

/* Waits for a connection and gives it to libfcgi as one that was kept: its own accept would leave no moment
 * between a connection and the wait for its first bytes, in which a thread counts as busy. Returns 0, or -1
 * with errno. */
static int accept_connection(FCGX_Request *request, int socket, bool tcp) {
    request->ipcFd = accept4(socket, NULL, NULL, SOCK_CLOEXEC);
    if (request->ipcFd < 0)
        return -1;
    request->keepConnection = 1;
    limit_wait(request->ipcFd, HEAD_SECONDS);
    if (tcp)
        setsockopt(request->ipcFd, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
    return 0;
}

/* libfcgi takes a head that broke off for one that ended. */
static int read_head(FCGX_Request *request) {
    if (FCGX_Accept_r(request) < 0)
        return -1;
    if (FCGX_GetError(request->in) == 0)
        return 0;
    FCGX_Free(request, 1);
    return -1;
}

/* Waits for the next request on the connection of the last one; lets it go if none comes. */
static int await_next(FCGX_Request *request) {
    struct pollfd pfd = {.fd = request->ipcFd, .events = POLLIN};
    int ready = poll(&pfd, 1, KEPT_MS);
    if (ready == 0)
        FCGX_Free(request, 1);
    if (ready <= 0) {
        errno = EINTR; /* as if it were only a signal */
        return -1;
    }
    limit_wait(request->ipcFd, HEAD_SECONDS);
    return 0;
}

/* ---- the pool ---------------------------------------------------------------- */

static void *work(void *arg);

/* With the lock held. */
static void add_worker(struct pool *pool) {
    struct worker *worker = xcalloc(1, sizeof *worker);
    pthread_attr_t attr;
    pthread_attr_init(&attr);
    pthread_attr_setstacksize(&attr, STACK);
    pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
    worker->pool = pool;
    worker->patient = pool->total >= EAGER;
    int rc = pthread_create(&worker->thread, &attr, work, worker);
    pthread_attr_destroy(&attr);
    if (rc != 0) {
        log_line("no more threads to be had: %s", strerror(rc));
        free(worker);
        return;
    }
    worker->next = pool->workers;
    pool->workers = worker;
    pool->total++;
}

static void remove_worker(struct pool *pool, struct worker *worker) {
    struct worker **at = &pool->workers;
    while (*at != worker)
        at = &(*at)->next;
    *at = worker->next;
    if (--pool->total == SPARE)
        malloc_trim(0); /* the memory of a peak goes back to the system */
    pthread_cond_signal(&pool->changed);
    free(worker);
}

/* Whether the thread goes on; if so it waits from here on. Only who can take a new connection is idle. */
static bool begin_wait(struct worker *worker, bool kept) {
    struct pool *pool = worker->pool;
    pthread_mutex_lock(&pool->lock);
    bool leave = pool->stopping || (!kept && pool->idle >= SPARE && worker->patient);
    if (!leave && !kept)
        pool->idle++;
    worker->waiting = !leave;
    worker->kept = kept;
    pthread_mutex_unlock(&pool->lock);
    return !leave;
}

/* Threads that wait on kept connections let these go, so that one of them takes new ones. With the lock held.
 */
static void call_back_kept(struct pool *pool) {
    for (struct worker *w = pool->workers; w; w = w->next)
        if (w->waiting && w->kept)
            pthread_kill(w->thread, SIGUSR2);
}

/* Whether nobody could take a new connection. */
static bool is_crowded(struct pool *pool) {
    pthread_mutex_lock(&pool->lock);
    bool crowded = pool->idle == 0 && pool->total >= pool->hub->threads;
    pthread_mutex_unlock(&pool->lock);
    return crowded;
}

/* Somebody always waits for the next connection. */
static void end_wait(struct worker *worker, bool kept, bool busy) {
    struct pool *pool = worker->pool;
    pthread_mutex_lock(&pool->lock);
    worker->waiting = false;
    if (!kept)
        pool->idle--;
    if (busy && pool->idle == 0 && pool->total < pool->hub->threads && !pool->stopping)
        add_worker(pool);
    else if (busy && pool->idle == 0)
        call_back_kept(pool);
    pthread_mutex_unlock(&pool->lock);
}

/* Waits for a request. Returns false when this thread shall end. */
static bool wait_request(struct worker *worker, FCGX_Request *request) {
    for (;;) {
        if (request->ipcFd >= 0 && is_crowded(worker->pool))
            FCGX_Free(request, 1);
        bool kept = request->ipcFd >= 0;
        if (!begin_wait(worker, kept))
            return false;
        int rc =
            kept ? await_next(request) : accept_connection(request, worker->pool->socket, worker->pool->tcp);
        int why = errno;
        end_wait(worker, kept, rc == 0);
        if (rc == 0 && read_head(request) == 0)
            return true;
        if (rc < 0 && why != EINTR && why != ECONNABORTED)
            usleep(10000); /* out of descriptors, perhaps: not in a tight loop */
    }
}

/* A kept connection is not worth a thread that nobody else could have. */
static void let_go(struct pool *pool, FCGX_Request *request) {
    pthread_mutex_lock(&pool->lock);
    if (pool->idle == 0)
        request->keepConnection = 0;
    pthread_mutex_unlock(&pool->lock);
}

/* A hint to the system: a worker that wakes shall not take the processor from whoever runs. The web server
 * connects for one request after the other and writes each behind its connection: under load it had better
 * finish its round, and a worker that comes at once finds nothing to read yet. */
static void be_patient(void) {
    struct sched_param none = {0};
    sched_setscheduler(0, SCHED_BATCH, &none);
}

static void *work(void *arg) {
    struct worker *worker = arg;
    struct pool *pool = worker->pool;
    FCGX_Request request;
    sigset_t kick;
    sigemptyset(&kick);
    sigaddset(&kick, SIGUSR2);
    FCGX_InitRequest(&request, NO_SOCKET, FCGI_FAIL_ACCEPT_ON_INTR);
    pthread_sigmask(SIG_UNBLOCK, &kick, NULL);
    if (worker->patient)
        be_patient();
    while (wait_request(worker, &request)) {
        serve(pool->hub, &request);
        let_go(pool, &request);
        finish(&request);
    }
    FCGX_Free(&request, 1);
    pthread_mutex_lock(&pool->lock);
    remove_worker(pool, worker);
    pthread_mutex_unlock(&pool->lock);
    return NULL;
}

/* A signal interrupts only the thread that gets it, and only if it already waits: so all of them, again and
 * again. */
static void kick_waiting(struct pool *pool) {
    for (struct worker *w = pool->workers; w; w = w->next)
        if (w->waiting)
            pthread_kill(w->thread, SIGUSR2);
}

static bool has_waiting(const struct pool *pool) {
    for (const struct worker *w = pool->workers; w; w = w->next)
        if (w->waiting)
            return true;
    return false;
}

static bool has_workers(const struct pool *pool) {
    return pool->total > 0;
}

/* Waits until that is no longer so or the time has come. */
static void wait_workers(struct pool *pool, bool (*still)(const struct pool *pool), int64_t deadline) {
    pthread_mutex_lock(&pool->lock);
    while (still(pool) && clock_mono_ms() < deadline) {
        struct timespec until = clock_timespec(clock_mono_ms() + KICK_MS);
        kick_waiting(pool);
        pthread_cond_timedwait(&pool->changed, &pool->lock, &until);
    }
    pthread_mutex_unlock(&pool->lock);
}

/*
 * Who comes now is refused and can be sent elsewhere, instead of waiting in vain for the end of the requests
 * that run. Not by shutdown(): other processes may serve on at this socket.
 */
static void leave_socket(const struct pool *pool) {
    int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (nothing >= 0 && dup3(nothing, pool->socket, O_CLOEXEC) >= 0)
        close(nothing);
}

/* The name goes first: who comes from now on finds the next process there, or nobody. */
static void forget_address(const char *address) {
    if (strncmp(address, UNIX, sizeof UNIX - 1) == 0)
        unlink(address + sizeof UNIX - 1);
}

/* Those who had come before that are still served. */
static void serve_backlog(const struct pool *pool) {
    struct pollfd pfd = {.fd = pool->socket, .events = POLLIN};
    int64_t deadline = clock_mono_ms() + BACKLOG_MS;
    while (poll(&pfd, 1, 0) > 0 && clock_mono_ms() < deadline)
        usleep(1000);
}

static int drain_ms(struct hub *hub) {
    const struct config *config = live_take(hub->live);
    int seconds = config ? config->drain_seconds : DRAIN_DEFAULT;
    live_give(hub->live, config);
    return seconds * 1000;
}

static void no_op(int signal) {
    (void)signal;
}

static bool is_tcp(int socket) {
    int domain = 0;
    socklen_t len = sizeof domain;
    return getsockopt(socket, SOL_SOCKET, SO_DOMAIN, &domain, &len) == 0 && domain != AF_UNIX;
}

static void init_pool(struct pool *pool, struct hub *hub, int socket) {
    pthread_condattr_t attr;
    *pool = (struct pool){.hub = hub, .socket = socket, .tcp = is_tcp(socket)};
    pthread_mutex_init(&pool->lock, NULL);
    pthread_condattr_init(&attr);
    pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
    pthread_cond_init(&pool->changed, &attr);
    pthread_condattr_destroy(&attr);
}

bool fcgi_serve(struct hub *hub, int socket, const char *own, int stop_writer,
                void (*stopping)(struct hub *hub)) {
    struct pool *pool = xcalloc(1, sizeof *pool);
    struct sigaction kick = {.sa_handler = no_op}; /* without SA_RESTART: accept returns */
    sigset_t end;
    int got;
    init_pool(pool, hub, socket);
    sigaction(SIGUSR2, &kick, NULL);
    pthread_mutex_lock(&pool->lock);
    add_worker(pool);
    pthread_mutex_unlock(&pool->lock);
    sigemptyset(&end);
    sigaddset(&end, SIGTERM);
    sigaddset(&end, SIGINT);
    sigwait(&end, &got);
    int64_t deadline = clock_mono_ms() + drain_ms(hub);
    if (own)
        forget_address(own);
    serve_backlog(pool);
    FCGX_ShutdownPending();
    pthread_mutex_lock(&pool->lock);
    pool->stopping = true;
    kick_waiting(pool);
    pthread_mutex_unlock(&pool->lock);
    wait_workers(pool, has_waiting, deadline);
    leave_socket(pool);
    stopping(hub);
    wait_workers(pool, has_workers, deadline);
    if (write(stop_writer, "", 1) == 1)
        wait_workers(pool, has_workers, clock_mono_ms() + LAST_MS);
    pthread_mutex_lock(&pool->lock);
    bool ended = pool->total == 0;
    pthread_mutex_unlock(&pool->lock);
    if (ended)
        free(pool); /* else a worker may still look into it */
    return ended;
}

/* ---- sockets ------------------------------------------------------------------ */

void fcgi_start(void) {
    setenv("LIBFCGI_OS_CLOSE_POLL_TIMEOUT", CLOSE_WAIT_MS, 1);
    FCGX_Init();
}

bool fcgi_inherited(void) {
    int listening = 0;
    socklen_t len = sizeof listening;
    return getsockopt(STDIN_FILENO, SOL_SOCKET, SO_ACCEPTCONN, &listening, &len) == 0 && listening;
}

static int fail(struct error *err, const char *address, const char *why) {
    return error_set(err, ERR_REQUEST, "cannot listen on %s: %s", address, why);
}

static int listen_unix(const char *path, const char *address, struct error *err) {
    struct sockaddr_un where = {.sun_family = AF_UNIX};
    if (strlen(path) >= sizeof where.sun_path)
        return fail(err, address, "the path is too long");
    snprintf(where.sun_path, sizeof where.sun_path, "%s", path);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return fail(err, address, strerror(errno));
    if (connect(fd, (struct sockaddr *)&where, sizeof where) == 0) {
        close(fd);
        return fail(err, address, "somebody else serves there");
    }
    if (errno == ECONNREFUSED)
        unlink(path);
    if (bind(fd, (struct sockaddr *)&where, sizeof where) == 0 && listen(fd, BACKLOG) == 0)
        return fd;
    fail(err, address, strerror(errno));
    close(fd);
    return -1;
}

static int listen_tcp(const char *address, struct error *err) {
    char host[256];
    const char *colon = strrchr(address, ':');
    if (!colon || (size_t)(colon - address) >= sizeof host)
        return fail(err, address, "it must be unix:PATH or HOST:PORT");
    snprintf(host, sizeof host, "%.*s", (int)(colon - address), address);
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE}, *found;
    size_t len = strlen(host);
    bool bracketed = len > 1 && host[0] == '[' && host[len - 1] == ']';
    if (bracketed)
        host[len - 1] = '\0';
    int rc = getaddrinfo(host[0] ? host + bracketed : "127.0.0.1", colon + 1, &hints, &found);
    if (rc != 0)
        return fail(err, address, gai_strerror(rc));
    int fd = socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0), one = 1;
    if (fd >= 0)
        setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    bool good = fd >= 0 && bind(fd, found->ai_addr, found->ai_addrlen) == 0 && listen(fd, BACKLOG) == 0;
    freeaddrinfo(found);
    if (good)
        return fd;
    fail(err, address, strerror(errno));
    if (fd >= 0)
        close(fd);
    return -1;
}

int fcgi_listen(const char *address, struct error *err) {
    return strncmp(address, UNIX, sizeof UNIX - 1) == 0 ? listen_unix(address + sizeof UNIX - 1, address, err)
                                                        : listen_tcp(address, err);
}
