/* Growing bytes: their ceiling above all, and JSON strings. */
#include "base/buf.h"
#include "tap.h"

#define TEXT(literal) literal, sizeof(literal) - 1
#define COUNT(table)  (sizeof(table) / sizeof *(table))

static void test_adding(void) {
    struct buf buf;
    buf_init(&buf, 100000);
    ok(!buf.data && buf.len == 0, "a new buffer has no memory");
    buf_puts(&buf, "");
    is_str(buf.data, "", "adding nothing ends with NUL too");
    buf_add(&buf, TEXT("a\0b"));
    buf_putc(&buf, 'c');
    buf_puts(&buf, "de");
    buf_printf(&buf, "%d%%-%s", 42, "x");
    ok(buf.len == 11 && memcmp(buf.data, "a\0bcde42%-x", 12) == 0, "all ways of adding");
    for (int i = 0; i < 10000; i++)
        buf_putc(&buf, '.');
    ok(buf.len == 10011 && strlen(buf.data + 2) == 10009, "it grows");
    buf_printf(&buf, "%05000d", 7);
    ok(buf.len == 15011 && buf.data[15010] == '7', "by long texts too");
    buf_clear(&buf);
    ok(buf.len == 0 && *buf.data == '\0' && buf.cap > 0, "cleared it keeps its memory");
    buf_free(&buf);
    ok(!buf.data && buf.len == 0 && buf.max == 100000, "freed it can be used again");
}

static void test_ceiling(void) {
    struct buf buf;
    buf_init(&buf, 4);
    buf_puts(&buf, "abcd");
    ok(!buf.overflow, "up to the ceiling");
    buf_puts(&buf, "");
    ok(!buf.overflow, "nothing fits always");
    buf_putc(&buf, 'e');
    ok(buf.overflow && strcmp(buf.data, "abcd") == 0, "one more is not added and noted");
    buf_consume(&buf, 4);
    buf_puts(&buf, "x");
    ok(buf.overflow && buf.len == 0, "an overflow stays");
    buf_clear(&buf);
    buf_puts(&buf, "x");
    ok(!buf.overflow && strcmp(buf.data, "x") == 0, "until the buffer is cleared");
    buf_printf(&buf, "%s", "1234");
    ok(buf.overflow && strcmp(buf.data, "x") == 0, "formatted text is added whole or not at all");
    buf_free(&buf);
    ok(!buf.overflow, "freeing forgets it too");
    ok(!buf_reserve(&buf, (size_t)-1) && buf.overflow, "a length that wraps around");
    buf_free(&buf);
    buf_init(&buf, 0);
    buf_puts(&buf, "");
    ok(!buf.overflow && buf.data, "a ceiling of zero holds nothing");
    buf_free(&buf);
}

static void test_reserve(void) {
    struct buf buf;
    buf_init(&buf, 1000);
    char *room = buf_reserve(&buf, 200);
    ok(room && buf.cap == 201, "an empty buffer gets exactly what is asked");
    memcpy(room, "abcdef", 6);
    buf_commit(&buf, 6);
    is_str(buf.data, "abcdef", "what was written is committed");
    buf_consume(&buf, 2);
    is_str(buf.data, "cdef", "the beginning is taken away");
    buf_consume(&buf, 0);
    buf_consume(&buf, 4);
    is_str(buf.data, "", "all of it");
    ok(!buf_reserve(&buf, 1001) && buf.overflow, "more than the ceiling is not given");
    buf_free(&buf);
}

static const struct {
    const char *text;
    size_t len;
    const char *quoted;
} strings[] = {
    {TEXT(""), "\"\""},
    {TEXT("plain / text"), "\"plain / text\""},
    {TEXT("\"\\"), "\"\\\"\\\\\""},
    {TEXT("\b\t\n\v\f\r"), "\"\\b\\t\\n\\u000b\\f\\r\""},
    {TEXT("a\0b\x01\x1f\x7f"), "\"a\\u0000b\\u0001\\u001f\\u007f\""},
    {TEXT("\xc2\x80\xdf\xbf"), "\"\xc2\x80\xdf\xbf\""},
    {TEXT("\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbf"),
     "\"\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbf\""},
    {TEXT("\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"), "\"\xf0\x90\x80\x80\xf4\x8f\xbf\xbf\""},
    {TEXT("\x80"
          "a"),
     "\"\xef\xbf\xbd"
     "a\""},
    {TEXT("\xc0\x80"), "\"\xef\xbf\xbd\xef\xbf\xbd\""},
    {TEXT("\xc3"), "\"\xef\xbf\xbd\""},
    {TEXT("\xc3(\xe2\x82("), "\"\xef\xbf\xbd(\xef\xbf\xbd\xef\xbf\xbd(\""},
    {TEXT("\xe0\x9f\xbf"), "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\""},
    {TEXT("\xed\xa0\x80"), "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\""},
    {TEXT("\xf0\x8f\xbf\xbf"), "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\""},
    {TEXT("\xf4\x90\x80\x80"), "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\""},
    {TEXT("\xf5\xff"), "\"\xef\xbf\xbd\xef\xbf\xbd\""},
};

static void test_fit(void) {
    struct buf buf;
    buf_init(&buf, 1000);
    buf_fit(&buf);
    ok(!buf.data && buf.cap == 0, "nothing needs no room");
    for (int i = 0; i < 300; i++)
        buf_putc(&buf, 'x');
    ok(buf.cap > 301, "there is more room than is used");
    buf_fit(&buf);
    ok(buf.cap == 301 && buf.len == 300 && strlen(buf.data) == 300, "which is given back");
    buf_puts(&buf, "yz");
    ok(buf.len == 302 && strcmp(buf.data + 299, "xyz") == 0, "until more is wanted");
    buf_free(&buf);
}

static void test_quote(void) {
    for (size_t i = 0; i < COUNT(strings); i++) {
        /* A copy that ends where its memory ends shows each byte read too many. */
        char *copy = malloc(strings[i].len);
        if (strings[i].len > 0)
            memcpy(copy, strings[i].text, strings[i].len);
        struct buf buf;
        buf_init(&buf, 1000);
        buf_quote(&buf, copy, strings[i].len);
        is_str(buf.data, strings[i].quoted, "a quoted string");
        buf_free(&buf);
        free(copy);
    }
    struct buf buf;
    buf_init(&buf, 5);
    buf_quote(&buf, TEXT("abcd"));
    ok(buf.overflow, "the ceiling holds for quoted strings");
    buf_free(&buf);
}

int main(void) {
    test_adding();
    test_ceiling();
    test_reserve();
    test_fit();
    test_quote();
    return tap_done();
}
