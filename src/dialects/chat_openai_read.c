/* Answers of OpenAI's Chat Completions, whole and streamed: read as events. */
#include <string.h>

#include "canon/fragments.h"
#include "dialects/answer.h"
#include "dialects/chat_openai.h"
#include "dialects/openai_usage.h"

/* A choice: the reason why it stops is told at the end, as some servers repeat it, or send more behind it. */
struct choice {
    bool seen;
    enum chat_stop stop;
};

struct openai_reader {
    struct chat_reader base;
    struct calls calls;
    bool whole; /* no stream: an answer in one piece */
    struct choice choice[CHAT_OPENAI_CHOICES];
};

/* ---- usage ------------------------------------------------------------------------- */

static int read_usage(struct openai_reader *r, struct span object, struct error *err) {
    enum { PROMPT, COMPLETION, TOTAL, INPUT_DETAILS, OUTPUT_DETAILS, CACHE_HIT, QUERIES, TOOL_USE, WANTS };
    struct scan_want want[WANTS] = {
        [PROMPT] = {.name = "prompt_tokens"},
        [COMPLETION] = {.name = "completion_tokens"},
        [TOTAL] = {.name = "total_tokens"},
        [INPUT_DETAILS] = {.name = "prompt_tokens_details"},
        [OUTPUT_DETAILS] = {.name = "completion_tokens_details"},
        [CACHE_HIT] = {.name = "prompt_cache_hit_tokens"}, /* DeepSeek */
        [QUERIES] = {.name = "num_search_queries"},        /* Perplexity */
        [TOOL_USE] = {.name = "server_tool_use"},          /* OpenRouter */
    };
    struct scan_want searches = {.name = "web_search_requests"};
    struct chat_event event = {.kind = EVENT_USAGE};
    int64_t total;
    scan_members(object, want, WANTS);
    scan_members(want[TOOL_USE].value, &searches, 1);
    event.has_prompt = answer_count(&want[PROMPT], &event.usage.prompt);
    event.has_output = answer_count(&want[COMPLETION], &event.usage.output);
    if (!event.has_prompt && !event.has_output)
        return 0; /* it says nothing: what was reported before stays */
    answer_count(&want[CACHE_HIT], &event.usage.cache_read);
    openai_read_input_details(&want[INPUT_DETAILS], &event.usage);
    openai_read_output_details(&want[OUTPUT_DETAILS], &event.usage);
    answer_count(searches.type == SCAN_NONE ? &want[QUERIES] : &searches, &event.usage.searches);
    /* Some do not count reasoning as completion: their total tells. */
    if (answer_count(&want[TOTAL], &total) &&
        total == event.usage.prompt + event.usage.output + event.usage.reasoning)
        event.usage.output += event.usage.reasoning;
    r->base.only_usage = true;
    return answer_usage(&r->base, &event, err);
}

/* ---- what a choice brings ------------------------------------------------------------- */

static int read_text(struct openai_reader *r, int choice, enum event_kind kind, const struct scan_want *want,
                     struct error *err) {
    struct chat_event event = {.kind = kind, .choice = choice, .text = want->value};
    if (!answer_says(want))
        return 0;
    return calls_flush(&r->calls, choice, err) < 0 ? -1 : answer_emit(&r->base, &event, err);
}

/* A fragment of a call. */
struct fragment {
    int choice;
    int64_t key;
    bool custom;
    struct scan_want id, name, args;
};

/* Some servers leave out the index, or repeat it for the next call, some without ids; some repeat id and name
 * in each fragment, or have another id in each. */
static bool is_next(const struct openai_reader *r, const struct fragment *f) {
    bool whole;
    const struct chat_call *last = calls_find(&r->calls, f->choice, f->key, &whole);
    if (!last)
        return answer_says(&f->name) || answer_says(&f->args) || f->args.type == SCAN_OBJECT;
    if (!answer_says(&f->name))
        return false;
    if (answer_says(&f->id) && last->id)
        return !scan_equals(f->id.value, last->id);
    return whole && (answer_says(&f->args) || f->args.type == SCAN_OBJECT);
}

static int begin_call(struct openai_reader *r, const struct fragment *f, struct error *err) {
    struct chat_call call = {.id = answer_name(r->base.arena, &f->id),
                             .name = answer_name(r->base.arena, &f->name),
                             .custom = f->custom};
    if (!call.name)
        return error_set(err, ERR_UPSTREAM, "The provider sent a tool call without a name.");
    return calls_begin(&r->calls, f->choice, f->key, &call, err);
}

static int add_args(struct openai_reader *r, const struct fragment *f, struct error *err) {
    struct buf quoted;
    if (answer_says(&f->args))
        return calls_add(&r->calls, f->choice, f->key, f->args.value, err);
    if (f->args.type != SCAN_OBJECT) /* which some servers send instead of its text */
        return 0;
    buf_init(&quoted, BUF_MOST);
    buf_quote(&quoted, f->args.value.at, f->args.value.len);
    struct span text = {quoted.data, quoted.len};
    int rc = quoted.overflow
                 ? error_set(err, ERR_UPSTREAM, "The provider's arguments of a tool call are too long.")
                 : calls_add(&r->calls, f->choice, f->key, text, err);
    buf_free(&quoted);
    return rc;
}

