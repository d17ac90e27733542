#ifndef DIALECTS_CHAT_OPENAI_H
#define DIALECTS_CHAT_OPENAI_H

#include "base/mem.h"
#include "base/splice.h"
#include "canon/price.h"

/*
 * OpenAI's Chat Completions (wire-formats: POST /v1/chat/completions), passed
 * through: the bytes of a request are edited where the hub must, the bytes of
 * an answer are only looked into. What the hub does not know survives.
 */

enum chat_openai_member {
    CHAT_MODEL,
    CHAT_MESSAGES,
    CHAT_STREAM,
    CHAT_STREAM_OPTIONS,
    CHAT_MAX_TOKENS,
    CHAT_MAX_COMPLETION_TOKENS,
    CHAT_N,
    CHAT_TOOLS,
    CHAT_FUNCTIONS,
    CHAT_RESPONSE_FORMAT,
    CHAT_PREDICTION,
    CHAT__MAX
};

struct chat_openai_request {
    struct span text;
    struct scan_want member[CHAT__MAX];
    const char *model;
    bool stream;
    bool usage_asked;   /* the client wants the usage chunk */
    int64_t max_output; /* tokens, 0: not said */
    int64_t choices;
    int64_t prompt; /* tokens, estimated */
};

/*
 * Checks the body and reads what the hub needs. always_stream: streams whatever
 * `stream` says. ERR_REQUEST with the field: bad JSON (with its place), missing or
 * mistyped model, messages, stream, stream_options, n or token limits, and any of them given twice.
 */
int chat_openai_read_request(struct span text, bool always_stream, struct arena *arena,
                             struct chat_openai_request *request, struct error *err);

/* What the hub changes for the provider. */
struct chat_openai_change {
    const char *model;     /* the provider's name for it */
    bool ask_usage;        /* stream_options.include_usage = true, if it streams */
    int64_t output_limit;  /* 0: as the client said */
    bool completion_limit; /* a limit that the client did not name is max_completion_tokens */
};

/* The body for the provider as spans of the request's text and of the arena. */
struct span *chat_openai_write_request(const struct chat_openai_request *request,
                                       const struct chat_openai_change *change, struct arena *arena,
                                       size_t *parts, size_t *total);

/* What the hub must know of an answer or of a stream so far. Start from zero. */
struct chat_openai_tally {
    bool has_prompt, has_output; /* which part of the usage the provider reported */
    struct usage usage;          /* as it did */
    int64_t reported_at;         /* deltas until then */
    int64_t deltas;              /* events that brought something */
    int64_t bytes;               /* of text, reasoning and tool arguments */
    bool finished;               /* a finish reason came */
};

enum chat_openai_event {
    CHAT_EVENT_PLAIN,   /* pass it on */
    CHAT_EVENT_USAGE,   /* only usage: pass it on to a client that asked */
    CHAT_EVENT_DONE,    /* [DONE] */
    CHAT_EVENT_ERROR,   /* the provider reports an error within the stream; err says what */
    CHAT_EVENT_INVALID, /* not JSON; err says why */
};

/* Looks into the data of one event and adds it to the tally. */
enum chat_openai_event chat_openai_read_event(struct span data, struct chat_openai_tally *tally,
                                              struct error *err);

/* Looks into a whole answer. -1 with ERR_UPSTREAM if it is not a JSON object, or an error that came as a
 * success. */
int chat_openai_read_answer(struct span text, struct chat_openai_tally *tally, struct error *err);

/* The usage to charge: what the provider reported; for a part that it did not report, or that grew since, the
 * estimate of the prompt and what was counted. */
struct usage chat_openai_usage(const struct chat_openai_tally *tally, int64_t prompt);

/* Whether all of that was reported. */
bool chat_openai_is_reported(const struct chat_openai_tally *tally);

/* Whether text is an error body of this dialect: {"error":{…}}. */
bool chat_openai_is_error(struct span text);

/* Events that the hub itself writes into a stream. */
extern const char chat_openai_keep_alive[], chat_openai_end[];
void chat_openai_write_error_event(struct buf *out, const struct error *err);

#endif
