/* IndoxRouter's API, as a language of clients: requests read, for chat and for texts, and answers written. */
#include <jansson.h>
#include <string.h>

#include "dialects/dialect.h"
#include "dropped.h"
#include "reading.h"
#include "tap.h"
#include "writing.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define TEXT_MOST    1000000

/* ---- requests ------------------------------------------------------------------------- */

#define HI    "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]"
#define TOOL  "{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{\"type\":\"object\"}}}"
#define WROTE "{\"model\":\"t\"," HI

/* A request, the model that it asks for, what OpenAI's chat dialect makes of it, and what is dropped. */
static const struct {
    const struct chat_dialect *dialect;
    const char *text, *model, *want, *dropped;
} requests[] = {
    {&chat_indox, /* the document's example */
     "{\"messages\":[{\"role\":\"system\",\"content\":\"You are a helpful assistant.\"},"
     "{\"role\":\"user\",\"content\":\"Hello, how are you?\"}],\"provider\":\"openai\","
     "\"model\":\"gpt-4o-mini\",\"temperature\":0.7,\"max_tokens\":1000,\"stream\":false,"
     "\"additional_params\":{}}",
     "openai/gpt-4o-mini",
     "{\"model\":\"t\",\"messages\":[{\"role\":\"system\",\"content\":\"You are a helpful assistant.\"},"
     "{\"role\":\"user\",\"content\":\"Hello, how are you?\"}],\"temperature\":0.7,\"max_tokens\":1000}",
     ""},
    {&chat_indox, /* what the real client sends */
     "{" HI ",\"model\":\"openai/gpt-4o-mini\",\"temperature\":0.7,\"max_tokens\":null,\"stream\":true,"
     "\"byok_api_key\":null,\"additional_params\":{\"top_p\":0.5,\"seed\":7,\"stop\":[\"x\"],"
     "\"session_id\":\"mine\",\"tools\":[" TOOL "],\"response_format\":{\"type\":\"json_object\"}}}",
     "openai/gpt-4o-mini",
     "{\"model\":\"t\",\"messages\":[{\"role\":\"system\",\"content\":\"Answer with a single JSON object and "
     "nothing else: no other text, no code fence.\"},{\"role\":\"user\",\"content\":\"Hi\"}],"
     "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{\"properties\":{},"
     "\"type\":\"object\"}}}],\"response_format\":{\"type\":\"json_object\"},\"temperature\":0.7,"
     "\"top_p\":0.5,\"seed\":7,\"stop\":[\"x\"],\"stream\":true,\"stream_options\":{\"include_usage\":true}}",
     "additional_params.session_id"},
    {&chat_indox,
     "{" HI
     ",\"provider\":\"\",\"model\":\"m\",\"top_p\":1,\"frequency_penalty\":0.5,\"presence_penalty\":-0.5,"
     "\"byok_api_key\":\"\",\"additional_params\":null}",
     "m", WROTE ",\"top_p\":1,\"presence_penalty\":-0.5,\"frequency_penalty\":0.5}", ""},
    {&chat_indox, "{" HI ",\"provider\":\"a\",\"model\":\"b/c\"}", "b/c", WROTE "}", ""},
    {&chat_indox, "{" HI ",\"provider\":\"a\"}", "a/gpt-3.5-turbo", WROTE "}", ""},
    {&chat_indox, "{" HI ",\"model\":null}", "gpt-3.5-turbo", WROTE "}", ""},
    {&chat_indox, "{" HI ",\"additional_params\":{\"provider\":\"a\",\"model\":\"b\",\"n\":1}}", "a/b",
     WROTE "}", ""},
    {&chat_indox,
     "{" HI ",\"model\":\"m\",\"text\":\"x\",\"prompt\":\"y\",\"additional_params\":{\"web_search\":true,"
     "\"additional_params\":{\"seed\":1}}}",
     "m", WROTE "}", "text prompt additional_params.web_search additional_params.additional_params"},
    {&chat_indox_text, /* the document's example */
     "{\"prompt\":\"Once upon a time\",\"provider\":\"openai\",\"model\":\"gpt-4o-mini\",\"temperature\":0.7,"
     "\"max_tokens\":1000,\"stream\":false,\"additional_params\":{}}",
     "openai/gpt-4o-mini",
     "{\"model\":\"t\",\"messages\":[{\"role\":\"user\",\"content\":\"Once upon a time\"}],"
     "\"temperature\":0.7,\"max_tokens\":1000}",
     ""},
    {&chat_indox_text,
     "{\"prompt\":[\"Hi\"],\"model\":\"m\",\"messages\":[1],\"additional_params\":{\"max_tokens\":9}}", "m",
     WROTE ",\"max_tokens\":9}", "messages"},
};

