/* Voyage's rerank: documents are texts. */
#include "dialects/reranking.h"
#include "dialects/service_errors.h"

static const char *path(const struct task *task, const char *model, struct arena *arena) {
    (void)task, (void)model, (void)arena;
    return "/rerank";
}

static int write_request(struct task *task, const char *model, struct joint *out, struct error *err) {
    const struct rerank_request *rerank = task->rerank;
    struct json_writer w = {.out = &out->text};
    if (rerank_write_begin(&w, task, model, false, err) < 0)
        return -1;
    if (rerank->top)
        json_member_int(&w, "top_k", rerank->top);
    if (rerank->truncation.at)
        json_member_put(&w, "truncation", rerank->truncation);
    if (rerank->max_tokens.at)
        chat_drop(task->notes, "max_tokens_per_doc");
    json_close(&w, '}');
    return 0;
}

const struct task_dialect rerank_voyage = {.name = "voyage",
                                           .kind = TASK_RERANK,
                                           .family = &service_voyage,
                                           .path = path,
                                           .write_request = write_request,
                                           .read_reply = rerank_read_reply};
