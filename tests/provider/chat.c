/* OpenAI Chat Completions, as the provider speaks it. What it refuses is in chat_check.c. */
#include <string.h>

#include "chat_check.h"
#include "dialect.h"
#include "member.h"
#include "openai_usage.h"
#include "quote.h"
#include "thought.h"
#include "timers.h"
#include "toolbox.h"

#define CREATED 1700000000 /* always the same, so that answers can be compared */

/* ---- the request ---- */

/* The bytes of text in a message's content; adds them to `text` if there is one. */
static size_t content_text(const json_t *content, struct buf *text) {
    size_t i, bytes = 0;
    json_t *part;
    if (json_is_string(content)) {
        if (text)
            buf_add(text, json_string_value(content), json_string_length(content));
        return json_string_length(content);
    }
    json_array_foreach(content, i, part) bytes += content_text(json_object_get(part, "text"), text);
    return bytes;
}

static unsigned count_prompt(const json_t *messages) {
    size_t i, bytes = 0;
    json_t *message;
    json_array_foreach(messages, i, message) bytes += content_text(json_object_get(message, "content"), NULL);
    return (unsigned)((bytes + 3) / 4 + 3 * json_array_size(messages));
}

static void echo_last_user(struct scene *scene, const json_t *messages) {
    for (size_t i = json_array_size(messages); i-- > 0;) {
        const json_t *message = json_array_get(messages, i);
        if (!member_is(message, "role", "user"))
            continue;
        struct buf text;
        buf_init(&text, SIZE_MAX / 2);
        content_text(json_object_get(message, "content"), &text);
        scene_echo(scene, text.data ? text.data : "", text.len);
        buf_free(&text);
        return;
    }
    scene_echo(scene, "", 0);
}

/* What a tool, or a choice, says about its function or its custom tool. */
static const json_t *substance_of(const json_t *tool) {
    const json_t *function = json_object_get(tool, "function");
    return function ? function : json_object_get(tool, "custom");
}

static const char *name_of(const json_t *tool) {
    return json_string_value(json_object_get(substance_of(tool), "name"));
}

/* tool_choice as a word, or as the tools that it allows. */
static void read_choice(const json_t *body, struct toolbox *box) {
    const json_t *choice = json_object_get(body, "tool_choice"),
                 *allowed = json_object_get(choice, "allowed_tools");
    const char *word = json_string_value(choice);
    size_t i;
    json_t *tool;
    if (!word)
        word = json_string_value(json_object_get(allowed, "mode"));
    if (name_of(choice) || (word && strcmp(word, "required") == 0))
        box->choice = CHOICE_FORCED;
    else if (word && strcmp(word, "none") == 0)
        box->choice = CHOICE_NONE;
    if (name_of(choice))
        toolbox_choose(box, name_of(choice));
    json_array_foreach(json_object_get(allowed, "tools"), i, tool) {
        if (name_of(tool))
            toolbox_choose(box, name_of(tool));
    }
    box->single = json_is_false(json_object_get(body, "parallel_tool_calls"));
}

static void plan_calls(struct scene *scene, const json_t *body) {
    const json_t *messages = json_object_get(body, "messages");
    const json_t *last = json_array_get(messages, json_array_size(messages) - 1);
    struct toolbox box = {0};
    struct buf result;
    size_t i;
    json_t *tool;
    json_array_foreach(json_object_get(body, "tools"), i, tool) {
        toolbox_add(&box, (struct tool){.name = name_of(tool), .custom = member_is(tool, "type", "custom")});
    }
    read_choice(body, &box);
    buf_init(&result, SIZE_MAX / 2);
    buf_puts(&result, "");
    content_text(json_object_get(last, "content"), &result);
    toolbox_plan(&box, scene, member_is(last, "role", "tool") ? result.data : NULL, result.len);
    buf_free(&result);
    toolbox_free(&box);
}

/* A text that is valid for the format, if it is one of JSON. */
static void follow_format(struct scene *scene, const json_t *format) {
    if (member_is(format, "type", "json_object") || member_is(format, "type", "json_schema"))
        scene_sample(scene, json_object_get(json_object_get(format, "json_schema"), "schema"));
}

