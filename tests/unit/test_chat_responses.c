/* OpenAI's Responses: requests read, written and edited, answers read and written; fixtures, tables of what
 * is refused, and what must hold for all of them. */
#include <string.h>

#include "canon/collect.h"
#include "canon/restore.h"
#include "dialects/dialect.h"
#include "events.h"
#include "fixture.h"
#include "reading.h"
#include "tap.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define TEXT_MOST    4000000

/* ---- requests: through the canonical form --------------------------------------------- */

/* Words of a `target` file. */
static struct chat_target read_target(const char *words) {
    static const struct {
        const char *word;
        unsigned quirk;
    } rows[] = {
        {"no_reasoning", CHAT_NO_REASONING}, {"no_sampling", CHAT_NO_SAMPLING}, {"no_images", CHAT_NO_IMAGES},
        {"no_schema", CHAT_NO_SCHEMA},       {"no_parallel", CHAT_NO_PARALLEL},
    };
    struct chat_target target = {.model = "its/model", .max_output = 4096};
    for (size_t i = 0; i < COUNT(rows); i++)
        if (strstr(words, rows[i].word))
            target.quirks |= rows[i].quirk;
    const char *limit = strstr(words, "limit=");
    if (limit)
        target.max_output = strtoll(limit + 6, NULL, 10);
    target.limited = strstr(words, "limited");
    return target;
}

static void list_dropped(struct buf *out, const struct chat_request *q) {
    for (const struct chat_list *item = q->dropped; item; item = item->next)
        buf_printf(out, "%s\n", item->name);
}

/* Reads in one dialect, writes in another. What is wrong becomes the text, too. */
static void translate(const struct chat_dialect *from, const struct chat_dialect *to, struct span text,
                      const struct chat_target *target, struct buf *out, struct buf *dropped) {
    struct arena *arena = arena_new();
    struct chat_ask ask = {0};
    struct chat_request q;
    struct error err = {0};
    buf_clear(out);
    if (read_as(from, text, arena, &ask, &q, &err) < 0 || to->write_request(&q, target, out, &err) < 0) {
        buf_clear(out);
        buf_printf(out, "%s: %s", err.param[0] ? err.param : "-", err.message);
    } else if (dropped) {
        list_dropped(dropped, &q);
    }
    buf_putc(out, '\n');
    arena_free(arena);
}

static void is_file(const char *dir, const char *file, const char *got, const char *name) {
    char title[200];
    struct buf want;
    fixture_read(dir, file, &want);
    snprintf(title, sizeof title, "%s: %s", name, file);
    is_str(got, want.data, title);
    buf_free(&want);
}

static bool is_json(const char *text, size_t len) {
    struct error err = {0};
    return scan_object((struct span){text, len}, NULL, 0, 512, &err) == 0;
}

/* What was written, read and written again is the same. */
static void is_fixed(const struct buf *written, const struct chat_target *target, const char *name) {
    struct buf again;
    buf_init(&again, TEXT_MOST);
    translate(&chat_responses, &chat_responses, (struct span){written->data, written->len}, target, &again,
              NULL);
    is_str(again.data, written->data, name);
    buf_free(&again);
}

static void visit_request(const char *dir, const char *name) {
    struct buf text, words, out, dropped;
    if (fixture_read(dir, "request.json", &text)) {
        fixture_read(dir, "target", &words);
        struct chat_target target = read_target(words.data);
        struct span whole = {text.data, text.len};
        buf_init(&out, TEXT_MOST);
        buf_init(&dropped, TEXT_MOST);
        buf_puts(&dropped, "to openai:\n");
        translate(&chat_responses, &chat_openai, whole, &target, &out, &dropped);
        is_file(dir, "request.openai.json", out.data, name);
        buf_puts(&dropped, "to responses:\n");
        translate(&chat_responses, &chat_responses, whole, &target, &out, &dropped);
        is_file(dir, "request.same.json", out.data, name);
        is_file(dir, "dropped.txt", dropped.data, name);
        if (is_json(out.data, out.len))
            is_fixed(&out, &target, "and written again it is the same");
        buf_free(&dropped);
        buf_free(&out);
        buf_free(&words);
    }
    buf_free(&text);
}

/* Requests of OpenAI's Chat Completions, for a provider of Responses. */
static void visit_foreign(const char *dir, const char *name) {
    struct buf text, words, out, dropped;
    if (fixture_read(dir, "openai.json", &text)) {
        fixture_read(dir, "target", &words);
        struct chat_target target = read_target(words.data);
        buf_init(&out, TEXT_MOST);
        buf_init(&dropped, TEXT_MOST);
        buf_puts(&dropped, "");
        translate(&chat_openai, &chat_responses, (struct span){text.data, text.len}, &target, &out, &dropped);
        is_file(dir, "openai.responses.json", out.data, name);
        is_file(dir, "openai.dropped.txt", dropped.data, name);
        if (is_json(out.data, out.len))
            is_fixed(&out, &target, "and written again it is the same");
        buf_free(&dropped);
        buf_free(&out);
        buf_free(&words);
    }
    buf_free(&text);
}

/* ---- answers ------------------------------------------------------------------------------- */

