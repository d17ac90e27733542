#ifndef BASE_CUT_H
#define BASE_CUT_H

#include <stdbool.h>

#include "base/jsonscan.h"

/*
 * A copy of a checked JSON text without some of its values, however many: what
 * stands between them stays byte for byte. Start with `out` and the whole text
 * as `rest`; cut from its beginning to its end, then finish.
 */
struct cut {
    struct buf *out;
    struct span rest; /* not copied yet */
};

/* Puts other text where a value of the rest stands; before it where `old` is empty. */
void cut_replace(struct cut *cut, struct span old, const char *put);

/* Copies what is left. */
void cut_finish(struct cut *cut);

/* The elements of an array or the members of an object, in their order: each is told before anything within
 * it is cut, and those that stay are parted by single commas. Start with `cut` only. */
struct cut_list {
    struct cut *cut;
    const char *end; /* of the item before; NULL: there is none */
    bool kept;       /* one stayed */
};

void cut_item(struct cut_list *list, struct span item, bool gone);

#endif
