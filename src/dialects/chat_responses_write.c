/* Requests of OpenAI's Responses: written from the canonical form. */
#include <string.h>

#include "canon/media.h"
#include "canon/names.h"
#include "dialects/answer_format.h"
#include "dialects/chat_responses.h"
#include "dialects/write.h"

/* Tools of a namespace go under their full names: not every server knows namespaces, and the answer is put
 * into the client's words anyway. */
static const struct name_rule rule = {64, "_-", false};

struct writing {
    struct chat_request *q;
    const struct chat_target *target;
    struct json_writer w;
    struct answer_format format;
    const char *role; /* of the message that is open; NULL: none */
};

/* ---- content ---------------------------------------------------------------------- */

static void write_text_part(struct json_writer *w, const char *type, const char *member, struct span text) {
    json_open(w, '{');
    json_member_text(w, "type", type);
    json_member_put(w, member, text);
    json_close(w, '}');
}

static void write_image(struct writing *x, const struct chat_media *media) {
    struct json_writer *w = &x->w;
    json_member_text(w, "type", "input_image");
    json_member_put(w, "image_url", media->url.at ? media->url : media_data_url(media, x->q->arena));
    json_member_text(w, "detail", media->detail ? media->detail : "auto");
}

static void write_audio(struct writing *x, const struct chat_media *media) {
    struct json_writer *w = &x->w;
    json_member_text(w, "type", "input_audio");
    json_member_open(w, "input_audio", '{');
    json_key(w, "data");
    json_put_bytes(w, media->data.at, media->data.len);
    json_member_text(w, "format", media_audio_format(media->mime));
    json_close(w, '}');
}

static void write_file(struct writing *x, const struct chat_media *media) {
    struct json_writer *w = &x->w;
    json_member_text(w, "type", "input_file");
    if (media->url.at) {
        json_member_put(w, "file_url", media->url);
        return;
    }
    json_member_put(w, "file_data", media_data_url(media, x->q->arena));
    if (media->title.at)
        json_member_put(w, "filename", media->title);
    else
        json_member_text(w, "filename", "document");
}

/* Whether the dialect has a form for it. */
static bool can_write(const struct writing *x, const struct chat_media *media) {
    if (media->kind == MEDIA_IMAGE && (x->target->quirks & CHAT_NO_IMAGES))
        return false;
    if (media->kind == MEDIA_AUDIO)
        return media->data.at && media_audio_format(media->mime);
    return media->data.at || media->url.at;
}

static void write_media(struct writing *x, const struct chat_media *media) {
    if (media->plain.at || !can_write(x, media)) {
        write_text_part(&x->w, "input_text", "text",
                        media->plain.at ? media->plain : write_media_note(x->q, media));
        return;
    }
    json_open(&x->w, '{');
    if (media->kind == MEDIA_IMAGE)
        write_image(x, media);
    else if (media->kind == MEDIA_AUDIO)
        write_audio(x, media);
    else
        write_file(x, media);
    json_close(&x->w, '}');
}

/* What a file with its data is called has a member of its own; of what else has a title it is text. */
static bool has_loose_title(const struct chat_media *media) {
    bool member = media->kind == MEDIA_FILE && media->data.at && !media->url.at && !media->plain.at;
    return !chat_is_empty(media->title) && !member;
}

static void write_input_block(struct writing *x, const struct chat_block *block) {
    if (block->kind == CHAT_MEDIA && has_loose_title(&block->media))
        write_text_part(&x->w, "input_text", "text", write_title(x->q->arena, block->media.title));
    if (block->kind == CHAT_MEDIA)
        write_media(x, &block->media);
    else if (block->kind == CHAT_TEXT)
        write_text_part(&x->w, "input_text", "text", block->text);
}

/* ---- items of the user ----------------------------------------------------------------- */

static void close_message(struct writing *x) {
    if (!x->role)
        return;
    json_close(&x->w, ']');
    json_close(&x->w, '}');
    x->role = NULL;
}