static int count_fragment(struct openai_reader *r, const struct fragment *f, struct error *err) {
    struct chat_event name = {.kind = EVENT_ARGS, .choice = f->choice, .text = f->name.value};
    struct chat_event args = {.kind = EVENT_ARGS, .choice = f->choice, .text = f->args.value};
    bool brings = answer_says(&f->args) || f->args.type == SCAN_OBJECT;
    return (answer_says(&f->name) && answer_emit(&r->base, &name, err) < 0) ||
                   (brings && answer_emit(&r->base, &args, err) < 0)
               ? -1
               : 0;
}

static int read_call(struct openai_reader *r, int choice, int64_t position, struct span text,
                     struct error *err) {
    enum { ID, INDEX, FUNCTION, CUSTOM, WANTS };
    struct scan_want want[WANTS] = {[ID] = {.name = "id"},
                                    [INDEX] = {.name = "index"},
                                    [FUNCTION] = {.name = "function"},
                                    [CUSTOM] = {.name = "custom"}};
    struct scan_want part[] = {{.name = "name"}, {.name = "arguments"}, {.name = "input"}};
    int64_t index = position;
    scan_members(text, want, WANTS);
    bool custom = want[CUSTOM].type == SCAN_OBJECT;
    scan_members(want[custom ? CUSTOM : FUNCTION].value, part, 3);
    if (!r->whole) /* where each is in one piece, its place tells it from others */
        answer_count(&want[INDEX], &index);
    struct fragment f = {choice, index, custom, want[ID], part[0], part[custom ? 2 : 1]};
    if (r->base.sink->counts)
        return count_fragment(r, &f, err);
    if (is_next(r, &f) && begin_call(r, &f, err) < 0)
        return -1;
    return add_args(r, &f, err);
}

static int read_calls(struct openai_reader *r, int choice, const struct scan_want *calls, struct error *err) {
    struct span rest = calls->value, call;
    enum scan_type type;
    if (calls->type != SCAN_ARRAY)
        return 0;
    for (int64_t position = 0; scan_next(&rest, &call, &type); position++)
        if (type == SCAN_OBJECT && read_call(r, choice, position, call, err) < 0)
            return -1;
    return 0;
}

/* A delta or a whole message. */
static int read_message(struct openai_reader *r, int choice, const struct scan_want *message,
                        struct error *err) {
    enum { CONTENT, REASONING_CONTENT, REASONING, REFUSAL, TOOL_CALLS, WANTS };
    struct scan_want want[WANTS] = {
        [CONTENT] = {.name = "content"},       [REASONING_CONTENT] = {.name = "reasoning_content"},
        [REASONING] = {.name = "reasoning"},   [REFUSAL] = {.name = "refusal"},
        [TOOL_CALLS] = {.name = "tool_calls"},
    };
    if (message->type != SCAN_OBJECT)
        return 0;
    scan_members(message->value, want, WANTS);
    int thought = want[REASONING_CONTENT].type == SCAN_STRING ? REASONING_CONTENT : REASONING;
    return read_text(r, choice, EVENT_THOUGHT, &want[thought], err) < 0 ||
                   read_text(r, choice, EVENT_TEXT, &want[CONTENT], err) < 0 ||
                   read_text(r, choice, EVENT_REFUSAL, &want[REFUSAL], err) < 0 ||
                   read_calls(r, choice, &want[TOOL_CALLS], err) < 0
               ? -1
               : 0;
}

