/* Facts about models as text: the file of facts, and what is new in it. */
#include "cli/import_write.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/jsonwrite.h"

/* ---- the file --------------------------------------------------------------------- */

/* Whether others are named, so that those of tokens need not be. */
static bool has_units(const struct rates *rates) {
    return rates->request > 0 || rates->image > 0 || rates->second > 0 || rates->character > 0;
}

/* Whether a rate is written: one that must be, or that is not what would stand in for it. */
static bool is_own(const struct rates *rates, size_t i) {
    return rate_is_own(rates, i) || (i < RATES_MUST && !has_units(rates));
}

static const char *rate_text(const struct rates *rates, size_t i, char text[MONEY_TEXT]) {
    return money_write_scaled(rate_get(rates, i), rate_names[i].digits, text);
}

/* Those that are not what stands in for them; in a tier those that would else be the ones below it, too. */
static void write_rates(struct json_writer *w, const struct rates *rates, const struct rates *below,
                        const struct image_prices *images) {
    char text[MONEY_TEXT];
    for (size_t i = 0; i < RATES; i++) {
        bool own = is_own(rates, i) || (below && is_own(below, i));
        if (!below && images->count && strcmp(rate_names[i].name, "image") == 0)
            own = *images->at[images->count - 1].name == '\0'; /* else it follows from the list */
        if (own)
            json_member_text(w, rate_names[i].name, rate_text(rates, i, text));
    }
}

static void write_images(struct json_writer *w, const struct image_prices *images) {
    char text[MONEY_TEXT];
    json_member_open(w, "images", '{');
    for (size_t i = 0; i < images->count; i++)
        if (*images->at[i].name)
            json_member_text(w, images->at[i].name,
                             money_write_scaled(images->at[i].each, EACH_DIGITS, text));
    json_close(w, '}');
}

static void write_price(struct json_writer *w, const struct price *price, const struct image_prices *images) {
    json_member_open(w, "price", '{');
    write_rates(w, &price->base, NULL, images);
    if (images->count)
        write_images(w, images);
    if (price->tier_from) {
        json_member_int(w, "tier_from", price->tier_from);
        json_member_open(w, "tier", '{');
        write_rates(w, &price->tier, &price->base, images);
        json_close(w, '}');
    }
    json_close(w, '}');
}

static void write_abilities(struct json_writer *w, unsigned abilities) {
    json_member_open(w, "abilities", '[');
    for (size_t i = 0; model_abilities[i]; i++)
        if (abilities >> i & 1)
            json_put_text(w, model_abilities[i]);
    json_close(w, ']');
}

static void write_model(struct json_writer *w, const struct model_facts *model) {
    json_open(w, '{');
    if (model->said & FACT_NAME)
        json_member_text(w, "name", model->name);
    if (model->said & FACT_KIND)
        json_member_text(w, "kind", model_kinds[model->kind]);
    if (model->said & FACT_ABILITIES)
        write_abilities(w, model->abilities);
    if (model->said & FACT_DEPRECATED)
        json_member_bool(w, "deprecated", model->deprecated);
    if (model->said & FACT_CONTEXT)
        json_member_int(w, "context", model->context);
    if (model->said & FACT_MAX_OUTPUT)
        json_member_int(w, "max_output", model->max_output);
    if (model->said & FACT_PRICE)
        write_price(w, &model->price, &model->images);
    json_close(w, '}');
}

/* A line for each model, so that two files can be compared. */
void import_write(const struct catalog_file *file, struct buf *out) {
    const char *provider = NULL;
    buf_puts(out, "{\"models\":{");
    for (size_t i = 0; i < file->count; i++) {
        const struct model_facts *model = &file->models[i];
        bool next = !provider || strcmp(provider, model->provider) != 0;
        if (next) {
            buf_puts(out, provider ? "\n},\n" : "\n");
            buf_quote(out, model->provider, strlen(model->provider));
            buf_puts(out, ":{");
        }
        provider = model->provider;
        buf_puts(out, next ? "\n" : ",\n");
        buf_quote(out, model->id, strlen(model->id));
        buf_putc(out, ':');
        struct json_writer w = {.out = out};
        write_model(&w, model);
    }
    buf_puts(out, provider ? "\n}}}\n" : "}}\n");
}

/* ---- what is new ------------------------------------------------------------------- */

static void add(struct buf *out, const char *what, const char *before, const char *after) {
    buf_printf(out, "%s%s ", out->len ? ", " : "", what);
    if (before)
        buf_printf(out, "%s -> ", before);
    buf_puts(out, after);
}

