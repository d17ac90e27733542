/* What of a request the provider does not get: each name once, and a mark where there are too many. */
#include <stdio.h>
#include <string.h>

#include "canon/chat.h"
#include "tap.h"

static void test_names(void) {
    static const struct {
        const char *names[4];
        size_t most;
        const char *told;
    } rows[] = {
        {{NULL}, 8, ""},
        {{"top_k", NULL}, 100, "top_k"},
        {{"top_k", "seed", "top_k", NULL}, 100, "top_k, seed"},
        {{"top_k", "seed", NULL}, 17, "top_k, seed"},
        {{"top_k", "seed", NULL}, 16, "top_k, ..."},
        {{"top_k", "seed", "n", NULL}, 17, "top_k, seed, ..."},
        {{"a_long_name", NULL}, 8, "..."},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct chat_request request = {.arena = arena_new()};
        for (int j = 0; rows[i].names[j]; j++)
            chat_drop(&request, rows[i].names[j]);
        is_str(chat_dropped_names(&request, rows[i].most), rows[i].told, "what is told");
        arena_free(request.arena);
    }
}

static void test_ceiling(void) {
    struct chat_request request = {.arena = arena_new()};
    char name[16];
    int kept = 0;
    for (int i = 0; i < CHAT_DROPPED_MOST; i++) {
        snprintf(name, sizeof name, "%d", i);
        chat_drop(&request, name);
    }
    chat_drop(&request, "0");
    ok(!request.dropped_more, "all are kept");
    chat_drop(&request, "one more");
    ok(request.dropped_more, "one more is not");
    for (const struct chat_list *item = request.dropped; item; item = item->next)
        kept++;
    is_int(kept, CHAT_DROPPED_MOST, "the others stay");
    const char *told = chat_dropped_names(&request, 10000);
    is_str(strstr(told, ", 63"), ", 63, ...", "and it is told that there are more");
    arena_free(request.arena);
}

int main(void) {
    test_names();
    test_ceiling();
    return tap_done();
}
