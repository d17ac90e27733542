/*
 * Gemini's dialect. Each directory of tests/fixtures/chat_gemini is a case, by the files that it has:
 *   request.json   a client's request: request.same.json is what the dialect's own writer makes of it,
 * request.openai.json what OpenAI's does, dropped.txt what each of them and the reader noted openai.json    a
 * request of OpenAI's Chat: openai.gemini.json and dropped.txt are what becomes of it reply.json     a
 * provider's answer: reply.events, and reply.out.json as a client gets it stream.sse     the same streamed,
 * fed whole and cut at every byte: stream.events, stream.out.sse, stream.out.json `target` has words for what
 * the provider cannot, `client` for what the answer's request asked for. What the writer wrote, read and
 * written again is the same.
 */
#include "dialects/chat_gemini.h"

#include "base/sse.h"
#include "canon/collect.h"
#include "canon/restore.h"
#include "dialects/chat_openai.h"
#include "dialects/error_shapes.h"
#include "dialects/openapi_schema.h"
#include "events.h"
#include "fixture.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define TEXT_MOST    10000000

static void chomp(struct buf *text) {
    while (text->len > 0 && text->data[text->len - 1] == '\n')
        text->data[--text->len] = '\0';
}

/* Reads a file of a case without the line ends at its end. */
static bool read_file(const char *dir, const char *name, struct buf *text) {
    bool there = fixture_read(dir, name, text);
    chomp(text);
    return there;
}

static void expect(const char *dir, const char *case_name, const char *file, const char *got) {
    struct buf want, mine;
    bool there = read_file(dir, file, &want);
    buf_init(&mine, TEXT_MOST);
    buf_puts(&mine, got);
    chomp(&mine);
    if (!ok(there && strcmp(mine.data, want.data) == 0, "%s: %s", case_name, file))
        printf("# got:\n%s\n# want:\n%s\n", mine.data, want.data);
    buf_free(&want);
    buf_free(&mine);
}

static bool has_word(const char *words, const char *word) {
    return words && strstr(words, word);
}

/* ---- requests ------------------------------------------------------------------------- */

static struct chat_target read_target(const char *words) {
    static const struct {
        const char *word;
        enum chat_quirk quirk;
    } rows[] = {
        {"no_reasoning", CHAT_NO_REASONING},   {"budget", CHAT_BUDGET},         {"call_ids", CHAT_CALL_IDS},
        {"always_thinks", CHAT_ALWAYS_THINKS}, {"no_minimal", CHAT_NO_MINIMAL},
    };
    struct chat_target target = {.model = "provider-model", .max_output = 4096};
    for (size_t i = 0; i < COUNT(rows); i++)
        if (has_word(words, rows[i].word))
            target.quirks |= rows[i].quirk;
    target.limited = has_word(words, "limited");
    return target;
}

/* Reads a request as the relay does. */
static int read_with(const struct chat_dialect *dialect, struct span text, struct arena *arena,
                     struct chat_request *q, struct error *err) {
    struct chat_ask ask = {.model = "client-model"};
    *q = (struct chat_request){.arena = arena};
    if (dialect->look(text, arena, &ask, err) < 0)
        return -1;
    q->stream = ask.stream;
    q->choices = ask.choices;
    q->max_output = ask.max_output;
    return dialect->read_request(&ask, q, err);
}

static int count_dropped(const struct chat_request *q) {
    int count = 0;
    for (const struct chat_list *item = q->dropped; item; item = item->next)
        count++;
    return count;
}

static void note_dropped(struct buf *out, const char *who, const struct chat_request *q, int from) {
    const struct chat_list *item = q->dropped;
    for (int i = 0; item; item = item->next, i++)
        if (i >= from)
            buf_printf(out, "%s %s\n", who, item->name);
}

static bool is_json(const struct buf *text) {
    struct error ignored = {0};
    return !text->overflow && scan_object((struct span){text->data, text->len}, NULL, 0, 512, &ignored) == 0;
}

/* Reads in one dialect and writes in another; an error is a line. Returns how much the reader noted. */
static int pass(const struct chat_dialect *from, const struct chat_dialect *to, struct span text,
                const char *target_words, struct buf *out, struct buf *dropped, const char *reader) {
    struct arena *arena = arena_new();
    struct chat_request q;
    struct error err = {0};
    struct chat_target target = read_target(target_words);
    int noted = 0;
    buf_init(out, TEXT_MOST);
    buf_puts(out, "");
    if (read_with(from, text, arena, &q, &err) == 0) {
        noted = count_dropped(&q);
        if (reader)
            note_dropped(dropped, reader, &q, 0);
        if (to->write_request(&q, &target, out, &err) == 0) {
            note_dropped(dropped, to->name, &q, noted);
            ok(is_json(out), "%s writes JSON", to->name);
        }
    }
    if (err.kind) {
        buf_clear(out);
        buf_printf(out, "%s: %s", err.param, err.message);
    }
    arena_free(arena);
    return noted;
}

static void test_fixed_point(const char *name, const struct buf *first, const char *target) {
    struct buf again, dropped;
    buf_init(&dropped, TEXT_MOST);
    pass(&chat_gemini, &chat_gemini, (struct span){first->data, first->len}, target, &again, &dropped, NULL);
    if (!ok(strcmp(first->data, again.data) == 0, "%s: read and written again it is the same", name))
        printf("# was: %s\n# is:  %s\n", first->data, again.data);
    buf_free(&again);
    buf_free(&dropped);
}

