/*
 * Reranking as clients ask for it: Cohere's, in both of its versions, Jina's and Voyage's, which differ in
 * few members. The answer is one that all four read: `results` with documents as objects, and the same as
 * `data` with documents as texts.
 */
#include "dialects/estimate.h"
#include "dialects/read.h"
#include "dialects/reranking.h"

#define FIELDS_MOST 100
#define BIG         (INT64_C(1) << 31)

/* What Cohere charges a search for: so many documents. One that is longer than a piece, with the query in it,
 * counts once for each of its pieces (its page on pricing). */
#define SEARCH_DOCUMENTS 100
#define PIECE_TOKENS     500
#define PIECE_LEAST      (PIECE_TOKENS / 2) /* that a long query leaves to the document */

enum { MODEL, QUERY, DOCUMENTS, TOP_N, TOP_K, BACK, MAX_TOKENS, MAX_CHUNKS, FIELDS, TRUNCATION, MEMBERS };
static const char *const names[] = {[MODEL] = "model",
                                    [QUERY] = "query",
                                    [DOCUMENTS] = "documents",
                                    [TOP_N] = "top_n",
                                    [TOP_K] = "top_k",
                                    [BACK] = "return_documents",
                                    [MAX_TOKENS] = "max_tokens_per_doc",
                                    [MAX_CHUNKS] = "max_chunks_per_doc",
                                    [FIELDS] = "rank_fields",
                                    [TRUNCATION] = "truncation",
                                    [MEMBERS] = NULL};

/* ---- requests -------------------------------------------------------------------------- */

static bool is_empty(const struct json *value) {
    return value->type == SCAN_STRING && value->text.len == 2;
}

/* A text; Jina's models that see take a picture, too. */
static int read_query(struct rerank_request *rerank, const struct json *whole, const struct json *query,
                      struct error *err) {
    if (!value_given(query))
        return read_missing(whole, "query", err);
    if (is_empty(query))
        return value_bad(query, "must not be empty", err);
    if (query->type != SCAN_STRING && !rerank_is_picture(query->text))
        return value_bad(query, "must be a string", err);
    rerank->query = query->text;
    return 0;
}

static int read_documents(struct rerank_request *rerank, struct arena *arena, const struct json *whole,
                          const struct json *documents, struct error *err) {
    struct span rest = documents->text;
    struct json item = {0};
    if (!value_given(documents))
        return read_missing(whole, "documents", err);
    if (documents->type != SCAN_ARRAY)
        return value_bad(documents, "must be a list", err);
    rerank->document = arena_alloc(arena, RERANK_DOCUMENTS * sizeof *rerank->document);
    while (value_next(documents, &rest, &item)) {
        if (rerank->documents == RERANK_DOCUMENTS)
            return value_bad(documents, "must not have more than 1000 documents", err);
        if (item.type != SCAN_STRING && item.type != SCAN_OBJECT)
            return value_bad(&item, "must be a string or an object", err);
        rerank->document[rerank->documents++] = item.text;
    }
    return rerank->documents ? 0 : value_bad(documents, "must not be empty", err);
}

static int read_fields(struct rerank_request *rerank, struct arena *arena, const struct json *fields,
                       struct error *err) {
    struct span rest = fields->text;
    struct json item = {0};
    if (!value_given(fields))
        return 0;
    if (fields->type != SCAN_ARRAY)
        return value_bad(fields, "must be a list", err);
    rerank->field = arena_alloc(arena, FIELDS_MOST * sizeof *rerank->field);
    while (value_next(fields, &rest, &item)) {
        if (rerank->fields == FIELDS_MOST)
            return value_bad(fields, "must not have more than 100 names", err);
        if (value_string(&item, &rerank->field[rerank->fields++], err) < 0)
            return -1;
    }
    return 0;
}

/* How many are wanted has two names, of which a request has one. */
static int read_top(struct rerank_request *rerank, const struct json *n, const struct json *k,
                    struct error *err) {
    const struct json *top = value_given(n) ? n : k;
    if (value_given(n) && value_given(k))
        return value_bad(k, "must not stand beside \"top_n\"", err);
    return value_given(top) ? value_int(top, 1, BIG, &rerank->top, err) : 0;
}

static int read_rest(struct task *task, const struct json found[MEMBERS], struct error *err) {
    struct rerank_request *rerank = task->rerank;
    int64_t number;
    bool on;
    if ((value_given(&found[BACK]) && value_bool(&found[BACK], &rerank->documents_back, err) < 0) ||
        (value_given(&found[TRUNCATION]) && value_bool(&found[TRUNCATION], &on, err) < 0) ||
        (value_given(&found[MAX_TOKENS]) && value_int(&found[MAX_TOKENS], 1, BIG, &number, err) < 0) ||
        (value_given(&found[MAX_CHUNKS]) && value_int(&found[MAX_CHUNKS], 1, BIG, &number, err) < 0))
        return -1;
    if (value_given(&found[TRUNCATION]))
        rerank->truncation = found[TRUNCATION].text;
    if (value_given(&found[MAX_TOKENS]))
        rerank->max_tokens = found[MAX_TOKENS].text;
    if (value_given(&found[MAX_CHUNKS])) /* Cohere's first version alone had that */
        chat_drop(task->notes, names[MAX_CHUNKS]);
    return 0;
}

