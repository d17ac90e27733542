/* The provider within the hub: what it answers can be read by everybody who reads a provider's answer. */
#include "upstream/demo.h"

#include <jansson.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/secret.h"
#include "base/sse.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

struct call {
    struct upstream_request request;
    struct upstream_head head;
    struct buf body;
    struct error err;
    int rc, pieces, fail_at; /* fail_at: the piece at which the sink has enough; 0: never */
    bool head_fails, gone;
};

static int take_head(void *arg, const struct upstream_head *head, struct error *err) {
    struct call *call = arg;
    call->head = *head;
    return call->head_fails ? error_set(err, ERR_INTERNAL, "enough") : 0;
}

static int take_body(void *arg, const char *bytes, size_t len, struct error *err) {
    struct call *call = arg;
    buf_add(&call->body, bytes, len);
    return ++call->pieces == call->fail_at ? error_set(err, ERR_INTERNAL, "enough") : 0;
}

static bool client_gone(void *arg) {
    const struct call *call = arg;
    return call->gone;
}

static void call_init(struct call *call) {
    *call = (struct call){.request = {.method = "POST",
                                      .url = "/chat/completions",
                                      .watch = {-1, -1, client_gone, call, false}}};
    buf_init(&call->body, 1000000);
    buf_puts(&call->body, "");
}

/* The request comes in parts, cut anywhere. */
static void ask(struct call *call, const char *text) {
    struct upstream_sink sink = {.head = take_head, .body = take_body, .arg = call};
    size_t len = strlen(text);
    struct span parts[] = {{text, len / 3}, {text + len / 3, 0}, {text + len / 3, len - len / 3}};
    call->request.body = parts;
    call->request.body_parts = 3;
    call->err = (struct error){0};
    call->pieces = 0;
    buf_clear(&call->body);
    call->rc = demo_call(&call->request, 0, &sink, &call->err);
}

static const char *content(json_t *chunk, const char *holder) {
    json_t *choice = json_array_get(json_object_get(chunk, "choices"), 0);
    return json_string_value(json_object_get(json_object_get(choice, holder), "content"));
}

/* What was streamed, put together. */
struct stream {
    struct buf text;
    int words, finishes, usages, dones, others;
    long long output;
};

static int take_event(void *arg, const struct sse_event *event, struct error *err) {
    struct stream *stream = arg;
    json_t *chunk = json_loadb(event->data.at, event->data.len, 0, NULL);
    json_t *choice = json_array_get(json_object_get(chunk, "choices"), 0),
           *usage = json_object_get(chunk, "usage");
    (void)err;
    if (!chunk && event->data.len == 6 && memcmp(event->data.at, "[DONE]", 6) == 0)
        stream->dones++;
    else if (stream->dones || !chunk)
        stream->others++;
    if (content(chunk, "delta")) {
        buf_puts(&stream->text, content(chunk, "delta"));
        stream->words++;
    }
    stream->finishes += json_is_string(json_object_get(choice, "finish_reason"));
    stream->usages += json_is_object(usage);
    stream->output += json_integer_value(json_object_get(usage, "completion_tokens"));
    json_decref(chunk);
    return 0;
}

static const struct {
    const char *name, *messages, *said;
} questions[] = {
    {"a question", "[{\"role\":\"user\",\"content\":\"Hello world\"}]", "You said: Hello world "},
    {"the last one", "[{\"content\":\"first\"},{\"content\":\"second\"}]", "You said: second "},
    {"escapes", "[{\"content\":\"a \\\"b\\\"\\n\\u00e9\\ud83d\\ude00\"}]",
     "You said: a \"b\"\n\xc3\xa9\xf0\x9f\x98\x80 "},
    {"many blanks", "[{\"content\":\"  a    b  \"}]", "You said:   a    b   "},
    {"parts instead of a text", "[{\"content\":[{\"type\":\"text\",\"text\":\"x\"}]}]", NULL},
    {"no text", "[{\"role\":\"user\"}]", NULL},
    {"an empty text", "[{\"content\":\"\"}]", NULL},
    {"odd messages", "[1,null,\"x\"]", NULL},
    {"no messages", "[]", NULL},
};

