#ifndef BASE_JOINT_H
#define BASE_JOINT_H

#include "base/buf.h"
#include "base/jsonscan.h"
#include "base/mem.h"

/* A text that is written piece by piece, in which long pieces are not copied. */
struct joint {
    struct buf text; /* what is written */
    struct joint_piece *list;
    size_t count, room;
};

/* Room for so many pieces at the most is taken at once; more abort. */
void joint_init(struct joint *joint, size_t pieces, struct arena *arena);
void joint_free(struct joint *joint);

/* Puts bytes behind what was written so far; they must outlive the joint. */
void joint_put(struct joint *joint, struct span bytes);

/* All of it as spans, made in the arena and valid until joint_free(); *total is its length in bytes. */
struct span *joint_parts(const struct joint *joint, struct arena *arena, size_t *parts, size_t *total);

#endif
