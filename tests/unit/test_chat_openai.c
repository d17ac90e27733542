/*
 * OpenAI's chat dialect where bytes pass: requests are edited, answers counted. Each directory of
 * tests/fixtures/chat_openai is a case: request.json  with upstream.json, the body for the provider, or
 * `error`, the field at fault and the message; `change` says what the hub changes (words of read_change()
 * below) answer.json   with `tally`, what is known of it, or `error` stream.sse    with `tally`: fed whole,
 * and cut at every byte An edited request is moreover compared with what Jansson makes of the same edits,
 * over all combinations of the members that are edited.
 */
#include "dialects/chat_openai.h"

#include <inttypes.h>
#include <jansson.h>

#include "base/sse.h"
#include "canon/meter.h"
#include "fixture.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define PROMPT       100 /* tokens, the estimate of every answer's request */

/* A copy that ends where its memory ends. */
static struct span copy_of(const char *bytes, size_t len) {
    char *copy = malloc(len ? len : 1);
    if (len > 0)
        memcpy(copy, bytes, len);
    return (struct span){copy, len};
}

/* ---- requests: an edited text against an edited object ------------------------- */

static json_t *parse(struct span text) {
    json_error_t why;
    json_t *value = json_loadb(text.at, text.len, JSON_DECODE_INT_AS_REAL, &why);
    if (!value)
        printf("# %s in %.*s\n", why.text, (int)text.len, text.at);
    return value;
}

/* Does to the object what the hub has to do to its text. */
static void change_object(json_t *object, const struct chat_change *change, bool stream) {
    json_object_set_new(object, "model", json_string(change->model));
    if (stream)
        json_object_set_new(object, "stream", json_true());
    if (stream && change->ask_usage) {
        json_t *options = json_object_get(object, "stream_options");
        if (!json_is_object(options))
            json_object_set_new(object, "stream_options", options = json_object());
        json_object_set_new(options, "include_usage", json_true());
    }
    if (change->output_limit) {
        bool completion = json_is_number(json_object_get(object, "max_completion_tokens"));
        bool plain = json_is_number(json_object_get(object, "max_tokens"));
        if (completion || (!plain && change->completion_limit))
            json_object_set_new(object, "max_completion_tokens", json_real((double)change->output_limit));
        if (plain || (!completion && !change->completion_limit))
            json_object_set_new(object, "max_tokens", json_real((double)change->output_limit));
    }
}

