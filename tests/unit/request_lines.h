/* A canonical request as lines of text, so that tests can compare what was read. */
#ifndef TESTS_REQUEST_LINES_H
#define TESTS_REQUEST_LINES_H

#include <inttypes.h>

#include "base/buf.h"
#include "canon/chat.h"

static inline void line_span(struct buf *out, const char *name, struct span text) {
    if (text.at)
        buf_printf(out, " %s=%.*s", name, (int)text.len, text.at);
}

static inline void line_text(struct buf *out, const char *name, const char *text) {
    if (text)
        buf_printf(out, " %s=%s", name, text);
}

static inline void line_flag(struct buf *out, const char *name, enum chat_flag flag) {
    if (flag != FLAG_UNSET)
        buf_printf(out, " %s=%s", name, flag == FLAG_ON ? "on" : "off");
}

static inline void line_media(struct buf *out, const struct chat_media *media) {
    static const char *const kinds[] = {"image", "audio", "file"};
    buf_printf(out, " %s", kinds[media->kind]);
    line_text(out, "mime", media->mime);
    line_span(out, "data", media->data);
    line_span(out, "url", media->url);
    line_span(out, "id", media->file);
    line_span(out, "title", media->title);
    line_span(out, "plain", media->plain);
    line_text(out, "detail", media->detail);
}

static inline void line_block(struct buf *out, const char *indent, const struct chat_block *block) {
    static const char *const kinds[] = {"text", "media", "call", "result", "thought", "refusal"};
    buf_printf(out, "%s%s", indent, kinds[block->kind]);
    if (block->kind == CHAT_MEDIA) {
        line_media(out, &block->media);
    } else if (block->kind == CHAT_CALL) {
        buf_printf(out, "%s id=%s", block->call.custom ? " custom" : "", block->call.id);
        line_text(out, "space", block->call.space);
        line_text(out, "name", block->call.name);
        line_span(out, "args", block->call.args);
        line_span(out, "signature", block->call.signature);
    } else if (block->kind == CHAT_RESULT) {
        buf_printf(out, "%s%s id=%s", block->result.custom ? " custom" : "",
                   block->result.failed ? " failed" : "", block->result.id);
        line_text(out, "name", block->result.name);
    } else {
        buf_printf(out, " %.*s", (int)block->text.len, block->text.at ? block->text.at : "");
        line_span(out, "signature", block->signature);
    }
    buf_printf(out, "%s%s\n", block->redacted ? " redacted" : "", block->cache ? " cache" : "");
    if (block->kind == CHAT_RESULT)
        for (const struct chat_block *inner = block->result.content.first; inner; inner = inner->next)
            line_block(out, "    ", inner);
}

static inline void line_tool(struct buf *out, const struct chat_tool *tool) {
    static const char *const kinds[] = {"function", "custom", "hosted"};
    buf_printf(out, "tool %s", kinds[tool->kind]);
    line_text(out, "space", tool->space);
    line_text(out, "name", tool->name);
    line_text(out, "type", tool->type);
    line_span(out, "description", tool->description);
    line_span(out, "schema", tool->schema);
    line_span(out, "grammar", tool->grammar);
    line_flag(out, "strict", tool->strict);
    buf_printf(out, "%s\n", tool->cache ? " cache" : "");
}

static inline void line_choice(struct buf *out, const struct chat_request *q) {
    static const char *const choices[] = {NULL, "auto", "none", "any", "named"};
    if (q->choice == CHOICE_UNSET && !q->allowed && q->parallel == FLAG_UNSET)
        return;
    buf_puts(out, "tools");
    line_text(out, "choice", choices[q->choice]);
    line_text(out, "space", q->choice == CHOICE_NAMED ? q->choice_space : NULL);
    line_text(out, "name", q->choice == CHOICE_NAMED ? q->choice_name : NULL);
    for (const struct chat_list *allowed = q->allowed; allowed; allowed = allowed->next)
        line_text(out, "allowed", allowed->name);
    line_flag(out, "parallel", q->parallel);
    buf_putc(out, '\n');
}

static inline void line_format(struct buf *out, const struct chat_request *q) {
    static const char *const formats[] = {NULL, "text", "json", "schema"};
    if (q->format == FORMAT_UNSET)
        return;
    buf_printf(out, "format %s", formats[q->format]);
    line_text(out, "name", q->format_name);
    line_span(out, "description", q->format_description);
    line_span(out, "schema", q->format_schema);
    line_flag(out, "strict", q->format_strict);
    buf_putc(out, '\n');
}

static inline void line_reasoning(struct buf *out, const struct chat_reasoning *reasoning) {
    if (!reasoning->param)
        return;
    buf_puts(out, "reasoning");
    line_text(out, "effort", reasoning->effort ? chat_effort_names[reasoning->effort - EFFORT_NONE] : NULL);
    if (reasoning->budget)
        buf_printf(out, " budget=%" PRId64, reasoning->budget);
    buf_printf(out, "%s%s%s", reasoning->off ? " off" : "", reasoning->adaptive ? " adaptive" : "",
               reasoning->state ? " state" : "");
    line_flag(out, "show", reasoning->show);
    buf_putc(out, '\n');
}

static inline void line_settings(struct buf *out, const struct chat_request *q) {
    const struct {
        const char *name;
        const struct chat_option *option;
    } rows[] = {
        {"temperature", &q->temperature},
        {"top_p", &q->top_p},
        {"top_k", &q->top_k},
        {"seed", &q->seed},
        {"presence", &q->presence_penalty},
        {"frequency", &q->frequency_penalty},
        {"logit_bias", &q->logit_bias},
        {"logprobs", &q->logprobs},
        {"top_logprobs", &q->top_logprobs},
        {"verbosity", &q->verbosity},
        {"user", &q->user},
        {"tier", &q->tier},
        {"cache_key", &q->cache_key},
        {"metadata", &q->metadata},
    };
    buf_printf(out, "settings%s choices=%" PRId64 " max=%" PRId64, q->stream ? " stream" : "", q->choices,
               q->max_output);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        line_span(out, rows[i].name, rows[i].option->value);
    for (const struct chat_list *stop = q->stop; stop; stop = stop->next)
        line_span(out, "stop", stop->text);
    buf_putc(out, '\n');
}

static inline void request_lines(struct buf *out, const struct chat_request *q) {
    static const char *const roles[] = {"user", "assistant", "instruction"};
    for (const struct chat_block *block = q->system.first; block; block = block->next)
        line_block(out, "system ", block);
    for (const struct chat_turn *turn = q->turns; turn; turn = turn->next) {
        buf_printf(out, "%s\n", roles[turn->role]);
        for (const struct chat_block *block = turn->blocks.first; block; block = block->next)
            line_block(out, "  ", block);
    }
    for (const struct chat_tool *tool = q->tools; tool; tool = tool->next)
        line_tool(out, tool);
    line_choice(out, q);
    line_format(out, q);
    line_reasoning(out, &q->reasoning);
    line_settings(out, q);
}

#endif
