/* The prices of the configuration: what providers and models cost. */
#include "config_price.h"

#include <jansson.h>
#include <stdio.h>

#include "base/jsonget.h"

/* What an object of rates says; with a tier it is a price. */
struct rates_given {
    const json_t *rates[RATES]; /* NULL: not named */
    int tier_from;
    const json_t *tier;
};
#define RATES_FIELDS (RATES + 3)

static int given_read(struct rates_given *given, bool tier, const json_t *value, const char *path,
                      struct arena *arena, struct error *err) {
    struct field fields[RATES_FIELDS];
    size_t count = 0;
    for (; count < RATES; count++)
        fields[count] = (struct field){.key = rate_names[count].name,
                                       .type = FIELD_JSON,
                                       .offset = offsetof(struct rates_given, rates[count])};
    if (!tier) {
        fields[count++] = (struct field){.key = "tier_from",
                                         .type = FIELD_INT,
                                         .offset = offsetof(struct rates_given, tier_from),
                                         .low = 1,
                                         .high = PRICE_TIER_MOST};
        fields[count++] =
            (struct field){.key = "tier", .type = FIELD_JSON, .offset = offsetof(struct rates_given, tier)};
    }
    fields[count] = (struct field){.key = NULL};
    return jsonget_object(given, fields, value, path, arena, err);
}

static int rate_read(nanos *rate, const json_t *value, const char *path, const struct rate_name *name,
                     struct arena *arena, struct error *err) {
    char digits[24];
    const char *text = json_string_value(value);
    const char *place = arena_printf(arena, "%s.%s", path, name->name);
    struct error unread = {.kind = ERR_NONE};
    if (json_is_real(value))
        return error_param(err, ERR_REQUEST, place, "put the number in quotes, so that it stays exact");
    if (json_is_integer(value)) {
        snprintf(digits, sizeof digits, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        text = digits;
    }
    if (!text || money_read(text, name->digits, rate, &unread) < 0)
        return error_param(err, ERR_REQUEST, place,
                           "wanted dollars %s such as \"0.15\", with at most %u decimals",
                           name->digits == 9 ? "per million tokens" : "for each", name->digits);
    return 0;
}

/* The rates that are named, and their bits. */
static int rates_read(struct rates *rates, unsigned *named, const struct rates_given *given, const char *path,
                      struct arena *arena, struct error *err) {
    for (size_t i = 0; i < RATES; i++) {
        if (!given->rates[i])
            continue;
        if (rate_read(rate_at(rates, i), given->rates[i], path, &rate_names[i], arena, err) < 0)
            return -1;
        *named |= 1u << i;
    }
    return 0;
}

static int tier_read(struct price_said *said, const json_t *tier, const char *owner, struct arena *arena,
                     struct error *err) {
    const char *path = arena_printf(arena, "%s.tier", owner);
    struct rates_given given = {.tier = NULL};
    said->has_tier = true;
    if (given_read(&given, true, tier, path, arena, err) < 0)
        return -1;
    return rates_read(&said->tier, &said->tier_named, &given, path, arena, err);
}

int config_price_read(struct price *price, const json_t *value, const char *owner, struct arena *arena,
                      struct error *err) {
    const char *path = arena_printf(arena, "%s.price", owner);
    struct price_said said = {.has_tier = false};
    struct rates_given given;
    if (given_read(&given, false, value, path, arena, err) < 0 ||
        rates_read(&said.base, &said.named, &given, path, arena, err) < 0 ||
        (given.tier && tier_read(&said, given.tier, path, arena, err) < 0))
        return -1;
    said.tier_from = given.tier_from;
    const char *missing = price_make(price, &said);
    return missing ? error_param(err, ERR_REQUEST, arena_printf(arena, "%s.%s", path, missing), "is missing")
                   : 0;
}
