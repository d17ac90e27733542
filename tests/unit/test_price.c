/* Costs against arithmetic as on paper, and money as text. */
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>

#include "canon/price.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* Decimal digits, the lowest first: slow, and plain enough to be seen to be right. */
#define DIGITS 48
struct paper {
    int digit[DIGITS];
};

static void paper_add(struct paper *sum, const struct paper *other, int shift) {
    int carry = 0;
    for (int i = shift; i < DIGITS; i++) {
        int total = sum->digit[i] + other->digit[i - shift] + carry;
        sum->digit[i] = total % 10;
        carry = total / 10;
    }
}

static struct paper paper_number(int64_t value) {
    struct paper paper = {0};
    for (int i = 0; value > 0; value /= 10)
        paper.digit[i++] = (int)(value % 10);
    return paper;
}

static void paper_add_product(struct paper *sum, int64_t a, int64_t b) {
    struct paper left = paper_number(a), right = paper_number(b);
    for (int i = 0; i < 20; i++)
        for (int times = 0; times < right.digit[i]; times++)
            paper_add(sum, &left, i);
}

static struct paper paper_times(const struct paper *sum, int64_t factor) {
    struct paper product = {0}, digits = paper_number(factor);
    for (int i = 0; i < 20; i++)
        for (int times = 0; times < digits.digit[i]; times++)
            paper_add(&product, sum, i);
    return product;
}

/* Adds half of 10^9 and strikes the last nine digits: a rate is for 10^6 tokens, and charged by thousandths.
 */
static nanos paper_round(struct paper *sum) {
    struct paper half = paper_number(500000000);
    paper_add(sum, &half, 0);
    uint64_t value = 0;
    for (int i = DIGITS - 1; i >= 9; i--) {
        if (value > ((uint64_t)INT64_MAX - (uint64_t)sum->digit[i]) / 10)
            return INT64_MAX;
        value = value * 10 + (uint64_t)sum->digit[i];
    }
    return (nanos)value;
}

static nanos paper_cost(const struct price *price, int64_t per_mille, const struct usage *usage) {
    const struct rates *rates = &price->base;
    if (price->tier_from && usage->prompt > price->tier_from)
        rates = &price->tier;
    struct paper sum = {0};
    paper_add_product(&sum, rates->input, usage->prompt - usage->cache_read - usage->cache_write);
    paper_add_product(&sum, rates->cache_read, usage->cache_read);
    paper_add_product(&sum, rates->cache_write, usage->cache_write);
    paper_add_product(&sum, rates->output, usage->output);
    sum = paper_times(&sum, per_mille);
    return paper_round(&sum);
}

/* Random numbers that are the same in each run (xorshift), of all sizes below 2^bits. */
static int64_t random_number(unsigned bits) {
    static uint64_t state = 20240501;
    for (int i = 0; i < 2; i++) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
    }
    return (int64_t)((state >> 1) >> (63 - bits + (state & 0xff) % bits));
}

static void test_random_costs(void) {
    int wrong = 0, capped = 0;
    for (int i = 0; i < 20000; i++) {
        unsigned size = i % 4 ? 40 : 63;
        struct price price = {
            {random_number(size), random_number(size), random_number(size), random_number(size)},
            i % 3 ? random_number(30) : 0,
            {random_number(size), random_number(size), random_number(size), random_number(size)},
        };
        unsigned length = i % 4 ? 32 : 63;
        struct usage usage = {.prompt = random_number(length), .output = random_number(length)};
        usage.cache_read = usage.prompt > 0 ? random_number(63) % (usage.prompt + 1) : 0;
        usage.cache_write = (usage.prompt - usage.cache_read) / (1 + i % 7);
        usage.reasoning = usage.output / 2;
        int64_t per_mille = i % 2 ? PRICE_WHOLE : random_number(17) % (PRICE_MOST + 1);
        nanos cost = price_cost(&price, per_mille, &usage);
        wrong += cost != paper_cost(&price, per_mille, &usage);
        capped += cost == INT64_MAX;
    }
    is_int(wrong, 0, "random costs, of any group, are those of arithmetic on paper");
    ok(capped > 100 && capped < 10000, "large and small ones among them (%d beyond the largest)", capped);
}

#define USUAL                                                                                                \
    {                                                                                                        \
        .base = { 2500000000, 10000000000, 1250000000, 3000000000 }                                          \
    }
#define BIG INT64_MAX