static int read_sse(void *arg, const struct sse_event *event, struct error *err) {
    struct chat_reader *reader = arg;
    if (!event->data.at)
        return 0;
    struct sse_event exact = *event;
    struct arena *arena = arena_new();
    exact.data = copy_of(arena, event->data);
    int rc = chat_responses.read_event(reader, &exact, err);
    arena_free(arena);
    return rc;
}

/* Reads a stream, cut after `cut` bytes, into a sink. */
static int read_stream(const struct buf *text, size_t cut, struct chat_sink *sink, struct error *err) {
    struct arena *arena = arena_new();
    struct chat_reader *reader = chat_responses.new_reader(sink, arena);
    struct sse sse;
    sse_init(&sse, TEXT_MOST);
    int rc = sse_feed(&sse, text->data, cut, read_sse, reader, err) < 0 ||
                     sse_feed(&sse, text->data + cut, text->len - cut, read_sse, reader, err) < 0 ||
                     sse_finish(&sse, read_sse, reader, err) < 0 || chat_responses.read_end(reader, err) < 0
                 ? -1
                 : 0;
    sse_free(&sse);
    arena_free(arena);
    return rc;
}

static void add_error(struct buf *out, int rc, const struct error *err) {
    if (rc < 0)
        buf_printf(out, "%s error: %s\n", error_name(err->kind), err->message);
}

static void describe_stream(const struct buf *text, size_t cut, struct buf *out) {
    struct event_lines lines;
    struct error err = {0};
    int rc = read_stream(text, cut, event_lines_init(&lines), &err);
    buf_clear(out);
    buf_puts(out, event_lines_text(&lines));
    add_error(out, rc, &err);
    event_lines_free(&lines);
}

/* The request that an answer belongs to: that of the case, or one that says nothing. */
static void read_own_request(const char *dir, struct arena *arena, struct chat_request *q) {
    static const char least[] = "{\"model\":\"m\",\"input\":\"Hi\",\"stream\":true}";
    struct buf text;
    struct error err = {0};
    bool own = fixture_read(dir, "request.json", &text);
    struct span whole = own ? (struct span){text.data, text.len} : span_of(least);
    struct chat_ask ask = {0};
    struct buf sent;
    struct chat_target target = read_target("");
    buf_init(&sent, TEXT_MOST);
    if (read_as(&chat_responses, whole, arena, &ask, q, &err) < 0 ||
        chat_responses.write_request(q, &target, &sent, &err) < 0)
        ok(0, "the request of %s: %s", dir, err.message);
    buf_free(&sent);
    buf_free(&text);
}

static struct chat_head head_of(const struct chat_request *q) {
    return (struct chat_head){
        .id = "abc", .model = "the-alias", .created = 1700000000, .prompt = 5, .request = q};
}

/* A sink that writes an answer and folds it, too. */
struct answering {
    struct chat_sink sink, *fold;
    struct chat_writer *writer;
    struct buf *out;
    bool failed;
};

static int take_answer(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct answering *answering = (struct answering *)sink;
    if (event->kind == EVENT_FAIL) {
        struct error said = *event->error;
        struct arena *arena = arena_new();
        struct span words = chat_unquote(arena, event->text);
        snprintf(said.message, sizeof said.message, "%.*s", (int)words.len, words.at);
        chat_responses.write_failure(answering->writer, answering->out, &said);
        arena_free(arena);
        answering->failed = true;
        return 0;
    }
    chat_responses.write_event(answering->writer, event);
    return chat_emit(answering->fold, event, err);
}

/* The time of its end is not the same twice. */
static void forget_time(struct buf *text) {
    static const char name[] = "\"completed_at\":";
    char *at = text->data;
    while (at && (at = strstr(at, name)) != NULL) {
        at += sizeof name - 1;
        while (*at >= '0' && *at <= '9')
            *at++ = '9';
    }
}

/* The text of a stream in our words; the whole answer is added to `whole` unless it failed. */
static void answer_stream(const char *dir, const struct buf *text, struct buf *out, struct buf *whole) {
    struct arena *arena = arena_new();
    struct chat_request q;
    struct error err = {0};
    read_own_request(dir, arena, &q);
    struct chat_head head = head_of(&q);
    struct collect *collect = collect_new(arena);
    struct answering answering = {.sink.take = take_answer, .fold = collect_sink(collect), .out = out};
    answering.writer = chat_responses.new_writer(&head, arena, out);
    struct restore *restore = restore_new(&q, &answering.sink, arena);
    if (read_stream(text, 0, restore_sink(restore), &err) < 0)
        chat_responses.write_failure(answering.writer, out, &err);
    else if (!answering.failed)
        chat_responses.write_reply(&head, collect_reply(collect), whole);
    forget_time(out);
    forget_time(whole);
    arena_free(arena);
}

/* The response object of the last event. */
static struct span last_snapshot(const struct buf *stream) {
    static const char mark[] = ",\"response\":";
    const char *at = NULL, *next = stream->data;
    while ((next = strstr(next, mark)) != NULL)
        at = next += sizeof mark - 1;
    const char *end = at ? strstr(at, "}\n\n") : NULL;
    return (struct span){at, end ? (size_t)(end - at) : 0};
}

