/* Answers of Gemini's generateContent, whole and streamed: written from events. */
#include <string.h>

#include "dialects/chat_gemini.h"
#include "dialects/error_shapes.h"

#define ARGS_MOST ((size_t)32 << 20) /* bytes of the arguments of one call */

static const char *const reasons[STOP__MAX] = {
    [STOP_NONE] = "STOP",    [STOP_DONE] = "STOP",          [STOP_SEQUENCE] = "STOP",
    [STOP_CALLS] = "STOP",   [STOP_LENGTH] = "MAX_TOKENS",  [STOP_FILTER] = "SAFETY",
    [STOP_REFUSAL] = "STOP", [STOP_PAUSE] = "CONTINUATION",
};

static void write_modality(struct json_writer *w, const char *modality, int64_t count) {
    if (count <= 0)
        return;
    json_open(w, '{');
    json_member_text(w, "modality", modality);
    json_member_int(w, "tokenCount", count);
    json_close(w, '}');
}

/* What a total consists of, where it is not all text. */
static void write_details(struct json_writer *w, const char *name, int64_t total, int64_t audio,
                          int64_t image) {
    if (!audio && !image)
        return;
    json_member_open(w, name, '[');
    write_modality(w, "TEXT", total - audio - image);
    write_modality(w, "AUDIO", audio);
    write_modality(w, "IMAGE", image);
    json_close(w, ']');
}

static void write_usage(struct json_writer *w, const struct usage *usage) {
    int64_t candidates = usage->output - usage->reasoning;
    json_member_open(w, "usageMetadata", '{');
    json_member_int(w, "promptTokenCount", usage->prompt);
    json_member_int(w, "candidatesTokenCount", candidates > 0 ? candidates : 0);
    json_member_int(w, "totalTokenCount", usage->prompt + usage->output);
    if (usage->reasoning)
        json_member_int(w, "thoughtsTokenCount", usage->reasoning);
    if (usage->cache_read)
        json_member_int(w, "cachedContentTokenCount", usage->cache_read);
    write_details(w, "promptTokensDetails", usage->prompt, usage->audio_input, usage->image_input);
    write_details(w, "cacheTokensDetails", usage->cache_read, usage->audio_cache_read,
                  usage->image_cache_read);
    write_details(w, "candidatesTokensDetails", candidates, usage->audio_output, usage->image_output);
    json_close(w, '}');
}

/* What stands in every chunk. */
static void write_head(struct json_writer *w, const struct chat_head *head) {
    json_member_text(w, "modelVersion", head->model);
    json_member_text(w, "responseId", head->id);
}

static bool shows_thoughts(const struct chat_head *head) {
    return head->request->reasoning.show == FLAG_ON;
}

/* ---- parts ------------------------------------------------------------------------ */

static void write_text(struct json_writer *w, struct span text, bool thought) {
    json_open(w, '{');
    json_member_put(w, "text", text);
    if (thought)
        json_member_bool(w, "thought", true);
    json_close(w, '}');
}

/* Arguments that are no object are none. */
static void write_args(struct json_writer *w, struct span args) {
    struct error ignored = {0};
    json_key(w, "args");
    if (args.len > 0 && scan_object(args, NULL, 0, SCAN_DEPTH_INSIDE, &ignored) == 0)
        json_put_line(w, args); /* an event is one line */
    else
        json_put_raw(w, "{}");
}

static void write_call(struct json_writer *w, const struct chat_call *call) {
    json_open(w, '{');
    json_member_open(w, "functionCall", '{');
    json_member_text(w, "id", call->id);
    json_member_text(w, "name", call->name);
    write_args(w, call->args);
    json_close(w, '}');
    if (call->signature.at)
        json_member_put(w, "thoughtSignature", call->signature);
    json_close(w, '}');
}

static void write_media(struct json_writer *w, const struct chat_media *media) {
    bool far = !media->data.at && media->url.at;
    json_open(w, '{');
    json_member_open(w, far ? "fileData" : "inlineData", '{');
    json_member_text(w, "mimeType", media->mime ? media->mime : "application/octet-stream");
    if (far) {
        json_member_put(w, "fileUri", media->url);
    } else {
        json_key(w, "data");
        json_put_bytes(w, media->data.at ? media->data.at : "", media->data.len);
    }
    json_close(w, '}');
    json_close(w, '}');
}

