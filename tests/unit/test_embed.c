/*
 * Embeddings in all languages. A fixture is a request of a client's ("way": its dialect and the provider's),
 * and has what is sent to the provider, what that answers, and what the client gets.
 */
#include <string.h>

#include "base/jsonscan.h"
#include "canon/embed.h"
#include "dialects/task_dialect.h"
#include "fixture.h"
#include "tap.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define MODEL        "M 1" /* as the provider calls it */

static const struct {
    const char *name;
    const struct task_dialect *dialect;
    bool listed; /* the path says so */
} dialects[] = {
    {"openai", &embed_openai, false},       {"aigne", &embed_aigne, false},
    {"framework", &embed_framework, false}, {"indox", &embed_indox, false},
    {"gemini", &embed_gemini, false},       {"gemini-batch", &embed_gemini, true},
    {"cohere", &embed_cohere, false},       {"ollama", &embed_ollama, false},
    {"voyage", &embed_voyage, false},       {"jina", &embed_jina, false},
};

static size_t find(const char *name) {
    size_t i = 0;
    while (i + 1 < COUNT(dialects) && strcmp(dialects[i].name, name) != 0)
        i++;
    return i;
}

static struct span span_of(const char *text) {
    return (struct span){text, strlen(text)};
}

/* ---- one request ------------------------------------------------------------------ */

struct run {
    struct arena *arena;
    const struct task_dialect *client, *provider;
    struct task task;
    struct embed_request preset;
    struct chat_request notes;
    struct task_reply reply;
    struct error err;
};

static void begin(struct run *run, const char *client, const char *provider) {
    size_t i = find(client);
    *run = (struct run){.arena = arena_new()};
    run->client = dialects[i].dialect;
    run->provider = dialects[find(provider)].dialect;
    run->preset.listed = dialects[i].listed;
    run->notes.arena = run->arena;
    run->task = (struct task){.arena = run->arena, .notes = &run->notes, .embed = &run->preset};
}

static void end(struct run *run) {
    arena_free(run->arena);
}

/* As the relay does: JSON is checked before. */
static int read_request(struct run *run, struct span text) {
    run->task.text = text;
    return scan_object(text, NULL, 0, SCAN_DEPTH, &run->err) < 0 ? -1
                                                                 : run->client->read(&run->task, &run->err);
}

static const char *joined(struct arena *arena, const struct span *part, size_t parts, size_t total) {
    char *text = arena_alloc(arena, total + 1), *at = text;
    for (size_t i = 0; i < parts; i++) {
        memcpy(at, part[i].at, part[i].len);
        at += part[i].len;
    }
    return (size_t)(at - text) == total ? text : "the total is wrong";
}

static const char *ask(struct run *run) {
    size_t parts = 0, total = 0;
    if (run->client == run->provider) {
        struct span *list = task_edit(run->client, &run->task, MODEL, run->arena, &parts, &total);
        return joined(run->arena, list, parts, total);
    }
    struct joint out;
    joint_init(&out, 4, run->arena);
    const char *text = NULL;
    if (run->provider->write_request(&run->task, MODEL, &out, &run->err) == 0) {
        struct span *list = joint_parts(&out, run->arena, &parts, &total);
        text = joined(run->arena, list, parts, total);
    }
    joint_free(&out);
    return text;
}

static bool keeps_nothing(const struct embed_reply *embed) {
    for (size_t i = 0; i < embed->count; i++)
        if (embed->vector[i].at)
            return false;
    return true;
}

/* As the relay does: what passes is only looked at, what does not fit is read after that. */
static int read_reply(struct run *run, struct span text, bool *fits) {
    *fits = false;
    if (run->client == run->provider) {
        if (run->provider->look(text, &run->task, &run->reply, fits, &run->err) < 0)
            return -1;
        if (!keeps_nothing(run->reply.embed))
            return error_set(&run->err, ERR_INTERNAL, "a look keeps numbers");
    }
    return *fits ? 0 : run->provider->read_reply(text, &run->task, &run->reply, &run->err);
}

