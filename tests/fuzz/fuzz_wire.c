/*
 * What other processes send to the keeper: any bytes, as frames with operations in them,
 * done on a ledger of their own; and the same bytes read as answers. No bytes may do harm,
 * and the sums must agree afterwards.
 */
#include "fuzz_book.h"

static void answer(struct unpack *frame, struct buf *out) {
    unsigned char id[OPERATION_ID];
    uint64_t ticket;
    struct unpack as_answer = *frame;
    struct error err = {0};
    unpack_raw(frame, &ticket, sizeof ticket);
    unpack_raw(&as_answer, &ticket, sizeof ticket);
    check((wire_read_answer(&as_answer, &err) < 0) == (err.kind != ERR_NONE));
    uint64_t op = unpack_u(frame);
    unpack_raw(frame, id, sizeof id);
    if (!frame->bad && op < OP__MAX)
        book_do(op, id, frame, out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct unpack frame;
    struct buf out;
    size_t used = 0;
    long cut;
    buf_init(&out, WIRE_BODY_MAX);
    book_ready(&out);
    while ((cut = wire_cut((const char *)data + used, size - used, &frame)) > 0) {
        answer(&frame, &out);
        used += (size_t)cut;
    }
    book_prove(&out);
    buf_free(&out);
    return 0;
}
