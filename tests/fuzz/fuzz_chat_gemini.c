/*
 * Gemini's dialect on any bytes. A request that can be read can be written in every dialect, and what the
 * dialect wrote itself can be read again; events of an answer obey their grammar, however a stream was cut,
 * and what a client gets of them is JSON.
 */
#include <string.h>

#include "../unit/grammar.h"
#include "base/sse.h"
#include "canon/restore.h"
#include "dialects/dialect.h"
#include "fuzz.h"

#define DEPTH  512
#define MOST   ((size_t)64 << 20)
#define CUTS   50 /* places at which a stream is cut in two */
#define LIMIT  77
#define QUIRKS 4 /* sets of them */

static int is_json(const struct buf *text) {
    struct error ignored = {0};
    return text->overflow || scan_object((struct span){text->data, text->len}, NULL, 0, DEPTH, &ignored) == 0;
}

/* ---- requests -------------------------------------------------------------------- */

static int read_request(struct span text, struct arena *arena, struct chat_request *q, struct error *err) {
    struct chat_ask ask = {.model = "m", .stream = true};
    *q = (struct chat_request){.arena = arena, .stream = true};
    if (chat_gemini.look(text, arena, &ask, err) < 0)
        return -1;
    check(ask.choices >= 1 && ask.max_output >= 0 && ask.prompt > 0 && ask.stream);
    q->choices = ask.choices;
    q->max_output = ask.max_output;
    return chat_gemini.read_request(&ask, q, err);
}

/* Fails only for what the target cannot do. */
static void write_in(const struct chat_dialect *dialect, unsigned quirks, struct span text, struct buf *out) {
    struct arena *arena = arena_new();
    struct chat_request q;
    struct chat_target target = {.model = "m", .max_output = LIMIT, .quirks = quirks};
    struct error err = {0};
    check(read_request(text, arena, &q, &err) == 0);
    if (dialect->write_request(&q, &target, out, &err) == 0)
        check(is_json(out));
    else
        check(err.kind == ERR_REQUEST);
    arena_free(arena);
}

/* An argument may be nested as deep as a request may be, and is one deeper when it is written. */
static int is_depth(const struct error *err) {
    return strstr(err->message, "nested") || strstr(err->message, "deep");
}

static void read_again(const struct buf *written) {
    struct arena *arena = arena_new();
    struct chat_request q;
    struct error err = {0};
    check(read_request((struct span){written->data, written->len}, arena, &q, &err) == 0 || is_depth(&err));
    arena_free(arena);
}

/* Without what is sealed it is a request still. */
static void run_unseal(const struct chat_ask *ask, unsigned quirks, struct arena *arena) {
    struct chat_request notes = {.arena = arena};
    struct chat_ask again = {.model = "m"};
    struct error err = {0};
    struct buf out, rest;
    buf_init(&out, MOST);
    buf_init(&rest, MOST);
    if (chat_gemini.unseal(ask, quirks, &notes, &out)) {
        check(notes.dropped && chat_gemini.look((struct span){out.data, out.len}, arena, &again, &err) == 0);
        check(!chat_gemini.unseal(&again, quirks, &notes, &rest));
    }
    check(rest.len == 0);
    buf_free(&out);
    buf_free(&rest);
}

static void run_edit(struct span text) {
    struct arena *arena = arena_new();
    struct chat_ask ask = {.model = "m"}, again = {.model = "m"};
    struct chat_change change = {.model = "a/\"model\"\n", .output_limit = LIMIT};
    struct error err = {0};
    if (chat_gemini.look(text, arena, &ask, &err) == 0) {
        size_t parts, total, at = 0;
        run_unseal(&ask, 0, arena);
        run_unseal(&ask, CHAT_NO_REASONING, arena);
        struct span *part = chat_gemini.edit(&ask, &change, arena, &parts, &total);
        char *edited = arena_alloc(arena, total + 1);
        for (size_t i = 0; i < parts; at += part[i++].len)
            memcpy(edited + at, part[i].at, part[i].len);
        check(at == total);
        check(chat_gemini.look((struct span){edited, total}, arena, &again, &err) == 0);
        check(again.max_output == LIMIT && again.choices == ask.choices);
    } else {
        check(err.kind == ERR_REQUEST);
    }
    arena_free(arena);
}

static void run_request(struct span text) {
    static const unsigned quirks[QUIRKS] = {0, CHAT_CALL_IDS | CHAT_NO_MINIMAL,
                                            CHAT_BUDGET | CHAT_ALWAYS_THINKS, CHAT_NO_REASONING};
    static const struct chat_dialect *const dialects[] = {&chat_gemini, &chat_openai, &chat_responses,
                                                          &chat_anthropic};
    struct arena *arena = arena_new();
    struct chat_request q;
    struct error err = {0};
    int rc = read_request(text, arena, &q, &err);
    check(rc == 0 || err.kind == ERR_REQUEST);
    arena_free(arena);
    for (size_t i = 0; rc == 0 && i < QUIRKS * sizeof dialects / sizeof *dialects; i++) {
        struct buf out;
        buf_init(&out, MOST);
        write_in(dialects[i / QUIRKS], quirks[i % QUIRKS], text, &out);
        if (dialects[i / QUIRKS] == &chat_gemini && out.len > 0 && !out.overflow)
            read_again(&out);
        buf_free(&out);
    }
}

