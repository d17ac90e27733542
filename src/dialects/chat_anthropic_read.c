/* Answers of Anthropic's Messages, whole and streamed: read as events. */
#include <string.h>

#include "canon/fragments.h"
#include "dialects/answer.h"
#include "dialects/chat_anthropic.h"

/* A call of the answer. Its fragments name it by the index of its block. */
struct open_call {
    struct open_call *next; /* the one before it */
    int64_t index, key;     /* as the provider counts, and ours */
    bool has_args;          /* some came */
    bool whole;             /* no more can come */
};

struct anthropic_reader {
    struct chat_reader base;
    struct calls calls;
    struct open_call *last;
    int growing;           /* calls that are not whole yet */
    bool thought, signed_; /* the block at hand is a thought; its signature came */
    int64_t index;         /* of the block at hand */
    int64_t input, cache_read, cache_write, cache_write_1h, output, reasoning, searches;
    bool has_prompt, has_output;
};

/* ---- usage ------------------------------------------------------------------------- */

/* Counts are cumulative; one that is not told, or told as 0 later, is as it was. */
static bool read_count(const struct scan_want *want, int64_t *count) {
    int64_t value;
    if (!answer_count(want, &value))
        return false;
    if (value > 0)
        *count = value;
    return true;
}

/* What was written to the cache is a sum, and by how long it is kept; or told by that only. */
static void read_cache_write(struct anthropic_reader *r, const struct scan_want *sum,
                             const struct scan_want *parts) {
    struct scan_want part[] = {{.name = "ephemeral_5m_input_tokens"}, {.name = "ephemeral_1h_input_tokens"}};
    int64_t brief = 0;
    scan_members(parts->value, part, 2);
    bool told = read_count(&part[0], &brief);
    told |= read_count(&part[1], &r->cache_write_1h);
    if (!read_count(sum, &r->cache_write) && told)
        r->cache_write = brief + r->cache_write_1h;
}

/* The input is told without what was read from the cache or written to it. */
static int read_usage(struct anthropic_reader *r, const struct scan_want *usage, bool output,
                      struct error *err) {
    enum { INPUT, READ, WRITE, WRITES, OUTPUT, DETAILS, TOOL_USE, WANTS };
    struct scan_want want[WANTS] = {
        [INPUT] = {.name = "input_tokens"},
        [READ] = {.name = "cache_read_input_tokens"},
        [WRITE] = {.name = "cache_creation_input_tokens"},
        [WRITES] = {.name = "cache_creation"},
        [OUTPUT] = {.name = "output_tokens"},
        [DETAILS] = {.name = "output_tokens_details"},
        [TOOL_USE] = {.name = "server_tool_use"},
    };
    struct scan_want thinking = {.name = "thinking_tokens"}, searches = {.name = "web_search_requests"};
    struct chat_event event = {.kind = EVENT_USAGE};
    if (usage->type != SCAN_OBJECT)
        return 0;
    scan_members(usage->value, want, WANTS);
    scan_members(want[DETAILS].value, &thinking, 1);
    scan_members(want[TOOL_USE].value, &searches, 1);
    r->has_prompt |= read_count(&want[INPUT], &r->input);
    read_count(&want[READ], &r->cache_read);
    read_cache_write(r, &want[WRITE], &want[WRITES]);
    if (output)
        r->has_output |= read_count(&want[OUTPUT], &r->output);
    read_count(&thinking, &r->reasoning);
    read_count(&searches, &r->searches);
    if (!r->has_prompt && !r->has_output)
        return 0;
    event.usage = (struct usage){.prompt = r->input + r->cache_read + r->cache_write,
                                 .cache_read = r->cache_read,
                                 .cache_write = r->cache_write,
                                 .cache_write_1h = r->cache_write_1h,
                                 .output = r->output,
                                 .reasoning = r->reasoning,
                                 .searches = r->searches};
    event.has_prompt = r->has_prompt && event.usage.prompt > 0; /* there is no empty prompt */
    event.has_output = r->has_output;
    return answer_begin(&r->base, err) < 0 ? -1 : answer_usage(&r->base, &event, err);
}

