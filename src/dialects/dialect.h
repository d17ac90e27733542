#ifndef DIALECTS_DIALECT_H
#define DIALECTS_DIALECT_H

#include "base/mem.h"
#include "base/splice.h"
#include "base/sse.h"
#include "canon/carry.h"
#include "canon/chat.h"
#include "canon/collect.h"
#include "canon/event.h"

/*
 * A dialect is a language that clients speak to us and that we speak to
 * providers: one struct of functions, in files of its name. Where both sides
 * speak the same one, the bytes of a request are edited and those of an answer
 * pass; its reader then only looks. Otherwise everything goes through the
 * canonical form.
 */

/* ---- what of a request must be known in any case --------------------------------------- */

#define ASK_MEMBERS 16

/* A request that is checked JSON, and where things stand in it. */
struct chat_ask {
    struct span text;
    const struct ask_words *words;        /* see dialects/ask.h */
    const char *within;                   /* what errors put before the names of members; NULL: nothing */
    struct scan_want member[ASK_MEMBERS]; /* as the dialect numbers them */
    struct scan_want session;             /* the hub's own member "session_id", whatever the dialect */
    const char *model;                    /* set before where the dialect has it in the path */
    bool stream;                          /* the same */
    bool always_streams;                  /* set before: whatever the text says */
    bool in_session;  /* set before: a session is named elsewhere; with one, the model may be missing or "" */
    bool counting;    /* set before: only the prompt is to be counted; an output limit need not be there */
    bool usage_asked; /* OpenAI Chat: the client wants the usage chunk */
    int64_t max_output; /* tokens, 0: not said */
    int64_t choices;
    int64_t prompt; /* tokens, estimated */
};

/* What the hub changes for the provider in a request that passes. */
struct chat_change {
    const char *model;     /* the provider's name for it */
    bool ask_usage;        /* a stream shall tell its usage */
    int64_t output_limit;  /* 0: as the client said */
    bool completion_limit; /* OpenAI Chat: a limit that the client did not name is max_completion_tokens */
};

/* ---- where a canonical request goes ------------------------------------------------------- */

/* What a provider, or one of its models, does not do as its dialect says. */
enum chat_quirk {
    CHAT_NO_STREAM_OPTIONS = 1 << 0, /* refuses `stream_options`; sends usage by itself or not at all */
    CHAT_MAX_COMPLETION =
        1 << 1, /* an output limit that the hub adds is `max_completion_tokens`, else `max_tokens` */
    CHAT_NO_REASONING = 1 << 2, /* refuses what asks for reasoning */
    CHAT_NO_SAMPLING = 1 << 3,  /* refuses temperature and its like */
    CHAT_NO_STOP = 1 << 4,      /* refuses stop sequences */
    CHAT_NO_IMAGES = 1 << 5,
    CHAT_NO_SCHEMA = 1 << 6,       /* knows json_object, but no schema */
    CHAT_NO_PARALLEL = 1 << 7,     /* refuses `parallel_tool_calls` */
    CHAT_NO_STRICT = 1 << 8,       /* refuses `strict` in tools */
    CHAT_NO_DEVELOPER = 1 << 9,    /* no instructions in the middle of a conversation */
    CHAT_REASONING_BACK = 1 << 10, /* wants `reasoning_content` back with tool calls */
    CHAT_BUDGET = 1 << 11,         /* reasoning is bounded by a budget of tokens, not by an effort */
    CHAT_PLAIN = 1 << 12, /* refuses members that not everybody has: user, seed, logit_bias, cache key … */
    CHAT_SHORT_IDS = 1 << 13,        /* ids of calls have nine letters and digits */
    CHAT_CALL_IDS = 1 << 14,         /* Gemini: gives calls ids, and wants them back */
    CHAT_NO_IMAGE_URLS = 1 << 15,    /* does not fetch what is at a URL */
    CHAT_ALWAYS_THINKS = 1 << 16,    /* its reasoning cannot be switched off */
    CHAT_NO_MINIMAL = 1 << 17,       /* the least effort of its reasoning is low */
    CHAT_THINKS = 1 << 18,           /* reasons where nothing is said of it */
    CHAT_NO_FORCE = 1 << 19,         /* refuses a choice that forces a call of a tool */
    CHAT_BETWEEN_TOOLS = 1 << 20,    /* Anthropic: thinking that is off is called `between_tools` */
    CHAT_RATHER_RESPONSES = 1 << 21, /* OpenAI: its reasoning has state, which only Responses carries */
    CHAT_ONLY_RESPONSES = 1 << 22,   /* OpenAI: not in Chat at all */
};

/* What the writer of a request must know of provider and model. */
struct chat_target {
    const char *model;
    int64_t max_output; /* tokens to be allowed; never 0 */
    bool limited;       /* they must be told even where the client said nothing */
    unsigned quirks;    /* enum chat_quirk */
};

/* ---- how an answer is told ------------------------------------------------------------------ */

/* What an answer says about itself and its request. */
struct chat_head {
    const char *id;       /* of the call, without a dialect's prefix */
    const char *model;    /* as the client called it */
    int64_t created;      /* seconds since 1970 */
    int64_t prompt;       /* tokens, estimated: for those who want to know before the provider tells */
    bool usage_wanted;    /* in a stream */
    const char *provider; /* who answers, and what the model is called there */
    const char *target;
    const struct chat_request *request;