static void add_number(struct buf *out, const char *what, bool known, int64_t before, int64_t after) {
    char old[24], new[24];
    snprintf(old, sizeof old, "%" PRId64, before);
    snprintf(new, sizeof new, "%" PRId64, after);
    if (!known || before != after)
        add(out, what, known ? old : NULL, new);
}

static void compare_rates(const struct rates *before, const struct rates *after, const char *of,
                          struct buf *out) {
    char old[MONEY_TEXT], new[MONEY_TEXT], what[64];
    for (size_t i = 0; i < RATES; i++) {
        bool own = is_own(after, i) || (before && is_own(before, i));
        if (!own || (before && rate_get(before, i) == rate_get(after, i)))
            continue; /* what stands in for a rate changes with it */
        snprintf(what, sizeof what, "%s%s", of, rate_names[i].name);
        add(out, what, before ? rate_text(before, i, old) : NULL, rate_text(after, i, new));
    }
}

static void compare_prices(const struct price *before, const struct price *after, struct buf *out) {
    compare_rates(before ? &before->base : NULL, &after->base, "", out);
    if (before ? before->tier_from != after->tier_from : after->tier_from > 0)
        add_number(out, "tier_from", before != NULL, before ? before->tier_from : 0, after->tier_from);
    if (after->tier_from)
        compare_rates(before && before->tier_from ? &before->tier : NULL, &after->tier, "tier.", out);
}

static const struct image_price *find_image(const struct image_prices *images, const char *name) {
    for (size_t i = 0; i < images->count; i++)
        if (strcmp(images->at[i].name, name) == 0)
            return &images->at[i];
    return NULL;
}

/* What all other pictures cost is a rate, too. */
static void compare_images(const struct image_prices *before, const struct image_prices *after,
                           struct buf *out) {
    char old[MONEY_TEXT], new[MONEY_TEXT];
    for (size_t i = 0; i < after->count; i++) {
        const struct image_price *is = &after->at[i], *was = find_image(before, is->name);
        if (*is->name && (!was || was->each != is->each))
            add(out, is->name, was ? money_write_scaled(was->each, EACH_DIGITS, old) : NULL,
                money_write_scaled(is->each, EACH_DIGITS, new));
    }
    for (size_t i = 0; i < before->count; i++)
        if (*before->at[i].name && !find_image(after, before->at[i].name))
            add(out, before->at[i].name, money_write_scaled(before->at[i].each, EACH_DIGITS, old), "none");
}

static void list_abilities(unsigned abilities, struct buf *out) {
    buf_puts(out, "");
    for (size_t i = 0; model_abilities[i]; i++)
        if (abilities >> i & 1)
            buf_printf(out, "%s%s", out->len ? "+" : "", model_abilities[i]);
}

static void compare_abilities(const unsigned *before, unsigned after, struct buf *out) {
    struct buf old, new;
    buf_init(&old, 256);
    buf_init(&new, 256);
    list_abilities(before ? *before : 0, &old);
    list_abilities(after, &new);
    add(out, "abilities", before ? old.data : NULL, new.data);
    buf_free(&old);
    buf_free(&new);
}

void import_compare(const struct model_facts *before, const struct model_facts *after, struct buf *out) {
    unsigned both = before->said & after->said, said = after->said;
    buf_puts(out, "");
    if (said & FACT_PRICE) {
        compare_prices(both & FACT_PRICE ? &before->price : NULL, &after->price, out);
        compare_images(both & FACT_PRICE ? &before->images : &(struct image_prices){.count = 0},
                       &after->images, out);
    }
    if ((said & FACT_KIND) && (!(both & FACT_KIND) || before->kind != after->kind))
        add(out, "kind", both & FACT_KIND ? model_kinds[before->kind] : NULL, model_kinds[after->kind]);
    if (said & FACT_CONTEXT)
        add_number(out, "context", both & FACT_CONTEXT, before->context, after->context);
    if (said & FACT_MAX_OUTPUT)
        add_number(out, "max_output", both & FACT_MAX_OUTPUT, before->max_output, after->max_output);
    if ((said & FACT_ABILITIES) && (!(both & FACT_ABILITIES) || before->abilities != after->abilities))
        compare_abilities(both & FACT_ABILITIES ? &before->abilities : NULL, after->abilities, out);
    if ((said & FACT_DEPRECATED) && before->deprecated != after->deprecated)
        add(out, "deprecated", NULL, after->deprecated ? "yes" : "no");
    if ((said & FACT_NAME) && (!(both & FACT_NAME) || strcmp(before->name, after->name) != 0))
        add(out, "name", both & FACT_NAME ? before->name : NULL, after->name);
}
