/* Reranking: what clients of four kinds ask, what providers of three kinds get, and what all of them read. */
#include <jansson.h>

#include "canon/rerank.h"
#include "tap.h"
#include "tasking.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define ASK          "\"model\":\"m\",\"query\":\"q\""
#define DOCS         ASK ",\"documents\":[\"a\",\"b\",\"c\"]"

/* Requests that are refused, with the field. */
static const struct {
    const char *text, *param;
} refused[] = {
    {"{\"model\":\"m\",\"documents\":[\"a\"]}", "query"},
    {"{\"model\":\"m\",\"query\":\"\",\"documents\":[\"a\"]}", "query"},
    {"{\"model\":\"m\",\"query\":[\"q\"],\"documents\":[\"a\"]}", "query"},
    {"{\"model\":\"m\",\"query\":{\"text\":\"q\"},\"documents\":[\"a\"]}", "query"},
    {"{" ASK "}", "documents"},
    {"{" ASK ",\"documents\":null}", "documents"},
    {"{" ASK ",\"documents\":[]}", "documents"},
    {"{" ASK ",\"documents\":\"a\"}", "documents"},
    {"{" ASK ",\"documents\":[\"a\",7]}", "documents[1]"},
    {"{" DOCS ",\"top_n\":0}", "top_n"},
    {"{" DOCS ",\"top_k\":0}", "top_k"},
    {"{" DOCS ",\"top_n\":\"1\"}", "top_n"},
    {"{" DOCS ",\"top_n\":1,\"top_k\":1}", "top_k"},
    {"{" DOCS ",\"top_n\":1,\"top_n\":1}", "top_n"},
    {"{" DOCS ",\"return_documents\":1}", "return_documents"},
    {"{" DOCS ",\"truncation\":\"yes\"}", "truncation"},
    {"{" DOCS ",\"max_tokens_per_doc\":0}", "max_tokens_per_doc"},
    {"{" DOCS ",\"max_chunks_per_doc\":\"a\"}", "max_chunks_per_doc"},
    {"{" DOCS ",\"rank_fields\":\"a\"}", "rank_fields"},
    {"{" DOCS ",\"rank_fields\":[1]}", "rank_fields[0]"},
    {"{\"model\":\"\",\"query\":\"q\",\"documents\":[\"a\"]}", "model"},
    {"{\"model\":[],\"query\":\"q\",\"documents\":[\"a\"]}", "model"},
};

static void test_refused(void) {
    for (size_t i = 0; i < COUNT(refused); i++) {
        struct arena *arena = arena_new();
        struct error err = {0};
        int rc = task_read(task_of(arena, refused[i].text), &rerank_union, &err);
        ok(rc < 0 && err.kind == ERR_REQUEST && strcmp(err.param, refused[i].param) == 0,
           "refused for %s: %s", refused[i].param, refused[i].text);
        arena_free(arena);
    }
}

static void test_most(void) {
    for (int count = 1000; count <= 1001; count++) {
        struct arena *arena = arena_new();
        struct error err = {0};
        struct buf text;
        buf_init(&text, 20000);
        buf_puts(&text, "{" ASK ",\"documents\":[\"a\"");
        for (int i = 1; i < count; i++)
            buf_puts(&text, ",\"a\"");
        buf_puts(&text, "]}");
        ok((task_read(task_of(arena, text.data), &rerank_union, &err) == 0) == (count == 1000),
           "%d documents", count);
        buf_free(&text);
        arena_free(arena);
    }
}

