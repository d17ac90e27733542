/* OpenAI's moderations: requests are looked at, answers pass. */
#include "dialects/estimate.h"
#include "dialects/read.h"
#include "dialects/task_dialect.h"

#define INPUTS_MOST 2048
#define USUAL_MODEL "omni-moderation-latest" /* OpenAI's, where nothing is said */

/* A text, or a picture at a URL, which may hold its data. */
static int read_typed(const struct json *part, struct error *err) {
    static const char *const types[] = {"text", "image_url", NULL};
    struct json type = value_member(part, "type"), url;
    struct span text;
    int which;
    if (!value_given(&type))
        return read_missing(part, "type", err);
    if (value_choice(&type, types, &which, err) < 0)
        return -1;
    struct json member = value_member(part, types[which]);
    if (!value_given(&member))
        return read_missing(part, types[which], err);
    if (which == 0)
        return value_string(&member, &text, err);
    if (member.type != SCAN_OBJECT)
        return value_bad(&member, "must be an object with a url", err);
    url = value_member(&member, "url");
    return value_given(&url) ? value_string(&url, &text, err) : read_missing(&member, "url", err);
}

static int read_part(const struct json *part, struct error *err) {
    if (part->type == SCAN_STRING)
        return 0;
    if (part->type != SCAN_OBJECT)
        return value_bad(part, "must be a text, or an object with a type", err);
    return read_typed(part, err);
}

static int read_input(const struct json *input, struct error *err) {
    struct span rest = input->text;
    struct json part = {0};
    int count = 0;
    if (input->type == SCAN_STRING)
        return 0;
    if (input->type != SCAN_ARRAY)
        return value_bad(input, "must be a text or a list", err);
    while (value_next(input, &rest, &part)) {
        if (++count > INPUTS_MOST)
            return value_bad(input, "must not have more than 2048 parts", err);
        if (read_part(&part, err) < 0)
            return -1;
    }
    return count ? 0 : value_bad(input, "must not be empty", err);
}

static int read_request(struct task *task, struct error *err) {
    enum { MODEL, INPUT, MEMBERS };
    static const char *const names[] = {[MODEL] = "model", [INPUT] = "input", NULL};
    struct json found[MEMBERS], whole = value_whole(task->text);
    if (task_members(task, names, 0, found, err) < 0)
        return -1;
    if (!value_given(&found[INPUT]))
        return read_missing(&whole, "input", err);
    if (read_input(&found[INPUT], err) < 0)
        return -1;
    if (!task->model)
        task->model = USUAL_MODEL;
    task->most.prompt = estimate_tokens(found[INPUT].text);
    return 0;
}

static const char *path(const struct task *task, const char *model, struct arena *arena) {
    (void)task, (void)model, (void)arena;
    return "/moderations";
}

const struct task_dialect moderate_openai = {
    .name = "openai", .kind = TASK_MODERATE, .family = &chat_openai, .read = read_request, .path = path};
