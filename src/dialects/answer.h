#ifndef DIALECTS_ANSWER_H
#define DIALECTS_ANSWER_H

#include "dialects/dialect.h"

/* What reading an answer takes in every dialect. */

int answer_emit(const struct chat_reader *reader, const struct chat_event *event, struct error *err);

/* Emits BEGIN, the first time. */
int answer_begin(struct chat_reader *reader, struct error *err);

/* Whether a member is a text, and not an empty one. */
bool answer_says(const struct scan_want *want);

/* Whether a member is a count of tokens, or an index; a provider that tells an absurd one tells none. If not,
 * *count stays as it is. */
bool answer_count(const struct scan_want *want, int64_t *count);

/* A text that names something, in the arena; NULL: there is none, or one with a NUL. */
const char *answer_name(struct arena *arena, const struct scan_want *want);

#endif
