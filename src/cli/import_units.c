/* LiteLLM's prices of other things than tokens: of images, sound, spoken text and questions; and those of
 * pictures by what they are, which the list has as models of their own ("hd/1024-x-1792/dall-e-3"). */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/decimal.h"
#include "cli/import.h"

#define PER_PIXEL 21 /* digits from dollars for a pixel to what is a millionth of the rate of an image */

/* Their names of a price and our rate, for models of that kind; of two the first that is not 0 counts. Where
 * tokens of that side have a price, what the list says besides is the same in other words. */
static const struct {
    const char *theirs, *rate;
    enum model_kind kind;
    bool output;
} units[] = {
    {"output_cost_per_image", "image", MODEL_IMAGE, true},
    {"input_cost_per_image", "image", MODEL_IMAGE, true},
    {"output_cost_per_second", "second", MODEL_TRANSCRIPTION, false},
    {"input_cost_per_second", "second", MODEL_TRANSCRIPTION, false},
    {"output_cost_per_second", "second", MODEL_SPEECH, true},
    {"input_cost_per_character", "character", MODEL_SPEECH, false},
    {"input_cost_per_query", "request", MODEL_RERANK, false},
};

static bool tokens_pay(const struct rates *rates, bool output) {
    return output ? rates->output > 0 || rates->audio_output > 0 || rates->image_output > 0
                  : rates->input > 0 || rates->audio_input > 0;
}

/* A price that is not there is 0; one with more digits is cut, as lists have quotients here. */
static int read_price(const struct json *value, int shift, nanos *amount, struct error *err) {
    struct span number;
    *amount = 0;
    if (value->type == SCAN_NONE || value->type == SCAN_NULL)
        return 0;
    if (value_number(value, &number, err) < 0)
        return -1;
    enum decimal result = decimal_scale(number, shift, amount);
    if (result == DECIMAL_NEGATIVE)
        return value_bad(value, "is a negative price", err);
    if (result == DECIMAL_LARGE || *amount > CATALOG_EACH_MOST)
        return value_bad(value, "is more than any model costs", err);
    return 0;
}

int import_units(const struct json *row, enum model_kind kind, struct import_price *price,
                 struct error *err) {
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t rate = import_find_rate(units[i].rate);
        struct json value = value_member(row, units[i].theirs);
        nanos amount;
        if (units[i].kind != kind || (price->said.named >> rate & 1) ||
            tokens_pay(&price->said.base, units[i].output))
            continue;
        if (read_price(&value, EACH_DIGITS, &amount, err) < 0)
            return -1;
        if (!catalog_rate_sound(rate, amount))
            return value_bad(&value, "is more than any model costs", err);
        if (amount == 0)
            continue;
        *rate_at(&price->said.base, rate) = amount;
        price->said.named |= 1u << rate;
    }
    return 0;
}

/* ---- the names of pictures ----------------------------------------------------------- */

const char *import_picture_model(const char *id, struct picture_name *name) {
    size_t quality = *id >= '0' && *id <= '9' ? 0 : strcspn(id, "/");
    const char *size = id + quality + (quality > 0);
    int len = 0;
    if ((quality && id[quality] != '/') ||
        sscanf(size, "%5u-x-%5u/%n", &name->width, &name->height, &len) < 2 || len == 0)
        return NULL;
    int need = snprintf(name->text, sizeof name->text, "%.*s%s%ux%u", (int)(quality < 999 ? quality : 999),
                        id, quality ? " " : "", name->width, name->height);
    bool fits = need > 0 && (size_t)need < sizeof name->text && image_name_sound(name->text, (size_t)need);
    return fits && name->width > 0 && name->height > 0 && size[len] ? size + len : NULL;
}

/* ---- their prices ---------------------------------------------------------------------- */

#define TENTH_OF_CENT (INT64_C(1000) * NANOS_PER_DOLLAR) /* the rate of images that cost so much each */

/* What a pixel costs was divided from what the picture does, and rounded: if that leads to the hundredth part
 * of a tenth of a cent, that is meant. */
static nanos price_of_pixels(nanos millionths, const struct picture_name *name) {
    __int128 exact = (__int128)millionths * name->width * name->height / 1000000;
    if (exact > CATALOG_EACH_MOST)
        return CATALOG_EACH_MOST + 1;
    nanos each = (nanos)exact, round = (each + TENTH_OF_CENT / 2) / TENTH_OF_CENT * TENTH_OF_CENT;
    nanos off = each > round ? each - round : round - each;
    return round > 0 && off <= round / 100 ? round : each;
}

