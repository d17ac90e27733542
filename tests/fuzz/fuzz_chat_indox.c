/*
 * IndoxRouter's dialects on any bytes. The first one says which: 'c' chat, 't' text. What is looked at and
 * read can be written for a provider, and every fault is the request's.
 */
#include <string.h>

#include "dialects/dialect.h"
#include "fuzz.h"

#define LIMIT 77
#define DEPTH 512

static void check_fault(const struct error *err) {
    check(err->kind == ERR_REQUEST && err->message[0]);
}

static void check_asked(const struct chat_ask *ask) {
    check(ask->model && strlen(ask->model) <= 301);
    check(ask->choices == 1 && ask->max_output >= 0 && ask->prompt >= 0);
}

/* What was written is JSON, and OpenAI's dialect can look at it: something is asked there, too. */
static void write_for(struct chat_request *q, unsigned quirks, struct arena *arena) {
    struct chat_target target = {.model = "m", .max_output = LIMIT, .quirks = quirks};
    struct chat_ask again = {0};
    struct error err = {0};
    struct buf out;
    buf_init(&out, BUF_MOST);
    check(chat_openai.write_request(q, &target, &out, &err) == 0 && !out.overflow);
    struct span text = {out.data, out.len};
    /* a conversation may have been all emptiness */
    check(chat_openai.look(text, arena, &again, &err) == 0 || !q->turns);
    check(scan_object(text, NULL, 0, DEPTH + 64, &(struct error){0}) == 0);
    buf_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct span text = {(const char *)data + 1, size ? size - 1 : 0};
    if (size < 2 || (*data != 'c' && *data != 't'))
        return 0;
    const struct chat_dialect *dialect = *data == 'c' ? &chat_indox : &chat_indox_text;
    struct arena *arena = arena_new();
    struct chat_ask ask = {0};
    struct error err = {0};
    if (dialect->look(text, arena, &ask, &err) == 0) {
        check_asked(&ask);
        struct chat_request q = {
            .arena = arena, .stream = ask.stream, .choices = ask.choices, .max_output = ask.max_output};
        if (dialect->read_request(&ask, &q, &err) == 0)
            write_for(&q, 0, arena);
        else
            check(err.param[0]);
    }
    if (err.kind)
        check_fault(&err);
    arena_free(arena);
    return 0;
}