static void obey_stops(struct scene *scene, const json_t *stops) {
    size_t i;
    json_t *stop;
    if (json_is_string(stops))
        scene_stop(scene, json_string_value(stops), json_string_length(stops));
    json_array_foreach(stops, i, stop) {
        scene_stop(scene, json_string_value(stop), json_string_length(stop));
    }
}

static void limit_words(struct scene *scene, const json_t *limit) {
    if (json_integer_value(limit) > 0)
        scene_limit(scene, (size_t)json_integer_value(limit));
}

/* What the answer says. */
static void plan(struct scene *scene, const json_t *body) {
    const json_t *messages = json_object_get(body, "messages"), *n = json_object_get(body, "n");
    scene_plan(scene);
    if (json_is_integer(n))
        scene->choices = (unsigned)json_integer_value(n);
    if (scene->how.echo)
        echo_last_user(scene, messages);
    plan_calls(scene, body);
    if (scene->calls == 0) {
        follow_format(scene, json_object_get(body, "response_format"));
        obey_stops(scene, json_object_get(body, "stop"));
    }
    limit_words(scene, json_object_get(body, "max_tokens"));
    limit_words(scene, json_object_get(body, "max_completion_tokens"));
    scene->finish = *scene->how.finish ? scene->how.finish
                    : scene->limited   ? "length"
                    : scene->calls     ? "tool_calls"
                                       : "stop";
}

static int read_request(struct scene *scene, struct error *err) {
    const json_t *body = scene->body;
    const char *model = json_string_value(json_object_get(body, "model"));
    if (model && behaviour_read(&scene->how, model, err))
        return -1;
    if (chat_check(scene->body, scene->how.loose, err))
        return -1;
    const char *user = json_string_value(json_object_get(body, "user"));
    scene->model = model;
    scene->user = user ? user : "";
    scene->stream = json_is_true(json_object_get(body, "stream"));
    scene->stream_usage =
        json_is_true(json_object_get(json_object_get(body, "stream_options"), "include_usage"));
    plan(scene, body);
    scene_prompt(scene, count_prompt(json_object_get(body, "messages")));
    return 0;
}

/* ---- what whole answers and chunks have in common ---- */

static void put_envelope(const struct scene *scene, const char *object, struct buf *json) {
    buf_printf(json, "{\"id\":\"chatcmpl-%08llx\",\"object\":\"%s\",\"created\":%d,\"model\":",
               (unsigned long long)scene->serial, object, CREATED);
    buf_quote(json, scene->model, strlen(scene->model));
    buf_puts(json, ",\"service_tier\":\"default\",\"system_fingerprint\":\"fp_test\"");
    if (scene->how.unknown)
        buf_puts(json, ",\"x_unknown\":{\"deep\":[1,2.50,null,\"\\u00e9\"]}");
    if (scene->how.stamp)
        buf_printf(json, ",\"sent_us\":%llu", (unsigned long long)clock_now_us());
    buf_puts(json, ",\"choices\":[");
}

static void put_usage(const struct scene *scene, struct buf *json) {
    unsigned completion = scene_tokens(scene);
    buf_printf(json, ",\"usage\":{\"prompt_tokens\":%u,\"completion_tokens\":%u,\"total_tokens\":%u,",
               scene->prompt_tokens, completion, scene->prompt_tokens + completion);
    buf_printf(json, "\"prompt_tokens_details\":{\"cached_tokens\":%u,\"audio_tokens\":%d",
               scene->cached_tokens, scene->how.audioin);
    openai_put_input_details(scene, json);
    buf_printf(json,
               "},\"completion_tokens_details\":{\"reasoning_tokens\":%u,\"audio_tokens\":%d,"
               "\"accepted_prediction_tokens\":0,\"rejected_prediction_tokens\":0",
               scene_thought_tokens(scene), scene->how.audioout);
    openai_put_output_details(scene, json);
    buf_puts(json, scene->how.unknown ? "},\"x_unknown_tokens\":7" : "}");
    if (scene->how.searches) /* as OpenRouter says it */
        buf_printf(json, ",\"server_tool_use\":{\"web_search_requests\":%d}", scene->how.searches);
    buf_putc(json, '}');
}

/* What holds a call's substance, and in it the arguments. */
static const char *kind_of(const struct scene *scene) {
    return scene->freeform ? "custom" : "function";
}

static const char *argument_of(const struct scene *scene) {
    return scene->freeform ? "input" : "arguments";
}

