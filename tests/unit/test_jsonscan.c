/* The JSON scanner: what it takes, what it refuses and where, what it finds. */
#include <stdbool.h>
#include <stdint.h>

#include "base/jsonscan.h"
#include "base/mem.h"
#include "tap.h"

#define DEPTH 16
#define TEXT(literal)                                                                                        \
    { literal, sizeof(literal) - 1 }
#define COUNT(table) (sizeof(table) / sizeof *(table))

/* Scans a copy that ends where its memory ends, so that sanitizers see each byte read too many. */
static int scan_copy(struct span text, unsigned depth, struct error *err) {
    char *copy = malloc(text.len);
    if (text.len > 0)
        memcpy(copy, text.at, text.len);
    struct scan_want want = {.name = "a"};
    *err = (struct error){0};
    int result = scan_object((struct span){copy, text.len}, &want, 1, depth, err);
    free(copy);
    return result;
}

/* How many of the beginnings of text are taken for whole. */
static int prefixes_taken(struct span text) {
    int taken = 0;
    struct error err;
    for (size_t len = 0; len < text.len; len++)
        taken += scan_copy((struct span){text.at, len}, DEPTH, &err) == 0;
    return taken;
}

/* Values, which are tried in an object and in an array. */
static const struct span valid[] = {
    TEXT("null"),
    TEXT("true"),
    TEXT("false"),
    TEXT("0"),
    TEXT("-0"),
    TEXT("7"),
    TEXT("-12"),
    TEXT("1.5"),
    TEXT("-0.0"),
    TEXT("1e5"),
    TEXT("1E+05"),
    TEXT("2.50e-3"),
    TEXT("0e0"),
    TEXT("123456789012345678901234567890"),
    TEXT("1e99999"),
    TEXT("\"\""),
    TEXT("\"x\""),
    TEXT("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\""),
    TEXT("\"\\u0000\\uabCD\""),
    TEXT("\"\\ud83d\\ude00\""),
    TEXT("\"\\ud83d\""),
    TEXT("\"\\ude00\\ud83d\""),
    TEXT("\"\x7f\""),
    TEXT("\"sixteen bytes  long, and then some: no special one among them\""),
    TEXT("\"1234567\\n12345678\\n123456789\\n\""),
    TEXT("\"\xc2\x80 \xdf\xbf \xe0\xa0\x80 \xed\x9f\xbf \xee\x80\x80 \xef\xbf\xbf\""),
    TEXT("\"\xf0\x90\x80\x80 \xf4\x8f\xbf\xbf \xef\xbb\xbf\""),
    TEXT("\"\xe4\xbd\xa0\xe5\xa5\xbd\""),
    TEXT("[]"),
    TEXT("{}"),
    TEXT("[ ]"),
    TEXT("{\t}"),
    TEXT("[[],{}]"),
    TEXT("[1,[2,[3]],{\"b\":[{}]}]"),
    TEXT("{\"\":{\"\":null},\"x\":[]}"),
    TEXT(" [ 1 , 2 ] "),
    TEXT("\r\n{ \"b\" : 1 , \"c\" : 2 }\r\n"),
};

static void test_valid(void) {
    for (size_t i = 0; i < COUNT(valid); i++) {
        struct buf text;
        struct error err;
        buf_init(&text, 1000);
        buf_puts(&text, " {\"a\":");
        buf_add(&text, valid[i].at, valid[i].len);
        buf_puts(&text, ",\"b\":[");
        buf_add(&text, valid[i].at, valid[i].len);
        buf_puts(&text, "]}");
        struct span whole = {text.data, text.len};
        ok(scan_copy(whole, DEPTH, &err) == 0, "valid value %zu: %s", i, err.message);
        is_int(prefixes_taken(whole), 0, "and no beginning of it is");
        buf_free(&text);
    }
    struct error err;
    ok(scan_copy((struct span)TEXT("{} \n\t\r"), 1, &err) == 0, "white space after the object");
}

