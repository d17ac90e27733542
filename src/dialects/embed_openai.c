/* OpenAI's embeddings (POST /v1/embeddings), and those of AIGNE Hub, which are the same with more in the
 * answer. */
#include "dialects/aigne_model.h"
#include "dialects/answer.h"
#include "dialects/embed_parts.h"
#include "dialects/read.h"

/* ---- requests ------------------------------------------------------------------ */

/* What services that are like OpenAI's call the purpose; OpenAI has none. */
static const char *const purposes[EMBED_PURPOSE__MAX] =
    {[EMBED_QUERY] = "query", [EMBED_DOCUMENT] = "document"},
                         *const nothing[EMBED_PURPOSE__MAX];

int embed_openai_read(struct task *task, struct error *err) {
    enum { MODEL, INPUT, DIMENSIONS, FORM, USER, PURPOSE, MEMBERS };
    static const char *const names[] = {[MODEL] = "model",
                                        [INPUT] = "input",
                                        [DIMENSIONS] = "dimensions",
                                        [FORM] = "encoding_format",
                                        [USER] = "user",
                                        [PURPOSE] = "input_type",
                                        [MEMBERS] = NULL};
    struct json found[MEMBERS];
    if (task_members(task, names, 0, found, err) < 0)
        return -1;
    embed_begin(task);
    if (embed_read_input(task, &found[INPUT], names[INPUT], true, err) < 0 ||
        embed_read_dimensions(task, &found[DIMENSIONS], err) < 0 ||
        embed_read_form(task, &found[FORM], err) < 0 ||
        read_string(&found[USER], &task->embed->user, err) < 0)
        return -1;
    embed_read_purpose(task, &found[PURPOSE], purposes);
    return 0;
}

static int read_aigne(struct task *task, struct error *err) {
    if (embed_openai_read(task, err) < 0)
        return -1;
    task->model = task->model ? aigne_model(task->model) : NULL;
    return 0;
}

static const char *path(const struct task *task, const char *model, struct arena *arena) {
    (void)task, (void)model, (void)arena;
    return "/embeddings";
}

/* Numbers are what there is without a word; not everybody knows one for them. */
static int write_request(struct task *task, const char *model, struct joint *out, struct error *err) {
    const struct embed_request *embed = task->embed;
    struct json_writer w = {.out = &out->text};
    if (embed_check(task, true, 0, err) < 0)
        return -1;
    embed_purpose_word(task, nothing);
    json_open(&w, '{');
    json_member_text(&w, "model", model);
    if (embed->listed)
        embed_write_inputs(&w, "input", embed);
    else
        json_member_put(&w, "input", embed->input[0]);
    embed_write_dimensions(&w, "dimensions", embed);
    if (embed->base64)
        json_member_text(&w, "encoding_format", "base64");
    if (embed->user.at)
        json_member_put(&w, "user", embed->user);
    json_close(&w, '}');
    return 0;
}

/* ---- answers ------------------------------------------------------------------- */

/* They may come in another order than the inputs: each says which one it belongs to, or none does. */
static int read_item(struct span item, const struct task *task, struct task_reply *reply, bool *seen,
                     bool *fits, struct error *err) {
    struct scan_want want[] = {{.name = "embedding"}, {.name = "index"}};
    struct embed_reply *embed = reply->embed;
    int64_t index = (int64_t)embed->count;
    scan_members(item, want, 2);
    if (want[1].type == SCAN_NUMBER && !scan_int(want[1].value, &index))
        index = -1;
    if (!want[0].seen || index < 0 || index >= (int64_t)task->embed->count || seen[index])
        return error_set(err, ERR_UPSTREAM, "The provider did not answer with one embedding for each input.");
    seen[index] = true;
    embed->count++;
    if (fits)
        *fits &= (want[0].type == SCAN_STRING) == task->embed->base64;
    return fits ? vector_check(want[0].value, err)
                : vector_read(want[0].value, task->arena, &embed->vector[index], err);
}

int embed_openai_read_reply(struct span text, const struct task *task, struct task_reply *reply, bool *fits,
                            struct error *err) {
    struct scan_want data = {.name = "data"};
    struct span item;
    enum scan_type type;
    if (answer_look(text, &data, 1, err) < 0)
        return -1;
    bool *seen = arena_alloc(task->arena, task->embed->count * sizeof *seen);
    embed_begin_reply(task, reply);
    struct span rest = data.value;
    while (data.type == SCAN_ARRAY && scan_next(&rest, &item, &type))
        if (read_item(item, task, reply, seen, fits, err) < 0)
            return -1;
    task_read_usage(text, reply);
    return embed_end_reply(task, reply, err);
}

static int read_reply(struct span text, const struct task *task, struct task_reply *reply,
                      struct error *err) {
    return embed_openai_read_reply(text, task, reply, NULL, err);
}

static int look(struct span text, const struct task *task, struct task_reply *reply, bool *fits,
                struct error *err) {
    *fits = true;
    return embed_openai_read_reply(text, task, reply, fits, err);
}

void embed_openai_write_data(struct json_writer *w, const struct chat_head *head, const struct task *task,
                             const struct task_reply *reply) {
    json_member_text(w, "object", "list");
    json_member_open(w, "data", '[');
    for (size_t i = 0; i < reply->embed->count; i++) {
        json_open(w, '{');
        json_member_text(w, "object", "embedding");
        json_member_int(w, "index", (int64_t)i);
        json_key(w, "embedding");
        embed_write_vector(w, &reply->embed->vector[i], task->embed->base64);
        json_close(w, '}');
    }
    json_close(w, ']');
    json_member_text(w, "model", head->model);
}

static void write_usage(struct json_writer *w, const struct usage *usage) {
    json_member_open(w, "usage", '{');
    json_member_int(w, "prompt_tokens", usage->prompt);
    json_member_int(w, "total_tokens", usage->prompt);
}

static void write_reply(const struct chat_head *head, const struct task *task, const struct task_reply *reply,
                        struct joint *out) {
    struct json_writer w = {.out = &out->text};
    json_open(&w, '{');
    embed_openai_write_data(&w, head, task, reply);
    write_usage(&w, &reply->usage);
    json_close(&w, '}');
    json_close(&w, '}');
}

static void write_aigne(const struct chat_head *head, const struct task *task, const struct task_reply *reply,
                        struct joint *out) {
    struct json_writer w = {.out = &out->text};
    json_open(&w, '{');
    embed_openai_write_data(&w, head, task, reply);
    aigne_write_model_with_provider(&w, head);
    write_usage(&w, &reply->usage);
    aigne_write_usage_members(&w, head, &reply->usage);
    json_close(&w, '}');
    json_close(&w, '}');
}

/* ---- the dialects -------------------------------------------------------------- */

const struct task_dialect embed_openai = {.name = "openai",
                                          .kind = TASK_EMBED,
                                          .family = &chat_openai,
                                          .read = embed_openai_read,
                                          .write_reply = write_reply,
                                          .path = path,
                                          .write_request = write_request,
                                          .read_reply = read_reply,
                                          .look = look};

const struct task_dialect embed_aigne = {.name = "aigne",
                                         .kind = TASK_EMBED,
                                         .family = &chat_aigne,
                                         .read = read_aigne,
                                         .write_reply = write_aigne};
