#ifndef CANON_FORM_H
#define CANON_FORM_H

#include <stddef.h>
#include <stdint.h>

#include "base/jsonscan.h"

/* A form with files, as multipart/form-data brings it: parts in their order. */
struct form_part {
    const char *name;
    const char *filename; /* NULL: a field */
    const char *type;     /* of content, as it was said; NULL: it was not */
    struct span text;     /* of a field */
    int64_t from, len;    /* of a file: where its bytes stand in the spool */
    struct span head;     /* of a file: its first bytes, FORM_HEAD at the most */
};
#define FORM_HEAD 16

struct form {
    struct form_part *part;
    size_t count;
    /* Reads exactly so many bytes of the spool: 0, or -1. NULL: there is none. */
    int (*read)(void *arg, int64_t from, unsigned char *into, size_t len);
    void *arg;
};

#endif
