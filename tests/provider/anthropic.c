/* Anthropic Messages, as the provider speaks it: heads, what an answer says, errors. What it refuses is in
 * anthropic_check.c and its neighbours, how it writes answers in anthropic_answer.c. */
#include "anthropic.h"

#include <string.h>

#include "dialect.h"
#include "member.h"
#include "reply.h"
#include "toolbox.h"

/* ---- the head ---- */

static int read_head(const struct http_request *request, struct scene *scene, struct error *err) {
    struct span version = http_field(request, "anthropic-version");
    struct span betas = http_field(request, "anthropic-beta");
    if (dialect_check_key(request, "x-api-key", err))
        return -1;
    if (!version.at)
        return error_set(err, ERR_REQUEST, "anthropic-version: header is required");
    if (span_is(version, "2023-06-01"))
        scene->version = ANTHROPIC_OLD;
    else if (span_is(version, "2026-10-21"))
        scene->version = ANTHROPIC_NEW;
    else
        return error_set(err, ERR_REQUEST, "anthropic-version: \"%.*s\" is not a valid version",
                         version.len < 40 ? (int)version.len : 40, version.at);
    buf_init(&scene->betas, HTTP_MAX_HEAD);
    buf_puts(&scene->betas, "");
    if (betas.at)
        buf_add(&scene->betas, betas.at, betas.len);
    return 0;
}

/* ---- what the request says ---- */

/* The bytes of a content's text, that of tools' results included; adds them to `text` if there is one. */
static size_t content_text(const json_t *content, struct buf *text) {
    size_t i, bytes = 0;
    json_t *block;
    if (json_is_string(content)) {
        if (text)
            buf_add(text, json_string_value(content), json_string_length(content));
        return json_string_length(content);
    }
    json_array_foreach(content, i, block) {
        bytes += content_text(json_object_get(block, "text"), text);
        if (member_is(block, "type", "tool_result"))
            bytes += content_text(json_object_get(block, "content"), text);
    }
    return bytes;
}

/* The system prompt counts as a message. */
static unsigned count_prompt(const json_t *body) {
    const json_t *messages = json_object_get(body, "messages"), *system = json_object_get(body, "system");
    size_t i, bytes = content_text(system, NULL), count = json_array_size(messages);
    json_t *message;
    if (system && !json_is_null(system))
        count++;
    json_array_foreach(messages, i, message) bytes += content_text(json_object_get(message, "content"), NULL);
    return (unsigned)((bytes + 3) / 4 + 3 * count);
}

/* The content of the last message that is not the system's, if the user wrote it. */
static const json_t *last_of_user(const json_t *body) {
    const json_t *messages = json_object_get(body, "messages");
    for (size_t i = json_array_size(messages); i-- > 0;) {
        const json_t *message = json_array_get(messages, i);
        if (!member_is(message, "role", "system"))
            return member_is(message, "role", "user") ? json_object_get(message, "content") : NULL;
    }
    return NULL;
}

static const json_t *last_result(const json_t *content) {
    for (size_t i = json_array_size(content); i-- > 0;)
        if (member_is(json_array_get(content, i), "type", "tool_result"))
            return json_array_get(content, i);
    return NULL;
}

static const json_t *output_schema(const json_t *body) {
    const json_t *format = json_object_get(json_object_get(body, "output_config"), "format");
    if (!format)
        format = json_object_get(body, "output_format");
    return json_object_get(format, "schema");
}

/* ---- what the answer says ---- */

static void echo(struct scene *scene, const json_t *body) {
    struct buf text;
    buf_init(&text, SIZE_MAX / 2);
    buf_puts(&text, "");
    content_text(last_of_user(body), &text);
    scene_echo(scene, text.data, text.len);
    buf_free(&text);
}

/* tool_choice may force a call, name the tool, allow one at most, or none. */
static void read_choice(const json_t *choice, struct toolbox *box) {
    const char *name = json_string_value(json_object_get(choice, "name"));
    if (name || member_is(choice, "type", "any"))
        box->choice = CHOICE_FORCED;
    else if (member_is(choice, "type", "none"))
        box->choice = CHOICE_NONE;
    if (name)
        toolbox_choose(box, name);
    box->single = json_is_true(json_object_get(choice, "disable_parallel_tool_use"));
}

