/* Cohere's embed, and what its paths have in common. */
#include "cohere.h"

#include <string.h>

#include "dialect.h"
#include "measure.h"
#include "media.h"
#include "member.h"
#include "openai.h"
#include "quote.h"
#include "vector.h"

#define TEXTS_MAX 96
#define UUID      "00000000-0000-4000-8000-%012llx"

int cohere_read_head(const struct http_request *request, struct scene *scene, struct error *err) {
    (void)scene;
    return dialect_check_key(request, NULL, err);
}

void cohere_write_error(const struct error *err, uint64_t serial, struct buf *json) {
    buf_printf(json, "{\"id\":\"" UUID "\",\"message\":", (unsigned long long)serial);
    quote_word(err->message, json);
    buf_putc(json, '}');
}

void cohere_put_id(const struct scene *scene, struct buf *json) {
    buf_printf(json, "{\"id\":\"" UUID "\"", (unsigned long long)scene->serial);
}

void cohere_put_meta(const struct scene *scene, const char *unit, unsigned count, struct buf *json) {
    buf_puts(json, ",\"meta\":{\"api_version\":{\"version\":\"2\"}");
    if (!scene->how.nousage)
        buf_printf(json, ",\"billed_units\":{\"%s\":%u}", unit, count);
    buf_putc(json, '}');
    openai_put_further(scene, json);
    buf_putc(json, '}');
}

/* ---- the request ---- */

static const struct field rows[] = {
    {.name = "embedding_types", .type = FIELD_ARRAY, .low = 1, .high = 6},
    {.name = "images", .type = FIELD_ARRAY, .low = 1, .high = 1},
    {.name = "input_type",
     .type = FIELD_STRING,
     .required = true,
     .choice = "search_document search_query classification clustering image "},
    {.name = "max_tokens", .type = FIELD_INT, .low = 1, .high = 1e9},
    {.name = "model", .type = FIELD_STRING, .required = true, .low = 1, .high = 512},
    {.name = "output_dimension", .type = FIELD_INT, .low = 1, .high = 3072},
    {.name = "priority", .type = FIELD_INT, .low = 0, .high = 999},
    {.name = "texts", .type = FIELD_ARRAY, .low = 1, .high = TEXTS_MAX},
    {.name = "truncate", .type = FIELD_STRING, .choice = "NONE START END "},
};
static const struct fields fields = FIELDS(rows);

static const struct field text_row = {.type = FIELD_STRING, .required = true, .low = 1, .high = 1e8};
static const struct field type_row = {
    .type = FIELD_STRING,
    .required = true,
    .choice = "float int8 uint8 binary ubinary base64 ",
};

static int check_list(const json_t *body, const char *name, const struct field *row, struct error *err) {
    struct place where = {NULL, name, 0};
    size_t i;
    json_t *element;
    json_array_foreach(json_object_get(body, name), i, element) {
        struct place inner = {&where, NULL, i};
        if (field_check(element, row, &inner, err))
            return -1;
    }
    return 0;
}

/* The input type says which of the two inputs there is. */
static const char *input_of(const json_t *body) {
    return member_is(body, "input_type", "image") ? "images" : "texts";
}

static int check_inputs(const json_t *body, struct error *err) {
    const char *name = input_of(body), *other = strcmp(name, "texts") == 0 ? "images" : "texts";
    struct place where = {NULL, name, 0}, other_where = {NULL, other, 0};
    if (!member_given(body, name))
        return field_refuse(err, &where, "it is missing, and 'input_type' wants it.");
    if (member_given(body, other))
        return field_refuse(err, &other_where, "it does not go with this 'input_type'.");
    if (check_list(body, name, &text_row, err))
        return -1;
    const char *image = json_string_value(json_array_get(json_object_get(body, "images"), 0));
    if (image && !media_is_data(image, "image/png image/jpeg image/webp image/gif "))
        return field_refuse(err, &where, "expected a data URL of a picture.");
    return 0;
}

