/* The story of one model call. */
#include "relay.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/sse.h"
#include "dialects/chat_openai.h"
#include "front/body.h"
#include "gate/caller.h"
#include "route/choose.h"
#include "upstream/demo.h"

#define EVENT_MAX   (8u << 20)   /* bytes of one event of a stream */
#define REFUSAL_MAX (256u << 10) /* bytes of a provider's error body */
#define SHORT_BODY  (64u << 10)  /* read before the key is looked up, as the reservation does that anyway */
#define RETRY_MAX   86400        /* seconds; what a provider may tell a client to wait */

struct relay {
    struct exchange *x;
    struct error *err;
    struct caller caller;
    struct body body; /* the client's */
    struct chat_openai_request request;
    struct target target;
    struct call *call;
    struct call_grant grant;
    struct call_result result;
    bool settled;

    int status; /* the provider's */
    char retry_after[64];
    bool streams; /* the answer is an event stream */
    bool begun;   /* an event, or a byte of an answer, came */
    bool ended;   /* the stream's end was written */
    struct sse sse;
    struct buf answer; /* of a call that does not stream, or of a refusal */
    struct chat_openai_tally tally;
};

static struct ledger *ledger_of(const struct relay *r) {
    return hub_ledger(r->x->hub, r->x->config);
}

/* ---- before the provider ---------------------------------------------------- */

static int read_call(struct relay *r, bool always_stream) {
    struct exchange *x = r->x;
    struct body_rules rules = exchange_body_rules(x);
    if (body_read(x->request, &rules, &r->body, r->err) < 0)
        return -1;
    struct span text = {r->body.bytes.data, r->body.bytes.len};
    if (chat_openai_read_request(text, always_stream, x->arena, &r->request, r->err) < 0)
        return -1;
    x->trace.model = r->request.model;
    return choose_target(x->config, r->request.model, x->arena, &r->target, r->err);
}

/* A caller without a valid key learns that, and nothing about what else is wrong. */
static int refuse_stranger(struct relay *r) {
    struct key key;
    struct user user;
    struct error auth = {0};
    if (caller_find(r->x, &r->caller, &key, &user, &auth) == 0 ||
        (auth.kind != ERR_AUTH && auth.kind != ERR_LIMIT))
        return 0;
    *r->err = auth;
    return -1;
}

static int64_t most_output(const struct relay *r) {
    if (r->request.max_output)
        return r->request.max_output;
    return r->target.max_output ? r->target.max_output : r->x->config->default_max_output;
}

/* Whose balance or limit it was, for the log. */
static void note_refused(struct relay *r) {
    struct key key;
    struct user user;
    struct error ignored = {0};
    if (r->err->kind == ERR_CREDIT ||
        (r->err->kind == ERR_LIMIT && strcmp(r->err->code, LEDGER_WRONG_KEYS) != 0))
        caller_find(r->x, &r->caller, &key, &user, &ignored);
}

static int reserve(struct relay *r) {
    struct exchange *x = r->x;
    struct call_ask ask = {
        .origin = r->caller.origin,
        .provider = r->target.provider->name,
        .model = r->request.model,
        .price = r->target.price,
        .prompt = r->request.prompt,
        .output = most_output(r),
        .choices = r->request.choices,
        .stream = r->request.stream,
    };
    memcpy(ask.key_hash, r->caller.hash, sizeof ask.key_hash);
    if (ledger_reserve(ledger_of(r), &ask, &r->call, &r->grant, r->err) < 0) {
        note_refused(r);
        return -1;
    }
    char id[CALL_ID_TEXT];
    x->id = arena_strdup(x->arena, call_id_write(call_id(r->call), id));
    x->trace.called = true;
    x->trace.user = arena_strdup(x->arena, r->grant.user_name);
    x->trace.key = r->grant.key;
    x->trace.provider = r->target.provider->name;
    return 0;
}

/* ---- after it --------------------------------------------------------------- */

/* What was used so far. An estimate stays within what the provider was allowed to produce; the default
 * limit only reserves, the provider is not told of it. */
static struct usage used(const struct relay *r) {
    struct usage usage = chat_openai_usage(&r->tally, r->request.prompt);
    bool bounded = r->request.max_output || r->target.max_output || r->grant.output < most_output(r);
    int64_t most = r->grant.output * r->request.choices;
    if (!chat_openai_is_reported(&r->tally) && bounded && usage.output > most)
        usage.output = most;
    return usage;
}

