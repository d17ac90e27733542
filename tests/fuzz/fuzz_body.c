/* Bodies of any coding and pace. The first byte chooses the coding, the second the limit; the rest is the
 * body. However it comes in pieces, the outcome is the same, and within the limit. */
#include <string.h>

#include "base/secret.h"
#include "front/body.h"
#include "fuzz.h"

struct source {
    const uint8_t *at;
    size_t left, piece;
    const char *coding;
};

static const char *variable(void *arg, const char *name) {
    const struct source *source = arg;
    return strcmp(name, "HTTP_CONTENT_ENCODING") == 0 ? source->coding : NULL;
}

static long read_piece(void *arg, char *bytes, size_t len) {
    struct source *source = arg;
    size_t n = source->left < source->piece ? source->left : source->piece;
    if (n > len)
        n = len;
    memcpy(bytes, source->at, n);
    source->at += n;
    source->left -= n;
    return (long)n;
}

static void limit(void *arg, int seconds) {
    (void)arg, (void)seconds;
}

struct outcome {
    int status;
    size_t len;
    unsigned char hash[SECRET_HASH];
};

static struct outcome run(struct source from, size_t most) {
    struct budget memory = {0};
    struct body_rules rules = {.limit = most, .seconds = 3600, .memory = &memory, .most_memory = 1 << 30};
    struct request_source source = {variable, read_piece, limit, NULL, &from, -1};
    struct arena *arena = arena_new();
    struct request request;
    struct body body;
    struct error err = {0};
    struct outcome outcome = {0};
    request_init(&request, &source, arena);
    if (body_read(&request, &rules, &body, &err) == 0) {
        outcome.len = body.bytes.len;
        check(outcome.len <= most && body.bytes.data);
        secret_hash(body.bytes.data, body.bytes.len, outcome.hash);
    }
    check((err.kind == ERR_NONE) == (err.status == 0));
    outcome.status = err.status;
    body_free(&body);
    check(memory.used == 0);
    arena_free(arena);
    return outcome;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const codings[] = {NULL, "gzip", "deflate", "zstd", "identity", "br"};
    static const size_t pieces[] = {1, 7, 4096};
    if (size < 2)
        return 0;
    struct source source = {data + 2, size - 2, size, codings[data[0] % 6]};
    size_t most = (size_t)data[1] * data[1] * 16 + 1;
    struct outcome whole = run(source, most);
    if (!source.coding && size - 2 <= most)
        check(whole.status == 0 && whole.len == size - 2);
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        source.piece = pieces[i];
        struct outcome cut = run(source, most);
        check(memcmp(&whole, &cut, sizeof whole) == 0);
    }
    return 0;
}
