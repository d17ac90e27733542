/* The compact encoding: what is packed comes out again, and cut input is noticed at every byte. */
#include "base/pack.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static void test_numbers(void) {
    static const uint64_t whole[] = {0, 1, 127, 128, 16383, 16384, UINT32_MAX, (uint64_t)1 << 63, UINT64_MAX};
    static const int64_t any[] = {0, -1, 1, -64, 63, 64, -65, INT32_MIN, INT64_MAX, INT64_MIN};
    struct buf buf;
    buf_init(&buf, 1000);
    for (size_t i = 0; i < COUNT(whole); i++)
        pack_u(&buf, whole[i]);
    for (size_t i = 0; i < COUNT(any); i++)
        pack_i(&buf, any[i]);
    struct unpack in = unpack_from(buf.data, buf.len);
    size_t same = 0;
    for (size_t i = 0; i < COUNT(whole); i++)
        same += unpack_u(&in) == whole[i];
    for (size_t i = 0; i < COUNT(any); i++)
        same += unpack_i(&in) == any[i];
    is_int((long long)same, COUNT(whole) + COUNT(any), "numbers come out as they went in");
    ok(!in.bad && in.at == in.end, "and nothing is left");
    is_int((long long)unpack_u(&in), 0, "beyond the end is 0");
    ok(in.bad, "and bad");

    static const int64_t small[] = {63, -64};
    buf_clear(&buf);
    for (size_t i = 0; i < COUNT(small); i++)
        pack_i(&buf, small[i]);
    is_int((long long)buf.len, 2, "small numbers take one byte");
    buf_free(&buf);
}

static void test_texts(void) {
    struct buf buf;
    char text[6], raw[4];
    size_t len;
    buf_init(&buf, 1000);
    pack_text(&buf, "hello world");
    pack_text(&buf, NULL);
    pack_bytes(&buf, "a\0b", 3);
    pack_raw(&buf, "wxyz", 4);
    struct unpack in = unpack_from(buf.data, buf.len);
    unpack_text(&in, text, sizeof text);
    is_str(text, "hello", "a text is cut to the room");
    unpack_text(&in, text, sizeof text);
    is_str(text, "", "no text is an empty one");
    const void *bytes = unpack_bytes(&in, &len);
    ok(len == 3 && memcmp(bytes, "a\0b", 3) == 0, "bytes may be any");
    unpack_raw(&in, raw, sizeof raw);
    ok(memcmp(raw, "wxyz", 4) == 0 && !in.bad && in.at == in.end, "raw bytes have no length");
    unpack_raw(&in, raw, 1);
    ok(in.bad && raw[0] == 0, "what is not there is zero");
    buf_free(&buf);
}

static bool read_all(const char *bytes, size_t len) {
    char *exact = malloc(len ? len : 1), text[20], raw[5]; /* so that a sanitizer sees the end */
    if (len)
        memcpy(exact, bytes, len);
    struct unpack in = unpack_from(exact, len);
    size_t size;
    unpack_u(&in);
    unpack_i(&in);
    unpack_text(&in, text, sizeof text);
    unpack_bytes(&in, &size);
    unpack_raw(&in, raw, sizeof raw);
    free(exact);
    return !in.bad;
}

static void test_cut(void) {
    struct buf buf;
    buf_init(&buf, 1000);
    pack_u(&buf, 123456789);
    pack_i(&buf, -123456789);
    pack_text(&buf, "text");
    pack_bytes(&buf, "bytes", 5);
    pack_raw(&buf, "raw..", 5);
    size_t noticed = 0;
    for (size_t len = 0; len < buf.len; len++)
        noticed += !read_all(buf.data, len);
    is_int((long long)noticed, (long long)buf.len, "each cut is noticed");
    ok(read_all(buf.data, buf.len), "the whole is not");
    buf_free(&buf);
}

static void test_malformed(void) {
    static const char endless[] = "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff";
    static const char long_text[] = "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01x";
    char text[4] = "abc";
    size_t len = 1;
    struct unpack in = unpack_from(endless, sizeof endless - 1);
    ok(unpack_u(&in) == 0 && in.bad, "a number without end");
    in = unpack_from(long_text, sizeof long_text - 1);
    unpack_bytes(&in, &len);
    ok(in.bad && len == 0, "a length beyond all");
    in = unpack_from(long_text, sizeof long_text - 1);
    unpack_text(&in, text, sizeof text);
    ok(in.bad && !*text, "and a text of it");
    in = unpack_from("\x05" "abcdef", 7);
    in.bad = true;
    ok(unpack_u(&in) == 0 && unpack_i(&in) == 0, "once bad, always bad");
    struct buf buf;
    buf_init(&buf, 4);
    pack_text(&buf, "too long");
    ok(buf.overflow, "a full buffer says so");
    buf_free(&buf);
}

int main(void) {
    test_numbers();
    test_texts();
    test_cut();
    test_malformed();
    return tap_done();
}
