#ifndef FRONT_MULTIPART_H
#define FRONT_MULTIPART_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

/*
 * Reads a multipart/form-data body (RFC 7578; RFC 2046, 5.1) that comes in pieces of any size. What it hands
 * on does not depend on how it was cut, but for the cuts between part_bytes. Nothing is held back but what
 * may be the beginning of a delimiter.
 */
#define MULTIPART_PARTS    100
#define MULTIPART_HEAD     8192 /* bytes of all header fields of a part */
#define MULTIPART_BOUNDARY 70

/* Each returns 0, or -1 with err, which ends the reading. Texts are valid during the call. */
struct multipart_sink {
    /*
     * A part, in the order in which they stand. `filename`: NULL if it has none, so is a field; "" is one.
     * %22, %0D and %0A in names are undone, as browsers write them (WHATWG HTML, 4.10.22.8), and backslashes
     * before quotes and backslashes; of a name and its extended form (RFC 8187) the latter counts. `type`: as
     * it was said, NULL if it was not; without control characters.
     */
    int (*part_begin)(void *arg, const char *name, const char *filename, const char *type, struct error *err);
    int (*part_bytes)(void *arg, const char *bytes, size_t len, struct error *err); /* one at least */
    int (*part_end)(void *arg, struct error *err);
    void *arg;
};

struct multipart {
    const struct multipart_sink *sink;
    char delimiter[MULTIPART_BOUNDARY + 6]; /* CR LF "--" boundary "-" NUL */
    size_t delimiter_len;                   /* up to the boundary's end */
    size_t held;                            /* bytes of it that came */
    size_t unreal;                          /* of these, CR LF that are no content: those before the body */
    int state;
    bool in_part;
    int parts;
    size_t head_len;
    char head[MULTIPART_HEAD + 1];
};

/* content_type: the whole header field; NULL: none. -1: ERR_MEDIA_TYPE (not multipart/form-data), ERR_REQUEST
 * (malformed; no boundary, or none that may be). Nothing has to be freed. */
int multipart_init(struct multipart *multipart, const char *content_type, const struct multipart_sink *sink,
                   struct error *err);

/* -1: ERR_REQUEST, or what the sink said. After that it must not be called again. */
int multipart_feed(struct multipart *multipart, const char *bytes, size_t len, struct error *err);

/* At the body's end. -1: ERR_REQUEST: the closing delimiter has not come. */
int multipart_finish(const struct multipart *multipart, struct error *err);

#endif
