#ifndef PROVIDER_SCENE_H
#define PROVIDER_SCENE_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "behaviour.h"

/*
 * What is to be played for one request: how, and with which text. The text is
 * cut into words; each is one content event of a stream.
 */
struct scene {
    struct behaviour how;
    uint64_t serial;              /* of the request, from 1 */
    struct buf path;              /* where it went to */
    int version;                  /* of the API, as the head says it */
    struct buf betas;             /* what more the head asks for: "name,name" */
    json_t *body;                 /* the request; owner of the strings below */
    const struct multipart *form; /* where the request is to be read from if it is a form; NULL afterwards */
    const char *origin;           /* of the provider, "http://127.0.0.1:PORT" */
    struct buf name;              /* the model's, where it would not stay in the body */
    const char *model;
    const char *user;   /* "" if the request does not say */
    const char *tool;   /* the function to be called if `calls` > 0 */
    const char *space;  /* the namespace it was declared in; NULL: none */
    const char *finish; /* why the answer ends */
    bool stream;
    bool stream_usage; /* the stream is to tell the usage */

    unsigned choices;
    unsigned thoughts;    /* words of reasoning of each choice, before anything else */
    unsigned hidden;      /* words that were thought, but are only counted */
    unsigned calls;       /* tool calls of each choice */
    unsigned words;       /* of each choice, or of each call's arguments */
    bool limited;         /* there would have been more words */
    struct buf echo;      /* the text to be said again */
    bool whole_calls;     /* a call is one content event, not one for each word */
    bool ready_arguments; /* `echo` is the arguments of each call as they stand */
    bool freeform;        /* a call's arguments are a text, not JSON */
    const char *stop;     /* the text that ended the answer early; NULL: none did */
    size_t *echo_ends;    /* where each of its words ends; NULL: words are made up */

    const char *type;  /* the media type of an answer that is neither JSON nor a stream of events; NULL: is */
    bool raw;          /* the stream is nothing but the data, without the form of events */
    unsigned number;   /* tells pictures and sounds apart */
    unsigned pictures; /* of each choice, behind its words */

    unsigned prompt_tokens, cached_tokens, written_tokens;
};

void scene_free(struct scene *scene);

/* What the answer is made of as far as the behaviour says it; the rest is the dialect's affair. */
void scene_plan(struct scene *scene);

/* The answer is this text, and so has as many words as the text. */
void scene_echo(struct scene *scene, const char *text, size_t len);

/* The same, whatever the behaviour says of its words. */
void scene_say(struct scene *scene, const char *text, size_t len);

/* The answer is a JSON text that is valid for a schema, and nothing is added to it. NULL: any object will do.
 */
void scene_sample(struct scene *scene, const json_t *schema);

/* Ends the answer before the first time that it says this. */
void scene_stop(struct scene *scene, const char *stop, size_t len);

/* Reasoning and words of a choice together are `most` at most; what comes last is left out. */
void scene_limit(struct scene *scene, size_t most);

/* What the prompt costs; a part of it comes from a cache, or goes there, if the behaviour says so. */
void scene_prompt(struct scene *scene, unsigned tokens);

/* Adds word i of a choice, as it is, with the blank that follows it. */
void scene_word(const struct scene *scene, unsigned i, struct buf *out);

/* Adds piece i of a call's arguments, one for each word. Together they are {"text":"word0 word1 …"}, the
 * words themselves where the tool wants a text, or the ready arguments. */
void scene_argument(const struct scene *scene, unsigned i, struct buf *out);

/* Adds the whole reasoning, all words, all pieces of the arguments. */
void scene_reasoning(const struct scene *scene, struct buf *out);
void scene_text(const struct scene *scene, struct buf *out);
void scene_arguments(const struct scene *scene, struct buf *out);

/* The reasoning is not shown, only counted. Comes last, as limits count it. */
void scene_hide(struct scene *scene);

/* Whether there is a reasoning, shown or not. */
bool scene_thinks(const struct scene *scene);

/* How many content events the whole answer has. */
unsigned scene_contents(const struct scene *scene);

/* How many tokens the whole answer has, and those of its reasoning among them, what is hidden included. */
unsigned scene_tokens(const struct scene *scene);
unsigned scene_thought_tokens(const struct scene *scene);

#endif
