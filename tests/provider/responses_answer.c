/* OpenAI Responses, as the provider speaks it: the response object and its items. */
#include "responses_answer.h"

#include <stdlib.h>
#include <string.h>

#include "member.h"
#include "openai_usage.h"
#include "quote.h"
#include "responses_check.h"
#include "thought.h"
#include "timers.h"

#define CREATED 1700000000 /* always the same, so that answers can be compared */

/* ---- which items there are ---- */

/* A limit may leave nothing after the reasoning. */
static bool speaks(const struct scene *scene) {
    return scene->calls == 0 && !(scene->limited && scene->words == 0);
}

/* Reasoning comes first, then what was searched, then what is said. */
static unsigned first_said(const struct scene *scene) {
    return scene_thinks(scene) + (unsigned)scene->how.searches;
}

unsigned responses_items(const struct scene *scene) {
    return first_said(scene) + speaks(scene) + scene->calls;
}

enum responses_item responses_item(const struct scene *scene, unsigned index) {
    if (scene_thinks(scene) && index == 0)
        return ITEM_REASONING;
    if (index < first_said(scene))
        return ITEM_SEARCH;
    return scene->calls == 0 ? ITEM_MESSAGE : scene->freeform ? ITEM_CUSTOM : ITEM_FUNCTION;
}

static bool is_included(const struct scene *scene, const char *what) {
    size_t i;
    json_t *one;
    json_array_foreach(json_object_get(scene->body, "include"), i, one) {
        if (strcmp(json_string_value(one), what) == 0)
            return true;
    }
    return false;
}

/* ---- how it ends ---- */

static bool is_filtered(const struct scene *scene) {
    return strcmp(scene->finish, "content_filter") == 0;
}

const char *responses_status(const struct scene *scene) {
    if (strcmp(scene->finish, "failed") == 0)
        return "failed";
    return is_filtered(scene) || strcmp(scene->finish, "length") == 0 ? "incomplete" : "completed";
}

/* ---- items ---- */

void responses_put_id(const struct scene *scene, unsigned index, struct buf *json) {
    static const char *const prefixes[] = {[ITEM_REASONING] = "rs",
                                           [ITEM_SEARCH] = "ws",
                                           [ITEM_MESSAGE] = "msg",
                                           [ITEM_FUNCTION] = "fc",
                                           [ITEM_CUSTOM] = "ctc"};
    buf_printf(json, "\"%s_%08llx_%u\"", prefixes[responses_item(scene, index)],
               (unsigned long long)scene->serial, index);
}

static void add_text(const struct scene *scene, unsigned index, struct buf *text) {
    buf_puts(text, "");
    switch (responses_item(scene, index)) {
    case ITEM_SEARCH:
        break;
    case ITEM_REASONING:
        scene_reasoning(scene, text);
        break;
    case ITEM_FUNCTION:
    case ITEM_CUSTOM:
        scene_arguments(scene, text);
        break;
    case ITEM_MESSAGE:
        scene_text(scene, text);
    }
}

void responses_put_text(const struct scene *scene, unsigned index, struct buf *json) {
    struct buf text;
    buf_init(&text, SIZE_MAX / 2);
    add_text(scene, index, &text);
    quote_text(&text, json);
}

void responses_put_part(const struct scene *scene, bool whole, struct buf *json) {
    buf_puts(json, "{\"type\":\"output_text\",\"annotations\":[],\"logprobs\":[],\"text\":");
    if (whole)
        responses_put_text(scene, first_said(scene), json);
    else
        buf_puts(json, "\"\"");
    buf_puts(json, scene->how.unknown ? ",\"x_unknown_part\":1}" : "}");
}

static void put_signature(const struct scene *scene, unsigned index, struct buf *json) {
    struct buf text, signature;
    buf_init(&text, SIZE_MAX / 2);
    buf_init(&signature, 256);
    add_text(scene, index, &text);
    thought_signature(text.data, text.len, &signature);
    buf_puts(json, ",\"encrypted_content\":");
    quote_text(&signature, json);
    buf_free(&text);
}

static void put_reasoning(const struct scene *scene, unsigned index, bool whole, struct buf *json) {
    buf_puts(json, ",\"summary\":[");
    if (whole && scene->thoughts > 0) {
        buf_puts(json, "{\"type\":\"summary_text\",\"text\":");
        responses_put_text(scene, index, json);
        buf_putc(json, '}');
    }
    buf_putc(json, ']');
    if (whole && is_included(scene, "reasoning.encrypted_content"))
        put_signature(scene, index, json);
}

