#ifndef FRONT_UPLOAD_BODY_H
#define FRONT_UPLOAD_BODY_H

#include "front/upload.h"

/*
 * The parts of an upload again, as a multipart/form-data body that is sent on: made of its bytes when they
 * are asked for, never whole in memory. The upload must live as long, unchanged.
 */
struct upload_piece {
    const char *at; /* NULL: in the spool */
    int64_t from, len;
};

struct upload_body {
    struct upload_piece *piece;
    size_t count;
    int file;
    int64_t length;
    const char *content_type; /* for the header field, with the boundary */
};

/* A boundary that is in nobody's file: random. */
#define UPLOAD_BOUNDARY 48
void upload_boundary(char boundary[UPLOAD_BOUNDARY]);

/*
 * `boundary`: valid, and in no part. Quotes and line ends in names are written as %22, %0D and %0A, as
 * browsers do, and a backslash twice, so that servers which take it for a quoting one read it as well. -1:
 * ERR_REQUEST with the part as param: a name or type with other control characters. Nothing has to be freed.
 */
int upload_body_init(struct upload_body *body, const struct upload *upload, const char *boundary,
                     struct arena *arena, struct error *err);

int64_t upload_body_length(const struct upload_body *body);

/* Writes the bytes from an offset on, as many as there is room for. Returns how many, 0 at the end, -1 if the
 * spool cannot be read, which is logged. */
long upload_body_read(const struct upload_body *body, int64_t offset, char *out, size_t room);

#endif
