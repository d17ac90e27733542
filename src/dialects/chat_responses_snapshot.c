/* The response object of OpenAI's Responses. */
#include <string.h>

#include "base/clock.h"
#include "dialects/chat_responses.h"
#include "dialects/openai_usage.h"
#include "dialects/write.h"

/* ---- errors ------------------------------------------------------------------------ */

/* Clients go by the code: "invalid_prompt" ends their turn, what they do not know they try again. */
const char *chat_responses_error_code(const struct error *err) {
    static const char *const codes[] = {
        [ERR_NONE] = "server_error",         [ERR_REQUEST] = "invalid_prompt",
        [ERR_AUTH] = "invalid_api_key",      [ERR_CREDIT] = "insufficient_quota",
        [ERR_PERMISSION] = "invalid_prompt", [ERR_NOT_FOUND] = "invalid_prompt",
        [ERR_METHOD] = "invalid_prompt",     [ERR_CONFLICT] = "server_error",
        [ERR_TOO_LARGE] = "invalid_prompt",  [ERR_MEDIA_TYPE] = "invalid_prompt",
        [ERR_LIMIT] = "rate_limit_exceeded", [ERR_INTERNAL] = "server_error",
        [ERR_UPSTREAM] = "server_error",     [ERR_UNAVAILABLE] = "server_error",
        [ERR_TIMEOUT] = "server_error",      [ERR_GONE] = "server_error",
    };
    _Static_assert(sizeof codes / sizeof *codes == ERR__MAX, "a row for each kind");
    return err->code && err->kind != ERR_CREDIT ? err->code : codes[err->kind];
}

/* Codex reads from the words how long it has to wait. */
void chat_responses_put_error_message(struct json_writer *w, const struct error *err) {
    struct buf text;
    buf_init(&text, 2 * sizeof err->message);
    buf_puts(&text, err->message);
    if (err->retry_after > 0)
        buf_printf(&text, " Please try again in %ds.", err->retry_after);
    json_put_bytes(w, text.data, text.len);
    buf_free(&text);
}

/* ---- tools ------------------------------------------------------------------------- */

/* What stands there as the client wrote it may have lines: an event has one. */
static void put_line(struct json_writer *w, const char *name, struct span json) {
    json_key(w, name);
    json_put_line(w, json);
}

static void put_or_null(struct json_writer *w, const char *name, struct span json) {
    if (json.at)
        put_line(w, name, json);
    else
        json_member_raw(w, name, "null");
}

static void write_function(struct json_writer *w, const struct chat_tool *tool) {
    put_or_null(w, "description", tool->description);
    put_or_null(w, "parameters", tool->schema);
    json_member_bool(w, "strict", tool->strict == FLAG_ON);
}

static void write_custom(struct json_writer *w, const struct chat_tool *tool) {
    put_or_null(w, "description", tool->description);
    if (tool->grammar.at)
        put_line(w, "format", tool->grammar);
    else
        json_member_raw(w, "format", "{\"type\":\"text\"}");
}

static void write_tool(struct json_writer *w, const struct chat_tool *tool) {
    static const char *const types[] = {[TOOL_FUNCTION] = "function", [TOOL_CUSTOM] = "custom"};
    json_open(w, '{');
    json_member_text(w, "type", tool->kind == TOOL_HOSTED ? tool->type : types[tool->kind]);
    if (tool->kind != TOOL_HOSTED)
        json_member_text(w, "name", tool->name);
    if (tool->kind == TOOL_FUNCTION)
        write_function(w, tool);
    else if (tool->kind == TOOL_CUSTOM)
        write_custom(w, tool);
    json_close(w, '}');
}

