/* OpenAI's pictures: requests for them, and answers. */
#include "dialects/image_openai.h"

#include <string.h>

#include "canon/media.h"
#include "dialects/answer.h"
#include "dialects/image_family.h"
#include "dialects/image_read.h"
#include "dialects/image_write.h"
#include "dialects/read.h"

#define USUAL_MODEL "dall-e-2" /* OpenAI's, where nothing is said */

/* ---- requests -------------------------------------------------------------------------- */

static int read_request(struct task *task, struct error *err) {
    const char *names[IMAGE_ASK_MEMBERS + 1] = {0};
    struct json found[IMAGE_ASK_MEMBERS], whole = value_whole(task->text);
    memcpy(names, image_openai_names, sizeof image_openai_names);
    names[IMAGE_ASK_IMAGE] = NULL; /* the first of those that only changes have */
    image_new(task);
    for (size_t i = IMAGE_ASK_IMAGE; i < IMAGE_ASK_MEMBERS; i++)
        found[i] = (struct json){0};
    if (task_members_of(task, &whole, names, IMAGE_ASK_STREAM, found, err) < 0 ||
        image_read(task, &whole, found, err) < 0)
        return -1;
    if (!task->model)
        task->model = USUAL_MODEL;
    return image_settle(task, err);
}

const char *image_openai_omits(const struct task *task, const char *model) {
    return task->image->form != IMAGE_ANY && !image_family(model)->plain ? "response_format" : NULL;
}

bool image_openai_takes(const struct task *task, const char *model, enum image_wish wish) {
    const struct image_family *family = image_family(model);
    bool known = *family->begins != '\0';
    switch (wish) {
    case IMAGE_SIZE:
    case IMAGE_QUALITY:
        return true;
    case IMAGE_STYLE:
        return !known || strcmp(family->begins, "dall-e-3") == 0;
    case IMAGE_FIDELITY:
        return task->kind == TASK_EDIT && (family->gpt || !known);
    default:
        return family->gpt || !known;
    }
}

static void write_wishes(struct json_writer *w, const struct task *task, const char *model) {
    for (int i = 0; i < IMAGE_WISHES; i++) {
        const struct image_said *said = &task->image->wish[i];
        if (said->value && image_openai_takes(task, model, (enum image_wish)i))
            json_member_text(w, image_openai_names[IMAGE_ASK_WISH + i], said->value);
        else
            image_drop_wish(task, (enum image_wish)i);
    }
}

static int write_request(struct task *task, const char *model, struct joint *out, struct error *err) {
    const struct image_request *image = task->image;
    struct json_writer w = {.out = &out->text};
    if (image_check(image_family(model), image, err) < 0)
        return -1;
    json_open(&w, '{');
    json_member_text(&w, "model", model);
    json_member_put(&w, "prompt", image->prompt);
    if (image->count > 1)
        json_member_int(&w, "n", image->count);
    write_wishes(&w, task, model);
    if (image->compression.value.at && image_openai_takes(task, model, IMAGE_FORMAT))
        json_member_put(&w, "output_compression", image->compression.value);
    else if (image->compression.value.at)
        chat_drop(task->notes, image->compression.param);
    if (image->user.value.at)
        json_member_put(&w, "user", image->user.value);
    if (image->form != IMAGE_ANY && !image_openai_omits(task, model))
        json_member_text(&w, "response_format", image->form == IMAGE_URL ? "url" : "b64_json");
    json_close(&w, '}');
    image_drop_partial(task);
    return 0;
}

static const char *path(const struct task *task, const char *model, struct arena *arena) {
    (void)task, (void)model, (void)arena;
    return "/images/generations";
}

/* ---- answers ----------------------------------------------------------------------------- */

static const char *mime_of(const struct image *image, struct span format) {
    static const struct {
        const char *format, *mime;
    } named[] = {{"png", "image/png"}, {"jpeg", "image/jpeg"}, {"webp", "image/webp"}};
    const char *mime = image->data.at ? media_sniff(image->data) : NULL;
    for (size_t i = 0; !mime && format.at && i < sizeof named / sizeof *named; i++)
        if (scan_equals(format, named[i].format))
            mime = named[i].mime;
    return mime;
}

static int bad_picture(struct error *err) {
    return error_set(err, ERR_UPSTREAM,
                     "The provider's answer has a picture that is neither data nor a URL.");
}

enum { ITEM_DATA, ITEM_URL, ITEM_REVISED, ITEM__MAX };