static void test_request(const char *dir, const char *name, const char *target) {
    struct buf text, same, openai, dropped;
    if (read_file(dir, "request.json", &text)) {
        struct span whole = {text.data, text.len};
        buf_init(&dropped, TEXT_MOST);
        buf_puts(&dropped, "");
        pass(&chat_gemini, &chat_gemini, whole, target, &same, &dropped, "read");
        pass(&chat_gemini, &chat_openai, whole, target, &openai, &dropped, NULL);
        expect(dir, name, "request.same.json", same.data);
        expect(dir, name, "request.openai.json", openai.data);
        expect(dir, name, "dropped.txt", dropped.data);
        if (same.data[0] == '{')
            test_fixed_point(name, &same, target);
        buf_free(&same);
        buf_free(&openai);
        buf_free(&dropped);
    }
    buf_free(&text);
}

static void test_openai(const char *dir, const char *name, const char *target) {
    struct buf text, gemini, dropped;
    if (read_file(dir, "openai.json", &text)) {
        buf_init(&dropped, TEXT_MOST);
        buf_puts(&dropped, "");
        pass(&chat_openai, &chat_gemini, (struct span){text.data, text.len}, target, &gemini, &dropped,
             "read");
        expect(dir, name, "openai.gemini.json", gemini.data);
        expect(dir, name, "dropped.txt", dropped.data);
        if (gemini.data[0] == '{')
            test_fixed_point(name, &gemini, target);
        buf_free(&gemini);
        buf_free(&dropped);
    }
    buf_free(&text);
}

/* ---- answers ----------------------------------------------------------------------------- */

/* Three things are done with the events of an answer. */
struct taker {
    struct chat_sink sink;
    struct event_lines lines;
    struct chat_sink *to_lines, *to_restore;
};

struct writing_sink {
    struct chat_sink sink, *collect;
    struct chat_writer *writer;
    bool ended; /* well */
};

static int take(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct taker *taker = (struct taker *)sink;
    return chat_emit(taker->to_lines, event, err) < 0 || chat_emit(taker->to_restore, event, err) < 0 ? -1
                                                                                                      : 0;
}

static int take_restored(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct writing_sink *writing = (struct writing_sink *)sink;
    chat_gemini.write_event(writing->writer, event);
    writing->ended = event->kind == EVENT_END;
    return chat_emit(writing->collect, event, err);
}

struct answer {
    struct arena *arena;
    struct chat_request q;
    struct chat_head head;
    struct taker taker;
    struct writing_sink writing;
    struct collect *collect;
    struct buf stream, reply; /* as the client gets it */
    struct error err;
};

static void answer_init(struct answer *a, const char *words) {
    *a = (struct answer){.arena = arena_new()};
    a->q = (struct chat_request){.arena = a->arena, .choices = has_word(words, "choices") ? 2 : 1};
    a->q.reasoning.show = has_word(words, "show") ? FLAG_ON : FLAG_UNSET;
    a->head = (struct chat_head){.id = "id1", .model = "client-model", .request = &a->q};
    buf_init(&a->stream, TEXT_MOST);
    buf_init(&a->reply, TEXT_MOST);
    buf_puts(&a->stream, "");
    a->collect = collect_new(a->arena);
    a->writing = (struct writing_sink){.sink.take = take_restored, .collect = collect_sink(a->collect)};
    a->writing.writer = chat_gemini.new_writer(&a->head, a->arena, &a->stream);
    a->taker.sink.take = take;
    a->taker.to_lines = event_lines_init(&a->taker.lines);
    a->taker.to_restore = restore_sink(restore_new(&a->q, &a->writing.sink, a->arena));
}

/* Ids that were made up are the same in every run. */
static void hide_ids(struct buf *text) {
    char *at = text->data;
    while ((at = strstr(at, "\"call_"))) {
        at += strlen("\"call_");
        if (strspn(at, "0123456789abcdef") == 24)
            memset(at, '#', 24);
    }
}

static void note_error(struct answer *a) {
    event_lines_text(&a->taker.lines); /* what came before it */
    if (a->err.kind)
        buf_printf(&a->taker.lines.out, "%s: %s\n", error_name(a->err.kind), a->err.message);
}

static void answer_done(struct answer *a) {
    note_error(a);
    hide_ids(&a->stream);
    if (!a->writing.ended)
        return;
    chat_gemini.write_reply(&a->head, collect_reply(a->collect), &a->reply);
    ok(is_json(&a->reply), "the client's answer is JSON");
    hide_ids(&a->reply);
}

static void answer_free(struct answer *a) {
    event_lines_free(&a->taker.lines);
    buf_free(&a->stream);
    buf_free(&a->reply);
    arena_free(a->arena);
}

