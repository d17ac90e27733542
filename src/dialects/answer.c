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
