/* What reading requests for pictures takes in every dialect. */
#include "dialects/image_read.h"

#include <string.h>
#include <strings.h>

#include "base/jsonwrite.h"
#include "canon/media.h"
#include "dialects/estimate.h"
#include "dialects/image_family.h"
#include "dialects/read.h"

#define WORD_MOST    64 /* bytes of a size, a quality … */
#define PARTIAL_MOST 3
#define BEGIN_MOST   8 /* letters that tell an address */

const char *const image_openai_names[IMAGE_ASK_MEMBERS] = {
    [IMAGE_ASK_MODEL] = "model",
    [IMAGE_ASK_PROMPT] = "prompt",
    [IMAGE_ASK_COUNT] = "n",
    [IMAGE_ASK_WISH + IMAGE_SIZE] = "size",
    [IMAGE_ASK_WISH + IMAGE_QUALITY] = "quality",
    [IMAGE_ASK_WISH + IMAGE_STYLE] = "style",
    [IMAGE_ASK_WISH + IMAGE_BACKGROUND] = "background",
    [IMAGE_ASK_WISH + IMAGE_FORMAT] = "output_format",
    [IMAGE_ASK_WISH + IMAGE_MODERATION] = "moderation",
    [IMAGE_ASK_WISH + IMAGE_FIDELITY] = "input_fidelity",
    [IMAGE_ASK_COMPRESSION] = "output_compression",
    [IMAGE_ASK_PARTIAL] = "partial_images",
    [IMAGE_ASK_FORM] = "response_format",
    [IMAGE_ASK_USER] = "user",
    [IMAGE_ASK_STREAM] = "stream",
    [IMAGE_ASK_IMAGE] = "images",
    [IMAGE_ASK_MASK] = "mask",
};

struct image_request *image_new(struct task *task) {
    struct image_request *image = arena_alloc(task->arena, sizeof *image);
    *image = (struct image_request){.count = 1, .count_param = "n"};
    image->source = arena_alloc(task->arena, IMAGE_SOURCE * sizeof *image->source);
    task->image = image;
    return image;
}

static const char *param_of(const struct task *task, const struct json *value) {
    char path[JSON_PATH];
    return arena_strdup(task->arena, value_path(value, path));
}

/* ---- words and numbers --------------------------------------------------------------- */

static int read_prompt(struct image_request *image, const struct json *whole, const struct json *prompt,
                       struct error *err) {
    if (!whole)
        return 0;
    if (!value_given(prompt))
        return read_missing(whole, "prompt", err);
    if (value_string(prompt, &image->prompt, err) < 0)
        return -1;
    return chat_is_empty(image->prompt) ? value_bad(prompt, "must not be empty", err) : 0;
}

static int read_wishes(struct task *task, const struct json *found, struct error *err) {
    for (size_t i = 0; i < IMAGE_WISHES; i++) {
        struct image_said *said = &task->image->wish[i];
        if (!value_given(&found[i]))
            continue;
        if (value_name(&found[i], WORD_MOST, task->arena, &said->value, err) < 0)
            return -1;
        if (!*said->value)
            return value_bad(&found[i], "must not be empty", err);
        said->param = param_of(task, &found[i]);
    }
    return 0;
}

static int read_numbers(struct task *task, const struct json *found, struct error *err) {
    struct image_request *image = task->image;
    const struct json *count = &found[IMAGE_ASK_COUNT], *compression = &found[IMAGE_ASK_COMPRESSION],
                      *partial = &found[IMAGE_ASK_PARTIAL];
    int64_t percent;
    if (value_given(count)) {
        image->count_param = param_of(task, count);
        if (value_int(count, 1, IMAGE_MOST, &image->count, err) < 0)
            return -1;
    }
    if (value_given(compression)) {
        if (value_int(compression, 0, 100, &percent, err) < 0)
            return -1;
        image->compression = (struct chat_option){compression->text, param_of(task, compression)};
    }
    if (!value_given(partial))
        return 0;
    image->partial_param = param_of(task, partial);
    return value_int(partial, 0, PARTIAL_MOST, &image->partial, err);
}

