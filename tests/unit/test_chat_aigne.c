/* AIGNE Hub's chat completions, as a language of clients: requests read, answers written. */
#include <jansson.h>
#include <string.h>

#include "dialects/dialect.h"
#include "reading.h"
#include "tap.h"
#include "writing.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define TEXT_MOST    1000000

/* ---- requests ------------------------------------------------------------------------- */

#define USER(text) "{\"role\":\"user\",\"content\":\"" text "\"}"
#define HI         "\"messages\":[" USER("Hi") "]"

/* Both spellings of one request. */
#define CAMEL                                                                                                \
    "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Look\"},"  \
    "{\"type\":\"image_url\",\"imageUrl\":{\"url\":\"https://a/b.png\"}}]},"                                 \
    "{\"role\":\"assistant\",\"content\":\"\",\"toolCalls\":[{\"id\":\"c1\",\"type\":\"function\","          \
    "\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\":1}\"}}]},"                                      \
    "{\"role\":\"tool\",\"toolCallId\":\"c1\",\"content\":\"5\"}],\"temperature\":0.5,\"topP\":0.9,"         \
    "\"presencePenalty\":1,\"frequencyPenalty\":-1,\"maxTokens\":77,\"toolChoice\":\"required\","            \
    "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{\"type\":\"object\","    \
    "\"properties\":{}}}}],\"responseFormat\":{\"type\":\"json_schema\",\"jsonSchema\":{\"name\":\"n\","     \
    "\"schema\":{\"type\":\"object\",\"properties\":{\"a_b\":{},\"aB\":{}}}}},\"parallelToolCalls\":false}"
#define SNAKE                                                                                                \
    "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Look\"},"  \
    "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://a/b.png\"}}]},"                                \
    "{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"id\":\"c1\",\"type\":\"function\","         \
    "\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\":1}\"}}]},"                                      \
    "{\"role\":\"tool\",\"tool_call_id\":\"c1\",\"content\":\"5\"}],\"temperature\":0.5,\"top_p\":0.9,"      \
    "\"presence_penalty\":1,\"frequency_penalty\":-1,\"max_tokens\":77,\"tool_choice\":\"required\","        \
    "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{\"type\":\"object\","    \
    "\"properties\":{}}}}],\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"n\","   \
    "\"schema\":{\"type\":\"object\",\"properties\":{\"a_b\":{},\"aB\":{}}}}},"                              \
    "\"parallel_tool_calls\":false}"
#define BOTH                                                                                                 \
    "{\"model\":\"t\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Look\"},"  \
    "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://a/b.png\"}}]},"                                \
    "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"c1\",\"type\":\"function\","         \
    "\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\":1}\"}}]},"                                      \
    "{\"role\":\"tool\",\"tool_call_id\":\"c1\",\"content\":\"5\"}],"

/* A request, what OpenAI's chat dialect makes of it (the beginning), and what is dropped. */
static const struct {
    const char *text, *want, *dropped;
} requests[] = {
    {CAMEL, BOTH, ""},
    {SNAKE, BOTH, ""},
    {"{\"model\":\"m\",\"prompt\":\"Once\"}",
     "{\"model\":\"t\",\"messages\":[" USER("Once") "],\"max_tokens\":16}", ""},
    {"{\"model\":\"m\",\"prompt\":\"x\",\"messages\":null,\"stream\":true,\"streamOptions\":{"
     "\"includeUsage\":true}}",
     "{\"model\":\"t\",\"messages\":[" USER("x") "],\"max_tokens\":16,\"stream\":true,"
                                                 "\"stream_options\":{\"include_usage\":true}}",
     ""},
    {"{\"model\":\"m\"," HI ",\"promptCacheKey\":\"k\",\"topK\":5,\"logitBias\":{\"5\":1},"
     "\"safetyIdentifier\":\"u\",\"newThing\":{},\"topp\":1,\"top_P\":1,\"tOpP\":1}",
     "{\"model\":\"t\",\"messages\":[" USER("Hi") "],", "newThing topp top_P tOpP topK "},
};