static void test_requests(void) {
    for (size_t i = 0; i < COUNT(requests); i++) {
        struct arena *arena = arena_new();
        struct chat_ask ask = {0};
        struct chat_request q;
        struct chat_target target = {.model = "t", .max_output = 16};
        struct error err = {0};
        struct buf out;
        const char *text = requests[i].text;
        buf_init(&out, TEXT_MOST);
        int rc = read_as(requests[i].dialect, span_of(text), arena, &ask, &q, &err);
        if (q.max_output)
            target.max_output = q.max_output;
        if (rc == 0)
            chat_openai.write_request(&q, &target, &out, &err);
        is_str(err.kind ? err.message : out.data, requests[i].want, "a request");
        is_str(ask.model, requests[i].model, "its model");
        is_str(dropped_words(&q), requests[i].dropped, "and what is dropped of it");
        buf_free(&out);
        arena_free(arena);
    }
}

/* Whatever of a request is missing at its end, it is refused, and nothing behind it is read. */
static void test_cut_requests(void) {
    for (size_t i = 0; i < COUNT(requests); i++) {
        struct span whole = span_of(requests[i].text);
        is_int((long long)refused_beginnings(requests[i].dialect, whole), (long long)whole.len,
               "refused wherever it is cut");
    }
}

#define M "\"model\":\"m\""