/* What follows are parts of a message in that role: neighbours in one role are one message. */
static void open_message(struct writing *x, const char *role) {
    if (x->role && strcmp(x->role, role) == 0)
        return;
    close_message(x);
    json_open(&x->w, '{');
    json_member_text(&x->w, "type", "message");
    json_member_text(&x->w, "role", role);
    json_member_open(&x->w, "content", '[');
    x->role = role;
}

/* Up to the members of an item that is no message. */
static void open_item(struct writing *x, const char *type) {
    close_message(x);
    json_open(&x->w, '{');
    json_member_text(&x->w, "type", type);
}

static void write_message(struct writing *x, const char *role, struct span text) {
    open_message(x, role);
    write_text_part(&x->w, "input_text", "text", text);
}

static void add_text(struct writing *x, struct chat_blocks *list, struct span text) {
    chat_add_block(x->q->arena, list, CHAT_TEXT)->text = text;
}

/* With words for the media that the target cannot take. */
static struct chat_blocks possible_content(struct writing *x, const struct chat_blocks *content) {
    struct chat_blocks possible = {0};
    for (const struct chat_block *block = content->first; block; block = block->next) {
        const struct chat_media *media = &block->media;
        if (block->kind != CHAT_MEDIA) {
            add_text(x, &possible, block->text);
        } else if (!media->plain.at && can_write(x, media)) {
            chat_add_block(x->q->arena, &possible, CHAT_MEDIA)->media = *media;
        } else {
            if (has_loose_title(media))
                add_text(x, &possible, write_title(x->q->arena, media->title));
            add_text(x, &possible, media->plain.at ? media->plain : write_media_note(x->q, media));
        }
    }
    return possible;
}

/* Text alone is a string: all servers take that. */
static void write_output(struct writing *x, const struct chat_blocks *content) {
    static const struct span nothing = {"\"\"", 2};
    struct chat_blocks possible = possible_content(x, content);
    if (!chat_has_block(&possible, CHAT_MEDIA)) {
        struct span text = chat_text_of(x->q->arena, &possible, 1u << CHAT_TEXT, "\\n");
        json_member_put(&x->w, "output", text.at ? text : nothing);
        return;
    }
    json_member_open(&x->w, "output", '[');
    for (const struct chat_block *block = possible.first; block; block = block->next)
        write_input_block(x, block);
    json_close(&x->w, ']');
}

static void write_result(struct writing *x, const struct chat_result *result) {
    write_drop_failed(x->q, result);
    open_item(x, result->custom ? "custom_tool_call_output" : "function_call_output");
    json_member_text(&x->w, "call_id", names_call_id(x->q->arena, result->id));
    write_output(x, &result->content);
    json_close(&x->w, '}');
}

static void write_user(struct writing *x, const struct chat_turn *turn) {
    const struct chat_block *block = turn->blocks.first;
    for (; block && block->kind == CHAT_RESULT; block = block->next)
        write_result(x, &block->result);
    if (!block)
        return;
    open_message(x, "user");
    for (; block; block = block->next)
        write_input_block(x, block);
}

static void write_instruction(struct writing *x, const struct chat_turn *turn) {
    write_message(x, "developer", chat_text_of(x->q->arena, &turn->blocks, 1u << CHAT_TEXT, "\\n\\n"));
}

/* ---- items of the assistant -------------------------------------------------------------- */

static void write_call(struct writing *x, const struct chat_call *call) {
    struct json_writer *w = &x->w;
    open_item(x, call->custom ? "custom_tool_call" : "function_call");
    json_member_text(w, "call_id", names_call_id(x->q->arena, call->id));
    json_member_text(w, "name", names_wire(x->q, &rule, call->space, call->name));
    json_key(w, call->custom ? "input" : "arguments");
    if (call->custom)
        json_put_bytes(w, call->args.at ? call->args.at : "", call->args.len);
    else
        write_arguments_text(w, call);
    json_close(w, '}');
}