static void test_reply(const char *dir, const char *name, const char *client) {
    struct answer a;
    struct buf text;
    if (read_file(dir, "reply.json", &text)) {
        answer_init(&a, client);
        chat_gemini.read_reply((struct span){text.data, text.len}, &a.taker.sink, a.arena, &a.err);
        answer_done(&a);
        expect(dir, name, "reply.events", event_lines_text(&a.taker.lines));
        if (a.writing.ended)
            expect(dir, name, "reply.out.json", a.reply.data);
        answer_free(&a);
    }
    buf_free(&text);
}

static int hand_on(void *arg, const struct sse_event *event, struct error *err) {
    return chat_gemini.read_event(arg, event, err);
}

/* Feeds a stream in two pieces and then in pieces of that size. */
static void feed(struct answer *a, const struct buf *text, size_t first, size_t piece) {
    struct chat_reader *reader = chat_gemini.new_reader(&a->taker.sink, a->arena);
    struct sse sse;
    int rc = 0;
    sse_init(&sse, TEXT_MOST);
    for (size_t at = 0, size = first; rc == 0 && at < text->len; at += size, size = piece) {
        size_t len = text->len - at < size ? text->len - at : size;
        char *copy = malloc(len ? len : 1); /* ends where its memory ends */
        memcpy(copy, text->data + at, len);
        rc = sse_feed(&sse, copy, len, hand_on, reader, &a->err);
        free(copy);
    }
    if (rc == 0)
        rc = sse_finish(&sse, hand_on, reader, &a->err);
    if (rc == 0)
        chat_gemini.read_end(reader, &a->err);
    sse_free(&sse);
}

static bool is_cut_well(const struct buf *text, size_t first, size_t piece, const char *client,
                        struct answer *whole) {
    struct answer cut;
    answer_init(&cut, client);
    feed(&cut, text, first, piece);
    note_error(&cut);
    hide_ids(&cut.stream);
    bool good = strcmp(event_lines_text(&cut.taker.lines), event_lines_text(&whole->taker.lines)) == 0 &&
                strcmp(cut.stream.data, whole->stream.data) == 0;
    answer_free(&cut);
    return good;
}

static void test_stream(const char *dir, const char *name, const char *client) {
    struct answer a;
    struct buf text;
    bool good = true;
    if (fixture_read(dir, "stream.sse", &text)) {
        answer_init(&a, client);
        feed(&a, &text, text.len, text.len);
        answer_done(&a);
        expect(dir, name, "stream.events", event_lines_text(&a.taker.lines));
        expect(dir, name, "stream.out.sse", a.stream.data);
        if (a.writing.ended)
            expect(dir, name, "stream.out.json", a.reply.data);
        for (size_t first = 0; first < text.len; first++)
            good &= is_cut_well(&text, first, text.len, client, &a);
        ok(good && is_cut_well(&text, 1, 1, client, &a), "%s: it does not matter how it is cut", name);
        answer_free(&a);
    }
    buf_free(&text);
}

static void visit(const char *dir, const char *name) {
    struct buf target, client;
    read_file(dir, "target", &target);
    read_file(dir, "client", &client);
    test_request(dir, name, target.data);
    test_openai(dir, name, target.data);
    test_reply(dir, name, client.data);
    test_stream(dir, name, client.data);
    buf_free(&target);
    buf_free(&client);
}

/* ---- what is refused ------------------------------------------------------------------------ */

#define HI "\"contents\":[{\"parts\":[{\"text\":\"hi\"}]}]"

