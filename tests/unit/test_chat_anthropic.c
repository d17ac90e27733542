/*
 * Anthropic's Messages. Each directory of tests/fixtures/chat_anthropic is a case. What is there is tested:
 *   request.json  a client's request. request.openai.json is what the Chat writer makes of it,
 *                 request.same.json what this dialect's own makes of it, which read and written
 *                 again stays as it is; dropped.txt tells what both note
 *   chat.json     a request in OpenAI's dialect, chat.same.json what becomes of it here
 *   target.txt    words about where the requests go, see read_target()
 *   reply.json    a provider's answer: reply.events, and reply.out.json, told to a client of this dialect
 *   stream.sse    the same streamed, whole and cut at every byte: stream.events, and stream.out.sse and
 *                 stream.out.json, told to a client of this dialect
 */
#include "dialects/chat_anthropic.h"

#include "base/splice.h"
#include "canon/restore.h"
#include "events.h"
#include "fixture.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define DEPTH        512
#define EVENT_MOST   1000000

static struct span span_of(const char *text) {
    return (struct span){text, strlen(text)};
}

/* Compares with a file of the case, if it has it. */
static void is_file(const char *dir, const char *file, const char *name, const char *got) {
    struct buf want;
    char what[FIXTURE_PATH];
    snprintf(what, sizeof what, "%s: %s", name, file);
    if (fixture_read(dir, file, &want))
        is_str(got, want.data, what);
    buf_free(&want);
}

/* ---- requests ------------------------------------------------------------------------- */

static const struct {
    const char *word;
    unsigned quirk;
} quirks[] = {
    {"budget", CHAT_BUDGET},           {"no_reasoning", CHAT_NO_REASONING},
    {"no_sampling", CHAT_NO_SAMPLING}, {"no_schema", CHAT_NO_SCHEMA},
    {"no_strict", CHAT_NO_STRICT},     {"no_developer", CHAT_NO_DEVELOPER},
    {"thinks", CHAT_THINKS},           {"always_thinks", CHAT_ALWAYS_THINKS},
    {"no_force", CHAT_NO_FORCE},       {"between_tools", CHAT_BETWEEN_TOOLS},
};

/* Words of `quirks`, and limit=N, the tokens that are allowed. */
static struct chat_target read_target(const char *dir, int64_t max_output) {
    struct chat_target target = {.model = "target", .limited = true};
    struct buf text;
    fixture_read(dir, "target.txt", &text);
    char *words = text.data;
    target.max_output = max_output ? max_output : 4096;
    for (char *word; (word = strsep(&words, " \n")) != NULL;) {
        if (strncmp(word, "limit=", 6) == 0)
            target.max_output = strtoll(word + 6, NULL, 10);
        for (size_t i = 0; i < COUNT(quirks); i++)
            if (strcmp(word, quirks[i].word) == 0)
                target.quirks |= quirks[i].quirk;
    }
    buf_free(&text);
    return target;
}

static int read_whole(const struct chat_dialect *dialect, struct span text, struct arena *arena,
                      struct chat_request *q, struct error *err) {
    struct chat_ask ask = {0};
    *q = (struct chat_request){.arena = arena};
    if (dialect->look(text, arena, &ask, err) < 0)
        return -1;
    q->stream = ask.stream;
    q->choices = ask.choices;
    q->max_output = ask.max_output;
    return dialect->read_request(&ask, q, err);
}

static void add_error(struct buf *out, const struct error *err) {
    buf_clear(out);
    buf_printf(out, "error %s: %s\n", err->param[0] ? err->param : "-", err->message);
}

