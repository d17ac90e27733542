/*
 * Numbers of 32 bits as text. Most are read by one operation of 64 bits, which is right where its result does
 * not lie too near the middle of two numbers, and written by integers of 128 bits. The rest is left to the C
 * library, with no decimal point that a locale could change.
 */
#include "base/float32.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__extension__ typedef unsigned __int128 wide;

#define DIGITS 9 /* that tell any of them from the others */

/* ---- reading ------------------------------------------------------------------- */

#define TAKEN         19      /* digits that fit in 64 bits */
#define KEPT          120     /* the middle of two numbers has fewer */
#define EXPONENT_MOST 1000000 /* more changes nothing */

/* digits × 10^exponent. */
struct read {
    bool negative;
    uint64_t digits; /* the first ones */
    int taken;
    long exponent;
};

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static const char *read_digits(const char *at, const char *end, struct read *read, int per_taken,
                               int per_left) {
    for (; at < end && is_digit(*at); at++) {
        bool fits = read->taken < TAKEN;
        if (fits)
            read->digits = read->digits * 10 + (uint64_t)(*at - '0');
        read->taken += fits && read->digits > 0;
        read->exponent += fits ? per_taken : per_left;
    }
    return at;
}

static const char *read_exponent(const char *at, const char *end, struct read *read) {
    long sum = 0;
    if (at == end || (*at != 'e' && *at != 'E'))
        return at;
    bool signs = ++at < end && (*at == '-' || *at == '+'), negative = signs && *at == '-';
    for (at += signs; at < end && is_digit(*at); at++)
        sum = sum < EXPONENT_MOST ? sum * 10 + (*at - '0') : sum;
    read->exponent += negative ? -sum : sum;
    return at;
}

/* All but the sign to the C library, in digits and an exponent. A digit beyond those that are kept only says
 * on which side of them the number lies. */
static float read_slowly(const char *at, const char *end) {
    char text[KEPT + 32];
    int kept = 0;
    long exponent = 0;
    bool point = false, more = false;
    for (; at < end && (is_digit(*at) || *at == '.'); at++) {
        if (*at == '.') {
            point = true;
            continue;
        }
        bool keep = kept < KEPT && (kept > 0 || *at != '0');
        if (keep)
            text[kept++] = *at;
        more |= !keep && kept > 0 && *at != '0';
        bool counts = keep || kept == 0;
        exponent += point ? (counts ? -1 : 0) : (counts ? 0 : 1);
    }
    struct read rest = {.exponent = exponent};
    read_exponent(at, end, &rest);
    exponent = rest.exponent;
    if (more) {
        text[kept++] = '1';
        exponent--;
    }
    snprintf(text + kept, sizeof text - (size_t)kept, "e%ld", exponent);
    return kept ? strtof(text, NULL) : 0;
}

#define POWERS 60
static const double powers[POWERS + 1] = {
    1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28, 1e29, 1e30, 1e31,
    1e32, 1e33, 1e34, 1e35, 1e36, 1e37, 1e38, 1e39, 1e40, 1e41, 1e42, 1e43, 1e44, 1e45, 1e46, 1e47,
    1e48, 1e49, 1e50, 1e51, 1e52, 1e53, 1e54, 1e55, 1e56, 1e57, 1e58, 1e59, 1e60};

/* With three operations, each of which rounds, the result is off by less than four of its last places. It is
 * rounded as the number itself if the middle of two is further away than that. */
static bool read_quickly(const struct read *read, float *value) {
    enum { BELOW = 1 << 29, MIDDLE = BELOW / 2, NEAR = 8 };
    double product;
    uint64_t bits;
    if (read->exponent < -POWERS || read->exponent > POWERS)
        return false;
    product = (double)read->digits;
    product = read->exponent < 0 ? product / powers[-read->exponent] : product * powers[read->exponent];
    if (!(product > 0x1p-125 && product < 0x1p127))
        return false;
    memcpy(&bits, &product, sizeof bits);
    int below = (int)(bits & (BELOW - 1));
    *value = (float)product;
    return below < MIDDLE - NEAR || below > MIDDLE + NEAR;
}

size_t float32_read(const char *at, const char *end, float *value) {
    struct read read = {.negative = at < end && *at == '-'};
    const char *first = at + read.negative, *next = read_digits(first, end, &read, 0, 1);
    if (next == first)
        return 0;
    if (next < end && *next == '.')
        next = read_digits(next + 1, end, &read, -1, 0);
    next = read_exponent(next, end, &read);
    if (read.digits == 0)
        *value = 0;
    else if (!read_quickly(&read, value))
        *value = read_slowly(first, next);
    if (*value > 0x1.fffffep127F)
        return 0;
    *value = read.negative ? -*value : *value;
    return (size_t)(next - at);
}

/* ---- writing ------------------------------------------------------------------- */

/* digits × 10^exponent. */
struct shortest {
    uint64_t digits;
    int exponent;
};

