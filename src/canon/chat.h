#ifndef CANON_CHAT_H
#define CANON_CHAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/jsonscan.h"
#include "base/mem.h"

/*
 * The one language inside: a chat request, whatever dialect it came in and
 * whatever dialect it goes out in.
 *
 * A text (struct span, called a JSON string below) stands here as its sender
 * wrote it: a JSON string with its quotes. All dialects are JSON, so it passes
 * without being decoded, and what was signed stays the same byte for byte.
 * at == NULL: there is none. Tool arguments and schemas are raw JSON text.
 * Everything lives in the exchange's arena or in the request's body.
 */

enum chat_role {
    CHAT_USER,
    CHAT_ASSISTANT,
    CHAT_INSTRUCTION, /* of a system or developer in the middle of the conversation */
};

enum chat_block_kind {
    CHAT_TEXT,
    CHAT_MEDIA,
    CHAT_CALL,    /* the assistant calls a tool */
    CHAT_RESULT,  /* what the tool said; only in user turns */
    CHAT_THOUGHT, /* reasoning of the assistant */
    CHAT_REFUSAL,
};

enum chat_media_kind { MEDIA_IMAGE, MEDIA_AUDIO, MEDIA_FILE };

struct chat_media {
    enum chat_media_kind kind;
    const char *mime;   /* lower case, "image/png"; NULL: not known (a URL) */
    struct span data;   /* base64 without quotes; at == NULL: `url` or `file` tells where it is */
    struct span url;    /* JSON string, http or https */
    struct span file;   /* JSON string: a provider's id of a file */
    struct span title;  /* JSON string: its name */
    struct span plain;  /* JSON string: the text of a text document */
    const char *detail; /* "low", "high", "auto", "original"; NULL: not said */
    const char *place;  /* where it stands in the request, less indexes; NULL: not kept */
};

struct chat_call {
    const char *id;        /* never NULL in a request */
    const char *name;      /* as declared */
    const char *space;     /* the namespace it was declared in, NULL: none */
    bool custom;           /* its input is free text, not JSON arguments */
    struct span args;      /* raw JSON text, or the free text; not a JSON string; may be malformed */
    struct span signature; /* JSON string: opaque state of the provider that made the call */
};

struct chat_block;

struct chat_blocks {
    struct chat_block *first, *last;
};

struct chat_result {
    const char *id;   /* of the call */
    const char *name; /* of its function, when known */
    bool custom;
    bool failed;
    struct chat_blocks content; /* text and media */
};

struct chat_block {
    struct chat_block *next;
    enum chat_block_kind kind;
    bool redacted;    /* THOUGHT: nothing but opaque state, in `signature` */
    bool cache;       /* the sender marked the end of a prefix to be cached here */
    bool moved;       /* RESULT, THOUGHT: it stands elsewhere now */
    struct span text; /* TEXT, REFUSAL, THOUGHT (may be none there): JSON string */
    struct span
        signature; /* THOUGHT, and TEXT of Gemini: JSON string, opaque state of the provider that made it */
    union {        /* a conversation has many blocks: nothing of it is the others' */
        struct chat_media media;
        struct chat_call call;
        struct chat_result result;
        const char *id; /* THOUGHT: the item's id where the dialect has one */
    };
};

struct chat_turn {
    struct chat_turn *next;
    enum chat_role role;
    struct chat_blocks blocks; /* at least one, once the turns are settled */
};

enum chat_tool_kind {
    TOOL_FUNCTION,
    TOOL_CUSTOM, /* takes free text */
    TOOL_HOSTED, /* the provider runs it; `type` says which */
};

enum chat_flag { FLAG_UNSET, FLAG_OFF, FLAG_ON };

struct chat_tool {
    struct chat_tool *next;
    enum chat_tool_kind kind;
    const char *name;
    const char *space;       /* NULL: none */
    const char *wire;        /* what the provider knows it as; see canon/names.h */
    const char *type;        /* HOSTED: as the sender's dialect names it */
    const char *place;       /* where it stands in the request */
    struct span description; /* JSON string */
    struct span schema;      /* raw object; at == NULL: takes nothing */
    struct span grammar;     /* CUSTOM: raw object with "syntax" and "definition"; at == NULL: any text */
    enum chat_flag strict;
    bool cache;
    bool offered; /* set by who writes: it is to be declared to the provider */
};