static void test_question(size_t i) {
    struct call call;
    struct stream stream = {0};
    struct error err = {0};
    struct sse sse;
    char text[1000], whole[2000];
    call_init(&call);
    snprintf(text, sizeof text, "{\"messages\":%s}", questions[i].messages);
    ask(&call, text);
    json_t *answer = json_loads(call.body.data, 0, NULL);
    const char *said = content(answer, "message");
    ok(call.rc == 0 && call.head.status == 200 && strcmp(call.head.content_type, "application/json") == 0 &&
           said,
       "%s: an answer", questions[i].name);
    snprintf(whole, sizeof whole, "%s", said ? said : "");
    const char *repeats = strstr(whole, questions[i].said ? questions[i].said : "You said");
    ok(strstr(whole, "demo") && !repeats == !questions[i].said, "%s: says what it is, and what was said",
       questions[i].name);

    snprintf(text, sizeof text,
             "{\"stream\":true,\"messages\":%s,\"stream_options\":{\"include_usage\":true}}",
             questions[i].messages);
    ask(&call, text);
    buf_init(&stream.text, 10000);
    buf_puts(&stream.text, "");
    sse_init(&sse, 10000);
    sse_feed(&sse, call.body.data, call.body.len, take_event, &stream, &err);
    is_str(call.head.content_type, "text/event-stream", "streamed");
    is_str(stream.text.data, whole, "it is the same text");
    ok(stream.finishes == 1 && stream.usages == 1 && stream.dones == 1 && stream.others == 0,
       "with all that belongs to it");
    is_int(stream.output, stream.words, "and a token for each word");
    is_int(json_integer_value(json_object_get(json_object_get(answer, "usage"), "completion_tokens")),
           stream.words, "as the whole answer says");
    json_decref(answer);
    sse_free(&sse);
    buf_free(&stream.text);
    buf_free(&call.body);
}

static void test_without_usage(void) {
    struct call call;
    call_init(&call);
    ask(&call, "{\"messages\":[{\"content\":\"x\"}],\"stream\":true}");
    ok(call.rc == 0 && !strstr(call.body.data, "usage") && strstr(call.body.data, "data: [DONE]\n\n"),
       "usage only if it was asked for");
    buf_free(&call.body);
}

