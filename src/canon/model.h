#ifndef CANON_MODEL_H
#define CANON_MODEL_H

#include <stdbool.h>

#include "canon/image_price.h"

/* What is known about a model, whoever says it. */

/* What a model is for. */
enum model_kind {
    MODEL_CHAT,
    MODEL_COMPLETION, /* goes on with a text; it knows no turns */
    MODEL_EMBEDDING,
    MODEL_IMAGE, /* makes images */
    MODEL_SPEECH,
    MODEL_TRANSCRIPTION,
    MODEL_MODERATION,
    MODEL_RERANK,
    MODEL_REALTIME, /* talks over a connection that stays */
    MODEL_VIDEO,
    MODEL_OCR,
    MODEL_OTHER,
    MODEL_KIND__MAX
};

/* Their names in files and answers, in this order; NULL ends the list. */
extern const char *const model_kinds[];

/* The kind of that name; -1 if it is none. */
int model_kind_find(const char *name);

/* What a name says beside that provider's: what stands behind "provider/", else the whole name. */
const char *model_bare_name(const char *name, const char *provider);

/* What it is known to be able to do, as bits. */
enum model_ability {
    MODEL_IMAGES = 1 << 0, /* takes them */
    MODEL_AUDIO = 1 << 1,
    MODEL_VIDEOS = 1 << 2,
    MODEL_FILES = 1 << 3, /* PDF at least */
    MODEL_TOOLS = 1 << 4, /* calls functions */
    MODEL_REASONING = 1 << 5,
    MODEL_SCHEMA = 1 << 6, /* keeps to a JSON schema */
    MODEL_SEARCH = 1 << 7, /* of the web, by itself */
    MODEL_IMAGE_OUT = 1 << 8,
    MODEL_AUDIO_OUT = 1 << 9,
};

/* Their names, that of bit i at i; NULL ends the list. */
extern const char *const model_abilities[];

/* Facts that may be said or not, as bits. */
enum model_fact {
    FACT_NAME = 1 << 0,
    FACT_KIND = 1 << 1,
    FACT_ABILITIES = 1 << 2,
    FACT_DEPRECATED = 1 << 3,
    FACT_CONTEXT = 1 << 4,
    FACT_MAX_OUTPUT = 1 << 5,
    FACT_PRICE = 1 << 6,
};

/* What is not said is zero; a name is then the id. */
struct model_facts {
    const char *provider; /* a row of providers/providers.c */
    const char *id;       /* the provider's name for it */
    const char *name;     /* as people write it */
    enum model_kind kind;
    unsigned abilities; /* enum model_ability */
    bool deprecated;    /* the provider will drop it, or has */
    int context;        /* tokens */
    int max_output;     /* tokens */
    struct price price;
    struct image_prices images; /* said together with the price */
    unsigned said;              /* enum model_fact */
    unsigned imported;          /* those of them that the file of facts says, see canon/catalog_file.h */
};

/* Puts what `facts` says over what *into says; not whose facts they are. */
void model_facts_over(struct model_facts *into, const struct model_facts *facts);

#endif
