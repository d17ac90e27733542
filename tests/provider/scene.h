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
    uint64_t serial; /* of the request, from 1 */
    json_t *body;    /* the request; owner of the strings below */
    const char *model;
    const char *user;   /* "" if the request does not say */
    const char *tool;   /* the function to be called if `calls` > 0 */
    const char *finish; /* why the answer ends */
    bool stream;
    bool stream_usage; /* the stream is to tell the usage */

    unsigned choices;
    unsigned calls;    /* tool calls of each choice */
    unsigned words;    /* of each choice, or of each call's arguments */
    struct buf echo;   /* the text to be said again */
    size_t *echo_ends; /* where each of its words ends; NULL: words are made up */

    unsigned prompt_tokens, cached_tokens;
};

void scene_free(struct scene *scene);

/* The answer is this text, and so has as many words as the text. */
void scene_echo(struct scene *scene, const char *text, size_t len);

/* Adds word i of a choice, as it is, with the blank that follows it. */
void scene_word(const struct scene *scene, unsigned i, struct buf *out);

/* How many content events the whole answer has. */
unsigned scene_contents(const struct scene *scene);

#endif