/* Reads a request in one dialect and writes it in another. */
static void translate(const char *dir, const struct chat_dialect *from, struct span text,
                      const struct chat_dialect *to, struct buf *out, struct buf *dropped) {
    struct arena *arena = arena_new();
    struct chat_request q;
    struct error err = {0};
    buf_clear(out);
    if (read_whole(from, text, arena, &q, &err) < 0) {
        add_error(out, &err);
    } else {
        struct chat_target target = read_target(dir, q.max_output);
        if (to->write_request(&q, &target, out, &err) < 0)
            add_error(out, &err);
        for (const struct chat_list *item = q.dropped; item; item = item->next)
            buf_printf(dropped, "%s %s\n", to->name, item->name);
    }
    if (err.kind == ERR_NONE)
        ok(scan_object((struct span){out->data, out->len}, NULL, 0, DEPTH, &err) == 0,
           "what is written is JSON: %s", err.message);
    arena_free(arena);
}

static void visit_request(const char *dir, const char *name) {
    struct buf text, out, again, dropped;
    buf_init(&out, FIXTURE_MAX);
    buf_init(&again, FIXTURE_MAX);
    buf_init(&dropped, FIXTURE_MAX);
    buf_puts(&dropped, "");
    if (fixture_read(dir, "request.json", &text)) {
        struct span request = {text.data, text.len};
        translate(dir, &chat_anthropic, request, &chat_openai, &out, &dropped);
        is_file(dir, "request.openai.json", name, out.data);
        translate(dir, &chat_anthropic, request, &chat_anthropic, &out, &dropped);
        is_file(dir, "request.same.json", name, out.data);
        is_file(dir, "dropped.txt", name, dropped.data);
        if (strncmp(out.data, "error", 5) != 0) {
            translate(dir, &chat_anthropic, (struct span){out.data, out.len}, &chat_anthropic, &again,
                      &dropped);
            is_str(again.data, out.data, "read and written again it is the same");
        }
    }
    buf_free(&text);
    buf_free(&out);
    buf_free(&again);
    buf_free(&dropped);
}

static void visit_chat(const char *dir, const char *name) {
    struct buf text, out, again, dropped;
    buf_init(&out, FIXTURE_MAX);
    buf_init(&again, FIXTURE_MAX);
    buf_init(&dropped, FIXTURE_MAX);
    buf_puts(&dropped, "");
    if (fixture_read(dir, "chat.json", &text)) {
        translate(dir, &chat_openai, (struct span){text.data, text.len}, &chat_anthropic, &out, &dropped);
        is_file(dir, "chat.same.json", name, out.data);
        is_file(dir, "dropped.txt", name, dropped.data);
        if (strncmp(out.data, "error", 5) != 0) {
            translate(dir, &chat_anthropic, (struct span){out.data, out.len}, &chat_anthropic, &again,
                      &dropped);
            is_str(again.data, out.data, "read and written again it is the same");
        }
    }
    buf_free(&text);
    buf_free(&out);
    buf_free(&again);
    buf_free(&dropped);
}

/* ---- answers ----------------------------------------------------------------------------- */

static const struct chat_head *head_of(const struct chat_request *q) {
    static struct chat_head head = {.id = "1", .model = "alias", .created = 1700000000, .prompt = 100};
    head.request = q;
    return &head;
}

static int read_one(void *arg, const struct sse_event *event, struct error *err) {
    return chat_anthropic.read_event(arg, event, err);
}

/* Feeds a stream in two pieces. */
static int read_stream(struct span text, size_t cut, struct chat_sink *sink, struct arena *arena,
                       struct error *err) {
    struct chat_reader *reader = chat_anthropic.new_reader(sink, arena);
    struct sse sse;
    sse_init(&sse, EVENT_MOST);
    int rc = sse_feed(&sse, text.at, cut, read_one, reader, err);
    if (rc == 0)
        rc = sse_feed(&sse, text.at + cut, text.len - cut, read_one, reader, err);
    if (rc == 0)
        rc = sse_finish(&sse, read_one, reader, err);
    if (rc == 0)
        rc = chat_anthropic.read_end(reader, err);
    sse_free(&sse);
    return rc;
}

static void read_answer(bool streamed, struct span text, size_t cut, struct chat_sink *sink,
                        struct arena *arena, struct error *err) {
    if (streamed)
        read_stream(text, cut, sink, arena, err);
    else
        chat_anthropic.read_reply(text, sink, arena, err);
}