/* ---- answers ------------------------------------------------------------------------ */

/* Takes the events behind the grammar's check: to a client of the same dialect, and to a fold. */
struct taker {
    struct chat_sink sink, *collect;
    struct chat_writer *writer;
    struct buf log; /* kinds, and texts without regard to where they were cut */
    bool ended;
};

static int take(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct taker *taker = (struct taker *)sink;
    chat_gemini.write_event(taker->writer, event);
    taker->ended = event->kind == EVENT_END;
    buf_printf(&taker->log, "%d.%d:", event->kind, event->choice);
    if (event->text.at)
        buf_add(&taker->log, event->text.at, event->text.len);
    return chat_emit(taker->collect, event, err);
}

struct answer {
    struct arena *arena;
    struct chat_request q;
    struct chat_head head;
    struct taker taker;
    struct grammar grammar;
    struct chat_sink *sink;
    struct collect *collect;
    struct buf out;
    struct error err;
};

static void answer_init(struct answer *a) {
    *a = (struct answer){.arena = arena_new()};
    a->q = (struct chat_request){.arena = a->arena, .choices = 2, .reasoning.show = FLAG_ON};
    a->head = (struct chat_head){.id = "id", .model = "m", .request = &a->q};
    buf_init(&a->out, MOST);
    buf_init(&a->taker.log, MOST);
    buf_puts(&a->taker.log, "");
    a->collect = collect_new(a->arena);
    a->taker.sink.take = take;
    a->taker.collect = collect_sink(a->collect);
    a->taker.writer = chat_gemini.new_writer(&a->head, a->arena, &a->out);
    grammar_init(&a->grammar, restore_sink(restore_new(&a->q, &a->taker.sink, a->arena)));
    a->sink = &a->grammar.sink;
}

static int check_event(void *arg, const struct sse_event *event, struct error *err) {
    struct error ignored = {0};
    (void)arg, (void)err;
    check(!event->name.at && event->data.at);
    check(scan_object(event->data, NULL, 0, DEPTH, &ignored) == 0);
    return 0;
}

/* What the client got is whole events of JSON, and the folded answer is JSON. */
static void answer_check(struct answer *a) {
    struct sse sse;
    struct error err = {0};
    struct buf whole;
    check(a->err.kind == ERR_NONE || a->err.kind == ERR_UPSTREAM);
    sse_init(&sse, MOST);
    check(sse_feed(&sse, a->out.data ? a->out.data : "", a->out.len, check_event, NULL, &err) == 0);
    sse_free(&sse);
    if (!a->taker.ended)
        return;
    buf_init(&whole, MOST);
    chat_gemini.write_reply(&a->head, collect_reply(a->collect), &whole);
    check(is_json(&whole));
    buf_free(&whole);
}

static void answer_free(struct answer *a) {
    buf_free(&a->out);
    buf_free(&a->taker.log);
    arena_free(a->arena);
}

static int hand_on(void *arg, const struct sse_event *event, struct error *err) {
    return chat_gemini.read_event(arg, event, err);
}

static void feed(struct answer *a, const char *bytes, size_t len, size_t first) {
    struct chat_reader *reader = chat_gemini.new_reader(a->sink, a->arena);
    struct sse sse;
    sse_init(&sse, MOST);
    if (sse_feed(&sse, bytes, first, hand_on, reader, &a->err) == 0 &&
        sse_feed(&sse, bytes + first, len - first, hand_on, reader, &a->err) == 0 &&
        sse_finish(&sse, hand_on, reader, &a->err) == 0)
        chat_gemini.read_end(reader, &a->err);
    sse_free(&sse);
}

static void run_stream(const char *bytes, size_t len) {
    struct answer whole;
    answer_init(&whole);
    feed(&whole, bytes, len, len);
    answer_check(&whole);
    for (size_t cut = 0; cut < CUTS && cut < len; cut++) {
        struct answer a;
        answer_init(&a);
        feed(&a, bytes, len, cut * len / (len < CUTS ? len : CUTS));
        check(strcmp(a.taker.log.data, whole.taker.log.data) == 0 && a.err.kind == whole.err.kind);
        answer_free(&a);
    }
    answer_free(&whole);
}

static void run_reply(struct span text) {
    struct answer a;
    struct span message = {0};
    answer_init(&a);
    check((chat_gemini.read_reply(text, a.sink, a.arena, &a.err) < 0) == (a.err.kind != ERR_NONE));
    answer_check(&a);
    answer_free(&a);
    check(!chat_gemini.read_error(text, &message) || (message.len >= 2 && message.at[0] == '"'));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct span text = {(const char *)data, size};
    run_edit(text);
    run_request(text);
    run_reply(text);
    run_stream(text.at, text.len);
    return 0;
}