static int look_item(struct span item, enum scan_type type, struct scan_want want[ITEM__MAX],
                     struct error *err) {
    static const char *const names[ITEM__MAX] = {"b64_json", "url", "revised_prompt"};
    for (int i = 0; i < ITEM__MAX; i++)
        want[i] = (struct scan_want){.name = names[i]};
    if (type != SCAN_OBJECT)
        return bad_picture(err);
    scan_members(item, want, ITEM__MAX);
    return answer_says(&want[ITEM_DATA]) || answer_says(&want[ITEM_URL]) ? 0 : bad_picture(err);
}

static void take_usage(struct span text, struct task_reply *reply) {
    struct usage *usage = &reply->usage;
    if (task_read_usage(text, reply) && reply->has_output && !usage->image_output)
        usage->image_output = usage->output; /* nothing else comes out, where nothing else is said */
}

enum { REPLY_DATA, REPLY_CREATED, REPLY_SIZE, REPLY_QUALITY, REPLY_FORMAT, REPLY_BACKGROUND, REPLY__MAX };

/* Checks the answer, and finds its pictures. */
static int look_reply(struct span text, struct scan_want want[REPLY__MAX], struct task_reply *reply,
                      struct error *err) {
    static const char *const names[REPLY__MAX] = {"data",    "created",       "size",
                                                  "quality", "output_format", "background"};
    for (int i = 0; i < REPLY__MAX; i++)
        want[i] = (struct scan_want){.name = names[i]};
    if (answer_look(text, want, REPLY__MAX, err) < 0)
        return -1;
    if (want[REPLY_DATA].type != SCAN_ARRAY)
        return error_set(err, ERR_UPSTREAM, "The provider's answer has no pictures.");
    take_usage(text, reply);
    return 0;
}

/* What nobody asked for is nobody's to pay. */
static size_t counted(size_t count, const struct task *task) {
    return count < (size_t)task->image->count ? count : (size_t)task->image->count;
}

static int check_count(size_t count, const struct task *task, struct task_reply *reply, struct error *err) {
    reply->usage.images = (int64_t)counted(count, task);
    if (count == 0)
        return error_set(err, ERR_UPSTREAM, "The provider's answer has no pictures.");
    return count > IMAGE_MOST ? error_set(err, ERR_UPSTREAM, "The provider's answer has too many pictures.")
                              : 0;
}

int image_openai_look(struct span text, const struct task *task, struct task_reply *reply, bool *fits,
                      struct error *err) {
    struct scan_want want[REPLY__MAX], item[ITEM__MAX];
    struct span rest, value;
    enum scan_type type;
    size_t count = 0;
    if (look_reply(text, want, reply, err) < 0)
        return -1;
    for (rest = want[REPLY_DATA].value; scan_next(&rest, &value, &type); count++) {
        if (look_item(value, type, item, err) < 0)
            return -1;
        *fits &= task->image->form == IMAGE_ANY ||
                 answer_says(&item[task->image->form == IMAGE_URL ? ITEM_URL : ITEM_DATA]);
    }
    return check_count(count, task, reply, err);
}

static int read_item(const struct scan_want want[ITEM__MAX], struct span format, struct image *image,
                     struct arena *arena, struct error *err) {
    if (answer_says(&want[ITEM_DATA]))
        image->data = image_inside(want[ITEM_DATA].value, arena);
    if (answer_says(&want[ITEM_URL]))
        image->url = want[ITEM_URL].value;
    if (answer_says(&want[ITEM_REVISED]))
        image->revised = want[ITEM_REVISED].value;
    image->mime = mime_of(image, format);
    return image->data.at || image->url.at ? 0 : bad_picture(err);
}

static struct span said(const struct scan_want *want) {
    return answer_says(want) ? want->value : (struct span){0};
}

int image_openai_read_reply(struct span text, const struct task *task, struct task_reply *reply,
                            struct error *err) {
    struct scan_want want[REPLY__MAX], item[ITEM__MAX];
    struct image_reply *image = arena_alloc(task->arena, sizeof *image);
    struct span rest, value;
    enum scan_type type;
    size_t count = 0;
    if (look_reply(text, want, reply, err) < 0)
        return -1;
    image->size = said(&want[REPLY_SIZE]);
    image->quality = said(&want[REPLY_QUALITY]);
    image->format = said(&want[REPLY_FORMAT]);
    image->background = said(&want[REPLY_BACKGROUND]);
    image->image = arena_alloc(task->arena, IMAGE_MOST * sizeof *image->image);
    answer_count(&want[REPLY_CREATED], &image->created);
    for (rest = want[REPLY_DATA].value; scan_next(&rest, &value, &type); count++) {
        if (look_item(value, type, item, err) < 0)
            return -1;
        if (count < IMAGE_MOST && read_item(item, image->format, &image->image[count], task->arena, err) < 0)
            return -1;
    }
    image->count = counted(count, task);
    reply->image = image;
    return check_count(count, task, reply, err);
}

