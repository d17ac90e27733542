/* The strictness of OpenAI's pictures, family by family, where there are no pictures in the request. */
#include <string.h>

#include "images.h"
#include "measure.h"
#include "member.h"
#include "openai.h"

#define MODEL                                                                                                \
    { .name = "model", .type = FIELD_STRING, .low = 1, .high = 512 }
#define COUNT(most)                                                                                          \
    { .name = "n", .type = FIELD_INT, .low = 1, .high = (most) }
#define PROMPT                                                                                               \
    { .name = "prompt", .type = FIELD_STRING, .required = true }
#define USER                                                                                                 \
    { .name = "user", .type = FIELD_STRING }
#define FORM                                                                                                 \
    { .name = "response_format", .type = FIELD_STRING, .choice = "url b64_json " }
#define WORD(name_, words)                                                                                   \
    { .name = (name_), .type = FIELD_STRING, .choice = (words) }

static const struct field gpt_rows[] = {
    WORD("background", "transparent opaque auto "),
    MODEL,
    WORD("moderation", "low auto "),
    COUNT(10),
    {.name = "output_compression", .type = FIELD_INT, .low = 0, .high = 100},
    WORD("output_format", "png jpeg webp "),
    {.name = "partial_images", .type = FIELD_INT, .low = 0, .high = 3},
    PROMPT,
    WORD("quality", "auto low medium high "),
    WORD("size", "auto 1024x1024 1536x1024 1024x1536 "),
    {.name = "stream", .type = FIELD_BOOL},
    USER,
};

static const struct field dalle_2_rows[] = {
    MODEL,  COUNT(10),
    PROMPT, WORD("quality", "auto standard "),
    FORM,   WORD("size", "auto 256x256 512x512 1024x1024 "),
    USER,
};

static const struct field dalle_3_rows[] = {
    MODEL,
    COUNT(1),
    PROMPT,
    WORD("quality", "auto standard hd "),
    FORM,
    WORD("size", "auto 1024x1024 1792x1024 1024x1792 "),
    WORD("style", "vivid natural "),
    USER,
};

static const struct fields fields[] = {
    [IMAGES_GPT] = FIELDS(gpt_rows),
    [IMAGES_DALLE_2] = FIELDS(dalle_2_rows),
    [IMAGES_DALLE_3] = FIELDS(dalle_3_rows),
};

enum image_family images_family(const struct scene *scene) {
    static const char old[] = "dall-e-2", new[] = "dall-e-3";
    if (!*scene->model || strncmp(scene->model, old, strlen(old)) == 0)
        return IMAGES_DALLE_2;
    return strncmp(scene->model, new, strlen(new)) == 0 ? IMAGES_DALLE_3 : IMAGES_GPT;
}

int images_check_prompt(const struct scene *scene, enum image_family family, struct error *err) {
    static const size_t most[] = {[IMAGES_GPT] = 32000, [IMAGES_DALLE_2] = 1000, [IMAGES_DALLE_3] = 4000};
    static const struct place where = {NULL, "prompt", 0};
    size_t len = measure_characters(json_object_get(scene->body, "prompt"));
    if (len < 1 || len > most[family])
        return field_refuse(err, &where, "its length must lie between 1 and %zu.", most[family]);
    return 0;
}

int images_check_settings(const struct scene *scene, struct error *err) {
    static const struct place background = {NULL, "background", 0}, count = {NULL, "n", 0},
                              compression = {NULL, "output_compression", 0},
                              partial = {NULL, "partial_images", 0};
    const json_t *body = scene->body, *n = json_object_get(body, "n");
    bool stream = json_is_true(json_object_get(body, "stream")),
         png = !member_given(body, "output_format") || member_is(body, "output_format", "png");
    if (member_is(body, "background", "transparent") && member_is(body, "output_format", "jpeg"))
        return field_refuse(err, &background,
                            "'transparent' goes with the output formats png and webp only.");
    if (member_given(body, "output_compression") && png &&
        json_integer_value(json_object_get(body, "output_compression")) < 100)
        return field_refuse(err, &compression,
                            "less than 100 goes with the output formats jpeg and webp only.");
    if (json_integer_value(json_object_get(body, "partial_images")) > 0 && !stream)
        return field_refuse(err, &partial, "it is allowed only when 'stream' is true.");
    if (stream && json_is_integer(n) && json_integer_value(n) > 1)
        return field_refuse(err, &count, "a stream has one picture.");
    return 0;
}

int images_read(struct scene *scene, struct error *err) {
    if (openai_read_model(scene, err))
        return -1;
    enum image_family family = images_family(scene);
    if (fields_check(scene->body, &fields[family], NULL, scene->how.loose, err) ||
        images_check_prompt(scene, family, err) || images_check_settings(scene, err))
        return -1;
    const json_t *prompt = json_object_get(scene->body, "prompt");
    images_plan(scene, json_string_value(prompt), json_string_length(prompt), 0);
    return 0;
}
