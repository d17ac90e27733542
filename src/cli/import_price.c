/* From the prices of published lists to rates, exactly. */
#include <string.h>

#include "base/decimal.h"
#include "cli/import.h"
#include "route/catalog.h"

size_t import_find_rate(const char *name) {
    size_t i = 0;
    while (strcmp(rate_names[i].name, name) != 0)
        i++;
    return i;
}

int import_rate(struct import_price *price, const char *rate, int64_t from, const struct json *value,
                int shift, struct error *err) {
    size_t i = import_find_rate(rate);
    struct span number;
    nanos amount;
    if (value->type == SCAN_NULL)
        return 0;
    if (value_number(value, &number, err) < 0)
        return -1;
    enum decimal result = decimal_scale(number, shift, &amount);
    if (result == DECIMAL_NEGATIVE)
        return value_bad(value, "is a negative price", err);
    if (result == DECIMAL_LARGE || !catalog_rate_sound(i, amount))
        return value_bad(value, "is more than any model costs", err);
    if (result == DECIMAL_FINER)
        price->left_out = "a price is finer than a nano-dollar for a million";
    struct price_said *said = &price->said;
    if (from > 0 && said->has_tier && said->tier_from != from)
        price->left_out = "it has more tiers than one";
    if (from > 0) {
        said->has_tier = true;
        said->tier_from = from;
    }
    *rate_at(from > 0 ? &said->tier : &said->base, i) = amount;
    *(from > 0 ? &said->tier_named : &said->named) |= 1u << i;
    return 0;
}

/* Lists write 0 for what they do not know, too. What has another rate to stand in for it has that then. */
static void forget_zeros(const struct rates *rates, unsigned *named) {
    for (size_t i = RATES_MUST; i < RATES; i++)
        if (rate_get(rates, i) == 0)
            *named &= ~(1u << i);
}

/* A name that ends so says that a price of 0 is meant. */
static bool is_free(const char *id) {
    size_t len = strlen(id);
    return len > 5 && strcmp(id + len - 5, ":free") == 0;
}

/* Of these only what goes in is charged, if anything. */
static bool is_one_way(enum model_kind kind) {
    return kind == MODEL_EMBEDDING || kind == MODEL_RERANK || kind == MODEL_MODERATION;
}

/* Whether other things than tokens have a price. */
static bool has_units(const struct rates *rates) {
    return rates->request > 0 || rates->image > 0 || rates->second > 0 || rates->character > 0;
}

/* A fee beside tokens has nothing that stands in for it: not to know it does not mean that there is none. */
static void add_fees(struct price_said *said, const struct model_facts *model) {
    const size_t fees[] = {import_find_rate("search"), import_find_rate("request")};
    struct model_facts known;
    if (!catalog_find_exact(NULL, model->provider, model->id, &known) || !(known.said & FACT_PRICE) ||
        known.price.base.input == 0)
        return;
    for (size_t k = 0; k < sizeof fees / sizeof *fees; k++) {
        size_t i = fees[k];
        if (!(said->named >> i & 1)) {
            *rate_at(&said->base, i) = rate_get(&known.price.base, i);
            said->named |= 1u << i;
        }
    }
}

void import_price_finish(const struct import_price *price, struct import_model *model) {
    struct price_said said = price->said;
    struct model_facts *facts = &model->facts;
    const unsigned must = (1u << RATES_MUST) - 1;
    if (model->left_out)
        return;
    if (price->left_out) {
        model->left_out = price->left_out;
        return;
    }
    forget_zeros(&said.base, &said.named);
    forget_zeros(&said.tier, &said.tier_named);
    if (is_one_way(facts->kind) && (said.named & must) == 1)
        said.named |= must;
    bool units = facts->kind != MODEL_CHAT && has_units(&said.base);
    bool whole = units || (said.named & must) == must;
    bool one = said.base.input == 0 || said.base.output == 0;
    bool both = said.base.input == 0 && said.base.output == 0;
    bool nothing = whole && !units && (facts->kind == MODEL_CHAT ? one : both);
    bool meant = !nothing || facts->kind == MODEL_MODERATION || (both && is_free(facts->id));
    if (whole && meant) {
        add_fees(&said, facts);
        price_make(&facts->price, &said);
        facts->said |= FACT_PRICE;
    } else if (facts->kind == MODEL_CHAT) {
        model->left_out = whole ? "a price is 0, which may mean that it is not known"
                                : "it has no price for what goes in and what comes out";
    }
}