static void settle(struct relay *r, enum call_outcome outcome, int status) {
    struct trace *trace = &r->x->trace;
    if (r->settled)
        return;
    r->settled = true;
    r->result = (struct call_result){
        .outcome = outcome,
        .usage = used(r),
        .estimated = !chat_openai_is_reported(&r->tally),
        .status = status,
    };
    trace->cost = ledger_settle(ledger_of(r), r->call, &r->result);
    trace->outcome = call_outcome_name(outcome);
    if (outcome != CALL_FAILED)
        trace->usage = r->result.usage;
}

/* How a call that failed with this error ends in the ledger. */
static enum call_outcome outcome_of(const struct relay *r, const struct error *err) {
    if (err->kind == ERR_GONE || (err->kind == ERR_UNAVAILABLE && request_gone(r->x->request)))
        return CALL_ABORTED;
    if (err->kind == ERR_UNAVAILABLE)
        return CALL_INTERRUPTED;
    return r->begun ? CALL_BROKEN : CALL_FAILED;
}

/* ---- a stream --------------------------------------------------------------- */

static void tell_call(struct relay *r) {
    struct reply *reply = r->x->reply;
    reply_header(reply, "x-request-id", exchange_id(r->x));
    if (r->grant.output < most_output(r))
        reply_header_number(reply, "x-aihub-max-output", r->grant.output);
}

static void begin_reply(struct relay *r, int status) {
    reply_begin(r->x->reply, status, "application/json");
    tell_call(r);
}

static void begin_stream(struct relay *r) {
    if (r->x->reply->state != REPLY_FRESH)
        return;
    reply_begin_events(r->x->reply);
    tell_call(r);
}

static int write_raw(struct relay *r, struct span raw) {
    begin_stream(r);
    return reply_write(r->x->reply, raw.at, raw.len, r->err);
}

static bool ends_in(struct span text, const char *end) {
    size_t len = strlen(end);
    return text.len >= len && memcmp(text.at + text.len - len, end, len) == 0;
}

/* The settlement is acknowledged before the client sees the end, which it sees whole. */
static int end_stream(struct relay *r, struct span raw) {
    bool whole = ends_in(raw, "\n\n") || ends_in(raw, "\n\r\n");
    settle(r, CALL_DONE, 200);
    r->ended = true;
    return write_raw(r, whole ? raw : (struct span){chat_openai_end, strlen(chat_openai_end)});
}

/* Some providers repeat the key in their errors. One that spells plain letters as escapes might hide it so.
 */
static bool holds_secret(const struct relay *r, struct span text) {
    const char *key = r->target.provider->key;
    if (!key || !*key)
        return false;
    return memmem(text.at, text.len, key, strlen(key)) || memmem(text.at, text.len, "\\u00", 4) ||
           memmem(text.at, text.len, "\\/", 2);
}

static int take_event(void *arg, const struct sse_event *event, struct error *err) {
    struct relay *r = arg;
    if (r->ended)
        return 0;
    if (!event->data.at)
        return write_raw(r, event->raw); /* a comment */
    r->begun = true;
    enum chat_openai_event kind = chat_openai_read_event(event->data, &r->tally, err);
    struct usage so_far = used(r);
    call_progress(r->call, &so_far);
    switch (kind) {
    case CHAT_EVENT_DONE:
        return end_stream(r, event->raw);
    case CHAT_EVENT_USAGE:
        return r->request.usage_asked ? write_raw(r, event->raw) : 0;
    case CHAT_EVENT_ERROR: /* the provider's own words are the better ones */
        settle(r, r->tally.deltas ? CALL_BROKEN : CALL_FAILED, 200);
        r->ended = !holds_secret(r, event->raw);
        if (r->ended)
            write_raw(r, event->raw);
        return -1;
    case CHAT_EVENT_INVALID:
        return -1;
    case CHAT_EVENT_PLAIN:
    default:
        return write_raw(r, event->raw);
    }
}

static int take_silence(void *arg, struct error *err) {
    struct relay *r = arg;
    if (!r->request.stream)
        return 0;
    begin_stream(r);
    if (reply_write(r->x->reply, chat_openai_keep_alive, strlen(chat_openai_keep_alive), err) < 0)
        return -1;
    return reply_flush(r->x->reply, err);
}

