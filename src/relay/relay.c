/* The story of one model call. */
#include "relay/relay.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "gate/allowance.h"
#include "gate/offers.h"
#include "gate/state_key.h"
#include "relay/call.h"
#include "upstream/demo.h"

#define MEMORY_STEP (64l << 10)
#define EVENT_MAX   (8u << 20)   /* bytes of one event of a stream */
#define REFUSAL_MAX (256u << 10) /* bytes of a provider's error body */
#define SHORT_BODY  (64u << 10)  /* read before the key is looked up, as the reservation does that anyway */
#define PASSED_MOST 4            /* header fields of a client that go on */
#define GROWN_MOST  (1u << 20)   /* bytes of what takes the place of state in a request */

static struct ledger *ledger_of(const struct relay *r) {
    return hub_ledger(r->x->hub, r->x->config);
}

/* As streams grow in small pieces, it is taken in larger ones. */
bool relay_take_memory(struct relay *r, size_t bytes) {
    long wanted = r->memory + (long)bytes - BODY_SMALL - r->taken;
    if (wanted > 0) {
        long step = wanted > MEMORY_STEP ? wanted : MEMORY_STEP;
        if (!budget_take(&r->x->hub->body_memory, step, r->x->config->body_memory))
            return false;
        r->taken += step;
    }
    r->memory += (long)bytes;
    return true;
}

void relay_give_memory(struct relay *r, size_t bytes) {
    r->memory -= (long)bytes;
    long needed = r->memory > BODY_SMALL ? r->memory - BODY_SMALL : 0;
    if (r->taken > needed) {
        budget_give(&r->x->hub->body_memory, r->taken - needed);
        r->taken = needed;
    }
}

/* ---- before the provider ---------------------------------------------------- */

static void choose_way(struct relay *r) {
    r->provider = provider_dialect(r->target.provider->row, r->target.quirks, r->client);
    r->way = r->provider == r->client && !r->conversation ? &relay_pass : &relay_translate;
}

/* Whether there may be state in a request that the hub sealed: a seal is a whole JSON string. */
static bool has_mark(struct span text) {
    static const char mark[] = "\"" SEAL_MARK;
    return memmem(text.at, text.len, mark, sizeof mark - 1) != NULL;
}

/* The conversation may have gone on with somebody else before: what the hub sealed then comes off a request
 * that passes. What is left is looked at as if it had come so. */
static int unseal_request(struct relay *r) {
    struct exchange *x = r->x;
    struct buf text;
    if (!r->client->unseal || !has_mark(r->ask.text))
        return 0;
    struct chat_request *notes = arena_alloc(x->arena, sizeof *notes);
    notes->arena = x->arena;
    buf_init(&text, r->ask.text.len + GROWN_MOST);
    buf_reserve(&text, r->ask.text.len);
    if (!r->client->unseal(&r->ask, r->target.quirks, notes, &text)) {
        buf_free(&text);
        return 0;
    }
    r->request = notes;
    buf_free(&r->body.bytes);
    r->body.bytes = text;
    if (text.overflow)
        return error_set(r->err, ERR_TOO_LARGE, "The request is too large without the state in it.");
    return r->client->look((struct span){text.data, text.len}, x->arena, &r->ask, r->err);
}

/* All of a request that has to be said in another dialect, with the state that belongs to it. */
static int read_request(struct relay *r) {
    struct exchange *x = r->x;
    r->carry = (struct carry_way){
        .how = r->conversation ? CARRY_NOTHING : r->client->carries, /* the client brings no history back */
        .provider = r->target.provider->name,
    };
    if (state_key(x->config->data_dir, r->carry.key, r->err) < 0)
        return -1;
    r->request = arena_alloc(x->arena, sizeof *r->request);
    *r->request = (struct chat_request){
        .arena = x->arena,
        .stream = r->ask.stream,
        .choices = r->ask.choices,
        .max_output = r->ask.max_output,
        .continued = r->conversation != NULL,
    };
    if (r->client->read_request(&r->ask, r->request, r->err) < 0 || relay_join_conversation(r) < 0)
        return -1;
    chat_settle_options(r->request);
    relay_find_states(r);
    carry_restore(&r->carry, r->request);
    return 0;
}

