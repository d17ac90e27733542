/* Ollama's embeddings (POST /api/embed). */
#include "dialects/answer.h"
#include "dialects/embed_parts.h"
#include "dialects/service_errors.h"

static const char *const nothing[EMBED_PURPOSE__MAX];

static const char *path(const struct task *task, const char *model, struct arena *arena) {
    (void)task, (void)model, (void)arena;
    return "/api/embed";
}

static int write_request(struct task *task, const char *model, struct joint *out, struct error *err) {
    struct json_writer w = {.out = &out->text};
    if (embed_check(task, false, 0, err) < 0)
        return -1;
    embed_purpose_word(task, nothing);
    embed_drop_user(task);
    json_open(&w, '{');
    json_member_text(&w, "model", model);
    embed_write_inputs(&w, "input", task->embed);
    embed_write_dimensions(&w, "dimensions", task->embed);
    json_close(&w, '}');
    return 0;
}

static int read_reply(struct span text, const struct task *task, struct task_reply *reply,
                      struct error *err) {
    struct scan_want want[] = {{.name = "embeddings"}, {.name = "prompt_eval_count"}};
    if (answer_look(text, want, 2, err) < 0)
        return -1;
    reply->has_prompt |= answer_count(&want[1], &reply->usage.prompt);
    return embed_read_vectors(task, reply, &want[0], err);
}

const struct task_dialect embed_ollama = {.name = "ollama",
                                          .kind = TASK_EMBED,
                                          .family = &service_ollama,
                                          .path = path,
                                          .write_request = write_request,
                                          .read_reply = read_reply};