/* Each event is JSON, is called what it says, and has the next number. */
static bool is_well_formed(const struct buf *stream) {
    const char *at = stream->data;
    for (int64_t number = 0; *at; number++) {
        struct scan_want want[] = {{.name = "type"}, {.name = "sequence_number"}};
        struct error err = {0};
        char name[100];
        int64_t found = -1;
        if (strcmp(at, "data: [DONE]\n\n") == 0)
            return true;
        const char *data = strstr(at, "\ndata: "), *end = strstr(at, "\n\n");
        if (strncmp(at, "event: ", 7) != 0 || !data || !end || data > end)
            return false;
        snprintf(name, sizeof name, "%.*s", (int)(data - at - 7), at + 7);
        struct span text = {data + 7, (size_t)(end - data - 7)};
        if (scan_object(text, want, 2, 512, &err) < 0 || !scan_equals(want[0].value, name) ||
            !scan_int(want[1].value, &found) || found != number)
            return false;
        at = end + 2;
    }
    return true;
}

static void visit_stream(const char *dir, const char *name) {
    struct buf text, got, other, whole;
    if (fixture_read(dir, "stream.sse", &text)) {
        bool same = true;
        buf_init(&got, TEXT_MOST);
        buf_init(&other, TEXT_MOST);
        buf_init(&whole, TEXT_MOST);
        describe_stream(&text, text.len, &got);
        is_file(dir, "stream.events", got.data, name);
        for (size_t cut = 0; cut < text.len; cut++) {
            describe_stream(&text, cut, &other);
            same &= strcmp(got.data, other.data) == 0;
        }
        ok(same, "%s: cut at every byte", name);
        buf_clear(&other);
        answer_stream(dir, &text, &other, &whole);
        is_file(dir, "stream.out.sse", other.data, name);
        ok(is_well_formed(&other), "%s: the events are well-formed", name);
        if (whole.len > 0) {
            struct span last = last_snapshot(&other);
            ok(last.len == whole.len && memcmp(last.at, whole.data, last.len) == 0,
               "%s: the whole answer is what the stream says at its end", name);
        }
        buf_free(&whole);
        buf_free(&other);
        buf_free(&got);
    }
    buf_free(&text);
}

static void describe_reply(struct span text, struct buf *out) {
    struct arena *arena = arena_new();
    struct event_lines lines;
    struct error err = {0};
    struct span exact = copy_of(arena, text);
    int rc = chat_responses.read_reply(exact, event_lines_init(&lines), arena, &err);
    buf_clear(out);
    buf_puts(out, event_lines_text(&lines));
    add_error(out, rc, &err);
    event_lines_free(&lines);
    arena_free(arena);
}

static void visit_reply(const char *dir, const char *name) {
    struct buf text, got;
    if (fixture_read(dir, "reply.json", &text)) {
        struct arena *arena = arena_new();
        struct chat_request q;
        struct error err = {0};
        struct span whole = {text.data, text.len};
        buf_init(&got, TEXT_MOST);
        describe_reply(whole, &got);
        is_file(dir, "reply.events", got.data, name);
        read_own_request(dir, arena, &q);
        struct chat_head head = head_of(&q);
        struct collect *collect = collect_new(arena);
        struct restore *restore = restore_new(&q, collect_sink(collect), arena);
        if (!strstr(got.data, "fail ") && !strstr(got.data, " error: ")) {
            chat_responses.read_reply(whole, restore_sink(restore), arena, &err);
            buf_clear(&got);
            chat_responses.write_reply(&head, collect_reply(collect), &got);
            forget_time(&got);
            buf_putc(&got, '\n');
            is_file(dir, "reply.out.json", got.data, name);
        }
        arena_free(arena);
        buf_free(&got);
    }
    buf_free(&text);
}

/* What our writer says, our reader understands: the same events come of it. */
static void visit_echo(const char *dir, const char *name) {
    struct buf text, first, second;
    if (fixture_read(dir, "stream.out.sse", &text)) {
        struct buf again, whole;
        buf_init(&first, TEXT_MOST);
        buf_init(&second, TEXT_MOST);
        buf_init(&again, TEXT_MOST);
        buf_init(&whole, TEXT_MOST);
        describe_stream(&text, text.len, &first);
        answer_stream(dir, &text, &again, &whole);
        describe_stream(&again, again.len, &second);
        is_str(second.data, first.data, name);
        buf_free(&whole);
        buf_free(&again);
        buf_free(&second);
        buf_free(&first);
    }
    buf_free(&text);
}

/* ---- what is refused ------------------------------------------------------------------------ */