    /* What is known at the end, before a whole answer or the END of a stream is written. */
    nanos cost;
    int64_t ended, duration; /* milliseconds: since 1970, and since the call began */
};

/* Reads events of a stream. Made by the dialect, in the arena. */
struct chat_reader {
    struct chat_sink *sink; /* where they go */
    struct arena *arena;
    struct usage usage;          /* told so far */
    bool has_prompt, has_output; /* of it */
    bool begun;                  /* BEGIN went out */
    bool stopped;                /* the wire gave a reason for the end: what follows may be missing */
    bool ended;                  /* END or FAIL did: nothing more is read */
    bool only_usage;             /* the last event of the wire told the usage and nothing else */
    bool withheld;               /* set by who reads: it did not pass */
};

/* Writes events of a stream to `out`; whole ones of the wire only. */
struct chat_writer {
    const struct chat_head *head;
    struct arena *arena;
    struct buf *out;
};

struct chat_dialect {
    const char *name;
    enum chat_carry carries;

    /* ---- as a client's language ---- */

    /* Checks the text as JSON and reads what must be known. ERR_REQUEST with the field. */
    int (*look)(struct span text, struct arena *arena, struct chat_ask *ask, struct error *err);

    /* The text with changes, as spans of it and of the arena. */
    struct span *(*edit)(const struct chat_ask *ask, const struct chat_change *change, struct arena *arena,
                         size_t *parts, size_t *total);

    /* Takes off what the hub sealed for another provider, so that the text can pass: writes it without that
     * to `out`, and names in `notes` what went. Returns false where nothing is sealed, and writes nothing
     * then. `quirks` are those of the target. NULL where clients carry no state. */
    bool (*unseal)(const struct chat_ask *ask, unsigned quirks, struct chat_request *notes, struct buf *out);

    /* Reads all of it. The turns are settled, what is not known is noted as dropped. ERR_REQUEST with the
     * field. */
    int (*read_request)(const struct chat_ask *ask, struct chat_request *request, struct error *err);

    /* A whole answer. */
    void (*write_reply)(const struct chat_head *head, const struct chat_reply *reply, struct buf *out);

    /* Begins a stream; writes nothing yet. */
    struct chat_writer *(*new_writer)(const struct chat_head *head, struct arena *arena, struct buf *out);
    void (*write_event)(struct chat_writer *writer, const struct chat_event *event);

    const char *id_header; /* besides x-request-id; NULL: none */

    /* The body of an error, and an error within a stream. Where no event was written, because bytes passed or
     * none came, the writer of the latter is made by `resume` from what the dialect's reader saw pass (NULL:
     * nothing); without it it is NULL, as the error needs to know nothing of what stands before it. */
    void (*write_error)(struct buf *out, const struct error *err);
    void (*write_failure)(struct chat_writer *writer, struct buf *out, const struct error *err);
    struct chat_writer *(*resume)(const struct chat_reader *seen, const struct chat_head *head,
                                  struct arena *arena);

    const char *stream_type; /* of content */
    const char *end;         /* a stream's last bytes where it has such; NULL: it ends with its last event */
    bool ends_with_bytes;    /* nothing in a stream says that it is over */
    bool usage_on_request;   /* a stream tells its usage, in an event of its own, only to those who ask */
    bool repeats_request;    /* an answer says what its request said, whose text has to stay for that */
    const char *keep_alive;  /* bytes that may stand between events; NULL: nothing is safe */

    /* ---- as a provider's ---- */

    const char *header;                /* that every request has, "name: value"; NULL: none */
    const char *const *passed_headers; /* of a client that speaks it too, with NULL at the end; NULL: none.
                                          The one of `header` comes first */
    const char *passed_query;          /* the same of its query, where it is "true" */

    bool wants_data; /* media by URL are fetched by the hub */

    /* The path behind the base URL, in the arena. */
    const char *(*path)(const char *model, bool stream, struct arena *arena);

    /* ERR_REQUEST for what the target cannot do at all, with the client's name of it; what can be left out is
     * noted as dropped. */
    int (*write_request)(struct chat_request *request, const struct chat_target *target, struct buf *out,
                         struct error *err);

    /* A whole answer as events. ERR_UPSTREAM if it is malformed. */
    int (*read_reply)(struct span text, struct chat_sink *sink, struct arena *arena, struct error *err);

    /* Events of a stream: each as it comes, then its end. What the provider reports as an error is FAIL;
     * ERR_UPSTREAM is for what is malformed, or ended too early. */
    struct chat_reader *(*new_reader)(struct chat_sink *sink, struct arena *arena);
    int (*read_event)(struct chat_reader *reader, const struct sse_event *event, struct error *err);
    int (*read_end)(struct chat_reader *reader, struct error *err);

    /* Whether a body of a refusal is in this dialect; then *message is what it says, a JSON string. */
    bool (*read_error)(struct span text, struct span *message);

    /* The same refusal with whose fault it was, in the words of those who speak this to us; NULL: as it came.
     */
    struct span (*blame)(struct span refusal, int status, int retry_after, struct arena *arena);
};

extern const struct chat_dialect chat_openai, chat_responses, chat_anthropic, chat_gemini, chat_completions,
    chat_indox, chat_indox_text, chat_aigne, chat_framework;

#endif