static const struct {
    struct span text;
    const char *fault;
} invalid[] = {
    {TEXT(""), "unexpected end at line 1, column 1"},
    {TEXT(" \n "), "unexpected end at line 2, column 2"},
    {TEXT("[]"), "expected an object at line 1, column 1"},
    {TEXT("\"{}\""), "expected an object at line 1, column 1"},
    {TEXT("\xef\xbb\xbf{}"), "expected an object at line 1, column 1"},
    {TEXT("\0{}"), "expected an object at line 1, column 1"},
    {TEXT("{} {}"), "unexpected text after the object at line 1, column 4"},
    {TEXT("{}\n\n}"), "unexpected text after the object at line 3, column 1"},
    {TEXT("{}\0"), "unexpected text after the object at line 1, column 3"},
    {TEXT("{"), "unexpected end at line 1, column 2"},
    {TEXT("{a:1}"), "expected a member's name in quotes at line 1, column 2"},
    {TEXT("{'a':1}"), "expected a member's name in quotes at line 1, column 2"},
    {TEXT("{,}"), "expected a member's name in quotes at line 1, column 2"},
    {TEXT("{]"), "expected a member's name in quotes at line 1, column 2"},
    {TEXT("{\"a\":1,}"), "expected a member's name in quotes at line 1, column 8"},
    {TEXT("{\"a\":{\"b\":1,}}"), "expected a member's name in quotes at line 1, column 13"},
    {TEXT("{\"a\"}"), "expected a colon at line 1, column 5"},
    {TEXT("{\"a\" 1}"), "expected a colon at line 1, column 6"},
    {TEXT("{\"a\":{\"b\",1}}"), "expected a colon at line 1, column 10"},
    {TEXT("{\"a\":}"), "expected a value at line 1, column 6"},
    {TEXT("{\"a\":,}"), "expected a value at line 1, column 6"},
    {TEXT("{\"a\":nul}"), "expected a value at line 1, column 6"},
    {TEXT("{\"a\":True}"), "expected a value at line 1, column 6"},
    {TEXT("{\"a\":NaN}"), "expected a value at line 1, column 6"},
    {TEXT("{\"a\":+1}"), "expected a value at line 1, column 6"},
    {TEXT("{\"a\":.5}"), "expected a value at line 1, column 6"},
    {TEXT("{\"a\":/**/1}"), "expected a value at line 1, column 6"},
    {TEXT("{\"a\":\xc2\xa0"
          "1}"),
     "expected a value at line 1, column 6"},
    {TEXT("{\"a\":[1,]}"), "expected a value at line 1, column 9"},
    {TEXT("{\"a\":[,1]}"), "expected a value at line 1, column 7"},
    {TEXT("{\"a\":[}"), "expected a value at line 1, column 7"},
    {TEXT("{\"a\":[1 2]}"), "expected a comma or ] at line 1, column 9"},
    {TEXT("{\"a\":[1}}"), "expected a comma or ] at line 1, column 8"},
    {TEXT("{\"a\":[1:2]}"), "expected a comma or ] at line 1, column 8"},
    {TEXT("{\"a\":{\"b\":1]}"), "expected a comma or } at line 1, column 12"},
    {TEXT("{\"a\":truer}"), "expected a comma or } at line 1, column 10"},
    {TEXT("{\"a\":01}"), "expected a comma or } at line 1, column 7"},
    {TEXT("{\"a\":0x1}"), "expected a comma or } at line 1, column 7"},
    {TEXT("{\"a\":1 \"b\":2}"), "expected a comma or } at line 1, column 8"},
    {TEXT("{\"a\":1\0}"), "expected a comma or } at line 1, column 7"},
    {TEXT("{\"a\":-}"), "expected a digit at line 1, column 7"},
    {TEXT("{\"a\":-Infinity}"), "expected a digit at line 1, column 7"},
    {TEXT("{\"a\":1.}"), "expected a digit at line 1, column 8"},
    {TEXT("{\"a\":1.e5}"), "expected a digit at line 1, column 8"},
    {TEXT("{\"a\":1e}"), "expected a digit at line 1, column 8"},
    {TEXT("{\"a\":1e+}"), "expected a digit at line 1, column 9"},
    {TEXT("{\"a\":\"x\n\"}"), "control character in a string at line 1, column 8"},
    {TEXT("{\"a\":\"\0\"}"), "control character in a string at line 1, column 7"},
    {TEXT("{\"a\":\"12345678123456\x1f\"}"), "control character in a string at line 1, column 21"},
    {TEXT("{\n\r\n \"a\t\":1}"), "control character in a string at line 3, column 4"},
    {TEXT("{\"a\":\"\\x\"}"), "invalid escape at line 1, column 8"},
    {TEXT("{\"a\":\"\\\0\"}"), "invalid escape at line 1, column 8"},
    {TEXT("{\"a\":\"\\U0041\"}"), "invalid escape at line 1, column 8"},
    {TEXT("{\"a\":\"\\u12g4\"}"), "expected a hexadecimal digit at line 1, column 11"},
    {TEXT("{\"a\":\"\\u123\"}"), "expected a hexadecimal digit at line 1, column 12"},
    {TEXT("{\"a\":\"\\u123\0\"}"), "expected a hexadecimal digit at line 1, column 12"},
    {TEXT("{\"a\":\"\x80\"}"), "invalid UTF-8 at line 1, column 7"},
    {TEXT("{\"a\":\"\xc0\x80\"}"), "invalid UTF-8 at line 1, column 7"},
    {TEXT("{\"a\":\"\xc1\xbf\"}"), "invalid UTF-8 at line 1, column 7"},
    {TEXT("{\"a\":\"\xc3(\"}"), "invalid UTF-8 at line 1, column 7"},
    {TEXT("{\"a\":\"\xe0\x9f\xbf\"}"), "invalid UTF-8 at line 1, column 7"},
    {TEXT("{\"a\":\"\xed\xa0\x80\"}"), "invalid UTF-8 at line 1, column 7"},
    {TEXT("{\"a\":\"\xe2\x82(\"}"), "invalid UTF-8 at line 1, column 7"},
    {TEXT("{\"a\":\"\xf0\x8f\xbf\xbf\"}"), "invalid UTF-8 at line 1, column 7"},
    {TEXT("{\"a\":\"\xf4\x90\x80\x80\"}"), "invalid UTF-8 at line 1, column 7"},
    {TEXT("{\"a\":\"\xf5\x80\x80\x80\"}"), "invalid UTF-8 at line 1, column 7"},
    {TEXT("{\"a\":\"\xff\"}"), "invalid UTF-8 at line 1, column 7"},
    {TEXT("{\"a\":\"\xc3\xa4\xc3\"}"), "invalid UTF-8 at line 1, column 9"},
    {TEXT("{\"\xff\":1}"), "invalid UTF-8 at line 1, column 3"},
};