/* A stream whose bytes ended well but without [DONE]: complete if it had come to a finish reason. */
static int close_stream(struct relay *r) {
    if (sse_finish(&r->sse, take_event, r, r->err) < 0)
        return -1;
    if (!r->ended && !r->tally.finished)
        return error_set(r->err, ERR_UPSTREAM,
                         "The provider ended the stream before the answer was complete.");
    if (!r->ended && end_stream(r, (struct span){chat_openai_end, strlen(chat_openai_end)}) < 0)
        return -1;
    return reply_flush(r->x->reply, r->err);
}

/* The second place that turns an error into bytes: within the stream. */
static void break_stream(struct relay *r) {
    struct error ignored = {0};
    struct buf event;
    if (r->ended || r->err->kind == ERR_GONE) {
        reply_flush(r->x->reply, &ignored);
        return;
    }
    buf_init(&event, 4096);
    chat_openai_write_error_event(&event, r->err);
    if (reply_write(r->x->reply, event.data, event.len, &ignored) == 0)
        reply_flush(r->x->reply, &ignored);
    buf_free(&event);
}

/* ---- the provider's answer ---------------------------------------------------- */

static int take_head(void *arg, const struct upstream_head *head, struct error *err) {
    struct relay *r = arg;
    r->status = head->status;
    snprintf(r->retry_after, sizeof r->retry_after, "%s", head->retry_after);
    if (head->status != 200) {
        buf_init(&r->answer, REFUSAL_MAX);
        return 0;
    }
    r->streams = strcmp(head->content_type, "text/event-stream") == 0;
    if (r->streams != r->request.stream)
        return error_set(err, ERR_UPSTREAM,
                         "The provider answered with content type \"%.60s\" to a request that %s.",
                         head->content_type, r->request.stream ? "streams" : "does not stream");
    buf_init(&r->answer, (size_t)r->x->config->answer_limit);
    return 0;
}

static int take_body(void *arg, const char *bytes, size_t len, struct error *err) {
    struct relay *r = arg;
    if (r->status == 200 && r->streams)
        return sse_feed(&r->sse, bytes, len, take_event, r, err);
    buf_add(&r->answer, bytes, len);
    if (r->answer.overflow && r->status != 200)
        return error_set(err, ERR_UPSTREAM, "The provider answered with status %d and no end of words.",
                         r->status);
    if (r->answer.overflow)
        return error_set(err, ERR_UPSTREAM, "The provider's answer is larger than the limit of %ld bytes.",
                         r->x->config->answer_limit);
    return 0;
}

/* Events that came together leave together. */
static int take_pause(void *arg, struct error *err) {
    struct relay *r = arg;
    return r->x->reply->state == REPLY_BODY ? reply_flush(r->x->reply, err) : 0;
}

static int finish_whole(struct relay *r) {
    struct span text = {r->answer.data ? r->answer.data : "", r->answer.len};
    if (chat_openai_read_answer(text, &r->tally, r->err) < 0)
        return -1;
    r->begun = true;
    settle(r, CALL_DONE, 200);
    begin_reply(r, 200);
    return reply_finish(r->x->reply, text.at, text.len, r->err);
}

/* The hub's own credentials or account failed at the provider: nothing that the client could mend. */
static bool is_ours(int status) {
    return status == 401 || status == 402 || status == 403 || status == 407;
}

/* The status that a client sees for a provider's refusal. */
static int refusal_status(int status) {
    if (status == 408)
        return 504;
    if (status == 529)
        return 503;
    return is_ours(status) || status < 400 || status > 599 ? 502 : status;
}

/* A provider's error in our dialect goes on as it came; anything else becomes ours. */
static int refuse_as_provider(struct relay *r) {
    struct reply *reply = r->x->reply;
    struct span text = {r->answer.data ? r->answer.data : "", r->answer.len};
    int status = refusal_status(r->status);
    bool ours = is_ours(r->status);
    settle(r, CALL_FAILED, status);
    if (ours)
        log_line("provider %s refused the hub with status %d: check its key and account",
                 r->target.provider->name, r->status);
    if (!ours && status == r->status && reply->state == REPLY_FRESH && chat_openai_is_error(text) &&
        !holds_secret(r, text)) {
        begin_reply(r, status);
        if (*r->retry_after && strspn(r->retry_after, "0123456789") == strlen(r->retry_after))
            reply_header(reply, "Retry-After", r->retry_after);
        return reply_finish(reply, text.at, text.len, r->err);
    }
    if (ours)
        error_set(r->err, ERR_UPSTREAM, "The provider refused the hub's credentials or account (status %d).",
                  r->status);
    else
        error_set(r->err, ERR_UPSTREAM, "The provider answered with status %d.", r->status);
    r->err->status = status;
    long seconds = strtol(r->retry_after, NULL, 10); /* 0 where it is a date */
    r->err->retry_after = (int)(seconds > RETRY_MAX ? RETRY_MAX : seconds < 0 ? 0 : seconds);
    return -1;
}