/* What each provider gets, and what is left out. want NULL: it is refused for the field `dropped`. */
static const struct {
    const char *text;
    const struct task_dialect *provider;
    const char *want, *dropped;
} written[] = {
    {"{" DOCS ",\"top_n\":2,\"max_tokens_per_doc\":512}", &rerank_cohere,
     "{\"model\":\"t\",\"query\":\"q\",\"documents\":[\"a\",\"b\",\"c\"],\"top_n\":2,"
     "\"max_tokens_per_doc\":512}",
     ""},
    {"{" DOCS ",\"top_n\":2,\"return_documents\":true,\"max_tokens_per_doc\":512}", &rerank_jina,
     "{\"model\":\"t\",\"query\":\"q\",\"documents\":[\"a\",\"b\",\"c\"],\"top_n\":2,"
     "\"return_documents\":false}",
     "max_tokens_per_doc"},
    {"{" DOCS ",\"top_k\":1,\"truncation\":false}", &rerank_voyage,
     "{\"model\":\"t\",\"query\":\"q\",\"documents\":[\"a\",\"b\",\"c\"],\"top_k\":1,\"truncation\":false}",
     ""},
    {"{" DOCS ",\"top_k\":1,\"truncation\":true,\"priority\":3,\"max_chunks_per_doc\":10}", &rerank_cohere,
     "{\"model\":\"t\",\"query\":\"q\",\"documents\":[\"a\",\"b\",\"c\"],\"top_n\":1}",
     "priority max_chunks_per_doc truncation"},
    {"{" DOCS ",\"truncation\":true}", &rerank_jina,
     "{\"model\":\"t\",\"query\":\"q\",\"documents\":[\"a\",\"b\",\"c\"],\"return_documents\":false}",
     "truncation"},
    {"{" DOCS ",\"max_tokens_per_doc\":7}", &rerank_voyage,
     "{\"model\":\"t\",\"query\":\"q\",\"documents\":[\"a\",\"b\",\"c\"]}", "max_tokens_per_doc"},
    {"{" ASK ",\"documents\":[{\"text\":\"a\\n\\u0041\"},\"b\",{\"text\":\"\"}]}", &rerank_voyage,
     "{\"model\":\"t\",\"query\":\"q\",\"documents\":[\"a\\n\\u0041\",\"b\",\"\"]}", ""},
    {"{" ASK
     ",\"documents\":[{\"t\\\"\":\"x\\\"y\",\"n\":1.50,\"ok\":true,\"no\":null,\"o\":{},\"z\":\"w\"}]}",
     &rerank_cohere,
     "{\"model\":\"t\",\"query\":\"q\",\"documents\":[\"t\\\": x\\\"y\\nn: 1.50\\nok: true\\nz: w\"]}", ""},
    {"{" ASK ",\"documents\":[{\"text\":\"x\",\"title\":\"y\",\"z\":\"w\"}],\"rank_fields\":[\"tit\\u006ce\","
     "\"z\"]}",
     &rerank_cohere, "{\"model\":\"t\",\"query\":\"q\",\"documents\":[\"title: y\\nz: w\"]}", ""},
    {"{" ASK ",\"documents\":[{\"text\":\"x\"},{\"text\":\"x\"}],\"rank_fields\":[\"title\"]}",
     &rerank_cohere, NULL, "documents[0]"},
    {"{" ASK ",\"documents\":[\"x\",{}]}", &rerank_jina, NULL, "documents[1]"},
    {"{\"model\":\"m\",\"query\":{\"image\":\"https://a/b\"},\"documents\":[{\"image\":\"aGk=\"},{\"text\":"
     "\"x\"}]}",
     &rerank_jina,
     "{\"model\":\"t\",\"query\":{\"image\":\"https://a/b\"},\"documents\":[{\"image\":\"aGk=\"},\"x\"],"
     "\"return_documents\":false}",
     ""},
    {"{\"model\":\"m\",\"query\":{\"image\":\"https://a/b\"},\"documents\":[\"x\"]}", &rerank_voyage, NULL,
     "query"},
};

static void test_written(void) {
    for (size_t i = 0; i < COUNT(written); i++) {
        struct arena *arena = arena_new();
        struct error err = {0};
        struct task *task = task_of(arena, written[i].text);
        ok(task_read(task, &rerank_union, &err) == 0, "read: %s", written[i].text);
        const char *got = task_written(task, written[i].provider, "t", &err);
        if (written[i].want)
            is_str(got, written[i].want, written[i].provider->name);
        is_str(got ? dropped_words(task->notes) : err.param, written[i].dropped,
               got ? "what is left out" : "what is refused");
        arena_free(arena);
    }
}

