/* Gemini's embeddings (POST /v1beta/models/MODEL:embedContent and :batchEmbedContents): the second one has a
 * list of the first one's requests. */
#include <string.h>

#include "base/jsonwrite.h"
#include "dialects/answer.h"
#include "dialects/chat_gemini.h"
#include "dialects/embed_parts.h"
#include "dialects/read.h"

#define BATCH_MOST 100 /* Google's */

static const char *const purposes[EMBED_PURPOSE__MAX] = {
    [EMBED_ANYTHING] = "TASK_TYPE_UNSPECIFIED",  [EMBED_QUERY] = "RETRIEVAL_QUERY",
    [EMBED_DOCUMENT] = "RETRIEVAL_DOCUMENT",     [EMBED_SIMILARITY] = "SEMANTIC_SIMILARITY",
    [EMBED_CLASSIFICATION] = "CLASSIFICATION",   [EMBED_CLUSTERING] = "CLUSTERING",
    [EMBED_QUESTION] = "QUESTION_ANSWERING",     [EMBED_FACT] = "FACT_VERIFICATION",
    [EMBED_CODE_QUERY] = "CODE_RETRIEVAL_QUERY",
};

/* ---- reading requests ------------------------------------------------------------ */

/* With the index: of what is refused. */
static const char *path_of(const struct task *task, const struct json *value) {
    char path[JSON_PATH];
    return arena_strdup(task->arena, value_path(value, path));
}

/* What is said in several parts is one text. */
static int read_part(struct task *task, const struct json *part, struct buf *text, struct error *err) {
    static const char *const names[] = {"text", NULL};
    struct json found[1];
    struct span said;
    if (chat_gemini_members(task->notes, part, names, found, err) < 0)
        return -1;
    if (!value_given(&found[0])) {
        if (!task->embed->own)
            task->embed->own = path_of(task, part);
        return 0;
    }
    if (value_string(&found[0], &said, err) < 0)
        return -1;
    buf_add(text, said.at + 1, said.len - 2);
    return 0;
}

static int read_parts(struct task *task, const struct json *parts, struct buf *text, struct error *err) {
    struct json part = {0};
    struct span rest = parts->text;
    if (parts->type != SCAN_ARRAY)
        return value_bad(parts, "must be a list of parts", err);
    while (value_next(parts, &rest, &part))
        if (read_part(task, &part, text, err) < 0)
            return -1;
    return text->len > 1 || task->embed->own ? 0 : value_bad(parts, "must have text in them", err);
}

static int read_content(struct task *task, const struct json *content, struct error *err) {
    static const char *const names[] = {"parts", "role", NULL};
    struct json found[2];
    struct buf text;
    if (chat_gemini_members(task->notes, content, names, found, err) < 0)
        return -1;
    if (!value_given(&found[0]))
        return read_missing(content, names[0], err);
    buf_init(&text, BUF_MOST);
    buf_putc(&text, '"');
    int rc = read_parts(task, &found[0], &text, err);
    buf_putc(&text, '"');
    if (rc == 0)
        embed_add_input(task, (struct span){arena_strndup(task->arena, text.data, text.len), text.len});
    buf_free(&text);
    return rc;
}

/* What the requests of a list say alike goes to other dialects, too. */
static int read_settings(struct task *task, const struct json *purpose, const struct json *dimensions,
                         struct error *err) {
    struct embed_request *embed = task->embed, before = *embed;
    embed->dimensions = 0;
    embed->purpose = EMBED_ANYTHING;
    embed_read_purpose(task, purpose, purposes);
    if (embed_read_dimensions(task, dimensions, err) < 0)
        return -1;
    if (embed->count > 1 && !embed->own && embed->dimensions != before.dimensions)
        embed->own = value_given(dimensions) ? path_of(task, dimensions) : before.dimensions_param;
    if (embed->count > 1 && embed->purpose != before.purpose) {
        const char *param = embed->purpose_param;
        chat_drop(task->notes, param);
        embed->purpose = EMBED_ANYTHING;
    }
    return 0;
}

