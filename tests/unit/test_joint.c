/* Texts with long pieces in them: their parts are what was written, in its order. */
#include "base/joint.h"

#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* What is written, character by character; a capital letter is a long piece. */
static const struct {
    const char *name, *story;
    size_t parts;
} rows[] = {
    {"nothing", "", 0},
    {"only text", "abc", 1},
    {"only a piece", "A", 1},
    {"a piece within", "abAcd", 3},
    {"at the beginning", "Aab", 2},
    {"at the end", "abA", 2},
    {"side by side", "aABCb", 5},
    {"an empty text between", "AB", 2},
};

static size_t write_story(struct joint *joint, const char *story, struct buf *want) {
    static const char piece[] = "<long>";
    for (; *story; story++) {
        bool is_long = *story >= 'A' && *story <= 'Z';
        buf_add(want, is_long ? piece : story, is_long ? sizeof piece - 1 : 1);
        if (is_long)
            joint_put(joint, (struct span){piece, sizeof piece - 1});
        else
            buf_putc(&joint->text, *story);
    }
    return want->len;
}

static void test_row(size_t i) {
    struct arena *arena = arena_new();
    struct joint joint;
    struct buf want, got;
    size_t parts, total;
    buf_init(&want, 1000);
    buf_init(&got, 1000);
    joint_init(&joint, 8, arena);
    size_t len = write_story(&joint, rows[i].story, &want);
    const struct span *part = joint_parts(&joint, arena, &parts, &total);
    for (size_t k = 0; k < parts; k++)
        buf_add(&got, part[k].at, part[k].len);
    ok(parts == rows[i].parts && total == len && got.len == len &&
           (len == 0 || memcmp(got.data, want.data, len) == 0),
       "%s", rows[i].name);
    joint_free(&joint);
    buf_free(&want);
    buf_free(&got);
    arena_free(arena);
}

int main(void) {
    for (size_t i = 0; i < COUNT(rows); i++)
        test_row(i);
    return tap_done();
}
