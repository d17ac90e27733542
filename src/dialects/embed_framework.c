/* Embeddings of the AIGNE framework: {"input":{"input", "modelOptions":{"model"}}}. */
#include "dialects/aigne_model.h"
#include "dialects/embed_parts.h"
#include "dialects/read.h"

/* The first of two places where something is said. */
static const struct json *either(const struct json *inner, const struct json *outer) {
    return value_given(inner) ? inner : outer;
}

static int read_model_options(struct task *task, const struct json *options, const struct json *input,
                              struct json model[1], struct error *err) {
    enum { MODEL, DIMENSIONS, MEMBERS };
    static const char *const names[] = {[MODEL] = "model", [DIMENSIONS] = "dimensions", [MEMBERS] = NULL};
    struct json found[MEMBERS] = {0};
    if (value_given(options) && read_members(task->notes, options, names, found, err) < 0)
        return -1;
    *model = found[MODEL];
    return embed_read_dimensions(task, either(&found[DIMENSIONS], input), err);
}

static int read_request(struct task *task, struct error *err) {
    enum { INPUT, OPTIONS, MODEL, AGENT, MEMBERS };
    static const char *const names[] = {
        [INPUT] = "input", [OPTIONS] = "options", [MODEL] = "model", [AGENT] = "agent", [MEMBERS] = NULL};
    enum { TEXTS, MODEL_OPTIONS, DIMENSIONS, INNER_MODEL, INNER };
    static const char *const inner[] = {[TEXTS] = "input",
                                        [MODEL_OPTIONS] = "modelOptions",
                                        [DIMENSIONS] = "dimensions",
                                        [INNER_MODEL] = "model",
                                        [INNER] = NULL};
    struct json whole = value_whole(task->text), found[MEMBERS], in[INNER], model;
    embed_begin(task);
    if (read_members(task->notes, &whole, names, found, err) < 0)
        return -1;
    if (!value_given(&found[INPUT]))
        return read_missing(&whole, names[INPUT], err);
    if (read_members(task->notes, &found[INPUT], inner, in, err) < 0 ||
        embed_read_input(task, &in[TEXTS], inner[TEXTS], false, err) < 0 ||
        read_model_options(task, &in[MODEL_OPTIONS], &in[DIMENSIONS], &model, err) < 0 ||
        task_read_model(task, either(&model, either(&in[INNER_MODEL], &found[MODEL])), err) < 0)
        return -1;
    if (!task->model)
        return error_param(err, ERR_REQUEST, "input.modelOptions.model",
                           "\"input.modelOptions.model\" is missing: name the model.");
    task->model = aigne_model(task->model);
    return 0;
}

static void write_reply(const struct chat_head *head, const struct task *task, const struct task_reply *reply,
                        struct joint *out) {
    struct json_writer w = {.out = &out->text};
    (void)task;
    json_open(&w, '{');
    embed_write_vectors(&w, "embeddings", reply);
    json_member_text(&w, "model", head->target);
    aigne_write_model_with_provider(&w, head);
    json_member_open(&w, "usage", '{');
    aigne_write_usage_members(&w, head, &reply->usage);
    json_close(&w, '}');
    json_close(&w, '}');
}

const struct task_dialect embed_framework = {.name = "framework",
                                             .kind = TASK_EMBED,
                                             .family = &chat_framework,
                                             .read = read_request,
                                             .write_reply = write_reply};
