/* Answers of OpenAI's Responses, whole and streamed: written from events. */
#include <string.h>

#include "dialects/chat_responses.h"

#define OUTPUT_MOST ((size_t)64 << 20) /* bytes of an answer that are kept to be said again at its end */

/* What is open. */
enum open { OPEN_NOTHING, OPEN_REASONING, OPEN_MESSAGE, OPEN_CALL, OPEN_CUSTOM_CALL };

static const char *const prefixes[] = {
    [OPEN_REASONING] = "rs", [OPEN_MESSAGE] = "msg", [OPEN_CALL] = "fc", [OPEN_CUSTOM_CALL] = "ctc"};

/* The dialect says everything three times: in pieces, when a part and its item are done, and at the end. So
 * the item and the output so far are kept. */
struct responses_writer {
    struct chat_writer base;
    bool quiet;     /* nothing but the output is made */
    struct span id; /* of the response, if it was begun by somebody else; a JSON string */
    int64_t sequence;
    int index; /* of the item that is open or comes next */
    enum open open;
    enum event_kind part;  /* MESSAGE: of the part that is open; EVENT__MAX: none */
    int part_index;        /* of it */
    struct buf text;       /* of the part or of the arguments, inside of the quotes */
    struct buf parts;      /* MESSAGE: those that are done */
    struct buf output;     /* items that are done */
    struct chat_call call; /* its strings are in the arena */
    struct usage usage;
    bool has_usage;
    enum chat_stop stop;
    struct error overflow;
};

static void free_buffers(void *ptr) {
    struct responses_writer *writer = ptr;
    buf_free(&writer->text);
    buf_free(&writer->parts);
    buf_free(&writer->output);
}

static void begin_writer(struct responses_writer *writer, const struct chat_head *head, struct arena *arena,
                         struct buf *out) {
    *writer = (struct responses_writer){.base = {head, arena, out}, .part = EVENT__MAX};
    buf_init(&writer->text, OUTPUT_MOST);
    buf_init(&writer->parts, OUTPUT_MOST);
    buf_init(&writer->output, OUTPUT_MOST);
    arena_own(arena, writer, free_buffers);
}

/* What is not kept whole cannot be said again. */
static bool is_too_long(struct responses_writer *writer) {
    if (writer->text.overflow || writer->parts.overflow || writer->output.overflow)
        error_set(&writer->overflow, ERR_UPSTREAM, "The provider's answer is too long for this hub.");
    return writer->overflow.kind != ERR_NONE;
}

/* ---- events ------------------------------------------------------------------------ */

/* Up to the members of an event's own. Not to be called by who is quiet. */
static struct json_writer open_event(struct responses_writer *writer, const char *type) {
    struct json_writer w = {.out = writer->base.out};
    buf_printf(w.out, "event: %s\ndata: ", type);
    json_open(&w, '{');
    json_member_text(&w, "type", type);
    json_member_int(&w, "sequence_number", writer->sequence++);
    return w;
}

static void close_event(struct json_writer *w) {
    json_close(w, '}');
    buf_puts(w->out, "\n\n");
}

static void put_id(struct json_writer *w, const struct responses_writer *writer, const char *name) {
    json_member_format(w, name, "%s_%s_%d", prefixes[writer->open], writer->base.head->id, writer->index);
}

/* An event about the open item. */
static struct json_writer open_item_event(struct responses_writer *writer, const char *type) {
    struct json_writer w = open_event(writer, type);
    put_id(&w, writer, "item_id");
    json_member_int(&w, "output_index", writer->index);
    return w;
}

/* The text so far, as a JSON string. */
static void put_text(struct json_writer *w, const struct responses_writer *writer, const char *name) {
    json_key(w, name);
    json_put_inside(w, writer->text.len ? writer->text.data : "", writer->text.len);
}

static void write_snapshot(struct responses_writer *writer, const char *type,
                           const struct responses_state *state) {
    struct json_writer w = open_event(writer, type);
    json_key(&w, "response");
    chat_responses_write_snapshot(&w, writer->base.head, state);
    close_event(&w);
}

/* ---- parts --------------------------------------------------------------------------- */

