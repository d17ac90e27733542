/* LiteLLM's list: an object of models, each with its provider, and prices in dollars per unit. */
#include <stdio.h>
#include <string.h>

#include "cli/import.h"
#include "route/catalog.h"

#define PER_UNIT 15 /* digits from dollars for one unit to nano-dollars for a million */

/* Names of their rates and of ours. Others are for things that the hub does not ask for: batches, priority
 * and so on. */
static const struct {
    const char *theirs, *rate;
} rates[] = {
    {"input_cost_per_token", "input"},
    {"output_cost_per_token", "output"},
    {"cache_read_input_token_cost", "cache_read"},
    {"cache_creation_input_token_cost", "cache_write"},
    {"cache_creation_input_token_cost_above_1hr", "cache_write_1h"},
    {"input_cost_per_audio_token", "audio_input"},
    {"cache_read_input_audio_token_cost", "audio_cache_read"},
    {"output_cost_per_audio_token", "audio_output"},
    {"input_cost_per_image_token", "image_input"},
    {"cache_read_input_image_token_cost", "image_cache_read"},
    {"output_cost_per_image_token", "image_output"},
    {"input_cost_per_request", "request"},
};

static const struct {
    const char *theirs;
    enum model_kind kind;
} modes[] = {
    {"chat", MODEL_CHAT},
    {"responses", MODEL_CHAT},
    {"completion", MODEL_COMPLETION},
    {"embedding", MODEL_EMBEDDING},
    {"image_generation", MODEL_IMAGE},
    {"image_edit", MODEL_IMAGE},
    {"audio_speech", MODEL_SPEECH},
    {"audio_transcription", MODEL_TRANSCRIPTION},
    {"moderation", MODEL_MODERATION},
    {"rerank", MODEL_RERANK},
    {"realtime", MODEL_REALTIME},
    {"video_generation", MODEL_VIDEO},
    {"ocr", MODEL_OCR},
};

static const struct {
    const char *theirs;
    unsigned ability;
} abilities[] = {
    {"supports_vision", MODEL_IMAGES},          {"supports_audio_input", MODEL_AUDIO},
    {"supports_video_input", MODEL_VIDEOS},     {"supports_pdf_input", MODEL_FILES},
    {"supports_function_calling", MODEL_TOOLS}, {"supports_reasoning", MODEL_REASONING},
    {"supports_response_schema", MODEL_SCHEMA}, {"supports_web_search", MODEL_SEARCH},
    {"supports_audio_output", MODEL_AUDIO_OUT},
};

struct reading {
    struct import_price price;
    unsigned denied; /* abilities */
    int64_t context, max_output;
    bool deprecated;
};

/* Where a tier begins, by the end of a rate's name: "_above_200k_tokens"; 0 at its very end, -1 for another
 * one. */
static int64_t tier_of(const char *end) {
    int thousands = 0, len = 0;
    if (!*end)
        return 0;
    if (sscanf(end, "_above_%6dk_tokens%n", &thousands, &len) < 1 || len == 0 || end[len])
        return -1;
    return thousands > 0 ? thousands * INT64_C(1000) : -1;
}

static int read_rate(struct reading *reading, const char *name, const struct json *value, struct error *err) {
    for (size_t i = 0; i < sizeof rates / sizeof *rates; i++) {
        size_t len = strlen(rates[i].theirs);
        int64_t from = strncmp(name, rates[i].theirs, len) == 0 ? tier_of(name + len) : -1;
        if (from < 0)
            continue;
        /* A write to the cache that costs nothing costs nothing besides what goes in. */
        bool nothing = strcmp(rates[i].rate, "cache_write") == 0 && value->type == SCAN_NUMBER &&
                       strspn(value->text.at, "0.") >= value->text.len;
        return nothing ? 0 : import_rate(&reading->price, rates[i].rate, from, value, PER_UNIT, err);
    }
    return 0;
}

/* Lists have limits as texts, too, and as numbers with a fraction: such ones are not said. */
static int64_t tokens_of(const struct json *value) {
    int64_t tokens;
    return value->type == SCAN_NUMBER && scan_int(value->text, &tokens) ? tokens : 0;
}

static int read_member(struct reading *reading, struct model_facts *facts, const char *name,
                       const struct json *value, struct error *err) {
    for (size_t i = 0; i < sizeof abilities / sizeof *abilities; i++)
        if (strcmp(abilities[i].theirs, name) == 0) {
            facts->said |= FACT_ABILITIES;
            facts->abilities |= value->type == SCAN_TRUE ? abilities[i].ability : 0;
            reading->denied |= value->type == SCAN_FALSE ? abilities[i].ability : 0;
        }
    if (strcmp(name, "max_input_tokens") == 0)
        reading->context = tokens_of(value);
    if (strcmp(name, "max_output_tokens") == 0)
        reading->max_output = tokens_of(value);
    if (strcmp(name, "deprecation_date") == 0)
        reading->deprecated = value->type == SCAN_STRING;
    if (strcmp(name, "search_context_cost_per_query") == 0 && value->type == SCAN_OBJECT) {
        struct json medium = value_member(value, "search_context_size_medium");
        return medium.type == SCAN_NONE ? 0
                                        : import_rate(&reading->price, "search", 0, &medium, PER_UNIT, err);
    }
    return read_rate(reading, name, value, err);
}

