/* Requests, read as the relay does it: looked at, then read. */
#ifndef TESTS_READING_H
#define TESTS_READING_H

#include <stdlib.h>
#include <string.h>

#include "dialects/dialect.h"
#include "tap.h"

/* A copy of exactly its size: what is read beyond it, a sanitizer sees. */
static inline struct span copy_of(struct arena *arena, struct span text) {
    char *copy = malloc(text.len ? text.len : 1);
    if (!copy)
        abort();
    if (text.len > 0)
        memcpy(copy, text.at, text.len);
    arena_own(arena, copy, free);
    return (struct span){copy, text.len};
}

static inline struct span span_of(const char *text) {
    return (struct span){text, strlen(text)};
}

/* *ask has what is known of the client before. */
static inline int read_as(const struct chat_dialect *dialect, struct span text, struct arena *arena,
                          struct chat_ask *ask, struct chat_request *q, struct error *err) {
    *q = (struct chat_request){.arena = arena};
    if (dialect->look(copy_of(arena, text), arena, ask, err) < 0)
        return -1;
    q->stream = ask->stream;
    q->max_output = ask->max_output;
    q->choices = ask->choices;
    return dialect->read_request(ask, q, err);
}

/* How many beginnings of a request, all shorter than the whole, are refused for what they are. */
static inline size_t refused_beginnings(const struct chat_dialect *dialect, struct span text) {
    size_t refused = 0;
    for (size_t cut = 0; cut < text.len; cut++) {
        struct arena *arena = arena_new();
        struct chat_ask ask = {0};
        struct chat_request q;
        struct error err = {0};
        refused += read_as(dialect, (struct span){text.at, cut}, arena, &ask, &q, &err) < 0 &&
                   err.kind == ERR_REQUEST;
        arena_free(arena);
    }
    return refused;
}

/* A request that is refused with that field, and words that the message has. */
struct bad_request {
    const char *text, *param, *message;
};

static inline void refuses(const struct chat_dialect *dialect, const struct bad_request *bad) {
    struct arena *arena = arena_new();
    struct chat_ask ask = {0};
    struct chat_request q;
    struct error err = {0};
    int rc = read_as(dialect, span_of(bad->text), arena, &ask, &q, &err);
    bool good = rc < 0 && err.kind == ERR_REQUEST && strcmp(err.param, bad->param) == 0 &&
                strstr(err.message, bad->message);
    if (!good)
        printf("# %s: %s\n", err.param, err.message);
    ok(good, "refused: %s", bad->text);
    arena_free(arena);
}

#endif