static const struct {
    const char *text, *param, *words;
} bad[] = {
    {"{", "", "invalid JSON"},
    {"[]", "", "invalid JSON"},
    {"{}", "contents", "is missing"},
    {"{\"contents\":null}", "contents", "is missing"},
    {"{\"contents\":[]}", "contents", "at least one"},
    {"{\"contents\":{}}", "contents", "at least one"},
    {"{\"contents\":[1]}", "contents[0]", "must be an object"},
    {"{" HI ",\"contents\":[{}]}", "contents", "is given twice"},
    {"{" HI ",\"generationConfig\":[]}", "generationConfig", "must be an object"},
    {"{" HI ",\"generationConfig\":{},\"generation_config\":{}}", "generationConfig", "is given twice"},
    {"{" HI ",\"systemInstruction\":{},\"system_instruction\":{}}", "systemInstruction", "is given twice"},
    {"{" HI ",\"generationConfig\":{\"maxOutputTokens\":0}}", "generationConfig.maxOutputTokens",
     "positive integer"},
    {"{" HI ",\"generation_config\":{\"max_output_tokens\":\"7\"}}", "generation_config.max_output_tokens",
     "positive integer"},
    {"{" HI ",\"generation_config\":{\"max_output_tokens\":1,\"maxOutputTokens\":1}}",
     "generation_config.maxOutputTokens", "is given twice"},
    {"{" HI ",\"generationConfig\":{\"candidateCount\":9}}", "generationConfig.candidateCount",
     "within its bounds"},
    {"{" HI ",\"generationConfig\":{\"topP\":1,\"top_p\":1}}", "generationConfig.top_p", "is given twice"},
    {"{" HI ",\"generationConfig\":{\"temperature\":\"1\"}}", "generationConfig.temperature",
     "must be a number"},
    {"{" HI ",\"generationConfig\":{\"stopSequences\":[1]}}", "generationConfig.stopSequences[0]",
     "must be a string"},
    {"{" HI ",\"generationConfig\":{\"stopSequences\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\"]}}",
     "generationConfig.stopSequences", "too many"},
    {"{" HI ",\"generationConfig\":{\"responseModalities\":[\"TEXT\",\"IMAGE\"]}}",
     "generationConfig.responseModalities[1]", "answers in text"},
    {"{" HI ",\"generationConfig\":{\"responseMimeType\":\"image/png\"}}",
     "generationConfig.responseMimeType", "must be one of"},
    {"{" HI ",\"generationConfig\":{\"responseSchema\":{},\"responseJsonSchema\":{}}}",
     "generationConfig.responseJsonSchema", "beside another"},
    {"{" HI ",\"generationConfig\":{\"responseSchema\":[]}}", "generationConfig.responseSchema",
     "must be an object"},
    {"{" HI ",\"generationConfig\":{\"thinkingConfig\":{\"thinkingBudget\":-2}}}",
     "generationConfig.thinkingConfig.thinkingBudget", "from -1"},
    {"{" HI ",\"generationConfig\":{\"thinkingConfig\":{\"thinkingLevel\":\"ALL\"}}}",
     "generationConfig.thinkingConfig.thinkingLevel", "must be one of"},
    {"{" HI ",\"cachedContent\":\"cachedContents/1\"}", "cachedContent", "not possible"},
    {"{" HI ",\"cached_content\":\"cachedContents/1\"}", "cached_content", "not possible"},
    {"{" HI ",\"tools\":{}}", "tools", "must be an array"},
    {"{" HI ",\"tools\":[{\"functionDeclarations\":[{}]}]}", "tools[0].functionDeclarations[0].name",
     "is missing"},
    {"{" HI ",\"tools\":[{\"functionDeclarations\":[],\"function_declarations\":[]}]}",
     "tools[0].function_declarations", "is given twice"},
    {"{" HI ",\"tools\":[{\"functionDeclarations\":[{\"name\":\"f\",\"parameters\":{},"
     "\"parametersJsonSchema\":{}}]}]}",
     "tools[0].functionDeclarations[0].parametersJsonSchema", "must not stand beside"},
    {"{" HI ",\"toolConfig\":{\"functionCallingConfig\":{\"mode\":\"SOME\"}}}",
     "toolConfig.functionCallingConfig.mode", "must be one of"},
    {"{" HI ",\"system_instruction\":{\"parts\":[{\"inlineData\":{}}]}}", "system_instruction.parts[0]",
     "must be text"},
    {"{\"contents\":[{\"role\":\"assistant\",\"parts\":[]}]}", "contents[0].role", "must be one of"},
    {"{\"contents\":[{\"parts\":[{\"text\":1}]}]}", "contents[0].parts[0].text", "must be a string"},
    {"{\"contents\":[{\"role\":\"model\"}]}", "contents", "something to be answered"},
    {"{\"contents\":[{\"parts\":\"hi\"}]}", "contents[0].parts", "must be an array"},
    {"{\"contents\":[{\"parts\":[{\"text\":\"a\",\"inlineData\":{}}]}]}", "contents[0].parts[0]",
     "only one kind"},
    {"{\"contents\":[{\"parts\":[{\"inlineData\":{\"mimeType\":\"image/png\"}}]}]}",
     "contents[0].parts[0].inlineData.data", "is missing"},
    {"{\"contents\":[{\"parts\":[{\"inline_data\":{\"data\":\"%\"}}]}]}",
     "contents[0].parts[0].inline_data.data", "base64"},
    {"{\"contents\":[{\"parts\":[{\"fileData\":{}}]}]}", "contents[0].parts[0].fileData.fileUri",
     "is missing"},
    {"{\"contents\":[{\"parts\":[{\"fileData\":{\"fileUri\":\"file:///etc/passwd\"}}]}]}",
     "contents[0].parts[0].fileData.fileUri", "http"},
    {"{\"contents\":[{\"role\":\"model\",\"parts\":[{\"functionCall\":{\"args\":{}}}]}]}",
     "contents[0].parts[0].functionCall.name", "is missing"},
    {"{\"contents\":[{\"role\":\"model\",\"parts\":[{\"functionCall\":{\"name\":\"f\",\"args\":\"{}\"}}]}]}",
     "contents[0].parts[0].functionCall.args", "must be an object"},
    {"{\"contents\":[{\"parts\":[{\"functionResponse\":{\"name\":\"f\",\"response\":\"ok\"}}]}]}",
     "contents[0].parts[0].functionResponse.response", "must be an object"},
    {"{\"contents\":[{\"parts\":[{\"functionResponse\":{\"response\":{}}}]}]}",
     "contents[0].parts[0].functionResponse.name", "is missing"},
};

static void test_bad(void) {
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct arena *arena = arena_new();
        struct chat_request q;
        struct error err = {0};
        size_t len = strlen(bad[i].text);
        char *copy = malloc(len);
        memcpy(copy, bad[i].text, len);
        int rc = read_with(&chat_gemini, (struct span){copy, len}, arena, &q, &err);
        if (!ok(rc < 0 && err.kind == ERR_REQUEST && strcmp(err.param, bad[i].param) == 0 &&
                    strstr(err.message, bad[i].words),
                "refused: %s", bad[i].text))
            printf("# %s: %s\n", err.param, err.message);
        free(copy);
        arena_free(arena);
    }
}

