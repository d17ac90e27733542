/* Cohere's embeddings (POST /v2/embed). */
#include "dialects/answer.h"
#include "dialects/embed_parts.h"
#include "dialects/service_errors.h"

#define TEXTS_MOST 96 /* Cohere's */

/* It must be told what they are for. */
static const char *const purposes[EMBED_PURPOSE__MAX] = {
    [EMBED_ANYTHING] = "search_document",      [EMBED_QUERY] = "search_query",
    [EMBED_DOCUMENT] = "search_document",      [EMBED_SIMILARITY] = NULL,
    [EMBED_CLASSIFICATION] = "classification", [EMBED_CLUSTERING] = "clustering",
    [EMBED_QUESTION] = "search_query",         [EMBED_FACT] = "search_query",
    [EMBED_CODE_QUERY] = "search_query",
};

static const char *path(const struct task *task, const char *model, struct arena *arena) {
    (void)task, (void)model, (void)arena;
    return "/v2/embed";
}

static int write_request(struct task *task, const char *model, struct joint *out, struct error *err) {
    const struct embed_request *embed = task->embed;
    struct json_writer w = {.out = &out->text};
    if (embed_check(task, false, TEXTS_MOST, err) < 0)
        return -1;
    const char *purpose = embed_purpose_word(task, purposes);
    embed_drop_user(task);
    json_open(&w, '{');
    json_member_text(&w, "model", model);
    json_member_text(&w, "input_type", purpose ? purpose : purposes[EMBED_ANYTHING]);
    embed_write_inputs(&w, "texts", embed);
    json_member_raw(&w, "embedding_types", "[\"float\"]");
    embed_write_dimensions(&w, "output_dimension", embed);
    json_close(&w, '}');
    return 0;
}

/* {"meta":{"billed_units":{"input_tokens":}}} */
static void read_usage(const struct scan_want *meta, struct task_reply *reply) {
    struct scan_want billed = {.name = "billed_units"}, tokens = {.name = "input_tokens"};
    if (meta->type == SCAN_OBJECT)
        scan_members(meta->value, &billed, 1);
    if (billed.type == SCAN_OBJECT)
        scan_members(billed.value, &tokens, 1);
    reply->has_prompt |= answer_count(&tokens, &reply->usage.prompt);
}

static int read_reply(struct span text, const struct task *task, struct task_reply *reply,
                      struct error *err) {
    struct scan_want want[] = {{.name = "embeddings"}, {.name = "meta"}}, list = {.name = "float"};
    if (answer_look(text, want, 2, err) < 0)
        return -1;
    if (want[0].type == SCAN_OBJECT)
        scan_members(want[0].value, &list, 1);
    read_usage(&want[1], reply);
    return embed_read_vectors(task, reply, &list, err);
}

const struct task_dialect embed_cohere = {.name = "cohere",
                                          .kind = TASK_EMBED,
                                          .family = &service_cohere,
                                          .path = path,
                                          .write_request = write_request,
                                          .read_reply = read_reply};
