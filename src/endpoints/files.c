/* Pictures that were stored for a link: who has it may have them. */
#include <unistd.h>

#include "base/clock.h"
#include "endpoints/endpoints.h"
#include "ledger/kept_files.h"

#define STEP (64 << 10)

static void begin(struct exchange *x, const char *name, int64_t len, int64_t left) {
    reply_begin(x->reply, 200, kept_file_type(name));
    reply_header(x->reply, "X-Content-Type-Options", "nosniff");
    reply_header(x->reply, "Content-Security-Policy", "default-src 'none'; sandbox");
    reply_header(x->reply, "Cache-Control",
                 arena_printf(x->arena, "private, max-age=%lld, immutable", (long long)left));
    reply_header(x->reply, "x-request-id", exchange_id(x));
    reply_header_number(x->reply, "Content-Length", (long long)len);
}

static int send(struct exchange *x, int fd, int64_t len, struct error *err) {
    char *bytes = arena_alloc(x->arena, STEP);
    while (len > 0) {
        ssize_t got = read(fd, bytes, len < STEP ? (size_t)len : STEP);
        if (got <= 0)
            return error_set(err, ERR_INTERNAL, "The picture could not be read.");
        if (reply_write(x->reply, bytes, (size_t)got, err) < 0)
            return -1;
        len -= got;
    }
    return reply_write(x->reply, "", 0, err);
}

int endpoint_file(struct exchange *x, struct error *err) {
    int64_t len, left;
    int fd = kept_file_open(x->config->data_dir, x->rest, clock_wall_ms() / 1000, x->config->file_days, &len,
                            &left);
    if (fd < 0)
        return error_set(err, ERR_NOT_FOUND, "There is no such picture, or not any more.");
    begin(x, x->rest, len, left);
    int rc = send(x, fd, len, err);
    close(fd);
    return rc;
}
