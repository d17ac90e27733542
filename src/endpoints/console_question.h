#ifndef ENDPOINTS_CONSOLE_QUESTION_H
#define ENDPOINTS_CONSOLE_QUESTION_H

#include "endpoints/call_walk.h"

/* new-api's numbers for what stands in a log. */
enum { TYPE_ALL, TYPE_TOPUP, TYPE_CALL, TYPE_ERROR = 5 };

/* The outcomes that cost. */
#define CHARGED (((1u << CALL__MAX) - 1) & ~(1u << CALL_FAILED))

/* What new-api's console asks for of the log of calls; `none`: certainly none is meant. */
struct console_question {
    struct call_walk walk; /* its filter's user 0: of all */
    bool none, topups;     /* topups: not calls, but money paid in */
    int64_t most;          /* how many there can be: of the user, or of the keys that are asked for */
};

/* user NULL: of all users, or of the one that the query names. Returns 0, or -1 with err. */
int console_question_read(struct exchange *x, const struct user *user, struct console_question *question,
                          struct error *err);

/* Also what type of entries is asked for. Returns 0, or -1 with err. */
int console_question_type(struct exchange *x, struct console_question *question, struct error *err);

/* Only those of this key, whatever was asked for. */
void console_question_key(struct console_question *question, const struct key *key);

/* Whether it says more than whose calls are meant. */
bool console_question_is_filtered(const struct console_question *question);

/* Whether one certain call is meant. */
bool console_question_names_call(const struct console_question *question);

#endif
