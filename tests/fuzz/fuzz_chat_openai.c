/*
 * OpenAI's chat dialect on any bytes. The first one says what they are:
 *   'r', 'R'  a request ('R': of a path that always streams): what can be looked at can be edited and says
 * then what it shall; what can be read can be written, and what was written reads the same 'a'       a whole
 * answer 's'       a stream; the byte behind it says into what pieces it is cut
 */
#include <jansson.h>
#include <string.h>

#include "../unit/grammar.h"
#include "canon/meter.h"
#include "canon/restore.h"
#include "dialects/dialect.h"
#include "fuzz.h"

#define MODEL     "a/\"model\"\n"
#define LIMIT     77
#define EVENT_MAX ((size_t)1 << 24)
#define DEPTH     512

static struct span join(const struct span *part, size_t parts, size_t total, struct arena *arena) {
    char *text = arena_alloc(arena, total + 1);
    size_t at = 0;
    for (size_t i = 0; i < parts; at += part[i++].len)
        memcpy(text + at, part[i].at, part[i].len);
    check(at == total);
    return (struct span){text, total};
}

/* ---- requests that pass ------------------------------------------------------- */

/* All that nobody asked to have changed is as it was. What Jansson cannot read it says nothing about. */
static void compare(struct span before, struct span after) {
    static const char *const changed[] = {"model", "stream", "stream_options", "max_tokens",
                                          "max_completion_tokens"};
    json_t *was = json_loadb(before.at, before.len, 0, NULL), *is = json_loadb(after.at, after.len, 0, NULL);
    check(!was || is);
    for (size_t i = 0; was && i < sizeof changed / sizeof *changed; i++) {
        json_object_del(was, changed[i]);
        json_object_del(is, changed[i]);
    }
    check(!was || json_equal(was, is));
    json_decref(was);
    json_decref(is);
}

/* Edits it with some of the changes, and looks at that again. */
static void edit(struct span before, const struct chat_ask *ask, unsigned bits, struct arena *arena) {
    struct chat_change change = {
        .model = MODEL,
        .ask_usage = bits & 1,
        .output_limit = bits & 2 ? LIMIT : 0,
        .completion_limit = bits & 4,
    };
    struct chat_ask again = {0};
    struct error err = {0};
    size_t parts, total;
    struct span *part = chat_openai.edit(ask, &change, arena, &parts, &total);
    struct span text = join(part, parts, total, arena);
    check(chat_openai.look(text, arena, &again, &err) == 0);
    check(strcmp(again.model, MODEL) == 0 && again.stream == ask->stream && again.choices == ask->choices);
    check(again.usage_asked == (ask->usage_asked || (ask->stream && change.ask_usage)));
    check(again.max_output == (change.output_limit ? LIMIT : ask->max_output));
    check(again.prompt == ask->prompt);
    compare(before, text);
}

/* ---- requests that are translated ----------------------------------------------- */

static struct chat_request new_request(const struct chat_ask *ask, struct arena *arena) {
    return (struct chat_request){
        .arena = arena,
        .stream = ask->stream,
        .choices = ask->choices,
        .max_output = ask->max_output,
    };
}

/* Results stand behind their calls, nothing is empty, no two neighbours have one role. */
static void check_turns(const struct chat_request *q) {
    for (const struct chat_turn *turn = q->turns, *last = NULL; turn; last = turn, turn = turn->next) {
        check(turn->blocks.first && (!last || last->role != turn->role));
        bool results = true;
        const struct chat_block *end = NULL;
        for (const struct chat_block *block = turn->blocks.first; block; end = block, block = block->next) {
            results &= block->kind == CHAT_RESULT;
            check(block->kind != CHAT_RESULT || (results && turn->role == CHAT_USER && block->result.name));
            check(block->kind != CHAT_TEXT || !chat_is_empty(block->text));
            check(block->kind != CHAT_CALL || turn->role == CHAT_ASSISTANT);
        }
        check(end == turn->blocks.last);
    }
}

