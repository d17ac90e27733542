/* Two dialects: everything goes through the canonical form. */
#include <string.h>
#include <strings.h>

#include "canon/restore.h"
#include "relay/call.h"

#define WRITTEN_MOST ((size_t)64 << 20) /* bytes of output for one piece of input */

static struct relay *relay_of(struct chat_sink *sink) {
    return (struct relay *)((char *)sink - offsetof(struct relay, sink));
}

int relay_check_strict(struct relay *r) {
    const char *strict = request_header(r->x->request, "x-aihub-strict");
    const struct chat_list *dropped = r->request ? r->request->dropped : NULL;
    if (!dropped ||
        (!r->grant.strict && (!strict || (strcmp(strict, "1") != 0 && strcasecmp(strict, "true") != 0))))
        return 0;
    return error_param(r->err, ERR_REQUEST, dropped->name, "\"%s\" cannot be had from this model.",
                       dropped->name);
}

static void free_written(void *text) {
    buf_free(text);
}

/* What the client sent is written in other words now. The rest of the call needs settings and names of it,
 * which are in the arena. What it was counted for stays counted: what was written takes its place. */
static void forget_text(struct relay *r) {
    if (r->client->repeats_request || r->grant.keeps)
        return;
    buf_free(&r->body.bytes);
    r->ask.text = (struct span){0};
}

static int write_request(struct relay *r, struct errand *errand) {
    struct chat_target target = relay_target(r);
    struct span *body = arena_alloc(r->x->arena, sizeof *body);
    struct buf *text = arena_alloc(r->x->arena, sizeof *text);
    buf_init(text, BUF_MOST);
    arena_own(r->x->arena, text, free_written);
    if (r->provider->write_request(r->request, &target, text, r->err) < 0 || relay_check_strict(r) < 0)
        return -1;
    if (text->overflow)
        return error_set(r->err, ERR_TOO_LARGE, "The request is too large once it is translated.");
    buf_fit(text);
    forget_text(r);
    *body = (struct span){text->data, text->len};
    errand->url = relay_chat_url(r);
    errand->body = body;
    errand->parts = 1;
    return 0;
}

/* A provider's error goes on in its own words, unless these hold what is not the client's. */
static int fail(struct relay *r, const struct chat_event *event) {
    struct span words = event->text.at ? chat_unquote(r->x->arena, event->text) : (struct span){"", 0};
    relay_note_report(r, event->error);
    relay_settle(r, relay_failed(r), 200);
    if (words.len == 0 || relay_holds_secret(r, words))
        error_set(r->err, ERR_UPSTREAM, "The provider reported an error.");
    else
        error_set(r->err, ERR_UPSTREAM, "The provider reported an error: %.*s",
                  (int)(words.len < RELAY_WORDS_MOST ? words.len : RELAY_WORDS_MOST), words.at);
    r->err->code = event->error->code;
    return -1;
}

static void keep_state(struct relay *r, const struct chat_event *event) {
    if (event->kind == EVENT_CALL && event->call.signature.at && r->carry.how == CARRY_NOTHING)
        relay_keep_state(r, &event->call);
}

/* ---- what the reader tells ---------------------------------------------------------- */

/* Counts, keeps and ends; then an event goes on to the client's writer, or to the collection of a whole. */
static int tell(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct relay *r = relay_of(sink);
    meter_take(&r->meter, event);
    keep_state(r, event);
    if (relay_hear(r, event, err) < 0)
        return -1;
    if (event->kind == EVENT_FAIL)
        return fail(r, event);
    if (event->kind == EVENT_END && !meter_is_reported(&r->meter)) {
        struct chat_event usage = {.kind = EVENT_USAGE, .usage = relay_used(r)};
        if (chat_emit(r->told, &usage, err) < 0)
            return -1;
    }
    return chat_emit(r->told, event, err);
}

/* What a provider's reader writes to: names and ids, then opaque state, then the call's story, then `told`.
 */
static struct chat_sink *stages(struct relay *r, struct chat_sink *told) {
    struct arena *arena = r->x->arena;
    r->sink.take = tell;
    r->told = told;
    struct chat_sink *carried = carry_sink(carry_new(&r->carry, &r->sink, arena));
    return restore_sink(restore_new(r->request, carried, arena));
}

/* ---- a stream ----------------------------------------------------------------------- */

struct writing {
    struct chat_sink sink;
    struct relay *r;
};

static int write_told(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct relay *r = ((struct writing *)sink)->r;
    (void)err;
    if (event->kind == EVENT_END) { /* acknowledged before the client sees it */
        relay_settle(r, CALL_DONE, 200);
        r->ended = true;
    }
    r->client->write_event(r->writer, event);
    return 0;
}

static struct chat_sink *new_writing(struct relay *r) {
    struct writing *writing = arena_alloc(r->x->arena, sizeof *writing);
    *writing = (struct writing){{.take = write_told}, r};
    buf_init(&r->out, WRITTEN_MOST);
    r->writer = r->client->new_writer(&r->head, r->x->arena, &r->out);
    return stages(r, &writing->sink);
}

static void begin(struct relay *r) {
    if (!r->reader)
        r->reader = r->provider->new_reader(new_writing(r), r->x->arena);
}

static int send_written(struct relay *r) {
    if (r->out.len == 0)
        return 0;
    int rc = r->out.overflow ? error_set(r->err, ERR_UPSTREAM, "An event of the provider is too long.")
                             : relay_write(r, (struct span){r->out.data, r->out.len});
    buf_clear(&r->out);
    return rc;
}

static int take_event(struct relay *r, const struct sse_event *event) {
    if (r->ended || !event->data.at)
        return 0;
    begin(r);
    r->begun = true;
    int rc = r->provider->read_event(r->reader, event, r->err);
    relay_progress(r);
    int sent = send_written(r);
    return rc < 0 ? rc : sent;
}

static int close_stream(struct relay *r) {
    begin(r);
    if (r->ended)
        return 0;
    return r->provider->read_end(r->reader, r->err) < 0 ? -1 : send_written(r);
}

/* A provider that was asked for a stream and answered with a whole: the client gets its stream. */
static int stream_whole(struct relay *r, struct span text) {
    r->begun = true;
    int rc = r->provider->read_reply(text, new_writing(r), r->x->arena, r->err);
    return rc < 0 ? rc : send_written(r);
}

/* ---- a whole answer -------------------------------------------------------------------- */

static int finish_whole(struct relay *r, struct span text) {
    struct arena *arena = r->x->arena;
    if (r->ask.stream)
        return stream_whole(r, text);
    struct collect *collect = collect_new(arena);
    if (r->provider->read_reply(text, stages(r, collect_sink(collect)), arena, r->err) < 0)
        return -1;
    r->begun = true;
    relay_settle(r, CALL_DONE, 200);
    buf_init(&r->out, BUF_MOST);
    r->client->write_reply(&r->head, collect_reply(collect), &r->out);
    relay_keep_piece(r, (struct span){r->out.data, r->out.len});
    relay_begin_reply(r, 200);
    return reply_finish(r->x->reply, r->out.data, r->out.len, r->err);
}

const struct relay_way relay_translate = {.write = write_request,
                                          .take_event = take_event,
                                          .close_stream = close_stream,
                                          .finish_whole = finish_whole,
                                          .streams_whole = true};
