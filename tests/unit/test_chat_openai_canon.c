/*
 * OpenAI's chat dialect to and from the canonical form. Each directory of tests/fixtures/chat_openai_canon is
 * a case: request.json   with request.canon, what is read (request_lines.h), request.openai.json, what is
 * written of that, `dropped`, names of what is not (none if there is no such file), and again.canon, what is
 *                  read of that (request.canon if there is no such file); `quirks` names the target's
 *   stream.sse     with stream.events, what is read whole, and cut at every byte
 *   reply.json     with reply.events
 * and with either, for a client that asked with request.json if there is one:
 *   out.sse        the events as a stream
 *   out.json       and as a whole
 * Ids that the hub made have stars for digits.
 */
#include "canon/meter.h"
#include "canon/restore.h"
#include "dialects/dialect.h"
#include "events.h"
#include "fixture.h"
#include "request_lines.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define DEPTH        512

static const char set[] = "chat_openai_canon";

/* A copy that ends where its memory ends. */
static struct span copy_of(const char *bytes, size_t len) {
    char *copy = malloc(len ? len : 1);
    if (len > 0)
        memcpy(copy, bytes, len);
    return (struct span){copy, len};
}

/* ---- comparing ---------------------------------------------------------------------- */

/* Ids of the hub's own making are random. */
static void hide_ids(char *text) {
    static const char mark[] = "call_", digits[] = "0123456789abcdef";
    for (char *at = text; (at = strstr(at, mark)) != NULL;) {
        at += sizeof mark - 1;
        size_t len = strspn(at, digits);
        if (len == 24)
            memset(at, '*', len);
    }
}

/* With the file of the case, which must be there. */
static void is_file(const char *dir, const char *name, const char *file, char *got) {
    struct buf want;
    char title[200];
    snprintf(title, sizeof title, "%s: %s", name, file);
    if (!fixture_read(dir, file, &want))
        printf("# there is no %s\n", file);
    hide_ids(got);
    is_str(got, want.data, title);
    buf_free(&want);
}

static bool is_json(const char *text) {
    struct error err = {0};
    return scan_object((struct span){text, strlen(text)}, NULL, 0, DEPTH, &err) == 0;
}

/* ---- requests ------------------------------------------------------------------------ */

static struct chat_target read_target(const char *dir) {
    static const char *const names[] = {"no_stream_options", "max_completion", "no_reasoning",  "no_sampling",
                                        "no_stop",           "no_images",      "no_schema",     "no_parallel",
                                        "no_strict",         "no_developer",   "reasoning_back"};
    struct chat_target target = {.model = "new", .max_output = 1000};
    struct buf words;
    if (fixture_read(dir, "quirks", &words)) {
        char *rest = words.data;
        for (char *word; (word = strsep(&rest, " \n")) != NULL;) {
            for (size_t i = 0; i < COUNT(names); i++)
                target.quirks |= strcmp(word, names[i]) == 0 ? 1u << i : 0;
            target.limited |= strcmp(word, "limited") == 0;
        }
    }
    buf_free(&words);
    return target;
}

static int read_request(struct span text, struct arena *arena, struct chat_request *q, struct error *err) {
    struct chat_ask *ask = arena_alloc(arena, sizeof *ask);
    *q = (struct chat_request){.arena = arena, .choices = 1};
    if (chat_openai.look(text, arena, ask, err) < 0)
        return -1;
    q->stream = ask->stream;
    q->choices = ask->choices;
    q->max_output = ask->max_output;
    return chat_openai.read_request(ask, q, err);
}

static char *write_request(struct chat_request *q, const struct chat_target *target, struct arena *arena) {
    struct error err = {0};
    struct buf out;
    buf_init(&out, FIXTURE_MAX);
    int rc = chat_openai.write_request(q, target, &out, &err);
    char *text = arena_strdup(arena, rc < 0 ? err.message : out.data);
    buf_free(&out);
    return text;
}

static void is_dropped(const char *dir, const char *name, const struct chat_request *q) {
    struct buf got, want;
    buf_init(&got, FIXTURE_MAX);
    buf_puts(&got, "");
    for (const struct chat_list *dropped = q->dropped; dropped; dropped = dropped->next)
        buf_printf(&got, "%s\n", dropped->name);
    fixture_read(dir, "dropped", &want);
    is_str(got.data, want.data, arena_printf(q->arena, "%s: dropped", name));
    buf_free(&want);
    buf_free(&got);
}

