/* Requests of OpenAI's Chat Completions: written from the canonical form. */
#include <string.h>

#include "base/jsonwrite.h"
#include "canon/media.h"
#include "canon/names.h"
#include "dialects/answer_format.h"
#include "dialects/chat_openai.h"
#include "dialects/write.h"

static const struct name_rule rule = {64, "_-", false};

struct writing {
    struct chat_request *q;
    const struct chat_target *target;
    struct json_writer w;
    struct error *err;
    struct answer_format format;
    bool exact; /* for the hub itself: no provider's rules for names and ids */
};

/* ---- content ---------------------------------------------------------------------- */

static void write_text_part(struct json_writer *w, struct span text) {
    json_open(w, '{');
    json_member_text(w, "type", "text");
    json_member_put(w, "text", text);
    json_close(w, '}');
}

static void write_image(struct writing *x, const struct chat_media *media) {
    struct json_writer *w = &x->w;
    json_member_text(w, "type", "image_url");
    json_member_open(w, "image_url", '{');
    json_member_put(w, "url", media->url.at ? media->url : media_data_url(media, x->q->arena));
    if (media->detail)
        json_member_text(w, "detail", strcmp(media->detail, "original") == 0 ? "high" : media->detail);
    json_close(w, '}');
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
    json_member_text(w, "type", "file");
    json_member_open(w, "file", '{');
    json_member_put(w, "file_data", media_data_url(media, x->q->arena));
    if (media->title.at)
        json_member_put(w, "filename", media->title);
    else
        json_member_text(w, "filename", "document");
    json_close(w, '}');
}

/* Whether the dialect has a form for it. */
static bool can_write(const struct writing *x, const struct chat_media *media) {
    if (media->plain.at)
        return true;
    if (media->kind == MEDIA_IMAGE)
        return !(x->target->quirks & CHAT_NO_IMAGES) && (media->data.at || media->url.at);
    return media->data.at && (media->kind == MEDIA_FILE || media_audio_format(media->mime));
}

