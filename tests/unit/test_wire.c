/* The keeper's frames: whole, cut at every byte, and malformed. */
#include "ledger/wire.h"

#include <sys/un.h>

#include "tap.h"

static const unsigned char id[OPERATION_ID] = "0123456789abcde";

static void test_question(void) {
    struct buf frame, arguments;
    struct unpack in;
    unsigned char again[OPERATION_ID];
    uint64_t ticket;
    char text[20];
    buf_init(&frame, WIRE_FRAME_MAX);
    buf_init(&arguments, WIRE_BODY_MAX);
    pack_text(&arguments, "ann");
    pack_i(&arguments, -7);
    wire_question(&frame, UINT64_MAX - 1, OP_USER_CREDIT, id, &arguments);
    size_t early = 0;
    for (size_t len = 0; len < frame.len; len++)
        early += wire_cut(frame.data, len, &in) != 0;
    is_int((long long)early, 0, "a cut frame is waited for");
    is_int(wire_cut(frame.data, frame.len, &in), (long long)frame.len, "a whole one is not");
    unpack_raw(&in, &ticket, sizeof ticket);
    ok(ticket == UINT64_MAX - 1 && unpack_u(&in) == OP_USER_CREDIT, "ticket and operation");
    unpack_raw(&in, again, sizeof again);
    unpack_text(&in, text, sizeof text);
    ok(memcmp(again, id, sizeof id) == 0 && strcmp(text, "ann") == 0 && unpack_i(&in) == -7,
       "id and arguments");
    ok(in.at == in.end && !in.bad, "nothing more");

    size_t first = frame.len;
    buf_clear(&arguments);
    wire_question(&frame, 2, OP_PING, id, &arguments);
    is_int(wire_cut(frame.data, frame.len, &in), (long long)first, "the first of two");
    is_int(wire_cut(frame.data + first, frame.len - first, &in), (long long)(frame.len - first),
           "and the second");
    buf_free(&frame);
    buf_free(&arguments);
}

static void test_answer(void) {
    struct buf frame, answer;
    struct unpack in;
    struct error err = {0}, far = {0};
    uint64_t ticket;
    buf_init(&frame, 2 * WIRE_FRAME_MAX);
    buf_init(&answer, WIRE_BODY_MAX);
    while (answer.len < WIRE_BODY_MAX)
        buf_putc(&answer, 'x');
    wire_answer(&frame, 7, 0, &answer, &err);
    ok(wire_cut(frame.data, frame.len, &in) > 0, "the longest answer fits into a frame");
    unpack_raw(&in, &ticket, sizeof ticket);
    ok(ticket == 7 && wire_read_answer(&in, &err) == 0 && (size_t)(in.end - in.at) == answer.len,
       "and comes whole");

    error_param(&far, ERR_LIMIT, "key", "This key has used all of its requests.");
    far.code = "rate_limit_exceeded";
    far.retry_after = 9;
    far.limit = (struct error_limit){LIMITED_TOKENS, 5000, 1795238420};
    far.status = 418;
    buf_clear(&frame);
    wire_answer(&frame, 7, -1, &answer, &far);
    size_t whole = frame.len, noticed = 0;
    for (size_t len = sizeof(uint32_t) + sizeof ticket; len < whole; len++) {
        uint32_t length = (uint32_t)(len - sizeof length);
        memcpy(frame.data, &length, sizeof length);
        struct error cut = {0};
        wire_cut(frame.data, len, &in);
        unpack_raw(&in, &ticket, sizeof ticket);
        noticed += wire_read_answer(&in, &cut) < 0 && cut.kind == ERR_UNAVAILABLE;
    }
    is_int((long long)noticed, (long long)(whole - 12), "an error that is cut is noticed");
    uint32_t length = (uint32_t)(whole - sizeof length);
    memcpy(frame.data, &length, sizeof length);
    wire_cut(frame.data, whole, &in);
    unpack_raw(&in, &ticket, sizeof ticket);
    ok(wire_read_answer(&in, &err) < 0 && err.kind == ERR_LIMIT && err.retry_after == 9 && err.status == 418,
       "an error");
    ok(err.limit.by == LIMITED_TOKENS && err.limit.most == 5000 && err.limit.reset == 1795238420,
       "the limit");
    is_str(err.code, "rate_limit_exceeded", "its code");
    is_str(err.param, "key", "its field");
    is_str(err.message, far.message, "its words");
    buf_free(&frame);
    buf_free(&answer);
}

static void test_malformed(void) {
    struct unpack in;
    uint32_t lengths[] = {0, 7, WIRE_FRAME_MAX + 1, UINT32_MAX};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        is_int(wire_cut((char *)&lengths[i], sizeof lengths[i], &in), -1, "an impossible length");
}

static void test_address(void) {
    struct sockaddr_un address;
    char directory[300];
    ok(wire_address(5, "/var/lib/aihub", WIRE_SOCKET, &address) == 0, "a short path");
    is_str(address.sun_path, "/var/lib/aihub/" WIRE_SOCKET, "stands as it is");
    memset(directory, 'd', sizeof directory);
    directory[0] = '/';
    directory[sizeof directory - 1] = '\0';
    ok(wire_address(5, directory, WIRE_SOCKET, &address) == 0, "a long one");
    is_str(address.sun_path, "/proc/self/fd/5/" WIRE_SOCKET, "goes by way of its descriptor");
}

int main(void) {
    test_question();
    test_answer();
    test_malformed();
    test_address();
    return tap_done();
}