/* ---- calls --------------------------------------------------------------------------- */

static struct open_call *find_call(const struct anthropic_reader *r, int64_t index) {
    struct open_call *call = r->last;
    while (call && call->index != index)
        call = call->next;
    return call;
}

static int add_args(struct anthropic_reader *r, struct open_call *call, struct span args, struct error *err) {
    if (call->whole || chat_is_empty(args))
        return 0;
    call->has_args = true;
    return calls_add(&r->calls, 0, call->key, args, err);
}

/* A tool without parameters is called without arguments, or with none: that is an empty object. */
static int end_call(struct anthropic_reader *r, struct open_call *call, struct error *err) {
    static const struct span nothing = {"\"{}\"", 4};
    if (call->whole)
        return 0;
    if (!call->has_args && add_args(r, call, nothing, err) < 0)
        return -1;
    call->whole = true;
    r->growing--;
    return calls_end(&r->calls, 0, call->key, err);
}

/* Something else follows, or nothing: the calls until then are complete. */
static int end_calls(struct anthropic_reader *r, struct error *err) {
    for (struct open_call *call = r->last; call && r->growing > 0; call = call->next)
        if (end_call(r, call, err) < 0)
            return -1;
    return calls_flush(&r->calls, 0, err);
}

static bool is_empty_object(struct span object) {
    struct span name, value;
    enum scan_type type;
    return !scan_next_member(&object, &name, &value, &type);
}

/* The input stands empty in a stream, and its text follows; some servers send it here. */
static int add_input(struct anthropic_reader *r, struct open_call *call, const struct scan_want *input,
                     struct error *err) {
    if (input->type != SCAN_OBJECT || is_empty_object(input->value))
        return 0;
    return add_args(r, call, chat_quote(r->base.arena, input->value.at, input->value.len), err) < 0
               ? -1
               : end_call(r, call, err);
}

/* Where the bytes pass, all of a call counts and nothing of it is kept. */
static int count_piece(struct anthropic_reader *r, const struct scan_want *piece, struct error *err) {
    struct chat_event event = {.kind = EVENT_ARGS, .text = piece->value};
    bool brings = piece->type == SCAN_OBJECT ? !is_empty_object(piece->value) : answer_says(piece);
    return brings ? answer_emit(&r->base, &event, err) : 0;
}

static int begin_call(struct anthropic_reader *r, int64_t index, const struct scan_want *id,
                      const struct scan_want *name, const struct scan_want *input, struct error *err) {
    struct chat_call call = {.id = answer_name(r->base.arena, id), .name = answer_name(r->base.arena, name)};
    struct open_call *open = arena_alloc(r->base.arena, sizeof *open);
    if (!call.name)
        return error_set(err, ERR_UPSTREAM, "The provider sent a tool call without a name.");
    *open = (struct open_call){.next = r->last, .index = index, .key = r->last ? r->last->key + 1 : 0};
    r->last = open;
    r->growing++;
    return calls_begin(&r->calls, 0, open->key, &call, err) < 0 ? -1 : add_input(r, open, input, err);
}

/* ---- blocks ---------------------------------------------------------------------------- */

static int send_text(struct anthropic_reader *r, enum event_kind kind, const struct scan_want *want,
                     struct error *err) {
    struct chat_event event = {.kind = kind, .text = want->value};
    if (!answer_says(want))
        return 0;
    return end_calls(r, err) < 0 ? -1 : answer_emit(&r->base, &event, err);
}

/* A thought has one signature; it is nothing without the thought at hand. */
static int send_signature(struct anthropic_reader *r, const struct scan_want *want, struct error *err) {
    if (!answer_says(want) || !r->thought || r->signed_)
        return 0;
    r->signed_ = true;
    return send_text(r, EVENT_SIGNATURE, want, err);
}

static int send_redacted(struct anthropic_reader *r, const struct scan_want *data, struct error *err) {
    struct chat_event event = {.kind = EVENT_SIGNATURE, .text = data->value, .redacted = true};
    if (!answer_says(data))
        return 0;
    return end_calls(r, err) < 0 ? -1 : answer_emit(&r->base, &event, err);
}