/* The events as lines, and what went wrong. */
static void list_events(bool streamed, struct span text, size_t cut, struct buf *out) {
    struct arena *arena = arena_new();
    struct event_lines lines;
    struct error err = {0};
    read_answer(streamed, text, cut, event_lines_init(&lines), arena, &err);
    buf_clear(out);
    buf_puts(out, event_lines_text(&lines));
    if (err.kind)
        buf_printf(out, "error %s\n", err.message);
    event_lines_free(&lines);
    arena_free(arena);
}

struct telling {
    struct chat_sink sink;
    struct chat_writer *writer;
};

static int tell(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    (void)err;
    chat_anthropic.write_event(((struct telling *)sink)->writer, event);
    return 0;
}

static void tell_stream(bool streamed, struct span text, const struct chat_request *q, struct arena *arena,
                        struct buf *out) {
    struct telling telling = {.sink.take = tell};
    struct error err = {0};
    buf_clear(out);
    telling.writer = chat_anthropic.new_writer(head_of(q), arena, out);
    read_answer(streamed, text, 0, restore_sink(restore_new(q, &telling.sink, arena)), arena, &err);
    if (err.kind)
        chat_anthropic.write_failure(telling.writer, out, &err);
}

static void tell_whole(bool streamed, struct span text, const struct chat_request *q, struct arena *arena,
                       struct buf *out) {
    struct collect *collect = collect_new(arena);
    struct error err = {0};
    buf_clear(out);
    read_answer(streamed, text, 0, restore_sink(restore_new(q, collect_sink(collect), arena)), arena, &err);
    if (err.kind)
        chat_anthropic.write_error(out, &err);
    else
        chat_anthropic.write_reply(head_of(q), collect_reply(collect), out);
}

/* Leaves out the usage that is told before the answer: only a stream has it. */
static void forget_early_usage(struct buf *events) {
    char *line = strstr(events->data, "\nusage "), *end = line ? strchr(line + 1, '\n') : NULL;
    if (!end || !strstr(end, "\nusage "))
        return;
    memmove(line, end, strlen(end) + 1);
    events->len -= (size_t)(end - line);
}

/* What the client is told, read again, is the same answer, streamed and whole. */
static void is_told_well(bool streamed, struct span text, const char *name) {
    struct arena *arena = arena_new();
    struct chat_request q = {.arena = arena};
    struct buf told, first, second;
    buf_init(&told, FIXTURE_MAX);
    buf_init(&first, FIXTURE_MAX);
    buf_init(&second, FIXTURE_MAX);
    tell_stream(streamed, text, &q, arena, &told);
    list_events(true, (struct span){told.data, told.len}, 0, &first);
    tell_stream(true, (struct span){told.data, told.len}, &q, arena, &second);
    is_str(second.data, told.data, "a stream that is told again is the same");
    forget_early_usage(&first);
    tell_whole(streamed, text, &q, arena, &told);
    list_events(false, (struct span){told.data, told.len}, 0, &second);
    if (!strstr(second.data, "_raw_arguments")) /* those that were cut off are no object */
        is_str(second.data, first.data, name);
    buf_free(&told);
    buf_free(&first);
    buf_free(&second);
    arena_free(arena);
}

