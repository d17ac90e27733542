/* OpenAI's changes and variations of pictures. Clients send a form, or JSON with addresses; providers get the
 * client's own, or a form. */
#include <string.h>

#include "base/secret.h"
#include "canon/media.h"
#include "dialects/image_family.h"
#include "dialects/image_openai.h"
#include "dialects/image_read.h"
#include "dialects/image_write.h"
#include "dialects/read.h"

#define USUAL_MODEL    "dall-e-2" /* OpenAI's, where nothing is said */
#define BOUNDARY_BYTES 18

/* ---- requests of clients ------------------------------------------------------------------ */

/* A picture in JSON: {"image_url"}, or {"file_id"} of one that was uploaded before. */
static int find_url(struct task *task, const struct json *value, struct json found[2], struct error *err) {
    static const char *const names[] = {"image_url", "file_id", NULL};
    if (read_members(task->notes, value, names, found, err) < 0)
        return -1;
    if (value_given(&found[1]))
        return value_bad(&found[1], "is not possible here: give the picture itself, or its URL", err);
    return value_given(&found[0]) ? 0 : read_missing(value, "image_url", err);
}

static int read_sources(struct task *task, const struct json *list, struct error *err) {
    struct span rest = list->text;
    struct json item = {0}, found[2];
    if (list->type != SCAN_ARRAY)
        return value_bad(list, "must be an array", err);
    while (value_next(list, &rest, &item))
        if (find_url(task, &item, found, err) < 0 || image_read_source(task, &found[0], err) < 0)
            return -1;
    return task->image->sources ? 0 : value_bad(list, "must not be empty", err);
}

static int read_json_pictures(struct task *task, const struct json *whole, const struct json *found,
                              struct error *err) {
    struct json mask[2];
    if (!value_given(&found[IMAGE_ASK_IMAGE]))
        return read_missing(whole, "images", err);
    if (read_sources(task, &found[IMAGE_ASK_IMAGE], err) < 0)
        return -1;
    if (!value_given(&found[IMAGE_ASK_MASK]))
        return 0;
    return find_url(task, &found[IMAGE_ASK_MASK], mask, err) < 0 ? -1 : image_read_mask(task, &mask[0], err);
}

static int read_pictures(struct task *task, const struct json *whole, const struct json *found,
                         struct error *err) {
    if (!task->form)
        return read_json_pictures(task, whole, found, err);
    return task->image->sources
               ? 0
               : error_param(err, ERR_REQUEST, "image", "\"image\" is missing: send the picture as a file.");
}

static int read_request(struct task *task, bool prompt, struct error *err) {
    const char *names[IMAGE_ASK_MEMBERS + 1] = {0};
    struct json found[IMAGE_ASK_MEMBERS], whole;
    memcpy(names, image_openai_names, sizeof image_openai_names);
    image_new(task);
    if (!task->form)
        whole = value_whole(task->text);
    else if (image_read_form(task, &whole, err) < 0)
        return -1;
    if (task_members_of(task, &whole, names, IMAGE_ASK_STREAM, found, err) < 0 ||
        read_pictures(task, &whole, found, err) < 0 ||
        image_read(task, prompt ? &whole : NULL, found, err) < 0)
        return -1;
    if (!task->model)
        task->model = USUAL_MODEL;
    return image_settle(task, err);
}

static int read_edit(struct task *task, struct error *err) {
    return read_request(task, true, err);
}

static int read_vary(struct task *task, struct error *err) {
    if (read_request(task, false, err) < 0)
        return -1;
    if (task->stream)
        return error_param(err, ERR_REQUEST, "stream", "\"stream\" must be false: variations come whole.");
    return task->image->sources > 1 ? error_param(err, ERR_REQUEST, "image", "\"image\" must be one picture.")
                                    : 0;
}

/* ---- requests to providers -------------------------------------------------------------------- */

/* A form that is written. */
struct form_writer {
    struct joint *out;
    char boundary[2 * BOUNDARY_BYTES + 1];
    struct arena *arena;
};

/* Nobody can guess it, so it is in no picture. */
static void begin_form(struct form_writer *w, struct task *task, struct joint *out) {
    unsigned char random[BOUNDARY_BYTES];
    secret_random(random, sizeof random);
    secret_hex(random, sizeof random, w->boundary);
    w->out = out;
    w->arena = task->arena;
    task->sends = arena_printf(task->arena, "multipart/form-data; boundary=%s", w->boundary);
}