enum chat_choice { CHOICE_UNSET, CHOICE_AUTO, CHOICE_NONE, CHOICE_ANY, CHOICE_NAMED };

/* A list of names or JSON strings. */
struct chat_list {
    struct chat_list *next;
    const char *name;
    struct span text;
};

enum chat_format { FORMAT_UNSET, FORMAT_TEXT, FORMAT_JSON, FORMAT_SCHEMA };

#define CHAT_WRAPPER "value"

#define CHAT_CHOICES_MOST 128 /* answers to one request; events of others are refused on their way */

/* In the order of their cost. */
enum chat_effort {
    EFFORT_UNSET,
    EFFORT_NONE,
    EFFORT_MINIMAL,
    EFFORT_LOW,
    EFFORT_MEDIUM,
    EFFORT_HIGH,
    EFFORT_XHIGH,
    EFFORT_MAX
};

/* From "none" on, NULL at its end: EFFORT_NONE is the first. */
extern const char *const chat_effort_names[];

/* A setting, as it stands, and how the sender calls it: for a target that does not have it. */
struct chat_option {
    struct span value; /* raw JSON; at == NULL: not given */
    const char *param;
};

struct chat_reasoning {
    const char *param; /* how the sender calls it; NULL: nothing is said */
    enum chat_effort effort;
    int64_t budget;      /* tokens; 0: not said */
    bool off;            /* said so */
    bool adaptive;       /* the model decides how much */
    enum chat_flag show; /* thoughts, or summaries of them, are wanted in the answer */
    const char *show_param;
    bool state; /* opaque state is wanted in the answer (Responses: include) */
};

struct chat_request {
    struct arena *arena;

    /* Whether the name of a member is the one that is wanted, where it can be written in more than one way;
     * NULL: it cannot. */
    bool (*named)(struct span name, const char *wanted);

    bool stream;
    int64_t choices;    /* 1 or more */
    int64_t max_output; /* tokens; 0: not said */
    const char *max_output_param;

    int part_count;            /* objects that were read, up to CHAT_PARTS_MOST */
    const char *thought_param; /* how the sender calls the thoughts in its history; NULL: it has none */
    const char *failed_param;  /* how the sender marks results that are errors; NULL: it marked none */

    struct chat_blocks system; /* texts before the conversation */
    struct chat_turn *turns, *last;
    bool continued; /* other turns come before these: who puts them there settles them all */

    struct chat_tool *tools, *last_tool;
    int tool_count;
    struct names *names; /* of the tools; see canon/names.h. NULL: they have none yet */
    enum chat_choice choice;
    const char *choice_name, *choice_space; /* NAMED */
    const char *choice_param;               /* how the sender calls the choice; NULL: tool_choice */
    struct chat_list *allowed;              /* names of the tools that may be called; NULL: all */
    enum chat_flag parallel;                /* several calls at once */
    const char *parallel_param;

    enum chat_format format;
    const char *format_param;
    const char *format_name; /* NULL: none */
    struct span format_description, format_schema;
    enum chat_flag format_strict;
    bool format_wrapped; /* noted by the writer: the answer comes as an object's member CHAT_WRAPPER */

    struct chat_reasoning reasoning;
    struct chat_list *stop; /* JSON strings */
    const char *stop_param;
    const char *choices_param;
    struct chat_option temperature, top_p, top_k, seed, presence_penalty, frequency_penalty, logit_bias,
        logprobs, top_logprobs, verbosity, user, tier, cache_key, metadata;

    const char *cache_param;   /* how the sender calls marks for caching; NULL: cache_control */
    bool cache_guessed;        /* nobody marked anything: who cannot cache loses nothing */
    struct chat_list *dropped; /* names of what could not be kept, each once, the first CHAT_DROPPED_MOST */
    bool dropped_more;         /* there were more */
};

