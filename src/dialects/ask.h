#ifndef DIALECTS_ASK_H
#define DIALECTS_ASK_H

#include "dialects/dialect.h"

/* What looking at a request takes in every dialect that has its model in the text. Each returns 0, or -1 with
 * ERR_REQUEST and the member. */

/* Begins: checks the text as JSON and finds the members by their names, at most ASK_MEMBERS. One that is
 * given twice is an error: which one would the provider take? */
int ask_members(struct chat_ask *ask, struct span text, const char *const *names, size_t count,
                struct error *err);

/* Neither missing nor null. */
bool ask_given(const struct scan_want *member);

/* Reports what is wrong with a member, `what` following its name. Returns -1. */
int ask_bad(const struct scan_want *member, const char *what, struct error *err);

/* The model, which must be there. */
int ask_model(struct chat_ask *ask, const struct scan_want *member, struct arena *arena, struct error *err);

int ask_stream(struct chat_ask *ask, const struct scan_want *member, struct error *err);

/* OpenAI's options of a stream, behind ask_stream(): whether the usage is to be told. */
int ask_stream_options(struct chat_ask *ask, const struct scan_want *member, struct error *err);

/* A positive integer of at most `most`; what is not there leaves *value as it is. */
int ask_count(const struct scan_want *member, int64_t most, int64_t *value, struct error *err);

/* The most tokens that anybody may ask for. */
#define ASK_LIMIT_MAX 100000000

/* Adds the estimate of a member to that of the prompt. */
void ask_estimate(struct chat_ask *ask, const struct scan_want *member);

/* Edits a text: the member gets this value, whether it is there or not. The value must outlive the splice. */
void ask_put(struct splice *splice, const struct chat_ask *ask, const struct scan_want *member,
             const char *value, struct arena *arena);

/* The same with a text for the value, which is quoted. */
void ask_put_text(struct splice *splice, const struct chat_ask *ask, const struct scan_want *member,
                  const char *text, struct arena *arena);

#endif
