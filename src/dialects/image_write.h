#ifndef DIALECTS_IMAGE_WRITE_H
#define DIALECTS_IMAGE_WRITE_H

#include "base/joint.h"
#include "base/jsonwrite.h"
#include "canon/image.h"
#include "canon/task.h"

/* What writing of pictures takes in several dialects. `w` writes the text of `out`. */

/* A member whose value is base64, which is not copied. */
void image_member_data(struct json_writer *w, struct joint *out, const char *name, struct span base64);

/* The pictures as OpenAI has them: members of the open object, in a list called so. Each has `url`, or its
 * data by each name of a list that ends in NULL; `both`: what it has not is null; and the prompt that it was
 * made from, if it was another one. */
void image_write_list(struct json_writer *w, struct joint *out, const char *name,
                      const struct image_reply *reply, const char *const *data, bool both);

/* An object's member "usage" as OpenAI tells it of pictures; nothing if the provider told nothing. */
void image_write_usage(struct json_writer *w, const struct task_reply *reply);

/* Notes a wish that the provider's model has no word for as dropped, unless it is what everybody gets. */
void image_drop_wish(const struct task *task, enum image_wish wish);

/* The same of the pictures before they are done: a stream that is written has none. */
void image_drop_partial(const struct task *task);

/* The name of the file of a picture, from 1 on, by its type; NULL: nobody knows that. In the arena. */
const char *image_file_name(const struct image *image, size_t number, struct arena *arena);

#endif