static void put_call_head(const struct scene *scene, unsigned choice, unsigned call, struct buf *json) {
    buf_printf(json, "\"id\":\"call_%08llx_%u_%u\",\"type\":\"%s\",\"%s\":{\"name\":\"%s\",\"%s\":",
               (unsigned long long)scene->serial, choice, call, kind_of(scene), kind_of(scene), scene->tool,
               argument_of(scene));
}

/* ---- the whole answer ---- */

static void put_tool_calls(const struct scene *scene, unsigned choice, struct buf *json) {
    struct buf arguments;
    buf_init(&arguments, SIZE_MAX / 2);
    scene_arguments(scene, &arguments);
    buf_puts(json, ",\"tool_calls\":[");
    for (unsigned call = 0; call < scene->calls; call++) {
        buf_puts(json, call ? ",{" : "{");
        put_call_head(scene, choice, call, json);
        buf_quote(json, arguments.data ? arguments.data : "", arguments.len);
        buf_puts(json, "}}");
    }
    buf_putc(json, ']');
    buf_free(&arguments);
}

static void put_text(const struct scene *scene, struct buf *json) {
    struct buf text;
    buf_init(&text, SIZE_MAX / 2);
    scene_text(scene, &text);
    quote_text(&text, json);
}

static void put_reasoning(const struct scene *scene, struct buf *json) {
    struct buf text;
    if (scene->thoughts == 0)
        return;
    buf_init(&text, SIZE_MAX / 2);
    scene_reasoning(scene, &text);
    buf_puts(json, ",\"reasoning_content\":");
    quote_text(&text, json);
}

static void put_choice(const struct scene *scene, unsigned choice, struct buf *json) {
    buf_printf(json, "%s{\"index\":%u,\"message\":{\"role\":\"assistant\",\"content\":", choice ? "," : "",
               choice);
    if (scene->calls)
        buf_puts(json, "null");
    else
        put_text(scene, json);
    put_reasoning(scene, json);
    if (scene->calls)
        put_tool_calls(scene, choice, json);
    buf_printf(json, ",\"refusal\":null,\"annotations\":[]%s},\"logprobs\":null,\"finish_reason\":\"%s\"}",
               scene->how.unknown ? ",\"x_unknown_message\":true" : "", scene->finish);
}

static void write_whole(const struct scene *scene, struct buf *json) {
    put_envelope(scene, "chat.completion", json);
    for (unsigned choice = 0; choice < scene->choices; choice++)
        put_choice(scene, choice, json);
    buf_putc(json, ']');
    if (!scene->how.nousage)
        put_usage(scene, json);
    buf_putc(json, '}');
}

/* ---- the stream ---- */

static bool tells_usage(const struct scene *scene) {
    return scene->stream_usage && !scene->how.nousage;
}

static void begin_delta(const struct scene *scene, unsigned choice, struct buf *data) {
    put_envelope(scene, "chat.completion.chunk", data);
    buf_printf(data, "{\"index\":%u,\"delta\":{", choice);
}

/* finish: NULL as long as the choice goes on. */
static void end_delta(const struct scene *scene, const char *finish, struct buf *data) {
    buf_puts(data, "},\"logprobs\":null,\"finish_reason\":");
    quote_word(finish, data);
    buf_puts(data, "}]");
    if (finish && tells_usage(scene) && scene->how.usagefinal)
        put_usage(scene, data);
    else if (tells_usage(scene))
        buf_puts(data, ",\"usage\":null");
    buf_putc(data, '}');
}

static void write_role(const struct scene *scene, unsigned choice, struct buf *data) {
    begin_delta(scene, choice, data);
    buf_printf(data, "\"role\":\"assistant\",\"content\":%s,\"refusal\":null",
               scene->calls ? "null" : "\"\"");
    end_delta(scene, NULL, data);
}

static void write_thought(const struct scene *scene, unsigned choice, unsigned i, struct buf *data) {
    struct buf word;
    buf_init(&word, SIZE_MAX / 2);
    thought_word(i, &word);
    begin_delta(scene, choice, data);
    buf_puts(data, "\"reasoning_content\":");
    quote_text(&word, data);
    end_delta(scene, NULL, data);
}