static void plan_calls(struct scene *scene, const json_t *body) {
    const json_t *result = last_result(last_of_user(body));
    struct toolbox box = {0};
    struct buf text;
    size_t i;
    json_t *tool;
    json_array_foreach(json_object_get(body, "tools"), i, tool) {
        toolbox_add(&box, (struct tool){.name = json_string_value(json_object_get(tool, "name"))});
    }
    read_choice(json_object_get(body, "tool_choice"), &box);
    buf_init(&text, SIZE_MAX / 2);
    buf_puts(&text, "");
    content_text(json_object_get(result, "content"), &text);
    toolbox_plan(&box, scene, result ? text.data : NULL, text.len);
    buf_free(&text);
    toolbox_free(&box);
}

static void obey_stops(struct scene *scene, const json_t *stops) {
    size_t i;
    json_t *stop;
    json_array_foreach(stops, i, stop) {
        scene_stop(scene, json_string_value(stop), json_string_length(stop));
    }
}

static const char *reason(const struct scene *scene) {
    return *scene->how.finish ? scene->how.finish
           : scene->limited   ? "max_tokens"
           : scene->calls     ? "tool_use"
           : scene->stop      ? "stop_sequence"
                              : "end_turn";
}

static void plan(struct scene *scene, const json_t *body) {
    const json_t *schema = output_schema(body);
    scene_plan(scene);
    if (!anthropic_thinks(body))
        scene->thoughts = 0;
    if (scene->how.echo)
        echo(scene, body);
    plan_calls(scene, body);
    if (schema && scene->calls == 0)
        scene_sample(scene, schema);
    if (scene->calls == 0)
        obey_stops(scene, json_object_get(body, "stop_sequences"));
    scene_limit(scene, (size_t)json_integer_value(json_object_get(body, "max_tokens")));
    if (!anthropic_shows_thoughts(body))
        scene_hide(scene);
    scene->finish = reason(scene);
}

static int check(struct scene *scene, bool counting, struct error *err) {
    const char *model = json_string_value(json_object_get(scene->body, "model"));
    if (model && behaviour_read(&scene->how, model, err))
        return -1;
    struct anthropic_request request = {
        .body = scene->body,
        .version = scene->version,
        .betas = scene->betas.data,
        .loose = scene->how.loose,
        .counting = counting,
        .must_think = scene->how.think > 0 && anthropic_has_budget(scene->body),
        .err = err,
    };
    if (anthropic_check(&request))
        return -1;
    scene->model = model;
    scene_prompt(scene, count_prompt(scene->body));
    return 0;
}

static int read_request(struct scene *scene, struct error *err) {
    if (check(scene, false, err))
        return -1;
    const char *user =
        json_string_value(json_object_get(json_object_get(scene->body, "metadata"), "user_id"));
    scene->user = user ? user : "";
    scene->stream = json_is_true(json_object_get(scene->body, "stream"));
    plan(scene, scene->body);
    return 0;
}

/* ---- counting tokens ---- */

static int read_count(struct scene *scene, struct error *err) {
    if (check(scene, true, err))
        return -1;
    scene->how.sse = 0; /* there is no stream to answer with */
    return 0;
}

static void write_count(const struct scene *scene, struct buf *json) {
    buf_printf(json, "{\"input_tokens\":%u}", scene->prompt_tokens);
}

/* ---- errors ---- */

static const char *error_type(int status) {
    static const struct {
        int status;
        const char *type;
    } types[] = {
        {401, "authentication_error"}, {402, "billing_error"},  {403, "permission_error"},
        {404, "not_found_error"},      {409, "conflict_error"}, {413, "request_too_large"},
        {429, "rate_limit_error"},     {504, "timeout_error"},  {529, "overloaded_error"},
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (types[i].status == status)
            return types[i].type;
    return status >= 500 ? "api_error" : "invalid_request_error";
}

static void write_error(const struct error *err, uint64_t serial, struct buf *json) {
    buf_printf(json, "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":", error_type(err->status));
    buf_quote(json, err->message, strlen(err->message));
    buf_printf(json, "},\"request_id\":\"" REQUEST_ID "\"}", (unsigned long long)serial);
}

#define FIELDS_OF_ALL                                                                                        \
    .read_head = read_head, .write_error = write_error, .named_events = true, .id_field = "request-id",      \
    .fields = "anthropic-organization-id: test-organization\r\n"                                             \
              "anthropic-ratelimit-requests-remaining: 9999\r\n"

const struct dialect dialect_anthropic = {
    FIELDS_OF_ALL,
    .read = read_request,
    .write_whole = anthropic_write_whole,
    .write_event = anthropic_write_event,
};

/* Never streams. */
const struct dialect dialect_anthropic_count = {
    FIELDS_OF_ALL,
    .read = read_count,
    .write_whole = write_count,
};