/* Answers to a request for three documents. results NULL: malformed. */
static const struct {
    const char *text, *results;
    int64_t prompt, requests; /* -1: not told */
} read[] = {
    {"{\"id\":\"x\",\"results\":[{\"index\":2,\"relevance_score\":0.9900000001},{\"index\":0,"
     "\"relevance_score\":1e-5}],\"meta\":{\"api_version\":{\"version\":\"2\"},\"billed_units\":{"
     "\"search_units\":3}}}",
     "2:0.9900000001 0:1e-5 ", -1, 3},
    {"{\"model\":\"j\",\"usage\":{\"total_tokens\":15},\"results\":[{\"index\":1,\"document\":{\"text\":"
     "\"b\"},"
     "\"relevance_score\":-0.5}]}",
     "1:-0.5 ", 15, 0},
    {"{\"object\":\"list\",\"data\":[{\"relevance_score\":0.4,\"index\":0}],\"model\":\"r\",\"usage\":{"
     "\"total_tokens\":26}}",
     "0:0.4 ", 26, 0},
    {"{\"results\":[],\"meta\":{\"billed_units\":{\"input_tokens\":11,\"output_tokens\":0,\"search_units\":"
     "0},"
     "\"tokens\":{\"input_tokens\":12}}}",
     "", 12, 0},
    {"{\"results\":[],\"meta\":{\"billed_units\":{\"input_tokens\":11,\"search_units\":1.0}}}", "", 11, 1},
    {"{\"results\":[],\"meta\":{\"billed_units\":{\"search_units\":-1}}}", "", -1, 0},
    {"{\"results\":[],\"meta\":{\"billed_units\":{\"search_units\":1.25}}}", "", -1, 2},
    {"{\"results\":[],\"meta\":{\"billed_units\":{\"search_units\":10}}}", "", -1, 10},
    {"{\"results\":[],\"meta\":{\"billed_units\":{\"search_units\":10.1}}}", "", -1, 0},
    {"{\"results\":[],\"meta\":{\"billed_units\":{\"search_units\":11}}}", "", -1, 0},
    {"{\"results\":[],\"meta\":{\"billed_units\":{\"search_units\":1e30}}}", "", -1, 0},
    {"{\"results\":[],\"meta\":{\"billed_units\":{\"search_units\":9223372036854775807.5}}}", "", -1, 0},
    {"{\"results\":[{\"index\":3,\"relevance_score\":1}]}", NULL, 0, 0},
    {"{\"results\":[{\"index\":-1,\"relevance_score\":1}]}", NULL, 0, 0},
    {"{\"results\":[{\"index\":1.5,\"relevance_score\":1}]}", NULL, 0, 0},
    {"{\"results\":[{\"index\":1}]}", NULL, 0, 0},
    {"{\"results\":[{\"index\":1,\"relevance_score\":\"1\"}]}", NULL, 0, 0},
    {"{\"results\":[{\"index\":1,\"relevance_score\":1},{\"index\":1,\"relevance_score\":1}]}", NULL, 0, 0},
    {"{\"results\":[7]}", NULL, 0, 0},
    {"{\"results\":{}}", NULL, 0, 0},
    {"{\"message\":\"no\"}", NULL, 0, 0},
    {"[]", NULL, 0, 0},
    {"", NULL, 0, 0},
};

static void test_read(void) {
    for (size_t i = 0; i < COUNT(read); i++) {
        struct arena *arena = arena_new();
        struct error err = {0};
        struct task *task = task_of(arena, "{" DOCS "}");
        struct task_reply reply = {0};
        const char *results = "";
        task_read(task, &rerank_union, &err);
        int rc =
            rerank_cohere.read_reply((struct span){read[i].text, strlen(read[i].text)}, task, &reply, &err);
        if (!read[i].results) {
            ok(rc < 0 && err.kind == ERR_UPSTREAM, "malformed: %s", read[i].text);
            arena_free(arena);
            continue;
        }
        for (size_t n = 0; rc == 0 && n < reply.rerank->results; n++) {
            const struct rerank_result *result = &reply.rerank->result[n];
            results = arena_printf(arena, "%s%zu:%.*s ", results, result->index, (int)result->score.len,
                                   result->score.at);
        }
        is_str(rc == 0 ? results : NULL, read[i].results, read[i].text);
        is_int(reply.has_prompt ? reply.usage.prompt : -1, read[i].prompt, "its tokens");
        is_int(reply.usage.requests, read[i].requests, "its searches");
        arena_free(arena);
    }
}