/* NULL if it cannot be read. */
static const char *translate(struct span text, bool always, const struct chat_target *target,
                             struct arena *arena) {
    struct chat_ask ask = {.always_streams = always};
    struct error err = {0};
    struct buf out;
    if (chat_openai.look(text, arena, &ask, &err) < 0)
        return NULL;
    struct chat_request q = new_request(&ask, arena);
    if (chat_openai.read_request(&ask, &q, &err) < 0) {
        check(err.kind == ERR_REQUEST && err.param[0] && err.message[0]);
        return NULL;
    }
    check_turns(&q);
    buf_init(&out, (size_t)1 << 31);
    check(chat_openai.write_request(&q, target, &out, &err) == 0 && !out.overflow);
    check(scan_object((struct span){out.data, out.len}, NULL, 0, DEPTH + 64, &err) == 0);
    const char *copy = arena_strndup(arena, out.data, out.len);
    buf_free(&out);
    return copy;
}

/* What was written once is read and written as itself. */
static void read_and_write(struct span text, bool always, unsigned quirks, struct arena *arena) {
    struct chat_target target = {.model = MODEL, .max_output = LIMIT, .quirks = quirks};
    const char *once = translate(text, always, &target, arena);
    struct error ignored = {0};
    if (!once || scan_object((struct span){once, strlen(once)}, NULL, 0, DEPTH, &ignored) < 0)
        return;
    const char *twice = translate((struct span){once, strlen(once)}, false, &target, arena);
    /* a conversation may have been all emptiness */
    check(twice ? strcmp(once, twice) == 0 : strstr(once, "\"messages\":[]") != NULL);
}

static void run_request(struct span text, bool always) {
    struct arena *arena = arena_new();
    struct chat_ask ask = {.always_streams = always};
    struct error err = {0};
    if (chat_openai.look(text, arena, &ask, &err) == 0) {
        for (unsigned bits = 0; bits < 8; bits++)
            edit(text, &ask, bits, arena);
        read_and_write(text, always, 0, arena);
        read_and_write(text, always, CHAT_NO_DEVELOPER | CHAT_NO_IMAGES | CHAT_REASONING_BACK, arena);
    } else {
        check(err.kind == ERR_REQUEST);
    }
    arena_free(arena);
}

/* ---- answers ---------------------------------------------------------------------- */

/* Where events end: some count them, some write them, all keep what is needed to compare two ways. */
struct counter {
    struct chat_sink sink;
    struct meter meter;
    bool ended, failed;
};

static int count(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct counter *counter = (struct counter *)sink;
    (void)err;
    meter_take(&counter->meter, event);
    counter->ended |= event->kind == EVENT_END;
    counter->failed |= event->kind == EVENT_FAIL;
    return 0;
}

/* Writes a stream, and folds the same events. */
struct telling {
    struct chat_sink sink;
    struct counter counter;
    struct chat_writer *writer;
    struct chat_sink *collect;
    bool bare[GRAMMAR_CHOICES]; /* the last call is of a function, without arguments so far */
    int64_t added;              /* bytes of arguments that the writer gives to such a one */
};

static void look_for_bare(struct telling *telling, const struct chat_event *event) {
    bool *bare = &telling->bare[event->choice];
    if (event->kind == EVENT_USAGE)
        return;
    telling->added += *bare && event->kind != EVENT_ARGS ? 2 : 0;
    *bare = event->kind == EVENT_CALL && !event->call.custom;
}

static int tell(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct telling *telling = (struct telling *)sink;
    count(&telling->counter.sink, event, err);
    if (event->kind == EVENT_FAIL)
        return 0;
    check(event->kind != EVENT_CALL || (event->call.id && *event->call.id));
    if (event->kind != EVENT_END)
        look_for_bare(telling, event);
    chat_openai.write_event(telling->writer, event);
    return chat_emit(telling->collect, event, err);
}

static int look_at(void *arg, const struct sse_event *event, struct error *err) {
    return chat_openai.read_event(arg, event, err);
}