/* ---- making one ------------------------------------------------------------------- */

#define CHAT_PARTS_MOST   100000 /* messages, parts of them, calls …: objects of a request that are read */
#define CHAT_TOOLS_MOST   1024
#define CHAT_LIST_MOST    1024
#define CHAT_DROPPED_MOST 64

/* Notes that something of the request, called `param` there, is not in what the provider gets. */
void chat_drop(struct chat_request *request, const char *param);

/* The names of all that was, with commas, in less than `most` bytes (8 or more) of the arena; "..." stands
 * for what is too much. "": nothing was. */
const char *chat_dropped_names(const struct chat_request *request, size_t most);

/* Adds a block at the end of a list. */
struct chat_block *chat_add_block(struct arena *arena, struct chat_blocks *list, enum chat_block_kind kind);

/* The block of a turn at the end of the conversation: the last turn if it has that role, else a new one. */
struct chat_block *chat_add_turn_block(struct chat_request *request, enum chat_role role,
                                       enum chat_block_kind kind);

/* Moves blocks to the end of the conversation: to the last turn if it has that role, else to a new one. */
void chat_add_turn_blocks(struct chat_request *request, enum chat_role role,
                          const struct chat_blocks *blocks);

/* A new tool, or the next item of a list; NULL if there are too many. */
struct chat_tool *chat_add_tool(struct chat_request *request, enum chat_tool_kind kind);
struct chat_list *chat_add_item(struct arena *arena, struct chat_list **list);

/*
 * Brings a request into the form that all writers rely on: turns of one role
 * are merged, empty texts, thoughts and turns are gone; the results of an
 * assistant's calls stand at the front of the next user turn, in the order of
 * the calls, each once, each with its function's name; a call without a result
 * gets one that says so, and a result without a call becomes text. Each call of
 * the conversation has an id of its own: Anthropic and Responses refuse two of
 * one id, in one turn or in two.
 */
void chat_settle_turns(struct chat_request *request);

/* Takes out settings that only say what everybody gets: no penalties, no bias, no metadata, the usual tier
 * and verbosity. A target that lacks them loses nothing. */
void chat_settle_options(struct chat_request *request);

/* Whether a value, raw JSON, is null or an empty object, array or string. */
bool chat_is_nothing(struct span value);

/* How much reasoning is asked for, whether by an effort, by a budget of tokens, or by switching it off. */
enum chat_effort chat_effort(const struct chat_reasoning *reasoning);

/* The same as a budget in tokens; 0: none. */
int64_t chat_budget(const struct chat_reasoning *reasoning);

/* The texts of a list as one JSON string, `between` (plain characters, or escapes) between them: those of
 * blocks of these kinds, 1 << CHAT_TEXT and so on. at == NULL if there are none. */
struct span chat_text_of(struct arena *arena, const struct chat_blocks *blocks, unsigned kinds,
                         const char *between);

/* The same at the end of a buffer. Returns whether there are any. */
bool chat_add_text_of(struct buf *out, const struct chat_blocks *blocks, unsigned kinds, const char *between);

/* Whether a list has a block of that kind. */
bool chat_has_block(const struct chat_blocks *blocks, enum chat_block_kind kind);

/* The tool that a call names; NULL: not declared. */
const struct chat_tool *chat_find_tool(const struct chat_request *request, const char *space,
                                       const char *name);

/* A JSON string of a text, and the JSON strings of two as one; both in the arena. */
struct span chat_quote(struct arena *arena, const char *text, size_t len);
struct span chat_join(struct arena *arena, struct span first, struct span second);

/* The bytes that a JSON string stands for, in the arena. */
struct span chat_unquote(struct arena *arena, struct span string);

/* What a buffer holds, moved to the arena. One that overflowed aborts: give it BUF_MOST. */
struct span chat_take(struct arena *arena, struct buf *text);

/* A copy in the arena. */
struct span chat_keep(struct arena *arena, struct span text);

/* Whether a JSON string stands for nothing, or there is none. */
bool chat_is_empty(struct span string);

#endif
