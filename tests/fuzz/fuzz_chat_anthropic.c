/*
 * Anthropic's dialect on any bytes: as a request, which is edited and written in all dialects, as an answer,
 * and as a stream that comes in two pieces. The first byte says where the stream is cut and what the target
 * refuses.
 */
#include <string.h>

#include "canon/restore.h"
#include "dialects/chat_anthropic.h"
#include "../unit/grammar.h"
#include "fuzz.h"

#define DEPTH      512
#define EVENT_MOST 1000000
#define OUT_MOST   ((size_t)1 << 26)
#define LIMIT      77

static bool is_json(struct span text) {
    struct error ignored = {0};
    return scan_object(text, NULL, 0, DEPTH, &ignored) == 0;
}

/* ---- requests --------------------------------------------------------------------- */

static void edit(const struct chat_ask *ask, struct arena *arena) {
    struct chat_change change = {.model = "a/\"model\"\n", .output_limit = LIMIT};
    struct chat_ask again = {.counting = ask->counting};
    struct error err = {0};
    struct buf out;
    size_t parts, total;
    struct span *part = chat_anthropic.edit(ask, &change, arena, &parts, &total);
    buf_init(&out, OUT_MOST);
    for (size_t i = 0; i < parts; i++)
        buf_add(&out, part[i].at, part[i].len);
    check(out.len == total);
    check(chat_anthropic.look((struct span){out.data, out.len}, arena, &again, &err) == 0);
    check(strcmp(again.model, change.model) == 0 && again.stream == ask->stream &&
          again.prompt == ask->prompt);
    check(again.max_output == (ask->max_output < LIMIT ? ask->max_output : LIMIT));
    buf_free(&out);
}

/* Without what is sealed it is a request still, unless that was all. */
static void unseal(const struct chat_ask *ask, unsigned quirks, struct arena *arena) {
    struct chat_request notes = {.arena = arena};
    struct chat_ask again = {0};
    struct error err = {0};
    struct buf out, rest;
    buf_init(&out, OUT_MOST);
    buf_init(&rest, OUT_MOST);
    if (chat_anthropic.unseal(ask, quirks, &notes, &out)) {
        struct span text = {out.data, out.len};
        check(is_json(text) && notes.dropped);
        check(chat_anthropic.look(text, arena, &again, &err) < 0 ||
              !chat_anthropic.unseal(&again, quirks, &notes, &rest));
    }
    check(rest.len == 0);
    buf_free(&out);
    buf_free(&rest);
}

static bool read_request(struct span text, struct arena *arena, struct chat_request *q) {
    struct chat_ask ask = {0};
    struct error err = {0};
    *q = (struct chat_request){.arena = arena};
    if (chat_anthropic.look(text, arena, &ask, &err) < 0) {
        check(err.kind == ERR_REQUEST);
        return false;
    }
    check(ask.prompt >= 0 && ask.max_output > 0 && ask.choices == 1);
    edit(&ask, arena);
    unseal(&ask, 0, arena);
    unseal(&ask, CHAT_BUDGET, arena);
    q->stream = ask.stream;
    q->choices = ask.choices;
    q->max_output = ask.max_output;
    if (chat_anthropic.read_request(&ask, q, &err) == 0)
        return true;
    check(err.kind == ERR_REQUEST);
    return false;
}

/* Writes it; returns whether it could be written. */
static bool write_request(struct span text, const struct chat_dialect *to, unsigned quirks, struct buf *out) {
    struct arena *arena = arena_new();
    struct chat_request q;
    struct error err = {0};
    buf_init(out, OUT_MOST);
    bool good = read_request(text, arena, &q);
    if (good) {
        struct chat_target target = {"m", q.max_output, true, quirks};
        good = to->write_request(&q, &target, out, &err) == 0;
        check(good || err.kind == ERR_REQUEST);
        check(!good || out->overflow || is_json((struct span){out->data, out->len}));
    }
    arena_free(arena);
    return good && !out->overflow;
}

static void run_request(struct span text, unsigned quirks) {
    static const struct chat_dialect *const others[] = {&chat_openai, &chat_responses, &chat_gemini};
    struct buf out, again;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        write_request(text, others[i], quirks, &out);
        buf_free(&out);
    }
    if (write_request(text, &chat_anthropic, quirks, &out)) {
        /* What it wrote, it reads and writes the same. */
        check(write_request((struct span){out.data, out.len}, &chat_anthropic, quirks, &again));
        check(again.len == out.len && memcmp(again.data, out.data, out.len) == 0);
        buf_free(&again);
    }
    buf_free(&out);
}