static int read_chat(struct relay *r) {
    struct exchange *x = r->x;
    struct body_rules rules = exchange_body_rules(x);
    if (body_read(x->request, &rules, &r->body, r->err) < 0)
        return -1;
    struct span text = {r->body.bytes.data, r->body.bytes.len};
    if (r->speaks)
        r->client = x->speaks = r->speaks(text);
    r->ask.in_session = relay_session_header(r) != NULL;
    if (r->client->look(text, x->arena, &r->ask, r->err) < 0 || relay_open_conversation(r) < 0)
        return -1;
    x->trace.model = r->ask.model;
    if (choose_target(x->config, r->ask.model, x->arena, &r->target, r->err) < 0)
        return -1;
    choose_way(r);
    return r->way == &relay_translate ? read_request(r) : unseal_request(r);
}

/* A caller without a valid key learns that, and nothing about what else is wrong. */
static int refuse_stranger(struct relay *r) {
    struct caller caller;
    struct error auth = {0};
    if (caller_find(r->x, &r->credentials, &caller, &auth) == 0 ||
        (auth.kind != ERR_AUTH && auth.kind != ERR_LIMIT && auth.kind != ERR_PERMISSION))
        return 0;
    *r->err = auth;
    return -1;
}

/* Where nobody says how long an answer may be, it ends with the model's context at the latest. */
int64_t relay_most_output(const struct relay *r) {
    if (r->task)
        return r->task->most.output;
    if (r->ask.max_output)
        return r->ask.max_output;
    return target_most_output(&r->target, r->x->config);
}

int64_t relay_told_output(const struct relay *r) {
    if (r->task)
        return 0;
    bool known = r->ask.max_output || r->target.max_output;
    bool bounded = known || r->target.context || !r->grant.limited;
    int64_t usual = r->x->config->default_max_output;
    if (bounded && r->grant.output >= relay_most_output(r))
        return 0;
    /* A model whose longest answer is not known may refuse a limit beyond it. */
    return known || r->grant.output < usual ? r->grant.output : usual;
}

/* Whose balance or limit it was, for the log, and what is left of it, for the client. */
static void note_refused(struct relay *r, const struct call_ask *ask) {
    struct caller caller;
    struct error ignored = {0};
    if (r->err->kind == ERR_CREDIT || r->err->kind == ERR_PERMISSION ||
        (r->err->kind == ERR_LIMIT && strcmp(r->err->code, LEDGER_WRONG_KEYS) != 0))
        caller_find_for(r->x, &r->credentials, ask, &caller, &ignored);
}

static int reserve(struct relay *r) {
    struct exchange *x = r->x;
    struct call_ask ask = {
        .credentials = r->credentials,
        .price = r->target.price,
        .prompt = r->ask.prompt,
        .output = relay_most_output(r),
        .choices = r->ask.choices,
        .stream = r->ask.stream,
    };
    if (r->task) {
        ask.requests = r->task->most.requests;
        ask.images = r->task->most.images;
        ask.seconds = r->task->most.seconds;
        ask.characters = r->task->most.characters;
        ask.fixed = true;
    }
    struct group_offer offers[OFFERS_MOST];
    offers_fill(x->config, r->ask.model, &r->target, offers, &ask);
    r->started = clock_mono_ms();
    if (ledger_reserve(ledger_of(r), &ask, &r->call, &r->grant, r->err) < 0) {
        note_refused(r, &ask);
        return -1;
    }
    char id[CALL_ID_TEXT];
    x->id = arena_strdup(x->arena, call_id_write(call_id(r->call), id));
    x->trace.called = true;
    x->trace.user = arena_strdup(x->arena, r->grant.user_name);
    x->trace.key = r->grant.key;
    x->trace.provider = r->target.provider->name;
    allowance_tell(x, &r->grant.requests, &r->grant.tokens_left);
    return 0;
}

/* ---- after it --------------------------------------------------------------- */

/* What was used so far. An estimate stays within what the provider was allowed to produce; the default
 * limit only reserves, the provider is not told of it. */
struct usage relay_used(const struct relay *r) {
    if (r->task)
        return relay_task_used(r);
    struct usage usage = meter_usage(&r->meter, r->ask.prompt);
    usage.requests = 1;
    int64_t told = relay_told_output(r);
    bool bounded = told || r->ask.max_output || r->target.max_output || r->target.context;
    int64_t most = (told ? told : r->grant.output) * r->ask.choices;
    if (!meter_is_reported(&r->meter) && bounded && usage.output > most)
        usage.output = most;
    return usage;
}