static const struct {
    const char *text, *param, *message;
} bad[] = {
    {"", "", "JSON"},
    {"[]", "", "object"},
    {"{\"model\":\"m\",\"input\":\"x\"", "", "line 1"},
    {"{\"input\":\"x\"}", "model", "missing"},
    {"{\"model\":7,\"input\":\"x\"}", "model", "string"},
    {"{\"model\":\"\",\"input\":\"x\"}", "model", "1 to 200"},
    {"{\"model\":\"m\",\"model\":\"n\",\"input\":\"x\"}", "model", "twice"},
    {"{\"model\":\"m\"}", "input", "missing"},
    {"{\"model\":\"m\",\"input\":null}", "input", "missing"},
    {"{\"model\":\"m\",\"input\":[]}", "input", "at least one"},
    {"{\"model\":\"m\",\"input\":{}}", "input", "array"},
    {"{\"model\":\"m\",\"input\":[\"x\"]}", "input[0]", "object"},
    {"{\"model\":\"m\",\"input\":\"x\",\"stream\":1}", "stream", "true or false"},
    {"{\"model\":\"m\",\"input\":\"x\",\"max_output_tokens\":0}", "max_output_tokens", "positive"},
    {"{\"model\":\"m\",\"input\":\"x\",\"max_output_tokens\":1e3}", "max_output_tokens", "positive"},
    {"{\"model\":\"m\",\"input\":\"x\",\"previous_response_id\":\"resp_1\"}", "previous_response_id",
     "does not store responses yet"},
    {"{\"model\":\"m\",\"input\":\"x\",\"previous_response_\\u0069d\":\"resp_1\"}", "previous_response_id",
     "does not store"},
    {"{\"model\":\"m\",\"input\":\"x\",\"conversation\":{\"id\":\"conv_1\"}}", "conversation",
     "does not store"},
    {"{\"model\":\"m\",\"input\":\"x\",\"prompt\":{\"id\":\"pmpt_1\"}}", "prompt", "does not store"},
    {"{\"model\":\"m\",\"input\":\"x\",\"background\":true}", "background", "does not store"},
    {"{\"model\":\"m\",\"input\":\"x\",\"background\":1}", "background", "must be false"},
    {"{\"model\":\"m\",\"input\":[{\"type\":\"item_reference\",\"id\":\"msg_1\"}]}", "input[0]",
     "stored item"},
    {"{\"model\":\"m\",\"input\":[{\"role\":\"user\",\"content\":\"x\"},{\"type\":\"item\\u005freference\","
     "\"id\":\"msg_1\"}]}",
     "input[1]", "stored item"},
    {"{\"model\":\"m\",\"input\":[{\"id\":\"msg_1\"}]}", "input[0]", "stored item"},
    {"{\"model\":\"m\",\"input\":[{\"type\":null,\"id\":\"msg_1\"}]}", "input[0]", "stored item"},
    {"{\"model\":\"m\",\"input\":[{\"type\":\"item_reference\",\"type\":\"message\",\"role\":\"user\","
     "\"content\":\"x\"}]}",
     "input[0].type", "twice"},
    {"{\"model\":\"m\",\"input\":[{\"type\":\"messages\",\"role\":\"user\"}]}", "input[0].type",
     "not the type of an item"},
    {"{\"model\":\"m\",\"input\":[{\"type\":7}]}", "input[0].type", "string"},
    {"{\"model\":\"m\",\"input\":[{\"role\":\"tool\",\"content\":\"x\"}]}", "input[0].role",
     "must be one of"},
    {"{\"model\":\"m\",\"input\":[{\"type\":\"message\",\"content\":\"x\"}]}", "input[0].role", "missing"},
    {"{\"model\":\"m\",\"input\":[{\"role\":\"user\"}]}", "input[0].content", "missing"},
    {"{\"model\":\"m\",\"input\":[{\"role\":\"user\",\"content\":7}]}", "input[0].content", "array of parts"},
    {"{\"model\":\"m\",\"input\":[{\"role\":\"user\",\"content\":[{\"text\":\"x\"}]}]}",
     "input[0].content[0].type", "missing"},
    {"{\"model\":\"m\",\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_video\"}]}]}",
     "input[0].content[0].type", "must be one of"},
    {"{\"model\":\"m\",\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_text\"}]}]}",
     "input[0].content[0].text", "missing"},
    {"{\"model\":\"m\",\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":7}]}]}",
     "input[0].content[0].text", "string"},
    {"{\"model\":\"m\",\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_image\"}]}]}",
     "input[0].content[0].image_url", "missing"},
    {"{\"model\":\"m\",\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_image\","
     "\"image_url\":{\"url\":\"https://h/i\"}}]}]}",
     "input[0].content[0].image_url", "string"},
    {"{\"model\":\"m\",\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_image\","
     "\"image_url\":\"ftp://h/i\"}]}]}",
     "input[0].content[0].image_url", "URL"},
    {"{\"model\":\"m\",\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_file\","
     "\"filename\":\"a\"}]}]}",
     "input[0].content[0].file_data", "missing"},
    {"{\"model\":\"m\",\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_audio\","
     "\"input_audio\":{\"format\":\"wav\"}}]}]}",
     "input[0].content[0].input_audio.data", "missing"},
    {"{\"model\":\"m\",\"input\":[{\"role\":\"developer\",\"content\":[{\"type\":\"input_image\","
     "\"image_url\":\"https://h/i\"}]}]}",
     "input[0].content", "must be text in this role"},
    {"{\"model\":\"m\",\"input\":[{\"type\":\"function_call\",\"name\":\"f\",\"arguments\":\"{}\"}]}",
     "input[0].call_id", "missing"},
    {"{\"model\":\"m\",\"input\":[{\"type\":\"function_call\",\"call_id\":\"c\",\"arguments\":\"{}\"}]}",
     "input[0].name", "missing"},
    {"{\"model\":\"m\",\"input\":[{\"type\":\"function_call\",\"call_id\":\"c\",\"name\":\"f\"}]}",
     "input[0].arguments", "missing"},
    {"{\"model\":\"m\",\"input\":[{\"type\":\"function_call\",\"call_id\":\"c\",\"name\":\"f\","
     "\"arguments\":{}}]}",
     "input[0].arguments", "string"},
    {"{\"model\":\"m\",\"input\":[{\"type\":\"custom_tool_call\",\"call_id\":\"c\",\"name\":\"f\"}]}",
     "input[0].input", "missing"},
    {"{\"model\":\"m\",\"input\":[{\"type\":\"function_call_output\",\"call_id\":\"c\"}]}", "input[0].output",
     "missing"},
    {"{\"model\":\"m\",\"input\":[{\"type\":\"function_call_output\",\"output\":\"x\"}]}", "input[0].call_id",
     "missing"},
    {"{\"model\":\"m\",\"input\":[{\"type\":\"reasoning\",\"summary\":\"x\"}]}", "input[0].summary", "array"},
    {"{\"model\":\"m\",\"input\":[{\"type\":\"reasoning\",\"summary\":[],\"encrypted_content\":7}]}",
     "input[0].encrypted_content", "string"},
    {"{\"model\":\"m\",\"input\":[{\"type\":\"additional_tools\",\"role\":\"developer\"}]}", "input[0].tools",
     "missing"},
    {"{\"model\":\"m\",\"input\":\"x\",\"instructions\":[]}", "instructions", "string"},
    {"{\"model\":\"m\",\"input\":\"x\",\"tools\":{}}", "tools", "array"},
    {"{\"model\":\"m\",\"input\":\"x\",\"tools\":[7]}", "tools[0]", "object"},
    {"{\"model\":\"m\",\"input\":\"x\",\"tools\":[{\"name\":\"f\"}]}", "tools[0].type", "missing"},
    {"{\"model\":\"m\",\"input\":\"x\",\"tools\":[{\"type\":\"function\"}]}", "tools[0].name", "missing"},
    {"{\"model\":\"m\",\"input\":\"x\",\"tools\":[{\"type\":\"function\",\"name\":\"f\",\"parameters\":[]}]}",
     "tools[0].parameters", "object"},
    {"{\"model\":\"m\",\"input\":\"x\",\"tools\":[{\"type\":\"custom\",\"name\":\"f\",\"format\":\"text\"}]}",
     "tools[0].format", "object"},
    {"{\"model\":\"m\",\"input\":\"x\",\"tools\":[{\"type\":\"namespace\",\"name\":\"n\"}]}",
     "tools[0].tools", "missing"},
    {"{\"model\":\"m\",\"input\":\"x\",\"tools\":[{\"type\":\"namespace\",\"name\":\"n\",\"tools\":"
     "[{\"type\":\"namespace\",\"name\":\"o\",\"tools\":[]}]}]}",
     "tools[0].tools[0].type", "within a namespace"},
    {"{\"model\":\"m\",\"input\":\"x\",\"tool_choice\":\"any\"}", "tool_choice", "must be one of"},
    {"{\"model\":\"m\",\"input\":\"x\",\"tool_choice\":{\"name\":\"f\"}}", "tool_choice.type", "missing"},
    {"{\"model\":\"m\",\"input\":\"x\",\"tool_choice\":{\"type\":\"function\"}}", "tool_choice.name",
     "missing"},
    {"{\"model\":\"m\",\"input\":\"x\",\"tool_choice\":{\"type\":\"allowed_tools\",\"mode\":\"auto\"}}",
     "tool_choice.tools", "missing"},
    {"{\"model\":\"m\",\"input\":\"x\",\"text\":{\"format\":{\"type\":\"xml\"}}}", "text.format.type",
     "must be one of"},
    {"{\"model\":\"m\",\"input\":\"x\",\"text\":{\"format\":{\"type\":\"json_schema\",\"name\":\"n\"}}}",
     "text.format.schema", "missing"},
    {"{\"model\":\"m\",\"input\":\"x\",\"text\":{\"format\":{\"type\":\"json_schema\",\"schema\":{}}}}",
     "text.format.name", "missing"},
    {"{\"model\":\"m\",\"input\":\"x\",\"reasoning\":{\"effort\":\"huge\"}}", "reasoning.effort",
     "must be one of"},
    {"{\"model\":\"m\",\"input\":\"x\",\"reasoning\":{\"summary\":\"long\"}}", "reasoning.summary",
     "must be one of"},
    {"{\"model\":\"m\",\"input\":\"x\",\"include\":\"all\"}", "include", "array"},
    {"{\"model\":\"m\",\"input\":\"x\",\"include\":[7]}", "include[0]", "string"},
    {"{\"model\":\"m\",\"input\":\"x\",\"temperature\":\"hot\"}", "temperature", "number"},
    {"{\"model\":\"m\",\"input\":\"x\",\"truncation\":\"some\"}", "truncation", "must be one of"},
    {"{\"model\":\"m\",\"input\":\"x\",\"store\":\"yes\"}", "store", "true or false"},
    {"{\"model\":\"m\",\"input\":\"x\",\"temperature\":1,\"temperature\":2}", "temperature", "twice"},
};

