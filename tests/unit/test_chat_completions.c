/* OpenAI's legacy Completions, as a language of clients: requests read, answers written. */
#include <string.h>

#include "dialects/dialect.h"
#include "reading.h"
#include "tap.h"
#include "writing.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define TEXT_MOST    1000000

/* ---- requests ------------------------------------------------------------------------- */

/* A request, what OpenAI's chat dialect makes of it, and what is dropped. */
static const struct {
    const char *text, *want, *dropped;
} requests[] = {
    {"{\"model\":\"m\",\"prompt\":\"Once \\ud83d\\ude00\"}",
     "{\"model\":\"t\",\"messages\":[{\"role\":\"user\",\"content\":\"Once \\ud83d\\ude00\"}],"
     "\"max_tokens\":16}",
     ""},
    {"{\"model\":\"m\",\"prompt\":[\"One\"],\"max_tokens\":16,\"stream\":true,\"n\":2,\"best_of\":2,"
     "\"echo\":false,\"suffix\":null,\"logprobs\":null}",
     "{\"model\":\"t\",\"messages\":[{\"role\":\"user\",\"content\":\"One\"}],\"n\":2,\"max_tokens\":16,"
     "\"stream\":true,\"stream_options\":{\"include_usage\":true}}",
     ""},
    {"{\"model\":\"m\",\"prompt\":\"x\",\"stop\":[\"a\",\"b\"],\"temperature\":0.20,\"top_p\":1,"
     "\"presence_penalty\":1,\"frequency_penalty\":-1,\"seed\":7,\"logit_bias\":{\"5\":1},\"user\":\"u\","
     "\"suffix\":\"\",\"provider\":\"p\"}",
     "{\"model\":\"t\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"temperature\":0.20,\"top_p\":1,"
     "\"seed\":7,\"presence_penalty\":1,\"frequency_penalty\":-1,\"logit_bias\":{\"5\":1},\"user\":\"u\","
     "\"stop\":[\"a\",\"b\"],\"max_tokens\":16}",
     "provider "},
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
        if (read_as(&chat_completions, span_of(requests[i].text), arena, &ask, &q, &err) == 0)
            chat_openai.write_request(&q, &target, &out, &err);
        for (const struct chat_list *item = q.dropped; item; item = item->next)
            buf_printf(&dropped, "%s ", item->name);
        is_str(err.kind ? err.message : out.data, requests[i].want, "a request");
        is_str(dropped.data, requests[i].dropped, "and what is dropped of it");
        buf_free(&dropped);
        buf_free(&out);
        arena_free(arena);
    }
}

static const struct bad_request bad[] = {
    {"{\"prompt\":\"x\"}", "model", "missing"},
    {"{\"model\":\"m\"}", "prompt", "missing"},
    {"{\"model\":\"m\",\"prompt\":null}", "prompt", "missing"},
    {"{\"model\":\"m\",\"prompt\":\"x\",\"prompt\":\"y\"}", "prompt", "twice"},
    {"{\"model\":\"m\",\"prompt\":{}}", "prompt", "string"},
    {"{\"model\":\"m\",\"prompt\":[]}", "prompt", "string"},
    {"{\"model\":\"m\",\"prompt\":[1,2]}", "prompt", "tokens"},
    {"{\"model\":\"m\",\"prompt\":[[1,2]]}", "prompt", "tokens"},
    {"{\"model\":\"m\",\"prompt\":[\"x\",\"y\"]}", "prompt", "several"},
    {"{\"model\":\"m\",\"prompt\":\"x\",\"echo\":true}", "echo", "not possible"},
    {"{\"model\":\"m\",\"prompt\":\"x\",\"suffix\":\"y\"}", "suffix", "not possible"},
    {"{\"model\":\"m\",\"prompt\":\"x\",\"best_of\":2}", "best_of", "not possible"},
    {"{\"model\":\"m\",\"prompt\":\"x\",\"logprobs\":0}", "logprobs", "not possible"},
    {"{\"model\":\"m\",\"prompt\":\"x\",\"n\":0}", "n", "positive"},
    {"{\"model\":\"m\",\"prompt\":\"x\",\"n\":129}", "n", "bounds"},
    {"{\"model\":\"m\",\"prompt\":\"x\",\"max_tokens\":\"9\"}", "max_tokens", "positive"},
    {"{\"model\":\"m\",\"prompt\":\"x\",\"stream\":\"yes\"}", "stream", "true or false"},
    {"{\"model\":\"m\",\"prompt\":\"x\",\"stream_options\":{}}", "stream_options", "only allowed"},
    {"{\"model\":\"m\",\"prompt\":\"x\",\"stream\":true,\"stream_options\":[]}", "stream_options", "object"},
    {"{\"model\":\"m\",\"prompt\":\"x\",\"stop\":[\"1\",\"2\",\"3\",\"4\",\"5\"]}", "stop", "too many"},
    {"{\"model\":\"m\",\"prompt\":\"x\",\"temperature\":\"1\"}", "temperature", "number"},
    {"{\"model\":\"m\",\"prompt\":\"x\",\"user\":1}", "user", "string"},
};

