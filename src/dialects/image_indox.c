/* Pictures as IndoxRouter has them: a client's language. */
#include <string.h>

#include "dialects/chat_indox.h"
#include "dialects/image_read.h"
#include "dialects/image_write.h"
#include "dialects/read.h"
#include "dialects/task_dialect.h"

#define USUAL_MODEL "dall-e-3" /* its clients', where nothing is said */

/* Those of OpenAI, and behind them its own. */
enum { MEMBER_PROVIDER = IMAGE_ASK_IMAGE, MEMBER_BYOK, MEMBER_ADDITIONAL, MEMBER__MAX };

static void list_names(size_t count, const char *names[MEMBER__MAX + 1]) {
    memcpy(names, image_openai_names, IMAGE_ASK_IMAGE * sizeof *names);
    names[MEMBER_PROVIDER] = "provider";
    names[MEMBER_BYOK] = "byok_api_key";
    names[MEMBER_ADDITIONAL] = "additional_params";
    names[count] = NULL;
}

/* What its clients do not know themselves they put there. */
static int read_additional(struct task *task, struct json found[MEMBER__MAX], struct error *err) {
    const char *names[MEMBER__MAX + 1];
    struct json more[MEMBER__MAX];
    list_names(MEMBER_ADDITIONAL, names);
    if (read_members(task->notes, &found[MEMBER_ADDITIONAL], names, more, err) < 0)
        return -1;
    for (size_t i = 0; i < MEMBER_ADDITIONAL; i++) {
        if (more[i].type == SCAN_NONE)
            continue;
        if (found[i].type != SCAN_NONE)
            return value_bad(&more[i], "is given twice", err);
        found[i] = more[i];
    }
    return 0;
}

static bool is_empty(const struct json *value) {
    return value->type == SCAN_STRING && chat_is_empty(value->text);
}

/* "provider/model", where the model has no provider of its own before it. */
static int read_model(struct task *task, const struct json *found, struct error *err) {
    const struct json *provider = &found[MEMBER_PROVIDER], *byok = &found[MEMBER_BYOK];
    const char *name = "";
    if (value_given(byok) && !is_empty(byok))
        return value_bad(byok, "is not possible here: the hub asks providers with keys of its own", err);
    if (task_read_model(task, &found[IMAGE_ASK_MODEL], err) < 0 ||
        (value_given(provider) && value_name(provider, 100, task->arena, &name, err) < 0))
        return -1;
    if (strchr(name, '/'))
        return value_bad(provider, "must be the name of a provider", err);
    if (!task->model)
        task->model = USUAL_MODEL;
    if (*name && !strchr(task->model, '/'))
        task->model = arena_printf(task->arena, "%s/%s", name, task->model);
    return 0;
}

static int read_stream(const struct json *stream, struct error *err) {
    bool on = false;
    if (value_given(stream) && value_bool(stream, &on, err) < 0)
        return -1;
    return on ? value_bad(stream, "must be false: pictures come whole here", err) : 0;
}

static int read_request(struct task *task, struct error *err) {
    const char *names[MEMBER__MAX + 1];
    struct json found[MEMBER__MAX + 1], whole = value_whole(task->text);
    _Static_assert(MEMBER__MAX + 1 > IMAGE_ASK_MASK, "those of changes are there, and empty");
    image_new(task);
    list_names(MEMBER__MAX, names);
    if (read_members(task->notes, &whole, names, found, err) < 0 ||
        (value_given(&found[MEMBER_ADDITIONAL]) && read_additional(task, found, err) < 0) ||
        read_model(task, found, err) < 0 || read_stream(&found[IMAGE_ASK_STREAM], err) < 0 ||
        image_read(task, &whole, found, err) < 0)
        return -1;
    image_settle_quality(task);
    return image_settle(task, err);
}

static void write_reply(const struct chat_head *head, const struct task *task, const struct task_reply *reply,
                        struct joint *out) {
    static const char *const data[] = {"b64_json", NULL};
    struct json_writer w = {.out = &out->text};
    (void)task;
    json_open(&w, '{');
    chat_indox_write_head(&w, head);
    json_member_bool(&w, "success", true);
    json_member_text(&w, "message", "Successfully generated image");
    image_write_list(&w, out, "data", reply->image, data, true);
    chat_indox_write_usage(&w, head, &reply->usage);
    json_close(&w, '}');
}

const struct task_dialect image_indox = {.name = "indox",
                                         .kind = TASK_IMAGE,
                                         .family = &chat_indox,
                                         .read = read_request,
                                         .write_reply = write_reply};