static char *lines_of(const struct chat_request *q) {
    struct buf out;
    buf_init(&out, FIXTURE_MAX);
    request_lines(&out, q);
    char *text = arena_strdup(q->arena, out.data);
    buf_free(&out);
    return text;
}

/* What was written is read: it says the same, and is written as it is. */
static void read_again(const char *dir, const char *name, const char *text, const char *lines,
                       const struct chat_target *target, struct arena *arena) {
    struct chat_request q;
    struct error err = {0};
    struct buf want;
    int rc = read_request((struct span){text, strlen(text)}, arena, &q, &err);
    char *again = rc < 0 ? err.message : lines_of(&q);
    if (fixture_read(dir, "again.canon", &want))
        is_str(again, want.data, arena_printf(arena, "%s: what was written says what it shall", name));
    else
        is_str(again, lines, arena_printf(arena, "%s: what was written says the same", name));
    is_str(rc < 0 ? err.message : write_request(&q, target, arena), text,
           arena_printf(arena, "%s: what was written is written so again", name));
    buf_free(&want);
}

static void visit_request(const char *dir, const char *name) {
    struct buf text;
    struct chat_request q;
    struct error err = {0};
    if (fixture_read(dir, "request.json", &text)) {
        struct arena *arena = arena_new();
        struct span exact = copy_of(text.data, text.len);
        struct chat_target target = read_target(dir);
        if (read_request(exact, arena, &q, &err) < 0) {
            ok(false, "%s: %s: %s", name, err.param, err.message);
        } else {
            char *lines = lines_of(&q);
            is_file(dir, name, "request.canon", lines);
            char *written = write_request(&q, &target, arena);
            ok(is_json(written), "%s: an object of JSON is written", name);
            is_dropped(dir, name, &q);
            is_file(dir, name, "request.openai.json", arena_printf(arena, "%s\n", written));
            read_again(dir, name, written, lines, &target, arena);
        }
        free((char *)exact.at);
        arena_free(arena);
    }
    buf_free(&text);
}

