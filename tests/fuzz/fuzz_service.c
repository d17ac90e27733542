/*
 * The keeper's socket: any bytes, behind a greeting or instead of it, in pieces of any size. Each question
 * gets an answer, in their order, and the sums of the ledger agree. The first byte of the input tells whether
 * a good greeting is sent before the rest, and into how large pieces this is cut.
 */
#include <errno.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

#include "fuzz_book.h"
#include "base/jsonscan.h"
#include "ledger/service.h"

enum { GREETS = 1 };

static int apply(void *arg, enum operation op, const unsigned char id[OPERATION_ID], struct unpack *in,
                 struct buf *out, bool *wrote, struct error *err) {
    (void)arg;
    return book_apply(&book, op, id, in, out, wrote, err);
}

static int written(void *arg) {
    (void)arg;
    return 0;
}

static void nothing(void *arg) {
    (void)arg;
}

static const struct service_owner owner = {apply, written, nothing, nothing, NULL};

/* A name that the kernel makes up. */
static int listen_somewhere(struct sockaddr_un *address, socklen_t *len) {
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    *address = (struct sockaddr_un){.sun_family = AF_UNIX};
    check(fd >= 0 && bind(fd, (struct sockaddr *)address, sizeof address->sun_family) == 0);
    *len = sizeof *address;
    check(listen(fd, 8) == 0 && getsockname(fd, (struct sockaddr *)address, len) == 0);
    return fd;
}

/* Sends all of it while it reads what comes back, up to the end. */
static void converse(int fd, const char *bytes, size_t len, size_t piece, struct buf *answers) {
    size_t sent = 0;
    bool ended = false;
    if (len == 0)
        shutdown(fd, SHUT_WR);
    while (!ended) {
        struct pollfd polled = {fd, POLLIN | (sent < len ? POLLOUT : 0), 0};
        int ready = poll(&polled, 1, 10000);
        if (ready < 0 && errno == EINTR) /* libFuzzer's alarm */
            continue;
        check(ready == 1);
        if (polled.revents & (POLLIN | POLLHUP | POLLERR)) {
            char room[4096];
            ssize_t n = recv(fd, room, sizeof room, MSG_DONTWAIT);
            if (n > 0)
                buf_add(answers, room, (size_t)n);
            ended = n == 0 || (n < 0 && errno != EAGAIN);
        }
        if (!ended && sent < len && (polled.revents & POLLOUT)) {
            size_t n = len - sent < piece ? len - sent : piece;
            ssize_t done = send(fd, bytes + sent, n, MSG_NOSIGNAL | MSG_DONTWAIT);
            sent = done > 0 ? sent + (size_t)done : done < 0 && errno != EAGAIN ? len : sent;
            if (sent == len)
                shutdown(fd, SHUT_WR);
        }
    }
}

/* The tickets of the answers are those of the questions, as far as the keeper went on. */
static void compare(struct span asked, struct span told) {
    struct unpack question, answer;
    uint64_t ticket, back;
    long cut;
    while ((cut = wire_cut(told.at, told.len, &answer)) > 0) {
        struct error err = {0};
        told = (struct span){told.at + cut, told.len - (size_t)cut};
        cut = wire_cut(asked.at, asked.len, &question);
        check(cut > 0);
        asked = (struct span){asked.at + cut, asked.len - (size_t)cut};
        unpack_raw(&question, &ticket, sizeof ticket);
        unpack_raw(&answer, &back, sizeof back);
        check(ticket == back);
        check((wire_read_answer(&answer, &err) < 0) == (err.kind != ERR_NONE));
        check(err.kind == ERR_NONE || (err.message[0] && !strstr(err.message, "malformed answer")));
    }
    check(cut == 0); /* the rest of one that the keeper broke off within */
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct wire_greeting greeting = {WIRE_MAGIC, WIRE_PROTOCOL, BOOK_SCHEMA};
    struct sockaddr_un address;
    socklen_t len;
    struct buf sent, answers, out;
    unsigned how = size > 0 ? data[0] : 0;
    buf_init(&sent, sizeof greeting + size);
    buf_init(&answers, 64u << 20);
    buf_init(&out, WIRE_BODY_MAX);
    book_ready(&out);
    if (how & GREETS)
        buf_add(&sent, &greeting, sizeof greeting);
    if (size > 1)
        buf_add(&sent, data + 1, size - 1);
    struct service *service = service_start(listen_somewhere(&address, &len), &owner);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    check(service && fd >= 0 && connect(fd, (struct sockaddr *)&address, len) == 0);
    size_t piece = how >> 1;
    converse(fd, sent.data, sent.len, piece ? piece : SIZE_MAX, &answers);
    close(fd);
    service_stop(service);
    if (answers.len >= sizeof greeting && sent.len >= sizeof greeting)
        compare((struct span){sent.data + sizeof greeting, sent.len - sizeof greeting},
                (struct span){answers.data + sizeof greeting, answers.len - sizeof greeting});
    else
        check(answers.len == 0);
    book_prove(&out);
    buf_free(&sent);
    buf_free(&answers);
    buf_free(&out);
    return 0;
}