/* ---- requests that pass ------------------------------------------------------------------------ */

static const struct {
    const char *text, *model;
    int64_t limit;
    const char *want;
} edits[] = {
    {"{" HI "}", "m", 0, "{" HI "}"},
    {"{" HI "}", "m", 7, "{\"generationConfig\":{\"maxOutputTokens\":7}," HI "}"},
    {"{" HI ",\"generationConfig\":null}", "m", 7, "{" HI ",\"generationConfig\":{\"maxOutputTokens\":7}}"},
    {"{" HI ",\"generationConfig\":{ }}", "m", 7, "{" HI ",\"generationConfig\":{\"maxOutputTokens\":7 }}"},
    {"{" HI ",\"generation_config\":{\"seed\":1}}", "m", 7,
     "{" HI ",\"generation_config\":{\"maxOutputTokens\":7,\"seed\":1}}"},
    {"{" HI ",\"generationConfig\":{\"maxOutputTokens\":100}}", "m", 7,
     "{" HI ",\"generationConfig\":{\"maxOutputTokens\":7}}"},
    {"{" HI ",\"generation_config\":{\"max_output_tokens\" : 100 , \"seed\":1}}", "m", 7,
     "{" HI ",\"generation_config\":{\"max_output_tokens\" : 7 , \"seed\":1}}"},
    {"{" HI ",\"generationConfig\":{\"maxOutputTokens\":null}}", "m", 7,
     "{" HI ",\"generationConfig\":{\"maxOutputTokens\":7}}"},
    {"{\"model\":\"models/alias\"," HI ",\"unknown\":1.50}", "a\"b", 0,
     "{\"model\":\"models/a\\\"b\"," HI ",\"unknown\":1.50}"},
};

static void test_edits(void) {
    for (size_t i = 0; i < COUNT(edits); i++) {
        struct arena *arena = arena_new();
        struct chat_ask ask = {.model = "alias", .stream = true};
        struct chat_change change = {.model = edits[i].model, .output_limit = edits[i].limit};
        struct error err = {0};
        struct buf text;
        size_t parts = 0, total = 0;
        buf_init(&text, TEXT_MOST);
        buf_puts(&text, "");
        if (chat_gemini.look((struct span){edits[i].text, strlen(edits[i].text)}, arena, &ask, &err) == 0) {
            struct span *part = chat_gemini.edit(&ask, &change, arena, &parts, &total);
            for (size_t p = 0; p < parts; p++)
                buf_add(&text, part[p].at, part[p].len);
        }
        is_str(text.data, edits[i].want, "an edited request");
        ok(text.len == total && ask.stream && strcmp(ask.model, "alias") == 0,
           "what stands in the path stays");
        buf_free(&text);
        arena_free(arena);
    }
}

static void test_look(void) {
    static const char text[] =
        "{" HI ",\"generation_config\":{\"candidate_count\":3,\"maxOutputTokens\":50}}";
    struct arena *arena = arena_new();
    struct chat_ask ask = {.always_streams = true};
    struct error err = {0};
    struct buf image;
    ok(chat_gemini.look((struct span){text, sizeof text - 1}, arena, &ask, &err) == 0 && ask.choices == 3 &&
           ask.max_output == 50 && ask.stream && ask.prompt > 5 && ask.prompt < 50,
       "what must be known of a request");
    buf_init(&image, TEXT_MOST);
    buf_puts(&image, "{\"contents\":[{\"parts\":[{\"inlineData\":{\"data\" : \"");
    for (int i = 0; i < 100000; i++)
        buf_puts(&image, "AAAA");
    buf_puts(&image, "\"}}]}]}");
    ask = (struct chat_ask){0};
    ok(chat_gemini.look((struct span){image.data, image.len}, arena, &ask, &err) == 0 && ask.prompt > 1500 &&
           ask.prompt < 1600,
       "an image counts as one");
    buf_free(&image);
    arena_free(arena);
}

