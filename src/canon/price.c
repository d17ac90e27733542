/* What a call costs, and money between text and integers. */
#include "canon/price.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define RATE_UNITS 1000000 /* a rate is for so many */

#define TOKENS(member)                                                                                       \
    { #member, #member "_tokens", offsetof(struct usage, member) }
#define TIMES(member)                                                                                        \
    { #member, #member, offsetof(struct usage, member) }
const struct usage_count usage_counts[USAGE_COUNTS] = {
    TOKENS(prompt),           TOKENS(output),       TIMES(requests),        TOKENS(cache_read),
    TOKENS(cache_write),      TOKENS(reasoning),    TOKENS(cache_write_1h), TOKENS(audio_input),
    TOKENS(audio_cache_read), TOKENS(audio_output), TOKENS(image_input),    TOKENS(image_cache_read),
    TOKENS(image_output),     TIMES(searches),      TIMES(images),          TIMES(seconds),
    TIMES(characters),
};
_Static_assert(sizeof(struct usage) == USAGE_COUNTS * sizeof(int64_t), "every count has a row");

enum { INPUT, OUTPUT, CACHE_READ, CACHE_WRITE, REQUEST = 12, IMAGE, SECOND, CHARACTER, NONE = -1 };
#define PER_MILLION(member, instead)                                                                         \
    { #member, offsetof(struct rates, member), instead, 9 }
#define FOR_EACH(member)                                                                                     \
    { #member, offsetof(struct rates, member), NONE, EACH_DIGITS }
const struct rate_name rate_names[RATES] = {
    [INPUT] = PER_MILLION(input, NONE),
    [OUTPUT] = PER_MILLION(output, NONE),
    [CACHE_READ] = PER_MILLION(cache_read, INPUT),
    [CACHE_WRITE] = PER_MILLION(cache_write, INPUT),
    PER_MILLION(cache_write_1h, CACHE_WRITE),
    PER_MILLION(audio_input, INPUT),
    PER_MILLION(audio_cache_read, CACHE_READ),
    PER_MILLION(audio_output, OUTPUT),
    PER_MILLION(image_input, INPUT),
    PER_MILLION(image_cache_read, CACHE_READ),
    PER_MILLION(image_output, OUTPUT),
    FOR_EACH(search),
    [REQUEST] = FOR_EACH(request),
    [IMAGE] = FOR_EACH(image),
    [SECOND] = FOR_EACH(second),
    [CHARACTER] = PER_MILLION(character, NONE),
};
_Static_assert(sizeof(struct rates) == RATES * sizeof(nanos), "every rate has a row");

static nanos stand_in(const struct rates *rates, size_t i) {
    return rate_names[i].instead < 0 ? 0 : rate_get(rates, (size_t)rate_names[i].instead);
}

bool rate_is_own(const struct rates *rates, size_t i) {
    return rate_get(rates, i) != stand_in(rates, i);
}

void rates_complete(struct rates *rates, unsigned named) {
    for (size_t i = 0; i < RATES; i++)
        if (!(named >> i & 1))
            *rate_at(rates, i) = stand_in(rates, i);
}

static void put_named(struct rates *to, const struct rates *from, unsigned named) {
    for (size_t i = 0; i < RATES; i++)
        if (named >> i & 1)
            *rate_at(to, i) = rate_get(from, i);
}

const char *price_make(struct price *price, const struct price_said *said) {
    const unsigned enough = 1u << REQUEST | 1u << IMAGE | 1u << SECOND | 1u << CHARACTER;
    for (size_t i = 0; i < RATES_MUST && !(said->named & enough); i++)
        if (!(said->named >> i & 1))
            return rate_names[i].name;
    if (said->has_tier != (said->tier_from > 0))
        return said->has_tier ? "tier_from" : "tier";
    *price = (struct price){.base = said->base, .tier_from = said->tier_from};
    rates_complete(&price->base, said->named);
    if (said->has_tier) {
        price->tier = price->base;
        put_named(&price->tier, &said->tier, said->tier_named);
        rates_complete(&price->tier, said->named | said->tier_named);
    }
    return NULL;
}

static int64_t clamp(int64_t count, int64_t most) {
    return count < 0 ? 0 : count > most ? most : count;
}

/* ---- what a call costs ------------------------------------------------------------- */

/* A sum that is larger costs more than INT64_MAX at any share of it, and another product may be added. */
#define SUM_MOST ((unsigned __int128)1 << 126)

/* Charges up to `count` of what is left of a total; returns of how much. */
static int64_t charge(unsigned __int128 *sum, int64_t *left, int64_t count, nanos rate) {
    count = clamp(count, *left);
    *sum += (unsigned __int128)rate * (uint64_t)count;
    if (*sum > SUM_MOST)
        *sum = SUM_MOST;
    *left -= count;
    return count;
}

static void charge_input(unsigned __int128 *sum, const struct rates *rates, const struct usage *usage) {
    int64_t left = clamp(usage->prompt, INT64_MAX), cached = clamp(usage->cache_read, left);
    int64_t written = clamp(usage->cache_write, left - cached);
    int64_t audio = clamp(usage->audio_input, left), image = clamp(usage->image_input, left);
    left -= cached + written;
    audio -= charge(sum, &cached, clamp(usage->audio_cache_read, audio), rates->audio_cache_read);
    image -= charge(sum, &cached, clamp(usage->image_cache_read, image), rates->image_cache_read);
    charge(sum, &cached, cached, rates->cache_read);
    charge(sum, &written, usage->cache_write_1h, rates->cache_write_1h);
    charge(sum, &written, written, rates->cache_write);
    charge(sum, &left, audio, rates->audio_input);
    charge(sum, &left, image, rates->image_input);
    charge(sum, &left, left, rates->input);
}

static void charge_output(unsigned __int128 *sum, const struct rates *rates, const struct usage *usage) {
    int64_t left = clamp(usage->output, INT64_MAX);
    charge(sum, &left, usage->audio_output, rates->audio_output);
    charge(sum, &left, usage->image_output, rates->image_output);
    charge(sum, &left, left, rates->output);
}

static void charge_all(unsigned __int128 *sum, int64_t count, nanos rate) {
    int64_t left = clamp(count, INT64_MAX);
    charge(sum, &left, left, rate);
}

/* Divided before it is multiplied, the sum stays below 2^128. */
static nanos cost_by(const struct rates *rates, int64_t per_mille, const struct usage *usage) {
    const int64_t units = (int64_t)RATE_UNITS * PRICE_WHOLE;
    unsigned __int128 sum = 0;
    charge_input(&sum, rates, usage);
    charge_output(&sum, rates, usage);
    charge_all(&sum, usage->searches, rates->search);
    charge_all(&sum, usage->requests, rates->request);
    charge_all(&sum, usage->images, rates->image);
    charge_all(&sum, usage->seconds, rates->second);
    charge_all(&sum, usage->characters, rates->character);
    uint64_t share = (uint64_t)clamp(per_mille, PRICE_MOST);
    unsigned __int128 cost = sum / units * share + (sum % units * share + units / 2) / units;
    return cost > INT64_MAX ? INT64_MAX : (nanos)cost;
}

static const struct rates *rates_for(const struct price *price, int64_t prompt) {
    return price->tier_from > 0 && prompt > price->tier_from ? &price->tier : &price->base;
}

nanos price_cost(const struct price *price, int64_t per_mille, const struct usage *usage) {
    return cost_by(rates_for(price, usage->prompt), per_mille, usage);
}

static nanos dearer(nanos one, nanos other) {
    return one > other ? one : other;
}

/* Raises the rates of input, output and what is not tokens to the dearest that their units may have. */
static void raise(struct rates *to, const struct rates *rates) {
    const nanos input[] = {rates->input,          rates->cache_read,      rates->cache_write,
                           rates->cache_write_1h, rates->audio_input,     rates->audio_cache_read,
                           rates->image_input,    rates->image_cache_read};
    const nanos output[] = {rates->output, rates->audio_output, rates->image_output};
    for (size_t i = 0; i < sizeof input / sizeof *input; i++)
        to->input = dearer(to->input, input[i]);
    for (size_t i = 0; i < sizeof output / sizeof *output; i++)
        to->output = dearer(to->output, output[i]);
    to->request = dearer(to->request, rates->request);
    to->image = dearer(to->image, rates->image);
    to->second = dearer(to->second, rates->second);
    to->character = dearer(to->character, rates->character);
}

nanos price_worst(const struct price *price, int64_t per_mille, const struct usage *most) {
    struct rates dearest = {0};
    raise(&dearest, &price->base);
    raise(&dearest, rates_for(price, most->prompt));
    struct usage usage = {
        .prompt = most->prompt,
        .output = most->output,
        .requests = most->requests > 1 ? most->requests : 1,
        .images = most->images,
        .seconds = most->seconds,
        .characters = most->characters,
    };
    return cost_by(&dearest, per_mille, &usage);
}

/* ---- money as text ----------------------------------------------------------------- */

static bool push_digit(int64_t *sum, char digit) {
    return !__builtin_mul_overflow(*sum, 10, sum) && !__builtin_add_overflow(*sum, digit - '0', sum);
}

int money_read(const char *text, unsigned digits, int64_t *value, struct error *err) {
    static const char decimals[] = "0123456789";
    size_t whole = strspn(text, decimals), places = 0;
    const char *fraction = text + whole + 1, *end = text + whole;
    if (*end == '.') {
        places = strspn(fraction, decimals);
        end = places > 0 ? fraction + places : end;
    }
    if (whole == 0 || *end != '\0')
        return error_set(err, ERR_REQUEST, "\"%.40s\" is not a plain decimal number", text);
    while (places > 0 && fraction[places - 1] == '0')
        places--;
    if (places > digits)
        return error_set(err, ERR_REQUEST, "\"%.40s\" has more than %u digits after the point", text, digits);

    int64_t sum = 0;
    bool fits = true;
    for (size_t i = 0; i < whole && fits; i++)
        fits = push_digit(&sum, text[i]);
    for (size_t i = 0; i < digits && fits; i++)
        fits = push_digit(&sum, i < places ? fraction[i] : '0');
    if (!fits)
        return error_set(err, ERR_REQUEST, "\"%.40s\" is too large", text);
    *value = sum;
    return 0;
}

const char *money_write_scaled(int64_t amount, unsigned digits, char text[MONEY_TEXT]) {
    uint64_t size = amount < 0 ? 0 - (uint64_t)amount : (uint64_t)amount, scale = 1;
    for (unsigned i = 0; i < digits; i++)
        scale *= 10;
    int len = snprintf(text, MONEY_TEXT, "%s%" PRIu64 ".%0*" PRIu64, amount < 0 ? "-" : "", size / scale,
                       (int)digits, size % scale);
    while (text[len - 1] == '0')
        len--;
    text[text[len - 1] == '.' ? len - 1 : len] = '\0';
    return text;
}

const char *money_write(nanos amount, char text[MONEY_TEXT]) {
    return money_write_scaled(amount, 9, text);
}

void usage_accumulate(struct usage *to, const struct usage *usage) {
    for (size_t i = 0; i < USAGE_COUNTS; i++)
        *usage_at(to, i) += usage_get(usage, i);
}

void usage_limit(struct usage *usage) {
    for (size_t i = 0; i < USAGE_COUNTS; i++)
        *usage_at(usage, i) = clamp(*usage_at(usage, i), USAGE_MOST);
}
