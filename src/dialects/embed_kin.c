/* Embeddings of services whose API is OpenAI's but for the names of some members: Voyage AI and Jina AI. */
#include "dialects/answer.h"
#include "dialects/embed_parts.h"
#include "dialects/service_errors.h"

/* What a service calls it. */
struct words {
    const char *dimensions, *purpose;
    const char *purposes[EMBED_PURPOSE__MAX];
};

static const struct words voyage_words = {.dimensions = "output_dimension",
                                          .purpose = "input_type",
                                          .purposes = {[EMBED_QUERY] = "query",
                                                       [EMBED_DOCUMENT] = "document",
                                                       [EMBED_QUESTION] = "query",
                                                       [EMBED_FACT] = "query",
                                                       [EMBED_CODE_QUERY] = "query"}},
                          jina_words = {.dimensions = "dimensions",
                                        .purpose = "task",
                                        .purposes = {[EMBED_QUERY] = "retrieval.query",
                                                     [EMBED_DOCUMENT] = "retrieval.passage",
                                                     [EMBED_SIMILARITY] = "text-matching",
                                                     [EMBED_CLASSIFICATION] = "classification",
                                                     [EMBED_CLUSTERING] = "separation",
                                                     [EMBED_QUESTION] = "retrieval.query",
                                                     [EMBED_FACT] = "retrieval.query",
                                                     [EMBED_CODE_QUERY] = "retrieval.query"}};

static const char *path(const struct task *task, const char *model, struct arena *arena) {
    (void)task, (void)model, (void)arena;
    return "/embeddings";
}

/* Numbers are what they answer with if nothing is said. */
static int write_words(struct task *task, const struct words *words, const char *model, struct joint *out,
                       struct error *err) {
    struct json_writer w = {.out = &out->text};
    if (embed_check(task, false, 0, err) < 0)
        return -1;
    const char *purpose = embed_purpose_word(task, words->purposes);
    embed_drop_user(task);
    json_open(&w, '{');
    json_member_text(&w, "model", model);
    embed_write_inputs(&w, "input", task->embed);
    if (purpose)
        json_member_text(&w, words->purpose, purpose);
    embed_write_dimensions(&w, words->dimensions, task->embed);
    json_close(&w, '}');
    return 0;
}

static int write_voyage(struct task *task, const char *model, struct joint *out, struct error *err) {
    return write_words(task, &voyage_words, model, out, err);
}

static int write_jina(struct task *task, const char *model, struct joint *out, struct error *err) {
    return write_words(task, &jina_words, model, out, err);
}

static int read_reply(struct span text, const struct task *task, struct task_reply *reply,
                      struct error *err) {
    return embed_openai_read_reply(text, task, reply, NULL, err);
}

const struct task_dialect embed_voyage = {.name = "voyage",
                                          .kind = TASK_EMBED,
                                          .family = &service_voyage,
                                          .path = path,
                                          .write_request = write_voyage,
                                          .read_reply = read_reply},
                          embed_jina = {.name = "jina",
                                        .kind = TASK_EMBED,
                                        .family = &service_jina,
                                        .path = path,
                                        .write_request = write_jina,
                                        .read_reply = read_reply};
