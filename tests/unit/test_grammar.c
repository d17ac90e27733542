/* The check of the order of events, by which readers are judged, finds what is wrong. */
#include "grammar.h"

#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* A letter for each event; a digit behind it is its choice.
 *   b begin   t text   r refusal   h thought   g signature   c call   a args   m media   u usage   s stop   e
 * end f fail    and wrong ones: E an empty text   T one that is no string   N a nameless call   Q a stop
 * sequence that is no string   F a failure without its error */
static const struct {
    const char *events, *fault; /* NULL: none */
} rows[] = {
    {"be", NULL},
    {"bf", NULL},
    {"f", NULL},
    {"bthgtrmse", NULL},
    {"bcaaacatse", NULL},
    {"bcase", NULL},
    {"bt0t1s0t1s1e", NULL},
    {"bc0c1a0a1s0s1e", NULL},
    {"bt127s127e", NULL},
    {"buutusue", NULL},
    {"bgse", NULL},
    {"bte", NULL},
    {"e", "an event before the beginning"},
    {"t", "an event before the beginning"},
    {"u", "an event before the beginning"},
    {"bb", "a second beginning"},
    {"bebe", "an event behind the end"},
    {"bee", "an event behind the end"},
    {"bft", "an event behind the end"},
    {"bst", "an event behind the stop of its choice"},
    {"bss", "an event behind the stop of its choice"},
    {"bs1t1", "an event behind the stop of its choice"},
    {"ba", "arguments without a call"},
    {"bcta", "arguments without a call"},
    {"bc0a1", "arguments without a call"},
    {"bcaha", "arguments without a call"},
    {"bt128", "a choice out of range"},
    {"bE", "an empty text"},
    {"bT", "a text that is no JSON string"},
    {"bN", "a call without a name"},
    {"bQ", "a stop sequence that is no JSON string"},
    {"bF", "a failure without its error"},
};

static struct chat_event event_of(char letter) {
    static const char letters[] = "btrhgcamusef";
    static const enum event_kind kinds[] = {EVENT_BEGIN,     EVENT_TEXT, EVENT_REFUSAL, EVENT_THOUGHT,
                                            EVENT_SIGNATURE, EVENT_CALL, EVENT_ARGS,    EVENT_MEDIA,
                                            EVENT_USAGE,     EVENT_STOP, EVENT_END,     EVENT_FAIL};
    static const struct error error;
    const char *at = strchr(letters, letter);
    struct chat_event event = {.text = {"\"x\"", 3}, .call.name = "f", .error = &error};
    if (at)
        event.kind = kinds[at - letters];
    else if (letter == 'E' || letter == 'T')
        event.kind = EVENT_TEXT;
    else
        event.kind = letter == 'N' ? EVENT_CALL : letter == 'Q' ? EVENT_STOP : EVENT_FAIL;
    if (letter == 'E')
        event.text = (struct span){"\"\"", 2};
    else if (letter == 'T')
        event.text.len = 2;
    else if (letter == 'N')
        event.call.name = "";
    else if (letter == 'Q')
        event.sequence = (struct span){"x", 1};
    else if (letter == 'F')
        event.error = NULL;
    return event;
}

static int count(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    (void)sink, (void)event, (void)err;
    return 0;
}

int main(void) {
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct chat_sink last = {.take = count};
        struct grammar grammar, sink;
        struct error err = {0};
        const char *fault = NULL;
        int rc = 0;
        grammar_init(&grammar, &last);
        grammar_init(&sink, &last);
        for (char *at = (char *)rows[i].events; *at && !fault;) {
            struct chat_event event = event_of(*at);
            event.choice = (int)strtol(at + 1, &at, 10);
            fault = grammar_fault(&grammar, &event);
            rc = chat_emit(&sink.sink, &event, &err);
        }
        is_str(fault, rows[i].fault, rows[i].events);
        is_int(rc, rows[i].fault ? -1 : 0, "the sink says so");
    }
    return tap_done();
}