static const struct {
    const struct chat_dialect *dialect;
    struct bad_request request;
} bad[] = {
    {&chat_indox, {"{" M "}", "messages", "missing"}},
    {&chat_indox, {"{" M ",\"messages\":null}", "messages", "missing"}},
    {&chat_indox, {"{" M ",\"messages\":[]}", "messages", "at least one"}},
    {&chat_indox, {"{" M ",\"messages\":\"Hi\"}", "messages", "array"}},
    {&chat_indox, {"{" M ",\"messages\":[\"Hi\"]}", "messages", "objects"}},
    {&chat_indox, {"{" M ",\"messages\":[{\"role\":\"user\"}]}", "messages[0].content", "missing"}},
    {&chat_indox, {"{" M ",\"messages\":[{\"role\":\"x\",\"content\":\"\"}]}", "messages[0].role", ""}},
    {&chat_indox, {"{" M "," HI "," HI "}", "messages", "twice"}},
    {&chat_indox, {"{\"model\":1," HI "}", "model", "string"}},
    {&chat_indox, {"{\"model\":\"\"," HI "}", "model", "name"}},
    {&chat_indox, {"{" M ",\"provider\":1," HI "}", "provider", "string"}},
    {&chat_indox, {"{" M ",\"provider\":\"a/b\"," HI "}", "provider", "name of a provider"}},
    {&chat_indox, {"{" M ",\"provider\":\"a\\u0000\"," HI "}", "provider", "name of a provider"}},
    {&chat_indox, {"{" M "," HI ",\"byok_api_key\":\"sk-mine\"}", "byok_api_key", "not possible"}},
    {&chat_indox, {"{" M "," HI ",\"byok_api_key\":1}", "byok_api_key", "not possible"}},
    {&chat_indox,
     {"{" M "," HI ",\"additional_params\":{\"byok_api_key\":\"x\"}}", "additional_params.byok_api_key",
      "not possible"}},
    {&chat_indox, {"{" M "," HI ",\"additional_params\":[]}", "additional_params", "object"}},
    {&chat_indox, {"{" M "," HI ",\"additional_params\":{\"n\":2}}", "additional_params.n", "one text"}},
    {&chat_indox, {"{" M "," HI ",\"n\":2}", "n", "one text"}},
    {&chat_indox,
     {"{" M "," HI ",\"max_tokens\":1,\"additional_params\":{\"max_tokens\":1}}",
      "additional_params.max_tokens", "twice"}},
    {&chat_indox,
     {"{" M "," HI ",\"additional_params\":{\"stream\":true,\"stream\":true}}", "additional_params.stream",
      "twice"}},
    {&chat_indox,
     {"{" M "," HI ",\"top_p\":1,\"additional_params\":{\"top_p\":1}}", "additional_params.top_p", "twice"}},
    {&chat_indox,
     {"{" M "," HI ",\"additional_params\":{\"tools\":[{\"type\":\"function\"}]}}",
      "additional_params.tools[0].function", "missing"}},
    {&chat_indox,
     {"{" M "," HI ",\"additional_params\":{\"seed\":\"x\"}}", "additional_params.seed", "number"}},
    {&chat_indox, {"{" M "," HI ",\"temperature\":\"hot\"}", "temperature", "number"}},
    {&chat_indox, {"{" M "," HI ",\"max_tokens\":0}", "max_tokens", "positive"}},
    {&chat_indox, {"{" M "," HI ",\"stream\":\"yes\"}", "stream", "true or false"}},
    {&chat_indox, {"{" M "," HI ",\"stream_options\":{}}", "stream_options", "only allowed"}},
    {&chat_indox, {"[]", "", "object"}},
    {&chat_indox, {"", "", "JSON"}},
    {&chat_indox_text, {"{" M "}", "prompt", "missing"}},
    {&chat_indox_text, {"{" M "," HI "}", "prompt", "missing"}},
    {&chat_indox_text, {"{" M ",\"prompt\":1}", "prompt", "string"}},
    {&chat_indox_text, {"{" M ",\"prompt\":[]}", "prompt", "string"}},
    {&chat_indox_text, {"{" M ",\"prompt\":[1]}", "prompt", "tokens"}},
    {&chat_indox_text, {"{" M ",\"prompt\":[\"x\",\"y\"]}", "prompt", "several"}},
    {&chat_indox_text,
     {"{" M ",\"prompt\":\"x\",\"additional_params\":{\"prompt\":\"y\"}}", "additional_params.prompt",
      "twice"}},
};

static void test_bad_requests(void) {
    for (size_t i = 0; i < COUNT(bad); i++)
        refuses(bad[i].dialect, &bad[i].request);
}

static void test_look(void) {
    static const char text[] =
        "{" M ",\"messages\":[{\"content\":\"0123456789\",\"role\":\"user\"}],\"stream\":true,"
        "\"session_id\":\"sess\",\"additional_params\":{\"max_completion_tokens\":40,\"tools\":[" TOOL "]}}";
    static const char plain[] = "{" M ",\"messages\":[{\"content\":\"0123456789\",\"role\":\"user\"}]}";
    struct arena *arena = arena_new();
    struct chat_ask ask = {0}, other = {0}, in_session = {.in_session = true};
    struct error err = {0};
    ok(chat_indox.look(copy_of(arena, span_of(text)), arena, &ask, &err) == 0, "looked at");
    ok(ask.max_output == 40 && ask.choices == 1 && ask.stream, "what is asked for");
    ok(ask.session.type == SCAN_STRING, "the hub's session");
    chat_indox.look(copy_of(arena, span_of(plain)), arena, &other, &err);
    ok(other.prompt > 0 && ask.prompt > other.prompt, "tools are estimated, wherever they stand");
    is_int(other.max_output, 0, "who says nothing has no limit");
    chat_indox.look(copy_of(arena, span_of("{" HI "}")), arena, &in_session, &err);
    ok(err.kind == ERR_NONE && strcmp(in_session.model, "") == 0, "a session may say the model");
    arena_free(arena);
}

/* ---- answers ----------------------------------------------------------------------------- */

#define JSON(text)                                                                                           \
    { text, sizeof(text) - 1 }
#define HEAD                                                                                                 \
    "\"request_id\":\"550e8400-e29b-41d4-a716-446655440000\","                                               \
    "\"created_at\":\"2024-03-10T12:34:56.789Z\",\"duration_ms\":1234,\"provider\":\"openai\","              \
    "\"model\":\"gpt-4o-mini\""