static void put_message(const struct scene *scene, bool whole, struct buf *json) {
    buf_puts(json, ",\"role\":\"assistant\",\"content\":[");
    if (whole)
        responses_put_part(scene, true, json);
    buf_putc(json, ']');
}

static void put_call(const struct scene *scene, unsigned index, bool whole, struct buf *json) {
    buf_printf(json, ",\"call_id\":\"call_%08llx_%u\",\"name\":\"%s\"", (unsigned long long)scene->serial,
               index, scene->tool);
    if (scene->space)
        buf_printf(json, ",\"namespace\":\"%s\"", scene->space);
    buf_puts(json, scene->freeform ? ",\"input\":" : ",\"arguments\":");
    if (whole)
        responses_put_text(scene, index, json);
    else
        buf_puts(json, "\"\"");
}

void responses_put_item(const struct scene *scene, unsigned index, bool whole, struct buf *json) {
    static const char *const types[] = {[ITEM_REASONING] = "reasoning",
                                        [ITEM_SEARCH] = "web_search_call",
                                        [ITEM_MESSAGE] = "message",
                                        [ITEM_FUNCTION] = "function_call",
                                        [ITEM_CUSTOM] = "custom_tool_call"};
    enum responses_item kind = responses_item(scene, index);
    bool last = index + 1 == responses_items(scene);
    bool cut = last && strcmp(responses_status(scene), "incomplete") == 0;
    buf_puts(json, "{\"id\":");
    responses_put_id(scene, index, json);
    buf_printf(json, ",\"type\":\"%s\"", types[kind]);
    if (kind != ITEM_REASONING)
        buf_printf(json, ",\"status\":\"%s\"", !whole ? "in_progress" : cut ? "incomplete" : "completed");
    if (kind == ITEM_REASONING)
        put_reasoning(scene, index, whole, json);
    else if (kind == ITEM_SEARCH)
        buf_puts(json, whole ? ",\"action\":{\"type\":\"search\",\"query\":\"weather\"}" : "");
    else if (kind == ITEM_MESSAGE)
        put_message(scene, whole, json);
    else
        put_call(scene, index, whole, json);
    buf_puts(json, scene->how.unknown ? ",\"x_unknown_item\":true}" : "}");
}

/* ---- the response object ---- */

/* A member of the request again, or what stands for it. */
static void put_again(const struct scene *scene, const char *name, const char *otherwise, struct buf *json) {
    const json_t *value = json_object_get(scene->body, name);
    char *text = member_given(scene->body, name)
                     ? json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(15))
                     : NULL;
    buf_printf(json, ",\"%s\":", name);
    buf_puts(json, text ? text : otherwise);
    free(text);
}

/* Members that have a default of their own inside. */
static void put_text_format(const struct scene *scene, struct buf *json) {
    const json_t *text = json_object_get(scene->body, "text"), *format = json_object_get(text, "format");
    const char *verbosity = json_string_value(json_object_get(text, "verbosity"));
    char *told = member_given(text, "format") ? json_dumps(format, JSON_COMPACT) : NULL;
    buf_puts(json, ",\"text\":{\"format\":");
    buf_puts(json, told ? told : "{\"type\":\"text\"}");
    buf_printf(json, ",\"verbosity\":\"%s\"}", verbosity ? verbosity : "medium");
    free(told);
}

static void put_reasoning_settings(const struct scene *scene, struct buf *json) {
    const json_t *reasoning = json_object_get(scene->body, "reasoning");
    buf_puts(json, ",\"reasoning\":{\"effort\":");
    quote_word(json_string_value(json_object_get(reasoning, "effort")), json);
    buf_puts(json, ",\"summary\":");
    quote_word(json_string_value(json_object_get(reasoning, "summary")), json);
    buf_putc(json, '}');
}

