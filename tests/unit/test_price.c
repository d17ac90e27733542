/* Costs against arithmetic as on paper, and money as text. */
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

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

/* Of a usage whose parts fit into their totals. */
static nanos paper_cost(const struct price *price, int64_t per_mille, const struct usage *usage) {
    const struct rates *rates = &price->base;
    if (price->tier_from && usage->prompt > price->tier_from)
        rates = &price->tier;
    struct paper sum = {0};
    int64_t audio = usage->audio_input - usage->audio_cache_read;
    int64_t image = usage->image_input - usage->image_cache_read;
    paper_add_product(&sum, rates->input,
                      usage->prompt - usage->cache_read - usage->cache_write - audio - image);
    paper_add_product(&sum, rates->audio_input, audio);
    paper_add_product(&sum, rates->image_input, image);
    paper_add_product(&sum, rates->cache_read,
                      usage->cache_read - usage->audio_cache_read - usage->image_cache_read);
    paper_add_product(&sum, rates->audio_cache_read, usage->audio_cache_read);
    paper_add_product(&sum, rates->image_cache_read, usage->image_cache_read);
    paper_add_product(&sum, rates->cache_write, usage->cache_write - usage->cache_write_1h);
    paper_add_product(&sum, rates->cache_write_1h, usage->cache_write_1h);
    paper_add_product(&sum, rates->output, usage->output - usage->audio_output - usage->image_output);
    paper_add_product(&sum, rates->audio_output, usage->audio_output);
    paper_add_product(&sum, rates->image_output, usage->image_output);
    paper_add_product(&sum, rates->search, usage->searches);
    paper_add_product(&sum, rates->request, usage->requests);
    paper_add_product(&sum, rates->image, usage->images);
    paper_add_product(&sum, rates->second, usage->seconds);
    paper_add_product(&sum, rates->character, usage->characters);
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

/* A part of a total that is at most `most`, of all sizes; often none, often all. */
static int64_t random_part(int64_t most) {
    switch (random_number(2)) {
    case 0:
        return 0;
    case 1:
        return most;
    default:
        return most == INT64_MAX ? random_number(63) : random_number(63) % (most + 1);
    }
}

static struct usage random_usage(unsigned size) {
    struct usage usage = {.prompt = random_number(size), .output = random_number(size)};
    usage.cache_read = random_part(usage.prompt);
    usage.cache_write = random_part(usage.prompt - usage.cache_read);
    usage.cache_write_1h = random_part(usage.cache_write);
    usage.audio_cache_read = random_part(usage.cache_read);
    usage.image_cache_read = random_part(usage.cache_read - usage.audio_cache_read);
    int64_t rest = usage.prompt - usage.cache_read - usage.cache_write, audio = random_part(rest);
    usage.audio_input = usage.audio_cache_read + audio;
    usage.image_input = usage.image_cache_read + random_part(rest - audio);
    usage.reasoning = random_part(usage.output);
    usage.audio_output = random_part(usage.output);
    usage.image_output = random_part(usage.output - usage.audio_output);
    usage.searches = random_part(random_number(size));
    usage.requests = random_part(random_number(size));
    usage.images = random_part(random_number(size));
    usage.seconds = random_part(random_number(size));
    usage.characters = random_part(random_number(size));
    return usage;
}

static struct price random_price(unsigned size, bool tiered) {
    struct price price = {.tier_from = tiered ? random_number(30) : 0};
    for (size_t i = 0; i < RATES; i++) {
        *rate_at(&price.base, i) = random_number(size);
        *rate_at(&price.tier, i) = random_number(size);
    }
    return price;
}

static void test_random_costs(void) {
    int wrong = 0, capped = 0;
    for (int i = 0; i < 20000; i++) {
        struct price price = random_price(i % 4 ? 40 : 63, i % 3);
        struct usage usage = random_usage(i % 4 ? 32 : 63);
        int64_t per_mille = i % 2 ? PRICE_WHOLE : random_number(17) % (PRICE_MOST + 1);
        nanos cost = price_cost(&price, per_mille, &usage);
        wrong += cost != paper_cost(&price, per_mille, &usage);
        capped += cost == INT64_MAX;
    }
    is_int(wrong, 0, "random costs, of any group, are those of arithmetic on paper");
    ok(capped > 100 && capped < 10000, "large and small ones among them (%d beyond the largest)", capped);
}

/* No usage within a prompt and an output costs more than the worst that was said of them; some cost just
 * that. */
static void test_worst_costs(void) {
    int above = 0, equal = 0;
    for (int i = 0; i < 20000; i++) {
        struct price price = random_price(40, i % 3);
        struct usage usage = random_usage(20);
        usage.searches = 0;
        usage.requests = i % 5;
        int64_t per_mille = i % 2 ? PRICE_WHOLE : random_number(17) % (PRICE_MOST + 1);
        int64_t longer = i % 7 ? 0 : random_number(31);
        struct usage most = usage;
        most.prompt += longer;
        most.images += i % 11 ? 0 : random_number(8);
        most.searches = 77;
        nanos cost = price_cost(&price, per_mille, &usage);
        nanos worst = price_worst(&price, per_mille, &most);
        above += cost > worst;
        equal += cost == worst;
    }
    is_int(above, 0, "no cost is above the worst one");
    ok(equal > 100, "which %d of them are", equal);
    struct price price = {.base = {.input = 1000000, .output = 1000000, .request = 5000000}};
    struct usage most = {.prompt = 10, .output = 20, .searches = 5};
    is_int(price_worst(&price, PRICE_WHOLE, &most), 35, "the fee of one request is in it");
    most.requests = 3;
    is_int(price_worst(&price, PRICE_WHOLE, &most), 45, "or of as many as it may come to");
    most.requests = 0;
    price.base.search = 1000000;
    is_int(price_worst(&price, PRICE_WHOLE, &most), 35, "searches are not");
    price = (struct price){
        .base = {.image = 7000000, .second = 200000, .character = 3000000},
        .tier_from = 100,
        .tier = {.image = 5000000, .second = 900000, .character = 3000000},
    };
    most = (struct usage){.prompt = 100, .images = 2, .seconds = 10, .characters = 1};
    is_int(price_worst(&price, PRICE_WHOLE, &most), 14 + 2 + 3, "pictures, seconds and characters");
    most.prompt = 101;
    is_int(price_worst(&price, PRICE_WHOLE, &most), 14 + 9 + 3, "at the dearer of the rates it may come to");
}

/* What is for each has its rate for a million of them. */
static void test_each(void) {
    char text[MONEY_TEXT];
    struct error err = {0};
    struct price price = {.base = {0}};
    for (size_t i = 0; i < RATES; i++)
        if (rate_names[i].digits != 9)
            is_int(money_read("0.014", rate_names[i].digits, rate_at(&price.base, i), &err), 0,
                   rate_names[i].name);
    is_int(money_read("15", 9, &price.base.character, &err), 0, "characters are paid by the million");
    is_int(price_cost(&price, PRICE_WHOLE, &(struct usage){.searches = 1}), 14000000, "a search");
    is_int(price_cost(&price, PRICE_WHOLE, &(struct usage){.requests = 1}), 14000000, "a request");
    is_int(price_cost(&price, PRICE_WHOLE, &(struct usage){.images = 1}), 14000000, "a picture");
    is_int(price_cost(&price, PRICE_WHOLE, &(struct usage){.seconds = 1}), 14000000, "a second");
    is_int(price_cost(&price, PRICE_WHOLE, &(struct usage){.characters = 1000}), 15000000, "characters");
    is_str(money_write_scaled(price.base.search, 15, text), "0.014", "and is written as it was read");
    is_str(money_write_scaled(1, 15, text), "0.000000000000001", "the smallest");
    is_str(money_write_scaled(INT64_MIN, 18, text), "-9.223372036854775808", "the most digits");
}

static void test_rates(void) {
    struct rates rates = {.input = 1, .output = 2};
    rates_complete(&rates, 3);
    ok(rates.cache_read == 1 && rates.cache_write == 1 && rates.cache_write_1h == 1 &&
           rates.audio_input == 1 && rates.audio_cache_read == 1 && rates.image_input == 1 &&
           rates.image_cache_read == 1,
       "what goes in costs what all of it costs");
    ok(rates.audio_output == 2 && rates.image_output == 2, "and so does what comes out");
    ok(rates.search == 0 && rates.request == 0 && rates.image == 0 && rates.second == 0 &&
           rates.character == 0,
       "what is not tokens is free");
    rates = (struct rates){.input = 1, .output = 2, .cache_read = 3, .cache_write = 4, .audio_input = 5};
    rates_complete(&rates, 0x2f);
    ok(rates.audio_cache_read == 3 && rates.image_cache_read == 3 && rates.cache_write_1h == 4 &&
           rates.audio_input == 5 && rates.image_input == 1,
       "the nearest one that is named stands in");
    ok(rate_is_own(&rates, 0) && rate_is_own(&rates, 2) && !rate_is_own(&rates, 4) &&
           !rate_is_own(&rates, 11),
       "a rate is its own where nothing that stands in for it is the same");
    struct rates all = {0}, same;
    for (size_t i = 0; i < RATES; i++) {
        *rate_at(&all, i) = (nanos)i + 1;
        ok(rate_names[i].instead < (int)i, "what stands in for %s comes before it", rate_names[i].name);
    }
    same = all;
    rates_complete(&same, (1u << RATES) - 1);
    ok(memcmp(&all, &same, sizeof all) == 0, "what is named stays");
}

static void test_made(void) {
    struct price price = {.tier_from = 77};
    struct price_said said = {.base = {.input = 2, .output = 4, .cache_read = 1}, .named = 1};
    is_str(price_make(&price, &said), "output", "what must be said");
    is_int(price.tier_from, 77, "nothing is made without it");
    for (size_t i = 0; i < RATES; i++) {
        static const char *const enough[] = {"request", "image", "second", "character"};
        struct price_said only = {.named = 1u << i};
        bool alone = false;
        for (size_t j = 0; j < COUNT(enough); j++)
            alone |= strcmp(rate_names[i].name, enough[j]) == 0;
        *rate_at(&only.base, i) = 9;
        const char *missing = price_make(&price, &only);
        is_str(missing, alone ? NULL : i == 0 ? "output" : "input", rate_names[i].name);
        ok(!alone || (rate_get(&price.base, i) == 9 && price.base.input == 0 && price.base.output == 0),
           "and tokens are free then");
    }
    said.named = 7;
    is_str(price_make(&price, &said), NULL, "enough is said");
    ok(price.base.cache_write == 2 && price.tier_from == 0, "and the rest follows");
    said.tier_from = 5;
    is_str(price_make(&price, &said), "tier", "a tier without rates");
    said.tier_from = 0;
    said.has_tier = true;
    is_str(price_make(&price, &said), "tier_from", "a tier that begins nowhere");
    said.tier_from = 5;
    said.tier = (struct rates){.input = 3, .output = 99};
    said.tier_named = 1;
    is_str(price_make(&price, &said), NULL, "a tier");
    ok(price.tier.input == 3 && price.tier.output == 4 && price.tier.cache_read == 1 &&
           price.tier.cache_write == 3,
       "has its own rates, those below it that were said, and what follows");
}

#define USUAL                                                                                                \
    {                                                                                                        \
        .base = {                                                                                            \
            .input = 2500000000,                                                                             \
            .output = 10000000000,                                                                           \
            .cache_read = 1250000000,                                                                        \
            .cache_write = 3000000000,                                                                       \
            .cache_write_1h = 5000000000,                                                                    \
            .audio_input = 40000000000,                                                                      \
            .audio_cache_read = 2000000000,                                                                  \
            .audio_output = 80000000000,                                                                     \
            .image_input = 4000000000,                                                                       \
            .image_cache_read = 1500000000,                                                                  \
            .image_output = 30000000000,                                                                     \
            .search = 10000000000000,                                                                        \
            .request = 12000000000000,                                                                       \
            .image = 40000000000000,                                                                         \
            .second = 100000000000,                                                                          \
            .character = 15000000000,                                                                        \
        }                                                                                                    \
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
    {"half is rounded up", {.base = {.input = 1}}, {.prompt = 500000}, 1},
    {"less than half is not", {.base = {.input = 1}}, {.prompt = 499999}, 0},
    {"the sum is rounded, not its parts",
     {.base = {.input = 1, .output = 1}},
     {.prompt = 400000, .output = 400000},
     1},
    {"up to the tier", {{.input = 1000000}, 200, {.input = 2000000}}, {.prompt = 200}, 200},
    {"past it all is charged by the tier",
     {{.input = 1000000, .output = 3000000}, 200, {.input = 2000000, .output = 5000000}},
     {.prompt = 201, .output = 1},
     407},
    {"output does not lead into the tier",
     {{.output = 1000000}, 200, {.output = 2000000}},
     {.output = 999},
     999},
    {"negative counts are none",
     USUAL,
     {-1, -2, -3, -4, -5, -6, -7, -8, -9, -10, -11, -12, -13, -14, -15, -16, -17},
     0},
    {"a part larger than its total", USUAL, {.prompt = 10, .cache_read = 20}, 12500},
    {"parts larger than their total together",
     USUAL,
     {.prompt = 10, .cache_read = 8, .cache_write = 8},
     16000},
    {"written for an hour", USUAL, {.prompt = 1000, .cache_write = 400, .cache_write_1h = 300}, 3300000},
    {"more for an hour than was written",
     USUAL,
     {.prompt = 1000, .cache_write = 400, .cache_write_1h = 500},
     3500000},
    {"sound", USUAL, {.prompt = 100, .audio_input = 60, .output = 50, .audio_output = 40}, 5800000},
    {"sound that was cached",
     USUAL,
     {.prompt = 100, .cache_read = 50, .audio_input = 60, .audio_cache_read = 40},
     967500},
    {"more cached sound than sound",
     USUAL,
     {.prompt = 100, .cache_read = 100, .audio_input = 10, .audio_cache_read = 100},
     132500},
    {"more cached sound than was cached",
     USUAL,
     {.prompt = 100, .cache_read = 10, .audio_input = 100, .audio_cache_read = 100},
     20000 + 90 * 40000},
    {"pictures", USUAL, {.prompt = 100, .image_input = 60, .output = 50, .image_output = 40}, 1640000},
    {"pictures that were cached",
     USUAL,
     {.prompt = 100, .cache_read = 50, .image_input = 60, .image_cache_read = 40},
     227500},
    {"more sound and pictures than all",
     USUAL,
     {.prompt = 10, .audio_input = 8, .image_input = 8, .output = 10, .audio_output = 8, .image_output = 8},
     1028000},
    {"searches", USUAL, {.searches = 3}, 30000000},
    {"a request", USUAL, {.requests = 1}, 12000000},
    {"pictures that were made", USUAL, {.images = 3}, 120000000},
    {"a minute of sound", USUAL, {.seconds = 60}, 6000000},
    {"spoken text", USUAL, {.characters = 1234}, 18510000},
    {"all of it with tokens",
     USUAL,
     {.prompt = 1000, .requests = 1, .images = 1, .seconds = 1, .characters = 1},
     2500000 + 12000000 + 40000000 + 100000 + 15000},
    {"the largest cost", {.base = {.input = 1000000}}, {.prompt = BIG}, BIG},
    {"one beyond it", {.base = {.input = 1000000, .output = 1000000}}, {.prompt = BIG, .output = 1}, BIG},
    {"far beyond it",
     {.base = {.input = BIG, .output = BIG, .search = BIG, .request = BIG}},
     {.prompt = BIG, .output = BIG, .searches = BIG, .requests = BIG},
     BIG},
    {"far beyond it, cached",
     {.base = {BIG, BIG, BIG, BIG, BIG, BIG, BIG, BIG, BIG, BIG, BIG, BIG, BIG, BIG, BIG, BIG}},
     {BIG, BIG, BIG, BIG / 2, BIG / 2, BIG, BIG, BIG, BIG, BIG, BIG, BIG, BIG, BIG, BIG, BIG, BIG},
     BIG},
};

static void test_costs(void) {
    struct price all = {.tier_from = 0};
    struct usage most;
    for (size_t i = 0; i < RATES; i++)
        *rate_at(&all.base, i) = BIG;
    for (size_t i = 0; i < USAGE_COUNTS; i++)
        *usage_at(&most, i) = BIG;
    is_int(price_cost(&all, 1, &most), BIG, "all there can be, at the smallest share of it");
    is_int(price_cost(&all, PRICE_MOST, &most), BIG, "and at the largest");
    is_int(price_cost(&all, 0, &most), 0, "and at none");
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
    test_worst_costs();
    test_rates();
    test_made();
    test_each();
    test_read();
    test_write();
    return tap_done();
}
