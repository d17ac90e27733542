#ifndef CANON_IMAGE_PRICE_H
#define CANON_IMAGE_PRICE_H

#include "canon/price.h"

/*
 * What a picture costs by what it is, where that is known: a list beside a price,
 * from which the rate `image` of a call is taken before the ledger hears of it,
 * see target_price_image() in route/choose.h.
 *
 * A name is "QUALITY SIZE", "SIZE" or "QUALITY". Sizes begin with a digit
 * ("1024x1024", "16:9", "2K"), qualities do not ("hd"). The name "" is for all
 * pictures that no other one is for. Without pointers in it a list can be constant data.
 */
#define IMAGE_NAME        32
#define IMAGE_PRICES_MOST 64
struct image_price {
    char name[IMAGE_NAME];
    nanos each; /* as in struct rates: for a million of them */
};

struct image_prices {
    const struct image_price *at; /* each name once */
    size_t count;                 /* 0: a picture costs the same whatever it is */
};

/* Whether somebody may say a price under that name: not under "", for which the rate "image" is named beside
 * the list, nor "auto", which is none. */
bool image_name_sound(const char *name, size_t len);

/* The dearest of them; 0 if there are none. */
nanos image_prices_dearest(const struct image_prices *images);

/*
 * Ends a list that somebody says beside a price, and that has room for one more: where the rate `image` is
 * named it is for all other pictures, else it becomes the dearest of the list. Without a list nothing
 * happens.
 */
void image_prices_end(struct image_price *list, size_t *count, struct price_said *said);

/*
 * The price of a picture: that of "QUALITY SIZE", else of the size, else of the quality, else of "". Where
 * size or quality is not said (NULL, "", "auto") it is the dearest that any of them would make. Returns NULL
 * if nobody said it; then *unknown is the name of what is to blame, "size" or "quality".
 */
const struct image_price *image_prices_find(const struct image_prices *images, const char *size,
                                            const char *quality, const char **unknown);

/* Writes the known ones of what is to blame, for people: "1024x1024, 1024x1792". */
void image_prices_list(const struct image_prices *images, const char *unknown, char *text, size_t room);

#endif
