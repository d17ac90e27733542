/* A JSON text without some of its values: whichever they are, the rest stays as it was, parted by commas. */
#include "base/cut.h"

#include "tap.h"

#define ITEMS 5

/* ---- lists -------------------------------------------------------------------------- */

static const char *const elements[ITEMS] = {"1", "\"a,]b\"", "[2 , {}]", "{\"x\":[ ]}", "null"};
static const char *const members[ITEMS] = {"\"a\":1", "\"b\" : \"}\"", "\"a\":[1]", "\"\\u0061\":{}",
                                           "\"\":null"};

/* A list of those items whose bits are set, with this between brackets and commas. */
static void write_list(struct buf *out, const char *const *items, unsigned bits, const char *brackets,
                       const char *blank) {
    bool more = false;
    buf_clear(out);
    buf_printf(out, "%c%s", brackets[0], blank);
    for (int i = 0; i < ITEMS; i++)
        if (bits >> i & 1) {
            buf_printf(out, "%s%s%s", more ? blank : "", more ? "," : "", more ? blank : "");
            buf_puts(out, items[i]);
            more = true;
        }
    buf_printf(out, "%s%c", blank, brackets[1]);
}

static bool next_item(struct span *rest, bool object, struct span *item) {
    struct span name;
    enum scan_type type;
    if (!object)
        return scan_next(rest, item, &type);
    if (!scan_next_member(rest, &name, item, &type))
        return false;
    *item = (struct span){name.at, (size_t)(item->at + item->len - name.at)};
    return true;
}

static void cut_list(struct buf *out, struct span text, bool object, unsigned kept) {
    struct cut cut = {out, text};
    struct cut_list list = {.cut = &cut};
    struct span item;
    buf_clear(out);
    for (unsigned i = 0; next_item(&text, object, &item); i++)
        cut_item(&list, item, !(kept >> i & 1));
    cut_finish(&cut);
}

static bool is_right(bool object, unsigned kept, const char *blank) {
    const char *const *items = object ? members : elements;
    const char *brackets = object ? "{}" : "[]";
    struct buf text, want, got;
    buf_init(&text, 1000);
    buf_init(&want, 1000);
    buf_init(&got, 1000);
    write_list(&text, items, (1u << ITEMS) - 1, brackets, blank);
    write_list(&want, items, kept, brackets, blank);
    cut_list(&got, (struct span){text.data, text.len}, object, kept);
    bool good = got.len == want.len && memcmp(got.data, want.data, got.len) == 0;
    if (!good)
        printf("# of %s\n# got  %s\n# want %s\n", text.data, got.data, want.data);
    buf_free(&text);
    buf_free(&want);
    buf_free(&got);
    return good;
}

static void test_lists(void) {
    static const char *const blanks[] = {"", " ", "\n\t "};
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        for (int object = 0; object < 2; object++) {
            bool good = true;
            for (unsigned kept = 0; kept < 1u << ITEMS; kept++)
                good &= is_right(object, kept, blanks[i]);
            ok(good, "any items of %s, blanks %zu", object ? "an object" : "an array", i);
        }
}

/* ---- what else ----------------------------------------------------------------------- */

static void test_replaced(void) {
    const char *text = "{\"a\":[1,2],\"b\":{\"c\":3}}";
    struct buf out;
    buf_init(&out, 1000);
    struct cut cut = {&out, {text, strlen(text)}};
    cut_replace(&cut, (struct span){text + 5, 5}, "[]");
    cut_replace(&cut, (struct span){text + 16, 0}, "\"x\":0,");
    cut_replace(&cut, (struct span){text + 20, 1}, "4");
    cut_finish(&cut);
    is_str(out.data, "{\"a\":[],\"b\":{\"x\":0,\"c\":4}}", "values replaced, and put before others");
    buf_free(&out);
}

static void test_nested(void) {
    const char *text = "[[1,2],[3],[4,5]]";
    struct buf out;
    buf_init(&out, 1000);
    struct span rest = {text, strlen(text)}, row, item;
    struct cut cut = {&out, rest};
    struct cut_list rows = {.cut = &cut};
    enum scan_type type;
    while (scan_next(&rest, &row, &type)) {
        struct cut_list list = {.cut = &cut};
        bool gone = row.at[1] == '3';
        cut_item(&rows, row, gone);
        while (!gone && scan_next(&row, &item, &type))
            cut_item(&list, item, *item.at == '1' || *item.at == '5');
    }
    cut_finish(&cut);
    is_str(out.data, "[[2],[4]]", "lists within lists");
    buf_free(&out);
}

static void test_nothing(void) {
    struct buf out;
    buf_init(&out, 1000);
    struct cut cut = {&out, {" {} ", 4}};
    cut_finish(&cut);
    is_str(out.data, " {} ", "nothing is cut");
    buf_free(&out);
}

int main(void) {
    test_lists();
    test_replaced();
    test_nested();
    test_nothing();
    return tap_done();
}