#define USAGE                                                                                                \
    "\"usage\":{\"tokens_prompt\":23,\"tokens_completion\":15,\"tokens_total\":38,\"cost\":0.00045,"         \
    "\"latency\":1.234,\"timestamp\":\"2024-03-10T12:34:56.789Z\",\"cache_read_tokens\":3,"                  \
    "\"cache_write_tokens\":2,\"reasoning_tokens\":1}"
#define CHOICE(what, why)   "data: {\"choices\":[{" what ",\"index\":0,\"finish_reason\":" why "}]}\n\n"
#define DELTA(members, why) CHOICE("\"delta\":{" members "}", why)
#define ARGS(members)       DELTA("\"tool_calls\":[{\"index\":" members "}]", "null")
#define LAST                "data: {\"is_usage_info\":true," HEAD "," USAGE "}\n\ndata: [DONE]\n\n"

static const struct chat_head head = {
    .id = "550e8400e29b41d4a716446655440000",
    .model = "openai/gpt-4o-mini",
    .provider = "openai",
    .target = "gpt-4o-mini",
    .cost = 450000,
    .ended = 1710074096789,
    .duration = 1234,
};
#define USED                                                                                                 \
    {                                                                                                        \
        .kind = EVENT_USAGE, .usage = {                                                                      \
            .prompt = 23,                                                                                    \
            .output = 15,                                                                                    \
            .cache_read = 3,                                                                                 \
            .cache_write = 2,                                                                                \
            .reasoning = 1                                                                                   \
        }                                                                                                    \
    }

static const struct chat_event said[] = {
    {.kind = EVENT_BEGIN},
    {.kind = EVENT_THOUGHT, .text = JSON("\"Hm\"")},
    {.kind = EVENT_TEXT, .text = JSON("\"I'm \\u00fc\"")},
    {.kind = EVENT_TEXT, .text = JSON("\" well\\n\"")},
    {.kind = EVENT_REFUSAL, .text = JSON("\"no\"")},
    {.kind = EVENT_STOP, .stop = STOP_LENGTH},
    USED,
    {.kind = EVENT_END},
};
static const char said_chat[] = DELTA("\"reasoning_content\":\"Hm\"", "null")
    DELTA("\"content\":\"I'm \\u00fc\"", "null") DELTA("\"content\":\" well\\n\"", "null")
        DELTA("\"content\":\"no\"", "null") DELTA("", "\"length\"") LAST;
static const char said_text[] = DELTA("\"reasoning_content\":\"Hm\"", "null")
    CHOICE("\"text\":\"I'm \\u00fc\"", "null") CHOICE("\"text\":\" well\\n\"", "null")
        CHOICE("\"text\":\"no\"", "null") CHOICE("\"text\":\"\"", "\"length\"") LAST;
static const char said_whole[] =
    "{" HEAD ",\"success\":true,\"message\":\"\",\"data\":\"I'm \\u00fc well\\nno\","
    "\"reasoning_content\":\"Hm\",\"finish_reason\":\"length\"," USAGE "}";

static const struct chat_event called[] = {
    {.kind = EVENT_BEGIN},
    {.kind = EVENT_CALL, .call = {.id = "c1", .name = "f"}},
    {.kind = EVENT_CALL, .call = {.id = "c2", .name = "g", .custom = true}},
    {.kind = EVENT_ARGS, .text = JSON("\"x\\\"\"")},
    {.kind = EVENT_CALL, .call = {.id = "c3", .name = "h"}},
    {.kind = EVENT_ARGS, .text = JSON("\"{\\\"a\\\":\"")},
    {.kind = EVENT_ARGS, .text = JSON("\"1}\"")},
    {.kind = EVENT_STOP, .stop = STOP_CALLS},
    USED,
    {.kind = EVENT_END},
};
#define FUNCTION(id, name)                                                                                   \
    "\"id\":\"" id "\",\"type\":\"function\",\"function\":{\"name\":\"" name "\",\"arguments\":"
