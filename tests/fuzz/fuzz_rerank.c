/* Reranking by anything: up to a 0 byte a request, behind it an answer. Whatever is read, what is written is
 * JSON. */
#include <jansson.h>
#include <string.h>

#include "canon/rerank.h"
#include "dialects/task.h"
#include "fuzz.h"

static json_t *load(struct arena *arena, const struct joint *joint) {
    size_t parts, total;
    struct span *part = joint_parts(joint, arena, &parts, &total);
    struct buf text;
    buf_init(&text, BUF_MOST);
    buf_puts(&text, "");
    for (size_t i = 0; i < parts; i++)
        buf_add(&text, part[i].at, part[i].len);
    check(text.len == total);
    json_t *json = json_loadb(text.data, text.len, JSON_ALLOW_NUL, NULL);
    buf_free(&text);
    return json;
}

static void check_request(struct task *task, const struct task_dialect *provider) {
    struct joint out;
    struct error err = {0};
    joint_init(&out, 64, task->arena);
    if (provider->write_request(task, "t", &out, &err) == 0) {
        json_t *json = load(task->arena, &out);
        check(json && json_array_size(json_object_get(json, "documents")) == task->rerank->documents);
        json_decref(json);
    } else {
        check(err.kind == ERR_REQUEST && *err.param);
    }
    joint_free(&out);
}

static void check_answer(struct task *task, struct span text) {
    struct joint out;
    struct error err = {0};
    struct task_reply reply = {0};
    struct chat_head head = {.id = "1", .model = "m"};
    if (rerank_jina.read_reply(text, task, &reply, &err) < 0) {
        check(err.kind == ERR_UPSTREAM);
        return;
    }
    check(reply.rerank->results <= task->rerank->documents);
    joint_init(&out, 64, task->arena);
    rerank_union.write_reply(&head, task, &reply, &out);
    json_t *json = load(task->arena, &out);
    check(json && json_array_size(json_object_get(json, "results")) == reply.rerank->results &&
          json_array_size(json_object_get(json, "data")) == reply.rerank->results);
    json_decref(json);
    joint_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const uint8_t *end = size ? memchr(data, 0, size) : NULL;
    size_t len = end ? (size_t)(end - data) : size;
    struct arena *arena = arena_new();
    struct task *task = arena_alloc(arena, sizeof *task);
    struct error err = {0};
    task->arena = arena;
    task->text = (struct span){(const char *)data, len};
    task->notes = arena_alloc(arena, sizeof *task->notes);
    task->notes->arena = arena;
    if (scan_object(task->text, NULL, 0, SCAN_DEPTH, &err) == 0 && rerank_union.read(task, &err) == 0) {
        check_request(task, &rerank_cohere);
        check_request(task, &rerank_jina);
        check_request(task, &rerank_voyage);
        if (end)
            check_answer(task, (struct span){(const char *)end + 1, size - len - 1});
    } else {
        check(err.kind == ERR_REQUEST);
    }
    arena_free(arena);
    return 0;
}
