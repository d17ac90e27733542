#ifndef FRONT_UPLOAD_H
#define FRONT_UPLOAD_H

#include <stddef.h>
#include <stdint.h>

#include "base/budget.h"
#include "base/error.h"
#include "base/jsonscan.h"
#include "base/mem.h"
#include "front/body_pace.h"
#include "front/request.h"

/*
 * A multipart/form-data request, read to its end: fields are in memory, files one behind the other in a
 * temporary file without a name, which is gone when the process is.
 */
#define UPLOAD_FIELD  (1 << 20) /* bytes of a field */
#define UPLOAD_FIELDS (2 << 20) /* of all of them */

struct upload_part {
    const char *name;
    const char *filename; /* NULL: a field */
    const char *type;     /* content type as it was said, NULL if it was not */
    struct span text;     /* of a field, with a NUL behind it */
    int64_t from, len;    /* of a file: its place in the spool */
};

struct upload {
    struct upload_part *part; /* in the order in which they came */
    size_t count;
    int file;        /* the spool; -1: no file has a byte */
    int64_t spooled; /* its length */
    struct budget *account;
    long taken; /* from that account */
    struct arena *arena;
};

/* Where files go, and how many bytes all uploads of a process may keep there together. */
struct spool_rules {
    const char *directory;
    int floor_mb;         /* with less than that free on its disk nothing is kept */
    struct budget *spool; /* bytes that are kept now */
    long most_spool;
};

/*
 * To be freed with upload_free(), also after -1: ERR_REQUEST
 * (malformed, broke off; Content-Length is no number; with status 408: too slow), ERR_TOO_LARGE (found early
 * by Content-Length; with a field as param: that one), ERR_MEDIA_TYPE (not multipart/form-data; a content
 * coding), ERR_UNAVAILABLE (the spool cannot be written; with the code no_space: the disk is full, or below
 * its floor), which is logged; with retry_after: others have all that may be kept.
 */
int upload_read(const struct request *request, const struct body_rules *rules,
                const struct spool_rules *spool, struct arena *arena, struct upload *upload,
                struct error *err);
void upload_free(struct upload *upload);

/* The first part with that name, NULL if there is none. */
const struct upload_part *upload_field(const struct upload *upload, const char *name);

/*
 * Makes a field the only part with that name, where the first one stood; a new one stands before all others,
 * so that who reads the parts in their order knows it before files come. NULL removes all parts with that
 * name. `name` and `text` are copied. The spool stays as it is.
 */
void upload_set_field(struct upload *upload, const char *name, const char *text);

/* Reads the first bytes of a part, at most `size`. Returns how many, -1 if they cannot be read, which is
 * logged.
 */
long upload_peek(const struct upload *upload, const struct upload_part *part, char *buffer, size_t size);

/* Reads exactly so many bytes of the spool. Returns 0, or -1 and logs. */
int upload_spooled(int file, int64_t from, char *out, size_t len);

#endif