static const struct {
    const char *name;
    struct price price;
    struct usage usage;
    nanos cost;
} costs[] = {
    {"nothing", USUAL, {0}, 0},
    {"input and output", USUAL, {.prompt = 1000, .output = 100}, 3500000},
    {"cached input", USUAL, {.prompt = 1000, .cache_read = 600, .cache_write = 300}, 1900000},
    {"reasoning is part of the output", USUAL, {.output = 100, .reasoning = 90}, 1000000},
    {"half is rounded up", {.base = {1, 0, 0, 0}}, {.prompt = 500000}, 1},
    {"less than half is not", {.base = {1, 0, 0, 0}}, {.prompt = 499999}, 0},
    {"the sum is rounded, not its parts", {.base = {1, 1, 0, 0}}, {.prompt = 400000, .output = 400000}, 1},
    {"up to the tier", {{1000000, 0, 0, 0}, 200, {2000000, 0, 0, 0}}, {.prompt = 200}, 200},
    {"past it all is charged by the tier",
     {{1000000, 3000000, 0, 0}, 200, {2000000, 5000000, 0, 0}},
     {.prompt = 201, .output = 1},
     407},
    {"output does not lead into the tier",
     {{0, 1000000, 0, 0}, 200, {0, 2000000, 0, 0}},
     {.output = 999},
     999},
    {"negative counts are none", USUAL, {-1, -2, -3, -4, -5}, 0},
    {"a part larger than its total", USUAL, {.prompt = 10, .cache_read = 20}, 12500},
    {"parts larger than their total together",
     USUAL,
     {.prompt = 10, .cache_read = 8, .cache_write = 8},
     16000},
    {"the largest cost", {.base = {1000000, 0, 0, 0}}, {.prompt = BIG}, BIG},
    {"one beyond it", {.base = {1000000, 1000000, 0, 0}}, {.prompt = BIG, .output = 1}, BIG},
    {"far beyond it", {.base = {BIG, BIG, BIG, BIG}}, {.prompt = BIG, .output = BIG}, BIG},
    {"far beyond it, cached", {.base = {BIG, BIG, BIG, BIG}}, {BIG, BIG / 2, BIG / 2, BIG, 0}, BIG},
};

static void test_costs(void) {
    for (size_t i = 0; i < COUNT(costs); i++)
        is_int(price_cost(&costs[i].price, PRICE_WHOLE, &costs[i].usage), costs[i].cost, costs[i].name);
}

static const struct {
    const char *text;
    unsigned digits;
    int64_t value; /* -1: refused */
} amounts[] = {
    {"0", 9, 0},
    {"0.0", 9, 0},
    {"1", 9, 1000000000},
    {"2.5", 9, 2500000000},
    {"0.000001", 9, 1000},
    {"0.123456789", 9, 123456789},
    {"0.1234567890", 9, 123456789},
    {"0.1234567891", 9, -1},
    {"0.12345678900000000000000000", 9, 123456789},
    {"007.50", 2, 750},
    {"12", 0, 12},
    {"12.0", 0, 12},
    {"12.5", 0, -1},
    {"9223372036.854775807", 9, INT64_MAX},
    {"9223372036.854775808", 9, -1},
    {"9223372037", 9, -1},
    {"9223372036854775807", 0, INT64_MAX},
    {"9223372036854775808", 0, -1},
    {"99999999999999999999999999999999999999", 9, -1},
    {"0", 40, 0},
    {"1", 18, 1000000000000000000},
    {"1", 19, -1},
    {"", 9, -1},
    {".", 9, -1},
    {"1.", 9, -1},
    {".5", 9, -1},
    {"1e5", 9, -1},
    {"1E5", 9, -1},
    {"-1", 9, -1},
    {"+1", 9, -1},
    {" 1", 9, -1},
    {"1 ", 9, -1},
    {"1.5 ", 9, -1},
    {"1.2.3", 9, -1},
    {"1,5", 9, -1},
    {"0x10", 9, -1},
    {"1.-5", 9, -1},
    {"inf", 9, -1},
    {"\xd9\xa1", 9, -1},
};

static void test_read(void) {
    for (size_t i = 0; i < COUNT(amounts); i++) {
        struct error err = {0};
        int64_t value = -1;
        int result = money_read(amounts[i].text, amounts[i].digits, &value, &err);
        is_int(value, amounts[i].value, amounts[i].text);
        ok((result == 0) == (amounts[i].value >= 0) && (err.kind == ERR_REQUEST) == (result != 0),
           "its result: %s", err.message);
    }
}

static void test_write(void) {
    static const struct {
        nanos amount;
        const char *text;
    } rows[] = {
        {0, "0"},
        {1, "0.000000001"},
        {420000, "0.00042"},
        {-1500000000, "-1.5"},
        {3000000000, "3"},
        {-3000000000, "-3"},
        {100000000000, "100"},
        {1000000001, "1.000000001"},
        {-1, "-0.000000001"},
        {INT64_MAX, "9223372036.854775807"},
        {INT64_MIN, "-9223372036.854775808"},
    };
    char text[MONEY_TEXT];
    for (size_t i = 0; i < COUNT(rows); i++)
        is_str(money_write(rows[i].amount, text), rows[i].text, "money as text");

    int wrong = 0;
    for (int i = 0; i < 10000; i++) {
        struct error err = {0};
        nanos amount = random_number(63), again = -1;
        money_read(money_write(amount, text), 9, &again, &err);
        wrong += amount != again;
    }
    is_int(wrong, 0, "what was written is read again exactly");
}

int main(void) {
    test_costs();
    test_random_costs();
    test_read();
    test_write();
    return tap_done();
}