/* A block begins; that of a whole answer is complete. Those of the provider's own tools are passed over. */
static int begin_block(struct anthropic_reader *r, int64_t index, const struct scan_want *block,
                       struct error *err) {
    enum { TYPE, TEXT, THINKING, SIGNATURE, DATA, ID, NAME, INPUT, WANTS };
    struct scan_want want[WANTS] = {
        [TYPE] = {.name = "type"},           [TEXT] = {.name = "text"},   [THINKING] = {.name = "thinking"},
        [SIGNATURE] = {.name = "signature"}, [DATA] = {.name = "data"},   [ID] = {.name = "id"},
        [NAME] = {.name = "name"},           [INPUT] = {.name = "input"},
    };
    scan_members(block->value, want, WANTS);
    r->index = index;
    r->thought = r->signed_ = false;
    if (want[TYPE].type != SCAN_STRING)
        return 0;
    if (scan_equals(want[TYPE].value, "text"))
        return send_text(r, EVENT_TEXT, &want[TEXT], err);
    if (scan_equals(want[TYPE].value, "tool_use") && r->base.sink->counts)
        return count_piece(r, &want[NAME], err) < 0 ? -1 : count_piece(r, &want[INPUT], err);
    if (scan_equals(want[TYPE].value, "tool_use"))
        return begin_call(r, index, &want[ID], &want[NAME], &want[INPUT], err);
    if (scan_equals(want[TYPE].value, "redacted_thinking"))
        return send_redacted(r, &want[DATA], err);
    if (!scan_equals(want[TYPE].value, "thinking"))
        return 0;
    r->thought = true;
    return send_text(r, EVENT_THOUGHT, &want[THINKING], err) < 0 ? -1
                                                                 : send_signature(r, &want[SIGNATURE], err);
}

static int read_delta(struct anthropic_reader *r, int64_t index, const struct scan_want *delta,
                      struct error *err) {
    enum { TYPE, TEXT, THINKING, SIGNATURE, PARTIAL, WANTS };
    struct scan_want want[WANTS] = {[TYPE] = {.name = "type"},
                                    [TEXT] = {.name = "text"},
                                    [THINKING] = {.name = "thinking"},
                                    [SIGNATURE] = {.name = "signature"},
                                    [PARTIAL] = {.name = "partial_json"}};
    scan_members(delta->value, want, WANTS);
    if (want[TYPE].type != SCAN_STRING)
        return 0;
    if (scan_equals(want[TYPE].value, "text_delta"))
        return send_text(r, EVENT_TEXT, &want[TEXT], err);
    if (scan_equals(want[TYPE].value, "thinking_delta")) {
        r->signed_ &= r->thought; /* of a block whose start was left out */
        r->thought = true;
        return send_text(r, EVENT_THOUGHT, &want[THINKING], err);
    }
    if (scan_equals(want[TYPE].value, "signature_delta"))
        return send_signature(r, &want[SIGNATURE], err);
    if (!scan_equals(want[TYPE].value, "input_json_delta") || !answer_says(&want[PARTIAL]))
        return 0;
    if (r->base.sink->counts)
        return count_piece(r, &want[PARTIAL], err);
    struct open_call *call = find_call(r, index); /* none: it is for one of the provider's own tools */
    return call ? add_args(r, call, want[PARTIAL].value, err) : 0;
}

static int end_block(struct anthropic_reader *r, int64_t index, struct error *err) {
    struct open_call *call = find_call(r, index);
    if (index == r->index)
        r->thought = false;
    return call ? end_call(r, call, err) : 0;
}

/* ---- the end ------------------------------------------------------------------------------ */