void relay_settle(struct relay *r, enum call_outcome outcome, int status) {
    struct trace *trace = &r->x->trace;
    if (r->settled)
        return;
    r->settled = true;
    r->result = (struct call_result){
        .outcome = outcome,
        .fault = r->fault,
        .usage = relay_used(r),
        .estimated = r->task ? relay_task_is_estimated(r) : !meter_is_reported(&r->meter),
        .status = status,
        .first = r->first ? r->first - r->started : 0,
    };
    trace->cost = ledger_settle(ledger_of(r), r->call, &r->result);
    r->head.cost = trace->cost;
    r->head.ended = clock_wall_ms();
    r->head.duration = clock_mono_ms() - r->started;
    trace->outcome = call_outcome_name(outcome);
    if (outcome != CALL_FAILED)
        trace->usage = r->result.usage;
    relay_keep_conversation(r);
}

void relay_note_report(struct relay *r, const struct error *reported) {
    r->blames_client = reported->code && strcmp(reported->code, "context_length_exceeded") == 0;
    if (!r->blames_client)
        r->fault.kind = FAULT_REPORTED;
}

enum call_outcome relay_failed(const struct relay *r) {
    return r->meter.deltas > 0 || r->meter.usage.output > 0 ? CALL_BROKEN : CALL_FAILED;
}

/* How a call that failed with this error ends in the ledger. */
static enum call_outcome outcome_of(const struct relay *r, const struct error *err) {
    if (!r->forwarded)
        return CALL_FAILED;
    if (err->kind == ERR_GONE || (err->kind == ERR_UNAVAILABLE && request_gone(r->x->request)))
        return CALL_ABORTED;
    if (err->kind == ERR_UNAVAILABLE)
        return CALL_INTERRUPTED;
    return r->begun || r->answered.billed ? CALL_BROKEN : relay_failed(r);
}

void relay_progress(struct relay *r) {
    struct usage so_far = relay_used(r);
    call_progress(r->call, &so_far);
}

/* ---- a stream --------------------------------------------------------------- */

/* Some providers repeat the key in their errors. One that spells plain letters as escapes might hide it so.
 */
bool relay_holds_secret(const struct relay *r, struct span text) {
    const char *key = r->target.provider->key;
    if (!key || !*key)
        return false;
    return memmem(text.at, text.len, key, strlen(key)) || memmem(text.at, text.len, "\\u00", 4) ||
           memmem(text.at, text.len, "\\/", 2);
}

static int take_event(void *arg, const struct sse_event *event, struct error *err) {
    struct relay *r = arg;
    (void)err;
    return r->way->take_event(r, event);
}

static int take_silence(void *arg, struct error *err) {
    (void)err;
    return relay_rest(arg);
}

static int close_stream(struct relay *r) {
    return sse_finish(&r->sse, take_event, r, r->err) < 0 || r->way->close_stream(r) < 0
               ? -1
               : reply_flush(r->x->reply, r->err);
}

/* The second place that turns an error into bytes: within the stream. */
static void break_stream(struct relay *r) {
    struct error ignored = {0};
    struct buf event;
    if (r->ended || r->err->kind == ERR_GONE) {
        reply_flush(r->x->reply, &ignored);
        return;
    }
    if (!r->writer && r->client->resume)
        r->writer = r->client->resume(r->reader, &r->head, r->x->arena);
    buf_init(&event, 4096);
    r->client->write_failure(r->writer, &event, r->err);
    r->ended = true;
    if (relay_write(r, (struct span){event.data, event.len}) == 0)
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
    if (!r->streams && r->way->begin_bytes) {
        int taken = r->way->begin_bytes(r, head);
        if (taken != 0)
            return taken < 0 ? -1 : 0;
    }
    if (r->streams != r->ask.stream && (r->streams || !r->way->streams_whole))
        return error_set(err, ERR_UPSTREAM,
                         "The provider answered with content type \"%.60s\" to a request that %s.",
                         head->content_type, r->ask.stream ? "streams" : "does not stream");
    buf_init(&r->answer, (size_t)r->x->config->answer_limit);
    return 0;
}