/* The kinds of parts: what they are called, and how their text is. */
static const struct {
    const char *type, *member, *delta, *done;
} part_rows[EVENT__MAX] = {
    [EVENT_TEXT] = {"output_text", "text", "response.output_text.delta", "response.output_text.done"},
    [EVENT_REFUSAL] = {"refusal", "refusal", "response.refusal.delta", "response.refusal.done"},
    [EVENT_THOUGHT] = {"summary_text", "text", "response.reasoning_summary_text.delta",
                       "response.reasoning_summary_text.done"},
};

static const char *part_event(const struct responses_writer *writer, bool begins) {
    if (writer->part == EVENT_THOUGHT)
        return begins ? "response.reasoning_summary_part.added" : "response.reasoning_summary_part.done";
    return begins ? "response.content_part.added" : "response.content_part.done";
}

static void put_part_index(struct json_writer *w, const struct responses_writer *writer) {
    json_member_int(w, writer->part == EVENT_THOUGHT ? "summary_index" : "content_index", writer->part_index);
}

/* The open part with its text so far. */
static void put_part(struct json_writer *w, const struct responses_writer *writer) {
    json_open(w, '{');
    json_member_text(w, "type", part_rows[writer->part].type);
    put_text(w, writer, part_rows[writer->part].member);
    if (writer->part == EVENT_TEXT) {
        json_member_raw(w, "annotations", "[]");
        json_member_raw(w, "logprobs", "[]");
    }
    json_close(w, '}');
}

static void write_part_event(struct responses_writer *writer, bool begins) {
    if (writer->quiet)
        return;
    struct json_writer w = open_item_event(writer, part_event(writer, begins));
    put_part_index(&w, writer);
    json_key(&w, "part");
    put_part(&w, writer);
    close_event(&w);
}

static void open_part(struct responses_writer *writer, enum event_kind kind) {
    writer->part = kind;
    buf_clear(&writer->text);
    write_part_event(writer, true);
}

static void close_part(struct responses_writer *writer) {
    if (writer->part == EVENT__MAX || is_too_long(writer))
        return;
    if (!writer->quiet) {
        struct json_writer w = open_item_event(writer, part_rows[writer->part].done);
        put_part_index(&w, writer);
        put_text(&w, writer, part_rows[writer->part].member);
        if (writer->part == EVENT_TEXT)
            json_member_raw(&w, "logprobs", "[]");
        close_event(&w);
        write_part_event(writer, false);
    }
    struct json_writer parts = json_writer_on(&writer->parts);
    put_part(&parts, writer);
    writer->part = EVENT__MAX;
    writer->part_index++;
}

static void add_to_part(struct responses_writer *writer, struct span text) {
    buf_add(&writer->text, text.at + 1, text.len - 2);
    if (writer->quiet)
        return;
    struct json_writer w = open_item_event(writer, part_rows[writer->part].delta);
    put_part_index(&w, writer);
    json_member_put(&w, "delta", text);
    if (writer->part == EVENT_TEXT)
        json_member_raw(&w, "logprobs", "[]");
    close_event(&w);
}

/* ---- items ----------------------------------------------------------------------------- */

static void put_parts(struct json_writer *w, const struct responses_writer *writer, const char *name) {
    json_member_open(w, name, '[');
    buf_add(w->out, writer->parts.len ? writer->parts.data : "", writer->parts.len);
    json_close(w, ']');
}

static void put_call(struct json_writer *w, const struct responses_writer *writer) {
    json_member_text(w, "call_id", writer->call.id);
    json_member_text(w, "name", writer->call.name);
    if (writer->call.space)
        json_member_text(w, "namespace", writer->call.space);
    put_text(w, writer, writer->open == OPEN_CALL ? "arguments" : "input");
}

/* The open item as it is. `state`: of reasoning, opaque; at == NULL: none. */
static void put_item(struct json_writer *w, const struct responses_writer *writer, const char *status,
                     struct span state) {
    static const char *const types[] = {[OPEN_REASONING] = "reasoning",
                                        [OPEN_MESSAGE] = "message",
                                        [OPEN_CALL] = "function_call",
                                        [OPEN_CUSTOM_CALL] = "custom_tool_call"};
    json_open(w, '{');
    put_id(w, writer, "id");
    json_member_text(w, "type", types[writer->open]);
    json_member_text(w, "status", status);
    if (writer->open == OPEN_REASONING) {
        put_parts(w, writer, "summary");
        if (state.at)
            json_member_put(w, "encrypted_content", state);
    } else if (writer->open == OPEN_MESSAGE) {
        json_member_text(w, "role", "assistant");
        put_parts(w, writer, "content");
    } else {
        put_call(w, writer);
    }
    json_close(w, '}');
}

