/* A sink that checks the order of events (see canon/event.h) and hands them on. */
#ifndef TESTS_GRAMMAR_H
#define TESTS_GRAMMAR_H

#include "canon/event.h"

#define GRAMMAR_CHOICES 128

struct grammar {
    struct chat_sink sink, *next;
    bool begun, ended;
    int64_t output; /* told so far */
    struct {
        bool stopped;
        enum event_kind last; /* of those that others belong to */
    } choice[GRAMMAR_CHOICES];
};

static inline bool grammar_is_string(struct span text) {
    return text.at && text.len >= 2 && text.at[0] == '"' && text.at[text.len - 1] == '"';
}

static inline const char *grammar_text_fault(const struct chat_event *event) {
    switch (event->kind) {
    case EVENT_TEXT:
    case EVENT_REFUSAL:
    case EVENT_THOUGHT:
    case EVENT_ARGS:
    case EVENT_SIGNATURE:
        return !grammar_is_string(event->text) ? "a text that is no JSON string"
               : chat_is_empty(event->text)    ? "an empty text"
                                               : NULL;
    case EVENT_CALL:
        return event->call.name && *event->call.name ? NULL : "a call without a name";
    case EVENT_STOP:
        return event->sequence.at && !grammar_is_string(event->sequence)
                   ? "a stop sequence that is no JSON string"
                   : NULL;
    default:
        return NULL;
    }
}

static inline const char *grammar_usage_fault(struct grammar *grammar, const struct chat_event *event) {
    bool sinks = event->usage.output < grammar->output;
    grammar->output = event->usage.output;
    return sinks ? "a usage that takes output back" : NULL;
}

/* What is wrong with an event at this place; NULL: nothing. */
static inline const char *grammar_fault(struct grammar *grammar, const struct chat_event *event) {
    if (grammar->ended)
        return "an event behind the end";
    if (event->kind == EVENT_BEGIN) {
        if (grammar->begun)
            return "a second beginning";
        grammar->begun = true;
        return NULL;
    }
    if (event->kind == EVENT_FAIL) {
        grammar->ended = true;
        return event->error ? NULL : "a failure without its error";
    }
    if (!grammar->begun)
        return "an event before the beginning";
    if (event->kind == EVENT_END) {
        grammar->ended = true;
        return NULL;
    }
    if (event->kind == EVENT_USAGE)
        return grammar_usage_fault(grammar, event);
    if (event->choice < 0 || event->choice >= GRAMMAR_CHOICES)
        return "a choice out of range";
    if (grammar->choice[event->choice].stopped)
        return "an event behind the stop of its choice";
    if (event->kind == EVENT_ARGS && grammar->choice[event->choice].last != EVENT_CALL)
        return "arguments without a call";
    if (event->kind != EVENT_ARGS)
        grammar->choice[event->choice].last = event->kind;
    grammar->choice[event->choice].stopped = event->kind == EVENT_STOP;
    return grammar_text_fault(event);
}

static inline int grammar_take(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct grammar *grammar = (struct grammar *)sink;
    const char *fault = grammar_fault(grammar, event);
    if (fault)
        return error_set(err, ERR_INTERNAL, "The order of events is broken: %s.", fault);
    return chat_emit(grammar->next, event, err);
}

static inline void grammar_init(struct grammar *grammar, struct chat_sink *next) {
    *grammar = (struct grammar){.sink.take = grammar_take, .next = next};
}

#endif