static void test_bad_requests(void) {
    for (size_t i = 0; i < COUNT(bad); i++)
        refuses(&chat_completions, &bad[i]);
}

static void test_cut_requests(void) {
    for (size_t i = 0; i < COUNT(requests); i++)
        is_int((long long)refused_beginnings(&chat_completions, span_of(requests[i].text)),
               (long long)strlen(requests[i].text), "a request that ends anywhere is refused");
}

static void test_look(void) {
    static const char text[] = "{\"model\":\"m\",\"prompt\":\"0123456789\",\"max_tokens\":40,\"n\":3,"
                               "\"stream\":true,\"stream_options\":{\"include_usage\":true}}";
    struct arena *arena = arena_new();
    struct chat_ask ask = {0};
    struct chat_request q;
    struct error err = {0};
    ok(read_as(&chat_completions, span_of(text), arena, &ask, &q, &err) == 0, "looked at");
    ok(ask.max_output == 40 && ask.choices == 3 && ask.stream && ask.usage_asked, "what is asked for");
    is_int(ask.prompt, 3, "the prompt is estimated by its length");
    ask = (struct chat_ask){0};
    read_as(&chat_completions, span_of("{\"model\":\"m\",\"prompt\":\"x\"}"), arena, &ask, &q, &err);
    is_int(ask.max_output, 16, "who says nothing gets sixteen tokens");
    arena_free(arena);
}

/* ---- answers ----------------------------------------------------------------------------- */

#define JSON(text)                                                                                           \
    { text, sizeof(text) - 1 }
#define HEAD                                                                                                 \
    "{\"id\":\"cmpl-abc\",\"object\":\"text_completion\","                                                   \
    "\"created\":17,\"model\":\"alias\","
#define CHOICE(i, t, r) "{\"text\":\"" t "\",\"index\":" #i ",\"logprobs\":null,\"finish_reason\":" r "}"
#define CHUNK(i, t, r)  "data: " HEAD "\"choices\":[" CHOICE(i, t, r) "],\"usage\":null}\n\n"
#define USAGE                                                                                                \
    "\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":4,\"total_tokens\":9,"                             \
    "\"prompt_tokens_details\":{\"cached_tokens\":0},\"completion_tokens_details\":{\"reasoning_tokens\":1}}"

static const struct chat_event events[] = {
    {.kind = EVENT_BEGIN},
    {.kind = EVENT_THOUGHT, .text = JSON("\"Hm\"")},
    {.kind = EVENT_TEXT, .text = JSON("\" upon\\n\"")},
    {.kind = EVENT_TEXT, .choice = 1, .text = JSON("\"x\"")},
    {.kind = EVENT_TEXT, .text = JSON("\" a\"")},
    {.kind = EVENT_REFUSAL, .choice = 1, .text = JSON("\"no\"")},
    {.kind = EVENT_STOP, .stop = STOP_LENGTH},
    {.kind = EVENT_STOP, .choice = 1, .stop = STOP_FILTER},
    {.kind = EVENT_USAGE, .usage = {.prompt = 5, .output = 4, .reasoning = 1}},
    {.kind = EVENT_END},
};

static const char stream[] = CHUNK(0, " upon\\n", "null") CHUNK(1, "x", "null") CHUNK(0, " a", "null")
    CHUNK(1, "no", "null") CHUNK(0, "", "\"length\"")
        CHUNK(1, "", "\"content_filter\"") "data: " HEAD "\"choices\":[]," USAGE "}\n\ndata: [DONE]\n\n";
static const char whole[] = HEAD "\"choices\":[" CHOICE(0, " upon\\n a", "\"length\"") "," CHOICE(
    1, "xno", "\"content_filter\"") "]," USAGE "}";

static void test_answers(void) {
    struct chat_head head = {.id = "abc", .model = "alias", .created = 17, .usage_wanted = true},
                     quiet = head;
    struct buf streamed, plain, reply;
    quiet.usage_wanted = false;
    write_stream(&chat_completions, &head, events, COUNT(events), &streamed);
    write_stream(&chat_completions, &quiet, events, COUNT(events), &plain);
    write_whole(&chat_completions, &head, events, COUNT(events), &reply);
    is_str(streamed.data, stream, "a stream");
    ok(!strstr(plain.data, "usage"), "without the usage where nobody asked for it");
    is_str(reply.data, whole, "a whole answer");
    buf_free(&reply);
    buf_free(&plain);
    buf_free(&streamed);
}

static void test_failures(void) {
    struct error err = {.kind = ERR_TIMEOUT, .message = "Late."};
    struct buf out;
    buf_init(&out, TEXT_MOST);
    chat_completions.write_failure(NULL, &out, &err);
    is_str(out.data,
           "data: {\"error\":{\"message\":\"Late.\",\"type\":\"api_error\",\"param\":null,"
           "\"code\":\"provider_timeout\"}}\n\n",
           "a failure within a stream");
    buf_free(&out);
}

int main(void) {
    test_requests();
    test_bad_requests();
    test_cut_requests();
    test_look();
    test_answers();
    test_failures();
    return tap_done();
}