/* countTokens takes contents, or a whole request in one member. */
static void test_counting(void) {
    static const struct {
        const char *text, *param, *words;
    } rows[] = {
        {"{" HI "}", NULL, NULL},
        {"{\"generateContentRequest\":{\"model\":\"models/x\"," HI "}}", NULL, NULL},
        {"{\"generate_content_request\":{" HI "},\"contents\":null}", NULL, NULL},
        {"{\"generateContentRequest\":null," HI "}", NULL, NULL},
        {"{}", "contents", "missing"},
        {"{\"generateContentRequest\":null}", "contents", "missing"},
        {"{\"generateContentRequest\":{" HI "}," HI "}", "generateContentRequest", "beside"},
        {"{\"generateContentRequest\":{" HI "},\"generate_content_request\":{" HI "}}",
         "generate_content_request", "twice"},
        {"{\"generateContentRequest\":[]}", "generateContentRequest", "an object"},
        {"{\"generateContentRequest\":{}}", "generateContentRequest.contents", "missing"},
        {"{\"generateContentRequest\":{\"contents\":[7]}}", "generateContentRequest.contents[0]",
         "an object"},
        {"{\"generate_content_request\":{" HI ",\"generationConfig\":{\"maxOutputTokens\":\"x\"}}}",
         "generate_content_request.generationConfig.maxOutputTokens", "integer"},
        {"{\"generateContentRequest\":{" HI "}", "", "JSON"},
    };
    int64_t plain = 0;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena *arena = arena_new();
        struct chat_ask ask = {.counting = true};
        struct error err = {0};
        int rc = chat_gemini.look((struct span){rows[i].text, strlen(rows[i].text)}, arena, &ask, &err);
        if (rows[i].param)
            ok(rc < 0 && err.kind == ERR_REQUEST && strcmp(err.param, rows[i].param) == 0 &&
                   strstr(err.message, rows[i].words),
               "not counted: %s (%s: %s)", rows[i].text, err.param, err.message);
        else
            ok(rc == 0 && ask.prompt > 0 && (plain == 0 || ask.prompt == plain), "counted: %s", rows[i].text);
        plain = i == 0 ? ask.prompt : plain;
        arena_free(arena);
    }
    static const char whole[] = "{\"generateContentRequest\":{" HI "}}";
    struct arena *arena = arena_new();
    struct chat_ask ask = {0};
    struct error err = {0};
    ok(chat_gemini.look((struct span){whole, sizeof whole - 1}, arena, &ask, &err) < 0 &&
           strcmp(err.param, "contents") == 0,
       "a request that is not to be counted is not looked for there");
    arena_free(arena);
}

static void test_paths(void) {
    struct arena *arena = arena_new();
    is_str(chat_gemini.path("gemini-2.5-pro", false, arena), "/models/gemini-2.5-pro:generateContent",
           "a path");
    is_str(chat_gemini.path("gemini-2.5-pro", true, arena),
           "/models/gemini-2.5-pro:streamGenerateContent?alt=sse", "the path of a stream");
    is_str(chat_gemini.path("a/b:c?d#e \xc3\xa9%", false, arena),
           "/models/a%2Fb%3Ac%3Fd%23e%20%C3%A9%25:generateContent", "a name that needs quoting");
    arena_free(arena);
}

/* ---- errors --------------------------------------------------------------------------------------- */

static void test_errors(void) {
    struct buf out;
    struct error limit = {0}, field = {0};
    error_set(&limit, ERR_LIMIT, "Slow \"down\".");
    limit.retry_after = 7;
    error_param(&field, ERR_REQUEST, "contents[0]", "No.");
    buf_init(&out, TEXT_MOST);
    chat_gemini.write_error(&out, &limit);
    is_str(out.data,
           "{\"error\":{\"code\":429,\"message\":\"Slow \\\"down\\\".\",\"status\":\"RESOURCE_EXHAUSTED\","
           "\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"7s\"}]}}",
           "an error with a time to wait");
    buf_clear(&out);
    chat_gemini.write_failure(NULL, &out, &field);
    is_str(out.data,
           "data: {\"error\":{\"code\":400,\"message\":\"No.\",\"status\":\"INVALID_ARGUMENT\","
           "\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.BadRequest\",\"fieldViolations\":"
           "[{\"field\":\"contents[0]\",\"description\":\"No.\"}]}]}}\r\n\r\n",
           "an error in a stream");
    for (int kind = ERR_REQUEST; kind < ERR__MAX; kind++) {
        struct error err = {0};
        error_set(&err, kind, "x");
        buf_clear(&out);
        error_shape_gemini(&out, &err);
        ok(is_json(&out) && !strstr(out.data, "null"), "an error of kind %s", error_name(kind));
    }
    buf_free(&out);
}

static void test_read_error(void) {
    static const struct {
        const char *text, *message;
    } rows[] = {
        {"{\"error\":{\"code\":400,\"message\":\"No \\u00e9\",\"status\":\"INVALID_ARGUMENT\"}}",
         "\"No \\u00e9\""},
        {" [{\"error\":{\"message\":\"No\"}}]\n", "\"No\""},
        {"{\"error\":{}}", "\"\""},
        {"{\"error\":\"No\"}", NULL},
        {"{\"message\":\"No\"}", NULL},
        {"<html>", NULL},
        {"", NULL},
        {"[", NULL},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct span message = {"", 0};
        bool is = chat_gemini.read_error((struct span){rows[i].text, strlen(rows[i].text)}, &message);
        ok(is == (rows[i].message != NULL) &&
               (!is || (message.len == strlen(rows[i].message) &&
                        memcmp(message.at, rows[i].message, message.len) == 0)),
           "an error of the provider's: %s", rows[i].text);
    }
}

/* ---- schemas ---------------------------------------------------------------------------------------- */

