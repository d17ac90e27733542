#ifndef DIALECTS_ASK_H
#define DIALECTS_ASK_H

#include "dialects/dialect.h"

/* What looking at a request takes in every dialect. Each that returns an int returns 0, or -1 with
 * ERR_REQUEST and the member. */

/* How a dialect says what is wrong. */
struct ask_words {
    const char *missing;  /* of a member that must be there */
    const char *no_model; /* the same of the model; NULL: it is not in the text */

    /* Reports a fault of a member, `what` following its name. Returns -1. */
    int (*bad)(const struct chat_ask *ask, const struct scan_want *member, const char *what,
               struct error *err);
};
extern const struct ask_words ask_openai_words;

/* Begins: forgets all but what is set before, and gives the members, at most ASK_MEMBERS, their names. */
void ask_begin(struct chat_ask *ask, struct span text, const struct ask_words *words,
               const char *const *names, size_t count);

/* Checks the text as JSON and finds the first `count` members, and ASK_SESSION. One that is given twice is an
 * error. */
int ask_members(struct chat_ask *ask, size_t count, struct error *err);

/* Finds `count` members, from number `first` on, in one that is an object; none if that is not there. */
int ask_members_of(struct chat_ask *ask, const struct scan_want *object, size_t first, size_t count,
                   struct error *err);

/* Neither missing nor null. */
bool ask_given(const struct scan_want *member);

/* Reports what is wrong with a member, `what` following its name; and that it is not there. Return -1. */
int ask_bad(const struct chat_ask *ask, const struct scan_want *member, const char *what, struct error *err);
int ask_missing(const struct chat_ask *ask, const struct scan_want *member, struct error *err);

/* The member that names a session. It is for the hub alone: no provider gets it. */
#define ASK_SESSION "session_id"

/* The model, which must be there; "" where a session may say it. */
int ask_model(struct chat_ask *ask, const struct scan_want *member, struct arena *arena, struct error *err);

/* Whether the model is the session's, if there is one: no name, or "default". */
bool ask_default_model(const char *model);

/* Whether the text names a session, or something else does. */
bool ask_in_session(const struct chat_ask *ask);

int ask_stream(struct chat_ask *ask, const struct scan_want *member, struct error *err);

/* OpenAI's options of a stream, behind ask_stream(): whether the usage is to be told. */
int ask_stream_options(struct chat_ask *ask, const struct scan_want *member, struct error *err);

/* A positive integer of at most `most`; what is not there leaves *value as it is. */
int ask_count(const struct chat_ask *ask, const struct scan_want *member, int64_t most, int64_t *value,
              struct error *err);

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

/* Puts a member, its name and value, at the front of a checked object. */
void ask_put_front(struct splice *splice, struct span object, const char *member, struct arena *arena);

#endif