static int64_t rounded_up(int64_t count, int64_t each) {
    return count / each + (count % each > 0);
}

static int64_t count_searches(const struct rerank_request *rerank) {
    int64_t room = PIECE_TOKENS - estimate_tokens(rerank->query), pieces = 0;
    if (room < PIECE_LEAST)
        room = PIECE_LEAST;
    for (size_t i = 0; i < rerank->documents; i++)
        pieces += rounded_up(estimate_tokens(rerank->document[i]), room);
    return rounded_up(pieces, SEARCH_DOCUMENTS);
}

static int read_request(struct task *task, struct error *err) {
    struct json found[MEMBERS], whole = value_whole(task->text);
    struct rerank_request *rerank = task->rerank = arena_alloc(task->arena, sizeof *rerank);
    if (task_members(task, names, 0, found, err) < 0 || read_query(rerank, &whole, &found[QUERY], err) < 0 ||
        read_documents(rerank, task->arena, &whole, &found[DOCUMENTS], err) < 0 ||
        read_fields(rerank, task->arena, &found[FIELDS], err) < 0 ||
        read_top(rerank, &found[TOP_N], &found[TOP_K], err) < 0 || read_rest(task, found, err) < 0)
        return -1;
    /* The query is read again beside each document. */
    task->most.prompt =
        estimate_tokens(found[DOCUMENTS].text) + estimate_tokens(rerank->query) * (int64_t)rerank->documents;
    task->most.requests = count_searches(rerank);
    return 0;
}

/* ---- answers --------------------------------------------------------------------------- */

static void begin_result(struct json_writer *w, const struct rerank_result *result) {
    json_open(w, '{');
    json_member_int(w, "index", (int64_t)result->index);
    json_member_put(w, "relevance_score", result->score);
}

static void write_results(struct json_writer *w, const struct task *task, const struct rerank_reply *reply) {
    const struct rerank_request *rerank = task->rerank;
    json_member_open(w, "results", '[');
    for (size_t i = 0; i < reply->results; i++) {
        struct span document = rerank->document[reply->result[i].index];
        begin_result(w, &reply->result[i]);
        if (rerank->documents_back && scan_type(document) == SCAN_OBJECT) {
            json_member_put(w, "document", document);
        } else if (rerank->documents_back) {
            json_member_open(w, "document", '{');
            json_member_put(w, "text", document);
            json_close(w, '}');
        }
        json_close(w, '}');
    }
    json_close(w, ']');
}

static void write_data(struct json_writer *w, const struct task *task, const struct rerank_reply *reply) {
    struct error ignored = {0};
    struct span text;
    json_member_open(w, "data", '[');
    for (size_t i = 0; i < reply->results; i++) {
        begin_result(w, &reply->result[i]);
        if (task->rerank->documents_back && rerank_text(task, reply->result[i].index, &text, &ignored) == 0)
            json_member_put(w, "document", text);
        json_close(w, '}');
    }
    json_close(w, ']');
}

static void write_meta(struct json_writer *w, const struct usage *usage) {
    json_member_open(w, "usage", '{');
    json_member_int(w, "total_tokens", usage->prompt);
    json_member_int(w, "prompt_tokens", usage->prompt);
    json_close(w, '}');
    json_member_open(w, "meta", '{');
    json_member_open(w, "api_version", '{');
    json_member_text(w, "version", "2");
    json_close(w, '}');
    json_member_open(w, "billed_units", '{');
    json_member_int(w, "search_units", usage->requests);
    json_close(w, '}');
    json_close(w, '}');
}

/* Each of the documents may stand there twice, but the pieces of a joint are few: they are copied. */
static void write_reply(const struct chat_head *head, const struct task *task, const struct task_reply *reply,
                        struct joint *out) {
    struct json_writer w = {.out = &out->text};
    json_open(&w, '{');
    json_member_text(&w, "id", head->id);
    json_member_text(&w, "object", "list");
    json_member_text(&w, "model", head->model);
    write_results(&w, task, reply->rerank);
    write_data(&w, task, reply->rerank);
    write_meta(&w, &reply->usage);
    json_close(&w, '}');
}

const struct task_dialect rerank_union = {.name = "rerank",
                                          .kind = TASK_RERANK,
                                          .family = &chat_openai,
                                          .read = read_request,
                                          .write_reply = write_reply};