static void test_requests(void) {
    for (size_t i = 0; i < COUNT(requests); i++) {
        struct arena *arena = arena_new();
        struct chat_ask ask = {0};
        struct chat_request q;
        struct chat_target target = {.model = "t", .max_output = 16, .limited = true};
        struct error err = {0};
        struct buf out, dropped;
        buf_init(&out, TEXT_MOST);
        buf_init(&dropped, TEXT_MOST);
        buf_puts(&dropped, "");
        if (read_as(&chat_aigne, span_of(requests[i].text), arena, &ask, &q, &err) == 0)
            chat_openai.write_request(&q, &target, &out, &err);
        for (const struct chat_list *item = q.dropped; item; item = item->next)
            buf_printf(&dropped, "%s ", item->name);
        if (out.len > strlen(requests[i].want))
            out.data[strlen(requests[i].want)] = '\0';
        is_str(err.kind ? err.message : out.data, requests[i].want, "a request");
        is_str(dropped.data, requests[i].dropped, "and what is dropped of it");
        buf_free(&dropped);
        buf_free(&out);
        arena_free(arena);
    }
}

/* The two spellings mean the same, to the last byte. */
static void test_spellings(void) {
    static const char *const texts[] = {CAMEL, SNAKE};
    struct arena *arena = arena_new();
    struct buf out[2];
    for (size_t i = 0; i < 2; i++) {
        struct chat_ask ask = {0};
        struct chat_request q;
        struct chat_target target = {.model = "t", .max_output = 77, .limited = true};
        struct error err = {0};
        buf_init(&out[i], TEXT_MOST);
        ok(read_as(&chat_aigne, span_of(texts[i]), arena, &ask, &q, &err) == 0 &&
               chat_openai.write_request(&q, &target, &out[i], &err) == 0,
           "%s", i ? "snake" : "camel");
        is_int(ask.max_output, 77, "its limit");
        is_str(q.max_output_param, i ? "max_tokens" : "maxTokens", "as the client calls it");
        is_str(q.top_p.param, i ? "top_p" : "topP", "a setting, too");
        is_str(q.format_param, i ? "response_format" : "responseFormat", "and the format");
    }
    is_str(out[0].data, out[1].data, "both say the same");
    ok(strstr(out[0].data, "\"temperature\":0.5,\"top_p\":0.9") &&
           strstr(out[0].data, "\"a_b\":{},\"aB\":{}"),
       "all of it, and names in schemas stay");
    buf_free(&out[0]);
    buf_free(&out[1]);
    arena_free(arena);
}

