/* Numbers of 32 bits as text, and vectors of them. */
#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/float32.h"
#include "canon/vector.h"
#include "tap.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define RANDOM       1000000

static float from_bits(uint32_t bits) {
    float value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static uint32_t bits_of(float value) {
    uint32_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

static uint64_t state = 42;

static uint64_t next(void) {
    uint64_t value = state += UINT64_C(0x9e3779b97f4a7c15);
    value = (value ^ value >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    value = (value ^ value >> 27) * UINT64_C(0x94d049bb133111eb);
    return value ^ value >> 31;
}

/* ---- what is known ---------------------------------------------------------------- */

static const struct {
    uint32_t bits;
    const char *text;
} written[] = {
    {0x00000000, "0"},
    {0x80000000, "-0.0"},
    {0x3f800000, "1"},
    {0xbf800000, "-1"},
    {0x3dcccccd, "0.1"},
    {0x3e99999a, "0.3"},
    {0x3eaaaaab, "0.33333334"},
    {0x40490fdb, "3.1415927"},
    {0x4b800000, "16777216"},
    {0x4b7fffff, "16777215"},
    {0x4cbebc20, "100000000"},
    {0x00000001, "1e-45"}, /* the smallest */
    {0x80000001, "-1e-45"},
    {0x00000002, "3e-45"},
    {0x007fffff, "1.1754942e-38"}, /* the greatest subnormal */
    {0x00800000, "1.1754944e-38"}, /* the smallest normal */
    {0x00800001, "1.1754945e-38"},
    {0x7f7fffff, "3.4028235e38"}, /* the greatest */
    {0xff7fffff, "-3.4028235e38"},
    {0x7e800000, "8.507059e37"},
    {0x33d6bf95, "1e-7"},
    {0x358637bd, "0.000001"},
    {0x60ad78ec, "1e20"},
    {0x5e8ac723, "5e18"},
    {0x3f7fffff, "0.99999994"},
    {0x3f800001, "1.0000001"},
    {0xbc18d180, "-0.009327292"},
};

static const struct {
    const char *text;
    uint32_t bits;
} read_as[] = {
    {"0.0", 0},
    {"-0", 0x80000000},
    {"-0e999999999999999999", 0x80000000},
    {"0.000e5", 0},
    {"1E0", 0x3f800000},
    {"1e+0", 0x3f800000},
    {"100e-2", 0x3f800000},
    {"0.1", 0x3dcccccd},
    {"1.00000000000000000000000000000000000000000000000000000000", 0x3f800000},
    {"-0.006929283495992422", 0xbbe30f0b},
    {"16777217", 0x4b800000}, /* in the middle: to the even one */
    {"16777219", 0x4b800002},
    {"16777217.0000000000000000000000000000000000000000000000000000000000001", 0x4b800001},
    {"16777216.9999999999999999999999999999999999999999999999999999999999999", 0x4b800000},
    /* by way of 64 bits it would be rounded twice */
    {"1.000000059604644775390625", 0x3f800000},
    {"1.0000000596046447753906250000000000000000000000000001", 0x3f800001},
    {"1.0000000596046448", 0x3f800001},
    {"7.006492321624085e-46", 0}, /* half of the smallest */
    {"7.0064923216240854e-46", 1},
    {"7.1e-46", 1},
    {"1e-400", 0},
    {"3.4028235677973366e38", 0x7f7fffff}, /* nearer to the greatest than to what would follow it */
    {"1e-9999999999999999999", 0},
};

static void test_known(void) {
    for (size_t i = 0; i < COUNT(written); i++) {
        char text[FLOAT32_TEXT + 1] = "";
        float value = 0;
        size_t len = float32_write(from_bits(written[i].bits), text);
        text[len] = '\0';
        is_str(text, written[i].text, "written");
        ok(float32_read(text, text + len, &value) == len && bits_of(value) == written[i].bits,
           "%s is read again", text);
    }
    for (size_t i = 0; i < COUNT(read_as); i++) {
        float value = 7;
        size_t len = strlen(read_as[i].text);
        ok(float32_read(read_as[i].text, read_as[i].text + len, &value) == len &&
               bits_of(value) == read_as[i].bits,
           "%s is read as %08x", read_as[i].text, (unsigned)bits_of(value));
    }
}

static void test_refused(void) {
    static const char *const texts[] = {"",
                                        "-",
                                        "x",
                                        "null",
                                        "3.4028236e38",
                                        "-3.4028236e38",
                                        "1e39",
                                        "1e999999999999",
                                        "3.40282356779733662e38"};
    static const char digits[] = "12,5";
    float value;
    for (size_t i = 0; i < COUNT(texts); i++)
        ok(float32_read(texts[i], texts[i] + strlen(texts[i]), &value) == 0, "'%s' is none", texts[i]);
    is_int((long long)float32_read(digits, digits + 4, &value), 2, "it ends where it ends");
    is_int((long long)float32_read(digits, digits + 1, &value), 1, "or where it has to");
    ok(value == 1, "and is read so far");
}

/* A thousand digits: the first ones tell, the last one says on which side. */
static void test_long(void) {
    char text[1100];
    float value;
    memset(text, '0', sizeof text);
    memcpy(text, "16777217.", 9);
    ok(float32_read(text, text + 1000, &value) == 1000 && bits_of(value) == 0x4b800000, "a long tie");
    text[999] = '1';
    ok(float32_read(text, text + 1000, &value) == 1000 && bits_of(value) == 0x4b800001, "a bit more");
    memset(text, '9', 1000);
    memcpy(text + 1000, "e-1000", 6);
    ok(float32_read(text, text + 1006, &value) == 1006 && value == 1, "nearly 1");
    memset(text, '0', 1000);
    text[1] = '.';
    text[999] = '1';
    memcpy(text + 1000, "e998", 4);
    ok(float32_read(text, text + 1004, &value) == 1004 && value == 1, "far behind the point");
}

/* ---- what must hold for all ------------------------------------------------------- */

/* How many digits a text has, less zeros at both ends. */
static int digits_of(const char *text, size_t len) {
    int count = 0, zeros = 0;
    for (size_t i = 0; i < len && text[i] != 'e'; i++) {
        if (text[i] < '0' || text[i] > '9' || (count == 0 && text[i] == '0'))
            continue;
        zeros = text[i] == '0' ? zeros + 1 : 0;
        count++;
    }
    return count - zeros;
}

/* The fewest digits of printf() that the C library reads as the same. */
static int fewest(float value) {
    char text[64];
    for (int digits = 1;; digits++) {
        snprintf(text, sizeof text, "%.*e", digits - 1, (double)value);
        if (strtof(text, NULL) == value)
            return digits;
    }
}

static bool holds(float value) {
    char text[FLOAT32_TEXT + 1];
    float again = 0;
    size_t len = float32_write(value, text);
    text[len] = '\0';
    return len <= FLOAT32_TEXT && float32_read(text, text + len, &again) == len &&
           bits_of(again) == bits_of(value) && bits_of(strtof(text, NULL)) == bits_of(value);
}

/* All bits at random; every second one as vectors have them. */
static float random_float(void) {
    uint32_t bits = (uint32_t)next();
    float value = from_bits(next() % 2 ? bits : (bits & 0x87ffffff) | 0x38000000);
    return isfinite(value) ? value : 1;
}

static void test_random(void) {
    long bad = 0, wide = 0, wrong = 0;
    for (long i = 0; i < RANDOM; i++) {
        float value = random_float(), read;
        char text[64];
        bad += !holds(value);
        if (i % 16)
            continue;
        size_t len = float32_write(value, text);
        wide += value != 0 && digits_of(text, len) > fewest(value);
        double near = (double)value * (1 + ((double)(next() >> 11) * 0x1p-53 - 0.5) * 0x1p-22);
        len = (size_t)snprintf(text, sizeof text, "%.17g", near);
        wrong +=
            fabs(near) < FLT_MAX && (!float32_read(text, text + len, &read) || read != strtof(text, NULL));
    }
    is_int(bad, 0, "a million numbers at random are read again bit by bit");
    is_int(wide, 0, "none has more digits than it needs");
    is_int(wrong, 0, "numbers of 64 bits are rounded as the C library does");
}

/* Powers of two, below which the steps are narrower, and what is next to them. */
static void test_edges(void) {
    long bad = 0, wide = 0;
    for (uint32_t exponent = 0; exponent < 255; exponent++)
        for (int32_t step = -2; step <= 2; step++) {
            uint32_t bits = (exponent << 23) + (uint32_t)step;
            float value = from_bits(bits & 0x7fffffff);
            char text[FLOAT32_TEXT];
            if (!isfinite(value) || value == 0)
                continue;
            bad += !holds(value) || !holds(-value);
            wide += digits_of(text, float32_write(value, text)) > fewest(value);
        }
    is_int(bad + wide, 0, "powers of two");
}

/* The middle of two numbers goes to the even one, what is a bit more to the upper one. */
static void test_middles(void) {
    long bad = 0;
    for (long i = 0; i < RANDOM / 20; i++) {
        uint32_t bits = (uint32_t)(next() % 0x7f7fffff);
        float low = from_bits(bits), high = from_bits(bits + 1), read = 0;
        char text[256];
        int len = snprintf(text, sizeof text, "%.130e", ((double)low + (double)high) / 2);
        bad += float32_read(text, text + len, &read) == 0 || bits_of(read) != (bits % 2 ? bits + 1 : bits);
        strchr(text, 'e')[-1] = '1';
        bad += float32_read(text, text + len, &read) == 0 || bits_of(read) != bits + 1;
    }
    is_int(bad, 0, "middles");
}

/* ---- vectors ---------------------------------------------------------------------- */

static struct span span_of(const char *text) {
    return (struct span){text, strlen(text)};
}

static void test_vectors(void) {
    static const char *const good[] = {"[1]", "[ 1 ,\n-2.5\t,3e0 ]", "\"AACAPwAAIMAAAEBA\"",
                                       "\"AACAPwAAIMAAAEBA\""};
    static const char *const bad[] = {"[]",
                                      "[ ]",
                                      "[null]",
                                      "[1,\"2\"]",
                                      "[[1]]",
                                      "[1,{}]",
                                      "[1e39]",
                                      "{}",
                                      "null",
                                      "1",
                                      "\"\"",
                                      "\"AA==\"",
                                      "\"AACAPw\"",
                                      "\"!\"",
                                      "\"AADAfw==\"",
                                      "\"AACA/w==\"",
                                      "\"AACAPw==AAAA\"",
                                      "\"\\u00e9AAAA\""};
    struct arena *arena = arena_new();
    struct vector vector;
    for (size_t i = 0; i < COUNT(good); i++) {
        struct error err = {0};
        ok(vector_check(span_of(good[i]), &err) == 0 &&
               vector_read(span_of(good[i]), arena, &vector, &err) == 0 && vector.at[0] == 1 &&
               (vector.count == 1 || (vector.count == 3 && vector.at[1] == -2.5F && vector.at[2] == 3)),
           "vector %zu is read", i);
    }
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct error err = {0};
        ok(vector_read(span_of(bad[i]), arena, &vector, &err) < 0 && err.kind == ERR_UPSTREAM, "%s: %s",
           bad[i], err.message);
        err = (struct error){0};
        ok(vector_check(span_of(bad[i]), &err) < 0 && err.kind == ERR_UPSTREAM, "nor may it pass");
    }
    struct error err = {0};
    ok(vector_read(span_of("\"3MzMPf\\/\\/f38=\""), arena, &vector, &err) == 0 &&
           bits_of(vector.at[1]) == 0x7f7fffff,
       "base64 with its / behind a backslash");
    arena_free(arena);
}

/* One of `count` numbers in both forms: whether each is read as it was, bit by bit, and may pass. */
static void try_forms(const float *value, size_t count, bool *numbers_same, bool *base64_same) {
    struct arena *arena = arena_new();
    struct error err = {0};
    struct buf numbers, base64;
    struct vector vector = {value, count}, from_numbers, from_base64;
    buf_init(&numbers, BUF_MOST);
    buf_init(&base64, BUF_MOST);
    vector_write_numbers(&vector, &numbers);
    vector_write_base64(&vector, &base64);
    struct span first = {numbers.data, numbers.len}, second = {base64.data, base64.len};
    *numbers_same &= vector_check(first, &err) == 0 && vector_read(first, arena, &from_numbers, &err) == 0 &&
                     from_numbers.count == count &&
                     memcmp(from_numbers.at, value, count * sizeof *value) == 0;
    *base64_same &= base64.len == (count * 4 + 2) / 3 * 4 + 2 && vector_check(second, &err) == 0 &&
                    vector_read(second, arena, &from_base64, &err) == 0 && from_base64.count == count &&
                    memcmp(from_base64.at, value, count * sizeof *value) == 0;
    buf_free(&numbers);
    buf_free(&base64);
    arena_free(arena);
}

/* Both forms of random vectors, as long as can be. */
static void test_forms(void) {
    float *value = malloc(RANDOM * sizeof *value);
    bool numbers_same = true, base64_same = true;
    for (size_t i = 0; i < RANDOM; i++)
        value[i] = random_float();
    for (size_t i = 0; i < RANDOM; i += VECTOR_MOST)
        try_forms(value + i, RANDOM - i < VECTOR_MOST ? RANDOM - i : VECTOR_MOST, &numbers_same,
                  &base64_same);
    ok(numbers_same, "a million numbers, bit by bit");
    ok(base64_same, "the same in base64");
    free(value);
}

static void test_length(void) {
    for (size_t count = VECTOR_MOST; count <= VECTOR_MOST + 1; count++) {
        float *value = calloc(count, sizeof *value);
        bool numbers_same = true, base64_same = true;
        try_forms(value, count, &numbers_same, &base64_same);
        ok(numbers_same == (count == VECTOR_MOST) && base64_same == numbers_same, "%zu numbers", count);
        free(value);
    }
}

int main(void) {
    test_known();
    test_refused();
    test_long();
    test_random();
    test_edges();
    test_middles();
    test_vectors();
    test_forms();
    test_length();
    /* where a comma is the decimal point, if the host knows such a place */
    if (setlocale(LC_ALL, "de_DE.UTF-8") || setlocale(LC_ALL, "fr_FR.UTF-8") || setlocale(LC_ALL, "de_DE"))
        test_known();
    return tap_done();
}
