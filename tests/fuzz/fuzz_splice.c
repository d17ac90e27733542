/*
 * Edits of a text, against the same edits made on a copy of it. Each edit is four bytes: where, how much is
 * removed, how much is put there, and how far behind the one before in the order in which they are given.
 * The text follows.
 */
#include <string.h>

#include "base/splice.h"
#include "fuzz.h"

#define PUT_MAX 16

struct edit {
    size_t from, len;
    char put[PUT_MAX];
};

/* Edits from left to right that do not overlap. Returns how many. */
static size_t read_edits(const uint8_t *data, size_t count, size_t text_len, struct edit edit[SPLICE_EDITS]) {
    size_t at = 0, n = 0;
    for (size_t i = 0; i < count && at <= text_len; i++, data += 4) {
        edit[n].from = at + data[0] % (text_len - at + 1);
        edit[n].len = data[1] % (text_len - edit[n].from + 1);
        memset(edit[n].put, 'A' + (int)n, data[2] % PUT_MAX);
        edit[n].put[data[2] % PUT_MAX] = '\0';
        at = edit[n].from + edit[n].len +
             1; /* two at the same place keep the order in which they were given */
        n++;
    }
    return n;
}

static size_t edit_copy(char *out, const char *text, size_t len, const struct edit *edit, size_t count) {
    size_t at = 0, n = 0;
    for (size_t i = 0; i < count; i++) {
        memcpy(out + n, text + at, edit[i].from - at);
        n += edit[i].from - at;
        memcpy(out + n, edit[i].put, strlen(edit[i].put));
        n += strlen(edit[i].put);
        at = edit[i].from + edit[i].len;
    }
    memcpy(out + n, text + at, len - at);
    return n + len - at;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct edit edit[SPLICE_EDITS];
    size_t asked = size > 0 ? data[0] % (SPLICE_EDITS + 1) : 0, turn = size > 0 ? data[0] >> 4 : 0;
    if (size < 1 + 4 * asked)
        return 0;
    const char *text = (const char *)data + 1 + 4 * asked;
    size_t len = size - 1 - 4 * asked, count = read_edits(data + 1, asked, len, edit);
    struct arena *arena = arena_new();
    struct splice splice = {.text = {text, len}};
    for (size_t i = 0; i < count; i++) {
        const struct edit *next = &edit[(i + turn) % count];
        splice_replace(&splice, (struct span){text + next->from, next->len}, next->put);
    }
    size_t parts, total, at = 0;
    struct span *part = splice_parts(&splice, arena, &parts, &total);
    char *want = arena_alloc(arena, len + PUT_MAX * SPLICE_EDITS + 1);
    check(edit_copy(want, text, len, edit, count) == total);
    for (size_t i = 0; i < parts; at += part[i++].len)
        check(part[i].len <= total - at && memcmp(want + at, part[i].at, part[i].len) == 0);
    check(at == total);
    arena_free(arena);
    return 0;
}