static int read_one(struct task *task, const struct json *request, struct error *err) {
    enum { MODEL, CONTENT, PURPOSE, DIMENSIONS, MEMBERS };
    static const char *const names[] = {[MODEL] = "model",
                                        [CONTENT] = "content",
                                        [PURPOSE] = "taskType",
                                        [DIMENSIONS] = "outputDimensionality",
                                        [MEMBERS] = NULL};
    struct json found[MEMBERS];
    struct span model;
    if (chat_gemini_members(task->notes, request, names, found, err) < 0)
        return -1;
    if (value_given(&found[MODEL]) && value_string(&found[MODEL], &model, err) < 0)
        return -1;
    if (!value_given(&found[CONTENT]))
        return read_missing(request, names[CONTENT], err);
    return read_content(task, &found[CONTENT], err) < 0 ||
                   read_settings(task, &found[PURPOSE], &found[DIMENSIONS], err) < 0
               ? -1
               : 0;
}

static int read_batch(struct task *task, const struct json *whole, struct error *err) {
    static const char *const names[] = {"requests", NULL};
    struct json requests, request = {0};
    if (chat_gemini_members(task->notes, whole, names, &requests, err) < 0)
        return -1;
    if (!value_given(&requests))
        return read_missing(whole, names[0], err);
    if (requests.type != SCAN_ARRAY)
        return value_bad(&requests, "must be a list of requests", err);
    for (struct span rest = requests.text; value_next(&requests, &rest, &request);) {
        if (task->embed->count == EMBED_INPUTS_MOST)
            return value_bad(&requests, "must not have more than 2048 elements", err);
        if (read_one(task, &request, err) < 0)
            return -1;
    }
    return task->embed->count ? 0 : value_bad(&requests, "must not be empty", err);
}

static int read_request(struct task *task, struct error *err) {
    struct json whole = value_whole(task->text);
    embed_begin(task);
    task->embed->param = task->embed->listed ? "requests" : "content";
    return (task->embed->listed ? read_batch : read_one)(task, &whole, err);
}

/* ---- requests that pass ---------------------------------------------------------- */

/* A row of spans that grows. */
struct row {
    struct span *span;
    size_t count, total;
    const char *from; /* what was not put in yet */
};

static void put(struct row *row, const char *at, size_t len) {
    if (len)
        row->span[row->count++] = (struct span){at, len};
    row->total += len;
}

/* The name of the model in a request is that of the path, and stands there too in those of a list. */
static void put_request(struct row *row, struct span request, bool listed, struct arena *arena,
                        struct span name) {
    struct scan_want model = {.name = "model"};
    scan_members(request, &model, 1);
    if (!model.seen && !listed)
        return;
    const char *at = model.seen ? model.value.at : request.at + 1;
    put(row, row->from, (size_t)(at - row->from));
    if (model.seen) {
        put(row, name.at, name.len);
    } else {
        const char *member = arena_printf(arena, "\"model\":%.*s,", (int)name.len, name.at);
        put(row, member, strlen(member));
    }
    row->from = at + (model.seen ? model.value.len : 0);
}

static struct span *edit(const struct task *task, const char *model, struct arena *arena, size_t *parts,
                         size_t *total) {
    const char *full = arena_printf(arena, "models/%s", model);
    struct span name = chat_quote(arena, full, strlen(full)), value;
    struct scan_want requests = {.name = "requests"};
    struct row row = {.from = task->text.at};
    enum scan_type type;
    row.span = arena_alloc(arena, (2 * task->embed->count + 1) * sizeof *row.span);
    if (!task->embed->listed)
        put_request(&row, task->text, false, arena, name);
    scan_members(task->text, &requests, 1);
    for (struct span rest = requests.value; task->embed->listed && scan_next(&rest, &value, &type);)
        put_request(&row, value, true, arena, name);
    put(&row, row.from, (size_t)(task->text.at + task->text.len - row.from));
    *parts = row.count;
    *total = row.total;
    return row.span;
}

/* ---- requests that are written --------------------------------------------------- */

static const char *path(const struct task *task, const char *model, struct arena *arena) {
    return chat_gemini_path(model, task->embed->listed ? "batchEmbedContents" : "embedContent", arena);
}

static void write_one(struct json_writer *w, const struct embed_request *embed, size_t i, const char *model,
                      const char *purpose) {
    json_open(w, '{');
    json_member_text(w, "model", model);
    json_member_open(w, "content", '{');
    json_member_open(w, "parts", '[');
    json_open(w, '{');
    json_member_put(w, "text", embed->input[i]);
    json_close(w, '}');
    json_close(w, ']');
    json_close(w, '}');
    if (embed->purpose != EMBED_ANYTHING)
        json_member_text(w, "taskType", purpose);
    embed_write_dimensions(w, "outputDimensionality", embed);
    json_close(w, '}');
}

