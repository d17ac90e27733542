/* Answers of the AIGNE framework, whole and streamed: written from events. */
#include "canon/collect.h"
#include "dialects/aigne_model.h"
#include "dialects/chat_framework.h"
#include "dialects/write.h"

/* ---- what an answer consists of ------------------------------------------------------ */

static bool wants_json(const struct chat_head *head) {
    return head->request->format == FORMAT_SCHEMA;
}

/* Whether a text is one JSON value: as a member it must be all of it. */
static bool is_json(struct span text) {
    struct scan_want value = {.name = "v"};
    struct error ignored = {0};
    struct buf object;
    buf_init(&object, BUF_MOST);
    buf_puts(&object, "{\"v\":");
    buf_add(&object, text.at, text.len);
    buf_putc(&object, '}');
    bool good =
        scan_object((struct span){object.data, object.len}, &value, 1, SCAN_DEPTH_INSIDE, &ignored) == 0 &&
        value.seen == 1;
    /* nothing stands behind the value but blanks and the closing bracket */
    const char *rest = good ? value.value.at + value.value.len : NULL;
    while (good && (*rest == ' ' || *rest == '\t' || *rest == '\r' || *rest == '\n'))
        rest++;
    good = good && rest == object.data + object.len - 1;
    buf_free(&object);
    return good;
}

/* What is said, refusals too: as `json` if that was asked for and it is so, else as `text`. Real servers
 * leave out the text of what is JSON: their clients would show both. */
static void write_words(struct json_writer *w, const struct chat_head *head, const struct chat_answer *answer,
                        struct arena *arena) {
    struct span text = chat_text_of(arena, &answer->blocks, 1u << CHAT_TEXT | 1u << CHAT_REFUSAL, "");
    if (!text.at)
        return;
    struct span said = wants_json(head) ? chat_unquote(arena, text) : (struct span){0};
    if (said.at && is_json(said)) {
        json_key(w, "json");
        json_put_line(w, said);
    } else {
        json_member_put(w, "text", text);
    }
}

static void write_call(struct json_writer *w, const struct chat_call *call) {
    struct buf object;
    buf_init(&object, BUF_MOST);
    write_arguments_object(&(struct json_writer){.out = &object}, call);
    json_open(w, '{');
    json_member_text(w, "id", call->id);
    json_member_text(w, "type", "function");
    json_member_open(w, "function", '{');
    json_member_text(w, "name", call->name);
    json_key(w, "arguments");
    json_put_line(w, (struct span){object.data, object.len});
    json_close(w, '}');
    json_close(w, '}');
    buf_free(&object);
}

static void write_file(struct json_writer *w, const struct chat_media *media) {
    json_open(w, '{');
    json_member_text(w, "type", media->data.at ? "file" : "url");
    if (media->data.at) {
        json_key(w, "data");
        json_put_bytes(w, media->data.at, media->data.len);
    } else {
        json_member_put(w, "url", media->url);
    }
    if (media->mime)
        json_member_text(w, "mimeType", media->mime);
    if (media->title.at)
        json_member_put(w, "filename", media->title);
    json_close(w, '}');
}

/* What is no text, as a list; nothing if there is none. */
static void write_list(struct json_writer *w, const char *name, const struct chat_blocks *blocks,
                       enum chat_block_kind kind) {
    if (!chat_has_block(blocks, kind))
        return;
    json_member_open(w, name, '[');
    for (const struct chat_block *block = blocks->first; block; block = block->next) {
        if (block->kind == kind && kind == CHAT_CALL)
            write_call(w, &block->call);
        else if (block->kind == kind && (block->media.data.at || block->media.url.at))
            write_file(w, &block->media);
    }
    json_close(w, ']');
}

static void write_rest(struct json_writer *w, const struct chat_head *head, const struct chat_answer *answer,
                       const struct usage *usage) {
    write_list(w, "toolCalls", &answer->blocks, CHAT_CALL);
    write_list(w, "files", &answer->blocks, CHAT_MEDIA);
    json_member_text(w, "model", head->target);
    aigne_write_model_with_provider(w, head);
    json_member_open(w, "usage", '{');
    aigne_write_usage_members(w, head, usage);
    json_close(w, '}');
}