static void write_item_event(struct responses_writer *writer, const char *type, const char *status,
                             struct span state) {
    if (writer->quiet)
        return;
    struct json_writer w = open_event(writer, type);
    json_member_int(&w, "output_index", writer->index);
    json_key(&w, "item");
    put_item(&w, writer, status, state);
    close_event(&w);
}

static void write_call_done(struct responses_writer *writer) {
    bool custom = writer->open == OPEN_CUSTOM_CALL;
    if (writer->quiet)
        return;
    struct json_writer w = open_item_event(writer, custom ? "response.custom_tool_call_input.done"
                                                          : "response.function_call_arguments.done");
    if (!custom)
        json_member_text(&w, "name", writer->call.name);
    put_text(&w, writer, custom ? "input" : "arguments");
    close_event(&w);
}

static void add_args(struct responses_writer *writer, struct span text) {
    buf_add(&writer->text, text.at + 1, text.len - 2);
    if (writer->quiet)
        return;
    struct json_writer w =
        open_item_event(writer, writer->open == OPEN_CUSTOM_CALL ? "response.custom_tool_call_input.delta"
                                                                 : "response.function_call_arguments.delta");
    json_member_put(&w, "delta", text);
    close_event(&w);
}

static void close_item(struct responses_writer *writer, const char *status, struct span state) {
    static const struct span no_arguments = {"\"{}\"", 4};
    if (writer->open == OPEN_NOTHING)
        return;
    close_part(writer);
    if (is_too_long(writer))
        return;
    if (writer->open == OPEN_CALL && writer->text.len == 0)
        add_args(writer, no_arguments); /* the dialect has them as JSON always */
    if (writer->open == OPEN_CALL || writer->open == OPEN_CUSTOM_CALL)
        write_call_done(writer);
    write_item_event(writer, "response.output_item.done", status, state);
    struct json_writer output = json_writer_on(&writer->output);
    put_item(&output, writer, status, state);
    writer->open = OPEN_NOTHING;
    writer->index++;
}

static void complete_item(struct responses_writer *writer) {
    close_item(writer, "completed", (struct span){0});
}

static void open_item(struct responses_writer *writer, enum open kind) {
    complete_item(writer);
    writer->open = kind;
    writer->part_index = 0;
    buf_clear(&writer->text);
    buf_clear(&writer->parts);
    write_item_event(writer, "response.output_item.added", "in_progress", (struct span){0});
}

/* ---- what comes ------------------------------------------------------------------------- */

static void take_text(struct responses_writer *writer, const struct chat_event *event) {
    enum open wanted = event->kind == EVENT_THOUGHT ? OPEN_REASONING : OPEN_MESSAGE;
    if (writer->open != wanted)
        open_item(writer, wanted);
    if (writer->part != event->kind) {
        close_part(writer);
        open_part(writer, event->kind);
    }
    add_to_part(writer, event->text);
}

/* Only who asked for the state of reasoning gets it. */
static void take_signature(struct responses_writer *writer, const struct chat_event *event) {
    const struct chat_request *q = writer->base.head->request;
    struct span state = q->reasoning.state ? event->text : (struct span){0};
    if (writer->open != OPEN_REASONING || event->redacted) {
        if (!state.at)
            return;
        open_item(writer, OPEN_REASONING);
    }
    close_item(writer, "completed", state);
}

static void take_call(struct responses_writer *writer, const struct chat_call *call) {
    struct arena *arena = writer->base.arena;
    complete_item(writer);
    writer->call.id = arena_strdup(arena, call->id);
    writer->call.name = arena_strdup(arena, call->name);
    writer->call.space = call->space ? arena_strdup(arena, call->space) : NULL;
    open_item(writer, call->custom ? OPEN_CUSTOM_CALL : OPEN_CALL);
}