static int write_request(struct task *task, const char *model, struct joint *out, struct error *err) {
    const struct embed_request *embed = task->embed;
    struct json_writer w = {.out = &out->text};
    if (embed_check(task, false, BATCH_MOST, err) < 0)
        return -1;
    const char *purpose = embed_purpose_word(task, purposes);
    const char *full = arena_printf(task->arena, "models/%s", model);
    embed_drop_user(task);
    if (!embed->listed) {
        write_one(&w, embed, 0, full, purpose);
        return 0;
    }
    json_open(&w, '{');
    json_member_open(&w, "requests", '[');
    for (size_t i = 0; i < embed->count; i++)
        write_one(&w, embed, i, full, purpose);
    json_close(&w, ']');
    json_close(&w, '}');
    return 0;
}

/* ---- answers ------------------------------------------------------------------- */

static void read_usage(const struct scan_want *usage, struct task_reply *reply) {
    struct scan_want prompt = {.name = "promptTokenCount"};
    if (usage->type != SCAN_OBJECT)
        return;
    scan_members(usage->value, &prompt, 1);
    reply->has_prompt |= answer_count(&prompt, &reply->usage.prompt);
}

/* {"values":[]} */
static int take_values(const struct task *task, struct task_reply *reply, struct span embedding,
                       embed_take *take, struct error *err) {
    struct scan_want values = {.name = "values"};
    scan_members(embedding, &values, 1);
    return take(task, reply, values.seen ? values.value : (struct span){"null", 4}, err);
}

static int take_all(struct span text, const struct task *task, struct task_reply *reply, embed_take *take,
                    struct error *err) {
    struct scan_want want[] = {{.name = "embedding"}, {.name = "embeddings"}, {.name = "usageMetadata"}};
    struct span value;
    enum scan_type type;
    if (answer_look(text, want, 3, err) < 0)
        return -1;
    embed_begin_reply(task, reply);
    if (!task->embed->listed && want[0].type == SCAN_OBJECT &&
        take_values(task, reply, want[0].value, take, err) < 0)
        return -1;
    bool list = task->embed->listed && want[1].type == SCAN_ARRAY;
    for (struct span rest = want[1].value; list && scan_next(&rest, &value, &type);)
        if (take_values(task, reply, value, take, err) < 0)
            return -1;
    read_usage(&want[2], reply);
    return embed_end_reply(task, reply, err);
}

static int read_reply(struct span text, const struct task *task, struct task_reply *reply,
                      struct error *err) {
    return take_all(text, task, reply, embed_take_vector, err);
}

static int look(struct span text, const struct task *task, struct task_reply *reply, bool *fits,
                struct error *err) {
    *fits = true;
    return take_all(text, task, reply, embed_look_at_vector, err);
}

static void write_embedding(struct json_writer *w, const struct vector *vector) {
    json_open(w, '{');
    json_key(w, "values");
    embed_write_vector(w, vector, false);
    json_close(w, '}');
}

static void write_reply(const struct chat_head *head, const struct task *task, const struct task_reply *reply,
                        struct joint *out) {
    struct json_writer w = {.out = &out->text};
    (void)head;
    json_open(&w, '{');
    if (task->embed->listed) {
        json_member_open(&w, "embeddings", '[');
        for (size_t i = 0; i < reply->embed->count; i++)
            write_embedding(&w, &reply->embed->vector[i]);
        json_close(&w, ']');
    } else {
        json_key(&w, "embedding");
        write_embedding(&w, &reply->embed->vector[0]);
    }
    json_member_open(&w, "usageMetadata", '{');
    json_member_int(&w, "promptTokenCount", reply->usage.prompt);
    json_close(&w, '}');
    json_close(&w, '}');
}

const struct task_dialect embed_gemini = {.name = "gemini",
                                          .kind = TASK_EMBED,
                                          .family = &chat_gemini,
                                          .read = read_request,
                                          .edit = edit,
                                          .write_reply = write_reply,
                                          .path = path,
                                          .write_request = write_request,
                                          .read_reply = read_reply,
                                          .look = look};