static int take_body(void *arg, const char *bytes, size_t len, struct error *err) {
    struct relay *r = arg;
    if (r->status == 200 && !r->first)
        r->first = clock_mono_ms();
    if (r->status == 200 && r->streams)
        return sse_feed(&r->sse, bytes, len, take_event, r, err);
    if (r->status == 200 && r->bytes)
        return r->way->take_bytes(r, (struct span){bytes, len});
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

static int finish_call(struct relay *r) {
    if (r->status != 200)
        return relay_refuse(r);
    if (r->streams)
        return close_stream(r);
    if (r->bytes)
        return r->way->end_bytes(r);
    struct span text = {r->answer.data ? r->answer.data : "", r->answer.len};
    if (r->way->finish_whole(r, text) < 0)
        return -1;
    return r->ask.stream ? reply_flush(r->x->reply, r->err) : 0;
}

/* ---- the way to the provider --------------------------------------------------- */

static bool is_complete(void *arg) {
    const struct relay *r = arg;
    return r->ended;
}

static bool is_client_gone(void *arg) {
    const struct relay *r = arg;
    return request_gone(r->x->request);
}

struct watch relay_watch(struct relay *r) {
    return (struct watch){.client_fd = r->x->request->source->fd,
                          .stop_fd = r->x->hub->stop_fd,
                          .client_gone = is_client_gone,
                          .arg = r};
}

struct chat_target relay_target(const struct relay *r) {
    int64_t told = relay_told_output(r), usual = r->x->config->default_max_output;
    bool known = told || r->ask.max_output || r->target.max_output;
    return (struct chat_target){
        .model = r->target.model,
        .max_output = told                               ? told
                      : known || r->grant.output < usual ? r->grant.output
                                                         : usual,
        .limited = told,
        .quirks = r->target.quirks,
    };
}

/* What the client must know of a call before its answer begins. */
static void set_head(struct relay *r) {
    r->head = (struct chat_head){
        .id = r->x->id,
        .model = r->ask.model,
        .created = clock_wall_ms() / 1000,
        .prompt = r->ask.prompt,
        .usage_wanted = r->ask.usage_asked,
        .provider = r->target.provider->name,
        .target = r->target.model,
        .request = r->request,
    };
}

/* A field of the client's that goes on; NULL: it sent none that could. */
static const char *passed_header(const struct relay *r, const char *name) {
    const char *value = request_header(r->x->request, name);
    for (const char *c = value; c && *c; c++)
        if ((unsigned char)*c < ' ' || *c == 0x7f)
            return NULL;
    return value ? arena_printf(r->x->arena, "%s: %s", name, value) : NULL;
}

/* Those of a client who speaks the provider's dialect; its own word for what the hub would say comes first.
 */
static size_t pass_headers(const struct relay *r, const char **headers, size_t count) {
    const char *const *names = r->way == &relay_pass ? r->client->passed_headers : NULL;
    for (size_t i = 0; names && names[i]; i++) {
        const char *header = passed_header(r, names[i]);
        if (header && i == 0 && r->client->header)
            headers[0] = header;
        else if (header && i < PASSED_MOST)
            headers[count++] = header;
    }
    return count;
}

const char *relay_chat_url(const struct relay *r) {
    const char *path = r->provider->path(r->target.model, r->ask.stream, r->x->arena);
    const char *query = r->way == &relay_pass ? r->client->passed_query : NULL;
    const char *value = query ? request_parameter(r->x->request, r->client->passed_query) : NULL;
    bool passed = value && strcmp(value, "true") == 0;
    return arena_printf(r->x->arena, "%s%s%s%s%s", r->target.provider->base_url, path, passed ? "?" : "",
                        passed ? query : "", passed ? "=true" : "");
}

static int forward(struct relay *r) {
    const struct config *config = r->x->config;
    const struct provider_config *provider = r->target.provider;
    struct arena *arena = r->x->arena;
    const char *headers[3 + PROVIDER_HEADERS + PASSED_MOST];
    size_t count = provider_headers(provider->row, r->provider, provider->key, arena, headers);
    struct errand errand = {.content_type = "Content-Type: application/json",
                            .accept =
                                r->ask.stream ? "Accept: text/event-stream" : "Accept: application/json"};
    set_head(r);
    if (relay_check_strict(r) < 0 || relay_inline(r) < 0 || r->way->write(r, &errand) < 0)
        return -1;
    headers[count++] = errand.content_type;
    headers[count++] = errand.accept;
    headers[count++] = arena_printf(arena, "X-Request-Id: %s", r->x->id);
    count = pass_headers(r, headers, count);
    struct upstream_request request = {
        .method = "POST",
        .url = errand.url,
        .headers = headers,
        .header_count = count,
        .body = errand.body,
        .body_parts = errand.parts,
        .pull = errand.pull,
        .pull_arg = errand.pull_arg,
        .pull_length = errand.pull_length,
        .connect_timeout = config->connect_timeout,
        .first_byte_timeout = config->first_byte_timeout,
        .idle_timeout = config->idle_timeout,
        .total_timeout = config->total_timeout,
        .silence_timeout = config->keep_alive,
        .watch = relay_watch(r),
    };
    struct upstream_sink sink = {
        .head = take_head,
        .body = take_body,
        .pause = take_pause,
        .silence = take_silence,
        .complete = is_complete,
        .arg = r,
    };
    if (r->task)
        relay_progress(r); /* what goes in is charged as soon as it is there */
    r->forwarded = true;
    call_forwarded(r->call);
    if (provider->row->quirks & PROVIDER_DEMO)
        return demo_call(&request, provider->demo_gap_ms, &sink, r->err);
    return upstream_call(r->x->hub->upstream, &request, &sink, r->err);
}

/* Whether it was the model that failed, and not the hub, the client or the way between them. That a provider
 * does not know the hub is the hub's fault. */
static bool is_models(const struct relay *r) {
    return r->refused || (r->err->kind == ERR_UPSTREAM && !relay_is_ours(r->status)) ||
           r->err->kind == ERR_TIMEOUT;
}

/* What an exchange with the provider that failed tells of it. */
static void note_fault(struct relay *r) {
    if (!r->forwarded || r->fault.kind || r->blames_client)
        return;
    if (r->err->kind == ERR_TIMEOUT)
        r->fault.kind = FAULT_TIMEOUT;
    else if (r->err->kind == ERR_UPSTREAM)
        r->fault.kind = r->status ? FAULT_MALFORMED : FAULT_NO_ANSWER;
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

/* Whether a stream was told to be over, and only its connection is not. */
static bool is_over(const struct relay *r) {
    return r->err->kind == ERR_TIMEOUT && r->reader && r->reader->stopped && !r->ended;
}

static int run_call(struct relay *r) {
    int rc = forward(r);
    if (rc < 0 && is_over(r)) {
        *r->err = (struct error){0};
        rc = 0;
    }
    if (rc == 0)
        rc = finish_call(r);
    if (rc == 0)
        return 0;
    r->err->from_model = is_models(r);
    note_fault(r);
    name_provider(r);
    if (r->refused)
        r->err->kind = relay_refusal_kind(r->err->status);
    relay_settle(r, outcome_of(r, r->err), r->x->reply->state == REPLY_FRESH ? r->err->status : 200);
    if (r->x->reply->state != REPLY_FRESH && r->ask.stream && !r->bytes)
        break_stream(r);
    return -1;
}

static void forget(struct relay *r) {
    sse_free(&r->sse);
    buf_free(&r->answer);
    buf_free(&r->out);
    body_free(&r->body);
    if (r->uploaded)
        upload_free(&r->upload);
    budget_give(&r->x->hub->body_memory, r->taken);
}

int relay_run(struct relay *r) {
    if (caller_read(r->x, &r->credentials, r->err) < 0)
        return -1;
    if (!body_is_short(r->x->request, SHORT_BODY) && refuse_stranger(r) < 0)
        return -1;
    sse_init(&r->sse, r->task ? (size_t)r->x->config->answer_limit : EVENT_MAX); /* a picture is one event */
    int rc = r->read(r);
    if (rc < 0)
        refuse_stranger(r);
    else if ((rc = reserve(r)) == 0)
        rc = run_call(r);
    if (r->settled && !r->task)
        relay_keep_prompt(r);
    forget(r);
    return rc;
}

int relay_chat(struct exchange *x, const struct chat_dialect *client, const struct chat_ask *ask,
               struct error *err) {
    struct relay r = {.x = x, .err = err, .read = read_chat, .client = client, .ask = *ask};
    return relay_run(&r);
}

int relay_shared_chat(struct exchange *x, relay_language *speaks, const struct chat_ask *ask,
                      struct error *err) {
    struct relay r = {.x = x, .err = err, .read = read_chat, .speaks = speaks, .ask = *ask};
    return relay_run(&r);
}
