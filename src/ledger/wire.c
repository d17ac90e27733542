/* The frames between the keeper and those who ask it. */
#include "ledger/wire.h"

#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>

static size_t frame_begin(struct buf *out, uint64_t ticket) {
    size_t at = out->len;
    uint32_t length = 0;
    pack_raw(out, &length, sizeof length);
    pack_raw(out, &ticket, sizeof ticket);
    return at;
}

static void frame_end(struct buf *out, size_t at) {
    if (out->overflow)
        return;
    uint32_t length = (uint32_t)(out->len - at - sizeof length);
    memcpy(out->data + at, &length, sizeof length);
}

void wire_question(struct buf *out, uint64_t ticket, enum operation op, const unsigned char id[OPERATION_ID],
                   const struct buf *arguments) {
    size_t at = frame_begin(out, ticket);
    pack_u(out, op);
    pack_raw(out, id, OPERATION_ID);
    if (arguments->len)
        pack_raw(out, arguments->data, arguments->len);
    frame_end(out, at);
}

void wire_answer(struct buf *out, uint64_t ticket, int rc, const struct buf *answer,
                 const struct error *err) {
    size_t at = frame_begin(out, ticket);
    pack_u(out, rc != 0);
    if (rc == 0) {
        if (answer->len)
            pack_raw(out, answer->data, answer->len);
    } else {
        pack_u(out, err->kind);
        pack_i(out, err->status);
        pack_i(out, err->retry_after);
        pack_u(out, err->limit.by);
        pack_i(out, err->limit.most);
        pack_i(out, err->limit.reset);
        pack_text(out, err->code);
        pack_text(out, err->param);
        pack_text(out, err->message);
    }
    frame_end(out, at);
}

long wire_cut(const char *bytes, size_t len, struct unpack *frame) {
    uint32_t length;
    if (len < sizeof length)
        return 0;
    memcpy(&length, bytes, sizeof length);
    if (length < sizeof(uint64_t) || length > WIRE_FRAME_MAX)
        return -1;
    if (len - sizeof length < length)
        return 0;
    *frame = unpack_from(bytes + sizeof length, length);
    return (long)(sizeof length + length);
}

int wire_read_answer(struct unpack *frame, struct error *err) {
    if (unpack_u(frame) == 0 && !frame->bad)
        return 0;
    struct error far = {0};
    char code[64];
    far.kind = unpack_u(frame) % ERR__MAX;
    far.status = (int)unpack_i(frame);
    far.retry_after = (int)unpack_i(frame);
    far.limit.by = unpack_u(frame) % LIMITED__MAX;
    far.limit.most = unpack_i(frame);
    far.limit.reset = unpack_i(frame);
    unpack_text(frame, code, sizeof code);
    unpack_text(frame, far.param, sizeof far.param);
    unpack_text(frame, far.message, sizeof far.message);
    if (frame->bad || far.kind == ERR_NONE)
        return error_set(err, ERR_UNAVAILABLE, "ledger: the keeper sent a malformed answer");
    far.code = error_code(code);
    if (err->kind == ERR_NONE)
        *err = far;
    return -1;
}

int wire_address(int directory_fd, const char *directory, const char *name, struct sockaddr_un *address) {
    *address = (struct sockaddr_un){.sun_family = AF_UNIX};
    size_t room = sizeof address->sun_path;
    if ((size_t)snprintf(address->sun_path, room, "%s/%s", directory, name) < room)
        return 0;
    return (size_t)snprintf(address->sun_path, room, "/proc/self/fd/%d/%s", directory_fd, name) < room ? 0
                                                                                                       : -1;
}
