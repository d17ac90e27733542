/* The chat of the AIGNE framework, as a language of clients: requests read, answers written. */
#include <jansson.h>
#include <string.h>

#include "dialects/dialect.h"
#include "reading.h"
#include "tap.h"
#include "writing.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define TEXT_MOST    1000000

/* ---- requests ------------------------------------------------------------------------- */

#define MESSAGES "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]"
#define INPUT(members)                                                                                       \
    "{\"input\":{" MESSAGES "," members "\"modelOptions\":{\"model\":\"m\"}},\"agent\":\"ChatModel\"}"
#define OPTIONS(members) "{\"input\":{" MESSAGES ",\"modelOptions\":{\"model\":\"m\"," members "}}}"
#define SAID(messages)   "{\"input\":{\"messages\":[" messages "],\"modelOptions\":{\"model\":\"m\"}}}"
#define ASKED            "{\"model\":\"t\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]"
#define PNG              "iVBORw0KGgo="

/* All that a client can say. */
static const char full[] =
    "{\"input\":{\"messages\":["
    "{\"role\":\"system\",\"content\":\"Be kind.\"},"
    "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Look\"},"
    "{\"type\":\"url\",\"url\":\"https://a/b.png\",\"mimeType\":\"image/png\"},"
    "{\"type\":\"file\",\"data\":\"" PNG "\",\"mimeType\":\"image/png\",\"filename\":\"p.png\"}]},"
    "{\"role\":\"agent\",\"content\":[{\"type\":\"text\",\"text\":\"Hm\",\"isThinking\":true},"
    "{\"type\":\"text\",\"text\":\"Yes\"}],\"toolCalls\":[{\"id\":\"c1\",\"type\":\"function\","
    "\"function\":{\"name\":\"f\",\"arguments\":{\"a\": [1, {}]}}}]},"
    "{\"role\":\"tool\",\"toolCallId\":\"c1\",\"name\":\"f\",\"content\":\"5\"}],"
    "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"description\":\"d\","
    "\"parameters\":{\"type\":\"object\",\"properties\":{}}}}],"
    "\"toolChoice\":{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{}}},"
    "\"responseFormat\":{\"type\":\"json_schema\",\"jsonSchema\":{\"name\":\"n\",\"description\":\"e\","
    "\"schema\":{\"type\":\"object\"},\"strict\":false}},\"outputFileType\":\"url\","
    "\"modelOptions\":{\"model\":\"aignehub/m\",\"temperature\":0.5,\"topP\":0.9,\"frequencyPenalty\":1,"
    "\"presencePenalty\":-1,\"parallelToolCalls\":false,\"modalities\":[\"text\"],"
    "\"reasoningEffort\":\"low\",\"maxTokens\":77,\"seed\":3,\"stop\":[\"END\"],"
    "\"cacheConfig\":{\"autoBreakpoints\":{\"lastMessage\":true}}}},"
    "\"agent\":\"ChatModel\",\"options\":{\"streaming\":true,\"userContext\":{},\"memories\":[],"
    "\"returnProgressChunks\":false}}";

static const char full_openai[] =
    "{\"model\":\"t\",\"messages\":[{\"role\":\"system\",\"content\":\"Be kind.\"},"
    "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Look\"},"
    "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://a/b.png\"}},"
    "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64," PNG "\"}}]},"
    "{\"role\":\"assistant\",\"content\":\"Yes\",\"tool_calls\":[{\"id\":\"c1\",\"type\":\"function\","
    "\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\": [1, {}]}\"}}]},"
    "{\"role\":\"tool\",\"tool_call_id\":\"c1\",\"content\":\"5\"}]";