static wide power(int exponent) {
    static const uint64_t small[] = {
        1,           10,           100,           1000,           10000,
        100000,      1000000,      10000000,      100000000,      1000000000,
        10000000000, 100000000000, 1000000000000, 10000000000000, 100000000000000};
    enum { LAST = sizeof small / sizeof *small - 1 };
    return exponent > LAST ? (wide)small[LAST] * small[exponent - LAST] : small[exponent];
}

/* The lowest exponent of ten that a number of that exponent of two can have. */
static int tens(int twos) {
    int product = twos * 30103, places = 100000; /* log10(2) */
    return product >= 0 ? product / places : -((places - 1 - product) / places);
}

/* Of the whole numbers from low to high, all of which are read as the same, the roundest: so many zeros. */
static int count_zeros(uint64_t *low, uint64_t *high, uint64_t *scale) {
    int zeros = 0;
    for (*scale = 1; (*low + 9) / 10 <= *high / 10; zeros++) {
        *low = (*low + 9) / 10;
        *high /= 10;
        *scale *= 10;
    }
    return zeros;
}

/*
 * m × 2^e, with 2^23 <= m < 2^24 and -87 <= e <= 2. All that is read as this number lies up to half a step
 * away, and just as far if m is even; below a power of two the steps are half as wide. In units of 2^(e-2)
 * and times 10^k, so that it has nine digits or ten before the point, all of that are integers.
 */
static struct shortest shorten(uint32_t m, int e, bool narrow) {
    int k = DIGITS - 1 - tens(e + 23), shift = 2 - e;
    wide unit = power(k), here = unit * 4 * m, from = here - (narrow ? 1 : 2) * unit, to = here + 2 * unit;
    wide below = ((wide)1 << shift) - 1;
    bool even = m % 2 == 0;
    uint64_t low = (uint64_t)(from >> shift), high = (uint64_t)(to >> shift), scale;
    low += (from & below) || !even;
    high -= !(to & below) && !even;
    int zeros = count_zeros(&low, &high, &scale);
    uint64_t nearest = ((uint64_t)(here * 2 >> shift) + scale) / (2 * scale);
    nearest = nearest < low ? low : nearest > high ? high : nearest;
    return (struct shortest){nearest, zeros - k};
}

/* What is read as that number. */
static bool tells(const struct shortest *it, float value) {
    char text[48];
    snprintf(text, sizeof text, "%llue%d", (unsigned long long)it->digits, it->exponent);
    return strtof(text, NULL) == value;
}

/* The same for any positive number: one digit more until they tell. What is nearest need not be read as it
 * where the steps are narrower below; what is next then is. */
static struct shortest shorten_slowly(float value) {
    struct shortest it = {0};
    for (int digits = 1; digits <= DIGITS; digits++) {
        char text[48], *mark;
        snprintf(text, sizeof text, "%.*e", digits - 1, (double)value);
        mark = strchr(text, 'e');
        it = (struct shortest){0, (int)strtol(mark + 1, NULL, 10) - (digits - 1)};
        for (const char *at = text; at < mark; at++)
            if (is_digit(*at))
                it.digits = it.digits * 10 + (uint64_t)(*at - '0');
        if (tells(&it, value))
            break;
        it.digits++;
        if (tells(&it, value))
            break;
    }
    return it;
}

static int write_digits(uint64_t number, char text[24]) {
    char backward[24];
    int count = 0;
    for (; number > 0; number /= 10)
        backward[count++] = (char)('0' + number % 10);
    for (int i = 0; i < count; i++)
        text[i] = backward[count - 1 - i];
    return count;
}

/* The digits with their point, or with an exponent where that would be far away. */
static size_t put(const struct shortest *it, char *text) {
    enum { FAR_LEFT = -6, FAR_RIGHT = 16 };
    char digits[24] = "", *at = text;
    int count = write_digits(it->digits, digits), point = count + it->exponent;
    if (point > FAR_RIGHT || point <= FAR_LEFT) {
        *at++ = digits[0];
        if (count > 1)
            *at++ = '.';
        memcpy(at, digits + 1, (size_t)count - 1);
        at += count - 1;
        return (size_t)(at - text) + (size_t)snprintf(at, 8, "e%d", point - 1);
    }
    for (int i = point > 0 ? 0 : point - 1; i < count || i < point; i++) {
        if (i == point)
            *at++ = '.';
        *at++ = i >= 0 && i < count ? digits[i] : '0';
    }
    return (size_t)(at - text);
}

size_t float32_write(float value, char text[FLOAT32_TEXT]) {
    uint32_t bits;
    memcpy(&bits, &value, sizeof bits);
    int exponent = (int)(bits >> 23 & 0xff), e = exponent - 150;
    uint32_t m = bits & 0x7fffff;
    bool negative = bits >> 31;
    if (exponent == 0 && m == 0) {
        memcpy(text, "-0.0", 4);
        text[0] = negative ? '-' : '0';
        return negative ? 4 : 1;
    }
    struct shortest it = exponent == 0 || e < -87 || e > 2 ? shorten_slowly(negative ? -value : value)
                                                           : shorten(m | 1u << 23, e, m == 0);
    text[0] = '-';
    return negative + put(&it, text + negative);
}
