/* What reading an answer takes in every dialect. */
#include "dialects/answer.h"

#include <string.h>

#define COUNT_MAX 1000000000

int answer_emit(const struct chat_reader *reader, const struct chat_event *event, struct error *err) {
    return chat_emit(reader->sink, event, err);
}

int answer_begin(struct chat_reader *reader, struct error *err) {
    struct chat_event event = {.kind = EVENT_BEGIN};
    if (reader->begun)
        return 0;
    reader->begun = true;
    return answer_emit(reader, &event, err);
}

static void take_input(struct usage *known, const struct usage *told) {
    known->prompt = told->prompt;
    known->cache_read = told->cache_read;
    known->cache_write = told->cache_write;
    known->cache_write_1h = told->cache_write_1h;
    known->audio_input = told->audio_input;
    known->audio_cache_read = told->audio_cache_read;
    known->image_input = told->image_input;
    known->image_cache_read = told->image_cache_read;
}

static void take_output(struct usage *known, const struct usage *told) {
    known->output = told->output;
    known->reasoning = told->reasoning;
    known->audio_output = told->audio_output;
    known->image_output = told->image_output;
}

int answer_usage(struct chat_reader *reader, struct chat_event *event, struct error *err) {
    struct usage *known = &reader->usage;
    const struct usage *told = &event->usage;
    if (event->has_prompt)
        take_input(known, told);
    if (event->has_output && told->output >= known->output)
        take_output(known, told);
    if (told->searches > known->searches)
        known->searches = told->searches;
    event->has_prompt = reader->has_prompt |= event->has_prompt;
    event->has_output = reader->has_output |= event->has_output;
    event->usage = *known;
    return answer_emit(reader, event, err);
}

int answer_fail(struct chat_reader *reader, struct span words, const char *code, struct error *err) {
    struct error said = {0};
    struct chat_event event = {.kind = EVENT_FAIL, .error = &said, .text = words};
    error_set(&said, ERR_UPSTREAM, "The provider reported an error.");
    said.code = code;
    reader->ended = true;
    return answer_emit(reader, &event, err);
}

bool answer_says(const struct scan_want *want) {
    return want->type == SCAN_STRING && !chat_is_empty(want->value);
}

bool answer_count(const struct scan_want *want, int64_t *count) {
    int64_t value;
    if (want->type != SCAN_NUMBER || !scan_int(want->value, &value) || value < 0 || value > COUNT_MAX)
        return false;
    *count = value;
    return true;
}

const char *answer_name(struct arena *arena, const struct scan_want *want) {
    if (!answer_says(want))
        return NULL;
    struct span text = chat_unquote(arena, want->value);
    return memchr(text.at, '\0', text.len) ? NULL : arena_strndup(arena, text.at, text.len);
}

int answer_look(struct span text, struct scan_want *wants, size_t count, struct error *err) {
    struct error why = {0};
    if (scan_object(text, wants, count, SCAN_DEPTH, &why) < 0)
        return error_set(err, ERR_UPSTREAM, "The provider's answer is malformed: %.200s", why.message);
    return 0;
}

bool answer_is_done(const struct sse_event *event) {
    return event->data.len == 6 && memcmp(event->data.at, "[DONE]", 6) == 0;
}

int answer_cut(struct error *err) {
    return error_set(err, ERR_UPSTREAM, "The provider ended the stream before the answer was complete.");
}

struct span answer_words(const struct scan_want *error) {
    struct scan_want message = {.name = "message"};
    if (error->type == SCAN_STRING)
        return error->value;
    scan_members(error->value, &message, 1);
    return message.type == SCAN_STRING ? message.value : (struct span){"\"\"", 2};
}

bool answer_read_error(struct span text, struct span *message) {
    struct scan_want error = {.name = "error"};
    struct error ignored = {0};
    if (scan_object(text, &error, 1, SCAN_DEPTH, &ignored) < 0 || error.type != SCAN_OBJECT)
        return false;
    *message = answer_words(&error);
    return true;
}
