/* What a request noted as dropped, so that tests can compare it. */
#ifndef TESTS_DROPPED_H
#define TESTS_DROPPED_H

#include "canon/chat.h"

/* The names, with blanks between them; in the arena. */
static inline const char *dropped_words(const struct chat_request *q) {
    const char *words = "";
    for (const struct chat_list *item = q->dropped; item; item = item->next)
        words = arena_printf(q->arena, "%s%s%s", words, *words ? " " : "", item->name);
    return words;
}

#endif