static const struct {
    const char *from, *to; /* NULL: the same */
} schemas[] = {
    {"{\"type\":\"object\", \"properties\":{\"type\":{\"type\":\"string\"}}}", NULL},
    {"{\"type\":\"STRING\"}", "{\"type\":\"string\"}"},
    {"{\"type\":\"OBJECT\",\"properties\":{\"type\":{\"type\":\"INTEGER\"},"
     "\"nullable\":{\"type\":\"BOOLEAN\"},\"propertyOrdering\":{\"type\":\"NUMBER\"}},"
     "\"propertyOrdering\":[\"a\"],\"required\":[\"type\"]}",
     "{\"type\":\"object\",\"properties\":{\"type\":{\"type\":\"integer\"},"
     "\"nullable\":{\"type\":\"boolean\"},\"propertyOrdering\":{\"type\":\"number\"}},"
     "\"required\":[\"type\"]}"},
    {"{\"type\":\"ARRAY\",\"items\":{\"type\":\"STRING\",\"nullable\":true},\"min_items\":\"1\","
     "\"maxItems\":3}",
     "{\"type\":\"array\",\"items\":{\"type\":[\"string\",\"null\"]},\"minItems\":1,\"maxItems\":3}"},
    {"{\"type\":\"STRING\",\"enum\":[\"A\",\"STRING\"],\"nullable\":true}",
     "{\"type\":[\"string\",\"null\"],\"enum\":[\"A\",\"STRING\",null]}"},
    {"{\"anyOf\":[{\"type\":\"STRING\"},{\"type\":\"NULL\"}]}",
     "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]}"},
    {"{\"any_of\":[{\"type\":\"STRING\"}],\"nullable\":true}",
     "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]}"},
    {"{\"type\":[\"STRING\",\"null\"],\"nullable\":true}", "{\"type\":[\"string\",\"null\"]}"},
    {"{\"type\":\"TYPE_UNSPECIFIED\",\"nullable\":false}", "{}"},
    {"{\"const\":{\"type\":\"STRING\"},\"default\":{\"nullable\":true}}", NULL},
    {"{\"$defs\":{\"x\":{\"type\":\"NULL\"}},\"oneOf\":[true,{\"not\":{\"type\":\"STRING\"}}]}",
     "{\"$defs\":{\"x\":{\"type\":\"null\"}},\"oneOf\":[true,{\"not\":{\"type\":\"string\"}}]}"},
    {"{\"type\":7,\"items\":3,\"properties\":[],\"anyOf\":\"x\",\"minItems\":\"x\",\"enum\":1}", NULL},
    {"{\"ty\\u0070e\":\"STRING\"}", "{\"ty\\u0070e\":\"string\"}"},
};

static void test_schemas(void) {
    struct arena *arena = arena_new();
    for (size_t i = 0; i < COUNT(schemas); i++) {
        struct span from = {schemas[i].from, strlen(schemas[i].from)}, got = {0};
        const char *want = schemas[i].to ? schemas[i].to : schemas[i].from;
        struct json value = value_whole(from);
        struct error err = {0};
        bool good = openapi_schema_read(&value, arena, &got, &err) == 0 && got.len == strlen(want) &&
                    memcmp(got.at, want, got.len) == 0;
        if (!ok(good, "a schema: %s", schemas[i].from))
            printf("# got  %.*s\n# want %s\n", (int)got.len, got.at ? got.at : "", want);
    }
    for (int depth = 63; depth <= 66; depth++) {
        struct buf text;
        struct span got;
        struct error err = {0};
        buf_init(&text, TEXT_MOST);
        for (int i = 0; i < depth; i++)
            buf_puts(&text, "{\"items\":");
        buf_puts(&text, "{\"type\":\"STRING\"}");
        for (int i = 0; i < depth; i++)
            buf_putc(&text, '}');
        struct json value = value_whole((struct span){text.data, text.len});
        int rc = openapi_schema_read(&value, arena, &got, &err);
        ok((rc == 0) == (depth <= 64) && (rc == 0 || strstr(err.message, "too deeply")), "%d schemas deep",
           depth);
        buf_free(&text);
    }
    arena_free(arena);
}

/* ---- what only other dialects say --------------------------------------------------------------------- */

static struct span words(const char *json) {
    return (struct span){json, strlen(json)};
}