/* Neighbours of one namespace; returns the tool behind them. */
static const struct chat_tool *write_namespace(struct json_writer *w, const struct chat_tool *tool) {
    const char *space = tool->space;
    json_open(w, '{');
    json_member_text(w, "type", "namespace");
    json_member_text(w, "name", space);
    json_member_text(w, "description", "");
    json_member_open(w, "tools", '[');
    for (; tool && tool->space && strcmp(tool->space, space) == 0; tool = tool->next)
        write_tool(w, tool);
    json_close(w, ']');
    json_close(w, '}');
    return tool;
}

static void write_tools(struct json_writer *w, const struct chat_request *q) {
    const struct chat_tool *tool = q->tools;
    json_member_open(w, "tools", '[');
    while (tool)
        if (tool->space) {
            tool = write_namespace(w, tool);
        } else {
            write_tool(w, tool);
            tool = tool->next;
        }
    json_close(w, ']');
}

static void write_choice(struct json_writer *w, const struct chat_request *q) {
    static const char *const modes[] = {
        [CHOICE_UNSET] = "auto", [CHOICE_AUTO] = "auto", [CHOICE_NONE] = "none", [CHOICE_ANY] = "required"};
    if (q->choice != CHOICE_NAMED) {
        json_member_text(w, "tool_choice", modes[q->choice]);
        return;
    }
    const struct chat_tool *tool = chat_find_tool(q, q->choice_space, q->choice_name);
    json_member_open(w, "tool_choice", '{');
    json_member_text(w, "type", tool && tool->kind == TOOL_CUSTOM ? "custom" : "function");
    json_member_text(w, "name", q->choice_name);
    if (q->choice_space)
        json_member_text(w, "namespace", q->choice_space);
    json_close(w, '}');
}

/* ---- settings ----------------------------------------------------------------------- */

static void write_format(struct json_writer *w, const struct chat_request *q) {
    static const char *const types[] = {[FORMAT_UNSET] = "text",
                                        [FORMAT_TEXT] = "text",
                                        [FORMAT_JSON] = "json_object",
                                        [FORMAT_SCHEMA] = "json_schema"};
    json_member_open(w, "format", '{');
    json_member_text(w, "type", types[q->format]);
    if (q->format == FORMAT_SCHEMA) {
        json_member_text(w, "name", write_format_name(q));
        put_or_null(w, "description", q->format_description);
        put_or_null(w, "schema", q->format_schema);
        json_member_bool(w, "strict", q->format_strict == FLAG_ON);
    }
    json_close(w, '}');
}

static void write_text(struct json_writer *w, const struct chat_request *q) {
    json_member_open(w, "text", '{');
    write_format(w, q);
    if (q->verbosity.value.at)
        put_line(w, "verbosity", q->verbosity.value);
    json_close(w, '}');
}

static void write_reasoning(struct json_writer *w, const struct chat_request *q) {
    enum chat_effort effort = chat_effort(&q->reasoning);
    if (!q->reasoning.param) {
        json_member_raw(w, "reasoning", "null");
        return;
    }
    json_member_open(w, "reasoning", '{');
    json_member_text(w, "effort", effort == EFFORT_UNSET ? NULL : chat_effort_names[effort - EFFORT_NONE]);
    json_member_text(w, "summary", q->reasoning.show == FLAG_ON ? "auto" : NULL);
    json_close(w, '}');
}

static void repeat_option(struct json_writer *w, const char *name, const struct chat_option *option,
                          const char *otherwise) {
    if (option->value.at)
        put_line(w, name, option->value);
    else
        json_member_raw(w, name, otherwise);
}

static void write_count(struct json_writer *w, const char *name, int64_t count) {
    if (count > 0)
        json_member_int(w, name, count);
    else
        json_member_raw(w, name, "null");
}

