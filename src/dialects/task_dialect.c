/* What is the same in the dialects of all tasks. */
#include "dialects/task_dialect.h"

#include <string.h>

#include "base/splice.h"
#include "dialects/answer.h"
#include "dialects/ask.h"
#include "dialects/openai_usage.h"
#include "dialects/read.h"

#define MODEL_MOST 200 /* bytes of a model's name */

/* A member with the comma that it does not share: the one before it, or behind it if it is the first. */
static void omit(struct splice *splice, struct span object, const char *unwanted) {
    struct span rest = object, name, value;
    enum scan_type type;
    const char *end = NULL; /* of the value before */
    while (scan_next_member(&rest, &name, &value, &type)) {
        const char *from = end ? end : name.at;
        end = value.at + value.len;
        if (!scan_equals(name, unwanted))
            continue;
        if (from == name.at && scan_next_member(&rest, &name, &value, &type))
            end = name.at;
        splice_replace(splice, (struct span){from, (size_t)(end - from)}, "");
        return;
    }
}

static struct span *edit_text(const struct task *task, const char *model, const char *unwanted,
                              struct arena *arena, size_t *parts, size_t *total) {
    struct scan_want named = {.name = "model"};
    struct splice splice = {.text = task->text};
    struct span value = chat_quote(arena, model, strlen(model));
    scan_members(task->text, &named, 1);
    if (named.seen)
        splice_replace(&splice, named.value, arena_strndup(arena, value.at, value.len));
    else
        ask_put_front(&splice, task->text, arena_printf(arena, "\"model\":%.*s", (int)value.len, value.at),
                      arena);
    if (unwanted) /* behind what may be put at the same place */
        omit(&splice, task->text, unwanted);
    return splice_parts(&splice, arena, parts, total);
}

struct span *task_edit(const struct task_dialect *dialect, const struct task *task, const char *model,
                       struct arena *arena, size_t *parts, size_t *total) {
    const char *unwanted = dialect->omits ? dialect->omits(task, model) : NULL;
    return dialect->edit ? dialect->edit(task, model, arena, parts, total)
                         : edit_text(task, model, unwanted, arena, parts, total);
}

int task_read_model(struct task *task, const struct json *value, struct error *err) {
    if (!value_given(value) || task->model)
        return 0;
    if (value_name(value, MODEL_MOST, task->arena, &task->model, err) < 0)
        return -1;
    return *task->model ? 0 : value_bad(value, "must be a name of 1 to 200 characters", err);
}

int task_members(struct task *task, const char *const *names, size_t stream, struct json *found,
                 struct error *err) {
    struct json *whole = arena_alloc(task->arena, sizeof *whole); /* which those that are found stand in */
    *whole = value_whole(task->text);
    return task_members_of(task, whole, names, stream, found, err);
}

int task_members_of(struct task *task, const struct json *object, const char *const *names, size_t stream,
                    struct json *found, struct error *err) {
    if (read_members(task->notes, object, names, found, err) < 0 || task_read_model(task, &found[0], err) < 0)
        return -1;
    return stream && value_given(&found[stream]) ? value_bool(&found[stream], &task->stream, err) : 0;
}

/* ---- usage ------------------------------------------------------------------------- */

static bool is_duration(const struct scan_want *type) {
    return type->type == SCAN_STRING && scan_equals(type->value, "duration");
}

bool task_read_usage(struct span object, struct task_reply *reply) {
    enum {
        TYPE,
        SECONDS,
        PROMPT,
        INPUT,
        OUTPUT,
        COMPLETION,
        TOTAL,
        PROMPT_DETAILS,
        INPUT_DETAILS,
        INPUT_DETAIL,
        OUTPUT_DETAILS,
        WANTS
    };
    struct scan_want usage = {.name = "usage"};
    struct scan_want want[WANTS] = {[TYPE] = {.name = "type"},
                                    [SECONDS] = {.name = "seconds"},
                                    [PROMPT] = {.name = "prompt_tokens"},
                                    [INPUT] = {.name = "input_tokens"},
                                    [OUTPUT] = {.name = "output_tokens"},
                                    [COMPLETION] = {.name = "completion_tokens"},
                                    [TOTAL] = {.name = "total_tokens"},
                                    [PROMPT_DETAILS] = {.name = "prompt_tokens_details"},
                                    [INPUT_DETAILS] = {.name = "input_tokens_details"},
                                    [INPUT_DETAIL] = {.name = "input_token_details"},
                                    [OUTPUT_DETAILS] = {.name = "output_tokens_details"}};
    struct usage *told = &reply->usage;
    scan_members(object, &usage, 1);
    if (usage.type != SCAN_OBJECT)
        return false;
    scan_members(usage.value, want, WANTS);
    if (is_duration(&want[TYPE]))
        return answer_count(&want[SECONDS], &told->seconds);
    reply->has_prompt |=
        answer_count(&want[PROMPT], &told->prompt) || answer_count(&want[INPUT], &told->prompt);
    reply->has_output |=
        answer_count(&want[OUTPUT], &told->output) || answer_count(&want[COMPLETION], &told->output);
    if (!reply->has_prompt && !reply->has_output) /* all that goes in, where nothing but numbers comes out */
        reply->has_prompt |= answer_count(&want[TOTAL], &told->prompt);
    openai_read_input_details(&want[PROMPT_DETAILS], told);
    openai_read_input_details(&want[INPUT_DETAILS], told);
    openai_read_input_details(&want[INPUT_DETAIL], told);
    openai_read_output_details(&want[OUTPUT_DETAILS], told);
    return reply->has_prompt || reply->has_output;
}
