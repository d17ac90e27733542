/* Reranking by anything: up to a 0 byte a request, behind it an answer. Whatever is read, what is written is
 * JSON. */
#include <string.h>

#include "canon/rerank.h"
#include "dialects/task_dialect.h"
#include "fuzz.h"

/* How many elements each list of such a name has, in what is written; -1: it is no JSON. */
static int count(struct arena *arena, const struct joint *joint, const char *name) {
    size_t parts, total;
    struct span *part = joint_parts(joint, arena, &parts, &total), rest, value;
    struct scan_want want = {.name = name};
    struct error err = {0};
    enum scan_type type;
    struct buf text;
    int elements = -1;
    buf_init(&text, BUF_MOST);
    for (size_t i = 0; i < parts; i++)
        buf_add(&text, part[i].at, part[i].len);
    check(text.len == total);
    if (scan_object((struct span){text.data, text.len}, &want, 1, SCAN_DEPTH + 4, &err) == 0 &&
        want.type == SCAN_ARRAY)
        for (rest = want.value, elements = 0; scan_next(&rest, &value, &type);)
            elements++;
    buf_free(&text);
    return elements;
}

static void check_request(struct task *task, const struct task_dialect *provider) {
    struct joint out;
    struct error err = {0};
    joint_init(&out, 64, task->arena);
    if (provider->write_request(task, "t", &out, &err) == 0) {
        check(count(task->arena, &out, "documents") == (int)task->rerank->documents);
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
    check(count(task->arena, &out, "results") == (int)reply.rerank->results);
    check(count(task->arena, &out, "data") == (int)reply.rerank->results);
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