static void open_candidate(struct json_writer *w) {
    json_open(w, '{');
    json_member_open(w, "content", '{');
    json_member_text(w, "role", "model");
    json_member_open(w, "parts", '[');
}

static void close_candidate(struct json_writer *w, int index, const char *reason) {
    json_close(w, ']');
    json_close(w, '}');
    if (reason)
        json_member_text(w, "finishReason", reason);
    json_member_int(w, "index", index);
    json_close(w, '}');
}

/* ---- whole ------------------------------------------------------------------------- */

static void write_block(struct json_writer *w, const struct chat_head *head, const struct chat_block *block) {
    switch (block->kind) {
    case CHAT_TEXT:
    case CHAT_REFUSAL:
        write_text(w, block->text, false);
        break;
    case CHAT_THOUGHT:
        if (shows_thoughts(head) && !chat_is_empty(block->text))
            write_text(w, block->text, true);
        break;
    case CHAT_CALL:
        write_call(w, &block->call);
        break;
    case CHAT_MEDIA:
        write_media(w, &block->media);
        break;
    default: /* no answer has another */
        break;
    }
}

void chat_gemini_write_reply(const struct chat_head *head, const struct chat_reply *reply, struct buf *out) {
    struct json_writer w = {.out = out};
    json_open(&w, '{');
    json_member_open(&w, "candidates", '[');
    for (int i = 0; i < reply->choices; i++) {
        const struct chat_answer *answer = &reply->choice[i];
        open_candidate(&w);
        for (const struct chat_block *block = answer->blocks.first; block; block = block->next)
            write_block(&w, head, block);
        close_candidate(&w, i, reasons[answer->stop]);
    }
    json_close(&w, ']');
    if (reply->has_usage)
        write_usage(&w, &reply->usage);
    write_head(&w, head);
    json_close(&w, '}');
}

/* ---- streamed ------------------------------------------------------------------------- */

/* A choice: its call goes out when it is whole, its reason with the last chunk. */
struct growing {
    bool seen, calling;
    enum chat_stop stop;
    struct buf id, name, signature, args; /* of the call; the arguments as inside of a JSON string */
};

struct gemini_writer {
    struct chat_writer base;
    bool has_usage;
    struct usage usage;
    struct buf plain; /* arguments, decoded */
    int choices;
    struct growing choice[];
};

static void free_writer(void *ptr) {
    struct gemini_writer *writer = ptr;
    for (int i = 0; i < writer->choices; i++) {
        struct growing *g = &writer->choice[i];
        buf_free(&g->id);
        buf_free(&g->name);
        buf_free(&g->signature);
        buf_free(&g->args);
    }
    buf_free(&writer->plain);
}

static struct json_writer open_chunk(struct gemini_writer *writer) {
    struct json_writer w = {.out = writer->base.out};
    buf_puts(w.out, "data: ");
    json_open(&w, '{');
    json_member_open(&w, "candidates", '[');
    return w;
}

static void close_chunk(struct gemini_writer *writer, struct json_writer *w) {
    write_head(w, writer->base.head);
    json_close(w, '}');
    buf_puts(w->out, "\r\n\r\n");
}

/* Up to the parts. */
static struct json_writer open_parts(struct gemini_writer *writer) {
    struct json_writer w = open_chunk(writer);
    open_candidate(&w);
    return w;
}

static void close_parts(struct gemini_writer *writer, struct json_writer *w, int choice) {
    close_candidate(w, choice, NULL);
    json_close(w, ']');
    close_chunk(writer, w);
}

static void keep_text(struct buf *into, const char *text, size_t len) {
    buf_clear(into);
    buf_add(into, text, len);
}

static void begin_call(struct growing *g, const struct chat_call *call) {
    g->calling = true;
    keep_text(&g->id, call->id, strlen(call->id));
    keep_text(&g->name, call->name, strlen(call->name));
    keep_text(&g->signature, call->signature.at, call->signature.len);
    keep_text(&g->args, "\"", 1);
}

