/* What providers of reranking are asked, and what they answer. */
#include "dialects/reranking.h"

#include <stdio.h>
#include <string.h>

#include "base/decimal.h"
#include "dialects/answer.h"

#define SEARCHES_BEYOND 10 /* times what was held for them */

/* ---- documents ------------------------------------------------------------------------ */

bool rerank_is_picture(struct span document) {
    struct scan_want image = {.name = "image"};
    if (scan_type(document) != SCAN_OBJECT)
        return false;
    scan_members(document, &image, 1);
    return image.type == SCAN_STRING;
}

static bool counts(const struct rerank_request *rerank, struct span name) {
    struct buf plain;
    bool found = rerank->fields == 0;
    buf_init(&plain, BUF_MOST);
    scan_unquote(name, &plain);
    buf_putc(&plain, '\0');
    for (size_t i = 0; i < rerank->fields && !found; i++)
        found = scan_equals(rerank->field[i], plain.data);
    buf_free(&plain);
    return found;
}

static void add_line(struct buf *text, struct span name, struct span value, enum scan_type type) {
    if (text->len > 1)
        buf_puts(text, "\\n");
    buf_add(text, name.at + 1, name.len - 2);
    buf_puts(text, ": ");
    if (type == SCAN_STRING)
        buf_add(text, value.at + 1, value.len - 2);
    else
        buf_add(text, value.at, value.len);
}

/* As lines "name: value", which is YAML: what Cohere says that such documents shall become. */
static struct span flatten(const struct task *task, struct span document) {
    struct span rest = document, name, value, text;
    enum scan_type type;
    struct buf lines;
    buf_init(&lines, BUF_MOST);
    buf_putc(&lines, '"');
    while (scan_next_member(&rest, &name, &value, &type))
        if (type >= SCAN_FALSE && type <= SCAN_STRING && counts(task->rerank, name))
            add_line(&lines, name, value, type);
    buf_putc(&lines, '"');
    text = (struct span){arena_strndup(task->arena, lines.data, lines.len), lines.len};
    buf_free(&lines);
    return text;
}

int rerank_text(const struct task *task, size_t i, struct span *text, struct error *err) {
    struct span document = task->rerank->document[i];
    struct scan_want own = {.name = "text"};
    char param[40];
    *text = document;
    if (scan_type(document) == SCAN_STRING)
        return 0;
    scan_members(document, &own, 1);
    bool plain = own.type == SCAN_STRING && task->rerank->fields == 0;
    *text = plain ? own.value : flatten(task, document);
    if (text->len > 2 || plain)
        return 0;
    snprintf(param, sizeof param, "documents[%zu]", i);
    return error_param(err, ERR_REQUEST, param, "\"%s\" has no text, and this model takes nothing else.",
                       param);
}

/* ---- requests -------------------------------------------------------------------------- */

int rerank_write_begin(struct json_writer *w, const struct task *task, const char *model, bool pictures,
                       struct error *err) {
    const struct rerank_request *rerank = task->rerank;
    struct span text;
    if (!pictures && scan_type(rerank->query) != SCAN_STRING)
        return error_param(err, ERR_REQUEST, "query", "\"query\" must be a string for this model.");
    json_open(w, '{');
    json_member_text(w, "model", model);
    json_member_put(w, "query", rerank->query);
    json_member_open(w, "documents", '[');
    for (size_t i = 0; i < rerank->documents; i++) {
        if (pictures && rerank_is_picture(rerank->document[i]))
            text = rerank->document[i];
        else if (rerank_text(task, i, &text, err) < 0)
            return -1;
        json_put(w, text);
    }
    json_close(w, ']');
    return 0;
}

/* ---- answers --------------------------------------------------------------------------- */

static int read_result(struct span value, const struct task *task, bool *seen, struct rerank_result *result,
                       struct error *err) {
    enum { INDEX, SCORE, WANTS };
    struct scan_want want[WANTS] = {[INDEX] = {.name = "index"}, [SCORE] = {.name = "relevance_score"}};
    int64_t index = -1;
    scan_members(value, want, WANTS);
    if (want[SCORE].type != SCAN_NUMBER || !answer_count(&want[INDEX], &index) || index < 0 ||
        index >= (int64_t)task->rerank->documents)
        return error_set(err, ERR_UPSTREAM, "The provider ranked a document that was not sent.");
    if (seen[index])
        return error_set(err, ERR_UPSTREAM, "The provider ranked a document twice.");
    seen[index] = true;
    *result = (struct rerank_result){(size_t)index, want[SCORE].value};
    return 0;
}

static int read_results(const struct scan_want *list, const struct task *task, struct rerank_reply *into,
                        struct error *err) {
    size_t most = task->rerank->documents;
    struct span rest = list->value, value;
    enum scan_type type;
    bool *seen = arena_alloc(task->arena, most);
    into->result = arena_alloc(task->arena, most * sizeof *into->result);
    while (scan_next(&rest, &value, &type)) {
        if (type != SCAN_OBJECT)
            return error_set(err, ERR_UPSTREAM, "The provider's results are not objects.");
        if (into->results == most)
            return error_set(err, ERR_UPSTREAM, "The provider ranked more documents than were sent.");
        if (read_result(value, task, seen, &into->result[into->results], err) < 0)
            return -1;
        into->results++;
    }
    return 0;
}

/* A part of a search is a whole one. As money depends on it, what is far beyond the estimate counts as not
 * told.
 */
static void read_searches(const struct scan_want *searches, const struct task *task, struct usage *usage) {
    int64_t count, most = SEARCHES_BEYOND * task->most.requests;
    if (searches->type != SCAN_NUMBER)
        return;
    enum decimal how = decimal_scale(searches->value, 0, &count);
    bool part = how == DECIMAL_FINER;
    if ((how == DECIMAL_EXACT || part) && count <= most - part)
        usage->requests = count + part;
}

/* What Cohere's meta says of the searches that it charges for, and of tokens; SiliconFlow has it, too. */
static void read_meta(const struct scan_want *meta, const struct task *task, struct task_reply *reply) {
    struct scan_want parts[] = {{.name = "billed_units"}, {.name = "tokens"}};
    struct scan_want searches = {.name = "search_units"}, input = {.name = "input_tokens"};
    scan_members(meta->value, parts, 2);
    scan_members(parts[0].value, &searches, 1);
    scan_members(parts[1].value, &input, 1);
    read_searches(&searches, task, &reply->usage);
    if (input.type == SCAN_NONE)
        scan_members(parts[0].value, &input, 1);
    reply->has_prompt |= answer_count(&input, &reply->usage.prompt);
}

int rerank_read_reply(struct span text, const struct task *task, struct task_reply *reply,
                      struct error *err) {
    enum { RESULTS, DATA, META, WANTS };
    struct scan_want want[WANTS] = {
        [RESULTS] = {.name = "results"}, [DATA] = {.name = "data"}, [META] = {.name = "meta"}};
    if (answer_look(text, want, WANTS, err) < 0)
        return -1;
    const struct scan_want *list = &want[want[RESULTS].type == SCAN_ARRAY ? RESULTS : DATA];
    if (list->type != SCAN_ARRAY)
        return error_set(err, ERR_UPSTREAM, "The provider's answer has no results.");
    reply->rerank = arena_alloc(task->arena, sizeof *reply->rerank);
    if (read_results(list, task, reply->rerank, err) < 0)
        return -1;
    task_read_usage(text, reply);
    read_meta(&want[META], task, reply);
    reply->has_output = true; /* numbers are none */
    reply->usage.output = 0;
    return 0;
}