static void test_bad_requests(void) {
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct arena *arena = arena_new();
        struct chat_request q;
        struct error err = {0};
        struct chat_ask ask = {0};
        int rc = read_as(&chat_responses, span_of(bad[i].text), arena, &ask, &q, &err);
        bool good = rc < 0 && err.kind == ERR_REQUEST && strcmp(err.param, bad[i].param) == 0 &&
                    strstr(err.message, bad[i].message);
        if (!good)
            printf("# %s: %s\n", err.param, err.message);
        ok(good, "refused: %s", bad[i].text);
        arena_free(arena);
    }
}

/* What is stored is refused in requests that pass, too: `look` is all that they go through. */
static void test_stored_passing(void) {
    for (size_t i = 0; i < COUNT(bad); i++) {
        if (!strstr(bad[i].message, "store"))
            continue;
        struct arena *arena = arena_new();
        struct chat_ask ask = {0};
        struct error err = {0};
        struct span text = copy_of(arena, span_of(bad[i].text));
        ok(chat_responses.look(text, arena, &ask, &err) < 0 && strcmp(err.param, bad[i].param) == 0,
           "not passed either: %s", bad[i].param);
        arena_free(arena);
    }
}

/* ---- editing ----------------------------------------------------------------------------------- */

static const struct {
    const char *text;
    int64_t limit;
    const char *want;
} edits[] = {
    {"{\"model\":\"m\",\"input\":\"x\"}", 0, "{\"model\":\"a/\\\"b\",\"input\":\"x\"}"},
    {" { \"input\" : \"x\", \"store\":true, \"model\" : \"m\" } ", 0,
     " { \"input\" : \"x\", \"store\":true, \"model\" : \"a/\\\"b\" } "},
    {"{\"model\":\"m\",\"input\":\"x\"}", 300,
     "{\"max_output_tokens\":300,\"model\":\"a/\\\"b\",\"input\":\"x\"}"},
    {"{\"model\":\"m\",\"max_output_tokens\":5000,\"input\":\"x\"}", 300,
     "{\"model\":\"a/\\\"b\",\"max_output_tokens\":300,\"input\":\"x\"}"},
    {"{\"max_output_tokens\":null,\"input\":[{\"role\":\"user\",\"content\":\"x\"}],\"model\":\"m\"}", 300,
     "{\"max_output_tokens\":300,\"input\":[{\"role\":\"user\",\"content\":\"x\"}],\"model\":\"a/\\\"b\"}"},
    {"{\"previous_response_id\":null,\"background\":false,\"input\":\"x\",\"model\":\"m\"}", 0,
     "{\"previous_response_id\":null,\"background\":false,\"input\":\"x\",\"model\":\"a/\\\"b\"}"},
};

