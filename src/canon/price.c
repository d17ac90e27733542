/* What a call costs, and money between text and integers. */
#include "canon/price.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define RATE_UNITS 1000000            /* a rate is for so many tokens */

static int64_t clamp(int64_t count, int64_t most) {
    return count < 0 ? 0 : count > most ? most : count;
}

nanos price_cost(const struct price *price, int64_t per_mille, const struct usage *usage) {
    int64_t prompt = clamp(usage->prompt, INT64_MAX);
    int64_t cache_read = clamp(usage->cache_read, prompt);
    int64_t cache_write = clamp(usage->cache_write, prompt - cache_read);
    int64_t output = clamp(usage->output, INT64_MAX);
    bool tiered = price->tier_from > 0 && prompt > price->tier_from;
    const struct rates *rates = tiered ? &price->tier : &price->base;
    const int64_t units = (int64_t)RATE_UNITS * PRICE_WHOLE;

    /* Two products of the largest values stay below 2^127; divided before it is multiplied, the rest too. */
    __int128 sum = (__int128)rates->input * (prompt - cache_read - cache_write) +
                   (__int128)rates->cache_read * cache_read + (__int128)rates->cache_write * cache_write +
                   (__int128)rates->output * output;
    per_mille = clamp(per_mille, PRICE_MOST);
    __int128 cost = sum / units * per_mille + (sum % units * per_mille + units / 2) / units;
    return cost > INT64_MAX ? INT64_MAX : (nanos)cost;
}

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

const char *money_write(nanos amount, char text[MONEY_TEXT]) {
    uint64_t size = amount < 0 ? 0 - (uint64_t)amount : (uint64_t)amount;
    int len = snprintf(text, MONEY_TEXT, "%s%" PRIu64 ".%09" PRIu64, amount < 0 ? "-" : "",
                       size / NANOS_PER_DOLLAR, size % NANOS_PER_DOLLAR);
    while (text[len - 1] == '0')
        len--;
    text[text[len - 1] == '.' ? len - 1 : len] = '\0';
    return text;
}

void usage_limit(struct usage *usage) {
    const int64_t most = INT64_C(1) << 40;
    int64_t *counts[] = {&usage->prompt, &usage->cache_read, &usage->cache_write, &usage->output,
                         &usage->reasoning};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        *counts[i] = clamp(*counts[i], most);
}