/* A request, how OpenAI's chat dialect says it (the beginning), and what is dropped. */
static const struct {
    const char *text, *want, *dropped;
} requests[] = {
    {full, full_openai, "input.messages[].content[].isThinking "},
    {INPUT(""), ASKED, ""},
    {INPUT("\"toolChoice\":\"none\",\"newThing\":1,\"responseFormat\":{\"type\":\"text\"},"), ASKED,
     "input.newThing "},
    {"{\"input\":{" MESSAGES "},\"model\":\"m\"}", ASKED, ""},
    {"{\"input\":{" MESSAGES ",\"model\":\"m\"},\"options\":{\"userContext\":{\"a\":1},\"memories\":[{}],"
     "\"returnProgressChunks\":true,\"streaming\":false}}",
     ASKED, "options.memories options.returnProgressChunks options.userContext "},
    {SAID("{\"role\":\"assistant\",\"content\":\"x\",\"name\":\"n\"},{\"role\":\"user\",\"name\":\"u\","
          "\"content\":[{\"type\":\"text\",\"text\":\"y\",\"isThinking\":true}]}"),
     "{\"model\":\"t\",\"messages\":[{\"role\":\"assistant\",\"content\":\"x\"},{\"role\":\"user\","
     "\"content\":\"y\"}]",
     "input.messages[].name "},
    {SAID("{\"role\":\"user\",\"content\":\"x\",\"cacheControl\":{\"type\":\"ephemeral\",\"ttl\":\"1h\"}}"),
     "{\"model\":\"t\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]",
     "input.messages[].cacheControl.ttl cacheControl "},
    {OPTIONS("\"reasoningEffort\":2048"), ASKED ",\"reasoning_effort\":\"low\"", ""},
    {OPTIONS("\"reasoningEffort\":0"), ASKED ",\"reasoning_effort\":\"none\"", ""},
    {OPTIONS("\"topK\":5,\"surprise\":true,\"preferInputFileType\":\"url\""), ASKED,
     "input.modelOptions.surprise input.modelOptions.topK "},
};