/* Prices by the length of the prompt: ranges, of which there may be two. */
static int read_ranges(struct reading *reading, const struct json *list, struct error *err) {
    struct span rest = list->text;
    struct json item = {0};
    int64_t from = 0;
    while (value_next(list, &rest, &item)) {
        struct json range = value_member(&item, "range"), first = {0};
        struct span ends = range.text;
        if (item.index > 0 && value_next(&range, &ends, &first))
            from = tokens_of(&first);
        if (item.index > 1 || (item.index > 0 && from <= 0))
            reading->price.left_out = "it has more tiers than one";
        struct span members = item.text;
        struct json member = {0};
        while (value_next(&item, &members, &member))
            for (size_t i = 0; i < sizeof rates / sizeof *rates; i++)
                if (scan_equals(member.name, rates[i].theirs) &&
                    import_rate(&reading->price, rates[i].rate, from, &member, PER_UNIT, err) < 0)
                    return -1;
    }
    return 0;
}

static void read_kind(struct import_model *model, const struct json *value) {
    struct json mode = value_member(value, "mode");
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
        if (mode.type == SCAN_STRING && scan_equals(mode.text, modes[i].theirs)) {
            model->facts.kind = modes[i].kind == MODEL_CHAT ? import_kind(model->facts.id) : modes[i].kind;
            model->facts.said |= FACT_KIND;
            return;
        }
    if (!model->left_out)
        model->left_out = "it is for something that the hub does not know";
}

static int read_model(struct import *in, struct import_model *model, const struct json *value,
                      struct error *err) {
    struct reading reading = {.context = 0};
    struct model_facts known;
    struct span rest = value->text;
    struct json item = {0};
    struct buf name;
    int rc = 0;
    buf_init(&name, 256);
    while (rc == 0 && value_next(value, &rest, &item)) {
        buf_clear(&name);
        buf_puts(&name, "");
        scan_unquote(item.name, &name);
        if (!name.overflow)
            rc = read_member(&reading, &model->facts, name.data, &item, err);
    }
    buf_free(&name);
    struct json ranges = value_member(value, "tiered_pricing");
    if (rc == 0 && ranges.type == SCAN_ARRAY && !(reading.price.said.named & 1))
        rc = read_ranges(&reading, &ranges, err);
    if (rc < 0)
        return -1;
    read_kind(model, value);
    model->facts.deprecated = reading.deprecated;
    model->facts.said |= FACT_DEPRECATED;
    import_limits(model, reading.context, reading.max_output);
    /* What the list calls the most input is the context with some models, and with others less. */
    if (catalog_find_exact(NULL, model->facts.provider, model->facts.id, &known) &&
        (known.said & FACT_CONTEXT))
        model->facts.said &= ~(unsigned)FACT_CONTEXT;
    import_know(model, reading.denied);
    if (import_units(value, model->facts.kind, &reading.price, err) < 0)
        return -1;
    import_pictures_take(in, model, &reading.price);
    import_price_finish(&reading.price, model);
    return 0;
}

/* A picture of a model; other rows are models. `name` is the list's one of the provider. */
static bool is_picture(const char *theirs, const char *id, struct import_picture *picture,
                       struct picture_name *name) {
    const char *left_out = NULL, *of = import_picture_model(id, name);
    if (!of || strlen(id) > CATALOG_TEXT_MOST)
        return false;
    picture->id = import_id(IMPORT_LITELLM, theirs, of, &left_out);
    picture->key = id;
    return !left_out;
}

/* First the pictures are read, then the models, to which they belong. */
static int read_row(struct import *in, const struct json *value, bool pictures, struct error *err) {
    const char *theirs, *key, *left_out = NULL;
    struct picture_name size;
    struct error unread = {.kind = ERR_NONE};
    struct json name = {.text = value->name, .type = SCAN_STRING};
    struct json provider = value_member(value, "litellm_provider");
    if (value->type != SCAN_OBJECT)
        return value_bad(value, "must be an object", err);
    if (value_name(&provider, CATALOG_TEXT_MOST, in->arena, &theirs, &unread) < 0)
        theirs = "";
    const char *row = import_provider(IMPORT_LITELLM, theirs);
    if (!row || !in->wanted(in->arg, row)) {
        in->foreign += !pictures;
        return 0;
    }
    if (value_name(&name, 2 * CATALOG_TEXT_MOST, in->arena, &key, &unread) < 0)
        return value_bad(value, "has a name that is too long", err);
    const char *id = import_id(IMPORT_LITELLM, theirs, key, &left_out);
    struct import_picture picture = {.provider = row};
    bool one = is_picture(theirs, id, &picture, &size);
    if (one || pictures)
        return one && pictures ? import_picture_add(in, &picture, &size, value, err) : 0;
    struct import_model *model = import_add(in, row, id, value, err);
    if (!model)
        return -1;
    model->key = key;
    model->left_out = left_out;
    return read_model(in, model, value, err);
}

static int read_rows(struct import *in, const struct json *whole, bool pictures, struct error *err) {
    struct span rest = whole->text;
    struct json item = {0};
    while (value_next(whole, &rest, &item))
        if (!scan_equals(item.name, "sample_spec") && read_row(in, &item, pictures, err) < 0)
            return -1;
    return 0;
}

int import_litellm(struct import *in, const struct json *whole, struct error *err) {
    return read_rows(in, whole, true, err) < 0 || read_rows(in, whole, false, err) < 0
               ? -1
               : import_pictures_end(in, whole, err);
}
