/* The strictness of OpenAI's pictures that are made of pictures. They come as files of a form, or behind
 * URLs. */
#include <stdlib.h>
#include <string.h>

#include "form.h"
#include "images.h"
#include "media.h"
#include "member.h"
#include "openai.h"
#include "picture.h"

#define FILES      "image mask "
#define FILE_MAX   (50 << 20)
#define SQUARE_MAX (4 << 20) /* of the family that takes PNG only */

#define MODEL                                                                                                \
    { .name = "model", .type = FIELD_STRING, .low = 1, .high = 512 }
#define COUNT                                                                                                \
    { .name = "n", .type = FIELD_INT, .low = 1, .high = 10 }
#define PROMPT                                                                                               \
    { .name = "prompt", .type = FIELD_STRING, .required = true }
#define USER                                                                                                 \
    { .name = "user", .type = FIELD_STRING }
#define WORD(name_, words)                                                                                   \
    { .name = (name_), .type = FIELD_STRING, .choice = (words) }
#define FILES_OF(name_, most)                                                                                \
    { .name = (name_), .type = FIELD_ARRAY, .required = true, .low = 1, .high = (most) }
#define SETTINGS                                                                                             \
    WORD("background", "transparent opaque auto "), WORD("input_fidelity", "low high "),                     \
        {.name = "mask", .type = FIELD_OBJECT}, MODEL, WORD("moderation", "low auto "), COUNT,               \
        {.name = "output_compression", .type = FIELD_INT, .low = 0, .high = 100},                            \
        WORD("output_format", "png jpeg webp "),                                                             \
        {.name = "partial_images", .type = FIELD_INT, .low = 0, .high = 3}, PROMPT,                          \
        WORD("quality", "auto low medium high "), WORD("size", "auto 1024x1024 1536x1024 1024x1536 "),       \
        {.name = "stream", .type = FIELD_BOOL}, USER
#define SQUARE WORD("response_format", "url b64_json "), WORD("size", "256x256 512x512 1024x1024 ")

static const struct field gpt_form_rows[] = {FILES_OF("image", 16), SETTINGS};
static const struct fields gpt_form = FIELDS(gpt_form_rows);

static const struct field gpt_json_rows[] = {FILES_OF("images", 16), SETTINGS};
static const struct fields gpt_json = FIELDS(gpt_json_rows);

static const struct field dalle_rows[] = {
    FILES_OF("image", 1), {.name = "mask", .type = FIELD_OBJECT}, MODEL, COUNT, PROMPT, SQUARE, USER,
};
static const struct fields dalle = FIELDS(dalle_rows);

static const struct field variation_rows[] = {FILES_OF("image", 1), MODEL, COUNT, SQUARE, USER};
static const struct fields variation = FIELDS(variation_rows);

static const struct field reference_rows[] = {
    {.name = "file_id", .type = FIELD_STRING},
    {.name = "image_url", .type = FIELD_STRING},
};
static const struct fields reference = FIELDS(reference_rows);

/* ---- files ---- */

static int refuse_file(struct error *err, const char *name, const char *why) {
    error_param(err, ERR_REQUEST, name, "Invalid image file: %s Please check your image file.", why);
    err->code = "invalid_image_file";
    return -1;
}

static int check_file(const struct scene *scene, const json_t *file, const char *name, bool square,
                      struct error *err) {
    struct span bytes = form_bytes(scene->form, file);
    bool png = media_begins("image/png", (const unsigned char *)bytes.at, bytes.len);
    if (bytes.len == 0 || (square ? !png : !picture_is(bytes.at, bytes.len)))
        return refuse_file(err, name, square ? "it must be a PNG." : "it must be a PNG, JPEG or WebP.");
    if (bytes.len > (square ? SQUARE_MAX : FILE_MAX))
        return refuse_file(err, name, square ? "it must be less than 4MB." : "it must be less than 50MB.");
    return 0;
}