static void put_settings(const struct scene *scene, struct buf *json) {
    static const struct {
        const char *name, *otherwise;
    } again[] = {
        {"instructions", "null"},
        {"tools", "[]"},
        {"tool_choice", "\"auto\""},
        {"truncation", "\"disabled\""},
        {"parallel_tool_calls", "true"},
        {"top_p", "1.0"},
        {"top_logprobs", "0"},
        {"temperature", "1.0"},
        {"user", "null"},
        {"max_output_tokens", "null"},
        {"max_tool_calls", "null"},
        {"store", "true"},
        {"metadata", "{}"},
        {"safety_identifier", "null"},
        {"prompt_cache_key", "null"},
    };
    for (size_t i = 0; i < sizeof again / sizeof *again; i++)
        put_again(scene, again[i].name, again[i].otherwise, json);
    put_text_format(scene, json);
    put_reasoning_settings(scene, json);
    buf_puts(json, ",\"previous_response_id\":null,\"presence_penalty\":0.0,\"frequency_penalty\":0.0,"
                   "\"background\":false,\"service_tier\":\"default\"");
}

static void put_usage(const struct scene *scene, struct buf *json) {
    unsigned output = scene_tokens(scene);
    buf_printf(json, ",\"usage\":{\"input_tokens\":%u,\"input_tokens_details\":{\"cached_tokens\":%u",
               scene->prompt_tokens, scene->cached_tokens);
    if (!scene->written_tokens)
        buf_puts(json, ",\"cache_write_tokens\":0");
    if (scene->how.audioin)
        buf_printf(json, ",\"audio_tokens\":%d", scene->how.audioin);
    openai_put_input_details(scene, json);
    buf_printf(json, "},\"output_tokens\":%u,\"output_tokens_details\":{\"reasoning_tokens\":%u", output,
               scene_thought_tokens(scene));
    if (scene->how.audioout)
        buf_printf(json, ",\"audio_tokens\":%d", scene->how.audioout);
    openai_put_output_details(scene, json);
    buf_printf(json, "},\"total_tokens\":%u%s}", scene->prompt_tokens + output,
               scene->how.unknown ? ",\"x_unknown_tokens\":7" : "");
}

static void put_error(const struct error *err, struct buf *json) {
    buf_printf(json, ",\"error\":{\"code\":\"%s\",\"message\":", err->code ? err->code : "server_error");
    buf_quote(json, err->message, strlen(err->message));
    buf_putc(json, '}');
}

static void put_end(const struct scene *scene, const char *status, const struct error *err,
                    struct buf *json) {
    if (strcmp(status, "completed") == 0)
        buf_printf(json, ",\"completed_at\":%d", CREATED + 1);
    else
        buf_puts(json, ",\"completed_at\":null");
    if (strcmp(status, "incomplete") == 0)
        buf_printf(json, ",\"incomplete_details\":{\"reason\":\"%s\"}",
                   is_filtered(scene) ? "content_filter" : "max_output_tokens");
    else
        buf_puts(json, ",\"incomplete_details\":null");
    if (err)
        put_error(err, json);
    else
        buf_puts(json, ",\"error\":null");
}

void responses_put_object(const struct scene *scene, bool over, unsigned items, const struct error *err,
                          struct buf *json) {
    struct error told = {0};
    const char *status = !over ? "in_progress" : err ? "failed" : responses_status(scene);
    if (!err && strcmp(status, "failed") == 0) {
        error_set(&told, ERR_INTERNAL, "The test provider was told to fail.");
        err = &told;
    }
    buf_printf(
        json,
        "{\"id\":\"resp_%08llx\",\"object\":\"response\",\"created_at\":%d,\"status\":\"%s\",\"model\":",
        (unsigned long long)scene->serial, CREATED, status);
    buf_quote(json, scene->model, strlen(scene->model));
    put_end(scene, status, err, json);
    buf_puts(json, ",\"output\":[");
    for (unsigned i = 0; i < items; i++) {
        buf_puts(json, i ? "," : "");
        responses_put_item(scene, i, true, json);
    }
    buf_putc(json, ']');
    put_settings(scene, json);
    if (over && !scene->how.nousage)
        put_usage(scene, json);
    else
        buf_puts(json, ",\"usage\":null");
    if (scene->how.unknown)
        buf_puts(json, ",\"x_unknown\":{\"deep\":[1,2.50,null,\"\\u00e9\"]}");
    if (scene->how.stamp)
        buf_printf(json, ",\"sent_us\":%llu", (unsigned long long)clock_now_us());
    buf_putc(json, '}');
}