/* What is asked for, or else what everybody gets. */
static void write_settings(struct json_writer *w, const struct chat_request *q) {
    bool is_safety_id = q->user.param && strcmp(q->user.param, "safety_identifier") == 0;
    static const struct chat_option none;
    put_or_null(w, "instructions", chat_text_of(q->arena, &q->system, 1u << CHAT_TEXT, "\\n\\n"));
    write_count(w, "max_output_tokens", q->max_output);
    json_member_raw(w, "max_tool_calls", "null");
    json_member_bool(w, "parallel_tool_calls", q->parallel != FLAG_OFF);
    json_member_raw(w, "presence_penalty", "0");
    json_member_raw(w, "frequency_penalty", "0");
    json_member_raw(w, "previous_response_id", "null");
    repeat_option(w, "prompt_cache_key", &q->cache_key, "null");
    write_reasoning(w, q);
    repeat_option(w, "safety_identifier", is_safety_id ? &q->user : &none, "null");
    json_member_raw(w, "service_tier", "\"default\"");
    json_member_raw(w, "store", "false");
    repeat_option(w, "temperature", &q->temperature, "1");
    write_text(w, q);
    write_choice(w, q);
    write_tools(w, q);
    repeat_option(w, "top_logprobs", &q->top_logprobs, "0");
    repeat_option(w, "top_p", &q->top_p, "1");
    json_member_raw(w, "truncation", "\"disabled\"");
    repeat_option(w, "user", is_safety_id ? &none : &q->user, "null");
    repeat_option(w, "metadata", &q->metadata, "{}");
}

/* ---- the object ----------------------------------------------------------------------- */

static void write_usage(struct json_writer *w, const struct usage *usage) {
    if (!usage) {
        json_member_raw(w, "usage", "null");
        return;
    }
    json_member_open(w, "usage", '{');
    json_member_int(w, "input_tokens", usage->prompt);
    json_member_open(w, "input_tokens_details", '{');
    json_member_int(w, "cached_tokens", usage->cache_read);
    json_member_int(w, "cache_write_tokens", usage->cache_write);
    openai_write_input_media(w, usage);
    json_close(w, '}');
    json_member_int(w, "output_tokens", usage->output);
    json_member_open(w, "output_tokens_details", '{');
    json_member_int(w, "reasoning_tokens", usage->reasoning);
    openai_write_output_media(w, usage);
    json_close(w, '}');
    json_member_int(w, "total_tokens", usage->prompt + usage->output);
    json_close(w, '}');
}

static void write_error(struct json_writer *w, const struct error *err) {
    if (!err) {
        json_member_raw(w, "error", "null");
        return;
    }
    json_member_open(w, "error", '{');
    json_member_text(w, "code", chat_responses_error_code(err));
    json_key(w, "message");
    chat_responses_put_error_message(w, err);
    json_close(w, '}');
}

static void write_incomplete(struct json_writer *w, const char *reason) {
    if (!reason) {
        json_member_raw(w, "incomplete_details", "null");
        return;
    }
    json_member_open(w, "incomplete_details", '{');
    json_member_text(w, "reason", reason);
    json_close(w, '}');
}

static void write_id(struct json_writer *w, const struct chat_head *head,
                     const struct responses_state *state) {
    if (state->id.at)
        json_member_put(w, "id", state->id);
    else
        json_member_format(w, "id", "resp_%s", head->id);
}

void chat_responses_write_snapshot(struct json_writer *w, const struct chat_head *head,
                                   const struct responses_state *state) {
    bool completed = strcmp(state->status, "completed") == 0;
    json_open(w, '{');
    write_id(w, head, state);
    json_member_text(w, "object", "response");
    json_member_int(w, "created_at", head->created);
    write_count(w, "completed_at", completed ? clock_wall_ms() / 1000 : 0);
    json_member_text(w, "status", state->status);
    json_member_raw(w, "background", "false");
    write_error(w, state->failed);
    write_incomplete(w, state->incomplete);
    json_member_text(w, "model", head->model);
    json_member_open(w, "output", '[');
    buf_add(w->out, state->output.at ? state->output.at : "", state->output.len);
    json_close(w, ']');
    write_settings(w, head->request);
    write_usage(w, state->usage);
    json_close(w, '}');
}
