/* OpenAI's embeddings. */
#include <string.h>

#include "dialect.h"
#include "measure.h"
#include "member.h"
#include "openai.h"
#include "quote.h"
#include "vector.h"

#define PIECES_MAX 2048
#define TOKENS_MAX 8192   /* of a piece */
#define TOTAL_MAX  300000 /* of all */

static const struct field rows[] = {
    {.name = "dimensions", .type = FIELD_INT, .low = 1, .high = 3072},
    {.name = "encoding_format", .type = FIELD_STRING, .choice = "float base64 "},
    {.name = "input", .type = FIELD_ANY, .required = true},
    {.name = "model", .type = FIELD_STRING, .required = true, .low = 1, .high = 512},
    {.name = "user", .type = FIELD_STRING},
};
static const struct fields fields = FIELDS(rows);

static const struct place input_place = {NULL, "input", 0};

static int refuse_input(struct error *err, const char *why) {
    return field_refuse(err, &input_place, "%s", why);
}

static bool are_tokens(const json_t *list) {
    size_t i;
    json_t *token;
    json_array_foreach(list, i, token) {
        if (!json_is_integer(token) || json_integer_value(token) < 0 || json_integer_value(token) > INT32_MAX)
            return false;
    }
    return json_array_size(list) > 0;
}

static size_t count_tokens(const json_t *piece) {
    return json_is_string(piece) ? measure_tokens(json_string_length(piece)) : json_array_size(piece);
}

static int check_piece(const json_t *piece, struct error *err) {
    size_t tokens = count_tokens(piece);
    if (json_is_string(piece) ? json_string_length(piece) == 0 : !are_tokens(piece))
        return refuse_input(err, "expected texts that are not empty, or lists of tokens.");
    if (tokens > TOKENS_MAX)
        return field_refuse(err, &input_place,
                            "maximum context length is %d tokens, however you requested %zu tokens.",
                            TOKENS_MAX, tokens);
    return 0;
}

/* All pieces are of the same kind. */
static int check_pieces(const json_t *list, size_t *total, struct error *err) {
    size_t i;
    json_t *piece;
    if (json_array_size(list) == 0 || json_array_size(list) > PIECES_MAX)
        return field_refuse(err, &input_place, "expected 1 to %d pieces.", PIECES_MAX);
    json_array_foreach(list, i, piece) {
        if (json_typeof(piece) != json_typeof(json_array_get(list, 0)))
            return refuse_input(err, "expected pieces of the same type.");
        if (check_piece(piece, err))
            return -1;
        *total += count_tokens(piece);
    }
    if (*total > TOTAL_MAX)
        return field_refuse(err, &input_place, "maximum request size is %d tokens per request.", TOTAL_MAX);
    return 0;
}

/* Makes a list of what is a single piece. */
static int read_input(struct scene *scene, size_t *total, struct error *err) {
    json_t *input = json_object_get(scene->body, "input");
    if (!json_is_string(input) && !json_is_array(input))
        return refuse_input(err,
                            "expected a text, a list of texts, a list of tokens or a list of such lists.");
    if (json_is_string(input) || json_is_integer(json_array_get(input, 0)))
        json_object_set_new(scene->body, "input", json_pack("[O]", input));
    return check_pieces(json_object_get(scene->body, "input"), total, err);
}

static int check_dimensions(const struct scene *scene, struct error *err) {
    static const struct place where = {NULL, "dimensions", 0};
    unsigned most = vector_dimensions(&scene->how);
    if (!member_given(scene->body, "dimensions"))
        return 0;
    if (scene->how.nodims)
        return field_refuse(err, &where, "this model does not support specifying dimensions.");
    if (json_integer_value(json_object_get(scene->body, "dimensions")) > most)
        return field_refuse(err, &where, "this model has %u dimensions.", most);
    return 0;
}

static int read_request(struct scene *scene, struct error *err) {
    size_t total = 0;
    if (openai_read_model(scene, err) || fields_check(scene->body, &fields, NULL, scene->how.loose, err) ||
        read_input(scene, &total, err) || check_dimensions(scene, err))
        return -1;
    scene_plan(scene);
    scene_prompt(scene, (unsigned)total);
    return 0;
}

static void write_whole(const struct scene *scene, struct buf *json) {
    const json_t *dimensions = json_object_get(scene->body, "dimensions");
    unsigned count = json_is_integer(dimensions) ? (unsigned)json_integer_value(dimensions)
                                                 : vector_dimensions(&scene->how);
    bool base64 = member_is(scene->body, "encoding_format", "base64") && !scene->how.floatonly;
    size_t i;
    json_t *piece;
    buf_puts(json, "{\"object\":\"list\",\"data\":[");
    json_array_foreach(json_object_get(scene->body, "input"), i, piece) {
        buf_printf(json, "%s{\"object\":\"embedding\",\"index\":%zu,\"embedding\":", i ? "," : "", i);
        (base64 ? vector_put_base64 : vector_put)(vector_seed(piece), count, json);
        buf_puts(json, scene->how.unknown ? ",\"x_unknown\":true}" : "}");
    }
    buf_puts(json, "],\"model\":");
    quote_word(scene->model, json);
    if (!scene->how.nousage)
        buf_printf(json, ",\"usage\":{\"prompt_tokens\":%u,\"total_tokens\":%u%s}", scene->prompt_tokens,
                   scene->prompt_tokens, scene->how.unknown ? ",\"x_unknown_tokens\":7" : "");
    openai_put_further(scene, json);
    buf_putc(json, '}');
}

const struct dialect dialect_embeddings = {
    OPENAI_DIALECT,
    .read = read_request,
    .write_whole = write_whole,
};