static void test_invalid(void) {
    for (size_t i = 0; i < COUNT(invalid); i++) {
        struct error err;
        char want[200];
        snprintf(want, sizeof want, "invalid JSON: %s", invalid[i].fault);
        int result = scan_copy(invalid[i].text, DEPTH, &err);
        ok(result == -1 && err.kind == ERR_REQUEST, "invalid text %zu is refused", i);
        is_str(err.message, want, "with the place");
        prefixes_taken(invalid[i].text);
    }
    struct error err = {0};
    ok(scan_object((struct span){NULL, 0}, NULL, 0, DEPTH, &err) == -1, "no text at all");
}

/* One byte of every value at each place of a string. */
static void test_each_byte(void) {
    char text[] = "{\"a\":\"..........\"}";
    int right = 1;
    for (size_t place = 6; place < 16; place++)
        for (int byte = 0; byte < 256; byte++) {
            struct error err;
            text[place] = (char)byte;
            bool plain = byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
            int result = scan_copy((struct span){text, sizeof text - 1}, DEPTH, &err);
            text[place] = '.';
            right &= (result == 0) == plain;
        }
    ok(right, "which single bytes stand for themselves");
}

static void nest(struct buf *text, unsigned depth, char open, char close) {
    buf_puts(text, "{\"a\":");
    for (unsigned i = 1; i < depth; i++) {
        buf_putc(text, open);
        if (open == '{' && i + 1 < depth)
            buf_puts(text, "\"a\":");
    }
    if (depth == 1)
        buf_putc(text, '1');
    for (unsigned i = 1; close && i < depth; i++)
        buf_putc(text, close);
    if (close)
        buf_putc(text, '}');
}

static void test_depth(void) {
    static const struct {
        unsigned depth, max;
        int result;
    } rows[] = {
        {1, 0, -1},   {1, 1, 0},       {2, 1, -1},       {2, 2, 0},        {64, 64, 0},
        {65, 64, -1}, {1024, 1024, 0}, {1025, 1024, -1}, {1025, 5000, -1}, {1024, 4000000000, 0},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct error err;
        struct buf text;
        buf_init(&text, 100000);
        nest(&text, rows[i].depth, '[', ']');
        int arrays = scan_copy((struct span){text.data, text.len}, rows[i].max, &err);
        is_int(arrays, rows[i].result, "depth of arrays");
        buf_clear(&text);
        nest(&text, rows[i].depth, '{', '}');
        int objects = scan_copy((struct span){text.data, text.len}, rows[i].max, &err);
        is_int(objects, rows[i].result, "depth of objects");
        buf_free(&text);
    }
    struct error err;
    struct buf text;
    buf_init(&text, 10000000);
    nest(&text, 1000000, '[', '\0');
    scan_copy((struct span){text.data, text.len}, 1000000, &err);
    is_str(err.message, "invalid JSON: nested too deep at line 1, column 1029", "a million open brackets");
    buf_free(&text);
}

