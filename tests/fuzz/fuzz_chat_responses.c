/* OpenAI's Responses on any bytes: a request that can be read can be edited and written, an answer becomes
 * events in their order, and what is made of either is JSON. */
#include <string.h>

#include "canon/collect.h"
#include "../unit/grammar.h"
#include "canon/restore.h"
#include "dialects/dialect.h"
#include "fuzz.h"

#define MOST     ((size_t)1 << 26)
#define CUTS     20  /* places at which a stream is cut in two */
#define DEPTH    520 /* a little is put around what the request has */
#define EVERY    0xffffu
#define A_QUIRK  (1u << 4)
#define SOMETIME 7 /* by the length of the input: which of the quirks */

static bool is_object(const char *text, size_t len) {
    struct error err = {0};
    return scan_object((struct span){text, len}, NULL, 0, DEPTH, &err) == 0;
}

/* ---- requests ------------------------------------------------------------------------ */

static void run_edit(const struct chat_ask *ask, struct arena *arena) {
    struct chat_change change = {.model = "a/\"m\"\n", .output_limit = 300};
    struct chat_ask again = {0};
    struct error err = {0};
    struct buf text;
    size_t parts, total;
    struct span *part = chat_responses.edit(ask, &change, arena, &parts, &total);
    buf_init(&text, MOST);
    for (size_t i = 0; i < parts; i++)
        buf_add(&text, part[i].at, part[i].len);
    check(text.len == total);
    check(chat_responses.look((struct span){text.data, text.len}, arena, &again, &err) == 0);
    check(strcmp(again.model, change.model) == 0 && again.max_output == 300 && again.stream == ask->stream);
    buf_free(&text);
}

/* Without what is sealed it is a request still, unless that was all. */
static void run_unseal(const struct chat_ask *ask, struct arena *arena) {
    struct chat_request notes = {.arena = arena};
    struct chat_ask again = {0};
    struct error err = {0};
    struct buf out, rest;
    buf_init(&out, MOST);
    buf_init(&rest, MOST);
    if (chat_responses.unseal(ask, 0, &notes, &out)) {
        check(is_object(out.data, out.len) && notes.dropped && out.len < ask->text.len);
        check(chat_responses.look((struct span){out.data, out.len}, arena, &again, &err) < 0 ||
              !chat_responses.unseal(&again, 0, &notes, &rest));
    }
    check(rest.len == 0);
    buf_free(&out);
    buf_free(&rest);
}

static int read_request(struct span text, struct arena *arena, struct chat_request *q, struct error *err) {
    struct chat_ask ask = {0};
    *q = (struct chat_request){.arena = arena};
    if (chat_responses.look(text, arena, &ask, err) < 0)
        return -1;
    q->stream = ask.stream;
    q->max_output = ask.max_output;
    q->choices = ask.choices;
    return chat_responses.read_request(&ask, q, err);
}

/* Writes it as it was read, in one dialect. Returns whether it could. */
static bool write_as(const struct chat_dialect *dialect, struct span text, unsigned quirks, struct buf *out) {
    struct arena *arena = arena_new();
    struct chat_target target = {.model = "t", .max_output = 99, .quirks = quirks};
    struct chat_request q;
    struct error err = {0};
    bool written = false;
    buf_clear(out);
    if (read_request(text, arena, &q, &err) == 0) {
        written = dialect->write_request(&q, &target, out, &err) == 0;
        check(written || err.kind == ERR_REQUEST);
        check(!written || is_object(out->data, out->len));
    } else {
        check(err.kind == ERR_REQUEST);
    }
    arena_free(arena);
    return written;
}

static void run_request(struct span text, unsigned quirks) {
    struct arena *arena = arena_new();
    struct chat_ask ask = {0};
    struct error err = {0};
    struct buf first, second;
    buf_init(&first, MOST);
    buf_init(&second, MOST);
    if (chat_responses.look(text, arena, &ask, &err) == 0) {
        run_edit(&ask, arena);
        run_unseal(&ask, arena);
        write_as(&chat_openai, text, quirks, &first);
        if (write_as(&chat_responses, text, quirks, &first) && !strstr(first.data, "\"input\":[],")) {
            check(write_as(&chat_responses, (struct span){first.data, first.len}, quirks, &second));
            check(first.len == second.len && memcmp(first.data, second.data, first.len) == 0);
        }
    } else {
        check(err.kind == ERR_REQUEST);
    }
    buf_free(&first);
    buf_free(&second);
    arena_free(arena);
}

