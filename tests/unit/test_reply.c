/* Replies: status, headers, body, in this order and in no other. */
#include "front/reply.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fake_source.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static void test_whole(void) {
    struct fake_writer out;
    struct reply_writer writer = fake_writer(&out);
    struct reply reply;
    struct error err = {0};
    reply_init(&reply, &writer);
    reply_begin(&reply, 200, "application/json");
    reply_header(&reply, "X-One", "1");
    reply_header_number(&reply, "X-Two", -2);
    is_int(out.writes, 0, "nothing is sent before the body");
    is_int(reply_finish(&reply, "{}", 2, &err), 0, "a whole reply");
    is_str(out.out.data,
           "Status: 200 OK\r\nContent-Type: application/json\r\nX-One: 1\r\nX-Two: -2\r\n"
           "Content-Length: 2\r\n\r\n{}",
           "in its order");
    is_int(out.flushes, 0, "is flushed with the end of the request");
    ok(reply.status == 200 && reply.sent == 2 && reply.state == REPLY_BODY, "status and length are known");
    reply_free(&reply);
    buf_free(&out.out);
}

static void test_pieces(void) {
    struct fake_writer out;
    struct reply_writer writer = fake_writer(&out);
    struct reply reply;
    struct error err = {0};
    reply_init(&reply, &writer);
    reply_begin(&reply, 599, NULL);
    reply_write(&reply, "a\0b", 3, &err);
    reply_flush(&reply, &err);
    reply_write(&reply, "", 0, &err);
    reply_write(&reply, "c", 1, &err);
    ok(out.out.len == 25 && memcmp(out.out.data, "Status: 599 Error\r\n\r\na\0bc", 25) == 0,
       "a reply in pieces");
    ok(out.writes == 3 && out.flushes == 1 && reply.sent == 4, "each piece is written at once");
    is_int(err.kind, ERR_NONE, "without an error");
    reply_free(&reply);
    buf_free(&out.out);
}

static void test_empty(void) {
    struct fake_writer out;
    struct reply_writer writer = fake_writer(&out);
    struct reply reply;
    struct error err = {0};
    reply_init(&reply, &writer);
    reply_begin(&reply, 204, NULL);
    reply_write(&reply, NULL, 0, &err);
    is_str(out.out.data, "Status: 204 No Content\r\n\r\n", "a reply without a body");
    reply_free(&reply);
    buf_free(&out.out);
}

/* What a value brings cannot become a header of its own. */
static void test_injection(void) {
    static const struct {
        const char *value, *want;
    } rows[] = {
        {"a\r\nSet-Cookie: x=1", "a  Set-Cookie: x=1"},
        {"a\nb", "a b"},
        {"a\rb", "a b"},
        {"a\r\n\r\n<html>", "a    <html>"},
        {"a\tb\x01\x1f\x7f", "a b   "},
        {"\xc3\xa9\xff", "\xc3\xa9\xff"},
        {"", ""},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct fake_writer out;
        struct reply_writer writer = fake_writer(&out);
        struct reply reply;
        struct error err = {0};
        char want[100];
        snprintf(want, sizeof want, "Status: 200 OK\r\nContent-Type: %s\r\nX: %s\r\n\r\n", rows[i].want,
                 rows[i].want);
        reply_init(&reply, &writer);
        reply_begin(&reply, 200, rows[i].value);
        reply_header(&reply, "X", rows[i].value);
        reply_write(&reply, "", 0, &err);
        is_str(out.out.data, want, "one value, one header");
        reply_free(&reply);
        buf_free(&out.out);
    }
}

static void test_gone(void) {
    for (int after = 1; after <= 2; after++) {
        struct fake_writer out;
        struct reply_writer writer = fake_writer(&out);
        struct reply reply;
        struct error err = {0};
        out.fail_after = after;
        reply_init(&reply, &writer);
        reply_begin(&reply, 200, "text/plain");
        int first = reply_write(&reply, "a", 1, &err);
        int second = reply_flush(&reply, &err);
        ok((first == -1) == (after == 1) && second == -1 && err.kind == ERR_GONE,
           "a client that left after %d writes", after);
        reply_free(&reply);
        buf_free(&out.out);
    }
}

static void test_reasons(void) {
    static const struct {
        int status;
        const char *line;
    } rows[] = {{401, "Status: 401 Unauthorized\r\n"},
                {429, "Status: 429 Too Many Requests\r\n"},
                {503, "Status: 503 Service Unavailable\r\n"},
                {299, "Status: 299 OK\r\n"},
                {418, "Status: 418 Error\r\n"}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct fake_writer out;
        struct reply_writer writer = fake_writer(&out);
        struct reply reply;
        struct error err = {0};
        reply_init(&reply, &writer);
        reply_begin(&reply, rows[i].status, NULL);
        reply_write(&reply, "", 0, &err);
        ok(strncmp(out.out.data, rows[i].line, strlen(rows[i].line)) == 0, "status %d", rows[i].status);
        reply_free(&reply);
        buf_free(&out.out);
    }
}

/* ---- another order is a fault of the program -------------------------------------- */

static void body_first(struct reply *reply, struct error *err) {
    reply_write(reply, "a", 1, err);
}

static void header_first(struct reply *reply, struct error *err) {
    (void)err;
    reply_header(reply, "X", "1");
}

static void begin_twice(struct reply *reply, struct error *err) {
    (void)err;
    reply_begin(reply, 200, NULL);
    reply_begin(reply, 200, NULL);
}

static void header_after_body(struct reply *reply, struct error *err) {
    reply_begin(reply, 200, NULL);
    reply_write(reply, "", 0, err);
    reply_header(reply, "X", "1");
}

static void finish_after_body(struct reply *reply, struct error *err) {
    reply_begin(reply, 200, NULL);
    reply_write(reply, "a", 1, err);
    reply_finish(reply, "b", 1, err);
}

static void head_too_long(struct reply *reply, struct error *err) {
    reply_begin(reply, 200, NULL);
    for (int i = 0; i < 10000; i++)
        reply_header(reply, "X", "1");
    reply_write(reply, "", 0, err);
}

static bool aborts(void (*order)(struct reply *reply, struct error *err)) {
    int status = 0;
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        struct fake_writer out;
        struct reply_writer writer = fake_writer(&out);
        struct reply reply;
        struct error err = {0};
        setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
        reply_init(&reply, &writer);
        order(&reply, &err);
        _exit(0);
    }
    return pid > 0 && waitpid(pid, &status, 0) == pid && WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

int main(void) {
    test_whole();
    test_pieces();
    test_empty();
    test_injection();
    test_gone();
    test_reasons();
    ok(aborts(body_first), "a body before the status");
    ok(aborts(header_first), "a header before the status");
    ok(aborts(begin_twice), "two statuses");
    ok(aborts(header_after_body), "a header behind the body");
    ok(aborts(finish_after_body), "a length behind the body");
    ok(aborts(head_too_long), "a head without end");
    return tap_done();
}
