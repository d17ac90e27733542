/* IndoxRouter's embeddings (POST /embeddings): a `text`, or an `input` as its clients once called it. */
#include <string.h>

#include "dialects/chat_indox.h"
#include "dialects/embed_parts.h"
#include "dialects/read.h"

#define USUAL_MODEL   "text-embedding-ada-002" /* IndoxRouter's, where nothing is said */
#define PROVIDER_MOST 100                      /* bytes */

/* What stands within additional_params is as good as what stands at the top, but not beside it. */
enum { MODEL, PROVIDER, TEXT, INPUT, DIMENSIONS, FORM, USER, BYOK, ADDITIONAL, MEMBERS };
static const char *const names[] = {
    [MODEL] = "model", [PROVIDER] = "provider",     [TEXT] = "text",
    [INPUT] = "input", [DIMENSIONS] = "dimensions", [FORM] = "encoding_format",
    [USER] = "user",   [BYOK] = "byok_api_key",     [ADDITIONAL] = "additional_params",
    [MEMBERS] = NULL};

static int read_all(struct task *task, const struct json *whole, struct json found[MEMBERS],
                    struct json more[MEMBERS], struct error *err) {
    if (read_members(task->notes, whole, names, found, err) < 0)
        return -1;
    if (!value_given(&found[ADDITIONAL]))
        return 0;
    if (read_members(task->notes, &found[ADDITIONAL], names, more, err) < 0)
        return -1;
    for (size_t i = 0; i < ADDITIONAL; i++) {
        if (!value_given(&more[i]))
            continue;
        if (value_given(&found[i]))
            return value_bad(&more[i], "is given twice", err);
        found[i] = more[i];
    }
    return 0;
}

static int read_model(struct task *task, const struct json *provider, const struct json *model,
                      struct error *err) {
    const char *name = "";
    if (value_given(provider) && value_name(provider, PROVIDER_MOST, task->arena, &name, err) < 0)
        return -1;
    if (strchr(name, '/'))
        return value_bad(provider, "must be the name of a provider", err);
    if (task_read_model(task, model, err) < 0)
        return -1;
    if (!task->model)
        task->model = USUAL_MODEL;
    if (*name && !strchr(task->model, '/'))
        task->model = arena_printf(task->arena, "%s/%s", name, task->model);
    return 0;
}

/* Its answers hold numbers; and who pays the provider is the hub. */
static int refuse_impossible(const struct json found[MEMBERS], const struct task *task, struct error *err) {
    const struct json *byok = &found[BYOK];
    if (task->embed->base64)
        return value_bad(&found[FORM], "must be float", err);
    if (value_given(byok) && !(byok->type == SCAN_STRING && scan_equals(byok->text, "")))
        return value_bad(byok, "is not possible here: the hub asks providers with keys of its own", err);
    return 0;
}

static int read_request(struct task *task, struct error *err) {
    struct json whole = value_whole(task->text), found[MEMBERS], more[MEMBERS];
    embed_begin(task);
    if (read_all(task, &whole, found, more, err) < 0)
        return -1;
    const struct json *text = &found[value_given(&found[TEXT]) ? TEXT : INPUT];
    if (value_given(&found[TEXT]) && value_given(&found[INPUT]))
        return value_bad(&found[INPUT], "must not stand beside \"text\"", err);
    if (!value_given(text))
        return read_missing(&whole, names[TEXT], err);
    return embed_read_input(task, text, names[TEXT], false, err) < 0 ||
                   read_model(task, &found[PROVIDER], &found[MODEL], err) < 0 ||
                   embed_read_dimensions(task, &found[DIMENSIONS], err) < 0 ||
                   embed_read_form(task, &found[FORM], err) < 0 ||
                   read_string(&found[USER], &task->embed->user, err) < 0
               ? -1
               : refuse_impossible(found, task, err);
}

static void write_reply(const struct chat_head *head, const struct task *task, const struct task_reply *reply,
                        struct joint *out) {
    struct json_writer w = {.out = &out->text};
    (void)task;
    json_open(&w, '{');
    chat_indox_write_head(&w, head);
    json_member_bool(&w, "success", true);
    json_member_text(&w, "message", "Successfully generated embeddings");
    embed_write_vectors(&w, "data", reply);
    json_member_int(&w, "dimensions", (int64_t)reply->embed->vector[0].count);
    chat_indox_write_usage(&w, head, &reply->usage);
    json_close(&w, '}');
}

const struct task_dialect embed_indox = {.name = "indox",
                                         .kind = TASK_EMBED,
                                         .family = &chat_indox,
                                         .read = read_request,
                                         .write_reply = write_reply};
