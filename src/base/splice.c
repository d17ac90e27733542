/* Edits of a text that is not copied. */
#include "base/splice.h"

#include <stdlib.h>
#include <string.h>

void splice_replace(struct splice *splice, struct span old, const char *put) {
    if (splice->edits == SPLICE_EDITS)
        abort();
    size_t i = splice->edits++;
    while (i > 0 && splice->edit[i - 1].at > old.at) {
        splice->edit[i] = splice->edit[i - 1];
        i--;
    }
    splice->edit[i].at = old.at;
    splice->edit[i].removed = old.len;
    splice->edit[i].put = (struct span){put, strlen(put)};
}

struct span *splice_parts(const struct splice *splice, struct arena *arena, size_t *parts, size_t *total) {
    struct span *part = arena_alloc(arena, (2 * splice->edits + 1) * sizeof *part);
    const char *at = splice->text.at;
    size_t n = 0, sum = 0;
    for (size_t i = 0; i < splice->edits; i++) {
        part[n++] = (struct span){at, (size_t)(splice->edit[i].at - at)};
        part[n++] = splice->edit[i].put;
        at = splice->edit[i].at + splice->edit[i].removed;
    }
    part[n++] = (struct span){at, (size_t)(splice->text.at + splice->text.len - at)};
    for (size_t i = 0; i < n; i++)
        sum += part[i].len;
    *parts = n;
    *total = sum;
    return part;
}
