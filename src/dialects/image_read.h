#ifndef DIALECTS_IMAGE_READ_H
#define DIALECTS_IMAGE_READ_H

#include "base/jsonvalue.h"
#include "canon/image.h"
#include "canon/task.h"
#include "dialects/dialect.h"

/* What reading requests for pictures takes in every dialect. Each that returns an int returns 0, or -1 with
 * ERR_REQUEST and the field. */

/* The members that requests have, by whatever name. */
enum image_member {
    IMAGE_ASK_MODEL, /* the first, see task_members() */
    IMAGE_ASK_PROMPT,
    IMAGE_ASK_COUNT,
    IMAGE_ASK_WISH, /* IMAGE_WISHES of them, in their order */
    IMAGE_ASK_COMPRESSION = IMAGE_ASK_WISH + IMAGE_WISHES,
    IMAGE_ASK_PARTIAL,
    IMAGE_ASK_FORM,
    IMAGE_ASK_USER,
    IMAGE_ASK_STREAM,
    IMAGE_ASK_IMAGE,
    IMAGE_ASK_MASK,
    IMAGE_ASK_MEMBERS
};

/* As OpenAI calls them, `images` for the sources; without a NULL at the end. */
extern const char *const image_openai_names[IMAGE_ASK_MEMBERS];

/* Makes task->image. */
struct image_request *image_new(struct task *task);

/* Reads all but model, stream and pictures, and does not look at those. `whole` is where a prompt is missing
 * if there is none; NULL: it has none. */
int image_read(struct task *task, const struct json *whole, const struct json found[IMAGE_ASK_MEMBERS],
               struct error *err);

/* The picture that a value shows: an address, a data URL, base64. It must be a PNG, JPEG, WebP or GIF as far
 * as it is there. */
int image_read_source(struct task *task, const struct json *value, struct error *err);
int image_read_mask(struct task *task, const struct json *value, struct error *err);

/* The fields of a form as a JSON object, and its files called `image`, `image[]` and `mask` as pictures. */
int image_read_form(struct task *task, struct json *whole, struct error *err);

/* At last: checks all of it by the client's name of the model, and says what it can use. */
int image_settle(struct task *task, struct error *err);

/* Says again what it can use, and what of it is priced, by the provider's name of the model; where that says
 * nothing, by the provider's language or the client's name. */
void image_estimate(struct task *task, const struct chat_dialect *provider, const char *model);

/* What clients that know dall-e's words say of a quality, to those who do not: before that. */
void image_settle_quality(struct task *task);

/* What stands in a JSON string of base64: there, unless somebody wrote letters of it as escapes; then in the
 * arena. at == NULL: it is none. */
struct span image_inside(struct span string, struct arena *arena);

/* Whether bytes, the first of them at least, are a picture's. */
bool image_is_picture(struct span bytes);

#endif