/* How many searches are held for: documents of so many bytes, and a query. */
static void test_searches(void) {
    static const struct {
        int documents, document, query;
        int64_t want;
    } rows[] = {
        {1, 1, 1, 1},      {100, 1, 1, 1},      {101, 1, 1, 2},       {1000, 1, 1, 10},     {100, 1900, 1, 1},
        {100, 2100, 1, 2}, {1000, 2100, 1, 20}, {100, 1100, 1000, 2}, {100, 1100, 9000, 2}, {1, 400000, 1, 3},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena *arena = arena_new();
        struct error err = {0};
        struct buf text;
        buf_init(&text, BUF_MOST);
        buf_printf(&text, "{\"model\":\"m\",\"query\":\"%0*d\",\"documents\":[", rows[i].query, 0);
        for (int n = 0; n < rows[i].documents; n++)
            buf_printf(&text, "%s\"%0*d\"", n ? "," : "", rows[i].document, 0);
        buf_puts(&text, "]}");
        struct task *task = task_of(arena, text.data);
        task_read(task, &rerank_union, &err);
        ok(task->most.requests == rows[i].want, "%d documents of %d bytes and a query of %d: %lld searches",
           rows[i].documents, rows[i].document, rows[i].query, (long long)task->most.requests);
        buf_free(&text);
        arena_free(arena);
    }
}

/* An answer that breaks off anywhere is none. */
static void test_cuts(void) {
    const char *text = read[0].text;
    int taken = 0;
    for (size_t len = 0; len < strlen(text); len++) {
        struct arena *arena = arena_new();
        struct error err = {0};
        struct task *task = task_of(arena, "{" DOCS "}");
        struct task_reply reply = {0};
        char *cut = malloc(len + 1);
        memcpy(cut, text, len);
        task_read(task, &rerank_union, &err);
        taken += rerank_jina.read_reply((struct span){cut, len}, task, &reply, &err) == 0;
        free(cut);
        arena_free(arena);
    }
    is_int(taken, 0, "no beginning of an answer is one");
}

static void test_replies(void) {
    static const struct {
        const char *text, *want;
    } rows[] = {
        {"{" DOCS "}",
         "\"results\":[{\"index\":2,\"relevance_score\":0.90},{\"index\":0,\"relevance_score\":1e-5}],"
         "\"data\":[{\"index\":2,\"relevance_score\":0.90},{\"index\":0,\"relevance_score\":1e-5}]"},
        {"{" ASK ",\"return_documents\":true,\"documents\":[\"a\",\"b\",{\"text\":\"c\",\"id\":7}]}",
         "\"results\":[{\"index\":2,\"relevance_score\":0.90,\"document\":{\"text\":\"c\",\"id\":7}},"
         "{\"index\":0,\"relevance_score\":1e-5,\"document\":{\"text\":\"a\"}}],"
         "\"data\":[{\"index\":2,\"relevance_score\":0.90,\"document\":\"c\"},"
         "{\"index\":0,\"relevance_score\":1e-5,\"document\":\"a\"}]"},
    };
    struct rerank_result results[] = {{2, {"0.90", 4}}, {0, {"1e-5", 4}}};
    struct rerank_reply ranked = {results, 2};
    struct task_reply reply = {.rerank = &ranked, .usage = {.prompt = 12, .requests = 2}};
    struct chat_head head = {.id = "0123", .model = "m"};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena *arena = arena_new();
        struct error err = {0};
        struct task *task = task_of(arena, rows[i].text);
        task_read(task, &rerank_union, &err);
        is_str(
            task_replied(task, &rerank_union, &head, &reply),
            arena_printf(arena,
                         "{\"id\":\"0123\",\"object\":\"list\",\"model\":\"m\",%s,\"usage\":{"
                         "\"total_tokens\":12,\"prompt_tokens\":12},\"meta\":{\"api_version\":{\"version\":"
                         "\"2\"},\"billed_units\":{\"search_units\":2}}}",
                         rows[i].want),
            "an answer that all read");
        arena_free(arena);
    }
}

static void test_errors(void) {
    static const char *const texts[][2] = {{"{\"message\":\"no such model\"}", "\"no such model\""},
                                           {"{\"detail\":\"no\"}", "\"no\""},
                                           {"{\"error\":{\"message\":\"oh\"}}", "\"oh\""},
                                           {"{\"detail\":[{\"msg\":\"x\"}]}", NULL},
                                           {"<html>", NULL}};
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct span words = {0};
        struct arena *arena = arena_new();
        bool found =
            rerank_cohere.family->read_error((struct span){texts[i][0], strlen(texts[i][0])}, &words);
        is_str(found ? arena_strndup(arena, words.at, words.len) : NULL, texts[i][1], texts[i][0]);
        arena_free(arena);
    }
}

int main(void) {
    test_refused();
    test_most();
    test_written();
    test_searches();
    test_read();
    test_cuts();
    test_replies();
    test_errors();
    return tap_done();
}
