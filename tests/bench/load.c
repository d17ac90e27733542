/*
 * A load generator and stream checker for chat completions: one thread, one
 * epoll, a fixed number of connections, each with one call at a time.
 */
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "load_options.h"
#include "load_report.h"
#include "load_response.h"

#define READ_SIZE 65536
#define EVENTS_AT_ONCE 256
#define TICK_US 10000 /* how often deadlines and retries are looked at */
#define REQUEST_MAX (256 << 20)

enum call_state {
    CALL_IDLE,
    CALL_RUNNING,
    CALL_RESTING, /* failed, will be tried again */
};

struct call {
    enum call_state state;
    int fd;             /* -1: no connection */
    uint64_t began;     /* when the call did, or should have */
    uint64_t due;       /* deadline, or when to try again */
    uint64_t failed_at; /* the first failure of this call, 0: none */
    bool fresh;         /* this is the connection's first request */
    struct buf request;
    size_t sent;
    struct response response;
    struct check check;
};

struct load {
    struct options options;
    struct report report;
    int epoll;
    uint64_t begin, now, last_end, last_tick;
    uint64_t started, running;
    struct call *calls;
    struct call **idle;
    size_t idle_count;
    char scratch[READ_SIZE];
};

static uint64_t clock_us(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

/* ---- the end of a call ---- */

static void disconnect(struct call *call) {
    if (call->fd >= 0)
        close(call->fd);
    call->fd = -1;
}

static void end_call(struct load *load, struct call *call, enum failure failure) {
    struct report *report = &load->report;
    if (failure == FAIL_NONE) {
        report->ok++;
        histogram_add(&report->latency, load->now - call->began);
        if (call->failed_at && load->now - call->failed_at > report->recovery_us)
            report->recovery_us = load->now - call->failed_at;
    } else {
        report->failed[failure]++;
    }
    report->events += call->check.events;
    load->last_end = load->now;
    load->running--;
    load->idle[load->idle_count++] = call;
    call->state = CALL_IDLE;
}

/* Whether a failure is one of those that pass by themselves when a server starts again. */
static bool is_passing(const struct call *call, enum failure failure) {
    bool began = call->response.status != 0;
    return failure == FAIL_CONNECT || (failure == FAIL_CUT && !began) ||
           (failure == FAIL_STATUS && call->response.status >= 500);
}

static void begin_try(struct load *load, struct call *call);

static void end_try(struct load *load, struct call *call, enum failure failure) {
    bool began = call->response.status != 0;
    if (failure == FAIL_CUT && !began && !call->fresh) {
        /* The server closed a kept connection just then: no fault of anybody. */
        load->report.stale++;
        begin_try(load, call);
        return;
    }
    if (failure != FAIL_NONE && load->options.retry_us && is_passing(call, failure)) {
        if (!call->failed_at)
            call->failed_at = load->now;
        if (load->now - call->failed_at < load->options.retry_us) {
            load->report.retries++;
            call->state = CALL_RESTING;
            call->due = load->now + TICK_US;
            return;
        }
    }
    end_call(load, call, failure);
}

static void note_answer(struct load *load, const struct call *call, bool complete) {
    const struct response *response = &call->response;
    if (response->status == 0)
        return;
    load->report.statuses[response->status]++;
    if (load->options.ids)
        fprintf(load->options.ids, "%s %d %s\n", response->request_id, response->status,
                complete ? "complete" : "cut");
}

/* The response, or the connection before its end, is over. */
static void end_response(struct load *load, struct call *call, enum failure failure) {
    const struct response *response = &call->response;
    bool whole = response->state == RESPONSE_DONE, good = response->status == 200;
    if (whole && good &&
        (response->coded || response->event_stream != call->check.expected->stream))
        failure = FAIL_MALFORMED;
    else if (whole && good)
        failure = check_finish(&call->check);
    else if (whole)
        failure = FAIL_STATUS;
    note_answer(load, call, whole && (!good || !call->check.expected->stream || call->check.done));
    if (!whole || !response->keep_alive || !load->options.keep_alive)
        disconnect(call);
    end_try(load, call, failure);
}

/* ---- sending and receiving ---- */

/* Returns false if the call is over. */
static bool send_request(struct load *load, struct call *call) {
    while (call->sent < call->request.len) {
        ssize_t n = send(call->fd, call->request.data + call->sent, call->request.len - call->sent,
                         MSG_NOSIGNAL);
        if (n < 0 && errno == EAGAIN)
            return true;
        if (n < 0 && call->fresh && call->sent == 0) {
            disconnect(call);
            end_try(load, call, FAIL_CONNECT);
            return false;
        }
        if (n < 0) /* the server wants no more; its answer may be there all the same */
            return true;
        call->sent += (size_t)n;
    }
    return true;
}

/* ended: the connection's end has been told and will not be told again. */
static void receive(struct load *load, struct call *call, bool ended) {
    for (ssize_t n = READ_SIZE; ended || n == READ_SIZE;) {
        n = recv(call->fd, load->scratch, READ_SIZE, 0);
        load->now = call->check.now = clock_us();
        if (n < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        if (n > 0)
            response_feed(&call->response, load->scratch, (size_t)n, check_feed, &call->check);
        else
            response_finish(&call->response);
        bool bad = call->response.state == RESPONSE_BAD;
        if (n <= 0 || bad || call->response.state == RESPONSE_DONE) {
            end_response(load, call, bad ? FAIL_MALFORMED : FAIL_CUT);
            return;
        }
    }
}

static void handle_event(struct load *load, struct call *call, uint32_t events) {
    if (call->state == CALL_RUNNING && send_request(load, call))
        receive(load, call, (events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0);
    else if (call->state == CALL_IDLE && (events & ~(uint32_t)EPOLLOUT))
        disconnect(call); /* the server does not keep it any longer */
}

/* ---- the beginning of a call ---- */

static int open_connection(struct load *load, struct call *call) {
    const struct options *options = &load->options;
    int on = 1;
    call->fd = socket(options->address.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (call->fd < 0)
        return -1;
    setsockopt(call->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (connect(call->fd, (const struct sockaddr *)&options->address, options->address_len) &&
        errno != EINPROGRESS)
        return -1;
    load->report.connections++;
    struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET,
                                .data.ptr = call};
    return epoll_ctl(load->epoll, EPOLL_CTL_ADD, call->fd, &event);
}

static void begin_try(struct load *load, struct call *call) {
    call->state = CALL_RUNNING;
    call->due = load->now + load->options.timeout_us;
    call->sent = 0;
    response_clear(&call->response);
    check_begin(&call->check, call->check.number);
    call->fresh = call->fd < 0;
    if (call->fresh && open_connection(load, call)) {
        disconnect(call);
        end_try(load, call, FAIL_CONNECT);
    } else {
        send_request(load, call);
    }
}

static void write_request(const struct options *options, struct call *call) {
    char user[48];
    int len = snprintf(user, sizeof user, "{\"user\":\"user-%llu\",",
                       (unsigned long long)call->check.number);
    buf_clear(&call->request);
    buf_printf(&call->request, "%s%zu\r\n\r\n%s%s", options->head,
               (size_t)len + strlen(options->body), user, options->body);
}

static void begin_call(struct load *load, struct call *call, uint64_t began) {
    call->check.number = ++load->started;
    call->began = began;
    call->failed_at = 0;
    load->running++;
    write_request(&load->options, call);
    begin_try(load, call);
}

/* When the next request is to begin; UINT64_MAX: there is none. */
static uint64_t next_begin(const struct load *load) {
    const struct options *options = &load->options;
    if (load->started >= options->requests || load->now - load->begin >= options->seconds_us)
        return UINT64_MAX;
    return options->interval_us ? load->begin + load->started * options->interval_us : load->now;
}

/* ---- the loop ---- */

static void begin_calls(struct load *load) {
    uint64_t began;
    while (load->idle_count > 0 && (began = next_begin(load)) <= load->now)
        begin_call(load, load->idle[--load->idle_count], began);
}

static void tick(struct load *load) {
    if (load->now - load->last_tick < TICK_US)
        return;
    load->last_tick = load->now;
    for (size_t i = 0; i < load->options.connections; i++) {
        struct call *call = &load->calls[i];
        if (call->state == CALL_IDLE || call->due > load->now)
            continue;
        if (call->state == CALL_RESTING)
            begin_try(load, call);
        else
            end_response(load, call, FAIL_TIMEOUT);
    }
}

static int wait_ms(const struct load *load) {
    uint64_t next = load->idle_count > 0 ? next_begin(load) : UINT64_MAX;
    if (next <= load->now)
        return 0;
    uint64_t wait = next - load->now < TICK_US ? next - load->now : TICK_US;
    return (int)((wait + 999) / 1000);
}

static void run(struct load *load) {
    struct epoll_event events[EVENTS_AT_ONCE];
    load->begin = load->now = load->last_end = load->last_tick = clock_us();
    begin_calls(load);
    while (load->running > 0 || next_begin(load) != UINT64_MAX) {
        int count = epoll_wait(load->epoll, events, EVENTS_AT_ONCE, wait_ms(load));
        load->now = clock_us();
        for (int i = 0; i < count; i++)
            handle_event(load, events[i].data.ptr, events[i].events);
        tick(load);
        begin_calls(load);
    }
}

static void set_up(struct load *load) {
    size_t count = load->options.connections;
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
    load->calls = xcalloc(count, sizeof *load->calls);
    load->idle = xcalloc(count, sizeof *load->idle);
    for (size_t i = 0; i < count; i++) {
        struct call *call = &load->calls[i];
        call->fd = -1;
        buf_init(&call->request, REQUEST_MAX);
        response_init(&call->response);
        check_init(&call->check, &load->options.expected, &load->report.delays);
        load->idle[load->idle_count++] = call;
    }
}

static void tear_down(struct load *load) {
    for (size_t i = 0; i < load->options.connections; i++) {
        struct call *call = &load->calls[i];
        disconnect(call);
        buf_free(&call->request);
        response_free(&call->response);
        check_free(&call->check);
    }
    free(load->calls);
    free(load->idle);
}

int main(int argc, char **argv) {
    struct load *load = xcalloc(1, sizeof *load);
    int result = 2;
    if (options_read(&load->options, argc, argv) == 0 &&
        (load->epoll = epoll_create1(EPOLL_CLOEXEC)) >= 0) {
        set_up(load);
        run(load);
        report_print(&load->report, load->last_end - load->begin, load->options.as_json);
        result = report_failures(&load->report) ? 1 : 0;
        tear_down(load);
        close(load->epoll);
    }
    options_free(&load->options);
    free(load);
    return result;
}
