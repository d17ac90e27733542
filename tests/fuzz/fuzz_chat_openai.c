/* OpenAI's chat dialect on any bytes: a request that can be read can be written, and says then what it shall.
 */
#include <jansson.h>
#include <string.h>

#include "dialects/chat_openai.h"
#include "fuzz.h"

#define MODEL "a/\"model\"\n"
#define LIMIT 77

static struct span join(const struct span *part, size_t parts, size_t total, struct arena *arena) {
    char *text = arena_alloc(arena, total + 1);
    size_t at = 0;
    for (size_t i = 0; i < parts; at += part[i++].len)
        memcpy(text + at, part[i].at, part[i].len);
    check(at == total);
    return (struct span){text, total};
}

/* All that nobody asked to have changed is as it was. What Jansson cannot read it says nothing about. */
static void compare(struct span before, struct span after) {
    static const char *const changed[] = {"model", "stream", "stream_options", "max_tokens",
                                          "max_completion_tokens"};
    json_t *was = json_loadb(before.at, before.len, 0, NULL), *is = json_loadb(after.at, after.len, 0, NULL);
    check(!was || is);
    for (size_t i = 0; was && i < sizeof changed / sizeof *changed; i++) {
        json_object_del(was, changed[i]);
        json_object_del(is, changed[i]);
    }
    check(!was || json_equal(was, is));
    json_decref(was);
    json_decref(is);
}

/* Writes it with some of the changes, and reads that again. */
static void rewrite(struct span before, const struct chat_openai_request *request, unsigned bits,
                    struct arena *arena) {
    struct chat_openai_change change = {
        .model = MODEL,
        .ask_usage = bits & 1,
        .output_limit = bits & 2 ? LIMIT : 0,
        .completion_limit = bits & 4,
    };
    struct chat_openai_request again;
    struct error err = {0};
    size_t parts, total;
    struct span *part = chat_openai_write_request(request, &change, arena, &parts, &total);
    struct span text = join(part, parts, total, arena);
    check(chat_openai_read_request(text, false, arena, &again, &err) == 0);
    check(strcmp(again.model, MODEL) == 0 && again.stream == request->stream &&
          again.choices == request->choices);
    check(again.usage_asked == (request->usage_asked || (request->stream && change.ask_usage)));
    check(again.max_output == (change.output_limit ? LIMIT : request->max_output));
    check(again.prompt == request->prompt);
    compare(before, text);
}

static void run_request(struct span text, bool always) {
    struct arena *arena = arena_new();
    struct chat_openai_request request;
    struct error err = {0};
    if (chat_openai_read_request(text, always, arena, &request, &err) == 0)
        for (unsigned bits = 0; bits < 8; bits++)
            rewrite(text, &request, bits, arena);
    else
        check(err.kind == ERR_REQUEST);
    arena_free(arena);
}

static void run_answer(struct span text) {
    struct chat_openai_tally tally = {0}, whole = {0};
    struct error err = {0}, other = {0};
    enum chat_openai_event kind = chat_openai_read_event(text, &tally, &err);
    check((kind == CHAT_EVENT_ERROR || kind == CHAT_EVENT_INVALID) == (err.kind == ERR_UPSTREAM));
    check(tally.bytes >= 0 && (uint64_t)tally.bytes <= text.len && tally.deltas <= tally.bytes);
    struct usage usage = chat_openai_usage(&tally, 1);
    check(usage.prompt >= 0 && usage.output >= 0 && usage.cache_read >= 0 && usage.cache_write >= 0);
    int rc = chat_openai_read_answer(text, &whole, &other);
    check(kind == CHAT_EVENT_DONE || kind == CHAT_EVENT_ERROR || (rc < 0) == (kind == CHAT_EVENT_INVALID));
    check(!chat_openai_is_error(text) || kind == CHAT_EVENT_ERROR);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct span text = {(const char *)data, size};
    run_request(text, false);
    run_request(text, true);
    run_answer(text);
    return 0;
}
