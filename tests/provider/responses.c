/* OpenAI Responses, as the provider speaks it: the request. What it refuses is in responses_check.c. */
#include <string.h>

#include "dialect.h"
#include "member.h"
#include "responses_answer.h"
#include "responses_check.h"
#include "responses_stream.h"
#include "toolbox.h"

/* ---- text in the request ---- */

/* The text of a content or an output; adds it to `text` if there is one. Returns its bytes. */
static size_t content_text(const json_t *content, struct buf *text) {
    size_t i, bytes = 0;
    json_t *part;
    if (json_is_string(content)) {
        if (text)
            buf_add(text, json_string_value(content), json_string_length(content));
        return json_string_length(content);
    }
    json_array_foreach(content, i, part) {
        bytes += content_text(json_object_get(part, "text"), text);
    }
    return bytes;
}

static unsigned count_prompt(const json_t *body) {
    static const char *const substance[] = {"content", "output", "arguments", "input", "summary"};
    const json_t *input = json_object_get(body, "input");
    size_t i, bytes = content_text(json_object_get(body, "instructions"), NULL);
    json_t *item;
    if (json_is_string(input))
        return (unsigned)((bytes + json_string_length(input) + 3) / 4 + 3);
    json_array_foreach(input, i, item) {
        for (size_t j = 0; j < sizeof substance / sizeof *substance; j++)
            bytes += content_text(json_object_get(item, substance[j]), NULL);
    }
    return (unsigned)((bytes + 3) / 4 + 3 * json_array_size(input));
}

static const json_t *last_user_content(const json_t *input) {
    if (json_is_string(input))
        return input;
    for (size_t i = json_array_size(input); i-- > 0;) {
        const json_t *item = json_array_get(input, i);
        if (member_is(item, "role", "user"))
            return json_object_get(item, "content");
    }
    return NULL;
}

/* The output of the call that the request ends with; NULL if it does not. */
static const json_t *last_output(const json_t *input) {
    const json_t *last = json_array_get(input, json_array_size(input) - 1);
    bool output =
        member_is(last, "type", "function_call_output") || member_is(last, "type", "custom_tool_call_output");
    return output ? json_object_get(last, "output") : NULL;
}

/* ---- the answer ---- */

static void echo(struct scene *scene, const json_t *content) {
    struct buf text;
    buf_init(&text, SIZE_MAX / 2);
    buf_puts(&text, "");
    content_text(content, &text);
    scene_echo(scene, text.data, text.len);
    buf_free(&text);
}

/* tool_choice as a word, or as the tools that it allows. */
static void read_choice(const json_t *body, struct toolbox *box) {
    const json_t *choice = json_object_get(body, "tool_choice");
    const char *word = json_string_value(choice), *name = json_string_value(json_object_get(choice, "name"));
    size_t i;
    json_t *tool;
    if (!word)
        word = json_string_value(json_object_get(choice, "mode"));
    if (name || (word && strcmp(word, "required") == 0))
        box->choice = CHOICE_FORCED;
    else if (word && strcmp(word, "none") == 0)
        box->choice = CHOICE_NONE;
    if (name)
        toolbox_choose(box, name);
    json_array_foreach(json_object_get(choice, "tools"), i, tool) {
        if (member_given(tool, "name"))
            toolbox_choose(box, json_string_value(json_object_get(tool, "name")));
    }
    box->single = json_is_false(json_object_get(body, "parallel_tool_calls"));
}

static void plan_calls(struct scene *scene, const json_t *body) {
    const json_t *output = last_output(json_object_get(body, "input"));
    struct toolbox box = {0};
    struct buf result;
    responses_collect(body, &box);
    read_choice(body, &box);
    buf_init(&result, SIZE_MAX / 2);
    buf_puts(&result, "");
    content_text(output, &result);
    toolbox_plan(&box, scene, output ? result.data : NULL, result.len);
    buf_free(&result);
    toolbox_free(&box);
}

/* A text that is valid for the format. */
static void follow_format(struct scene *scene) {
    const json_t *format = json_object_get(json_object_get(scene->body, "text"), "format");
    if (scene->calls > 0 || !member_given(format, "type") || member_is(format, "type", "text"))
        return;
    scene_sample(scene, json_object_get(format, "schema"));
}

static bool is_summary_wanted(const json_t *body) {
    const json_t *reasoning = json_object_get(body, "reasoning");
    return member_given(reasoning, "summary") || member_given(reasoning, "generate_summary");
}

static void plan(struct scene *scene) {
    const json_t *limit = json_object_get(scene->body, "max_output_tokens");
    scene_plan(scene);
    if (scene->how.echo)
        echo(scene, last_user_content(json_object_get(scene->body, "input")));
    plan_calls(scene, scene->body);
    follow_format(scene);
    if (json_is_integer(limit))
        scene_limit(scene, (size_t)json_integer_value(limit));
    if (!is_summary_wanted(scene->body))
        scene_hide(scene);
    scene->finish = *scene->how.finish ? scene->how.finish : scene->limited ? "length" : "stop";
}

static int read_request(struct scene *scene, struct error *err) {
    const char *model = json_string_value(json_object_get(scene->body, "model"));
    if (model && behaviour_read(&scene->how, model, err))
        return -1;
    if (responses_check(scene->body, scene->how.loose, err))
        return -1;
    const char *user = json_string_value(json_object_get(scene->body, "user"));
    scene->model = model;
    scene->user = user ? user : "";
    scene->stream = json_is_true(json_object_get(scene->body, "stream"));
    plan(scene);
    scene_prompt(scene, count_prompt(scene->body));
    return 0;
}

static int read_head(const struct http_request *request, struct scene *scene, struct error *err) {
    (void)scene;
    return dialect_check_key(request, NULL, err);
}

static void write_whole(const struct scene *scene, struct buf *json) {
    responses_put_object(scene, true, responses_items(scene), NULL, json);
}

/* As in OpenAI's other APIs. */
static void write_error(const struct error *err, uint64_t serial, struct buf *json) {
    dialect_chat.write_error(err, serial, json);
}

const struct dialect dialect_responses = {
    .read_head = read_head,
    .read = read_request,
    .write_whole = write_whole,
    .write_event = responses_write_event,
    .write_failure = responses_write_failure,
    .write_error = write_error,
    .named_events = true,
    .id_field = "x-request-id",
    .fields = "openai-organization: test-organization\r\nopenai-version: 2020-10-01\r\n"
              "x-ratelimit-remaining-requests: 9999\r\n",
};