static void test_wants(void) {
    static const char text[] =
        " {\"mod\\u0065l\" : \"x\" ,\"stream\":true,\"other\":{\"n\":5},\"n\": 1,\n"
        "\"list\":[1, 2 ] , \"n\":-2.5 ,\"mode\":3,\"models\":4,\"obj\":{ },\"no\":false,"
        "\"nil\":null,\"\":0,\"\\u0000\":6}";
    static const struct {
        const char *name, *value;
        enum scan_type type;
        unsigned seen;
    } rows[] = {
        {"model", "\"x\"", SCAN_STRING, 1}, {"stream", "true", SCAN_TRUE, 1}, {"n", "-2.5", SCAN_NUMBER, 2},
        {"list", "[1, 2 ]", SCAN_ARRAY, 1}, {"obj", "{ }", SCAN_OBJECT, 1},   {"no", "false", SCAN_FALSE, 1},
        {"nil", "null", SCAN_NULL, 1},      {"", "0", SCAN_NUMBER, 1},        {"absent", "", SCAN_NONE, 0},
    };
    struct scan_want wants[COUNT(rows)];
    struct error err = {0};
    for (size_t i = 0; i < COUNT(rows); i++)
        wants[i] = (struct scan_want){.name = rows[i].name};
    int result = scan_object((struct span)TEXT(text), wants, COUNT(rows), DEPTH, &err);
    is_int(result, 0, "a text with wanted members");
    for (size_t i = 0; i < COUNT(rows); i++) {
        char value[32];
        struct span found = wants[i].value;
        snprintf(value, sizeof value, "%.*s", (int)found.len, found.at ? found.at : "");
        is_str(value, rows[i].value, rows[i].name);
        is_int(wants[i].type, rows[i].type, "its type");
        is_int(wants[i].seen, rows[i].seen, "how often it is there");
    }
    ok(wants[0].value.at == strstr(text, "\"x\""), "the value is found where it stands");
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct scan_want again = {.name = rows[i].name};
        scan_members((struct span)TEXT(text), &again, 1);
        ok(again.value.at == wants[i].value.at && again.value.len == wants[i].value.len &&
               again.type == wants[i].type && again.seen == wants[i].seen,
           "%s is found in checked text, too", rows[i].name);
    }
}

/* Members of values that are no objects, and of objects with brackets and quotes where they mean nothing. */
static void test_members(void) {
    static const struct {
        struct span value;
        const char *a;
    } rows[] = {
        {TEXT("{}"), ""},
        {TEXT("{\n}"), ""},
        {TEXT("{\"a\":\"\"}"), "\"\""},
        {TEXT("{\"b\":\"}{][,\",\"a\":[\"]\",{\"a\":2}]}"), "[\"]\",{\"a\":2}]"},
        {TEXT("{\"b\":\"\\\\\",\"a\":\"\\\"\\\\\\\"\"}"), "\"\\\"\\\\\\\"\""},
        {TEXT("{ \"a\" : -1.5e3 }"), "-1.5e3"},
        {TEXT("{\"\\u0061\":null\r\n,\"b\":1}"), "null"},
        {TEXT("[\"a\",1]"), ""},
        {TEXT("\"\""), ""},
        {TEXT("\"a\""), ""},
        {TEXT("12"), ""},
        {TEXT("null"), ""},
        {TEXT(""), ""},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct scan_want want = {.name = "a"};
        char *copy = malloc(rows[i].value.len), found[64];
        if (rows[i].value.len > 0)
            memcpy(copy, rows[i].value.at, rows[i].value.len);
        scan_members((struct span){copy, rows[i].value.len}, &want, 1);
        snprintf(found, sizeof found, "%.*s", (int)want.value.len, want.value.at ? want.value.at : "");
        is_str(found, rows[i].a, rows[i].value.at);
        free(copy);
    }
}

/* Writes the values of an array one by one, each followed by its type. */
static void list_values(struct span rest, struct buf *out) {
    struct span value;
    enum scan_type type;
    buf_clear(out);
    while (scan_next(&rest, &value, &type))
        buf_printf(out, "%.*s:%d;", (int)value.len, value.at, type);
}

