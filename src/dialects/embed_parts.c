/* What the dialects of embeddings have in common. */
#include "dialects/embed_parts.h"

#include <stdio.h>

#include "dialects/estimate.h"
#include "dialects/read.h"

#define TOKEN_MOST INT32_MAX

/* ---- reading requests ------------------------------------------------------------ */

void embed_begin(struct task *task) {
    struct embed_request *embed = arena_alloc(task->arena, sizeof *embed);
    if (task->embed)
        embed->listed = task->embed->listed;
    task->embed = embed;
    embed->input = arena_alloc(task->arena, EMBED_INPUTS_MOST * sizeof *embed->input);
}

void embed_add_input(struct task *task, struct span text) {
    struct embed_request *embed = task->embed;
    embed->input[embed->count++] = text;
    task->most.prompt += estimate_tokens(text);
}

static int refuse_kind(const struct json *value, bool tokens, struct error *err) {
    return value_bad(value,
                     tokens ? "must be a text, or a list of texts or of tokens"
                            : "must be a text or a list of texts",
                     err);
}

static int take_text(struct task *task, const struct json *value, struct error *err) {
    if (value->text.len <= 2)
        return value_bad(value, "must not be empty", err);
    embed_add_input(task, value->text);
    return 0;
}

/* A list of tokens is one input. */
static int take_tokens(struct task *task, const struct json *list, struct error *err) {
    struct embed_request *embed = task->embed;
    struct json item = {0};
    struct span rest = list->text;
    int64_t token, count = 0;
    while (value_next(list, &rest, &item)) {
        if (value_int(&item, 0, TOKEN_MOST, &token, err) < 0)
            return -1;
        count++;
    }
    if (count == 0)
        return value_bad(list, "must not be empty", err);
    embed->tokens = true;
    embed->input[embed->count++] = list->text;
    task->most.prompt += count;
    return 0;
}

/* All elements are of the first one's kind. */
static int take_list(struct task *task, const struct json *list, bool tokens, struct error *err) {
    struct json item = {0}, first = {0};
    struct span rest = list->text;
    bool any = value_next(list, &rest, &first);
    if (any && tokens && first.type == SCAN_NUMBER)
        return take_tokens(task, list, err);
    if (!any)
        return value_bad(list, "must not be empty", err);
    if (first.type != SCAN_STRING && !(tokens && first.type == SCAN_ARRAY))
        return refuse_kind(list, tokens, err);
    task->embed->listed = true;
    for (rest = list->text; value_next(list, &rest, &item);) {
        if (task->embed->count == EMBED_INPUTS_MOST)
            return value_bad(list, "must not have more than 2048 elements", err);
        if (item.type != first.type)
            return value_bad(&item, "must be of the same kind as those before it", err);
        if ((item.type == SCAN_STRING ? take_text : take_tokens)(task, &item, err) < 0)
            return -1;
    }
    return 0;
}

int embed_read_input(struct task *task, const struct json *value, const char *name, bool tokens,
                     struct error *err) {
    char path[JSON_PATH];
    if (!value_given(value))
        return read_missing(value->in, name, err);
    task->embed->param = arena_strdup(task->arena, value_path(value, path));
    if (value->type == SCAN_STRING)
        return take_text(task, value, err);
    return value->type == SCAN_ARRAY ? take_list(task, value, tokens, err) : refuse_kind(value, tokens, err);
}

/* Less indexes: of what is noted, as value_place() says. */
static const char *place_of(const struct task *task, const struct json *value) {
    char place[JSON_PATH];
    return arena_strdup(task->arena, value_place(value, place));
}

int embed_read_dimensions(struct task *task, const struct json *value, struct error *err) {
    if (!value_given(value))
        return 0;
    task->embed->dimensions_param = place_of(task, value);
    return value_int(value, 1, EMBED_DIMENSIONS_MOST, &task->embed->dimensions, err);
}

int embed_read_form(struct task *task, const struct json *value, struct error *err) {
    static const char *const forms[] = {"float", "base64", NULL};
    int form = 0;
    if (value_given(value) && value_choice(value, forms, &form, err) < 0)
        return -1;
    task->embed->base64 = form == 1;
    return 0;
}