static void visit_answer(const char *dir, const char *name, bool streamed) {
    struct arena *arena = arena_new();
    struct chat_request q = {.arena = arena};
    struct buf text, out, cut;
    buf_init(&out, FIXTURE_MAX);
    buf_init(&cut, FIXTURE_MAX);
    if (fixture_read(dir, streamed ? "stream.sse" : "reply.json", &text)) {
        struct span answer = {text.data, text.len};
        list_events(streamed, answer, 0, &out);
        is_file(dir, streamed ? "stream.events" : "reply.events", name, out.data);
        bool same = true;
        for (size_t at = 1; streamed && at < answer.len; at++) {
            list_events(true, answer, at, &cut);
            same &= strcmp(cut.data, out.data) == 0;
        }
        ok(same, "%s: cut anywhere it is the same", name);
        bool whole = strstr(out.data, "\nend\n") != NULL;
        tell_stream(streamed, answer, &q, arena, &out);
        is_file(dir, streamed ? "stream.out.sse" : "reply.out.sse", name, out.data);
        tell_whole(streamed, answer, &q, arena, &out);
        is_file(dir, streamed ? "stream.out.json" : "reply.out.json", name, out.data);
        if (whole)
            is_told_well(streamed, answer, name);
    }
    buf_free(&text);
    buf_free(&out);
    buf_free(&cut);
    arena_free(arena);
}

static void visit_reply(const char *dir, const char *name) {
    visit_answer(dir, name, false);
}

static void visit_stream(const char *dir, const char *name) {
    visit_answer(dir, name, true);
}

/* ---- answers that pass -------------------------------------------------------------------- */

struct counting {
    struct chat_sink sink;
    size_t bytes, kinds; /* of arguments; of events, as bits */
};

static int count_event(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct counting *counting = (struct counting *)sink;
    (void)err;
    counting->kinds |= 1u << event->kind;
    counting->bytes += event->kind == EVENT_ARGS ? event->text.len : 0;
    return 0;
}

#define START "data: {\"type\":\"content_block_start\",\"index\":0,\"content_block\":"
#define DELTA "data: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":"
#define STOP  "data: {\"type\":\"message_stop\"}\n\n"

/* To one who only counts, nothing of calls is an error, and all of them counts. */
static const struct {
    bool streamed;
    const char *text;
    size_t bytes;
} counted[] = {
    {true, START "{\"type\":\"tool_use\",\"id\":\"t\",\"input\":{}}}\n\n" STOP, 0},
    {true, START "{\"type\":\"tool_use\",\"name\":\"abc\",\"input\":{}}}\n\n" STOP, 5},
    {true, START "{\"type\":\"tool_use\",\"input\":{\"a\":1}}}\n\n" STOP, 7},
    {true, DELTA "{\"type\":\"input_json_delta\",\"partial_json\":\"{}\"}}\n\n" STOP, 4},
    {true, START "{\"type\":\"server_tool_use\"}}\n\n" STOP, 0},
    {false, "{\"content\":[{\"type\":\"tool_use\",\"name\":\"abc\",\"input\":{\"a\":1}}]}", 12},
    {false, "{\"content\":\"text\"}", 0},
    {false, "{}", 0},
};

static void test_counting(void) {
    for (size_t i = 0; i < COUNT(counted); i++) {
        struct arena *arena = arena_new();
        struct counting counting = {.sink = {count_event, true}};
        struct error err = {0};
        read_answer(counted[i].streamed, span_of(counted[i].text), 0, &counting.sink, arena, &err);
        ok(err.kind == ERR_NONE && counting.kinds & 1u << EVENT_END && counting.kinds & 1u << EVENT_STOP,
           "answer %zu may pass", i);
        is_int((long long)counting.bytes, (long long)counted[i].bytes, "and counts");
        arena_free(arena);
    }
}

/* ---- tables -------------------------------------------------------------------------------- */

#define HEAD "{\"model\":\"m\",\"max_tokens\":9,\"messages\":["
#define USER "{\"role\":\"user\",\"content\":"

