/* Pictures as AIGNE Hub has them: a client's language. With pictures in it a request is for changes. */
#include <string.h>

#include "dialects/aigne_model.h"
#include "dialects/image_read.h"
#include "dialects/image_write.h"
#include "dialects/read.h"
#include "dialects/task_dialect.h"

#define USUAL_MODEL "dall-e-2" /* AIGNE Hub's, where nothing is said */

/* Those of OpenAI, and behind them other spellings and its own. */
enum { MEMBER_FORM_CAMEL = IMAGE_ASK_MEMBERS, MEMBER_FILE_TYPE, MEMBER__MAX };

static void list_names(const char *names[MEMBER__MAX + 1]) {
    memcpy(names, image_openai_names, sizeof image_openai_names);
    names[IMAGE_ASK_IMAGE] = "image";
    names[MEMBER_FORM_CAMEL] = "responseFormat";
    names[MEMBER_FILE_TYPE] = "outputFileType";
    names[MEMBER__MAX] = NULL;
}

/* A picture, or a list of some. */
static int read_pictures(struct task *task, const struct json *image, struct error *err) {
    struct span rest = image->text;
    struct json item = {0};
    if (image->type != SCAN_ARRAY)
        return image_read_source(task, image, err);
    while (value_next(image, &rest, &item))
        if (image_read_source(task, &item, err) < 0)
            return -1;
    return 0;
}

/* What its documents call base64 is what OpenAI calls b64_json. */
static int read_form(struct task *task, const struct json *found, struct error *err) {
    static const char *const forms[] = {"url", "b64_json", "base64", NULL};
    static const char *const types[] = {"url", "file", NULL};
    const struct json *form = &found[MEMBER_FORM_CAMEL], *type = &found[MEMBER_FILE_TYPE];
    int at;
    if (value_given(form) && value_given(&found[IMAGE_ASK_FORM]))
        return value_bad(form, "must not stand beside \"response_format\"", err);
    if (value_given(type)) {
        if (value_choice(type, types, &at, err) < 0)
            return -1;
        task->image->form = at == 0 ? IMAGE_URL : IMAGE_DATA;
    }
    if (!value_given(form))
        form = &found[IMAGE_ASK_FORM];
    if (!value_given(form))
        return 0;
    if (value_choice(form, forms, &at, err) < 0)
        return -1;
    task->image->form = at == 0 ? IMAGE_URL : IMAGE_DATA;
    return 0;
}

static int read_members_in(struct task *task, const struct json *whole, struct json found[MEMBER__MAX],
                           struct error *err) {
    const char *names[MEMBER__MAX + 1];
    const struct json *image = &found[IMAGE_ASK_IMAGE];
    list_names(names);
    if (task_members_of(task, whole, names, IMAGE_ASK_STREAM, found, err) < 0)
        return -1;
    if (task->stream)
        return value_bad(&found[IMAGE_ASK_STREAM], "must be false: pictures come whole here", err);
    if ((value_given(image) && read_pictures(task, image, err) < 0) || read_form(task, found, err) < 0)
        return -1;
    return value_given(&found[IMAGE_ASK_MASK]) ? image_read_mask(task, &found[IMAGE_ASK_MASK], err) : 0;
}

static int read_request(struct task *task, struct error *err) {
    struct json found[MEMBER__MAX], whole = value_whole(task->text);
    struct json none = {0};
    image_new(task);
    if (read_members_in(task, &whole, found, err) < 0)
        return -1;
    found[IMAGE_ASK_FORM] = none; /* read already */
    if (image_read(task, &whole, found, err) < 0)
        return -1;
    task->model = task->model ? aigne_model(task->model) : USUAL_MODEL;
    image_settle_quality(task);
    return image_settle(task, err);
}

/* In each of the spellings that its clients read. */
static void write_reply(const struct chat_head *head, const struct task *task, const struct task_reply *reply,
                        struct joint *out) {
    static const char *const names[] = {"b64_json", "b64Json", NULL};
    struct json_writer w = {.out = &out->text};
    (void)task;
    json_open(&w, '{');
    json_member_int(&w, "created", reply->image->created ? reply->image->created : head->created);
    image_write_list(&w, out, "images", reply->image, names, false);
    image_write_list(&w, out, "data", reply->image, names, false);
    json_member_text(&w, "model", head->target);
    aigne_write_model_with_provider(&w, head);
    json_member_open(&w, "usage", '{');
    aigne_write_usage_members(&w, head, &reply->usage);
    json_close(&w, '}');
    json_close(&w, '}');
}

const struct task_dialect image_aigne = {.name = "aigne",
                                         .kind = TASK_IMAGE,
                                         .family = &chat_aigne,
                                         .read = read_request,
                                         .write_reply = write_reply};

const struct task_dialect edit_aigne = {.name = "aigne",
                                        .kind = TASK_EDIT,
                                        .family = &chat_aigne,
                                        .read = read_request,
                                        .write_reply = write_reply};
