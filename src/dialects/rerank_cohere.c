/* Cohere's rerank (/v2/rerank): documents are texts; it charges by the search. */
#include "dialects/reranking.h"
#include "dialects/service_errors.h"

static const char *path(const struct task *task, const char *model, struct arena *arena) {
    (void)task, (void)model, (void)arena;
    return "/v2/rerank";
}

static int write_request(struct task *task, const char *model, struct joint *out, struct error *err) {
    const struct rerank_request *rerank = task->rerank;
    struct json_writer w = {.out = &out->text};
    if (rerank_write_begin(&w, task, model, false, err) < 0)
        return -1;
    if (rerank->top)
        json_member_int(&w, "top_n", rerank->top);
    if (rerank->max_tokens.at)
        json_member_put(&w, "max_tokens_per_doc", rerank->max_tokens);
    if (rerank->truncation.at)
        chat_drop(task->notes, "truncation");
    json_close(&w, '}');
    return 0;
}

const struct task_dialect rerank_cohere = {.name = "cohere",
                                           .kind = TASK_RERANK,
                                           .family = &service_cohere,
                                           .path = path,
                                           .write_request = write_request,
                                           .read_reply = rerank_read_reply};
