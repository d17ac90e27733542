/* The Gemini API's embedContent and batchEmbedContents. */
#include <string.h>

#include "dialect.h"
#include "gemini.h"
#include "gemini_messages.h"
#include "measure.h"
#include "member.h"
#include "openai.h"
#include "quote.h"
#include "vector.h"

#define BATCH_MAX 100

/* ---- the request ---- */

/* where: "EmbedContentRequest", or an element of a batch. */
static int refuse(struct error *err, const char *where, const char *name, const char *why) {
    return error_set(err, ERR_REQUEST, "* %s.%s: %s\n", where, name, why);
}

static int check_content(const json_t *content, const char *where, struct error *err) {
    const json_t *parts = json_object_get(content, "parts");
    size_t i, bytes = 0;
    json_t *part;
    json_array_foreach(parts, i, part) {
        if (!json_object_get(part, "text"))
            return refuse(err, where, "content.parts", "only text can be embedded");
        bytes += json_string_length(json_object_get(part, "text"));
    }
    return bytes > 0 ? 0 : refuse(err, where, "content", "content is empty");
}

static int check_dimensions(const struct scene *scene, const json_t *request, const char *where,
                            struct error *err) {
    const json_t *dimensions = json_object_get(request, "outputDimensionality");
    json_int_t number = json_integer_value(dimensions);
    if (!dimensions)
        return 0;
    if (scene->how.nodims)
        return refuse(err, where, "output_dimensionality", "it is not supported by this model");
    if (number < 1 || number > vector_dimensions(&scene->how))
        return refuse(err, where, "output_dimensionality",
                      "it must lie between 1 and the model's dimensions");
    return 0;
}

static int check_request(const struct scene *scene, const json_t *request, const char *where,
                         struct error *err) {
    if (json_object_get(request, "title") && !member_is(request, "taskType", "RETRIEVAL_DOCUMENT"))
        return refuse(err, where, "title", "it is only valid with the task type RETRIEVAL_DOCUMENT");
    return check_content(json_object_get(request, "content"), where, err) ||
                   check_dimensions(scene, request, where, err)
               ? -1
               : 0;
}

/* Whether the name that a request has in its body is that of the path. */
static bool is_model(const struct scene *scene, const char *name) {
    static const char before[] = "models/";
    return strncmp(name, before, strlen(before)) == 0 && strcmp(name + strlen(before), scene->model) == 0;
}

static unsigned count_tokens(const json_t *request) {
    unsigned tokens = 0;
    size_t i;
    json_t *part;
    json_array_foreach(json_object_get(json_object_get(request, "content"), "parts"), i, part) {
        tokens += measure_tokens(json_string_length(json_object_get(part, "text")));
    }
    return tokens;
}

static int read_single(struct scene *scene, struct error *err) {
    const char *name = json_string_value(json_object_get(scene->body, "model"));
    struct buf named;
    buf_init(&named, SIZE_MAX / 2);
    buf_puts(&named, name ? name : "");
    int result = gemini_read_body(scene, &gemini_embed_request, err);
    if (result == 0 && name && !is_model(scene, named.data))
        result = refuse(err, "EmbedContentRequest", "model", "model must match the one in the path");
    buf_free(&named);
    if (result || check_request(scene, scene->body, "EmbedContentRequest", err))
        return -1;
    scene_plan(scene);
    scene_prompt(scene, count_tokens(scene->body));
    return 0;
}

static int read_batch(struct scene *scene, struct error *err) {
    unsigned tokens = 0;
    size_t i;
    json_t *request;
    if (gemini_read_body(scene, &gemini_embed_batch_request, err))
        return -1;
    const json_t *requests = json_object_get(scene->body, "requests");
    if (json_array_size(requests) == 0 || json_array_size(requests) > BATCH_MAX)
        return refuse(err, "BatchEmbedContentsRequest", "requests",
                      "at least one and at most 100 requests can be in one batch");
    json_array_foreach(requests, i, request) {
        char where[64];
        const char *name = json_string_value(json_object_get(request, "model"));
        snprintf(where, sizeof where, "BatchEmbedContentsRequest.requests[%zu]", i);
        if (!name || !is_model(scene, name))
            return refuse(err, where, "model", "model must match the one of the batch");
        if (check_request(scene, request, where, err))
            return -1;
        tokens += count_tokens(request);
    }
    scene_plan(scene);
    scene_prompt(scene, tokens);
    return 0;
}

/* ---- the answer ---- */

/* What is embedded is the text of all parts. */
static void put_vector(const struct scene *scene, const json_t *request, struct buf *json) {
    const json_t *dimensions = json_object_get(request, "outputDimensionality");
    struct buf text;
    size_t i;
    json_t *part;
    buf_init(&text, SIZE_MAX / 2);
    json_array_foreach(json_object_get(json_object_get(request, "content"), "parts"), i, part) {
        const json_t *said = json_object_get(part, "text");
        buf_add(&text, json_string_value(said), json_string_length(said));
    }
    json_t *whole = json_stringn(text.data, text.len);
    buf_puts(json, "{\"values\":");
    vector_put(vector_seed(whole),
               dimensions ? (unsigned)json_integer_value(dimensions) : vector_dimensions(&scene->how), json);
    buf_putc(json, '}');
    json_decref(whole);
    buf_free(&text);
}

/* Google's older models tell no usage. */
static void end_answer(const struct scene *scene, struct buf *json) {
    if (scene->how.prompt && !scene->how.nousage)
        buf_printf(json, ",\"usageMetadata\":{\"promptTokenCount\":%u}", scene->prompt_tokens);
    openai_put_further(scene, json);
    buf_putc(json, '}');
}

static void write_single(const struct scene *scene, struct buf *json) {
    buf_puts(json, "{\"embedding\":");
    put_vector(scene, scene->body, json);
    end_answer(scene, json);
}

static void write_batch(const struct scene *scene, struct buf *json) {
    size_t i;
    json_t *request;
    buf_puts(json, "{\"embeddings\":[");
    json_array_foreach(json_object_get(scene->body, "requests"), i, request) {
        buf_puts(json, i ? "," : "");
        put_vector(scene, request, json);
    }
    buf_putc(json, ']');
    end_answer(scene, json);
}

#define COMMON                                                                                               \
    .read_head = gemini_read_head, .write_error = gemini_write_error, .crlf = true,                          \
    .id_field = "x-request-id", .fields = "server-timing: gfet4t7; dur=1\r\nvary: Origin\r\n"

const struct dialect dialect_gemini_embed = {COMMON, .read = read_single, .write_whole = write_single};
const struct dialect dialect_gemini_embed_batch = {COMMON, .read = read_batch, .write_whole = write_batch};
