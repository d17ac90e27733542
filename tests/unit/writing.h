/* Answers to clients, written from events as the relay does it. */
#ifndef TESTS_WRITING_H
#define TESTS_WRITING_H

#include "canon/collect.h"
#include "dialects/dialect.h"

#define WRITING_MOST 1000000 /* bytes of an answer */

/* `out` is begun here, and to be freed. */
static inline void write_stream(const struct chat_dialect *dialect, const struct chat_head *head,
                                const struct chat_event *events, size_t count, struct buf *out) {
    struct arena *arena = arena_new();
    buf_init(out, WRITING_MOST);
    struct chat_writer *writer = dialect->new_writer(head, arena, out);
    for (size_t i = 0; i < count; i++)
        dialect->write_event(writer, &events[i]);
    arena_free(arena);
}

/* The same as one answer that is not streamed. */
static inline void write_whole(const struct chat_dialect *dialect, const struct chat_head *head,
                               const struct chat_event *events, size_t count, struct buf *out) {
    struct arena *arena = arena_new();
    struct collect *collect = collect_new(arena);
    struct error err = {0};
    buf_init(out, WRITING_MOST);
    for (size_t i = 0; i < count; i++)
        chat_emit(collect_sink(collect), &events[i], &err);
    dialect->write_reply(head, collect_reply(collect), out);
    arena_free(arena);
}

#endif