#define CUSTOM "\"id\":\"c2\",\"type\":\"custom\",\"custom\":{\"name\":\"g\",\"input\":"
static const char called_stream[] =
    ARGS("0," FUNCTION("c1", "f") "\"\"}") ARGS("0,\"function\":{\"arguments\":\"{}\"}")
        ARGS("1," CUSTOM "\"\"}") ARGS("1,\"custom\":{\"input\":\"x\\\"\"}")
            ARGS("2," FUNCTION("c3", "h") "\"\"}") ARGS("2,\"function\":{\"arguments\":\"{\\\"a\\\":\"}")
                ARGS("2,\"function\":{\"arguments\":\"1}\"}") DELTA("", "\"tool_calls\"") LAST;
static const char called_whole[] =
    "{" HEAD ",\"success\":true,\"message\":\"\",\"data\":\"\",\"tool_calls\":[{" FUNCTION(
        "c1", "f") "\"{}\"}},{" CUSTOM
                   "\"x\\\"\"}},{" FUNCTION(
                       "c3", "h") "\"{\\\"a\\\":1}\"}}],\"finish_reason\":\"tool_calls\"," USAGE "}";

/* What clients trip over in a stream: a member "error", `choices` that are empty, another prefix. */
static void check_stream(const char *stream) {
    bool good = true;
    for (const char *at = stream, *end; *at && good; at = end + 2) {
        end = strstr(at, "\n\n");
        good = end && strncmp(at, "data: ", 6) == 0;
        if (!good || strncmp(at, "data: [DONE]", 12) == 0)
            continue;
        json_t *event = json_loadb(at + 6, (size_t)(end - at) - 6, 0, NULL);
        json_t *choices = json_object_get(event, "choices");
        good = event && !json_object_get(event, "error") && (!choices || json_array_size(choices) == 1) &&
               !json_object_get(event, "usage") == !!choices;
        json_decref(event);
    }
    ok(good, "events are such as clients take");
}

static void test_stream(const struct chat_dialect *dialect, const struct chat_event *events, size_t count,
                        const char *want) {
    struct buf out;
    write_stream(dialect, &head, events, count, &out);
    is_str(out.data, want, dialect->name);
    check_stream(out.data);
    buf_free(&out);
}

static void test_whole(const struct chat_event *events, size_t count, const char *want) {
    struct buf out, text;
    write_whole(&chat_indox, &head, events, count, &out);
    write_whole(&chat_indox_text, &head, events, count, &text);
    is_str(out.data, want, "a whole answer");
    is_str(text.data, want, "for a text it is the same");
    buf_free(&text);
    buf_free(&out);
}

/* Under a name of the hub's own the model stays what it was called. */
static void test_alias(void) {
    struct chat_head alias = head;
    struct chat_reply nothing = {0};
    struct buf out;
    buf_init(&out, TEXT_MOST);
    alias.model = "openai-best";
    chat_indox.write_reply(&alias, &nothing, &out);
    ok(strstr(out.data, "\"provider\":\"openai\",\"model\":\"openai-best\",") != NULL, "an alias");
    ok(strstr(out.data, "\"data\":\"\",\"finish_reason\":\"stop\",") != NULL, "an answer without anything");
    buf_free(&out);
}

static void test_failures(void) {
    struct error err = {.kind = ERR_TIMEOUT, .status = 504, .message = "Late."};
    struct buf out;
    buf_init(&out, TEXT_MOST);
    chat_indox.write_failure(NULL, &out, &err);
    is_str(out.data,
           "data: {\"error\":\"provider_error\",\"message\":\"Late.\",\"detail\":\"Late.\","
           "\"status_code\":504,\"details\":{}}\n\n",
           "a failure within a stream");
    buf_free(&out);
}

int main(void) {
    test_requests();
    test_cut_requests();
    test_bad_requests();
    test_look();
    test_stream(&chat_indox, said, COUNT(said), said_chat);
    test_stream(&chat_indox_text, said, COUNT(said), said_text);
    test_stream(&chat_indox, called, COUNT(called), called_stream);
    test_whole(said, COUNT(said), said_whole);
    test_whole(called, COUNT(called), called_whole);
    test_alias();
    test_failures();
    return tap_done();
}