static const struct {
    const char *text, *param, *message;
} bad_requests[] = {
    {"", "", "unexpected end"},
    {"[]", "", "object"},
    {"{\"model\":\"m\",\"messages\":[{}]}", "max_tokens", "max_tokens: Field required"},
    {"{\"model\":\"m\",\"max_tokens\":null,\"messages\":[{}]}", "max_tokens", "Field required"},
    {"{\"model\":\"m\",\"max_tokens\":-1,\"messages\":[{}]}", "max_tokens", "not negative"},
    {"{\"model\":\"m\",\"max_tokens\":1.5,\"messages\":[{}]}", "max_tokens", "integer"},
    {"{\"model\":\"m\",\"max_tokens\":\"9\",\"messages\":[{}]}", "max_tokens", "integer"},
    {"{\"model\":\"m\",\"max_tokens\":100000001,\"messages\":[{}]}", "max_tokens", "bounds"},
    {"{\"model\":\"m\",\"max_tokens\":9,\"max_tokens\":9,\"messages\":[{}]}", "max_tokens", "twice"},
    {"{\"max_tokens\":9,\"messages\":[{}]}", "model", "model: Field required"},
    {"{\"model\":7,\"max_tokens\":9,\"messages\":[{}]}", "model", "a string"},
    {"{\"model\":\"\",\"max_tokens\":9,\"messages\":[{}]}", "model", "a name"},
    {"{\"model\":\"a\\u0000b\",\"max_tokens\":9,\"messages\":[{}]}", "model", "a name"},
    {"{\"model\":\"m\",\"model\":\"n\",\"max_tokens\":9,\"messages\":[{}]}", "model", "twice"},
    {"{\"model\":\"m\",\"max_tokens\":9}", "messages", "Field required"},
    {"{\"model\":\"m\",\"max_tokens\":9,\"messages\":[]}", "messages", "at least one"},
    {"{\"model\":\"m\",\"max_tokens\":9,\"messages\":{}}", "messages", "an array"},
    {HEAD "7]}", "messages[0]", "an object"},
    {HEAD "{}],\"stream\":1}", "stream", "true or false"},
    {HEAD "{}],\"stream\":true,\"stream\":true}", "stream", "twice"},
    {HEAD "{}],\"tools\":[],\"tools\":[]}", "tools", "twice"},
    {HEAD "{}],\"system\":\"\",\"system\":\"\"}", "system", "twice"},
    {HEAD "{\"content\":\"\"}]}", "messages[0].role", "is missing"},
    {HEAD "{\"role\":\"user\"}]}", "messages[0].content", "is missing"},
    {HEAD "{\"role\":\"tool\",\"content\":\"\"}]}", "messages[0].role", "user, assistant, system"},
    {HEAD "{\"role\":\"user\",\"role\":\"user\",\"content\":\"\"}]}", "messages[0].role", "twice"},
    {HEAD USER "7}]}", "messages[0].content", "array of blocks"},
    {HEAD USER "[7]}]}", "messages[0].content[0]", "must be an object"},
    {HEAD USER "[{}]}]}", "messages[0].content[0].type", "is missing"},
    {HEAD USER "[{\"type\":7}]}]}", "messages[0].content[0].type", "a string"},
    {HEAD USER "[{\"type\":\"text\"}]}]}", "messages[0].content[0].text", "is missing"},
    {HEAD USER "[{\"type\":\"text\",\"text\":1}]}]}", "messages[0].content[0].text", "a string"},
    {HEAD USER "[{\"type\":\"text\",\"text\":\"\",\"cache_control\":1}]}]}",
     "messages[0].content[0].cache_control", "an object"},
    {HEAD USER "[{\"type\":\"tool_use\",\"id\":\"a\",\"name\":\"b\"}]}]}", "messages[0].content[0]",
     "not possible here"},
    {HEAD "{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_result\"}]}]}", "messages[0].content[0]",
     "not possible here"},
    {HEAD USER
     "[{\"type\":\"tool_result\",\"tool_use_id\":\"a\",\"content\":[{\"type\":\"tool_result\"}]}]}]}",
     "messages[0].content[0].content[0]", "not possible here"},
    {HEAD USER "[{\"type\":\"tool_result\"}]}]}", "messages[0].content[0].tool_use_id", "is missing"},
    {HEAD USER "[{\"type\":\"tool_result\",\"tool_use_id\":\"\"}]}]}", "messages[0].content[0].tool_use_id",
     "not be empty"},
    {HEAD USER "[{\"type\":\"image\"}]}]}", "messages[0].content[0].source", "is missing"},
    {HEAD USER "[{\"type\":\"image\",\"source\":{\"type\":\"text\",\"data\":\"x\"}}]}]}",
     "messages[0].content[0].source.type", "base64, url, file"},
    {HEAD USER "[{\"type\":\"image\",\"source\":{\"type\":\"base64\"}}]}]}",
     "messages[0].content[0].source.data", "is missing"},
    {HEAD USER "[{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"data\":\"!\"}}]}]}",
     "messages[0].content[0].source.data", "base64"},
    {HEAD USER "[{\"type\":\"image\",\"source\":{\"type\":\"url\",\"url\":\"ftp://x\"}}]}]}",
     "messages[0].content[0].source.url", "URL"},
    {HEAD "{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"name\":\"b\"}]}]}",
     "messages[0].content[0].id", "is missing"},
    {HEAD "{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"id\":\"a\"}]}]}",
     "messages[0].content[0].name", "is missing"},
    {HEAD "{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"id\":\"a\",\"name\":\"b\",\"input\":"
          "\"{}\"}]}]}",
     "messages[0].content[0].input", "an object"},
    {HEAD "{\"role\":\"assistant\",\"content\":[{\"type\":\"thinking\"}]}]}",
     "messages[0].content[0].thinking", "is missing"},
    {HEAD "{\"role\":\"assistant\",\"content\":[{\"type\":\"redacted_thinking\",\"data\":\"\"}]}]}",
     "messages[0].content[0].data", "empty"},
    {HEAD USER "\"\"}],\"system\":[{\"type\":\"image\"}]}", "system[0]", "not possible here"},
    {HEAD USER "\"\"}],\"tools\":{}}", "tools", "an array"},
    {HEAD USER "\"\"}],\"tools\":[{}]}", "tools[0].name", "is missing"},
    {HEAD USER "\"\"}],\"tools\":[{\"name\":\"a\",\"input_schema\":[]}]}", "tools[0].input_schema",
     "an object"},
    {HEAD USER "\"\"}],\"tool_choice\":\"auto\"}", "tool_choice", "an object"},
    {HEAD USER "\"\"}],\"tool_choice\":{\"type\":\"all\"}}", "tool_choice.type", "auto, none, any, tool"},
    {HEAD USER "\"\"}],\"tool_choice\":{\"type\":\"tool\"}}", "tool_choice.name", "is missing"},
    {HEAD USER "\"\"}],\"thinking\":{}}", "thinking.type", "is missing"},
    {HEAD USER "\"\"}],\"thinking\":{\"type\":\"enabled\"}}", "thinking.budget_tokens", "is missing"},
    {HEAD USER "\"\"}],\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":0}}", "thinking.budget_tokens",
     "from 1"},
    {HEAD USER "\"\"}],\"thinking\":{\"type\":\"adaptive\",\"display\":\"x\"}}", "thinking.display",
     "summarized, omitted"},
    {HEAD USER "\"\"}],\"output_config\":{\"effort\":\"none\"}}", "output_config.effort", "low, medium"},
    {HEAD USER "\"\"}],\"output_config\":{\"format\":{\"type\":\"json_schema\"}}}",
     "output_config.format.schema", "is missing"},
    {HEAD USER "\"\"}],\"temperature\":\"1\"}", "temperature", "a number"},
    {HEAD USER "\"\"}],\"stop_sequences\":\"x\"}", "stop_sequences", "an array"},
    {HEAD USER "\"\"}],\"stop_sequences\":[1]}", "stop_sequences[0]", "a string"},
    {HEAD USER "\"\"}],\"metadata\":{\"user_id\":1}}", "metadata.user_id", "a string"},
};

