#ifndef DIALECTS_IMAGE_FAMILY_H
#define DIALECTS_IMAGE_FAMILY_H

#include "canon/image.h"
#include "canon/task.h"

/*
 * What is known of models that make pictures, by their names: those of OpenAI and Google. Of others the
 * provider decides what it takes. A name is any that leads to the model, "openai/dall-e-3" too.
 * Source: OpenAI's and Google's references of their image APIs.
 */
struct image_family {
    const char *begins;           /* names of it begin so; "": all others */
    const char *const *sizes;     /* up to NULL; NULL: any */
    const char *const *qualities; /* the same */
    int64_t most;                 /* pictures of a request */
    const char *size, *quality; /* that is made where nothing is said; NULL: the provider decides each time */
    const int64_t *tokens;      /* of a picture of 1024x1024: low, medium, high; NULL: none are charged */
    bool plain;                 /* `response_format` says how they come; else always as data */
    bool gpt;                   /* background, format and so on may be wished for */
};

/* Never NULL. */
const struct image_family *image_family(const char *model);

/* The width and height of a size, "1024x768"; false: it is none. */
bool image_pixels(const char *size, int64_t *width, int64_t *height);

/* Refuses what no model of the family does, with the client's name of it: ERR_REQUEST. */
int image_check(const struct image_family *family, const struct image_request *image, struct error *err);

/* The most tokens that all pictures of a request can have; of a family that is not known, as many as the
 * dearest. */
int64_t image_tokens(const struct image_family *family, const struct image_request *image);

/* And those that it is made from, about. */
int64_t image_source_tokens(const struct image_family *family, const struct image_request *image);

#endif