static const struct {
    const char *members; /* of a request, with its messages */
    const char *param, *words;
} bad_requests[] = {
#define M(content) "\"messages\":[" content "]"
#define U          M("{\"role\":\"user\",\"content\":\"a\"}")
    {M("{}"), "messages[0].role", "missing"},
    {M("{\"role\":\"user\"}"), "messages[0].content", "missing"},
    {M("{\"role\":\"user\",\"content\":null}"), "messages[0].content", "missing"},
    {M("{\"role\":\"user\",\"content\":5}"), "messages[0].content", "a string or an array of parts"},
    {M("{\"role\":\"robot\",\"content\":\"a\"}"), "messages[0].role", "must be one of system, developer"},
    {M("{\"role\":\"user\",\"content\":\"a\"},5"), "messages[1]", "must be an object"},
    {M("{\"role\":\"user\",\"content\":\"a\",\"content\":\"b\"}"), "messages[0].content", "twice"},
    {M("{\"role\":\"user\",\"content\":[{}]}"), "messages[0].content[0].type", "missing"},
    {M("{\"role\":\"user\",\"content\":[{\"type\":\"video\"}]}"), "messages[0].content[0].type", "one of"},
    {M("{\"role\":\"user\",\"content\":[{\"type\":\"text\"}]}"), "messages[0].content[0].text", "missing"},
    {M("{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":[]}]}"), "messages[0].content[0].text",
     "must be a string"},
    {M("{\"role\":\"user\",\"content\":[{\"type\":\"refusal\",\"refusal\":\"no\"}]}"),
     "messages[0].content[0].refusal", "assistant's alone"},
    {M("{\"role\":\"system\",\"content\":[{\"type\":\"file\",\"file\":{\"file_id\":\"f\"}}]}"),
     "messages[0].content", "must be text in this role"},
    {M("{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":\"x\"}]}"),
     "messages[0].content[0].image_url", "must be an object"},
    {M("{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{}}]}"),
     "messages[0].content[0].image_url.url", "missing"},
    {M("{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"file:///x\"}}]}"),
     "messages[0].content[0].image_url.url", "must be a data, https or http URL"},
    {M("{\"role\":\"user\",\"content\":[{\"type\":\"image_url\","
       "\"image_url\":{\"url\":\"data:;base64,!\"}}]}"),
     "messages[0].content[0].image_url.url", "must be base64 data"},
    {M("{\"role\":\"user\",\"content\":[{\"type\":\"input_audio\",\"input_audio\":{\"format\":\"wav\"}}]}"),
     "messages[0].content[0].input_audio.data", "missing"},
    {M("{\"role\":\"user\",\"content\":[{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"AAAA\"}}]}"),
     "messages[0].content[0].input_audio.format", "missing"},
    {M("{\"role\":\"user\",\"content\":[{\"type\":\"file\",\"file\":{\"filename\":\"x\"}}]}"),
     "messages[0].content[0].file.file_data", "missing"},
    {M("{\"role\":\"tool\",\"content\":\"a\"}"), "messages[0].tool_call_id", "missing"},
    {M("{\"role\":\"tool\",\"tool_call_id\":\"\",\"content\":\"a\"}"), "messages[0].tool_call_id",
     "must not be empty"},
    {M("{\"role\":\"tool\",\"tool_call_id\":\"a\\u0000b\",\"content\":\"a\"}"), "messages[0].tool_call_id",
     "no NUL"},
    {M("{\"role\":\"assistant\",\"tool_calls\":{}}"), "messages[0].tool_calls", "must be an array"},
    {M("{\"role\":\"assistant\",\"tool_calls\":[{\"function\":{\"name\":\"f\"}}]}"),
     "messages[0].tool_calls[0].id", "missing"},
    {M("{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"a\"}]}"), "messages[0].tool_calls[0].function",
     "missing"},
    {M("{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"a\",\"function\":{}}]}"),
     "messages[0].tool_calls[0].function.name", "missing"},
    {M("{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"a\","
       "\"function\":{\"name\":\"f\",\"arguments\":{}}}]}"),
     "messages[0].tool_calls[0].function.arguments", "must be a string"},
    {M("{\"role\":\"assistant\",\"refusal\":1}"), "messages[0].refusal", "must be a string"},
    {U ",\"tools\":{}", "tools", "must be an array"},
    {U ",\"tools\":[{}]", "tools[0].type", "missing"},
    {U ",\"tools\":[{\"type\":\"web_search\"}]", "tools[0].type", "one of function, custom"},
    {U ",\"tools\":[{\"type\":\"function\"}]", "tools[0].function", "missing"},
    {U ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"\"}}]", "tools[0].function.name",
     "empty"},
    {U ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":[]}}]",
     "tools[0].function.parameters", "must be an object"},
    {U ",\"functions\":[{}]", "functions[0].name", "missing"},
    {U ",\"tool_choice\":\"some\"", "tool_choice", "one of auto, none, required"},
    {U ",\"tool_choice\":5", "tool_choice", "must be an object"},
    {U ",\"tool_choice\":{\"type\":\"function\"}", "tool_choice.function", "missing"},
    {U ",\"tool_choice\":{\"type\":\"function\",\"function\":{}}", "tool_choice.function.name", "missing"},
    {U ",\"tool_choice\":{\"allowed_tools\":{\"mode\":\"auto\"}}", "tool_choice.allowed_tools.tools",
     "missing"},
    {U ",\"tool_choice\":{\"allowed_tools\":{\"tools\":[{}]}}", "tool_choice.allowed_tools.tools[0].function",
     "missing"},
    {U ",\"parallel_tool_calls\":1", "parallel_tool_calls", "true or false"},
    {U ",\"response_format\":{}", "response_format.type", "missing"},
    {U ",\"response_format\":{\"type\":\"xml\"}", "response_format.type", "one of text, json_object"},
    {U ",\"response_format\":{\"type\":\"json_schema\"}", "response_format.json_schema", "missing"},
    {U ",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{}}",
     "response_format.json_schema.name", "missing"},
    {U ",\"reasoning_effort\":\"huge\"", "reasoning_effort", "one of none, minimal"},
    {U ",\"temperature\":\"1\"", "temperature", "must be a number"},
    {U ",\"top_p\":true", "top_p", "must be a number"},
    {U ",\"seed\":[]", "seed", "must be a number"},
    {U ",\"stop\":5", "stop", "a string or an array"},
    {U ",\"stop\":[\"a\",5]", "stop[1]", "must be a string"},
    {U ",\"stop\":[\"1\",\"2\",\"3\",\"4\",\"5\"]", "stop", "too many"},
    {U ",\"user\":5", "user", "must be a string"},
    {U ",\"modalities\":\"audio\"", "modalities", "must be an array"},
    {U ",\"modalities\":[\"text\",\"audio\"]", "modalities[1]", "answers in text"},
    {U ",\"n\":0", "n", "positive"},
#undef U
#undef M
};

