#ifndef TESTS_MULTIPART_STORY_H
#define TESTS_MULTIPART_STORY_H

/* What the reader of multipart bodies tells, as text: the same story however the body came. */
#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "front/multipart.h"

struct story {
    struct buf text;
    bool begun, bytes; /* within a part; within its bytes */
    bool bad;          /* calls that must not be */
    size_t told;       /* bytes of content */
};

static inline void story_put(struct story *story, const char *bytes, size_t len) {
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)bytes[i];
        if (isprint(c) && c != '\\' && c != '\'')
            buf_putc(&story->text, (char)c);
        else
            buf_printf(&story->text, "\\%02x", c);
    }
}

static inline void story_name(struct story *story, const char *what, const char *text) {
    if (!text)
        return;
    buf_printf(&story->text, " %s='", what);
    story_put(story, text, strlen(text));
    buf_putc(&story->text, '\'');
}

static inline int story_begin(void *arg, const char *name, const char *filename, const char *type,
                              struct error *err) {
    struct story *story = arg;
    (void)err;
    story->bad |= story->begun || !name || !*name;
    story->begun = true;
    buf_puts(&story->text, "part");
    story_name(story, "name", name);
    story_name(story, "filename", filename);
    story_name(story, "type", type);
    buf_putc(&story->text, '\n');
    return 0;
}

static inline int story_bytes(void *arg, const char *bytes, size_t len, struct error *err) {
    struct story *story = arg;
    (void)err;
    story->bad |= !story->begun || len == 0;
    if (!story->bytes)
        buf_puts(&story->text, "  ");
    story->bytes = true;
    story->told += len;
    story_put(story, bytes, len);
    return 0;
}

static inline int story_end(void *arg, struct error *err) {
    struct story *story = arg;
    (void)err;
    story->bad |= !story->begun;
    buf_puts(&story->text, story->bytes ? "\nend\n" : "end\n");
    story->begun = story->bytes = false;
    return 0;
}

/* Feeds a body in pieces of that size, the first one of another. Ends with "whole" or with the error. To be
 * freed: text. Returns whether it was whole. */
static inline bool story_run(struct story *story, const char *type, const char *bytes, size_t len,
                             size_t first, size_t piece) {
    struct multipart_sink sink = {story_begin, story_bytes, story_end, story};
    struct multipart multipart;
    struct error err = {0};
    *story = (struct story){0};
    buf_init(&story->text, 4 * len + 100000);
    int rc = multipart_init(&multipart, type, &sink, &err);
    for (size_t at = 0, size = first; rc == 0 && at < len; at += size, size = piece)
        rc = multipart_feed(&multipart, bytes + at, len - at < size ? len - at : size, &err);
    if (rc == 0)
        rc = multipart_finish(&multipart, &err);
    if (story->bytes)
        buf_putc(&story->text, '\n');
    if (rc == 0)
        buf_puts(&story->text, "whole\n");
    else
        buf_printf(&story->text, "%d %s: %s\n", err.status, err.param, err.message);
    story->bad |= (rc == 0) != (err.kind == ERR_NONE) || (rc == 0 && story->begun);
    return rc == 0;
}

#endif