void embed_read_purpose(struct task *task, const struct json *value,
                        const char *const words[EMBED_PURPOSE__MAX]) {
    if (!value_given(value))
        return;
    for (int i = 0; value->type == SCAN_STRING && i < EMBED_PURPOSE__MAX; i++)
        if (words[i] && scan_equals(value->text, words[i])) {
            task->embed->purpose = (enum embed_purpose)i;
            task->embed->purpose_param = place_of(task, value);
            return;
        }
    read_dropped(task->notes, value);
}

/* ---- writing requests ------------------------------------------------------------ */

int embed_check(const struct task *task, bool tokens, size_t most, struct error *err) {
    const struct embed_request *embed = task->embed;
    if (embed->own)
        return error_param(err, ERR_REQUEST, embed->own, "\"%s\" is not possible with this model.",
                           embed->own);
    if (embed->tokens && !tokens)
        return error_param(err, ERR_REQUEST, embed->param,
                           "\"%s\" must be text: tokens are not possible with this model.", embed->param);
    if (most && embed->count > most)
        return error_param(err, ERR_REQUEST, embed->param,
                           "\"%s\" must not have more than %zu elements with this model.", embed->param,
                           most);
    return 0;
}

const char *embed_purpose_word(struct task *task, const char *const words[EMBED_PURPOSE__MAX]) {
    const struct embed_request *embed = task->embed;
    if (!words[embed->purpose] && embed->purpose != EMBED_ANYTHING)
        chat_drop(task->notes, embed->purpose_param);
    return words[embed->purpose];
}

void embed_write_inputs(struct json_writer *w, const char *name, const struct embed_request *embed) {
    json_member_open(w, name, '[');
    for (size_t i = 0; i < embed->count; i++)
        json_put(w, embed->input[i]);
    json_close(w, ']');
}

void embed_write_dimensions(struct json_writer *w, const char *name, const struct embed_request *embed) {
    if (embed->dimensions)
        json_member_int(w, name, embed->dimensions);
}

void embed_drop_user(struct task *task) {
    if (task->embed->user.at)
        chat_drop(task->notes, "user");
}

/* ---- reading answers ------------------------------------------------------------- */

void embed_begin_reply(const struct task *task, struct task_reply *reply) {
    reply->embed = arena_alloc(task->arena, sizeof *reply->embed);
    reply->embed->vector = arena_alloc(task->arena, task->embed->count * sizeof *reply->embed->vector);
}

static int refuse_count(const struct task *task, struct error *err) {
    return error_set(err, ERR_UPSTREAM, "The provider did not answer with %zu embeddings.",
                     task->embed->count);
}

int embed_take_vector(const struct task *task, struct task_reply *reply, struct span value,
                      struct error *err) {
    struct embed_reply *embed = reply->embed;
    if (embed->count == task->embed->count)
        return refuse_count(task, err);
    return vector_read(value, task->arena, &embed->vector[embed->count++], err);
}

int embed_look_at_vector(const struct task *task, struct task_reply *reply, struct span value,
                         struct error *err) {
    if (reply->embed->count == task->embed->count)
        return refuse_count(task, err);
    reply->embed->count++;
    return vector_check(value, err);
}

int embed_end_reply(const struct task *task, const struct task_reply *reply, struct error *err) {
    return reply->embed->count == task->embed->count ? 0 : refuse_count(task, err);
}

int embed_read_vectors(const struct task *task, struct task_reply *reply, const struct scan_want *list,
                       struct error *err) {
    struct span rest = list->value, value;
    enum scan_type type;
    embed_begin_reply(task, reply);
    while (list->type == SCAN_ARRAY && scan_next(&rest, &value, &type))
        if (embed_take_vector(task, reply, value, err) < 0)
            return -1;
    return embed_end_reply(task, reply, err);
}

/* ---- writing answers ------------------------------------------------------------- */

void embed_write_vector(struct json_writer *w, const struct vector *vector, bool base64) {
    json_put(w, (struct span){"", 0}); /* where a value stands */
    (base64 ? vector_write_base64 : vector_write_numbers)(vector, w->out);
}

void embed_write_vectors(struct json_writer *w, const char *name, const struct task_reply *reply) {
    json_member_open(w, name, '[');
    for (size_t i = 0; i < reply->embed->count; i++)
        embed_write_vector(w, &reply->embed->vector[i], false);
    json_close(w, ']');
}
