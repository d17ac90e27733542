#ifndef CANON_TASK_H
#define CANON_TASK_H

#include "canon/chat.h"
#include "canon/form.h"
#include "canon/model.h"
#include "canon/price.h"

/* What can be asked of a model besides chat: a request, and its answer. */
enum task_kind {
    TASK_EMBED,
    TASK_IMAGE, /* makes images from words */
    TASK_EDIT,  /* from images and words */
    TASK_VARY,  /* from an image alone */
    TASK_TRANSCRIBE,
    TASK_TRANSLATE, /* speech, into English text */
    TASK_SPEAK,
    TASK_MODERATE,
    TASK_RERANK,
    TASK__MAX
};

/* What the kinds are, in the order of enum task_kind. */
struct task_fact {
    const char *what;    /* as messages call it: "embeddings" */
    const char *not_for; /* the code of a refusal of a model that is for something else */
    unsigned kinds;      /* of models that do it, a bit each of enum model_kind */
    unsigned ability;    /* or models of any kind that have it, of enum model_ability; 0: none */
};
extern const struct task_fact task_facts[TASK__MAX];

struct embed_request;
struct embed_reply;
struct image_request;
struct image_reply;
struct rerank_request;
struct rerank_reply;
struct speech_request;
struct transcript_request;
struct transcript_reply;

/* A request, in the arena. What belongs to its kind alone is behind a pointer: the others are NULL. */
struct task {
    enum task_kind kind;
    struct arena *arena;
    struct span text;           /* as it came: checked JSON; at == NULL: it came as a form */
    const struct form *form;    /* NULL: it did not */
    const char *model;          /* as the client calls it; set before where its path says it */
    bool stream;                /* events are wanted */
    struct usage most;          /* that it can use: prompt (estimated), output, images, seconds, characters */
    const char *size, *quality; /* of images, as asked; NULL: not said */
    struct chat_request *notes; /* of what was left out: chat_drop() */
    const char *sends;          /* set by who writes a request: its content type; NULL: JSON's */

    struct embed_request *embed;
    struct image_request *image;
    struct rerank_request *rerank;
    struct speech_request *speech;
    struct transcript_request *transcript;
};

/* An answer. */
struct task_reply {
    struct usage usage;          /* as far as it is told; images are always counted */
    bool has_prompt, has_output; /* which of its tokens are told; a told `seconds` stands in `usage` */
    bool unfinished; /* the last of the counted images came in part only, and nothing tells its tokens */
    bool billed;     /* the provider refused what was asked for, and takes money for the usage that it told */
    struct embed_reply *embed;
    struct image_reply *image;
    struct rerank_reply *rerank;
    struct span speech; /* the bytes of a sound */
    struct transcript_reply *transcript;
};

#endif