static void test_edits(void) {
    for (size_t i = 0; i < COUNT(edits); i++) {
        struct arena *arena = arena_new();
        struct chat_ask ask = {0};
        struct chat_change change = {.model = "a/\"b", .output_limit = edits[i].limit};
        struct error err = {0};
        struct buf out;
        size_t parts = 0, total = 0;
        buf_init(&out, TEXT_MOST);
        buf_puts(&out, "");
        struct span text = copy_of(arena, span_of(edits[i].text));
        if (chat_responses.look(text, arena, &ask, &err) == 0) {
            struct span *part = chat_responses.edit(&ask, &change, arena, &parts, &total);
            for (size_t p = 0; p < parts; p++)
                buf_add(&out, part[p].at, part[p].len);
        }
        is_str(out.data, edits[i].want, "edited");
        is_int((long long)total, (long long)out.len, "and as long as it is said to be");
        buf_free(&out);
        arena_free(arena);
    }
}

static void test_look(void) {
    static const char text[] = "{\"model\":\"m\\u0031\",\"stream\":true,\"max_output_tokens\":99,\"input\":"
                               "\"0123456789\",\"instructions\":\"01234567\",\"tools\":[],\"text\":{}}";
    struct arena *arena = arena_new();
    struct chat_ask ask = {0};
    struct error err = {0};
    ok(chat_responses.look(copy_of(arena, span_of(text)), arena, &ask, &err) == 0, "looked at");
    is_str(ask.model, "m1", "the model");
    ok(ask.stream && ask.max_output == 99 && ask.choices == 1, "stream, limit and choices");
    is_int(ask.prompt, 3 + 3 + 1 + 1, "the prompt is estimated by its length");
    is_str(chat_responses.path("m", true, arena), "/responses", "the path");
    arena_free(arena);
}

/* ---- failures ------------------------------------------------------------------------------------ */

static const struct {
    struct error err;
    const char *code, *message;
} failures[] = {
    {{.kind = ERR_LIMIT, .message = "Slow down.", .retry_after = 7},
     "rate_limit_exceeded",
     "Slow down. Please try again in 7s."},
    {{.kind = ERR_CREDIT, .message = "No.", .code = "insufficient_credit"}, "insufficient_quota", "No."},
    {{.kind = ERR_UPSTREAM, .message = "Broken."}, "server_error", "Broken."},
    {{.kind = ERR_TIMEOUT, .message = "Late."}, "server_error", "Late."},
    {{.kind = ERR_UPSTREAM, .message = "Long.", .code = "context_length_exceeded"},
     "context_length_exceeded",
     "Long."},
    {{.kind = ERR_REQUEST, .message = "\"a\" is bad.", .param = "a"}, "invalid_prompt", "\\\"a\\\" is bad."},
};