static void test_next(void) {
    static const struct {
        struct span array;
        const char *want;
    } rows[] = {
        {TEXT("[]"), ""},
        {TEXT("[ \n ]"), ""},
        {TEXT("[1]"), "1:4;"},
        {TEXT("[ null , true,false ,\"a]\" ]"), "null:1;true:3;false:2;\"a]\":5;"},
        {TEXT("[[1,2],[],{\"a\":[3]} , -4e2]"), "[1,2]:6;[]:6;{\"a\":[3]}:7;-4e2:4;"},
        {TEXT("{\"a\":1}"), ""},
        {TEXT("7"), ""},
        {TEXT(""), ""},
    };
    struct buf out;
    buf_init(&out, 1000);
    for (size_t i = 0; i < COUNT(rows); i++) {
        char *copy = malloc(rows[i].array.len);
        if (rows[i].array.len > 0)
            memcpy(copy, rows[i].array.at, rows[i].array.len);
        list_values((struct span){copy, rows[i].array.len}, &out);
        is_str(out.data ? out.data : "", rows[i].want, "values of an array");
        free(copy);
    }
    buf_free(&out);
}

/* Adds a value, of short and long brackets within each other. The same seed makes the same one. */
static void add_value(struct buf *text, unsigned *seed, int depth) {
    *seed = *seed * 1103515245 + 12345;
    unsigned kind = depth == 0 ? 3 : *seed >> 16 & 3, count = *seed >> 20 & 7;
    if (kind == 3) {
        buf_printf(text, " \"]}%.*s\\\"[{\" ", (int)(*seed >> 24 & 31), "ooooooooooooooooooooooooooooooo");
        return;
    }
    buf_puts(text, kind ? "[" : "{");
    for (unsigned i = 0; i < count; i++) {
        buf_printf(text, i ? "," : " ");
        if (!kind)
            buf_printf(text, "\"%u\" :", i);
        add_value(text, seed, depth - 1);
    }
    buf_puts(text, kind ? " ]" : "}");
}

/* Steps through a value and those in it with and without knowing the ends. Returns how many were different.
 */
static int count_differences(const struct scan_ends *ends, struct span value, int *steps) {
    struct span rest = value, same = value, name = {0}, other_name = {0}, item, other;
    enum scan_type type = scan_type(value), other_type;
    bool object = type == SCAN_OBJECT;
    int wrong = 0;
    while (object ? scan_next_member(&rest, &name, &item, &type) : scan_next(&rest, &item, &type)) {
        bool found = object ? scan_next_member_by(ends, &same, &other_name, &other, &other_type)
                            : scan_next_by(ends, &same, &other, &other_type);
        wrong += !found || other_type != type || other.at != item.at || other.len != item.len ||
                 same.at != rest.at || other_name.at != name.at;
        ++*steps;
        wrong += count_differences(ends, item, steps);
    }
    return wrong;
}

static void test_ends(void) {
    struct scan_ends ends;
    struct buf text;
    int steps = 0, wrong = 0, known = 0;
    buf_init(&text, 10000000);
    for (unsigned i = 1; i <= 200; i++) {
        unsigned seed = i;
        buf_clear(&text);
        buf_puts(&text, "[");
        add_value(&text, &seed, 7);
        buf_puts(&text, "]");
        struct span whole = {text.data, text.len};
        scan_ends_find(&ends, whole);
        wrong += count_differences(&ends, whole, &steps);
        known += (int)ends.count;
        scan_ends_free(&ends);
    }
    ok(steps > 10000 && known > 1000, "%d values, %d of them long ones", steps, known);
    is_int(wrong, 0, "are found the same where the ends are known");
    scan_ends_find(&ends, (struct span)TEXT("{}"));
    wrong = count_differences(&ends, (struct span){text.data, text.len}, &steps);
    is_int(wrong, 0, "and where none is known, as of a short text");
    scan_ends_free(&ends);
    buf_free(&text);
}

static void test_int(void) {
    static const struct {
        const char *text;
        bool good;
        int64_t value;
    } rows[] = {
        {"0", true, 0},
        {"-0", true, 0},
        {"42", true, 42},
        {"-17", true, -17},
        {"9223372036854775807", true, INT64_MAX},
        {"9223372036854775808", false, 0},
        {"-9223372036854775808", true, INT64_MIN},
        {"-9223372036854775809", false, 0},
        {"99999999999999999999", false, 0},
        {"1.0", false, 0},
        {"1e2", false, 0},
        {"", false, 0},
        {"-", false, 0},
        {"\"1\"", false, 0},
        {"true", false, 0},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        int64_t value = 0;
        bool good = scan_int((struct span){rows[i].text, strlen(rows[i].text)}, &value);
        ok(good == rows[i].good && value == rows[i].value, "integer %s", rows[i].text);
    }
}

