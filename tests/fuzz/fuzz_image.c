/*
 * Pictures on any bytes. The first one says what they are: requests of 'o' OpenAI, 'c' its changes, 'i'
 * IndoxRouter, 'a' AIGNE, 'A' its changes, 'f' the framework, 'F' its changes; answers of 'O' OpenAI, 'G'
 * Gemini; 'e' an event of a stream. What is read can be written, in each language, and every fault has its
 * kind.
 */
#include <string.h>

#include "base/joint.h"
#include "canon/image.h"
#include "dialects/image_read.h"
#include "dialects/task_dialect.h"
#include "fuzz.h"

static const struct {
    char letter;
    const struct task_dialect *dialect;
} clients[] = {{'o', &image_openai}, {'c', &edit_openai},     {'i', &image_indox},   {'a', &image_aigne},
               {'A', &edit_aigne},   {'f', &image_framework}, {'F', &edit_framework}};
#define CLIENTS (sizeof clients / sizeof *clients)

static void free_joint(void *joint) {
    joint_free(joint);
}

static struct joint *new_joint(struct arena *arena) {
    struct joint *joint = arena_alloc(arena, sizeof *joint);
    joint_init(joint, 64, arena);
    arena_own(arena, joint, free_joint);
    return joint;
}

static void check_json(const struct joint *joint, struct arena *arena) {
    size_t parts, total, at = 0;
    struct span *part = joint_parts(joint, arena, &parts, &total);
    char *text = arena_alloc(arena, total + 1);
    for (size_t i = 0; i < parts; at += part[i++].len)
        memcpy(text + at, part[i].at, part[i].len);
    check(at == total &&
          scan_object((struct span){text, total}, NULL, 0, SCAN_DEPTH, &(struct error){0}) == 0);
}

static void prepare(struct task *task, struct arena *arena, struct span text) {
    *task = (struct task){.arena = arena, .text = text};
    task->notes = arena_alloc(arena, sizeof *task->notes);
    task->notes->arena = arena;
}

static void write_for(struct task *task, const struct task_dialect *provider, struct arena *arena) {
    struct joint *out = new_joint(arena);
    struct error err = {0};
    int rc = provider->write_request(task, "m", out, &err);
    check(rc == 0 || (err.kind == ERR_REQUEST && err.param[0]));
    if (rc == 0 && !task->sends)
        check_json(out, arena);
}

static void read_request(const struct task_dialect *dialect, struct span text, struct arena *arena) {
    struct task task;
    struct error err = {0};
    prepare(&task, arena, text);
    task.kind = dialect->kind;
    if (scan_object(text, NULL, 0, SCAN_DEPTH, &err) < 0)
        return;
    if (dialect->read(&task, &err) < 0) {
        check(err.kind == ERR_REQUEST && err.message[0]);
        return;
    }
    const struct image_request *image = task.image;
    check(image->count >= 1 && image->count <= IMAGE_MOST && image->sources <= IMAGE_SOURCE &&
          task.most.prompt >= 0 && task.most.output >= 0);
    bool far = image->mask && !image->mask->media.data.at; /* what the relay would fetch */
    for (size_t i = 0; i < image->sources; i++)
        far |= !image->source[i].media.data.at;
    size_t parts, total;
    task_edit(dialect, &task, "model", arena, &parts, &total);
    if (far)
        return;
    write_for(&task, image->sources ? &edit_gemini : &image_gemini, arena);
    write_for(&task, image->sources ? &edit_openai : &image_openai, arena);
}

static void read_answer(const struct task_dialect *provider, struct span text, struct arena *arena) {
    static const struct chat_head head = {.id = "x", .model = "m", .provider = "p", .target = "t"};
    struct task task;
    struct task_reply reply = {0}, looked = {0};
    struct error err = {0};
    bool fits = true;
    prepare(&task, arena, text);
    image_new(&task);
    int rc = provider->read_reply(text, &task, &reply, &err);
    check(rc == 0 || err.kind == ERR_UPSTREAM || err.kind == ERR_REQUEST);
    if (provider->look)
        check(provider->look(text, &task, &looked, &fits, &(struct error){0}) == 0 || rc < 0);
    for (size_t i = 0; rc == 0 && i < CLIENTS; i++) {
        struct joint *out = new_joint(arena);
        clients[i].dialect->write_reply(&head, &task, &reply, out);
        check_json(out, arena);
    }
}

static void read_event(struct span text, struct arena *arena) {
    struct task task;
    struct task_reply reply = {0};
    prepare(&task, arena, text);
    image_new(&task);
    if (scan_object(text, NULL, 0, SCAN_DEPTH, &(struct error){0}) == 0)
        check(image_openai.look_event(text, &task, &reply) == (reply.usage.images == 1 && !reply.unfinished));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 2)
        return 0;
    struct arena *arena = arena_new();
    struct span text = {(const char *)data + 1, size - 1};
    for (size_t i = 0; i < CLIENTS; i++)
        if (clients[i].letter == (char)*data)
            read_request(clients[i].dialect, text, arena);
    if (*data == 'O' || *data == 'G')
        read_answer(*data == 'O' ? &image_openai : &image_gemini, text, arena);
    if (*data == 'e')
        read_event(text, arena);
    arena_free(arena);
    return 0;
}
