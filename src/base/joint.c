/* Texts with long pieces in them. */
#include "base/joint.h"

#include <stdlib.h>

struct joint_piece {
    size_t at; /* in the text */
    struct span bytes;
};

void joint_init(struct joint *joint, size_t pieces, struct arena *arena) {
    *joint = (struct joint){.room = pieces};
    buf_init(&joint->text, BUF_MOST);
    joint->list = arena_alloc(arena, pieces * sizeof *joint->list);
}

void joint_free(struct joint *joint) {
    buf_free(&joint->text);
}

void joint_put(struct joint *joint, struct span bytes) {
    if (joint->count == joint->room)
        abort();
    joint->list[joint->count++] = (struct joint_piece){joint->text.len, bytes};
}

struct span *joint_parts(const struct joint *joint, struct arena *arena, size_t *parts, size_t *total) {
    struct span *list = arena_alloc(arena, (2 * joint->count + 1) * sizeof *list);
    size_t at = 0, n = 0;
    *total = joint->text.len;
    for (size_t i = 0; i < joint->count; i++) {
        const struct joint_piece *piece = &joint->list[i];
        if (piece->at > at)
            list[n++] = (struct span){joint->text.data + at, piece->at - at};
        list[n++] = piece->bytes;
        at = piece->at;
        *total += piece->bytes.len;
    }
    if (joint->text.len > at)
        list[n++] = (struct span){joint->text.data + at, joint->text.len - at};
    *parts = n;
    return list;
}