static bool is_edited(const char *name) {
    static const char *const names[] = {"model", "stream", "stream_options", "max_tokens",
                                        "max_completion_tokens"};
    for (size_t i = 0; i < COUNT(names); i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

/* Members that are not the hub's business keep their bytes. */
static bool keeps_others(struct span before, struct span after, json_t *object) {
    const char *name;
    json_t *value;
    json_object_foreach(object, name, value) {
        struct scan_want old = {.name = name}, new = {.name = name};
        struct error err = {0};
        scan_object(before, &old, 1, 512, &err);
        scan_object(after, &new, 1, 512, &err);
        if (err.kind || (!is_edited(name) && (old.value.len != new.value.len ||
                                              memcmp(old.value.at, new.value.at, old.value.len) != 0)))
            return false;
    }
    return true;
}

static int look(struct span text, bool always, struct arena *arena, struct chat_ask *request,
                struct error *err) {
    *request = (struct chat_ask){.always_streams = always};
    return chat_openai.look(text, arena, request, err);
}

static struct span write_text(const struct chat_ask *request, const struct chat_change *change,
                              struct arena *arena) {
    size_t parts, total, at = 0;
    struct span *part = chat_openai.edit(request, change, arena, &parts, &total);
    char *text = arena_alloc(arena, total + 1);
    for (size_t i = 0; i < parts; at += part[i++].len)
        memcpy(text + at, part[i].at, part[i].len);
    return (struct span){text, at == total ? total : 0};
}

/* Whether the text for the provider is what the edited object would be. */
static bool edits_well(struct span text, const struct chat_change *change, bool always) {
    struct arena *arena = arena_new();
    struct chat_ask request;
    struct error err = {0};
    json_t *want = parse(text), *got = NULL;
    bool good = want && look(text, always, arena, &request, &err) == 0;
    if (good) {
        bool stream = always || json_is_true(json_object_get(want, "stream"));
        struct span result = write_text(&request, change, arena);
        change_object(want, change, stream);
        got = parse(result);
        good = request.stream == stream && got && json_equal(want, got) && keeps_others(text, result, want);
        if (!good)
            printf("# %.*s\n# became %.*s\n", (int)text.len, text.at, (int)result.len, result.at);
    } else {
        printf("# %.*s: %s\n", (int)text.len, text.at, err.message);
    }
    json_decref(want);
    json_decref(got);
    arena_free(arena);
    return good;
}

static const char *const streams[] = {NULL, "true", "false", "null"};
static const char *const options[] = {
    NULL,
    "null",
    "{}",
    "{ \n\t}",
    "{\"include_usage\":true}",
    "{\"include_usage\":false}",
    "{\"include_usage\" : null }",
    "{\"include\\u005fusage\":false,\"x\":[]}",
    "{\"other\":{\"include_usage\":false}}",
    "{ \"include_obfuscation\":false , \"include_usage\":true}",
    "{\"a\":\"{\",\"include_usage\":false,\"b\":\"}\"}",
};
static const char *const limits[][2] = {
    {NULL, NULL},   {"100", NULL},  {NULL, "200"},   {"100", "200"},
    {"null", NULL}, {NULL, "null"}, {"null", "200"},
};

/* The names of the members and what stands around them. */
static const struct layout {
    const char *name, *model, *stream, *options, *before, *after, *colon;
    bool model_last;
} layouts[] = {
    {"compact", "model", "stream", "stream_options", "", "", ":", false},
    {"spaced", "model", "stream", "stream_options", " \r\n\t", "\n", " :\t", false},
    {"the model last", "model", "stream", "stream_options", "", " ", ": ", true},
    {"escaped names", "mod\\u0065l", "\\u0073tream", "stream\\u005Foptions", "", "", ":", true},
};

static void add_member(struct buf *out, const struct layout *layout, const char *name, const char *value) {
    if (value)
        buf_printf(out, "%s,%s\"%s\"%s%s", layout->after, layout->before, name, layout->colon, value);
}

static struct span compose(struct buf *out, const struct layout *layout, const char *stream,
                           const char *option, const char *const limit[2]) {
    static const char first[] = "\"gpt \\\"\\\\\\u00e9\"";
    buf_clear(out);
    buf_printf(out, "%s{%s\"x\"%s{\"model\":\"no\",\"stream\":1e2}", layout->before, layout->before,
               layout->colon);
    if (!layout->model_last)
        add_member(out, layout, layout->model, first);
    add_member(out, layout, layout->stream, stream);
    add_member(out, layout, "messages",
               "[{ \"role\":\"user\",\"content\":\"\\u00e9\\/ {\\\"model\\\":1}\"}]");
    add_member(out, layout, layout->options, option);
    add_member(out, layout, "max_tokens", limit[0]);
    add_member(out, layout, "temperature", "1.50");
    add_member(out, layout, "max_completion_tokens", limit[1]);
    if (layout->model_last)
        add_member(out, layout, layout->model, first);
    buf_printf(out, "%s}%s", layout->after, layout->before);
    return (struct span){out->data, out->len};
}

/* All changes to one text. */
static bool edits_well_always(struct span text, bool always) {
    bool good = true;
    for (int bits = 0; bits < 4; bits++) {
        struct chat_change change = {
            .model = bits ? "a/\"\\\n\x7f b" : "m",
            .ask_usage = bits & 1,
            .output_limit = bits & 2 ? 50 : 0,
        };
        good &= edits_well(text, &change, always);
        change.completion_limit = true;
        good &= edits_well(text, &change, always);
    }
    return good;
}

static bool refuses_options(struct span text) {
    struct arena *arena = arena_new();
    struct chat_ask request;
    struct error err = {0};
    look(text, false, arena, &request, &err);
    arena_free(arena);
    return err.kind == ERR_REQUEST && strcmp(err.param, "stream_options") == 0;
}

static void test_edits(const struct layout *layout) {
    struct buf text;
    bool good = true, refused = true;
    buf_init(&text, 10000);
    for (size_t s = 0; s < COUNT(streams); s++)
        for (size_t o = 0; o < COUNT(options); o++)
            for (size_t l = 0; l < COUNT(limits); l++) {
                struct span whole = compose(&text, layout, streams[s], options[o], limits[l]);
                struct span exact = copy_of(whole.at, whole.len);
                bool given = options[o] && strcmp(options[o], "null") != 0;
                if (s == 1 || !given)
                    good &= edits_well_always(exact, false);
                else
                    refused &= refuses_options(exact);
                good &= edits_well_always(exact, true);
                free((char *)exact.at);
            }
    ok(good, "edited text and edited object are the same: %s", layout->name);
    ok(refused, "stream_options without a stream is refused: %s", layout->name);
    buf_free(&text);
}

/* Whatever of a good request is missing at its end, it is refused and nothing beyond it is read. */
static void test_cut_requests(void) {
    struct buf text;
    bool good = true;
    buf_init(&text, 10000);
    struct span whole = compose(&text, &layouts[0], "true", options[9], limits[3]);
    for (size_t len = 0; len < whole.len; len++) {
        struct span cut = copy_of(whole.at, len);
        struct arena *arena = arena_new();
        struct chat_ask request;
        struct error err = {0};
        good &= look(cut, false, arena, &request, &err) < 0 && err.kind == ERR_REQUEST;
        arena_free(arena);
        free((char *)cut.at);
    }
    ok(good, "a request cut anywhere is refused");
    buf_free(&text);
}

/* ---- requests: fixtures --------------------------------------------------------- */

static struct chat_change read_change(char *words, bool *always) {
    struct chat_change change = {.model = "new"};
    *always = false;
    for (char *word; (word = strsep(&words, " \n")) != NULL;) {
        if (strncmp(word, "model=", 6) == 0)
            change.model = word + 6;
        else if (strncmp(word, "limit=", 6) == 0)
            change.output_limit = strtoll(word + 6, NULL, 10);
        else if (strcmp(word, "completion") == 0)
            change.completion_limit = true;
        else if (strcmp(word, "usage") == 0)
            change.ask_usage = true;
        else if (strcmp(word, "always") == 0)
            *always = true;
    }
    return change;
}

static void is_error_file(const struct error *err, const struct buf *want, const char *name) {
    char line[512];
    snprintf(line, sizeof line, "%s: %s\n", err->param[0] ? err->param : "-", err->message);
    is_str(line, want->data, name);
}

static void visit_request(const char *dir, const char *name) {
    struct buf text, words, upstream, error;
    struct chat_ask request;
    struct error err = {0};
    bool always;
    if (fixture_read(dir, "request.json", &text)) {
        struct arena *arena = arena_new();
        fixture_read(dir, "change", &words);
        struct chat_change change = read_change(words.data, &always);
        int rc = look((struct span){text.data, text.len}, always, arena, &request, &err);
        if (fixture_read(dir, "error", &error))
            is_error_file(&err, &error, name);
        buf_free(&error);
        if (fixture_read(dir, "upstream.json", &upstream)) {
            is_str(rc < 0 ? err.message : write_text(&request, &change, arena).at, upstream.data, name);
            ok(edits_well((struct span){text.data, text.len}, &change, always), "%s: the same object", name);
        }
        buf_free(&upstream);
        buf_free(&words);
        arena_free(arena);
    }
    buf_free(&text);
}

static void test_prompt_estimate(void) {
    static const char head[] = "{\"model\":\"m\",\"messages\":[", tail[] = "],\"tools\":[{}]}";
    struct arena *arena = arena_new();
    struct chat_ask request;
    struct error err = {0};
    struct buf text;
    buf_init(&text, 100000);
    buf_printf(&text, "%s{\"content\":\"%0400d\"}%s", head, 0, tail);
    look((struct span){text.data, text.len}, false, arena, &request, &err);
    is_int(request.prompt, (2 + 14 + 400 + 3) / 4 + 1, "the prompt is estimated by its length");
    buf_clear(&text);
    buf_printf(&text,
               "%s{\"content\":[{\"url\":\"data:image/png;base64,%04000d\"},"
               "{\"url\":\"data:image/jpeg;base64,%09000d\"}]}%s",
               head, 0, 0, tail);
    look((struct span){text.data, text.len}, false, arena, &request, &err);
    ok(request.prompt > 3000 && request.prompt < 3030, "pictures count as pictures, not as letters");
    buf_clear(&text);
    buf_printf(&text, "%s{\"content\":\"data:image/png;base64,a text %08000d\"}%s", head, 0, tail);
    look((struct span){text.data, text.len}, false, arena, &request, &err);
    ok(request.prompt > 2000, "a text that only begins like a picture counts as text");
    is_int(err.kind, ERR_NONE, "both can be read");
    buf_free(&text);
    arena_free(arena);
}

/* ---- answers ---------------------------------------------------------------------- */

/* What is only counted, as it is where bytes pass. */
struct reading {
    struct chat_sink sink;
    struct arena *arena;
    struct chat_reader *reader;
    struct meter meter;
    struct error failure;
    unsigned kinds; /* of the events of one of the wire, a bit each */
    struct buf letters;
};

static int count(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct reading *reading = (struct reading *)sink;
    (void)err;
    meter_take(&reading->meter, event);
    if (event->kind == EVENT_FAIL)
        reading->failure = *event->error;
    reading->kinds |= 1u << event->kind;
    return 0;
}

static void begin_reading(struct reading *reading) {
    *reading = (struct reading){.sink = {count, true}, .arena = arena_new()};
    reading->reader = chat_openai.new_reader(&reading->sink, reading->arena);
    buf_init(&reading->letters, 10000);
    buf_puts(&reading->letters, "");
}

static void end_reading(struct reading *reading) {
    buf_free(&reading->letters);
    arena_free(reading->arena);
}

/* Plain, Usage and nothing else, Done, Error of the provider's, Invalid. */
static char letter_of(const struct reading *reading, int rc, const struct error *err) {
    if ((rc < 0) != (err->kind == ERR_UPSTREAM) || (rc < 0 && reading->kinds & 1u << EVENT_END))
        return '?';
    return rc < 0                              ? 'I'
           : reading->kinds & 1u << EVENT_FAIL ? 'E'
           : reading->kinds & 1u << EVENT_END  ? 'D'
           : reading->reader->only_usage       ? 'U'
                                               : 'P';
}

static char read_data(struct reading *reading, const char *data, size_t len) {
    struct error err = {0};
    struct span exact = copy_of(data, len);
    struct sse_event event = {.data = exact};
    reading->kinds = 0;
    int rc = chat_openai.read_event(reading->reader, &event, &err);
    free((char *)exact.at);
    return letter_of(reading, rc, &err);
}

static int read_event(void *arg, const struct sse_event *event, struct error *err) {
    struct reading *reading = arg;
    (void)err;
    buf_putc(&reading->letters, event->data.at ? read_data(reading, event->data.at, event->data.len) : '-');
    return 0;
}

static void describe(struct buf *out, const char *letters, const struct meter *meter) {
    struct usage charged = meter_usage(meter, PROMPT);
    if (letters)
        buf_printf(out, "events %s\n", letters);
    buf_printf(out, "reported %s\nfinished %s\n", meter->has_prompt || meter->has_output ? "yes" : "no",
               meter->stopped ? "yes" : "no");
    buf_printf(out, "deltas %" PRId64 " bytes %" PRId64 "\n", meter->deltas, meter->bytes);
    buf_printf(out, "prompt %" PRId64 " read %" PRId64 " written %" PRId64 "\n", charged.prompt,
               charged.cache_read, charged.cache_write);
    buf_printf(out, "output %" PRId64 " reasoning %" PRId64 "\n", charged.output, charged.reasoning);
}

/* Feeds `cut` bytes, then the rest in pieces. */
static void describe_stream(struct buf *out, const struct buf *text, size_t cut, size_t piece) {
    struct reading reading;
    struct error err = {0};
    struct sse sse;
    begin_reading(&reading);
    sse_init(&sse, FIXTURE_MAX);
    sse_feed(&sse, text->data, cut, read_event, &reading, &err);
    for (size_t at = cut; at < text->len; at += piece)
        sse_feed(&sse, text->data + at, text->len - at < piece ? text->len - at : piece, read_event, &reading,
                 &err);
    sse_finish(&sse, read_event, &reading, &err);
    chat_openai.read_end(reading.reader, &err);
    buf_clear(out);
    describe(out, reading.letters.data, &reading.meter);
    sse_free(&sse);
    end_reading(&reading);
}

static void visit_stream(const char *dir, const char *name) {
    struct buf text, tally, got;
    if (fixture_read(dir, "stream.sse", &text)) {
        bool same = true;
        fixture_read(dir, "tally", &tally);
        buf_init(&got, 20000);
        describe_stream(&got, &text, text.len, 1);
        is_str(got.data, tally.data, name);
        for (size_t cut = 0; cut < text.len; cut++) {
            describe_stream(&got, &text, cut, text.len);
            same &= strcmp(got.data, tally.data) == 0;
        }
        describe_stream(&got, &text, 0, 1);
        ok(same && strcmp(got.data, tally.data) == 0, "%s: cut at every byte", name);
        buf_free(&got);
        buf_free(&tally);
    }
    buf_free(&text);
}

static int read_answer(struct reading *reading, struct span text, struct error *err) {
    int rc = chat_openai.read_reply(text, &reading->sink, reading->arena, err);
    if (rc < 0 || reading->failure.kind == ERR_NONE)
        return rc;
    *err = reading->failure;
    return -1;
}

static void visit_answer(const char *dir, const char *name) {
    struct error err = {0};
    struct buf text, want, got;
    if (fixture_read(dir, "answer.json", &text)) {
        struct span exact = copy_of(text.data, text.len);
        struct reading reading;
        begin_reading(&reading);
        int rc = read_answer(&reading, exact, &err);
        buf_init(&got, 1000);
        describe(&got, NULL, &reading.meter);
        if (fixture_read(dir, "error", &want))
            is_error_file(&err, &want, name);
        buf_free(&want);
        if (fixture_read(dir, "tally", &want))
            is_str(rc < 0 ? err.message : got.data, want.data, name);
        buf_free(&want);
        buf_free(&got);
        end_reading(&reading);
        free((char *)exact.at);
    }
    buf_free(&text);
}

/* ---- usage and errors --------------------------------------------------------------- */

/* A usage object, and what is charged for it: prompt, cache read, cache written, output, reasoning; -1: it
 * says nothing. */
static const struct {
    const char *usage;
    int64_t want[5];
} usages[] = {
    {"{\"prompt_tokens\":7,\"completion_tokens\":5,\"total_tokens\":12}", {7, 0, 0, 5, 0}},
    {"{\"completion_tokens\":5}", {0, 0, 0, 5, 0}},
    {"{\"prompt_tokens\":7,\"prompt_tokens_details\":{\"cached_tokens\":3,\"audio_tokens\":0}}",
     {7, 3, 0, 0, 0}},
    {"{\"prompt_tokens\":7,\"prompt_tokens_details\":{\"cached_tokens\":3,\"cache_write_tokens\":2}}",
     {7, 3, 2, 0, 0}},
    {"{\"prompt_tokens\":7,\"prompt_cache_hit_tokens\":4,\"prompt_cache_miss_tokens\":3}", {7, 4, 0, 0, 0}},
    {"{\"prompt_tokens\":7,\"prompt_cache_hit_tokens\":4,\"prompt_tokens_details\":{\"cached_tokens\":4}}",
     {7, 4, 0, 0, 0}},
    {"{\"prompt_tokens\":7,\"prompt_cache_hit_tokens\":4,\"prompt_tokens_details\":null}", {7, 4, 0, 0, 0}},
    {"{\"completion_tokens\":9,\"completion_tokens_details\":{\"reasoning_tokens\":6}}", {0, 0, 0, 9, 6}},
    {"{\"prompt_tokens\":1,\"completion_tokens\":2,\"completion_tokens_details\":null}", {1, 0, 0, 2, 0}},
    {"{\"prompt_tokens\":32,\"completion_tokens\":9,\"total_tokens\":135,"
     "\"completion_tokens_details\":{\"reasoning_tokens\":94}}",
     {32, 0, 0, 103, 94}}, /* xAI: reasoning stands beside the completion */
    {"{\"prompt_tokens\":-1,\"completion_tokens\":3}", {0, 0, 0, 3, 0}},
    {"{\"prompt_tokens\":9223372036854775807,\"completion_tokens\":0}", {0, 0, 0, 0, 0}},
    {"{\"prompt_tokens\":\"7\",\"completion_tokens\":5}", {0, 0, 0, 5, 0}},
    {"{\"prompt_t\\u006fkens\":7,\"completion_tokens\":5}", {7, 0, 0, 5, 0}},
    {"{\"prompt_tokens\":7.0,\"completion_tokens\":5e0}", {-1}},
    {"{\"prompt_tokens\":99999999999999999999,\"completion_tokens\":99999999999999999999}", {-1}},
    {"{\"prompt_tokens\":null,\"completion_tokens\":null}", {-1}},
    {"{\"prompt_tokens\":\"7\"}", {-1}},
    {"{\"total_tokens\":12}", {-1}},
    {"{}", {-1}},
    {"[7,5]", {-1}},
    {"12", {-1}},
    {"null", {-1}},
};

static void test_usages(void) {
    for (size_t i = 0; i < COUNT(usages); i++) {
        struct reading reading;
        char text[400];
        const int64_t *want = usages[i].want;
        int len = snprintf(text, sizeof text, "{\"choices\":[],\"usage\":%s}", usages[i].usage);
        bool says = want[0] >= 0;
        begin_reading(&reading);
        char letter = read_data(&reading, text, (size_t)len);
        const struct usage *got = &reading.meter.usage;
        ok(letter == (says ? 'U' : 'P') && (reading.meter.has_prompt || reading.meter.has_output) == says &&
               (!says ||
                (got->prompt == want[0] && got->cache_read == want[1] && got->cache_write == want[2] &&
                 got->output == want[3] && got->reasoning == want[4])),
           "%s", usages[i].usage);
        end_reading(&reading);
    }
}

static void read_text(struct reading *reading, const char *text) {
    read_data(reading, text, strlen(text));
}

static void test_usage_stays(void) {
    static const char *const later[] = {"{\"choices\":[],\"usage\":null}", "{\"choices\":[]}",
                                        "{\"choices\":[],\"usage\":{}}", "nonsense"};
    struct reading reading;
    const struct meter *meter = &reading.meter;
    begin_reading(&reading);
    read_text(&reading, "{\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":5}}");
    for (size_t i = 0; i < COUNT(later); i++)
        read_text(&reading, later[i]);
    ok(meter->has_prompt && meter->has_output && meter->usage.prompt == 7 && meter->usage.output == 5,
       "reported usage is not forgotten");
    read_text(&reading, "{\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":9}}");
    is_int(meter->usage.output, 9, "and a higher report counts");
    read_text(&reading, "{\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1}}");
    is_int(meter->usage.output, 9, "a lower one takes nothing back");
    for (int i = 0; i < 4; i++)
        read_text(&reading, "{\"choices\":[{\"delta\":{\"content\":\"0123456789012345678901234567890123456789"
                            "0123456789\"}}]}");
    is_int(meter_usage(meter, PROMPT).output, 50, "what comes after the report is counted");
    ok(!meter_is_reported(meter), "and makes it an estimate");
    read_text(&reading, "[DONE]");
    read_text(&reading, "{\"usage\":{\"prompt_tokens\":70,\"completion_tokens\":90}}");
    is_int(meter->usage.output, 9, "what comes behind the end does not count");
    end_reading(&reading);
}

