#ifndef AIHUB_CONFIG_PRICE_H
#define AIHUB_CONFIG_PRICE_H

#include "base/mem.h"
#include "canon/image_price.h"

struct json_t;

/* Reads the price of what stands at `owner`, and the prices of pictures beside it. Returns 0; -1 with
 * ERR_REQUEST and the path of the mistake. */
int config_price_read(struct price *price, struct image_prices *images, const struct json_t *value,
                      const char *owner, struct arena *arena, struct error *err);

#endif
