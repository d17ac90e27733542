/* Pictures as AIGNE's framework has them: a client's language. With pictures in it a request is for changes.
 */
#include <string.h>

#include "dialects/aigne_model.h"
#include "dialects/image_read.h"
#include "dialects/image_write.h"
#include "dialects/read.h"
#include "dialects/task_dialect.h"

#define USUAL_MODEL "openai/dall-e-2" /* AIGNE Hub's, where nothing is said */

/* ---- requests ------------------------------------------------------------------------------ */

/* A picture as text, or as an object that says what it is. */
static int read_picture(struct task *task, const struct json *value, struct error *err) {
    enum { TYPE, URL, DATA, MIME, FILENAME, MEMBERS };
    static const char *const names[] = {"type", "url", "data", "mimeType", "filename", NULL};
    static const char *const types[] = {"url", "file", NULL};
    struct json found[MEMBERS];
    int type;
    if (value->type == SCAN_STRING)
        return image_read_source(task, value, err);
    if (read_members(task->notes, value, names, found, err) < 0)
        return -1;
    if (!value_given(&found[TYPE]))
        return read_missing(value, "type", err);
    if (value_choice(&found[TYPE], types, &type, err) < 0)
        return -1;
    const struct json *picture = &found[URL + type];
    return value_given(picture) ? image_read_source(task, picture, err)
                                : read_missing(value, names[URL + type], err);
}

static int read_pictures(struct task *task, const struct json *image, struct error *err) {
    struct span rest = image->text;
    struct json item = {0};
    if (!value_given(image))
        return 0;
    if (image->type != SCAN_ARRAY)
        return read_picture(task, image, err);
    while (value_next(image, &rest, &item))
        if (read_picture(task, &item, err) < 0)
            return -1;
    return 0;
}

static int read_file_type(struct task *task, const struct json *type, struct error *err) {
    static const char *const types[] = {"url", "file", NULL};
    int at;
    if (!value_given(type))
        return 0;
    if (value_choice(type, types, &at, err) < 0)
        return -1;
    task->image->form = at == 0 ? IMAGE_URL : IMAGE_DATA;
    return 0;
}

/* What the model is to do may stand beside the prompt or within its options. */
struct places {
    struct json input, options;
    struct json found[IMAGE_ASK_MEMBERS + 3], more[IMAGE_ASK_MEMBERS + 1];
};
enum { MEMBER_FILE_TYPE = IMAGE_ASK_MEMBERS, MEMBER_OPTIONS, MEMBER__MAX };

static int read_options(struct task *task, struct places *in, struct error *err) {
    const char *names[IMAGE_ASK_MEMBERS + 1] = {0};
    memcpy(names, image_openai_names, IMAGE_ASK_IMAGE * sizeof *names);
    in->options = in->found[MEMBER_OPTIONS];
    if (!value_given(&in->options))
        return 0;
    if (read_members(task->notes, &in->options, names, in->more, err) < 0)
        return -1;
    for (size_t i = 0; i < IMAGE_ASK_IMAGE; i++) {
        if (in->more[i].type == SCAN_NONE)
            continue;
        if (in->found[i].type != SCAN_NONE)
            return value_bad(&in->more[i], "is given twice", err);
        in->found[i] = in->more[i];
    }
    return 0;
}

static int read_input(struct task *task, struct places *in, struct error *err) {
    const char *names[MEMBER__MAX + 1];
    memcpy(names, image_openai_names, sizeof image_openai_names);
    names[IMAGE_ASK_IMAGE] = "image";
    names[MEMBER_FILE_TYPE] = "outputFileType";
    names[MEMBER_OPTIONS] = "modelOptions";
    names[MEMBER__MAX] = NULL;
    if (read_members(task->notes, &in->input, names, in->found, err) < 0 || read_options(task, in, err) < 0 ||
        task_read_model(task, &in->found[IMAGE_ASK_MODEL], err) < 0 ||
        read_pictures(task, &in->found[IMAGE_ASK_IMAGE], err) < 0)
        return -1;
    if (value_given(&in->found[IMAGE_ASK_MASK]) && image_read_mask(task, &in->found[IMAGE_ASK_MASK], err) < 0)
        return -1;
    if (value_given(&in->found[IMAGE_ASK_STREAM]) && in->found[IMAGE_ASK_STREAM].type != SCAN_FALSE)
        return value_bad(&in->found[IMAGE_ASK_STREAM], "must be false: pictures come whole here", err);
    return image_read(task, &in->input, in->found, err) < 0 ||
                   read_file_type(task, &in->found[MEMBER_FILE_TYPE], err) < 0
               ? -1
               : 0;
}

/* Beside the input there are a model and what is for the framework alone. */
static int read_request(struct task *task, struct error *err) {
    static const char *const names[] = {"model", "input", NULL};
    struct places *in = arena_alloc(task->arena, sizeof *in);
    struct json whole = value_whole(task->text), found[2];
    image_new(task);
    if (read_members(task->notes, &whole, names, found, err) < 0)
        return -1;
    in->input = found[1];
    if (!value_given(&in->input))
        return read_missing(&whole, "input", err);
    if (read_input(task, in, err) < 0 || task_read_model(task, &found[0], err) < 0)
        return -1;
    task->model = task->model ? aigne_model(task->model) : USUAL_MODEL;
    image_settle_quality(task);
    return image_settle(task, err);
}

/* ---- answers ------------------------------------------------------------------------------ */

static void write_image(struct json_writer *w, struct joint *out, const struct image *image, size_t number,
                        struct arena *arena) {
    const char *name = image_file_name(image, number, arena);
    json_open(w, '{');
    json_member_text(w, "type", image->url.at ? "url" : "file");
    if (image->url.at)
        json_member_put(w, "url", image->url);
    else
        image_member_data(w, out, "data", image->data);
    if (image->mime)
        json_member_text(w, "mimeType", image->mime);
    if (name)
        json_member_text(w, "filename", name);
    json_close(w, '}');
}

static void write_reply(const struct chat_head *head, const struct task *task, const struct task_reply *reply,
                        struct joint *out) {
    const struct image_reply *image = reply->image;
    struct json_writer w = {.out = &out->text};
    json_open(&w, '{');
    json_member_open(&w, "images", '[');
    for (size_t i = 0; i < image->count; i++)
        write_image(&w, out, &image->image[i], i + 1, task->arena);
    json_close(&w, ']');
    json_member_open(&w, "usage", '{');
    aigne_write_usage_members(&w, head, &reply->usage);
    json_close(&w, '}');
    json_member_text(&w, "model", head->target);
    aigne_write_model_with_provider(&w, head);
    json_close(&w, '}');
}

const struct task_dialect image_framework = {.name = "framework",
                                             .kind = TASK_IMAGE,
                                             .family = &chat_framework,
                                             .read = read_request,
                                             .write_reply = write_reply};

const struct task_dialect edit_framework = {.name = "framework",
                                            .kind = TASK_EDIT,
                                            .family = &chat_framework,
                                            .read = read_request,
                                            .write_reply = write_reply};