/* Reads a stream in pieces into a sink. */
static int read_stream(struct span text, size_t piece, struct chat_sink *sink, struct arena *arena) {
    struct chat_reader *reader = chat_openai.new_reader(sink, arena);
    struct error err = {0};
    struct sse sse;
    int rc = 0;
    sse_init(&sse, EVENT_MAX);
    for (size_t at = 0; rc == 0 && at < text.len; at += piece)
        rc = sse_feed(&sse, text.at + at, text.len - at < piece ? text.len - at : piece, look_at, reader,
                      &err);
    if (rc == 0)
        rc = sse_finish(&sse, look_at, reader, &err);
    if (rc == 0)
        rc = chat_openai.read_end(reader, &err);
    check(rc == 0 || err.kind == ERR_UPSTREAM);
    sse_free(&sse);
    return rc;
}

/* What the writer wrote is read as what it was told. */
static void check_written(const struct telling *telling, struct span stream, struct span reply,
                          struct arena *arena) {
    struct error err = {0};
    struct counter streamed = {.sink.take = count}, whole = {.sink.take = count};
    struct grammar grammar;
    if (!telling->counter.ended)
        return;
    grammar_init(&grammar, &streamed.sink);
    check(read_stream(stream, stream.len, &grammar.sink, arena) == 0);
    check(streamed.ended && streamed.meter.bytes == telling->counter.meter.bytes + telling->added);
    grammar_init(&grammar, &whole.sink);
    check(chat_openai.read_reply(reply, &grammar.sink, arena, &err) == 0);
    check(whole.ended);
}

static void run_answer(struct span text, bool stream, size_t piece) {
    struct arena *arena = arena_new();
    struct chat_request request = {.arena = arena};
    struct chat_head head = {.id = "id", .model = MODEL, .usage_wanted = true, .request = &request};
    struct collect *collect = collect_new(arena);
    struct telling telling = {.sink.take = tell, .collect = collect_sink(collect)};
    struct grammar before, behind;
    struct error err = {0};
    struct buf out, whole;
    buf_init(&out, (size_t)1 << 31);
    buf_init(&whole, (size_t)1 << 31);
    telling.writer = chat_openai.new_writer(&head, arena, &out);
    grammar_init(&behind, &telling.sink);
    grammar_init(&before, restore_sink(restore_new(&request, &behind.sink, arena)));
    int rc = stream ? read_stream(text, piece, &before.sink, arena)
                    : chat_openai.read_reply(text, &before.sink, arena, &err);
    check(rc == 0 || stream || err.kind == ERR_UPSTREAM);
    check((rc == 0) == (telling.counter.ended || telling.counter.failed));
    chat_openai.write_reply(&head, collect_reply(collect), &whole);
    check(scan_object((struct span){whole.data, whole.len}, NULL, 0, DEPTH, &err) == 0 || err.kind);
    check_written(&telling, (struct span){out.data, out.len}, (struct span){whole.data, whole.len}, arena);
    buf_free(&out);
    buf_free(&whole);
    arena_free(arena);
}

/* Who only counts refuses nothing but what is malformed. */
static void count_answer(struct span text, bool stream, size_t piece) {
    struct arena *arena = arena_new();
    struct counter counter = {.sink = {count, true}};
    struct error err = {0};
    if (stream)
        read_stream(text, piece, &counter.sink, arena);
    else
        chat_openai.read_reply(text, &counter.sink, arena, &err);
    const struct meter *meter = &counter.meter;
    check(meter->bytes >= 0 && (uint64_t)meter->bytes <= text.len && meter->deltas <= meter->bytes);
    struct usage usage = meter_usage(meter, 1);
    check(usage.prompt >= 0 && usage.output >= 0 && usage.cache_read >= 0 && usage.cache_write >= 0);
    struct span message = {0};
    if (!stream && chat_openai.read_error(text, &message))
        check(message.len >= 2 && message.at[0] == '"');
    arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct span text = {(const char *)data + 1, size ? size - 1 : 0};
    if (size < 2)
        return 0;
    if (*data == 'r' || *data == 'R') {
        run_request(text, *data == 'R');
    } else if (*data == 'a') {
        run_answer(text, false, 1);
        count_answer(text, false, 1);
    } else if (*data == 's') {
        size_t piece = (uint8_t)*text.at + 1;
        text = (struct span){text.at + 1, text.len - 1};
        run_answer(text, true, piece);
        count_answer(text, true, piece);
    }
    return 0;
}