static void test_bad_requests(void) {
    for (size_t i = 0; i < COUNT(bad_requests); i++) {
        struct arena *arena = arena_new();
        struct chat_request q;
        struct error err = {0};
        const char *text = arena_printf(arena, "{\"model\":\"m\",%s}", bad_requests[i].members);
        struct span exact = copy_of(text, strlen(text));
        int rc = read_request(exact, arena, &q, &err);
        bool good = rc < 0 && err.kind == ERR_REQUEST && strcmp(err.param, bad_requests[i].param) == 0 &&
                    strstr(err.message, bad_requests[i].words);
        ok(good, "%s", text);
        if (!good)
            printf("# %s: %s\n", err.param, err.message);
        free((char *)exact.at);
        arena_free(arena);
    }
}

/* Lists have bounds, and places in errors are cut. */
static void test_many(void) {
    static const char tool[] = "{\"type\":\"function\",\"function\":{\"name\":\"f\"}},";
    struct arena *arena = arena_new();
    struct chat_request q;
    struct error err = {0};
    struct buf text;
    buf_init(&text, FIXTURE_MAX);
    buf_puts(&text, "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"tools\":[");
    for (int i = 0; i <= CHAT_TOOLS_MOST; i++)
        buf_puts(&text, tool);
    buf_puts(&text, "{}]}");
    read_request((struct span){text.data, text.len}, arena, &q, &err);
    is_str(err.param, "tools[1024]", "one tool too many");
    buf_clear(&text);
    buf_printf(&text,
               "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"a\",\"%0999d\":1,\"a b\":2,"
               "\"\\u00e9\xc3\xa9\":3}]}",
               0);
    err = (struct error){0};
    is_int(read_request((struct span){text.data, text.len}, arena, &q, &err), 0, "a long name is dropped");
    ok(q.dropped && strlen(q.dropped->name) == 127, "cut to what fits");
    is_str(q.dropped->next->name, "messages[].a?b", "a blank in a name is none in its place");
    is_str(q.dropped->next->next->name, "messages[].\\u00e9??", "and what is not ASCII is not either");
    buf_free(&text);
    arena_free(arena);
}

/* ---- answers --------------------------------------------------------------------------- */

/* Where an answer goes: lines of its events, and through `restore` a stream and a whole. */
struct telling {
    struct chat_sink split, joint;
    struct arena *arena;
    struct event_lines read, restored;
    struct chat_sink *lines, *restore, *checked, *collect;
    struct collect *collected;
    struct chat_head head;
    struct chat_writer *writer;
    struct buf out;
};

static const struct span nothing = {"\"\"", 2};

static int tell_client(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct telling *t = (struct telling *)((char *)sink - offsetof(struct telling, joint));
    if (chat_emit(t->checked, event, err) < 0)
        return -1;
    struct span words = chat_unquote(t->arena, event->kind == EVENT_FAIL ? event->text : nothing);
    struct error said = {0};
    error_set(&said, ERR_UPSTREAM, "%.*s", (int)words.len, words.at);
    if (event->kind == EVENT_FAIL)
        chat_openai.write_failure(t->writer, &t->out, &said);
    else
        chat_openai.write_event(t->writer, event);
    return chat_emit(t->collect, event, err);
}

