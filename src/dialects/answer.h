#ifndef DIALECTS_ANSWER_H
#define DIALECTS_ANSWER_H

#include "dialects/dialect.h"

/* What reading an answer takes in every dialect. */

int answer_emit(const struct chat_reader *reader, const struct chat_event *event, struct error *err);

/* Emits BEGIN, the first time. */
int answer_begin(struct chat_reader *reader, struct error *err);

/* Emits USAGE: what is told now, and what was told before of what is not. Output that came, and a
 * search, is not taken back. */
int answer_usage(struct chat_reader *reader, struct chat_event *event, struct error *err);

/* Emits FAIL. words: the provider's, a JSON string; code: what clients go by, NULL: nothing. */
int answer_fail(struct chat_reader *reader, struct span words, const char *code, struct error *err);

/* Whether a member is a text, and not an empty one. */
bool answer_says(const struct scan_want *want);

/* Whether a member is a count of tokens, or an index; a provider that tells an absurd one tells none. If not,
 * *count stays as it is. */
bool answer_count(const struct scan_want *want, int64_t *count);

/* A text that names something, in the arena; NULL: there is none, or one with a NUL. */
const char *answer_name(struct arena *arena, const struct scan_want *want);

/* Checks an event, or a whole answer, and finds its members. ERR_UPSTREAM if it is malformed. */
int answer_look(struct span text, struct scan_want *wants, size_t count, struct error *err);

/* Whether an event says "[DONE]", as servers of many dialects do at the end. */
bool answer_is_done(const struct sse_event *event);

/* ERR_UPSTREAM: the provider stopped before the end. */
int answer_cut(struct error *err);

/* What a reported error, an object or a string, has to say: a JSON string. */
struct span answer_words(const struct scan_want *error);

/* Whether a refusal's body is {"error":{}}, and what it says, as chat_dialect.read_error. */
bool answer_read_error(struct span text, struct span *message);

#endif