/* ---- whole ------------------------------------------------------------------------------ */

void chat_framework_write_reply(const struct chat_head *head, const struct chat_reply *reply,
                                struct buf *out) {
    static const struct chat_answer nothing;
    const struct chat_answer *answer = reply->choices > 0 ? &reply->choice[0] : &nothing;
    struct arena *arena = head->request->arena;
    struct json_writer w = {.out = out};
    struct span thoughts = chat_text_of(arena, &answer->blocks, 1u << CHAT_THOUGHT, "");
    json_open(&w, '{');
    write_words(&w, head, answer, arena);
    if (thoughts.at)
        json_member_put(&w, "thoughts", thoughts);
    write_rest(&w, head, answer, &reply->usage);
    json_close(&w, '}');
}

/* ---- streamed --------------------------------------------------------------------------- */

struct framework_writer {
    struct chat_writer base;
    struct collect *collect; /* what is told at the end */
};

struct chat_writer *chat_framework_new_writer(const struct chat_head *head, struct arena *arena,
                                              struct buf *out) {
    struct framework_writer *writer = arena_alloc(arena, sizeof *writer);
    writer->base = (struct chat_writer){head, arena, out};
    writer->collect = collect_new(arena);
    return &writer->base;
}

static void collect(struct framework_writer *writer, const struct chat_event *event) {
    struct error ignored = {0}; /* it refuses only choices that nobody has */
    chat_emit(collect_sink(writer->collect), event, &ignored);
}

static void write_piece(struct framework_writer *writer, const char *name, struct span text) {
    struct json_writer w = {.out = writer->base.out};
    buf_puts(w.out, "data: ");
    json_open(&w, '{');
    json_member_open(&w, "delta", '{');
    json_member_open(&w, "text", '{');
    json_member_put(&w, name, text);
    json_close(&w, '}');
    json_close(&w, '}');
    json_close(&w, '}');
    buf_puts(w.out, "\n\n");
}

/* Text that shall be JSON is held back until it is whole; a comment says that something comes, so that nobody
 * on the way takes the connection for dead. */
static void say_text(struct framework_writer *writer, const struct chat_event *event) {
    if (!wants_json(writer->base.head)) {
        write_piece(writer, "text", event->text);
        return;
    }
    collect(writer, event);
    buf_puts(writer->base.out, ":\n\n");
}

static void write_end(struct framework_writer *writer) {
    static const struct chat_answer nothing;
    const struct chat_reply *reply = collect_reply(writer->collect);
    const struct chat_answer *answer = reply->choices > 0 ? &reply->choice[0] : &nothing;
    struct json_writer w = {.out = writer->base.out};
    buf_puts(w.out, "data: ");
    json_open(&w, '{');
    json_member_open(&w, "delta", '{');
    json_member_open(&w, "json", '{');
    write_words(&w, writer->base.head, answer, writer->base.arena);
    write_rest(&w, writer->base.head, answer, &reply->usage);
    json_close(&w, '}');
    json_close(&w, '}');
    json_close(&w, '}');
    buf_puts(w.out, "\n\n");
}

void chat_framework_write_event(struct chat_writer *base, const struct chat_event *event) {
    struct framework_writer *writer = (struct framework_writer *)base;
    if (event->choice != 0) /* there is only one here */
        return;
    switch (event->kind) {
    case EVENT_TEXT:
    case EVENT_REFUSAL:
        say_text(writer, event);
        break;
    case EVENT_THOUGHT:
        write_piece(writer, "thoughts", event->text);
        break;
    case EVENT_CALL:
    case EVENT_ARGS:
    case EVENT_MEDIA:
    case EVENT_USAGE:
    case EVENT_STOP:
        collect(writer, event);
        break;
    case EVENT_END:
        collect(writer, event);
        write_end(writer);
        break;
    default: /* a failure is written by write_failure() */
        break;
    }
}

void chat_framework_write_failure(struct chat_writer *writer, struct buf *out, const struct error *err) {
    struct json_writer w = {.out = out};
    (void)writer;
    buf_puts(out, "event: error\ndata: ");
    json_open(&w, '{');
    json_member_text(&w, "message", err->message);
    json_close(&w, '}');
    buf_puts(out, "\n\n");
}