static void write_word(const struct scene *scene, unsigned choice, unsigned i, struct buf *data) {
    struct buf word;
    buf_init(&word, SIZE_MAX / 2);
    scene_word(scene, i, &word);
    begin_delta(scene, choice, data);
    buf_puts(data, "\"content\":");
    quote_text(&word, data);
    end_delta(scene, NULL, data);
}

/* Part 0 names the call, the others are its arguments. */
static void write_call_part(const struct scene *scene, unsigned choice, unsigned call, unsigned part,
                            struct buf *data) {
    begin_delta(scene, choice, data);
    buf_printf(data, "\"tool_calls\":[{\"index\":%u,", call);
    if (part == 0) {
        put_call_head(scene, choice, call, data);
        buf_puts(data, scene->words || scene->freeform ? "\"\"" : "\"{}\"");
    } else {
        struct buf fragment;
        buf_init(&fragment, SIZE_MAX / 2);
        scene_argument(scene, part - 1, &fragment);
        buf_printf(data, "\"%s\":{\"%s\":", kind_of(scene), argument_of(scene));
        quote_text(&fragment, data);
    }
    buf_puts(data, "}}]");
    end_delta(scene, NULL, data);
}

static void write_finish(const struct scene *scene, unsigned choice, struct buf *data) {
    begin_delta(scene, choice, data);
    end_delta(scene, scene->finish, data);
}

static void write_usage(const struct scene *scene, struct buf *data) {
    put_envelope(scene, "chat.completion.chunk", data);
    buf_putc(data, ']');
    put_usage(scene, data);
    buf_putc(data, '}');
}

/* A choice's parts in order: its reasoning; its words, or its calls. */
static enum event_kind write_part(const struct scene *scene, unsigned choice, unsigned part,
                                  struct buf *data) {
    unsigned per_call = scene->words + 1;
    if (part < scene->thoughts) {
        write_thought(scene, choice, part, data);
        return EVENT_CONTENT;
    }
    part -= scene->thoughts;
    if (!scene->calls) {
        write_word(scene, choice, part, data);
        return EVENT_CONTENT;
    }
    write_call_part(scene, choice, part / per_call, part % per_call, data);
    return part % per_call ? EVENT_CONTENT : EVENT_FRAME;
}

/* In order: the role of each choice; the parts, of all choices in turn; the ends; usage; [DONE]. */
static enum event_kind write_event(const struct scene *scene, unsigned position, struct buf *data) {
    unsigned n = scene->choices;
    unsigned parts = scene->thoughts + (scene->calls ? scene->calls * (scene->words + 1) : scene->words);
    if (position < n) {
        write_role(scene, position, data);
        return EVENT_FRAME;
    }
    position -= n;
    if (position < parts * n)
        return write_part(scene, position % n, position / n, data);
    position -= parts * n;
    if (position < n) {
        write_finish(scene, position, data);
        return EVENT_FRAME;
    }
    position -= n;
    if (tells_usage(scene) && !scene->how.usagefinal && position-- == 0) {
        write_usage(scene, data);
        return EVENT_FRAME;
    }
    if (scene->how.nodone || position > 0)
        return EVENT_END;
    buf_puts(data, "[DONE]");
    return EVENT_FRAME;
}

/* ---- errors ---- */

static const char *error_type(int status) {
    return status == 429 ? "requests" : status >= 500 ? "server_error" : "invalid_request_error";
}

static void write_error(const struct error *err, uint64_t serial, struct buf *json) {
    (void)serial;
    buf_puts(json, "{\"error\":{\"message\":");
    buf_quote(json, err->message, strlen(err->message));
    buf_printf(json, ",\"type\":\"%s\",\"param\":", error_type(err->status));
    quote_word(*err->param ? err->param : NULL, json);
    buf_puts(json, ",\"code\":");
    quote_word(err->code, json);
    buf_puts(json, "}}");
}

static int read_head(const struct http_request *request, struct scene *scene, struct error *err) {
    (void)scene;
    return dialect_check_key(request, NULL, err);
}

const struct dialect dialect_chat = {
    .read_head = read_head,
    .read = read_request,
    .write_whole = write_whole,
    .write_event = write_event,
    .write_error = write_error,
    .id_field = "x-request-id",
    .fields = "openai-organization: test-organization\r\nx-ratelimit-remaining-requests: 9999\r\n",
};