static int tell_both(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct telling *t = (struct telling *)sink;
    return chat_emit(t->lines, event, err) < 0 ? -1 : chat_emit(t->restore, event, err);
}

/* The usage is wanted where the answer tells it. */
static void begin_telling(struct telling *t, const struct chat_request *q, const struct buf *answer,
                          struct arena *arena) {
    bool wanted = strstr(answer->data, "\"usage\":{") != NULL;
    *t = (struct telling){.split.take = tell_both, .joint.take = tell_client, .arena = arena};
    t->head = (struct chat_head){.id = "0", .model = "m", .created = 1, .usage_wanted = wanted, .request = q};
    t->lines = event_lines_init(&t->read);
    t->checked = event_lines_init(&t->restored);
    t->collected = collect_new(arena);
    t->collect = collect_sink(t->collected);
    t->restore = restore_sink(restore_new(q, &t->joint, arena));
    buf_init(&t->out, FIXTURE_MAX);
    buf_puts(&t->out, "");
    t->writer = chat_openai.new_writer(&t->head, arena, &t->out);
}

static void end_telling(struct telling *t) {
    event_lines_free(&t->read);
    event_lines_free(&t->restored);
    buf_free(&t->out);
}

static int take_event(void *arg, const struct sse_event *event, struct error *err) {
    struct sse_event exact = *event;
    if (event->data.at)
        exact.data = copy_of(event->data.at, event->data.len);
    int rc = chat_openai.read_event(arg, &exact, err);
    free((char *)exact.data.at);
    return rc;
}

static void add_error(struct event_lines *lines, const struct error *err) {
    event_lines_text(lines);
    buf_printf(&lines->out, "error %s\n", err->message);
}

/* Feeds `cut` bytes, then the rest in pieces; an error is the last line. */
static void tell_stream(struct telling *t, const struct buf *text, size_t cut, size_t piece) {
    struct chat_reader *reader = chat_openai.new_reader(&t->split, t->arena);
    struct error err = {0};
    struct sse sse;
    sse_init(&sse, FIXTURE_MAX);
    int rc = sse_feed(&sse, text->data, cut, take_event, reader, &err);
    for (size_t at = cut; rc == 0 && at < text->len; at += piece)
        rc = sse_feed(&sse, text->data + at, text->len - at < piece ? text->len - at : piece, take_event,
                      reader, &err);
    if (rc < 0 || sse_finish(&sse, take_event, reader, &err) < 0 || chat_openai.read_end(reader, &err) < 0)
        add_error(&t->read, &err);
    sse_free(&sse);
}

static char *whole_of(struct telling *t) {
    struct buf out;
    buf_init(&out, FIXTURE_MAX);
    chat_openai.write_reply(&t->head, collect_reply(t->collected), &out);
    buf_putc(&out, '\n');
    char *text = arena_strdup(t->arena, out.data);
    buf_free(&out);
    return text;
}

static bool begins(const char *line, const char *with) {
    return strncmp(line, with, strlen(with)) == 0;
}

/* What a reader sees of what was written: usage once, and a function that is called without arguments has {}.
 */
static char *as_written(const char *lines, struct arena *arena) {
    struct buf out;
    buf_init(&out, FIXTURE_MAX);
    for (const char *line = lines, *next; *line; line = next) {
        next = strchr(line, '\n') + 1;
        bool bare = begins(line, "call ") && !begins(next, "args ") && memcmp(next - 8, " custom", 7) != 0;
        if (!begins(line, "usage ") || !strstr(next - 1, "\nusage "))
            buf_add(&out, line, (size_t)(next - line));
        if (bare)
            buf_puts(&out, "args 0 \"{}\"\n");
    }
    char *text = arena_strdup(arena, out.data);
    buf_free(&out);
    return text;
}