static void test_bad_requests(void) {
    for (size_t i = 0; i < COUNT(bad_requests); i++) {
        struct arena *arena = arena_new();
        struct chat_request q;
        struct error err = {0};
        int rc = read_whole(&chat_anthropic, span_of(bad_requests[i].text), arena, &q, &err);
        ok(rc < 0 && err.kind == ERR_REQUEST && strcmp(err.param, bad_requests[i].param) == 0 &&
               strstr(err.message, bad_requests[i].message),
           "refused: %s", bad_requests[i].text);
        if (strcmp(err.param, bad_requests[i].param) != 0 || !strstr(err.message, bad_requests[i].message))
            printf("# %s: %s\n", err.param, err.message);
        arena_free(arena);
    }
}

/* ---- requests that pass ------------------------------------------------------------------------ */

static const struct {
    const char *text;
    bool always;
    int64_t limit;
    const char *want;
} edits[] = {
    {"{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{}]}", false, 0,
     "{\"model\":\"a\\\"b\",\"max_tokens\":9,\"messages\":[{}]}"},
    {"{\"model\" : \"m\", \"max_tokens\" : 900 ,\"x\":null,\"messages\":[{}]}", false, 50,
     "{\"model\" : \"a\\\"b\", \"max_tokens\" : 50 ,\"x\":null,\"messages\":[{}]}"},
    {"{\"messages\":[{}],\"max_tokens\":9,\"m\\u006fdel\":\"m\"}", false, 50,
     "{\"messages\":[{}],\"max_tokens\":9,\"m\\u006fdel\":\"a\\\"b\"}"},
    {"{\"model\":\"m\",\"max_tokens\":0,\"messages\":[{}]}", false, 50,
     "{\"model\":\"a\\\"b\",\"max_tokens\":0,\"messages\":[{}]}"},
    {"{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{}],\"stream\":true}", true, 0,
     "{\"model\":\"a\\\"b\",\"max_tokens\":9,\"messages\":[{}],\"stream\":true}"},
    {"{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{}],\"stream\":false}", true, 0,
     "{\"model\":\"a\\\"b\",\"max_tokens\":9,\"messages\":[{}],\"stream\":true}"},
    {" { \"model\":\"m\",\"max_tokens\":9,\"messages\":[{}]}", true, 0,
     " {\"stream\":true, \"model\":\"a\\\"b\",\"max_tokens\":9,\"messages\":[{}]}"},
};