static bool is_said(const struct chat_block *block) {
    return block->kind == CHAT_TEXT || block->kind == CHAT_REFUSAL || block->kind == CHAT_MEDIA;
}

static void write_thought(struct writing *x, const struct chat_block *block) {
    struct json_writer *w = &x->w;
    open_item(x, "reasoning");
    json_member_open(w, "summary", '[');
    if (block->text.at && !chat_is_empty(block->text))
        write_text_part(w, "summary_text", "text", block->text);
    json_close(w, ']');
    json_member_put(w, "encrypted_content", block->signature);
    json_close(w, '}');
}

/* The provider takes thoughts only with the state that is its own, and before what came of them. Returns the
 * block behind them. */
static const struct chat_block *write_thoughts(struct writing *x, const struct chat_block *first) {
    const struct chat_block *end = first;
    while (end && end->kind == CHAT_THOUGHT)
        end = end->next;
    bool wanted = end && !(x->target->quirks & CHAT_NO_REASONING);
    for (const struct chat_block *block = first; block != end; block = block->next)
        if (wanted && block->signature.at && !chat_is_empty(block->signature))
            write_thought(x, block);
        else
            write_drop_thought(x->q, block);
    return end;
}

/* Texts from here on as one message. Returns the block behind it. */
static const struct chat_block *write_said(struct writing *x, const struct chat_block *block) {
    open_message(x, "assistant");
    for (; block && is_said(block); block = block->next)
        if (block->kind == CHAT_REFUSAL)
            write_text_part(&x->w, "refusal", "refusal", block->text);
        else
            write_text_part(&x->w, "output_text", "text",
                            block->kind == CHAT_TEXT ? block->text : write_media_note(x->q, &block->media));
    return block;
}

static void write_assistant(struct writing *x, const struct chat_turn *turn) {
    const struct chat_block *block = turn->blocks.first;
    while (block)
        if (is_said(block)) {
            block = write_said(x, block);
        } else if (block->kind == CHAT_THOUGHT) {
            block = write_thoughts(x, block);
        } else {
            write_call(x, &block->call); /* results are the user's */
            block = block->next;
        }
}

/* ---- the input ------------------------------------------------------------------------------ */

/* Whether the input does; instructions do not count unless they are the input. */
static bool input_mentions_json(const struct chat_request *q) {
    for (const struct chat_turn *turn = q->turns; turn; turn = turn->next)
        if (answer_format_is_said(&turn->blocks))
            return true;
    return !q->turns && answer_format_is_said(&q->system);
}

/* OpenAI refuses to answer in JSON unless the input asks for it; and a schema that the target does not take
 * is told in words. */
static void write_format_words(struct writing *x) {
    bool told = x->format.format == FORMAT_SCHEMA || !x->format.schema.at;
    if (!told || (x->format.format == FORMAT_JSON && !input_mentions_json(x->q)))
        write_message(x, "developer", answer_format_words(x->q->arena, &x->format));
}

/* Instructions stand apart; where there is nothing else, they are the input. */
static void write_input(struct writing *x) {
    struct span system = chat_text_of(x->q->arena, &x->q->system, 1u << CHAT_TEXT, "\\n\\n");
    if (system.at && x->q->turns)
        json_member_put(&x->w, "instructions", system);
    json_member_open(&x->w, "input", '[');
    for (const struct chat_block *block = x->q->system.first; block && !x->q->turns; block = block->next)
        if (!chat_is_empty(block->text))
            write_message(x, "developer", block->text);
    for (const struct chat_turn *turn = x->q->turns; turn; turn = turn->next)
        if (turn->role == CHAT_USER)
            write_user(x, turn);
        else if (turn->role == CHAT_ASSISTANT)
            write_assistant(x, turn);
        else
            write_instruction(x, turn);
    write_format_words(x);
    close_message(x);
    json_close(&x->w, ']');
}