static int finish_call(struct relay *r) {
    if (r->status != 200)
        return refuse_as_provider(r);
    return r->streams ? close_stream(r) : finish_whole(r);
}

/* ---- the way to the provider --------------------------------------------------- */

static bool is_complete(void *arg) {
    const struct relay *r = arg;
    return r->ended;
}

static bool client_gone(void *arg) {
    struct relay *r = arg;
    return request_gone(r->x->request);
}

static struct span *write_body(struct relay *r, size_t *parts) {
    const struct provider *row = r->target.provider->row;
    struct chat_openai_change change = {
        .model = r->target.model,
        .ask_usage = !(row->quirks & PROVIDER_NO_STREAM_OPTIONS),
        .output_limit = r->grant.output < most_output(r) ? r->grant.output : 0,
        .completion_limit = row->quirks & PROVIDER_MAX_COMPLETION,
    };
    size_t total;
    return chat_openai_write_request(&r->request, &change, r->x->arena, parts, &total);
}

static int forward(struct relay *r) {
    const struct config *config = r->x->config;
    const struct provider_config *provider = r->target.provider;
    struct arena *arena = r->x->arena;
    const char *headers[4];
    size_t count = 0, parts;
    struct span *body = write_body(r, &parts);
    headers[count++] = "Content-Type: application/json";
    headers[count++] = r->request.stream ? "Accept: text/event-stream" : "Accept: application/json";
    headers[count++] = arena_printf(arena, "X-Request-Id: %s", r->x->id);
    if (provider->key)
        headers[count++] = arena_printf(arena, "Authorization: Bearer %s", provider->key);
    struct upstream_request request = {
        .method = "POST",
        .url = arena_printf(arena, "%s/chat/completions", provider->base_url),
        .headers = headers,
        .header_count = count,
        .body = body,
        .body_parts = parts,
        .connect_timeout = config->connect_timeout,
        .first_byte_timeout = config->first_byte_timeout,
        .idle_timeout = config->idle_timeout,
        .total_timeout = config->total_timeout,
        .silence_timeout = config->keep_alive,
        .client_fd = r->x->request->source->fd,
        .stop_fd = r->x->hub->stop_fd,
    };
    struct upstream_sink sink = {
        .head = take_head,
        .body = take_body,
        .pause = take_pause,
        .silence = take_silence,
        .complete = is_complete,
        .client_gone = client_gone,
        .arg = r,
    };
    call_forwarded(r->call);
    if (provider->row->transport == PROVIDER_DEMO)
        return demo_call(&request, provider->demo_gap_ms, &sink, r->err);
    return upstream_call(r->x->hub->upstream, &request, &sink, r->err);
}

/* An operator with several providers wants to know which one it was. */
static void name_provider(struct relay *r) {
    struct error *err = r->err;
    char words[sizeof err->message];
    if (err->kind != ERR_UPSTREAM && err->kind != ERR_TIMEOUT)
        return;
    memcpy(words, err->message, sizeof words);
    snprintf(err->message, sizeof err->message, "%.80s: %.200s", r->target.provider->name, words);
}

static int run_call(struct relay *r) {
    int rc = forward(r);
    if (rc == 0)
        rc = finish_call(r);
    if (rc == 0)
        return 0;
    name_provider(r);
    settle(r, outcome_of(r, r->err), r->x->reply->state == REPLY_FRESH ? r->err->status : 200);
    if (r->x->reply->state != REPLY_FRESH && r->request.stream)
        break_stream(r);
    return -1;
}

int relay_chat(struct exchange *x, bool always_stream, struct error *err) {
    struct relay r = {.x = x, .err = err};
    caller_read(x, &r.caller);
    if (!body_is_short(x->request, SHORT_BODY) && refuse_stranger(&r) < 0)
        return -1;
    sse_init(&r.sse, EVENT_MAX);
    int rc = read_call(&r, always_stream);
    if (rc < 0)
        refuse_stranger(&r);
    else if ((rc = reserve(&r)) == 0)
        rc = run_call(&r);
    sse_free(&r.sse);
    buf_free(&r.answer);
    body_free(&r.body);
    return rc;
}
