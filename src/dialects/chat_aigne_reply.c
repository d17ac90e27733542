/* Answers of AIGNE Hub's chat completions, whole and streamed: each holds what OpenAI's clients read and what
 * AIGNE's do. */
#include "dialects/aigne_model.h"
#include "dialects/chat_aigne.h"
#include "dialects/chat_openai.h"
#include "dialects/error_shapes.h"

/* The usage in three spellings: OpenAI's, that of AIGNE's streams, and that of its newer answers. */
static void write_usage(struct json_writer *w, const struct chat_head *head, const struct usage *usage) {
    json_member_open(w, "usage", '{');
    chat_openai_write_usage_members(w, usage);
    json_member_int(w, "promptTokens", usage->prompt);
    json_member_int(w, "completionTokens", usage->output);
    json_member_int(w, "totalTokens", usage->prompt + usage->output);
    aigne_write_usage_members(w, head, usage);
    json_close(w, '}');
}

/* ---- whole ------------------------------------------------------------------------- */

/* What is said, refusals too. */
static void write_words(struct json_writer *w, const struct chat_blocks *blocks) {
    struct buf text;
    buf_init(&text, BUF_MOST);
    if (!chat_add_text_of(&text, blocks, 1u << CHAT_TEXT | 1u << CHAT_REFUSAL, ""))
        buf_puts(&text, "\"\"");
    json_member_put(w, "text", (struct span){text.data, text.len});
    json_member_put(w, "content", (struct span){text.data, text.len});
    buf_free(&text);
}

void chat_aigne_write_reply(const struct chat_head *head, const struct chat_reply *reply, struct buf *out) {
    static const struct chat_blocks nothing;
    struct json_writer w = {.out = out};
    const struct chat_blocks *first = reply->choices > 0 ? &reply->choice[0].blocks : &nothing;
    chat_openai_open_reply(&w, head, reply);
    json_member_text(&w, "role", "assistant");
    write_words(&w, first);
    chat_openai_write_calls(&w, "toolCalls", first);
    aigne_write_model_with_provider(&w, head);
    write_usage(&w, head, &reply->usage);
    json_close(&w, '}');
}

/* ---- streamed ------------------------------------------------------------------------ */

struct aigne_writer {
    struct chat_writer base;
    struct usage usage;
    int calls[CHAT_CHOICES_MOST];   /* begun so far */
    bool told[CHAT_CHOICES_MOST];   /* the role */
    bool custom[CHAT_CHOICES_MOST]; /* the last call */
    bool bare[CHAT_CHOICES_MOST];   /* the last call, so far: a function without arguments */
};

/* What a chunk says. */
struct delta {
    const char *name; /* of a text; NULL: none */
    struct span text;
    const struct chat_call *call; /* one that begins */
    struct span args;             /* a piece of the last call's */
};

static void write_call(const struct aigne_writer *writer, struct json_writer *w, int choice,
                       const struct delta *delta) {
    bool custom = writer->custom[choice];
    json_open(w, '{');
    json_member_int(w, "index", writer->calls[choice] - 1);
    if (delta->call) {
        json_member_text(w, "id", delta->call->id);
        json_member_text(w, "type", custom ? "custom" : "function");
    }
    json_member_open(w, custom ? "custom" : "function", '{');
    if (delta->call)
        json_member_text(w, "name", delta->call->name);
    json_member_put(w, custom ? "input" : "arguments", delta->args);
    json_close(w, '}');
    json_close(w, '}');
}

/* A delta: as OpenAI's clients know it, and as AIGNE's do. */
static void write_delta(const struct aigne_writer *writer, struct json_writer *w, int choice,
                        const struct delta *delta, bool role, const char *calls) {
    json_member_open(w, "delta", '{');
    if (role)
        json_member_text(w, "role", "assistant");
    if (delta->name)
        json_member_put(w, delta->name, delta->text);
    if (delta->args.at) {
        json_member_open(w, calls, '[');
        write_call(writer, w, choice, delta);
        json_close(w, ']');
    }
    json_close(w, '}');
}