/* ---- answers --------------------------------------------------------------------------- */

/* An answer on its way to a client: its events are checked, put into the request's words, written and folded.
 */
struct way {
    struct chat_sink sink;
    struct grammar before, after;
    struct chat_writer *writer;
    struct chat_sink *fold;
    struct collect *collect;
    struct buf out;
    struct chat_request q;
    struct chat_head head;
    struct arena *arena;
    bool failed;
    int64_t texts; /* bytes that came in them */
};

static int take(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct way *way = (struct way *)sink;
    if (event->kind == EVENT_TEXT || event->kind == EVENT_ARGS || event->kind == EVENT_THOUGHT)
        way->texts += (int64_t)event->text.len - 2;
    if (event->kind == EVENT_FAIL) {
        way->failed = true;
        chat_responses.write_failure(way->writer, &way->out, event->error);
        return 0;
    }
    chat_responses.write_event(way->writer, event);
    return chat_emit(way->fold, event, err);
}

static struct chat_sink *open_way(struct way *way) {
    *way = (struct way){.sink.take = take, .arena = arena_new()};
    way->q = (struct chat_request){.arena = way->arena, .reasoning.state = true};
    way->head = (struct chat_head){.id = "i", .model = "m", .request = &way->q};
    buf_init(&way->out, MOST);
    buf_puts(&way->out, "");
    way->writer = chat_responses.new_writer(&way->head, way->arena, &way->out);
    way->collect = collect_new(way->arena);
    way->fold = collect_sink(way->collect);
    grammar_init(&way->after, &way->sink);
    struct restore *restore = restore_new(&way->q, &way->after.sink, way->arena);
    grammar_init(&way->before, restore_sink(restore));
    return &way->before.sink;
}

/* Each event is one line of JSON; what ends them is none. */
static void check_written(const struct buf *out) {
    const char *at = out->data;
    while ((at = strstr(at, "\ndata: ")) != NULL) {
        const char *end = strstr(at += 7, "\n\n");
        check(end != NULL && (is_object(at, (size_t)(end - at)) || strcmp(at, "[DONE]\n\n") == 0));
        at = end;
    }
}

static void close_way(struct way *way, int rc, const struct error *err) {
    check(rc == 0 || err->kind == ERR_UPSTREAM);
    check_written(&way->out);
    if (rc == 0 && !way->failed) {
        struct buf whole;
        buf_init(&whole, MOST);
        chat_responses.write_reply(&way->head, collect_reply(way->collect), &whole);
        check(is_object(whole.data, whole.len) && !strchr(whole.data, '\n'));
        buf_free(&whole);
    }
    buf_free(&way->out);
    arena_free(way->arena);
}

static void run_reply(struct span text) {
    struct way way;
    struct error err = {0};
    struct chat_sink *sink = open_way(&way);
    close_way(&way, chat_responses.read_reply(text, sink, way.arena, &err), &err);
}

static int read_event(void *arg, const struct sse_event *event, struct error *err) {
    return event->data.at ? chat_responses.read_event(arg, event, err) : 0;
}

/* Returns how much text came. */
static int64_t run_stream(struct span text, size_t cut) {
    struct way way;
    struct error err = {0};
    struct sse sse;
    struct chat_sink *sink = open_way(&way);
    struct chat_reader *reader = chat_responses.new_reader(sink, way.arena);
    sse_init(&sse, MOST);
    int rc = sse_feed(&sse, text.at, cut, read_event, reader, &err) < 0 ||
                     sse_feed(&sse, text.at + cut, text.len - cut, read_event, reader, &err) < 0 ||
                     sse_finish(&sse, read_event, reader, &err) < 0 ||
                     chat_responses.read_end(reader, &err) < 0
                 ? -1
                 : 0;
    sse_free(&sse);
    int64_t texts = way.texts;
    close_way(&way, rc, &err);
    return texts;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct span text = {(const char *)data, size}, message;
    size_t step = size / CUTS + 1;
    run_request(text, 0);
    run_request(text, EVERY);
    run_request(text, A_QUIRK << size % SOMETIME);
    run_reply(text);
    int64_t texts = run_stream(text, size);
    for (size_t cut = 0; cut < size; cut += step)
        check(run_stream(text, cut) == texts);
    chat_responses.read_error(text, &message);
    return 0;
}
