/* Answers of OpenAI's Responses, whole and streamed: read as events. */
#include <stdio.h>
#include <string.h>

#include "dialects/answer.h"
#include "dialects/chat_responses.h"
#include "dialects/chat_responses_output.h"
#include "dialects/openai_usage.h"

#define NAME_MOST   512                /* bytes of an id or a model's name that are kept */
#define NUMBER_MOST (INT64_C(1) << 53) /* of an event: what every reader of JSON can tell apart */

struct responses_reader {
    struct chat_reader base;
    struct responses_output output;
    struct span failure; /* an error that was reported; at == NULL: none */
    struct responses_seen seen;
    bool presented; /* a response object was seen */
};

/* ---- the end ----------------------------------------------------------------------------------------- */

static int read_usage(struct responses_reader *r, struct span object, struct error *err) {
    enum { INPUT, OUTPUT, INPUT_DETAILS, OUTPUT_DETAILS, WANTS };
    struct scan_want want[WANTS] = {
        [INPUT] = {.name = "input_tokens"},
        [OUTPUT] = {.name = "output_tokens"},
        [INPUT_DETAILS] = {.name = "input_tokens_details"},
        [OUTPUT_DETAILS] = {.name = "output_tokens_details"},
    };
    struct chat_event event = {.kind = EVENT_USAGE};
    scan_members(object, want, WANTS);
    event.has_prompt = answer_count(&want[INPUT], &event.usage.prompt);
    event.has_output = answer_count(&want[OUTPUT], &event.usage.output);
    openai_read_input_details(&want[INPUT_DETAILS], &event.usage);
    openai_read_output_details(&want[OUTPUT_DETAILS], &event.usage);
    return event.has_prompt || event.has_output ? answer_usage(&r->base, &event, err) : 0;
}

/* What clients go by, of an error object. */
static const char *code_of(struct span error) {
    static const char *const codes[] = {"context_length_exceeded", "rate_limit_exceeded"};
    struct scan_want code = {.name = "code"};
    scan_members(error, &code, 1);
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (code.type == SCAN_STRING && scan_equals(code.value, codes[i]))
            return codes[i];
    return NULL;
}

static int fail(struct responses_reader *r, const struct scan_want *error, struct error *err) {
    return answer_fail(&r->base, answer_words(error), code_of(error->value), err);
}

static enum chat_stop stop_of(const struct responses_reader *r, bool incomplete, struct span details) {
    struct scan_want reason = {.name = "reason"};
    if (incomplete) {
        scan_members(details, &reason, 1);
        return reason.type == SCAN_STRING && scan_equals(reason.value, "content_filter") ? STOP_FILTER
                                                                                         : STOP_LENGTH;
    }
    return r->output.called ? STOP_CALLS : r->output.refused && !r->output.spoke ? STOP_REFUSAL : STOP_DONE;
}

/* An item that is done. What the provider has looked up on the way is told at once: its usage does not count
 * it. */
static int item_done(struct responses_reader *r, const struct scan_want *index, struct span item,
                     struct error *err) {
    if (responses_output_done(&r->output, index, item, err) < 0)
        return -1;
    struct chat_event event = {.kind = EVENT_USAGE, .usage.searches = r->output.searches};
    return r->output.searches > r->base.usage.searches ? answer_usage(&r->base, &event, err) : 0;
}

/* The items of a whole answer; of a stream only where nothing of them was told before. */
static int read_output(struct responses_reader *r, const struct scan_want *output, struct error *err) {
    struct span rest = output->value, item;
    enum scan_type type;
    if (r->output.items || output->type != SCAN_ARRAY)
        return 0;
    for (int64_t i = 0; scan_next(&rest, &item, &type); i++) {
        char digits[24];
        int len = snprintf(digits, sizeof digits, "%lld", (long long)i);
        struct scan_want index = {.value = {digits, (size_t)len}, .type = SCAN_NUMBER};
        if (type == SCAN_OBJECT && item_done(r, &index, item, err) < 0)
            return -1;
    }
    return 0;
}