static void write_chunk(struct aigne_writer *writer, int choice, const struct delta *delta,
                        const char *reason) {
    struct json_writer w = {.out = writer->base.out};
    buf_puts(w.out, "data: ");
    chat_openai_open_object(&w, writer->base.head, "chat.completion.chunk");
    json_member_open(&w, "choices", '[');
    json_open(&w, '{');
    json_member_int(&w, "index", choice);
    write_delta(writer, &w, choice, delta, !writer->told[choice], "tool_calls");
    json_member_raw(&w, "logprobs", "null");
    json_member_text(&w, "finish_reason", reason);
    json_close(&w, '}');
    json_close(&w, ']');
    if (choice == 0) /* AIGNE's clients know of one answer only */
        write_delta(writer, &w, choice, delta, true, "toolCalls");
    json_close(&w, '}');
    buf_puts(w.out, "\n\n");
    writer->told[choice] = true;
}

static void say(struct aigne_writer *writer, const struct chat_event *event, const char *name) {
    write_chunk(writer, event->choice, &(struct delta){.name = name, .text = event->text}, NULL);
}

static void say_args(struct aigne_writer *writer, int choice, struct span text) {
    writer->bare[choice] = false;
    write_chunk(writer, choice, &(struct delta){.args = text}, NULL);
}

static void say_call(struct aigne_writer *writer, const struct chat_event *event) {
    static const struct span nothing = {"\"\"", 2};
    writer->calls[event->choice]++;
    writer->custom[event->choice] = event->call.custom;
    writer->bare[event->choice] = !event->call.custom;
    write_chunk(writer, event->choice, &(struct delta){.call = &event->call, .args = nothing}, NULL);
}

static void say_stop(struct aigne_writer *writer, const struct chat_event *event) {
    write_chunk(writer, event->choice, &(struct delta){0}, chat_openai_reasons[event->stop]);
}

/* AIGNE's clients do not have to ask for the usage. */
static void write_end(struct aigne_writer *writer) {
    struct json_writer w = {.out = writer->base.out};
    buf_puts(w.out, "data: ");
    chat_openai_open_object(&w, writer->base.head, "chat.completion.usage");
    json_member_open(&w, "choices", '[');
    json_close(&w, ']');
    aigne_write_model_with_provider(&w, writer->base.head);
    write_usage(&w, writer->base.head, &writer->usage);
    json_close(&w, '}');
    buf_puts(w.out, "\n\ndata: [DONE]\n\n");
}

struct chat_writer *chat_aigne_new_writer(const struct chat_head *head, struct arena *arena,
                                          struct buf *out) {
    struct aigne_writer *writer = arena_alloc(arena, sizeof *writer);
    writer->base = (struct chat_writer){head, arena, out};
    return &writer->base;
}

/* Whoever reads the arguments of a call wants JSON. */
static void end_bare_call(struct aigne_writer *writer, const struct chat_event *event) {
    bool goes_on = event->kind == EVENT_ARGS || event->kind == EVENT_USAGE || event->kind == EVENT_END ||
                   event->kind == EVENT_FAIL;
    if (!goes_on && writer->bare[event->choice])
        say_args(writer, event->choice, (struct span){"\"{}\"", 4});
}

void chat_aigne_write_event(struct chat_writer *base, const struct chat_event *event) {
    struct aigne_writer *writer = (struct aigne_writer *)base;
    end_bare_call(writer, event);
    switch (event->kind) {
    case EVENT_TEXT:
    case EVENT_REFUSAL:
        say(writer, event, "content");
        break;
    case EVENT_THOUGHT:
        say(writer, event, "reasoning_content");
        break;
    case EVENT_CALL:
        say_call(writer, event);
        break;
    case EVENT_ARGS:
        say_args(writer, event->choice, event->text);
        break;
    case EVENT_STOP:
        say_stop(writer, event);
        break;
    case EVENT_USAGE:
        writer->usage = event->usage;
        break;
    case EVENT_END:
        write_end(writer);
        break;
    default: /* nothing that this dialect could say */
        break;
    }
}

void chat_aigne_write_failure(struct chat_writer *writer, struct buf *out, const struct error *err) {
    (void)writer;
    buf_puts(out, "data: ");
    error_shape_aigne(out, err);
    buf_puts(out, "\n\n");
}
