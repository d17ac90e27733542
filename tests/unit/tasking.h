/* Reads the request of a task, and writes what becomes of it. */
#ifndef TESTS_TASKING_H
#define TESTS_TASKING_H

#include "dialects/task_dialect.h"
#include "dropped.h"

/* A task with that text, made in the arena. */
static inline struct task *task_of(struct arena *arena, const char *text) {
    struct task *task = arena_alloc(arena, sizeof *task);
    task->arena = arena;
    task->text = (struct span){text, strlen(text)};
    task->notes = arena_alloc(arena, sizeof *task->notes);
    task->notes->arena = arena;
    return task;
}

/* Checks the text as JSON and reads it, as the relay does. */
static inline int task_read(struct task *task, const struct task_dialect *dialect, struct error *err) {
    task->kind = dialect->kind;
    return scan_object(task->text, NULL, 0, SCAN_DEPTH, err) < 0 ? -1 : dialect->read(task, err);
}

/* The spans one behind the other, in the arena. */
static inline const char *task_joined(struct arena *arena, const struct span *part, size_t parts) {
    const char *text = "";
    for (size_t i = 0; i < parts; i++)
        text = arena_printf(arena, "%s%.*s", text, (int)part[i].len, part[i].at);
    return text;
}

/* What the dialect makes of it for another model, as a provider's or as what passes; NULL: nothing, see err.
 */
static inline const char *task_written(struct task *task, const struct task_dialect *dialect,
                                       const char *model, struct error *err) {
    struct arena *arena = task->arena;
    struct joint out;
    size_t parts, total;
    joint_init(&out, 64, arena);
    const char *text = NULL;
    if (dialect->write_request(task, model, &out, err) == 0) {
        struct span *part = joint_parts(&out, arena, &parts, &total);
        text = task_joined(arena, part, parts);
    }
    joint_free(&out);
    return text;
}

static inline const char *task_passed(struct task *task, const struct task_dialect *dialect,
                                      const char *model) {
    size_t parts, total;
    struct span *part = task_edit(dialect, task, model, task->arena, &parts, &total);
    const char *text = task_joined(task->arena, part, parts);
    return total == strlen(text) ? text : "a total that is not theirs";
}

static inline const char *task_replied(const struct task *task, const struct task_dialect *dialect,
                                       const struct chat_head *head, const struct task_reply *reply) {
    struct joint out;
    size_t parts, total;
    joint_init(&out, 64, task->arena);
    dialect->write_reply(head, task, reply, &out);
    struct span *part = joint_parts(&out, task->arena, &parts, &total);
    const char *text = task_joined(task->arena, part, parts);
    joint_free(&out);
    return text;
}

#endif