static void test_limit(void) {
    static const struct {
        const char *request, *finish;
        int output;
    } cases[] = {
        {"{\"messages\":[],\"max_tokens\":5}", "length", 5},
        {"{\"messages\":[],\"max_completion_tokens\":1,\"max_tokens\":9}", "length", 1},
        {"{\"messages\":[],\"max_tokens\":1000}", "stop", 0},
        {"{\"messages\":[],\"max_tokens\":0}", "stop", 0},
        {"{\"messages\":[],\"max_tokens\":\"5\"}", "stop", 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct call call;
        call_init(&call);
        ask(&call, cases[i].request);
        json_t *answer = json_loads(call.body.data, 0, NULL);
        json_t *choice = json_array_get(json_object_get(answer, "choices"), 0);
        is_str(json_string_value(json_object_get(choice, "finish_reason")), cases[i].finish,
               cases[i].request);
        long long output =
            json_integer_value(json_object_get(json_object_get(answer, "usage"), "completion_tokens"));
        ok(cases[i].output ? output == cases[i].output : output > 9, "so many words");
        json_decref(answer);
        buf_free(&call.body);
    }
}

/* Only a part of a long question is repeated, and what is cut of a character is replaced. */
static void test_long_question(void) {
    struct call call;
    struct buf text;
    call_init(&call);
    buf_init(&text, 100000);
    buf_puts(&text, "{\"messages\":[{\"content\":\"x");
    for (int i = 0; i < 10000; i++)
        buf_puts(&text, "\xc3\xa9");
    buf_puts(&text, "\"}]}");
    ask(&call, text.data);
    json_t *answer = json_loads(call.body.data, 0, NULL);
    const char *said = content(answer, "message");
    ok(said && strlen(said) < 700 && strstr(said, "\xc3\xa9\xef\xbf\xbd ..."), "a long question is cut");
    json_decref(answer);
    buf_free(&text);
    buf_free(&call.body);
}

static void test_sink_stops(void) {
    struct call call;
    call_init(&call);
    call.head_fails = true;
    ask(&call, "{\"messages\":[{\"content\":\"x\"}],\"stream\":true}");
    ok(call.rc == -1 && call.err.kind == ERR_INTERNAL && call.pieces == 0, "the sink may refuse the head");
    call.head_fails = false;
    for (call.fail_at = 1; call.fail_at < 5; call.fail_at++) {
        ask(&call, "{\"messages\":[{\"content\":\"x\"}],\"stream\":true}");
        ok(call.rc == -1 && call.err.kind == ERR_INTERNAL && call.pieces == call.fail_at,
           "or any piece of the body");
    }
    buf_free(&call.body);
}

static void test_ends(void) {
    struct call call;
    int stop[2], client[2];
    if (pipe(stop) != 0 || socketpair(AF_UNIX, SOCK_STREAM, 0, client) != 0 || write(stop[1], "x", 1) != 1)
        exit(99);
    call_init(&call);
    call.request.watch.stop_fd = stop[0];
    ask(&call, "{\"messages\":[{\"content\":\"x\"}],\"stream\":true}");
    ok(call.rc == -1 && call.err.kind == ERR_UNAVAILABLE && call.pieces == 1, "the hub stops");
    call.request.watch.stop_fd = -1;
    call.request.watch.client_fd = client[0];
    ask(&call, "{\"messages\":[{\"content\":\"x\"}],\"stream\":true}");
    is_int(call.rc, 0, "a client that stays");
    close(client[1]);
    ask(&call, "{\"messages\":[{\"content\":\"x\"}],\"stream\":true}");
    is_int(call.rc, 0, "and one of which the front says so");
    call.gone = true;
    ask(&call, "{\"messages\":[{\"content\":\"x\"}],\"stream\":true}");
    ok(call.rc == -1 && call.err.kind == ERR_GONE && call.pieces == 1, "the client leaves");
    close(client[0]);
    close(stop[0]);
    close(stop[1]);
    buf_free(&call.body);
}

/* ---- besides chat ------------------------------------------------------------------------ */

static json_t *ask_task(struct call *call, const char *url, const char *text) {
    call->request.url = url;
    ask(call, text);
    is_int(call->rc, 0, url);
    is_str(call->head.content_type, "application/json", "its type");
    return json_loadb(call->body.data, call->body.len, 0, NULL);
}

static json_t *element(json_t *object, const char *list, size_t i) {
    return json_array_get(json_object_get(object, list), i);
}

/* The same numbers in either form, and equal ones for equal texts. */
static void test_embeddings(void) {
    struct call call;
    call_init(&call);
    json_t *plain = ask_task(&call, "/embeddings", "{\"input\":[\"a\",\"b\",\"a\"],\"dimensions\":40}");
    json_t *first = json_object_get(element(plain, "data", 0), "embedding");
    json_t *third = json_object_get(element(plain, "data", 2), "embedding");
    is_int((int)json_array_size(json_object_get(plain, "data")), 3, "a vector for each text");
    is_int((int)json_array_size(first), 40, "as long as was asked");
    ok(json_equal(first, third) &&
           !json_equal(first, json_object_get(element(plain, "data", 1), "embedding")),
       "equal texts have equal vectors");
    json_t *coded =
        ask_task(&call, "/embeddings", "{\"input\":\"a\",\"dimensions\":40,\"encoding_format\":\"base64\"}");
    const char *text = json_string_value(json_object_get(element(coded, "data", 0), "embedding"));
    float vector[40];
    size_t got = sizeof vector;
    ok(text && secret_unbase64(text, strlen(text), vector, &got) && got == sizeof vector, "and in base64");
    int same = 0;
    for (size_t i = 0; i < 40; i++)
        same += (float)json_number_value(json_array_get(first, i)) == vector[i];
    is_int(same, 40, "the same numbers");
    json_decref(plain);
    json_decref(coded);
    buf_free(&call.body);
}

static void test_lists(void) {
    struct call call;
    call_init(&call);
    json_t *verdicts = ask_task(&call, "/moderations", "{\"input\":[\"a\",\"b\"]}");
    is_int((int)json_array_size(json_object_get(verdicts, "results")), 2, "a verdict for each");
    json_t *ranks = ask_task(&call, "/rerank", "{\"query\":\"q\",\"documents\":[\"a\",\"b\",\"c\"]}");
    is_int((int)json_array_size(json_object_get(ranks, "results")), 3, "a rank for each");
    json_t *nothing = ask_task(&call, "/embeddings", "{}");
    is_int((int)json_array_size(json_object_get(nothing, "data")), 0, "nothing for nothing");
    json_decref(verdicts);
    json_decref(ranks);
    json_decref(nothing);
    buf_free(&call.body);
}

static void test_media(void) {
    struct call call;
    unsigned char bytes[20000];
    size_t got = sizeof bytes;
    call_init(&call);
    json_t *pictures = ask_task(&call, "/images/generations", "{\"prompt\":\"a cat\",\"n\":2}");
    const char *text = json_string_value(json_object_get(element(pictures, "data", 1), "b64_json"));
    ok(text && secret_unbase64(text, strlen(text), bytes, &got) && memcmp(bytes, "\x89PNG\r\n", 6) == 0,
       "a picture");
    call.request.url = "/audio/speech";
    ask(&call, "{\"input\":\"hello\"}");
    is_str(call.head.content_type, "audio/wav", "a sound's type");
    ok(call.body.len > 44 && memcmp(call.body.data, "RIFF", 4) == 0 &&
           (unsigned char)call.body.data[40] + 256u * (unsigned char)call.body.data[41] == call.body.len - 44,
       "and a sound that is as long as it says");
    json_decref(pictures);
    buf_free(&call.body);
}

int main(void) {
    for (size_t i = 0; i < COUNT(questions); i++)
        test_question(i);
    test_without_usage();
    test_limit();
    test_long_question();
    test_sink_stops();
    test_ends();
    test_embeddings();
    test_lists();
    test_media();
    return tap_done();
}
