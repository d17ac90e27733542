#ifndef CANON_EVENT_H
#define CANON_EVENT_H

#include "canon/chat.h"
#include "canon/price.h"

/*
 * An answer is a row of events, whether it is streamed or not:
 *
 *   BEGIN { TEXT | REFUSAL | THOUGHT | SIGNATURE | CALL | ARGS | MEDIA | USAGE | STOP } ( END | FAIL )
 *
 * ARGS belongs to the last CALL of its choice: readers bring fragments of
 * several calls into that order. SIGNATURE belongs to the THOUGHT before it
 * and ends it; a redacted thought is a SIGNATURE alone. A choice has one STOP,
 * after which it has nothing; USAGE counts everything until then: a later one
 * replaces an earlier, and its output is no less.
 */
enum event_kind {
    EVENT_BEGIN,
    EVENT_TEXT,
    EVENT_REFUSAL,
    EVENT_THOUGHT,
    EVENT_SIGNATURE,
    EVENT_CALL,
    EVENT_ARGS,
    EVENT_MEDIA,
    EVENT_USAGE,
    EVENT_STOP,
    EVENT_END,
    EVENT_FAIL,
    EVENT__MAX
};

/* Why a choice ended. */
enum chat_stop {
    STOP_NONE,     /* it did not say */
    STOP_DONE,     /* the model was done */
    STOP_SEQUENCE, /* one of the request's stop sequences came */
    STOP_CALLS,    /* it wants tools to be called */
    STOP_LENGTH,   /* the output limit or the context is used up */
    STOP_FILTER,   /* the provider holds back the rest */
    STOP_REFUSAL,  /* the model refuses */
    STOP_PAUSE,    /* to be gone on with */
    STOP__MAX
};

struct chat_event {
    enum event_kind kind;
    int choice;       /* from 0 */
    struct span text; /* TEXT, REFUSAL, THOUGHT, SIGNATURE, ARGS (a piece of the arguments' text), FAIL (the
                         provider's words): JSON string; empty only for FAIL */
    bool redacted;    /* SIGNATURE: of a thought that is not shown */
    struct chat_call
        call; /* CALL: id (NULL: the provider gave none), name, space, custom, signature; no arguments */
    struct chat_media media;     /* MEDIA */
    struct usage usage;          /* USAGE */
    bool has_prompt, has_output; /* USAGE: which of its totals are told */
    enum chat_stop stop;         /* STOP */
    struct span sequence;        /* STOP_SEQUENCE: JSON string, at == NULL: not told */
    const struct error *error;   /* FAIL: what became of it */
};

/*
 * Where events go. Returns 0, or -1 with err, which ends the exchange. Spans and
 * pointers of an event are valid during the call.
 * To a sink that only counts, a reader may give pieces of calls, their names
 * too, as ARGS in any order, and what could not be told in another dialect is
 * no error.
 */
struct chat_sink {
    int (*take)(struct chat_sink *sink, const struct chat_event *event, struct error *err);
    bool counts;
};

static inline int chat_emit(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    return sink->take(sink, event, err);
}

#endif