static const char *answer(struct run *run) {
    static const struct chat_head head = {.id = "0123456789abcdef0123456789abcdef",
                                          .model = "shown/name",
                                          .provider = "shown",
                                          .target = MODEL,
                                          .cost = 3000,
                                          .ended = 1700000000123,
                                          .duration = 45};
    struct joint out;
    size_t parts, total;
    joint_init(&out, 4, run->arena);
    run->client->write_reply(&head, &run->task, &run->reply, &out);
    struct span *list = joint_parts(&out, run->arena, &parts, &total);
    const char *text = joined(run->arena, list, parts, total);
    joint_free(&out);
    return text;
}

/* ---- fixtures --------------------------------------------------------------------- */

/* The file's text without the line feed at its end. */
static void same(const char *dir, const char *file, const char *got, const char *what) {
    struct buf wanted;
    char name[200];
    fixture_read(dir, file, &wanted);
    snprintf(name, sizeof name, "%s: %s", what, file);
    if (wanted.len && wanted.data[wanted.len - 1] == '\n')
        wanted.data[--wanted.len] = '\0';
    is_str(got, wanted.data, name);
    buf_free(&wanted);
}

static void test_cuts(const char *client, const char *provider, struct span request, struct span reply,
                      const char *name) {
    int good = 1;
    for (size_t len = 0; len + 1 < request.len; len++) {
        struct run run;
        begin(&run, client, provider);
        good &= read_request(&run, (struct span){request.at, len}) < 0 && run.err.kind == ERR_REQUEST;
        end(&run);
    }
    ok(good, "%s: a request that is cut is refused", name);
    for (size_t len = 0; len + 1 < reply.len; len++) {
        struct run run;
        bool fits;
        begin(&run, client, provider);
        good &= read_request(&run, request) == 0 &&
                read_reply(&run, (struct span){reply.at, len}, &fits) < 0 && run.err.kind == ERR_UPSTREAM;
        end(&run);
    }
    ok(good, "%s: an answer that is cut is no answer", name);
}

static void test_case(const char *dir, const char *name) {
    struct buf way, request, reply, note;
    struct run run;
    char client[20], provider[20];
    bool fits;
    ok(fixture_read(dir, "way", &way) && fixture_read(dir, "request.json", &request) &&
           fixture_read(dir, "reply.json", &reply) && sscanf(way.data, "%19s %19s", client, provider) == 2,
       "%s is there", name);
    begin(&run, client, provider);
    ok(read_request(&run, (struct span){request.data, request.len}) == 0, "%s: is read (%s)", name,
       run.err.message);
    buf_init(&note, 4096);
    const char *sent = ask(&run);
    const char *dropped = chat_dropped_names(&run.notes, 1000);
    buf_printf(&note, "%s %s prompt=%lld dropped=%s", run.task.model ? run.task.model : "(no model)",
               run.provider->path(&run.task, MODEL, run.arena), (long long)run.task.most.prompt,
               run.client == run.provider || !dropped ? "" : dropped);
    same(dir, "sent.json", sent ? sent : run.err.message, name);
    same(dir, "note", note.data, name);
    ok(read_reply(&run, (struct span){reply.data, reply.len}, &fits) == 0, "%s: its answer is read (%s)",
       name, run.err.message);
    if (!run.reply.has_prompt)
        run.reply.usage.prompt = 1000;
    same(dir, "answer.json", fits ? "passes" : answer(&run), name);
    test_cuts(client, provider, (struct span){request.data, request.len - 1},
              (struct span){reply.data, reply.len - 1}, name);
    end(&run);
    buf_free(&way);
    buf_free(&request);
    buf_free(&reply);
    buf_free(&note);
}

/* ---- what is refused -------------------------------------------------------------- */