static void test_edits(void) {
    for (size_t i = 0; i < COUNT(edits); i++) {
        struct arena *arena = arena_new();
        struct chat_ask ask = {.always_streams = edits[i].always};
        struct chat_change change = {.model = "a\"b", .output_limit = edits[i].limit};
        struct error err = {0};
        struct buf out;
        size_t parts = 0, total = 0;
        buf_init(&out, FIXTURE_MAX);
        if (chat_anthropic.look(span_of(edits[i].text), arena, &ask, &err) == 0) {
            struct span *part = chat_anthropic.edit(&ask, &change, arena, &parts, &total);
            for (size_t at = 0; at < parts; at++)
                buf_add(&out, part[at].at, part[at].len);
        }
        is_str(out.data, edits[i].want, "only what the hub owns is changed");
        is_int((long long)total, (long long)out.len, "and the length is told");
        buf_free(&out);
        arena_free(arena);
    }
}

static void test_look(void) {
    struct arena *arena = arena_new();
    struct chat_ask ask = {0}, count = {.counting = true};
    struct error err = {0};
    ok(chat_anthropic.look(span_of("{\"model\":\"m\",\"max_tokens\":0,\"stream\":true,\"messages\":[{}]}"),
                           arena, &ask, &err) == 0 &&
           ask.max_output == 1 && ask.stream && ask.choices == 1 && strcmp(ask.model, "m") == 0,
       "max_tokens may be 0");
    ok(chat_anthropic.look(span_of("{\"model\":\"m\",\"messages\":[{}]}"), arena, &count, &err) == 0 &&
           count.max_output == 0,
       "who only counts needs no limit");
    struct buf text;
    buf_init(&text, 100000);
    buf_printf(
        &text,
        "{\"model\":\"m\",\"max_tokens\":9,\"system\":\"%0400d\",\"tools\":[{}],\"messages\":[{\"data\" : "
        "\"%04000d\"},{\"data\":\"a text %08000d\"}]}",
        0, 0, 0);
    chat_anthropic.look((struct span){text.data, text.len}, arena, &ask, &err);
    ok(ask.prompt > 1500 + 2000 + 100 && ask.prompt < 1500 + 2000 + 150,
       "pictures count as pictures, and system, tools and messages count");
    is_int(err.kind, ERR_NONE, "all of these can be read");
    buf_free(&text);
    arena_free(arena);
}