static int check_dimension(const struct scene *scene, struct error *err) {
    static const struct place where = {NULL, "output_dimension", 0};
    const json_t *dimension = json_object_get(scene->body, "output_dimension");
    if (!json_is_integer(dimension))
        return 0;
    if (scene->how.nodims)
        return field_refuse(err, &where, "this model does not support it.");
    if (json_integer_value(dimension) > vector_dimensions(&scene->how))
        return field_refuse(err, &where, "this model has %u dimensions.", vector_dimensions(&scene->how));
    return 0;
}

static int read_request(struct scene *scene, struct error *err) {
    const json_t *body = scene->body;
    unsigned tokens = 0;
    size_t i;
    json_t *text;
    if (openai_read_model(scene, err) || fields_check(scene->body, &fields, NULL, scene->how.loose, err) ||
        check_inputs(body, err) || check_list(body, "embedding_types", &type_row, err) ||
        check_dimension(scene, err))
        return -1;
    json_array_foreach(json_object_get(body, "texts"), i, text) {
        tokens += measure_tokens(json_string_length(text));
    }
    scene_plan(scene);
    scene_prompt(scene, tokens);
    return 0;
}

/* ---- the answer ---- */

/* Bytes of which each is a value, or eight of their signs. */
static void put_small(const char *type, uint64_t seed, unsigned count, struct buf *json) {
    bool bits = strstr(type, "binary"), without_sign = *type == 'u';
    unsigned step = bits ? 8 : 1;
    for (unsigned i = 0; i < count; i += step) {
        int value = bits ? 0 : (int)((vector_value(seed, i) + 1) * 128) - 128;
        for (unsigned j = 0; bits && j < 8; j++)
            value = value * 2 + (i + j < count && vector_value(seed, i + j) > 0);
        value -= bits ? 128 : 0;
        buf_printf(json, "%s%d", i ? "," : "[", without_sign ? value + 128 : value);
    }
    buf_putc(json, ']');
}

static void put_vectors(const struct scene *scene, const char *type, struct buf *json) {
    const json_t *dimension = json_object_get(scene->body, "output_dimension");
    unsigned count =
        json_is_integer(dimension) ? (unsigned)json_integer_value(dimension) : vector_dimensions(&scene->how);
    size_t i;
    json_t *text;
    buf_printf(json, "\"%s\":[", type);
    json_array_foreach(json_object_get(scene->body, input_of(scene->body)), i, text) {
        buf_puts(json, i ? "," : "");
        if (strcmp(type, "float") == 0)
            vector_put(vector_seed(text), count, json);
        else if (strcmp(type, "base64") == 0)
            vector_put_base64(vector_seed(text), count, json);
        else
            put_small(type, vector_seed(text), count, json);
    }
    buf_putc(json, ']');
}

static void write_whole(const struct scene *scene, struct buf *json) {
    const json_t *types = json_object_get(scene->body, "embedding_types"),
                 *texts = json_object_get(scene->body, "texts");
    size_t i;
    json_t *one;
    cohere_put_id(scene, json);
    buf_puts(json, ",\"embeddings\":{");
    json_array_foreach(types, i, one) {
        buf_puts(json, i ? "," : "");
        put_vectors(scene, json_string_value(one), json);
    }
    if (!json_is_array(types))
        put_vectors(scene, "float", json);
    buf_puts(json, "},\"texts\":[");
    json_array_foreach(texts, i, one) {
        buf_puts(json, i ? "," : "");
        buf_quote(json, json_string_value(one), json_string_length(one));
    }
    buf_puts(json, "],\"response_type\":\"embeddings_by_type\"");
    cohere_put_meta(scene, json_is_array(texts) ? "input_tokens" : "images", texts ? scene->prompt_tokens : 1,
                    json);
}

const struct dialect dialect_cohere_embed = {
    COHERE_DIALECT,
    .read = read_request,
    .write_whole = write_whole,
};
