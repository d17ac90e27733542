/* Jina's rerank, which vLLM, SiliconFlow and others have, too: documents are texts, or pictures. */
#include "dialects/reranking.h"
#include "dialects/service_errors.h"

static const char *path(const struct task *task, const char *model, struct arena *arena) {
    (void)task, (void)model, (void)arena;
    return "/rerank";
}

static int write_request(struct task *task, const char *model, struct joint *out, struct error *err) {
    const struct rerank_request *rerank = task->rerank;
    struct json_writer w = {.out = &out->text};
    if (rerank_write_begin(&w, task, model, true, err) < 0)
        return -1;
    if (rerank->top)
        json_member_int(&w, "top_n", rerank->top);
    json_member_bool(&w, "return_documents", false); /* the hub has them; usual is true */
    if (rerank->max_tokens.at)
        chat_drop(task->notes, "max_tokens_per_doc");
    if (rerank->truncation.at)
        chat_drop(task->notes, "truncation");
    json_close(&w, '}');
    return 0;
}

const struct task_dialect rerank_jina = {.name = "jina",
                                         .kind = TASK_RERANK,
                                         .family = &service_jina,
                                         .path = path,
                                         .write_request = write_request,
                                         .read_reply = rerank_read_reply};
