/* The same dialect on both sides: bytes pass, and are looked into. */
#include <string.h>

#include "relay/call.h"

static int write_request(struct relay *r, struct errand *errand) {
    struct chat_target target = relay_target(r);
    struct chat_change change = {
        .model = target.model,
        .ask_usage = !(target.quirks & CHAT_NO_STREAM_OPTIONS),
        .output_limit = relay_told_output(r),
        .completion_limit = target.quirks & CHAT_MAX_COMPLETION,
    };
    size_t total;
    errand->url = relay_chat_url(r);
    errand->body = r->client->edit(&r->ask, &change, r->x->arena, &errand->parts, &total);
    return 0;
}

/* The reader's events are only counted. */
static int look(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct relay *r = (struct relay *)((char *)sink - offsetof(struct relay, sink));
    (void)err;
    meter_take(&r->meter, event);
    r->kinds |= 1u << event->kind;
    if (event->kind == EVENT_FAIL)
        relay_note_report(r, event->error);
    return 0;
}

static void begin(struct relay *r) {
    if (r->reader)
        return;
    r->sink = (struct chat_sink){look, true};
    r->reader = r->client->new_reader(&r->sink, r->x->arena);
}

static bool ends_in(struct span text, const char *end) {
    size_t len = strlen(end);
    return text.len >= len && memcmp(text.at + text.len - len, end, len) == 0;
}

/* The settlement is acknowledged before the client sees the end, which it sees whole. */
static int end_stream(struct relay *r, struct span raw) {
    bool whole = ends_in(raw, "\n\n") || ends_in(raw, "\n\r\n");
    relay_settle(r, CALL_DONE, 200);
    r->ended = true;
    if (!whole && r->client->end)
        raw = (struct span){r->client->end, strlen(r->client->end)};
    return relay_write(r, raw);
}

/* An error goes on in other words. */
static int withhold(struct relay *r) {
    r->reader->withheld = true;
    return error_set(r->err, ERR_UPSTREAM, "The provider reported an error.");
}

static int fail_stream(struct relay *r, struct span raw) {
    relay_settle(r, relay_failed(r), 200);
    if (relay_holds_secret(r, raw))
        return withhold(r);
    error_set(r->err, ERR_UPSTREAM, "The provider reported an error.");
    r->ended = true; /* the provider's own words are the better ones */
    relay_write(r, raw);
    return -1;
}

/* Not every error event is the last one, and so a failure to its reader. */
static bool tells_secret(const struct relay *r, const struct sse_event *event) {
    static const char error[] = "error";
    return event->name.at && event->name.len == strlen(error) &&
           memcmp(event->name.at, error, strlen(error)) == 0 && relay_holds_secret(r, event->raw);
}

/* Only usage, which the client did not ask for. */
static bool is_surplus(const struct relay *r) {
    return r->client->usage_on_request && !r->ask.usage_asked && r->reader->only_usage;
}

/* Where a stream has no end but that of its bytes, what says that the choices stop waits for it. */
static int write_or_hold(struct relay *r, struct span raw) {
    if (r->held.at) {
        struct span held = r->held;
        r->held = (struct span){0};
        if (relay_write(r, held) < 0)
            return -1;
    }
    if (!r->client->ends_with_bytes || !r->reader->stopped)
        return relay_write(r, raw);
    r->held = chat_keep(r->x->arena, raw);
    return 0;
}

static int take_event(struct relay *r, const struct sse_event *event) {
    if (r->ended)
        return 0;
    if (!event->data.at)
        return r->client->keep_alive ? relay_write(r, event->raw) : 0; /* a comment, which some cannot read */
    begin(r);
    r->begun = true;
    r->kinds = 0;
    int rc = r->client->read_event(r->reader, event, r->err);
    relay_progress(r);
    if (rc < 0)
        return -1;
    if (r->kinds & 1u << EVENT_FAIL)
        return fail_stream(r, event->raw);
    if (tells_secret(r, event))
        return withhold(r);
    if (r->kinds & 1u << EVENT_END)
        return end_stream(r, event->raw);
    return is_surplus(r) ? 0 : write_or_hold(r, event->raw);
}

static int close_stream(struct relay *r) {
    begin(r);
    if (r->ended)
        return 0;
    r->kinds = 0;
    if (r->client->read_end(r->reader, r->err) < 0)
        return -1;
    if (r->kinds & 1u << EVENT_FAIL)
        return error_set(r->err, ERR_UPSTREAM, "The provider reported an error.");
    struct span last =
        r->held.at ? r->held : (struct span){r->client->end, r->client->end ? strlen(r->client->end) : 0};
    return end_stream(r, last);
}

static int finish_whole(struct relay *r, struct span text) {
    r->sink = (struct chat_sink){look, true};
    if (r->client->read_reply(text, &r->sink, r->x->arena, r->err) < 0)
        return -1;
    if (r->kinds & 1u << EVENT_FAIL)
        return error_set(r->err, ERR_UPSTREAM, "The provider reported an error.");
    r->begun = true;
    relay_settle(r, CALL_DONE, 200);
    relay_keep_piece(r, text);
    relay_begin_reply(r, 200);
    return reply_finish(r->x->reply, text.at, text.len, r->err);
}

const struct relay_way relay_pass = {.write = write_request,
                                     .take_event = take_event,
                                     .close_stream = close_stream,
                                     .finish_whole = finish_whole};
