/* A task in the same language on both sides: bytes pass, and are looked into. */
#include <string.h>

#include "dialects/answer.h"
#include "providers/tasks.h"
#include "relay/call.h"

static int write_request(struct relay *r, struct errand *errand) {
    struct arena *arena = r->x->arena;
    const struct provider_config *provider = r->target.provider;
    size_t total;
    errand->url = provider_task_url(provider->row, provider->base_url,
                                    r->served->path(r->task, r->target.model, arena), arena);
    if (r->served->answers_bytes && !r->task->stream)
        errand->accept = "Accept: */*";
    if (r->task->form)
        return relay_write_form(r, errand);
    errand->body = task_edit(r->asked, r->task, r->target.model, arena, &errand->parts, &total);
    return 0;
}

/* ---- a whole answer ----------------------------------------------------------- */

/* Whether a request that passes is answered in another language. */
static bool is_rewritten(const struct relay *r) {
    return r->served != r->asked && r->asked->write_reply;
}

static int look(struct relay *r, struct span text, bool *fits) {
    struct scan_want none;
    *fits = true;
    if (r->served->look)
        return r->served->look(text, r->task, &r->answered, fits, r->err);
    if (answer_look(text, &none, 0, r->err) < 0)
        return -1;
    task_read_usage(text, &r->answered);
    return 0;
}

/* To a client that asked for a stream, too, where that can be made of it. */
static int finish_whole(struct relay *r, struct span text) {
    bool fits = !is_rewritten(r);
    if (r->task->stream && !r->asked->write_stream)
        return error_set(r->err, ERR_UPSTREAM, "The provider answered as a whole to a request that streams.");
    if (fits && look(r, text, &fits) < 0)
        return -1;
    if (!fits || r->task->stream)
        return relay_task_translate.finish_whole(r, text);
    r->begun = true;
    relay_settle(r, CALL_DONE, 200);
    relay_begin_reply(r, 200);
    return reply_finish(r->x->reply, text.at, text.len, r->err);
}

/* ---- an answer in bytes --------------------------------------------------------- */

static bool begins(const char *text, const char *with) {
    return strncmp(text, with, strlen(with)) == 0;
}

/* Neither an error page nor what a proxy says is what was asked for, nor anything that browsers run. */
static bool is_medium(const char *type) {
    static const char *const others[] = {"application/octet-stream", "application/x-subrip", "text/plain",
                                         "text/vtt"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcmp(type, others[i]) == 0)
            return true;
    return begins(type, "audio/") && !type[6 + strspn(type + 6, "abcdefghijklmnopqrstuvwxyz0123456789.+-_")];
}

static bool is_text(const char *type) {
    return begins(type, "text/");
}

/* Some models that do not stream answer whole, whatever is asked of them: OpenAI says so of whisper-1. */
static void forget_stream(struct relay *r) {
    if (r->x->reply->state == REPLY_FRESH)
        r->ask.stream = r->task->stream = false;
}

static int begin_bytes(struct relay *r, const struct upstream_head *head) {
    const char *type = head->content_type;
    bool json = begins(type, "application/json");
    if (!r->served->answers_bytes)
        return 0;
    if (!json && !is_medium(type))
        return error_set(r->err, ERR_UPSTREAM, "The provider answered with content type \"%.60s\".", type);
    forget_stream(r);
    if (json || r->task->stream || is_rewritten(r))
        return 0;
    r->bytes = true;
    r->length = head->length;
    r->type = arena_printf(r->x->arena, "%s%s", type, is_text(type) ? "; charset=utf-8" : "");
    return 1;
}

static void begin_answer(struct relay *r) {
    relay_begin_answer(r, 200, r->type);
    reply_header(r->x->reply, "X-Content-Type-Options", "nosniff");
    if (r->length >= 0) /* so that an answer which breaks off is seen to be cut */
        reply_header_number(r->x->reply, "Content-Length", r->length);
}

static int take_bytes(struct relay *r, struct span bytes) {
    if (!r->begun) {
        r->begun = true;
        relay_progress(r);
        begin_answer(r);
    }
    return reply_write(r->x->reply, bytes.at, bytes.len, r->err);
}

/* Where nobody spoke there are no subtitles; but there is no sound without a byte. */
static int end_bytes(struct relay *r) {
    if (!r->begun && !is_text(r->type))
        return error_set(r->err, ERR_UPSTREAM, "The provider answered with nothing.");
    relay_settle(r, CALL_DONE, 200);
    if (!r->begun)
        begin_answer(r);
    return reply_write(r->x->reply, "", 0, r->err) < 0 ? -1 : reply_flush(r->x->reply, r->err);
}

/* ---- a stream --------------------------------------------------------------------- */

static bool is_failure(const struct sse_event *event) {
    struct scan_want error = {.name = "error"};
    scan_members(event->data, &error, 1);
    return error.type == SCAN_OBJECT;
}

static int fail_stream(struct relay *r, struct span raw) {
    r->fault.kind = FAULT_REPORTED;
    relay_settle(r, r->begun ? CALL_BROKEN : CALL_FAILED, 200);
    error_set(r->err, ERR_UPSTREAM, "The provider reported an error.");
    if (!relay_holds_secret(r, raw)) {
        r->ended = true; /* the provider's own words are the better ones */
        relay_write(r, raw);
    }
    return -1;
}

static int take_event(struct relay *r, const struct sse_event *event) {
    struct scan_want none;
    if (r->ended)
        return 0;
    if (!event->data.at || answer_is_done(event))
        return relay_write(r, event->raw);
    if (answer_look(event->data, &none, 0, r->err) < 0)
        return -1;
    if (is_failure(event))
        return fail_stream(r, event->raw);
    r->begun = true;
    if (r->served->look_event && r->served->look_event(event->data, r->task, &r->answered)) {
        relay_settle(r, CALL_DONE, 200);
        r->ended = true;
    } else
        relay_progress(r); /* only before: then its slot may be another call's */
    return relay_write(r, event->raw);
}

static int close_stream(struct relay *r) {
    return r->ended ? 0 : answer_cut(r->err);
}

const struct relay_way relay_task_pass = {.write = write_request,
                                          .take_event = take_event,
                                          .close_stream = close_stream,
                                          .finish_whole = finish_whole,
                                          .streams_whole = true,
                                          .begin_bytes = begin_bytes,
                                          .take_bytes = take_bytes,
                                          .end_bytes = end_bytes};
