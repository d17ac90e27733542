#ifndef CLI_IMPORT_H
#define CLI_IMPORT_H

#include "base/jsonvalue.h"
#include "canon/catalog_file.h"

/*
 * Reads published lists of models: LiteLLM's model_prices_and_context_window.json,
 * models.dev's api.json, and the hub's own file of facts. Each is told by its
 * shape. What it says of a model becomes facts as canon/catalog_file.h has them, or
 * a reason why they were left out.
 */
struct import_model {
    struct model_facts facts;
    const char *key;      /* what the list calls it */
    const char *left_out; /* why it is not taken; NULL: it is */
};

/* A price that the list has for pictures of one quality and size. */
struct import_picture {
    const char *provider, *id; /* whose: the model's */
    const char *key;           /* what the list calls it, less the provider */
    struct image_price price;
    enum { PICTURE_LOOSE, PICTURE_TAKEN, PICTURE_IDLE } use; /* of it; IDLE: the model is paid by tokens */
};

struct import {
    /* which providers, rows of providers/providers.c, are of interest */
    bool (*wanted)(void *arg, const char *provider);
    void *arg;
    struct arena *arena;

    /* what was found */
    const char *source; /* whose list it is */
    struct import_model *models;
    size_t count, room;
    size_t foreign; /* models of providers that are not wanted, or not known */
    struct import_picture *pictures;
    size_t picture_count, picture_room;
};

/* Start with the first three members set. Returns 0; -1 with ERR_REQUEST that names the place for a text that
 * is none of these lists, or for a mistake in a model of a wanted provider. */
int import_read(struct import *in, struct span text, struct error *err);

/* ---- for those who read one shape ----------------------------------------------- */

/* Adds a model; its id is checked. Returns NULL with err. */
struct import_model *import_add(struct import *in, const char *provider, const char *id,
                                const struct json *value, struct error *err);

/*
 * The provider's row that a list means by a name, with what its ids must look like. `id` is the list's name
 * of the model; *left_out says why it is none that the provider takes. Returns the row's name; NULL if no
 * provider is meant that the hub knows.
 */
enum import_list { IMPORT_LITELLM, IMPORT_MODELS_DEV };
const char *import_provider(enum import_list list, const char *name);
const char *import_id(enum import_list list, const char *name, const char *id, const char **left_out);

/* The kind of a model by the words of its id, MODEL_CHAT if they tell nothing. */
enum model_kind import_kind(const char *id);

/* Prices, put together from rates that are named one after the other. */
struct import_price {
    struct price_said said;
    const char *left_out; /* why it cannot be had here; NULL: it can */
};

/* A rate of dollars for 10^-shift million nano-dollars: 9 for those per million units, 15 for those per unit.
 * `from` is where its tier begins, 0: it is in none. */
int import_rate(struct import_price *price, const char *rate, int64_t from, const struct json *value,
                int shift, struct error *err);

/* The place of a rate in rate_names. There is one. */
size_t import_find_rate(const char *name);

/* What the compiled-in facts know better than lists: the kind of a model, and abilities that a list does not
 * deny. To be called before the price is finished. */
void import_know(struct import_model *model, unsigned denied);

/* Makes them the model's price, or its reason to be left out. Fees beside tokens that no list names stay as
 * they are known. */
void import_price_finish(const struct import_price *price, struct import_model *model);

/* Facts of tokens: what is 0, or cannot be, is not said. */
void import_limits(struct import_model *model, int64_t context, int64_t max_output);

/* Names the rates of what a row of LiteLLM's list says of other things than tokens, those of which are known.
 */
int import_units(const struct json *row, enum model_kind kind, struct import_price *price, struct error *err);

/* What stands before the model in "QUALITY/WIDTH-x-HEIGHT/MODEL" or "WIDTH-x-HEIGHT/MODEL". Returns the
 * model; NULL if it is no such name. */
struct picture_name {
    char text[IMAGE_NAME]; /* as of canon/image_price.h */
    unsigned width, height;
};
const char *import_picture_model(const char *id, struct picture_name *name);

/* Notes the price of a picture that a row of LiteLLM's list has, of which the first three members of `of` are
 * said. */
int import_picture_add(struct import *in, const struct import_picture *of, const struct picture_name *name,
                       const struct json *row, struct error *err);

/* Puts the pictures of that model, all of which were noted, beside what is said of its price. */
void import_pictures_take(struct import *in, struct import_model *model, struct import_price *price);

/* Adds a model for pictures whose model is not in the list, which is `whole`. */
int import_pictures_end(struct import *in, const struct json *whole, struct error *err);

int import_litellm(struct import *in, const struct json *whole, struct error *err);
int import_models_dev(struct import *in, const struct json *whole, struct error *err);

#endif