enum response_status { STATUS_COMPLETED, STATUS_INCOMPLETE, STATUS_FAILED, STATUS_OTHER };

static enum response_status status_of(const struct scan_want *status) {
    static const char *const names[] = {"completed", "incomplete", "failed"};
    for (size_t i = 0; status->type == SCAN_STRING && i < sizeof names / sizeof *names; i++)
        if (scan_equals(status->value, names[i]))
            return (enum response_status)i;
    return STATUS_OTHER;
}

static int read_failed(struct responses_reader *r, const struct scan_want *usage,
                       const struct scan_want *error, struct error *err) {
    if (usage->type == SCAN_OBJECT &&
        (answer_begin(&r->base, err) < 0 || read_usage(r, usage->value, err) < 0))
        return -1;
    return fail(r, error, err);
}

/* The response object as it is at the end. `told`: what the event that brings it says of its state. */
static int read_response(struct responses_reader *r, struct span text, enum response_status told,
                         struct error *err) {
    enum { STATUS, OUTPUT, USAGE, ERROR, INCOMPLETE, WANTS };
    struct scan_want want[WANTS] = {[STATUS] = {.name = "status"},
                                    [OUTPUT] = {.name = "output"},
                                    [USAGE] = {.name = "usage"},
                                    [ERROR] = {.name = "error"},
                                    [INCOMPLETE] = {.name = "incomplete_details"}};
    struct chat_event stop = {.kind = EVENT_STOP}, end = {.kind = EVENT_END};
    scan_members(text, want, WANTS);
    enum response_status status = told == STATUS_OTHER ? status_of(&want[STATUS]) : told;
    if (status == STATUS_OTHER &&
        (r->base.sink->counts || (want[OUTPUT].type == SCAN_ARRAY && want[STATUS].type != SCAN_STRING)))
        status = STATUS_COMPLETED; /* a server that does not say */
    if (status == STATUS_FAILED || want[ERROR].type == SCAN_OBJECT || want[ERROR].type == SCAN_STRING)
        return read_failed(r, &want[USAGE], &want[ERROR], err);
    if (status == STATUS_OTHER)
        return error_set(err, ERR_UPSTREAM, "The provider's answer is neither complete nor failed.");
    if (answer_begin(&r->base, err) < 0 || read_output(r, &want[OUTPUT], err) < 0 ||
        responses_output_end(&r->output, err) < 0 ||
        (want[USAGE].type == SCAN_OBJECT && read_usage(r, want[USAGE].value, err) < 0))
        return -1;
    stop.stop = stop_of(r, status == STATUS_INCOMPLETE, want[INCOMPLETE].value);
    r->base.ended = true;
    return answer_emit(&r->base, &stop, err) < 0 || answer_emit(&r->base, &end, err) < 0 ? -1 : 0;
}

/* ---- events ---------------------------------------------------------------------------------------------
 */

enum {
    WANT_TYPE,
    WANT_SEQUENCE,
    WANT_INDEX,
    WANT_ITEM_ID,
    WANT_CONTENT_INDEX,
    WANT_SUMMARY_INDEX,
    WANT_DELTA,
    WANT_TEXT,
    WANT_REFUSAL,
    WANT_ARGUMENTS,
    WANT_INPUT,
    WANT_ITEM,
    WANT_RESPONSE,
    WANT_ERROR,
    WANT__MAX
};
static const char *const want_names[WANT__MAX] = {
    [WANT_TYPE] = "type",
    [WANT_SEQUENCE] = "sequence_number",
    [WANT_INDEX] = "output_index",
    [WANT_ITEM_ID] = "item_id",
    [WANT_CONTENT_INDEX] = "content_index",
    [WANT_SUMMARY_INDEX] = "summary_index",
    [WANT_DELTA] = "delta",
    [WANT_TEXT] = "text",
    [WANT_REFUSAL] = "refusal",
    [WANT_ARGUMENTS] = "arguments",
    [WANT_INPUT] = "input",
    [WANT_ITEM] = "item",
    [WANT_RESPONSE] = "response",
    [WANT_ERROR] = "error",
};