static const struct bad_request bad[] = {
    {"{" HI "}", "model", "missing"},
    {"{\"model\":\"\"," HI "}", "model", "1 to 200"},
    {"{\"model\":\"m\"}", "messages", "\"prompt\""},
    {"{\"model\":\"m\",\"messages\":[]}", "messages", "at least one"},
    {"{\"model\":\"m\",\"messages\":[1]}", "messages[0]", "object"},
    {"{\"model\":\"m\",\"messages\":{}}", "messages", "array"},
    {"{\"model\":\"m\",\"prompt\":7}", "prompt", "string"},
    {"{\"model\":\"m\",\"prompt\":[\"x\"]}", "prompt", "string"},
    {"{\"model\":\"m\",\"prompt\":\"x\"," HI "}", "prompt", "beside"},
    {"{\"model\":\"m\",\"prompt\":\"x\",\"prompt\":\"y\"}", "prompt", "twice"},
    {"{\"model\":\"m\"," HI ",\"maxTokens\":0}", "maxTokens", "positive"},
    {"{\"model\":\"m\"," HI ",\"max_tokens\":1.5}", "max_tokens", "positive"},
    {"{\"model\":\"m\"," HI ",\"maxCompletionTokens\":\"9\"}", "maxCompletionTokens", "positive"},
    {"{\"model\":\"m\"," HI ",\"max_tokens\":5,\"maxTokens\":5}", "maxTokens", "two spellings"},
    {"{\"model\":\"m\"," HI ",\"topP\":\"high\"}", "topP", "number"},
    {"{\"model\":\"m\"," HI ",\"top_p\":\"high\"}", "top_p", "number"},
    {"{\"model\":\"m\"," HI ",\"topP\":1,\"top_p\":1}", "top_p", "twice"},
    {"{\"model\":\"m\"," HI ",\"stream\":\"yes\"}", "stream", "true or false"},
    {"{\"model\":\"m\"," HI ",\"responseFormat\":{\"type\":\"xml\"}}", "responseFormat.type",
     "must be one of"},
    {"{\"model\":\"m\"," HI ",\"responseFormat\":{\"type\":\"json_schema\",\"jsonSchema\":{\"name\":5}}}",
     "responseFormat.jsonSchema.name", "string"},
    {"{\"model\":\"m\"," HI ",\"toolChoice\":\"perhaps\"}", "toolChoice", "must be one of"},
    {"{\"model\":\"m\",\"messages\":[{\"role\":\"agent\",\"content\":\"x\"}]}", "messages[0].role",
     "must be one of"},
    {"{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"imageUrl\":{"
     "\"url\":\"ftp://a\"}}]}]}",
     "messages[0].content[0].imageUrl.url", "URL"},
    {"{\"model\":\"m\",\"messages\":[{\"role\":\"assistant\",\"toolCalls\":[{\"id\":\"c\",\"function\":{"
     "\"name\":\"f\",\"arguments\":{}}}]}]}",
     "messages[0].toolCalls[0].function.arguments", "string"},
    {"{\"model\":\"m\",\"messages\":[{\"role\":\"tool\",\"content\":\"x\"}]}", "messages[0].tool_call_id",
     "missing"},
};

static void test_bad_requests(void) {
    for (size_t i = 0; i < COUNT(bad); i++)
        refuses(&chat_aigne, &bad[i]);
}

/* No part of a request is one. */
static void test_cut_requests(void) {
    is_int((long long)refused_beginnings(&chat_aigne, span_of(CAMEL)), sizeof CAMEL - 1,
           "a request that ends anywhere is refused");
}

static void test_look(void) {
    static const struct {
        const char *text, *model;
    } rows[] = {
        {"{\"model\":\"aignehub/openai/gpt-5-mini\"," HI "}", "openai/gpt-5-mini"},
        {"{\"model\":\"aignehub:openai/gpt-5-mini\"," HI "}", "openai/gpt-5-mini"},
        {"{\"model\":\"aignehub/gpt-3.5-turbo\"," HI "}", "gpt-3.5-turbo"},
        {"{\"model\":\"aignehub\"," HI "}", "aignehub"},
        {"{\"model\":\"aignehub/\"," HI "}", "aignehub/"},
        {"{\"model\":\"aignehubs/x\"," HI "}", "aignehubs/x"},
    };
    struct arena *arena = arena_new();
    struct chat_request q;
    struct error err = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct chat_ask ask = {0};
        read_as(&chat_aigne, span_of(rows[i].text), arena, &ask, &q, &err);
        is_str(ask.model, rows[i].model, "the hub's name is no part of a model's");
    }
    struct chat_ask ask = {.always_streams = true};
    static const char text[] = "{\"model\":\"m\",\"prompt\":\"0123456789\",\"maxTokens\":40,"
                               "\"max_completion_tokens\":50,\"n\":3,\"stream\":false}";
    ok(read_as(&chat_aigne, (struct span){text, sizeof text - 1}, arena, &ask, &q, &err) == 0, "looked at");
    ok(ask.max_output == 50 && ask.choices == 3, "what is asked for");
    ok(ask.stream, "who accepts nothing but events gets them");
    is_int(ask.prompt, 3, "the prompt is estimated by its length");
    arena_free(arena);
}