/* What was written is read as what it was written of. */
static void read_written(const char *name, struct telling *t, const char *whole) {
    struct event_lines streamed, replied;
    struct chat_sink *sink = event_lines_init(&streamed);
    struct chat_reader *reader = chat_openai.new_reader(sink, t->arena);
    struct error err = {0};
    struct sse sse;
    sse_init(&sse, FIXTURE_MAX);
    sse_feed(&sse, t->out.data, t->out.len, take_event, reader, &err);
    is_str(event_lines_text(&streamed), as_written(event_lines_text(&t->restored), t->arena),
           arena_printf(t->arena, "%s: the stream that was written is read as what it was written of", name));
    int rc = chat_openai.read_reply((struct span){whole, strlen(whole)}, event_lines_init(&replied), t->arena,
                                    &err);
    ok(rc == 0 && strstr(event_lines_text(&replied), "\nend\n"), "%s: so can be the whole", name);
    sse_free(&sse);
    event_lines_free(&streamed);
    event_lines_free(&replied);
}

static void is_told(const char *dir, const char *name, struct telling *t) {
    struct buf file;
    if (fixture_read(dir, "out.sse", &file)) {
        char *whole = whole_of(t);
        is_file(dir, name, "out.json", whole);
        read_written(name, t, whole_of(t));
        is_file(dir, name, "out.sse", t->out.data);
    }
    buf_free(&file);
}

/* The request of the case, or an empty one. */
static struct chat_request asked(const char *dir, struct arena *arena) {
    struct chat_request q = {.arena = arena};
    struct chat_target target = read_target(dir);
    struct error err = {0};
    struct buf text;
    if (fixture_read(dir, "request.json", &text)) {
        struct span kept = {arena_strndup(arena, text.data, text.len), text.len};
        read_request(kept, arena, &q, &err);
        write_request(&q, &target, arena);
    }
    buf_free(&text);
    return q;
}

static void visit_stream(const char *dir, const char *name) {
    struct buf text;
    if (fixture_read(dir, "stream.sse", &text)) {
        struct arena *arena = arena_new();
        struct chat_request q = asked(dir, arena);
        struct telling t;
        bool same = true;
        begin_telling(&t, &q, &text, arena);
        tell_stream(&t, &text, text.len, 1);
        char *want = arena_strdup(arena, event_lines_text(&t.read));
        is_file(dir, name, "stream.events", arena_strdup(arena, want));
        is_told(dir, name, &t);
        end_telling(&t);
        for (size_t cut = 0; cut <= text.len; cut++) {
            struct arena *each = arena_new();
            begin_telling(&t, &q, &text, each);
            tell_stream(&t, &text, cut < text.len ? cut : 0, cut < text.len ? text.len : 1);
            same &= strcmp(event_lines_text(&t.read), want) == 0;
            end_telling(&t);
            arena_free(each);
        }
        ok(same, "%s: cut at every byte", name);
        arena_free(arena);
    }
    buf_free(&text);
}

static void visit_reply(const char *dir, const char *name) {
    struct buf text;
    if (fixture_read(dir, "reply.json", &text)) {
        struct arena *arena = arena_new();
        struct chat_request q = asked(dir, arena);
        struct span exact = copy_of(text.data, text.len);
        struct error err = {0};
        struct telling t;
        begin_telling(&t, &q, &text, arena);
        if (chat_openai.read_reply(exact, &t.split, arena, &err) < 0)
            add_error(&t.read, &err);
        is_file(dir, name, "reply.events", arena_strdup(arena, event_lines_text(&t.read)));
        is_told(dir, name, &t);
        end_telling(&t);
        free((char *)exact.at);
        arena_free(arena);
    }
    buf_free(&text);
}

/* What was read from a cache is part of the prompt. */
static void test_cached(void) {
    struct arena *arena = arena_new();
    struct chat_head head = {.id = "0", .model = "m"};
    struct chat_answer answer = {.stop = STOP_DONE};
    struct chat_reply reply = {.choice = &answer, .choices = 1, .usage = {.prompt = 5, .cache_read = 9}};
    struct buf out;
    buf_init(&out, FIXTURE_MAX);
    chat_openai.write_reply(&head, &reply, &out);
    ok(strstr(out.data, "\"prompt_tokens\":5,") && strstr(out.data, "\"cached_tokens\":5}"),
       "never more is cached than there is");
    buf_free(&out);
    arena_free(arena);
}

int main(void) {
    ok(fixture_each(set, visit_request) > 0, "there are fixtures");
    fixture_each(set, visit_stream);
    fixture_each(set, visit_reply);
    test_bad_requests();
    test_many();
    test_cached();
    return tap_done();
}