/* Events that bring a text: what of, in which member, and whether it is all of it. */
static const struct {
    const char *type;
    enum responses_place at;
    int member;
    bool whole;
} texts[] = {
    {"response.output_text.delta", AT_TEXT, WANT_DELTA, false},
    {"response.output_text.done", AT_TEXT, WANT_TEXT, true},
    {"response.refusal.delta", AT_REFUSAL, WANT_DELTA, false},
    {"response.refusal.done", AT_REFUSAL, WANT_REFUSAL, true},
    {"response.reasoning_summary_text.delta", AT_SUMMARY, WANT_DELTA, false},
    {"response.reasoning_summary_text.done", AT_SUMMARY, WANT_TEXT, true},
    {"response.reasoning_text.delta", AT_REASONING, WANT_DELTA, false},
    {"response.reasoning_text.done", AT_REASONING, WANT_TEXT, true},
    {"response.function_call_arguments.delta", AT_ARGUMENTS, WANT_DELTA, false},
    {"response.function_call_arguments.done", AT_ARGUMENTS, WANT_ARGUMENTS, true},
    {"response.custom_tool_call_input.delta", AT_INPUT, WANT_DELTA, false},
    {"response.custom_tool_call_input.done", AT_INPUT, WANT_INPUT, true},
};

static const struct {
    const char *type;
    enum response_status status;
} ends[] = {
    {"response.completed", STATUS_COMPLETED},
    {"response.incomplete", STATUS_INCOMPLETE},
    {"response.failed", STATUS_FAILED},
    {"response.done", STATUS_OTHER},
};

static int read_piece(struct responses_reader *r, const struct scan_want *want, size_t row,
                      struct error *err) {
    enum responses_place at = texts[row].at;
    struct responses_piece piece = {
        .at = at,
        .index = &want[WANT_INDEX],
        .id = &want[WANT_ITEM_ID],
        .part = &want[at == AT_SUMMARY ? WANT_SUMMARY_INDEX : WANT_CONTENT_INDEX],
        .text = &want[texts[row].member],
        .whole = texts[row].whole,
    };
    return responses_output_piece(&r->output, &piece, err);
}

static void keep_text(struct responses_reader *r, const struct scan_want *want, struct span *into) {
    if (want->type == SCAN_STRING && want->value.len <= NAME_MOST)
        *into = chat_keep(r->base.arena, want->value);
}

/* What whoever has to end the stream must know of it. */
static void keep_seen(struct responses_reader *r, const struct scan_want *want) {
    enum { ID, MODEL, CREATED, WANTS };
    struct scan_want head[WANTS] = {
        [ID] = {.name = "id"}, [MODEL] = {.name = "model"}, [CREATED] = {.name = "created_at"}};
    int64_t number;
    if (want[WANT_SEQUENCE].type == SCAN_NUMBER && scan_int(want[WANT_SEQUENCE].value, &number) &&
        number >= r->seen.next && number < NUMBER_MOST) {
        r->seen.last = number;
        r->seen.next = number + 1;
    }
    if (r->presented || want[WANT_RESPONSE].type != SCAN_OBJECT)
        return;
    r->presented = true;
    scan_members(want[WANT_RESPONSE].value, head, WANTS);
    keep_text(r, &head[ID], &r->seen.id);
    keep_text(r, &head[MODEL], &r->seen.model);
    if (head[CREATED].type == SCAN_NUMBER && scan_int(head[CREATED].value, &number) && number > 0)
        r->seen.created = number;
}

const struct responses_seen *chat_responses_seen(const struct chat_reader *reader) {
    return &((const struct responses_reader *)reader)->seen;
}

