/*
 * Multipart bodies of any bytes: what is read does not depend on how they came, and what is read is written
 * so that it is read again. The first line is the content type, less "multipart/form-data;"; the rest is the
 * body.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../unit/multipart_story.h"
#include "front/upload_body.h"
#include "fuzz.h"

#define CUTS 100 /* places at which a body is cut in two */

static void compare(const struct story *whole, const char *type, const char *bytes, size_t len, size_t first,
                    size_t piece) {
    struct story cut;
    story_run(&cut, type, bytes, len, first, piece);
    check(!cut.bad && cut.text.len == whole->text.len &&
          memcmp(cut.text.data, whole->text.data, cut.text.len) == 0);
    buf_free(&cut.text);
}

/* ---- what was read is written again ---------------------------------------------------------- */

/* In no input that is found by chance. */
#define BOUNDARY "----again-0123456789abcdef0123456789abcdef"

struct again {
    struct upload upload;
    struct upload_part part[MULTIPART_PARTS];
    struct buf text;
    bool ambiguous; /* names that hold what browsers write for a quote, read from their extended form */
};

static struct upload_part *last(struct again *again) {
    return &again->upload.part[again->upload.count - 1];
}

static int keep_begin(void *arg, const char *name, const char *filename, const char *type,
                      struct error *err) {
    struct again *again = arg;
    struct arena *arena = again->upload.arena;
    (void)err;
    check(again->upload.count < MULTIPART_PARTS);
    again->upload.count++;
    *last(again) = (struct upload_part){.name = arena_strdup(arena, name),
                                        .filename = filename ? arena_strdup(arena, filename) : NULL,
                                        .type = type ? arena_strdup(arena, type) : NULL,
                                        .from = again->upload.spooled};
    again->ambiguous |= strchr(name, '%') || (filename && strchr(filename, '%'));
    return 0;
}

static int keep_bytes(void *arg, const char *bytes, size_t len, struct error *err) {
    struct again *again = arg;
    (void)err;
    if (!last(again)->filename)
        buf_add(&again->text, bytes, len);
    else if (pwrite(again->upload.file, bytes, len, again->upload.spooled) == (ssize_t)len)
        again->upload.spooled += (int64_t)len;
    else
        abort();
    return 0;
}

static int keep_end(void *arg, struct error *err) {
    struct again *again = arg;
    struct upload_part *part = last(again);
    (void)err;
    if (part->filename)
        part->len = again->upload.spooled - part->from;
    else
        part->text = (struct span){
            arena_strndup(again->upload.arena, again->text.len ? again->text.data : "", again->text.len),
            again->text.len};
    buf_clear(&again->text);
    return 0;
}

static void compare_again(const struct story *whole, const struct upload *upload) {
    struct upload_body body;
    struct error err = {0};
    struct story story;
    check(upload_body_init(&body, upload, BOUNDARY, upload->arena, &err) == 0);
    size_t len = (size_t)upload_body_length(&body), at = 0;
    char *bytes = malloc(len);
    check(bytes != NULL);
    for (long n; (n = upload_body_read(&body, (int64_t)at, bytes + at, len - at < 7 ? len - at : 7)) > 0;)
        at += (size_t)n;
    check(at == len);
    story_run(&story, body.content_type, bytes, len, len, len);
    check(!story.bad && story.text.len == whole->text.len &&
          memcmp(story.text.data, whole->text.data, story.text.len) == 0);
    buf_free(&story.text);
    free(bytes);
}

static void write_again(const struct story *whole, const char *type, const char *bytes, size_t len) {
    static int file = -1;
    if (file < 0)
        check((file = memfd_create("spool", MFD_CLOEXEC)) >= 0);
    struct again again = {.upload = {.file = file, .arena = arena_new()}};
    struct multipart_sink sink = {keep_begin, keep_bytes, keep_end, &again};
    struct multipart multipart;
    struct error err = {0};
    again.upload.part = again.part;
    buf_init(&again.text, len + 1);
    check(multipart_init(&multipart, type, &sink, &err) == 0 &&
          multipart_feed(&multipart, bytes, len, &err) == 0);
    if (!again.ambiguous && !memmem(bytes, len, BOUNDARY, sizeof BOUNDARY - 1))
        compare_again(whole, &again.upload);
    buf_free(&again.text);
    arena_free(again.upload.arena);
}

/* At the end of a block, so that reading on is seen. */
static char *copy(const char *bytes, size_t len) {
    char *room = malloc(len ? len : 1);
    check(room != NULL);
    memcpy(room, bytes, len);
    return room;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char kind[] = "multipart/form-data;";
    const char *line = memchr(data, '\n', size);
    if (!line || memchr(data, '\0', (size_t)(line - (const char *)data)))
        return 0;
    size_t said = (size_t)(line - (const char *)data), len = size - said - 1;
    char *type = calloc(1, sizeof kind + said), *bytes = copy(line + 1, len);
    struct story whole;
    memcpy(type, kind, sizeof kind - 1);
    memcpy(type + sizeof kind - 1, data, said);
    bool good = story_run(&whole, type, bytes, len, len, len);
    check(!whole.bad && !whole.text.overflow && whole.told <= len);
    for (size_t piece = 1; piece < 5; piece++)
        compare(&whole, type, bytes, len, piece, piece);
    for (size_t i = 1; i < CUTS && i < len; i++)
        compare(&whole, type, bytes, len, len <= CUTS ? i : i * (len / CUTS), len);
    if (good)
        write_again(&whole, type, bytes, len);
    buf_free(&whole.text);
    free(bytes);
    free(type);
    return 0;
}
