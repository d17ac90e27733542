/*
 * Exchanges with a provider, against a server in this program: one thread that does what a script says, one
 * connection after the other. Nothing waits for time but the deadlines, and those run all at once.
 */
#include "upstream/upstream.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define SECRET       "sk-never-tell"

/* ---- the server ------------------------------------------------------------------ */

enum act_kind {
    END,         /* close, and be done */
    READ,        /* one request */
    READ_CHUNKS, /* one whose body comes in chunks */
    SEND,        /* these bytes */
    NEXT,        /* close, and accept the next connection */
    HOLD,        /* until the other side closes */
    AWAIT,       /* a byte in the signal pipe */
    TALK,        /* on and on, until the other side closes */
};

struct act {
    enum act_kind kind;
    const char *bytes;
    size_t len;
};
#define DO(kind)                                                                                             \
    { kind, NULL, 0 }
#define SAY(literal)                                                                                         \
    { SEND, literal, sizeof(literal) - 1 }

struct server {
    int listener, port;
    int signal[2];
    const struct act *script;
    struct buf seen; /* all requests */
    int connections;
    pthread_t thread;
};

static void require(int good, const char *what) {
    if (!good) {
        perror(what);
        exit(99);
    }
}

static void server_open(struct server *server, int backlog) {
    struct sockaddr_in where = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t len = sizeof where;
    *server = (struct server){.listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    require(bind(server->listener, (struct sockaddr *)&where, len) == 0 &&
                listen(server->listener, backlog) == 0 &&
                getsockname(server->listener, (struct sockaddr *)&where, &len) == 0 &&
                pipe(server->signal) == 0,
            "a listening socket");
    server->port = ntohs(where.sin_port);
    buf_init(&server->seen, 10000000);
    buf_puts(&server->seen, "");
}

static void server_close(struct server *server) {
    close(server->listener);
    close(server->signal[0]);
    close(server->signal[1]);
    buf_free(&server->seen);
}

/* How long the request is of which so many bytes came; 0: not known yet. */
static size_t request_length(const char *text) {
    const char *end = strstr(text, "\r\n\r\n"), *length = strcasestr(text, "\r\ncontent-length:");
    if (!end)
        return 0;
    return (size_t)(end + 4 - text) + (length && length < end ? strtoul(length + 17, NULL, 10) : 0);
}

static void read_request(struct server *server, int fd) {
    size_t from = server->seen.len, wanted;
    while ((wanted = request_length(server->seen.data + from)) == 0 || server->seen.len - from < wanted) {
        char bytes[4096];
        ssize_t n = recv(fd, bytes, sizeof bytes, 0);
        if (n <= 0)
            return;
        buf_add(&server->seen, bytes, (size_t)n);
    }
}

static void read_chunks(struct server *server, int fd) {
    char bytes[4096];
    for (ssize_t n;
         !strstr(server->seen.data, "\r\n0\r\n\r\n") && (n = recv(fd, bytes, sizeof bytes, 0)) > 0;)
        buf_add(&server->seen, bytes, (size_t)n);
}

static void send_all(int fd, const char *bytes, size_t len) {
    for (ssize_t n; len > 0 && (n = send(fd, bytes, len, MSG_NOSIGNAL)) > 0; len -= (size_t)n)
        bytes += n;
}

static void hold(int fd) {
    char bytes[4096];
    while (recv(fd, bytes, sizeof bytes, 0) > 0)
        ;
}

static void talk(int fd) {
    struct pollfd pfd = {.fd = fd, .events = POLLRDHUP};
    while (poll(&pfd, 1, 20) == 0)
        send_all(fd, ".", 1);
}

static int accept_next(struct server *server) {
    int fd = accept(server->listener, NULL, NULL);
    require(fd >= 0, "accept");
    server->connections++;
    return fd;
}

static void *serve(void *arg) {
    struct server *server = arg;
    int fd = accept_next(server);
    char byte;
    for (const struct act *act = server->script; act->kind != END; act++)
        switch (act->kind) {
        case READ:
            read_request(server, fd);
            break;
        case READ_CHUNKS:
            read_chunks(server, fd);
            break;
        case SEND:
            send_all(fd, act->bytes, act->len);
            break;
        case NEXT:
            close(fd);
            fd = accept_next(server);
            break;
        case HOLD:
            hold(fd);
            break;
        case TALK:
            talk(fd);
            break;
        case AWAIT:
            require(read(server->signal[0], &byte, 1) == 1, "signal");
            break;
        case END:
            break;
        }
    close(fd);
    return NULL;
}

static void server_start(struct server *server, const struct act *script) {
    server->script = script;
    server->connections = 0;
    buf_clear(&server->seen);
    require(pthread_create(&server->thread, NULL, serve, server) == 0, "a thread");
}

static void server_end(struct server *server) {
    pthread_join(server->thread, NULL);
}

/* ---- the caller ------------------------------------------------------------------- */

/* What came of a call, and what its sink does. */
struct call {
    struct server *server;
    struct upstream *upstream;
    struct upstream_request request;
    struct upstream_head head;
    struct buf body;
    struct error err;
    int rc, heads, pauses, silences, asked;
    bool head_fails, body_fails, silence_fails;
    int at_body[2];   /* descriptors to be closed, to be written to when the body comes; 0: none */
    int told_to_stay; /* so often the client is said to be there */
    int leave;        /* closed when the client is first asked for */
    size_t wanted;    /* bytes of the body; 0: all of them */
    struct buf lines; /* of the heads, each with a bar behind it */
    int untrusted;
};

static int take_head(void *arg, const struct upstream_head *head, struct error *err) {
    struct call *call = arg;
    call->head = *head;
    call->heads++;
    return call->head_fails ? error_set(err, ERR_INTERNAL, "the sink's own words") : 0;
}

static void take_line(void *arg, const char *line, size_t len) {
    struct call *call = arg;
    buf_printf(&call->lines, "%.*s|", (int)len, line);
}

static void take_distrust(void *arg) {
    struct call *call = arg;
    call->untrusted++;
}

static int take_pause(void *arg, struct error *err) {
    (void)err;
    struct call *call = arg;
    call->pauses++;
    return 0;
}

static int take_body(void *arg, const char *bytes, size_t len, struct error *err) {
    struct call *call = arg;
    buf_add(&call->body, bytes, len);
    if (call->at_body[0]) {
        close(call->at_body[0]);
        call->at_body[0] = 0;
    }
    if (call->at_body[1]) {
        require(write(call->at_body[1], "x", 1) == 1, "write");
        call->at_body[1] = 0;
    }
    return call->body_fails ? error_set(err, ERR_INTERNAL, "the sink's own words") : 0;
}

static int take_silence(void *arg, struct error *err) {
    struct call *call = arg;
    if (call->silences++ == 0)
        require(write(call->server->signal[1], "x", 1) == 1, "write");
    return call->silence_fails ? error_set(err, ERR_GONE, "the sink's own words") : 0;
}

static bool client_gone(void *arg) {
    struct call *call = arg;
    if (call->leave) {
        close(call->leave);
        call->leave = 0;
    }
    if (call->asked == 0)
        require(write(call->server->signal[1], "x", 1) == 1, "write");
    return ++call->asked > call->told_to_stay;
}

static bool is_complete_call(void *arg) {
    const struct call *call = arg;
    return call->wanted && call->body.len >= call->wanted;
}

static const char *const headers[] = {"Content-Type: application/json", "Authorization: Bearer " SECRET};

static void call_init(struct call *call, struct upstream *upstream, struct server *server) {
    *call = (struct call){.server = server, .upstream = upstream};
    call->request = (struct upstream_request){
        .method = "POST", .headers = headers, .header_count = 2, .watch = {-1, -1, client_gone, call, false}};
    buf_init(&call->body, 10000000);
    buf_puts(&call->body, "");
    buf_init(&call->lines, 10000000);
    buf_puts(&call->lines, "");
}

static void call_free(struct call *call) {
    buf_free(&call->body);
    buf_free(&call->lines);
}

/* Calls the server by `scheme`, and looks whether the message keeps to itself what is nobody's business. */
static void call_scheme(struct call *call, const char *scheme) {
    char url[100];
    struct upstream_sink sink = {
        .head = take_head,
        .body = take_body,
        .pause = take_pause,
        .silence = take_silence,
        .complete = is_complete_call,
        .arg = call,
        .line = take_line,
        .untrusted = take_distrust,
    };
    snprintf(url, sizeof url, "%s://127.0.0.1:%d/v1/chat?key=" SECRET, scheme, call->server->port);
    call->request.url = url;
    call->err = (struct error){0};
    call->heads = call->silences = call->asked = call->pauses = 0;
    call->untrusted = 0;
    buf_clear(&call->body);
    buf_clear(&call->lines);
    call->rc = upstream_call(call->upstream, &call->request, &sink, &call->err);
    if (strstr(call->err.message, SECRET) || strstr(call->err.message, "127.0.0.1") ||
        call->rc != -(call->err.kind != 0))
        call->rc = 99;
}

static void call_server(struct call *call) {
    call_scheme(call, "http");
}

/* One call to a server with this script. */
static void call_script(struct call *call, const struct act *script) {
    server_start(call->server, script);
    call_server(call);
    server_end(call->server);
}

static void is_failed(const struct call *call, enum error_kind kind, const char *message, const char *name) {
    if (call->err.kind != kind || !strstr(call->err.message, message))
        printf("# got %s: %s\n", error_name(call->err.kind), call->err.message);
    ok(call->rc == -1 && call->err.kind == kind && strstr(call->err.message, message), "%s", name);
}

#define OK_HEAD  "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
#define OK_HELLO OK_HEAD "Content-Length: 5\r\n\r\nHello"
static const struct act hello[] = {DO(READ), SAY(OK_HELLO), DO(END)};
static const struct act hello_to_chunks[] = {DO(READ_CHUNKS), SAY(OK_HELLO), DO(END)};

/* ---- what is sent and what comes back ------------------------------------------------ */

static void test_answer(struct upstream *upstream, struct server *server) {
    static const struct act script[] = {
        DO(READ),
        SAY("HTTP/1.1 100 Continue\r\nRetry-After: 9\r\nContent-Type: no\r\n\r\n"),
        SAY("HTTP/1.1 429 Slow down\r\ncontent-TYPE: \t Text/Event-Stream; x=y \r\n"),
        SAY("Retry-After: 30 \r\nTransfer-Encoding: chunked\r\n\r\n"),
        SAY("3\r\nHel\r\n2\r\nlo\r\n0\r\n\r\n"),
        DO(END)};
    struct span body[] = {{"one", 3}, {"", 0}, {" two", 4}};
    struct call call;
    call_init(&call, upstream, server);
    call.request.body = body;
    call.request.body_parts = 3;
    call_script(&call, script);
    is_int(call.rc, 0, "an answer of any status is an answer");
    ok(call.heads == 1 && call.head.status == 429, "the head is told once, with the status");
    is_str(call.head.content_type, "text/event-stream", "the content type, plainly");
    is_str(call.head.retry_after, "30", "when to come again");
    is_str(call.body.data, "Hello", "the body");
    is_str(call.lines.data,
           "HTTP/1.1 100 Continue|Retry-After: 9|Content-Type: no||HTTP/1.1 429 Slow down|"
           "content-TYPE: \t Text/Event-Stream; x=y |Retry-After: 30 |Transfer-Encoding: chunked||",
           "the lines of its heads");
    const char *seen = server->seen.data, *end = strstr(seen, "\r\n\r\n");
    ok(strncmp(seen, "POST /v1/chat?key=" SECRET " HTTP/1.1\r\n", 33) == 0, "the request line");
    ok(strstr(seen, "\r\nAuthorization: Bearer " SECRET "\r\n") && strstr(seen, "\r\nUser-Agent: aihub/"),
       "headers");
    ok(!strcasestr(seen, "expect:") && strstr(seen, "\r\nContent-Length: 7\r\n"),
       "no waiting for permission");
    is_str(end ? end + 4 : NULL, "one two", "the parts of the body in their order");
    call_free(&call);
}

static void test_short_answers(struct upstream *upstream, struct server *server) {
    static const struct act none[] = {DO(READ), SAY("HTTP/1.1 204 No Content\r\n\r\n"), DO(END)};
    static const struct act empty[] = {DO(READ), SAY("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
                                       DO(END)};
    static const struct act to_the_end[] = {DO(READ), SAY("HTTP/1.0 200 OK\r\n\r\nHello"), DO(END)};
    struct call call;
    call_init(&call, upstream, server);
    call.request.method = "GET";
    call_script(&call, none);
    ok(call.rc == 0 && call.heads == 1 && call.head.status == 204 && call.body.len == 0,
       "an answer without a body");
    ok(strncmp(server->seen.data, "GET ", 4) == 0 && !strcasestr(server->seen.data, "content-length"),
       "to a GET");
    call_script(&call, empty);
    ok(call.rc == 0 && call.heads == 1 && call.head.status == 200 && *call.head.content_type == '\0',
       "an empty body");
    call_script(&call, to_the_end);
    ok(call.rc == 0 && strcmp(call.body.data, "Hello") == 0, "a body that ends with the connection");
    call_free(&call);
}

static void test_head(struct upstream *upstream, struct server *server) {
    static const struct act head[] = {DO(READ), SAY("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"), DO(END)};
    struct call call;
    call_init(&call, upstream, server);
    call.request.method = "HEAD";
    call_script(&call, head);
    ok(call.rc == 0 && call.heads == 1 && call.head.status == 200 && call.body.len == 0,
       "an answer to HEAD ends with its head");
    ok(strncmp(server->seen.data, "HEAD ", 5) == 0, "it was asked for");
    call.request.method = "GET";
    call_script(&call, hello);
    is_str(call.body.data, "Hello", "a GET after it");
    call_free(&call);
}

static void test_chunked(struct upstream *upstream, struct server *server) {
    struct span body[] = {{"one", 3}, {" two", 4}};
    struct call call;
    call_init(&call, upstream, server);
    call.request.body = body;
    call.request.body_parts = 2;
    call.request.chunked = true;
    call_script(&call, hello_to_chunks);
    const char *seen = server->seen.data, *end = strstr(seen, "\r\n\r\n");
    is_int(call.rc, 0, "a body that does not say its length");
    ok(strstr(seen, "\r\nTransfer-Encoding: chunked\r\n") && !strcasestr(seen, "content-length"),
       "its headers");
    is_str(end ? end + 4 : NULL, "7\r\none two\r\n0\r\n\r\n", "its chunks");
    call.request.part_pause = 50;
    int64_t started = clock_mono_ms();
    call_script(&call, hello_to_chunks);
    seen = server->seen.data;
    end = strstr(seen, "\r\n\r\n");
    ok(call.rc == 0 && clock_mono_ms() >= started + 100, "a pause behind each part");
    is_str(end ? end + 4 : NULL, "3\r\none\r\n4\r\n two\r\n0\r\n\r\n", "makes each a chunk");
    call_free(&call);
}

/* Sends a body of five parts, and looks whether it comes `times` times as it is. */
static bool arrives(struct call *call, size_t len, const struct act *script, int times) {
    char *bytes = malloc(len);
    struct span body[5];
    bool good;
    for (size_t i = 0; i < len; i++)
        bytes[i] = (char)('a' + i % 23);
    for (size_t i = 0; i < 5; i++)
        body[i] = (struct span){bytes + len * i / 5, len * (i + 1) / 5 - len * i / 5};
    call->request.body = body;
    call->request.body_parts = 5;
    call_script(call, script);
    good = call->rc == 0;
    const char *at = call->server->seen.data;
    while (times-- > 0) {
        at = at ? strstr(at, "\r\n\r\n") : NULL;
        good = good && at && strlen(at + 4) >= len && memcmp(at + 4, bytes, len) == 0;
        at = good ? at + 4 + len : NULL;
    }
    free(bytes);
    return good && *at == '\0';
}

static void test_body_sizes(struct upstream *upstream, struct server *server) {
    static const size_t sizes[] = {5, 32767, 32768, 32769, 500000};
    struct call call;
    call_init(&call, upstream, server);
    for (size_t i = 0; i < COUNT(sizes); i++)
        ok(arrives(&call, sizes[i], hello, 1), "a body of %zu bytes", sizes[i]);
    call_free(&call);
}

/* ---- a body that is asked for ---------------------------------------------------------- */

struct pulled {
    int64_t fails_at; /* -1 from there on; 0: nowhere */
    int64_t ends_at;  /* nothing from there on; 0: nowhere */
    int64_t next;     /* offset that is asked for if it is not the first one */
    int beginnings;
    bool astray; /* another was */
};

static char letter(int64_t offset) {
    return (char)('a' + offset % 23);
}

/* Fewer than are wanted, as a file may give. */
static long pull_some(void *arg, int64_t offset, char *out, size_t room) {
    struct pulled *pulled = arg;
    size_t n = room < 7777 ? room : 7777;
    pulled->beginnings += offset == 0;
    pulled->astray |= room == 0 || (offset != 0 && offset != pulled->next);
    if (pulled->fails_at && offset + (int64_t)n > pulled->fails_at)
        return -1;
    if (pulled->ends_at && offset + (int64_t)n > pulled->ends_at)
        return 0;
    for (size_t i = 0; i < n; i++)
        out[i] = letter(offset + (int64_t)i);
    pulled->next = offset + (int64_t)n;
    return (long)n;
}

static void call_init_pull(struct call *call, struct upstream *upstream, struct server *server,
                           struct pulled *pulled, int64_t length) {
    call_init(call, upstream, server);
    *pulled = (struct pulled){0};
    call->request.pull = pull_some;
    call->request.pull_arg = pulled;
    call->request.pull_length = length;
}

/* Whether these are the bytes, and nothing follows. */
static bool is_pulled(const char *at, int64_t length) {
    for (int64_t i = 0; i < length; i++)
        if (at[i] != letter(i))
            return false;
    return at[length] == '\0';
}

static void test_pull(struct upstream *upstream, struct server *server) {
    static const int64_t sizes[] = {0, 5, 7777, 32768, 32769, 3000000};
    struct pulled pulled;
    struct call call;
    for (size_t i = 0; i < COUNT(sizes); i++) {
        char length[60];
        call_init_pull(&call, upstream, server, &pulled, sizes[i]);
        snprintf(length, sizeof length, "\r\nContent-Length: %lld\r\n", (long long)sizes[i]);
        call_script(&call, hello);
        const char *seen = server->seen.data, *end = strstr(seen, "\r\n\r\n");
        ok(call.rc == 0 && strcmp(call.body.data, "Hello") == 0 && end && is_pulled(end + 4, sizes[i]),
           "a body of %lld bytes is asked for", (long long)sizes[i]);
        ok(!pulled.astray && strstr(seen, length) && !strcasestr(seen, "expect:"),
           "from one end to the other, and its length is said");
        call_free(&call);
    }
    call_init_pull(&call, upstream, server, &pulled, 5);
    call.request.chunked = true;
    call_script(&call, hello_to_chunks);
    const char *end = strstr(server->seen.data, "\r\n\r\n");
    is_str(end ? end + 4 : NULL, "5\r\nabcde\r\n0\r\n\r\n", "in chunks");
    call_free(&call);
}

static void test_pull_again(struct upstream *upstream, struct server *server) {
    static const struct act once[] = {DO(READ), SAY(OK_HELLO), DO(READ), DO(NEXT),
                                      DO(READ), SAY(OK_HELLO), DO(END)};
    enum { LENGTH = 500000 };
    struct pulled pulled;
    struct call call;
    call_init_pull(&call, upstream, server, &pulled, LENGTH);
    server_start(server, once);
    call_server(&call);
    call_server(&call);
    server_end(server);
    ok(call.rc == 0 && server->connections == 2 && server->seen.len > LENGTH &&
           is_pulled(server->seen.data + server->seen.len - LENGTH, LENGTH),
       "on a dead connection it is asked for again");
    ok(pulled.beginnings == 3 && !pulled.astray, "from its beginning");
    call_free(&call);
}

static void test_pull_fails(struct upstream *upstream, struct server *server) {
    static const struct act script[] = {DO(READ), DO(END)};
    struct pulled pulled;
    struct call call;
    call_init_pull(&call, upstream, server, &pulled, 500000);
    pulled.fails_at = 1;
    call_script(&call, script);
    is_failed(&call, ERR_INTERNAL, "could not be read", "a body that cannot be read ends the exchange");
    pulled.fails_at = 200000;
    call_script(&call, script);
    is_failed(&call, ERR_INTERNAL, "could not be read", "also in its middle");
    pulled.fails_at = 0;
    pulled.ends_at = 200000;
    call_script(&call, script);
    is_failed(&call, ERR_INTERNAL, "could not be read", "or one that is shorter than it was said");
    pulled.ends_at = 0;
    call_script(&call, hello);
    ok(call.rc == 0 && server->connections == 1, "the next call has a new connection");
    call_free(&call);
}

static void test_compressed(struct upstream *upstream, struct server *server) {
    static const struct act script[] = {
        DO(READ), SAY(OK_HEAD "Content-Encoding: gzip\r\nContent-Length: 36\r\n\r\n"),
        SAY("\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\x4b\xce\xcf\x2d\x28\x4a\x2d\x2e"
            "\x4e\x4d\x51\x28\xcf\x2f\x4a\x29\x06\x00\xbc\xb9\xf4\x01\x10\x00\x00\x00"),
        DO(END)};
    struct call call;
    call_init(&call, upstream, server);
    call_script(&call, script);
    is_str(call.body.data, "compressed words", "what comes compressed is unpacked");
    ok(strstr(server->seen.data, "\r\nAccept-Encoding: identity\r\n") != NULL, "though nobody asked for it");
    call_free(&call);
}

static void test_redirect(struct upstream *upstream, struct server *server) {
    char text[200];
    struct act script[] = {DO(READ), {SEND, text, 0}, DO(END)};
    struct call call;
    script[1].len = (size_t)snprintf(
        text, sizeof text,
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:%d/\r\nContent-Length: 0\r\n\r\n", server->port);
    call_init(&call, upstream, server);
    call_script(&call, script);
    ok(call.rc == 0 && call.head.status == 302 && server->connections == 1, "a redirection is not followed");
    call_free(&call);
}

static void test_sink_stops(struct upstream *upstream, struct server *server) {
    struct call call;
    call_init(&call, upstream, server);
    call.head_fails = true;
    call_script(&call, hello);
    is_failed(&call, ERR_INTERNAL, "own words", "the sink may refuse the head");
    ok(call.body.len == 0, "and gets no body then");
    call.head_fails = false;
    call.body_fails = true;
    call_script(&call, hello);
    is_failed(&call, ERR_INTERNAL, "own words", "or the body");
    call_free(&call);
}

/* ---- connections ------------------------------------------------------------------------ */

static void test_reuse(struct upstream *upstream, struct server *server) {
    static const struct act script[] = {DO(READ), SAY(OK_HELLO), DO(READ), SAY(OK_HELLO), DO(END)};
    struct call call;
    call_init(&call, upstream, server);
    server_start(server, script);
    call_server(&call);
    int first = call.rc;
    call_server(&call);
    server_end(server);
    ok(first == 0 && call.rc == 0 && server->connections == 1, "a connection is used again");
    call_script(&call, hello);
    ok(call.rc == 0 && server->connections == 1, "one that was closed meanwhile is replaced");
    call_free(&call);
}

/* A kept connection on which an answer comes that nobody asked for: it must not be the next one's, also if
 * another provider is asked `between`. */
static void test_unasked(struct upstream *upstream, struct server *server, struct server *between) {
    static const struct act script[] = {
        DO(READ),      SAY(OK_HELLO), DO(AWAIT), SAY("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nothers"),
        DO(AWAIT),     DO(HOLD),      DO(NEXT),  DO(READ),
        SAY(OK_HELLO), DO(END)};
    struct call call, other;
    int unread = 1;
    call_init(&call, upstream, server);
    server_start(server, script);
    call_server(&call);
    if (between) {
        call_init(&other, upstream, between);
        call_script(&other, hello);
        is_int(other.rc, 0, "another provider");
        call_free(&other);
    }
    require(write(server->signal[1], "xx", 2) == 2, "write");
    while (ioctl(server->signal[0], FIONREAD, &unread) == 0 && unread > 0)
        usleep(1000); /* until the second of them was read, the unasked answer may not have been sent */
    call_server(&call);
    server_end(server);
    ok(call.rc == 0 && server->connections == 2,
       "a connection that says something unasked is not used again");
    is_str(call.body.data, "Hello", "and its answer is nobody's");
    call_free(&call);
}

static void test_few(struct server *server) {
    static const struct act script[] = {DO(READ), SAY(OK_HELLO), DO(HOLD), DO(END)};
    struct upstream *upstream = upstream_new(true);
    struct call call;
    call_init(&call, upstream, server);
    call_script(&call, script);
    ok(call.rc == 0, "a process of few calls keeps no connection");
    call_free(&call);
    upstream_free(upstream);
}

/* The provider closes a kept connection at the moment when the next request goes out. */
static void test_dead_connection(struct upstream *upstream, struct server *server) {
    static const struct act once[] = {DO(READ), SAY(OK_HELLO), DO(READ), DO(NEXT),
                                      DO(READ), SAY(OK_HELLO), DO(END)};
    static const struct act twice[] = {DO(READ), SAY(OK_HELLO), DO(READ), DO(NEXT), DO(READ), DO(END)};
    static const size_t sizes[] = {100, 500000};
    struct call call;
    call_init(&call, upstream, server);
    for (size_t i = 0; i < COUNT(sizes); i++) {
        char *bytes = calloc(1, sizes[i] + 1);
        struct span body = {memset(bytes, 'b', sizes[i]), sizes[i]};
        for (int dead = 1; dead <= 2; dead++) {
            server_start(server, dead == 1 ? once : twice);
            call.request.body = &body;
            call.request.body_parts = 1;
            call_server(&call);
            call_server(&call);
            server_end(server);
            size_t len = server->seen.len;
            ok(server->connections == 2 && len > sizes[i] &&
                   strcmp(server->seen.data + len - sizes[i], bytes) == 0 &&
                   server->seen.data[len - sizes[i] - 1] == '\n',
               "on a dead connection a request of %zu bytes is sent again, from its beginning", sizes[i]);
            if (dead == 1)
                ok(call.rc == 0 && strcmp(call.body.data, "Hello") == 0, "and answered");
            else
                is_failed(&call, ERR_UPSTREAM, "broke off", "but not a third time");
        }
        free(bytes);
    }
    call_free(&call);
}

/* Each time the kept connection is dead when the next request goes out; that is borne for ever. */
static void test_many_dead_connections(struct upstream *upstream, struct server *server) {
    enum { TIMES = 8 };
    struct act script[4 * TIMES + 3], *act = script;
    struct call call;
    call_init(&call, upstream, server);
    *act++ = (struct act)DO(READ);
    for (int i = 0; i < TIMES; i++) {
        *act++ = (struct act)SAY(OK_HELLO);
        *act++ = (struct act)DO(READ);
        *act++ = (struct act)DO(NEXT);
        *act++ = (struct act)DO(READ);
    }
    *act++ = (struct act)SAY(OK_HELLO);
    *act = (struct act)DO(END);
    server_start(server, script);
    int good = 0;
    for (int i = 0; i <= TIMES; i++) {
        call_server(&call);
        good += call.rc == 0 && strcmp(call.body.data, "Hello") == 0;
    }
    server_end(server);
    is_int(good, TIMES + 1, "every call over a dead connection is answered");
    call_free(&call);
}

/* ---- what a provider does wrong --------------------------------------------------------- */

#define NINE       OK_HEAD "Content-Length: 9\r\n\r\n"
#define CODED(how) OK_HEAD "Content-Encoding: " how "\r\nContent-Length: 5\r\n\r\nHello"
#define CHUNKED    OK_HEAD "Transfer-Encoding: chunked\r\n\r\n"

static const struct {
    const char *name;
    struct act script[4];
    const char *message;
    int heads;
} wrongs[] = {
    {"closes at once", {DO(READ), DO(END)}, "broke off", 0},
    {"closes within the head", {DO(READ), SAY("HTTP/1.1 200 OK\r\nContent-"), DO(END)}, "broke off", 0},
    {"closes behind a header", {DO(READ), SAY(OK_HEAD), DO(END)}, "broke off", 0},
    {"closes within the body", {DO(READ), SAY(NINE "Hello"), DO(END)}, "broke off", 1},
    {"closes within the chunks", {DO(READ), SAY(CHUNKED "5\r\nHello\r\n"), DO(END)}, "broke off", 1},
    {"closes before the body", {DO(READ), SAY(NINE), DO(END)}, "broke off", 0},
    {"garbage", {DO(READ), SAY("\x16\x03\x01 garbage\r\n\r\n and more"), DO(END)}, "not HTTP", 0},
    {"a status that is no number", {DO(READ), SAY("HTTP/1.1 abc OK\r\n\r\n"), DO(END)}, "not HTTP", 0},
    {"a chunk without a length", {DO(READ), SAY(CHUNKED "zz\r\nHello"), DO(END)}, "", 0},
    {"compressed, but not", {DO(READ), SAY(CODED("gzip")), DO(END)}, "", 0},
    {"a coding nobody knows", {DO(READ), SAY(CODED("zip")), DO(END)}, "", 0},
};

static void test_wrongs(struct upstream *upstream, struct server *server) {
    for (size_t i = 0; i < COUNT(wrongs); i++) {
        struct call call;
        call_init(&call, upstream, server);
        call_script(&call, wrongs[i].script);
        is_failed(&call, ERR_UPSTREAM, wrongs[i].message, wrongs[i].name);
        is_int(call.heads, wrongs[i].heads, "heads told");
        call_free(&call);
    }
}

static void test_heads_too_large(struct upstream *upstream, struct server *server) {
    struct buf text;
    struct call call;
    struct act script[] = {DO(READ), SAY(OK_HEAD), {SEND, NULL, 0}, SAY("Content-Length: 0\r\n\r\n"),
                           DO(HOLD), DO(END)};
    buf_init(&text, 1000000);
    for (int i = 0; i < 200; i++)
        buf_printf(&text, "X-Header-%d: x\r\n", i);
    script[2].bytes = text.data;
    script[2].len = text.len;
    call_init(&call, upstream, server);
    call_script(&call, script);
    is_failed(&call, ERR_UPSTREAM, "too many headers", "too many headers");
    buf_clear(&text);
    buf_printf(&text, "X-Header: %0500000d\r\n", 0);
    script[2].bytes = text.data;
    script[2].len = text.len;
    call_script(&call, script);
    is_failed(&call, ERR_UPSTREAM, "", "a header too long");
    ok(call.heads == 0, "neither is told");
    buf_free(&text);
    call_free(&call);
}

static void test_long_values(struct upstream *upstream, struct server *server) {
    struct act script[] = {DO(READ), {SEND, NULL, 0}, DO(END)};
    struct buf text;
    struct call call;
    buf_init(&text, 10000);
    buf_printf(
        &text,
        "HTTP/1.1 200 OK\r\nContent-Type: a/%0300d\r\nRetry-After: %0300d\r\nContent-Length: 0\r\n\r\n", 0,
        0);
    script[1].bytes = text.data;
    script[1].len = text.len;
    call_init(&call, upstream, server);
    call_script(&call, script);
    ok(call.rc == 0 && strlen(call.head.content_type) == sizeof call.head.content_type - 1 &&
           strlen(call.head.retry_after) == sizeof call.head.retry_after - 1,
       "values are cut to their room");
    buf_free(&text);
    call_free(&call);
}

static void test_no_connection(struct upstream *upstream) {
    static const struct act plain[] = {SAY("hello\r\n"), DO(HOLD), DO(END)};
    struct server server;
    struct call call;
    server_open(&server, 1);
    call_init(&call, upstream, &server);
    server_start(&server, plain);
    call_scheme(&call, "https");
    server_end(&server);
    is_failed(&call, ERR_UPSTREAM, "No secure connection", "a server without TLS");
    is_int(call.untrusted, 1, "it is said that this is why");
    server_close(&server);
    call_server(&call);
    is_failed(&call, ERR_UPSTREAM, "The provider cannot be reached", "nobody listens");
    is_int(call.untrusted, 0, "which is another reason");
    call.request.peer = "web server";
    call_server(&call);
    is_failed(&call, ERR_UPSTREAM, "The web server cannot be reached", "messages call it by its name");
    call_scheme(&call, "file");
    is_failed(&call, ERR_UPSTREAM, "", "no other protocol");
    call_free(&call);
}

/* ---- the end of the hub, the end of the client ------------------------------------------- */

#define BEGUN OK_HEAD "Content-Length: 10\r\n\r\nHello"
static const struct act begun[] = {DO(READ), SAY(BEGUN), DO(HOLD), DO(END)};

static void test_stop(struct upstream *upstream, struct server *server) {
    struct call call;
    int stop[2];
    require(pipe(stop) == 0, "pipe");
    call_init(&call, upstream, server);
    call.request.watch.stop_fd = stop[0];
    call.at_body[1] = stop[1];
    call_script(&call, begun);
    is_failed(&call, ERR_UNAVAILABLE, "stopping", "the hub stops within an answer");
    is_str(call.body.data, "Hello", "of which a part was told");
    call_script(&call, (struct act[]){DO(HOLD), DO(END)});
    is_failed(&call, ERR_UNAVAILABLE, "stopping", "or before one");
    close(stop[0]);
    close(stop[1]);
    call_free(&call);
}

static void test_client_leaves(struct upstream *upstream, struct server *server) {
    struct call call;
    int client[2];
    require(socketpair(AF_UNIX, SOCK_STREAM, 0, client) == 0, "socketpair");
    call_init(&call, upstream, server);
    call.request.watch.client_fd = client[0];
    call.at_body[0] = client[1];
    call_script(&call, begun);
    is_failed(&call, ERR_GONE, "", "the client leaves within an answer");
    ok(call.asked == 1, "which was asked for once");
    close(client[0]);
    call_free(&call);
    require(read(server->signal[0], &(char){0}, 1) == 1, "the signal");
}

/* Bytes that nobody reads show up in the descriptor, but are no hang-up. */
static void test_client_stays(struct upstream *upstream, struct server *server) {
    static const struct act waits[] = {DO(READ), SAY(BEGUN), DO(AWAIT), SAY("world"), DO(END)};
    struct call call;
    int client[2];
    require(socketpair(AF_UNIX, SOCK_STREAM, 0, client) == 0, "socketpair");
    call_init(&call, upstream, server);
    call.request.watch.client_fd = client[0];
    call.told_to_stay = 1;
    call.at_body[1] = client[1];
    call_script(&call, waits);
    ok(call.rc == 0 && strcmp(call.body.data, "Helloworld") == 0,
       "a client that says something is still there");
    ok(call.asked == 1, "and is not asked again and again");
    call.leave = client[1]; /* what it said is still there to be seen */
    call_script(&call, begun);
    is_failed(&call, ERR_GONE, "", "unless it leaves afterwards");
    ok(call.asked == 2, "which shows in the same descriptor");
    close(client[0]);
    call_free(&call);
    require(read(server->signal[0], &(char){0}, 1) == 1, "the signal");
}

/* A provider that never ends what is complete does not keep the client waiting. */
static void test_complete(struct upstream *upstream, struct server *server) {
    struct call call;
    call_init(&call, upstream, server);
    call.wanted = 5;
    call_script(&call, begun);
    ok(call.rc == 0 && call.heads == 1 && strcmp(call.body.data, "Hello") == 0,
       "what is complete need not end");
    call_script(&call, (struct act[]){DO(READ), SAY(BEGUN "world"), DO(END)});
    ok(call.rc == 0 && strcmp(call.body.data, "Helloworld") == 0, "but may");
    call_script(&call, (struct act[]){DO(READ), SAY(OK_HEAD "\r\nHello"), DO(TALK), DO(END)});
    ok(call.rc == 0 && strncmp(call.body.data, "Hello", 5) == 0, "who talks on behind the end is left");
    int client[2];
    require(socketpair(AF_UNIX, SOCK_STREAM, 0, client) == 0, "socketpair");
    call.request.watch.client_fd = client[0];
    call.at_body[0] = client[1];
    call_script(&call, begun);
    is_int(call.rc, 0, "a client that leaves behind the end has all");
    close(client[0]);
    call_free(&call);
}

/* ---- deadlines: all at the same time ------------------------------------------------------ */

static const struct deadline {
    const char *name;
    struct act script[4];
    int connect, first_byte, idle, total, silence;
    bool silence_fails;
    enum error_kind kind;
    const char *message;
} deadlines[] = {
    {"no head",
     {DO(READ), DO(HOLD), DO(END)},
     0,
     1,
     0,
     0,
     0,
     false,
     ERR_TIMEOUT,
     "did not answer within 1 seconds"},
    {"no more of the body",
     {DO(READ), SAY(BEGUN), DO(HOLD), DO(END)},
     0,
     0,
     1,
     0,
     0,
     false,
     ERR_TIMEOUT,
     "silent for 1 seconds"},
    {"the whole takes too long",
     {DO(READ), SAY(BEGUN), DO(HOLD), DO(END)},
     0,
     9,
     9,
     1,
     0,
     false,
     ERR_TIMEOUT,
     "took too long"},
    {"no connection", {DO(END)}, 1, 9, 0, 0, 0, false, ERR_TIMEOUT, "did not answer in time"},
    {"silence", {DO(READ), DO(AWAIT), SAY(OK_HELLO), DO(END)}, 0, 9, 0, 0, 1, false, ERR_NONE, ""},
    {"silence ends it", {DO(READ), DO(HOLD), DO(END)}, 0, 9, 0, 0, 1, true, ERR_GONE, "own words"},
};

struct waiting {
    const struct deadline *deadline;
    struct server server;
    struct call call;
    pthread_t thread;
};

static void *wait_deadline(void *arg) {
    struct waiting *waiting = arg;
    call_server(&waiting->call);
    return NULL;
}

/* A server that never accepts: what waits in its queue keeps others out. */
static void fill_queue(struct server *server, int fds[4]) {
    struct sockaddr_in where = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    where.sin_port = htons((uint16_t)server->port);
    for (int i = 0; i < 4; i++) {
        fds[i] = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        require(connect(fds[i], (struct sockaddr *)&where, sizeof where) == 0 || errno == EINPROGRESS,
                "connect");
    }
}

static void start_waiting(struct waiting *waiting, struct upstream *upstream,
                          const struct deadline *deadline) {
    waiting->deadline = deadline;
    server_open(&waiting->server, 0);
    call_init(&waiting->call, upstream, &waiting->server);
    waiting->call.request.connect_timeout = deadline->connect;
    waiting->call.request.first_byte_timeout = deadline->first_byte;
    waiting->call.request.idle_timeout = deadline->idle;
    waiting->call.request.total_timeout = deadline->total;
    waiting->call.request.silence_timeout = deadline->silence;
    waiting->call.silence_fails = deadline->silence_fails;
}

static void test_deadlines(struct upstream *upstream) {
    struct waiting waiting[COUNT(deadlines)];
    int queue[4];
    for (size_t i = 0; i < COUNT(deadlines); i++) {
        struct waiting *w = &waiting[i];
        start_waiting(w, upstream, &deadlines[i]);
        if (deadlines[i].script[0].kind == END)
            fill_queue(&w->server, queue);
        else
            server_start(&w->server, deadlines[i].script);
        require(pthread_create(&w->thread, NULL, wait_deadline, w) == 0, "a thread");
    }
    for (size_t i = 0; i < COUNT(deadlines); i++) {
        struct waiting *w = &waiting[i];
        pthread_join(w->thread, NULL);
        if (deadlines[i].script[0].kind != END)
            server_end(&w->server);
        if (deadlines[i].kind)
            is_failed(&w->call, deadlines[i].kind, deadlines[i].message, deadlines[i].name);
        else
            is_int(w->call.rc, 0, deadlines[i].name);
        is_int(w->call.silences > 0, deadlines[i].silence, "silence told");
        if (w->call.rc < 0)
            is_int(w->call.pauses > 0, w->call.body.len > 0, "the pause after a piece told");
        call_free(&w->call);
        server_close(&w->server);
    }
    for (size_t i = 0; i < COUNT(queue); i++)
        close(queue[i]);
}

int main(void) {
    struct server server;
    signal(SIGPIPE, SIG_IGN);
    alarm(60); /* a server that waits for ever fails the test */
    struct upstream *upstream = upstream_new(false);
    server_open(&server, 8);
    test_answer(upstream, &server);
    test_short_answers(upstream, &server);
    test_head(upstream, &server);
    test_chunked(upstream, &server);
    test_body_sizes(upstream, &server);
    test_pull(upstream, &server);
    test_pull_again(upstream, &server);
    test_pull_fails(upstream, &server);
    test_compressed(upstream, &server);
    test_redirect(upstream, &server);
    test_sink_stops(upstream, &server);
    test_reuse(upstream, &server);
    struct server between;
    server_open(&between, 8);
    test_unasked(upstream, &server, NULL);
    test_unasked(upstream, &server, &between);
    server_close(&between);
    test_few(&server);
    test_dead_connection(upstream, &server);
    test_many_dead_connections(upstream, &server);
    test_wrongs(upstream, &server);
    test_heads_too_large(upstream, &server);
    test_long_values(upstream, &server);
    test_no_connection(upstream);
    test_stop(upstream, &server);
    test_client_leaves(upstream, &server);
    test_client_stays(upstream, &server);
    test_complete(upstream, &server);
    test_deadlines(upstream);
    server_close(&server);
    upstream_free(upstream);
    return tap_done();
}
