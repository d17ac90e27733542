/*
 * AIGNE's two dialects of chat on any bytes, which are taken as
 *   a request  what can be read can be written in the dialect of each provider
 *   a stream   of OpenAI's, and of what it says the two make streams and wholes, which are JSON
 * The first byte says which: an odd one is of the framework; half of them are streams, cut into two pieces.
 */
#include <string.h>

#include "../unit/grammar.h"
#include "canon/restore.h"
#include "dialects/dialect.h"
#include "fuzz.h"

#define EVENT_MAX ((size_t)1 << 24)
#define OUT_MOST  ((size_t)1 << 28)
#define DEPTH     520 /* what is read has 512 at most; some of it goes into brackets of ours */

static bool is_json(struct span text) {
    struct error ignored = {0};
    return scan_object(text, NULL, 0, DEPTH, &ignored) == 0;
}

/* ---- requests --------------------------------------------------------------------- */

static bool read_request(const struct chat_dialect *client, struct span text, struct arena *arena,
                         struct chat_request *q) {
    struct chat_ask ask = {0};
    struct error err = {0};
    if (client->look(text, arena, &ask, &err) < 0) {
        check(err.kind == ERR_REQUEST && err.message[0]);
        return false;
    }
    *q = (struct chat_request){
        .arena = arena, .stream = ask.stream, .choices = ask.choices, .max_output = ask.max_output};
    if (client->read_request(&ask, q, &err) == 0)
        return true;
    check(err.kind == ERR_REQUEST && err.param[0] && err.message[0]);
    return false;
}

static void run_request(const struct chat_dialect *client, struct span text) {
    static const struct chat_dialect *const providers[] = {&chat_openai, &chat_responses, &chat_anthropic,
                                                           &chat_gemini};
    for (size_t i = 0; i < sizeof providers / sizeof *providers; i++) {
        struct arena *arena = arena_new();
        struct chat_request q;
        struct chat_target target = {.model = "m", .max_output = 5000};
        struct error err = {0};
        struct buf out;
        buf_init(&out, OUT_MOST);
        if (read_request(client, text, arena, &q)) {
            chat_settle_options(&q);
            if (providers[i]->write_request(&q, &target, &out, &err) == 0)
                check(out.overflow || is_json((struct span){out.data, out.len}));
            else
                check(err.kind == ERR_REQUEST && err.message[0]);
        }
        buf_free(&out);
        arena_free(arena);
    }
}

/* ---- answers ------------------------------------------------------------------------ */

struct telling {
    struct chat_sink sink;
    const struct chat_dialect *client;
    struct chat_writer *writer;
    struct chat_sink *collect;
    bool ended;
};

static int tell(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct telling *telling = (struct telling *)sink;
    if (event->kind == EVENT_FAIL)
        return 0;
    telling->ended |= event->kind == EVENT_END;
    telling->client->write_event(telling->writer, event);
    return chat_emit(telling->collect, event, err);
}

static int look_at(void *arg, const struct sse_event *event, struct error *err) {
    return chat_openai.read_event(arg, event, err);
}

static void read_stream(struct span text, size_t cut, struct chat_sink *sink, struct arena *arena) {
    struct chat_reader *reader = chat_openai.new_reader(sink, arena);
    struct error err = {0};
    struct sse sse;
    sse_init(&sse, EVENT_MAX);
    if (sse_feed(&sse, text.at, cut, look_at, reader, &err) == 0 &&
        sse_feed(&sse, text.at + cut, text.len - cut, look_at, reader, &err) == 0 &&
        sse_finish(&sse, look_at, reader, &err) == 0)
        chat_openai.read_end(reader, &err);
    check(!err.kind || err.kind == ERR_UPSTREAM);
    sse_free(&sse);
}

/* Events of one line each, with JSON in it; OpenAI's end is one of the other dialect alone. */
static void check_events(const struct buf *out, bool framework) {
    static const char mark[] = "data: ", done[] = "[DONE]";
    const char *at = out->len ? out->data : "", *end = at + out->len; /* without a byte there is no data */
    while (at < end) {
        const char *eol = memchr(at, '\n', (size_t)(end - at));
        check(eol && eol + 1 < end && eol[1] == '\n');
        if (*at != ':') {
            check((size_t)(eol - at) > sizeof mark && memcmp(at, mark, sizeof mark - 1) == 0);
            struct span data = {at + sizeof mark - 1, (size_t)(eol - at) - (sizeof mark - 1)};
            bool is_done = data.len == sizeof done - 1 && memcmp(data.at, done, data.len) == 0;
            check(is_done ? !framework && eol + 2 == end : is_json(data));
        }
        at = eol + 2;
    }
}

static void run_stream(const struct chat_dialect *client, struct span text, size_t cut) {
    struct arena *arena = arena_new();
    struct chat_request request = {.arena = arena, .format = cut % 2 ? FORMAT_SCHEMA : FORMAT_UNSET};
    struct chat_head head = {
        .id = "id", .model = "m", .provider = "p", .target = "t", .request = &request, .cost = 1};
    struct collect *collect = collect_new(arena);
    struct telling telling = {.sink.take = tell, .client = client, .collect = collect_sink(collect)};
    struct grammar before, behind;
    struct buf out, whole;
    buf_init(&out, OUT_MOST);
    buf_init(&whole, OUT_MOST);
    telling.writer = client->new_writer(&head, arena, &out);
    grammar_init(&behind, &telling.sink);
    grammar_init(&before, restore_sink(restore_new(&request, &behind.sink, arena)));
    read_stream(text, cut < text.len ? cut : text.len, &before.sink, arena);
    if (!out.overflow)
        check_events(&out, client == &chat_framework);
    collect_close(collect);
    client->write_reply(&head, collect_reply(collect), &whole);
    check(whole.overflow || is_json((struct span){whole.data, whole.len}));
    buf_free(&out);
    buf_free(&whole);
    arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct span text = {(const char *)data + 1, size ? size - 1 : 0};
    if (size < 2)
        return 0;
    const struct chat_dialect *client = *data & 1 ? &chat_framework : &chat_aigne;
    if (*data & 2)
        run_stream(client, text, *data >> 2);
    else
        run_request(client, text);
    return 0;
}