static int read_picture(const struct json *row, const struct picture_name *name, nanos *each,
                        struct error *err) {
    static const char *const whole[] = {"output_cost_per_image", "input_cost_per_image"};
    static const char *const parts[] = {"output_cost_per_pixel", "input_cost_per_pixel"};
    *each = 0;
    for (size_t i = 0; *each == 0 && i < 2; i++) {
        struct json value = value_member(row, whole[i]);
        if (read_price(&value, EACH_DIGITS, each, err) < 0)
            return -1;
    }
    for (size_t i = 0; *each == 0 && i < 2; i++) {
        struct json value = value_member(row, parts[i]);
        nanos millionths;
        if (read_price(&value, PER_PIXEL, &millionths, err) < 0)
            return -1;
        *each = price_of_pixels(millionths, name);
        if (*each > CATALOG_EACH_MOST)
            return value_bad(&value, "is more than any model costs", err);
    }
    return 0;
}

/* The list may have it under two names. */
static bool is_known(const struct import *in, const struct import_picture *picture) {
    for (size_t i = 0; i < in->picture_count; i++)
        if (strcmp(in->pictures[i].price.name, picture->price.name) == 0 &&
            strcmp(in->pictures[i].id, picture->id) == 0 &&
            strcmp(in->pictures[i].provider, picture->provider) == 0)
            return true;
    return false;
}

int import_picture_add(struct import *in, const struct import_picture *of, const struct picture_name *name,
                       const struct json *row, struct error *err) {
    struct import_picture picture = *of;
    snprintf(picture.price.name, IMAGE_NAME, "%s", name->text);
    if (read_picture(row, name, &picture.price.each, err) < 0)
        return -1;
    if (picture.price.each == 0 || is_known(in, &picture))
        return 0;
    if (in->picture_count == in->picture_room) {
        in->picture_room = in->picture_room ? 2 * in->picture_room : 64;
        struct import_picture *pictures = arena_alloc(in->arena, in->picture_room * sizeof *pictures);
        if (in->picture_count)
            memcpy(pictures, in->pictures, in->picture_count * sizeof *pictures);
        in->pictures = pictures;
    }
    in->pictures[in->picture_count++] = picture;
    return 0;
}

/* ---- to their models --------------------------------------------------------------------- */

static bool is_of(const struct import_picture *picture, const struct model_facts *model) {
    return strcmp(picture->id, model->id) == 0 && strcmp(picture->provider, model->provider) == 0;
}

void import_pictures_take(struct import *in, struct import_model *model, struct import_price *price) {
    bool idle = tokens_pay(&price->said.base, true);
    struct image_price list[IMAGE_PRICES_MOST];
    size_t count = 0;
    if (model->left_out)
        return;
    for (size_t i = 0; i < in->picture_count; i++) {
        struct import_picture *picture = &in->pictures[i];
        if (!is_of(picture, &model->facts))
            continue;
        picture->use = idle ? PICTURE_IDLE : PICTURE_TAKEN;
        if (count == IMAGE_PRICES_MOST - 1)
            price->left_out = "it has too many prices of pictures";
        else if (!idle)
            list[count++] = picture->price;
    }
    if (count == 0)
        return;
    image_prices_end(list, &count, &price->said);
    struct image_price *kept = arena_alloc(in->arena, count * sizeof *kept);
    memcpy(kept, list, count * sizeof *kept);
    model->facts.images = (struct image_prices){kept, count};
}

/* A model of which the list has nothing but pictures. */
static void complete(struct import *in, struct import_model *model) {
    struct import_price price = {.left_out = NULL};
    model->facts.kind = MODEL_IMAGE;
    model->facts.said |= FACT_KIND;
    import_know(model, 0);
    import_pictures_take(in, model, &price);
    import_price_finish(&price, model);
}

int import_pictures_end(struct import *in, const struct json *whole, struct error *err) {
    for (size_t i = 0; i < in->picture_count; i++) {
        const struct import_picture *picture = &in->pictures[i];
        bool idle = picture->use == PICTURE_IDLE;
        if (picture->use == PICTURE_TAKEN)
            continue;
        struct import_model *model =
            import_add(in, picture->provider, idle ? picture->key : picture->id, whole, err);
        if (!model)
            return -1;
        model->key = picture->key;
        if (idle)
            model->left_out = "its model is paid by tokens";
        else
            complete(in, model);
    }
    return 0;
}