static enum chat_stop stop_of(struct span reason) {
    static const struct {
        const char *reason;
        enum chat_stop stop;
    } rows[] = {
        {"stop", STOP_DONE},           {"length", STOP_LENGTH},         {"tool_calls", STOP_CALLS},
        {"function_call", STOP_CALLS}, {"content_filter", STOP_FILTER},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (scan_equals(reason, rows[i].reason))
            return rows[i].stop;
    return STOP_DONE;
}

static int stop(struct openai_reader *r, int choice, const struct scan_want *reason, struct error *err) {
    if (!answer_says(reason))
        return 0;
    if (r->choice[choice].stop == STOP_NONE)
        r->choice[choice].stop = stop_of(reason->value);
    r->choice[choice].seen = r->base.stopped = true;
    return calls_flush(&r->calls, choice, err);
}

static int read_choice(struct openai_reader *r, int64_t position, struct span text, struct error *err) {
    enum { INDEX, DELTA, MESSAGE, FINISH, WANTS };
    struct scan_want want[WANTS] = {[INDEX] = {.name = "index"},
                                    [DELTA] = {.name = "delta"},
                                    [MESSAGE] = {.name = "message"},
                                    [FINISH] = {.name = "finish_reason"}};
    int64_t index = position;
    scan_members(text, want, WANTS);
    answer_count(&want[INDEX], &index);
    if (index >= CHAT_OPENAI_CHOICES)
        return error_set(err, ERR_UPSTREAM, "The provider's answer has too many choices.");
    r->choice[index].seen |= want[DELTA].type == SCAN_OBJECT || want[MESSAGE].type == SCAN_OBJECT;
    return read_message(r, (int)index, &want[DELTA], err) < 0 ||
                   read_message(r, (int)index, &want[MESSAGE], err) < 0 ||
                   stop(r, (int)index, &want[FINISH], err) < 0
               ? -1
               : 0;
}

/* ---- chunks ------------------------------------------------------------------------------- */

/* Returns the number of choices, or -1. */
static int read_choices(struct openai_reader *r, const struct scan_want *choices, struct error *err) {
    struct span rest = choices->value, choice;
    enum scan_type type;
    int count = 0;
    if (choices->type != SCAN_ARRAY)
        return 0;
    for (; scan_next(&rest, &choice, &type); count++)
        if (type == SCAN_OBJECT && read_choice(r, count, choice, err) < 0)
            return -1;
    return count;
}

/* A whole answer that has choices is one, whatever else it says. */
static bool is_error(const struct openai_reader *r, const struct scan_want *choices,
                     const struct scan_want *error) {
    struct span rest = choices->value, choice;
    enum scan_type type;
    if (error->type == SCAN_NONE || error->type == SCAN_NULL)
        return false;
    return !r->whole || choices->type != SCAN_ARRAY || !scan_next(&rest, &choice, &type);
}

static int read_chunk(struct openai_reader *r, struct span text, struct error *err) {
    enum { CHOICES, USAGE, ERROR, WANTS };
    struct scan_want want[WANTS] = {
        [CHOICES] = {.name = "choices"}, [USAGE] = {.name = "usage"}, [ERROR] = {.name = "error"}};
    if (answer_look(text, want, WANTS, err) < 0)
        return -1;
    if (is_error(r, &want[CHOICES], &want[ERROR]))
        return answer_fail(&r->base, answer_words(&want[ERROR]), NULL, err);
    if (answer_begin(&r->base, err) < 0)
        return -1;
    int choices = read_choices(r, &want[CHOICES], err);
    if (choices < 0)
        return -1;
    if (r->whole && choices == 0 && !r->base.sink->counts)
        return error_set(err, ERR_UPSTREAM, "The provider's answer has no choices.");
    if (want[USAGE].type == SCAN_OBJECT && read_usage(r, want[USAGE].value, err) < 0)
        return -1;
    r->base.only_usage &= choices == 0;
    return 0;
}

/* One that said nothing of its end has come to it now; and there is a first one in any case. */
static int stop_all(struct openai_reader *r, struct error *err) {
    r->choice[0].seen = true;
    for (int i = 0; i < CHAT_OPENAI_CHOICES; i++) {
        if (!r->choice[i].seen)
            continue;
        struct chat_event event = {.kind = EVENT_STOP, .choice = i, .stop = r->choice[i].stop};
        if (calls_flush(&r->calls, i, err) < 0 || answer_emit(&r->base, &event, err) < 0)
            return -1;
    }
    return 0;
}

static int end(struct openai_reader *r, struct error *err) {
    struct chat_event event = {.kind = EVENT_END};
    r->base.ended = true;
    return answer_begin(&r->base, err) < 0 || stop_all(r, err) < 0 ? -1 : answer_emit(&r->base, &event, err);
}

struct chat_reader *chat_openai_new_reader(struct chat_sink *sink, struct arena *arena) {
    struct openai_reader *r = arena_alloc(arena, sizeof *r);
    r->base = (struct chat_reader){.sink = sink, .arena = arena};
    calls_init(&r->calls, sink, arena);
    return &r->base;
}

int chat_openai_read_event(struct chat_reader *reader, const struct sse_event *event, struct error *err) {
    struct openai_reader *r = (struct openai_reader *)reader;
    reader->only_usage = false;
    if (r->base.ended || !event->data.at)
        return 0;
    if (answer_is_done(event))
        return end(r, err);
    return read_chunk(r, event->data, err);
}

/* Without [DONE] it is complete if it had come to a finish reason. */
int chat_openai_read_end(struct chat_reader *reader, struct error *err) {
    struct openai_reader *r = (struct openai_reader *)reader;
    if (r->base.ended)
        return 0;
    if (!r->base.stopped)
        return answer_cut(err);
    return end(r, err);
}

int chat_openai_read_reply(struct span text, struct chat_sink *sink, struct arena *arena, struct error *err) {
    struct openai_reader *r = (struct openai_reader *)chat_openai_new_reader(sink, arena);
    r->whole = true;
    return read_chunk(r, text, err) < 0 || (!r->base.ended && end(r, err) < 0) ? -1 : 0;
}