static int read_form(struct task *task, const struct json *value, struct error *err) {
    static const char *const forms[] = {"url", "b64_json", NULL};
    int form;
    if (!value_given(value))
        return 0;
    if (value_choice(value, forms, &form, err) < 0)
        return -1;
    task->image->form = form == 0 ? IMAGE_URL : IMAGE_DATA;
    return task->stream && form == 0 ? value_bad(value, "must be b64_json in a stream", err) : 0;
}

int image_read(struct task *task, const struct json *whole, const struct json found[IMAGE_ASK_MEMBERS],
               struct error *err) {
    struct image_request *image = task->image;
    const struct json *user = &found[IMAGE_ASK_USER];
    if (read_prompt(image, whole, &found[IMAGE_ASK_PROMPT], err) < 0 || read_numbers(task, found, err) < 0 ||
        read_wishes(task, &found[IMAGE_ASK_WISH], err) < 0 ||
        read_form(task, &found[IMAGE_ASK_FORM], err) < 0)
        return -1;
    return value_given(user) ? read_text(user, param_of(task, user), &image->user, err) : 0;
}

/* ---- pictures that are changed --------------------------------------------------------- */

bool image_is_picture(struct span bytes) {
    const char *type = media_magic(bytes.at, bytes.len);
    return type && strncmp(type, "image/", 6) == 0;
}

struct span image_inside(struct span string, struct arena *arena) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_";
    struct span text = {string.at + 1, string.len - 2};
    if (!memchr(text.at, '\\', text.len))
        return text;
    text = chat_unquote(arena, string);
    for (size_t i = 0; i < text.len; i++)
        if (!text.at[i] || !strchr(letters, text.at[i])) /* a quote would end the string that it goes into */
            return (struct span){0};
    return text;
}

/* By its first letters, which may be escaped. */
static bool is_address(struct span json) {
    static const char *const begins[] = {"http://", "https://", "data:"};
    char text[BEGIN_MOST + 1] = "";
    const char *at = json.at + 1, *close = json.at + json.len - 1;
    for (size_t i = 0; i < BEGIN_MOST && at < close; i++) {
        uint32_t code;
        at += scan_unit(at, &code);
        text[i] = (char)(code < 0x80 ? code : '?');
    }
    for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
        if (strncasecmp(text, begins[i], strlen(begins[i])) == 0)
            return true;
    return false;
}

static int read_picture(struct task *task, const struct json *value, struct image_source *source,
                        struct error *err) {
    struct chat_media *media = &source->media;
    source->param = media->place = param_of(task, value);
    if (value->type != SCAN_STRING)
        return value_bad(value, "must be a string", err);
    if ((is_address(value->text) ? media_read_url(media, value, task->arena, err)
                                 : media_read_base64(media, value, NULL, task->arena, err)) < 0)
        return -1;
    const char *type = media->data.at ? media_sniff(media->data) : NULL;
    if (media->data.at && (!type || strncmp(type, "image/", 6) != 0))
        return value_bad(value, "must be a picture: PNG, JPEG, WebP or GIF", err);
    return 0;
}

static int too_many(const char *param, struct error *err) {
    return error_param(err, ERR_REQUEST, param, "There must not be more than %d pictures.", IMAGE_SOURCE);
}

int image_read_source(struct task *task, const struct json *value, struct error *err) {
    struct image_request *image = task->image;
    if (image->sources == IMAGE_SOURCE)
        return too_many(param_of(task, value), err);
    return read_picture(task, value, &image->source[image->sources++], err);
}

int image_read_mask(struct task *task, const struct json *value, struct error *err) {
    task->image->mask = arena_alloc(task->arena, sizeof *task->image->mask);
    return read_picture(task, value, task->image->mask, err);
}

/* ---- forms ------------------------------------------------------------------------------ */

static bool is_integer(struct span text) {
    size_t i = text.len > 1 && text.at[0] == '-';
    if (i == text.len || (text.at[i] == '0' && text.len > i + 1))
        return false;
    while (i < text.len && text.at[i] >= '0' && text.at[i] <= '9')
        i++;
    return i == text.len;
}

static bool is_bool(struct span text) {
    return (text.len == 4 && memcmp(text.at, "true", 4) == 0) ||
           (text.len == 5 && memcmp(text.at, "false", 5) == 0);
}

