/* Edits of a text that is not copied: put in any order, they give what the same edits of a copy would give.
 */
#include "base/splice.h"

#include <stdbool.h>

#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

struct edit {
    size_t from, len;
    const char *put;
};

static const struct {
    const char *name, *text;
    struct edit edit[SPLICE_EDITS];
    size_t edits;
    const char *want;
} rows[] = {
    {"no edit", "abcdef", {{0, 0, ""}}, 0, "abcdef"},
    {"no text", "", {{0, 0, ""}}, 0, ""},
    {"into nothing", "", {{0, 0, "x"}}, 1, "x"},
    {"replaced", "abcdef", {{2, 2, "XYZ"}}, 1, "abXYZef"},
    {"at the beginning", "abcdef", {{0, 1, "X"}}, 1, "Xbcdef"},
    {"at the end", "abcdef", {{5, 1, "X"}}, 1, "abcdeX"},
    {"behind the end", "abcdef", {{6, 0, "X"}}, 1, "abcdefX"},
    {"removed", "abcdef", {{1, 4, ""}}, 1, "af"},
    {"all", "abcdef", {{0, 6, "X"}}, 1, "X"},
    {"inserted", "abcdef", {{3, 0, "X"}}, 1, "abcXdef"},
    {"side by side", "abcdef", {{1, 1, "X"}, {2, 1, "Y"}, {3, 1, "Z"}}, 3, "aXYZef"},
    {"inserted before what is replaced", "abcdef", {{1, 0, "X"}, {1, 2, "Y"}}, 2, "aXYdef"},
    {"far apart", "abcdef", {{0, 1, "X"}, {5, 1, "Z"}}, 2, "XbcdeZ"},
    {"as many as can be",
     "abcdefgh",
     {{0, 1, "1"}, {1, 1, "2"}, {2, 1, "3"}, {3, 1, "4"}, {4, 1, "5"}, {5, 1, "6"}, {6, 1, "7"}, {7, 1, "8"}},
     8,
     "12345678"},
};

static bool gives(const struct splice *splice, const char *want) {
    struct arena *arena = arena_new();
    size_t parts, total, at = 0;
    const struct span *part = splice_parts(splice, arena, &parts, &total);
    bool good = total == strlen(want) && parts == 2 * splice->edits + 1;
    for (size_t i = 0; good && i < parts; at += part[i++].len)
        good = part[i].len <= total - at && memcmp(part[i].at, want + at, part[i].len) == 0;
    arena_free(arena);
    return good && at == total;
}

/* Edits at different places are put from the first on, from the last on, and from the middle on. */
static void test_orders(void) {
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t n = rows[i].edits;
        bool good = true;
        for (size_t first = 0; first == 0 || first < n; first++) {
            struct splice splice = {.text = {rows[i].text, strlen(rows[i].text)}};
            for (size_t k = 0; k < n; k++) {
                const struct edit *edit = &rows[i].edit[(first + k) % n];
                splice_replace(&splice, (struct span){rows[i].text + edit->from, edit->len}, edit->put);
            }
            bool same_place = n == 2 && rows[i].edit[0].from == rows[i].edit[1].from;
            good &= gives(&splice, rows[i].want) || (same_place && first > 0);
        }
        ok(good, "%s", rows[i].name);
    }
}

static void test_same_place(void) {
    const char *text = "ab";
    struct splice splice = {.text = {text, 2}};
    splice_replace(&splice, (struct span){text + 1, 0}, "1");
    splice_replace(&splice, (struct span){text + 1, 0}, "2");
    splice_replace(&splice, (struct span){text, 0}, "0");
    splice_replace(&splice, (struct span){text + 1, 0}, "3");
    ok(gives(&splice, "0a123b"), "insertions at one place keep their order");
}

int main(void) {
    test_orders();
    test_same_place();
    return tap_done();
}
