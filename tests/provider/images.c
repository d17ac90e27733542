/* The pictures of OpenAI's API: whole answers, and streams with what there is of a picture so far. */
#include "images.h"

#include <string.h>

#include "hash.h"
#include "measure.h"
#include "member.h"
#include "openai.h"
#include "picture.h"
#include "quote.h"

#define CREATED      1700000000
#define INPUT_TOKENS 323 /* of a picture that is given */

/* ---- what is to be played ---- */

/* A stream has a word for each picture, the finished one included. */
void images_plan(struct scene *scene, const void *bytes, size_t len, unsigned inputs) {
    const json_t *body = scene->body;
    scene_plan(scene);
    scene->number = (unsigned)hash_bytes(bytes, len);
    scene->stream = json_is_true(json_object_get(body, "stream"));
    scene->words = (unsigned)json_integer_value(json_object_get(body, "partial_images")) + 1;
    if (!scene->how.imagein)
        scene->how.imagein = (int)inputs * INPUT_TOKENS;
    scene_prompt(scene, measure_tokens(json_string_length(json_object_get(body, "prompt"))) +
                            (unsigned)scene->how.imagein);
}

static const char *word_of(const struct scene *scene, const char *name, const char *usual) {
    const char *word = json_string_value(json_object_get(scene->body, name));
    return word && strcmp(word, "auto") != 0 ? word : usual;
}

static const char *quality_of(const struct scene *scene) {
    return word_of(scene, "quality", images_family(scene) == IMAGES_GPT ? "medium" : "standard");
}

static unsigned count_of(const struct scene *scene) {
    const json_t *n = json_object_get(scene->body, "n");
    return json_is_integer(n) ? (unsigned)json_integer_value(n) : 1;
}

/* ---- usage ---- */

static unsigned output_tokens(const struct scene *scene) {
    const char *quality = quality_of(scene);
    unsigned each = strcmp(quality, "low") == 0 ? 272 : strcmp(quality, "high") == 0 ? 4160 : 1056;
    return scene->how.imageout ? (unsigned)scene->how.imageout : each * count_of(scene);
}

static void put_usage(const struct scene *scene, struct buf *json) {
    unsigned input = scene->prompt_tokens, pictures = (unsigned)scene->how.imagein,
             output = output_tokens(scene);
    if (pictures > input)
        pictures = input;
    buf_printf(json,
               ",\"usage\":{\"input_tokens\":%u,\"input_tokens_details\":{\"text_tokens\":%u,"
               "\"image_tokens\":%u},\"output_tokens\":%u,\"output_tokens_details\":{\"text_tokens\":0,"
               "\"image_tokens\":%u},\"total_tokens\":%u%s}",
               input, input - pictures, pictures, output, output, input + output,
               scene->how.unknown ? ",\"x_unknown_tokens\":7" : "");
}

/* What is said of all pictures of an answer, each after a comma. */
static void put_settings(const struct scene *scene, struct buf *json) {
    static const char *const names[][2] = {
        {"background", "opaque"}, {"output_format", "png"}, {"size", "1024x1024"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        buf_printf(json, ",\"%s\":\"%s\"", names[i][0], word_of(scene, names[i][0], names[i][1]));
    buf_printf(json, ",\"quality\":\"%s\"", quality_of(scene));
}

/* ---- pictures ---- */

static void put_picture(const struct scene *scene, unsigned number, struct buf *json) {
    struct buf picture;
    buf_init(&picture, SIZE_MAX / 2);
    picture_put(word_of(scene, "output_format", "png"), number, (size_t)scene->how.picture, &picture);
    buf_puts(json, "\"b64_json\":");
    quote_base64(picture.data, picture.len, json);
    buf_free(&picture);
}

static void put_url(const struct scene *scene, unsigned number, struct buf *json) {
    buf_printf(json, "\"url\":\"%s/picture/%u", scene->origin, number);
    if (scene->how.picture)
        buf_printf(json, "-%d", scene->how.picture);
    buf_puts(json, ".png\"");
}

static void put_datum(const struct scene *scene, unsigned i, struct buf *json) {
    enum image_family family = images_family(scene);
    buf_puts(json, i ? ",{" : "{");
    if (family == IMAGES_GPT || member_is(scene->body, "response_format", "b64_json"))
        put_picture(scene, scene->number + i, json);
    else
        put_url(scene, scene->number + i, json);
    if (family == IMAGES_DALLE_3) {
        buf_puts(json, ",\"revised_prompt\":");
        quote_word(json_string_value(json_object_get(scene->body, "prompt")), json);
    }
    buf_puts(json, scene->how.unknown ? ",\"x_unknown\":true}" : "}");
}

static void write_whole(const struct scene *scene, struct buf *json) {
    buf_printf(json, "{\"created\":%d,\"data\":[", CREATED);
    for (unsigned i = 0; i < count_of(scene); i++)
        put_datum(scene, i, json);
    buf_putc(json, ']');
    if (images_family(scene) == IMAGES_GPT) {
        put_settings(scene, json);
        if (!scene->how.nousage)
            put_usage(scene, json);
    }
    openai_put_further(scene, json);
    buf_putc(json, '}');
}

/* ---- the stream ---- */

/* The partial pictures are pictures of their own, which have the numbers behind the last one's. */
static enum event_kind write_event(const struct scene *scene, const char *prefix, unsigned position,
                                   struct buf *data) {
    bool last = position + 1 == scene->words;
    if (position >= scene->words || (last && scene->how.nodone))
        return EVENT_END;
    buf_printf(data, "{\"type\":\"%s.%s\",", prefix, last ? "completed" : "partial_image");
    put_picture(scene, scene->number + (last ? 0 : position + 1), data);
    buf_printf(data, ",\"created_at\":%d", CREATED);
    put_settings(scene, data);
    if (!last)
        buf_printf(data, ",\"partial_image_index\":%u", position);
    else if (!scene->how.nousage)
        put_usage(scene, data);
    openai_put_further(scene, data);
    buf_putc(data, '}');
    return EVENT_CONTENT;
}

static enum event_kind write_generation(const struct scene *scene, unsigned position, struct buf *data) {
    return write_event(scene, "image_generation", position, data);
}

static enum event_kind write_edit(const struct scene *scene, unsigned position, struct buf *data) {
    return write_event(scene, "image_edit", position, data);
}

const struct dialect dialect_images = {
    OPENAI_DIALECT,       .read = images_read, .write_whole = write_whole, .write_event = write_generation,
    .named_events = true,
};

const struct dialect dialect_image_edits = {
    OPENAI_DIALECT,
    .body = BODY_EITHER,
    .read = images_read_edit,
    .write_whole = write_whole,
    .write_event = write_edit,
    .named_events = true,
};

const struct dialect dialect_image_variations = {
    OPENAI_DIALECT,
    .body = BODY_FORM,
    .read = images_read_variation,
    .write_whole = write_whole,
};