static int check_files(const struct scene *scene, bool square, struct error *err) {
    const json_t *mask = json_object_get(scene->body, "mask");
    size_t i;
    json_t *file;
    json_array_foreach(json_object_get(scene->body, "image"), i, file) {
        if (check_file(scene, file, "image", square, err))
            return -1;
    }
    if (mask && !media_begins("image/png", (const unsigned char *)form_bytes(scene->form, mask).at,
                              form_bytes(scene->form, mask).len))
        return refuse_file(err, "mask", "it must be a PNG.");
    return 0;
}

/* ---- URLs ---- */

static int check_reference(json_t *picture, const struct place *where, struct error *err) {
    const json_t *url = json_object_get(picture, "image_url");
    struct place url_where = {where, "image_url", 0};
    if (fields_check(picture, &reference, where, false, err))
        return -1;
    if (member_given(picture, "image_url") == member_given(picture, "file_id"))
        return field_refuse(err, where, "expected either 'image_url' or 'file_id'.");
    if (url && !media_is_web(json_string_value(url)) &&
        !media_is_data(json_string_value(url), "image/png image/jpeg image/webp "))
        return field_refuse(err, &url_where, "expected an https URL, or a data URL of a picture.");
    return 0;
}

static int check_references(const struct scene *scene, struct error *err) {
    struct place list = {NULL, "images", 0}, mask_where = {NULL, "mask", 0};
    json_t *mask = json_object_get(scene->body, "mask"), *picture;
    size_t i;
    json_array_foreach(json_object_get(scene->body, "images"), i, picture) {
        struct place inner = {&list, NULL, i};
        if (check_reference(picture, &inner, err))
            return -1;
    }
    return mask && !json_is_null(mask) ? check_reference(mask, &mask_where, err) : 0;
}

/* ---- requests ---- */

static int refuse_model(const struct scene *scene, const char *what, struct error *err) {
    error_param(err, ERR_REQUEST, "model", "The model '%.80s' does not support %s.", scene->model, what);
    err->code = "invalid_value";
    return -1;
}

/* The pictures follow from the prompt and from those that are given. */
static void plan(struct scene *scene) {
    const json_t *prompt = json_object_get(scene->body, "prompt");
    const json_t *files = json_object_get(scene->body, scene->form ? "image" : "images");
    json_t *shown = json_deep_copy(files), *file;
    size_t i;
    json_array_foreach(shown, i, file) json_object_del(file, "part"); /* where it stands says nothing of it */
    char *given = json_dumps(shown, JSON_COMPACT | JSON_SORT_KEYS);
    json_decref(shown);
    struct buf all;
    buf_init(&all, SIZE_MAX / 2);
    buf_puts(&all, prompt ? json_string_value(prompt) : "");
    buf_puts(&all, given);
    images_plan(scene, all.data, all.len, (unsigned)json_array_size(files));
    buf_free(&all);
    free(given);
}

int images_read_edit(struct scene *scene, struct error *err) {
    if (openai_read_model(scene, err))
        return -1;
    enum image_family family = images_family(scene);
    bool square = family == IMAGES_DALLE_2;
    const struct fields *fields = square ? &dalle : scene->form ? &gpt_form : &gpt_json;
    if (family == IMAGES_DALLE_3)
        return refuse_model(scene, "edits", err);
    if (square && !scene->form)
        return refuse_model(scene, "edits in JSON", err);
    if ((scene->form && form_read(scene->form, fields, FILES, scene->body, err)) ||
        fields_check(scene->body, fields, NULL, scene->how.loose, err) ||
        (scene->form ? check_files(scene, square, err) : check_references(scene, err)) ||
        images_check_prompt(scene, family, err) || images_check_settings(scene, err))
        return -1;
    plan(scene);
    return 0;
}

int images_read_variation(struct scene *scene, struct error *err) {
    if (openai_read_model(scene, err))
        return -1;
    if (images_family(scene) != IMAGES_DALLE_2)
        return refuse_model(scene, "variations", err);
    if (form_read(scene->form, &variation, FILES, scene->body, err) ||
        fields_check(scene->body, &variation, NULL, scene->how.loose, err) || check_files(scene, true, err))
        return -1;
    plan(scene);
    return 0;
}
