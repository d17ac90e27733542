/* OpenAI Responses, as the provider speaks it: the events of a stream. */
#include "responses_stream.h"

#include <string.h>

#include "quote.h"
#include "responses_answer.h"
#include "thought.h"
#include "timers.h"

/* What the events of an item are called, around the fragments of its substance. */
static const struct form {
    const char *part_added; /* NULL: what is streamed is not in a part */
    const char *delta, *done, *part_done;
    const char *number; /* the member that counts its parts; NULL: none */
    const char *text;   /* the member of `done` with the whole */
} forms[] = {
    [ITEM_REASONING] = {"reasoning_summary_part.added", "reasoning_summary_text.delta",
                        "reasoning_summary_text.done", "reasoning_summary_part.done", "summary_index",
                        "text"},
    [ITEM_MESSAGE] = {"content_part.added", "output_text.delta", "output_text.done", "content_part.done",
                      "content_index", "text"},
    [ITEM_FUNCTION] = {NULL, "function_call_arguments.delta", "function_call_arguments.done", NULL, NULL,
                       "arguments"},
    [ITEM_CUSTOM] = {NULL, "custom_tool_call_input.delta", "custom_tool_call_input.done", NULL, NULL,
                     "input"},
};

static void begin(const struct scene *scene, const char *type, unsigned position, struct buf *data) {
    buf_printf(data, "{\"type\":\"%s\",\"sequence_number\":%u", type, position);
    if (scene->how.stamp)
        buf_printf(data, ",\"sent_us\":%llu", (unsigned long long)clock_now_us());
    if (scene->how.unknown)
        buf_puts(data, ",\"x_unknown_event\":{\"deep\":[null]}");
}

static void write_snapshot(const struct scene *scene, const char *type, unsigned position, bool over,
                           unsigned items, const struct error *err, struct buf *data) {
    begin(scene, type, position, data);
    buf_puts(data, ",\"response\":");
    responses_put_object(scene, over, items, err, data);
    buf_putc(data, '}');
}

/* ---- an item ---- */

/* Fragments that are streamed. */
static unsigned fragments(const struct scene *scene, unsigned index) {
    enum responses_item kind = responses_item(scene, index);
    if (kind == ITEM_REASONING)
        return scene->thoughts;
    if (kind == ITEM_SEARCH)
        return 0;
    return kind == ITEM_FUNCTION && scene->how.lateargs ? 0 : scene->words;
}

/* A search, and reasoning that is not told, have no events between their beginning and their end. */
static bool is_silent(const struct scene *scene, unsigned index) {
    enum responses_item kind = responses_item(scene, index);
    return kind == ITEM_SEARCH || (kind == ITEM_REASONING && scene->thoughts == 0);
}

/* Events before the fragments, and after them. */
static unsigned events_before(const struct scene *scene, unsigned index) {
    return forms[responses_item(scene, index)].part_added && !is_silent(scene, index) ? 2 : 1;
}

static unsigned events_after(const struct scene *scene, unsigned index) {
    return is_silent(scene, index) ? 1 : events_before(scene, index) + 1;
}

static unsigned events(const struct scene *scene, unsigned index) {
    return events_before(scene, index) + fragments(scene, index) + events_after(scene, index);
}

static void write_item(const struct scene *scene, unsigned index, unsigned position, bool whole,
                       struct buf *data) {
    begin(scene, whole ? "response.output_item.done" : "response.output_item.added", position, data);
    buf_printf(data, ",\"output_index\":%u,\"item\":", index);
    responses_put_item(scene, index, whole, data);
    buf_putc(data, '}');
}

static void begin_inner(const struct scene *scene, unsigned index, unsigned position, const char *name,
                        struct buf *data) {
    const struct form *form = &forms[responses_item(scene, index)];
    char type[64] = "response.";
    strncat(type, name, sizeof type - strlen(type) - 1);
    begin(scene, type, position, data);
    buf_puts(data, ",\"item_id\":");
    responses_put_id(scene, index, data);
    buf_printf(data, ",\"output_index\":%u", index);
    if (form->number)
        buf_printf(data, ",\"%s\":0", form->number);
}

static void write_part(const struct scene *scene, unsigned index, unsigned position, bool whole,
                       struct buf *data) {
    const struct form *form = &forms[responses_item(scene, index)];
    begin_inner(scene, index, position, whole ? form->part_done : form->part_added, data);
    buf_puts(data, ",\"part\":");
    if (responses_item(scene, index) == ITEM_MESSAGE) {
        responses_put_part(scene, whole, data);
    } else {
        buf_puts(data, "{\"type\":\"summary_text\",\"text\":");
        if (whole)
            responses_put_text(scene, index, data);
        else
            buf_puts(data, "\"\"");
        buf_putc(data, '}');
    }
    buf_putc(data, '}');
}