/* ---- answers ----------------------------------------------------------------------------- */

#define JSON(text)                                                                                           \
    { text, sizeof(text) - 1 }
#define HEAD(object) "{\"id\":\"chatcmpl-abc\",\"object\":\"" object "\",\"created\":17,\"model\":\"alias\","
#define USAGE                                                                                                \
    "\"modelWithProvider\":\"prov/up/stream\",\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":4,"       \
    "\"total_tokens\":9,\"prompt_tokens_details\":{\"cached_tokens\":2,\"cache_write_tokens\":1},"           \
    "\"completion_tokens_details\":{\"reasoning_tokens\":1},\"promptTokens\":5,\"completionTokens\":4,"      \
    "\"totalTokens\":9,\"inputTokens\":5,\"outputTokens\":4,\"cacheCreationInputTokens\":1,"                 \
    "\"cacheReadInputTokens\":2,\"aigneHubCredits\":0.000000117,\"modelCallId\":\"abc\"}"
#define CALL(name, args)                                                                                     \
    "{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"" name "\",\"arguments\":\"" args "\"}}"
#define CHUNK(i, role, delta, reason, more)                                                                  \
    "data: " HEAD("chat.completion.chunk") "\"choices\":[{\"index\":" #i ",\"delta\":{" role delta           \
                                           "},\"logprobs\":null,\"finish_reason\":" reason "}]" more "}\n\n"
#define ROLE         "\"role\":\"assistant\""
#define TOP(members) ",\"delta\":{" ROLE members "}"
#define BEGUN(calls, name)                                                                                   \
    "\"" calls "\":[{\"index\":0,\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"" name "\","   \
    "\"arguments\":\"\"}}]"
#define GOES_ON(calls, args) "\"" calls "\":[{\"index\":0,\"function\":{\"arguments\":\"" args "\"}}]"

static const struct chat_event events[] = {
    {.kind = EVENT_BEGIN},
    {.kind = EVENT_THOUGHT, .text = JSON("\"Hm\"")},
    {.kind = EVENT_TEXT, .text = JSON("\"up\\n\"")},
    {.kind = EVENT_TEXT, .choice = 1, .text = JSON("\"x\"")},
    {.kind = EVENT_CALL, .call = {.id = "c1", .name = "f"}},
    {.kind = EVENT_ARGS, .text = JSON("\"{\\\"a\\\":1}\"")},
    {.kind = EVENT_STOP, .stop = STOP_CALLS},
    {.kind = EVENT_STOP, .choice = 1, .stop = STOP_LENGTH},
    {.kind = EVENT_USAGE,
     .usage = {.prompt = 5, .output = 4, .reasoning = 1, .cache_read = 2, .cache_write = 1}},
    {.kind = EVENT_END},
};

static const char stream[] =
    CHUNK(0, ROLE, ",\"reasoning_content\":\"Hm\"", "null", TOP(",\"reasoning_content\":\"Hm\""))
        CHUNK(0, "", "\"content\":\"up\\n\"", "null", TOP(",\"content\":\"up\\n\""))
            CHUNK(1, ROLE, ",\"content\":\"x\"", "null", "")
                CHUNK(0, "", BEGUN("tool_calls", "f"), "null", TOP("," BEGUN("toolCalls", "f")))
                    CHUNK(0, "", GOES_ON("tool_calls", "{\\\"a\\\":1}"), "null",
                          TOP("," GOES_ON("toolCalls", "{\\\"a\\\":1}")))
                        CHUNK(0, "", "", "\"tool_calls\"", TOP(""))
                            CHUNK(1, "", "", "\"length\"", "") "data: " HEAD(
                                "chat.completion.usage") "\"choices\":[]," USAGE "}\n\ndata: [DONE]\n\n";