/* ---- errors -------------------------------------------------------------------------------------- */

static void test_errors(void) {
    static const struct {
        const char *text;
        const char *message; /* NULL: it is none */
    } rows[] = {
        {"{\"type\":\"error\",\"error\":{\"type\":\"x\",\"message\":\"no\"}}", "\"no\""},
        {"{\"type\":\"error\",\"error\":{}}", "\"\""},
        {"{\"type\":\"message\",\"content\":[]}", NULL},
        {"{\"error\":\"no\"}", NULL},
        {"<html>", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct span message = {0};
        bool is = chat_anthropic.read_error(span_of(rows[i].text), &message);
        ok(is == (rows[i].message != NULL) &&
               (!is || (message.len == strlen(rows[i].message) &&
                        memcmp(message.at, rows[i].message, message.len) == 0)),
           "an error or not: %s", rows[i].text);
    }
    struct error err = {0};
    struct buf out;
    buf_init(&out, 10000);
    error_set(&err, ERR_LIMIT, "Too \"much\".");
    chat_anthropic.write_failure(NULL, &out, &err);
    is_str(out.data,
           "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":"
           "\"Too \\\"much\\\".\"},\"request_id\":null}\n\n",
           "an error within a stream");
    buf_free(&out);
}

/* A free text is told as the one member of the arguments, whatever is in it. */
static void test_custom_call(void) {
    struct arena *arena = arena_new();
    struct chat_request q = {.arena = arena};
    struct buf out, events;
    buf_init(&out, FIXTURE_MAX);
    buf_init(&events, FIXTURE_MAX);
    struct chat_writer *writer = chat_anthropic.new_writer(head_of(&q), arena, &out);
    const struct chat_event row[] = {
        {.kind = EVENT_BEGIN},
        {.kind = EVENT_CALL, .call = {.id = "c", .name = "run", .custom = true}},
        {.kind = EVENT_ARGS, .text = span_of("\"say \\\"h\"")},
        {.kind = EVENT_ARGS, .text = span_of("\"i\\\"\\n\"")},
        {.kind = EVENT_STOP, .stop = STOP_CALLS},
        {.kind = EVENT_END},
    };
    for (size_t i = 0; i < COUNT(row); i++)
        chat_anthropic.write_event(writer, &row[i]);
    list_events(true, (struct span){out.data, out.len}, 0, &events);
    is_str(events.data,
           "begin\nusage prompt=100 read=0 write=0 output=0? reasoning=0\n"
           "call 0 id=c name=run\nargs 0 \"{\\\"input\\\":\\\"say \\\\\\\"hi\\\\\\\"\\\\n\\\"}\"\n"
           "usage prompt=100 read=0 write=0 output=0 reasoning=0\nstop 0 calls\nend\n",
           "free text of a call");
    buf_free(&out);
    buf_free(&events);
    arena_free(arena);
}

int main(void) {
    test_look();
    test_edits();
    test_bad_requests();
    ok(fixture_each("chat_anthropic", visit_request) > 0, "there are fixtures");
    fixture_each("chat_anthropic", visit_chat);
    fixture_each("chat_anthropic", visit_reply);
    fixture_each("chat_anthropic", visit_stream);
    test_counting();
    test_errors();
    test_custom_call();
    return tap_done();
}