static void test_error_event(void) {
    static const char data[] = "data: ";
    struct error err = {0};
    struct reading reading;
    struct span message = {0};
    struct buf out;
    buf_init(&out, 4000);
    error_set(&err, ERR_UPSTREAM, "a \"quoted\"\nword");
    chat_openai.write_failure(NULL, &out, &err);
    size_t len = out.len > 8 ? out.len - 8 : 0;
    ok(strncmp(out.data, data, 6) == 0 && strcmp(out.data + out.len - 2, "\n\n") == 0 &&
           strchr(out.data, '\n') == out.data + out.len - 2,
       "an error event is one line");
    struct span body = {out.data + 6, len};
    ok(chat_openai.read_error(body, &message) && scan_equals(message, err.message), "with an error body");
    begin_reading(&reading);
    is_int(read_data(&reading, body.at, body.len), 'E', "that is read as one");
    end_reading(&reading);
    buf_free(&out);
}

static void test_is_error(void) {
    static const struct {
        const char *text, *message; /* NULL: none */
    } rows[] = {
        {"{\"error\":{\"message\":\"no\"}}", "\"no\""},
        {" {\"x\":1,\"error\":{}} ", "\"\""},
        {"{\"error\":{\"message\":5}}", "\"\""},
        {"{\"error\":\"no\"}", NULL},
        {"{\"error\":null}", NULL},
        {"{\"message\":\"no\"}", NULL},
        {"{\"error\":{}", NULL},
        {"<html>", NULL},
        {"", NULL},
        {"[{\"error\":{}}]", NULL},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct span text = copy_of(rows[i].text, strlen(rows[i].text)), got = {0};
        const char *want = rows[i].message;
        bool is = chat_openai.read_error(text, &got);
        ok(want ? is && got.len == strlen(want) && memcmp(got.at, want, got.len) == 0 : !is, "%s",
           rows[i].text);
        free((char *)text.at);
    }
}

int main(void) {
    for (size_t i = 0; i < COUNT(layouts); i++)
        test_edits(&layouts[i]);
    test_cut_requests();
    ok(fixture_each("chat_openai", visit_request) > 0, "there are fixtures");
    fixture_each("chat_openai", visit_stream);
    fixture_each("chat_openai", visit_answer);
    test_prompt_estimate();
    test_usages();
    test_usage_stays();
    test_error_event();
    test_is_error();
    return tap_done();
}