static void write_said(struct json_writer *w, const char *name, struct span said) {
    if (said.at)
        json_member_put(w, name, said);
}

static void write_all_said(struct json_writer *w, const struct image_reply *image) {
    write_said(w, "background", image->background);
    write_said(w, "output_format", image->format);
    write_said(w, "quality", image->quality);
    write_said(w, "size", image->size);
}

static int64_t created(const struct chat_head *head, const struct image_reply *image) {
    return image->created ? image->created : head->created;
}

void image_openai_write_reply(const struct chat_head *head, const struct task *task,
                              const struct task_reply *reply, struct joint *out) {
    static const char *const data[] = {"b64_json", NULL};
    struct json_writer w = {.out = &out->text};
    (void)task;
    json_open(&w, '{');
    json_member_int(&w, "created", created(head, reply->image));
    image_write_list(&w, out, "data", reply->image, data, false);
    write_all_said(&w, reply->image);
    image_write_usage(&w, reply);
    json_close(&w, '}');
}

/* ---- streams ------------------------------------------------------------------------------ */

static const char *done_event(const struct task *task) {
    return task->kind == TASK_EDIT ? "image_edit.completed" : "image_generation.completed";
}

static const char *partial_event(const struct task *task) {
    return task->kind == TASK_EDIT ? "image_edit.partial_image" : "image_generation.partial_image";
}

/* It is being made, and its client can see it already: it counts, whether it is waited for or not. */
static void add_partial(struct task_reply *reply) {
    reply->usage.images += !reply->unfinished;
    reply->unfinished = true;
}

/* Each picture tells what it took; of several the sums count. */
static void add_usage(struct span data, struct task_reply *reply) {
    struct task_reply one = {0};
    take_usage(data, &one);
    one.usage.images = !reply->unfinished;
    reply->unfinished = false;
    usage_accumulate(&reply->usage, &one.usage);
    reply->has_prompt |= one.has_prompt;
    reply->has_output |= one.has_output;
}

bool image_openai_look_event(struct span data, const struct task *task, struct task_reply *reply) {
    struct scan_want type = {.name = "type"};
    scan_members(data, &type, 1);
    if (type.type == SCAN_STRING && scan_equals(type.value, partial_event(task)))
        add_partial(reply);
    if (type.type != SCAN_STRING || !scan_equals(type.value, done_event(task)))
        return false;
    add_usage(data, reply);
    return reply->usage.images >= task->image->count;
}

/* A picture; what was used is told with the last one. */
static void write_done(const struct chat_head *head, const struct task *task, const struct task_reply *reply,
                       size_t i, struct joint *out) {
    const struct image *image = &reply->image->image[i];
    struct json_writer w = {.out = &out->text};
    buf_printf(&out->text, "event: %s\ndata: ", done_event(task));
    json_open(&w, '{');
    json_member_text(&w, "type", done_event(task));
    json_member_int(&w, "created_at", created(head, reply->image));
    write_all_said(&w, reply->image);
    image_member_data(&w, out, "b64_json", image->data);
    if (i + 1 == reply->image->count)
        image_write_usage(&w, reply);
    json_close(&w, '}');
    buf_puts(&out->text, "\n\n");
}

void image_openai_write_stream(const struct chat_head *head, const struct task *task,
                               const struct task_reply *reply, struct joint *out) {
    for (size_t i = 0; i < reply->image->count; i++)
        write_done(head, task, reply, i, out);
}

const struct task_dialect image_openai = {.name = "openai",
                                          .kind = TASK_IMAGE,
                                          .family = &chat_openai,
                                          .read = read_request,
                                          .omits = image_openai_omits,
                                          .write_reply = image_openai_write_reply,
                                          .write_stream = image_openai_write_stream,
                                          .path = path,
                                          .write_request = write_request,
                                          .read_reply = image_openai_read_reply,
                                          .look = image_openai_look,
                                          .look_event = image_openai_look_event};