static void test_requests(void) {
    for (size_t i = 0; i < COUNT(requests); i++) {
        struct arena *arena = arena_new();
        struct chat_ask ask = {0};
        struct chat_request q;
        struct chat_target target = {.model = "t", .max_output = 16};
        struct error err = {0};
        struct buf out, dropped;
        buf_init(&out, TEXT_MOST);
        buf_init(&dropped, TEXT_MOST);
        buf_puts(&dropped, "");
        if (read_as(&chat_framework, span_of(requests[i].text), arena, &ask, &q, &err) == 0)
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

static void test_settings(void) {
    struct arena *arena = arena_new();
    struct chat_ask ask = {0};
    struct chat_request q;
    struct error err = {0};
    ok(read_as(&chat_framework, span_of(full), arena, &ask, &q, &err) == 0, "all of a request is read");
    is_str(ask.model, "m", "the model, without the hub's name");
    ok(ask.stream && ask.max_output == 77 && ask.choices == 1 && ask.prompt > 0, "what must be known");
    ok(q.choice == CHOICE_NAMED && strcmp(q.choice_name, "f") == 0, "the choice of a tool");
    ok(q.format == FORMAT_SCHEMA && strcmp(q.format_name, "n") == 0 && q.format_strict == FLAG_OFF &&
           q.format_schema.at && q.format_description.at,
       "the format");
    ok(q.parallel == FLAG_OFF && q.reasoning.effort == EFFORT_LOW, "one call at once, little reasoning");
    ok(q.temperature.value.at && q.top_p.value.at && q.frequency_penalty.value.at &&
           q.presence_penalty.value.at && q.seed.value.at && q.stop && !q.stop->next,
       "the other settings");
    is_str(q.top_p.param, "input.modelOptions.topP", "as the client calls them");
    arena_free(arena);
}

/* Which places of a request are marked: t(ools), s(ystem), l(ast message). */
static void test_caching(void) {
    static const struct {
        const char *config, *mark, *want;
        bool guessed;
    } rows[] = {
        {"{}", "", "ts", true},
        {"{\"autoBreakpoints\":{\"lastMessage\":true}}", "", "tsl", true},
        {"{\"autoBreakpoints\":{\"lastMessage\":true,\"tools\":false,\"system\":false}}", "", "l", true},
        {"{\"enabled\":false}", "", "", false},
        {"{\"enabled\":false}", ",\"cacheControl\":{\"type\":\"ephemeral\"}", "", false},
        {"{\"strategy\":\"manual\"}", "", "", false},
        {"{\"strategy\":\"manual\"}", ",\"cacheControl\":{\"type\":\"ephemeral\"}", "s", false},
        {"{\"strategy\":\"auto\",\"ttl\":\"5m\"}", ",\"cacheControl\":{\"type\":\"ephemeral\"}", "s", false},
        {"null", ",\"cacheControl\":{\"type\":\"ephemeral\",\"ttl\":\"5m\"}", "s", false},
        {"null", "", "", false},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena *arena = arena_new();
        struct chat_ask ask = {0};
        struct chat_request q;
        struct error err = {0};
        const char *text = arena_printf(
            arena,
            "{\"input\":{\"messages\":[{\"role\":\"system\",\"content\":\"S\"%s},{\"role\":\"user\","
            "\"content\":\"U\"}],\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\","
            "\"parameters\":{}}}],\"modelOptions\":{\"model\":\"m\",\"cacheConfig\":%s}}}",
            rows[i].mark, rows[i].config);
        ok(read_as(&chat_framework, span_of(text), arena, &ask, &q, &err) == 0 && !q.dropped, "%s",
           rows[i].config);
        is_str(arena_printf(arena, "%s%s%s", q.tools->cache ? "t" : "", q.system.last->cache ? "s" : "",
                            q.last->blocks.last->cache ? "l" : ""),
               rows[i].want, "is marked");
        ok(q.cache_guessed == rows[i].guessed, "by whom");
        arena_free(arena);
    }
}

static const struct bad_request bad[] = {
    {"{\"model\":\"m\"}", "input", "missing"},
    {"{\"input\":[]}", "input", "object"},
    {"{\"input\":{" MESSAGES "}}", "input.modelOptions.model", "missing"},
    {"{\"input\":{" MESSAGES ",\"modelOptions\":5}}", "input.modelOptions", "object"},
    {"{\"input\":{" MESSAGES ",\"modelOptions\":{\"model\":5}}}", "input.modelOptions.model", "string"},
    {"{\"input\":{" MESSAGES "},\"model\":5}", "model", "string"},
    {"{\"input\":{\"modelOptions\":{\"model\":\"m\"}}}", "input.messages", "missing"},
    {"{\"input\":{\"messages\":[],\"modelOptions\":{\"model\":\"m\"}}}", "input.messages", "at least one"},
    {SAID("1"), "input.messages[0]", "object"},
    {SAID("{\"content\":\"x\"}"), "input.messages[0].role", "missing"},
    {SAID("{\"role\":\"developer\",\"content\":\"x\"}"), "input.messages[0].role", "must be one of"},
    {SAID("{\"role\":\"user\"}"), "input.messages[0].content", "missing"},
    {SAID("{\"role\":\"user\",\"content\":[{\"text\":\"x\"}]}"), "input.messages[0].content[0].type",
     "missing"},
    {SAID("{\"role\":\"user\",\"content\":[{\"type\":\"local\",\"path\":\"/x\"}]}"),
     "input.messages[0].content[0].type", "must be one of"},
    {SAID("{\"role\":\"user\",\"content\":[{\"type\":\"url\"}]}"), "input.messages[0].content[0].url",
     "missing"},
    {SAID("{\"role\":\"user\",\"content\":[{\"type\":\"url\",\"url\":\"/x\"}]}"),
     "input.messages[0].content[0].url", "URL"},
    {SAID("{\"role\":\"user\",\"content\":[{\"type\":\"url\",\"url\":\"https://x\",\"data\":\"eA==\"}]}"),
     "input.messages[0].content[0].data", "belong"},
    {SAID("{\"role\":\"user\",\"content\":[{\"type\":\"file\",\"data\":\"?\"}]}"),
     "input.messages[0].content[0].data", "base64"},
    {SAID("{\"role\":\"system\",\"content\":[{\"type\":\"file\",\"data\":\"" PNG "\"}]}"),
     "input.messages[0].content", "text"},
    {SAID("{\"role\":\"tool\",\"content\":\"x\"}"), "input.messages[0].toolCallId", "missing"},
    {SAID("{\"role\":\"agent\",\"toolCalls\":{}}"), "input.messages[0].toolCalls", "array"},
    {SAID("{\"role\":\"agent\",\"toolCalls\":[{\"id\":\"c\",\"function\":{\"name\":\"f\",\"arguments\":"
          "\"{}\"}}]}"),
     "input.messages[0].toolCalls[0].function.arguments", "object"},
    {SAID("{\"role\":\"agent\",\"toolCalls\":[{\"function\":{\"name\":\"f\"}}]}"),
     "input.messages[0].toolCalls[0].id", "missing"},
    {INPUT("\"tools\":[{\"type\":\"function\"}],"), "input.tools[0].function", "missing"},
    {INPUT("\"tools\":[{\"type\":\"web\",\"function\":{\"name\":\"f\"}}],"), "input.tools[0].type",
     "must be one of"},
    {INPUT("\"tools\":[{\"function\":{\"name\":\"f\",\"parameters\":5}}],"),
     "input.tools[0].function.parameters", "object"},
    {INPUT("\"toolChoice\":\"any\","), "input.toolChoice", "must be one of"},
    {INPUT("\"toolChoice\":{\"type\":\"function\"},"), "input.toolChoice.function", "missing"},
    {INPUT("\"toolChoice\":{\"type\":\"function\",\"function\":{}},"), "input.toolChoice.function.name",
     "missing"},
    {INPUT("\"responseFormat\":{\"type\":\"json_schema\"},"), "input.responseFormat.jsonSchema", "missing"},
    {INPUT("\"responseFormat\":{\"type\":\"json_schema\",\"jsonSchema\":{\"name\":\"n\",\"schema\":1}},"),
     "input.responseFormat.jsonSchema.schema", "object"},
    {OPTIONS("\"temperature\":\"hot\""), "input.modelOptions.temperature", "number"},
    {OPTIONS("\"reasoningEffort\":\"much\""), "input.modelOptions.reasoningEffort", "must be one of"},
    {OPTIONS("\"reasoningEffort\":-1"), "input.modelOptions.reasoningEffort", "integer"},
    {OPTIONS("\"modalities\":[\"image\"]"), "input.modelOptions.modalities[0]", "text"},
    {OPTIONS("\"maxTokens\":0"), "input.modelOptions.maxTokens", "positive"},
    {OPTIONS("\"cacheConfig\":{\"strategy\":\"best\"}"), "input.modelOptions.cacheConfig.strategy",
     "must be one of"},
    {OPTIONS("\"model\":\"n\""), "input.modelOptions.model", "twice"},
    {"{\"input\":{" MESSAGES "},\"model\":\"m\",\"options\":{\"streaming\":1}}", "options.streaming",
     "true or false"},
    {"{\"input\":{" MESSAGES "},\"model\":\"m\",\"options\":true}", "options", "object"},
    {"{\"input\":{" MESSAGES "},\"model\":\"m\",\"session_id\":\"a\",\"session_id\":\"b\"}", "session_id",
     "twice"},
};

static void test_bad_requests(void) {
    for (size_t i = 0; i < COUNT(bad); i++)
        refuses(&chat_framework, &bad[i]);
}

/* No part of a request is one. */
static void test_cut_requests(void) {
    is_int((long long)refused_beginnings(&chat_framework, span_of(full)), sizeof full - 1,
           "a request that ends anywhere is refused");
}

/* ---- answers ----------------------------------------------------------------------------- */

#define JSON(text)                                                                                           \
    { text, sizeof(text) - 1 }
#define REST                                                                                                 \
    "\"model\":\"up\",\"modelWithProvider\":\"prov/up\",\"usage\":{\"inputTokens\":5,\"outputTokens\":4,"    \
    "\"cacheCreationInputTokens\":1,\"cacheReadInputTokens\":2,\"aigneHubCredits\":1.5,"                     \
    "\"modelCallId\":\"abc\"}"
#define CALL                                                                                                 \
    "\"toolCalls\":[{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":"        \
    "{\"a\":[1,\"x y\"]}}}],"
#define TEXT(name, text) "data: {\"delta\":{\"text\":{\"" name "\":\"" text "\"}}}\n\n"
#define LAST(members)    "data: {\"delta\":{\"json\":{" members "}}}\n\n"
#define USED                                                                                                 \
    {                                                                                                        \
        .kind = EVENT_USAGE, .usage = {                                                                      \
            .prompt = 5,                                                                                     \
            .output = 4,                                                                                     \
            .reasoning = 1,                                                                                  \
            .cache_read = 2,                                                                                 \
            .cache_write = 1                                                                                 \
        }                                                                                                    \
    }

static const struct {
    const char *what;
    enum chat_format format;
    struct chat_event events[8];
    const char *stream, *whole;
} answers[] = {
    {"words, thoughts and a call whose arguments have line breaks",
     FORMAT_UNSET,
     {{.kind = EVENT_BEGIN},
      {.kind = EVENT_THOUGHT, .text = JSON("\"Hm\"")},
      {.kind = EVENT_TEXT, .text = JSON("\"up\\n\"")},
      {.kind = EVENT_CALL, .call = {.id = "c1", .name = "f"}},
      {.kind = EVENT_ARGS, .text = JSON("\"{\\n \\\"a\\\" : [1,\\r\\n\\\"x y\\\"] }\"")},
      {.kind = EVENT_STOP, .stop = STOP_CALLS},
      USED,
      {.kind = EVENT_END}},
     TEXT("thoughts", "Hm") TEXT("text", "up\\n") LAST(CALL REST),
     "{\"text\":\"up\\n\",\"thoughts\":\"Hm\"," CALL REST "}"},
    {"JSON that was asked for",
     FORMAT_SCHEMA,
     {{.kind = EVENT_BEGIN},
      {.kind = EVENT_TEXT, .text = JSON("\"{\\n \\\"a\\\":\"")},
      {.kind = EVENT_TEXT, .text = JSON("\" [1,\\\"b c\\\"]}\\n\"")},
      {.kind = EVENT_STOP, .stop = STOP_DONE},
      USED,
      {.kind = EVENT_END}},
     ":\n\n:\n\n" LAST("\"json\":{\"a\":[1,\"b c\"]}," REST),
     "{\"json\":{\"a\":[1,\"b c\"]}," REST "}"},
    {"what was to be JSON and is not",
     FORMAT_SCHEMA,
     {{.kind = EVENT_BEGIN},
      {.kind = EVENT_TEXT, .text = JSON("\"1},{\\\"v\\\":2\"")},
      {.kind = EVENT_STOP, .stop = STOP_LENGTH},
      USED,
      {.kind = EVENT_END}},
     ":\n\n" LAST("\"text\":\"1},{\\\"v\\\":2\"," REST),
     "{\"text\":\"1},{\\\"v\\\":2\"," REST "}"},
    {"one value more than JSON has",
     FORMAT_SCHEMA,
     {{.kind = EVENT_BEGIN},
      {.kind = EVENT_TEXT, .text = JSON("\"1,\\\"x\\\":2\"")},
      {.kind = EVENT_STOP, .stop = STOP_DONE},
      USED,
      {.kind = EVENT_END}},
     ":\n\n" LAST("\"text\":\"1,\\\"x\\\":2\"," REST),
     "{\"text\":\"1,\\\"x\\\":2\"," REST "}"},
    {"a refusal, of which there is no JSON",
     FORMAT_SCHEMA,
     {{.kind = EVENT_BEGIN},
      {.kind = EVENT_REFUSAL, .text = JSON("\"No.\"")},
      {.kind = EVENT_STOP, .stop = STOP_REFUSAL},
      USED,
      {.kind = EVENT_END}},
     ":\n\n" LAST("\"text\":\"No.\"," REST),
     "{\"text\":\"No.\"," REST "}"},
    {"files",
     FORMAT_TEXT,
     {{.kind = EVENT_BEGIN},
      {.kind = EVENT_MEDIA, .media = {.kind = MEDIA_IMAGE, .mime = "image/png", .data = JSON(PNG)}},
      {.kind = EVENT_MEDIA, .media = {.kind = MEDIA_IMAGE, .url = JSON("\"https://a/b\"")}},
      {.kind = EVENT_STOP, .stop = STOP_DONE},
      USED,
      {.kind = EVENT_END}},
     LAST("\"files\":[{\"type\":\"file\",\"data\":\"" PNG
          "\",\"mimeType\":\"image/png\"},{\"type\":\"url\",\"url\":\"https://a/b\"}]," REST),
     "{\"files\":[{\"type\":\"file\",\"data\":\"" PNG
     "\",\"mimeType\":\"image/png\"},{\"type\":\"url\",\"url\":\"https://a/b\"}]," REST "}"},
    {"a call without arguments",
     FORMAT_UNSET,
     {{.kind = EVENT_BEGIN},
      {.kind = EVENT_CALL, .call = {.id = "c1", .name = "f"}},
      {.kind = EVENT_STOP, .stop = STOP_CALLS},
      USED,
      {.kind = EVENT_END}},
     LAST(
         "\"toolCalls\":[{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":{}}}"
         "]," REST),
     "{\"toolCalls\":[{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"f\","
     "\"arguments\":{}}}]," REST "}"},
    {"a call whose arguments are broken",
     FORMAT_UNSET,
     {{.kind = EVENT_BEGIN},
      {.kind = EVENT_CALL, .call = {.id = "c1", .name = "f"}},
      {.kind = EVENT_ARGS, .text = JSON("\"{\\\"a\\\n\"")},
      {.kind = EVENT_STOP, .stop = STOP_CALLS},
      USED,
      {.kind = EVENT_END}},
     LAST("\"toolCalls\":[{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":"
          "{\"_raw_arguments\":\"{\\\"a\\n\"}}}]," REST),
     "{\"toolCalls\":[{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":"
     "{\"_raw_arguments\":\"{\\\"a\\n\"}}}]," REST "}"},
};

/* Data of a stream must be JSON in one line, or its clients break off. */
static bool is_readable(const char *stream) {
    bool good = true;
    for (const char *at = stream; *at; at = strchr(at, '\n') + 1) {
        json_t *value =
            strncmp(at, "data: ", 6) == 0 ? json_loads(at + 6, JSON_DISABLE_EOF_CHECK, NULL) : NULL;
        good &= *at == '\n' || *at == ':' || json_is_object(value);
        json_decref(value);
    }
    return good && !strstr(stream, "[DONE]");
}

static void test_answers(void) {
    for (size_t i = 0; i < COUNT(answers); i++) {
        struct arena *arena = arena_new();
        struct chat_request request = {.arena = arena, .format = answers[i].format};
        struct chat_head head = {.id = "abc",
                                 .model = "alias",
                                 .provider = "prov",
                                 .target = "up",
                                 .request = &request,
                                 .cost = 1500000000};
        struct buf streamed, reply;
        size_t count = 1;
        while (answers[i].events[count - 1].kind != EVENT_END)
            count++;
        write_stream(&chat_framework, &head, answers[i].events, count, &streamed);
        write_whole(&chat_framework, &head, answers[i].events, count, &reply);
        is_str(streamed.data, answers[i].stream, answers[i].what);
        ok(is_readable(streamed.data), "each line of it can be read");
        is_str(reply.data, answers[i].whole, "and as a whole");
        buf_free(&reply);
        buf_free(&streamed);
        arena_free(arena);
    }
}

static void test_failures(void) {
    struct error err = {.kind = ERR_TIMEOUT, .message = "Too\n\"late\"."};
    struct buf out;
    buf_init(&out, TEXT_MOST);
    chat_framework.write_failure(NULL, &out, &err);
    is_str(out.data, "event: error\ndata: {\"message\":\"Too\\n\\\"late\\\".\"}\n\n",
           "a failure within a stream");
    buf_free(&out);
}

int main(void) {
    test_requests();
    test_settings();
    test_caching();
    test_bad_requests();
    test_cut_requests();
    test_answers();
    test_failures();
    return tap_done();
}