/* ---- tools ---------------------------------------------------------------------------------- */

/* Not to say anything would be to ask for strictness. */
static void write_function(struct writing *x, const struct chat_tool *tool) {
    struct json_writer *w = &x->w;
    if (tool->description.at)
        json_member_put(w, "description", tool->description);
    json_key(w, "parameters");
    struct span schema = write_whole_schema(w, x->q, tool);
    json_member_bool(w, "strict", tool->strict == FLAG_ON && write_is_strict(schema));
}

static void write_custom(struct writing *x, const struct chat_tool *tool) {
    struct json_writer *w = &x->w;
    struct json grammar = value_whole(tool->grammar);
    struct json syntax = value_member(&grammar, "syntax"), definition = value_member(&grammar, "definition");
    if (tool->description.at)
        json_member_put(w, "description", tool->description);
    if (definition.type != SCAN_STRING)
        return;
    json_member_open(w, "format", '{');
    json_member_text(w, "type", "grammar");
    if (syntax.type == SCAN_STRING)
        json_member_put(w, "syntax", syntax.text);
    json_member_put(w, "definition", definition.text);
    json_close(w, '}');
}

static void write_tool(struct writing *x, const struct chat_tool *tool) {
    json_open(&x->w, '{');
    json_member_text(&x->w, "type", tool->kind == TOOL_CUSTOM ? "custom" : "function");
    json_member_text(&x->w, "name", tool->wire);
    if (tool->kind == TOOL_CUSTOM)
        write_custom(x, tool);
    else
        write_function(x, tool);
    json_close(&x->w, '}');
}

static void write_choice(struct writing *x) {
    static const char *const modes[] = {
        [CHOICE_AUTO] = "auto", [CHOICE_NONE] = "none", [CHOICE_ANY] = "required"};
    const struct chat_request *q = x->q;
    struct json_writer *w = &x->w;
    if (q->choice == CHOICE_UNSET)
        return;
    if (q->choice != CHOICE_NAMED) {
        json_member_text(w, "tool_choice", modes[q->choice]);
        return;
    }
    const struct chat_tool *tool = chat_find_tool(q, q->choice_space, q->choice_name);
    json_member_open(w, "tool_choice", '{');
    json_member_text(w, "type", tool && tool->kind == TOOL_CUSTOM ? "custom" : "function");
    json_member_text(w, "name", names_wire(q, &rule, q->choice_space, q->choice_name));
    json_close(w, '}');
}

static void write_tools(struct writing *x) {
    if (!write_offers_tools(x->q))
        return;
    json_member_open(&x->w, "tools", '[');
    for (const struct chat_tool *tool = x->q->tools; tool; tool = tool->next)
        if (tool->offered)
            write_tool(x, tool);
    json_close(&x->w, ']');
    write_choice(x);
    write_parallel(&x->w, x->q, !(x->target->quirks & CHAT_NO_PARALLEL));
}

/* ---- settings ---------------------------------------------------------------------------------- */

static void write_text(struct writing *x) {
    static const char *const types[] = {
        [FORMAT_TEXT] = "text", [FORMAT_JSON] = "json_object", [FORMAT_SCHEMA] = "json_schema"};
    enum chat_format format = x->format.format;
    if (format == FORMAT_UNSET && !x->q->verbosity.value.at)
        return;
    json_member_open(&x->w, "text", '{');
    if (format != FORMAT_UNSET) {
        json_member_open(&x->w, "format", '{');
        json_member_text(&x->w, "type", types[format]);
        if (format == FORMAT_SCHEMA)
            write_format_schema(&x->w, x->q, answer_format_schema(x->q->arena, &x->format, x->format.schema));
        json_close(&x->w, '}');
    }
    if (x->q->verbosity.value.at)
        json_member_put(&x->w, "verbosity", x->q->verbosity.value);
    json_close(&x->w, '}');
}