static void write_field(struct form_writer *w, const char *name, struct span text) {
    buf_printf(&w->out->text, "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n", w->boundary,
               name);
    buf_add(&w->out->text, text.at, text.len);
    buf_puts(&w->out->text, "\r\n");
}

static void write_word(struct form_writer *w, const char *name, const char *word) {
    write_field(w, name, (struct span){word, strlen(word)});
}

static void write_string(struct form_writer *w, const char *name, struct span string) {
    write_field(w, name, chat_unquote(w->arena, string));
}

static void write_picture(struct form_writer *w, const char *name, const struct image_source *source) {
    const struct image image = {.mime = source->media.mime};
    buf_printf(&w->out->text,
               "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
               "Content-Type: %s\r\n\r\n",
               w->boundary, name, image_file_name(&image, 1, w->arena), source->media.mime);
    joint_put(w->out, media_decode(&source->media, w->arena));
    buf_puts(&w->out->text, "\r\n");
}

static void write_pictures(struct form_writer *w, const struct image_request *image) {
    const char *name = image->sources > 1 ? "image[]" : "image";
    for (size_t i = 0; i < image->sources; i++)
        write_picture(w, name, &image->source[i]);
    if (image->mask)
        write_picture(w, "mask", image->mask);
}

static void write_wishes(struct form_writer *w, const struct task *task, const char *model) {
    for (int i = 0; i < IMAGE_WISHES; i++) {
        const struct image_said *said = &task->image->wish[i];
        if (said->value && image_openai_takes(task, model, (enum image_wish)i))
            write_word(w, image_openai_names[IMAGE_ASK_WISH + i], said->value);
        else
            image_drop_wish(task, (enum image_wish)i);
    }
}

static int write_request(struct task *task, const char *model, struct joint *out, struct error *err) {
    const struct image_request *image = task->image;
    struct form_writer w;
    if (image_check(image_family(model), image, err) < 0)
        return -1;
    begin_form(&w, task, out);
    write_word(&w, "model", model);
    if (image->prompt.at)
        write_string(&w, "prompt", image->prompt);
    if (image->count > 1)
        write_word(&w, "n", arena_printf(task->arena, "%lld", (long long)image->count));
    write_wishes(&w, task, model);
    if (image->compression.value.at && image_openai_takes(task, model, IMAGE_FORMAT))
        write_field(&w, "output_compression", image->compression.value);
    else if (image->compression.value.at)
        chat_drop(task->notes, image->compression.param);
    if (image->user.value.at)
        write_string(&w, "user", image->user.value);
    if (image->form != IMAGE_ANY && !image_openai_omits(task, model))
        write_word(&w, "response_format", image->form == IMAGE_URL ? "url" : "b64_json");
    write_pictures(&w, image);
    buf_printf(&out->text, "--%s--\r\n", w.boundary);
    image_drop_partial(task);
    return 0;
}

static const char *edit_path(const struct task *task, const char *model, struct arena *arena) {
    (void)task, (void)model, (void)arena;
    return "/images/edits";
}

static const char *vary_path(const struct task *task, const char *model, struct arena *arena) {
    (void)task, (void)model, (void)arena;
    return "/images/variations";
}

/* ---- the dialects ------------------------------------------------------------------------------ */

const struct task_dialect edit_openai = {.name = "openai",
                                         .kind = TASK_EDIT,
                                         .family = &chat_openai,
                                         .takes = TAKES_BOTH,
                                         .read = read_edit,
                                         .omits = image_openai_omits,
                                         .write_reply = image_openai_write_reply,
                                         .write_stream = image_openai_write_stream,
                                         .path = edit_path,
                                         .write_request = write_request,
                                         .read_reply = image_openai_read_reply,
                                         .look = image_openai_look,
                                         .look_event = image_openai_look_event};

const struct task_dialect vary_openai = {.name = "openai",
                                         .kind = TASK_VARY,
                                         .family = &chat_openai,
                                         .takes = TAKES_FORM,
                                         .read = read_vary,
                                         .omits = image_openai_omits,
                                         .write_reply = image_openai_write_reply,
                                         .path = vary_path,
                                         .read_reply = image_openai_read_reply,
                                         .look = image_openai_look};
