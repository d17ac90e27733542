/*
 * What `aihub doctor` asks through the web server, to see what arrives on the
 * way in and on the way out. Without its token there is nothing at these paths,
 * as at any other that does not exist.
 */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "endpoints/endpoints.h"
#include "gate/doctor_token.h"

#define ECHO_MAX    65536
#define EVENTS_MAX  100000
#define SECONDS_MAX 3600

/* A whole number from the query within bounds, `preset` if there is none. */
static int read_number(struct exchange *x, const char *name, long preset, long low, long high, long *value,
                       struct error *err) {
    const char *text = request_parameter(x->request, name);
    char *end = NULL;
    *value = text ? strtol(text, &end, 10) : preset;
    if (!text || (*text && !*end && *value >= low && *value <= high))
        return 0;
    return error_param(err, ERR_REQUEST, name, "%s must be from %ld to %ld.", name, low, high);
}

/* Waits until that moment (monotonic ms), or for the client's leave or the end of the hub. */
static int wait_until(struct exchange *x, int64_t moment, struct error *err) {
    struct pollfd watched[] = {{.fd = x->request->source->fd}, {.fd = x->hub->stop_fd, .events = POLLIN}};
    for (int64_t left; (left = moment - clock_mono_ms()) > 0;) {
        if (poll(watched, 2, (int)left) <= 0)
            continue;
        if (watched[1].revents)
            return error_set(err, ERR_UNAVAILABLE, "The hub is stopping.");
        return error_set(err, ERR_GONE, "the client is gone");
    }
    return 0;
}

/* ---- echo: what arrived ------------------------------------------------------- */

static void add_text(struct buf *out, const char *name, const char *value) {
    buf_printf(out, ",\"%s\":", name);
    if (value)
        buf_quote(out, value, strlen(value));
    else
        buf_puts(out, "null");
}

static void add_variable(struct buf *out, struct exchange *x, const char *name, const char *variable) {
    add_text(out, name, x->request->source->variable(x->request->source->arg, variable));
}

/* A header that may be long or secret is not sent back. */
static void add_header_hash(struct buf *out, struct exchange *x, const char *name) {
    unsigned char hash[SECRET_HASH];
    char hex[2 * SECRET_HASH + 1];
    const char *value = request_header(x->request, name);
    if (value) {
        secret_hash(value, strlen(value), hash);
        secret_hex(hash, sizeof hash, hex);
    }
    add_text(out, name, value ? hex : NULL);
}

static int reply_json(struct exchange *x, int status, const struct buf *body, struct error *err) {
    reply_begin(x->reply, status, "application/json");
    reply_header(x->reply, "Cache-Control", "no-store");
    reply_header(x->reply, "Retry-After", "7");
    reply_header(x->reply, "x-ratelimit-remaining-requests", "41");
    return reply_finish(x->reply, body->data, body->len, err);
}

static int probe_echo(struct exchange *x, struct error *err) {
    static const char *const starts[] = {
        [HUB_CGI] = "cgi", [HUB_SPAWNED] = "spawned", [HUB_LISTENS] = "listens"};
    struct body_rules rules = exchange_body_rules(x);
    struct body body;
    struct buf out;
    if (body_read(x->request, &rules, &body, err) < 0) {
        body_free(&body);
        return -1;
    }
    buf_init(&out, ECHO_MAX);
    buf_printf(&out, "{\"aihub\":\"%s\",\"body\":%zu,\"start\":\"%s\"", PACKAGE_VERSION, body.bytes.len,
               starts[x->hub->start]);
    add_text(&out, "uri", x->request->uri);
    add_text(&out, "query", x->request->query);
    add_header_hash(&out, x, "authorization");
    add_header_hash(&out, x, "x-aihub-doctor-long");
    add_variable(&out, x, "server", "SERVER_SOFTWARE");
    add_variable(&out, x, "root", "DOCUMENT_ROOT");
    add_variable(&out, x, "script", "SCRIPT_NAME");
    add_variable(&out, x, "file", "SCRIPT_FILENAME");
    buf_puts(&out, "}\n");
    int rc = reply_json(x, 200, &out, err);
    buf_free(&out);
    body_free(&body);
    return rc;
}

/* ---- status: an answer as it is when something is refused ----------------------- */

static int probe_status(struct exchange *x, struct error *err) {
    long code;
    if (read_number(x, "code", 200, 200, 599, &code, err) < 0)
        return -1;
    struct buf body;
    buf_init(&body, 256);
    buf_printf(&body, "{\"error\":{\"message\":\"a probe of aihub doctor\",\"code\":%ld}}\n", code);
    int rc = reply_json(x, (int)code, &body, err);
    buf_free(&body);
    return rc;
}

/* ---- stream: events, each with the moment of its making --------------------------- */

static int probe_stream(struct exchange *x, struct error *err) {
    long events, gap;
    if (read_number(x, "events", 10, 1, EVENTS_MAX, &events, err) < 0 ||
        read_number(x, "gap", 200, 0, SECONDS_MAX * 1000L, &gap, err) < 0)
        return -1;
    int64_t started = clock_mono_ms();
    reply_begin_events(x->reply, "text/event-stream; charset=utf-8");
    for (long i = 0; i < events; i++) {
        char event[64];
        if (wait_until(x, started + i * gap, err) < 0)
            return -1;
        int len =
            snprintf(event, sizeof event, "data: {\"ms\":%lld}\n\n", (long long)(clock_mono_ms() - started));
        if (reply_write(x->reply, event, (size_t)len, err) < 0 || reply_flush(x->reply, err) < 0)
            return -1;
    }
    return reply_write(x->reply, "data: [DONE]\n\n", 14, err);
}

/* ---- silence: an answer that takes its time --------------------------------------- */

static int probe_silence(struct exchange *x, struct error *err) {
    long seconds;
    if (read_number(x, "seconds", 1, 0, SECONDS_MAX, &seconds, err) < 0 ||
        wait_until(x, clock_mono_ms() + seconds * 1000, err) < 0)
        return -1;
    struct buf body;
    buf_init(&body, 64);
    buf_printf(&body, "{\"silence\":%ld}\n", seconds);
    int rc = reply_json(x, 200, &body, err);
    buf_free(&body);
    return rc;
}

static const struct probe {
    const char *name; /* the first segment of the path; what follows is up to whoever asks */
    route_handler *handler;
} probes[] = {
    {"echo", probe_echo},
    {"status", probe_status},
    {"stream", probe_stream},
    {"silence", probe_silence},
};

int endpoint_doctor(struct exchange *x, struct error *err) {
    const char *token = request_header(x->request, DOCTOR_HEADER);
    if (!token || !x->config || !doctor_token_fits(x->config->data_dir, token))
        return route_unknown(err);
    size_t len = strcspn(x->rest, "/");
    for (size_t i = 0; i < sizeof probes / sizeof *probes; i++)
        if (strlen(probes[i].name) == len && strncmp(x->rest, probes[i].name, len) == 0)
            return probes[i].handler(x, err);
    return route_unknown(err);
}