static const char whole[] = HEAD(
    "chat.completion") "\"choices\":[{\"index\":0,\"message\":{" ROLE
                       ",\"content\":\"up\\n\",\"reasoning_content\":\"Hm\",\"refusal\":null,"
                       "\"tool_calls\":[" CALL(
                           "f",
                           "{\\\"a\\\":1}") "]},\"logprobs\":null,\"finish_reason\":\"tool_calls\"},"
                                            "{\"index\":1,\"message\":{" ROLE
                                            ",\"content\":\"x\",\"refusal\":null},\"logprobs\":null,"
                                            "\"finish_reason\":\"length\"}]," ROLE
                                            ",\"text\":\"up\\n\",\"content\":\"up\\n\",\"toolCalls\":[" CALL(
                                                "f", "{\\\"a\\\":1}") "]," USAGE "}";

static void write_both(const struct chat_event *list, size_t count, struct buf *streamed, struct buf *reply) {
    struct chat_head head = {
        .id = "abc", .model = "alias", .created = 17, .provider = "prov", .target = "up/stream", .cost = 117};
    write_stream(&chat_aigne, &head, list, count, streamed);
    write_whole(&chat_aigne, &head, list, count, reply);
}

static void test_answers(void) {
    struct buf streamed, reply;
    write_both(events, COUNT(events), &streamed, &reply);
    is_str(streamed.data, stream, "a stream");
    is_str(reply.data, whole, "a whole answer");
    buf_free(&reply);
    buf_free(&streamed);
}

static void test_odd_answers(void) {
    static const struct chat_event none[] = {{.kind = EVENT_BEGIN}, {.kind = EVENT_END}};
    static const struct chat_event bare[] = {
        {.kind = EVENT_BEGIN}, {.kind = EVENT_CALL, .call = {.id = "c1", .name = "f"}},
        {.kind = EVENT_USAGE}, {.kind = EVENT_STOP, .stop = STOP_CALLS},
        {.kind = EVENT_END},
    };
    struct buf streamed, reply;
    write_both(none, COUNT(none), &streamed, &reply);
    json_t *value = json_loads(reply.data, 0, NULL);
    is_str(json_string_value(json_object_get(value, "text")), "", "nothing was said");
    is_str(json_string_value(json_object_get(value, "content")), "", "in both words");
    ok(json_array_size(json_object_get(value, "choices")) == 1, "in one choice");
    json_decref(value);
    buf_free(&reply);
    buf_free(&streamed);
    write_both(bare, COUNT(bare), &streamed, &reply);
    ok(strstr(streamed.data, GOES_ON("toolCalls", "{}")) != NULL,
       "a call without arguments has none in a stream");
    ok(strstr(reply.data, "\"toolCalls\":[" CALL("f", "{}")) != NULL, "and as a whole");
    buf_free(&reply);
    buf_free(&streamed);
}

static void test_failures(void) {
    struct error err = {.kind = ERR_TIMEOUT, .status = 504, .from_model = true, .message = "Late."};
    struct buf out;
    buf_init(&out, TEXT_MOST);
    chat_aigne.write_failure(NULL, &out, &err);
    ok(strncmp(out.data, "data: ", 6) == 0 && strcmp(out.data + out.len - 2, "\n\n") == 0, "one event");
    json_t *body = json_loads(out.data + 6, JSON_DISABLE_EOF_CHECK, NULL),
           *told = json_object_get(body, "error");
    is_str(json_string_value(json_object_get(told, "message")), "Late.", "its message");
    is_str(json_string_value(json_object_get(told, "type")), "model_error", "its type");
    ok(json_is_string(json_object_get(told, "timestamp")), "its time");
    json_decref(body);
    buf_free(&out);
}

int main(void) {
    test_requests();
    test_spellings();
    test_bad_requests();
    test_cut_requests();
    test_look();
    test_answers();
    test_odd_answers();
    test_failures();
    return tap_done();
}
