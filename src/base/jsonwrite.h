#ifndef BASE_JSONWRITE_H
#define BASE_JSONWRITE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/jsonscan.h"

/* Writes JSON text to a buffer, with the commas where they belong. Start with only `out` set. */
struct json_writer {
    struct buf *out;
    bool more; /* a value stands before this place */
};

void json_open(struct json_writer *w, char bracket);
void json_close(struct json_writer *w, char bracket);
void json_key(struct json_writer *w, const char *name);                    /* plain ASCII */
void json_key_raw(struct json_writer *w, struct span name);                /* a JSON string, as it stands */
void json_key_bytes(struct json_writer *w, const char *bytes, size_t len); /* quoted */

/* Goes on with a list whose brackets stand elsewhere: what the buffer holds are values. */
struct json_writer json_writer_on(struct buf *out);

/* Values: elements of an array, or behind a key. */
void json_put(struct json_writer *w, struct span json);      /* as it stands */
void json_put_line(struct json_writer *w, struct span json); /* without white space between its tokens */
void json_put_raw(struct json_writer *w, const char *json);
void json_put_text(struct json_writer *w, const char *text);               /* quoted; NULL: null */
void json_put_bytes(struct json_writer *w, const char *bytes, size_t len); /* quoted */
void json_put_inside(struct json_writer *w, const char *text, size_t len); /* that of a JSON string */
void json_put_int(struct json_writer *w, int64_t number);
void json_put_bool(struct json_writer *w, bool value);

/* Members: a key and its value. */
void json_member_open(struct json_writer *w, const char *name, char bracket);
void json_member_put(struct json_writer *w, const char *name, struct span json);
void json_member_raw(struct json_writer *w, const char *name, const char *json);
void json_member_text(struct json_writer *w, const char *name, const char *text);
void json_member_format(struct json_writer *w, const char *name, const char *format, ...)
    __attribute__((format(printf, 3, 4))); /* a text in which nothing is to be escaped */
void json_member_int(struct json_writer *w, const char *name, int64_t number);
void json_member_bool(struct json_writer *w, const char *name, bool value);

#endif