static enum chat_stop stop_of(struct span reason) {
    static const struct {
        const char *reason;
        enum chat_stop stop;
    } rows[] = {
        {"end_turn", STOP_DONE},
        {"max_tokens", STOP_LENGTH},
        {"stop_sequence", STOP_SEQUENCE},
        {"tool_use", STOP_CALLS},
        {"pause_turn", STOP_PAUSE},
        {"refusal", STOP_REFUSAL},
        {"model_context_window_exceeded", STOP_LENGTH},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (scan_equals(reason, rows[i].reason))
            return rows[i].stop;
    return STOP_DONE;
}

/* Why the model refuses: text that the usage behind it has counted. */
static int explain(struct anthropic_reader *r, const struct scan_want *message, struct error *err) {
    struct scan_want want[] = {{.name = "stop_reason"}, {.name = "stop_details"}},
                     why = {.name = "explanation"};
    scan_members(message->value, want, 2);
    scan_members(want[1].value, &why, 1);
    bool refuses = !r->base.stopped && answer_says(&want[0]) && stop_of(want[0].value) == STOP_REFUSAL;
    return refuses ? send_text(r, EVENT_REFUSAL, &why, err) : 0;
}

/* What a message, or a delta of it, says of its end. Behind that nothing of it counts. */
static int stop(struct anthropic_reader *r, const struct scan_want *message, struct error *err) {
    enum { REASON, SEQUENCE, WANTS };
    struct scan_want want[WANTS] = {
        [REASON] = {.name = "stop_reason"}, [SEQUENCE] = {.name = "stop_sequence"}};
    struct chat_event event = {.kind = EVENT_STOP};
    scan_members(message->value, want, WANTS);
    if (r->base.stopped || !answer_says(&want[REASON]))
        return 0;
    event.stop = stop_of(want[REASON].value);
    if (event.stop == STOP_SEQUENCE && want[SEQUENCE].type == SCAN_STRING)
        event.sequence = want[SEQUENCE].value;
    if (end_calls(r, err) < 0)
        return -1;
    r->base.stopped = true;
    return answer_emit(&r->base, &event, err);
}

static int end(struct anthropic_reader *r, struct error *err) {
    struct chat_event none = {.kind = EVENT_STOP, .stop = STOP_NONE}, event = {.kind = EVENT_END};
    r->base.ended = true;
    if (answer_begin(&r->base, err) < 0 || end_calls(r, err) < 0 ||
        (!r->base.stopped && answer_emit(&r->base, &none, err) < 0))
        return -1;
    return answer_emit(&r->base, &event, err);
}

/* ---- events --------------------------------------------------------------------------------- */

enum { WANT_TYPE, WANT_INDEX, WANT_MESSAGE, WANT_BLOCK, WANT_DELTA, WANT_USAGE, WANT_ERROR, WANTS };

static int read_block_event(struct anthropic_reader *r, struct span type, const struct scan_want *want,
                            struct error *err) {
    int64_t index = r->index;
    if (want[WANT_INDEX].type == SCAN_NUMBER)
        scan_int(want[WANT_INDEX].value, &index);
    if (answer_begin(&r->base, err) < 0)
        return -1;
    if (r->base.stopped)
        return 0;
    if (scan_equals(type, "content_block_start"))
        return begin_block(r, index, &want[WANT_BLOCK], err);
    if (scan_equals(type, "content_block_delta"))
        return read_delta(r, index, &want[WANT_DELTA], err);
    return scan_equals(type, "content_block_stop") ? end_block(r, index, err) : 0;
}

/* In the first event the output is not counted yet. */
static int read_start(struct anthropic_reader *r, const struct scan_want *message, struct error *err) {
    struct scan_want usage = {.name = "usage"};
    scan_members(message->value, &usage, 1);
    return answer_begin(&r->base, err) < 0 ? -1 : read_usage(r, &usage, false, err);
}

static int read_message_delta(struct anthropic_reader *r, const struct scan_want *want, struct error *err) {
    return answer_begin(&r->base, err) < 0 || explain(r, &want[WANT_DELTA], err) < 0 ||
                   read_usage(r, &want[WANT_USAGE], true, err) < 0 || stop(r, &want[WANT_DELTA], err) < 0
               ? -1
               : 0;
}

static int scan_event(struct span text, struct scan_want *want, struct error *err) {
    static const char *const names[WANTS] = {
        [WANT_TYPE] = "type",           [WANT_INDEX] = "index", [WANT_MESSAGE] = "message",
        [WANT_BLOCK] = "content_block", [WANT_DELTA] = "delta", [WANT_USAGE] = "usage",
        [WANT_ERROR] = "error"};
    for (int i = 0; i < WANTS; i++)
        want[i] = (struct scan_want){.name = names[i]};
    return answer_look(text, want, WANTS, err);
}

struct chat_reader *chat_anthropic_new_reader(struct chat_sink *sink, struct arena *arena) {
    struct anthropic_reader *r = arena_alloc(arena, sizeof *r);
    r->base = (struct chat_reader){.sink = sink, .arena = arena};
    calls_init(&r->calls, sink, arena);
    return &r->base;
}

int chat_anthropic_read_event(struct chat_reader *reader, const struct sse_event *event, struct error *err) {
    struct anthropic_reader *r = (struct anthropic_reader *)reader;
    struct scan_want want[WANTS];
    if (r->base.ended || !event->data.at || answer_is_done(event))
        return 0;
    if (scan_event(event->data, want, err) < 0)
        return -1;
    struct span type = want[WANT_TYPE].type == SCAN_STRING ? want[WANT_TYPE].value : (struct span){"\"\"", 2};
    if (want[WANT_ERROR].type == SCAN_OBJECT || want[WANT_ERROR].type == SCAN_STRING)
        return answer_fail(&r->base, answer_words(&want[WANT_ERROR]), NULL, err);
    if (scan_equals(type, "message_start"))
        return read_start(r, &want[WANT_MESSAGE], err);
    if (scan_equals(type, "message_delta"))
        return read_message_delta(r, want, err);
    if (scan_equals(type, "message_stop"))
        return end(r, err);
    return want[WANT_BLOCK].type == SCAN_OBJECT || want[WANT_INDEX].type == SCAN_NUMBER
               ? read_block_event(r, type, want, err)
               : 0;
}

/* Without its last event a stream is complete if it had come to a reason for its end. */
int chat_anthropic_read_end(struct chat_reader *reader, struct error *err) {
    struct anthropic_reader *r = (struct anthropic_reader *)reader;
    if (r->base.ended)
        return 0;
    if (!r->base.stopped)
        return answer_cut(err);
    return end(r, err);
}

/* ---- whole ------------------------------------------------------------------------------------ */

static int read_blocks(struct anthropic_reader *r, const struct scan_want *content, struct error *err) {
    struct scan_want block = {0};
    struct span rest = content->value;
    if (content->type != SCAN_ARRAY)
        return 0;
    for (int64_t index = 0; scan_next(&rest, &block.value, &block.type); index++)
        if (block.type == SCAN_OBJECT &&
            (begin_block(r, index, &block, err) < 0 || end_block(r, index, err) < 0))
            return -1;
    return 0;
}

int chat_anthropic_read_reply(struct span text, struct chat_sink *sink, struct arena *arena,
                              struct error *err) {
    struct anthropic_reader *r = (struct anthropic_reader *)chat_anthropic_new_reader(sink, arena);
    struct scan_want content = {.name = "content"}, whole = {.value = text};
    struct scan_want want[WANTS];
    if (scan_event(text, want, err) < 0)
        return -1;
    if (want[WANT_ERROR].type == SCAN_OBJECT || want[WANT_ERROR].type == SCAN_STRING)
        return answer_fail(&r->base, answer_words(&want[WANT_ERROR]), NULL, err);
    scan_members(text, &content, 1);
    if (content.type != SCAN_ARRAY && !sink->counts)
        return error_set(err, ERR_UPSTREAM, "The provider's answer has no content.");
    return answer_begin(&r->base, err) < 0 || read_blocks(r, &content, err) < 0 ||
                   explain(r, &whole, err) < 0 || read_usage(r, &want[WANT_USAGE], true, err) < 0 ||
                   stop(r, &whole, err) < 0 || end(r, err) < 0
               ? -1
               : 0;
}
