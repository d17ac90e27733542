/* Two dialects: everything goes through the canonical form. */
#include <string.h>
#include <strings.h>

#include "canon/restore.h"
#include "relay/call.h"

#define WRITTEN_MOST ((size_t)64 << 20) /* bytes of output for one piece of input */

static struct relay *relay_of(struct chat_sink *sink) {
    return (struct relay *)((char *)sink - offsetof(struct relay, sink));
}

/* Who asks strictly wants no answer to less than was asked. */
static int check_strict(struct relay *r) {
    const char *strict = request_header(r->x->request, "x-aihub-strict");
    const struct chat_list *dropped = r->request->dropped;
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
    if (r->client->repeats_request)
        return;
    buf_free(&r->body.bytes);
    r->ask.text = (struct span){0};
}

static const struct span *write_body(struct relay *r, size_t *parts) {
    struct chat_target target = relay_target(r);
    struct span *body = arena_alloc(r->x->arena, sizeof *body);
    struct buf *text = arena_alloc(r->x->arena, sizeof *text);
    buf_init(text, (size_t)1 << 31);
    arena_own(r->x->arena, text, free_written);
    if (r->provider->write_request(r->request, &target, text, r->err) < 0 || check_strict(r) < 0)
        return NULL;
    if (text->overflow) {
        error_set(r->err, ERR_TOO_LARGE, "The request is too large once it is translated.");
        return NULL;
    }
    buf_fit(text);
    forget_text(r);
    *body = (struct span){text->data, text->len};
    *parts = 1;
    return body;
}

/* A provider's error goes on in its own words, unless these hold what is not the client's. */
static int fail(struct relay *r, const struct chat_event *event) {
    struct span words = event->text.at ? chat_unquote(r->x->arena, event->text) : (struct span){"", 0};
    relay_settle(r, r->meter.deltas ? CALL_BROKEN : CALL_FAILED, 200);
    if (words.len == 0 || relay_holds_secret(r, words))
        return error_set(r->err, ERR_UPSTREAM, "The provider reported an error within the stream.");
    return error_set(r->err, ERR_UPSTREAM, "The provider reported an error: %.*s",
                     (int)(words.len < 200 ? words.len : 200), words.at);
}

static void keep_state(struct relay *r, const struct chat_event *event) {
    if (event->kind == EVENT_CALL && event->call.signature.at && r->client->carries == CARRY_NOTHING)
        relay_keep_state(r, &event->call);
}

/* ---- a stream ----------------------------------------------------------------------- */

static int tell(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct relay *r = relay_of(sink);
    (void)err;
    meter_take(&r->meter, event);
    if (event->kind == EVENT_FAIL)
        return fail(r, event);
    if (event->kind == EVENT_END && !meter_is_reported(&r->meter))
        r->client->write_event(r->writer, &(struct chat_event){.kind = EVENT_USAGE, .usage = relay_used(r)});
    if (event->kind == EVENT_END) { /* acknowledged before the client sees it */
        relay_settle(r, CALL_DONE, 200);
        r->ended = true;
    }
    keep_state(r, event);
    r->client->write_event(r->writer, event);
    return 0;
}

/* What a provider's reader writes to: names and ids, then opaque state, then `last`. */
static struct chat_sink *stages(struct relay *r, struct chat_sink *last) {
    struct arena *arena = r->x->arena;
    struct chat_sink *carried = carry_sink(carry_new(&r->carry, last, arena));
    return restore_sink(restore_new(r->request, carried, arena));
}

static void begin(struct relay *r) {
    if (r->reader)
        return;
    struct arena *arena = r->x->arena;
    buf_init(&r->out, WRITTEN_MOST);
    r->sink.take = tell;
    r->writer = r->client->new_writer(&r->head, arena, &r->out);
    r->reader = r->provider->new_reader(stages(r, &r->sink), arena);
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
    struct arena *arena = r->x->arena;
    begin(r);
    r->begun = true;
    int rc = r->provider->read_reply(text, stages(r, &r->sink), arena, r->err);
    return rc < 0 ? rc : send_written(r);
}

/* ---- a whole answer -------------------------------------------------------------------- */

struct folding {
    struct chat_sink sink;
    struct relay *r;
    struct collect *collect;
};

static int fold(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct folding *folding = (struct folding *)sink;
    meter_take(&folding->r->meter, event);
    keep_state(folding->r, event);
    if (event->kind == EVENT_FAIL)
        return fail(folding->r, event);
    if (event->kind == EVENT_END && !meter_is_reported(&folding->r->meter))
        chat_emit(collect_sink(folding->collect),
                  &(struct chat_event){.kind = EVENT_USAGE, .usage = relay_used(folding->r)}, err);
    return chat_emit(collect_sink(folding->collect), event, err);
}

static int finish_whole(struct relay *r, struct span text) {
    struct arena *arena = r->x->arena;
    if (r->ask.stream)
        return stream_whole(r, text);
    struct folding folding = {{.take = fold}, r, collect_new(arena)};
    if (r->provider->read_reply(text, stages(r, &folding.sink), arena, r->err) < 0)
        return -1;
    r->begun = true;
    relay_settle(r, CALL_DONE, 200);
    buf_init(&r->out, (size_t)1 << 31);
    r->client->write_reply(&r->head, collect_reply(folding.collect), &r->out);
    relay_begin_reply(r, 200);
    return reply_finish(r->x->reply, r->out.data, r->out.len, r->err);
}

const struct relay_way relay_translate = {write_body, take_event, close_stream, finish_whole, true};