static void run_counting(struct span text) {
    struct arena *arena = arena_new();
    struct chat_ask ask = {.counting = true};
    struct error err = {0};
    check(chat_anthropic.look(text, arena, &ask, &err) == 0 || err.kind == ERR_REQUEST);
    arena_free(arena);
}

/* ---- answers ---------------------------------------------------------------------- */

/* Told to a client of this dialect, streamed and whole. */
struct telling {
    struct chat_sink sink;
    struct chat_writer *writer;
    struct collect *collect;
    bool ended;
};

static int tell(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct telling *telling = (struct telling *)sink;
    chat_anthropic.write_event(telling->writer, event);
    telling->ended |= event->kind == EVENT_END;
    return chat_emit(collect_sink(telling->collect), event, err);
}

static int read_one(void *arg, const struct sse_event *event, struct error *err) {
    return chat_anthropic.read_event(arg, event, err);
}

static int read_stream(struct span text, size_t cut, struct chat_sink *sink, struct arena *arena,
                       struct error *err) {
    struct chat_reader *reader = chat_anthropic.new_reader(sink, arena);
    struct sse sse;
    sse_init(&sse, EVENT_MOST);
    int rc = sse_feed(&sse, text.at, cut, read_one, reader, err) < 0 ||
                     sse_feed(&sse, text.at + cut, text.len - cut, read_one, reader, err) < 0 ||
                     sse_finish(&sse, read_one, reader, err) < 0 || chat_anthropic.read_end(reader, err) < 0
                 ? -1
                 : 0;
    sse_free(&sse);
    return rc;
}

/* Events obey their grammar, and what is told of them can be read. `depth` counts how often it was told. */
static void run_answer(struct span text, bool streamed, size_t cut, int depth) {
    struct arena *arena = arena_new();
    struct chat_request q = {.arena = arena};
    struct chat_head head = {.id = "1", .model = "m", .prompt = 1, .request = &q};
    struct telling telling = {.sink.take = tell};
    struct grammar before, after;
    struct error err = {0};
    struct buf out, whole;
    buf_init(&out, OUT_MOST);
    buf_init(&whole, OUT_MOST);
    telling.writer = chat_anthropic.new_writer(&head, arena, &out);
    telling.collect = collect_new(arena);
    grammar_init(&after, &telling.sink);
    grammar_init(&before, restore_sink(restore_new(&q, &after.sink, arena)));
    int rc = streamed ? read_stream(text, cut, &before.sink, arena, &err)
                      : chat_anthropic.read_reply(text, &before.sink, arena, &err);
    check(rc == 0 || err.kind == ERR_UPSTREAM);
    check(rc < 0 || before.ended);
    check(depth == 0 || (rc == 0 && telling.ended));
    if (telling.ended && depth == 0) {
        chat_anthropic.write_reply(&head, collect_reply(telling.collect), &whole);
        check(is_json((struct span){whole.data, whole.len}));
        run_answer((struct span){out.data, out.len}, true, out.len / 2, 1);
        run_answer((struct span){whole.data, whole.len}, false, 0, 1);
    }
    buf_free(&out);
    buf_free(&whole);
    arena_free(arena);
}

static int take_any(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    (void)sink, (void)event, (void)err;
    return 0;
}

/* What only passes fails for nothing but malformed JSON, or an end that comes too early. */
static void run_passing(struct span text, bool streamed) {
    struct arena *arena = arena_new();
    struct chat_sink sink = {take_any, true};
    struct error err = {0};
    int rc = streamed ? read_stream(text, 0, &sink, arena, &err)
                      : chat_anthropic.read_reply(text, &sink, arena, &err);
    check(rc == 0 || err.kind == ERR_UPSTREAM);
    check(rc == 0 || streamed || !is_json(text));
    arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct span text = {(const char *)data + 1, size - 1}, message;
    if (size == 0)
        return 0;
    run_request(text, data[0] * 0x11u);
    run_counting(text);
    run_answer(text, false, 0, 0);
    run_answer(text, true, data[0] * text.len / 255, 0);
    run_passing(text, false);
    run_passing(text, true);
    check(!chat_anthropic.read_error(text, &message) || message.len >= 2);
    return 0;
}