static const struct {
    struct span string, want;
} strings[] = {
    {TEXT("\"\""), TEXT("")},
    {TEXT("\"plain\""), TEXT("plain")},
    {TEXT("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\""), TEXT("\"\\/\b\f\n\r\t")},
    {TEXT("\"a\\u0041b\\u00e4\\u00FF\""), TEXT("aAb\xc3\xa4\xc3\xbf")},
    {TEXT("\"\\u007f\\u0080\\u07ff\\u0800\\uffff\""), TEXT("\x7f\xc2\x80\xdf\xbf\xe0\xa0\x80\xef\xbf\xbf")},
    {TEXT("\"\\ud83d\\ude00\""), TEXT("\xf0\x9f\x98\x80")},
    {TEXT("\"\\ud800\\udc00\\udbff\\udfff\""), TEXT("\xf0\x90\x80\x80\xf4\x8f\xbf\xbf")},
    {TEXT("\"\\ud83d\""), TEXT("\xef\xbf\xbd")},
    {TEXT("\"\\ud83d\\n\""), TEXT("\xef\xbf\xbd\n")},
    {TEXT("\"\\ud83dxxxxxx\""), TEXT("\xef\xbf\xbdxxxxxx")},
    {TEXT("\"\\ude00x\""), TEXT("\xef\xbf\xbdx")},
    {TEXT("\"\\ud83d\\u0041\""), TEXT("\xef\xbf\xbd"
                                      "A")},
    {TEXT("\"\\ud83d\\ud83d\\ude00\""), TEXT("\xef\xbf\xbd\xf0\x9f\x98\x80")},
    {TEXT("\"a\\u0000b\""), TEXT("a\0b")},
    {TEXT("\"\xe4\xbd\xa0\\n\xe5\xa5\xbd\""), TEXT("\xe4\xbd\xa0\n\xe5\xa5\xbd")},
};

static void test_strings(void) {
    struct buf out;
    buf_init(&out, 1000);
    for (size_t i = 0; i < COUNT(strings); i++) {
        struct span want = strings[i].want;
        buf_clear(&out);
        buf_puts(&out, ">");
        scan_unquote(strings[i].string, &out);
        ok(out.len == want.len + 1 && memcmp(out.data + 1, want.at, want.len) == 0, "unescaped string %zu",
           i);
        bool is_text = memchr(want.at, '\0', want.len) == NULL;
        ok(scan_equals(strings[i].string, want.at) == is_text, "and it equals its text");
        buf_putc(&out, '.');
        ok(!scan_equals(strings[i].string, out.data + 1), "but not a longer one");
        if (want.len > 0) {
            out.data[want.len] = '\0';
            ok(!scan_equals(strings[i].string, out.data + 1), "nor a shorter one");
        }
    }
    buf_free(&out);
    buf_init(&out, 3);
    scan_unquote((struct span)TEXT("\"abcd\""), &out);
    ok(out.overflow, "the ceiling of the buffer holds");
    buf_free(&out);
}

static void test_units(void) {
    static const struct {
        const char *text; /* of a string's inside */
        size_t len;
        uint32_t code;
    } rows[] = {
        {"a", 1, 'a'},
        {"/", 1, '/'},
        {"\\n", 2, '\n'},
        {"\\\"", 2, '"'},
        {"\\\\", 2, '\\'},
        {"\\/", 2, '/'},
        {"\\u007b", 6, '{'},
        {"\\u00E9", 6, 0xe9},
        {"\\uD83D", 6, 0xd83d}, /* half of a pair */
        {"\xc3\xa9", 2, 0xe9},
        {"\xe2\x82\xac", 3, 0x20ac},
        {"\xf0\x9f\x98\x80", 4, 0x1f600},
        {"\xf4\x8f\xbf\xbf", 4, 0x10ffff},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        uint32_t code;
        size_t len = scan_unit(rows[i].text, &code);
        ok(len == rows[i].len && code == rows[i].code, "one character, %zu bytes: U+%04X", len,
           (unsigned)code);
    }
}

int main(void) {
    test_valid();
    test_invalid();
    test_each_byte();
    test_depth();
    test_wants();
    test_members();
    test_next();
    test_ends();
    test_int();
    test_strings();
    test_units();
    return tap_done();
}