/* Both with a writer that had begun, and with one that is made for it. */
static void test_failures(void) {
    for (size_t i = 0; i < 2 * COUNT(failures); i++) {
        struct arena *arena = arena_new();
        struct chat_request q = {.arena = arena};
        struct chat_head head = head_of(&q);
        struct chat_event begin = {.kind = EVENT_BEGIN};
        struct buf out;
        buf_init(&out, TEXT_MOST);
        struct chat_writer *writer =
            i % 2 ? chat_responses.new_writer(&head, arena, &out) : chat_responses.resume(NULL, &head, arena);
        if (i % 2)
            chat_responses.write_event(writer, &begin);
        size_t before = out.len;
        chat_responses.write_failure(writer, &out, &failures[i / 2].err);
        const char *error =
            arena_printf(arena,
                         "event: error\ndata: {\"type\":\"error\",\"sequence_number\":%d,\"code\":\"%s\","
                         "\"message\":\"%s\"",
                         i % 2 ? 2 : 0, failures[i / 2].code, failures[i / 2].message);
        const char *failed = arena_printf(arena, "\"error\":{\"code\":\"%s\",\"message\":\"%s\"}",
                                          failures[i / 2].code, failures[i / 2].message);
        const char *second = strstr(out.data + before, "event: response.failed\n");
        ok(strncmp(out.data + before, error, strlen(error)) == 0, "an error event: %s", failures[i / 2].code);
        ok(second && strstr(second, failed) && strstr(second, "\"status\":\"failed\""),
           "then a failed response");
        ok(is_well_formed(&out) && !strstr(out.data, "[DONE]"), "well-formed, and no clean end");
        buf_free(&out);
        arena_free(arena);
    }
}

static void test_error_bodies(void) {
    static const struct {
        const char *text, *message;
    } rows[] = {
        {"{\"error\":{\"message\":\"No.\",\"code\":null}}", "\"No.\""},
        {"{\"error\":{}}", "\"\""},
        {"{\"error\":\"x\"}", NULL},
        {"<html>", NULL},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct span message = {0};
        bool is = chat_responses.read_error((struct span){rows[i].text, strlen(rows[i].text)}, &message);
        ok(is == (rows[i].message != NULL) &&
               (!is || (message.len == strlen(rows[i].message) &&
                        memcmp(message.at, rows[i].message, message.len) == 0)),
           "an error's body: %s", rows[i].text);
    }
}

/* ---- who only counts ------------------------------------------------------------------------------- */

struct counting {
    struct chat_sink sink;
    int64_t bytes;
    bool ended, failed;
};

static int count(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct counting *counting = (struct counting *)sink;
    (void)err;
    counting->bytes += event->text.at ? (int64_t)event->text.len - 2 : 0;
    counting->ended |= event->kind == EVENT_END;
    counting->failed |= event->kind == EVENT_FAIL;
    return 0;
}

/* Where bytes pass, nothing that another dialect could not say is an error. */
static void test_counting(void) {
    static const char done[] = "data: {\"type\":\"response.completed\",\"response\":{}}\n\n";
    static const struct {
        const char *name, *events;
        int64_t bytes;
    } rows[] = {
        {"a call without a name",
         "data: {\"type\":\"response.output_item.done\",\"output_index\":0,\"item\":{\"type\":"
         "\"function_call\",\"arguments\":\"{}\"}}\n\n",
         0},
        {"a call and its arguments",
         "data: {\"type\":\"response.output_item.added\",\"output_index\":0,\"item\":{\"type\":"
         "\"function_call\",\"name\":\"f\"}}\n\n"
         "data: {\"type\":\"response.function_call_arguments.delta\",\"output_index\":0,\"delta\":\"12\"}\n\n"
         "data: {\"type\":\"response.output_text.delta\",\"output_index\":1,\"delta\":\"345\"}\n\n"
         "data: {\"type\":\"response.function_call_arguments.delta\",\"output_index\":0,\"delta\":\"6\"}\n\n",
         7},
        {"items that are not known",
         "data: {\"type\":\"response.output_item.done\",\"item\":{\"type\":\"x\"}}\n\n", 0},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct counting counting = {.sink = {count, true}};
        struct error err = {0};
        struct buf text;
        buf_init(&text, TEXT_MOST);
        buf_printf(&text, "%s%s", rows[i].events, done);
        int rc = read_stream(&text, 0, &counting.sink, &err);
        ok(rc == 0 && counting.ended && !counting.failed, "counted: %s", rows[i].name);
        is_int(counting.bytes, rows[i].bytes, "and how much it is");
        buf_free(&text);
    }
    struct counting many = {.sink = {count, true}};
    struct error err = {0};
    struct buf text;
    buf_init(&text, TEXT_MOST);
    for (int i = 0; i < 5000; i++)
        buf_printf(&text,
                   "data: {\"type\":\"response.output_text.delta\",\"output_index\":%d,\"delta\":\"x\"}\n\n",
                   i);
    buf_puts(&text, done);
    ok(read_stream(&text, 0, &many.sink, &err) == 0 && many.ended, "more items than are kept");
    is_int(many.bytes, 5000, "and all of them are counted");
    buf_free(&text);
}