static const struct {
    const char *client, *text, *param;
} refused[] = {
    {"openai", "{\"model\":\"m\"}", "input"},
    {"openai", "{\"model\":\"m\",\"input\":null}", "input"},
    {"openai", "{\"model\":\"m\",\"input\":\"\"}", "input"},
    {"openai", "{\"model\":\"m\",\"input\":[]}", "input"},
    {"openai", "{\"model\":\"m\",\"input\":{}}", "input"},
    {"openai", "{\"model\":\"m\",\"input\":[null]}", "input"},
    {"openai", "{\"model\":\"m\",\"input\":[\"a\",[1]]}", "input[1]"},
    {"openai", "{\"model\":\"m\",\"input\":[[1],[]]}", "input[1]"},
    {"openai", "{\"model\":\"m\",\"input\":[[1],[\"a\"]]}", "input[1][0]"},
    {"openai", "{\"model\":\"m\",\"input\":[2147483648]}", "input[0]"},
    {"openai", "{\"model\":7,\"input\":\"a\"}", "model"},
    {"openai", "{\"model\":\"\",\"input\":\"a\"}", "model"},
    {"openai", "{\"model\":\"m\",\"input\":\"a\",\"input\":\"b\"}", "input"},
    {"openai", "{\"model\":\"m\",\"input\":\"a\",\"dimensions\":0}", "dimensions"},
    {"openai", "{\"model\":\"m\",\"input\":\"a\",\"dimensions\":1e3}", "dimensions"},
    {"openai", "{\"model\":\"m\",\"input\":\"a\",\"encoding_format\":\"int8\"}", "encoding_format"},
    {"openai", "{\"model\":\"m\",\"input\":\"a\",\"user\":[]}", "user"},
    {"aigne", "{\"model\":\"m\",\"input\":[\"\"]}", "input[0]"},
    {"framework", "{}", "input"},
    {"framework", "{\"input\":\"a\"}", "input"},
    {"framework", "{\"input\":{\"input\":[1],\"modelOptions\":{\"model\":\"m\"}}}", "input.input"},
    {"framework", "{\"input\":{\"input\":\"a\"}}", "input.modelOptions.model"},
    {"framework", "{\"input\":{\"input\":\"a\",\"modelOptions\":1}}", "input.modelOptions"},
    {"framework", "{\"input\":{\"input\":\"a\",\"modelOptions\":{\"model\":\"m\",\"dimensions\":-1}}}",
     "input.modelOptions.dimensions"},
    {"indox", "{}", "text"},
    {"indox", "{\"text\":[1]}", "text"},
    {"indox", "{\"input\":[\"a\",\"\"]}", "input[1]"},
    {"indox", "{\"text\":\"a\",\"input\":\"a\"}", "input"},
    {"indox", "{\"text\":\"a\",\"provider\":\"a/b\"}", "provider"},
    {"indox", "{\"text\":\"a\",\"additional_params\":[]}", "additional_params"},
    {"indox", "{\"text\":\"a\",\"additional_params\":{\"text\":\"b\"}}", "additional_params.text"},
    {"indox", "{\"text\":\"a\",\"byok_api_key\":\"k\"}", "byok_api_key"},
    {"indox", "{\"text\":\"a\",\"additional_params\":{\"byok_api_key\":\"k\"}}",
     "additional_params.byok_api_key"},
    {"indox", "{\"text\":null,\"input\":null}", "text"},
    {"indox", "{\"text\":\"a\",\"model\":\"\"}", "model"},
    {"indox", "{\"text\":\"a\",\"provider\":1}", "provider"},
    {"indox", "{\"text\":\"a\",\"encoding_format\":\"base64\"}", "encoding_format"},
    {"gemini", "{}", "content"},
    {"gemini", "{\"content\":[]}", "content"},
    {"gemini", "{\"content\":{}}", "content.parts"},
    {"gemini", "{\"content\":{\"parts\":{}}}", "content.parts"},
    {"gemini", "{\"content\":{\"parts\":[{\"text\":\"\"}]}}", "content.parts"},
    {"gemini", "{\"content\":{\"parts\":[\"a\"]}}", "content.parts[0]"},
    {"gemini-batch", "{}", "requests"},
    {"gemini-batch", "{\"requests\":[]}", "requests"},
    {"gemini-batch", "{\"requests\":[{\"content\":{\"parts\":[{\"text\":\"a\"}]}},{}]}",
     "requests[1].content"},
};