static void write_media(struct writing *x, const struct chat_media *media) {
    if (media->plain.at) {
        write_text_part(&x->w, media->plain);
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

/* What a file is called has a member of its own; of what else has a title it is text. */
static bool has_loose_title(const struct chat_block *block) {
    const struct chat_media *media = &block->media;
    return block->kind == CHAT_MEDIA && !chat_is_empty(media->title) &&
           (media->plain.at || media->kind != MEDIA_FILE);
}

static void write_user_block(struct writing *x, const struct chat_block *block) {
    if (has_loose_title(block))
        write_text_part(&x->w, write_title(x->q->arena, block->media.title));
    if (block->kind == CHAT_MEDIA && can_write(x, &block->media))
        write_media(x, &block->media);
    else if (block->kind == CHAT_MEDIA)
        write_text_part(&x->w, write_media_note(x->q, &block->media));
    else if (block->kind == CHAT_TEXT)
        write_text_part(&x->w, block->text);
}

static const char *call_id(const struct writing *x, const char *id) {
    if (x->exact)
        return id;
    return x->target->quirks & CHAT_SHORT_IDS ? names_short_id(x->q->arena, id)
                                              : names_call_id(x->q->arena, id);
}

/* ---- messages ---------------------------------------------------------------------- */

static void open_message(struct writing *x, const char *role) {
    json_open(&x->w, '{');
    json_member_text(&x->w, "role", role);
}

static void write_message(struct writing *x, const char *role, struct span text) {
    open_message(x, role);
    json_member_put(&x->w, "content", text);
    json_close(&x->w, '}');
}

static bool is_plain_text(const struct chat_block *block) {
    return block && block->kind == CHAT_TEXT && !block->next;
}

/* Text and media from here on as one message of the user's. */
static void write_user_blocks(struct writing *x, const struct chat_block *block) {
    if (is_plain_text(block)) {
        write_message(x, "user", block->text);
        return;
    }
    if (!block)
        return;
    open_message(x, "user");
    json_member_open(&x->w, "content", '[');
    for (; block; block = block->next)
        write_user_block(x, block);
    json_close(&x->w, ']');
    json_close(&x->w, '}');
}

static void write_result(struct writing *x, const struct chat_result *result) {
    static const struct span nothing = {"\"\"", 2};
    struct span text = chat_text_of(x->q->arena, &result->content, 1u << CHAT_TEXT, "\\n");
    write_drop_failed(x->q, result);
    if (!text.at && chat_has_block(&result->content, CHAT_MEDIA))
        text = write_quoted(x->q->arena, "[see the attachment that follows]");
    open_message(x, "tool");
    json_member_text(&x->w, "tool_call_id", call_id(x, result->id));
    json_member_put(&x->w, "content", text.at ? text : nothing);
    json_close(&x->w, '}');
}

/* A tool message holds text only: what else it brought follows in a message of the user's. */
static void write_result_media(struct writing *x, const struct chat_result *result) {
    const char *label = arena_printf(x->q->arena, "[attached to the result of the tool call %s]", result->id);
    write_text_part(&x->w, write_quoted(x->q->arena, label));
    for (const struct chat_block *block = result->content.first; block; block = block->next)
        if (block->kind == CHAT_MEDIA)
            write_user_block(x, block);
}

static const struct chat_block *write_results(struct writing *x, const struct chat_block *first) {
    const struct chat_block *block = first;
    bool media = false;
    for (; block && block->kind == CHAT_RESULT; block = block->next) {
        write_result(x, &block->result);
        media |= chat_has_block(&block->result.content, CHAT_MEDIA);
    }
    if (!media)
        return block;
    open_message(x, "user");
    json_member_open(&x->w, "content", '[');
    for (block = first; block && block->kind == CHAT_RESULT; block = block->next)
        if (chat_has_block(&block->result.content, CHAT_MEDIA))
            write_result_media(x, &block->result);
    json_close(&x->w, ']');
    json_close(&x->w, '}');
    return block;
}

/* What is called: a tool of free text has a form of its own, which few providers know. */
static void write_called(struct writing *x, const struct chat_call *call) {
    struct json_writer *w = &x->w;
    json_member_text(w, "name", x->exact ? call->name : names_wire(x->q, &rule, call->space, call->name));
    json_key(w, x->exact && call->custom ? "input" : "arguments");
    if (x->exact)
        json_put_bytes(w, call->args.at ? call->args.at : "", call->args.len);
    else
        write_arguments_text(w, call);
}

static void write_call(struct writing *x, const struct chat_call *call) {
    struct json_writer *w = &x->w;
    const char *type = x->exact && call->custom ? "custom" : "function";
    json_open(w, '{');
    json_member_text(w, "id", call_id(x, call->id));
    json_member_text(w, "type", type);
    json_member_open(w, type, '{');
    write_called(x, call);
    json_close(w, '}');
    json_close(w, '}');
}

static void drop_thoughts(struct writing *x, const struct chat_turn *turn) {
    for (const struct chat_block *block = turn->blocks.first; block; block = block->next)
        if (block->kind == CHAT_THOUGHT)
            write_drop_thought(x->q, block);
}

/* Reasoning goes back only to those who want it, with the calls that it led to. */
static bool takes_thoughts(const struct writing *x, const struct chat_turn *turn) {
    return (x->target->quirks & CHAT_REASONING_BACK) && chat_has_block(&turn->blocks, CHAT_CALL);
}

static void write_thoughts(struct writing *x, const struct chat_turn *turn) {
    struct span thoughts = chat_text_of(x->q->arena, &turn->blocks, 1u << CHAT_THOUGHT, "");
    json_member_put(&x->w, "reasoning_content", thoughts.at ? thoughts : write_quoted(x->q->arena, " "));
}

static void write_assistant(struct writing *x, const struct chat_turn *turn) {
    struct span text = chat_text_of(x->q->arena, &turn->blocks, 1u << CHAT_TEXT, ""),
                refusal = chat_text_of(x->q->arena, &turn->blocks, 1u << CHAT_REFUSAL, "");
    for (const struct chat_block *block = turn->blocks.first; block; block = block->next)
        if (block->kind == CHAT_MEDIA) /* which an assistant's message cannot have */
            chat_drop(x->q, block->media.place ? block->media.place : "messages");
    if (!takes_thoughts(x, turn))
        drop_thoughts(x, turn);
    if (chat_is_empty(text) && !refusal.at && !chat_has_block(&turn->blocks, CHAT_CALL))
        return; /* only thoughts, or opaque state */
    open_message(x, "assistant");
    if (text.at)
        json_member_put(&x->w, "content", text);
    else
        json_member_raw(&x->w, "content", "null");
    if (refusal.at)
        json_member_put(&x->w, "refusal", refusal);
    if (takes_thoughts(x, turn))
        write_thoughts(x, turn);
    if (chat_has_block(&turn->blocks, CHAT_CALL)) {
        json_member_open(&x->w, "tool_calls", '[');
        for (const struct chat_block *block = turn->blocks.first; block; block = block->next)
            if (block->kind == CHAT_CALL)
                write_call(x, &block->call);
        json_close(&x->w, ']');
    }
    json_close(&x->w, '}');
}

static void write_instruction(struct writing *x, const struct chat_turn *turn) {
    write_message(x, "system", chat_text_of(x->q->arena, &turn->blocks, 1u << CHAT_TEXT, "\\n\\n"));
}

/* Where nobody but the user may speak in the middle, instructions become text of the user's turn. */
static void soften_instructions(struct chat_request *q) {
    struct chat_turn *turns = q->turns;
    q->turns = q->last = NULL;
    for (struct chat_turn *turn = turns; turn; turn = turn->next) {
        if (turn->role == CHAT_INSTRUCTION) {
            struct span text = chat_text_of(q->arena, &turn->blocks, 1u << CHAT_TEXT, "\\n\\n");
            chat_add_turn_block(q, CHAT_USER, CHAT_TEXT)->text = write_reminder(q->arena, text);
        } else {
            chat_add_turn_blocks(q, turn->role, &turn->blocks);
        }
    }
}

static bool mentions_json(const struct chat_request *q) {
    for (const struct chat_turn *turn = q->turns; turn; turn = turn->next)
        if (answer_format_is_said(&turn->blocks))
            return true;
    return answer_format_is_said(&q->system);
}

/* With the form of the answer, where only words can tell it; and OpenAI refuses plain JSON unless a message
 * has the word. */
static struct span system_text(struct writing *x) {
    static const struct span between = {"\"\\n\\n\"", 6};
    struct arena *arena = x->q->arena;
    struct span system = chat_text_of(arena, &x->q->system, 1u << CHAT_TEXT, "\\n\\n");
    bool told = x->format.format == FORMAT_SCHEMA || !x->format.schema.at;
    if (told && (x->format.format != FORMAT_JSON || mentions_json(x->q)))
        return system;
    struct span words = answer_format_words(arena, &x->format);
    return system.at ? chat_join(arena, chat_join(arena, system, between), words) : words;
}

static void write_turns(struct writing *x) {
    for (const struct chat_turn *turn = x->q->turns; turn; turn = turn->next)
        if (turn->role == CHAT_USER)
            write_user_blocks(x, write_results(x, turn->blocks.first));
        else if (turn->role == CHAT_ASSISTANT)
            write_assistant(x, turn);
        else
            write_instruction(x, turn);
}

static void write_messages(struct writing *x) {
    struct span system = system_text(x);
    if (x->target->quirks & CHAT_NO_DEVELOPER)
        soften_instructions(x->q);
    json_member_open(&x->w, "messages", '[');
    if (system.at)
        write_message(x, "system", system);
    write_turns(x);
    json_close(&x->w, ']');
}

void chat_openai_write_turns(struct chat_request *q, struct buf *out) {
    static const struct chat_target anybody;
    struct writing x = {.q = q, .target = &anybody, .w = {.out = out}, .exact = true};
    json_open(&x.w, '[');
    write_turns(&x);
    json_close(&x.w, ']');
}

/* ---- tools --------------------------------------------------------------------------- */

static void write_tool(struct writing *x, const struct chat_tool *tool) {
    struct json_writer *w = &x->w;
    json_open(w, '{');
    json_member_text(w, "type", "function");
    json_member_open(w, "function", '{');
    json_member_text(w, "name", tool->wire);
    write_tool_description(w, x->q->arena, tool);
    json_key(w, "parameters");
    struct span schema = write_whole_schema(w, x->q, tool);
    if (tool->strict != FLAG_UNSET)
        json_member_bool(w, "strict", tool->strict == FLAG_ON && write_is_strict(schema));
    json_close(w, '}');
    json_close(w, '}');
}

static void write_choice(struct writing *x) {
    static const char *const modes[] = {
        [CHOICE_AUTO] = "auto", [CHOICE_NONE] = "none", [CHOICE_ANY] = "required"};
    struct json_writer *w = &x->w;
    if (x->q->choice == CHOICE_UNSET)
        return;
    if (x->q->choice != CHOICE_NAMED) {
        json_member_text(w, "tool_choice", modes[x->q->choice]);
        return;
    }
    json_member_open(w, "tool_choice", '{');
    json_member_text(w, "type", "function");
    json_member_open(w, "function", '{');
    json_member_text(w, "name", names_wire(x->q, &rule, x->q->choice_space, x->q->choice_name));
    json_close(w, '}');
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

/* ---- settings -------------------------------------------------------------------------- */

static void write_schema_format(struct writing *x) {
    struct json_writer *w = &x->w;
    const struct chat_request *q = x->q;
    struct span schema = answer_format_schema(q->arena, &x->format, x->format.schema);
    json_member_text(w, "type", "json_schema");
    json_member_open(w, "json_schema", '{');
    write_format_schema(w, q, schema);
    json_close(w, '}');
}

static void write_format(struct writing *x) {
    enum chat_format format = x->format.format;
    if (format == FORMAT_UNSET)
        return;
    json_member_open(&x->w, "response_format", '{');
    if (format == FORMAT_SCHEMA)
        write_schema_format(x);
    else
        json_member_text(&x->w, "type", format == FORMAT_JSON ? "json_object" : "text");
    json_close(&x->w, '}');
}

static void write_reasoning(struct writing *x) {
    const struct chat_reasoning *reasoning = &x->q->reasoning;
    enum chat_effort effort = chat_effort(reasoning);
    if (!reasoning->param)
        return;
    if (x->target->quirks & CHAT_NO_REASONING) {
        if (effort != EFFORT_NONE)
            chat_drop(x->q, reasoning->param);
        return;
    }
    if (effort != EFFORT_UNSET)
        json_member_text(&x->w, "reasoning_effort", chat_effort_names[effort - EFFORT_NONE]);
    if (reasoning->show == FLAG_ON && reasoning->show_param)
        chat_drop(x->q, reasoning->show_param);
}

static void write_stop(struct writing *x) {
    int count = 0;
    if (!x->q->stop)
        return;
    if (x->target->quirks & CHAT_NO_STOP) {
        chat_drop(x->q, x->q->stop_param);
        return;
    }
    json_member_open(&x->w, "stop", '[');
    for (const struct chat_list *stop = x->q->stop; stop; stop = stop->next)
        if (count++ < CHAT_OPENAI_STOPS)
            json_put(&x->w, stop->text);
        else
            chat_drop(x->q, x->q->stop_param);
    json_close(&x->w, ']');
}

static void write_settings(struct writing *x) {
    const struct chat_request *q = x->q;
    bool sampling = !(x->target->quirks & CHAT_NO_SAMPLING);
    bool more = !(x->target->quirks & CHAT_PLAIN);
    write_option(&x->w, x->q, sampling ? "temperature" : NULL, &q->temperature);
    write_option(&x->w, x->q, sampling ? "top_p" : NULL, &q->top_p);
    write_option(&x->w, x->q, NULL, &q->top_k);
    write_option(&x->w, x->q, more ? "seed" : NULL, &q->seed);
    write_option(&x->w, x->q, sampling ? "presence_penalty" : NULL, &q->presence_penalty);
    write_option(&x->w, x->q, sampling ? "frequency_penalty" : NULL, &q->frequency_penalty);
    write_option(&x->w, x->q, sampling && more ? "logit_bias" : NULL, &q->logit_bias);
    write_option(&x->w, x->q, NULL, &q->logprobs);
    write_option(&x->w, x->q, NULL, &q->top_logprobs);
    write_option(&x->w, x->q, more ? "verbosity" : NULL, &q->verbosity);
    write_option(&x->w, x->q, more ? "user" : NULL, &q->user);
    write_option(&x->w, x->q, NULL, &q->tier);
    write_option(&x->w, x->q, more ? "prompt_cache_key" : NULL, &q->cache_key);
    write_option(&x->w, x->q, NULL, &q->metadata);
    if (q->choices > 1)
        json_member_int(&x->w, "n", q->choices);
    write_stop(x);
}

static void write_limit(struct writing *x) {
    if (x->q->max_output == 0 && !x->target->limited)
        return;
    json_member_int(&x->w, x->target->quirks & CHAT_MAX_COMPLETION ? "max_completion_tokens" : "max_tokens",
                    x->target->max_output);
}

static void write_stream(struct writing *x) {
    if (!x->q->stream)
        return;
    json_member_bool(&x->w, "stream", true);
    if (x->target->quirks & CHAT_NO_STREAM_OPTIONS)
        return;
    json_member_open(&x->w, "stream_options", '{');
    json_member_bool(&x->w, "include_usage", true);
    json_close(&x->w, '}');
}

int chat_openai_write_request(struct chat_request *q, const struct chat_target *target, struct buf *out,
                              struct error *err) {
    struct writing x = {q, target, {.out = out}, err, answer_format(q, target->quirks), false};
    names_assign(q, &rule);
    write_drop_hosted_tools(q);
    write_mark_tools(q);
    write_settle_choice(q);
    write_drop_cache_marks(q);
    json_open(&x.w, '{');
    json_member_text(&x.w, "model", target->model);
    write_messages(&x);
    write_tools(&x);
    write_format(&x);
    write_reasoning(&x);
    write_settings(&x);
    write_limit(&x);
    write_stream(&x);
    json_close(&x.w, '}');
    return 0;
}