/* A picture that the model made is an item as it is. */
static void take_media(struct responses_writer *writer, const struct chat_media *media) {
    struct buf item;
    if (media->kind != MEDIA_IMAGE || !media->data.at)
        return;
    complete_item(writer);
    buf_init(&item, OUTPUT_MOST);
    struct json_writer w = {.out = &item};
    json_open(&w, '{');
    json_member_format(&w, "id", "ig_%s_%d", writer->base.head->id, writer->index);
    json_member_text(&w, "type", "image_generation_call");
    json_member_text(&w, "status", "completed");
    json_key(&w, "result");
    json_put_bytes(&w, media->data.at, media->data.len);
    json_close(&w, '}');
    for (int done = 0; done < 2 && !writer->quiet; done++) {
        w = open_event(writer, done ? "response.output_item.done" : "response.output_item.added");
        json_member_int(&w, "output_index", writer->index);
        json_member_put(&w, "item", (struct span){item.data, item.len});
        close_event(&w);
    }
    struct json_writer output = json_writer_on(&writer->output);
    json_put(&output, (struct span){item.data, item.len});
    buf_free(&item);
    writer->index++;
}

/* ---- the whole --------------------------------------------------------------------------- */

static struct responses_state state_of(const struct responses_writer *writer, const char *status) {
    return (struct responses_state){.id = writer->id,
                                    .status = status,
                                    .output = {writer->output.data, writer->output.len},
                                    .usage = writer->has_usage ? &writer->usage : NULL};
}

/* What an answer that came to its end is. */
static struct responses_state end_state(const struct responses_writer *writer) {
    static const char *const reasons[STOP__MAX] = {
        [STOP_LENGTH] = "max_output_tokens", [STOP_FILTER] = "content_filter"};
    const char *reason = reasons[writer->stop];
    struct responses_state state = state_of(writer, reason ? "incomplete" : "completed");
    state.incomplete = reason;
    return state;
}

static void write_begin(struct responses_writer *writer) {
    struct responses_state state = state_of(writer, "in_progress");
    write_snapshot(writer, "response.created", &state);
    write_snapshot(writer, "response.in_progress", &state);
}

/* Every stream that is not cut ends with one of the three. */
static void write_end(struct responses_writer *writer) {
    struct responses_state state = end_state(writer);
    write_snapshot(writer, state.incomplete ? "response.incomplete" : "response.completed", &state);
    buf_puts(writer->base.out, "data: [DONE]\n\n");
}

static void take_stop(struct responses_writer *writer, enum chat_stop stop) {
    writer->stop = stop;
    close_item(writer, stop == STOP_LENGTH || stop == STOP_FILTER ? "incomplete" : "completed",
               (struct span){0});
}

static void take(struct responses_writer *writer, const struct chat_event *event) {
    switch (event->kind) {
    case EVENT_BEGIN:
        write_begin(writer);
        break;
    case EVENT_TEXT:
    case EVENT_REFUSAL:
    case EVENT_THOUGHT:
        take_text(writer, event);
        break;
    case EVENT_SIGNATURE:
        take_signature(writer, event);
        break;
    case EVENT_CALL:
        take_call(writer, &event->call);
        break;
    case EVENT_ARGS:
        add_args(writer, event->text);
        break;
    case EVENT_MEDIA:
        take_media(writer, &event->media);
        break;
    case EVENT_USAGE:
        writer->usage = event->usage;
        writer->has_usage = true;
        break;
    case EVENT_STOP:
        take_stop(writer, event->stop);
        break;
    case EVENT_END:
        write_end(writer);
        break;
    default: /* a failure is written by itself */
        break;
    }
}

struct chat_writer *chat_responses_new_writer(const struct chat_head *head, struct arena *arena,
                                              struct buf *out) {
    struct responses_writer *writer = arena_alloc(arena, sizeof *writer);
    begin_writer(writer, head, arena, out);
    return &writer->base;
}

void chat_responses_write_event(struct chat_writer *base, const struct chat_event *event) {
    struct responses_writer *writer = (struct responses_writer *)base;
    if (event->choice != 0) /* the dialect has one answer */
        return;
    if (!is_too_long(writer))
        take(writer, event);
    if (is_too_long(writer) && event->kind == EVENT_END)
        chat_responses_write_failure(base, base->out, &writer->overflow);
}