static void test_refused(void) {
    for (size_t i = 0; i < COUNT(refused); i++) {
        struct run run;
        begin(&run, refused[i].client, "openai");
        bool read = read_request(&run, span_of(refused[i].text)) == 0;
        ok(!read && run.err.kind == ERR_REQUEST && run.err.message[0], "%s %s (%s)", refused[i].client,
           refused[i].text, run.err.message);
        is_str(run.err.param, refused[i].param, "the field");
        end(&run);
    }
}

/* What is all right, but not with this provider. */
static const struct {
    const char *client, *provider, *text, *param;
} impossible[] = {
    {"openai", "gemini", "{\"model\":\"m\",\"input\":[1]}", "input"},
    {"openai", "cohere", "{\"model\":\"m\",\"input\":[[1]]}", "input"},
    {"aigne", "ollama", "{\"model\":\"m\",\"input\":[[1]]}", "input"},
    {"openai", "voyage", "{\"model\":\"m\",\"input\":[1]}", "input"},
    {"gemini", "openai", "{\"content\":{\"parts\":[{\"text\":\"a\"},{\"inlineData\":{}}]}}",
     "content.parts[1]"},
    {"gemini-batch", "cohere",
     "{\"requests\":[{\"content\":{\"parts\":[{\"text\":\"a\"}]},\"outputDimensionality\":1},"
     "{\"content\":{\"parts\":[{\"text\":\"a\"}]},\"outputDimensionality\":2}]}",
     "requests[1].outputDimensionality"},
};

static void test_impossible(void) {
    for (size_t i = 0; i < COUNT(impossible); i++) {
        struct run run;
        begin(&run, impossible[i].client, impossible[i].provider);
        ok(read_request(&run, span_of(impossible[i].text)) == 0 && !ask(&run) && run.err.kind == ERR_REQUEST,
           "%s for %s: %s", impossible[i].client, impossible[i].provider, run.err.message);
        is_str(run.err.param, impossible[i].param, "the field");
        end(&run);
    }
}