static void add_fragment(const struct scene *scene, unsigned index, unsigned i, struct buf *text) {
    enum responses_item kind = responses_item(scene, index);
    if (kind == ITEM_REASONING)
        thought_word(i, text);
    else if (kind != ITEM_MESSAGE)
        scene_argument(scene, i, text);
    else
        scene_word(scene, i, text);
}

static bool is_obfuscated(const struct scene *scene) {
    const json_t *options = json_object_get(scene->body, "stream_options");
    return json_is_true(json_object_get(options, "include_obfuscation"));
}

static void write_delta(const struct scene *scene, unsigned index, unsigned position, unsigned i,
                        struct buf *data) {
    struct buf text;
    begin_inner(scene, index, position, forms[responses_item(scene, index)].delta, data);
    buf_init(&text, SIZE_MAX / 2);
    add_fragment(scene, index, i, &text);
    buf_puts(data, ",\"delta\":");
    quote_text(&text, data);
    if (responses_item(scene, index) == ITEM_MESSAGE)
        buf_puts(data, ",\"logprobs\":[]");
    buf_puts(data, is_obfuscated(scene) ? ",\"obfuscation\":\"x0Yz\"}" : "}");
}

static void write_done(const struct scene *scene, unsigned index, unsigned position, struct buf *data) {
    const struct form *form = &forms[responses_item(scene, index)];
    begin_inner(scene, index, position, form->done, data);
    if (responses_item(scene, index) == ITEM_FUNCTION)
        buf_printf(data, ",\"name\":\"%s\"", scene->tool);
    buf_printf(data, ",\"%s\":", form->text);
    responses_put_text(scene, index, data);
    buf_puts(data, responses_item(scene, index) == ITEM_MESSAGE ? ",\"logprobs\":[]}" : "}");
}

/* Event i of an item. */
static enum event_kind write_item_event(const struct scene *scene, unsigned index, unsigned i,
                                        unsigned position, struct buf *data) {
    unsigned before = events_before(scene, index), count = fragments(scene, index);
    if (i == 0) {
        write_item(scene, index, position, false, data);
    } else if (i < before) {
        write_part(scene, index, position, false, data);
    } else if (i < before + count) {
        write_delta(scene, index, position, i - before, data);
        return EVENT_CONTENT;
    } else if (i + 1 == events(scene, index)) {
        write_item(scene, index, position, true, data);
    } else if (i == before + count) {
        write_done(scene, index, position, data);
    } else {
        write_part(scene, index, position, true, data);
    }
    return EVENT_FRAME;
}

/* ---- the stream ---- */

enum { FIRST_ITEM = 2 }; /* position; before are the events about the response itself */

static enum event_kind write_end(const struct scene *scene, unsigned position, struct buf *data) {
    char type[32] = "response.";
    strncat(type, responses_status(scene), sizeof type - strlen(type) - 1);
    write_snapshot(scene, type, position, true, responses_items(scene), NULL, data);
    return EVENT_FRAME;
}

enum event_kind responses_write_event(const struct scene *scene, unsigned position, struct buf *data) {
    unsigned i = position - FIRST_ITEM;
    if (position < FIRST_ITEM) {
        write_snapshot(scene, position == 0 ? "response.created" : "response.in_progress", position, false, 0,
                       NULL, data);
        return EVENT_FRAME;
    }
    for (unsigned index = 0; index < responses_items(scene); index++) {
        if (i < events(scene, index))
            return write_item_event(scene, index, i, position, data);
        i -= events(scene, index);
    }
    return i > 0 || scene->how.nodone ? EVENT_END : write_end(scene, position, data);
}

/* The items that were over before a position. */
static unsigned items_before(const struct scene *scene, unsigned position) {
    unsigned index = 0, end = FIRST_ITEM;
    while (index < responses_items(scene) && (end += events(scene, index)) <= position)
        index++;
    return index;
}

bool responses_write_failure(const struct scene *scene, unsigned position, unsigned i,
                             const struct error *err, struct buf *data) {
    if (i > 1)
        return false;
    if (i == 1) {
        write_snapshot(scene, "response.failed", position + 1, true, items_before(scene, position), err,
                       data);
        return true;
    }
    begin(scene, "error", position, data);
    buf_printf(data, ",\"code\":\"%s\",\"message\":", err->code ? err->code : "server_error");
    buf_quote(data, err->message, strlen(err->message));
    buf_puts(data, ",\"param\":null}");
    return true;
}