/* Fields are texts; what OpenAI's JSON has as something else becomes that. */
static void write_field(struct json_writer *w, const struct form_part *part) {
    static const char *const numbers[] = {"n", "output_compression", "partial_images"};
    bool bare = strcmp(part->name, "stream") == 0 && is_bool(part->text);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        bare |= strcmp(part->name, numbers[i]) == 0 && is_integer(part->text);
    json_key_bytes(w, part->name, strlen(part->name));
    if (bare)
        json_put(w, part->text);
    else
        json_put_bytes(w, part->text.at ? part->text.at : "", part->text.len);
}

static int take_file(struct task *task, const struct form_part *part, struct error *err) {
    struct image_request *image = task->image;
    struct image_source *source;
    bool mask = strcmp(part->name, "mask") == 0;
    if (mask && image->mask)
        return error_param(err, ERR_REQUEST, "mask", "\"mask\" is given twice.");
    if (!mask && image->sources == IMAGE_SOURCE)
        return too_many("image", err);
    source = mask ? arena_alloc(task->arena, sizeof *source) : &image->source[image->sources];
    source->file = part;
    source->param = mask                  ? "mask"
                    : image->sources == 0 ? "image"
                                          : arena_printf(task->arena, "image[%zu]", image->sources);
    if (!image_is_picture(part->head))
        return error_param(err, ERR_REQUEST, source->param,
                           "\"%s\" must be a picture: PNG, JPEG, WebP or GIF.", source->param);
    if (mask)
        image->mask = source;
    else
        image->sources++;
    return 0;
}

static bool names_picture(const char *name) {
    return strcmp(name, "image") == 0 || strcmp(name, "image[]") == 0 || strcmp(name, "mask") == 0;
}

int image_read_form(struct task *task, struct json *whole, struct error *err) {
    struct buf object;
    struct json_writer w = {.out = &object};
    int rc = 0;
    buf_init(&object, BUF_MOST);
    json_open(&w, '{');
    for (size_t i = 0; rc == 0 && i < task->form->count; i++) {
        const struct form_part *part = &task->form->part[i];
        bool picture = names_picture(part->name);
        if (picture && !part->filename)
            rc = error_param(err, ERR_REQUEST, part->name, "\"%.100s\" must be a file.", part->name);
        else if (picture)
            rc = take_file(task, part, err);
        else if (part->filename) /* some servers read it as a field all the same */
            rc = error_param(err, ERR_REQUEST, part->name, "\"%.60s\" must not be a file.", part->name);
        else
            write_field(&w, part);
    }
    json_close(&w, '}');
    *whole = value_whole(chat_take(task->arena, &object));
    return rc;
}

/* ---- at last ------------------------------------------------------------------------------ */

void image_settle_quality(struct task *task) {
    struct image_said *quality = &task->image->wish[IMAGE_QUALITY];
    if (!quality->value || !task->model || !image_family(task->model)->gpt)
        return;
    if (strcmp(quality->value, "standard") == 0)
        quality->value = "medium";
    else if (strcmp(quality->value, "hd") == 0)
        quality->value = "high";
}

/* What is priced: what was asked for, or what is made where nothing is. */
static const char *settled(const struct image_said *said, const char *usual) {
    bool open = !said->value || strcmp(said->value, "auto") == 0;
    return open && usual ? usual : said->value;
}

static void estimate(struct task *task, const struct image_family *family) {
    const struct image_request *image = task->image;
    task->size = settled(&image->wish[IMAGE_SIZE], family->size);
    task->quality = settled(&image->wish[IMAGE_QUALITY], family->quality);
    task->most.images = image->count;
    task->most.output = image_tokens(family, image);
    task->most.prompt =
        (image->prompt.at ? estimate_tokens(image->prompt) : 0) + image_source_tokens(family, image);
}

int image_settle(struct task *task, struct error *err) {
    struct image_request *image = task->image;
    const struct image_family *family = image_family(task->model ? task->model : "");
    if (image->mask && image->sources == 0)
        return error_param(err, ERR_REQUEST, image->mask->param,
                           "A mask is for a picture, and there is none.");
    if (image_check(family, image, err) < 0)
        return -1;
    if (task->stream)
        image->form = IMAGE_DATA; /* events have nothing else */
    estimate(task, family);
    return 0;
}

void image_estimate(struct task *task, const struct chat_dialect *provider, const char *model) {
    const struct image_family *family = image_family(model);
    if (!*family->begins)
        family = image_family(provider == &chat_gemini ? "gemini" : task->model);
    estimate(task, family);
}