static void write_effort(struct writing *x) {
    const struct chat_reasoning *reasoning = &x->q->reasoning;
    enum chat_effort effort = chat_effort(reasoning);
    if (effort == EFFORT_UNSET && reasoning->show != FLAG_ON)
        return;
    json_member_open(&x->w, "reasoning", '{');
    if (effort != EFFORT_UNSET)
        json_member_text(&x->w, "effort", chat_effort_names[effort - EFFORT_NONE]);
    if (reasoning->show == FLAG_ON)
        json_member_text(&x->w, "summary", "auto");
    json_close(&x->w, '}');
}

/* Nothing is stored, so the state of reasoning has to come with the answer, and to go back. */
static void write_reasoning(struct writing *x) {
    const struct chat_reasoning *reasoning = &x->q->reasoning;
    if (!(x->target->quirks & CHAT_NO_REASONING)) {
        write_effort(x);
        json_member_raw(&x->w, "include", "[\"reasoning.encrypted_content\"]");
    } else if (reasoning->param && chat_effort(reasoning) != EFFORT_NONE) {
        chat_drop(x->q, reasoning->param);
    }
}

static void write_settings(struct writing *x) {
    const struct chat_request *q = x->q;
    bool sampling = !(x->target->quirks & CHAT_NO_SAMPLING);
    write_option(&x->w, x->q, sampling ? "temperature" : NULL, &q->temperature);
    write_option(&x->w, x->q, sampling ? "top_p" : NULL, &q->top_p);
    write_option(&x->w, x->q, NULL, &q->top_k);
    write_option(&x->w, x->q, NULL, &q->seed);
    write_option(&x->w, x->q, NULL, &q->presence_penalty);
    write_option(&x->w, x->q, NULL, &q->frequency_penalty);
    write_option(&x->w, x->q, NULL, &q->logit_bias);
    write_option(&x->w, x->q, NULL, &q->logprobs);
    write_option(&x->w, x->q, NULL, &q->top_logprobs);
    write_option(&x->w, x->q, "user", &q->user);
    write_option(&x->w, x->q, NULL, &q->tier);
    write_option(&x->w, x->q, "prompt_cache_key", &q->cache_key);
    write_option(&x->w, x->q, NULL, &q->metadata);
    if (q->stop)
        chat_drop(x->q, q->stop_param);
}

static void write_limit(struct writing *x) {
    int64_t limit = x->target->max_output;
    if (x->q->max_output == 0 && !x->target->limited)
        return;
    if (limit < CHAT_RESPONSES_LEAST_OUTPUT) {
        if (x->q->max_output != 0)
            chat_drop(x->q, x->q->max_output_param);
        limit = CHAT_RESPONSES_LEAST_OUTPUT;
    }
    json_member_int(&x->w, "max_output_tokens", limit);
}

int chat_responses_write_request(struct chat_request *q, const struct chat_target *target, struct buf *out,
                                 struct error *err) {
    struct writing x = {.q = q, .target = target, .w.out = out};
    if (q->choices > 1)
        return error_param(err, ERR_REQUEST, q->choices_param,
                           "\"%s\" must be 1: this model gives one answer at a time.", q->choices_param);
    names_assign(q, &rule);
    x.format = answer_format(q, target->quirks);
    write_drop_hosted_tools(q);
    write_mark_tools(q);
    write_settle_choice(q);
    write_drop_cache_marks(q);
    json_open(&x.w, '{');
    json_member_text(&x.w, "model", target->model);
    write_input(&x);
    write_tools(&x);
    write_text(&x);
    write_reasoning(&x);
    write_settings(&x);
    write_limit(&x);
    json_member_bool(&x.w, "store", false);
    if (q->stream)
        json_member_bool(&x.w, "stream", true);
    json_close(&x.w, '}');
    return 0;
}