/* Nothing is known of the request here, but its settings have to stand in the response object. */
struct chat_writer *chat_responses_resume(const struct chat_reader *reader, const struct chat_head *head,
                                          struct arena *arena) {
    static const struct chat_request nothing;
    static const struct responses_seen none;
    const struct responses_seen *seen = reader ? chat_responses_seen(reader) : &none;
    struct chat_head *resumed = arena_alloc(arena, sizeof *resumed);
    struct responses_writer *writer = arena_alloc(arena, sizeof *writer);
    *resumed = *head;
    if (!head->request)
        resumed->request = &nothing;
    if (seen->model.at) {
        struct span model = chat_unquote(arena, seen->model);
        resumed->model = arena_strndup(arena, model.at, model.len);
    }
    if (seen->created)
        resumed->created = seen->created;
    begin_writer(writer, resumed, arena, NULL);
    writer->sequence = reader && reader->withheld ? seen->last : seen->next;
    writer->id = seen->id;
    return &writer->base;
}

/* Clients take the error without a failed response for a stream that was cut. */
void chat_responses_write_failure(struct chat_writer *base, struct buf *out, const struct error *err) {
    struct responses_writer *writer = (struct responses_writer *)base;
    struct responses_state state = state_of(writer, "failed");
    if (is_too_long(writer))
        state.output.len = 0;
    writer->base.out = out;
    struct json_writer w = open_event(writer, "error");
    json_member_text(&w, "code", chat_responses_error_code(err));
    json_key(&w, "message");
    chat_responses_put_error_message(&w, err);
    json_member_text(&w, "param", *err->param ? err->param : NULL);
    close_event(&w);
    state.failed = err;
    write_snapshot(writer, "response.failed", &state);
}

/* ---- whole answers ------------------------------------------------------------------------ */

static struct chat_event event_of(const struct chat_block *block) {
    static const enum event_kind kinds[] = {
        [CHAT_TEXT] = EVENT_TEXT,       [CHAT_MEDIA] = EVENT_MEDIA,     [CHAT_CALL] = EVENT_CALL,
        [CHAT_THOUGHT] = EVENT_THOUGHT, [CHAT_REFUSAL] = EVENT_REFUSAL,
    };
    struct chat_event event = {.kind = kinds[block->kind], .text = block->text};
    if (block->kind == CHAT_CALL)
        event.call = block->call;
    else if (block->kind == CHAT_MEDIA)
        event.media = block->media;
    return event;
}

static void take_block(struct responses_writer *writer, const struct chat_block *block) {
    struct chat_event event = event_of(block);
    bool text = event.kind != EVENT_CALL && event.kind != EVENT_MEDIA;
    if (!text || (block->text.at && !chat_is_empty(block->text)))
        take(writer, &event);
    if (block->kind == CHAT_CALL && block->call.args.len > 0)
        add_args(writer, chat_quote(writer->base.arena, block->call.args.at, block->call.args.len));
    if (block->kind == CHAT_THOUGHT && block->signature.at)
        take_signature(writer, &(struct chat_event){.text = block->signature, .redacted = block->redacted});
    else if (block->kind == CHAT_THOUGHT)
        complete_item(writer);
}

void chat_responses_write_reply(const struct chat_head *head, const struct chat_reply *reply,
                                struct buf *out) {
    static const struct chat_answer nothing;
    const struct chat_answer *answer = reply->choices > 0 ? &reply->choice[0] : &nothing;
    struct arena *arena = arena_new();
    struct responses_writer writer;
    struct json_writer w = {.out = out};
    begin_writer(&writer, head, arena, out);
    writer.quiet = true;
    for (const struct chat_block *block = answer->blocks.first; block; block = block->next)
        take_block(&writer, block);
    take_stop(&writer, answer->stop);
    writer.usage = reply->usage;
    writer.has_usage = reply->has_usage;
    struct responses_state state = end_state(&writer);
    if (is_too_long(&writer)) {
        state = state_of(&writer, "failed");
        state.output.len = 0;
        state.failed = &writer.overflow;
    }
    chat_responses_write_snapshot(&w, head, &state);
    arena_free(arena);
}