/* A conversation with namespaces, custom tools, opaque state and marks. */
static void make_foreign(struct chat_request *q) {
    static const char *const names[] = {"call", "call"};
    struct chat_block *block = chat_add_block(q->arena, &q->system, CHAT_TEXT);
    block->text = words("\"be kind\"");
    block->cache = true;
    struct chat_tool *tool = chat_add_tool(q, TOOL_FUNCTION);
    *tool = (struct chat_tool){.name = names[0], .space = "ns", .cache = true, .strict = FLAG_ON};
    tool = chat_add_tool(q, TOOL_CUSTOM);
    tool->name = "shell";
    tool = chat_add_tool(q, TOOL_HOSTED);
    tool->type = tool->place = "web_search";
    chat_add_turn_block(q, CHAT_ASSISTANT, CHAT_TEXT)->text = words("\"hello\"");
    chat_add_turn_block(q, CHAT_USER, CHAT_TEXT)->text = words("\"do it\"");
    chat_add_turn_block(q, CHAT_ASSISTANT, CHAT_THOUGHT)->text = words("\"unsigned\"");
    block = chat_add_turn_block(q, CHAT_ASSISTANT, CHAT_THOUGHT);
    block->text = words("\"signed\"");
    block->signature = words("\"c2ln\"");
    block = chat_add_turn_block(q, CHAT_ASSISTANT, CHAT_THOUGHT);
    block->redacted = true;
    block->signature = words("\"b3Bh\"");
    block = chat_add_turn_block(q, CHAT_ASSISTANT, CHAT_CALL);
    block->call = (struct chat_call){.id = "toolu/1", .name = names[1], .space = "ns", .args = words("")};
    block = chat_add_turn_block(q, CHAT_ASSISTANT, CHAT_CALL);
    block->call = (struct chat_call){.id = "2", .name = "shell", .custom = true, .args = words("ls\n")};
    block = chat_add_turn_block(q, CHAT_ASSISTANT, CHAT_CALL);
    block->call = (struct chat_call){.id = "3", .name = "gone", .args = words("{broken")};
    block = chat_add_turn_block(q, CHAT_USER, CHAT_RESULT);
    block->result = (struct chat_result){.id = "2", .failed = true};
    chat_add_block(q->arena, &block->result.content, CHAT_TEXT)->text = words("\"no such file\"");
    block = chat_add_turn_block(q, CHAT_USER, CHAT_RESULT);
    block->result = (struct chat_result){.id = "toolu/1"};
    block = chat_add_block(q->arena, &block->result.content, CHAT_MEDIA);
    block->media = (struct chat_media){.mime = "image/png", .data = words("AAAA")};
    chat_add_turn_block(q, CHAT_INSTRUCTION, CHAT_TEXT)->text = words("\"hurry\"");
    chat_settle_turns(q);
    q->choice = CHOICE_NAMED;
    q->choice_name = names[0];
    q->choice_space = "ns";
    q->parallel = FLAG_OFF;
    q->parallel_param = "tool_choice.disable_parallel_tool_use";
    q->tier = (struct chat_option){words("\"standard_only\""), "service_tier"};
    q->reasoning = (struct chat_reasoning){.param = "thinking", .adaptive = true, .show = FLAG_ON};
}

static void test_foreign(const char *quirks, const char *want, const char *want_dropped) {
    struct arena *arena = arena_new();
    struct chat_request q = {.arena = arena, .choices = 1};
    struct chat_target target = read_target(quirks);
    struct error err = {0};
    struct buf out, dropped;
    buf_init(&out, TEXT_MOST);
    buf_init(&dropped, TEXT_MOST);
    buf_puts(&dropped, "");
    make_foreign(&q);
    ok(chat_gemini.write_request(&q, &target, &out, &err) == 0 && is_json(&out), "foreign words are written");
    note_dropped(&dropped, "-", &q, 0);
    is_str(out.data, want, "as they should be");
    is_str(dropped.data, want_dropped, "and what could not be is noted");
    buf_free(&out);
    buf_free(&dropped);
    arena_free(arena);
}

static const char foreign[] =
    "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\".\"}]},"
    "{\"role\":\"model\",\"parts\":[{\"text\":\"hello\"}]},"
    "{\"role\":\"user\",\"parts\":[{\"text\":\"do it\"}]},"
    "{\"role\":\"model\",\"parts\":[{\"text\":\"signed\",\"thought\":true,\"thoughtSignature\":\"c2ln\"},"
    "{\"text\":\"\",\"thought\":true,\"thoughtSignature\":\"b3Bh\"},"
    "{\"functionCall\":{\"name\":\"ns__call\",\"args\":{}},"
    "\"thoughtSignature\":\"skip_thought_signature_validator\"},"
    "{\"functionCall\":{\"name\":\"shell\",\"args\":{\"input\":\"ls\\n\"}}},"
    "{\"functionCall\":{\"name\":\"gone\",\"args\":{\"_raw_arguments\":\"{broken\"}}}]},"
    "{\"role\":\"user\",\"parts\":["
    "{\"functionResponse\":{\"name\":\"ns__call\","
    "\"response\":{\"output\":\"[see the attachment that follows]\"}}},"
    "{\"functionResponse\":{\"name\":\"shell\",\"response\":{\"error\":\"no such file\"}}},"
    "{\"functionResponse\":{\"name\":\"gone\",\"response\":{\"error\":\"[no result was recorded]\"}}},"
    "{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"AAAA\"}},"
    "{\"text\":\"<system-reminder>\\nhurry\\n</system-reminder>\"}]}],"
    "\"systemInstruction\":{\"parts\":[{\"text\":\"be kind\"}]},"
    "\"tools\":[{\"functionDeclarations\":[{\"name\":\"ns__call\"},{\"name\":\"shell\","
    "\"parametersJsonSchema\":"
    "{\"type\":\"object\",\"properties\":{\"input\":{\"type\":\"string\"}},\"required\":[\"input\"],"
    "\"additionalProperties\":false}}]}],"
    "\"toolConfig\":{\"functionCallingConfig\":{\"mode\":\"ANY\",\"allowedFunctionNames\":[\"ns__call\"]}},"
    "\"generationConfig\":{\"thinkingConfig\":{\"includeThoughts\":true}},\"serviceTier\":\"standard\"}";

int main(void) {
    ok(fixture_each("chat_gemini", visit) > 0, "there are cases");
    test_bad();
    test_edits();
    test_look();
    test_counting();
    test_paths();
    test_errors();
    test_read_error();
    test_schemas();
    test_foreign(
        "", foreign,
        "- web_search\n- tools[].cache_control\n- system[].cache_control\n- reasoning\n- tools[].strict\n"
        "- tool_choice.disable_parallel_tool_use\n");
    return tap_done();
}