/* An error of its own, or within an event; flat in OpenAI's. A failed response follows it, and clients wait
 * for that. */
static void keep_failure(struct responses_reader *r, struct span text, const struct scan_want *error) {
    bool inner = error->type == SCAN_OBJECT || error->type == SCAN_STRING;
    if (!r->failure.at)
        r->failure = chat_keep(r->base.arena, inner ? error->value : text);
}

static int tell_failure(struct responses_reader *r, struct error *err) {
    struct scan_want error = {.value = r->failure, .type = scan_type(r->failure)};
    return fail(r, &error, err);
}

/* An answer begins with its first item: what fails before may be tried elsewhere. */
static int read_typed(struct responses_reader *r, struct span type, struct span text,
                      const struct scan_want *want, struct error *err) {
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (scan_equals(type, texts[i].type))
            return answer_begin(&r->base, err) < 0 ? -1 : read_piece(r, want, i, err);
    if (want[WANT_ITEM].type == SCAN_OBJECT && scan_equals(type, "response.output_item.added"))
        return answer_begin(&r->base, err) < 0
                   ? -1
                   : responses_output_added(&r->output, &want[WANT_INDEX], want[WANT_ITEM].value, err);
    if (want[WANT_ITEM].type == SCAN_OBJECT && scan_equals(type, "response.output_item.done"))
        return answer_begin(&r->base, err) < 0 ? -1
                                               : item_done(r, &want[WANT_INDEX], want[WANT_ITEM].value, err);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (scan_equals(type, ends[i].type))
            return read_response(r, want[WANT_RESPONSE].value, ends[i].status, err);
    if (scan_equals(type, "error"))
        keep_failure(r, text, &want[WANT_ERROR]);
    return 0;
}

static int look_at(struct span text, struct scan_want want[WANT__MAX], struct error *err) {
    for (int i = 0; i < WANT__MAX; i++)
        want[i] = (struct scan_want){.name = want_names[i]};
    return answer_look(text, want, WANT__MAX, err);
}

struct chat_reader *chat_responses_new_reader(struct chat_sink *sink, struct arena *arena) {
    struct responses_reader *r = arena_alloc(arena, sizeof *r);
    r->base = (struct chat_reader){.sink = sink, .arena = arena};
    responses_output_init(&r->output, sink, arena);
    return &r->base;
}

int chat_responses_read_event(struct chat_reader *reader, const struct sse_event *event, struct error *err) {
    struct responses_reader *r = (struct responses_reader *)reader;
    struct scan_want want[WANT__MAX];
    if (r->base.ended || !event->data.at)
        return 0;
    r->seen.last = r->seen.next; /* unless it says another */
    if (r->failure.at)
        return tell_failure(r, err);
    if (answer_is_done(event))
        return 0;
    if (look_at(event->data, want, err) < 0)
        return -1;
    keep_seen(r, want);
    const struct scan_want *type = &want[WANT_TYPE], *error = &want[WANT_ERROR];
    if (type->type != SCAN_STRING) /* as other dialects of OpenAI's report errors */
        return error->type == SCAN_OBJECT || error->type == SCAN_STRING ? fail(r, error, err) : 0;
    return read_typed(r, type->value, event->data, want, err);
}

int chat_responses_read_end(struct chat_reader *reader, struct error *err) {
    struct responses_reader *r = (struct responses_reader *)reader;
    if (r->base.ended)
        return 0;
    return r->failure.at ? tell_failure(r, err) : answer_cut(err);
}

int chat_responses_read_reply(struct span text, struct chat_sink *sink, struct arena *arena,
                              struct error *err) {
    struct responses_reader *r = (struct responses_reader *)chat_responses_new_reader(sink, arena);
    struct scan_want want[WANT__MAX];
    return look_at(text, want, err) < 0 ? -1 : read_response(r, text, STATUS_OTHER, err);
}
