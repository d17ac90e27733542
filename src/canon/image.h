#ifndef CANON_IMAGE_H
#define CANON_IMAGE_H

#include "canon/chat.h"
#include "canon/form.h"

/* Making, changing and varying pictures: what is asked, and what is answered. */

#define IMAGE_MOST   10 /* pictures of a request */
#define IMAGE_SOURCE 16 /* pictures that one is made from */

/* What of a picture can be wished for by a word. */
enum image_wish {
    IMAGE_SIZE,
    IMAGE_QUALITY,
    IMAGE_STYLE,
    IMAGE_BACKGROUND,
    IMAGE_FORMAT,
    IMAGE_MODERATION, /* how strict it is */
    IMAGE_FIDELITY,   /* how close to its source */
    IMAGE_WISHES
};

/* How the pictures of an answer come. */
enum image_form { IMAGE_ANY, IMAGE_URL, IMAGE_DATA };

/* A picture that is changed. */
struct image_source {
    struct chat_media media;      /* base64, or an address */
    const struct form_part *file; /* it is a file of the form; NULL: `media` has it */
    const char *param;            /* how the client calls it */
};

/* A word of the client's, and how it calls that; value == NULL: it said nothing. */
struct image_said {
    const char *value, *param;
};

struct image_request {
    struct span prompt; /* JSON string; at == NULL: there is none */
    int64_t count;      /* of pictures, 1 or more */
    const char *count_param;
    struct image_said wish[IMAGE_WISHES];
    struct chat_option compression, user; /* of the file, in percent; who asks */
    int64_t partial;                      /* pictures before they are done, in a stream */
    const char *partial_param;
    enum image_form form;
    struct image_source *source;
    size_t sources;
    struct image_source *mask; /* NULL: none */
};

struct image {
    struct span data;    /* base64 without quotes; at == NULL: `url` tells where it is */
    const char *mime;    /* NULL: not known */
    struct span url;     /* JSON string */
    struct span revised; /* JSON string: the prompt that it was made from; at == NULL: the client's */
    const char *name;    /* of its file, where the hub stores it; NULL: it does not */
};

/* An answer; what the provider says of all of its pictures are JSON strings, at == NULL: nothing. */
struct image_reply {
    struct image *image;
    size_t count;
    int64_t created; /* seconds since 1970; 0: not said */
    struct span size, quality, format, background;
};

#endif
