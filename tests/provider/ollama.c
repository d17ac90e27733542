/* Ollama's embed. It has no lists of tokens, and no input at all is no error. */
#include <string.h>

#include "dialect.h"
#include "measure.h"
#include "member.h"
#include "openai.h"
#include "quote.h"
#include "vector.h"

static const struct field rows[] = {
    {.name = "dimensions", .type = FIELD_INT, .low = 1, .high = 3072},
    {.name = "input", .type = FIELD_ANY},
    {.name = "keep_alive", .type = FIELD_ANY},
    {.name = "model", .type = FIELD_STRING, .required = true, .low = 1, .high = 512},
    {.name = "options", .type = FIELD_OBJECT},
    {.name = "truncate", .type = FIELD_BOOL},
};
static const struct fields fields = FIELDS(rows);

static int refuse(struct error *err, const char *why) {
    return error_set(err, ERR_REQUEST, "%s", why);
}

/* Makes a list of a single text. */
static int read_input(struct scene *scene, size_t *bytes, struct error *err) {
    json_t *input = json_object_get(scene->body, "input"), *text;
    size_t i;
    if (json_is_string(input))
        json_object_set_new(scene->body, "input",
                            json_string_length(input) ? json_pack("[O]", input) : json_array());
    else if (member_given(scene->body, "input") && !json_is_array(input))
        return refuse(err, "invalid input type");
    json_array_foreach(json_object_get(scene->body, "input"), i, text) {
        if (!json_is_string(text))
            return refuse(err, "invalid input type");
        *bytes += json_string_length(text);
    }
    return 0;
}

static int check_members(const struct scene *scene, struct error *err) {
    const json_t *keep = json_object_get(scene->body, "keep_alive"),
                 *dimensions = json_object_get(scene->body, "dimensions");
    if (keep && !json_is_string(keep) && !json_is_number(keep) && !json_is_null(keep))
        return refuse(err, "invalid keep_alive");
    if (json_is_integer(dimensions) &&
        (scene->how.nodims || json_integer_value(dimensions) > vector_dimensions(&scene->how)))
        return refuse(err, "this model does not support that many dimensions");
    return 0;
}

static int read_request(struct scene *scene, struct error *err) {
    size_t bytes = 0;
    if (openai_read_model(scene, err) || fields_check(scene->body, &fields, NULL, scene->how.loose, err) ||
        read_input(scene, &bytes, err) || check_members(scene, err))
        return -1;
    scene_plan(scene);
    scene_prompt(scene, measure_tokens(bytes));
    return 0;
}

static void write_whole(const struct scene *scene, struct buf *json) {
    const json_t *dimensions = json_object_get(scene->body, "dimensions");
    unsigned count = json_is_integer(dimensions) ? (unsigned)json_integer_value(dimensions)
                                                 : vector_dimensions(&scene->how);
    size_t i;
    json_t *text;
    buf_puts(json, "{\"model\":");
    quote_word(scene->model, json);
    buf_puts(json, ",\"embeddings\":[");
    json_array_foreach(json_object_get(scene->body, "input"), i, text) {
        buf_puts(json, i ? "," : "");
        vector_put(vector_seed(text), count, json);
    }
    buf_puts(json, "],\"total_duration\":14143917,\"load_duration\":1019500");
    if (!scene->how.nousage)
        buf_printf(json, ",\"prompt_eval_count\":%u", scene->prompt_tokens);
    openai_put_further(scene, json);
    buf_putc(json, '}');
}

static void write_error(const struct error *err, uint64_t serial, struct buf *json) {
    (void)serial;
    buf_puts(json, "{\"error\":");
    quote_word(err->message, json);
    buf_putc(json, '}');
}

const struct dialect dialect_ollama_embed = {
    .read_head = openai_read_head,
    .read = read_request,
    .write_whole = write_whole,
    .write_error = write_error,
    .id_field = "x-request-id",
    .fields = "",
};