/* A stream whose bytes passed up to here is ended as if its sender had done that. */
static void test_resuming(void) {
#define RESPONSE                                                                                             \
    "\"response\":{\"id\":\"resp_\\u0061b\",\"created_at\":1700000000,\"model\":\"their\\u006dodel\"}"
    static const struct {
        const char *name, *events;
        int next;
        const char *head;
        bool withheld;
    } rows[] = {
        {"nothing", "", 0, "{\"id\":\"resp_01\",\"object\":\"response\",\"created_at\":1760000000,", false},
        {"a begin and what follows",
         "data: {\"type\":\"response.created\",\"sequence_number\":0," RESPONSE "}\n\n"
         "data: {\"type\":\"response.in_progress\",\"sequence_number\":1," RESPONSE "}\n\n"
         "data: {\"type\":\"response.output_text.delta\",\"output_index\":0,\"delta\":\"x\","
         "\"sequence_number\":2}\n\n",
         3, "{\"id\":\"resp_\\u0061b\",\"object\":\"response\",\"created_at\":1700000000,", false},
        {"numbers that begin elsewhere, leave some out, or are none",
         "data: {\"type\":\"response.created\",\"sequence_number\":5," RESPONSE "}\n\n"
         "data: {\"type\":\"x\",\"sequence_number\":40}\n\n"
         "data: {\"type\":\"x\",\"sequence_number\":7}\n\n"
         "data: {\"type\":\"x\",\"sequence_number\":1e3}\n\ndata: {\"type\":\"x\"}\n\n"
         "data: {\"type\":\"x\",\"sequence_number\":9223372036854775807}\n\n",
         41, "{\"id\":\"resp_\\u0061b\",\"object\":\"response\",\"created_at\":1700000000,", false},
        {"an event that did not pass",
         "data: {\"type\":\"x\",\"sequence_number\":6}\n\ndata: {\"type\":\"x\",\"sequence_number\":8}\n\n",
         8, "{\"id\":\"resp_01\",\"object\":\"response\",\"created_at\":1760000000,", true},
        {"one without a number that did not pass",
         "data: {\"type\":\"x\",\"sequence_number\":6}\n\ndata: {\"type\":\"x\"}\n\n", 7,
         "{\"id\":\"resp_01\",\"object\":\"response\",\"created_at\":1760000000,", true},
        {"a failure behind its error that did not pass",
         "data: {\"type\":\"error\",\"sequence_number\":6}\n\n"
         "data: {\"type\":\"response.failed\",\"sequence_number\":7}\n\n",
         7, "{\"id\":\"resp_01\",\"object\":\"response\",\"created_at\":1760000000,", true},
        {"no id", "data: {\"type\":\"response.created\",\"sequence_number\":0,\"response\":{\"id\":7}}\n\n",
         1, "{\"id\":\"resp_01\",\"object\":\"response\",\"created_at\":1760000000,", false},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena *arena = arena_new();
        struct counting counting = {.sink = {count, true}};
        struct chat_reader *reader = chat_responses.new_reader(&counting.sink, arena);
        struct chat_head head = {.id = "01", .model = "m", .created = 1760000000};
        struct error err = {0}, why = {0};
        struct sse sse;
        struct buf out;
        buf_init(&out, TEXT_MOST);
        sse_init(&sse, TEXT_MOST);
        ok(sse_feed(&sse, rows[i].events, strlen(rows[i].events), read_sse, reader, &err) == 0, "%s: read",
           rows[i].name);
        error_set(&why, ERR_UPSTREAM, "Broken.");
        reader->withheld = rows[i].withheld;
        struct chat_writer *writer = chat_responses.resume(reader, &head, arena);
        chat_responses.write_failure(writer, &out, &why);
        char first[80], second[80];
        snprintf(first, sizeof first, "event: error\ndata: {\"type\":\"error\",\"sequence_number\":%d,",
                 rows[i].next);
        snprintf(second, sizeof second, "{\"type\":\"response.failed\",\"sequence_number\":%d,",
                 rows[i].next + 1);
        const char *failed = strstr(out.data, second);
        ok(strncmp(out.data, first, strlen(first)) == 0 && failed, "%s: the numbers go on", rows[i].name);
        ok(failed && strstr(failed, rows[i].head) &&
               strstr(failed, i == 1 || i == 2 ? "\"model\":\"theirmodel\"" : "\"model\":\"m\""),
           "%s: the response is the same", rows[i].name);
        sse_free(&sse);
        buf_free(&out);
        arena_free(arena);
    }
#undef RESPONSE
}

int main(void) {
    int cases = fixture_each("chat_responses", visit_request);
    ok(cases > 0, "there are fixtures");
    fixture_each("chat_responses", visit_foreign);
    fixture_each("chat_responses", visit_stream);
    fixture_each("chat_responses", visit_reply);
    fixture_each("chat_responses", visit_echo);
    test_bad_requests();
    test_stored_passing();
    test_edits();
    test_look();
    test_failures();
    test_error_bodies();
    test_counting();
    test_resuming();
    return tap_done();
}