/* The call that is whole now, if there is one. */
static void send_call(struct gemini_writer *writer, int choice) {
    struct growing *g = &writer->choice[choice];
    struct chat_call call = {.id = g->id.data, .name = g->name.data};
    if (!g->calling)
        return;
    g->calling = false;
    buf_clear(&writer->plain);
    buf_putc(&g->args, '"');
    if (!g->args.overflow)
        scan_unquote((struct span){g->args.data, g->args.len}, &writer->plain);
    call.args = (struct span){writer->plain.data, writer->plain.len};
    if (g->signature.len > 0)
        call.signature = (struct span){g->signature.data, g->signature.len};
    struct json_writer w = open_parts(writer);
    write_call(&w, &call);
    close_parts(writer, &w, choice);
}

static void send_text(struct gemini_writer *writer, const struct chat_event *event) {
    bool thought = event->kind == EVENT_THOUGHT;
    if (thought && !shows_thoughts(writer->base.head))
        return;
    struct json_writer w = open_parts(writer);
    write_text(&w, event->text, thought);
    close_parts(writer, &w, event->choice);
}

static void send_media(struct gemini_writer *writer, const struct chat_event *event) {
    struct json_writer w = open_parts(writer);
    write_media(&w, &event->media);
    close_parts(writer, &w, event->choice);
}

/* The last chunk: without a reason Google's clients take the answer as cut off. */
static void send_end(struct gemini_writer *writer) {
    static const struct span nothing = {"\"\"", 2};
    for (int i = 0; i < writer->choices; i++)
        send_call(writer, i);
    struct json_writer w = open_chunk(writer);
    for (int i = 0; i < writer->choices; i++) {
        if (i > 0 && !writer->choice[i].seen)
            continue;
        open_candidate(&w);
        write_text(&w, nothing, false);
        close_candidate(&w, i, reasons[writer->choice[i].stop]);
    }
    json_close(&w, ']');
    if (writer->has_usage)
        write_usage(&w, &writer->usage);
    close_chunk(writer, &w);
}

struct chat_writer *chat_gemini_new_writer(const struct chat_head *head, struct arena *arena,
                                           struct buf *out) {
    int64_t wanted = head->request->choices;
    int choices = wanted < 1 ? 1 : wanted > CHAT_CHOICES_MOST ? CHAT_CHOICES_MOST : (int)wanted;
    struct gemini_writer *writer =
        arena_alloc(arena, sizeof *writer + (size_t)choices * sizeof *writer->choice);
    writer->base = (struct chat_writer){head, arena, out};
    writer->choices = choices;
    buf_init(&writer->plain, ARGS_MOST);
    for (int i = 0; i < choices; i++) {
        struct growing *g = &writer->choice[i];
        buf_init(&g->id, ARGS_MOST);
        buf_init(&g->name, ARGS_MOST);
        buf_init(&g->signature, ARGS_MOST);
        buf_init(&g->args, ARGS_MOST);
    }
    arena_own(arena, writer, free_writer);
    return &writer->base;
}

static void write_content(struct gemini_writer *writer, const struct chat_event *event) {
    struct growing *g = &writer->choice[event->choice];
    g->seen = true;
    if (event->kind == EVENT_ARGS) {
        buf_add(&g->args, event->text.at + 1, event->text.len - 2);
        return;
    }
    send_call(writer, event->choice);
    switch (event->kind) {
    case EVENT_TEXT:
    case EVENT_REFUSAL:
    case EVENT_THOUGHT:
        send_text(writer, event);
        break;
    case EVENT_MEDIA:
        send_media(writer, event);
        break;
    case EVENT_CALL:
        begin_call(g, &event->call);
        break;
    case EVENT_STOP:
        g->stop = event->stop;
        break;
    default: /* nothing that this dialect could say */
        break;
    }
}

void chat_gemini_write_event(struct chat_writer *base, const struct chat_event *event) {
    struct gemini_writer *writer = (struct gemini_writer *)base;
    switch (event->kind) {
    case EVENT_BEGIN:
    case EVENT_FAIL:
        break;
    case EVENT_USAGE:
        writer->usage = event->usage;
        writer->has_usage = true;
        break;
    case EVENT_END:
        send_end(writer);
        break;
    default:
        if (event->choice < writer->choices) /* more than were asked for are none of the client's */
            write_content(writer, event);
    }
}

void chat_gemini_write_failure(struct chat_writer *writer, struct buf *out, const struct error *err) {
    (void)writer;
    buf_puts(out, "data: ");
    error_shape_gemini(out, err);
    buf_puts(out, "\r\n\r\n");
}
