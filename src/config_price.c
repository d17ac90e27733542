/* The prices of the configuration: what providers and models cost. */
#include "config_price.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/jsonget.h"

/* What an object of rates says; with a tier it is a price. */
struct rates_given {
    const json_t *rates[RATES]; /* NULL: not named */
    int tier_from;
    const json_t *tier, *images;
};
#define RATES_FIELDS (RATES + 4)

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
        fields[count++] = (struct field){
            .key = "images", .type = FIELD_JSON, .offset = offsetof(struct rates_given, images)};
    }
    fields[count] = (struct field){.key = NULL};
    return jsonget_object(given, fields, value, path, arena, err);
}

static int rate_read(nanos *rate, const json_t *value, const char *place, unsigned decimals,
                     struct error *err) {
    char digits[24];
    const char *text = json_string_value(value);
    struct error unread = {.kind = ERR_NONE};
    if (json_is_real(value))
        return error_param(err, ERR_REQUEST, place, "put the number in quotes, so that it stays exact");
    if (json_is_integer(value)) {
        snprintf(digits, sizeof digits, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        text = digits;
    }
    if (!text || money_read(text, decimals, rate, &unread) < 0)
        return error_param(err, ERR_REQUEST, place,
                           "wanted dollars %s such as \"0.15\", with at most %u decimals",
                           decimals == EACH_DIGITS ? "for each" : "per million", decimals);
    return 0;
}

/* The rates that are named, and their bits. */
static int rates_read(struct rates *rates, unsigned *named, const struct rates_given *given, const char *path,
                      struct arena *arena, struct error *err) {
    for (size_t i = 0; i < RATES; i++) {
        if (!given->rates[i])
            continue;
        const char *place = arena_printf(arena, "%s.%s", path, rate_names[i].name);
        if (rate_read(rate_at(rates, i), given->rates[i], place, rate_names[i].digits, err) < 0)
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

/* Room for one more, which is for all other pictures. */
static int images_read(struct image_prices *images, const json_t *value, struct price_said *said,
                       const char *owner, struct arena *arena, struct error *err) {
    const char *path = arena_printf(arena, "%s.images", owner), *name;
    size_t most = json_object_size(value), count = 0;
    json_t *each;
    if (!json_is_object(value) || most == 0 || most >= IMAGE_PRICES_MOST)
        return error_param(err, ERR_REQUEST, path,
                           "wanted an object of prices such as {\"hd 1024x1024\": \"0.08\"}, at most %d",
                           IMAGE_PRICES_MOST - 1);
    struct image_price *list = arena_alloc(arena, (most + 1) * sizeof *list);
    json_object_foreach((json_t *)value, name, each) {
        const char *place = arena_printf(arena, "%s.%s", path, name);
        if (!image_name_sound(name, strlen(name)))
            return error_param(err, ERR_REQUEST, place,
                               "wanted a picture such as \"1024x1024\", \"hd\" or \"hd 1024x1024\"");
        if (rate_read(&list[count].each, each, place, EACH_DIGITS, err) < 0)
            return -1;
        snprintf(list[count++].name, IMAGE_NAME, "%s", name);
    }
    image_prices_end(list, &count, said);
    *images = (struct image_prices){list, count};
    return 0;
}

int config_price_read(struct price *price, struct image_prices *images, const json_t *value,
                      const char *owner, struct arena *arena, struct error *err) {
    const char *path = arena_printf(arena, "%s.price", owner);
    struct price_said said = {.has_tier = false};
    struct rates_given given;
    if (given_read(&given, false, value, path, arena, err) < 0 ||
        rates_read(&said.base, &said.named, &given, path, arena, err) < 0 ||
        (given.tier && tier_read(&said, given.tier, path, arena, err) < 0) ||
        (given.images && images_read(images, given.images, &said, path, arena, err) < 0))
        return -1;
    said.tier_from = given.tier_from;
    const char *missing = price_make(price, &said);
    return missing ? error_param(err, ERR_REQUEST, arena_printf(arena, "%s.%s", path, missing), "is missing")
                   : 0;
}