/* The two names of a model are one; a provider's may have 200 bytes, as in all requests of IndoxRouter's. */
static void test_names(void) {
    static const struct {
        const char *text, *model;
    } rows[] = {
        {"{\"text\":\"a\"}", "text-embedding-ada-002"},
        {"{\"text\":\"a\",\"provider\":\"p\"}", "p/text-embedding-ada-002"},
        {"{\"text\":\"a\",\"provider\":\"\",\"model\":\"m\"}", "m"},
        {"{\"text\":\"a\",\"provider\":null,\"model\":null,\"additional_params\":{\"provider\":\"p\","
         "\"model\":\"m\"}}",
         "p/m"},
        {"{\"text\":\"a\",\"provider\":\"p\",\"model\":\"q/m\"}", "q/m"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct run run;
        begin(&run, "indox", "openai");
        ok(read_request(&run, span_of(rows[i].text)) == 0, "%s (%s)", rows[i].text, run.err.message);
        is_str(run.task.model, rows[i].model, "its model");
        end(&run);
    }
    for (int length = 200; length <= 201; length++) {
        struct run run;
        char text[300];
        snprintf(text, sizeof text, "{\"text\":\"a\",\"provider\":\"%0*d\"}", length, 0);
        begin(&run, "indox", "openai");
        ok((read_request(&run, span_of(text)) == 0) == (length == 200), "a provider's name of %d bytes",
           length);
        end(&run);
    }
}

/* So many texts: read, and taken by the provider. */
static void test_count(const char *client, const char *provider, int count, bool reads, bool takes) {
    struct run run;
    struct buf text;
    bool google = strncmp(client, "gemini", 6) == 0;
    buf_init(&text, BUF_MOST);
    buf_puts(&text, google ? "{\"requests\":[" : "{\"model\":\"m\",\"text\":[");
    if (strcmp(client, "openai") == 0) {
        buf_clear(&text);
        buf_puts(&text, "{\"model\":\"m\",\"input\":[");
    }
    for (int i = 0; i < count; i++)
        buf_printf(&text, google ? "%s{\"content\":{\"parts\":[{\"text\":\"a\"}]}}" : "%s\"a\"",
                   i ? "," : "");
    buf_puts(&text, "]}");
    begin(&run, client, provider);
    bool read = read_request(&run, (struct span){text.data, text.len}) == 0;
    ok(read == reads && (!read || (ask(&run) != NULL) == takes), "%s for %s: %d texts (%s)", client, provider,
       count, run.err.message);
    end(&run);
    buf_free(&text);
}

static void test_counts(void) {
    test_count("openai", "openai", 2048, true, true);
    test_count("openai", "openai", 2049, false, false);
    test_count("indox", "ollama", 2048, true, true);
    test_count("indox", "ollama", 2049, false, false);
    test_count("gemini-batch", "gemini", 2048, true, true);
    test_count("gemini-batch", "gemini", 2049, false, false);
    test_count("openai", "cohere", 96, true, true);
    test_count("openai", "cohere", 97, true, false);
    test_count("openai", "gemini", 100, true, true);
    test_count("openai", "gemini", 101, true, false);
}

/* ---- answers that are none -------------------------------------------------------- */

static const struct {
    const char *provider, *text;
} malformed[] = {
    {"openai", "{}"},
    {"openai", "[]"},
    {"openai", "{\"error\":{\"message\":\"no\"}}"},
    {"openai", "{\"data\":{}}"},
    {"openai", "{\"data\":[]}"},
    {"openai", "{\"data\":[{\"embedding\":[1]}]}"},
    {"openai", "{\"data\":[{\"embedding\":[1]},{\"embedding\":[1]},{\"embedding\":[1]}]}"},
    {"openai", "{\"data\":[{\"embedding\":[1],\"index\":0},{\"embedding\":[1],\"index\":0}]}"},
    {"openai", "{\"data\":[{\"embedding\":[1],\"index\":0},{\"embedding\":[1],\"index\":2}]}"},
    {"openai", "{\"data\":[{\"embedding\":[1],\"index\":-1},{\"embedding\":[1],\"index\":1}]}"},
    {"openai", "{\"data\":[{\"embedding\":[1],\"index\":0.5},{\"embedding\":[1],\"index\":1}]}"},
    {"openai", "{\"data\":[1,2]}"},
    {"openai", "{\"data\":[{},{}]}"},
    {"openai", "{\"data\":[{\"embedding\":null},{\"embedding\":[1]}]}"},
    {"openai", "{\"data\":[{\"embedding\":[]},{\"embedding\":[1]}]}"},
    {"openai", "{\"data\":[{\"embedding\":[1,null]},{\"embedding\":[1]}]}"},
    {"openai", "{\"data\":[{\"embedding\":[1,\"2\"]},{\"embedding\":[1]}]}"},
    {"openai", "{\"data\":[{\"embedding\":[[1]]},{\"embedding\":[1]}]}"},
    {"openai", "{\"data\":[{\"embedding\":[3.5e38]},{\"embedding\":[1]}]}"},
    {"openai", "{\"data\":[{\"embedding\":\"\"},{\"embedding\":[1]}]}"},
    {"openai", "{\"data\":[{\"embedding\":\"AAAA\"},{\"embedding\":[1]}]}"},
    {"openai", "{\"data\":[{\"embedding\":\"AACAP!==\"},{\"embedding\":[1]}]}"},
    {"openai", "{\"data\":[{\"embedding\":\"AADAfw==\"},{\"embedding\":[1]}]}"}, /* not a number */
    {"openai", "{\"data\":[{\"embedding\":\"AACAfw==\"},{\"embedding\":[1]}]}"}, /* infinity */
    {"gemini", "{}"},
    {"gemini", "{\"embedding\":{\"values\":[1]}}"},
    {"gemini", "{\"embeddings\":[{\"values\":[1]}]}"},
    {"gemini", "{\"embeddings\":[{\"values\":[1]},{}]}"},
    {"gemini", "{\"embeddings\":[{\"values\":[1]},{\"values\":[]}]}"},
    {"gemini", "{\"embeddings\":[{\"values\":[1]},[1]]}"},
    {"cohere", "{}"},
    {"cohere", "{\"embeddings\":[[1],[2]]}"},
    {"cohere", "{\"embeddings\":{\"int8\":[[1],[2]]}}"},
    {"cohere", "{\"embeddings\":{\"float\":[[1]]}}"},
    {"ollama", "{}"},
    {"ollama", "{\"embeddings\":[]}"},
    {"ollama", "{\"embeddings\":[[1],[2],[3]]}"},
    {"ollama", "{\"embeddings\":[[1],2]}"},
    {"ollama", "{\"embedding\":[1]}"},
    {"voyage", "{\"data\":[]}"},
    {"jina", "{\"detail\":\"no\"}"},
};

static void test_malformed(void) {
    for (size_t i = 0; i < COUNT(malformed); i++) {
        struct run run;
        bool fits;
        begin(&run, "openai", malformed[i].provider);
        read_request(&run, span_of("{\"model\":\"m\",\"input\":[\"a\",\"b\"]}"));
        ok(read_reply(&run, span_of(malformed[i].text), &fits) < 0 && run.err.kind == ERR_UPSTREAM,
           "%s %s (%s)", malformed[i].provider, malformed[i].text, run.err.message);
        run.err = (struct error){0};
        ok(run.provider->read_reply(span_of(malformed[i].text), &run.task, &run.reply, &run.err) < 0 &&
               run.err.kind == ERR_UPSTREAM,
           "nor is it read");
        end(&run);
    }
}

static const struct {
    const char *provider, *text, *message; /* NULL: it is not in that language */
} refusals[] = {
    {"cohere", "{\"id\":\"x\",\"message\":\"invalid\"}", "\"invalid\""},
    {"ollama", "{\"error\":\"model not found\"}", "\"model not found\""},
    {"ollama", "{\"error\":{\"message\":\"x\"}}", "\"x\""},
    {"voyage", "{\"detail\":\"too many\"}", "\"too many\""},
    {"jina", "{\"detail\":[{\"msg\":1}]}", NULL},
    {"jina", "no", NULL},
};

static void test_refusals(void) {
    for (size_t i = 0; i < COUNT(refusals); i++) {
        struct span message = {0};
        const struct chat_dialect *family = dialects[find(refusals[i].provider)].dialect->family;
        bool read = family->read_error(span_of(refusals[i].text), &message);
        ok(refusals[i].message ? read && message.len == strlen(refusals[i].message) &&
                                     memcmp(message.at, refusals[i].message, message.len) == 0
                               : !read,
           "%s refuses: %s", refusals[i].provider, refusals[i].text);
    }
}

int main(void) {
    ok(fixture_each("embed", test_case) > 10, "there are fixtures");
    test_refused();
    test_impossible();
    test_counts();
    test_names();
    test_malformed();
    test_refusals();
    return tap_done();
}
